"""What was made of a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from digest.model.content import ArticleId, OutletId, Precision, Publish, Published, TopicId


class Kind(StrEnum):
    """What a block of text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    """One item of a list."""
    QUOTE = "quote"
    """One paragraph of a block quotation."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or quoted paragraph, on one line, white space collapsed."""

    kind: Kind
    text: str
    line: int | None = None
    """The line of the file on which it begins, where the format has lines."""
    level: int = 2
    """Of a heading: 2 to 6."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value that a reader found, and where (to be read after "from")."""

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Raw:
    """What a reader sees in a file; nothing is decided yet."""

    blocks: tuple[Block, ...]
    title: Found | None = None
    date: Found | None = None
    authors: tuple[Found, ...] = ()
    outlet: Found | None = None
    url: Found | None = None
    language: Found | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int


@dataclass(frozen=True)
class Article:
    """A normalised article."""

    id: ArticleId
    path: str
    title: str
    title_origin: str
    published: Published | None
    authors: tuple[str, ...]
    authors_origin: str
    """Empty where there is no author."""
    outlet: OutletId | None
    outlet_origin: str
    source_url: str
    """An ``http`` or ``https`` address, or empty."""
    language: str
    """ISO 639-1."""
    language_origin: str
    blocks: tuple[Block, ...]
    """The body: no title, date line or byline; never empty."""
    set_aside: tuple[str, ...]
    """Lines taken out of the body that no field holds (boilerplate), in order."""
    sentences: tuple[Span, ...]
    """The sentences of every block that is not a heading, in order; none crosses a block."""
    place: str
    """The dateline's place ("OSAKA"), as written, or empty; the dateline stays in the text."""
    digest: str
    """sha256 of title and text, hexadecimal: what "the same content" means."""
    publish: Publish
    event: str = ""
    """``event:`` of the front matter: same name, same event; another name, never the same."""
    topics: tuple[TopicId, ...] | None = None
    """``topics:`` of the front matter."""
    recurring: frozenset[int] = frozenset()
    """Indexes of blocks that recur across its outlet's articles: kept in the text, left out of every analysis."""

    @cached_property
    def text(self) -> str:
        """The plain text: the blocks in order, one a line."""
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def block_starts(self) -> tuple[int, ...]:
        """Where each block begins in ``text``."""
        starts, position = [], 0
        for block in self.blocks:
            starts.append(position)
            position += len(block.text) + 1
        return tuple(starts)

    def sentence(self, index: int) -> str:
        """The text of sentence ``index`` (0-based; pages count from 1)."""
        span = self.sentences[index]
        return self.text[span.start : span.end]

    @property
    def day(self) -> date | None:
        """The day of publication, inferred ones included; None where it is not known."""
        return self.published.day if self.published else None

    @property
    def own_day(self) -> date | None:
        """The day that the article itself gives: what grouping may look at."""
        known = self.published and self.published.precision is not Precision.INFERRED
        return self.day if known else None
