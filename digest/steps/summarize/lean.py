"""What a sentence leans on: words that only the reader of its own report has met ("the filing", "these calls", "Maas").

``text.alone`` leaves out what can stand nowhere but behind its neighbour. Here are those that stand well behind another
sentence of the summary, and badly without it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from digest.steps.summarize.behind import FOUND
from digest.steps.summarize.material import Line
from digest.steps.summarize.people import People
from digest.steps.summarize.point import ALSO, NEIGHBOUR, OWN, needs_of, nouns_needed
from digest.text.words import content_stems


@dataclass(frozen=True, slots=True)
class Needs:
    """What must have been said: one word (a stem) of each set, and who each of the people is."""

    told: tuple[frozenset[str], ...]
    people: tuple[str, ...]


class Leaning:
    """What the sentences of an event lean on."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.people = People(lines)
        self._before = {two: one for one, two in pairwise(lines) if one.rank == two.rank}
        self._needs: dict[Line, Needs] = {}
        self._earlier = _earlier(lines)
        titles = {line.rank: frozenset(content_stems(line.article.title, line.article.language)) for line in lines}
        self._titled = frozenset().union(*titles.values())
        self._headlines = _shared(list(titles.values()))

    def needs(self, line: Line) -> Needs:
        """Give what a sentence needs said before it; nothing is asked of the opening of a report, but who somebody is."""
        if line not in self._needs:
            english = line.article.language == "en"
            told = needs_of(line.text, self._earlier[line]) if english and line.place else ()
            told = tuple(words for words in told if self._headlines.isdisjoint(words) or not OWN.isdisjoint(words))
            if english and not line.place and (FOUND.search(line.text) or ALSO.match(line.text)):
                told = (NEIGHBOUR,)
            self._needs[line] = Needs(told, self.people.unnamed(line) if english else ())
        return self._needs[line]

    def hangs(self, line: Line, others: Sequence[Line]) -> bool:
        """Say whether a sentence names something that none of the others has introduced; its neighbour in the report has."""
        told = self.needs(line).told
        if not told or self.follows(line, others):
            return False
        known = {word for other in others if other is not line for word in other.tokens}
        own = {word for other in others if other is not line and other.rank == line.rank for word in other.tokens}
        return any((known if OWN.isdisjoint(words) else own).isdisjoint(words) for words in told)

    def follows(self, line: Line, others: Sequence[Line]) -> bool:
        """Say whether the sentence before it in its report is one of the others."""
        return any(other is self._before.get(line) for other in others)

    def opens(self, line: Line) -> bool:
        """Say whether a summary may begin with a sentence: it opens its report, has a name, and tells of what a headline does."""
        leans = nouns_needed(line.text) or ALSO.match(line.text) or (line.article.language == "en" and not line.capitals)
        return not (line.place or leans or self._titled.isdisjoint(line.stems))

    def nameless(self, line: Line, others: Sequence[Line]) -> int:
        """Give how many of the strangers in a sentence cannot be named."""
        return sum(not self.people.can_name(name) for name in self.strangers(line, others))

    def strangers(self, line: Line, others: Sequence[Line]) -> tuple[str, ...]:
        """Give the people in a sentence of whom neither it nor one of the others tells more than the last name."""
        people = self.needs(line).people
        return tuple(name for name in people if not any(self.people.introduces(one, name) for one in others if one is not line))


def _earlier(lines: Sequence[Line]) -> dict[Line, frozenset[str]]:
    """Give the stems of every report before each of its sentences."""
    found: dict[Line, frozenset[str]] = {}
    told: set[str] = set()
    for number, line in enumerate(lines):
        if number and lines[number - 1].rank != line.rank:
            told = set()
        found[line] = frozenset(told)
        told.update(line.tokens)
    return found


def _shared(titles: Sequence[frozenset[str]]) -> frozenset[str]:
    """Give the stems that half of the headlines have: whichever stands above the summary, its reader has met them."""
    stems = Counter(stem for title in titles for stem in title)
    return frozenset(stem for stem, many in stems.items() if 2 * many >= len(titles))
