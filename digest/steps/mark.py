"""Notes which blocks recur across an outlet's articles, and changes no text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from digest.model import Article, OutletId

ENOUGH = 3
"""Articles of one outlet that must hold the same block, the article itself among them."""


def mark(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Give the articles in the same order, each with the indexes of its blocks that recur in its outlet's articles.

    Only articles of days no later than its own count, so that what an article says of itself never changes when later ones come
    in; an undated article comes after all dated ones. Articles without an outlet are not compared.
    """
    days: defaultdict[tuple[OutletId, str], list[date]] = defaultdict(list)
    for article in articles:
        if article.outlet is not None:
            for key in {_key(block.text) for block in article.blocks}:
                days[article.outlet, key].append(article.own_day or date.max)
    for seen in days.values():
        seen.sort()
    return tuple(replace(article, recurring=_recurring(article, days)) for article in articles)


def _recurring(article: Article, days: dict[tuple[OutletId, str], list[date]]) -> frozenset[int]:
    if article.outlet is None:
        return frozenset()
    day = article.own_day or date.max
    return frozenset(
        index
        for index, block in enumerate(article.blocks)
        if _key(block.text) and bisect_right(days[article.outlet, _key(block.text)], day) >= ENOUGH
    )


def _key(text: str) -> str:
    """Give what two copies of a line share: its words, without case, marks and digits ("5 comments", "12 comments")."""
    return " ".join(re.findall(r"[^\W\d_]+", text.casefold()))
