"""Names in the form that the archive has for them: what an article calls "President Lindqvist" is "Edda Lindqvist"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from digest.model import Article, ArticleId, Keyword
from digest.steps.keywords.lists import FAMILY_FIRST, ROLES
from digest.steps.keywords.names import may_shorten
from digest.steps.keywords.packed import Candidates

INITIALED = re.compile(r"(\w[\w’'\-]+) (?:\w[.] ?)+(\w[\w’'\-]+)(?: (?:Jr|Sr|I{2,3}|IV)[.]?)?$")
"""A name with initials in the middle: "Donald J. Trump"."""


ALL_BUT_FEW = 0.9
"""Share of the articles with any bearer of a family name from which on the name alone means the one whom they name: a president
whose daughter was in the news as well."""


def fold_names(articles: Sequence[Article], candidates: Mapping[ArticleId, Sequence[Keyword]]) -> Candidates:
    """Give the candidates of every article with its names in their usual form.

    A family name alone becomes the whole name where the article puts a role before it ("Mrs Lindqvist") and the articles of
    its own and earlier days know one person of that name, or hardly any other; initials in the middle go where they know the
    name without them.
    Later days never change what an article has, and undated ones are left as they are and teach nothing. Where a
    form comes to stand twice, the better one stays.
    """
    known: Counter[str] = Counter()
    holders: dict[str, Counter[str]] = defaultdict(Counter)
    folded = Candidates(candidates)
    dated = [(article.own_day, article) for article in articles if article.own_day and article.id in candidates]
    for _, arrived in groupby(sorted(dated, key=lambda pair: (pair[0], pair[1].id)), key=_day):
        today = [article for _, article in arrived]
        for article in today:
            for form in {keyword.text for keyword in candidates[article.id] if keyword.weight}:
                if family := _family(form):
                    known[form] += 1
                    holders[family][_plain(form)] += 1
        for article in today:
            folded[article.id] = _fold(article, candidates[article.id], known, holders)
    return folded


def _day(pair: tuple[date, Article]) -> date:
    return pair[0]


def _fold(
    article: Article, candidates: Sequence[Keyword], known: Mapping[str, int], holders: Mapping[str, Counter[str]]
) -> tuple[Keyword, ...]:
    kept: dict[str, Keyword] = {}
    for keyword in candidates:
        text = keyword.text
        plain = _plain(text)
        if plain != text and known.get(plain, 0) >= known.get(text, 0):
            text = plain
        elif text[:1].isupper() and " " not in text and (meant := _meant(holders.get(text))) and _is_person(text, article):
            text = meant
        kept.setdefault(text, keyword if text == keyword.text else replace(keyword, text=text))
    return tuple(kept.values())


def _meant(holders: Counter[str] | None) -> str:
    """Give the person whom a family name means: of those who bear it, the one whom all but few articles name."""
    if not holders:
        return ""
    name, count = min(holders.items(), key=lambda found: (-found[1], found[0]))
    return name if count >= ALL_BUT_FEW * holders.total() else ""


def _plain(name: str) -> str:
    found = INITIALED.match(name)
    return f"{found[1]} {found[2]}" if found else name


def _family(name: str) -> str:
    """Give the family name of what can be a person's whole name; empty for anything else."""
    parts = _plain(name).split()
    person = 1 < len(parts) < 5 and all(part[:1].isupper() for part in (parts[0], parts[-1])) and may_shorten(parts[-1].lower())
    if not person or any(part.isupper() and len(part) > 1 for part in parts):
        return ""
    return parts[0] if parts[0].lower() in FAMILY_FIRST else parts[-1]


def _is_person(name: str, article: Article) -> bool:
    return any(before.lower() in ROLES for before in re.findall(rf"([\w\-]+)[.]? {re.escape(name)}\b", article.text))
