"""How likely two articles report one event, judged among the articles known when the newer one arrived."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from digest.steps.events.features import Seen, Told, features
from digest.steps.events.index import WINDOW, Index
from digest.steps.events.judge import judge
from digest.steps.events.profile import Profile
from digest.steps.events.vectors import Common, Numbers, Vectors

LATE = 2.5
"""The likelihood is raised to this power when more than ``WINDOW`` days lie between and the two share no age.

By then it is more often the next act of the same people than a trial or a follow-up: only what is all but certain is believed.
Without it a truce of six months before joins the demo's new one. Beside .9 times the likelihood of all such pairs B-cubed F1 is,
cross-fitted, the same on the dated and look-alike sets and .005 lower on the undated one.
"""

NEAREST = slice(2, 10)
"""The third to the tenth most alike article: what likeness is worth in this neighbourhood (hub normalisation)."""

CROWD_DAYS = 4
"""The day and three before it: in a thin archive what is alike is one event, in a crowded one it is not."""

KEPT_NEAR = 24
"""So many of the highest likenesses of an article are remembered."""

USUAL = 0.08
"""The level of a neighbourhood that nothing is known of, worth ``USUAL_WEIGHT`` neighbours."""

USUAL_WEIGHT = 8

FLOOR = 0.02

KEPT_TOLD = 6000
"""Of so many articles, two windows of 200 a day, what they tell is kept at hand; then it is made anew."""

LEAST_RATIO = 0.45
LEAST_OF_BEST = 0.12
"""A pair whose likeness is a lower share of the level, or of what the newer one's nearest reaches, is not judged: these are half
of all pairs, and 1 in 100 of those that belong together."""


class Likeness(NamedTuple):
    """How alike two articles are, each number 0 to 1, rounded to 6 places."""

    wording: float
    """The weighted mean of the cosines that both have."""
    score: float
    """How likely the two report one event: what is compared with what is needed."""


@dataclass
class Neighbourhood:
    """The articles seen so far: finds those like a new one, and knows how dense each one's surroundings are by now."""

    seen: dict[str, Seen] = field(default_factory=dict)
    _days: Counter[date | None] = field(default_factory=Counter)
    """Day: articles of it."""
    _index: Index = field(default_factory=Index)
    _vectors: Vectors = field(default_factory=Vectors)
    _told: dict[str, Told] = field(default_factory=dict)

    def arrive(self, new: Sequence[Profile]) -> dict[tuple[str, str], Likeness]:
        """Take in the articles of one day and give the likeness of each to earlier ones and to one another.

        The keys are (new article, other article). Nothing of a later day is known here, and what was given is never given again.
        """
        for profile in new:
            self._days[profile.day] += 1
            self._vectors.count(profile)
        found: list[tuple[Seen, list[str], Common, Mapping[str, float]]] = []
        crowds = {profile.day: self._crowd(profile) for profile in new}
        for profile in new:
            rarity = self._vectors.weigh(profile)
            index = profile.index_terms
            candidates = self._index.nearest(profile.day, index)
            common = self._vectors.compare(profile.id, rarity, candidates)
            own = self.seen[profile.id] = Seen(profile, math.fsum(rarity.values()), common.wording[:], crowds[profile.day])
            for other, alike in zip(candidates, common.wording, strict=True):
                self.seen[other].near.append(alike)
            self._index.add(profile.id, profile.day, index)
            found.append((own, candidates, common, rarity))
        touched = {own.profile.id for own, _, _, _ in found}.union(*(candidates for _, candidates, _, _ in found))
        return self._judged(found, {article: _settle(self.seen[article].near) for article in touched})

    def score(self, pairs: Sequence[tuple[Seen, Seen]], numbers: Numbers) -> list[float]:  # noqa: ARG002 - benchmarks look
        """Give how likely the two articles of each pair report one event, from what is compared between them, a row each."""
        return judge(numbers)

    def _judged(
        self, found: Sequence[tuple[Seen, list[str], Common, Mapping[str, float]]], levels: Mapping[str, float]
    ) -> dict[tuple[str, str], Likeness]:
        likenesses: dict[tuple[str, str], Likeness] = {}
        pairs: list[tuple[Seen, Seen]] = []
        numbers: list[tuple[float, ...]] = []
        for new, candidates, common, rarity in found:
            name, own = new.profile.id, levels[new.profile.id]
            least = LEAST_OF_BEST * new.near[0] if new.near else 0.0
            for at, (other, alike) in enumerate(zip(candidates, common.wording, strict=True)):
                likenesses[name, other] = Likeness(alike, 0.0)
                there = levels[other]
                ratio = alike / ((own + there) / 2 + FLOOR)
                if ratio >= LEAST_RATIO and alike >= least:
                    old = self.seen[other]
                    pairs.append((new, old))
                    told = (self._told_by(new), self._told_by(old))
                    numbers.append(features(new, old, told, common.met(at), rarity, alike, (own, there), ratio))
        for (new, old), score in zip(pairs, self.score(pairs, np.round(numbers, 6)) if pairs else (), strict=True):
            pair = (new.profile.id, old.profile.id)
            score = round(score**LATE, 6) if _another_act(new.profile, old.profile) else score
            likenesses[pair] = Likeness(likenesses[pair].wording, score)
        return likenesses

    def _told_by(self, seen: Seen) -> Told:
        told = self._told.get(seen.profile.id)
        if told is None:
            if len(self._told) >= KEPT_TOLD:
                self._told.clear()
            told = self._told[seen.profile.id] = Told(seen.profile)
        return told

    def _crowd(self, profile: Profile) -> float:
        """Tell how much there is to be mistaken for: the articles of the day and the days before it, or all of them."""
        if profile.day is None:
            return math.log1p(self._days.total())
        return math.log1p(sum(self._days[profile.day - timedelta(days=ago)] for ago in range(CROWD_DAYS)))


def _settle(near: list[float]) -> float:
    """Keep the highest of these likenesses, and give the level."""
    near.sort(reverse=True)
    del near[KEPT_NEAR:]
    return level(near)


def level(near: Sequence[float]) -> float:
    """Give how alike articles are in a neighbourhood: the mean of the third to the tenth nearest, drawn to what is usual."""
    nearest = near[NEAREST]
    return round((math.fsum(nearest) + USUAL * USUAL_WEIGHT) / (len(nearest) + USUAL_WEIGHT), 6)


def _another_act(one: Profile, other: Profile) -> bool:
    far = one.day is not None and other.day is not None and abs((one.day - other.day).days) > WINDOW
    return far and not one.facts.ages & other.facts.ages
