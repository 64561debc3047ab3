"""How much of each source and of each article is quoted, and how much of it the site shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.model import Article, share
from digest.steps.pages.site import Site
from digest.steps.pages.tongue import of_article
from digest.steps.pages.view import View

MOST = 100
"""Articles whose shares are listed, those that are quoted most: the table of articles has all, the page must not grow so long."""


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
        rows.append(
            {
                "title": outlets[outlet].name if outlet else site.t("source.ungiven"),
                "url": f"sources/{outlet}/" if outlet else "",
                "articles": len(articles),
                "shown_as": shown_as(site, articles),
                **_shares(site, articles),
            }
        )
    return rows


def shown_as(site: Site, articles: Iterable[Article]) -> str:
    """Say in which ways articles are shown: "excerpt, full text"."""
    return ", ".join(site.t(f"publish.{way}") for way in sorted({article.publish.value for article in articles}))


def shares_of_articles(site: Site) -> list[View]:
    """Give the same shares of each listed article, the most quoted first, at most ``MOST``."""
    quoted = {article.id: site.edition.quoted([article]) or 0 for article in site.listed}
    first = sorted(site.listed, key=lambda article: (-quoted[article.id], article.id))[:MOST]
    return [
        {
            "title": article.title,
            "url": f"articles/{article.id}/",
            "source": site.outlet_name(article),
            **_shares(site, [article]),
        }
        | of_article(site, article)
        for article in first
    ]


def quoted_share(site: Site) -> str:
    """Give the share of all listed articles that event pages quote."""
    return _say(site, site.edition.quoted(site.listed))


def _shares(site: Site, articles: Sequence[Article]) -> View:
    shown: Iterable[tuple[Article, Iterable[int]]] = ((article, site.shown(article)) for article in articles)
    return {"quoted": _say(site, site.edition.quoted(articles)), "shown": _say(site, share(shown))}


def _say(site: Site, per_cent: int | None) -> str:
    return "–" if per_cent is None else site.t("number.percent", count=per_cent)
