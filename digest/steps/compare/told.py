"""What each report says anywhere: who has both figures does not differ from the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from digest.steps.compare.lines import Line, plain
from digest.steps.compare.marks import Mark
from digest.steps.compare.quantities import Quantity


@dataclass(frozen=True)
class Told:
    """What each article says, whatever the sentence."""

    lines: Sequence[Line]

    @cached_property
    def _units(self) -> Mapping[tuple[str, str], Sequence[Quantity]]:
        found: dict[tuple[str, str], list[Quantity]] = {}
        for line in self.lines:
            for one in line.quantities:
                found.setdefault((line.article.id, one.unit), []).append(one)
        return found

    @cached_property
    def _marks(self) -> Mapping[tuple[str, str, str], Sequence[Mark]]:
        found: dict[tuple[str, str, str], list[Mark]] = {}
        for line in self.lines:
            for one in line.marks:
                found.setdefault((line.article.id, one.sort, one.key), []).append(one)
        return found

    @cached_property
    def _days(self) -> frozenset[tuple[str, str]]:
        return frozenset((line.article.id, one.iso) for line in self.lines for one in line.mentions)

    @cached_property
    def _quotes(self) -> frozenset[tuple[str, ...]]:
        return frozenset((line.article.id, *spoken(line.text[start:end])) for line in self.lines for start, end in line.quoted)

    @cached_property
    def _words(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for line in self.lines:
            found.setdefault(line.article.id, set()).update(line.plain)
        return {article: frozenset(words) for article, words in found.items()}

    def figure(self, line: Line, quantity: Quantity) -> bool:
        """Say whether a report has a figure too, in whatever sentence."""
        return any(quantity.agrees(other) for other in self._units.get((line.article.id, quantity.unit), ()))

    def mark(self, line: Line, mark: Mark) -> bool:
        """Say whether a report has an hour, rank, result or such a figure too, in whatever sentence."""
        return any(not mark.differs(other) for other in self._marks.get((line.article.id, mark.sort, mark.key), ()))

    def word(self, line: Line, word: str) -> bool:
        """Say whether a report uses a word (lower case)."""
        return word in self._words[line.article.id]

    def day(self, line: Line, iso: str) -> bool:
        """Say whether a report names a day."""
        return (line.article.id, iso) in self._days

    def quote(self, line: Line, words: Sequence[str]) -> bool:
        """Say whether a report quotes these very words."""
        return (line.article.id, *words) in self._quotes


def spoken(quote: str) -> list[str]:
    """Give the words of a quotation with hyphens open and short forms in full: no difference in what was said."""
    text = re.sub(r" ?[’‘'] ?(?=(?:s|t|re|ll|ve|m|d)\b)", "'", quote.strip("\"“”'‘’ ").lower())
    text = text.replace("’", "'").replace("u.s.", "us").replace("united states", "us").replace("eleventh", "11th")
    for short, full in (("n't", " not"), ("'s", " is"), ("'re", " are"), ("'ll", " will"), ("'ve", " have"), ("'m", " am")):
        text = text.replace(short, full)
    return plain(text.replace("-", " "))
