"""The front page: the newest days, ranked, then day by day, with an end."""

from __future__ import annotations

from datetime import date, timedelta

from digest.model import EventReport, Page
from digest.steps.pages import charts, say
from digest.steps.pages.cards import card, row
from digest.steps.pages.compare import differ_on
from digest.steps.pages.daily import daily_address, edition_days
from digest.steps.pages.frame import day_address, frame
from digest.steps.pages.glossary import weighty
from digest.steps.pages.site import Site
from digest.steps.pages.topic import strip
from digest.steps.pages.view import View
from digest.text.calendar import say_day, say_day_month, say_month, weekday

DAYS = 7
"""An edition reaches back a week from the newest article."""

FEWEST, MOST = 6, 40
"""Events of an edition: the front has six places, and past forty rows nobody reads a list to its end."""


def front_page(site: Site) -> Page:
    """Lay out the home page."""
    reports = edition_of(site)
    ranked = sorted(reports, key=lambda report: (-len(report.voices), -_freshness(site, report), reports.index(report)))
    newest = site.edition.newest_day
    articles = [article for report in reports for article in site.articles(report)]
    older = [report for report in site.events if report not in reports]
    meta: dict[str, object] = {
        "title": site.t("home.title"),
        "description": site.t("home.description", site=site.edition.content.site_name),
        "kind": "front",
        "search": {"exclude": True},
    }
    view: View = {
        "one_page": {"url": daily_address(days[-1])} if (days := edition_days(site)) else None,
        "newest": {"iso": newest.isoformat(), "text": say_day(site.t, newest)} if newest else None,
        "size": site.t(
            "home.size", events=site.t("count.event", count=len(reports)), articles=site.t("count.article", count=len(articles))
        ),
        "lead": card(site, ranked[0], sentences=3) | {"differ": differ_on(site, ranked[0])} if ranked else None,
        "second": [card(site, report) for report in ranked[1:3]],
        "third": [card(site, report) for report in ranked[3:6]],
        "topics": [shown for topic in site.topics.values() if not (shown := strip(site, topic))["empty"]][:6],
        "days": _days(site, reports),
        "chart": _chart(site),
        "keywords": weighty(site, 8),
        "older": _older(site, older),
    }
    return Page("docs/index.md", "home.md.jinja", meta, frame(site, 0) | view)


def edition_of(site: Site) -> tuple[EventReport, ...]:
    """Give the events of the edition: those reported within ``DAYS`` of the newest day, at least ``FEWEST``, at most ``MOST``."""
    newest = site.edition.newest_day
    fresh = [report for report in site.events if newest and site.days(report) and (newest - site.days(report)[-1]).days < DAYS]
    return site.events[: max(FEWEST, min(len(fresh), MOST))]


def _freshness(site: Site, report: EventReport) -> int:
    days = site.days(report)
    return days[-1].toordinal() if days else 0


def _days(site: Site, reports: tuple[EventReport, ...]) -> list[View]:
    """The events by the day of their last report, newest first; those without a day last."""
    found: dict[date | None, list[EventReport]] = {}
    for report in reports:
        days = site.days(report)
        found.setdefault(days[-1] if days else None, []).append(report)
    order = [*sorted((day for day in found if day), reverse=True), *([None] if None in found else [])]
    return [
        {
            "iso": day.isoformat() if day else "",
            "weekday": say.upper_first(weekday(site.t, day)) if day else "",
            "text": say_day_month(site.t, day) if day else site.t("day.unknown"),
            "url": day_address(day) if day in site.reported else "",
            "more": 0,
            "rows": [row(site, report, since=True) for report in found[day]],
        }
        for day in order
    ]


def _chart(site: Site) -> View | None:
    """Articles a day over the edition's days, four to seven of them."""
    newest = site.edition.newest_day
    if newest is None:
        return None
    articles = [article for article in site.listed if article.day and article.day > newest - timedelta(days=DAYS)]
    if not articles:
        return None
    first = min(article.day for article in articles if article.day)
    bars = charts.day_bars(site.t, articles, site.copies, newest, min(DAYS, max(4, (newest - first).days + 1)))
    values = ", ".join(site.t("chart.on", count=bar.own + bar.copies, day=bar.name) for bar in bars)
    return charts.bars(bars) | {"title": site.t("chart.day"), "desc": site.t("chart.day.desc", values=values), "note": ""}


def _older(site: Site, reports: list[EventReport]) -> View | None:
    """Where the next older events are."""
    if not reports:
        return None
    month = site.month(reports[0])
    return (
        {"title": site.t("home.earlier", month=say_month(site.t, month)), "url": f"archive/{month}/"}
        if month
        else {"title": site.t("archive.title"), "url": "archive/"}
    )
