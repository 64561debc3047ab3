"""The phrases of an article that a reader would accept as a keyword, and where they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from digest.steps.keywords.lists import ARTICLES, EMPTY, GROUND, HOLDERS, LINKING, ROLES, THIN, VERBAL
from digest.steps.keywords.names import EDGE, Key, Unit, full_names
from digest.steps.keywords.reading import Run
from digest.text.classes import TABLES, word_class

LONGEST_NAME = 5
LONGEST_PHRASE = 4
"""Words."""

HEADS = frozenset({"noun", "name", "gerund", "other"})
DESCRIBES = frozenset({"adjective", "demonym"})
MODIFIERS = HEADS | {"adjective", "demonym", "participle"}
"""Kinds of words that a phrase ends in, and that it is made of."""


Divided: TypeAlias = tuple[Run, tuple[Unit, ...]]
"""A run, and the names and other words that it consists of."""


@dataclass(slots=True)
class Uses:
    """How an article uses a phrase."""

    count: int = 0
    whole: int = 0
    """Uses that are not a part of a longer noun phrase."""
    titled: bool = False
    first: int = 10_000
    """How many words of the body stand before its first use there."""
    forms: Counter[str] = field(default_factory=Counter)
    """Surface forms, those whose capitals mean something counted a hundredfold."""
    kinds: tuple[str, ...] = ()
    plain: bool = False
    """Some use shows how it is written inside a sentence."""
    aliases: dict[Key, str] = field(default_factory=dict)
    """Other forms counted here, and how each is written: "Trump" for "Donald Trump"."""
    loose: bool = False
    """Never seen to stand by itself: mostly a part of longer phrases."""

    @property
    def form(self) -> str:
        """The most frequent surface form."""
        return min(self.forms, key=lambda form: (-self.forms[form], form))


def find_phrases(divided: Sequence[Divided], language: str) -> Mapping[Key, Uses]:
    """Give the phrases of an article that could be keywords, by their stems, in the order of their first use.

    ``divided`` has the article's runs with their names and other words.
    """
    full = full_names([units for _, units in divided])
    found: dict[Key, Uses] = defaultdict(Uses)
    for run, units in divided:
        for start in range(len(units)):
            for end in range(start + 1, min(len(units), start + 3) + 1):
                phrase = units[start:end]
                if phrase[-1].kind == "break" or phrase[0].kind == "break":
                    break
                before, after = units[start - 1] if start else EDGE, units[end] if end < len(units) else EDGE
                if _is_phrase(phrase, language) and _is_use(phrase, before, after):
                    _note(found, run, phrase, before.kind, after.kind, full)
    for uses in found.values():
        uses.loose = not (uses.whole or uses.kinds == ("name",))
    return {key: uses for key, uses in found.items() if uses.forms and _is_phrased(key, uses)}


def _is_use(phrase: Sequence[Unit], before: Unit, after: Unit) -> bool:
    """Say whether words that could be a phrase are one here, between ``before`` and ``after``."""
    first, word = phrase[0], before.words[-1].low
    if phrase[-1].kind == "gerund" and len(phrase) > 1 and (after.kind in MODIFIERS or after.words[0].low in ARTICLES):
        return False  # "a report alleging fraud"
    if word in VERBAL and first.kind == "noun":
        return False  # "to control exports": more likely a verb
    if len(phrase) == 1 and first.kind == "gerund":  # "the shooting" is a thing, "shooting" alone is being done
        return before.kind in {"noun", "adjective", "demonym"} or word in ARTICLES
    return True


def _is_phrased(key: Key, uses: Uses) -> bool:
    """Say whether words stand at least once in a place that tells whether they are a name, and are no clause.

    A name and a noun that stand together once, in the headline or with an "s", are no phrase but a clause: "Putin jokes".
    """
    if len(uses.kinds) == 1 and uses.kinds[0] != "name" and not uses.plain:
        return False
    once = uses.count == 1 and len(uses.kinds) > 1
    if once and (key[-1] in HOLDERS or (key[-1] in EMPTY and uses.kinds[-2] == "adjective")):
        return False  # "union leader", "separate group"
    verb = uses.titled or (len(key) == 2 and any(form.endswith("s") for form in uses.forms))  # "Brussels abolishes"
    clause = uses.count == 1 and verb and uses.kinds[:2] == ("name", "noun")
    return not clause


def _note(found: dict[Key, Uses], run: Run, phrase: Sequence[Unit], before: str, after: str, full: Mapping[Key, Key]) -> None:
    words = [word for unit in phrase for word in unit.words]
    key = tuple(word.key for word in words)
    target = full.get(key, key) if len(phrase) == 1 and phrase[0].kind == "name" else key
    uses = found[target]
    uses.count += 1
    uses.kinds = uses.kinds or tuple(unit.kind for unit in phrase)
    uses.whole += before not in {"noun", "name"} and after not in {"noun", "name", "gerund"}
    if run.place < 0:
        uses.titled = True
    else:
        uses.first = min(uses.first, run.place)
    if target == key:
        trusted = not any(word.opens and word.kind not in {"name", "demonym"} for word in words)
        shouted = any(word.text.isupper() and len(word.text) > 4 for word in words)
        uses.plain = uses.plain or trusted
        uses.forms[" ".join(word.text for word in words)] += 100 if trusted and not shouted else 1
    else:
        uses.aliases.setdefault(key, " ".join(word.text for word in words))
        if key[-len(target) :] == target:  # "U.S. Department of Agriculture": the form without what comes before
            uses.forms[" ".join(word.text for word in words[-len(target) :])] += 1


def _is_phrase(phrase: Sequence[Unit], language: str) -> bool:
    kinds = [unit.kind for unit in phrase]
    length = sum(len(unit.words) for unit in phrase)
    last = phrase[-1].words[-1]
    if len(phrase) == 1 and phrase[0].kind != "name" and (last.key in EMPTY or last.key in THIN):
        return False
    if len(phrase) == 1:
        return kinds[0] in HEADS and length <= LONGEST_NAME
    if length > LONGEST_PHRASE or kinds[-1] not in HEADS or {"name", "other"} <= set(kinds):
        return False
    if any(kind not in MODIFIERS for kind in kinds[1:]) or kinds[0] not in MODIFIERS | {"year"}:
        return False
    if kinds[-1] == "gerund" and (
        last.low in LINKING or phrase[-2].words[-1].low.endswith("s") or (kinds[-2] != "noun" and len(phrase) < 3)
    ):
        return False  # "members recommitting" is a clause, "election meddling" a thing
    if (kinds[-2] in {"name", "demonym"} and last.key in HOLDERS | GROUND) or last.key in THIN:
        return False
    if len(phrase) > 2 and any(
        one.kind == "noun" and one.words[-1].low.endswith("s") and next_one.kind in DESCRIBES
        for one, next_one in pairwise(phrase)
    ):
        return False  # "disadvantages American workers": a clause
    if kinds[0] == "adjective" and is_graded(phrase[0].words[0].low, language):
        return False
    if any(unit.words[0].low in ROLES and unit.kind != "name" for unit in phrase[:-1]):
        return False  # "leader Xi": a role and whoever has it
    # A name opens its phrase ("White House officials") or follows adjectives ("eastern Ukraine").
    return all(kind != "name" or set(kinds[:at]) <= {"adjective", "demonym", "year"} for at, kind in enumerate(kinds))


@lru_cache(maxsize=50_000)
def is_graded(word: str, language: str) -> bool:
    """Say whether a word is a comparative or superlative: it compares ("smaller margin"), and says of nothing what it is."""
    ending = next((ending for ending in ("er", "est") if word.endswith(ending) and len(word) > len(ending) + 2), "")
    if language not in TABLES or not ending:
        return False
    base = word.removesuffix(ending)
    forms = {base, f"{base}e", f"{base[:-1]}y" if base.endswith("i") else base, base[:-1] if base[-1] == base[-2] else base}
    return any(word_class(form, language) == "adjective" for form in forms)
