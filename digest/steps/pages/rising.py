"""Keywords that rose: more frequent in the newest week of some articles than before, or than elsewhere."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import timedelta

from digest.model import Article
from digest.steps.pages.glossary import headings, keyword_id, keyword_url
from digest.steps.pages.site import Site
from digest.steps.pages.view import View
from digest.text.calendar import say_day_month

DAYS = 7
"""The newest week: so many days up to the day of the newest article; never the clock's."""

LEAST = 2
"""Articles of the week that have a keyword: one alone is no rise."""

ENOUGH_BEFORE = 5
"""Earlier articles from which on they are what the week is compared with; else it is the rest of the archive."""

MOST = 8


def rising(site: Site, articles: Sequence[Article]) -> View | None:
    """Give the keywords that rose in the newest week of the articles; None where none did, or nothing is there to compare with.

    The order is that of the log odds ratio in units of its standard error, half an article added to every count (Monroe,
    Colaresi, Quinn 2008, "Fightin' Words", section 3.3, with a flat prior). Carriers of another article's text are not counted.
    """
    dated = [(article.day, article) for article in articles if article.day and article.id not in site.copies]
    if not dated:
        return None
    last = max(day for day, _ in dated)
    first = last - timedelta(days=DAYS - 1)
    week = [article for day, article in dated if day >= first]
    if len(week) < LEAST:
        return None
    before = [article for day, article in dated if day < first]
    own = {article.id for article in articles}
    against = before
    if len(before) < ENOUGH_BEFORE:
        against = [article for article in site.listed if article.id not in own and article.id not in site.copies]
    if not against:
        return None
    now, then = _having(site, week), _having(site, against)
    scored = []
    for key, (spellings, count) in now.items():
        other = then.get(key, ([], 0))[1]
        score = _rise(count, len(week), other, len(against))
        if count >= LEAST and score > 0:
            text = min(spellings, key=lambda spelling: (-spellings.count(spelling), spelling))
            scored.append((-round(score, 6), key, text, count))
    if not scored:
        return None
    shown = sorted(scored)[:MOST]
    days = (
        say_day_month(site.t, last)
        if len({article.day for article in week}) == 1
        else site.t("rising.days", first=say_day_month(site.t, first), last=say_day_month(site.t, last))
    )
    note = "rising.before" if against is before else "rising.elsewhere"
    return {
        "bars": [
            {"title": text, "url": keyword_url(site, text), "value": count, "most": len(week)} for _, _, text, count in shown
        ],
        "note": site.t(note, articles=site.t("count.article", count=len(week)), days=days),
    }


def _having(site: Site, articles: Sequence[Article]) -> dict[str, tuple[list[str], int]]:
    found: dict[str, list[str]] = {}
    for article in articles:
        for key, text in {
            keyword_id(keyword.text): keyword.text for keyword in site.edition.keywords.get(article.id, ())
        }.items():
            if key not in headings(site):
                continue
            found.setdefault(key, []).append(text)
    return {key: (texts, len(texts)) for key, texts in found.items()}


def _rise(count: int, of: int, other: int, of_other: int) -> float:
    odds = math.log((count + 0.5) / (of - count + 0.5)) - math.log((other + 0.5) / (of_other - other + 0.5))
    return odds / math.sqrt(1 / (count + 0.5) + 1 / (other + 0.5))
