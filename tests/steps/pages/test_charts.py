"""The charts' geometry: what is drawn is what was counted."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.steps.pages import charts
from digest.steps.pages.grid import MOST_ROWS, grid
from digest.steps.pages.view import cut
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


@pytest.mark.parametrize("ages", [(0, 3), (0, 10, 80), (5, 200, 900), (300, 400), (0, 111, 112, 113)])
def test_the_weeks_of_a_topic_hold_every_article_and_one_bar_all_before_them(ages: tuple[int, ...]) -> None:
    last = date(2021, 5, 17)
    some = [article(f"a{i}", "T", [["One."]], when=(last - timedelta(days=age)).isoformat()) for i, age in enumerate((*ages, 20))]
    unit, bars = charts.coverage(words("en"), some, frozenset({"a0"}), last, weekly=True)
    assert unit == "week"
    assert 4 <= len(bars) <= charts.LAST_WEEKS + 1
    assert sum(bar.own + bar.copies for bar in bars) == len(some)
    assert all(bar.name.startswith("Week of ") for bar in bars[1:])
    assert bars[-1].name == "Week of 17 May 2021"
    if not bars[0].name.startswith("Week of "):
        assert bars[0].own + bars[0].copies, "a bar of earlier weeks is there only for what is in it"


numbers = st.lists(st.integers(0, 40), min_size=3, max_size=3)


@given(st.lists(st.tuples(st.text(max_size=60), numbers), min_size=1, max_size=30))
def test_sources_against_topics_are_drawn_within_the_chart_and_as_large_as_they_are(
    lines: list[tuple[str, list[int]]],
) -> None:
    chart = grid(["A topic with a rather long name", "Two", "other"], lines)
    rows: Any = chart["rows"]
    assert len(rows) == min(len(lines), MOST_ROWS)
    assert chart["undrawn"] == len(lines) - len(rows)
    cells = [cell for row in rows for cell in row["cells"]]
    assert all(cell["x"] - cell["r"] >= 0 and cell["x"] + cell["r"] <= int(str(chart["width"])) for cell in cells)
    for one, other in itertools.pairwise(sorted(cells, key=lambda cell: cell["value"])):
        assert one["r"] <= other["r"]
    if len(lines) <= MOST_ROWS:
        assert [[cell["value"] for cell in row["cells"]] for row in rows] == [[n for n in found if n] for _, found in lines]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("The Harbour Post", "The Harbour Post"),
        ("The Harbour Post of Osaka and Kobe", "The Harbour Post…"),
        ("HARBOUR POST OF OSAKA", "HARBOUR POST O…"),
        ("海港邮报国际版编辑部门", "海港邮报国际版编辑…"),
        ("Pre\u0301cis-Pre\u0301cis-Pre\u0301cis", "Pre\u0301cis-Pre\u0301cis-Pre\u0301…"),
        ("", ""),
    ],
)
def test_a_name_is_cut_to_the_room_that_its_letters_take(name: str, shown: str) -> None:
    assert cut(name, 20) == shown


def test_who_reported_when_needs_two_dates() -> None:
    one = [(1, "Wire", ARTICLES["storm-wire"]), (2, "Silent", ARTICLES["storm-silent"])]
    assert charts.lanes(words("en"), one, frozenset()) is None


def test_who_reported_when_is_not_drawn_where_the_marks_would_all_be_the_same_day() -> None:
    days = [replace(ARTICLES["ferry-weekend"], id=name) for name in ("one", "other")]
    assert charts.lanes(words("en"), [(at, one.id, one) for at, one in enumerate(days, 1)], frozenset()) is None


def test_a_hollow_mark_is_a_copy_and_one_as_long_as_a_day_has_no_time() -> None:
    some = [
        (1, "Wire", ARTICLES["ferry-wire"]),
        (2, "Weekend", ARTICLES["ferry-weekend"]),
        (3, "Ledger", ARTICLES["ferry-ledger"]),
    ]
    chart = charts.lanes(words("en"), some, frozenset({"ferry-ledger"}))
    assert chart is not None
    lanes = chart["lanes"]
    assert isinstance(lanes, list)
    assert [[dot["ring"] for dot in lane["dots"]] for lane in lanes] == [[False], [False], [True]]
    assert [[dot["width"] for dot in lane["dots"]] for lane in lanes] == [[10.0], [77.0], [10.0]], "four days: 324 units"
    assert chart["rings"]
    assert chart["spans"]
    assert all(0 <= dot["x"] <= dot["x"] + dot["width"] <= charts.WIDTH for lane in lanes for dot in lane["dots"])
