"""What was made of a file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from digest.model.content import ArticleId, OutletId, Precision, Publish, Published, TopicId

LEAD_SENTENCES = 2
"""An excerpt opens with the first paragraph, never more of it than this: a feed may give a whole article as one paragraph."""


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
    aside: tuple[str, ...] = ()
    """Lines that the reader knows to be no part of the article, such as the note of someone who sent it on."""
    heading: str = ""
    """What the page itself shows as its headline; its title may have the site's name behind it."""
    key: str = ""
    """What tells this article from the others of its file: its guid, link or title; empty in formats that hold one article."""
    publish: Publish = Publish.FULL
    """How much of it is shown where neither the editor nor its outlet's entry in ``sources.yml`` says."""
    repaired: int = 0
    """Places where garbled characters ("â€™") were put right."""


class Certainty(StrEnum):
    """How sure a field is."""

    GIVEN = "given"
    """The editor wrote it into the front matter."""
    STATED = "stated"
    """The file has a field of its own for it: JSON-LD, a meta element, a header."""
    READ = "read"
    """Read off a line of the text by its form."""
    GUESSED = "guessed"
    """Concluded from something else: the file's name, the address, the words, another article."""


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
    """ISO 639-1, or "und" where it is not known and not English."""
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
    agency: str = ""
    """The news agency (or station) that dateline, byline or last line credits ("Reuters"), as written, or empty."""
    certainty: Mapping[str, Certainty] = field(default_factory=dict, hash=False)
    """How sure is what: keys ``title``, ``date``, ``author``, ``outlet``, ``language``, ``address``, ``place``, ``agency``.

    None for a field that is not known.
    """
    repaired: int = 0
    """Places where garbled characters ("â€™") were put right."""
    address_origin: str = ""
    place_origin: str = ""
    agency_origin: str = ""

    def source_of(self, field: str, origin: str) -> str:
        """Say in words how sure a field is and where it was found: "read from line 3"; empty where it is not known."""
        if not origin or origin == "assumed":
            return origin
        sure = self.certainty.get(field)
        return f"{sure}{' in' if sure in (Certainty.GIVEN, Certainty.STATED) else ' from'} {origin}" if sure else f"from {origin}"

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

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The texts of the blocks that say something: none that recurs across the outlet's articles."""
        return tuple(block.text for index, block in enumerate(self.blocks) if index not in self.recurring)

    @cached_property
    def told_sentences(self) -> tuple[tuple[Span, int], ...]:
        """The sentences of those blocks, headings left out, each with the index of its block."""
        placed = ((span, bisect_right(self.block_starts, span.start) - 1) for span in self.sentences)
        return tuple(
            (span, block) for span, block in placed if block not in self.recurring and self.blocks[block].kind is not Kind.HEADING
        )

    def sentence(self, index: int) -> str:
        """The text of sentence ``index`` (0-based; pages count from 1)."""
        span = self.sentences[index]
        return self.text[span.start : span.end]

    def touched(self, start: int, end: int) -> list[int]:
        """Give the indexes of the sentences that a stretch of the text touches."""
        return [index for index, span in enumerate(self.sentences) if span.start < end and start < span.end]

    def length(self, indexes: Iterable[int]) -> int:
        """Count the characters of some of its sentences."""
        return sum(self.sentences[index].end - self.sentences[index].start for index in indexes)

    @property
    def lead(self) -> list[int]:
        """Give the indexes of the sentences that an excerpt opens with: of the first paragraph, at most ``LEAD_SENTENCES``."""
        for start, block in zip(self.block_starts, self.blocks, strict=True):
            if block.kind is Kind.PARAGRAPH:
                return self.touched(start, start + len(block.text))[:LEAD_SENTENCES]
        return []

    @property
    def day(self) -> date | None:
        """The day of publication, inferred ones included; None where it is not known."""
        return self.published.day if self.published else None

    @property
    def own_day(self) -> date | None:
        """The day that the article itself gives: what grouping may look at."""
        known = self.published and self.published.precision is not Precision.INFERRED
        return self.day if known else None
