"""Two words of which one says the opposite of the other, in sentences that are otherwise nearly the same."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from digest.steps.compare.aliases import PAIRS
from digest.steps.compare.lines import Line, overlap
from digest.text.words import WORD, stem

ENOUGH, IN_ORDER = 0.8, 0.75
"""The share (idf) that two sentences must have in common besides the two words, and of their words in one order (0 to 1)."""


def opposed(one: Line, two: Line) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Give the two words by which one sentence says the opposite of another that is otherwise nearly the same."""
    if one.turning == two.turning or one.denials != two.denials or one.figures != two.figures or one.names != two.names:
        return
    found = [
        pair
        for pair in PAIRS
        if len(pair & one.plain) == 1 and len(pair & two.plain) == 1 and pair & one.plain != pair & two.plain
    ]
    if len(found) != 1:
        return
    stems = {stem(word) for word in found[0]}
    rest = [{word: value for word, value in line.vector.items() if word not in stems} for line in (one, two)]
    if overlap(*rest) < ENOUGH or len(rest[0]) < 3:
        return
    rows = [[word.lower() for word in line.words] for line in (one, two)]
    if SequenceMatcher(None, rows[0], rows[1], autojunk=False).ratio() < IN_ORDER:
        return
    places = [[m.span() for m in WORD.finditer(line.text) if m.group().lower() in found[0]] for line in (one, two)]
    if [len(at) for at in places] == [1, 1] and not any(
        a <= at[0][0] < b for line, at in zip((one, two), places, strict=True) for a, b in line.quoted
    ):
        yield "", places[0][0], places[1][0]
