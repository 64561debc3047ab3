"""How much of each source is quoted, and how much of it the site shows."""

from __future__ import annotations

from collections.abc import Iterable

from digest.model import Article
from digest.steps.pages.cards import View
from digest.steps.pages.site import Site


def shares(site: Site) -> list[View]:
    """Give for each outlet the shares of its listed articles that event pages quote and that the site shows.

    Shares are of the characters of sentences, in whole per cent; outlets by name, articles without one last.
    """
    found: dict[str, list[Article]] = {}
    for article in site.listed:
        found.setdefault(article.outlet or "" if site.outlet(article) else "", []).append(article)
    outlets = site.edition.outlets
    order = sorted(found, key=lambda one: (not one, outlets[one].name.casefold().removeprefix("the ") if one else "", one))
    rows: list[View] = []
    for outlet in order:
        articles = found[outlet]
        ways = dict.fromkeys(
            site.t(f"publish.{article.publish.value}") for article in sorted(articles, key=lambda one: one.publish.value)
        )
        rows.append(
            {
                "title": outlets[outlet].name if outlet else site.t("source.ungiven"),
                "url": f"sources/{outlet}/" if outlet else "",
                "articles": len(articles),
                "shown_as": ", ".join(ways),
                "quoted": per_cent(sum(_length(one, site.cited.get(one.id, ())) for one in articles), _whole(articles)),
                "shown": per_cent(sum(_length(one, site.shown(one)) for one in articles), _whole(articles)),
            }
        )
    return rows


def per_cent(part: int, whole: int) -> str:
    """Give a share in whole per cent, half up: ``12 %``; what is there at all is at least ``1 %``."""
    return f"{max(1, (200 * part + whole) // (2 * whole)) if part else 0} %" if whole else "–"


def quoted_share(site: Site) -> str:
    """Give the share of all listed articles that event pages quote."""
    return per_cent(sum(_length(one, site.cited.get(one.id, ())) for one in site.listed), _whole(site.listed))


def _whole(articles: Iterable[Article]) -> int:
    return sum(_length(article, range(len(article.sentences))) for article in articles)


def _length(article: Article, indexes: Iterable[int]) -> int:
    return sum(article.sentences[index].end - article.sentences[index].start for index in indexes)
