"""How likely two articles report one event, judged among the articles known when the newer one arrived."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from digest.model import ArticleId
from digest.steps.events.features import FEATURES, Pairs, features
from digest.steps.events.glance import GLANCED, Side, glance
from digest.steps.events.index import WINDOW, Index
from digest.steps.events.judge import judge
from digest.steps.events.magnitudes import are_other
from digest.steps.events.near import Near
from digest.steps.events.profile import Profile
from digest.steps.events.sets import Flags, Rows, Sets
from digest.steps.events.vectors import Common, Met, Numbers, Places, Vectors, longer

LATE = 0.3
"""What every month between the two acts takes from the log-odds, where each lead names a day and these are more than ``WINDOW``
days apart, as the articles are, and the two share no age.

By then it is more often the next act of the same people: half a year leaves .63 of a likelihood of .9. A trial or a follow-up
mostly names the day of the first act, or an age. Cross-fitted, this costs nothing on the dated and look-alike sets, and .001 of
B-cubed F1 on the undated one; less of all pairs that far apart costs .004 to .006 of pairwise F1 on the look-alike set. Without
either, a truce of six months before joins the demo's new one.
"""

MONTH = 30

OTHER_QUAKE = 3.0
"""What it takes from the log-odds that the leads name earthquakes of other sizes: of .95 a likelihood of .49 is left.

Of 101 such pairs of the labelled sets that were likelier than .3, five were of one event; B-cubed F1 rises by .004 on the undated
set, where three of 43 themes are earthquakes, and is the same on the others.
"""

_GAP, _AGES = (list(FEATURES).index(name) for name in ("gap between acts", "ages"))

CROWD_DAYS = 4
"""The day and three before it: in a thin archive what is alike is one event, in a crowded one it is not."""

FLOOR = 0.02

BLOCK = 256
"""So many articles are compared at once: a day of 20,000, as those without a date are, would take as much memory again."""

AT_ONCE = 4096
"""Of so many pairs the facts are compared at once: what is looked up stays in the processor's memory."""

_RARITY = 3

LEAST_RATIO = 0.45
LEAST_OF_BEST = 0.12
"""A pair whose likeness is a lower share of the level, or of what the newer one's nearest reaches, is not judged: these are half
of all pairs, and 1 in 100 of those that belong together."""

HOPED = 0.75
"""A pair whose facts are not looked at, because it would not be this likely if all of them spoke for one event: two in three
of those that are left. Of the 8,710 pairs of the labelled sets that reach ``NEEDED`` none is among them."""


class Likeness(NamedTuple):
    """How alike two articles are, each number 0 to 1, rounded to 6 places."""

    wording: float
    """The weighted mean of the cosines that both have."""
    score: float
    """How likely the two report one event: what is compared with what is needed."""


class Compared(NamedTuple):
    """Pairs of a new article and another one, a row each."""

    ids: Sequence[ArticleId]
    """Of all articles so far, in the order of arrival."""
    ones: Places
    """The new article of each pair, by its number in that order."""
    others: Places
    wording: Numbers
    score: Numbers

    def some(self, rows: Flags) -> dict[tuple[ArticleId, ArticleId], Likeness]:
        """Give some of the pairs, (new article, other article)."""
        names = ([self.ids[number] for number in side[rows].tolist()] for side in (self.ones, self.others))
        found = map(Likeness, self.wording[rows].tolist(), self.score[rows].tolist())
        return dict(zip(zip(*names, strict=True), found, strict=True))


class Block(NamedTuple):
    """Pairs of a few of the new articles, a row each."""

    ones: Places
    others: Places
    common: Common


@dataclass
class Neighbourhood:
    """The articles seen so far: finds those like a new one, and knows how dense each one's surroundings are by now."""

    seen: dict[ArticleId, int] = field(default_factory=dict)
    """Article: its number in the order of arrival."""
    _ids: list[ArticleId] = field(default_factory=list)
    _stated: Numbers = field(default_factory=lambda: np.zeros((0, 4)))
    """A row an article: the ordinal of its day (not a number where it has none), words, crowd, and the rarity of its words."""
    _days: Counter[date | None] = field(default_factory=Counter)
    """Day: articles of it."""
    _index: Index = field(default_factory=Index)
    _vectors: Vectors = field(default_factory=Vectors)
    _near: Near = field(default_factory=Near)
    _sets: Sets = field(default_factory=Sets)
    _quakes: dict[int, frozenset[int]] = field(default_factory=dict)
    """Article, by its number: the magnitudes of earthquakes in its lead, if there are any."""

    def arrive(self, new: Sequence[Profile]) -> Compared:
        """Take in the articles of one day and give the likeness of each to earlier ones and to one another.

        Nothing of a later day is known here, and what was given is never given again.
        """
        first = len(self.seen)
        self._ids += [profile.id for profile in new]
        self._stated = longer(self._stated, len(self._ids))
        for number, profile in enumerate(new, first):
            self.seen[profile.id] = number
            self._days[profile.day] += 1
            self._vectors.count(profile)
            if profile.facts.magnitudes:
                self._quakes[number] = profile.facts.magnitudes
        self._sets.begin_day()
        crowds = {profile.day: self._crowd(profile) for profile in new}
        blocks: list[Block] = []
        found: list[tuple[int, list[int], Met]] = []
        for number, profile in enumerate(new, first):
            rarity = self._vectors.weigh(number, profile.article.language)
            index = profile.index_terms
            others = self._index.nearest(profile.day, index)
            self._index.add(profile.id, profile.day, index)
            found.append((number, others, self._vectors.compare(number, rarity, others)))
            self._sets.add(number, profile.facts, dict(zip(profile.channels.get("body", ()), rarity.tolist(), strict=True)))
            day = profile.day.toordinal() if profile.day else math.nan
            self._stated[number] = day, profile.facts.length, crowds[profile.day], math.fsum(rarity.tolist())
            if len(found) == BLOCK or profile is new[-1]:
                blocks.append(self._block(found))
                found = []
        for block in blocks:
            self._near.take(block.ones, block.others, block.common.wording, len(self.seen))
        scores = [self._judged(*block) for block in blocks]  # when all are taken in: what is near counts
        return Compared(
            self._ids,
            np.concatenate([block.ones for block in blocks]),
            np.concatenate([block.others for block in blocks]),
            np.concatenate([block.common.wording for block in blocks]),
            np.concatenate(scores),
        )

    def hoped(self, numbers: Numbers) -> Numbers:
        """Give how likely pairs are at best, from the numbers of ``GLANCED``, a row each."""
        return np.array(judge(numbers, GLANCED))

    def score(self, pairs: Sequence[tuple[ArticleId, ArticleId]], numbers: Numbers) -> list[float]:  # noqa: ARG002 - benchmarks look
        """Give how likely the two articles of each pair report one event, from what is compared between them, a row each."""
        return judge(numbers)

    def _block(self, found: Sequence[tuple[int, list[int], Met]]) -> Block:
        ones = np.repeat(np.array([number for number, _, _ in found], np.int32), [len(others) for _, others, _ in found])
        all_others = np.array([other for _, others, _ in found for other in others], np.int32)
        return Block(ones, all_others, self._vectors.common(ones, all_others, [met for _, _, met in found]))

    def _judged(self, ones: Places, others: Places, common: Common) -> Numbers:
        """Give the score of each pair; it is 0 where little had to be known to see that they report no one event."""
        scores, alike = np.zeros(len(ones)), common.wording
        new, old = self._side(ones, alike), self._side(others, alike)
        ratio = alike / ((new.level + old.level) / 2 + FLOOR)
        left = np.flatnonzero((ratio >= LEAST_RATIO) & (alike >= LEAST_OF_BEST * new.first))
        if not len(left):
            return scores
        glanced = glance(new.of(left), old.of(left), common.cosines[left], common.crossed[left], alike[left], ratio[left])
        likely = np.flatnonzero(self.hoped(glanced) >= HOPED)
        left = left[likely]
        sizes, ends = common.sharing, np.cumsum(common.sharing)
        for start in range(0, len(left), AT_ONCE):
            some, rows = left[start : start + AT_ONCE], likely[start : start + AT_ONCE]
            pairs = Pairs(
                ones[some],
                others[some],
                dict(zip(GLANCED, glanced[rows].T, strict=True)),
                common.told[some],
                np.minimum(self._stated[ones[some], _RARITY], self._stated[others[some], _RARITY]),
                common.shared[_ranges(ends[some] - sizes[some], sizes[some])],
                np.repeat(np.arange(len(some)), sizes[some]),
            )
            numbers = features(pairs, self._sets)
            acts = np.where(new.day[some] - old.day[some] > WINDOW, _between(numbers), 0)
            less = LATE * np.maximum(acts - WINDOW, 0) / MONTH + OTHER_QUAKE * self._other_quakes(ones[some], others[some])
            likely_so = np.array(self.score(self._named(ones[some], others[some]), numbers))
            scores[some] = np.round(likely_so / (likely_so + (1 - likely_so) * np.exp(less)), 6)
        return scores

    def _named(self, ones: Places, others: Places) -> list[tuple[ArticleId, ArticleId]]:
        ids = self._ids
        return [(ids[one], ids[other]) for one, other in zip(ones.tolist(), others.tolist(), strict=True)]

    def _side(self, articles: Places, alike: Numbers) -> Side:
        near, (days, words, crowds, _) = self._near, self._stated[articles].T
        background = near.background(articles)
        return Side(near.levels(articles), near.ranks(articles, alike), near.first(articles), days, words, crowds, background)

    def _other_quakes(self, ones: Places, others: Places) -> Flags:
        """Say of which pairs the leads name earthquakes of other sizes."""
        sizes = [[self._quakes.get(number, frozenset()) for number in side.tolist()] for side in (ones, others)]
        return np.array([are_other(*both) for both in zip(*sizes, strict=True)], np.bool_)

    def _crowd(self, profile: Profile) -> float:
        """Tell how much there is to be mistaken for: the articles of the day and the days before it, or all of them."""
        if profile.day is None:
            return math.log1p(self._days.total())
        return math.log1p(sum(self._days[profile.day - timedelta(days=ago)] for ago in range(CROWD_DAYS)))


def _ranges(starts: Rows, sizes: Rows) -> Rows:
    """Give the numbers from each start on, so many of each."""
    ranges: Rows = np.arange(sizes.sum()) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
    return ranges


def _between(compared: Numbers) -> Numbers:
    """Give the days between the acts that the leads name, 0 where it is unknown or an age is shared; a row of numbers a pair."""
    days: Numbers = np.where(compared[:, _AGES] < 1, np.expm1(compared[:, _GAP]), 0)
    return days
