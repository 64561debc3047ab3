"""Which articles carry the text of another one: wire copy, reprints, the same file twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from digest.model import ArticleId
from digest.steps.events.profile import SKETCH, Profile

CARRIED = 0.7
"""A copy holds this share of the five-word runs of the shorter text; independent reports of one event share under .05."""

LEAST_RUNS = 20
"""A shorter text (24 words) proves nothing by its wording unless it is the very same."""


def find_copies(members: Sequence[ArticleId], profiles: Mapping[ArticleId, Profile]) -> dict[ArticleId, ArticleId]:
    """Give each copy among the articles of one event with the earliest article whose text it carries.

    ``members`` are in the order of the event. Candidates share a hash of their bottom-k sketches (Broder 1997, "On the
    resemblance and containment of documents"); the share of common runs then decides, so chance decides nothing.
    """
    holders: dict[int, list[ArticleId]] = defaultdict(list)
    copies: dict[ArticleId, ArticleId] = {}
    for article in members:
        sketch = profiles[article].sketch[:SKETCH]
        candidates = {other for value in sketch for other in holders[value]}
        for other in members:  # in order: the earliest wins
            if other in candidates and _carries(profiles[article], profiles[other]):
                copies[article] = copies.get(other, other)
                break
        for value in sketch:
            holders[value].append(article)
    return copies


def _carries(one: Profile, other: Profile) -> bool:
    if one.article.digest == other.article.digest:
        return True
    shorter = min(len(one.runs), len(other.runs))
    return shorter >= LEAST_RUNS and len(one.runs & other.runs) >= CARRIED * shorter
