"""Finds a topic's phrases in a text: by the stems of their words, exclusions first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from digest.model import Phrase, Topic
from digest.text.words import REMEMBERED, stem, words

GAP = 6
"""Words that three dots in a phrase may stand for at most: "interfere ... election" also finds "interfered in last autumn's local
elections"."""

DOTS = re.compile(r"\s*(?:\.\.\.|…)\s*")

DERIVED = ("edly", "ally", "ant")
"""Endings that take a word further from its phrase than a plural or a tense does: "important" is no form of "import"."""

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase or an exclusion as stems."""

    parts: tuple[Stems, ...]
    """What stands between the dots."""
    phrase: Phrase
    kind: int
    """The order in which patterns take their words: ``EXCLUDE``, ``AGAINST``, ``FOR``."""

    @property
    def size(self) -> int:
        """How many words it has."""
        return sum(map(len, self.parts))


EXCLUDE, AGAINST, FOR = 0, 1, 2

Matcher = Mapping[str, tuple[Pattern, ...]]
"""A topic's patterns by their first stem."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What of a topic stands in a text, each as often as it stands there, in order."""

    found: tuple[Phrase, ...] = ()
    against: tuple[Phrase, ...] = ()
    excluded: tuple[str, ...] = ()


NOTHING = Hits()


def stems_of(text: str, language: str) -> Stems:
    """Give the stems of a text's words, hyphens counting as spaces; a derived word keeps its ending, but not its plural."""
    parts = [part for word in words(text) for part in (word.split("-") if "-" in word else (word,))]
    return tuple(_stem(part, language) for part in parts)


@lru_cache(maxsize=REMEMBERED)
def _stem(word: str, language: str) -> str:
    single = word.lower().removesuffix("s")
    return single if single.endswith(DERIVED) else stem(word, language)


@lru_cache(maxsize=512)
def matcher_of(topic: Topic, language: str) -> Matcher:
    """Give a topic's patterns as they look in a language."""
    entries = [(text, Phrase(text, 0.0), EXCLUDE) for text in topic.exclude]
    entries += [(phrase.text, phrase, AGAINST) for phrase in topic.against]
    entries += [(phrase.text, phrase, FOR) for phrase in topic.phrases]
    by_first: dict[str, list[Pattern]] = defaultdict(list)
    for text, phrase, kind in entries:
        parts = tuple(part for part in (stems_of(part, language) for part in DOTS.split(text)) if part)
        if parts:
            by_first[parts[0][0]].append(Pattern(parts, phrase, kind))
    return {first: tuple(found) for first, found in by_first.items()}


def hits(stems: Stems, matcher: Matcher) -> Hits:
    """Give what of a topic stands in a text.

    A word counts once: exclusions cover theirs first, and a longer phrase before a shorter one.
    """
    entries = [(at, pattern) for at, first in enumerate(stems) if first in matcher for pattern in matcher[first]]
    if not entries:
        return NOTHING
    free = [True] * len(stems)
    taken: list[tuple[int, Pattern]] = []
    entries.sort(key=lambda entry: (entry[1].kind, -entry[1].size, entry[0], entry[1].phrase.text))
    for at, pattern in entries:
        where = _places(stems, free, at, pattern.parts)
        if where:
            for place in where:
                free[place] = False
            taken.append((at, pattern))
    taken.sort(key=lambda entry: entry[0])
    return Hits(
        tuple(pattern.phrase for _, pattern in taken if pattern.kind == FOR),
        tuple(pattern.phrase for _, pattern in taken if pattern.kind == AGAINST),
        tuple(pattern.phrase.text for _, pattern in taken if pattern.kind == EXCLUDE),
    )


def _places(stems: Stems, free: list[bool], at: int, parts: tuple[Stems, ...]) -> list[int]:
    """Give the places of a pattern's words from ``at`` on; none where it does not stand there."""
    places: list[int] = []
    latest = at
    for part in parts:
        start = next(
            (i for i in range(at, latest + 1) if stems[i : i + len(part)] == part and all(free[i : i + len(part)])), None
        )
        if start is None:
            return []
        places += range(start, start + len(part))
        at, latest = start + len(part), start + len(part) + GAP
    return places
