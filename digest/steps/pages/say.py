"""Lists and dates as a page says them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from digest.model import Precision, Published
from digest.text.calendar import say_day, say_day_month, say_day_year, say_month
from digest.text.catalogue import Words

_LIKE_I = re.compile(r"h?i(?![aeo])", re.IGNORECASE)
"""Beginnings before which Spanish says "e" for "y": Irán, hijos; not hielo, hiato."""

SHORT = 3
"""Letters of a state or country that capitals are the name of: UK, USA."""


def listed(t: Words, texts: Sequence[str]) -> str:
    """Give several texts as one: ``a, b and c``."""
    if len(texts) < 2:
        return "".join(texts)
    key = "list.and.i" if _LIKE_I.match(texts[-1]) else "list.and"
    return t(key, first=", ".join(texts[:-1]), last=texts[-1])


def upper_first(text: str) -> str:
    """Give a text as a line begins with it: ``Junio de 2019``."""
    return text[:1].upper() + text[1:]


def clock(published: Published) -> str:
    """Give the time of day as the source gives it, ``02:47`` or ``05:40 UTC``; empty where there is none."""
    if published.precision not in (Precision.SECOND, Precision.MINUTE):
        return ""
    moment = datetime.fromisoformat(published.iso)
    if moment.utcoffset() is None:
        return f"{moment:%H:%M}"
    zone = f"{moment:%z}"
    sign, hours, minutes = zone[0], int(zone[1:3]), zone[3:5]
    if not hours and minutes == "00":
        return f"{moment:%H:%M} UTC"
    return f"{moment:%H:%M} UTC{'−' if sign == '-' else sign}{hours}{'' if minutes == '00' else ':' + minutes}"


def long_date(t: Words, published: Published | None) -> str:
    """Give a date in full: ``Saturday 29 June 2019, 02:47``, ``June 2019``, ``date not known``."""
    if published is None:
        return t("date.unknown")
    if published.day is None:
        return say_month(t, published.iso)
    return ", ".join(part for part in (say_day(t, published.day), clock(published)) if part)


def short_date(t: Words, published: Published | None, *, time: bool = False, year: bool = False) -> str:
    """Give a date as a list shows it: ``29 June``; with ``time`` ``29 June, 02:47``, with ``year`` ``29 June 2019``."""
    if published is None:
        return t("date.unknown")
    if published.day is None:
        return say_month(t, published.iso)
    day = say_day_year(t, published.day) if year else say_day_month(t, published.day)
    said = ", ".join(part for part in (day, clock(published) if time else "") if part)
    return t("date.inferred", date=said) if published.precision is Precision.INFERRED else said


def span(t: Words, first: date, last: date, *, year: bool = False) -> tuple[str, str, str]:
    """Give two days of which the second is later as a list shows them: the first, the dash, the second.

    ``28``, ``–``, ``29 June``; ``30 June``, `` – ``, ``1 July``; with ``year``, and always where the years differ, that too.
    """
    year = year or first.year != last.year
    end = say_day_year(t, last) if year else say_day_month(t, last)
    if (first.year, first.month) == (last.year, last.month):
        return str(first.day), "–", end
    return say_day_year(t, first) if first.year != last.year else say_day_month(t, first), " – ", end


def later(t: Words, first: Published | None, second: Published | None) -> str:
    """Say how long after another article one was published; empty where the dates do not tell.

    Times of day count only where both sources give one and both or neither give a zone.
    """
    if first is None or second is None or first.day is None or second.day is None:
        return ""
    if clock(first) and clock(second):
        one, two = datetime.fromisoformat(first.iso), datetime.fromisoformat(second.iso)
        if (one.utcoffset() is None) == (two.utcoffset() is None):
            minutes = round(abs((two - one).total_seconds()) / 60)
            side = "later" if two >= one else "earlier"
            if minutes < 1:
                return t("later.minute")
            if minutes < 60:
                return t(f"{side}.minutes", count=minutes)
            if minutes < 24 * 60:
                return t(f"{side}.hours", count=round(minutes / 60))
    days = (second.day - first.day).days
    if not days:
        return t("later.day")
    return t("later.days" if days > 0 else "earlier.days", count=abs(days))


def language_name(t: Words, code: str) -> str:
    """Give a language's name (ISO 639-1); one that the catalogue does not name is shown by its code."""
    return t(f"language.{code}") if f"language.{code}" in t.texts else code


def place_name(place: str) -> str:
    """Give a dateline's place in ordinary case: ``OSAKA`` is ``Osaka``, ``LEESBURG, Va.`` is ``Leesburg, Va.``."""
    town, *regions = place.split(", ")
    words = [town.title() if town.isupper() else town]
    words += [region.title() if region.isupper() and len(region) > SHORT and "." not in region else region for region in regions]
    return ", ".join(words)
