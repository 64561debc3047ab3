"""The language and direction of foreign words, where they are not the page's."""

from __future__ import annotations

from digest.model import Article, EventReport
from digest.steps.pages.site import Site
from digest.text.direction import runs_left


def tongue(site: Site, text: str, language: str = "") -> dict[str, object]:
    """Give ``lang`` and ``dir`` of a text, each empty where it is the page's, or not known.

    The page's is the language of the site's own words; of these, none runs from right to left.
    """
    return {"lang": "" if language in (site.t.language, "und") else language, "dir": "rtl" if runs_left(text) else ""}


def of_article(site: Site, article: Article) -> dict[str, object]:
    """Give ``lang`` and ``dir`` of an article's headline."""
    return tongue(site, article.title, article.language)


def of_event(site: Site, report: EventReport) -> dict[str, object]:
    """Give ``lang`` and ``dir`` of an event's headline: those of the report that it is taken from; an editor's shows its own."""
    languages = [article.language for article in site.articles(report) if article.title == report.title]
    return tongue(site, report.title, languages[0] if languages else "")
