"""How good a keyword a phrase is: YAKE's view of it, how rare its words are, how early and how often it stands."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from digest.steps.keywords.phrases import Key, Uses
from digest.text.frequency import idf


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the logit that a reader would choose a phrase.

    Started from a logistic regression on one half of a crowd's keywords and of the words that people used to sum up an event,
    then rounded; ``rarity`` was raised by hand, because a reader of many reports has no use for the words that all of them share.
    """

    base: float = -3.0
    yake: float = 0.22
    """A unit of -ln of YAKE's score of the phrase."""
    yake_words: float = 0.2
    """The same of its words, on average."""
    rarity: float = 0.1
    """A unit of idf, on average over its words, up to MOST_IDF."""
    often: float = 0.15
    """A unit of ln of how often it stands."""
    early: float = 1.3
    """The headline, or the first word of the body; falls to half after EARLY words."""
    title: float = 0.8
    whole: float = 0.3
    """All of its uses are whole noun phrases."""
    capitals: float = -0.3
    """An abbreviation."""
    participle: float = -0.4
    two: float = 0.2
    more: float = -0.3
    """Two words; three or more."""


WEIGHTS = Weights()
EARLY = 150
MOST_IDF = 9.0
"""Names and misprints are equally unknown: above this rarity says nothing."""

UNPROPOSED = 1.0
"""YAKE's score for a name that it did not propose: a poor one."""


def rank(key: Key, uses: Uses, yake: Mapping[Key, float], language: str, weights: Weights = WEIGHTS) -> float | None:
    """Give the chance, 0 to 1, that a reader would choose a phrase; None for one that neither YAKE proposes nor is a name."""
    proposed = [yake[form] for form in sorted({key, *uses.aliases}) if form in yake]
    if not proposed and uses.kinds != ("name",):
        return None
    whole = -math.log(max(min(proposed, default=UNPROPOSED), 1e-4))
    parts = sum(-math.log(max(yake.get((part,), UNPROPOSED), 1e-4)) for part in key) / len(key)
    rarity = sum(min(idf(part, language), MOST_IDF) for part in key) / len(key)
    logit = (
        weights.base
        + weights.yake * whole
        + weights.yake_words * parts
        + weights.rarity * rarity
        + weights.often * math.log(uses.count)
        + weights.early / (1 + (0 if uses.titled else uses.first) / EARLY)
        + weights.title * uses.titled
        + weights.whole * uses.whole / uses.count
        + weights.capitals * uses.form.isupper()
        + weights.participle * ("participle" in uses.kinds)
        + (weights.two if len(key) == 2 else weights.more if len(key) > 2 else 0.0)
    )
    return round(1 / (1 + math.exp(-logit)), 9)
