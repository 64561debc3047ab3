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
from digest.text.press import PRESS
from digest.text.words import words


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
            (draft.set_aside if index in draft.refused else draft.use)(index)
        elif names:
            # The same names twice are one byline; others are kept where no word is lost.
            draft.set_aside(index)
        elif after_byline and (is_role(block.text) or _is_paper(block.text)):
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


def find_agency(draft: Draft, authors: Sequence[str], authors_origin: str) -> tuple[str, str]:
    """Give the agency that is an author, is named in a byline beside one, or has a line of its own at the end, and where."""
    named_there = [(name, authors_origin) for name in authors]
    for index, block in enumerate(draft.blocks):
        if draft.is_used(index) and LABEL.match(block.text):
            named_there += [(part, draft.place(index)) for part in SEPARATOR.split(LABEL.sub("", block.text, count=1))]
    for index in range(max(0, len(draft.blocks) - _CREDITS), len(draft.blocks)):
        named_there += [(agency_of(part), draft.place(index)) for part in _signed(draft.blocks[index].text)]
    return next(((name, origin) for name, origin in named_there if name.lower() in AGENCIES), ("", ""))


def _signed(line: str) -> list[str]:
    """Give the parts of a line of initials ("kol/dpa"), or the line."""
    return line.split("/") if re.fullmatch(r"\w{2,6}(?:/\w{2,6}){1,3}", line) else [line]


def _bare_names(draft: Draft, index: int) -> tuple[str, ...]:
    """Give the names of a line that is nothing but names (a role may follow), where only who wrote it can stand.

    That is above the text with a date line beside it, nothing but roles and handles between the two; or at the very end.
    The only line that is left is the text ("Edda Lindqvist, bridge keeper, dies at 91").
    """
    text, left = draft.blocks[index].text, draft.left()
    if len(left) < 2:
        return ()
    if len(left) > 2 and index == left[-1]:
        return _signature(draft, index)
    if (
        index not in left[:2]
        or (index != left[0] and not _is_standfirst(draft.blocks[left[0]].text))
        or not any(_has_day(text) for text in _beside(draft, index))
    ):
        return ()
    names = people(text)
    short = all(len(name.split()) <= 4 for name in names) and len(text.split()) <= LONGEST
    named = short and not re.search(r"[.?!:]$", text) and not _is_agency(names) and not PRESS.search(text)
    return names if named else ()


def _signature(draft: Draft, index: int) -> tuple[str, ...]:
    """Give the names below the last sentence: behind a dash, or of nobody whom the article is about (that would be a tag)."""
    text = draft.blocks[index].text
    signed = re.match(r"[—–-]{1,2}\s*(?=[A-ZÀ-Þ])", text)
    names = people(text[signed.end() :] if signed else text)
    if signed or not names or _is_agency(names):
        return names if len(text.split()) <= 6 and not _is_agency(names) else ()
    above = draft.blocks[draft.left()[-2]].text
    told = {word.casefold() for other, block in enumerate(draft.blocks) if other != index for word in words(block.text)}
    ended = len(above.split()) >= 8 and bool(re.search(r"[.!?][\"'”’»)]*$", above))
    return names if ended and len(text.split()) <= 3 and told.isdisjoint(word.casefold() for word in words(text)) else ()


def _is_standfirst(text: str) -> bool:
    return len(text.split()) >= 5 and not re.search(r"[.?!:][\"'”’»)]*$", text)


def _beside(draft: Draft, index: int) -> Iterator[str]:
    """Yield the lines above a line and below it, each way up to the first that is neither a role nor taken out of the body."""
    left = set(draft.left())
    for way in (range(index - 1, -1, -1), range(index + 1, min(index + 5, len(draft.blocks)))):
        for other in way:
            yield draft.blocks[other].text
            if other in left and not is_role(draft.blocks[other].text) and not _is_paper(draft.blocks[other].text):
                break


def _is_paper(text: str) -> bool:
    """Say whether a line is the name of a newspaper in capitals, as stands below a byline: "RIVERTON GAZETTE"."""
    return text.isupper() and len(text.split()) <= 4 and bool(PRESS.search(text))


def _has_day(text: str) -> bool:
    return bool(re.search(r"\d{4}", text)) and _dated(text)


def _is_agency(names: Sequence[str]) -> bool:
    return any(name.lower() in AGENCIES or name.lower() in NOBODY for name in names)


def _dated(text: str) -> bool:
    return has_date_shape(text) or any(read_date(text[gap.end() :]) for gap in re.finditer(r"[\s,|·–—-]+(?=\d)", text[:60]))
