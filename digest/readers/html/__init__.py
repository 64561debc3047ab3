"""A saved web page: its article as blocks, and what the page says of it."""

from __future__ import annotations

from digest.model import Block, Raw
from digest.readers.html.body import find_blocks
from digest.readers.html.fragment import read_fragment
from digest.readers.html.metadata import find_fields
from digest.readers.html.prune import prune
from digest.readers.html.recover import PROSE, recover

__all__ = ["read", "read_fragment"]


def read(text: str, first_line: int) -> Raw:  # noqa: ARG001 -- every reader takes the line; a page has none worth naming
    """Read a saved page: trafilatura finds the article's text, the page's own metadata give the fields.

    Nothing is guessed: a date, an author or an outlet comes from JSON-LD or a meta element, and says so. Where trafilatura
    finds no article, the paragraphs of the page stand in; where there are none, or the page is too broken to be parsed as one,
    all its text does, if some of it is prose.
    """
    import trafilatura  # slow to import, and needed for pages alone
    from trafilatura.settings import Document

    tree = trafilatura.load_html(text)
    if tree is None:
        return Raw(_whole(text))
    fields = find_fields(tree)
    headings = {" ".join("".join(element.itertext()).split()) for element in tree.iter("h1")} - {""}
    prune(tree)
    document = trafilatura.bare_extraction(tree, favor_precision=True, include_comments=False, include_links=True)
    blocks: tuple[Block, ...] = find_blocks(document.body) if isinstance(document, Document) else ()
    blocks = recover(blocks, tree) if blocks else find_blocks(tree, paragraphs_only=True)
    return Raw(blocks or _whole(text), heading=headings.pop() if len(headings) == 1 else "", **fields)


def _whole(text: str) -> tuple[Block, ...]:
    blocks = read_fragment(text)
    return blocks if any(len(block.text) >= PROSE for block in blocks) else ()
