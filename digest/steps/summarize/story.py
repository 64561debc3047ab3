"""Put the chosen sentences into the order of a story: the event first, background last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.steps.summarize.material import Line

BACKGROUND = re.compile(
    r"""^(?:in\ recent\ (?:years|months|decades)|for\ (?:years|decades|months)|over\ the\ (?:past|last)
          |(?:since|in)\ (?:19|20)\d\d|(?:last|previous)\ year|historically|previously|years\ ago)\b
      | \bhad\ (?:already\ |long\ |also\ |previously\ )?(?:been|\w+ed)\b
      | \b(?:years|months|decades)\ (?:ago|earlier)\b""",
    re.VERBOSE | re.IGNORECASE,
)
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def tell(chosen: Sequence[Line]) -> list[Line]:
    """Put sentences, those of most worth first, into reading order.

    One that opens a report comes first, if there is one that is no background, then the others as the reports tell them,
    background last.
    """
    if not chosen:
        return []
    news = [line for line in chosen if not is_background(line)] or chosen
    first = next((line for line in news if line.place == 0), news[0])
    rest = [line for line in chosen if line is not first]
    return [first, *sorted(rest, key=lambda line: (is_background(line), _as_told(line)))]


def _as_told(line: Line) -> tuple[int, int, int]:
    return (line.place, line.rank, line.start)


def is_background(line: Line) -> bool:
    """Say whether a sentence tells what went before: past perfect, "in recent years", an earlier year and no weekday."""
    if BACKGROUND.search(line.text):
        return True
    if WEEKDAY.search(line.text):
        return False
    years = [int(year) for year in YEAR.findall(line.text)]
    return bool(years and line.article.day and max(years) < line.article.day.year)
