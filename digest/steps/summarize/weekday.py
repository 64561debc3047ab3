"""Say which day "on Friday" was, in brackets: a recorded insertion."""

from __future__ import annotations

import re

from digest.model import Edit
from digest.steps.summarize.material import Line
from digest.text.alone import AHEAD, DONE
from digest.text.calendar import say_day_year
from digest.text.catalogue import words
from digest.text.dates import day_of_weekday
from digest.text.quotes import masked

DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WEEKDAY = re.compile(
    rf"\b(?P<before>\w+ )?(?P<day>{DAY})(?P<part> (?:morning|afternoon|evening|night))?+(?!['’\w])"
    r"(?!,? (?:\d|\[|\(|[A-Z][a-z]+\.? \d))"
)
NOT_THIS_WEEK = frozenset(
    "next last previous this coming every each by until before since black good holy super bloody ash palm".split()
)
PLANNED = frozenset("expected scheduled planned slated supposed delayed postponed rescheduled moved set put".split())
"""Past in form; what follows them lies ahead."""


def insertion(line: Line) -> Edit | None:
    """Give the date of the one weekday that a sentence names, as an insertion after it, or None where it is not certain.

    Certain is: English; the article's day is known; one weekday, outside quotations; no full date follows it; the words
    around it tell of the past (a verb in the past tense right beside it and nothing before that points ahead, or such a verb
    within its clause and nothing in it that does).
    The day is the nearest such weekday on or before the article's.
    """
    article = line.article
    if article.language != "en" or article.day is None:
        return None
    bare = masked(line.text)
    if len(re.findall(DAY, bare)) != 1 or not (match := WEEKDAY.search(bare)):
        return None
    if (match["before"] or "").strip().lower() in NOT_THIS_WEEK:
        return None
    clause_start = max(bare.rfind(mark, 0, match.start()) for mark in ",;:—–”") + 1
    ends = [found for mark in ",;:—–”" if (found := bare.find(mark, match.end())) >= 0]
    clause = bare[clause_start : min(ends, default=len(bare))]
    if len(clause.split()) < 4:  # "On Friday, the court said" is told by what follows
        ends = [found for mark in ",;:—–”" if (found := bare.find(mark, match.end() + 1)) >= 0]
        clause = bare[: min(ends, default=len(bare))]
    before = bare[clause_start : match.start()] + (match["before"] or "")
    words_before = [word for word in before.removesuffix("on ").split() if not word[0].isdigit()]  # "voted 225-184 on Monday"
    beside = _is_done(words_before[-1:]) or _is_done(bare[match.end() :].split()[:1])
    if AHEAD.search(before if beside else clause) or not (beside or DONE.search(clause)):
        return None
    day = day_of_weekday(match["day"], article.day)
    if day is None:
        return None
    position = line.place_of(match.end() - 1) + 1  # right behind the day, also where something is trimmed there
    return Edit(position, position, f" [{say_day_year(words('en'), day)}]")


def _is_done(beside: list[str]) -> bool:
    """A verb in the past tense stands right beside the day: "voted on Monday to rebuild", "on Monday told us to leave"."""
    return bool(beside) and beside[0] not in PLANNED and bool(DONE.fullmatch(beside[0]))
