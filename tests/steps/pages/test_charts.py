"""The charts' geometry: what is drawn is what was counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.steps.pages import charts
from digest.text.catalogue import words
from tests.steps.pages.factory import ARTICLES, article


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=14))
def test_bars_stay_inside_the_chart_and_are_as_high_as_their_numbers(counts: list[tuple[int, int]]) -> None:
    chart = charts.bars([charts.Bar("", "", own, copies) for own, copies in counts])
    drawn = chart["bars"]
    assert isinstance(drawn, list)
    top = max(own + copies for own, copies in counts)
    for bar, (own, copies) in zip(drawn, counts, strict=True):
        assert bar["x"] >= 0
        assert bar["x"] + bar["width"] <= charts.WIDTH + 0.1
        assert bar["value"] == own + copies
        if top:
            assert bar["own_height"] == pytest.approx(78 * own / top, abs=0.06)
        assert bar["value_y"] > 0


@pytest.mark.parametrize(("span", "unit"), [(0, "day"), (9, "day"), (10, "week"), (75, "week"), (200, "month"), (900, "month")])
def test_time_is_cut_so_that_few_bars_hold_every_article(span: int, unit: str) -> None:
    last = date(2021, 5, 17)
    some = [article(f"a{i}", "T", [["One."]], when=(last - timedelta(days=round(span * i / 9))).isoformat()) for i in range(10)]
    found, bars = charts.coverage(words("en"), some, frozenset({"a3"}), last)
    assert found == unit
    assert len(bars) <= 12
    assert sum(bar.own for bar in bars) == 9
    assert sum(bar.copies for bar in bars) == 1


def test_who_reported_when_needs_two_dates() -> None:
    one = [(1, "Wire", ARTICLES["storm-wire"]), (2, "Silent", ARTICLES["storm-silent"])]
    assert charts.lanes(words("en"), one, frozenset()) is None


def test_a_ring_marks_a_copy_or_an_unknown_time_of_day() -> None:
    some = [
        (1, "Wire", ARTICLES["ferry-wire"]),
        (2, "Weekend", ARTICLES["ferry-weekend"]),
        (3, "Ledger", ARTICLES["ferry-ledger"]),
    ]
    chart = charts.lanes(words("en"), some, frozenset({"ferry-ledger"}))
    assert chart is not None
    lanes = chart["lanes"]
    assert isinstance(lanes, list)
    assert [[dot["ring"] for dot in lane["dots"]] for lane in lanes] == [[False], [True], [True]]
    assert all(0 <= dot["x"] <= charts.WIDTH for lane in lanes for dot in lane["dots"])
