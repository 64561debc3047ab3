"""Which articles carry the text of another one: wire copy, reprints, the same file twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.model import ArticleId
from digest.steps.events.shelf import Shelved
from digest.text.words import shingles

CARRIED = 0.7
"""A copy holds this share of the five-word runs of the shorter text; independent reports of one event share under .05."""

LEAST_RUNS = 20
"""A shorter text (24 words) proves nothing by its wording unless it is the very same."""


SUSPECT = 0.4
"""Of the sampled runs (``facts.runs``, one in four) a copy shares this: of 20 that are sampled, .7 of all would give fewer than
eight once in five hundred times."""

FEW_SAMPLES = 20
"""With fewer runs sampled all are looked at."""


def find_copies(
    members: Sequence[ArticleId], shelf: Mapping[ArticleId, Shelved], known: Mapping[ArticleId, ArticleId], since: int
) -> dict[ArticleId, ArticleId]:
    """Give each copy among the articles of one event with the earliest article whose text it carries.

    ``members`` are in the order of the event; those before the place ``since`` have been looked at and are not given again:
    what was found is in ``known``. A sample of the runs, chosen by their hashes (Broder 1997, "On the resemblance
    and containment of documents"), says which pairs are looked at; the share of all runs then decides.
    """
    runs: dict[ArticleId, frozenset[tuple[str, ...]]] = {}
    samples = {article: frozenset(shelf[article].runs.numbers) for article in members}

    def runs_of(article: ArticleId) -> frozenset[tuple[str, ...]]:
        if article not in runs:
            runs[article] = shingles(" ".join(shelf[article].article.told))
        return runs[article]

    def carries(one: ArticleId, other: ArticleId) -> bool:
        if shelf[one].article.digest == shelf[other].article.digest:
            return True
        sampled = min(len(samples[one]), len(samples[other]))
        if sampled >= FEW_SAMPLES and len(samples[one] & samples[other]) < SUSPECT * sampled:
            return False
        shorter = min(len(runs_of(one)), len(runs_of(other)))
        return shorter >= LEAST_RUNS and len(runs_of(one) & runs_of(other)) >= CARRIED * shorter

    copies: dict[ArticleId, ArticleId] = {}
    for place, article in enumerate(members[since:], since):
        for other in members[:place]:  # in order: the earliest wins
            if carries(article, other):
                copies[article] = copies.get(other, known.get(other, other))
                break
    return copies
