"""Days and months in English words, whatever the machine's locale."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""In the order of ``date.weekday()``."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def weekday(day: date) -> str:
    """Give the name of a day of the week: "Saturday"."""
    return WEEKDAYS[day.weekday()]


def say_day_month(day: date) -> str:
    """Give a day without its year: "29 June"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def say_day(day: date) -> str:
    """Give a day in full: "Saturday 29 June 2019"."""
    return f"{weekday(day)} {say_day_month(day)} {day.year}"


def say_month(month: str) -> str:
    """Give a month in words: "2019-06" (or anything that begins so, such as a day in ISO 8601) is "June 2019".

    Raises ValueError for anything else.
    """
    year, number = month[:4], int(month[5:7])
    if month[4] != "-" or not 1 <= number <= 12:
        raise ValueError(f"not a month: {month!r}")
    return f"{MONTHS[number - 1]} {year}"
