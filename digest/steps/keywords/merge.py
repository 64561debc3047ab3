"""From the keywords of an event's articles to the event's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.model import Article, ArticleId, Keyword
from digest.steps.keywords.extract import choose
from digest.steps.keywords.heading import is_carried, is_name, is_part, may_head, stands_alone
from digest.steps.keywords.lists import FAMILY_FIRST
from digest.steps.keywords.names import Key, key_of, may_shorten, resolve
from digest.steps.keywords.offices import find_offices
from digest.steps.keywords.told import Text, describe_event, known_forms
from digest.steps.keywords.weights import Features, worth

USES = 2
"""How often the reports must name an office together with its holder."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What could be a keyword of an event."""

    features: Features
    form: str
    heading: bool
    """An index could list it."""
    holder: Key = ()
    """Of an office with its holder: the holder's whole name. A list has one of them."""


def merge_keywords(
    voices: Sequence[Sequence[ArticleId]],
    articles: Mapping[ArticleId, Article],
    keywords: Mapping[ArticleId, Sequence[Keyword]],
    limit: int,
) -> tuple[Keyword, ...]:
    """Give at most ``limit`` keywords of an event, best first, from those of its articles.

    A voice is a group of articles that counts once: its best article speaks for it. How many voices use a keyword, in
    headlines, early and often, makes the chance that a reader would sum up the event with it; phrases are given more, because
    they tell more. A name comes in its usual whole form wherever one of the articles has it, or with its office where that is
    likelier; one form of a person. None holds another. Weights are relative to the best. Equally good ones come in the order of
    their words.
    """
    texts = [[Text(articles[name]) for name in voice] for voice in voices]
    found = describe_candidates(voices, articles, keywords, texts)
    told = [articles[name] for voice in voices for name in voice]
    ranked = {key: worth(key, one.features, "event", heading=one.heading) for key, one in found.items()}
    chosen = choose(ranked, limit, {key: one.holder for key, one in found.items() if one.holder})
    best = ranked[chosen[0]] if chosen else 1.0
    named = [key for key, one in found.items() if not one.holder]
    uses = {key: sum(len(text.places(key)) for voice in texts for text in voice) for key in named}
    listed = []
    for key in chosen:
        one = found[key]
        whole = found[one.holder].form if one.holder else one.form
        heading = one.heading and _is_heading(one.holder or key, whole, told, texts, uses)
        listed.append(Keyword(one.form, round(ranked[key] / best, 6), heading, whole if one.holder else ""))
    return tuple(listed)


def _is_heading(key: Key, form: str, told: Sequence[Article], texts: Sequence[Sequence[Text]], uses: Mapping[Key, int]) -> bool:
    language = told[0].language
    exact = [max(len(text.places(key)) for text in voice) for voice in texts]
    titled = any(text.titled(key) for voice in texts for text in voice)
    if not is_carried(form, language, exact, titled) or is_part(key, uses):
        return False
    return not is_name(form) or stands_alone(form, [article.text for article in told])


def describe_candidates(
    voices: Sequence[Sequence[ArticleId]],
    articles: Mapping[ArticleId, Article],
    keywords: Mapping[ArticleId, Sequence[Keyword]],
    texts: Sequence[Sequence[Text]],
) -> dict[Key, Candidate]:
    """Give everything that could be a keyword of the event, by its stems."""
    listed = {name: keywords.get(name, ()) for voice in voices for name in voice}
    full = _full_names(articles, listed, [text for voice in texts for text in voice])
    weights: dict[Key, list[float]] = defaultdict(lambda: [0.0] * len(voices))
    forms: dict[Key, Counter[str]] = defaultdict(Counter)
    for number, voice in enumerate(voices):
        for name in voice:
            for keyword in listed[name]:
                key = key_of(keyword.text, articles[name].language)
                target = full.get(key, key)
                weights[target][number] = max(weights[target][number], keyword.weight)
                forms[target][keyword.text] += 1_000 if target == key else 1  # a short form only where there is no other
    usual = {key: min(found, key=lambda form: (-found[form], form)) for key, found in forms.items()}
    short = known_forms(full)
    language = articles[voices[0][0]].language
    found = {}
    for key in sorted(weights):
        own = (key, *short.get(key, ()))
        features = describe_event(key, own, weights[key], is_name(usual[key]), texts)
        found[key] = Candidate(features, usual[key], may_head(usual[key], language))
    return found | _offices(found, weights, full, short, [articles[name] for voice in voices for name in voice], texts)


def _offices(
    found: Mapping[Key, Candidate],
    weights: Mapping[Key, Sequence[float]],
    full: Mapping[Key, Key],
    short: Mapping[Key, Sequence[Key]],
    articles: Sequence[Article],
    texts: Sequence[Sequence[Text]],
) -> dict[Key, Candidate]:
    """Give the offices that the reports name, with those of the candidates who hold them, and alone."""
    persons = {key: one.form for key, one in found.items() if _may_hold(one.form)}
    family = {key[-1:]: key for key in reversed(persons)}
    told = (text for article in articles for text in (article.title, *article.told))
    more = {}
    for key, held in find_offices(told, persons, family | dict(full), articles[0].language).items():
        if key in found or sum(held.forms.values()) < USES:
            continue
        own = (held.holder, *short.get(held.holder, ()), key) if held.holder else (key,)
        weight = weights[held.holder] if held.holder else [0.0] * len(texts)
        kind = "office" if not held.holder else "office and whole name" if held.whole else "office and family name"
        features = describe_event(key, own, weight, bool(held.holder), texts, kind)
        more[key] = Candidate(features, held.form, bool(held.holder), held.holder)
    return more


def _may_hold(form: str) -> bool:
    parts = form.split()
    return 1 < len(parts) < 5 and is_name(form) and may_shorten(parts[-1].lower())


def _full_names(
    articles: Mapping[ArticleId, Article], keywords: Mapping[ArticleId, Sequence[Keyword]], texts: Sequence[Text]
) -> dict[Key, Key]:
    """Give the short forms of names that are keywords of one article with the whole name that is one of another's.

    Lone family names, initials ("EU"), and names with a middle initial, whose usual form is the one without.
    """
    held = {key_of(keyword.text, articles[name].language) for name in sorted(keywords) for keyword in keywords[name]}
    found: dict[Key, Key] = {}
    for name in sorted(keywords):
        for keyword in keywords[name]:
            parts = keyword.text.split()
            if len(parts) > 1 and all(part[:1].isupper() for part in parts):
                key = key_of(keyword.text, articles[name].language)
                initials = ("".join(part[0].lower() for part in parts),)
                if initials in held:
                    told = [sum(len(text.places(form)) for text in texts) for form in (initials, key)]
                    found.setdefault(*((key, initials) if told[0] > told[1] else (initials, key)))
                lone = key[:1] if key[0] in FAMILY_FIRST else key[-1:]
                if may_shorten(parts[-1].lower()) and not any(text.follows("in", lone[0]) for text in texts):
                    found.setdefault(lone, (key[0], key[-1]) if (key[0], key[-1]) in held else key)
                if len(key) > 2 and (key[0], key[-1]) in held:
                    found[key] = (key[0], key[-1])
    return resolve(found)
