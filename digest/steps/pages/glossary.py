"""Which keywords there are, what each is called, and where it stands.

Addresses come from the keyword alone. ``keywords/letters/t/#k-trade-war`` lasts as long as any event or article has the keyword;
``keywords/trade-war/`` lasts as long as two events have it among their own keywords
and links of the site go there while it does.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from digest.model import ArticleId, EventId, EventReport, Keyword
from digest.steps.pages.site import Site
from digest.steps.pages.view import View
from digest.text.slug import name_id, slug

SINGULAR_IN_S = frozenset(
    "news goods arms customs politics economics series species headquarters mathematics physics athletics means".split()
)


SAME = {
    form: whole
    for whole, forms in {
        "united states": ("us", "u.s.", "u.s", "usa", "u.s.a."),
        "united kingdom": ("uk", "u.k.", "u.k"),
        "united nations": ("un", "u.n.", "u.n"),
        "european union": ("eu", "e.u."),
    }.items()
    for form in forms
}
"""Short forms of names that every report uses beside the long one: one keyword."""


BRITISH = {
    "license": "licence",
    "defense": "defence",
    "offense": "offence",
    "pretense": "pretence",
    "labor": "labour",
    "harbor": "harbour",
    "neighbor": "neighbour",
    "color": "colour",
    "honor": "honour",
    "humor": "humour",
    "rumor": "rumour",
    "armor": "armour",
    "behavior": "behaviour",
    "endeavor": "endeavour",
    "center": "centre",
    "theater": "theatre",
    "fiber": "fibre",
    "caliber": "calibre",
    "aluminum": "aluminium",
    "airplane": "aeroplane",
    "jewelry": "jewellery",
    "mold": "mould",
    "traveler": "traveller",
    "fulfillment": "fulfilment",
    "enrollment": "enrolment",
    "counselor": "counsellor",
    "maneuver": "manoeuvre",
    "pediatrics": "paediatrics",
    "anesthesia": "anaesthesia",
    "leukemia": "leukaemia",
    "fetus": "foetus",
    "skepticism": "scepticism",
    "program": "programme",
    "gray": "grey",
}
"""American spellings of small words beside the British ones: one keyword. Names keep their own."""


@dataclass
class Entry:
    """A keyword of the index: its spellings, and the events and articles that have it."""

    id: str
    spellings: Counter[str] = field(default_factory=Counter)
    reports: dict[EventId, EventReport] = field(default_factory=dict)
    """Newest first."""
    articles: set[ArticleId] = field(default_factory=set)
    """Those that have it among their own keywords."""
    weight: float = 0.0
    chosen: set[EventId] = field(default_factory=set)
    """The events that have it among their own keywords; in the others an article alone does."""
    heading: bool = False
    """Whether the index lists it: an event chose it as a heading, or two independent reports have it as one."""

    @property
    def paged(self) -> bool:
        """Whether it has a page of its own: what articles alone have in common would double the pages and say little."""
        return len(self.chosen) > 1

    @property
    def text(self) -> str:
        """The spelling that most events use, one in capitals only where there is no other; of equals the one that sorts first."""
        return min(self.spellings, key=lambda spelling: (spelling.isupper(), -self.spellings[spelling], spelling))

    @property
    def url(self) -> str:
        """Its own page, or its place in the index."""
        return f"keywords/{self.id}/" if self.paged else place(self.id)


def keyword_id(text: str) -> str:
    """Give the id of a keyword, from the keyword alone: ``paris-agreement``.

    Case, the kind of apostrophe, American or British spelling of small words and the plural of a last word that is no name
    make no difference, and "US" is "United States". Any two other keywords have different ids: where anything but letters a
    to z, digits and spaces is lost, eight characters of a sha256 are added ("no-knock raids").
    """
    low = unicodedata.normalize("NFC", " ".join(text.split())).casefold().replace("’", "'")
    last = text.split()[-1] if text.split() else ""
    if text.upper() == text and low in SAME:
        low = SAME[low]
    if last == last.lower() and len(last) > 3 and not last.endswith(("ss", "us", "is")) and last not in SINGULAR_IN_S:
        low = f"{low[:-3]}y" if low.endswith("ies") and len(last) > 4 else low.removesuffix("s")
    if text == text.lower():
        low = " ".join(BRITISH.get(word, word) for word in low.split(" "))
    if re.fullmatch(r"[a-z0-9]+(?: [a-z0-9]+)*", low):
        return name_id(low)
    mark = hashlib.sha256(low.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return "-".join(part for part in (slug(low)[:70].strip("-"), mark) if part)


def letter_of(identity: str) -> str:
    """Give the letter page of a keyword: ``a`` to ``z``, ``0-9``, or ``other`` where a name has no Latin letter at all."""
    bare, _, mark = identity.rpartition("-")
    first = identity[:1] if bare or not re.fullmatch(r"[0-9a-f]{8}", mark) else ""
    return ("0-9" if first.isdigit() else first) or "other"


def place(identity: str) -> str:
    """Give the address of a keyword in the index."""
    return f"keywords/letters/{letter_of(identity)}/#k-{identity}"


def keyword_links(site: Site, keywords: Sequence[Keyword], *, hidden: bool) -> list[View]:
    """Give keywords with their addresses; the index does not know those of ``hidden`` events."""
    index = keyword_index(site)
    found = [(keyword.text, None if hidden else index.get(keyword_id(keyword.filed))) for keyword in keywords]
    return [{"text": text, "url": entry.url if entry else ""} for text, entry in found]


@lru_cache(maxsize=1)
def keyword_index(site: Site) -> dict[str, Entry]:
    """Give every keyword of the listed events and articles by id: most events first, then by summed weight, then by spelling."""
    found: dict[str, Entry] = {}
    told_by: dict[str, set[tuple[EventId, int]]] = {}
    for keyword, report in site.keyword_events():
        identity = keyword_id(keyword.filed)
        entry = found.setdefault(identity, Entry(identity))
        entry.spellings[keyword.filed] += 1
        entry.weight = round(entry.weight + keyword.weight, 6)
        entry.reports.setdefault(report.id, report)
        entry.chosen.add(report.id)
        entry.heading = entry.heading or keyword.heading
    for article in site.listed:  # an article's page shows keywords of its own: each must be found here
        for keyword in site.edition.keywords.get(article.id, ()):
            identity = keyword_id(keyword.text)
            entry = found.setdefault(identity, Entry(identity))
            report = site.event_of(article.id)
            entry.articles.add(article.id)
            if keyword.heading:
                told_by.setdefault(identity, set()).add((report.id, _voice(report, article.id)))
            if report.id not in entry.reports:
                entry.spellings[keyword.text] += 1
                entry.reports[report.id] = report
    order = {report.id: number for number, report in enumerate(site.events)}
    for entry in found.values():
        entry.heading = entry.heading or len(told_by.get(entry.id, ())) > 1
        entry.reports = dict(sorted(entry.reports.items(), key=lambda item: order[item[0]]))
    ranked = sorted(found.values(), key=strongest)
    return {entry.id: entry for entry in ranked}


def _voice(report: EventReport, article: ArticleId) -> int:
    return next((number for number, voice in enumerate(report.voices) if article in voice), -1)


@lru_cache(maxsize=1)
def headings(site: Site) -> dict[str, Entry]:
    """Give the keywords that the index lists, in its order; all of them where none is a heading.

    A family name alone gives way to the whole name, where one person of that name is listed and is in as many events.
    """
    index = keyword_index(site)
    listed = {identity: entry for identity, entry in index.items() if entry.heading}
    whole: dict[str, list[Entry]] = {}
    for entry in listed.values():
        parts = entry.text.split()
        if len(parts) == 2 and all(part[:1].isupper() for part in parts):
            whole.setdefault(parts[1], []).append(entry)
    kept = {identity: entry for identity, entry in listed.items() if not _is_short(entry, whole.get(entry.text, []))}
    return kept or index


def _is_short(entry: Entry, whole: Sequence[Entry]) -> bool:
    return len(whole) == 1 and len(whole[0].reports) >= len(entry.reports)


def strongest(entry: Entry) -> tuple[int, float, str, str]:
    """Give what puts the strongest keyword first: its events, weight, spelling and id."""
    return (-len(entry.reports), -entry.weight, entry.text.casefold(), entry.id)


def weighty(site: Site, most: int) -> list[View]:
    """Give the headings that most events carry."""
    return [listed(site, entry) for entry in [entry for entry in headings(site).values() if entry.weight][:most]]


def listed(site: Site, entry: Entry) -> View:
    """Give a keyword as lists show it."""
    return {
        "text": entry.text,
        "id": entry.id,
        "url": entry.url,
        "events": len(entry.reports),
        "count": site.t("count.event", count=len(entry.reports)),
    }


def keyword_url(site: Site, text: str) -> str:
    """Give the address of a keyword that the index has."""
    return keyword_index(site)[keyword_id(text)].url
