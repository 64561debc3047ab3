"""How good a keyword of an article a phrase is: YAKE's view of it, how rare its words are, how early and how often it stands."""

from __future__ import annotations

import math
from collections.abc import Mapping

from digest.steps.keywords.names import Key
from digest.steps.keywords.phrases import Uses
from digest.steps.keywords.weights import Features
from digest.text.frequency import idf

EARLY, OPENING = 150, 40
"""Words of the body after which the two measures of an early mention fall to half."""

MOST_IDF = 9.0
"""Names and misprints are equally unknown: above this rarity says nothing."""

UNPROPOSED = 1.0
"""YAKE's score for a name that it did not propose: a poor one."""


def describe(found: Mapping[Key, Uses], yake: Mapping[Key, float], length: int, language: str) -> dict[Key, Features]:
    """Give what tells of each phrase whether a reader would choose it, under the names that ``weights.json`` has for it.

    ``length`` is the number of words of the article. Phrases that neither YAKE proposes nor are names are left out, and so
    are longer ones that are no name and stand there once: one report's turn of phrase.
    """
    lone = {key[0]: uses.count for key, uses in found.items() if len(key) == 1}
    most = max((uses.count for uses in found.values()), default=1)
    within = inside(found)
    return {
        key: _features(key, uses, yake, [max(uses.count, lone.get(part, 0)) for part in key], most, length, language)
        | {"part of a longer phrase": min(within.get(key, 0.0), 1.0)}
        for key, uses in found.items()
        if uses.kinds == ("name",) or ((len(key) < 3 or uses.count > 1) and any(form in yake for form in (key, *uses.aliases)))
    }


def inside(found: Mapping[Key, Uses]) -> dict[Key, float]:
    """Give the largest share of each phrase's uses that stand inside one longer phrase."""
    shares: dict[Key, float] = {}
    for longer, uses in found.items():
        for size in range(1, len(longer)):
            for start in range(len(longer) - size + 1):
                part = longer[start : start + size]
                if part in found:
                    shares[part] = max(shares.get(part, 0.0), uses.count / found[part].count)
    return shares


def _features(
    key: Key, uses: Uses, yake: Mapping[Key, float], counts: list[int], most: int, length: int, language: str
) -> Features:
    proposed = [yake[form] for form in sorted({key, *uses.aliases}) if form in yake]
    rarities = [min(idf(part, language), MOST_IDF) for part in key]
    apart = uses.count * max(length, 1) ** (len(key) - 1) / math.prod(counts)
    return {
        "yake": -math.log(max(min(proposed, default=UNPROPOSED), 1e-4)),
        "yake of its words": sum(-math.log(max(yake.get((part,), UNPROPOSED), 1e-4)) for part in key) / len(key),
        "rarity": sum(rarities) / len(key),
        "rarity of its commonest word": min(rarities),
        "often": math.log(uses.count),
        "often against the most frequent": uses.count / most,
        "whole": uses.whole / uses.count,
        "early": 1 / (1 + (0 if uses.titled else uses.first) / EARLY),
        "opening": 1 / (1 + uses.first / OPENING),
        "headline": float(uses.titled),
        "cohesion": math.log(apart) / (len(key) - 1) if len(key) > 1 else 0.0,
        "share of its commonest word": uses.count / max(counts),
        "letters": float(len(uses.form)),
        "capitals": float(uses.form.isupper()),
        "name": float(uses.kinds == ("name",)),
        "name and noun": float("name" in uses.kinds and len(uses.kinds) > 1),
        "adjective": float("adjective" in uses.kinds),
        "participle": float("participle" in uses.kinds),
        "gerund": float("gerund" in uses.kinds),
        "demonym": float("demonym" in uses.kinds),
        "two words": float(len(key) == 2),
        "three words or more": float(len(key) > 2),
        "length of the article": math.log(max(length, 1)),
    }
