"""The models that say how likely a reader would choose a phrase, as logistic regressions that one can read."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from digest.steps.keywords.names import Key

Features: TypeAlias = dict[str, float]
"""Name of a feature: its value."""

MOST_WORDS = 5
"""Words of a phrase that count for its length; a longer one is no better."""


@cache
def weights_of(model: str) -> Mapping[str, float]:
    """Give the weights of a model: ``article``, ``event``, or ``form``, how likely a person who is named is named so.

    A unit of a feature adds its weight to the logit, and ``base`` is always added; ``a word more`` is what every word after
    the first adds to the chance, so that phrases, which tell a reader more, stand beside lone words, which people choose more;
    ``a heading more`` is what it adds that an index could list the phrase.
    ``benchmarks/keywords.py`` says how they were fitted, and measures them.
    """
    text = (files("digest.steps.keywords") / "weights.json").read_text(encoding="utf-8")
    listed: dict[str, dict[str, float]] = json.loads(text)
    return listed[model]


def chance(features: Features, weights: Mapping[str, float]) -> float:
    """Give how likely a phrase is to be chosen under the weights of a model."""
    logit = weights["base"] + math.fsum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(min(logit, 30.0), -30.0)))


def worth(key: Key, likely: float, weights: Mapping[str, float], *, heading: bool) -> float:
    """Give how good a keyword a phrase is: its chance, more for its length and for a heading; over 0, rounded to 9 places."""
    return round(likely + weights["a word more"] * (min(len(key), MOST_WORDS) - 1) + weights["a heading more"] * heading, 9)
