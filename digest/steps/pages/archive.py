"""The archive: events by the year and month of their first report; ``day`` lays out the days."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from digest.model import EventReport, Page
from digest.steps.pages import charts, say
from digest.steps.pages.cards import row
from digest.steps.pages.daily import daily_address
from digest.steps.pages.day import day_pages
from digest.steps.pages.frame import crumb, day_address, frame
from digest.steps.pages.site import Site
from digest.steps.pages.view import View
from digest.text.calendar import say_day_month, say_month, short_month, weekday

OF_DAY = 5
"""Events of a day that the page of its month shows; the day's own page has all."""

OF_MONTH = 3
"""Events of a month that the page of its year shows."""


@dataclass(frozen=True)
class Shelves:
    """The listed events by month, and the days that have a page."""

    site: Site

    @cached_property
    def months(self) -> dict[str, list[EventReport]]:
        """Month (``2019-06``; empty where it is not known): the events that begin in it."""
        found: dict[str, list[EventReport]] = {}
        for report in self.site.events:
            found.setdefault(self.site.month(report), []).append(report)
        return found

    @cached_property
    def order(self) -> list[str]:
        """The months that are known, newest first."""
        return sorted((month for month in self.months if month), reverse=True)

    @cached_property
    def years(self) -> dict[str, list[str]]:
        """Year: its months, newest first."""
        found: dict[str, list[str]] = {}
        for month in self.order:
            found.setdefault(month[:4], []).append(month)
        return found


def archive_pages(site: Site) -> Iterator[Page]:
    """Lay out the archive: its index, a page a year and a month in which an event begins, and one a day that has a report."""
    shelves = Shelves(site)
    yield _index(site, shelves)
    yield from (_year(site, shelves, year) for year in shelves.years)
    yield from (_month(site, shelves, month) for month in shelves.order)
    yield from day_pages(site)


def _index(site: Site, shelves: Shelves) -> Page:
    meta: dict[str, object] = {
        "title": site.t("archive.title"),
        "description": site.t("archive.description"),
        "kind": "list",
        "search": {"exclude": True},
    }
    view: View = {
        "years": [
            {"year": year, "url": f"archive/{year}/", "months": [_entry(site, shelves, month) for month in months]}
            for year, months in shelves.years.items()
        ],
        "undated": [row(site, report) for report in shelves.months.get("", [])],
    }
    return Page("docs/archive/index.md", "archive.md.jinja", meta, frame(site, 1) | view)


def _entry(site: Site, shelves: Shelves, month: str) -> View:
    reports = shelves.months[month]
    articles = sum(len(report.event.articles) for report in reports)
    size = ", ".join((site.t("count.event", count=len(reports)), site.t("count.article", count=articles)))
    return _link(site, month) | {"size": size}


def _year(site: Site, shelves: Shelves, year: str) -> Page:
    years = list(shelves.years)
    at = years.index(year)
    meta: dict[str, object] = {
        "title": year,
        "description": site.t("archive.month", month=year),
        "kind": "archive",
        "search": {"exclude": True},
        "crumbs": [crumb(site.t("latest"), ""), crumb(site.t("archive.title"), "archive/")],
    }
    view: View = {
        "title": year,
        "months": [
            _entry(site, shelves, month)
            | {
                "rows": [row(site, report, dated=True) for report in _ranked(shelves.months[month])[:OF_MONTH]],
                "more": max(0, len(shelves.months[month]) - OF_MONTH),
            }
            for month in shelves.years[year]
        ],
        "chart": _chart(site, year),
        "turn": {
            "newer": _turn(years[at - 1], years[at - 1], site.t("archive.later")) if at else None,
            "older": _turn(years[at + 1], years[at + 1], site.t("archive.earlier")) if at + 1 < len(years) else None,
        },
    }
    return Page(f"docs/archive/{year}/index.md", "archive-year.md.jinja", meta, frame(site, 2) | view)


def _chart(site: Site, year: str) -> View | None:
    """Articles a month, from the first month of the year that has one to the last."""
    copies = site.copies
    own, copied = [0] * 13, [0] * 13
    for article in site.listed:
        if article.day and f"{article.day.year:04}" == year:
            (copied if article.id in copies else own)[article.day.month] += 1
    known = [month for month in range(1, 13) if own[month] + copied[month]]
    if len(known) < 2:
        return None
    marks = [
        charts.Bar(short_month(site.t, month), say_month(site.t, f"{year}-{month:02}"), own[month], copied[month])
        for month in range(known[0], known[-1] + 1)
    ]
    values = "; ".join(f"{bar.name}: {bar.own + bar.copies}" for bar in marks)
    return charts.bars(marks) | {"title": site.t("chart.month"), "desc": f"{values}.", "note": ""}


def _month(site: Site, shelves: Shelves, month: str) -> Page:
    days: dict[date | None, list[EventReport]] = {}
    for report in shelves.months[month]:
        known = [day for day in site.days(report) if day.isoformat()[:7] == month]
        days.setdefault(known[0] if known else None, []).append(report)
    at = shelves.order.index(month)
    title = say.upper_first(say_month(site.t, month))
    editions = [day for day in sorted(site.reported) if day.isoformat()[:7] == month]
    meta: dict[str, object] = {
        "title": title,
        "description": site.t("archive.month", month=say_month(site.t, month)),
        "kind": "archive",
        "search": {"exclude": True},
        "crumbs": [
            crumb(site.t("latest"), ""),
            crumb(site.t("archive.title"), "archive/"),
            crumb(month[:4], f"archive/{month[:4]}/"),
        ],
    }
    view: View = {
        "title": title,
        "days": [_day(site, day, _ranked(days[day])) for day in sorted((day for day in days if day), reverse=True)],
        "undated": [row(site, report, text=True) for report in days.get(None, [])],
        "weekdays": [{"name": name, "short": name[:2]} for name in site.t.listed("date.weekdays")],
        "weeks": _weeks(site, days, month),
        "editions": [{"iso": day.isoformat(), "day": day.day, "url": daily_address(day)} for day in editions],
        "turn": {
            "newer": _turn_month(site, shelves.order[at - 1], "archive.later") if at else None,
            "older": _turn_month(site, shelves.order[at + 1], "archive.earlier") if at + 1 < len(shelves.order) else None,
        },
    }
    return Page(f"docs/archive/{month}/index.md", "archive-month.md.jinja", meta, frame(site, 2) | view)


def _day(site: Site, day: date, reports: Sequence[EventReport]) -> View:
    return {
        "iso": day.isoformat(),
        "url": day_address(day) if day in site.reported else "",
        "weekday": say.upper_first(weekday(site.t, day)),
        "text": say_day_month(site.t, day),
        "rows": [row(site, report, text=True) for report in reports[:OF_DAY]],
        "more": max(0, len(reports) - OF_DAY),
    }


def _ranked(reports: Sequence[EventReport]) -> list[EventReport]:
    return sorted(reports, key=lambda report: (-len(report.voices), report.id))


def _link(site: Site, month: str) -> View:
    return {"title": say.upper_first(say_month(site.t, month)), "url": f"archive/{month}/"}


def _turn_month(site: Site, month: str, key: str) -> View:
    return _turn(say.upper_first(say_month(site.t, month)), month, site.t(key))


def _turn(title: str, place: str, label: str) -> View:
    return {"title": title, "url": f"archive/{place}/", "label": label, "lang": "", "dir": ""}


def _weeks(site: Site, days: dict[date | None, list[EventReport]], month: str) -> list[list[View]]:
    """The month's calendar, weeks from Monday; a day is shaded by its events and leads to its page, or to its list here."""
    year, number = int(month[:4]), int(month[5:7])
    short = site.t.listed("date.months")[number - 1]
    weeks = []
    for week in calendar.Calendar(firstweekday=0).monthdatescalendar(year, number):
        cells: list[View] = []
        for day in week:
            within = day.month == number
            events = len(days.get(day, [])) if within else 0
            cells.append(
                {
                    "day": day.day if within else 0,
                    "url": day_address(day) if within and day in site.reported else f"archive/{month}/#d{day.isoformat()}",
                    "on": bool(events) or (within and day in site.reported),
                    "level": min(3, events),
                    "label": f"{short}: {site.t('count.event', count=events)}",
                }
            )
        weeks.append(cells)
    return weeks
