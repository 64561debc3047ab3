"""Brings back paragraphs of the article that the extraction has lost: some pages cut one article into several boxes."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Block
from digest.readers.html.body import Element, find_blocks

LOST = 0.25
"""Of the paragraphs in boxes of that kind, by length: less is more often a caption than text."""

MANY = 3
"""Paragraphs of ``PROSE`` characters or more."""

PROSE = 80
"""Characters: a line that has them is no label."""


def recover(blocks: Sequence[Block], tree: Element) -> tuple[Block, ...]:
    """Give the blocks with the lost paragraphs in their places, or as they are where none or few are lost.

    Lost is what stands within the page's ``article`` or ``main`` element in a box of the same class as most of what was found.
    """
    known = {_key(block.text) for block in blocks}
    best: tuple[Block, ...] = ()
    for element in tree.iter("article", "main"):
        boxes: dict[tuple[str, str], list[Block]] = {}
        for paragraph in element.iter("p"):
            box = paragraph.getparent()
            boxes.setdefault((box.tag, box.get("class") or ""), []).extend(find_blocks(paragraph, paragraphs_only=True))
        found = max(boxes.values(), key=lambda box: _length(_among(box, known)), default=[])
        if 2 * _length(_among(found, known)) >= _length(blocks) and _length(found) > _length(best):
            best = tuple(found)
    lost = [block for block in best if _key(block.text) not in known and len(block.text) >= PROSE]
    return _merged(blocks, best) if len(lost) >= MANY and _length(lost) >= LOST * _length(best) else tuple(blocks)


def _merged(blocks: Sequence[Block], paragraphs: Sequence[Block]) -> tuple[Block, ...]:
    """Put every paragraph that is missing behind the one that it follows in the page."""
    places = {_key(block.text): index for index, block in enumerate(blocks)}
    behind: dict[int, list[Block]] = {}
    last = -1
    for paragraph in paragraphs:
        place = places.get(_key(paragraph.text))
        if place is None:
            behind.setdefault(last, []).append(paragraph)
        else:
            last = place
    return (*behind.get(-1, ()), *(one for index, block in enumerate(blocks) for one in (block, *behind.get(index, ()))))


def _among(blocks: Sequence[Block], known: set[str]) -> list[Block]:
    return [block for block in blocks if _key(block.text) in known]


def _key(text: str) -> str:
    return "".join(text.split()).casefold()


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)
