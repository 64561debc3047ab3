"""The pages of sources: what each outlet reported, and who covers what."""

from __future__ import annotations

from digest.model import Article, Outlet, Page, Publish, TopicId
from digest.steps.pages import say
from digest.steps.pages.frame import crumb, frame
from digest.steps.pages.grid import grid
from digest.steps.pages.shares import shown_as
from digest.steps.pages.site import Site
from digest.steps.pages.tongue import of_article
from digest.steps.pages.view import View
from digest.text.calendar import say_month


def source_page(site: Site, outlet: Outlet) -> Page:
    """Lay out an outlet's page."""
    articles = site.by_outlet.get(outlet.id, ())
    copies = site.copies
    events = {site.event_of(article.id).id for article in articles}
    own = sum(article.id not in copies for article in articles)
    meta: dict[str, object] = {
        "title": outlet.name,
        "description": site.t("source.description", outlet=outlet.name),
        "kind": "source",
        "crumbs": [crumb(site.t("latest"), ""), crumb(site.t("sources.title"), "sources/")],
        "kicker": [{"title": site.t("record.source")}],
    }
    months: dict[str, list[View]] = {}
    for article in articles:
        name = say.upper_first(say_month(site.t, article.published.iso)) if article.published else site.t("date.unknown.title")
        months.setdefault(name, []).append(_article(site, article))
    kin = [other for other in _sorted(site) if other.id != outlet.id and outlet.family and other.family == outlet.family]
    view: View = {
        "title": outlet.name,
        "country": outlet.country,
        "domains": list(outlet.domains[:3]),
        "numbers": [
            {"value": len(articles), "name": site.t("noun.article", count=len(articles))},
            {"value": own, "name": site.t("noun.own", count=own)},
            {"value": len(events), "name": site.t("noun.event", count=len(events))},
        ],
        "months": [{"name": name, "articles": found} for name, found in months.items()],
        "owner": outlet.family,
        "kin": [{"title": other.name, "url": f"sources/{other.id}/"} for other in kin],
        "shown_as": _shown_as(site, outlet),
        "topics": _by_topic(site, articles),
    }
    return Page(f"docs/sources/{outlet.id}/index.md", "source.md.jinja", meta, frame(site, 2) | view)


def sources_page(site: Site) -> Page:
    """Lay out the list of outlets, with the table of who covers what."""
    rows: list[View] = []
    matrix: list[View] = []
    most = 1
    for outlet in _sorted(site):
        articles = site.by_outlet.get(outlet.id, ())
        cells = [*(_filed(site, articles, topic) for topic in site.topics), _unfiled(site, articles)]
        most = max(most, *cells)
        link: View = {"title": outlet.name, "url": f"sources/{outlet.id}/"}
        rows.append(
            link
            | {
                "owner": outlet.family,
                "country": outlet.country,
                "shown_as": _shown_as(site, outlet),
                "articles": len(articles),
            }
        )
        matrix.append(link | {"cells": cells})
    meta: dict[str, object] = {
        "title": site.t("sources.title"),
        "description": site.t("sources.description"),
        "kind": "list",
        "search": {"exclude": True},
    }
    lines = [(str(line["title"]), _numbers(line)) for line in matrix if any(_numbers(line))]
    names = [*(topic.title for topic in site.topics.values()), site.t("sources.other")]
    view: View = {
        "chart": grid(names, lines) if lines else None,
        "outlets": rows,
        "any_owner": any(outlet.family for outlet in site.edition.outlets.values()),
        "any_shown": len({str(line["shown_as"]) for line in rows}) > 1,
        "any_country": any(outlet.country for outlet in site.edition.outlets.values()),
        "unknown": sum(site.outlet(article) is None for article in site.listed),
        "topics": [{"title": topic.title, "url": f"topics/{topic.id}/"} for topic in site.topics.values()],
        "matrix": [line | {"cells": [_cell(value, most) for value in _numbers(line)]} for line in matrix if any(_numbers(line))],
    }
    return Page("docs/sources/index.md", "sources.md.jinja", meta, frame(site, 1) | view)


def _sorted(site: Site) -> list[Outlet]:
    return sorted(site.edition.outlets.values(), key=lambda outlet: (outlet.name.casefold().removeprefix("the "), outlet.id))


def _shown_as(site: Site, outlet: Outlet) -> str:
    """Say how its articles are shown, not how they would be: one of a feed, or with a word of its own, may be shown otherwise."""
    return shown_as(site, site.by_outlet.get(outlet.id, ())) or site.t(f"publish.{(outlet.publish or Publish.FULL).value}")


def _article(site: Site, article: Article) -> View:
    report = site.event_of(article.id)
    return of_article(site, article) | {
        "title": article.title,
        "url": f"articles/{article.id}/",
        "iso": article.published.iso if article.published else "",
        "date": say.short_date(site.t, article.published),
        "event": report.title if report.title != article.title else "",
        "voices": site.t("count.voice", count=len(report.voices)),
        "event_url": f"events/{report.id}/",
        "copied": article.id in report.event.copies,
    }


def _topics_of(site: Site, article: Article) -> set[TopicId]:
    return {match.topic for match in site.event_of(article.id).topics}


def _filed(site: Site, articles: tuple[Article, ...], topic: TopicId) -> int:
    return sum(topic in _topics_of(site, article) for article in articles)


def _unfiled(site: Site, articles: tuple[Article, ...]) -> int:
    return sum(not _topics_of(site, article) for article in articles)


def _by_topic(site: Site, articles: tuple[Article, ...]) -> list[View]:
    values = {topic: _filed(site, articles, topic) for topic in site.topics}
    most = max([*values.values(), 1])
    order = sorted(site.topics, key=lambda topic: -values[topic])
    return [
        {"title": site.topics[topic].title, "url": f"topics/{topic}/", "value": values[topic], "most": most}
        for topic in order
        if values[topic]
    ]


def _numbers(line: View) -> list[int]:
    cells = line["cells"]
    return [cell for cell in cells if isinstance(cell, int)] if isinstance(cells, list) else []


def _cell(value: int, most: int) -> View:
    """A number with its shade, 0 to 3: thirds of the largest."""
    return {"value": value, "level": 0 if not value else min(3, 1 + (3 * value - 1) // most) if most > 3 else value}
