"""From an article's candidates to its keywords."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from digest.model import Article, Keyword
from digest.steps.keywords.heading import is_specific, may_head
from digest.steps.keywords.linked import find_linked
from digest.steps.keywords.lists import NEWSROOMS
from digest.steps.keywords.names import Key, divide, key_of
from digest.steps.keywords.phrases import Uses, find_phrases
from digest.steps.keywords.rank import describe
from digest.steps.keywords.reading import read_runs
from digest.steps.keywords.weights import chance, weights_of, worth
from digest.text.words import words

CANDIDATES = 100
"""Phrases of an article that an event may choose from; the hundred best hold nine in ten of those that people used."""


SHARED = 80
"""Further phrases that only an event may choose, where another voice has them too."""


ABSORBED = 0.6
"""The share of a phrase's uses inside one longer phrase from which on that one stands for it ("Kestrel Bridge" for "bridge")."""


def extract_keywords(article: Article, proposals: list[list[object]], limit: int) -> tuple[Keyword, ...]:
    """Give at most ``limit`` keywords of an article, best first, from what ``propose`` gave for it; none holds another."""
    return choose_keywords(find_candidates(article, proposals), article.language, limit)


def find_candidates(article: Article, proposals: list[list[object]]) -> tuple[Keyword, ...]:
    """Give what could be a keyword of an article or of its event, best first, from what ``propose`` gave for it.

    Whole noun phrases and names only, each in the form that the article uses most; bylines and the outlet's name are left
    out. Some hold others; those that mostly stand inside a longer one come last, at half their weight. Weights are relative
    to the best. Equally good ones come in the order of their words. What follows with no weight is no keyword of the article;
    an event may have it where its reports agree.
    """
    divided = [(run, tuple(divide(run.words))) for run in read_runs(article)]
    phrases = {key: uses for key, uses in find_phrases(divided, article.language).items() if not is_credit(uses, article)}
    found = {key: uses for key, uses in phrases.items() if not uses.loose}
    described = describe(found, yake_scores(proposals, article.language), len(article.text.split()), article.language)
    model = weights_of("article")
    ranked = {
        key: worth(key, chance(features, model), model, heading=may_head(found[key].form, article.language))
        for key, features in described.items()
    }
    absorbed = {key for key, features in described.items() if features["part of a longer phrase"] >= ABSORBED}
    ranked |= {key: ranked[key] / 2 for key in absorbed}
    order = sorted(ranked, key=lambda key: (key in absorbed, -ranked[key], key))[:CANDIDATES]
    best = max((ranked[key] for key in order), default=1.0)
    weighed = tuple(Keyword(found[key].form, round(ranked[key] / best, 6)) for key in order)
    return weighed + tuple(Keyword(form, 0.0) for form in _shared(phrases, set(order), find_linked(divided)))


def _shared(phrases: Mapping[Key, Uses], known: set[Key], linked: Mapping[Key, str]) -> list[str]:
    """Give what one report alone does not make a keyword: other forms of names, phrases with "of", parts of longer phrases."""
    lone = {key for key, uses in phrases.items() if len(key) == 1 and uses.loose}
    parts: dict[Key, float] = {}
    for key, uses in phrases.items():
        for part in {(word,) for word in key} & lone - {key}:
            parts[part] = max(parts.get(part, 0.0), uses.count / phrases[part].count)
    by_use = sorted(phrases.items(), key=lambda item: (-item[1].count, item[0]))
    more = {key: form for _, uses in by_use for key, form in sorted(uses.aliases.items()) if len(key) > 1 or form.isupper()}
    more |= dict(sorted(linked.items()))
    for key, uses in by_use:
        if not uses.loose or len(key) > 1 or parts.get(key, 0.0) < ABSORBED:
            more.setdefault(key, uses.form)
    return [form for key, form in more.items() if key not in known][:SHARED]


def choose_keywords(candidates: Sequence[Keyword], language: str, limit: int) -> tuple[Keyword, ...]:
    """Give at most ``limit`` of an article's candidates, best first, none made of another's words."""
    chosen: dict[Key, Keyword] = {}
    for keyword in candidates:
        if not keyword.weight or len(chosen) == limit:
            break
        key = key_of(keyword.text, language)
        if stands_apart(key, chosen):
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
    credited = any(low in f" {author.lower()} " for author in article.authors)
    if "name" not in uses.kinds:
        return credited
    slug = "-".join(words(uses.form.lower()))
    outlet = article.outlet is not None and slug in {article.outlet, article.outlet.removeprefix("the-")}
    return credited or outlet or (slug in NEWSROOMS and not uses.titled)


def stands_apart(key: Key, chosen: Iterable[Key]) -> bool:
    """Say whether a phrase is neither made of another's words nor has all of another's."""
    return not any(set(key) <= set(other) or set(other) <= set(key) for other in chosen)
