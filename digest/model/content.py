"""What the editor wrote, checked."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TypeAlias

ArticleId: TypeAlias = str
"""``a-z0-9-``; from the file's path or from ``id:``, never from the text."""

EventId: TypeAlias = str
"""The id of the event's founding article."""

TopicId: TypeAlias = str
OutletId: TypeAlias = str


class Precision(StrEnum):
    """How exactly an article's date is known."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    INFERRED = "inferred"
    """Counted from an article of the same event: shown, but it decides nothing."""
    NONE = "none"


class Publish(StrEnum):
    """How much of an article the site shows."""

    FULL = "full"
    EXCERPT = "excerpt"
    """The lead and every cited sentence, gaps marked."""
    LINK = "link"
    """The cited sentences alone."""


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, and how we know."""

    iso: str
    """ISO 8601 as far as it is known: ``2019-06``, ``2019-06-28``, ``2019-06-29T02:47:04``; an offset only where given."""
    precision: Precision
    origin: str
    """Where it was found, to be read after "from": ``front matter``, ``line 2``, ``the page's metadata``."""

    @property
    def day(self) -> date | None:
        """The calendar day as the source wrote it (no zone is assumed), or None where only a month is known."""
        return date.fromisoformat(self.iso[:10]) if len(self.iso) >= 10 else None


@dataclass(frozen=True, slots=True)
class Front:
    """An article's front matter, checked; None is "not given"."""

    title: str | None = None
    date: Published | None = None
    authors: tuple[str, ...] | None = None
    source: str | None = None
    source_url: str | None = None
    language: str | None = None
    event: str | None = None
    topics: tuple[TopicId, ...] | None = None
    publish: Publish | None = None
    id: str | None = None


FORMATS: Mapping[str, str] = {
    "txt": "text file",
    "md": "Markdown file",
    "html": "saved web page",
    "htm": "saved web page",
    "eml": "mail",
    "xml": "feed",
    "rss": "feed",
    "atom": "feed",
    "json": "JSON file",
}
"""Ending of a file: what people call the format."""

LONG = 16_000
"""Characters from which a source's text is not kept as it is: thousands of saved web pages would fill the memory."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file of ``content/articles``, decoded, its front matter taken off."""

    id: ArticleId
    path: str
    """From the digest's root, with ``/``: ``content/articles/a.txt``."""
    text: str
    """What stands after the front matter; line ends are LF. Of a mail its bytes, those above 127 as surrogate escapes."""
    front: Front = Front()
    first_line: int = 1
    """The line of the file on which ``text`` begins, so that places can be named as an editor sees them."""
    repaired: int = 0
    """Places where garbled characters ("â€™") were put right."""
    packed: bytes = b""
    """The text of a long file, compressed to a quarter, in place of ``text``."""

    def pack(self) -> Source:
        """Give the same source with its text packed if it is long: fit to be kept from one build to the next."""
        if len(self.text) < LONG:
            return self
        return replace(self, text="", packed=zlib.compress(self.text.encode("utf-8", "surrogatepass"), 1))

    @property
    def whole_text(self) -> str:
        """The text, unpacked where it is packed."""
        return zlib.decompress(self.packed).decode("utf-8", "surrogatepass") if self.packed else self.text

    @property
    def suffix(self) -> str:
        """The file's ending in lower case, with its dot: ``.txt``; it chooses the reader."""
        name = self.path.rsplit("/", 1)[-1]
        return "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher: from ``sources.yml``, or made from a name that an article gives."""

    id: OutletId
    name: str
    domains: tuple[str, ...] = ()
    family: str = ""
    """The owner; outlets of one family are one voice. Empty: a family of its own."""
    country: str = ""
    publish: Publish | None = None
    """None where ``sources.yml`` does not say: the format of each file decides."""
    feed: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that point to a topic, and how strongly (1 is the weight of a phrase that suffices in a passage)."""

    text: str
    """Three dots in it stand for a few words: ``meddle ... election``."""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Topic:
    """A theme that the editor follows."""

    id: TopicId
    title: str
    intro: str = ""
    phrases: tuple[Phrase, ...] = ()
    exclude: tuple[str, ...] = ()
    """Expressions that hide the words they cover."""
    parent: TopicId = ""
    against: tuple[Phrase, ...] = ()
    """Words that take their weight off a passage."""


@dataclass(frozen=True, slots=True)
class SummaryEdit:
    """Sentences that the editor wants in, or out of, the summary of the event that holds an article."""

    prefer: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """A takedown: the text is gone, the address answers."""

    reason: str
    see: ArticleId = ""


@dataclass(frozen=True, slots=True)
class Edits:
    """The editor's decisions, keyed by article."""

    together: tuple[tuple[ArticleId, ...], ...] = ()
    apart: tuple[tuple[ArticleId, ...], ...] = ()
    titles: Mapping[ArticleId, str] = field(default_factory=dict)
    """Article: the title of the event that it is in."""
    topics: Mapping[ArticleId, tuple[TopicId, ...]] = field(default_factory=dict)
    """Article: exactly these topics for the event that it is in."""
    summaries: Mapping[ArticleId, SummaryEdit] = field(default_factory=dict)
    hide: tuple[ArticleId, ...] = ()
    moved: Mapping[ArticleId, ArticleId] = field(default_factory=dict)
    """Old id: new id."""
    removed: Mapping[ArticleId, Removal] = field(default_factory=dict)
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict, compare=False)
    """(Section, what stands there): the line of ``edits.yml``, for messages."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``settings.yml`` says; the bounds are in ``edge/settings``."""

    summary_words: int = 100
    """Words of a summary, white-space separated, never over."""
    keywords_per_article: int = 10
    earliest_year: int = 1900
    latest_year: int = 2040
    """A date outside these years is refused."""
    max_file_mb: int = 5
    """A larger file is refused."""
    language: str = "en"
    """Of the site's own words; one of ``digest.text.catalogue.LANGUAGES``."""
    feed_authority: str = ""
    """What the ids in feeds begin with (RFC 4151): ``name,date``; empty: from the site's address or name."""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that the editor gave, checked."""

    sources: Sequence[Source]
    """By path; files that could not be read are not here but among the faults. A long file may be read when it is asked for."""
    outlets: tuple[Outlet, ...]
    topics: tuple[Topic, ...]
    edits: Edits
    settings: Settings
    pages: Mapping[str, str] = field(default_factory=dict)
    """Hand-written pages: path below ``content/pages``: their text."""
    site_name: str = "News digest"
    site_url: str = ""
    repo_url: str = ""
    """Where the digest's files are kept, as ``mkdocs.yml`` says it: readers report problems there. No slash at its end."""
