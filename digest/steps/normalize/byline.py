"""Finds who wrote an article, from lines such as "By Ana Lee and Tom Ray in Osaka"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.model import Kind, Raw
from digest.steps.normalize.draft import Draft
from digest.steps.normalize.names import (
    AGENCIES,
    LABEL,
    LONGEST,
    NOBODY,
    SEPARATOR,
    agency_of,
    is_role,
    named,
    people,
    read_byline,
    split_credit,
)
from digest.text.dates import has_date_shape, read_date


def find_authors(draft: Draft, raw: Raw) -> tuple[tuple[str, ...], str]:
    """Give the authors and where they were found: front matter, the format's own field, a byline at the head, one at the tail.

    Every byline leaves the body; those that are not the ones that count are set aside.
    """
    front = draft.source.front.authors
    found: tuple[str, ...] = front or ()
    origin = "front matter" if front else ""
    if not found and raw.authors:
        found = tuple(dict.fromkeys(name for author in raw.authors for name in named(author.value)))
        origin = raw.authors[0].origin if found else ""
    after_byline = False
    for index in list(draft.edges()):
        block = draft.blocks[index]
        if block.kind not in (Kind.PARAGRAPH, Kind.HEADING):
            continue
        names = read_byline(split_credit(block.text)[0])
        if not names and not found:
            names = _bare_names(draft, index)
        if names and not found:
            found, origin = names, draft.place(index)
            # The words of a date that cannot be are in no field: the line is kept.
            day = split_credit(block.text)[1]
            (draft.use if day == block.text or read_date(day) else draft.set_aside)(index)
        elif names:
            # The same names twice are one byline; others are kept where no word is lost.
            draft.set_aside(index)
        elif after_byline and is_role(block.text):
            draft.set_aside(index)
            names = found  # a role, a handle and a date may stand below a name in any order
        after_byline = bool(names)
    for index in range(max(0, len(draft.blocks) - _CREDITS), len(draft.blocks)):
        agency = agency_of(draft.blocks[index].text)
        if agency:
            draft.set_aside(index)
            if not found:
                found, origin = (agency,), draft.place(index)
    return found, origin


_CREDITS = 2
"""Blocks: an agency is credited in one of the last two; higher up its name is more often a picture's credit."""


def find_agency(draft: Draft, authors: Sequence[str]) -> str:
    """Give the agency that is an author, is named in a byline beside one, or has a line of its own at the end; or ""."""
    bylines = [block.text for index, block in enumerate(draft.blocks) if draft.is_used(index) and LABEL.match(block.text)]
    parts = [part for line in bylines for part in SEPARATOR.split(LABEL.sub("", line, count=1))]
    credited = [agency_of(part) for block in draft.blocks[-_CREDITS:] for part in _signed(block.text)]
    return next((name for name in (*authors, *parts, *credited) if name.lower() in AGENCIES), "")


def _signed(line: str) -> list[str]:
    """Give the parts of a line of initials ("kol/dpa"), or the line."""
    return line.split("/") if re.fullmatch(r"\w{2,6}(?:/\w{2,6}){1,3}", line) else [line]


def _bare_names(draft: Draft, index: int) -> tuple[str, ...]:
    """Give the names of a line that is nothing but names (a role may follow), where only who wrote it can stand.

    That is above the text with a date line beside it, nothing but roles and handles between the two; or at the very end, behind
    a dash.
    """
    text, left = draft.blocks[index].text, draft.left()
    signed = re.match(r"[—–-]{1,2}\s*(?=[A-ZÀ-Þ])", text)
    if signed and left[-1:] == [index] and len(left) > 2:
        return people(text[signed.end() :]) if len(text.split()) <= 6 else ()
    if left[:1] != [index] or not any(_has_day(text) for text in _beside(draft, index)):
        return ()
    names = people(text)
    short = all(len(name.split()) <= 4 for name in names) and len(text.split()) <= LONGEST
    return names if short and not re.search(r"[.?!:]$", text) and not _is_agency(names) else ()


def _beside(draft: Draft, index: int) -> Iterator[str]:
    """Yield the lines above a line and below it, each way up to the first that is neither a role nor taken out of the body."""
    left = set(draft.left())
    for way in (range(index - 1, -1, -1), range(index + 1, min(index + 5, len(draft.blocks)))):
        for other in way:
            yield draft.blocks[other].text
            if other in left and not is_role(draft.blocks[other].text):
                break


def _has_day(text: str) -> bool:
    return bool(re.search(r"\d{4}", text)) and _dated(text)


def _is_agency(names: Sequence[str]) -> bool:
    return any(name.lower() in AGENCIES or name.lower() in NOBODY for name in names)


def _dated(text: str) -> bool:
    return has_date_shape(text) or any(read_date(text[gap.end() :]) for gap in re.finditer(r"[\s,|·–—-]+(?=\d)", text[:60]))
