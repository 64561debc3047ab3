"""How counts, lists and dates are said."""

from __future__ import annotations

import pytest

from digest.model import Precision, Published
from digest.steps.pages import say


def at(iso: str, precision: Precision = Precision.SECOND) -> Published:
    return Published(iso, precision, "line 2")


@pytest.mark.parametrize(
    ("published", "long", "short"),
    [
        (at("2019-06-29T02:47:04"), "Saturday 29 June 2019, 02:47", "29 June"),
        (at("2019-06-29T02:47:04Z"), "Saturday 29 June 2019, 02:47 UTC", "29 June"),
        (at("2019-06-29T02:47:04+05:30"), "Saturday 29 June 2019, 02:47 UTC+5:30", "29 June"),
        (at("2019-06-29T02:47:04-03:00"), "Saturday 29 June 2019, 02:47 UTC−3", "29 June"),
        (at("2019-06-28", Precision.DAY), "Friday 28 June 2019", "28 June"),
        (at("2019-06-28", Precision.INFERRED), "Friday 28 June 2019", "28 June (inferred)"),
        (at("2019-06", Precision.MONTH), "June 2019", "June 2019"),
        (None, "date not known", "date not known"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(published: Published | None, long: str, short: str) -> None:
    assert say.long_date(published) == long
    assert say.short_date(published) == short


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("2019-06-29T05:40:00", "2019-06-29T06:25:00", "45 minutes later"),
        ("2019-06-29T05:40:00", "2019-06-29T12:10:00", "6 hours later"),
        ("2019-06-29T05:40:00Z", "2019-06-29T06:40:00+02:00", "1 hour earlier"),
        ("2019-06-29T05:40:00", "2019-06-29T06:40:00+02:00", "on the same day"),
        ("2019-06-29T05:40:00", "2019-06-30T12:10:00", "a day later"),
    ],
)
def test_times_are_compared_only_where_both_or_neither_give_a_zone(first: str, second: str, said: str) -> None:
    assert say.later(at(first), at(second)) == said


def test_counts_and_lists_are_english() -> None:
    assert (say.count(1, "event"), say.count(2, "event"), say.count(1234, "event")) == ("1 event", "2 events", "1,234 events")
    assert (say.listed([]), say.listed(["a"]), say.listed(["a", "b"]), say.listed(["a", "b", "c"])) == (
        "",
        "a",
        "a and b",
        "a, b and c",
    )
