"""Choose the set of sentences: all of them together, within the budget, rather than one after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from math import fsum
from typing import NamedTuple

from digest.steps.summarize.expect import Weights
from digest.steps.summarize.lean import Leaning
from digest.steps.summarize.material import Line
from digest.steps.summarize.weigh import Material, Weighed, overlap

POOL = 26
"""Sentences that are tried in sets: the best by themselves."""

WIDTH = 10
"""Sets of each size that are carried on."""

MOST_SENTENCES = 6

TO_SPARE = 10
"""How many words a person's summary is expected to be shorter than the budget. On each half of 734 events of two or three reports
eight to twelve at 50 words gave most (R-2 .0037 more than five on both)."""

LEAD_SENTENCES = 4
"""Of a single report."""

SAME_AGAIN = 0.4
"""Of a single report only what it says once more is left out."""

SAME = 0.28
"""Two sentences with more than this share of the heavier one's weight in common say the same: never both."""

SAME_LEAD, SAME_EARLY, EARLY = 0.05, 0.17, 3
"""So do the opening sentences of two reports with this much in common, for each tells the whole event in its own words; and any
two of the first three of two reports with a little more. In 100 summaries of real events that were read, most of what was said
twice was such. On 734 events these bounds may be half or double: ROUGE-2 stays within .0005."""

INSIDE = 0.45
"""So do two where this much of the lighter one stands in the other."""

SAME_ACTS, BESIDE = 4.0, 0.2
"""So do two that share so much (idf) of what is no name and this much of the lighter one: "suspends her campaign", "has made the
decision to suspend it"."""

DATE = re.compile(r"(?:19|20)\d\d|\d\d?(?:st|nd|rd|th)?")
"""A figure that may be a year or a day of the month; two sentences with any other in common need share half as much."""

WORTH = 0.002
"""A larger set must score at least this much more than the best smaller one."""

ABOUT = 0.015
"""Of larger sets that are wanted anyway and are worth about as much, one of two reports, then the one that tells most is taken:
the shortest would win else."""

WORDS_A_SENTENCE, WORDS_A_VOICE = 50, 33
"""Several reports get at least one sentence for so many words of the budget (two for 100), where they have them; and one for so
many (three) as long as only one report is heard, or where there are more than ``FEW`` reports."""

LOSS = 0.045
"""A set may be worth so much less for that."""

FEW = 3

SAME_MANY, LEAD_MANY, INSIDE_MANY = 0.4, 0.25, 0.55
"""The bounds of saying the same for more than ``FEW`` reports, which share more words (stricter ones cost .006 of ROUGE-2)."""


BACKGROUND = 0.02
"""What a set that tells nothing but background would lose; two regressions with this signal, one a half of 734 events, gave it
.014 and .020."""

ONE_VOICE = 0.02
"""What a set of three sentences or more loses that are all of one report: a reader wants to hear the others as well."""

ANCHOR, HALF = 0.07, 2
"""A sentence that by itself is worth so much more than any other is in every set, where it takes at most half of the budget: a
set of short sentences would leave out what was to be told."""

LATE, LATER = 0.015, 6
"""What a set of two sentences or more loses for each with so many before it in its report which no other report tells too."""

A_SCENE = 0.04
"""What a set of two sentences or more loses for each that sets a scene. Left out altogether, they would cost .004 of ROUGE-2."""

HANGS, STRANGER = 0.15, 0.02
"""What a set loses for every sentence that names something which none of the others has introduced, and for every person of
whom it gives the last name alone."""

DOUBT = 0.04
"""What a set loses for each sign that a sentence of it is no news."""

SIGNALS = ("words", "pairs", "titles", "title", "position")
"""What a set is judged by: the words, and the pairs, that a summary is expected to share with it, as F1; the share of the words
(idf) of all headlines that it has, and of the headline that it has most of; how early its sentences stand."""


def choose_set(
    material: Material, budget: int, forced: Sequence[Line], weights: Weights, leaning: Leaning | None = None
) -> list[Line]:
    """Give the chosen sentences, the one of most worth first; ``forced`` ones are among them as far as the budget goes."""
    fixed = _within(forced, budget)
    if material.voices < 2:
        return _opening(material, budget, fixed)

    def alone(item: Weighed) -> tuple[float, int, int]:
        return (-worth(State().plus(item), budget, material, weights), item.line.rank, item.line.start)

    def whole(state: State) -> float:
        told = [item.line for item in state.items]
        value = worth(state, budget, material, weights)
        value -= DOUBT * sum(item.doubt for item in state.items)
        if leaning is None:
            return value
        hanging = sum(leaning.hangs(line, told) for line in told)
        strangers = sum(len(leaning.strangers(line, told)) for line in told)
        return round(value - HANGS * hanging - STRANGER * strangers, 6)

    free = [item for item in material.candidates if item.line not in fixed and item.line.size <= budget]
    pool = sorted(free, key=alone)[:POOL]
    base = [item for item in material.candidates if item.line in fixed]
    if not fixed and len(pool) > 1 and alone(pool[1])[0] - alone(pool[0])[0] >= ANCHOR and pool[0].line.size * HALF <= budget:
        base, pool = pool[:1], pool[1:]
    unmeasured = [line for line in fixed if all(item.line is not line for item in base)]  # it does not stand alone
    room = budget - sum(line.size for line in unmeasured)
    best = _best_set(pool, base, room, whole, many=material.voices > FEW)
    return [*unmeasured, *(item.line for item in sorted(best, key=alone))]


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
        if (
            len(chosen) < LEAD_SENTENCES
            and item.line.size <= room
            and not any(overlap(item.vector, other.vector) > SAME_AGAIN for other in kept)
        ):
            kept.append(item)
            chosen.append(item.line)
    return chosen


class State(NamedTuple):
    """A set while it grows."""

    items: tuple[Weighed, ...] = ()
    size: int = 0
    uses: Mapping[str, int] = {}
    """How often it uses each word."""
    tokens: int = 0
    words: float = 0.0
    """How many of them a summary is expected to use as well."""
    used: frozenset[tuple[str, str]] = frozenset()
    """Its pairs."""
    pairs: float = 0.0
    titles: int = 0
    scenes: int = 0
    """How many of its sentences set a scene."""
    background: int = 0
    """How many of its words tell what went before."""
    position: float = 0.0
    """The sum over its sentences, each weighted by its words."""

    def plus(self, item: Weighed) -> State:
        """Give the set with one more sentence."""
        uses, words = dict(self.uses), self.words
        for word in item.line.tokens:
            used, likely = uses.get(word, 0), item.words[word]
            uses[word] = used + 1
            words += likely[used] if used < len(likely) else 0.0
        pairs = sum(likely for pair, likely in item.pairs.items() if pair not in self.used)
        return State(
            (*self.items, item),
            self.size + item.line.size,
            uses,
            self.tokens + len(item.line.tokens),
            words,
            self.used | item.pairs.keys(),
            self.pairs + pairs,
            self.titles | item.titles,
            self.scenes + item.scene,
            self.background + item.line.size * item.background,
            self.position + item.position * item.line.size,
        )


def signals(state: State, budget: int, material: Material) -> tuple[float, ...]:
    """Give the signals of a set, each 0 to 1."""
    whole = state.tokens + max(budget / 2, budget - TO_SPARE)
    titles, title = material.headlines.told(state.titles)
    return (2 * state.words / whole, 2 * state.pairs / whole, titles, title, state.position / state.size)


def worth(state: State, budget: int, material: Material, weights: Weights) -> float:
    """Give the worth of a set, rounded to 6 places."""
    values = zip(SIGNALS, signals(state, budget, material), strict=True)
    value = sum(weights["set"][name] * value for name, value in values)
    alone = len(state.items) > 2 and len({item.line.voice for item in state.items}) < 2
    if len(state.items) > 1:
        value -= A_SCENE * state.scenes + LATE * sum(item.line.place >= LATER for item in state.items)
    return round(value - BACKGROUND * state.background / state.size - ONE_VOICE * alone, 6)


def _best_set(
    pool: Sequence[Weighed], base: Sequence[Weighed], budget: int, score: Callable[[State], float], *, many: bool
) -> tuple[Weighed, ...]:
    """Search sets by size, the best ``WIDTH`` of each size grown on; sentences that say the same never stand together."""
    every = [*base, *pool]
    clash = {(a, b) for a, b in combinations(range(len(every)), 2) if says_same(every[a], every[b], many=many)}
    start = State()
    for item in base:
        start = start.plus(item)
    key: tuple[int, ...] = tuple(range(len(base)))
    best, best_score = start, score(start) if base else -1.0
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
                    grown[bigger] = (score(larger), bigger, larger)
        beam = sorted(grown.values(), key=lambda found: (-found[0], found[1]))[:WIDTH]
        wanted = len(best.items) < budget // (WORDS_A_VOICE if many or _voices(best) < 2 else WORDS_A_SENTENCE)
        if beam and beam[0][0] > best_score + (-LOSS if wanted and best.items and not many else -2 if wanted else WORTH):
            told = [found for found in beam if found[0] > beam[0][0] - ABOUT] if best.items and wanted and not many else beam[:1]
            best_score, best = (
                beam[0][0],
                max((state for _, _, state in told), key=lambda state: (_voices(state) > 1, _tells(state))),
            )
    return best.items


def _voices(state: State) -> int:
    return len({item.line.voice for item in state.items})


def _tells(state: State) -> float:
    """How much it tells of what is expected, however long it is."""
    return round(state.words + state.pairs, 6)


def says_same(one: Weighed, two: Weighed, *, many: bool = False) -> bool:
    """Say whether a reader would find that one of the sentences repeats the other; ``many``: of more than ``FEW`` reports."""
    common = fsum(map(one.vector.__getitem__, one.vector.keys() & two.vector.keys()))
    lighter = min(sum(one.vector.values()), sum(two.vector.values()))
    if one.line.quotes_as(two.line):
        return True
    words_of_it = one.line.says_in_quotes or two.line.says_in_quotes  # what the other one tells in the reporter's words
    if common / lighter > (INSIDE_MANY if many else INSIDE) and not words_of_it:
        return True
    if not many and _figures_shared(one, two) and common / lighter > BESIDE / 2:
        return True
    if not many and common / lighter > BESIDE and _acts_shared(one, two) > SAME_ACTS:
        return True
    latest, shared = max(one.line.place, two.line.place), overlap(one.vector, two.vector)
    if one.line.voice != two.line.voice and latest < EARLY:
        return shared > (LEAD_MANY if many and not latest else SAME_MANY if many else SAME_EARLY if latest else SAME_LEAD)
    return shared > (SAME_MANY if many else SAME)


def _acts_shared(one: Weighed, two: Weighed) -> float:
    """The weight of the words, no names, that both have."""
    here, there = one.line.acts, two.line.acts
    return fsum(here[word] for word in here.keys() & there.keys())


def _figures_shared(one: Weighed, two: Weighed) -> bool:
    return any(figure[0].isdigit() and not DATE.fullmatch(figure) for figure in one.line.figures & two.line.figures)
