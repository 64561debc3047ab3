"""Put the chosen sentences into the order of a story: the event first, background last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.steps.summarize.doubt import WEEKDAY
from digest.steps.summarize.lean import Leaning
from digest.steps.summarize.material import Line
from digest.steps.summarize.report import WE
from digest.text.calendar import WEEKDAY as DAY

BACKGROUND = re.compile(
    r"""^(?:in\ recent\ (?:years|months|decades)|for\ (?:years|decades|months)|over\ the\ (?:past|last)
          |earlier\ this\ (?:week|month|year|season)
          |(?:since|in)\ (?:19|20)\d\d|(?:last|previous)\ year|historically|previously|years\ ago)\b
      | \bhad\ (?:already\ |long\ |also\ |previously\ )?(?:been|\w+ed)\b
      | \b(?:years|months|decades)\ (?:ago|earlier)\b""",
    re.VERBOSE | re.IGNORECASE,
)
SAID_ON = re.compile(rf"\b(?:said|says|announced|found|concluded|told)\b(?: [\w ]{{0,30}})?\b{DAY}\b")
QUOTES = "\"“‘'"
EARLY = 2
"""Sentences at the beginning of a report, where it tells what happened."""

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def tell(chosen: Sequence[Line], leaning: Leaning) -> list[Line]:
    """Put sentences, those of most worth first, into reading order.

    One that opens a report comes first, if there is one that is no background or quotation and names nobody by the last name
    alone; then the one of most worth and the others as the reports tell them, background last, each behind what it leans on.
    """
    if not chosen:
        return []
    first = begin(chosen, leaning)
    told, rest = [first], [line for line in chosen if line is not first]
    rest.sort(key=lambda line: (is_background(line), line is not chosen[0], _as_told(line)))
    while rest:
        ready = (line for line in rest if not _waits(line, told, rest, leaning))
        told.append(next(ready, rest[0]))
        rest.remove(told[-1])
    return told


def begin(chosen: Sequence[Line], leaning: Leaning) -> Line:
    """Give the sentence to begin with, of those of most worth first."""
    news = [line for line in chosen if not is_background(line) and not leaning.hangs(line, ())] or chosen
    return min(news, key=lambda line: _begins(line, leaning))


def _begins(line: Line, leaning: Leaning) -> tuple[bool, bool, bool, int]:
    """What tells against beginning with a sentence, the weightiest first; ties go to the one of most worth."""
    opens, spoken = leaning.opens(line), line.text[0] in QUOTES and bool(line.place >= EARLY or WE.search(line.text))
    return (spoken, not opens, bool(leaning.strangers(line, ())), 0 if opens else line.place)


def _waits(line: Line, told: Sequence[Line], rest: Sequence[Line], leaning: Leaning) -> bool:
    """Say whether a sentence would hang now and not later."""
    if leaning.hangs(line, told) and not leaning.hangs(line, [*told, *rest]):
        return True
    return len(leaning.strangers(line, told)) > len(leaning.strangers(line, [*told, *rest]))


def _as_told(line: Line) -> tuple[int, int, int]:
    return (line.place, line.rank, line.start)


def is_background(line: Line) -> bool:
    """Say whether a sentence tells what went before: past perfect, "in recent years", an earlier year and no weekday."""
    if found := BACKGROUND.search(line.text):
        if found.start() and WEEKDAY.search(line.text) and SAID_ON.search(line.text):
            return False  # "the cracks had been there for years, the council said on Monday"
        return line.place > 0 or not found.start()  # "a review after admitting that it had blundered" opens its report
    if WEEKDAY.search(line.text) or not line.place:
        return False
    years = [int(year) for year in YEAR.findall(line.text)]
    return bool(years and line.article.day and max(years) < line.article.day.year)
