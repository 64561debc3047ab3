"""From an article's candidates to its keywords."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from digest.model import Article, Keyword
from digest.steps.keywords.heading import is_specific, may_head
from digest.steps.keywords.lists import NEWSROOMS
from digest.steps.keywords.names import Key, key_of
from digest.steps.keywords.phrases import Uses, find_phrases
from digest.steps.keywords.rank import describe
from digest.steps.keywords.reading import read_runs
from digest.steps.keywords.weights import worth
from digest.text.words import words

CANDIDATES = 100
"""Phrases of an article that an event may choose from; the hundred best hold nine in ten of those that people used."""


ABSORBED = 0.6
"""The share of a phrase's uses inside one longer phrase from which on that one stands for it ("Kestrel Bridge" for "bridge")."""


def extract_keywords(article: Article, proposals: list[list[object]], limit: int) -> tuple[Keyword, ...]:
    """Give at most ``limit`` keywords of an article, best first, from what ``propose`` gave for it; none holds another."""
    return choose_keywords(find_candidates(article, proposals), article.language, limit)


def find_candidates(article: Article, proposals: list[list[object]]) -> tuple[Keyword, ...]:
    """Give what could be a keyword of an article or of its event, best first, from what ``propose`` gave for it.

    Whole noun phrases and names only, each in the form that the article uses most; bylines and the outlet's name are left
    out. Some hold others; those that mostly stand inside a longer one come last, at half their weight. Weights are relative
    to the best. Equally good ones come in the order of their words.
    """
    found = {
        key: uses for key, uses in find_phrases(read_runs(article), article.language).items() if not is_credit(uses, article)
    }
    described = describe(found, yake_scores(proposals, article.language), len(article.text.split()), article.language)
    ranked = {
        key: worth(key, features, "article", heading=may_head(found[key].form, article.language))
        for key, features in described.items()
    }
    absorbed = {key for key, features in described.items() if features["part of a longer phrase"] >= ABSORBED}
    ranked |= {key: ranked[key] / 2 for key in absorbed}
    order = sorted(ranked, key=lambda key: (key in absorbed, -ranked[key], key))[:CANDIDATES]
    best = max((ranked[key] for key in order), default=1.0)
    return tuple(Keyword(found[key].form, round(ranked[key] / best, 6)) for key in order)


def choose_keywords(candidates: Sequence[Keyword], language: str, limit: int) -> tuple[Keyword, ...]:
    """Give at most ``limit`` of an article's candidates, best first, none made of another's words."""
    chosen: dict[Key, Keyword] = {}
    for keyword in candidates:
        key = key_of(keyword.text, language)
        if len(chosen) < limit and stands_apart(key, chosen):
            heading = may_head(keyword.text, language) and is_specific(keyword.text, language)
            chosen[key] = replace(keyword, heading=heading)
    return tuple(chosen.values())


def yake_scores(proposals: Sequence[Sequence[object]], language: str) -> dict[Key, float]:
    """Give YAKE's scores by the stems of its candidates, the best one of each."""
    scores: dict[Key, float] = {}
    for phrase, score in proposals:
        key = key_of(str(phrase), language)
        scores[key] = min(float(str(score)), scores.get(key, float("inf")))
    return scores


def is_credit(uses: Uses, article: Article) -> bool:
    """Say whether a phrase is (part of) the byline, the outlet's name, or an agency or outlet that no headline names."""
    low = f" {uses.form.lower()} "
    slug = "-".join(words(uses.form.lower()))
    credited = any(low in f" {author.lower()} " for author in article.authors)
    outlet = article.outlet is not None and slug in {article.outlet, article.outlet.removeprefix("the-")}
    return credited or outlet or (slug in NEWSROOMS and not uses.titled)


def stands_apart(key: Key, chosen: Iterable[Key]) -> bool:
    """Say whether a phrase is neither made of another's words nor has all of another's."""
    return not any(set(key) <= set(other) or set(other) <= set(key) for other in chosen)


def choose(ranked: Mapping[Key, float], limit: int, holders: Mapping[Key, Key]) -> list[Key]:
    """Give the best phrases that stand apart; of ``holders``, ways to write a name, by the whole name, one for a name."""
    chosen: list[Key] = []
    named: set[Key] = set()
    for key in sorted(ranked, key=lambda key: (-ranked[key], key)):
        name = holders.get(key, key)
        if len(chosen) < limit and name not in named and stands_apart(key, chosen):
            chosen.append(key)
            named.add(name)
    return chosen
