"""Days and months in words, whatever the machine's locale."""

from __future__ import annotations

from datetime import date

from digest.text.catalogue import Words

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""In the order of ``date.weekday()``; these and ``MONTHS`` are what English reports say."""

WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
"""A pattern for one of them."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def weekday(t: Words, day: date) -> str:
    """Give the name of a day of the week: "Saturday"."""
    return t.listed("date.weekdays")[day.weekday()]


def say_day_month(t: Words, day: date) -> str:
    """Give a day without its year: "29 June"."""
    return t("date.day_month", day=day.day, month=_month(t, day.month))


def say_day_year(t: Words, day: date) -> str:
    """Give a day with its year: "29 June 2019"."""
    return t("date.day_year", day=day.day, month=_month(t, day.month), year=str(day.year))


def say_day(t: Words, day: date) -> str:
    """Give a day in full: "Saturday 29 June 2019"."""
    return t("date.full", weekday=weekday(t, day), day=day.day, month=_month(t, day.month), year=str(day.year))


def say_month(t: Words, month: str) -> str:
    """Give a month in words: "2019-06" (or anything that begins so, such as a day in ISO 8601) is "June 2019".

    Raises ValueError for anything else.
    """
    year, number = month[:4], int(month[5:7])
    if month[4] != "-" or not 1 <= number <= 12:
        raise ValueError(f"not a month: {month!r}")
    return t("date.month", month=_month(t, number), year=year)


def short_month(t: Words, number: int) -> str:
    """Give the first three letters of a month, 1 to 12: "Jun"."""
    return _month(t, number)[:3]


def _month(t: Words, number: int) -> str:
    return t.listed("date.months")[number - 1]
