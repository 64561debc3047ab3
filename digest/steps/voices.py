"""Counts independent reports: copies of one text, and outlets of one owner, are one voice."""

from __future__ import annotations

from collections.abc import Mapping

from digest.model import Article, ArticleId, Event, Outlet, OutletId


def voices_of(
    event: Event, articles: Mapping[ArticleId, Article], outlets: Mapping[OutletId, Outlet]
) -> tuple[tuple[ArticleId, ...], ...]:
    """Give the event's articles by voice, in the order of the event.

    An article without a known outlet is a voice of its own; so is, fail-closed, an outlet whose owner nobody named.
    """
    voices: dict[str, list[ArticleId]] = {}
    for article in event.articles:
        original = event.copies.get(article, article)  # a copy speaks with the voice of its text, not of its carrier
        outlet = outlets.get(articles[original].outlet or "")
        voice = f"owner {outlet.family or outlet.id}" if outlet else f"text {original}"
        voices.setdefault(voice, []).append(article)
    return tuple(tuple(voice) for voice in voices.values())
