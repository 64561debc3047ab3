"""What must be true of the shortcuts: they give what the long way gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import ArticleId
from digest.steps.events.features import FEATURES
from digest.steps.events.glance import GLANCED
from digest.steps.events.judge import judge, parse
from digest.steps.events.likeness import Neighbourhood
from digest.steps.events.near import KEPT_NEAR, Near
from digest.steps.events.packed import Hashes
from digest.steps.events.profile import profile_of
from digest.steps.events.vectors import Numbers
from tests.steps.events.stories import BRIDGE, BRIDGE_TOO, CHEESE, CHEESE_TOO, SECOND_BRIDGE
from tests.support import make_article

TREE = '{"features": %s, "start": 0, "trees": [[5, 0.5, -2.0, [0, 0.25, 1.0, 3.0]], [0, 0.75, 1.0, -1.0]]}'
NAMES = list(FEATURES)


@dataclass
class Watched(Neighbourhood):
    """Keeps what it looked at."""

    glanced: list[Numbers] = field(default_factory=list)
    compared: list[Numbers] = field(default_factory=list)

    def hoped(self, numbers: Numbers) -> Numbers:
        self.glanced.append(numbers)
        return np.ones(len(numbers))

    def score(self, pairs: Sequence[tuple[ArticleId, ArticleId]], numbers: Numbers) -> list[float]:
        self.compared.append(numbers)
        return super().score(pairs, numbers)


def test_a_glance_sees_the_numbers_that_a_long_look_sees() -> None:
    days = ["2021-03-01", "2021-03-01", "2021-03-02", "2021-03-05", None]
    texts = [BRIDGE, CHEESE, BRIDGE_TOO, [*SECOND_BRIDGE, *CHEESE], CHEESE_TOO]
    watched = Watched()
    for number, (text, day) in enumerate(zip(texts, days, strict=True)):
        watched.arrive([profile_of(make_article(f"a{number}", text[0][:30], text, day=day or ""))])

    assert sum(map(len, watched.compared)) >= 4
    columns = [NAMES.index(name) for name in GLANCED]
    for glanced, compared in zip(watched.glanced, watched.compared, strict=True):
        assert glanced == pytest.approx(compared[:, columns], abs=2e-6)


def test_what_is_not_known_is_taken_at_its_best() -> None:
    model = parse(TREE % str(NAMES).replace("'", '"'))
    little = model.likelihoods([[0.6]], [NAMES[5]])
    least = model.likelihoods([[0.6]], [NAMES[0]])

    # the first feature is best above a quarter in one tree and up to three quarters in the other; the sixth above a half
    assert little[0] == pytest.approx(1 / (1 + np.exp(-4)), abs=1e-6)
    assert least[0] == pytest.approx(1 / (1 + np.exp(-4)), abs=1e-6)
    assert model.likelihoods([[0.8]], [NAMES[0]])[0] == pytest.approx(1 / (1 + np.exp(-2)), abs=1e-6)


@given(st.lists(st.floats(-1, 50), min_size=len(FEATURES), max_size=len(FEATURES)))
def test_all_features_known_is_the_likelihood_itself(numbers: list[float]) -> None:
    assert judge([numbers[::-1]], NAMES[::-1]) == judge([numbers])


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(4, 7), st.integers(0, 1000)), min_size=1, max_size=120), st.integers(1, 5)
)
def test_the_highest_likenesses_are_kept(drawn: list[tuple[int, int, int]], days: int) -> None:
    near, expected = Near(), {article: list[float]() for article in range(8)}
    for day in range(days):
        pairs = drawn[day::days]
        ones, others = (np.array([pair[side] for pair in pairs], np.int32) for side in (0, 1))
        near.take(ones, others, np.array([pair[2] / 1000 for pair in pairs]), 8)
        for one, other, alike in pairs:
            expected[one].append(alike / 1000)
            expected[other].append(alike / 1000)
    for article, found in expected.items():
        highest = sorted(found, reverse=True)[:KEPT_NEAR]
        assert near.of(article) == highest
        (rank,) = near.ranks(np.array([article], np.int32), np.array([0.5]))
        assert rank == sum(alike > 0.5 for alike in highest)


@given(st.sets(st.text("abc ", max_size=4)), st.sets(st.text("abc ", max_size=4)))
def test_hashes_are_a_set(ours: set[str], theirs: set[str]) -> None:
    one, other = Hashes(ours), Hashes(theirs)

    assert len(one) == len(ours)
    assert all(phrase in one for phrase in ours)
    assert len(one & other) == len(ours & theirs)
