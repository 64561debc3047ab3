"""From an article's candidates to its keywords."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.model import Article, Keyword
from digest.steps.keywords.lists import NEWSROOMS
from digest.steps.keywords.names import Key
from digest.steps.keywords.phrases import Uses, find_phrases
from digest.steps.keywords.rank import describe, inside
from digest.steps.keywords.reading import read_runs
from digest.steps.keywords.weights import worth
from digest.text.words import stem, words

ABSORBED = 0.9
"""The share of a word's uses from which on the phrase that holds it stands for it ("trade war" for "war")."""


def extract_keywords(article: Article, proposals: list[list[object]], limit: int) -> tuple[Keyword, ...]:
    """Give at most ``limit`` keywords of an article, best first, from what ``propose`` gave for it.

    Whole noun phrases and names only, each in the form that the article uses most; bylines and the outlet's name are left
    out, none holds another. Weights are relative to the best. Equally good ones come in the order of their words.
    """
    found = {key: uses for key, uses in find_phrases(read_runs(article)).items() if not _is_credit(uses, article)}
    described = describe(found, _scores(proposals, article.language), len(article.text.split()), article.language)
    ranked = {key: worth(key, features, "article") for key, features in described.items()}
    chosen = choose(ranked, frozenset(key for key, share in inside(found).items() if share >= ABSORBED), limit)
    best = ranked[chosen[0]] if chosen else 1.0
    return tuple(Keyword(found[key].form, round(ranked[key] / best, 6)) for key in chosen)


def _scores(proposals: Sequence[Sequence[object]], language: str) -> dict[Key, float]:
    """Give YAKE's scores by the stems of its candidates, the best one of each."""
    scores: dict[Key, float] = {}
    for phrase, score in proposals:
        key = tuple(stem(word, language) for word in words(str(phrase)))
        scores[key] = min(float(str(score)), scores.get(key, float("inf")))
    return scores


def _is_credit(uses: Uses, article: Article) -> bool:
    """Say whether a phrase is (part of) the byline, the outlet's name, or an agency or outlet that no headline names."""
    low = f" {uses.form.lower()} "
    slug = "-".join(words(uses.form.lower()))
    credited = any(low in f" {author.lower()} " for author in article.authors)
    outlet = article.outlet is not None and slug in {article.outlet, article.outlet.removeprefix("the-")}
    return credited or outlet or (slug in NEWSROOMS and not uses.titled)


def choose(ranked: Mapping[Key, float], absorbed: frozenset[Key], limit: int) -> list[Key]:
    """Give the best phrases, none inside another and none made of another's words."""
    chosen: list[Key] = []
    for key in sorted(ranked, key=lambda key: (-ranked[key], key)):
        if len(chosen) == limit:
            break
        if key not in absorbed and not any(set(key) <= set(other) or set(other) <= set(key) for other in chosen):
            chosen.append(key)
    return chosen
