"""The geometry of the chart of sources against topics: a circle for what an outlet has on a topic, its area the articles."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from digest.steps.pages.view import View, cut, rounded

COLUMN, ROW, NAMES, HEAD, LINE = 66, 34, 148, 44, 15
"""User units, which are pixels: of a topic, an outlet, the outlets' names, the topics', and a line of either."""

FITS = 420
"""So wide a chart may shrink to a phone's width: its small type is 11 pixels there, and would be less for a wider one."""

RADIUS = 13.0
"""Of the largest number."""

MOST_ROWS, MOST_COLUMNS = 24, 12
"""Outlets and topics that are drawn, those with most articles; the table has all."""

OF_NAME, OF_TOPIC = 22, 10
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
        name_lines = _two_lines(name, OF_NAME)
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
                "lines": _placed(name_lines, y + 4 + LINE / 2 * (len(name_lines) - 1)),
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
            {"x": rounded(NAMES + COLUMN * column + COLUMN / 2), "lines": _placed(_two_lines(topics[at], OF_TOPIC), HEAD - 10)}
            for column, at in enumerate(chosen)
        ],
        "rows": drawn,
        "undrawn": len(lines) - len(rows) + len(topics) - len(chosen),
    }


def _two_lines(text: str, room: int) -> list[str]:
    """Give a name in one or two lines, each cut where it is too long."""
    first, _, rest = text.partition(" ")
    while rest:
        word, _, after = rest.partition(" ")
        if cut(f"{first} {word}", room) != f"{first} {word}":
            break
        first, rest = f"{first} {word}", after
    return [cut(first, room), *([cut(rest, room)] if rest else [])]


def _placed(lines: Sequence[str], bottom: float) -> list[View]:
    """Give lines with their heights, the last at ``bottom``."""
    return [{"text": line, "y": rounded(bottom - LINE * (len(lines) - 1 - at))} for at, line in enumerate(lines)]
