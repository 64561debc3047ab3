"""Find what other articles say the same: the further citations of a summary sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.model import Citation
from digest.steps.summarize.material import Line
from digest.steps.summarize.weigh import overlap
from digest.text.words import NUMBER

ALL, ACTS = 0.45, 0.45
"""Shares of the heavier sentence's weight (idf) that must be in both: of all its words, and of those that are no names.

Names alone align a person's every deed with every other. Of 45 pairs of real events that were read at 0.40 about four in five
said the same, so the bounds were raised; the pairs that remain were not counted again.
"""

FEWEST_ACTS = 3
"""Words that are no names and that both must have."""

NOT = re.compile(r"\b(?:not|no|never|nobody|none|without|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing))\b|n['’]t\b", re.IGNORECASE)
"""Of two sentences of which one has a negation, neither says what the other does."""


def citations_of(chosen: Line, lines: Sequence[Line]) -> tuple[Citation, ...]:
    """Give the citations of a sentence: where it was taken, then one sentence of every other article that says the same.

    Originals come before copies, in the order of the event.
    """
    found = [Citation(chosen.article.id, chosen.start, chosen.end)]
    others: dict[int, list[Line]] = {}
    for line in lines:
        if line.article.id != chosen.article.id:
            others.setdefault(line.rank, []).append(line)
    for rank in sorted(others):
        scored = [(round(_likeness(chosen, line), 6), -line.start, line) for line in others[rank]]
        best = max(scored, key=lambda item: item[:2])
        if best[0] >= ALL:
            found.append(Citation(best[2].article.id, best[2].start, best[2].end))
    return tuple(found)


def _likeness(one: Line, two: Line) -> float:
    if one.bare == two.bare:
        return 2.0
    if one.quotes_as(two):
        return 1.5
    figures = _figures(one), _figures(two)
    if all(figures) and not figures[0] & figures[1]:
        return 0.0
    if bool(NOT.search(one.text)) != bool(NOT.search(two.text)):
        return 0.0
    acts = [{stem: value for stem, value in line.vector.items() if stem in line.acts} for line in (one, two)]
    if len(acts[0].keys() & acts[1].keys()) < FEWEST_ACTS or overlap(*acts) < ACTS:
        return 0.0
    return overlap(one.vector, two.vector)


def _figures(line: Line) -> frozenset[str]:
    return frozenset(stem for stem in line.stems if NUMBER.search(stem))
