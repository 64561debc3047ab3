"""The whole digest, and what goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Protocol, TypeVar

from digest.model.article import Article
from digest.model.content import ArticleId, Content, Outlet, OutletId
from digest.model.findings import EventReport, Keyword, Passage

GROWS_FOR = 14
"""Days that an event's newest report may lie behind the edition's newest day for another one to be likely: within as many days
grouping counts two reports as near (``WINDOW`` in ``steps/events/likeness``)."""

R = TypeVar("R")


@dataclass(frozen=True)
class Edition:
    """The whole digest, decided: what pages and exports are laid out from."""

    content: Content
    articles: Mapping[ArticleId, Article]
    """By id; removed ones are not here."""
    outlets: Mapping[OutletId, Outlet]
    """Those that at least one article names, or ``sources.yml`` lists."""
    keywords: Mapping[ArticleId, tuple[Keyword, ...]]
    events: tuple[EventReport, ...]
    """Newest first: by the last day reported, then the number of voices, then id."""
    passages: tuple[Passage, ...]
    faults: tuple[str, ...]
    """The file of each problem that the build reported; empty where it must not be named."""
    failed: tuple[str, ...] = ()
    """Files of ``content/articles`` that gave no article, by path."""

    @cached_property
    def event_of(self) -> Mapping[ArticleId, EventReport]:
        """Article: the event that holds it."""
        return {article: report for report in self.events for article in report.event.articles}

    def lists(self, article: ArticleId) -> bool:
        """Say whether lists, feeds and tables may name an article: the editor hides neither it nor all of its event."""
        return article not in self.content.edits.hide and not self.event_of[article].hidden

    @cached_property
    def cited(self) -> Mapping[ArticleId, frozenset[int]]:
        """Article: the indexes of its sentences that the pages of events cite."""
        found: dict[ArticleId, set[int]] = {}
        for report in self.events:
            for sentence in (*report.summary, *report.comparison.sentences):
                for one in sentence.citations:
                    found.setdefault(one.article, set()).update(self.articles[one.article].touched(one.start, one.end))
        return {article: frozenset(indexes) for article, indexes in found.items()}

    def quoted(self, articles: Iterable[Article]) -> int | None:
        """Give the share of articles that the pages of events cite; see ``share``."""
        return share((article, self.cited.get(article.id, ())) for article in articles)

    def standing(self, old: ArticleId) -> ArticleId:
        """Follow ``moved`` from an id to the one that stands for it now; a circle ends where it began."""
        moved, seen = self.content.edits.moved, {old}
        while old in moved and old not in self.articles and moved[old] not in seen:
            old = moved[old]
            seen.add(old)
        return old

    @cached_property
    def first_ids(self) -> Mapping[ArticleId, ArticleId]:
        """Article that was moved: the id that it had first; of several, the first in order."""
        moved = self.content.edits.moved
        first = sorted(moved.keys() - moved.values(), reverse=True)
        return {new: old for old in first if (new := self.standing(old)) != old}

    @cached_property
    def newest_day(self) -> date | None:
        """The day that "today" and "new" are counted from: the newest article's."""
        days = [article.day for article in self.articles.values() if article.day]
        return max(days, default=None)

    def may_grow(self, report: EventReport) -> bool:
        """Say whether reports may still join a listed event: its newest is near the edition's newest day; no clock is asked."""
        days = [day for article in report.event.articles if (day := self.articles[article].day)]
        return bool(days) and not report.hidden and (self.newest_day or max(days)) - max(days) <= timedelta(GROWS_FOR)


def share(parts: Iterable[tuple[Article, Iterable[int]]]) -> int | None:
    """Give the share that some sentences (by index) have of their articles, in per cent of the characters of sentences.

    Whole, half up; what is there at all is at least 1; None where there are no sentences.
    """
    part = whole = 0
    for article, indexes in parts:
        part += article.length(indexes)
        whole += article.length(range(len(article.sentences)))
    return (max(1, (200 * part + whole) // (2 * whole)) if part else 0) if whole else None


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site or of ``build/articles``, not yet rendered."""

    path: str
    """Below ``build/``: ``docs/events/x/index.md``."""
    template: str
    """A file of ``site_templates/pages``: ``event.md.jinja``."""
    meta: Mapping[str, object]
    """Front matter, raw strings; ``title`` and ``description`` are escaped where they are written."""
    view: Mapping[str, object]
    """What the template shows; every string is foreign until the template escapes it, which it does by itself."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that needs no template."""

    path: str
    """Below ``build/``."""
    pieces: Iterable[str]
    """What it holds, to be gone through once: a long file need never be in memory as a whole."""

    def read(self) -> str:
        """Give the whole, once."""
        return "".join(self.pieces)


class Memo(Protocol):
    """Remembers what a slow, pure function gave for the same arguments; invisible to the steps."""

    def __call__(self, function: Callable[..., R], calls: Sequence[tuple[object, ...]], /) -> Iterator[R]:
        """Give ``function(*call)`` for every call, in their order, remembered or new.

        Arguments and results must be plain JSON values.
        """
