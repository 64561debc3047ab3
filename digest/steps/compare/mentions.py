"""Which day or month a sentence names, where that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from digest.text.alone import AHEAD, DONE
from digest.text.calendar import MONTHS, WEEKDAYS
from digest.text.quotes import masked

MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
DAY_MONTH = re.compile(rf"\b(?P<day>\d{{1,2}}) {MONTH}\b(?! of\b)(?:,? (?P<year>(?:19|20)\d\d)\b)?")
MONTH_DAY = re.compile(rf"\b{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]?\d| of\b)(?:,? (?P<year>(?:19|20)\d\d)\b)?")
MONTH_YEAR = re.compile(rf"(?<!\d )\b{MONTH},? (?P<year>(?:19|20)\d\d)\b")
LAST_MONTH = re.compile(rf"\blast {MONTH}\b(?! \d)|\b{MONTH.replace('<month>', '<other>')} last year\b")
IN_MONTH = re.compile(rf"\b(?:in|since) {MONTH}\b(?! (?:\d|last|next|this))")
WEEKDAY = re.compile(rf"(?<![\w’'-])(?P<day>{'|'.join(WEEKDAYS)})(?![\w’'-])(?!,? (?:\d|{'|'.join(MONTHS)}))")
NOT_THIS_WEEK = re.compile(
    r"\b(?:next|last|previous|this|coming|every|each|by|until|before|since|black|good|holy|super|bloody|ash|palm)\s$",
    re.IGNORECASE,
)

OLDEST = 5
"""Days that a weekday may lie back: if tomorrow's weekday is told of as past, the date of the report is early by a day."""

EARLY = timedelta(days=7)
"""So it is with a day of the week ahead: a year back it is not meant."""

NAMES = (*MONTHS, *WEEKDAYS)

A_MONTH = 30
"""Days between two reports after which what is counted has changed, and between two days of which one may be past and the other
ahead: beyond it they are of two things, unless something else tells that they are of one."""

FAR_AHEAD = timedelta(days=120)
"""A day without a year that would lie further ahead was meant of the year before."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A day or month that a sentence names."""

    start: int
    end: int
    """Offsets in the sentence."""
    iso: str
    said: str
    """As it is written."""
    whole: bool
    """Whether it is written with all that it needs (a year), so that nothing was resolved."""


def mentions(sentence: str, near: date | None, language: str) -> tuple[Mention, ...]:
    """Give the days and months that a sentence names outside quotations, in order, as far as they are certain.

    A day or month without its year, and a weekday, need the day of the article (``near``), and words that tell whether
    they lie in the past or ahead. Month and weekday are English.
    """
    if not any(name in sentence for name in NAMES):
        return ()
    text = masked(sentence)
    past, ahead = bool(DONE.search(text)), bool(AHEAD.search(text))
    found: list[Mention] = []

    def add(match: re.Match[str], iso: str, *, whole: bool = False) -> None:
        if iso and all(match.end() <= one.start or one.end <= match.start() for one in found):
            found.append(Mention(match.start(), match.end(), iso, match.group().removeprefix("since "), whole))

    for pattern in (DAY_MONTH, MONTH_DAY):
        for match in pattern.finditer(text):
            if match["year"]:
                add(match, _day(int(match["year"]), match["month"], int(match["day"])), whole=True)
            elif near:
                add(match, _without_year(match["month"], int(match["day"]), near, past=past, ahead=ahead))
    for match in MONTH_YEAR.finditer(text):
        add(match, f"{match['year']}-{_number(match['month']):02}", whole=True)
    if near and language == "en":
        for match in LAST_MONTH.finditer(text):
            number = _number(match["month"] or match["other"])
            earlier = near.year - 1 if match["other"] or number >= near.month else near.year
            # In June "last July" was a year ago; "last March" may be this year's or the last one's.
            add(match, f"{earlier:04}-{number:02}" if match["other"] or number >= near.month else "")
        for match in IN_MONTH.finditer(text):
            if past and not AHEAD.search(text, 0, match.start()):
                number = _number(match["month"])
                add(match, f"{near.year if number <= near.month else near.year - 1:04}-{number:02}")
        for match in _weekdays(text, ahead=ahead, past=past):
            back = (near.weekday() - WEEKDAYS.index(match["day"])) % 7
            add(match, (near - timedelta(days=back)).isoformat() if back <= OLDEST else "")
    return tuple(sorted(found, key=lambda one: one.start))


def opening_day(sentence: str, near: date) -> tuple[Mention, ...]:
    """Give the weekday that the first sentence of a report names: what is news has just happened, whatever else it tells of."""
    text = masked(sentence)
    found = list(_weekdays(text, past=bool(DONE.search(text)), ahead=False))
    back = [(near.weekday() - WEEKDAYS.index(match["day"])) % 7 for match in found]
    return tuple(
        Mention(match.start(), match.end(), (near - timedelta(days=days)).isoformat(), match.group(), whole=False)
        for match, days in zip(found, back, strict=True)
    )


def _weekdays(text: str, *, past: bool, ahead: bool) -> Iterator[re.Match[str]]:
    for match in WEEKDAY.finditer(text):
        if past and not ahead and not NOT_THIS_WEEK.search(text[: match.start()]):
            yield match


def _without_year(month: str, day: int, near: date, *, past: bool, ahead: bool) -> str:
    iso = _day(near.year, month, day)
    if not iso or iso <= near.isoformat():
        next_year = _day(near.year + 1, month, day)
        soon = ahead and next_year and date.fromisoformat(next_year) - near <= FAR_AHEAD
        return iso if not soon else "" if past else next_year  # in November, what "ends on 31 January"
    if ahead and date.fromisoformat(iso) - near <= FAR_AHEAD:
        return iso
    if date.fromisoformat(iso) - near <= EARLY:
        return ""
    return _day(near.year - 1, month, day) if past and not ahead else ""


def _day(year: int, month: str, day: int) -> str:
    try:
        return date(year, _number(month), day).isoformat()
    except ValueError:
        return ""


def _number(month: str) -> int:
    return MONTHS.index(month) + 1
