"""What a sentence, and what a set of sentences, is worth: measured against what is expected of a summary (``expect``)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import fsum, sqrt

from digest.steps.summarize.doubt import colour_of, doubt_of
from digest.steps.summarize.expect import Expected, Weights, expect
from digest.steps.summarize.material import Line
from digest.steps.summarize.point import is_quotation
from digest.steps.summarize.report import reported
from digest.steps.summarize.story import is_background
from digest.text.frequency import idf
from digest.text.words import content_stems

Vector = Mapping[str, float]

MATTER = ((8, 0.3), (4, 0.1))
"""A sentence with so many before it must have this share of its words (idf) in a headline or in the first sentence of a report:
else it tells of something else ("Now it is time for the blame", "The hall was the first of its kind")."""


FEW = 3
"""Independent reports up to which a sentence in words that no other report has is doubtful. Of more, of which each takes another
part of the event, it would cost .002 of ROUGE-1 and ROUGE-2."""

EARLY = 4
"""Sentences that open a report in which another report's words are looked for."""

OPENS, SCENE = 2, 0.1
"""So many sentences that open a report must have more than this share (idf) of their words that are no names in the headline or
the opening of another report, and a word of a headline; else they set a scene."""


@dataclass(frozen=True, eq=False)
class Weighed:
    """A candidate and its signals."""

    line: Line
    vector: Vector
    words: Mapping[str, tuple[float, ...]]
    """Its words, and how likely the first, second and third use of each is."""
    pairs: Mapping[tuple[str, str], float]
    titles: int
    """Which words of the headlines it has, as bits."""
    background: bool
    scene: bool
    """Whether it opens a report with what no other one tells at its beginning ("The handshake took eight seconds")."""
    position: float
    """1 for the first sentence of a report, less for later ones."""

    elsewhere: frozenset[str] | None = None
    """The stems that other reports use; None where there is no other."""
    borne: float = 0.0
    """The share (idf) of its words in the openings and headlines of other reports."""

    @cached_property
    def doubt(self) -> float:
        """How doubtful it is as news."""
        return doubt_of(self.line, self.elsewhere if self.line.place or self.scene else None)

    @cached_property
    def colour(self) -> float:
        """How much it colours or announces instead of telling."""
        return colour_of(self.line)

    @cached_property
    def quotation(self) -> bool:
        """Whether it is a quotation with no more than its speaker."""
        return is_quotation(self.line.text)


class Headlines:
    """The headlines of an event: how much of all of them, and of each, is told."""

    def __init__(self, lines: Sequence[Line]) -> None:
        voices: dict[str, set[int]] = defaultdict(set)
        languages: dict[str, str] = {}
        headlines: list[list[str]] = []
        for line in {line.article.id: line for line in lines}.values():
            headlines.append(content_stems(line.article.title, line.article.language))
            for stem in headlines[-1]:
                voices[stem].add(line.voice)
                languages.setdefault(stem, line.article.language)
        found = {stem: idf(stem, languages[stem]) * len(told) for stem, told in voices.items()}
        total = sum(found.values()) or 1.0
        self.stems = frozenset(found)
        self._bits = {stem: 1 << number for number, stem in enumerate(found)}
        self._weights = {1 << number: value / total for number, value in enumerate(found.values())}
        self._each = [(bits, self._weight(bits)) for bits in dict.fromkeys(self.bits(one) for one in headlines) if bits]
        self._told: dict[int, tuple[float, float]] = {}

    def bits(self, stems: Iterable[str]) -> int:
        """Give which of the headlines' words are among some stems."""
        found = 0
        for stem in stems:
            found |= self._bits.get(stem, 0)
        return found

    def told(self, bits: int) -> tuple[float, float]:
        """Give the share of the words of all headlines (idf, more where several use one), and that of the best told one."""
        if bits not in self._told:
            best = max((self._weight(bits & one) / whole for one, whole in self._each), default=0.0)
            self._told[bits] = (self._weight(bits), best)
        return self._told[bits]

    def _weight(self, bits: int) -> float:
        total = 0.0
        while bits:
            low = bits & -bits
            total += self._weights[low]
            bits ^= low
        return total


@dataclass(frozen=True, eq=False)
class Material:
    """What an event's sentences are measured against."""

    candidates: tuple[Weighed, ...]
    headlines: Headlines
    voices: int


def weigh_all(lines: Sequence[Line], weights: Weights, budget: int) -> Material:
    """Measure every sentence that may stand in a summary of ``budget`` words."""
    voices = len({line.voice for line in lines})
    headlines = Headlines(lines)
    about = frozenset(stem for line in lines if line.place == 0 for stem in line.stems) | headlines.stems
    openings, early = _openings(lines), _openings(lines, EARLY)
    elsewhere = _elsewhere(lines) if 1 < voices <= FEW else {}
    reports = reported(lines) if voices > 1 else frozenset(line for line in lines if line.fit)
    seen: set[tuple[str, ...]] = set()
    same: set[str] = set()  # one text may be taken for two languages
    kept = []
    for line in lines:
        if line not in reports or not line.vector or line.stems in seen or line.bare in same:
            continue
        if voices > 1 and (_strays(line, about) or _is_foreign(line, openings, headlines)):
            continue
        same.add(line.bare)
        seen.add(line.stems)  # of the same sentence in two reports the original's is taken
        kept.append(line)
    expected = expect(lines, weights, budget, kept) if voices > 1 else Expected({}, {})  # of one report the opening is taken
    candidates = (
        Weighed(
            line=line,
            vector=line.vector,
            words={word: expected.words.get(word, ()) for word in dict.fromkeys(line.tokens)},
            pairs={pair: expected.pairs.get(pair, 0.0) for pair in dict.fromkeys(pairwise(line.tokens))},
            titles=headlines.bits(line.vector),
            background=is_background(line),
            scene=voices > 1 and _sets_a_scene(line, openings, headlines),
            position=1 / sqrt(1 + line.place),
            elsewhere=elsewhere.get(line.voice),
            borne=_borne(line, early),
        )
        for line in kept
    )
    return Material(tuple(candidates), headlines, voices)


def _elsewhere(lines: Sequence[Line]) -> Mapping[int, frozenset[str]]:
    """Give the stems that reports other than an independent one use, for each of these."""
    used: dict[int, set[str]] = defaultdict(set)
    for line in lines:
        used[line.voice].update(line.stems)
    return {voice: frozenset().union(*(stems for other, stems in used.items() if other != voice)) for voice in used}


def _strays(line: Line, about: frozenset[str]) -> bool:
    """Say whether a late sentence tells of something else than the reports open with."""
    needed = next((share for place, share in MATTER if line.place >= place), 0.0)
    return fsum(value for stem, value in line.vector.items() if stem in about) < needed * fsum(line.vector.values())


def _borne(line: Line, openings: Mapping[int, frozenset[str]]) -> float:
    others = frozenset().union(*(stems for voice, stems in openings.items() if voice != line.voice))
    return fsum(value for stem, value in line.vector.items() if stem in others) / fsum(line.vector.values())


def _openings(lines: Sequence[Line], many: int = OPENS) -> Mapping[int, frozenset[str]]:
    """Give the stems of the headline and the first sentences of every independent report."""
    found: dict[int, set[str]] = defaultdict(set)
    for line in lines:
        if line.place < many:
            found[line.voice].update(line.stems, content_stems(line.article.title, line.article.language))
    return {voice: frozenset(stems) for voice, stems in found.items()}


def _is_foreign(line: Line, openings: Mapping[int, frozenset[str]], headlines: Headlines) -> bool:
    """Say whether the first sentence of a report has no word in common with any headline or another report's opening."""
    others = (stems for voice, stems in openings.items() if voice != line.voice)
    return not line.place and not headlines.bits(line.vector) and all(stems.isdisjoint(line.vector) for stems in others)


def _sets_a_scene(line: Line, openings: Mapping[int, frozenset[str]], headlines: Headlines) -> bool:
    if line.place >= OPENS:
        return False
    others = frozenset().union(*(stems for voice, stems in openings.items() if voice != line.voice))
    shared = fsum(value for stem, value in line.acts.items() if stem in others)
    return not headlines.bits(line.vector) or shared <= SCENE * fsum(line.acts.values())


def overlap(one: Vector, two: Vector) -> float:
    """Give the share of the heavier sentence's weight that both have, 0 to 1."""
    shared = fsum(map(one.__getitem__, one.keys() & two.keys()))  # fsum: a set has no order
    return shared / max(sum(one.values()), sum(two.values()), 1e-9)
