"""What a template is given: plain values by name, text that fits its place, lengths in a chart."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from unicodedata import combining, east_asian_width

View = dict[str, object]
"""What a template shows. Strings are raw; addresses (``url``) count from the site's root."""


def cut(text: str, most: int) -> str:
    """Give a text in the room of so many small Latin letters, an ellipsis where something is left out."""
    ends = list(accumulate(map(_room, text)))
    return text if not ends or ends[-1] <= most else text[: bisect_right(ends, most - 1)].rstrip() + "…"


def _room(letter: str) -> float:
    return max(columns(letter), 1.4 * letter.isupper())  # the mean of capitals in the fonts that the theme names


def columns(text: str) -> int:
    """Give the columns that a text takes in a terminal: two for a wide character, none for a mark on the one before."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def rounded(number: float) -> float:
    """Round a length to one decimal: nobody sees more, and it is the same bytes on every machine."""
    return round(number, 1) + 0.0
