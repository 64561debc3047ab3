"""The index of keywords: by weight and by letter, each with an address that stays."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from digest.model import EventId, EventReport, Page
from digest.steps.pages import say
from digest.steps.pages.frame import View, frame
from digest.steps.pages.site import Site
from digest.text.slug import slug

MOST_BY_WEIGHT = 24
"""The list by weight is an overview: three columns of eight on a desk."""


@dataclass
class Entry:
    """A keyword of the index: its spelling that most events use, and the events."""

    anchor: str
    spellings: list[str] = field(default_factory=list)
    reports: dict[EventId, EventReport] = field(default_factory=dict)
    weight: float = 0.0

    @property
    def text(self) -> str:
        """The spelling that most events use; of equals the one that sorts first."""
        return min(self.spellings, key=lambda spelling: (-self.spellings.count(spelling), spelling))


def anchor(text: str) -> str:
    """Give the fragment of a keyword in the index, from the keyword alone: ``k-paris-agreement``."""
    bare = slug(text)
    lost = any(character.isalnum() and not character.isascii() and not slug(character) for character in text)
    mark = hashlib.sha256(text.casefold().encode()).hexdigest()[:8] if lost or not bare else ""
    return "-".join(part for part in ("k", bare, mark) if part)


def keyword_url(text: str) -> str:
    """Give the address of a keyword in the index."""
    return f"keywords/#{anchor(text)}"


def entries(site: Site) -> list[Entry]:
    """Give the index: most events first, then by summed weight, then by spelling."""
    found: dict[str, Entry] = {}
    for keyword, report in site.keyword_events():
        entry = found.setdefault(anchor(keyword.text), Entry(anchor(keyword.text)))
        entry.spellings.append(keyword.text)
        entry.weight = round(entry.weight + keyword.weight, 6)
        entry.reports.setdefault(report.id, report)
    for article in site.listed:  # an article's page shows keywords of its own: each must be found here
        for keyword in site.edition.keywords.get(article.id, ()):
            entry = found.setdefault(anchor(keyword.text), Entry(anchor(keyword.text)))
            report = site.event_of(article.id)
            if report.id not in entry.reports:
                entry.spellings.append(keyword.text)
                entry.reports[report.id] = report
    return sorted(found.values(), key=lambda entry: (-len(entry.reports), -entry.weight, entry.text.casefold(), entry.anchor))


def weighty(site: Site, most: int) -> list[View]:
    """Give the keywords that most events carry."""
    shown = [entry for entry in entries(site) if entry.weight][:most]
    return [_weighed(entry) for entry in shown]


def _weighed(entry: Entry) -> View:
    return {"text": entry.text, "url": f"keywords/#{entry.anchor}", "count": say.count(len(entry.reports), "event")}


def keywords_page(site: Site) -> Page:
    """Lay out the index of keywords."""
    letters: dict[str, list[View]] = {}
    for entry in sorted(entries(site), key=lambda entry: (_folded(entry.text), entry.anchor)):
        view: View = {
            "text": entry.text,
            "anchor": entry.anchor,
            "count": len(entry.reports),
            "events": [{"title": report.title, "url": f"events/{report.id}/"} for report in entry.reports.values()],
        }
        letters.setdefault(_letter(entry.text), []).append(view)
    meta: dict[str, object] = {
        "title": "Keywords",
        "description": "Names and terms that run through the events of this digest.",
        "kind": "list",
        "search": {"exclude": True},
    }
    view = {
        "weight": weighty(site, MOST_BY_WEIGHT),
        "letters": [{"letter": letter, "keywords": found} for letter, found in letters.items()],
    }
    return Page("docs/keywords/index.md", "keywords.md.jinja", meta, frame(site, 1) | view)


def _folded(text: str) -> tuple[bool, str, str]:
    """Digits last, accents and case ignored."""
    bare = slug(text) or text.casefold()
    return (bare[:1].isdigit(), bare, text)


def _letter(text: str) -> str:
    first = (slug(text) or text.lstrip())[:1].upper()
    return "0–9" if first.isdigit() else first
