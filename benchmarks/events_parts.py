"""The pairs that the pair model learns from: labelled news as it is, and as it would stand in other folders."""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

import numpy as np

from digest.model import Article, Block, Edits, Precision, Published
from digest.steps.events.bonds import bonds_of
from digest.steps.events.features import FEATURES
from digest.steps.events.likeness import Neighbourhood
from digest.steps.events.profile import Profile, profile_of
from digest.steps.events.replay import Replay

Pair = tuple[str, str]
Numbers = dict[Pair, tuple[float, ...]]


DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


class Watched(Neighbourhood):
    """A neighbourhood that keeps what it compares, and may be told the scores."""

    pairs: dict[Pair, tuple[float, ...]]
    told: dict[Pair, float]
    events: dict[str, str]

    def score(self, pairs, numbers):  # noqa: D102
        self.pairs.update(zip(pairs, map(tuple, numbers.tolist()), strict=True))
        return [self.told.get(pair, 0.0) for pair in pairs]

    def hoped(self, numbers):  # noqa: D102
        return np.ones(len(numbers))  # a model learns from all pairs


def replay(profiles: list[Profile], told: dict[Pair, float]) -> Watched:
    """Run the days through a watched neighbourhood; gives it, with ``events``: article: event."""
    watched = Watched()
    watched.pairs, watched.told = {}, told
    run = Replay(bonds_of([], Edits()), watched)
    for _, arrived in groupby(sorted(profiles, key=arrival), key=lambda profile: profile.day or date.max):
        run.day(list(arrived))
    watched.events = run.event_of
    return watched


def arrival(profile: Profile) -> tuple[date, str, str]:
    """As ``group_events`` sorts."""
    published = profile.article.published
    return (profile.day or date.max, published.iso if profile.day and published else "", profile.id)


def neighbours(pairs: Numbers) -> dict[str, list[str]]:
    """Give the articles that each was compared with, the most alike first."""
    alike = list(FEATURES).index("likeness")
    near: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (one, other), numbers in pairs.items():
        near[one].append((numbers[alike], other))
        near[other].append((numbers[alike], one))
    return {article: [other for _, other in sorted(found, reverse=True)] for article, found in near.items()}


def small_folders(profiles: list[Profile], pairs: Numbers, dice: random.Random) -> list[tuple[Pair, tuple[float, ...]]]:
    """Compare articles that have next to no neighbourhood."""
    by_id, near, found = {profile.id: profile for profile in profiles}, neighbours(pairs), []
    for article in dice.sample(sorted(near), min(500, len(near))):
        folder = [article, *near[article][: dice.choice([2, 3, 4, 6, 10]) - 1]]
        found += list(replay([by_id[one] for one in folder], {}).pairs.items())
    return found


def short_folders(profiles: list[Profile], pairs: Numbers, dice: random.Random) -> list[tuple[Pair, tuple[float, ...]]]:
    """Compare articles of few words, alone with those most like them or with strangers; one in three is left whole."""
    by_id, near, found = {profile.id: profile for profile in profiles}, neighbours(pairs), []
    for article in dice.sample(sorted(near), min(500, len(near))):
        length, size = dice.choice([10, 14, 20, 30, 50, 80, 120]), dice.choice([2, 2, 3, 4, 6])
        others = near[article][: size - 1] if dice.random() < 0.7 else dice.sample(sorted(near), size - 1)
        folder = []
        for one in dict.fromkeys([article, *others]):
            most = max(8, int(length * dice.choice([0.6, 1, 1.5])))
            folder.append(by_id[one] if dice.random() < 0.3 else profile_of(cut(by_id[one].article, most)))
        found += list(replay(folder, {}).pairs.items())
    return found


def random_folders(profiles: list[Profile], dice: random.Random) -> list[tuple[Pair, tuple[float, ...]]]:
    """Compare articles of folders that somebody filled with anything."""
    folders = [dice.sample(profiles, dice.choice([2, 5, 10, 30])) for _ in range(60)]
    return [found for folder in folders for found in replay(folder, {}).pairs.items()]


def cut(article: Article, most: int) -> Article:
    """Give the first words of an article."""
    kept: list[Block] = []
    for block in article.blocks:
        kept.append(replace(block, text=" ".join(block.text.split()[:most])))
        most -= len(block.text.split())
        if most <= 0:
            break
    return replace(article, blocks=tuple(kept), recurring=frozenset(), sentences=())


def moved(profile: Profile, by: timedelta) -> Profile:
    """Move an article, and every day that it speaks of, to another time; an undated one stays as it is."""
    if profile.day is None or not by:
        return profile
    facts, day, days = profile.facts, profile.day, by.days

    def month_and_day(found: tuple[int, int]) -> tuple[int, int]:
        try:
            then = date(day.year, *found) + by
        except ValueError:  # 29 February
            return found
        return then.month, then.day

    def year(found: str) -> str:
        return str(int(found) + (day + by).year - day.year)

    facts = replace(
        facts,
        act_day=facts.act_day + by if facts.act_day else None,
        act_days=frozenset(one + by for one in facts.act_days),
        dates=frozenset(map(month_and_day, facts.dates)),
        first_date=month_and_day(facts.first_date) if facts.first_date else None,
        years=frozenset(map(year, facts.years)),
        lead_years=frozenset(map(year, facts.lead_years)),
        months=frozenset(month_and_day((month, 15))[0] for month in facts.months),
        weekdays=frozenset((weekday + days) % 7 for weekday in facts.weekdays),
        weekday=DAYS[(DAYS.index(facts.weekday) + days) % 7] if facts.weekday in DAYS else facts.weekday,
    )
    article = replace(profile.article, published=Published((day + by).isoformat(), Precision.DAY, "moved"))
    return replace(profile, article=article, facts=facts, day=day + by)


def crowded(profiles: list[Profile], gold: dict[str, str], weeks: int) -> list[Profile]:
    """Move every event, as it stands, into the first ``weeks`` weeks: by the hash of its name, weekdays kept."""
    first = first_days(profiles, gold)
    start = min(first.values())
    found = []
    for profile in profiles:
        cluster = gold[profile.id]
        number = int(hashlib.sha1(f"week {cluster}".encode()).hexdigest(), 16) % weeks  # noqa: S324 - a draw, no secret
        weeks_back = (first[cluster] - start).days // 7 - number if profile.day else 0
        found.append(moved(profile, -timedelta(weeks=weeks_back)))
    return found


def first_days(profiles: Iterable[Profile], gold: dict[str, str]) -> dict[str, date]:
    """Give each event's first day; an event of undated articles has none."""
    first: dict[str, date] = {}
    for profile in profiles:
        if profile.day:
            first[gold[profile.id]] = min(profile.day, first.get(gold[profile.id], profile.day))
    return first
