"""What happened when, each entry a sentence of a report; and what the newest day added."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from digest.model import Moment, SummarySentence
from digest.steps.compare.claims import (
    OWN,
    REPEATED,
    Elsewhere,
    Shown,
    is_concrete,
    is_early,
    is_own,
    lengths,
    matter,
)
from digest.steps.compare.lines import Line, likeness
from digest.steps.compare.mentions import opening_day
from digest.text.calendar import MONTHS, WEEKDAYS
from digest.text.words import content_stems

MOST, MOST_NEW = 8, 3
"""Entries of a timeline, and sentences that say what is new."""

FEWEST = 2
"""Entries below which a list is no timeline."""

FEWEST_WORDS = 4
"""Words, besides its date, that an entry must have to tell anything."""

SINCE = re.compile(r"\b(?:since|until) (?:\w+ ){0,2}[\w,]*$", re.IGNORECASE)
"""What stands before a day on which something else began or ended than what is told."""

DAY_NAME = re.compile(rf"\b(?:{'|'.join((*MONTHS, *WEEKDAYS))})\b")

PUBLISHED = "date of publication"


def since(lines: Sequence[Line], shown: Shown) -> list[SummarySentence]:
    """Give what the reports of the newest day added to those of earlier days: concrete, and in no earlier report.

    What the summary says in the words of another report may stand here too: who comes back looks for it.
    """
    days = sorted({line.article.own_day for line in lines if line.article.own_day})
    if len(days) < 2:
        return []
    others = Elsewhere(lines, lambda line: line.article.own_day and line.article.own_day < days[-1])
    about, length = matter(lines), lengths(lines)
    chosen: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.place, line.rank)):
        if line.article.own_day != days[-1] or len(chosen) == MOST_NEW or not (is_own(line, about) and is_early(line, length)):
            continue
        if not shown.standing.stands(line):
            continue
        if others.own(line) >= OWN and is_concrete(line, others) and not (shown.has(line) or shown.tells(line)):
            shown.add(line)
            chosen.append(line)
    return [line.published() for line in chosen]


def _of_a_day_before(opening: Line, lines: Sequence[Line]) -> bool:
    """Say whether a report names the day before its own, and not its own: it came out after midnight."""
    day = opening.article.own_day
    named = {one.iso for line in lines if line.rank == opening.rank for one in line.mentions}
    return day is not None and day.isoformat() not in named and (day - timedelta(days=1)).isoformat() in named


def timeline(lines: Sequence[Line], shown: Shown) -> list[Moment]:
    """Give the days and months that the reports name, oldest first, each with the sentence that tells it earliest in its report.

    What the summary says in other words may stand here: a timeline needs its event.
    A day of publication stands where no sentence names it, with the first sentence of a report of that day.
    """
    about, length = matter(lines), lengths(lines)
    headlines = {stem for line in lines if not line.place for stem in content_stems(line.article.title, line.article.language)}
    begun = min((line.article.own_day.isoformat() for line in lines if line.article.own_day), default="")
    found: list[tuple[str, int, int, int, Line, str]] = []
    for line in lines:
        named, day = [one for one in line.mentions if not SINCE.search(line.text[: one.end])], line.article.own_day
        if (line.place and len(named) != 1) or not (is_own(line, about) and shown.standing.stands(line)):
            continue
        if len(set(content_stems(DAY_NAME.sub("", line.bare)))) < FEWEST_WORDS:
            continue
        if not named and line.place == 0 and day:
            named = list(opening_day(line.text, day))
        if len(named) == 1 and (named[0].iso < begun or is_early(line, length)):
            found.append((named[0].iso, 0, line.place, line.rank, line, "" if named[0].whole else named[0].said))
        elif not named and line.place == 0 and day and line.vector.keys() & headlines and not _of_a_day_before(line, lines):
            found.append((day.isoformat(), 1, line.place, line.rank, line, ""))
    chosen: dict[str, Moment] = {}
    taken: list[Line] = []
    for iso, published, _, _, line, said in sorted(found, key=lambda item: item[:4]):
        if iso not in chosen and not shown.has(line) and all(likeness(line, other) < REPEATED for other in taken):
            taken.append(line)
            chosen[iso] = Moment(iso, PUBLISHED if published else said, line.published())
    if len(chosen) < FEWEST:
        return []
    for line in taken:
        shown.add(line)
    return [chosen[iso] for iso in sorted(chosen)][-MOST:]
