"""From the keywords of an event's articles to the event's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.model import Article, ArticleId, Keyword
from digest.steps.keywords.choose import choose
from digest.steps.keywords.heading import is_carried, is_name, is_no_name, is_part, lacks_noun, may_head, stands_alone
from digest.steps.keywords.lists import BODIES, FAMILY_FIRST, ROLES
from digest.steps.keywords.names import Key, key_of, may_shorten, resolve
from digest.steps.keywords.offices import find_offices
from digest.steps.keywords.told import Text, describe_event, known_forms
from digest.steps.keywords.weights import Features, worth
from digest.text.words import stem

INITIAL = re.compile(r"\b\w[.]? ")
"""An initial inside a name."""

TITLES = frozenset(stem(role) for role in ROLES)

SHARED = 2
"""Voices that must have what is no keyword of an article."""

PART, PART_OF_NAME = 0.9, 0.7
"""The share of the uses of a phrase or name that stand inside one longer phrase, from which on it is only a part."""

TERM = 4
"""Uses from which on a phrase with "of" is more than a turn of phrase."""

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
    """Of another form of a name, alone or with an office: the name that it is filed under. A list has one of them."""


def merge_keywords(
    voices: Sequence[Sequence[ArticleId]],
    articles: Mapping[ArticleId, Article],
    keywords: Mapping[ArticleId, Sequence[Keyword]],
    limit: int,
) -> tuple[Keyword, ...]:
    """Give at most ``limit`` keywords of an event, best first, from those of its articles.

    A voice is a group of articles that counts once: its best article speaks for it. How many voices use a keyword, in
    headlines, early and often, makes the chance that a reader would sum up the event with it; phrases are given more, because
    they tell more. A name comes in the form that the reports use, whole, with its office or the family name alone; one form of
    a person, filed under the whole name. None holds another (``choose``). Weights are relative to the best.
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
    language = articles[voices[0][0]].language
    full = _full_names(articles, listed, [text for voice in texts for text in voice])
    weights: dict[Key, list[float]] = defaultdict(lambda: [0.0] * len(voices))
    forms: dict[Key, Counter[str]] = defaultdict(Counter)
    others: dict[Key, Counter[str]] = defaultdict(Counter)
    holding: dict[Key, set[int]] = defaultdict(set)
    for number, voice in enumerate(voices):
        for name in voice:
            for keyword in listed[name]:
                key = key_of(keyword.text, articles[name].language)
                target = full.get(key, key)
                weights[target][number] = max(weights[target][number], keyword.weight)
                forms[target][keyword.text] += 1_000 if target == key else 1  # a short form only where there is no other
                holding[target].add(number)
                if target != key:
                    others[key][keyword.text] += 1
    for key in [key for key in weights if not any(weights[key]) and len(holding[key]) < SHARED]:
        del weights[key], forms[key]
    usual = {key: min(found, key=lambda form: (lacks_noun(form), -found[form], form)) for key, found in forms.items()}
    for key in [key for key, form in usual.items() if len(key) == 1 and is_no_name(form, language)]:
        del weights[key], usual[key]
    short = known_forms(full)
    found = {}
    bodies = [articles[name].text for voice in voices for name in voice]
    given = {key[:1] for key, form in usual.items() if _may_hold(form) and key[0] not in FAMILY_FIRST}
    for key in sorted(weights):
        linked = " of " in usual[key] and not is_name(usual[key])
        part = key in given and usual[key][0].isupper() and not stands_alone(usual[key], bodies)
        if part or _is_glued(key, usual, bodies) or (linked and not _is_term(key, texts)):
            continue
        own = (key, *short.get(key, ()))
        features = describe_event(key, own, weights[key], is_name(usual[key]), texts, "of" * linked)
        found[key] = Candidate(features, usual[key], may_head(usual[key], language))
    found |= _other_forms(found, weights, others, full, short, texts)
    found |= _offices(found, weights, full, short, [articles[name] for voice in voices for name in voice], texts)
    parts = _parts(found, texts)
    return {key: one for key, one in found.items() if key not in parts}


def _is_glued(key: Key, usual: Mapping[Key, str], bodies: Sequence[str]) -> bool:
    """Say whether a name is that of a body and of a person whom the reports name as well: "United Nations Nikki Haley".

    Of a person the family name stands alone somewhere, which "Garden" of "White House Rose Garden" does not.
    """
    words = usual[key].lower().split()
    for at in range(1, len(words) - 1):
        person = usual.get(key[at:], "")
        if words[at - 1] in BODIES and _may_hold(person) and usual[key].endswith(person):
            return sum(body.count(person.split()[-1]) - body.count(person) for body in bodies) > 0
    return False


def _parts(found: Mapping[Key, Candidate], texts: Sequence[Sequence[Text]]) -> set[Key]:
    """Give what stands nearly always inside one longer phrase: "Korea" in "North Korea"; but for short forms of names."""
    uses = {key: sum(len(text.places(key)) for voice in texts for text in voice) for key in found}
    parts = set()
    for longer in found:
        for size in range(1, len(longer)):
            for at in range(len(longer) - size + 1):
                part = longer[at : at + size]
                if part in found and not found[longer].holder and found[part].holder != longer:
                    most = PART_OF_NAME if found[part].form[:1].isupper() else PART
                    if uses[longer] and uses[longer] >= most * uses[part]:
                        parts.add(part)
    return parts


def _is_term(key: Key, texts: Sequence[Sequence[Text]]) -> bool:
    """Say whether a headline has a phrase, or the reports use it again and again: "articles of impeachment"."""
    told = [text for voice in texts for text in voice]
    return any(text.titled(key) for text in told) or sum(len(text.places(key)) for text in told) >= TERM


def _other_forms(
    found: Mapping[Key, Candidate],
    weights: Mapping[Key, Sequence[float]],
    others: Mapping[Key, Counter[str]],
    full: Mapping[Key, Key],
    short: Mapping[Key, Sequence[Key]],
    texts: Sequence[Sequence[Text]],
) -> dict[Key, Candidate]:
    """Give names as reports write them besides their usual form: family names alone, initials and what they stand for."""
    more = {}
    family = {
        (key[:1] if key[0] in FAMILY_FIRST else key[-1:]): key for key in reversed(list(found)) if _may_hold(found[key].form)
    }
    for key, whole in full.items():
        if key in found or whole not in found:
            continue
        lone = family.get(key) == whole and key[0] not in TITLES
        if lone:
            parts = found[whole].form.split()
            form = parts[0] if whole[0] in FAMILY_FIRST else parts[-1]
        elif key in others:
            form = min(others[key], key=lambda form: (-others[key][form], form))
        else:
            continue
        own = (whole, *short.get(whole, ()))
        features = describe_event(key, own, weights[whole], True, texts, "family name" if lone else "other form")
        if features["this form"] and (lone or not INITIAL.search(form)):
            more[key] = Candidate(features, form, found[whole].heading, whole)
    return more


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
        features = describe_event(key, own, weight, bool(held.holder), texts, kind, extended=held.extended)
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
                plain = (key[0], key[-1])
                if len(key) > 2 and plain in held:
                    told = [sum(len(text.places(form)) for text in texts) for form in (key, plain)]
                    middle = any(len(part) == 1 for part in key[1:-1]) or told[1] >= told[0]
                    found.setdefault(*((key, plain) if middle else (plain, key)))
    return resolve(found)
