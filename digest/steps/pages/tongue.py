"""The language and direction of foreign words, where they are not the page's."""

from __future__ import annotations

from digest.model import Article, EventReport
from digest.steps.pages.site import Site
from digest.text.direction import runs_left

PAGE = "en"
"""The language of our own words, which runs from left to right."""


def tongue(text: str, language: str = "") -> dict[str, object]:
    """Give ``lang`` and ``dir`` of a text, each empty where it is the page's, or not known."""
    return {"lang": "" if language in (PAGE, "und") else language, "dir": "rtl" if runs_left(text) else ""}


def of_article(article: Article) -> dict[str, object]:
    """Give ``lang`` and ``dir`` of an article's headline."""
    return tongue(article.title, article.language)


def of_event(site: Site, report: EventReport) -> dict[str, object]:
    """Give ``lang`` and ``dir`` of an event's headline: those of the report that it is taken from; an editor's shows its own."""
    languages = [article.language for article in site.articles(report) if article.title == report.title]
    return tongue(report.title, languages[0] if languages else "")
