"""Finds the date of publication; no date beats a wrong date."""

from __future__ import annotations

import re

from digest.model import Kind, Precision, Published, Raw, Settings
from digest.steps.normalize.draft import Draft
from digest.steps.normalize.names import split_credit
from digest.text.dates import has_date_shape, read_date

LONGEST = 90
"""Characters: no line that is a date and a label is longer."""

_TWO_DAYS = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}")
_PLACED = re.compile(r"(?P<place>[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,2})(?: [-–—|·] |, | (?=\d))(?P<day>.*\d{4}.*)")
"""A line of place and date: "Madrid - 3 marzo 2022 - 09:15"."""

_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_])(\d\d)\2(\d\d)(?!\d)")
_IN_URL = re.compile(r"/(\d{4})[/-](\d\d?)[/-](\d\d?)(?=[/-]|$)")


def find_date(draft: Draft, raw: Raw, settings: Settings, source_url: str) -> Published | None:
    """Give the date and where it was found: front matter, the format's own field, a date line, the file's name, the address.

    A date line leaves the body whether or not it is the one that counts.
    A date that cannot be, that can be read as two days, or that lies outside the years of the settings is reported and passed
    over.
    (Dates in addresses: 924 of 924 agreed with the date that the publisher gave.)
    """
    front = draft.source.front.date
    return (
        _from_lines(draft, settings, front or (_from_field(draft, raw, settings)))
        or _from_pattern(_IN_NAME, (1, 3, 4), draft.source.path.rsplit("/", 1)[-1], "the file's name", settings)
        or _from_pattern(_IN_URL, (1, 2, 3), source_url, "the address", settings)
    )


def _from_field(draft: Draft, raw: Raw, settings: Settings) -> Published | None:
    return _published(draft, raw.date.value, raw.date.origin, None, settings) if raw.date else None


def _from_lines(draft: Draft, settings: Settings, known: Published | None) -> Published | None:
    """Take the date lines out of the body; the first good one counts if no date is known."""
    for index in draft.edges():
        block = draft.blocks[index]
        if block.kind not in (Kind.PARAGRAPH, Kind.HEADING) or len(block.text) > LONGEST:
            continue
        line = split_credit(block.text)[1]
        placed = _PLACED.fullmatch(block.text) if line == block.text and has_date_shape(line) is False else None
        if placed and read_date(placed["day"]) and not known:
            known = _published(draft, placed["day"], draft.place(index), block.line, settings)
            if known:
                draft.dateline, draft.dateline_at = placed["place"], draft.place(index)
                draft.use(index)
                continue
        if not line or (has_date_shape(line) is False and read_date(line) is None):
            continue
        # A line that also names an author stays for the byline to be found; that uses it up.
        alone = line == block.text
        if known:
            if alone:
                draft.set_aside(index)
            elif (read_date(line) or ("",))[0][:10] != known.iso[:10]:
                draft.refused.add(index)
            continue
        known = _published(draft, line, draft.place(index), block.line, settings)
        if alone:
            (draft.use if known else draft.set_aside)(index)
        elif not known:
            draft.refused.add(index)
    return known


def _published(draft: Draft, value: str, origin: str, line: int | None, settings: Settings) -> Published | None:
    """Read a date, or note why it is none."""
    found = read_date(value)
    shown = value if len(value) <= LONGEST else value[:LONGEST] + "…"
    if found is None:
        why = "may mean two different days" if _TWO_DAYS.match(value) else "is no date that can be"
        draft.fault(line, f"“{shown}” {why}; expected one such as 2019-06-28, so it was not used")
        return None
    if not settings.earliest_year <= int(found[0][:4]) <= settings.latest_year:
        years = f"{settings.earliest_year} to {settings.latest_year}"
        draft.fault(line, f"“{shown}” lies outside the years {years} that settings.yml allows, so it was not used")
        return None
    return Published(found[0], Precision(found[1]), origin)


def _from_pattern(
    pattern: re.Pattern[str], groups: tuple[int, int, int], text: str, origin: str, settings: Settings
) -> Published | None:
    """Read a date inside a name; one that cannot be is a number like any other and no fault."""
    for match in pattern.finditer(text):
        year, month, day = (int(match[group]) for group in groups)
        found = read_date(f"{year:04}-{month:02}-{day:02}")
        if found and settings.earliest_year <= year <= settings.latest_year:
            return Published(found[0], Precision.DAY, origin)
    return None
