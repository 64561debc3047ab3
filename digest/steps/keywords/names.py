"""Which words of a text are one name, without the roles around it, and which names are short forms of others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from digest.steps.keywords.lists import (
    BODIES,
    CALENDAR,
    CROWNS,
    DESCRIBING,
    FAMILY_FIRST,
    HOME,
    INSTITUTIONS,
    MEMBERS,
    PARTICLES,
    PLACING,
    REMITS,
    ROLES,
)
from digest.steps.keywords.reading import Word
from digest.text.classes import word_class
from digest.text.words import WORD, stem

Key: TypeAlias = tuple[str, ...]
"""The stems of a phrase's words: what makes "tariff" and "tariffs" one keyword."""


def key_of(text: str, language: str) -> Key:
    """Give the stems of a text's words."""
    return tuple([stem(word, language) for word in WORD.findall(text)])


PLACED = 0.1
"""The share of the uses of a lone name after "in" and its like, up to which it is no place: "in Trump’s first year"."""


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


def divide(words: Sequence[Word]) -> Iterator[Unit]:
    """Give the names of a run as wholes, and its other words one by one."""
    at = 0
    while at < len(words):
        end = _name_end(words, at)
        if end <= at + 1:
            lone = "break" if words[at].low in CALENDAR or _is_role(words[at]) else words[at].kind
            yield Unit((words[at],), lone)  # the month of May; Mrs May comes below, with her title
            at += 1
            continue
        yield from _name_units(words[at:end], words[at - 1].low if at else "")
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
    if not word.text[:1].isupper():
        return False
    return word.low in ROLES or (word.low.endswith("s") and word.low not in MEMBERS and word.low[:-1] in ROLES)  # "Senators"


def _name_units(words: Sequence[Word], before: str) -> Iterator[Unit]:
    """Take the roles, and what stands before them, off a name: "Russian President Vladimir Putin"."""
    roles = [
        at
        for at, word in enumerate(words)
        if _is_role(word) and at + 1 < len(words) and words[-1].low not in BODIES
        if words[at + 1].low not in BODIES or (words[at + 1].low == "bill" and at + 2 < len(words))
    ]
    if before in {"of", "and", "for", "in"} and words[-1].low not in BODIES | REMITS:  # "Chief of Staff John Kelly"
        roles += [at for at, word in enumerate(words[:-2]) if word.low in REMITS]
    cut = max(roles) + 1 if roles else 0
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
    shouted = sum(word.text.isupper() and len(word.text) > 3 for word in words[cut:]) > 2
    if shouted or _stammers(words[cut:]):
        for word in words[cut:]:
            yield Unit((word,), "break")
        return
    describes = words[-1].kind == "demonym" or (len(words) - cut > 1 and _lacks_noun(words[-1]))
    kind = "demonym" if describes else "name"  # "South Korean" describes as "Korean" does
    yield Unit(tuple(words[cut:]), kind)


def _stammers(words: Sequence[Word]) -> bool:
    """Say whether a word comes twice, or with another one glued to it: a caption or a link that ran into the text."""
    return any(
        word.low == first.low or (word.text.startswith(first.text) and word.text[len(first.text) :][:1].isupper())
        for at, first in enumerate(words)
        for word in words[at + 1 :]
        if len(first.low) > 1
    )


def _lacks_noun(word: Word) -> bool:
    return bool(DESCRIBING.search(word.low)) and word_class(word.low) == "adjective"


def full_names(runs: Sequence[Sequence[Unit]]) -> dict[Key, Key]:
    """Give the short forms of names with the full one: ``("trump",): ("donald", "trump")``, ``("eu",): ("european", "union")``.

    The full name is the most frequent one that ends in the word; of equally frequent ones the first.
    """
    names = [unit for units in runs for unit in units if unit.kind == "name"]
    uses = Counter(unit.key for unit in names)
    counts = Counter(unit.key for unit in names if 1 < len(unit.words) <= 4 and may_shorten(unit.words[-1].low))
    placed = Counter(
        after.key
        for units in runs
        for before, after in pairwise(units)
        if len(after.words) == 1 and before.words[-1].low in PLACING
    )
    places = {key for key, count in placed.items() if count > PLACED * uses[key]}
    found: dict[Key, Key] = {}
    for unit in names:
        if len(unit.words) > 1:
            initials = "".join(word.low[0] for word in unit.words if word.low not in PARTICLES)
            short, whole = (initials,), unit.key  # "EU", "U.S.": the form that the article uses more
            if uses[short] > uses[whole]:
                found.setdefault(whole, short)
            else:
                found.setdefault(short, whole)
    for key in uses:
        for size in (1, 2):
            rest = key[size:]
            if key[:size] in HOME and len(rest) > 1 and (rest[-1] in INSTITUTIONS or "of" in rest):
                found.setdefault(key, rest)
    for key, _ in counts.most_common():  # stable: equally frequent ones in the order of their first use
        lone = family_name(key)
        if lone not in places:
            found.setdefault(lone, key)
        shorter = (key[0], key[-1])
        if len(key) > 2 and shorter in counts:
            middle = any(len(part) == 1 for part in key[1:-1]) or counts[shorter] >= counts[key]
            found.setdefault(*((key, shorter) if middle else (shorter, key)))
    return resolve(found)


JUNIORS = frozenset("jr sr ii iii iv".split())
"""What follows a family name."""


def may_shorten(last: str) -> bool:
    """Say whether a name's last word, in lower case, can stand for it, as a family name does."""
    people = last.endswith("s") and word_class(last[:-1]) == "demonym"
    return not people and last.rstrip(".") not in BODIES | MEMBERS | JUNIORS


def family_name(key: Key) -> Key:
    """Give the word of a person's name that can stand for it."""
    return key[:1] if key[0] in FAMILY_FIRST else key[-1:]


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
