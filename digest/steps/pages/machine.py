"""What programs read in a page: its feeds, what link previews show, and schema.org's words for it.

All of it stands in the front matter, raw, and passes ``tojson`` or ``e`` in the theme (``partials/machine.html``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.model import Article, EventReport, Outlet, Page, Precision, Publish
from digest.steps.pages.frame import address
from digest.steps.pages.site import Site, first_citations
from digest.steps.pages.view import View
from digest.text.escape import safe_url

MOST = 50
"""Members of a list that are named: a page must not weigh more for programs than for people."""

TYPES = {"article": "article", "event": "article"}
"""Kind of page: what Open Graph calls it; any other is a ``website``."""


def for_machines(site: Site, page: Page) -> Page:
    """Give a page with what programs read in it."""
    place = address(page.path.removeprefix("docs/"))
    kind = str(page.meta.get("kind", ""))
    own = feeds_of(site, place)
    about = _Described(site, place, page)
    return replace(
        page,
        meta={
            **page.meta,
            **({"feeds": own} if own and place else {}),
            "card": {
                "title": page.meta["title"] if place else site.edition.content.site_name,
                "description": page.meta.get("description", ""),
                "kind": TYPES.get(kind, "website"),
            },
            "linked": {"@context": "https://schema.org", **about.linked()},
        },
        view={**page.view, "feeds": own},
    )


def feeds_of(site: Site, place: str) -> View:
    """Give the feeds that follow the page of this address (``title`` and ``url``, their folder); empty where none does."""
    folder, _, name = place.rstrip("/").rpartition("/")
    edition = site.edition
    titles = {
        "topics": name in site.topics and site.topics[name].title,
        "sources": name in edition.outlets and edition.outlets[name].name,
        "events": name in site.by_id and not site.by_id[name].hidden and site.by_id[name].title,
    }
    title = edition.content.site_name if not place else titles.get(folder)
    return {"title": title, "url": place} if title else {}


class _Described:
    """A page in schema.org's words."""

    def __init__(self, site: Site, place: str, page: Page) -> None:
        self.site, self.place, self.page = site, place, page
        self.root = site.edition.content.site_url or "../" * place.count("/")

    def linked(self) -> View:
        """Give the members of its JSON-LD; addresses are absolute where the site's is known, else relative to the page."""
        edition = self.site.edition
        folder, _, name = self.place.rstrip("/").rpartition("/")
        if folder == "articles" and name in edition.articles:
            return self._article(edition.articles[name])
        if folder == "events" and name in self.site.by_id:
            return self._event(self.site.by_id[name])
        if folder == "topics" and name in self.site.topics:
            filed = [report for report in self.site.events if any(match.topic == name for match in report.topics)]
            return self._list(filed)
        if folder == "sources" and name in edition.outlets:
            return self._list(self.site.by_outlet.get(name, ())) | {"about": self._publisher(edition.outlets[name])}
        if not self.place:
            return self._list(self.site.events)
        return self._page("WebPage")

    def _page(self, kind: str) -> View:
        name = self.site.edition.content.site_name
        return {
            "@type": kind,
            "url": self.root + self.place,
            "name": self.page.meta["title"],
            "description": self.page.meta.get("description", ""),
            "inLanguage": self.site.t.language,
            "isPartOf": {"@type": "WebSite", "name": name, "url": self.root or "./"},
        }

    def _article(self, article: Article) -> View:
        """A report, and where it was published; a word of its text only where the site may show all of it."""
        report = self.site.event_of(article.id)
        opening = self.site.opening(article) if article.publish is Publish.FULL else ""
        return self._report(article) | {
            **({"author": [{"@type": "Person", "name": name} for name in article.authors]} if article.authors else {}),
            **({"abstract": opening} if opening else {}),
            "isPartOf": {"@type": "CollectionPage", "name": report.title, "url": f"{self.root}events/{report.id}/"},
        }

    def _event(self, report: EventReport) -> View:
        """An event: its summary, the reports that it is made from, and the address of every sentence that is cited."""
        cited = [place for sentence in report.summary for place in first_citations(sentence, self.site, report)]
        topics = [self.site.topics[match.topic] for match in report.topics if match.topic in self.site.topics]
        days = self.site.days(report)
        return self._page("CollectionPage") | {
            **({"datePublished": days[0].isoformat(), "dateModified": days[-1].isoformat()} if days else {}),
            **({"abstract": " ".join(sentence.text for sentence in report.summary)} if report.summary else {}),
            **({"about": [{"@type": "Thing", "name": topic.title} for topic in topics]} if topics else {}),
            "isBasedOn": [self._report(article) for article in self.site.articles(report)[:MOST]],
            "citation": list(dict.fromkeys(f"{self.root}articles/{article}/#s{index + 1}" for article, index in cited)),
        }

    def _list(self, members: Sequence[EventReport | Article]) -> View:
        """A list of events or articles, and what its first entries are made from."""
        items: list[View] = []
        based: list[str] = []
        for position, one in enumerate(members[:MOST], 1):
            folder = "events" if isinstance(one, EventReport) else "articles"
            based += one.event.articles if isinstance(one, EventReport) else [one.id]
            item = {"@type": "ListItem", "position": position, "name": one.title, "url": f"{self.root}{folder}/{one.id}/"}
            items.append(item)
        return self._page("CollectionPage") | {
            "mainEntity": {"@type": "ItemList", "numberOfItems": len(members), "itemListElement": items},
            "isBasedOn": [f"{self.root}articles/{article}/" for article in based if not self.site.hides(article)][:MOST],
        }

    def _report(self, article: Article) -> View:
        outlet = self.site.outlet(article)
        published = article.published
        dated = published and published.precision is not Precision.INFERRED
        original = safe_url(article.source_url)
        return {
            "@type": "NewsArticle",
            "headline": article.title,
            "url": f"{self.root}articles/{article.id}/",
            **({"inLanguage": article.language} if article.language != "und" else {}),
            **({"datePublished": published.iso} if published and dated else {}),
            **({"publisher": self._publisher(outlet)} if outlet else {}),
            **({"isBasedOn": original} if original else {}),
        }

    def _publisher(self, outlet: Outlet) -> View:
        return {"@type": "Organization", "name": outlet.name, "url": f"{self.root}sources/{outlet.id}/"}
