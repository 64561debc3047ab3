"""Choose the set of sentences: all of them together, within the budget, rather than one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from digest.steps.summarize.again import says_same
from digest.steps.summarize.doubt import happened
from digest.steps.summarize.expect import LEARNED, Weights
from digest.steps.summarize.hold import looseness
from digest.steps.summarize.lean import Leaning
from digest.steps.summarize.material import Line
from digest.steps.summarize.story import begin
from digest.steps.summarize.weigh import FEW, OPENS, Material, Weighed, overlap

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

WORTH = 0.002
"""A larger set must score at least this much more than the best smaller one."""

ABOUT = 0.022
"""Of larger sets that are wanted anyway, are worth about as much and differ in one sentence, one of two reports, then the one
that tells most is taken: the shortest would win else."""

WORDS_A_SENTENCE, WORDS_A_VOICE = 50, 33
"""Several reports get at least one sentence for so many words of the budget (two for 100), where they have them; and one for so
many (three) where there are more than ``FEW`` reports."""

LOSS, THIN, THIN_LOSS = 0.07, 20, 0.15
"""A set may be worth so much less for that than the smaller one in it; the last, where that has fewer words than the second."""

BACKGROUND = 0.02
"""What a set that tells nothing but background would lose; two regressions with this signal, one a half of 734 events, gave it
.014 and .020."""

ONE_VOICE = 0.02
"""What a set of three sentences or more loses that are all of one report: a reader wants to hear the others as well."""

LATE, LATER = 0.015, 6
"""What a set of two sentences or more loses for each with so many before it in its report which no other report tells too."""

A_SCENE = 0.043
"""What a set of two sentences or more loses for each that sets a scene; left out altogether, they would cost .004 of ROUGE-2."""

HANGS, STRANGER, NAMELESS = 0.15, 0.02, 0.05
"""What a set loses for every sentence that names something which none of the others has introduced, for every person of whom it
gives the last name alone, and besides where no report tells the first name."""

LOOSE, FIRM, QUOTATION, FAR = 0.0055, 0.5, 3.0, ((2, 3), 1.5)
"""What a set of up to ``FEW`` reports loses, at 50 words, for every unit that a sentence of it, but for an opening that it begins
with, holds more loosely (see ``hold``) than this; at 100 words 16 times as much: more room is no reason to tell what hangs. A
quotation counts as so many units looser where its neighbour is not told: what it is about stood there; so does what stands
elsewhere than third or fourth in its report, for the second sentence leans on the first, and later ones fill up. Of 18 second
sentences of other reports that stood there in summaries that were read strictly, 11 stood in one that passed, of 31 others 8."""

A_THIRD, NO_OPENING, HAPPENED = 0.015, 0.005, 0.02
"""What such a set loses, at 50 words, for every sentence from the third on that opens no report, and where it cannot begin with
an opening; what it gains where that tells of something done on a certain day. At 100 words all are four times as much."""

DOUBT, DOUBT_LATER = 0.04, 0.06
"""What a set loses for each sign that a sentence of it is no news: one that opens a report, and any other one."""

APART, NEXT = 0.006, 0.001
"""What such a set loses, at 50 words, for each further sentence whose neighbour is not told, and for any other; 16 times that at
100. Of 251 summaries of two sentences, read by several readers, 154 went on in the same report: 58 in 100 passed strictly, 90
mildly. Of the 97 others it was 41 and 70; of the 60 that went on in another report, 35 and 68. Of 148 summaries of one
sentence, 78 and 90."""

COLOUR = 0.004
"""What a set loses, at 50 words, for each sign that a sentence colours or announces; 16 times as much at 100.
Taken at 50, .015 cost .0007 of ROUGE-1."""

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
        value -= sum(item.doubt * (DOUBT_LATER if item.line.place else DOUBT) for item in state.items)
        value -= COLOUR * (budget / LEARNED) ** 4 * sum(item.colour for item in state.items)
        if leaning is None:
            return value
        hanging = sum(leaning.hangs(line, told) for line in told)
        strangers = sum(len(leaning.strangers(line, told)) for line in told)
        nameless = sum(leaning.nameless(line, told) for line in told) if strangers else 0
        if material.voices <= FEW:
            first = begin(told, leaning)
            more = budget / LEARNED
            value -= LOOSE * more**4 * _loose(state.items, first, material, leaning)
            further = [leaning.follows(line, told) for line in told if line is not first]
            value -= more**4 * sum(NEXT if follows else APART for follows in further)
            value -= A_THIRD * more**2 * max(0, sum(line is first or line.place > 0 for line in told) - 2)
            value += (HAPPENED * happened(first.text) if leaning.opens(first) else -NO_OPENING) * more**2
        return round(value - HANGS * hanging - STRANGER * strangers - NAMELESS * nameless, 6)

    free = [item for item in material.candidates if item.line not in fixed and item.line.size <= budget]
    pool = sorted(free, key=alone)[:POOL]
    base = [item for item in material.candidates if item.line in fixed]
    unmeasured = [line for line in fixed if all(item.line is not line for item in base)]  # it does not stand alone
    room = budget - sum(line.size for line in unmeasured)
    best = best_set(pool, base, room, whole, many=material.voices > FEW)
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


def best_set(
    pool: Sequence[Weighed], base: Sequence[Weighed], budget: int, score: Callable[[State], float], *, many: bool
) -> tuple[Weighed, ...]:
    """Search sets by size, the best ``WIDTH`` of each size grown on; sentences that say the same never stand together."""
    every = [*base, *pool]
    clash = {(a, b) for a, b in combinations(range(len(every)), 2) if says_same(every[a], every[b], many=many)}
    start = State()
    for item in base:
        start = start.plus(item)
    key: tuple[int, ...] = tuple(range(len(base)))
    best, best_score, chosen = start, score(start) if base else -1.0, key
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
        wanted = len(best.items) < budget // (WORDS_A_VOICE if many else WORDS_A_SENTENCE)
        loss = 2 if many or not best.items else THIN_LOSS if best.size < THIN else LOSS
        told, few = beam, not many and bool(best.items)
        if few and beam and beam[0][0] <= best_score + WORTH:  # what is told at a loss goes on with the best
            told = sorted((found for found in grown.values() if {*chosen} < {*found[1]}), key=lambda found: (-found[0], found[1]))
        if told and told[0][0] > best_score + (-loss if wanted else WORTH):
            about = [found for found in told if _is_about(found, told[0])] if few and wanted else told[:1]
            best_score = told[0][0]
            _, chosen, best = max(about, key=lambda found: (_voices(found[2]) > 1, round(found[2].words + found[2].pairs, 6)))
    return best.items


def _is_about(found: tuple[float, tuple[int, ...], State], best: tuple[float, tuple[int, ...], State]) -> bool:
    """Say whether a set is worth about as much as the best one, of which it has all sentences but one."""
    return found[0] > best[0] - ABOUT and len({*found[1]} - {*best[1]}) < 2


def _loose(items: Sequence[Weighed], first: Line, material: Material, leaning: Leaning) -> float:
    """Give how much looser than ``FIRM`` the sentences of a set hold, without the one that it opens with and other languages'."""
    lines = [item.line for item in items]
    found = 0.0
    for item in items:
        if item.line.article.language == first.article.language and (item.line is not first or first.place >= OPENS):
            told = frozenset(stem for line in lines if line is not item.line for stem in line.stems)
            headlines, follows = material.headlines, leaning.follows(item.line, lines)
            loose = looseness(item.line, told, headlines.stems, headlines.told(item.titles)[0], item.borne, follows=follows)
            if not follows:
                loose += QUOTATION * item.quotation + FAR[1] * (item.line.place not in FAR[0])
            found += max(0.0, loose - FIRM)
    return found


def _voices(state: State) -> int:
    return len({item.line.voice for item in state.items})
