"""What several independent reports say, and what only one does."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence

from digest.model import Agreement, SummarySentence
from digest.steps.compare.lines import Line, likeness, plain, same
from digest.steps.compare.stands import Standing
from digest.text.words import is_stop, names

MOST_AGREED, MOST_SINGLE, EACH = 5, 5, 2
"""How many claims a page shows, and how many single ones of one report."""

REPEATED = 0.4
"""Of two sentences that overlap so much (idf) only one is shown."""

SAID_ELSEWHERE = 0.6
"""A sentence is another report's too where three sentences in a row of it hold this share of its words (idf)."""

OWN = 0.35
"""A sentence is a report's own where this share of its words (idf) is in no other report at all."""

MATTER = 0.15
"""A sentence on the event's own matter has this share of its words (idf) in the openings of the reports."""

TOUCHED = 0.25
"""A single claim that is not in the words of the openings shares so much with three sentences of another report."""

ROW = 3

OWN_WORDS = 3
"""A sentence that names somebody or something is a report's own with so many words that no other report uses."""

EARLY = 0.75
"""The share of an article after which background and other matters are told."""

BACKGROUND = re.compile(
    r"""\bhad\b | \b(?:last|previous)\s(?:week|month|year)\b | \b(?:years|months|decades)\ (?:ago|earlier|before)\b
      | \b(?:since|in)\ (?:19|20)\d\d\b | \bfor\ (?:years|decades)\b""",
    re.VERBOSE | re.IGNORECASE,
)


class Shown:
    """What the page shows already: nothing is said twice."""

    def __init__(self, summary: Sequence[SummarySentence], lines: Sequence[Line]) -> None:
        cited = {(one.article, one.start): one is sentence.citations[0] for sentence in summary for one in sentence.citations}
        self._lines = [line for line in lines if (line.article.id, line.start) in cited]
        self.standing = Standing(lines, summary)
        self._itself = {line for line in self._lines if cited[line.article.id, line.start]}

    def add(self, line: Line, others: Sequence[Line] = ()) -> None:
        """Note a sentence that the page shows, and those that say the same."""
        self._lines += [line, *others]
        self._itself.add(line)

    def quote(self, line: Line) -> None:
        """Note a sentence that is one side of a difference: no claim besides, but a date of the timeline or news as well."""
        self._lines.append(line)

    def has(self, line: Line) -> bool:
        """Say whether this very sentence is shown."""
        return line in self._itself or any(line.text == one.text for one in self._itself)

    def tells(self, line: Line) -> bool:
        """Say whether a sentence that says much the same was itself shown."""
        return any(likeness(line, one) >= REPEATED for one in self._itself)

    def holds(self, line: Line) -> bool:
        """Say whether a sentence, or one that says much the same, is shown."""
        return any(line is one or likeness(line, one) >= REPEATED or same(line, one) for one in self._lines)


def agreed(lines: Sequence[Line], near: Mapping[Line, Sequence[Line]], shown: Shown) -> list[Agreement]:
    """Give the claims that two or more independent reports carry, those of most reports first, then as the reports tell them."""
    found = []
    for line in lines:
        if line.cuts is None:
            continue
        if others := _support(line, near[line]):
            voices = len({line.voice, *(other.voice for other in others)})
            if voices > 1 and not _is_spoken(line, others) and shown.standing.stands(line):
                found.append((-voices, line.place, line.rank, line, others))
    chosen: list[Agreement] = []
    for voices, _, _, line, others in sorted(found, key=lambda item: item[:3]):
        if len(chosen) < MOST_AGREED and not shown.holds(line):
            shown.add(line, others)
            chosen.append(Agreement(line.published(others), -voices))
    return chosen


def _is_spoken(line: Line, others: Sequence[Line]) -> bool:
    """Say whether others quote somebody with what a sentence says outright: a post set into a page, or a lost mark."""
    said = f" {' '.join(plain(line.bare))} "
    return any(said in quote for other in others for quote in other.long_quotes)


def _support(line: Line, lines: Sequence[Line]) -> list[Line]:
    """Give the sentence of each other article that says the same most nearly."""
    best: dict[int, tuple[float, int, Line]] = {}
    for other in lines:
        score = (same(line, other), -other.start, other)
        if score[0] and score[:2] > best.get(other.rank, (0.0, 0, other))[:2]:
            best[other.rank] = score
    return [best[rank][2] for rank in sorted(best)]


def single(lines: Sequence[Line], shown: Shown, others: Elsewhere) -> list[SummarySentence]:
    """Give what only one independent report says: on the event's own matter, told early, in none of the others' words.

    The opening of a report is no such thing: every report tells the news first, each in its own words.
    """
    about, length = matter(lines), lengths(lines)
    found = []
    for line in lines:
        if not line.place or line.cuts is None or not line.weight or not is_early(line, length):
            continue
        if BACKGROUND.search(line.text) or not is_concrete(line, others):
            continue
        said = others.most_told(line) / line.weight
        if said >= SAID_ELSEWHERE or others.own(line) < OWN or not (said >= TOUCHED or is_own(line, about)):
            continue
        if shown.standing.stands(line):
            found.append((line.place, line.rank, line))
    chosen: list[Line] = []
    for _, _, line in sorted(found, key=lambda item: item[:2]):
        of_voice = sum(other.voice == line.voice for other in chosen)
        if len(chosen) < MOST_SINGLE and of_voice < EACH and not shown.holds(line):
            shown.add(line)
            chosen.append(line)
    return [line.published() for line in sorted(chosen, key=lambda line: (line.rank, line.start))]


def matter(lines: Sequence[Line]) -> frozenset[str]:
    """Give the words of the openings of all reports: what the event is about."""
    return frozenset(stem for line in lines if line.place == 0 for stem in line.vector)


def is_own(line: Line, about: frozenset[str]) -> bool:
    """Say whether a sentence is on the event's own matter."""
    weight = sum(line.vector.values())
    near = sum(value for stem, value in line.vector.items() if stem in about)
    return near >= MATTER * weight > 0


def lengths(lines: Sequence[Line]) -> Mapping[int, int]:
    """Give how many sentences stand before the last of each article, by its rank."""
    return {line.rank: line.place for line in sorted(lines, key=lambda line: line.place)}


def is_early(line: Line, length: Mapping[int, int]) -> bool:
    """Say whether a sentence stands before its article turns to background."""
    return line.place <= EARLY * length[line.rank]


def is_concrete(line: Line, others: Elsewhere) -> bool:
    """Say whether a sentence has something of its own: a name, figure or quotation that others have not, or several words."""
    told = functools.partial(others.use, line)
    if any(sum(not told(word) for word in set(quote)) > 1 for quote in line.quotes) or not all(map(told, line.figures)):
        return True
    named = names(line.bare)
    if any(not any(map(told, plain(name))) for name in named):
        return True
    if line.figures or not named:  # a figure that others have is a fact that they have
        return False
    own = [word for word in line.words if not is_stop(word, line.article.language) and not told(word.lower().replace("’", "'"))]
    return len(own) >= OWN_WORDS


class Elsewhere:
    """What the reports tell, so that it can be asked what others than one's own do.

    ``whose`` gives the side that a sentence is on: sentences of another side are the others'; None is on no side.
    """

    def __init__(self, lines: Sequence[Line], whose: Callable[[Line], object]) -> None:
        self._whose = whose
        self._using: dict[str, set[object]] = {}
        self._having: dict[str, set[object]] = {}
        rows: dict[str, list[int]] = {}
        self._side: list[object] = []
        by_article: dict[int, list[Line]] = {}
        for line in lines:
            if whose(line) is not None:
                by_article.setdefault(line.rank, []).append(line)
        for own in by_article.values():
            side = whose(own[0])
            for word in set[str]().union(*(line.plain | line.figures for line in own)):
                self._using.setdefault(word, set()).add(side)
            for stem in set[str]().union(*(line.vector.keys() for line in own)):
                self._having.setdefault(stem, set()).add(side)
            for at in range(max(1, len(own) - ROW + 1)):
                for stem in {stem for line in own[at : at + ROW] for stem in line.vector}:
                    rows.setdefault(stem, []).append(len(self._side))
                self._side.append(side)
        self._rows = {stem: dict.fromkeys(of_stem) for stem, of_stem in rows.items()}

    def use(self, line: Line, word: str) -> bool:
        """Say whether another side uses a word (lower case) or figure."""
        return not self._using.get(word, frozenset()) <= {self._whose(line)}

    def own(self, line: Line) -> float:
        """Give the share of a sentence's weight (idf) that is in no sentence of another side."""
        side = {self._whose(line)}
        found = sum(value for stem, value in line.vector.items() if self._having.get(stem, side) <= side)
        return found / max(line.weight, 1e-9)

    def most_told(self, line: Line) -> float:
        """Give the most of a sentence's weight (idf) that three sentences in a row of another side have.

        A word that a large share of all rows has tells nothing by itself: it is only added to rows that have a rarer one.
        """
        told: dict[int, float] = {}
        own = self._whose(line)
        left = line.weight
        for stem in sorted(line.vector, key=lambda stem: (len(self._rows.get(stem, ())), stem)):
            value, rows = line.vector[stem], self._rows.get(stem, {})
            if left < TOUCHED * line.weight and len(rows) > len(told):
                for row in told:
                    if row in rows:
                        told[row] += value
            else:
                for row in rows:
                    if self._side[row] != own:
                        told[row] = told.get(row, 0.0) + value
            left -= value
        return max(told.values(), default=0.0)
