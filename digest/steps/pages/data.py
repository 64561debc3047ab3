"""The page for those who want the data: every feed and file, and what is in it."""

from __future__ import annotations

from digest.model import Page
from digest.steps.pages.cards import View
from digest.steps.pages.frame import crumb, frame
from digest.steps.pages.machine import feeds_of
from digest.steps.pages.site import Site

ADDRESS = "data/"


def data_page(site: Site) -> Page:
    """Lay out the page."""
    edition = site.edition
    meta: dict[str, object] = {
        "title": "Feeds and data",
        "description": "Every feed and every file of this digest that programs can read.",
        "kind": "text",
        "search": {"exclude": True},
        "crumbs": [crumb("Latest", ""), crumb("About", "about/")],
    }
    outlets = sorted(edition.outlets.values(), key=lambda outlet: (outlet.name.casefold().removeprefix("the "), outlet.id))
    events = [f"events/{report.id}/" for report in site.events]
    groups = {
        "Topics": [f"topics/{topic}/" for topic in site.topics],
        "Sources": [f"sources/{outlet.id}/" for outlet in outlets],
        "Events that may still grow": events,
    }
    found = {name: [feed for place in places if (feed := feeds_of(site, place))] for name, places in groups.items()}
    view: View = {
        "groups": [{"name": name, "feeds": feeds} for name, feeds in found.items() if feeds],
        "files": [
            {"name": "Articles", "file": "articles", "table": True, "text": _ARTICLES},
            {"name": "Events", "file": "events", "table": True, "text": _EVENTS},
            {"name": "Topics", "file": "topics", "table": True, "text": _TOPICS},
            {"name": "Proof", "file": "proof", "table": False, "text": _PROOF},
        ],
    }
    return Page(f"docs/{ADDRESS}index.md", "data.md.jinja", meta, frame(site, 1) | view)


_ARTICLES = "What was found in each article: title, date and how exact it is, authors, source, event, topics, keywords. No text."
_EVENTS = (
    "Each event with its articles, sources, topics, keywords, and its summary with the places that each sentence is cited from."
)
_TOPICS = "Each topic with its events, and the passages of other reports that touch it."
_PROOF = (
    "Each summary sentence with the SHA-256 of every stretch that it rests on; the program’s command digest verify checks it."
)
