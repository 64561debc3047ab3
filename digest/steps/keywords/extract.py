"""From an article's candidates to its keywords."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.model import Article, Keyword
from digest.steps.keywords.phrases import Key, Uses, find_phrases
from digest.steps.keywords.rank import rank
from digest.steps.keywords.reading import read_runs
from digest.text.words import stem, words

ABSORBED = 0.7
"""The share of a word's uses from which on the phrase that holds it stands for it ("trade war" for "war")."""


def extract_keywords(article: Article, proposals: list[list[object]], limit: int) -> tuple[Keyword, ...]:
    """Give at most ``limit`` keywords of an article, best first, from what ``propose`` gave for it.

    Whole noun phrases and names only, each in the form that the article uses most; bylines and the outlet's name are left
    out, none holds another. Weights are relative to the best. Equally good ones come in the order of their words.
    """
    found = find_phrases(read_runs(article))
    yake = _scores(proposals, article.language)
    ranked: dict[Key, float] = {}
    for key, uses in found.items():
        chance = rank(key, uses, yake, article.language)
        if chance is not None and not _is_credit(uses.form, article):
            ranked[key] = chance
    chosen = choose(ranked, _absorbed(ranked, found), limit)
    best = ranked[chosen[0]] if chosen else 1.0
    return tuple(Keyword(found[key].form, round(ranked[key] / best, 6)) for key in chosen)


def _scores(proposals: Sequence[Sequence[object]], language: str) -> dict[Key, float]:
    """Give YAKE's scores by the stems of its candidates, the best one of each."""
    scores: dict[Key, float] = {}
    for phrase, score in proposals:
        key = tuple(stem(word, language) for word in words(str(phrase)))
        scores[key] = min(float(str(score)), scores.get(key, float("inf")))
    return scores


def _is_credit(form: str, article: Article) -> bool:
    """Say whether a phrase is (part of) the byline, or the outlet's name."""
    low = f" {form.lower()} "
    slug = "-".join(words(form.lower()))
    credited = any(low in f" {author.lower()} " for author in article.authors)
    return credited or (article.outlet is not None and slug in {article.outlet, article.outlet.removeprefix("the-")})


def _absorbed(ranked: Mapping[Key, float], found: Mapping[Key, Uses]) -> frozenset[Key]:
    """Give the phrases that a longer one stands for."""
    absorbed = set()
    for longer in ranked:
        for size in range(1, len(longer)):
            for start in range(len(longer) - size + 1):
                part = longer[start : start + size]
                if part in ranked and found[longer].count >= ABSORBED * found[part].count:
                    absorbed.add(part)
    return frozenset(absorbed)


def choose(ranked: Mapping[Key, float], absorbed: frozenset[Key], limit: int) -> list[Key]:
    """Give the best phrases, none inside another and none made of another's words."""
    chosen: list[Key] = []
    for key in sorted(ranked, key=lambda key: (-ranked[key], key)):
        if len(chosen) == limit:
            break
        if key not in absorbed and not any(set(key) <= set(other) or set(other) <= set(key) for other in chosen):
            chosen.append(key)
    return chosen
