"""Which keywords an index lists: names, fixed phrases, and the subjects that news is filed by.

The keywords of a report say what it is about; the headings of an index lead somewhere. So a heading is a whole name, a noun
phrase that classifies ("election security") and does not merely describe ("smaller margin"), or a lone word of a controlled
vocabulary, as librarians have one for their subject headings (``subjects-en.txt``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from digest.steps.keywords.lists import ALONE, BODIES, CALENDAR, DESCRIPTIVE, EMPTY, HOLDERS, INSTITUTIONS, ROLES, VAGUE
from digest.text.classes import TABLES, word_class
from digest.text.frequency import idf
from digest.text.words import is_stop, stem

CLASSIFYING = re.compile(r"(?:al|ic|ar|ary|ory|ese|ian|-[a-z]+|white|black|red|green|blue)$")
"""Endings of the adjectives that say of which kind a thing is ("federal", "nuclear", "military"), and colours ("red line")."""

PART = re.compile(r"[A-Z][.]?$|[DIR]-(?!Day)[A-Z]|.*-[a-z]+$")
"""What looks like a lone name and is a part of one, or of something else: "J.", "R-KY" (a party and a state), "Obama-era"."""

GLUED = re.compile(r"[a-z]{3}[A-Z]")
"""Two words of which a page lost the space between: "PaulSenate"."""

RARE = 6.0
"""The idf of a lone word from which on it may be a heading in a language without a list of subjects."""

FEW = 3
"""Uses from which on a phrase is more than a turn of phrase."""


@cache
def _subjects(language: str) -> frozenset[str]:
    text = (files("digest.text") / "data" / f"subjects-{language}.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


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
    if parts[-1][0].isupper() or last in VAGUE | HOLDERS or any(is_graded(part, language) for part in parts):
        return False
    return last not in EMPTY or word_class(parts[0].lower(), language) == "noun"  # "climate change", but no "separate group"


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


def is_graded(word: str, language: str) -> bool:
    """Say whether a word is a comparative or superlative: it compares ("smaller margin"), and says of nothing what it is."""
    ending = next((ending for ending in ("er", "est") if word.endswith(ending) and len(word) > len(ending) + 2), "")
    if language not in TABLES or not ending:
        return False
    base = word.removesuffix(ending)
    forms = {base, f"{base}e", f"{base[:-1]}y" if base.endswith("i") else base, base[:-1] if base[-1] == base[-2] else base}
    return any(word_class(form, language) == "adjective" for form in forms)


def _is_lone_name(form: str, language: str) -> bool:
    low = form.lower()
    key = stem(low, language)
    if low in ALONE:
        return True
    if PART.match(form) or (low != "us" and is_stop(low, language)):
        return False
    if {low, low.removesuffix("s")} & (ROLES | BODIES | CALENDAR) or key in INSTITUTIONS | EMPTY | VAGUE:
        return False
    return form.isupper() or word_class(low, language) == "noun"


def stands_alone(form: str, texts: Sequence[str]) -> bool:
    """Say whether a lone name is whole in the texts: never written small there, and not mostly beside another capital."""
    if form.lower() in ALONE or len(form) < 3 or "." in form:
        return True
    if any(re.search(rf"\b{re.escape(form.lower().removesuffix('s'))}s?\b", text) for text in texts):
        return False
    if form.isupper():
        return True
    uses = beside = 0
    for text in texts:
        for match in re.finditer(
            rf"(?:(?<![.!?:“\"] )\b(?P<before>[A-Z][\w’'\-]+) )?\b{re.escape(form)}\b(?P<after> [A-Z0-9]\w*)?", text
        ):
            before = match["before"]
            uses += 1
            beside += bool(match["after"]) or bool(before and before.lower() not in ROLES)
    return beside * 2 <= uses
