"""What every page has around its own content."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from digest.model import Article, EventReport
from digest.steps.pages import say
from digest.steps.pages.site import Site
from digest.steps.pages.view import View
from digest.text.calendar import say_day_month, say_month


def frame(site: Site, depth: int) -> View:
    """Give what every template may use: the way to the site's root from a page ``depth`` folders down, and the site's name."""
    return {"root": "../" * depth, "site_name": site.edition.content.site_name, "own_about": has_own(site, "about")}


def facets(site: Site, report: EventReport, articles: Sequence[Article]) -> View:
    """Give by what search narrows to an event or its article: topics and outlets by name, months and years; and the last day."""
    dates = sorted({article.published.iso for article in articles if article.published})
    outlets = [outlet.name for article in articles if (outlet := site.outlet(article))]
    return {
        "topic": [site.topics[match.topic].title for match in report.topics if match.topic in site.topics],
        "source": list(dict.fromkeys(outlets)),
        "date": sorted({part for iso in dates for part in (iso[:4], iso[:7])}),
        "day": dates[-1][:10] if dates else "",
    }


def crumb(title: str, url: str) -> View:
    """Give a step of the way to a page; the address counts from the site's root."""
    return {"title": title, "url": url}


def month_crumb(site: Site, month: str) -> list[View]:
    """Give the step to a month of the archive, if there is one (a month of hidden events alone has no page)."""
    return [crumb(say.upper_first(say_month(site.t, month)), f"archive/{month}/")] if month in site.months else []


def day_crumbs(site: Site, month: str, day: date | None) -> list[View]:
    """Give the steps to a month of the archive and to a day of it, as far as there are such pages."""
    steps = month_crumb(site, month)
    known = steps and day in site.reported and day and day.isoformat()[:7] == month
    return [*steps, crumb(say_day_month(site.t, day), day_address(day))] if day and known else steps


def day_address(day: date) -> str:
    """Give where a day's page stands, from the site's root."""
    return f"archive/{day.isoformat()}/"


def address(path: str) -> str:
    """Give the address at which a page below ``docs/`` answers: ``about.md`` and ``about/index.md`` are both ``about/``."""
    bare = path.removesuffix(".md").removesuffix(".html")
    folder, _, name = bare.rpartition("/")
    if name.lower() in ("index", "readme"):
        return f"{folder}/" if folder else ""
    return f"{bare}/"


def has_own(site: Site, name: str) -> bool:
    """Say whether the editor wrote a page of this address by hand; ``name`` is empty for the home page."""
    wanted = f"{name}/" if name else ""
    return any(address(path) == wanted for path in site.edition.content.pages)
