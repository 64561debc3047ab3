"""Find what other articles say the same: the further citations of a summary sentence."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from digest.model import Citation
from digest.steps.summarize.material import Line
from digest.steps.summarize.weigh import overlap
from digest.text.words import is_stop

ALL, ACTS = 0.45, 0.45
"""Shares of the heavier sentence's weight (idf) that must be in both: of all its words, and of those that are no names.

Names alone align a person's every deed with every other. Of 45 pairs of real events that were read at 0.40 about four in five
said the same, so the bounds were raised: then 54 of 60 did. In a second draw, with ``FEWEST_ACTS`` and ``TELLING`` as they are
and ``CLOSE`` at .7, 58 of 60 did, of which a part stood in the first draw too.
"""

FEWEST_ACTS, MANY_ACTS, CLOSE = 4, 6, 0.65
"""Words that are no names and that both must have; so many, or sentences that share so much: of the six of the 60 that did not
say the same, five had fewer ("a girl was killed in the quakes, which sent tsunamis", "one of the quakes sent tsunamis")."""

HELD = 0.85
"""A sentence with a figure is also said where another one with it holds so much of its weight, whatever else it tells."""

QUOTED = 0.38
"""Two sentences that quote the same two words or more with a meaning of their own need no more than this in common. With this
and ``HELD`` 14 more sentences of 358 events had a further citation, all of them right; at .25 43 had one, half of them wrong."""

TELLING = 3
"""Words with a meaning of their own that a quotation must have to tell that both report one thing ("I don't see any reason")."""


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
    if one.text == two.text:
        return 2.0
    if one.quotes_as(two, TELLING):
        return 1.5
    shared = overlap(one.vector, two.vector)
    if _holds(one, two) or (shared >= QUOTED and _quote_in_common(one, two)):
        return max(shared, ALL)
    if shared < ALL or one.denies != two.denies or (one.figures and two.figures and not one.figures & two.figures):
        return 0.0
    if one.bare == two.bare:
        return 2.0
    common = len(one.acts.keys() & two.acts.keys())
    if common < FEWEST_ACTS or (common < MANY_ACTS and shared < CLOSE) or overlap(one.acts, two.acts) < ACTS:
        return 0.0
    return shared


def _holds(one: Line, two: Line) -> bool:
    """Say whether one sentence says all that the other does, with its figures."""
    if not one.figures or not one.figures <= two.figures or one.denies != two.denies or len(one.vector) <= FEWEST_ACTS:
        return False
    held = fsum(value for stem, value in one.vector.items() if stem in two.vector)
    return held >= HELD * fsum(one.vector.values())


def _quote_in_common(one: Line, two: Line) -> bool:
    """Say whether both carry one quotation of two words or more that have a meaning of their own."""
    common = set(one.quotes) & set(two.quotes)
    return any(sum(not is_stop(word, one.article.language) for word in quote) > 1 for quote in common)
