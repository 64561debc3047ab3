"""The phrases of an article that a reader would accept as a keyword, and where they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from digest.steps.keywords.lists import (
    ARTICLES,
    BODIES,
    CALENDAR,
    CROWNS,
    EMPTY,
    FAMILY_FIRST,
    HOLDERS,
    PARTICLES,
    PLACING,
    ROLES,
    VERBAL,
)
from digest.steps.keywords.reading import Run, Word

Key: TypeAlias = tuple[str, ...]
"""The stems of a phrase's words: what makes "tariff" and "tariffs" one keyword."""

LONGEST_NAME = 5
LONGEST_PHRASE = 4
"""Words."""

HEADS = frozenset({"noun", "name", "gerund", "other"})
MODIFIERS = HEADS | {"adjective", "demonym", "participle"}
"""Kinds of words that a phrase ends in, and that it is made of."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A name as a whole, or a word that is part of none."""

    words: tuple[Word, ...]
    kind: str

    @property
    def key(self) -> Key:
        """The stems of its words."""
        return tuple(word.key for word in self.words)


EDGE = Unit((Word("", "", "", "break", False),), "break")


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
    aliases: set[Key] = field(default_factory=set)
    """Shorter forms counted here: "Trump" for "Donald Trump"."""

    @property
    def form(self) -> str:
        """The most frequent surface form."""
        return min(self.forms, key=lambda form: (-self.forms[form], form))


def find_phrases(runs: Sequence[Run]) -> Mapping[Key, Uses]:
    """Give the phrases of an article that could be keywords, by their stems, in the order of their first use."""
    divided = [(run, tuple(_units(run.words))) for run in runs]
    full = full_names([units for _, units in divided])
    found: dict[Key, Uses] = defaultdict(Uses)
    for run, units in divided:
        for start in range(len(units)):
            for end in range(start + 1, min(len(units), start + 3) + 1):
                phrase = units[start:end]
                if phrase[-1].kind == "break" or phrase[0].kind == "break":
                    break
                before = units[start - 1] if start else EDGE
                if _is_phrase(phrase) and _is_use(phrase, before):
                    after = units[end].kind if end < len(units) else "break"
                    _note(found, run, phrase, before.kind, after, full)
    return {key: uses for key, uses in found.items() if uses.forms and _is_whole(key, uses)}


def _is_use(phrase: Sequence[Unit], before: Unit) -> bool:
    """Say whether words that could be a phrase are one here, after ``before``."""
    first, word = phrase[0], before.words[-1].low
    if word in VERBAL and first.kind == "noun":
        return False  # "to control exports": more likely a verb
    if len(phrase) == 1 and first.kind == "gerund":  # "the shooting" is a thing, "shooting" alone is being done
        return before.kind in {"noun", "adjective", "demonym"} or word in ARTICLES
    return True


def _is_whole(key: Key, uses: Uses) -> bool:
    """Say whether a phrase stands by itself at least once, and in a place that tells whether it is a name.

    A name and a noun in the headline alone are no phrase but a clause: "Putin jokes".
    """
    if len(uses.kinds) == 1 and uses.kinds[0] != "name" and not uses.plain:
        return False
    once = uses.count == 1 and len(uses.kinds) > 1
    if once and (key[-1] in HOLDERS or (key[-1] in EMPTY and uses.kinds[-2] == "adjective")):
        return False  # "union leader", "separate group"
    clause = uses.count == 1 and uses.titled and uses.kinds == ("name", "noun")
    return not clause and (uses.whole > 0 or uses.kinds == ("name",))


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
        uses.aliases.add(key)


def _is_phrase(phrase: Sequence[Unit]) -> bool:
    kinds = [unit.kind for unit in phrase]
    length = sum(len(unit.words) for unit in phrase)
    last = phrase[-1].words[-1]
    if len(phrase) == 1 and phrase[0].kind != "name" and last.key in EMPTY:
        return False
    if len(phrase) == 1:
        return kinds[0] in HEADS and length <= LONGEST_NAME
    if length > LONGEST_PHRASE or kinds[-1] not in HEADS or {"name", "other"} <= set(kinds):
        return False
    if any(kind not in MODIFIERS for kind in kinds[1:]) or kinds[0] not in MODIFIERS | {"year"}:
        return False
    if kinds[-1] == "gerund" and (phrase[-2].words[-1].low.endswith("s") or (kinds[-2] != "noun" and len(phrase) < 3)):
        return False  # "members recommitting" is a clause, "election meddling" a thing
    if kinds[-2] in {"name", "demonym"} and last.key in HOLDERS:
        return False
    if any(unit.words[0].low in ROLES and unit.kind != "name" for unit in phrase[:-1]):
        return False  # "leader Xi": a role and whoever has it
    # A name opens its phrase ("White House officials") or follows adjectives ("eastern Ukraine").
    return all(kind != "name" or set(kinds[:at]) <= {"adjective", "demonym", "year"} for at, kind in enumerate(kinds))


def _units(words: Sequence[Word]) -> Iterator[Unit]:
    at = 0
    while at < len(words):
        end = _name_end(words, at)
        if end <= at + 1:
            lone = "break" if words[at].low in CALENDAR or _is_role(words[at]) else words[at].kind
            yield Unit((words[at],), lone)  # the month of May; Mrs May comes below, with her title
            at += 1
            continue
        yield from _name_units(words[at:end])
        at = end


def _name_end(words: Sequence[Word], at: int) -> int:
    """Where the run of capitalised words that begins at ``at`` ends; ``at`` where none begins."""
    if words[at].kind not in {"name", "demonym"} and not _is_role(words[at]):
        return at
    end = at + 1
    while end < len(words):
        if words[end].kind in {"name", "demonym"} or _is_role(words[end]):
            end += 1
        elif _joins(words, end):
            end += 2
        else:
            break
    return end


def _joins(words: Sequence[Word], at: int) -> bool:
    """Say whether a word that is no name stands inside one: "Mohammed bin Salman", "South China Morning Post"."""
    word, before = words[at], words[at - 1]
    if at + 1 == len(words) or words[at + 1].kind != "name":
        return False
    if word.low == "of":
        return before.low in BODIES
    capital = word.kind == "break" and word.text[:1].isupper() and not word.opens and word.low not in CALENDAR | ROLES
    return word.low in PARTICLES or capital


def _is_role(word: Word) -> bool:
    return word.low in ROLES and word.text[:1].isupper()


def _name_units(words: Sequence[Word]) -> Iterator[Unit]:
    """Take the roles, and what stands before them, off a name: "Russian President Vladimir Putin"."""
    roles = [
        at
        for at, word in enumerate(words)
        if _is_role(word) and at + 1 < len(words) and words[at + 1].low not in BODIES and words[-1].low not in BODIES
    ]
    cut = roles[-1] + 1 if roles else 0
    if roles and len(words) - cut == 1 and words[cut - 1].low in CROWNS:
        cut -= 1
    end = len(words)
    while end > cut + 1 and _is_role(words[end - 1]):  # "Russian President": a name is missing
        end -= 1
    for word in words[:cut]:
        yield Unit((word,), "break")
    if end < len(words):
        for word in words[cut:]:
            yield Unit((word,), "break")
        return
    if sum(word.text.isupper() and len(word.text) > 3 for word in words[cut:]) > 2:  # shouted, not named
        for word in words[cut:]:
            yield Unit((word,), "break")
        return
    kind = "demonym" if words[-1].kind == "demonym" else "name"  # "South Korean" describes as "Korean" does
    yield Unit(tuple(words[cut:]), kind)


def full_names(runs: Sequence[Sequence[Unit]]) -> dict[Key, Key]:
    """Give the short forms of names with the full one: ``("trump",): ("donald", "trump")``, ``("eu",): ("european", "union")``.

    The full name is the most frequent one that ends in the word; of equally frequent ones the first.
    """
    names = [unit for units in runs for unit in units if unit.kind == "name"]
    uses = Counter(unit.key for unit in names)
    counts = Counter(unit.key for unit in names if 1 < len(unit.words) <= 4 and unit.words[-1].low not in BODIES)
    places = {
        after.key
        for units in runs
        for before, after in pairwise(units)
        if len(after.words) == 1 and before.words[-1].low in PLACING
    }
    found: dict[Key, Key] = {}
    for unit in names:
        if len(unit.words) > 1:
            initials = "".join(word.low[0] for word in unit.words if word.low not in PARTICLES)
            short, whole = (initials,), unit.key  # "EU", "U.S.": the form that the article uses more
            if uses[short] > uses[whole]:
                found.setdefault(whole, short)
            else:
                found.setdefault(short, whole)
    for key, _ in counts.most_common():  # stable: equally frequent ones in the order of their first use
        lone = key[:1] if key[0] in FAMILY_FIRST else key[-1:]
        if lone not in places:
            found.setdefault(lone, key)
        shorter = (key[0], key[-1])
        if len(key) > 2 and shorter in counts:
            found.setdefault(key, shorter)
    return resolve(found)


def resolve(short: Mapping[Key, Key]) -> dict[Key, Key]:
    """Follow short forms to the last: "Trump" to "Donald J. Trump" to "Donald Trump"; what would lead in a circle is left out."""
    found = {}
    for key in short:
        seen, last = {key}, short[key]
        while last in short and last not in seen:
            seen.add(last)
            last = short[last]
        if last not in seen:
            found[key] = last
    return found
