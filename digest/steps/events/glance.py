"""What is known of a pair before its facts are looked at: enough to tell most pairs that cannot report one event."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from digest.steps.events.features import UNKNOWN
from digest.steps.events.vectors import Numbers

GLANCED = (
    "body",
    "lead",
    "names",
    "title",
    "lead in body",
    "likeness",
    "level, higher",
    "level, lower",
    "over level",
    "rank, new",
    "rank, old",
    "of best, new",
    "of best, old",
    "days between",
    "undated",
    "length",
    "length, longer",
    "lengths",
    "crowd",
    "background",
)
"""The names of these numbers among ``FEATURES``."""


class Side(NamedTuple):
    """What is known of one article of each pair, a number a pair."""

    level: Numbers
    rank: Numbers
    """How many articles are more like it than the other one is."""
    first: Numbers
    """How alike its nearest is."""
    day: Numbers
    """The ordinal of its day; not a number where it has none."""
    words: Numbers
    crowd: Numbers
    background: Numbers
    """How alike it is to those that are no near ones."""

    def of(self, pairs: npt.NDArray[np.intp]) -> Side:
        """Give the same of some of the pairs."""
        return Side(*(column[pairs] for column in self))


def glance(new: Side, old: Side, cosines: Numbers, crossed: Numbers, alike: Numbers, ratio: Numbers) -> Numbers:
    """Give the numbers of ``GLANCED``, a row a pair, as ``features`` gives them, rounded to 6 places."""
    days = np.abs(new.day - old.day)
    unknown = np.isnan(days)
    shorter, longer = np.minimum(new.words, old.words), np.maximum(new.words, old.words)
    columns = (
        *cosines.T,
        crossed,
        alike,
        np.maximum(new.level, old.level),
        np.minimum(new.level, old.level),
        ratio,
        np.minimum(20, new.rank),
        np.minimum(20, old.rank),
        alike / np.maximum(new.first, 0.01),
        alike / np.maximum(old.first, 0.01),
        np.where(unknown, UNKNOWN, np.log1p(np.where(unknown, 0, days))),
        np.isnan(new.day).astype(np.float64) + np.isnan(old.day),
        np.log1p(shorter),
        np.log1p(longer),
        np.log((1 + longer) / (1 + shorter)),
        new.crowd,
        np.maximum(new.background, old.background),
    )
    return np.round(np.stack(columns, axis=1), 6)
