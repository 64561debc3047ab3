"""The archive: events by the month and day of their first report."""

from __future__ import annotations

import calendar
from datetime import date

from digest.model import EventReport, Page
from digest.steps.pages import say
from digest.steps.pages.cards import View, row
from digest.steps.pages.daily import daily_address, edition_days
from digest.steps.pages.frame import crumb, frame
from digest.steps.pages.site import Site
from digest.text.calendar import say_day_month, say_month, weekday


def archive_pages(site: Site) -> list[Page]:
    """Lay out the archive: its index and a page a month in which an event begins."""
    months: dict[str, list[EventReport]] = {}
    for report in site.events:
        months.setdefault(site.month(report), []).append(report)
    order = sorted((month for month in months if month), reverse=True)
    editions: dict[str, list[date]] = {}
    for day in edition_days(site):
        editions.setdefault(day.isoformat()[:7], []).append(day)
    found = [_month(site, months[month], month, order, editions.get(month, [])) for month in order]
    return [_index(site, months, order), *found]


def _index(site: Site, months: dict[str, list[EventReport]], order: list[str]) -> Page:
    meta: dict[str, object] = {
        "title": site.t("archive.title"),
        "description": site.t("archive.description"),
        "kind": "list",
        "search": {"exclude": True},
    }
    years: dict[str, list[View]] = {}
    for month in order:
        articles = sum(len(report.event.articles) for report in months[month])
        size = ", ".join((site.t("count.event", count=len(months[month])), site.t("count.article", count=articles)))
        years.setdefault(month[:4], []).append(
            {"title": say.upper_first(say_month(site.t, month)), "url": f"archive/{month}/", "size": size}
        )
    view: View = {
        "years": [{"year": year, "months": found} for year, found in years.items()],
        "undated": [row(site, report) for report in months.get("", [])],
    }
    return Page("docs/archive/index.md", "archive.md.jinja", meta, frame(site, 1) | view)


def _month(site: Site, reports: list[EventReport], month: str, order: list[str], editions: list[date]) -> Page:
    days: dict[date | None, list[EventReport]] = {}
    for report in reports:
        known = [day for day in site.days(report) if day.isoformat()[:7] == month]
        days.setdefault(known[0] if known else None, []).append(report)
    dated = sorted((day for day in days if day), reverse=True)
    at = order.index(month)
    meta: dict[str, object] = {
        "title": say.upper_first(say_month(site.t, month)),
        "description": site.t("archive.month", month=say_month(site.t, month)),
        "kind": "archive",
        "search": {"exclude": True},
        "crumbs": [crumb(site.t("latest"), ""), crumb(site.t("archive.title"), "archive/")],
    }
    view: View = {
        "title": say.upper_first(say_month(site.t, month)),
        "days": [
            {
                "iso": day.isoformat(),
                "weekday": say.upper_first(weekday(site.t, day)),
                "text": say_day_month(site.t, day),
                "rows": [row(site, report, text=True) for report in _ranked(days[day])],
            }
            for day in dated
        ],
        "undated": [row(site, report, text=True) for report in days.get(None, [])],
        "weekdays": [{"name": name, "short": name[:2]} for name in site.t.listed("date.weekdays")],
        "weeks": _weeks(site, days, month),
        "editions": [{"iso": day.isoformat(), "day": day.day, "url": daily_address(day)} for day in editions],
        "newer": _link(site, order[at - 1]) if at else None,
        "older": _link(site, order[at + 1]) if at + 1 < len(order) else None,
    }
    return Page(f"docs/archive/{month}/index.md", "archive-month.md.jinja", meta, frame(site, 2) | view)


def _ranked(reports: list[EventReport]) -> list[EventReport]:
    return sorted(reports, key=lambda report: (-len(report.voices), report.id))


def _link(site: Site, month: str) -> View:
    return {"title": say.upper_first(say_month(site.t, month)), "url": f"archive/{month}/"}


def _weeks(site: Site, days: dict[date | None, list[EventReport]], month: str) -> list[list[View]]:
    """The month's calendar, weeks from Monday; a day is shaded by its events and leads to its list."""
    year, number = int(month[:4]), int(month[5:7])
    short = site.t.listed("date.months")[number - 1]
    weeks = []
    for week in calendar.Calendar(firstweekday=0).monthdatescalendar(year, number):
        cells: list[View] = []
        for day in week:
            events = len(days.get(day, []))
            cells.append(
                {
                    "day": day.day if day.month == number else 0,
                    "iso": day.isoformat(),
                    "events": events if day.month == number else 0,
                    "level": min(3, events),
                    "label": f"{short}: {site.t('count.event', count=events)}",
                }
            )
        weeks.append(cells)
    return weeks
