"""How likely two articles report one event, judged among the articles known when the newer one arrived."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from digest.steps.events.features import Seen, features
from digest.steps.events.judge import judge
from digest.steps.events.profile import CHANNELS, Profile
from digest.steps.events.vectors import Met, Vectors
from digest.text.frequency import idf

WINDOW = 14
"""Days within which two dated articles are compared because they share an important word."""

FEW = 20
"""A word that no more articles so far had among their most important ones is looked up in all time: trials and follow-ups come
months later. Of the pairs of look-alike reports that belong together .95 are compared, with the window alone .69."""

LATE = 0.9
"""What the likelihood counts when more than ``WINDOW`` days lie between: the next act of the same people is likelier by then.

On the look-alike set B-cubed and pairwise F1 -.001/-.003; without it a truce of six months before joins the demo's new one.
"""

CANDIDATES = 40
"""At most so many earlier articles are compared with a new one."""

POSTINGS = 200
"""Of the articles that share a term so many are looked at, the newest first."""

BACKGROUND = 2000
"""The language at large weighs like so many articles beside those that are here (idf blended with the articles' own df):
B-cubed F1 +.003, .000 and +.005 over the language at large alone."""

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

LEAST_RATIO = 0.45
LEAST_OF_BEST = 0.12
"""A pair whose likeness is a lower share of the level, or of what the newer one's nearest reaches, is not judged: these are half
of all pairs, and 1 in 100 of those that belong together."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two articles are, each number 0 to 1, rounded to 6 places."""

    wording: float
    """The weighted mean of the cosines that both have."""
    score: float
    """How likely the two report one event: what is compared with what is needed."""


@dataclass
class Neighbourhood:
    """The articles seen so far: finds those like a new one, and knows how dense each one's surroundings are by now."""

    seen: dict[str, Seen] = field(default_factory=dict)
    _postings: dict[str, list[tuple[str, int | None, float]]] = field(default_factory=lambda: defaultdict(list))
    _holders: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Language: stem: articles so far that use it."""
    _articles: Counter[str] = field(default_factory=Counter)
    _days: Counter[date | None] = field(default_factory=Counter)
    """Day: articles of it."""
    _vectors: Vectors = field(default_factory=Vectors)

    def arrive(self, new: Sequence[Profile]) -> dict[tuple[str, str], Likeness]:
        """Take in the articles of one day and give the likeness of each to earlier ones and to one another.

        The keys are (new article, other article). Nothing of a later day is known here, and what was given is never given again.
        """
        for profile in new:
            self._articles[profile.article.language] += 1
            self._days[profile.day] += 1
            self._holders[profile.article.language].update(profile.channels.get("body", {}).keys())
        pairs: list[tuple[str, str, float, Met]] = []
        rarities: dict[str, Mapping[str, float]] = {}
        crowds = {profile.day: self._crowd(profile) for profile in new}
        for profile in new:
            rarity = rarities[profile.id] = self._rarity(profile)
            index = profile.index_terms
            candidates = self._candidates(profile, index)
            self.seen[profile.id] = Seen(profile, math.fsum(rarity.values()), [], crowds[profile.day])
            vectors = {**profile.channels, **{name: _reweighed(profile, name, rarity) for name in ("body", "lead")}}
            for other, met in zip(candidates, self._vectors.arrive(profile.id, vectors, rarity, candidates), strict=True):
                alike = wording(met)
                pairs.append((profile.id, other, alike, met))
                self.seen[profile.id].near.append(alike)
                self.seen[other].near.append(alike)
            day = profile.day.toordinal() if profile.day else None
            for term, weight in index.items():
                self._postings[term].append((profile.id, day, weight))
        levels: dict[str, float] = {}
        for article in sorted({article for one, other, _, _ in pairs for article in (one, other)}):
            near = self.seen[article].near
            near.sort(reverse=True)
            del near[KEPT_NEAR:]
            levels[article] = level(near)
        return {
            (one, other): Likeness(alike, self._score(one, other, alike, met, (levels[one], levels[other]), rarities[one]))
            for one, other, alike, met in pairs
        }

    def score(self, one: Seen, other: Seen, numbers: tuple[float, ...]) -> float:  # noqa: ARG002 - benchmarks look
        """Give how likely two articles report one event, from what is compared between them."""
        return judge(numbers)

    def _score(
        self, one: str, other: str, alike: float, met: Met, levels: tuple[float, float], rarity: Mapping[str, float]
    ) -> float:
        new, old = self.seen[one], self.seen[other]
        ratio = alike / (sum(levels) / 2 + FLOOR)
        if ratio < LEAST_RATIO or alike < LEAST_OF_BEST * new.near[0]:
            return 0.0
        likely = self.score(new, old, features(new, old, met, rarity, alike, levels, ratio))
        return round(LATE * likely, 6) if _far(new.profile, old.profile) else likely

    def _rarity(self, profile: Profile) -> dict[str, float]:
        """Give the inverse document frequency of each word of an article, by the language at large and by the articles so far."""
        language = profile.article.language
        holders, total = self._holders[language], BACKGROUND + self._articles[language]
        return {
            term: math.log(total / (_usual(term, language)[1] + holders.get(term, 0)))
            for term in profile.channels.get("body", {})
        }

    def _crowd(self, profile: Profile) -> float:
        """Tell how much there is to be mistaken for: the articles of the day and the days before it, or all of them."""
        if profile.day is None:
            return math.log1p(self._days.total())
        return math.log1p(sum(self._days[profile.day - timedelta(days=ago)] for ago in range(CROWD_DAYS)))

    def _candidates(self, profile: Profile, index: Mapping[str, float]) -> list[str]:
        day = profile.day.toordinal() if profile.day else None
        found: dict[str, float] = defaultdict(float)
        for term, weight in index.items():
            postings = self._postings[term]
            if day is None and len(postings) > 5 * POSTINGS:
                continue  # an undated article is compared with all days, but not by a term that every day has
            first = 0
            if day is not None and len(postings) > FEW:
                postings = postings[-POSTINGS:]
                first = day - WINDOW
            for other, then, there in postings:
                if then is None or then >= first:
                    found[other] += weight * there
        best = heapq.nsmallest(CANDIDATES, found.items(), key=lambda item: (-round(item[1], 6), item[0]))
        return [other for other, _ in best]


def wording(met: Met) -> float:
    """Give how alike two articles are in what they say, 0 to 1: the weighted mean of the channels that both have."""
    cosines = (met.body, met.lead, met.names, met.title)
    both = [(weight, cosine) for weight, cosine, have in zip(CHANNELS.values(), cosines, met.channels, strict=True) if have]
    if not both:
        return 0.0
    return round(math.fsum(weight * cosine for weight, cosine in both) / math.fsum(weight for weight, _ in both), 6)


def level(near: Sequence[float]) -> float:
    """Give how alike articles are in a neighbourhood: the mean of the third to the tenth nearest, drawn to what is usual."""
    nearest = near[NEAREST]
    return round((math.fsum(nearest) + USUAL * USUAL_WEIGHT) / (len(nearest) + USUAL_WEIGHT), 6)


@lru_cache(maxsize=200_000)
def _usual(term: str, language: str) -> tuple[float, float]:
    """Give a word's idf in the language at large, and in how many of ``BACKGROUND`` articles it would then stand."""
    rarity = idf(term, language)
    return rarity, BACKGROUND * math.exp(-rarity)


def _far(one: Profile, other: Profile) -> bool:
    return one.day is not None and other.day is not None and abs((one.day - other.day).days) > WINDOW


def _reweighed(profile: Profile, channel: str, rarity: Mapping[str, float]) -> dict[str, float]:
    language = profile.article.language
    weights = {
        term: weight * rarity[term] / _usual(term, language)[0] for term, weight in profile.channels.get(channel, {}).items()
    }
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}
