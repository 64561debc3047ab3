"""The pages of keywords: an index by weight and by letter, and a page for each keyword that two or more events chose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

from digest.model import Article, Page
from digest.steps.pages import say
from digest.steps.pages.cards import card, row
from digest.steps.pages.frame import crumb, frame
from digest.steps.pages.glossary import Entry, headings, keyword_id, keyword_index, letter_of, listed, place, strongest, weighty
from digest.steps.pages.site import Site
from digest.steps.pages.tongue import of_article, of_event
from digest.steps.pages.topic import coverage_chart
from digest.steps.pages.view import View
from digest.text.calendar import say_day_month, say_day_year
from digest.text.slug import slug

MOST_BY_WEIGHT = 24
"""The list by weight is an overview: three columns of eight on a desk."""

MOST_OF_A_LETTER = 6
"""Keywords of a letter that the index itself shows; the letter's own page has all."""

CARDS = 8
"""Events of a keyword that are shown with a sentence; older ones are a list of headlines."""

LEADS = 4
"""Events that are listed under a keyword without a page."""

MOST_ARTICLES = 30
MOST_RELATED = 12


def keyword_pages(site: Site) -> Iterator[Page]:
    """Lay out the index, the page of each letter, and the page of each keyword of two or more events."""
    letters: dict[str, list[Entry]] = {}
    for entry in keyword_index(site).values():
        letters.setdefault(letter_of(entry.id), []).append(entry)
    names = [letter for letter in ("0-9", *"abcdefghijklmnopqrstuvwxyz", "other") if letter in letters]
    links: list[View] = [{"title": _title(site, letter), "url": f"keywords/letters/{letter}/"} for letter in names]
    yield _index_page(site, letters, links)
    yield from (_letter_page(site, letter, letters[letter], links) for letter in names)
    yield from (_keyword_page(site, entry) for entry in keyword_index(site).values() if entry.paged)


def _title(site: Site, letter: str) -> str:
    return {"0-9": "0–9", "other": site.t("keywords.other")}.get(letter, letter.upper())


def _index_page(site: Site, letters: dict[str, list[Entry]], links: list[View]) -> Page:
    meta: dict[str, object] = {
        "title": site.t("keywords.title"),
        "description": site.t("keywords.description"),
        "kind": "list",
        "search": {"exclude": True},
    }
    groups: list[View] = []
    for link in links:
        name = str(link["url"]).split("/")[2]
        found = [entry for entry in letters[name] if entry.id in headings(site)]
        most = MOST_OF_A_LETTER + (len(found) == MOST_OF_A_LETTER + 1)  # "1 more" takes as much room as the keyword
        shown = [listed(site, entry) for entry in found[:most]]
        if shown:
            groups.append(link | {"keywords": shown, "count": len(found), "more": len(found) - len(shown)})
    view: View = {"weight": weighty(site, MOST_BY_WEIGHT), "letters": groups, "links": links}
    return Page("docs/keywords/index.md", "keywords.md.jinja", meta, frame(site, 1) | view)


def _letter_page(site: Site, letter: str, entries: list[Entry], links: list[View]) -> Page:
    title = _title(site, letter)
    meta: dict[str, object] = {
        "title": site.t("keywords.under", letter=title),
        "description": site.t("keywords.letter.description", letter=title),
        "kind": "list",
        "search": {"exclude": True},
        "crumbs": [crumb(site.t("latest"), ""), crumb(site.t("keywords.title"), "keywords/")],
    }
    named = sorted(entries, key=lambda entry: (slug(entry.text) or entry.text.casefold(), entry.id))
    views: dict[bool, list[View]] = {True: [], False: []}
    for entry in named:
        views[entry.id in headings(site)].append(listed(site, entry) | _leads(site, entry))
    shown = [link | {"current": link["title"] == title} for link in links]
    view: View = {"keywords": views[True], "others": views[False], "links": shown, "this": title}
    return Page(f"docs/keywords/letters/{letter}/index.md", "keywords-letter.md.jinja", meta, frame(site, 3) | view)


def _leads(site: Site, entry: Entry) -> View:
    """Where a keyword of a letter leads: to its page, else to its one event, else to a list of the newest of its events."""
    reports = list(entry.reports.values())
    if entry.paged:
        return {"leads": [], "more": 0}
    if len(reports) == 1:
        return {"url": f"events/{reports[0].id}/", "leads": [], "more": 0}
    most = LEADS + (len(reports) == LEADS + 1)  # "1 more" takes as much room as the event
    return {
        "leads": [{"title": one.title, "url": f"events/{one.id}/"} | of_event(site, one) for one in reports[:most]],
        "more": max(0, len(reports) - most),
        "search": f"?q={quote(entry.text)}",
    }


def _keyword_page(site: Site, entry: Entry) -> Page:
    reports = list(entry.reports.values())
    articles = _articles(site, entry)
    meta: dict[str, object] = {
        "title": entry.text,
        "description": site.t("keyword.description", keyword=entry.text),
        "kind": "keyword",
        "crumbs": [crumb(site.t("latest"), ""), crumb(site.t("keywords.title"), "keywords/")],
        "kicker": [{"title": site.t("keyword")}],
    }
    days = sorted(article.day for article in articles if article.day)
    view: View = {
        "title": entry.text,
        "span": say.upper_first(site.t("keyword.reported", when=_span(site, days[0], days[-1]))) if days else "",
        "spellings": [text for text in sorted(entry.spellings) if text != entry.text],
        "numbers": [
            {"value": len(reports), "name": site.t("noun.event", count=len(reports))},
            {"value": len(articles), "name": site.t("noun.article", count=len(articles))},
        ],
        "cards": [card(site, report, year=True) for report in reports[:CARDS]],
        "older": [row(site, report, dated=True, year=True) for report in reports[CARDS:]],
        "articles": [_article(site, article) for article in articles[:MOST_ARTICLES]],
        "more_articles": max(0, len(articles) - MOST_ARTICLES),
        "chart": coverage_chart(site, articles, site.t("chart.on.title", title=entry.text)),
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
    places = sorted(place for article in wanted if (place := site.place_in_lists.get(article)) is not None)
    return tuple(site.listed[place] for place in places)


def _article(site: Site, article: Article) -> View:
    return of_article(site, article) | {
        "title": article.title,
        "url": f"articles/{article.id}/",
        "outlet": site.outlet_name(article) if site.outlet(article) else "",
        "date": say.short_date(site.t, article.published, year=True),
    }


def _related(site: Site, entry: Entry) -> list[View]:
    """The headings that share most of its events, each named once."""
    shared: Counter[str] = Counter()
    index = headings(site)
    for report in entry.reports.values():
        shared.update(({keyword_id(keyword.filed) for keyword in report.keywords} & index.keys()) - {entry.id})
    best = sorted(shared, key=lambda other: (-shared[other], *strongest(index[other])))
    return [listed(site, index[other]) for other in best[:MOST_RELATED]]


def _span(site: Site, first: date, last: date) -> str:
    if first == last:
        return site.t("keyword.on", day=say_day_year(site.t, first))
    begin = say_day_month(site.t, first) if first.year == last.year else say_day_year(site.t, first)
    return site.t("keyword.between", first=begin, last=say_day_year(site.t, last))
