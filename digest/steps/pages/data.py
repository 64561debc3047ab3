"""The page for those who want the data: every feed and file, and what is in it."""

from __future__ import annotations

from digest.model import Page
from digest.steps.pages.frame import crumb, frame
from digest.steps.pages.machine import feeds_of
from digest.steps.pages.site import Site
from digest.steps.pages.view import View

ADDRESS = "data/"


def data_page(site: Site) -> Page:
    """Lay out the page."""
    edition = site.edition
    meta: dict[str, object] = {
        "title": site.t("data.title"),
        "description": site.t("data.description"),
        "kind": "text",
        "search": {"exclude": True},
        "crumbs": [crumb(site.t("latest"), ""), crumb(site.t("about"), "about/")],
    }
    outlets = sorted(edition.outlets.values(), key=lambda outlet: (outlet.name.casefold().removeprefix("the "), outlet.id))
    events = [f"events/{report.id}/" for report in site.events if edition.may_grow(report)]
    groups = {
        site.t("topics.title"): [f"topics/{topic}/" for topic in site.topics],
        site.t("sources.title"): [f"sources/{outlet.id}/" for outlet in outlets],
        site.t("data.growing"): events,
    }
    found = {name: [feed for place in places if (feed := feeds_of(site, place))] for name, places in groups.items()}
    view: View = {
        "groups": [{"name": name, "feeds": feeds} for name, feeds in found.items() if feeds],
        "files": [
            {"name": site.t("articles.title"), "file": "articles", "table": True, "text": site.t("data.articles.1")},
            {"name": site.t("events.title"), "file": "events", "table": True, "text": site.t("data.events.1")},
            {"name": site.t("topics.title"), "file": "topics", "table": True, "text": site.t("data.topics.1")},
            {"name": site.t("data.proof"), "file": "proof", "table": False, "text": site.t("data.proof.1")},
        ],
    }
    return Page(f"docs/{ADDRESS}index.md", "data.md.jinja", meta, frame(site, 1) | view)
