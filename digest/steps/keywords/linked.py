"""Phrases that a preposition holds together: "articles of impeachment", "bid for governor"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from digest.steps.keywords.lists import QUANTITIES, ROLES
from digest.steps.keywords.names import Key, Unit
from digest.steps.keywords.phrases import HEADS, MODIFIERS, Divided

LINKS = frozenset({"of"})

LONGEST = 5
"""Words, the preposition and an article after it counted."""


def find_linked(divided: Sequence[Divided]) -> Mapping[Key, str]:
    """Give a noun, with or without the word before it, and what "of" adds to it, by their stems, each in its usual form."""
    found: dict[Key, Counter[str]] = defaultdict(Counter)
    for _, units in divided:
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
