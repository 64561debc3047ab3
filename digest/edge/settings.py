"""``settings.yml``: the few numbers, each with a bound, and the language of the site's own words."""

from __future__ import annotations

from dataclasses import replace

from digest.edge.marked import Inspector, parse
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


KEYS = (*BOUNDS, "language")


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
        number = inspector.number(entry, name, *BOUNDS[name])
        if number is not None:
            settings = replace(settings, **{name: int(number)})  # type: ignore[arg-type] # of the names in BOUNDS, all are numbers
    if settings.earliest_year > settings.latest_year:
        line = fields.get("earliest_year", value).line
        inspector.fault(line, f"earliest_year {settings.earliest_year} is after latest_year {settings.latest_year}")
        settings = replace(settings, earliest_year=Settings().earliest_year, latest_year=Settings().latest_year)
    return settings, tuple(inspector.faults)
