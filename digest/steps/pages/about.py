"""The page that says how the digest is made, with the figures of this build."""

from __future__ import annotations

from urllib.parse import quote

from digest.model import Page, Precision, Publish
from digest.steps.pages import say
from digest.steps.pages.cards import View
from digest.steps.pages.frame import address, frame
from digest.steps.pages.site import Site
from digest.text.slug import is_id

GENERATED = frozenset({"", "about/", "topics/", "keywords/", "sources/", "archive/"})
"""Addresses in the menu: a page of the editor's at one of these needs no link, or is not there."""


def about_page(site: Site) -> Page:
    """Lay out the page about the method."""
    edition = site.edition
    articles = list(edition.articles.values())
    kinds = {kind: sum(article.publish is kind for article in articles) for kind in Publish}
    shown = [f"{kinds[Publish.FULL]:,} in full"]
    shown += [f"{kinds[Publish.EXCERPT]:,} as excerpts"] if kinds[Publish.EXCERPT] else []
    shown += [f"{kinds[Publish.LINK]:,} by their cited sentences"] if kinds[Publish.LINK] else []
    sentences = sum(len(report.summary) for report in edition.events)
    several = sum(len(report.voices) > 1 for report in edition.events)
    copies = sum(len(report.event.copies) for report in edition.events)
    inferred = sum(
        bool(a.published) and a.published is not None and a.published.precision is Precision.INFERRED for a in articles
    )
    unknown = sum(article.published is None for article in articles)
    owners = len({outlet.family or outlet.id for outlet in edition.outlets.values()})
    dates = [f"{say.count(inferred, 'date')} inferred"] if inferred else []
    dates += [f"{say.count(unknown, 'date')} not known"] if unknown else []
    cited = say.count(sum(len(sentence.citations) for report in edition.events for sentence in report.summary), "citation")
    figures: list[View] = [
        {"name": "Articles", "value": len(articles), "note": ", ".join(shown)},
        {"name": "Events", "value": len(edition.events), "note": f"{several:,} with more than one independent report"},
        {"name": "Sources", "value": len(edition.outlets), "note": say.count(owners, "owner")},
        {"name": "Summary sentences", "value": sentences, "note": f"all found, word for word, in the report they cite; {cited}"},
        {"name": "Copies of another report", "value": copies, "note": "counted as articles, not as voices"},
        {"name": "Dates not given", "value": inferred + unknown, "note": ", ".join(dates)},
        {"name": "Problems reported", "value": edition.faults, "note": "files or fields that the build could not use"},
    ]
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
    view: View = {"own_pages": _own_pages(site), "figures": figures, "removed": removed, "topics": bool(site.topics)}
    return Page("docs/about/index.md", "about.md.jinja", meta, frame(site, 1) | view)


def _own_pages(site: Site) -> list[View]:
    """The editor's own pages, by the first heading of each: nothing else leads to them."""
    found: list[View] = []
    for path, text in sorted(site.edition.content.pages.items()):
        place = address(path)
        if place not in GENERATED and "/" not in place.rstrip("/"):
            heading = next((line.lstrip("# ").strip() for line in text.splitlines() if line.startswith("# ")), "")
            found.append({"title": heading or place.rstrip("/"), "url": quote(place)})
    return found
