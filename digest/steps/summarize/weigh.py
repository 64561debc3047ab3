"""What a sentence, and what a set of sentences, is worth.

The signals are those of extractive summaries of news: nearness to the centroid (Radev et al. 2004, "Centroid-based
summarization of multiple documents"), the position in the report, whose pull fades as reports multiply, the words of the
headlines, and what independent reports say alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from digest.steps.summarize.material import Line
from digest.text.frequency import idf
from digest.text.words import content_stems

Vector = Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Weighed:
    """A candidate and its signals."""

    line: Line
    vector: Vector
    norm: float
    centroid: float
    """Its dot product with the centroid, which has length 1."""
    leads: float
    """Its cosine to the first three sentences of all reports, 0 to 1."""
    titles: int
    """Which words of the headlines it has, as bits."""
    shared: int
    """Which word pairs that two or more voices use, as bits: a pair of ``n`` voices has ``n - 1`` of them, four at most."""
    position: float
    """1 for the first sentence of a report, less for later ones."""
    support: float
    """How nearly the other voices say it too, 0 to 1: the mean of their nearest sentences."""


@dataclass(frozen=True, eq=False)
class Material:
    """What an event's sentences are measured against."""

    candidates: tuple[Weighed, ...]
    title_weights: tuple[float, ...]
    shared: int
    """How many bits the word pairs have together."""
    voices: int


def weigh_all(lines: Sequence[Line]) -> Material:
    """Measure every sentence that may stand in the summary."""
    voices = sorted({line.voice for line in lines})
    vectors = [line.vector for line in lines]
    centroid = _profile(lines, vectors, lambda place: 1 / sqrt(1 + place))
    leads = _profile(lines, vectors, lambda place: 1.0 if place < 3 else 0.0)
    titles = _titles(lines)
    bits = {stem: 1 << number for number, stem in enumerate(titles)}
    pairs = _shared_pairs(lines)
    support = _support(lines, vectors)
    seen: set[tuple[str, ...]] = set()
    candidates = []
    for line, vector, backing in zip(lines, vectors, support, strict=True):
        if not line.fit or not vector or line.stems in seen:
            continue
        seen.add(line.stems)  # of the same sentence in two reports the original's is taken
        norm = sqrt(sum(value * value for value in vector.values()))
        candidates.append(
            Weighed(
                line=line,
                vector=vector,
                norm=norm,
                centroid=_dot(vector, centroid),
                leads=_dot(vector, leads) / norm,
                titles=_union(bits[stem] for stem in vector if stem in bits),
                shared=_union(pairs[pair] for pair in pairwise(line.stems) if pair in pairs),
                position=1 / sqrt(1 + line.place),
                support=backing,
            )
        )
    return Material(tuple(candidates), tuple(titles.values()), _union(pairs.values()).bit_count(), len(voices))


def overlap(one: Vector, two: Vector) -> float:
    """Give the share of the heavier sentence's weight that both have, 0 to 1."""
    shared = sum(value for stem, value in one.items() if stem in two)
    return shared / max(sum(one.values()), sum(two.values()), 1e-9)


def _dot(one: Vector, two: Vector) -> float:
    return sum(value * two[stem] for stem, value in one.items() if stem in two)


def _union(bits: Iterable[int]) -> int:
    found = 0
    for bit in bits:
        found |= bit
    return found


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    norm = sqrt(sum(value * value for value in vector.values())) or 1.0
    return {stem: value / norm for stem, value in vector.items()}


def _profile(lines: Sequence[Line], vectors: Sequence[Vector], share: Callable[[int], float]) -> dict[str, float]:
    """The mean of the voices' vectors, each sentence weighted by its place; of length 1."""
    voices: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for line, vector in zip(lines, vectors, strict=True):
        weight = share(line.place)
        for stem, value in vector.items():
            voices[line.voice][stem] += weight * value
    total: dict[str, float] = defaultdict(float)
    for voice in sorted(voices):
        for stem, value in _unit(voices[voice]).items():
            total[stem] += value
    return _unit(total)


def _titles(lines: Sequence[Line]) -> dict[str, float]:
    """The words of the headlines: idf, more where several voices use them; the sum is 1."""
    voices: dict[str, set[int]] = defaultdict(set)
    languages: dict[str, str] = {}
    for line in {line.article.id: line for line in lines}.values():
        for stem in content_stems(line.article.title, line.article.language):
            voices[stem].add(line.voice)
            languages.setdefault(stem, line.article.language)
    weights = {stem: idf(stem, languages[stem]) * len(found) for stem, found in voices.items()}
    total = sum(weights.values()) or 1.0
    return {stem: value / total for stem, value in weights.items()}


def _shared_pairs(lines: Sequence[Line]) -> dict[tuple[str, str], int]:
    """The pairs of neighbouring content words that two or more voices use, each with its bit."""
    voices: dict[tuple[str, str], set[int]] = defaultdict(set)
    for line in lines:
        for pair in pairwise(line.stems):
            voices[pair].add(line.voice)
    bits: dict[tuple[str, str], int] = {}
    position = 0
    for pair, found in voices.items():
        if (width := min(4, len(found) - 1)) > 0:
            bits[pair] = ((1 << width) - 1) << position
            position += width
    return bits


def _support(lines: Sequence[Line], vectors: Sequence[Vector]) -> list[float]:
    """For each sentence the mean, over the other voices, of its nearest sentence's likeness."""
    voices = {line.voice for line in lines}
    weights = [sum(vector.values()) for vector in vectors]
    postings: dict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for stem in vector:
            postings[stem].append(number)
    found = []
    for number, (line, vector) in enumerate(zip(lines, vectors, strict=True)):
        if not line.fit or len(voices) < 2:
            found.append(0.0)
            continue
        shared: dict[int, float] = defaultdict(float)
        for stem, value in vector.items():
            for other in postings[stem]:
                shared[other] += value
        best: dict[int, float] = {}
        for other, value in shared.items():
            voice = lines[other].voice
            if voice != line.voice:
                best[voice] = max(best.get(voice, 0.0), value / sqrt(weights[number] * weights[other]))
        found.append(sum(sorted(best.values())) / (len(voices) - 1))
    return found
