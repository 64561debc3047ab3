"""How much a sentence tells that is not told beside it.

A weak sign by itself: of 23 later sentences with three new words or fewer in summaries that had been read strictly, 15 stood in
one that failed, of 62 with more 36; but where a fact was told twice, the words that told it again were mostly so few.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from digest.steps.summarize.acts import ROWS
from digest.steps.summarize.material import Line
from digest.steps.summarize.point import ALIKE
from digest.text.words import stem

TELLS_NOTHING = frozenset(
    stem(word)
    for word in """said say says saying told tells statement reported report reporter according person people familiar source
    sources anonymity condition interview wrote tweet tweeted twitter announced announcement new news comment added day week
    month year morning afternoon evening night first earlier later official officials spokesman spokeswoman""".split()
)
"""Who says so, and when, is no news."""

NAME = 0.34
"""What a new name counts beside a new word."""

ENOUGH = 4.0
"""New words of a sentence that tells something."""


def _mates() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in (*ALIKE, *ROWS):
        for word in group:
            found[word] = found.get(word, frozenset()) | group
    return found


MATES = _mates()


def staleness(line: Line, told: Set[str]) -> float:
    """Give how little a sentence adds to what is told, 0 (enough) to 1 (nothing); ``told``: stems. English alone is measured."""
    if line.article.language != "en":
        return 0.0
    new = 0.0
    for word in line.vector:
        if word not in TELLS_NOTHING and told.isdisjoint(MATES.get(word, frozenset({word}))):
            new += 1 if word in line.acts else NAME
    return max(0.0, 1 - new / ENOUGH)


def stalenesses(lines: Sequence[Line], first: Line) -> float:
    """Give how little the sentences of a set add to one another, the one that it begins with left out: 0 or more."""
    found = 0.0
    for line in lines:
        if line is not first:
            told = frozenset(
                word for other in lines if other is not line for words in (other.tokens, other.stems) for word in words
            )
            found += staleness(line, told)
    return found
