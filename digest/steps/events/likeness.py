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
from digest.steps.events.near import Near
from digest.steps.events.profile import Profile
from digest.steps.events.sets import Flags, Rows, Sets
from digest.steps.events.vectors import Common, Met, Numbers, Places, Vectors, longer

LATE = 0.2
"""What every month between the two acts takes from the log-odds, where each lead names a day and these are more than ``WINDOW``
days apart, as the articles are, and the two share no age.

By then it is more often the next act of the same people: half a year leaves .72 of a likelihood of .9. A trial or a follow-up
mostly names the day of the first act, or an age. Cross-fitted, this costs nothing on the dated and look-alike sets, and .002 of
B-cubed F1 on the undated one; the likelihood of all pairs that far apart raised to a power costs .006 of pairwise F1 on the
look-alike set. Without either, a truce of six months before joins the demo's new one.
"""

MONTH = 30

_GAP, _AGES = (list(FEATURES).index(name) for name in ("gap between acts", "ages"))

CROWD_DAYS = 4
"""The day and three before it: in a thin archive what is alike is one event, in a crowded one it is not."""

FLOOR = 0.02

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
        self._sets.begin_day()
        crowds = {profile.day: self._crowd(profile) for profile in new}
        found: list[tuple[list[int], Met]] = []
        for number, profile in enumerate(new, first):
            rarity = self._vectors.weigh(number, profile.article.language)
            index = profile.index_terms
            others = self._index.nearest(profile.day, index)
            self._index.add(profile.id, profile.day, index)
            found.append((others, self._vectors.compare(number, rarity, others)))
            self._sets.add(number, profile.facts, dict(zip(profile.channels.get("body", ()), rarity.tolist(), strict=True)))
            day = profile.day.toordinal() if profile.day else math.nan
            self._stated[number] = day, profile.facts.length, crowds[profile.day], math.fsum(rarity.tolist())
        ones = np.repeat(np.arange(first, len(self.seen), dtype=np.int32), [len(others) for others, _ in found])
        all_others = np.array([other for others, _ in found for other in others], np.int32)
        common = self._vectors.common(ones, all_others, [met for _, met in found])
        self._near.take(ones, all_others, common.wording, len(self.seen))
        return Compared(self._ids, ones, all_others, common.wording, self._judged(ones, all_others, common))

    def hoped(self, numbers: Numbers) -> Numbers:
        """Give how likely pairs are at best, from the numbers of ``GLANCED``, a row each."""
        return np.array(judge(numbers, GLANCED))

    def score(self, pairs: Sequence[tuple[ArticleId, ArticleId]], numbers: Numbers) -> list[float]:  # noqa: ARG002 - benchmarks look
        """Give how likely the two articles of each pair report one event, from what is compared between them, a row each."""
        return judge(numbers)

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
            found_scores = np.array(self.score(self._named(ones[some], others[some]), numbers))
            far = new.day[some] - old.day[some] > WINDOW
            scores[some] = np.round(_less(found_scores, numbers, far), 6)
        return scores

    def _named(self, ones: Places, others: Places) -> list[tuple[ArticleId, ArticleId]]:
        ids = self._ids
        return [(ids[one], ids[other]) for one, other in zip(ones.tolist(), others.tolist(), strict=True)]

    def _side(self, articles: Places, alike: Numbers) -> Side:
        near, (days, words, crowds, _) = self._near, self._stated[articles].T
        return Side(near.levels(articles), near.ranks(articles, alike), near.first(articles), days, words, crowds)

    def _crowd(self, profile: Profile) -> float:
        """Tell how much there is to be mistaken for: the articles of the day and the days before it, or all of them."""
        if profile.day is None:
            return math.log1p(self._days.total())
        return math.log1p(sum(self._days[profile.day - timedelta(days=ago)] for ago in range(CROWD_DAYS)))


def _ranges(starts: Rows, sizes: Rows) -> Rows:
    """Give the numbers from each start on, so many of each."""
    ranges: Rows = np.arange(sizes.sum()) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
    return ranges


def _less(scores: Numbers, compared: Numbers, far: Flags) -> Numbers:
    """Take from the likelihoods of pairs ``far`` apart what ``LATE`` says; ``compared`` are their numbers, a row each."""
    acts = np.expm1(compared[:, _GAP])
    off = np.exp(-LATE * (acts - WINDOW) / MONTH)
    less: Numbers = np.where(far & (acts > WINDOW) & (compared[:, _AGES] < 1), scores * off / (1 - scores + scores * off), scores)
    return less
