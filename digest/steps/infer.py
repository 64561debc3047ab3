"""Counts the day of an undated article from the dated ones of its event."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from digest.model import Article, ArticleId, Certainty, Event, Precision, Published
from digest.text.dates import day_of_weekday, named_weekday

LOOKED_AT = 3
"""Sentences: the lead names the day of what is reported, later ones those of its history."""

BESIDE = timedelta(days=1)
"""How far the day may lie from the earliest dated article's.

Of 663 dated reports of labelled events whose lead names a weekday, the nearest day of that name was the day of
publication, give or take one, for 585 of 599 where it lay so near, and for 23 of 64 where it lay farther.
"""

_AHEAD = re.compile(
    r"\b(?:will|won't|shall|would|(?:is|are|was|were) (?:to|due|set)|scheduled|expected|plans?|planned|ahead of|upcoming)\b"
    r"|[’']ll\b",
    re.IGNORECASE,
)
"""Words of a sentence whose weekday may lie ahead."""


def infer_dates(articles: Mapping[ArticleId, Article], events: Sequence[Event]) -> Mapping[ArticleId, Article]:
    """Give the articles, undated ones with the day that their lead names, where their event holds a dated article.

    The day is that of the event's earliest dated article, or the day before or after it.
    A lead that names no weekday, another one, or one that may lie ahead, leaves the article undated.
    The result is shown and decides nothing.
    """
    result = dict(articles)
    for event in events:
        dated = [(articles[name].own_day, name) for name in event.articles if articles[name].own_day]
        if not dated:
            continue
        day, sibling = min((day, name) for day, name in dated if day)
        for name in event.articles:
            article = articles[name]
            lead = next((text for text in _leads(article) if named_weekday(text) and not _AHEAD.search(text)), "")
            inferred = day_of_weekday(lead, day + BESIDE) if article.published is None and lead else None
            if inferred and inferred >= day - BESIDE:
                origin = f"“{named_weekday(lead)}” in its text, counted from {articles[sibling].title}"
                published = Published(inferred.isoformat(), Precision.INFERRED, origin)
                certainty = {**article.certainty, "date": Certainty.GUESSED}
                result[name] = replace(article, published=published, certainty=certainty)
    return result


def _leads(article: Article) -> list[str]:
    return [article.sentence(index) for index in range(min(LOOKED_AT, len(article.sentences)))]
