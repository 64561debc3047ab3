"""``settings.yml``: the few numbers, each with a bound, the language of the site's words, and what ids in feeds begin with."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from digest.edge.marked import Inspector, Marked, parse
from digest.errors import Fault
from digest.model import Settings
from digest.text.catalogue import LANGUAGES

BOUNDS = {
    "summary_words": (20, 1_000),
    "keywords_per_article": (1, 50),
    "earliest_year": (1, 9998),
    "latest_year": (2, 9999),
    "max_file_mb": (1, 200),
}
"""Least and greatest value: below, a summary holds no sentence; above, one file would take minutes to read."""


AUTHORITY = re.compile(
    r"(?:[a-z0-9._-]+@)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*,\d{4}(?:-\d\d){0,2}"
)
"""A tagging entity as RFC 4151 has it: a name or mail address that one owned, and a day on which one did."""

KEYS = (*BOUNDS, "language", "feed_authority")


def read_settings(path: str, text: str) -> tuple[Settings, tuple[Fault, ...]]:
    """Give the settings of the file's text; a value that is out of bounds is a fault and keeps its default."""
    value, faults = parse(path, text)
    if value is None:
        return Settings(), faults
    inspector = Inspector(path)
    settings = Settings()
    fields = inspector.fields(value, "", KEYS, "keys such as summary_words")
    for name, entry in fields.items():
        if name == "language":
            language = inspector.choice(entry, name, LANGUAGES)
            settings = replace(settings, language=language or settings.language)
            continue
        if name == "feed_authority":
            settings = replace(settings, feed_authority=_authority(inspector, entry))
            continue
        number = inspector.number(entry, name, *BOUNDS[name])
        if number is not None:
            settings = replace(settings, **{name: int(number)})  # type: ignore[arg-type]  # all of BOUNDS are numbers
    if settings.earliest_year > settings.latest_year:
        line = fields.get("earliest_year", value).line
        inspector.fault(line, f"earliest_year {settings.earliest_year} is after latest_year {settings.latest_year}")
        settings = replace(settings, earliest_year=Settings().earliest_year, latest_year=Settings().latest_year)
    return settings, tuple(inspector.faults)


def _authority(inspector: Inspector, entry: Marked) -> str:
    text = inspector.text(entry, "feed_authority")
    if text and not (AUTHORITY.fullmatch(text) and _is_day(text.rpartition(",")[2])):
        inspector.fault(
            entry.line,
            f'feed_authority: expected a name, a comma and a date, such as news.example.org,2026-11-22, found "{text}"',
        )
        return ""
    return text or ""


def _is_day(written: str) -> bool:
    """Say whether a year, a month or a day is on the calendar."""
    year, month, day = (*map(int, written.split("-")), 1, 1)[:3]
    return year > 0 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
