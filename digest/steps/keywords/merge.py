"""From the keywords of an event's articles to the event's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from digest.model import Article, ArticleId, Keyword
from digest.steps.keywords.extract import choose
from digest.steps.keywords.heading import is_carried, is_name, is_part, may_head, stands_alone
from digest.steps.keywords.lists import BODIES, FAMILY_FIRST
from digest.steps.keywords.names import Key, resolve
from digest.steps.keywords.told import Text, describe_event, known_forms
from digest.steps.keywords.weights import Features, worth
from digest.text.words import stem, words


def merge_keywords(
    voices: Sequence[Sequence[ArticleId]],
    articles: Mapping[ArticleId, Article],
    keywords: Mapping[ArticleId, Sequence[Keyword]],
    limit: int,
) -> tuple[Keyword, ...]:
    """Give at most ``limit`` keywords of an event, best first, from those of its articles.

    A voice is a group of articles that counts once: its best article speaks for it. How many voices use a keyword, in
    headlines, early and often, makes the chance that a reader would sum up the event with it; phrases are given more, because
    they tell more. A name comes in its usual whole form wherever one of the articles has it. None holds another. Weights are
    relative to the best. Equally good ones come in the order of their words.
    """
    texts = [[Text(articles[name]) for name in voice] for voice in voices]
    described, forms = describe_candidates(voices, articles, keywords, texts)
    ranked = {key: worth(key, features, "event") for key, features in described.items()}
    chosen = choose(ranked, limit)
    best = ranked[chosen[0]] if chosen else 1.0
    told = [articles[name] for voice in voices for name in voice]
    uses = {key: sum(len(text.places(key)) for voice in texts for text in voice) for key in ranked}
    return tuple(
        Keyword(forms[key], round(ranked[key] / best, 6), _is_heading(key, forms[key], told, texts, uses)) for key in chosen
    )


def _is_heading(key: Key, form: str, told: Sequence[Article], texts: Sequence[Sequence[Text]], uses: Mapping[Key, int]) -> bool:
    language = told[0].language
    exact = [max(len(text.places(key)) for text in voice) for voice in texts]
    titled = any(text.titled(key) for voice in texts for text in voice)
    if not (may_head(form, language) and is_carried(form, language, exact, titled)) or is_part(key, uses):
        return False
    return not is_name(form) or stands_alone(form, [article.text for article in told])


def describe_candidates(
    voices: Sequence[Sequence[ArticleId]],
    articles: Mapping[ArticleId, Article],
    keywords: Mapping[ArticleId, Sequence[Keyword]],
    texts: Sequence[Sequence[Text]],
) -> tuple[dict[Key, Features], dict[Key, str]]:
    """Give the features of everything that could be a keyword of the event, and its usual form."""
    listed = {name: keywords.get(name, ()) for voice in voices for name in voice}
    full = _full_names(articles, listed, [text for voice in texts for text in voice])
    weights: dict[Key, list[float]] = defaultdict(lambda: [0.0] * len(voices))
    forms: dict[Key, Counter[str]] = defaultdict(Counter)
    for number, voice in enumerate(voices):
        for name in voice:
            for keyword in listed[name]:
                key = _key(keyword.text, articles[name].language)
                target = full.get(key, key)
                weights[target][number] = max(weights[target][number], keyword.weight)
                forms[target][keyword.text] += 1_000 if target == key else 1  # a short form only where there is no other
    usual = {key: min(found, key=lambda form: (-found[form], form)) for key, found in forms.items()}
    short = known_forms(full)
    described = {
        key: describe_event(key, (key, *short.get(key, ())), weights[key], is_name(usual[key]), texts) for key in sorted(weights)
    }
    return described, usual


def _key(text: str, language: str) -> Key:
    return tuple(stem(word, language) for word in words(text))


def _full_names(
    articles: Mapping[ArticleId, Article], keywords: Mapping[ArticleId, Sequence[Keyword]], texts: Sequence[Text]
) -> dict[Key, Key]:
    """Give the short forms of names that are keywords of one article with the whole name that is one of another's.

    Lone family names, initials ("EU"), and names with a middle initial, whose usual form is the one without.
    """
    held = {_key(keyword.text, articles[name].language) for name in sorted(keywords) for keyword in keywords[name]}
    found: dict[Key, Key] = {}
    for name in sorted(keywords):
        for keyword in keywords[name]:
            parts = keyword.text.split()
            if len(parts) > 1 and all(part[:1].isupper() for part in parts):
                key = _key(keyword.text, articles[name].language)
                initials = ("".join(part[0].lower() for part in parts),)
                if initials in held:
                    told = [sum(len(text.places(form)) for text in texts) for form in (initials, key)]
                    found.setdefault(*((key, initials) if told[0] > told[1] else (initials, key)))
                lone = key[:1] if key[0] in FAMILY_FIRST else key[-1:]
                if parts[-1].lower() not in BODIES and not any(text.follows("in", lone[0]) for text in texts):
                    found.setdefault(lone, (key[0], key[-1]) if (key[0], key[-1]) in held else key)
                if len(key) > 2 and (key[0], key[-1]) in held:
                    found[key] = (key[0], key[-1])
    return resolve(found)
