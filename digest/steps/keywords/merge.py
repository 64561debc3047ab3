"""From the keywords of an event's articles to the event's."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from digest.model import Article, ArticleId, Keyword
from digest.steps.keywords.extract import choose
from digest.steps.keywords.lists import BODIES, FAMILY_FIRST
from digest.steps.keywords.phrases import Key, resolve
from digest.text.words import stem, words

SHARED = 1.5
"""How much the share of voices counts: its exponent."""

HEADLINED = 1.8
LED = 2.0
"""How much it counts that headlines hold a keyword and that articles open with it: the exponents of shares, 0 to 1.

These three are rounded from a logistic regression of the words that people used to sum up an event, on one half of 300 events."""

EARLY = 40
"""Words of the body after which opening with a keyword counts half."""

LONGER = 1.5
"""What a phrase weighs more than a lone word, because it tells a reader more."""


def merge_keywords(
    voices: Sequence[Sequence[ArticleId]],
    articles: Mapping[ArticleId, Article],
    keywords: Mapping[ArticleId, Sequence[Keyword]],
    limit: int,
) -> tuple[Keyword, ...]:
    """Give at most ``limit`` keywords of an event, best first, from those of its articles.

    A voice is a group of articles that counts once: its best article speaks for it. A keyword's score is the sum of its
    weights over the voices, times the share of the voices whose text holds it (what several outlets name comes before what
    one dwells on), more for what stands in headlines and opens the articles. None holds another. Weights are relative to
    the best, as square roots, because such products fall steeply. Equally good ones come in the order of their words.
    """
    scores: dict[Key, list[float]] = defaultdict(list)
    forms: dict[Key, Counter[str]] = defaultdict(Counter)
    titles = [[_stemmed(articles[name].title, articles[name].language) for name in voice] for voice in voices]
    bodies = [[_stemmed(articles[name].text, articles[name].language) for name in voice] for voice in voices]
    full = _full_names(articles, {name: keywords.get(name, ()) for voice in voices for name in voice}, bodies)
    for voice in voices:
        best: dict[Key, float] = {}
        for name in voice:
            for keyword in keywords.get(name, ()):
                key = _key(keyword.text, articles[name].language)
                target = full.get(key, key)
                best[target] = max(best.get(target, 0.0), keyword.weight)
                forms[target][keyword.text] += 1_000 if target == key else 1  # a short form only where there is no other
        for key, weight in best.items():
            scores[key].append(weight)
    short: dict[Key, list[Key]] = defaultdict(list)
    for alias, target in full.items():
        short[target].append(alias)
    ranked = {}
    for key, found in sorted(scores.items()):
        known = (key, *short[key])
        share = _mean(float(_place(title + body, known) is not None) for title, body in zip(titles, bodies, strict=True))
        headlined = _mean(float(_place(title, known) is not None) for title in titles)
        lead = _mean(_early(_place(body, known)) for body in bodies)
        told = math.fsum(found) * share**SHARED * math.exp(HEADLINED * headlined + LED * lead)
        ranked[key] = round(told * (LONGER if len(key) > 1 else 1.0), 9)
    chosen = choose(ranked, frozenset(), limit)
    most = ranked[chosen[0]] if chosen else 1.0
    return tuple(
        Keyword(min(forms[key], key=lambda form: (-forms[key][form], form)), round(math.sqrt(ranked[key] / most), 6))
        for key in chosen
    )


def _key(text: str, language: str) -> Key:
    return tuple(stem(word, language) for word in words(text))


def _stemmed(text: str, language: str) -> str:
    return f" {' '.join(_key(text, language))} "


def _place(texts: Sequence[str], forms: Sequence[Key]) -> int | None:
    """How many words stand before the first use of any of the forms in a voice's texts; None where there is none."""
    found = []
    for text in texts:
        for form in forms:
            at = text.find(f" {' '.join(form)} ")
            if at >= 0:
                found.append(text.count(" ", 0, at))
    return min(found, default=None)


def _early(place: int | None) -> float:
    return 0.0 if place is None else 1 / (1 + place / EARLY)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return math.fsum(listed) / len(listed)


def _full_names(
    articles: Mapping[ArticleId, Article], keywords: Mapping[ArticleId, Sequence[Keyword]], bodies: Sequence[Sequence[str]]
) -> dict[Key, Key]:
    """Give the short forms of names that are keywords of one article with the whole name that is one of another's.

    Lone family names, initials ("EU"), and names with a middle initial, whose usual form is the one without.
    """
    texts = [text for voice in bodies for text in voice]
    held = {_key(keyword.text, articles[name].language) for name in sorted(keywords) for keyword in keywords[name]}
    found: dict[Key, Key] = {}
    for name in sorted(keywords):
        for keyword in keywords[name]:
            parts = keyword.text.split()
            if len(parts) > 1 and all(part[:1].isupper() for part in parts):
                key = _key(keyword.text, articles[name].language)
                initials = ("".join(part[0].lower() for part in parts),)
                if initials in held:
                    told = [sum(text.count(f" {' '.join(form)} ") for text in texts) for form in (initials, key)]
                    found.setdefault(*((key, initials) if told[0] > told[1] else (initials, key)))
                lone = key[:1] if key[0] in FAMILY_FIRST else key[-1:]
                if parts[-1].lower() not in BODIES and not any(f" in {lone[0]} " in text for text in texts):
                    found.setdefault(lone, (key[0], key[-1]) if (key[0], key[-1]) in held else key)
                if len(key) > 2 and (key[0], key[-1]) in held:
                    found[key] = (key[0], key[-1])
    return resolve(found)
