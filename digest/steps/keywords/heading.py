"""Which keywords an index lists: names, fixed phrases, and the subjects that news is filed by.

The keywords of a report say what it is about; the headings of an index lead somewhere. So a heading is a whole name, a noun
phrase that classifies ("election security") and does not merely describe ("smaller margin"), or a lone word of a controlled
vocabulary, as librarians have one for their subject headings (``subjects-en.txt``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from digest.steps.keywords.lists import (
    ALONE,
    BODIES,
    CALENDAR,
    CROWNS,
    DESCRIBING,
    DESCRIPTIVE,
    EMPTY,
    HOLDERS,
    INSTITUTIONS,
    ROLES,
    VAGUE,
)
from digest.steps.keywords.names import Key
from digest.steps.keywords.phrases import is_graded
from digest.text.classes import TABLES, word_class
from digest.text.frequency import idf
from digest.text.words import is_stop, stem

CLASSIFYING = re.compile(r"(?:al|ic|ar|ary|ory|ese|ian|-[a-z]+|white|black|red|green|blue)$")
"""Endings of the adjectives that say of which kind a thing is ("federal", "nuclear", "military"), and colours ("red line")."""

PART = re.compile(r"[A-Z][.]?$|[DIR]-(?!Day)[A-Z]|.*-(?:[a-z]+|Era)$")
"""What looks like a lone name and is a part of one, or of something else: "J.", "R-KY" (a party and a state), "Obama-era"."""

BEFORE = re.compile(r"(?<![.!?:“\"] )\b(?P<word>[A-Z][\w’'\-]+) (?:(?:of|for|and|&) )?$")
"""A capital that a name stands after, within the sentence."""

GLUED = re.compile(r"[a-z]{3}[A-Z]")
"""Two words of which a page lost the space between: "PaulSenate"."""

RARE = 6.0
"""The idf of a lone word from which on it may be a heading in a language without a list of subjects."""

SPECIFIC = 5.0
"""The idf of a lone subject from which on two reports suffice, without an event: "amnesty" (6.4), not "workers" (3.0)."""

PIECE = 0.9
"""The share of the uses of a lone name beside another capital from which on it is only a piece of names."""

FEW = 3
"""Uses from which on a phrase is more than a turn of phrase."""


@cache
def _subjects(language: str) -> frozenset[str]:
    text = (files("digest.text") / "data" / f"subjects-{language}.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


@lru_cache(maxsize=50_000)
def may_head(form: str, language: str) -> bool:
    """Say whether an index could list a keyword, by its words alone."""
    parts = form.split()
    if len(parts) > 1 and (GLUED.search(form) or sum(part.isupper() and len(part) > 2 for part in parts) > 1):  # "MUST WATCH"
        return False
    if is_name(form):
        return len(parts) > 1 or _is_lone_name(form, language)
    if len(parts) == 1:
        return _is_subject(form.lower(), language)
    last = stem(parts[-1].lower(), language)
    vague = last in VAGUE | HOLDERS or parts[-1] in CROWNS
    if vague or parts[-1][0].isupper() or any(is_graded(part, language) for part in parts):
        return False
    compound = parts[0][0].islower() and word_class(parts[0], language) == "noun"
    return last not in EMPTY or compound  # "climate change", but neither "separate group" nor "Lindqvist plan"


def _is_subject(word: str, language: str) -> bool:
    """Say whether a lone word is a subject; stems would take "customers" for "customs"."""
    if language not in TABLES:
        return idf(stem(word, language), language) >= RARE
    forms = {word, word.removesuffix("s"), word.removesuffix("es"), f"{word[:-3]}y" if word.endswith("ies") else word}
    return bool(forms & _subjects(language))


def is_name(form: str) -> bool:
    """Say whether a keyword is written as a name."""
    parts = form.split()
    return parts[0][:1].isupper() and parts[-1][:1].isupper()


def lacks_noun(form: str) -> bool:
    """Say whether a lone capital is an adjective: "Democratic", where other reports have "Democrats"."""
    low = form.lower()
    return form[:1].isupper() and " " not in form and bool(DESCRIBING.search(low)) and word_class(low) == "adjective"


def is_no_name(form: str, language: str) -> bool:
    """Say whether a lone word is a function word in capitals ("IT"), an initial, a syllable of a name ("Un") or an adjective."""
    if len(form.rstrip(".")) < 2:
        return True
    if form.isupper() and len(form) > 1:
        return form not in {"US", "WHO"} and is_stop(form.lower(), language)
    return form[:1].isupper() and (len(form) < 3 or is_stop(form.lower(), language) or lacks_noun(form))


def is_specific(form: str, language: str) -> bool:
    """Say whether a heading leads to few things: a name, a phrase, or a rare word (Spärck Jones 1972)."""
    return form != form.lower() or " " in form or idf(stem(form, language), language) >= SPECIFIC


def classifies(form: str, language: str) -> bool:
    """Say whether nothing in a phrase merely describes: nouns and names, and adjectives that say of which kind a thing is."""
    first = form.split()[0]
    kind = word_class(first.lower(), language)
    if first[:1].isupper() or kind in {"noun", "demonym"}:
        return True
    return kind == "adjective" and first not in DESCRIPTIVE and bool(CLASSIFYING.search(first))


def is_carried(form: str, language: str, exact: Sequence[int], titled: bool) -> bool:
    """Say whether an event's reports carry a heading: ``exact`` has its uses in each voice, ``titled`` that a headline has it."""
    held, uses = sum(count > 0 for count in exact) / len(exact), sum(exact)
    if held < 0.5:
        return False
    if is_name(form):
        return uses > 1 or titled
    if " " in form and classifies(form, language):
        return uses > 1
    return uses >= FEW and (titled or held == 1) if " " not in form else uses >= FEW and titled and held == 1


def _is_lone_name(form: str, language: str) -> bool:
    low = form.lower()
    key = stem(low, language)
    if low in ALONE:
        return True
    if PART.match(form) or (low != "us" and is_stop(low, language)):
        return False
    if {low, low.removesuffix("s")} & (ROLES | BODIES | CALENDAR) or key in INSTITUTIONS | EMPTY | VAGUE:
        return False
    if form.isupper():
        return True
    accident = language in TABLES and _is_subject(low, language)  # "Pardon", in a link or a headline
    return word_class(low, language) == "noun" and not accident


def stands_alone(form: str, texts: Sequence[str]) -> bool:
    """Say whether a name is whole in the texts: not mostly beside another capital ("Housing and Urban Development").

    A lone one is also never written small there.
    """
    short = len(form) < 3 or "." in form  # "US" is no pronoun
    if form.lower() in ALONE or short:
        return True
    if " " not in form and any(re.search(rf"\b{re.escape(form.lower().removesuffix('s'))}s?\b", text) for text in texts):
        return False
    uses, beside = _beside(form, texts)
    return beside * 2 <= uses


def is_piece(form: str, texts: Sequence[str]) -> bool:
    """Say whether a lone capital is hardly ever a name by itself in the texts: "Average" of "Dow Jones Industrial Average"."""
    if " " in form or not form[:1].isupper() or form.lower() in ALONE:
        return False
    uses, beside = _beside(form, texts)
    return beside > PIECE * uses


def _beside(form: str, texts: Sequence[str]) -> tuple[int, int]:
    """Count the uses of a name, and those beside another capital that is no role."""
    uses = beside = 0
    for text in texts:
        for match in re.finditer(rf"\b{re.escape(form)}\b(?P<after> [A-Z0-9])?", text):
            before = BEFORE.search(text, max(0, match.start() - 40), match.start())
            uses += 1
            beside += bool(before and before["word"].lower() not in ROLES)
            beside += " " not in form and not form.isupper() and bool(match["after"]) and not before
    return uses, beside


def is_part(key: Key, uses: Mapping[Key, int]) -> bool:
    """Say whether a phrase is a part of a longer one, or a name with a word before it: "Crooked Edda Lindqvist".

    ``uses`` has how often the reports use each phrase.
    """
    size = len(key)
    for other, count in uses.items():
        inside = len(other) > size and any(other[at : at + size] == key for at in range(len(other) - size + 1))
        if inside and 2 * count > uses[key]:
            return True
    return size > 2 and uses.get(key[1:], 0) >= 2 * uses[key]
