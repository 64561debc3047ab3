"""What could be a keyword of an event: phrases and names of its articles, in every form that its reports use."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.model import Article, ArticleId, Keyword
from digest.steps.keywords.heading import classifies, is_name, is_no_name, is_piece, lacks_noun, may_head, stands_alone
from digest.steps.keywords.lists import BODIES, CALENDAR, FAMILY_FIRST, ROLES
from digest.steps.keywords.names import PLACED, Key, family_name, key_of, may_shorten, resolve
from digest.steps.keywords.offices import find_offices
from digest.steps.keywords.summed import find_summed
from digest.steps.keywords.told import Gist, Text, describe_event, describe_form, known_forms
from digest.steps.keywords.weights import Features
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

COHERENT = 0.5
"""The share of the uses of the commoner of two words from which on they are one thing."""

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
    named: Candidate | None = None
    """Of a form of a person's name: the family name alone. ``features`` tell then how likely one who names the person does so."""


def describe_candidates(
    voices: Sequence[Sequence[ArticleId]],
    articles: Mapping[ArticleId, Article],
    keywords: Mapping[ArticleId, Sequence[Keyword]],
    texts: Sequence[Sequence[Text]],
    summary: Sequence[str] = (),
) -> dict[Key, Candidate]:
    """Give everything that could be a keyword of the event, by its stems; ``summary`` has its headline and sentences."""
    gist = Gist(summary, articles[voices[0][0]].language)
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
    bodies = [articles[name].text for voice in voices for name in voice]
    summed = {
        key: form
        for key, form in find_summed(summary[1:], language, texts, bodies).items()
        if key not in full and key not in weights
    }
    usual |= summed
    weights |= {key: [0.0] * len(voices) for key in summed}
    for key in [key for key, form in usual.items() if len(key) == 1 and is_no_name(form, language)]:
        del weights[key], usual[key]
    short = known_forms(full)
    found = {}
    given = {key[:1] for key, form in usual.items() if _may_hold(form) and key[0] not in FAMILY_FIRST}
    for key in sorted(weights):
        linked = " of " in usual[key] and not is_name(usual[key])
        part = key in given and usual[key][0].isupper() and not stands_alone(usual[key], bodies)
        if part or _is_glued(key, usual, bodies) or (linked and not _is_term(key, texts)):
            continue
        own = (key, *short.get(key, ()))
        features = describe_event(key, own, weights[key], is_name(usual[key]), texts, gist, usual[key], "of" * linked)
        found[key] = Candidate(features, usual[key], may_head(usual[key], language))
    found |= _other_forms(found, weights, others, full, short, texts, gist)
    alone = {one.holder: key for key, one in found.items() if one.features.get("family name")}
    for key, one in list(found.items()):
        if (lone := alone.get(one.holder or key)) and lone != key:
            whole = one.holder or key
            kind = "other form" if one.holder else ""
            features = describe_form(key, lone, one.form, (whole, *short.get(whole, ())), kind, texts, found[lone].features)
            found[key] = replace(one, features=features, named=found[lone])
    found |= _offices(found, weights, full, short, [articles[name] for voice in voices for name in voice], texts, gist)
    parts = _parts(found, texts, language) | {key for key, one in found.items() if one.holder and one.form.lower() in CALENDAR}
    parts |= {key for key, one in found.items() if is_piece(one.form, bodies)}
    found = {key: one for key, one in found.items() if key not in parts and one.holder not in parts}
    return {key: one for key, one in found.items() if not (key in summed and _is_half(key, found))}


def _is_half(key: Key, found: Mapping[Key, Candidate]) -> bool:
    """Say whether a lone word is half of two that mostly stand together, the other a candidate: "mass" of "mass shooting"."""
    return any(
        key[0] in pair and tuple(word for word in pair if word != key[0]) in found
        for pair, one in found.items()
        if len(key) == 1 and len(pair) == 2 and one.features.get("cohesion", 0.0) >= COHERENT
    )


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


def _parts(found: Mapping[Key, Candidate], texts: Sequence[Sequence[Text]], language: str) -> set[Key]:
    """Give what stands nearly always inside one longer phrase: "Korea" in "North Korea"; but for short forms of names."""
    uses = {key: sum(len(text.places(key)) for voice in texts for text in voice) for key in found}
    parts = set()
    for longer in found:
        for size in range(1, len(longer)):
            for at in range(len(longer) - size + 1):
                part = longer[at : at + size]
                if part in found and not found[longer].holder and found[part].holder != longer:
                    most = PART_OF_NAME if found[part].form[:1].isupper() else PART
                    inside = _is_inside(found[part].form, found[longer].form, language)
                    if inside and uses[longer] and uses[longer] >= most * uses[part]:
                        parts.add(part)
    return parts


def _is_inside(part: str, longer: str, language: str) -> bool:
    """Say whether a part says nothing by itself, as names in noun phrases do and nouns after words that merely describe."""
    words, at = longer.split(), f" {longer} ".find(f" {part} ")
    if at < 0 or words[-1][:1].isupper():
        return True
    if part[:1].isupper():
        before, after = longer[:at].split()[-1:], longer[at + len(part) :].split()[:1]
        return any(word[:1].isupper() for word in before + after)
    return not longer.endswith(part) or classifies(longer, language)


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
    gist: Gist,
) -> dict[Key, Candidate]:
    """Give names as reports write them besides their usual form: family names alone, initials and what they stand for."""
    more = {}
    family = {family_name(key): key for key in reversed(list(found)) if _may_hold(found[key].form)}
    for key, whole in full.items():
        if key in found or whole not in found:
            continue
        lone = family.get(key) == whole and key[0] not in TITLES
        if lone:
            form = _family_form(found[whole].form, whole)
        elif key in others:
            form = min(others[key], key=lambda form: (-others[key][form], form))
        else:
            continue
        own = (whole, *short.get(whole, ()))
        features = describe_event(key, own, weights[whole], True, texts, gist, form, "family name" if lone else "other form")
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
    gist: Gist,
) -> dict[Key, Candidate]:
    """Give the offices that the reports name, with those of the candidates who hold them, and alone."""
    persons = {key: one.form for key, one in found.items() if _may_hold(one.form)}
    family = {key[-1:]: key for key in reversed(persons)}
    told = (text for article in articles for text in (article.title, *article.told))
    more = {}
    for key, held in find_offices(told, persons, family | dict(full), articles[0].language).items():
        if key in found or sum(held.forms.values()) < USES:
            continue
        if not held.holder:
            features = describe_event(key, (key,), [0.0] * len(texts), False, texts, gist, held.form, "office")
            more[key] = Candidate(features, held.form, False)
            continue
        whole = (held.holder, *short.get(held.holder, ()))
        lone = family_name(held.holder)
        family_form = _family_form(persons[held.holder], held.holder)
        features = describe_event(lone, (*whole, lone), weights[held.holder], True, texts, gist, family_form, "family name")
        named = Candidate(features, family_form, False)
        kind = "office and whole name" if held.whole else "office and family name"
        features = describe_form(key, lone, held.form, whole, kind, texts, named.features)
        more[key] = Candidate(features, held.form, True, held.holder, named)
    return more


def _family_form(form: str, key: Key) -> str:
    parts = form.split()
    return parts[0] if key[0] in FAMILY_FIRST else parts[-1]


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
                lone = family_name(key)
                if may_shorten(parts[-1].lower()) and not _is_place(lone, texts):
                    found.setdefault(lone, (key[0], key[-1]) if (key[0], key[-1]) in held else key)
                plain = (key[0], key[-1])
                if len(key) > 2 and plain in held:
                    told = [sum(len(text.places(form)) for text in texts) for form in (key, plain)]
                    middle = any(len(part) == 1 for part in key[1:-1]) or told[1] >= told[0]
                    found.setdefault(*((key, plain) if middle else (plain, key)))
    return resolve(found)


def _is_place(lone: Key, texts: Sequence[Text]) -> bool:
    """Say whether a lone name stands after "in" more than now and then ("in Trump’s first year")."""
    uses = sum(len(text.places(lone)) for text in texts)
    return sum(text.follows("in", lone[0]) for text in texts) > PLACED * uses
