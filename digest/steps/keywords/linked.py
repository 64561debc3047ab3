"""Phrases that a small word holds together: "articles of impeachment", "Food and Drug Administration"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from digest.steps.keywords.lists import BODIES, PARTICLES, QUANTITIES, REMITS, ROLES
from digest.steps.keywords.names import Key, Unit
from digest.steps.keywords.phrases import HEADS, MODIFIERS, Divided
from digest.steps.keywords.reading import Word

PLACES = frozenset("korea africa america kingdom republic".split())
"""Last words of the names of countries, that lists are made of: "Iran and North Korea"."""

LINKS = frozenset({"of"})

LONGEST = 5
"""Words, the preposition and an article after it counted."""


def find_linked(divided: Sequence[Divided]) -> Mapping[Key, str]:
    """Give nouns with what "of" adds to them, and the names of bodies with "and", by their stems, each in its usual form.

    A noun comes with and without the word before it.
    """
    found: dict[Key, Counter[str]] = defaultdict(Counter)
    uses = Counter(unit.key for _, units in divided for unit in units if unit.kind == "name")
    after = Counter(units[at].key for _, units in divided for at in range(2, len(units)) if _is_and(units[at - 1]))
    for _, units in divided:
        for at in range(1, len(units) - 1):
            last = units[at + 1]
            if _is_and(units[at]) and _may_end(last) and units[at - 1].kind == "name" and after[last.key] == uses[last.key]:
                words = [*_own(units[at - 1]), *units[at].words, *last.words]
                if len(words) <= LONGEST:
                    found[tuple(word.key for word in words)][" ".join(word.text for word in words)] += 1
        for at, unit in enumerate(units):
            if at and unit.words[-1].low in LINKS and _may_open(units[at - 1]):
                end = _end(units, at + 1)
                for start in (at - 1, at - 2):
                    before = start >= 0 and (start == at - 1 or units[start].kind in {"noun", "adjective", "demonym", "name"})
                    words = [word for one in units[max(start, 0) : end] for word in one.words]
                    if end and before and len(words) <= LONGEST:
                        form = " ".join(word.text.lower() if word.kind == "noun" else word.text for word in words)
                        found[tuple(word.key for word in words)][form] += 1
    return {key: min(forms, key=lambda form: (-forms[form], form)) for key, forms in found.items()}


def _is_and(unit: Unit) -> bool:
    return unit.words[-1].low == "and"


def _may_end(unit: Unit) -> bool:
    """Say whether a name is the end of a body's, where it never stands by itself: "Drug Administration"."""
    return unit.kind == "name" and len(unit.words) > 1 and unit.words[-1].low in (BODIES | REMITS) - PLACES


def _own(unit: Unit) -> tuple[Word, ...]:
    """Give the words of a name after "of" and "U.S.": "Department of Health" has "Health"."""
    cut = [at for at, word in enumerate(unit.words[:-1]) if word.low in PARTICLES or word.key in {"u.s", "us"}]
    return unit.words[cut[-1] + 1 if cut else 0 :]


def _may_open(unit: Unit) -> bool:
    """Say whether a noun names something with what follows; an office is a matter of ``offices.py``."""
    return unit.kind == "noun" and unit.key[-1] not in QUANTITIES and unit.words[-1].low not in ROLES


def _end(units: Sequence[Unit], at: int) -> int:
    """Where the phrase that begins at ``at``, or after an article there, ends: two units at most; 0 for none, or a longer one."""
    start = at + (at < len(units) and units[at].words[0].low == "the")
    end = start
    while end < min(len(units), start + 2) and units[end].kind in MODIFIERS:
        end += 1
    while end > start and units[end - 1].kind not in HEADS:
        end -= 1
    cut = end < len(units) and units[end].kind in MODIFIERS
    return end if end > start and not cut else 0
