"""Turns trafilatura's tree, or a page's, into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from digest.model import Block, Kind

Element: TypeAlias = Any
"""An lxml element: trafilatura brings them, and lxml is imported nowhere else."""

_WORD = re.compile(r"\w")
_TAG = re.compile(r"\s*\[[A-Z ]{3,20}\]\W*$")
_ADDRESS = re.compile(r"https?://\S+")
_LEAVES = {
    "p": Kind.PARAGRAPH,
    "head": Kind.HEADING,
    "item": Kind.ITEM,
    "row": Kind.PARAGRAPH,
    "ab": Kind.PARAGRAPH,
    "code": Kind.PARAGRAPH,
}
_INSIDE = frozenset({"quote", "list", "table", "div", "p", "head", "ab"})
_BREAK = "\n"


def find_blocks(body: Element, paragraphs_only: bool = False) -> tuple[Block, ...]:
    """Give the blocks below an element, in order; blocks that are nothing but the texts of links are menus and left out.

    With ``paragraphs_only`` the tree is a page's own: every ``p`` element is a block and nothing else is.
    """
    pieces = _paragraphs(body) if paragraphs_only else _walk(body, Kind.PARAGRAPH)
    blocks = []
    for kind, text, free, level in pieces:
        for line, own in zip(text.split(_BREAK), free.split(_BREAK), strict=True):
            content = " ".join(line.split())
            # A heading may be a link to its own section, and an address that is written out is part of the text.
            if _WORD.search(content) and (not _is_menu(own) or kind is Kind.HEADING or _ADDRESS.fullmatch(content)):
                blocks.append(Block(kind, content, level=level))
    return tuple(blocks)


def _is_menu(free: str) -> bool:
    """Say whether a line has no words outside its links, or nothing but a tag such as "[VIDEO]" behind one."""
    return not _WORD.search(_TAG.sub("", free))


def _paragraphs(tree: Element) -> Iterator[tuple[Kind, str, str, int]]:
    for element in tree.iter("p"):
        yield (Kind.PARAGRAPH, *_texts(element), 2)


def _walk(element: Element, kind: Kind) -> Iterator[tuple[Kind, str, str, int]]:
    """Yield kind, text, the text that is no link, and level, for every block below an element."""
    loose = [_flat(element.text)]
    loose_free = list(loose)
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in ("quote", "list", "table", "div", "p", "head", "item", "row", "ab", "code"):
            if "".join(loose).strip():
                yield kind, "".join(loose), "".join(loose_free), 2
            loose, loose_free = [_flat(child.tail)], [_flat(child.tail)]
            inner = Kind.QUOTE if tag == "quote" else Kind.ITEM if tag == "item" else _LEAVES.get(tag, kind)
            inner = kind if kind is Kind.QUOTE and inner is Kind.PARAGRAPH else inner
            if tag == "row" and any(_is_frame(cell) for cell in child):
                for cell in child:
                    yield from _walk(cell, inner)
            elif tag == "row":
                cells = [_texts(cell) for cell in child]
                yield inner, " | ".join(text for text, _ in cells), " | ".join(free for _, free in cells), 2
            elif tag in ("quote", "list", "table", "div") or any(sub.tag in ("p", "list", "quote", "item") for sub in child):
                yield from _walk(child, inner)
            else:
                yield (inner, *_texts(child), _level(child))
        elif tag in ("lb", "br"):
            for texts in (loose, loose_free):
                texts.append(_BREAK + _flat(child.tail))
        else:
            text, free = _texts(child)
            loose.append(text + _flat(child.tail))
            loose_free.append((_BREAK * text.count(_BREAK) if tag == "ref" else free) + _flat(child.tail))
    if "".join(loose).strip():
        yield kind, "".join(loose), "".join(loose_free), 2


def _is_frame(cell: Element) -> bool:
    """Say whether a cell holds more than one paragraph: its table is there to place text, and says nothing by its rows."""
    inside = [child for child in cell if child.tag in _INSIDE]
    return len(inside) > 1 or bool(inside and _WORD.search(cell.text or ""))


def _texts(element: Element) -> tuple[str, str]:
    """Give an element's text and, line for line, the part of it that is no link; line breaks as line feeds."""
    text = free = _flat(element.text)
    for child in element:
        tail = _flat(child.tail)
        if child.tag in ("lb", "br"):
            text, free = text + _BREAK + tail, free + _BREAK + tail
        elif isinstance(child.tag, str) and child.tag not in ("script", "style", "noscript"):
            inner, inner_free = _texts(child)
            lines = _BREAK * inner.count(_BREAK)
            text, free = text + inner + tail, free + (lines if child.tag in ("ref", "a") else inner_free) + tail
        else:
            text, free = text + tail, free + tail
    return text, free


def _flat(text: str | None) -> str:
    return (text or "").replace(_BREAK, " ")


def _level(element: Element) -> int:
    level = (element.get("rend") or "h2").removeprefix("h")
    return min(6, max(2, int(level))) if level.isdigit() else 2
