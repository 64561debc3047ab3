"""The page that says how the digest is made, with the figures of this build."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from digest.model import Article, Page, Precision, Publish
from digest.steps.pages import say
from digest.steps.pages.cards import View
from digest.steps.pages.frame import address, frame
from digest.steps.pages.shares import quoted_share, shares
from digest.steps.pages.site import Site
from digest.text.slug import is_id

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
        "title": "About and method",
        "description": "How this digest is made, and what it does not do.",
        "kind": "text",
    }
    view: View = {"own_pages": _own_pages(site), "figures": _figures(site), "removed": removed, "topics": bool(site.topics)}
    view["shares"] = shares(site)
    return Page("docs/about/index.md", "about.md.jinja", meta, frame(site, 1) | view)


def _figures(site: Site) -> list[View]:
    """What this build is made of; each with the page or file that has what it counts, or with the list itself."""
    edition = site.edition
    articles = list(edition.articles.values())
    kinds = {kind: sum(article.publish is kind for article in articles) for kind in Publish}
    shown = [f"{kinds[Publish.FULL]:,} in full"]
    shown += [f"{kinds[Publish.EXCERPT]:,} as excerpts"] if kinds[Publish.EXCERPT] else []
    shown += [f"{kinds[Publish.LINK]:,} by their cited sentences"] if kinds[Publish.LINK] else []
    sentences = sum(len(report.summary) for report in edition.events)
    voices = sum(len(report.voices) for report in edition.events)
    several = sum(len(report.voices) > 1 for report in edition.events)
    copies = [site.article(name) for report in edition.events for name in sorted(report.event.copies)]
    unsure = [article for article in articles if not article.published or article.published.precision is Precision.INFERRED]
    unknown = sum(article.published is None for article in unsure)
    owners = len({outlet.family or outlet.id for outlet in edition.outlets.values()})
    dates = [f"{say.count(len(unsure) - unknown, 'date')} inferred"] if len(unsure) > unknown else []
    dates += [f"{say.count(unknown, 'date')} not known"] if unknown else []
    cited = say.count(sum(len(sentence.citations) for report in edition.events for sentence in report.summary), "citation")
    return [
        _figure("Articles", len(articles), ", ".join(shown), "data/articles.csv"),
        _figure("Events", len(edition.events), f"{several:,} with more than one independent report", "archive/"),
        _figure("Publishers", len(edition.outlets), say.count(owners, "owner"), "sources/"),
        _figure("Independent reports", voices, "added up over all events", "data/events.csv"),
        _figure(
            "Sentences proven",
            sentences,
            f"all of the summaries, word for word in the report they cite; {cited}",
            "data/proof.json",
        ),
        _figure("Quoted of the articles", quoted_share(site), "by characters; for each source below", "#quoted"),
        _figure("Copies of another report", len(copies), "counted as articles, not as voices", members=_links(site, copies)),
        _figure("Dates not given", len(unsure), ", ".join(dates), members=_links(site, unsure)),
        _figure(
            "Files that failed",
            len(edition.failed),
            "gave no article",
            members=[{"title": path.removeprefix("content/articles/"), "url": ""} for path in edition.failed],
        ),
        _figure("Problems reported", edition.faults, "files or fields that the build could not use"),
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


def _own_pages(site: Site) -> list[View]:
    """The editor's own pages, by the first heading of each: nothing else leads to them."""
    found: list[View] = []
    for path, text in sorted(site.edition.content.pages.items()):
        place = address(path)
        if place not in GENERATED and "/" not in place.rstrip("/"):
            heading = next((line.lstrip("# ").strip() for line in text.splitlines() if line.startswith("# ")), "")
            found.append({"title": heading or place.rstrip("/"), "url": quote(place)})
    return found
