"""The pair model: how likely two articles report one event."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from digest.steps.events.features import FEATURES

Node: TypeAlias = "float | list[object]"
"""What a tree adds at a leaf, or [feature, bound, the node up to the bound, the node above it]."""

LEAVES = 16
"""Of a tree, at most: one bit each."""


class Model:
    """Gradient-boosted regression trees over ``FEATURES`` (Friedman 2001, "Greedy function approximation").

    All pairs and trees are looked up at once: for each feature a table tells which leaves of each tree are still within reach,
    and the first leaf that all features leave is the one (Lucchese et al. 2015, "QuickScorer").
    """

    def __init__(self, start: float, trees: Sequence[Node]) -> None:
        """Make the tables; ValueError where a tree has more leaves than ``LEAVES``."""
        self._start = start
        self._leaves = np.zeros((len(trees), LEAVES))
        cuts: list[list[tuple[float, int, int]]] = [[] for _ in FEATURES]
        for number, tree in enumerate(trees):
            for leaf, value in enumerate(_walk(tree, number, 0, cuts)):
                self._leaves[number, leaf] = value
        self._bounds: list[npt.NDArray[np.float64]] = []
        self._reach: list[npt.NDArray[np.uint16]] = []
        """Feature: a row for each of its bounds that a number is above, and in it the leaves within reach, a bit each."""
        for found in cuts:
            found.sort()
            reach = np.full((len(found) + 1, len(trees)), 0xFFFF, np.uint16)
            for row, (_, tree_number, lost) in enumerate(found, 1):
                reach[row] = reach[row - 1]
                reach[row, tree_number] &= 0xFFFF ^ lost
            self._bounds.append(np.array([bound for bound, _, _ in found]))
            self._reach.append(reach)

    def likelihoods(self, pairs: Sequence[Sequence[float]] | npt.NDArray[np.float64]) -> list[float]:
        """Give how likely each pair is one event, 0 to 1, rounded to 6 places: the logistic function of what all trees add up to.

        ``pairs`` has the numbers of ``FEATURES`` for each.
        """
        found: list[float] = []
        for start in range(0, len(pairs), 512):  # what is looked up stays in the processor's memory
            numbers = np.asarray(pairs[start : start + 512], np.float64)
            reach = np.full((len(numbers), len(self._leaves)), 0xFFFF, np.uint16)
            for feature, bounds in enumerate(self._bounds):
                if len(bounds):
                    reach &= self._reach[feature].take(np.searchsorted(bounds, numbers[:, feature]), axis=0)
            leaf = _LOWEST.take(reach)
            totals = (
                self._start + np.cumsum(self._leaves.ravel().take(leaf + np.arange(len(self._leaves)) * LEAVES), axis=1)[:, -1]
            )
            found += np.round(1 / (1 + np.exp(-totals)), 6).tolist()
        return found


_LOWEST = np.array([(mask & -mask).bit_length() - 1 if mask else 0 for mask in range(1 << LEAVES)], np.int32)
"""By the leaves within reach, a bit each: the first of them."""


def _walk(node: Node, tree: int, first: int, cuts: list[list[tuple[float, int, int]]]) -> list[float]:
    """Give the values of a tree's leaves in their order, and note for each bound which leaves a number above it loses."""
    if not isinstance(node, list):
        return [float(node)]
    feature, bound, low, high = node
    lows = _walk(low, tree, first, cuts)  # type: ignore[arg-type]
    highs = _walk(high, tree, first + len(lows), cuts)  # type: ignore[arg-type]
    if first + len(lows) + len(highs) > LEAVES:
        raise ValueError(f"a tree of the pair model has more than {LEAVES} leaves")
    cuts[int(str(feature))].append((float(str(bound)), tree, ((1 << len(lows)) - 1) << first))
    return lows + highs


def parse(text: str) -> Model:
    """Read a model as ``benchmarks/train_events.py`` writes it; ValueError where it knows other features."""
    written = json.loads(text)
    if written["features"] != list(FEATURES):
        raise ValueError("the pair model was trained on other features: run benchmarks/train_events.py")
    return Model(written["start"], written["trees"])


def judge(pairs: Sequence[Sequence[float]] | npt.NDArray[np.float64]) -> list[float]:
    """Give how likely the two articles of each pair with these features report one event, by the model that we ship."""
    return _shipped().likelihoods(pairs)


@cache
def _shipped() -> Model:
    return parse((files("digest.steps.events") / "pair-model.json").read_text(encoding="utf-8"))
