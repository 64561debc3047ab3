"""Lays out the pages: decides what stands where, in raw words; the templates say it in Markdown and HTML.

    edition ──> Site (look-ups) ──> front, event, article, topic, keyword, source, archive, about, data, daily
                                ├─> machine (what programs read in each page)
                                └─> gone (redirects and tombstones), normal (build/articles)

Addresses are counted from the site's root; each template puts its way to the root in front.
"""

from __future__ import annotations

from collections.abc import Iterator

from digest.model import Edition, File, Page
from digest.steps.pages.about import about_page
from digest.steps.pages.archive import archive_pages
from digest.steps.pages.article import article_page
from digest.steps.pages.daily import daily_pages
from digest.steps.pages.data import data_page
from digest.steps.pages.event import event_page
from digest.steps.pages.frame import address
from digest.steps.pages.front import front_page
from digest.steps.pages.gone import redirect_pages, tombstone_pages
from digest.steps.pages.keyword import keyword_pages
from digest.steps.pages.machine import for_machines
from digest.steps.pages.near import near_page
from digest.steps.pages.normal import normal_page
from digest.steps.pages.site import Site
from digest.steps.pages.source import source_page, sources_page
from digest.steps.pages.topic import topic_page, topics_page

REPLACEABLE = frozenset({"", "about/"})
"""Generated addresses that a hand-written page may take; at any other the generated page stays."""


def lay_out(edition: Edition) -> Iterator[Page | File]:
    """Lay out every page of an edition, and every article's own file, one at a time: all of them would fill the memory.

    The editor's hand-written pages are copied; the home page and the page about the method give way to one, any other
    generated address does not (reading the content reports such a page).
    """
    site = Site(edition)
    own = edition.content.pages
    ours = {address(path) for path in own} & REPLACEABLE
    taken = set[str]()
    for page in _standing(site):
        taken.add(_address(page))
        if _address(page) not in ours:
            yield for_machines(site, page)
    yield from daily_pages(site)
    yield from (normal_page(site, article) for article in edition.articles.values())
    for page in tombstone_pages(site, frozenset(taken)):
        taken.add(_address(page))
        yield for_machines(site, page)
    for path, text in own.items():
        if address(path) in REPLACEABLE or address(path) not in taken:
            yield File(f"docs/{path}", [text])
    yield from redirect_pages(site, frozenset(taken | {address(path) for path in own}))


def _standing(site: Site) -> Iterator[Page]:
    """Lay out what is there for its own sake: no redirect, no tombstone."""
    for make in (front_page, about_page, data_page, topics_page, sources_page, near_page):
        yield make(site)
    yield from (event_page(site, report) for report in site.edition.events)
    yield from (article_page(site, article) for article in site.edition.articles.values())
    yield from (topic_page(site, topic) for topic in site.edition.content.topics)
    yield from (source_page(site, outlet) for outlet in site.edition.outlets.values())
    yield from keyword_pages(site)
    yield from archive_pages(site)


def _address(page: Page) -> str:
    return address(page.path.removeprefix("docs/"))
