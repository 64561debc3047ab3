"""Say which day "on Friday" or "yesterday" was, in brackets: a recorded insertion."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from digest.model import Edit
from digest.steps.summarize.material import Line
from digest.text.alone import ADVERBIAL, AHEAD, DONE
from digest.text.calendar import WEEKDAY as DAY
from digest.text.calendar import say_day_year
from digest.text.catalogue import words
from digest.text.dates import day_of_weekday
from digest.text.quotes import masked

NO_DATE_AFTER = r"(?!['’\w])(?!,? (?:\d|\[|\(|[A-Z][a-z]+\.? \d))"
WEEKDAY = re.compile(rf"\b(?P<before>\w+ )?(?P<day>{DAY})(?P<part> (?:morning|afternoon|evening|night))?+{NO_DATE_AFTER}")
NOT_THIS_WEEK = frozenset(
    "next last previous this coming every each by until before since black good holy super bloody ash palm".split()
)
OLDEST = 5
"""Days that it may lie back: if tomorrow's weekday is told of as past, the date of the report is early by a day."""

PART = r"(?:morning|afternoon|evening)"
RELATIVE = re.compile(
    rf"(?P<before>\b[\w’']+ )?\b(?:(?P<one>(?:yesterday|(?<!\w )Yesterday)(?: {PART})?|(?:last|(?<!\w )Last) night)"
    rf"|(?P<none>today|tonight|this {PART}|(?<!\w )(?:Today|Tonight|This {PART}))){NO_DATE_AFTER}"
)
"""Days counted from that of the report; with a capital only where the sentence begins: "USA Today"."""

NOT_THAT_DAY = frozenset("until since by before than of after from".split())

PLANNED = frozenset("expected scheduled planned slated supposed delayed postponed rescheduled moved set put".split())
"""Past in form; what follows them lies ahead."""

OF_THE_NAME = re.compile(
    r", (?:the|an?|its|his|her|their|who|whose|which|where|one of)\b(?! (?:(?:few )?(?:day|week|month|hour)s?|same day)\b)"
    r"(?![^,.;:]{0,60} (?:said|says|reports?|reported|confirm(?:s|ed)|announced|according)\b)"
)
"""What explains the name before a day: "in Marland on Sunday, the country's largest province"; no "..., the agency said"."""

WITH_ZONE = re.compile(r"T\d\d:\d\d.*[+-](?!00:?00$)\d\d:?\d\d$")
"""A moment in the zone of the newsroom, so that its day is the day that "yesterday" counts from."""


ASTRAY = 7
"""Days between an article's date and those of all other reports of the event from which it is doubtful."""


def insertion(line: Line, lines: Iterable[Line] = ()) -> Edit | None:
    """Give the date of the one day that a sentence names, as an insertion after it, or None where it is not certain.

    Certain is: English; the article's day is known; one day, outside quotations; no full date follows it; the words
    around it tell of the past (a verb in the past tense right beside it and nothing before that points ahead, or such a verb
    within its clause and nothing in it that does).
    The day of a weekday is the nearest one on or before the article's. "Yesterday" and "today" count from the article's own
    date, which may be that of another zone: they are certain only where that date has a zone of its own, or a weekday, told of
    as past, comes to the same day, for "yesterday" in any of ``lines`` (the sentences of the event), for "today" in those of the
    same article. "Today" must stand beside a verb in the past tense: elsewhere it may mean "in our days".
    None as well where the brackets would part a name from what explains it, and where the article's date is far from those of
    all other articles of ``lines``.
    """
    article = line.article
    if article.language != "en" or article.day is None or _is_astray(line, lines):
        return None
    bare = masked(line.text)
    named, counted = re.findall(DAY, bare), [*RELATIVE.finditer(bare)]
    if len(named) + len(counted) != 1:
        return None
    match = counted[0] if counted else WEEKDAY.search(bare)
    if not match or _before(match) in (NOT_THAT_DAY if counted else NOT_THIS_WEEK) or _parts(bare, match):
        return None
    day = _counted_from(line, bare, match, lines) if counted else _nearest(line, match) if _is_past(bare, match) else None
    if day is None:
        return None
    position = line.place_of(match.end() - 1) + 1  # right behind the day, also where something is trimmed there
    return Edit(position, position, f" [{say_day_year(words('en'), day)}]")


def _is_astray(line: Line, lines: Iterable[Line]) -> bool:
    day, days = line.article.day, {other.article.day for other in lines if other.article is not line.article}
    apart = [abs((day - other).days) for other in days if day and other]
    return bool(apart) and min(apart) > ASTRAY


def _before(match: re.Match[str]) -> str:
    return (match["before"] or "").strip().lower()


def _nearest(line: Line, match: re.Match[str]) -> date | None:
    published = line.article.day
    if published is None:
        return None
    day = day_of_weekday(match["day"], published)
    return day if day and (published - day).days <= OLDEST else None


def _counted_from(line: Line, bare: str, match: re.Match[str], lines: Iterable[Line]) -> date | None:
    published = line.article.published
    if (
        published is None
        or line.article.own_day is None
        or not (match["one"] or (_is_beside(bare, match) and _is_past(bare, match)))
    ):
        return None
    day = line.article.own_day - timedelta(days=1 if match["one"] else 0)
    if WITH_ZONE.search(published.iso):
        return day
    sure = any(_tells_of(day, other) for other in lines if match["one"] or other.article is line.article)
    return day if sure else None


def _tells_of(day: date, line: Line) -> bool:
    """Say whether a sentence names the weekday of a day and tells of it as past."""
    if line.article.language != "en":
        return False
    bare = masked(line.text)
    return any(
        _before(match) not in NOT_THIS_WEEK and _is_past(bare, match) and _nearest(line, match) == day
        for match in WEEKDAY.finditer(bare)
    )


def _is_past(bare: str, match: re.Match[str]) -> bool:
    clause_start = max(bare.rfind(mark, 0, match.start()) for mark in ",;:—–”") + 1
    ends = [found for mark in ",;:—–”" if (found := bare.find(mark, match.end())) >= 0]
    clause = bare[clause_start : min(ends, default=len(bare))]
    if len(clause.split()) < 4:  # "On Friday, the court said" is told by what follows
        ends = [found for mark in ",;:—–”" if (found := bare.find(mark, match.end() + 1)) >= 0]
        clause = bare[: min(ends, default=len(bare))]
    beside = _is_beside(bare, match)
    before = bare[clause_start : match.start()] + (match["before"] or "")
    return not AHEAD.search(before if beside else clause) and (beside or bool(DONE.search(clause)))


def _is_beside(bare: str, match: re.Match[str]) -> bool:
    """A verb in the past tense stands right beside the day: "voted on Monday to rebuild", "on Monday told us to leave"."""
    before = bare[: match.start()] + (match["before"] or "")
    words_before = [word for word in before.removesuffix("on ").split() if not word[0].isdigit()]  # "voted 225-184 on Monday"
    return _is_done(words_before[-1:]) or _is_done(bare[match.end() :].split()[:1])


def _is_done(beside: list[str]) -> bool:
    return bool(beside) and beside[0] not in PLANNED and bool(DONE.fullmatch(beside[0]))


def _parts(bare: str, match: re.Match[str]) -> bool:
    """Say whether the day stands between a name and what explains it: with brackets there, a reader takes it for the day's."""
    before = (bare[: match.start()] + (match["before"] or "")).removesuffix("on ").split()
    if len(before) < 2 or not before[-1][0].isupper() or not OF_THE_NAME.match(bare, match.end()):
        return False
    return before[0].lower() not in ADVERBIAL and not before[0].endswith("ing")  # "When Lund was in Marl on Monday, the mayor"
