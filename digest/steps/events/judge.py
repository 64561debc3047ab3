"""The pair model: how likely two articles report one event."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple, TypeAlias

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

    A feature that is not known yet is taken at the value that speaks most for one event: where the trees add up to most, both
    sides of every other bound weighing alike (after partial dependence, section 8.2 there).
    """

    def __init__(self, start: float, trees: Sequence[Node]) -> None:
        """Make the tables; ValueError where a tree has more leaves than ``LEAVES``."""
        self._start = start
        self._leaves = np.zeros((len(trees), LEAVES))
        cuts: list[list[_Cut]] = [[] for _ in FEATURES]
        for number, tree in enumerate(trees):
            leaves, _ = _walk(tree, number, 0, 1.0, cuts)
            self._leaves[number, : len(leaves)] = leaves
        self._bounds: list[npt.NDArray[np.float64]] = []
        self._reach: list[npt.NDArray[np.uint16]] = []
        """Feature: a row for each of its bounds that a number is above, and in it the leaves within reach, a bit each."""
        self._best: list[npt.NDArray[np.uint16]] = []
        """Feature: the one of these rows that speaks most for one event."""
        for found in cuts:
            found.sort()
            reach = np.full((len(found) + 1, len(trees)), 0xFFFF, np.uint16)
            for row, cut in enumerate(found, 1):
                reach[row] = reach[row - 1]
                reach[row, cut.tree] &= 0xFFFF ^ cut.lost
            bounds = np.array([cut.bound for cut in found])
            self._bounds.append(bounds)
            self._reach.append(reach)
            gained = np.cumsum([0.0, *(cut.gained for cut in found)])
            gained[:-1][np.append(np.inf, bounds[:-1]) == bounds] = -np.inf  # no number lies between two bounds that are the same
            self._best.append(reach[int(gained.round(6).argmax())])

    def likelihoods(
        self, pairs: Sequence[Sequence[float]] | npt.NDArray[np.float64], known: Collection[str] = FEATURES
    ) -> list[float]:
        """Give how likely each pair is one event, 0 to 1, rounded to 6 places: the logistic function of what all trees add up to.

        ``pairs`` has the numbers of the ``known`` features for each; all others are taken at what speaks most for one event.
        """
        places = {name: place for place, name in enumerate(known)}
        columns = [places.get(name) for name in FEATURES]
        hoped = [best for best, column in zip(self._best, columns, strict=True) if column is None]
        reachable = np.bitwise_and.reduce(hoped) if hoped else np.full(len(self._leaves), 0xFFFF, np.uint16)
        found: list[float] = []
        for start in range(0, len(pairs), 512):  # what is looked up stays in the processor's memory
            numbers = np.asarray(pairs[start : start + 512], np.float64)
            reach = np.tile(reachable, (len(numbers), 1))
            for feature, column in enumerate(columns):
                if column is not None and len(bounds := self._bounds[feature]):
                    reach &= self._reach[feature].take(np.searchsorted(bounds, numbers[:, column]), axis=0)
            leaf = _LOWEST.take(reach)
            totals = (
                self._start + np.cumsum(self._leaves.ravel().take(leaf + np.arange(len(self._leaves)) * LEAVES), axis=1)[:, -1]
            )
            found += np.round(1 / (1 + np.exp(-totals)), 6).tolist()
        return found


_LOWEST = np.array([(mask & -mask).bit_length() - 1 if mask else 0 for mask in range(1 << LEAVES)], np.int32)
"""By the leaves within reach, a bit each: the first of them."""


class _Cut(NamedTuple):
    """A bound of a tree."""

    bound: float
    tree: int
    lost: int
    """The leaves that a number above it loses, a bit each."""
    gained: float
    """What the number then adds, the sides of every other bound weighing alike."""


def _walk(node: Node, tree: int, first: int, share: float, cuts: list[list[_Cut]]) -> tuple[list[float], float]:
    """Give the values of the leaves in their order and their mean, and note the bounds; ``share`` of all pairs come by here."""
    if not isinstance(node, list):
        return [float(node)], float(node)
    feature, bound, low, high = node
    lows, low_mean = _walk(low, tree, first, share / 2, cuts)  # type: ignore[arg-type]
    highs, high_mean = _walk(high, tree, first + len(lows), share / 2, cuts)  # type: ignore[arg-type]
    if first + len(lows) + len(highs) > LEAVES:
        raise ValueError(f"a tree of the pair model has more than {LEAVES} leaves")
    lost = ((1 << len(lows)) - 1) << first
    cuts[int(str(feature))].append(_Cut(float(str(bound)), tree, lost, share * (high_mean - low_mean)))
    return lows + highs, (low_mean + high_mean) / 2


def parse(text: str) -> Model:
    """Read a model as ``benchmarks/train_events.py`` writes it; ValueError where it knows other features."""
    written = json.loads(text)
    if written["features"] != list(FEATURES):
        raise ValueError("the pair model was trained on other features: run benchmarks/train_events.py")
    return Model(written["start"], written["trees"])


def judge(pairs: Sequence[Sequence[float]] | npt.NDArray[np.float64], known: Collection[str] = FEATURES) -> list[float]:
    """Give how likely the two articles of each pair with these features report one event, by the model that we ship."""
    return _shipped().likelihoods(pairs, known)


@cache
def _shipped() -> Model:
    return parse((files("digest.steps.events") / "pair-model.json").read_text(encoding="utf-8"))
