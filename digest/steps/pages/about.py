"""The page that says how the digest is made, with the figures of this build."""

from __future__ import annotations

from urllib.parse import quote

from digest.model import Page, Precision, Publish
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
    shown = [site.t("about.shown.full", count=kinds[Publish.FULL])]
    shown += [site.t("about.shown.excerpt", count=kinds[Publish.EXCERPT])] if kinds[Publish.EXCERPT] else []
    shown += [site.t("about.shown.link", count=kinds[Publish.LINK])] if kinds[Publish.LINK] else []
    sentences = sum(len(report.summary) for report in edition.events)
    several = sum(len(report.voices) > 1 for report in edition.events)
    copies = sum(len(report.event.copies) for report in edition.events)
    inferred = sum(
        bool(a.published) and a.published is not None and a.published.precision is Precision.INFERRED for a in articles
    )
    unknown = sum(article.published is None for article in articles)
    owners = len({outlet.family or outlet.id for outlet in edition.outlets.values()})
    dates = [site.t("about.inferred", count=inferred)] if inferred else []
    dates += [site.t("about.unknown", count=unknown)] if unknown else []
    cited = site.t(
        "count.citation", count=sum(len(sentence.citations) for report in edition.events for sentence in report.summary)
    )
    figures: list[View] = [
        {"name": site.t("articles.title"), "value": len(articles), "note": ", ".join(shown)},
        {"name": site.t("events.title"), "value": len(edition.events), "note": site.t("about.several", count=several)},
        {"name": site.t("sources.title"), "value": len(edition.outlets), "note": site.t("count.owner", count=owners)},
        {"name": site.t("about.sentences"), "value": sentences, "note": site.t("about.proved", citations=cited)},
        {"name": site.t("about.copies"), "value": copies, "note": site.t("about.copies.1")},
        {"name": site.t("about.dates.none"), "value": inferred + unknown, "note": ", ".join(dates)},
        {"name": site.t("about.problems"), "value": edition.faults, "note": site.t("about.problems.1")},
    ]
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
