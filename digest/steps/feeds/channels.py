"""Decides which feeds there are, and what is in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from digest.model import Article, Edition, EventReport, TopicId
from digest.steps.feeds.entries import NO_DATE, Entries, Entry
from digest.steps.feeds.gone import entries_gone
from digest.text.catalogue import words
from digest.text.slug import slug

MOST = 50
"""Entries of a feed: a reader that asks once a week misses none where fewer than seven events a day come in."""

SINCE = "2026"
"""The year that names an authority which the editor did not name: the one in which these ids were first given."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed, not yet written."""

    id: str
    folder: str
    """From the site's root: empty, or ``topics/climate/``."""
    base: str
    """The site's address, or empty."""
    title: str
    subtitle: str
    author: str
    language: str
    """Of the site's own words; each entry has its own."""
    entries: tuple[Entry, ...]
    """Newest first."""

    @property
    def root(self) -> str:
        """What to put before an address that counts from the site's root."""
        return self.base or "../" * self.folder.count("/")

    @property
    def page(self) -> str:
        """The page that the feed follows."""
        return (self.root + self.folder) or "./"

    @property
    def updated(self) -> str:
        """When the newest entry was."""
        return max((entry.updated for entry in self.entries), default=NO_DATE)


def channels(edition: Edition) -> Iterator[Channel]:
    """Give every feed: the site's, the topics', the sources', and two of every address that an event ever had."""
    content = edition.content
    name, authority, t = content.site_name, _authority(edition), words(content.settings.language)

    def feed(folder: str, title: str, subtitle: str, entries: tuple[Entry, ...]) -> Channel:
        own = f"tag:{authority}:feeds/{folder.rstrip('/') or 'latest'}"
        return Channel(own, folder, content.site_url, title, subtitle, name, t.language, entries)

    def channel(folder: str, title: str, subtitle: str, items: Sequence[EventReport | Article]) -> Channel:
        made = Entries(edition, f"tag:{authority}:", content.site_url or "../" * folder.count("/"))
        newest = sorted(items, key=lambda one: (made.updated(one), one.id), reverse=True)[:MOST]
        entries = tuple(made.event(one) if isinstance(one, EventReport) else made.article(one) for one in newest)
        return feed(folder, title, subtitle, entries)

    listed = [report for report in edition.events if not report.hidden]
    yield channel("", name, t("feed.subtitle"), listed)
    for topic in content.topics:
        below = _below(edition, topic.id)
        filed = [report for report in listed if any(match.topic in below for match in report.topics)]
        yield channel(f"topics/{topic.id}/", f"{topic.title} – {name}", topic.intro, filed)
    by_outlet: dict[str, list[Article]] = {}
    for article in edition.articles.values():
        if article.outlet and edition.lists(article.id):
            by_outlet.setdefault(article.outlet, []).append(article)
    for outlet in edition.outlets.values():
        own = by_outlet.get(outlet.id, [])
        yield channel(f"sources/{outlet.id}/", f"{outlet.name} – {name}", t("feed.source", outlet=outlet.name), own)
    for report in edition.events:
        reports = [edition.articles[one] for one in report.event.articles if edition.lists(one)]
        title = name if report.hidden else f"{report.title} – {name}"
        yield channel(f"events/{report.id}/", title, t("feed.event"), reports)
    for old, entry in entries_gone(edition, f"tag:{authority}:", content.site_url or "../../"):
        yield feed(f"events/{old}/", name, t("feed.event"), (entry,) if entry else ())


def _authority(edition: Edition) -> str:
    """Give the name that all ids begin with: the editor's, else the site's host, else one made of the site's name."""
    content = edition.content
    host = urlsplit(content.site_url).hostname or ""
    return content.settings.feed_authority or f"{host if host.isascii() and host else _nowhere(content.site_name)},{SINCE}"


def _nowhere(name: str) -> str:
    return f"{slug(name)[:60].strip('-') or 'digest'}.invalid"


def _below(edition: Edition, topic: TopicId) -> frozenset[TopicId]:
    """Give a topic and all that are part of it; a circle of parents ends where it began."""
    found = {topic}
    while more := {other.id for other in edition.content.topics if other.parent in found} - found:
        found |= more
    return frozenset(found)
