"""Finds the lines that pages put between paragraphs and that belong to no article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.model import Block, Kind
from digest.steps.normalize.captions import is_caption
from digest.steps.normalize.dialogs import CONSENT, DIALOG, FORM
from digest.steps.normalize.furniture import (
    ABOUT,
    CAPTION_LABEL,
    CREDITED_FILM,
    HEAD,
    KICKER,
    LINES,
    LONG,
    LONGEST,
    LONGEST_CAPTION,
    LONGEST_LINK,
    TAIL,
    TAIL_LABEL,
    TITLE,
)  # fmt: skip


def find_boilerplate(blocks: Sequence[Block]) -> frozenset[int]:
    """Give the indexes of the blocks that are furniture of the page: labels, share bars, newsletter boxes, captions, credits.

    A block is judged by its own words, but for four cases: the line below "Image caption," is the caption, the short lines
    between "Related topics" and the end of the file are links, a number below "Share" is how many have done so, and the captions
    of a gallery are the text where no other paragraph tells anything.
    """
    found = {index for index, block in enumerate(blocks) if _is_furniture(block, index, len(blocks))}
    for index, block in enumerate(blocks):
        below = index + 1
        if index - 1 in found and _COUNT.fullmatch(block.text):
            found.add(index)
        if CAPTION_LABEL.fullmatch(block.text) and below < len(blocks) and _is_short(blocks[below], LONGEST):
            found.add(below)
        links = blocks[below:]
        if index < HEAD or not TAIL_LABEL.fullmatch(_bare(block.text)):
            continue
        if links and all(_is_short(link, LONGEST_LINK) or below + place in found for place, link in enumerate(links)):
            found.update(range(index, len(blocks)))
    left = (block for index, block in enumerate(blocks) if index not in found and block.kind is not Kind.HEADING)
    if not any(_TOLD.fullmatch(block.text) for block in left):
        found -= {index for index in found if is_caption(blocks[index].text) and _TELLING.search(blocks[index].text)}
    return frozenset(found)


_TOLD = re.compile(r"(?:\S+ ){7,}\S+[.!?…][\"”’»)\]]*")
"""A paragraph that tells something: eight words or more, and a full stop."""

_TELLING = re.compile(r"(?:\S+ ){9,}\S*[a-z\d)][.!?](?= |$)")
"""A sentence in a caption, after its number in the gallery."""

_COUNT = re.compile(r"\d{1,5}")
"""A number alone: how many have shared or commented, where such a line stands above it."""


def _is_short(block: Block, longest: int) -> bool:
    """Say whether a block is a line without a full stop, as captions and links are."""
    return len(block.text.split()) <= longest and not re.search(r"[.!?…:][\"'”’»)]*$", block.text)


def _bare(text: str) -> str:
    return text.strip(" \t|·•-–—*[]<>»›→:.!")


def _is_furniture(block: Block, index: int, count: int) -> bool:
    """Judge a block by its own words.

    ``index`` is its place among ``count``: "Opinion" is furniture at the head alone, and the first line may be a title that looks
    like a link to a film.
    """
    text = _bare(block.text)
    if index == 0 and TITLE.fullmatch(block.text) and not is_caption(block.text):
        return False
    if index < HEAD and KICKER.fullmatch(text):
        return True
    if ABOUT.fullmatch(text) and (index < HEAD + 2 or index >= count - TAIL):
        return True
    return block.kind is not Kind.QUOTE and is_furniture(block.text)


def is_furniture(text: str) -> bool:
    """Say whether a line is furniture wherever it stands, by its own words."""
    length = len(text.split())
    if is_caption(text):
        return True
    if length > LONGEST_CAPTION:
        return False
    bare = _bare(text)
    if length <= LONGEST and (LINES.fullmatch(bare) or DIALOG.fullmatch(bare)):
        return True
    return any(form.fullmatch(text) for form in (LONG, CREDITED_FILM, CONSENT))


def is_form(text: str) -> bool:
    """Say whether a line that is furniture is part of what stands in place of an article: a form, an error, a check."""
    return bool(FORM.fullmatch(text) or DIALOG.fullmatch(_bare(text)) or CONSENT.fullmatch(text))
