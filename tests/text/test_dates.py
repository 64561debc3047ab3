"""Dates are read as newsrooms write them, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.calendar import say_day, say_day_month, say_month, weekday
from digest.text.catalogue import words
from digest.text.dates import day_of_weekday, has_date_shape, named_weekday, read_date

EN = words("en")


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("2019-06-29 02:47:04", "2019-06-29T02:47:04", "second"),
        ("2019-06-29T02:47:04Z", "2019-06-29T02:47:04+00:00", "second"),
        ("2019-06-29T02:47:04.123+0900", "2019-06-29T02:47:04+09:00", "second"),
        ("2019-06-29 02:47", "2019-06-29T02:47", "minute"),
        ("2019/6/9", "2019-06-09", "day"),
        ("Fri, 28 Jun 2019 12:00:00 +0000", "2019-06-28T12:00:00+00:00", "second"),
        ("Tue Nov 19 2019 03:05:46 GMT+0000", "2019-11-19T03:05:46+00:00", "second"),
        ("June 28, 2019", "2019-06-28", "day"),
        ("Friday, June 28, 2019 at 10:32 a.m. EDT", "2019-06-28T10:32-04:00", "minute"),
        ("June 28, 2019 12:15 AM ET", "2019-06-28T00:15", "minute"),
        ("28th of June 2019", "2019-06-28", "day"),
        ("Sept. 5, 2019", "2019-09-05", "day"),
        ("Published: 28 June 2019, 14:05 GMT", "2019-06-28T14:05+00:00", "minute"),
        ("Published on 28 June 2019, updated 29 June 2019", "2019-06-28", "day"),
        ("28 June 2019 | 10:00", "2019-06-28T10:00", "minute"),
        ("28/06/2019", "2019-06-28", "day"),
        ("06/28/2019", "2019-06-28", "day"),
        ("05/05/2019", "2019-05-05", "day"),
        ("04.05.2019", "2019-05-04", "day"),
        ("June 2019", "2019-06", "month"),
        ("2019-06", "2019-06", "month"),
        ("28 de junio de 2019", "2019-06-28", "day"),
        ("le 1er juillet 2019 à 10h32", "2019-07-01T10:32", "minute"),
        ("Freitag, den 28. Juni 2019, 10.32 Uhr", "2019-06-28T10:32", "minute"),
        ("sexta-feira, 28 de junho de 2019 às 10h05", "2019-06-28T10:05", "minute"),
        ("venerdì 28 giugno 2019", "2019-06-28", "day"),
        ("2019年6月9日", "2019-06-09", "day"),
        ("2019年06月29日 14:30", "2019-06-29T14:30", "minute"),
        ("2019年6月29日14时30分05秒", "2019-06-29T14:30:05", "second"),
        ("2019年6月29日 星期六 下午2:47", "2019-06-29T14:47", "minute"),
        ("2019年6月29日(土)午前0時5分", "2019-06-29T00:05", "minute"),
        ("2019年6月29日(土)14時", "2019-06-29", "day"),
        ("2019년 6월 29일 (토) 오후 12:47", "2019-06-29T12:47", "minute"),
        ("发布时间:2019-06-29 14:47", "2019-06-29T14:47", "minute"),
    ],
)
def test_a_line_that_is_a_date_is_read_as_exactly_as_it_is_written(text: str, iso: str, precision: str) -> None:
    assert read_date(text) == (iso, precision)
    assert precision == "month" or has_date_shape(text)


@pytest.mark.parametrize(
    "text",
    [
        "04/05/2019",
        "5/6/19",
        "28 June",
        "2019",
        "yesterday",
        "Friday",
        "2019-02-30",
        "31 June 2019",
        "28 June 2019 25:00",
        "The talks of 28 June 2019",
        "28 June 2019 was a Friday",
        "Updated 28 June 2019",
        "8 apples 2019",
        "2019年6月31日",
        "2019年6月29日的会议",
        "6月29日",
        "",
    ],
)
def test_what_is_no_certain_date_is_not_read(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["2019-02-30", "31 June 2019", "04/05/2019", "Published 30 February 2019", "2019年6月31日"])
def test_an_impossible_or_ambiguous_date_still_has_the_shape_of_one(text: str) -> None:
    assert has_date_shape(text)


@pytest.mark.parametrize("text", ["8 apples 2019", "Osaka", "In June 2019 it rained", "Call 555-01-2019"])
def test_other_lines_have_no_such_shape(text: str) -> None:
    assert not has_date_shape(text)


@given(st.text(max_size=60))
def test_any_text_can_be_asked(text: str) -> None:
    found = read_date(text)
    assert found is None or (has_date_shape(text) or found[1] == "month")


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_that_is_said_is_read_back(day: date) -> None:
    assert read_date(say_day(EN, day)) == (day.isoformat(), "day")
    assert say_day(EN, day) == f"{weekday(EN, day)} {say_day_month(EN, day)} {day.year}"
    assert read_date(say_month(EN, day.isoformat())) == (day.isoformat()[:7], "month")


def test_days_are_said_in_english() -> None:
    assert say_day(EN, date(2019, 6, 29)) == "Saturday 29 June 2019"
    assert say_day_month(EN, date(2019, 6, 29)) == "29 June"
    assert say_month(EN, "2019-06") == "June 2019"
    with pytest.raises(ValueError, match="not a month"):
        say_month(EN, "2019-13")


def test_days_are_said_in_spanish() -> None:
    spanish = words("es")
    assert say_day(spanish, date(2019, 6, 29)) == "sábado, 29 de junio de 2019"
    assert say_day_month(spanish, date(2019, 7, 1)) == "1 de julio"
    assert say_month(spanish, "2019-06") == "junio de 2019"


SATURDAY = date(2019, 6, 29)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met on Friday.", date(2019, 6, 28)),
        ("Saturday's talks were short.", SATURDAY),
        ("They met on Sunday.", date(2019, 6, 23)),
        ("Next Friday they meet again, after Monday's talks.", date(2019, 6, 24)),
        ("Se reunieron el viernes.", date(2019, 6, 28)),
        ("Sie trafen sich am Freitag.", date(2019, 6, 28)),
        ("Black Friday was quiet, and so was last Friday.", None),
        ("Every Friday they meet.", None),
        ("They met yesterday and meet again today.", None),
        ("The Friday-night crowd left.", None),
    ],
)
def test_a_weekday_is_counted_back_from_the_day_given(text: str, day: date | None) -> None:
    assert day_of_weekday(text, SATURDAY) == day


def test_the_weekday_is_given_as_it_is_written() -> None:
    assert named_weekday("They met on Friday.") == "Friday"
    assert named_weekday("They met.") == ""
