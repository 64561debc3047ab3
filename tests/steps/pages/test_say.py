"""How counts, lists and dates are said."""

from __future__ import annotations

from datetime import date

import pytest

from digest.model import Precision, Published
from digest.steps.pages import say
from digest.text.catalogue import words

EN = words("en")


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
    assert say.long_date(EN, published) == long
    assert say.short_date(EN, published) == short


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
    assert say.later(EN, at(first), at(second)) == said


def test_counts_and_lists_are_english() -> None:
    assert [EN("count.event", count=count) for count in (1, 2, 1234)] == ["1 event", "2 events", "1,234 events"]
    assert (say.listed(EN, []), say.listed(EN, ["a"]), say.listed(EN, ["a", "b"]), say.listed(EN, ["a", "b", "c"])) == (
        "",
        "a",
        "a and b",
        "a, b and c",
    )


def test_counts_and_lists_are_spanish() -> None:
    es = words("es")
    said = [es("count.event", count=count) for count in (1, 2, 1234, 12345)]
    assert said == ["1 hecho", "2 hechos", "1234 hechos", "12.345 hechos"]
    assert say.listed(es, ["Rusia", "China", "Japón"]) == "Rusia, China y Japón"
    assert say.listed(es, ["Siria", "Irán"]) == "Siria e Irán"
    assert say.listed(es, ["fuego", "hielo"]) == "fuego y hielo"
    assert es.decimal(0.5) == "0,50"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("OSAKA", "Osaka"),
        ("Osaka", "Osaka"),
        ("SÃO PAULO, Brazil", "São Paulo, Brazil"),
        ("LEESBURG, Va.", "Leesburg, Va."),
        ("OSAKA, JAPAN", "Osaka, Japan"),
        ("LONDON, UK", "London, UK"),
        ("WASHINGTON, D.C.", "Washington, D.C."),
        ("", ""),
    ],
)
def test_a_place_is_said_in_ordinary_case(written: str, said: str) -> None:
    assert say.place_name(written) == said


@pytest.mark.parametrize(
    ("first", "last", "year", "english", "spanish"),
    [
        ("2019-06-28", "2019-06-29", False, "28–29 June", "28–29 de junio"),
        ("2019-06-28", "2019-06-29", True, "28–29 June 2019", "28–29 de junio de 2019"),
        ("2019-06-30", "2019-07-01", False, "30 June – 1 July", "30 de junio – 1 de julio"),
        ("2019-06-30", "2019-07-01", True, "30 June – 1 July 2019", "30 de junio – 1 de julio de 2019"),
        ("2018-06-29", "2019-06-30", False, "29 June 2018 – 30 June 2019", "29 de junio de 2018 – 30 de junio de 2019"),
    ],
)
def test_of_two_days_nothing_is_said_twice(first: str, last: str, year: bool, english: str, spanish: str) -> None:
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert "".join(say.span(EN, *days, year=year)) == english
    assert "".join(say.span(words("es"), *days, year=year)) == spanish
