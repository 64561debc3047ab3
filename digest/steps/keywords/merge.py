"""From the keywords of an event's articles to the event's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.model import Article, ArticleId, Keyword
from digest.steps.keywords.candidates import Candidate, describe_candidates
from digest.steps.keywords.choose import choose
from digest.steps.keywords.heading import is_carried, is_name, is_part, stands_alone
from digest.steps.keywords.names import Key
from digest.steps.keywords.told import Text
from digest.steps.keywords.weights import chance, weights_of, worth


def rank(found: Mapping[Key, Candidate], event: Mapping[str, float], form: Mapping[str, float]) -> dict[Key, float]:
    """Give how good a keyword each candidate is, under the weights of two models.

    A person is named in one form or another: the chance of one is that of the family name, which all have, times the form's.
    """
    likely = {
        key: chance(one.named.features, event) * chance(one.features, form) if one.named else chance(one.features, event)
        for key, one in found.items()
    }
    return {key: worth(key, likely[key], event, heading=one.heading) for key, one in found.items()}


def merge_keywords(
    voices: Sequence[Sequence[ArticleId]],
    articles: Mapping[ArticleId, Article],
    keywords: Mapping[ArticleId, Sequence[Keyword]],
    limit: int,
    summary: Sequence[str] = (),
) -> tuple[Keyword, ...]:
    """Give at most ``limit`` keywords of an event, best first, from those of its articles.

    ``summary`` has the event's headline and the sentences of its summary, which tell most of what it is about.

    A voice is a group of articles that counts once: its best article speaks for it. How many voices use a keyword, in
    headlines, early and often, makes the chance that a reader would sum up the event with it; phrases are given more, because
    they tell more. A name comes in the form that the reports use, whole, with its office or the family name alone; one form of
    a person, filed under the whole name. None holds another (``choose``). Weights are relative to the best.
    """
    texts = [[Text(articles[name]) for name in voice] for voice in voices]
    found = describe_candidates(voices, articles, keywords, texts, summary)
    told = [articles[name] for voice in voices for name in voice]
    ranked = rank(found, weights_of("event"), weights_of("form"))
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
