"""Choose the set of sentences: all of them together, within the budget, rather than one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log2, sqrt
from typing import NamedTuple

from digest.steps.summarize.material import Line
from digest.steps.summarize.weigh import Material, Weighed, overlap

POOL = 24
"""Sentences that are tried in sets: the best by themselves."""

WIDTH = 24
"""Sets of each size that are carried on; twice as many change ROUGE-1 by less than .0005."""

MOST_SENTENCES = 6

LEAD_SENTENCES = 4
"""Of a single report."""

SAME = 0.4
"""Two sentences with more than this share of the heavier one's weight in common say the same: never both."""

SAME_LEAD = 0.25
"""So do the opening sentences of two reports with this much in common: each tells the whole event in its own words."""

INSIDE = 0.55
"""So do two where this much of the lighter one stands in the other."""

WORTH = 0.002
"""A larger set must score at least this much more than the best smaller one."""

WORDS_A_SENTENCE = 33
"""Several reports get at least one sentence for so many words of the budget (three for 100), where they have them."""


@dataclass(frozen=True)
class Weights:
    """How much each signal of a set counts; each signal is 0 to 1.

    Rounded from a ridge regression of ROUGE-1 plus ROUGE-2 on the signals of all sets within 50 words, for 734 events of two or
    three reports with a human summary. Cross-fitted by event the regression's choice scores .374/.149; the halves agree on every
    weight within .05; a whole build with the rounded weights, whose rounding saw both halves, scores .371/.147.
    ``centroid`` could not be measured there: it follows what is
    published for ten reports an event, where position hardly matters.
    """

    titles: float = 0.28
    """The share of the headlines' words (idf) that the set has."""
    leads: float = 0.15
    """How like the reports' openings its sentences are, on average."""
    position: float = 0.13
    """How early they stand, on average; fades as reports multiply."""
    shared: float = 0.14
    """Word pairs that several voices use."""
    support: float = 0.04
    """How nearly the other voices say each sentence, on average."""
    fill: float = 0.06
    """How much of the budget is used, up to nine tenths of it."""
    centroid: float = 0.20
    """The cosine of the whole set to the centroid; takes the place of the position as reports multiply."""


WEIGHTS = Weights()


def choose_set(material: Material, budget: int, forced: Sequence[Line] = ()) -> list[Line]:
    """Give the chosen sentences, unordered; ``forced`` ones are among them as far as the budget goes."""
    fixed = _within(forced, budget)
    if material.voices < 2:
        return _opening(material, budget, fixed)
    free = [item for item in material.candidates if item.line not in fixed and item.line.size <= budget]
    pool = sorted(free, key=lambda item: (-worth(item, material), item.line.rank, item.line.start))[:POOL]
    base = [item for item in material.candidates if item.line in fixed]
    unmeasured = [line for line in fixed if all(item.line is not line for item in base)]  # it does not stand alone
    room = budget - sum(line.size for line in unmeasured)
    return [*unmeasured, *(item.line for item in _best_set(pool, base, room, material))]


def _within(lines: Sequence[Line], budget: int) -> list[Line]:
    kept: list[Line] = []
    for line in lines:
        if sum(other.size for other in kept) + line.size <= budget:
            kept.append(line)
    return kept


def _opening(material: Material, budget: int, fixed: list[Line]) -> list[Line]:
    """Of one voice: its first sentences (nothing unsupervised beats the lead of a single report), none of a copy once more."""
    chosen = list(fixed)
    kept = [item for item in material.candidates if item.line in fixed]
    for item in material.candidates:
        room = budget - sum(line.size for line in chosen)
        if len(chosen) < LEAD_SENTENCES and item.line.size <= room and not any(says_same(item, other) for other in kept):
            kept.append(item)
            chosen.append(item.line)
    return chosen


class State(NamedTuple):
    """A set while it grows: sums over its sentences, each weighted by its words where a mean is wanted."""

    items: tuple[Weighed, ...] = ()
    size: int = 0
    titles: int = 0
    shared: int = 0
    leads: float = 0.0
    position: float = 0.0
    support: float = 0.0
    centroid: float = 0.0
    squares: float = 0.0
    """The squared length of the sum of its vectors."""

    def plus(self, item: Weighed) -> State:
        """Give the set with one more sentence."""
        size = item.line.size
        cross = sum(sum(v * v for stem, v in item.vector.items() if stem in other.vector) for other in self.items)
        return State(
            (*self.items, item),
            self.size + size,
            self.titles | item.titles,
            self.shared | item.shared,
            self.leads + item.leads * size,
            self.position + item.position * size,
            self.support + item.support * size,
            self.centroid + item.centroid,
            self.squares + item.norm * item.norm + 2 * cross,
        )


def worth(item: Weighed, material: Material) -> float:
    """Give the score of a sentence by itself, rounded: its length does not count."""
    return _score(State().plus(item), 10**9, material)


def _score(state: State, budget: int, material: Material) -> float:
    """Give the worth of a set, 0 to about 1, rounded to 6 places."""
    early = 1 / (1 + 1.2 * max(0.0, log2(material.voices / 3)))  # all of it up to three voices, a third at ten
    titles = sum(weight for number, weight in enumerate(material.title_weights) if state.titles >> number & 1)
    value = (
        WEIGHTS.titles * titles
        + WEIGHTS.leads * state.leads / state.size
        + WEIGHTS.position * early * state.position / state.size
        + WEIGHTS.shared * sqrt(state.shared.bit_count() / max(8, min(60, material.shared)))
        + WEIGHTS.support * state.support / state.size
        + WEIGHTS.fill * min(1.0, state.size / (0.9 * budget))
        + WEIGHTS.centroid * (1 - early) * state.centroid / sqrt(state.squares)
    )
    return round(value, 6)


def _best_set(pool: Sequence[Weighed], base: Sequence[Weighed], budget: int, material: Material) -> tuple[Weighed, ...]:
    """Search sets by size, the best ``WIDTH`` of each size grown on; sentences that say the same never stand together."""
    every = [*base, *pool]
    clash = {(a, b) for a, b in combinations(range(len(every)), 2) if says_same(every[a], every[b])}
    start = State()
    for item in base:
        start = start.plus(item)
    key: tuple[int, ...] = tuple(range(len(base)))
    best, best_score = start, _score(start, budget, material) if base else -1.0
    beam = [(best_score, key, start)]
    for _ in range(len(base), max(MOST_SENTENCES, len(base))):
        grown: dict[tuple[int, ...], tuple[float, tuple[int, ...], State]] = {}
        for _, key, state in beam:
            for number in range(len(base), len(every)):
                if number in key or state.size + every[number].line.size > budget:
                    continue
                bigger = tuple(sorted((*key, number)))
                if bigger not in grown and not any((min(number, k), max(number, k)) in clash for k in key):
                    larger = state.plus(every[number])
                    grown[bigger] = (_score(larger, budget, material), bigger, larger)
        beam = sorted(grown.values(), key=lambda found: (-found[0], found[1]))[:WIDTH]
        wanted = len(best.items) < budget // WORDS_A_SENTENCE
        if beam and (wanted or beam[0][0] > best_score + WORTH):
            best_score, best = beam[0][0], beam[0][2]
    return best.items


def says_same(one: Weighed, two: Weighed) -> bool:
    """Say whether a reader would find that one of the sentences repeats the other."""
    common = sum(value for stem, value in one.vector.items() if stem in two.vector)
    lighter = min(sum(one.vector.values()), sum(two.vector.values()))
    openings = one.line.place == two.line.place == 0
    if common / lighter > INSIDE or one.line.quotes_as(two.line):
        return True
    return overlap(one.vector, two.vector) > (SAME_LEAD if openings else SAME)
