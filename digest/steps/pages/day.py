"""The pages of days: what began on a day, and what was reported further on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from digest.model import EventReport, Page
from digest.steps.pages import say
from digest.steps.pages.cards import row
from digest.steps.pages.daily import Days, daily_address
from digest.steps.pages.frame import crumb, day_address, frame, month_crumb
from digest.steps.pages.site import Site
from digest.steps.pages.view import View
from digest.text.calendar import say_day, say_day_month


def day_pages(site: Site) -> Iterator[Page]:
    """Lay out a page for every day on which a listed article was published."""
    days = Days(site)
    order = sorted(site.reported)
    for at, day in enumerate(order):
        newer = order[at + 1] if at + 1 < len(order) else None
        yield _page(site, days, day, newer, order[at - 1] if at else None)


def _page(site: Site, days: Days, day: date, newer: date | None, older: date | None) -> Page:
    title = say.upper_first(say_day(site.t, day))
    iso = day.isoformat()
    reports = days.on[day]
    begun = [report for report in reports if days.of[report.id][0] == day]
    articles = site.by_day[day]
    outlets = {article.outlet for article in articles if site.outlet(article)}
    meta: dict[str, object] = {
        "title": title,
        "description": site.t("archive.month", month=say_day(site.t, day)),
        "kind": "archive",
        "search": {"exclude": True},
        "crumbs": [
            crumb(site.t("latest"), ""),
            crumb(site.t("archive.title"), "archive/"),
            *([crumb(iso[:4], f"archive/{iso[:4]}/")] if any(month[:4] == iso[:4] for month in site.months) else []),
            *month_crumb(site, iso[:7]),
        ],
    }
    view: View = {
        "title": title,
        "numbers": [
            {"value": len(reports), "name": site.t("noun.event", count=len(reports))},
            {"value": len(articles), "name": site.t("noun.article", count=len(articles))},
            {"value": len(outlets), "name": site.t("noun.publisher", count=len(outlets))},
        ],
        "begun": [row(site, report, text=True) for report in begun],
        "further": [_further(site, days, report) for report in reports if report not in begun],
        "edition": {"url": daily_address(day)},
        "turn": {
            "newer": newer and _turn(site, newer, "archive.later"),
            "older": older and _turn(site, older, "archive.earlier"),
        },
    }
    return Page(f"docs/{day_address(day)}index.md", "archive-day.md.jinja", meta, frame(site, 2) | view)


def _further(site: Site, days: Days, report: EventReport) -> View:
    return row(site, report) | {"since": say_day_month(site.t, days.of[report.id][0])}


def _turn(site: Site, day: date, key: str) -> View:
    return {"title": say.upper_first(say_day(site.t, day)), "url": day_address(day), "label": site.t(key), "lang": "", "dir": ""}
