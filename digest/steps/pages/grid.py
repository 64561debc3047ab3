"""The geometry of the chart of sources against topics: a circle for what an outlet has on a topic, its area the articles."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from digest.steps.pages.view import View, cut, rounded

COLUMN, ROW, NAMES, HEAD = 66, 34, 148, 44
"""User units, which are pixels: of a topic, an outlet, the outlets' names, and the topics'."""

FITS = 420
"""So wide a chart may shrink to a phone's width: its small type is 11 pixels there, and would be less for a wider one."""

RADIUS = 13.0
"""Of the largest number."""

MOST_ROWS, MOST_COLUMNS = 24, 12
"""Outlets and topics that are drawn, those with most articles; the table has all."""

OF_NAME, OF_TOPIC = 20, 10
"""Small letters that a name has room for, in a line."""


def grid(topics: Sequence[str], lines: Sequence[tuple[str, Sequence[int]]]) -> View:
    """Lay out the chart: names of the columns, and a line an outlet with a number a column, at least one of them above zero."""
    sums = [sum(numbers[at] for _, numbers in lines) for at in range(len(topics))]
    chosen = sorted(sorted(range(len(topics)), key=lambda at: (-sums[at], at))[:MOST_COLUMNS])
    rows = sorted(sorted(range(len(lines)), key=lambda at: (-sum(lines[at][1]), at))[:MOST_ROWS])
    most = max([lines[row][1][at] for row in rows for at in chosen] + [1])
    drawn = []
    for place, row in enumerate(rows):
        name, numbers = lines[row]
        y = HEAD + ROW * place + ROW / 2
        cells = []
        for column, at in enumerate(chosen):
            x, radius = NAMES + COLUMN * column + COLUMN / 2, RADIUS * sqrt(numbers[at] / most)
            inside = radius >= 9  # a circle so large has room for its number
            if numbers[at]:
                cells.append(
                    {
                        "x": rounded(x),
                        "r": rounded(max(3.0, radius)),
                        "value": numbers[at],
                        "inside": inside,
                        "value_x": rounded(x if inside else x + max(3.0, radius) + 5),
                    }
                )
        drawn.append(
            {
                "name": cut(name, OF_NAME),
                "y": rounded(y),
                "value_y": rounded(y + 4),
                "rule_y": rounded(y + ROW / 2),
                "cells": cells,
            }
        )
    return {
        "width": NAMES + COLUMN * len(chosen),
        "height": HEAD + ROW * len(rows) + 1,
        "fits": NAMES + COLUMN * len(chosen) <= FITS,
        "head": HEAD,
        "columns": [
            {"x": rounded(NAMES + COLUMN * column + COLUMN / 2), "lines": _two_lines(topics[at])}
            for column, at in enumerate(chosen)
        ],
        "rows": drawn,
        "undrawn": len(lines) - len(rows) + len(topics) - len(chosen),
    }


def _two_lines(text: str) -> list[View]:
    """Give a name in one or two lines, the last of them cut where it is too long."""
    first, _, rest = text.partition(" ")
    while rest and len(first) + 1 + len(rest.partition(" ")[0]) <= OF_TOPIC:
        word, _, rest = rest.partition(" ")
        first = f"{first} {word}"
    found = [cut(first, OF_TOPIC), *([cut(rest, OF_TOPIC)] if rest else [])]
    return [{"text": line, "y": HEAD - 10 - 15 * (len(found) - 1 - at)} for at, line in enumerate(found)]
