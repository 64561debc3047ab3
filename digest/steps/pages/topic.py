"""The pages of topics: events filed under them, and passages that touch them in reports on something else."""

from __future__ import annotations

import re

from digest.model import Article, EventId, EventReport, Page, Passage, Topic, TopicId
from digest.steps.pages import charts, marks, say
from digest.steps.pages.cards import card, row
from digest.steps.pages.frame import crumb, frame
from digest.steps.pages.rising import rising
from digest.steps.pages.site import Site
from digest.steps.pages.tongue import tongue
from digest.steps.pages.view import View

CARDS = 12
"""Events of a topic that are shown with a sentence; older ones are a list of headlines."""


PASSAGES = 12
"""Passages that are open; the rest is folded, so that the page comes to an end."""


MATCHED = 6
"""Phrases that are named below an event; the strongest."""


def topic_page(site: Site, topic: Topic) -> Page:
    """Lay out a topic's page: its own events and passages, and those of the topics below it."""
    below = _below(site, topic.id)
    reports = _filed(site, below)
    articles = _articles(site, reports)
    shown = [view for view in (_passage(site, passage) for passage in _elsewhere(site, below)) if view]
    shown.sort(key=lambda passage: not passage["pieces"])
    meta: dict[str, object] = {
        "title": topic.title,
        "description": topic.intro or site.t("topic.description", topic=topic.title),
        "kind": "topic",
        "search": {"boost": 2},
        "crumbs": [crumb(site.t("latest"), ""), crumb(site.t("topics.title"), "topics/"), *_above(site, topic)],
        "kicker": [{"title": site.t("topic")}],
    }
    view: View = {
        "title": topic.title,
        "intro": topic.intro,
        "numbers": [
            {"value": len(reports), "name": site.t("noun.event", count=len(reports))},
            {"value": len(articles), "name": site.t("noun.article", count=len(articles))},
            {"value": len(shown), "name": site.t("noun.passage", count=len(shown))},
        ],
        "children": [strip(site, other) for other in site.topics.values() if other.parent == topic.id],
        "cards": [_card(site, report, below) for report in reports[:CARDS]],
        "older": [row(site, report, dated=True, year=True) for report in reports[CARDS:]],
        "passages": shown[:PASSAGES],
        "more_passages": shown[PASSAGES:],
        "chart": coverage_chart(site, articles, site.t("chart.on.title", title=topic.title), weekly=True),
        "rising": rising(site, articles),
        "sources": _sources(site, articles),
        "phrases": ", ".join(phrase.text for phrase in topic.phrases[:12]),
        "more_phrases": max(0, len(topic.phrases) - 12),
        "exclude": ", ".join([*topic.exclude, *(phrase.text for phrase in topic.against)][:8]),
        "kept_out": _kept_out(site, topic.id),
        "parent": _above(site, topic)[-1:],
        "related": _related(site, topic),
    }
    return Page(f"docs/topics/{topic.id}/index.md", "topic.md.jinja", meta, frame(site, 2) | view)


def topics_page(site: Site) -> Page:
    """Lay out the list of topics."""
    meta: dict[str, object] = {
        "title": site.t("topics.title"),
        "description": site.t("topics.description"),
        "kind": "list",
        "search": {"exclude": True},
    }
    view: View = {"topics": [strip(site, topic) for topic in site.topics.values()]}
    return Page("docs/topics/index.md", "topics.md.jinja", meta, frame(site, 1) | view)


def strip(site: Site, topic: Topic) -> View:
    """Give a topic for the strip of topics: its intro, how much there is, and how it went."""
    below = _below(site, topic.id)
    reports = _filed(site, below)
    articles = _articles(site, reports)
    last = site.edition.newest_day
    bars = charts.coverage(site.t, articles, frozenset(), last)[1] if last and articles else []
    passages = sum(_passage(site, passage) is not None for passage in _elsewhere(site, below))
    parts = [site.t("count.event", count=len(reports)), site.t("count.article", count=len(articles))] if reports else []
    parts += [site.t("count.passage", count=passages)] if passages else []
    return {
        "title": topic.title,
        "url": f"topics/{topic.id}/",
        "intro": topic.intro,
        "size": ", ".join(parts) or site.t("topic.nothing"),
        "empty": not parts,
        "spark": charts.spark([bar.own for bar in bars]) if len(bars) > 1 else None,
    }


def _below(site: Site, topic: TopicId) -> frozenset[TopicId]:
    """Give a topic with all that stand below it."""
    found = {topic}
    while more := {other.id for other in site.topics.values() if other.parent in found} - found:
        found |= more
    return frozenset(found)


def _above(site: Site, topic: Topic) -> list[View]:
    """Give the steps to the topics above one, the widest first."""
    above: list[View] = []
    while topic.parent in site.topics:
        topic = site.topics[topic.parent]
        above.insert(0, crumb(topic.title, f"topics/{topic.id}/"))
    return above


def _filed(site: Site, topics: frozenset[TopicId]) -> tuple[EventReport, ...]:
    """Give the listed events that are filed under any of some topics, newest first."""
    return tuple(report for report in site.events if any(match.topic in topics for match in report.topics))


def _articles(site: Site, reports: tuple[EventReport, ...]) -> tuple[Article, ...]:
    """Give the listed articles of events, newest first."""
    wanted = {article for report in reports for article in report.event.articles}
    return tuple(article for article in site.listed if article.id in wanted)


def _elsewhere(site: Site, topics: frozenset[TopicId]) -> list[Passage]:
    """Give the passages on any of some topics in events that are filed under none of them, each place once, newest first."""
    found: dict[tuple[str, int], Passage] = {}
    for passage in site.edition.passages:
        filed = {match.topic for match in site.event_of(passage.article).topics}
        if passage.topic in topics and not filed & topics:
            found.setdefault((passage.article, passage.start), passage)
    order = site.place_in_lists
    return sorted(found.values(), key=lambda passage: order.get(passage.article, len(order)))


def _card(site: Site, report: EventReport, topics: frozenset[TopicId]) -> View:
    """An event with the phrases that filed it, set apart in its sentences and named below."""
    matches = [match for match in report.topics if match.topic in topics]
    matched = tuple(dict.fromkeys(phrase for match in matches for phrase in match.matched))
    return card(site, report, hits=_words(matched), year=True) | {
        "matched": ", ".join(matched[:MATCHED]),
        "more": max(0, len(matched) - MATCHED),
        "filed_in": [site.topics[match.topic].title for match in matches] if len(topics) > 1 else [],
    }


def _words(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Give what stands in a text of phrases with dots: the words on both sides of them."""
    return tuple(part for phrase in phrases for part in re.split(r"\s*(?:\.\.\.|…)\s*", phrase) if part)


def _kept_out(site: Site, topic: TopicId) -> list[View]:
    """Give what exclusions alone kept off the page, newest event first: the exclusions and the event."""
    return [
        {
            "by": ", ".join(site.t("quoted", text=text) for text in one.excluded_by),
            "title": report.title,
            "url": f"events/{report.id}/",
        }
        for report in site.events
        for one in report.kept_out
        if one.topic == topic and not site.hides(one.article)
    ]


def _related(site: Site, topic: Topic) -> list[View]:
    """Give the topics outside the family that share events: filed under one of the two, at least touching the other."""
    on: dict[TopicId, set[EventId]] = {}
    filed: dict[TopicId, set[EventId]] = {}
    for report in site.events:
        for match in report.topics:
            on.setdefault(match.topic, set()).add(report.id)
            filed.setdefault(match.topic, set()).add(report.id)
    for passage in site.edition.passages:
        report = site.event_of(passage.article)
        if not report.hidden and not site.hides(passage.article):
            on.setdefault(passage.topic, set()).add(report.id)
    below = _below(site, topic.id)
    own_on, own_filed = (set().union(*(where.get(one, ()) for one in below)) for where in (on, filed))
    shared = {
        other.id: len(own_on & on.get(other.id, set()) & (own_filed | filed.get(other.id, set())))
        for other in site.topics.values()
        if other.id not in below and topic.id not in _below(site, other.id)
    }
    order = sorted((other for other in shared if shared[other]), key=lambda other: -shared[other])
    return [
        {"title": site.topics[other].title, "url": f"topics/{other}/", "shared": site.t("count.event", count=shared[other])}
        for other in order
    ]


def coverage_chart(site: Site, articles: tuple[Article, ...], title: str, *, weekly: bool = False) -> View | None:
    """Lay out the chart of articles over time; None where nothing is dated."""
    last = site.edition.newest_day
    if last is None or not any(article.day for article in articles):
        return None
    unit, bars = charts.coverage(site.t, articles, site.copies, last, weekly=weekly)
    values = "; ".join(f"{bar.name}: {bar.own + bar.copies}" for bar in bars)
    undated = sum(article.day is None for article in articles)
    return charts.bars(bars) | {
        "title": site.t(f"chart.{unit}"),
        "desc": f"{title}. {values}.",
        "note": site.t("chart.undrawn", count=undated) if undated else "",
    }


def _passage(site: Site, passage: Passage) -> View | None:
    """A passage, as much of it as may be shown; None where it is hidden."""
    article = site.article(passage.article)
    report = site.event_of(article.id)
    if report.hidden or site.hides(article.id):
        return None
    allowed = site.shown(article)
    within = article.touched(passage.start, passage.end)
    shown = [index for index in within if index in allowed]
    whole = len(shown) == len(within)
    text = article.text[passage.start : passage.end] if whole else " ".join(article.sentence(index) for index in shown)
    return tongue(site, text, article.language) | {
        "pieces": marks.with_hits(text.replace("\n", " "), _words(passage.matched), article.language),
        "url": f"articles/{article.id}/" + (f"#s{(shown or within)[0] + 1}" if shown else ""),
        "outlet": site.outlet_name(article) if site.outlet(article) else "",
        "date": say.short_date(site.t, article.published, year=True),
        "title": article.title,
        "event": report.title if report.title != article.title else "",
        "event_url": f"events/{report.id}/",
        "matched": ", ".join(passage.matched),
    }


def _sources(site: Site, articles: tuple[Article, ...]) -> list[View]:
    """The outlets by how many articles they have, as bars."""
    outlets = [article.outlet for article in articles if article.outlet and site.outlet(article)]
    known = site.edition.outlets
    order = sorted(set(outlets), key=lambda outlet: (-outlets.count(outlet), known[outlet].name.casefold(), outlet))
    most = max([outlets.count(outlet) for outlet in order] + [1])
    return [
        {"title": known[outlet].name, "url": f"sources/{outlet}/", "value": outlets.count(outlet), "most": most}
        for outlet in order[:10]
    ]
