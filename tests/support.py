"""What tests of several steps build on: articles made without a file."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from digest.model import Article, Block, Kind, Precision, Publish, Published, Span
from digest.text.sentences import split_sentences


def make_article(
    id: str,  # noqa: A002
    title: str,
    paragraphs: Sequence[str | Block],
    *,
    day: str | None = None,
    outlet: str | None = None,
    language: str = "en",
    authors: Sequence[str] = (),
    topics: Sequence[str] | None = None,
    event: str = "",
    recurring: Sequence[int] = (),
    inferred: bool = False,
) -> Article:
    """Give an article as normalising would: ``day`` is ISO ("2019-06-28"), a paragraph that opens with "# " is a heading."""
    blocks = tuple(_block(part) for part in paragraphs)
    sentences, position = [], 0
    for block in blocks:
        if block.kind is not Kind.HEADING:
            spans = split_sentences(block.text, language)
            sentences += [Span(position + start, position + end) for start, end in spans]
        position += len(block.text) + 1
    text = "\n".join(block.text for block in blocks)
    precision = Precision.INFERRED if inferred else Precision.DAY
    return Article(
        id=id,
        path=f"content/articles/{id}.txt",
        title=title,
        title_origin="line 1",
        published=Published(day, precision, "line 2") if day else None,
        authors=tuple(authors),
        authors_origin="line 3" if authors else "",
        outlet=outlet,
        outlet_origin="front matter" if outlet else "",
        source_url="",
        language=language,
        language_origin="the text",
        blocks=blocks,
        set_aside=(),
        sentences=tuple(sentences),
        place="",
        digest=sha256(f"{title}\n{text}".encode()).hexdigest(),
        publish=Publish.FULL,
        event=event,
        topics=tuple(topics) if topics is not None else None,
        recurring=frozenset(recurring),
    )


def _block(part: str | Block) -> Block:
    if isinstance(part, Block):
        return part
    if part.startswith("# "):
        return Block(Kind.HEADING, part[2:])
    return Block(Kind.PARAGRAPH, part)
