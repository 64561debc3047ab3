"""Lays out the pages: decides what stands where, in raw words; the templates say it in Markdown and HTML.

    edition ──> Site (look-ups) ──> front, event, article, topic, keyword, source, archive, about
                                └─> gone (redirects and tombstones), normal (build/articles)

Addresses are counted from the site's root; each template puts its way to the root in front.
"""

from __future__ import annotations

from digest.model import Edition, File, Page
from digest.steps.pages.about import about_page
from digest.steps.pages.archive import archive_pages
from digest.steps.pages.article import article_page
from digest.steps.pages.event import event_page
from digest.steps.pages.frame import address
from digest.steps.pages.front import front_page
from digest.steps.pages.gone import redirect_pages, tombstone_pages
from digest.steps.pages.keyword import keyword_pages
from digest.steps.pages.near import near_page
from digest.steps.pages.normal import normal_page
from digest.steps.pages.site import Site
from digest.steps.pages.source import source_page, sources_page
from digest.steps.pages.topic import topic_page, topics_page

REPLACEABLE = frozenset({"", "about/"})
"""Generated addresses that a hand-written page may take; at any other the generated page stays."""


def lay_out(edition: Edition) -> tuple[Page | File, ...]:
    """Lay out every page of an edition, and every article's own file, in the order of their paths.

    The editor's hand-written pages are copied; the home page and the page about the method give way to one, any other
    generated address does not (reading the content reports such a page).
    """
    site = Site(edition)
    pages: list[Page] = [
        front_page(site),
        about_page(site),
        topics_page(site),
        sources_page(site),
        near_page(site),
    ]
    pages += [event_page(site, report) for report in edition.events]
    pages += [article_page(site, article) for article in edition.articles.values()]
    pages += [topic_page(site, topic) for topic in edition.content.topics]
    pages += [source_page(site, outlet) for outlet in edition.outlets.values()]
    pages += keyword_pages(site)
    pages += archive_pages(site)
    pages += tombstone_pages(site, _addresses(pages))
    taken = _addresses(pages)
    own = {
        path: text for path, text in edition.content.pages.items() if address(path) in REPLACEABLE or address(path) not in taken
    }
    replaced = {address(path) for path in own}
    pages = [page for page in pages if address(page.path.removeprefix("docs/")) not in replaced]
    pages += redirect_pages(site, taken | replaced)
    pages += [normal_page(site, article) for article in edition.articles.values()]
    files = [File(f"docs/{path}", text) for path, text in own.items()]
    return tuple(sorted([*pages, *files], key=lambda page: page.path))


def _addresses(pages: list[Page]) -> frozenset[str]:
    return frozenset(address(page.path.removeprefix("docs/")) for page in pages)
