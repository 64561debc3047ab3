"""Counts, lists and dates as an English page says them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from digest.model import Precision, Published
from digest.text.calendar import say_day, say_day_month, say_month

LANGUAGE_NAMES = {
    "ar": "Arabic",
    "bn": "Bengali",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "und": "not known",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""English names of the languages (ISO 639-1) that news is most often written in; any other is shown by its code."""


def count(number: int, one: str, many: str = "") -> str:
    """Give a number with its word: ``1 event``, ``2 events``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(texts: Sequence[str], last: str = "and") -> str:
    """Give several texts as one: ``a, b and c``."""
    return f" {last} ".join(part for part in (", ".join(texts[:-1]), *texts[-1:]) if part)


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


def long_date(published: Published | None) -> str:
    """Give a date in full: ``Saturday 29 June 2019, 02:47``, ``June 2019``, ``date not known``."""
    if published is None:
        return "date not known"
    if published.day is None:
        return say_month(published.iso)
    return ", ".join(part for part in (say_day(published.day), clock(published)) if part)


def short_date(published: Published | None, *, time: bool = False, year: bool = False) -> str:
    """Give a date as a list shows it: ``29 June``; with ``time`` ``29 June, 02:47``, with ``year`` ``29 June 2019``."""
    if published is None:
        return "date not known"
    if published.day is None:
        return say_month(published.iso)
    inferred = " (inferred)" if published.precision is Precision.INFERRED else ""
    day = say_day_month(published.day) + (f" {published.day.year}" if year else "")
    return ", ".join(part for part in (day, clock(published) if time else "") if part) + inferred


def later(first: Published | None, second: Published | None) -> str:
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
                return "at the same minute"
            if minutes < 60:
                return f"{count(minutes, 'minute')} {side}"
            if minutes < 24 * 60:
                return f"{count(round(minutes / 60), 'hour')} {side}"
    days = (second.day - first.day).days
    if not days:
        return "on the same day"
    return f"{'a day' if abs(days) == 1 else count(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"


def language_name(code: str) -> str:
    """Give a language's English name."""
    return LANGUAGE_NAMES.get(code, code)


def place_name(place: str) -> str:
    """Give a dateline's place in ordinary case: ``OSAKA`` is ``Osaka``."""
    return place.title() if place.isupper() else place
