"""How likely two articles report one event, judged among the articles known when the newer one arrived."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from digest.steps.events.features import Seen, cosine, features
from digest.steps.events.judge import judge
from digest.steps.events.profile import CHANNELS, Profile
from digest.text.frequency import idf

WINDOW = 14
"""Days within which two dated articles are compared because they share an important word."""

FEW = 20
"""A word that no more articles so far had among their most important ones is looked up in all time: trials and follow-ups come
months later. Of the pairs of look-alike reports that belong together .95 are compared, with the window alone .69."""

LATE = 0.75
"""What the likelihood counts when more than ``WINDOW`` days lie between: the next act of the same people is likelier by then.

On the look-alike set B-cubed F1 +.001 and pairwise F1 -.008; a truce of six months before stays out of the demo's new one.
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
    _postings: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _holders: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Language: stem: articles so far that use it."""
    _articles: Counter[str] = field(default_factory=Counter)

    def arrive(self, new: Sequence[Profile]) -> dict[tuple[str, str], Likeness]:
        """Take in the articles of one day and give the likeness of each to earlier ones and to one another.

        The keys are (new article, other article). Nothing of a later day is known here, and what was given is never given again.
        """
        for profile in new:
            self._articles[profile.article.language] += 1
            self._holders[profile.article.language].update(profile.channels.get("body", {}).keys())
        rarities: dict[str, dict[str, float]] = {}
        wordings: list[tuple[str, str, float]] = []
        for profile in new:
            rarities[profile.id] = rarity = self._rarity(profile)
            candidates = self._candidates(profile)
            body, lead = (_reweighed(profile, channel, rarity) for channel in ("body", "lead"))
            arrived = self.seen[profile.id] = Seen(profile, body, lead, math.fsum(rarity[term] for term in body), [])
            for other in candidates:
                alike = wording(arrived, self.seen[other])
                wordings.append((profile.id, other, alike))
                arrived.near.append(alike)
                self.seen[other].near.append(alike)
            for term in profile.index_terms:
                self._postings[term].append(profile.id)
        for article in sorted({article for one, other, _ in wordings for article in (one, other)}):
            near = self.seen[article].near
            near.sort(reverse=True)
            del near[KEPT_NEAR:]
        return {(one, other): Likeness(alike, self._score(one, other, alike, rarities[one])) for one, other, alike in wordings}

    def score(self, one: Seen, other: Seen, numbers: tuple[float, ...]) -> float:  # noqa: ARG002 - the benchmark looks at them
        """Give how likely two articles report one event, from what is compared between them."""
        return judge(numbers)

    def _score(self, one: str, other: str, alike: float, rarity: Mapping[str, float]) -> float:
        new, old = self.seen[one], self.seen[other]
        levels = level(new.near), level(old.near)
        ratio = alike / (sum(levels) / 2 + FLOOR)
        if ratio < LEAST_RATIO or alike < LEAST_OF_BEST * new.near[0]:
            return 0.0
        likely = self.score(new, old, features(new, old, rarity, alike, levels, ratio))
        return round(LATE * likely, 6) if _far(new.profile, old.profile) else likely

    def _rarity(self, profile: Profile) -> dict[str, float]:
        """Give the inverse document frequency of each word of an article, by the language at large and by the articles so far."""
        language = profile.article.language
        holders, total = self._holders[language], BACKGROUND + self._articles[language]
        terms = [*profile.channels.get("body", {}), *profile.channels.get("lead", {})]
        return {
            term: math.log(total / (BACKGROUND * math.exp(-idf(term, language)) + holders.get(term, 0)))
            for term in dict.fromkeys(terms)
        }

    def _candidates(self, profile: Profile) -> list[str]:
        weights = profile.channels.get("body", {})
        found: dict[str, float] = defaultdict(float)
        for term in profile.index_terms:
            postings = self._postings[term]
            if profile.day is None and len(postings) > 5 * POSTINGS:
                continue  # an undated article is compared with all days, but not by a term that every day has
            few = len(postings) <= FEW
            for other in postings if profile.day is None else postings[-POSTINGS:]:
                there = self.seen[other].profile
                if not few and _far(profile, there):
                    continue
                found[other] += weights[term] * there.channels["body"][term]
        best = sorted(found, key=lambda other: (-round(found[other], 6), other))
        return best[:CANDIDATES]


def wording(one: Seen, other: Seen) -> float:
    """Give how alike two articles are in what they say, 0 to 1: the weighted mean of the channels that both have."""
    pairs = [(weight, _vector(one, name), _vector(other, name)) for name, weight in CHANNELS.items()]
    both = [(weight, ours, theirs) for weight, ours, theirs in pairs if ours and theirs]
    if not both:
        return 0.0
    total = math.fsum(weight * cosine(ours, theirs) for weight, ours, theirs in both)
    return round(total / math.fsum(weight for weight, _, _ in both), 6)


def level(near: Sequence[float]) -> float:
    """Give how alike articles are in a neighbourhood: the mean of the third to the tenth nearest, drawn to what is usual."""
    nearest = near[NEAREST]
    return round((math.fsum(nearest) + USUAL * USUAL_WEIGHT) / (len(nearest) + USUAL_WEIGHT), 6)


def _vector(seen: Seen, channel: str) -> Mapping[str, float]:
    if channel in ("body", "lead"):
        return seen.body if channel == "body" else seen.lead
    return seen.profile.channels.get(channel, {})


def _far(one: Profile, other: Profile) -> bool:
    return one.day is not None and other.day is not None and abs((one.day - other.day).days) > WINDOW


def _reweighed(profile: Profile, channel: str, rarity: Mapping[str, float]) -> dict[str, float]:
    language = profile.article.language
    weights = {term: weight * rarity[term] / idf(term, language) for term, weight in profile.channels.get(channel, {}).items()}
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}
