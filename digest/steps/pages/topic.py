"""The pages of topics: events filed under them, and passages that touch them in reports on something else."""

from __future__ import annotations

from digest.model import Article, Page, Passage, Topic
from digest.steps.pages import charts, marks, say
from digest.steps.pages.cards import View, card, row
from digest.steps.pages.frame import copies_of, crumb, frame, on_topic
from digest.steps.pages.site import Site, sentences_within

CARDS = 12
"""Events of a topic that are shown with a sentence; older ones are a list of headlines."""


def topic_page(site: Site, topic: Topic) -> Page:
    """Lay out a topic's page."""
    reports = site.reports_on(topic.id)
    articles = on_topic(site, topic.id)
    passages = [passage for passage in site.edition.passages if passage.topic == topic.id]
    shown = [view for view in (_passage(site, passage) for passage in passages) if view]
    meta: dict[str, object] = {
        "title": topic.title,
        "description": topic.intro or f"Events and passages on {topic.title} in this digest.",
        "kind": "topic",
        "search": {"boost": 2},
        "crumbs": [crumb("Latest", ""), crumb("Topics", "topics/")],
        "kicker": [{"title": "Topic"}],
    }
    hits = {report.id: match.matched for report in reports for match in report.topics if match.topic == topic.id}
    related = [other for other in site.topics.values() if topic.id in (other.parent, other.id) or other.id == topic.parent]
    view: View = {
        "title": topic.title,
        "intro": topic.intro,
        "numbers": [
            {"value": len(reports), "name": "event" if len(reports) == 1 else "events"},
            {"value": len(articles), "name": "article" if len(articles) == 1 else "articles"},
            {"value": len(shown), "name": "passage elsewhere" if len(shown) == 1 else "passages elsewhere"},
        ],
        "cards": [card(site, report, hits=hits[report.id]) for report in reports[:CARDS]],
        "older": [row(site, report) for report in reports[CARDS:]],
        "passages": sorted(shown, key=lambda passage: not passage["pieces"]),
        "chart": coverage_chart(site, articles, f"Articles on {topic.title}"),
        "sources": _sources(site, articles),
        "phrases": ", ".join(phrase.text for phrase in topic.phrases[:12]),
        "more_phrases": max(0, len(topic.phrases) - 12),
        "exclude": ", ".join(topic.exclude[:8]),
        "related": [{"title": other.title, "url": f"topics/{other.id}/"} for other in related if other.id != topic.id],
    }
    return Page(f"docs/topics/{topic.id}/index.md", "topic.md.jinja", meta, frame(site, 2) | view)


def topics_page(site: Site) -> Page:
    """Lay out the list of topics."""
    meta: dict[str, object] = {
        "title": "Topics",
        "description": "The themes that this digest follows.",
        "kind": "list",
        "search": {"exclude": True},
    }
    view: View = {"topics": [strip(site, topic) for topic in site.topics.values()]}
    return Page("docs/topics/index.md", "topics.md.jinja", meta, frame(site, 1) | view)


def strip(site: Site, topic: Topic) -> View:
    """Give a topic for the strip of topics: its intro, how much there is, and how it went."""
    articles = on_topic(site, topic.id)
    last = site.edition.newest_day
    bars = charts.coverage(articles, frozenset(), last)[1] if last and articles else []
    passages = sum(_passage(site, passage) is not None for passage in site.edition.passages if passage.topic == topic.id)
    reports = site.reports_on(topic.id)
    parts = [say.count(len(reports), "event"), say.count(len(articles), "article")] if reports else []
    parts += [say.count(passages, "passage elsewhere", "passages elsewhere")] if passages else []
    return {
        "title": topic.title,
        "url": f"topics/{topic.id}/",
        "intro": topic.intro,
        "size": ", ".join(parts) or "nothing yet",
        "spark": charts.spark([bar.own for bar in bars]) if len(bars) > 1 else None,
    }


def coverage_chart(site: Site, articles: tuple[Article, ...], title: str) -> View | None:
    """Lay out the chart of articles over time; None where nothing is dated."""
    last = site.edition.newest_day
    if last is None or not any(article.day for article in articles):
        return None
    unit, bars = charts.coverage(articles, copies_of(site), last)
    values = "; ".join(f"{bar.name}: {bar.own + bar.copies}" for bar in bars)
    undated = sum(article.day is None for article in articles)
    return charts.bars(bars) | {
        "title": f"Articles a {unit}",
        "desc": f"{title}. {values}.",
        "note": f"{say.count(undated, 'article')} without a day not drawn." if undated else "",
    }


def _passage(site: Site, passage: Passage) -> View | None:
    """A passage, as much of it as may be shown; None where it is hidden."""
    article = site.article(passage.article)
    report = site.event_of(article.id)
    if report.hidden or site.hides(article.id):
        return None
    allowed = site.shown(article)
    within = sentences_within(article, passage.start, passage.end)
    shown = [index for index in within if index in allowed]
    whole = len(shown) == len(within)
    text = article.text[passage.start : passage.end] if whole else " ".join(article.sentence(index) for index in shown)
    return {
        "pieces": marks.with_hits(text.replace("\n", " "), passage.matched, article.language),
        "url": f"articles/{article.id}/" + (f"#s{(shown or within)[0] + 1}" if shown else ""),
        "outlet": site.outlet_name(article) if site.outlet(article) else "",
        "date": say.short_date(article.published, year=True),
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
