"""The page that says how the digest is made, with the figures of this build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote

from digest.model import Article, Page, Precision, Publish
from digest.steps.pages.frame import address, frame
from digest.steps.pages.shares import quoted_share, shares, shares_of_articles
from digest.steps.pages.site import Site
from digest.steps.pages.view import View
from digest.text.slug import is_id

MOST_FILES = 100
"""Files in a list: with a name of 60 characters each, 6 KB."""

GENERATED = frozenset({"", "about/", "topics/", "keywords/", "sources/", "archive/"})
"""Addresses in the menu: a page of the editor's at one of these needs no link, or is not there."""


def about_page(site: Site) -> Page:
    """Lay out the page about the method."""
    edition = site.edition
    removed = [
        {"title": old, "url": f"articles/{old}/", "reason": removal.reason}
        for old, removal in sorted(edition.content.edits.removed.items())
        if is_id(old)
    ]
    meta: dict[str, object] = {
        "title": site.t("about.title"),
        "description": site.t("about.description"),
        "kind": "text",
    }
    view: View = {"own_pages": _own_pages(site), "figures": _figures(site), "removed": removed, "topics": bool(site.topics)}
    view |= {"shares": shares(site), "article_shares": shares_of_articles(site), "articles": len(site.listed)}
    return Page("docs/about/index.md", "about.md.jinja", meta, frame(site, 1) | view)


def _figures(site: Site) -> list[View]:
    """What this build is made of; each with the page or file that has what it counts, or with the list itself."""
    t, edition = site.t, site.edition
    articles, hidden = list(edition.articles.values()), len(edition.articles) - len(site.listed)
    kinds = {kind: sum(article.publish is kind for article in site.listed) for kind in Publish}
    shown = [t("about.shown.full", count=kinds[Publish.FULL])]
    shown += [t("about.shown.excerpt", count=kinds[Publish.EXCERPT])] if kinds[Publish.EXCERPT] else []
    shown += [t("about.shown.link", count=kinds[Publish.LINK])] if kinds[Publish.LINK] else []
    shown += [t("about.hidden", count=hidden)] if hidden else []
    sentences = sum(len(report.summary) for report in edition.events)
    voices = [sum(any(map(edition.lists, voice)) for voice in report.voices) for report in site.events]
    several = sum(count > 1 for count in voices)
    copies = [site.article(name) for report in edition.events for name in sorted(report.event.copies)]
    unsure = [article for article in articles if not article.published or article.published.precision is Precision.INFERRED]
    unknown = sum(article.published is None for article in unsure)
    owners = len({outlet.family or outlet.id for outlet in edition.outlets.values()})
    dates = [t("about.inferred", count=len(unsure) - unknown)] if len(unsure) > unknown else []
    dates += [t("about.unknown", count=unknown)] if unknown else []
    cited = t("count.citation", count=sum(len(one.citations) for report in edition.events for one in report.summary))
    return [
        _figure(t("articles.title"), len(site.listed), ", ".join(shown), "data/articles.csv"),
        _figure(t("events.title"), len(site.events), t("about.several", count=several), "archive/"),
        _figure(t("about.publishers"), len(edition.outlets), t("count.owner", count=owners), "sources/"),
        _figure(t("about.voices"), sum(voices), t("about.voices.sum"), "data/events.csv"),
        _figure(t("about.sentences"), sentences, t("about.proved", citations=cited), "data/proof.json"),
        _figure(t("about.quoted.share"), quoted_share(site), t("about.quoted.share.1"), "#quoted"),
        _figure(t("about.copies"), len(copies), t("about.copies.1"), members=_links(site, copies)),
        _figure(t("about.dates.none"), len(unsure), ", ".join(dates), members=_links(site, unsure)),
        _figure(
            t("about.failed"),
            len(edition.failed),
            t("about.failed.1"),
            members=_files(site, [path.removeprefix("content/articles/") for path in edition.failed]),
        ),
        _figure(
            t("about.problems"),
            len(edition.faults),
            t("about.problems.1"),
            members=_files(site, [path.removeprefix("content/") for path in edition.faults if path]),
        ),
    ]


def _figure(name: str, value: int | str, note: str, url: str = "", members: Sequence[View] = ()) -> View:
    return {"name": name, "value": value, "note": note, "url": url, "members": list(members)}


def _links(site: Site, articles: Sequence[Article]) -> list[View]:
    """Articles by title; hidden ones are counted, and not named."""
    return [
        {"title": article.title, "url": f"articles/{article.id}/"}
        for article in sorted(articles, key=lambda article: article.id)
        if not site.hides(article.id) and not site.event_of(article.id).hidden
    ]


def _files(site: Site, paths: Sequence[str]) -> list[View]:
    """Files by name, each with how often it is named where that is more than once."""
    counts = sorted(Counter(paths).items())
    named = [path if count == 1 else f"{path}: {count}" for path, count in counts[:MOST_FILES]]
    more = [site.t("more.and", count=len(counts) - MOST_FILES)] if len(counts) > MOST_FILES else []
    return [{"title": name, "url": ""} for name in (*named, *more)]


def _own_pages(site: Site) -> list[View]:
    """The editor's own pages, by the first heading of each: nothing else leads to them."""
    found: list[View] = []
    for path, text in sorted(site.edition.content.pages.items()):
        place = address(path)
        if place not in GENERATED and "/" not in place.rstrip("/"):
            heading = next((line.lstrip("# ").strip() for line in text.splitlines() if line.startswith("# ")), "")
            found.append({"title": heading or place.rstrip("/"), "url": quote(place)})
    return found
