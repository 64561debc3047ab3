"""Turns any HTML into blocks, as a browser would part it: mails, entries of feeds, article bodies in JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from digest.model import Block, Kind
from digest.readers.html.body import Element

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset(
    "applet audio base button canvas datalist embed frame frameset head iframe link map math meta noembed noscript object"
    " optgroup option param script select style svg template textarea title video".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_WORD = re.compile(r"\w")


def read_fragment(html: str, *, links: bool = False) -> tuple[Block, ...]:
    """Give the blocks of a piece of HTML, in order; what a browser does not show is left out.

    A line that is nothing but the texts of links is left out unless ``links``. A row of a table is one block if its cells
    hold plain text, else each cell is read for itself: mails use tables as frames.
    """
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    text = re.sub(r"^\s*<\?xml[^>]*>", "", html).replace("\0", "")
    if not _WORD.search(text):
        return ()
    try:
        tree = document_fromstring(text, parser=HTMLParser(huge_tree=True))
        blocks = tuple(find_in_page(tree, links=links))
    except (LxmlError, ValueError):
        blocks = ()
    if not blocks and text.count("<") > _DEEP:
        content = " ".join(unescape(re.sub(r"<[^<>]*>", " ", text)).split())
        blocks = (Block(Kind.PARAGRAPH, content),) if _WORD.search(content) else ()
    return blocks


_DEEP = 200
"""Elements inside each other: beyond about so many the parser gives up, and only the words are left to save."""


def find_in_page(tree: Element, *, links: bool = False) -> Iterator[Block]:
    """Yield the blocks below an element of a page's own tree; see ``read_fragment``."""
    gathered = _Lines(links)
    yield from gathered.read(tree)


class _Lines:
    """Gathers the text of elements into lines."""

    def __init__(self, links: bool) -> None:
        self.links = links
        self.kinds: list[tuple[Kind, int]] = [(Kind.PARAGRAPH, 2)]
        self.text: list[str] = []
        self.free = False  # some of the line is no link
        self.in_link = 0

    def read(self, tree: Element) -> Iterator[Block]:
        from lxml.etree import iterwalk

        walk = iterwalk(tree, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event in ("comment", "pi"):
                self.take(element.tail)
                continue
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if tag in _UNSEEN or _HIDDEN.search(element.get("style") or ""):
                    walk.skip_subtree()
                    continue  # its end comes all the same, and with it the text behind it
                if tag in _BLOCKS:
                    yield from self.end_line()
                    self.kinds.append(self.kind_of(tag))
                    if tag == "tr" and _is_data(element):
                        walk.skip_subtree()
                        self.take_row(element)
                        continue
                elif tag == "br":
                    yield from self.end_line()
                self.in_link += tag == "a"
                self.take(element.text)
            else:
                hidden = tag in _UNSEEN or _HIDDEN.search(element.get("style") or "")
                if tag in _BLOCKS and not hidden:
                    yield from self.end_line()
                    self.kinds.pop()
                self.in_link -= tag == "a" and not hidden
                if element is not tree:
                    self.take(element.tail)
        yield from self.end_line()

    def kind_of(self, tag: str) -> tuple[Kind, int]:
        kind, level = self.kinds[-1]
        if re.fullmatch("h[1-6]", tag):
            return Kind.HEADING, max(2, int(tag[1]))
        if tag == "blockquote" or kind is Kind.QUOTE:
            return Kind.QUOTE, 2
        if tag in ("li", "dd"):
            return Kind.ITEM, 2
        return (Kind.PARAGRAPH if tag in ("td", "th", "table") else kind), level

    def take(self, text: str | None) -> None:
        if text:
            self.text.append(text)
            self.free = self.free or (not self.in_link and bool(_WORD.search(text)))

    def take_row(self, row: Element) -> None:
        cells = [" ".join("".join(cell.itertext()).split()) for cell in row if cell.tag in ("td", "th")]
        self.text = [" | ".join(cell for cell in cells if cell)]
        self.free = not all(cell.find(".//a") is not None for cell in row)

    def end_line(self) -> Iterator[Block]:
        content = " ".join("".join(self.text).split())
        kind, level = self.kinds[-1]
        if _WORD.search(content) and (self.links or self.free or kind is Kind.HEADING):
            yield Block(kind, content, level=level)
        self.text, self.free = [], False


def _is_data(row: Element) -> bool:
    """Say whether a row holds cells of plain text, two at least."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    full = [cell for cell in cells if _WORD.search("".join(cell.itertext()))]
    return len(full) > 1 and all(not (set(_tags(cell)) & (_BLOCKS | _UNSEEN | {"br"})) for cell in full)


def _tags(element: Element) -> Iterator[str]:
    return (below.tag for below in element.iterdescendants() if isinstance(below.tag, str))
