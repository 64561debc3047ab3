"""Takes out of a page what is certainly no part of its article, before anybody looks for the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.readers import plain
from digest.readers.html.body import Element

_EXPLANATION = re.compile(
    r"(?:^|[\s_-])(?:tool-?tip|roll-?over|pop-?over|hover-?card)(?:[\w-]*[_-])?-?(?:block|content|text|body|box|panel|inner|bubble)(?:\s|$)",
    re.I,
)
"""Classes of what shows when the pointer rests on a name: it stands in the middle of a sentence."""

_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:news-?letters?|cookie-?(?:consent|banner|notice|bar|law|policy)|notifications?|outbrain|taboola|most-?(?:read|popular)|recirc\w*|site-?footer)(?:$|[\s_-])"
    r"|^(?:Newsletter|RelatedArticles?)",
    re.IGNORECASE,
)
"""Classes and ids of boxes that pages put beside an article."""

_EMBEDDED = re.compile(r"(?:twitter-tweet|instagram-media|bluesky-embed|mastodon-embed)", re.IGNORECASE)
"""Classes of messages that an article quotes: the publishers' own code for embedding them."""

MOST = 0.25
"""Share of the page's words from which a box is no longer believed to be one, whatever its class."""


def prune(tree: Element) -> None:
    """Drop, in place, what is hidden, explanations of names, boxes that ask or advertise, and the articles beside the page's own.

    A text between ``pre`` tags, which would be taken for code or a quotation, is parted into paragraphs.

    Where a page holds several ``article`` elements side by side and the first heading stands in one of them, that one is its
    own; the others are reprints or teasers of others.
    """
    whole = _length(tree)
    for element in list(tree.iter()):
        if element.tag == "template" or (
            element.get("hidden", "until-found") != "until-found" and _length(element) < MOST * whole
        ):
            _drop(element)
    for element in list(tree.iter("aside", "div", "section", "span", "ul", "form", "p", "label", "table")):
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _EXPLANATION.search(name) or (_FURNITURE.search(name) and _length(element) < MOST * whole):
            _drop(element)
    for element in list(tree.iter("span")):
        if "mso-list:ignore" in (element.get("style") or "").lower().replace(" ", ""):  # the bullet that Word writes out
            _drop(element)
    for element in list(_sisters(tree)):
        _drop(element)
    for pre in list(tree.iter("pre")):
        _part(pre)
    for quote in tree.iter("blockquote"):
        if _EMBEDDED.search(quote.get("class") or ""):
            _unmark(quote)


def _part(pre: Element) -> None:
    """Make paragraphs of the text between ``pre`` tags, as of a text file; with elements in it, it is more likely code."""
    if len(pre):
        return
    blocks = plain.read(pre.text or "", 1).blocks
    pre.tag, pre.text = "div", None
    for block in blocks:
        paragraph = pre.makeelement("p")
        paragraph.text = block.text
        pre.append(paragraph)


def _unmark(quote: Element) -> None:
    """Take the classes off a quoted message and the boxes around it alone, for which it would be taken for an advertisement."""
    element: Element | None = quote
    while element is not None and element.tag in ("blockquote", "div", "figure") and _length(element) <= 1.2 * _length(quote):
        for name in ("class", "id"):
            element.attrib.pop(name, None)
        element = element.getparent()


def _sisters(tree: Element) -> Iterator[Element]:
    articles = [element for element in tree.iter("article") if not any(True for _ in element.iterancestors("article"))]
    heading = next(tree.iter("h1"), None)
    own = next(heading.iterancestors("article"), None) if heading is not None else None
    if own in articles and _length(own) >= ENOUGH:
        yield from articles[articles.index(own) + 1 :]


ENOUGH = 400
"""Characters: an article that has them does not go on in another element."""


def _length(element: Element) -> int:
    return sum(len(text) for text in element.itertext(with_tail=False))


def _drop(element: Element) -> None:
    """Take an element out and leave the text behind it where it is."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
