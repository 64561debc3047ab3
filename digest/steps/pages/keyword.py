"""The pages of keywords: an index by weight and by letter, and a page for each keyword of two or more events.

Addresses come from the keyword alone. ``keywords/letters/t/#k-trade-war`` lasts as long as any event or article has the keyword;
``keywords/trade-war/`` lasts as long as two events have it, and links of the site go there while it does.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from urllib.parse import quote

from digest.model import Article, ArticleId, EventId, EventReport, Keyword, Page
from digest.steps.pages import say
from digest.steps.pages.cards import View, card, row
from digest.steps.pages.frame import crumb, frame
from digest.steps.pages.site import Site
from digest.steps.pages.topic import coverage_chart
from digest.text.calendar import say_day_month
from digest.text.slug import name_id, slug

MOST_BY_WEIGHT = 24
"""The list by weight is an overview: three columns of eight on a desk."""

MOST_OF_A_LETTER = 6
"""Keywords of a letter that the index itself shows; the letter's own page has all."""

CARDS = 8
"""Events of a keyword that are shown with a sentence; older ones are a list of headlines."""

MOST_ARTICLES = 30
MOST_RELATED = 12

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

    @property
    def text(self) -> str:
        """The spelling that most events use; of equals the one that sorts first."""
        return min(self.spellings, key=lambda spelling: (-self.spellings[spelling], spelling))

    @property
    def url(self) -> str:
        """Its own page, or its place in the index."""
        return f"keywords/{self.id}/" if len(self.reports) > 1 else place(self.id)


def keyword_id(text: str) -> str:
    """Give the id of a keyword, from the keyword alone: ``paris-agreement``.

    Case, the kind of apostrophe and the plural of a last word that is no name make no difference, and "US" is "United
    States". Any two other keywords have different ids: where anything but letters a to z, digits and spaces is lost, eight
    characters of a sha256 are added ("no-knock raids").
    """
    low = unicodedata.normalize("NFC", " ".join(text.split())).casefold().replace("’", "'")
    last = text.split()[-1] if text.split() else ""
    if text.upper() == text and low in SAME:
        low = SAME[low]
    if last == last.lower() and len(last) > 3 and not last.endswith(("ss", "us", "is")) and last not in SINGULAR_IN_S:
        low = f"{low[:-3]}y" if low.endswith("ies") and len(last) > 4 else low.removesuffix("s")
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
    index = _index(site)
    found = [(keyword.text, None if hidden else index.get(keyword_id(keyword.text))) for keyword in keywords]
    return [{"text": text, "url": entry.url if entry else ""} for text, entry in found]


@lru_cache(maxsize=1)
def _index(site: Site) -> dict[str, Entry]:
    """Give every keyword of the listed events and articles by id: most events first, then by summed weight, then by spelling."""
    found: dict[str, Entry] = {}
    for keyword, report in site.keyword_events():
        identity = keyword_id(keyword.text)
        entry = found.setdefault(identity, Entry(identity))
        entry.spellings[keyword.text] += 1
        entry.weight = round(entry.weight + keyword.weight, 6)
        entry.reports.setdefault(report.id, report)
    for article in site.listed:  # an article's page shows keywords of its own: each must be found here
        for keyword in site.edition.keywords.get(article.id, ()):
            identity = keyword_id(keyword.text)
            entry = found.setdefault(identity, Entry(identity))
            report = site.event_of(article.id)
            entry.articles.add(article.id)
            if report.id not in entry.reports:
                entry.spellings[keyword.text] += 1
                entry.reports[report.id] = report
    order = {report.id: number for number, report in enumerate(site.events)}
    for entry in found.values():
        entry.reports = dict(sorted(entry.reports.items(), key=lambda item: order[item[0]]))
    ranked = sorted(found.values(), key=_strongest)
    return {entry.id: entry for entry in ranked}


def _strongest(entry: Entry) -> tuple[int, float, str, str]:
    return (-len(entry.reports), -entry.weight, entry.text.casefold(), entry.id)


def weighty(site: Site, most: int) -> list[View]:
    """Give the keywords that most events carry."""
    return [_listed(entry) for entry in [entry for entry in _index(site).values() if entry.weight][:most]]


def _listed(entry: Entry) -> View:
    return {
        "text": entry.text,
        "id": entry.id,
        "url": entry.url,
        "events": len(entry.reports),
        "count": say.count(len(entry.reports), "event"),
    }


def keyword_pages(site: Site) -> list[Page]:
    """Lay out the index, the page of each letter, and the page of each keyword of two or more events."""
    letters: dict[str, list[Entry]] = {}
    for entry in _index(site).values():
        letters.setdefault(letter_of(entry.id), []).append(entry)
    names = [letter for letter in ("0-9", *"abcdefghijklmnopqrstuvwxyz", "other") if letter in letters]
    links: list[View] = [
        {"title": _title(letter), "url": f"keywords/letters/{letter}/", "count": len(letters[letter])} for letter in names
    ]
    pages = [_index_page(site, letters, links)]
    pages += [_letter_page(site, letter, letters[letter], links) for letter in names]
    pages += [_keyword_page(site, entry) for entry in _index(site).values() if len(entry.reports) > 1]
    return pages


def _title(letter: str) -> str:
    return {"0-9": "0–9", "other": "Other letters"}.get(letter, letter.upper())


def _index_page(site: Site, letters: dict[str, list[Entry]], links: list[View]) -> Page:
    meta: dict[str, object] = {
        "title": "Keywords",
        "description": "Names and terms that run through the events of this digest.",
        "kind": "list",
        "search": {"exclude": True},
    }
    groups: list[View] = []
    for link in links:
        name = str(link["url"]).split("/")[2]
        shown = letters[name][:MOST_OF_A_LETTER]
        groups.append(link | {"keywords": [_listed(entry) for entry in shown], "more": len(letters[name]) - len(shown)})
    view: View = {"weight": weighty(site, MOST_BY_WEIGHT), "letters": groups, "total": len(_index(site))}
    return Page("docs/keywords/index.md", "keywords.md.jinja", meta, frame(site, 1) | view)


def _letter_page(site: Site, letter: str, entries: list[Entry], links: list[View]) -> Page:
    title = _title(letter)
    meta: dict[str, object] = {
        "title": f"Keywords: {title}",
        "description": f"Names and terms of this digest under {title}.",
        "kind": "list",
        "search": {"exclude": True},
        "crumbs": [crumb("Latest", ""), crumb("Keywords", "keywords/")],
    }
    named = sorted(entries, key=lambda entry: (slug(entry.text) or entry.text.casefold(), entry.id))
    views = [
        _listed(entry) | {"url": entry.url if len(entry.reports) > 1 else f"events/{next(iter(entry.reports))}/"}
        for entry in named
    ]
    shown = [link | {"current": link["title"] == title} for link in links]
    view: View = {"keywords": views, "links": shown, "this": title}
    return Page(f"docs/keywords/letters/{letter}/index.md", "keywords-letter.md.jinja", meta, frame(site, 3) | view)


def _keyword_page(site: Site, entry: Entry) -> Page:
    reports = list(entry.reports.values())
    articles = _articles(site, entry)
    meta: dict[str, object] = {
        "title": entry.text,
        "description": f"Events and articles on {entry.text} in this digest.",
        "kind": "keyword",
        "crumbs": [crumb("Latest", ""), crumb("Keywords", "keywords/")],
        "kicker": [{"title": "Keyword"}],
    }
    days = sorted(article.day for article in articles if article.day)
    view: View = {
        "title": entry.text,
        "span": _span(days[0], days[-1]) if days else "",
        "spellings": [text for text in sorted(entry.spellings) if text != entry.text],
        "numbers": [
            {"value": len(reports), "name": "events"},
            {"value": len(articles), "name": "article" if len(articles) == 1 else "articles"},
        ],
        "cards": [card(site, report) for report in reports[:CARDS]],
        "older": [row(site, report) for report in reports[CARDS:]],
        "articles": [_article(site, article) for article in articles[:MOST_ARTICLES]],
        "more_articles": max(0, len(articles) - MOST_ARTICLES),
        "chart": coverage_chart(site, articles, f"Articles on {entry.text}"),
        "related": _related(site, entry),
        "search": f"?q={quote(entry.text)}",
        "index_url": place(entry.id),
    }
    return Page(f"docs/keywords/{entry.id}/index.md", "keyword.md.jinja", meta, frame(site, 2) | view)


def _articles(site: Site, entry: Entry) -> tuple[Article, ...]:
    """The articles that have the keyword, newest first; all of an event's where the event has it and none of them alone."""
    wanted = set(entry.articles)
    for report in entry.reports.values():
        if not wanted.intersection(report.event.articles):
            wanted.update(report.event.articles)
    return tuple(article for article in site.listed if article.id in wanted)


def _article(site: Site, article: Article) -> View:
    return {
        "title": article.title,
        "url": f"articles/{article.id}/",
        "outlet": site.outlet_name(article) if site.outlet(article) else "",
        "date": say.short_date(article.published, year=True),
    }


def _related(site: Site, entry: Entry) -> list[View]:
    """The keywords that share most of its events: two or more of them, each named once."""
    shared: Counter[str] = Counter()
    for report in entry.reports.values():
        shared.update({keyword_id(keyword.text) for keyword in report.keywords} - {entry.id})
    index = _index(site)
    best = sorted(shared, key=lambda other: (-shared[other], *_strongest(index[other])))
    return [_listed(index[other]) for other in best[:MOST_RELATED]]


def _span(first: date, last: date) -> str:
    if first == last:
        return f"on {say_day_month(first)} {first.year}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"between {say_day_month(first)}{year} and {say_day_month(last)} {last.year}"
