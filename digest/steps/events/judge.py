"""The pair model: how likely two articles report one event."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TypeAlias

from digest.steps.events.features import FEATURES

Node: TypeAlias = "float | tuple[int, float, Node, Node]"
"""What a tree adds at a leaf, or (feature, bound, the node up to the bound, the node above it)."""


@dataclass(frozen=True)
class Model:
    """Gradient-boosted regression trees over ``FEATURES`` (Friedman 2001, "Greedy function approximation")."""

    start: float
    trees: tuple[Node, ...]

    def likelihood(self, numbers: tuple[float, ...]) -> float:
        """Give the likelihood, 0 to 1, rounded to 6 places: the logistic function of what all trees add up to."""
        total = self._sum(numbers)
        return round(1 / (1 + math.exp(-total)), 6)

    @cached_property
    def _sum(self) -> Callable[[tuple[float, ...]], float]:
        """The trees as one function of Python: walking them node by node takes six times as long."""
        lines = [f"total += {_expression(tree)}" for tree in self.trees]
        names = "".join(f"x{number}, " for number in range(len(FEATURES)))
        body = "\n    ".join([f"{names}= numbers", f"total = {self.start!r}", *lines, "return total"])
        made: dict[str, Callable[[tuple[float, ...]], float]] = {}
        exec(f"def add(numbers):\n    {body}\n", {}, made)  # noqa: S102 - nothing but numbers stands in it
        return made["add"]


def parse(text: str) -> Model:
    """Read a model as ``benchmarks/train_events.py`` writes it; ValueError where it knows other features."""
    written = json.loads(text)
    if written["features"] != list(FEATURES):
        raise ValueError("the pair model was trained on other features: run benchmarks/train_events.py")
    return Model(written["start"], tuple(_node(tree) for tree in written["trees"]))


def judge(numbers: tuple[float, ...]) -> float:
    """Give how likely two articles with these features report one event, by the model that we ship."""
    return _shipped().likelihood(numbers)


@cache
def _shipped() -> Model:
    return parse((files("digest.steps.events") / "pair-model.json").read_text(encoding="utf-8"))


def _expression(node: Node) -> str:
    if not isinstance(node, tuple):
        return repr(node)
    feature, bound, low, high = node
    return f"({_expression(low)} if x{feature:d} <= {bound!r} else {_expression(high)})"


def _node(written: list[object] | float) -> Node:
    if isinstance(written, list):
        feature, bound, low, high = written
        return (int(str(feature)), float(str(bound)), _node(low), _node(high))  # type: ignore[arg-type]
    return float(written)
