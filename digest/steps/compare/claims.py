"""What several independent reports say, and what only one does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from digest.model import Agreement, SummarySentence
from digest.steps.compare.lines import Line, overlap, plain, same
from digest.text.words import is_stop, names

MOST_AGREED, MOST_SINGLE, EACH = 5, 5, 2
"""How many claims a page shows, and how many single ones of one report."""

REPEATED = 0.4
"""Of two sentences that overlap so much (idf) only one is shown."""

SAID_ELSEWHERE = 0.45
"""A sentence is another report's too where three sentences in a row of it hold this share of its words (idf)."""

MATTER = 0.15
"""A sentence on the event's own matter has this share of its words (idf) in the openings of the reports."""

LEANS = re.compile(
    r"""\bthere\b(?!\ (?:is|are|was|were|has|have|had))
      | ^(?:In|On|At|By|For|After)\ [^,;]{1,30}\ (?:he|she|it|they)\b
      | ^(?:\w+\ )?(?:days?|hours?|weeks?)\ (?:later|earlier)\b
      | ^The\ (?:new|old)\ \w+\ (?:is|was)\b""",
    re.VERBOSE,
)
"""Openings that lean on the sentence before, beyond those that no summary takes."""

TOUCHED = 0.25
"""A single claim that is not in the words of the openings shares so much with three sentences of another report."""

ROW = 3

OWN_WORDS = 4
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
        self._itself = {line for line in self._lines if cited[line.article.id, line.start]}

    def add(self, line: Line, others: Sequence[Line] = ()) -> None:
        """Note a sentence that the page shows, and those that say the same."""
        self._lines += [line, *others]
        self._itself.add(line)

    def has(self, line: Line) -> bool:
        """Say whether this very sentence is shown."""
        return line in self._itself or any(line.text == one.text for one in self._itself)

    def holds(self, line: Line) -> bool:
        """Say whether a sentence, or one that says much the same, is shown."""
        return any(line is one or overlap(line.vector, one.vector) >= REPEATED or same(line, one) for one in self._lines)


def agreed(lines: Sequence[Line], near: Mapping[Line, Sequence[Line]], shown: Shown) -> list[Agreement]:
    """Give the claims that two or more independent reports carry, those of most reports first, then as the reports tell them."""
    found = []
    for line in lines:
        if line.cuts is None:
            continue
        if others := _support(line, near[line]):
            voices = len({line.voice, *(other.voice for other in others)})
            if voices > 1:
                found.append((-voices, line.place, line.rank, line, others))
    chosen: list[Agreement] = []
    for voices, _, _, line, others in sorted(found, key=lambda item: item[:3]):
        if len(chosen) < MOST_AGREED and not shown.holds(line):
            shown.add(line, others)
            chosen.append(Agreement(line.published(others), -voices))
    return chosen


def _support(line: Line, lines: Sequence[Line]) -> list[Line]:
    """Give the sentence of each other article that says the same most nearly."""
    best: dict[int, tuple[float, int, Line]] = {}
    for other in lines:
        score = (same(line, other), -other.start, other)
        if score[0] and score[:2] > best.get(other.rank, (0.0, 0, other))[:2]:
            best[other.rank] = score
    return [best[rank][2] for rank in sorted(best)]


def single(lines: Sequence[Line], shown: Shown) -> list[SummarySentence]:
    """Give what only one independent report says: on the event's own matter, told early, in none of the others' words.

    The opening of a report is no such thing: every report tells the news first, each in its own words.
    """
    about = matter(lines)
    others = {voice: [other for other in lines if other.voice != voice] for voice in {line.voice for line in lines}}
    rows = {voice: rows_of(told) for voice, told in others.items()}
    words = {voice: told_by(told) for voice, told in others.items()}
    length = lengths(lines)
    found = []
    for line in lines:
        if (
            not line.place
            or line.cuts is None
            or LEANS.search(line.bare)
            or BACKGROUND.search(line.text)
            or not is_early(line, length)
        ):
            continue
        weight = sum(line.vector.values())
        if not weight or not is_concrete(line, words[line.voice]):
            continue
        said = most_told(line, rows[line.voice]) / weight
        if (said >= TOUCHED or is_own(line, about)) and said < SAID_ELSEWHERE:
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
    """Say whether a sentence stands alone and is on the event's own matter."""
    weight = sum(line.vector.values())
    near = sum(value for stem, value in line.vector.items() if stem in about)
    return line.cuts is not None and not LEANS.search(line.bare) and near >= MATTER * weight > 0


def lengths(lines: Sequence[Line]) -> Mapping[int, int]:
    """Give how many sentences stand before the last of each article, by its rank."""
    return {line.rank: line.place for line in sorted(lines, key=lambda line: line.place)}


def is_early(line: Line, length: Mapping[int, int]) -> bool:
    """Say whether a sentence stands before its article turns to background."""
    return line.place <= EARLY * length[line.rank]


def is_concrete(line: Line, told: frozenset[str]) -> bool:
    """Say whether a sentence has something of its own: a name, figure or quotation that ``told`` has not, or several words."""
    if any(len(set(quote) - told) > 1 for quote in line.quotes) or not line.figures <= told:
        return True
    named = names(line.bare)
    own = [word for word in plain(line.bare) if word not in told and not is_stop(word, line.article.language)]
    return any(set(plain(name)).isdisjoint(told) for name in named) or (bool(named) and len(own) >= OWN_WORDS)


def told_by(lines: Sequence[Line]) -> frozenset[str]:
    """Give the words and figures of sentences."""
    return frozenset(word for line in lines for word in (*line.plain, *line.figures))


def most_told(line: Line, rows: Sequence[frozenset[str]]) -> float:
    """Give the most of a sentence's weight (idf) that one of the rows has."""
    return max((sum(value for stem, value in line.vector.items() if stem in row) for row in rows), default=0.0)


def rows_of(lines: Sequence[Line]) -> list[frozenset[str]]:
    """Give the words of every three sentences in a row of every article."""
    by_article: dict[int, list[Line]] = {}
    for line in lines:
        by_article.setdefault(line.rank, []).append(line)
    return [
        frozenset(stem for line in own[at : at + ROW] for stem in line.vector)
        for own in by_article.values()
        for at in range(max(1, len(own) - ROW + 1))
    ]
