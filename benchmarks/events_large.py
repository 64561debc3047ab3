"""Large events to learn from: reports mixed and reworded out of the few that labelled news has of an event."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.events_parts import Numbers, Pair, moved, neighbours, replay
from digest.model import Article, Block, Precision, Published
from digest.steps.events.profile import Profile, profile_of

FOLDERS = 24
"""Of each set."""

SIZES = (30, 45, 60, 80)
"""Reports of a folder's event."""

BESIDE = (5, 12, 25, 45)
"""Reports of an event that is like it, where that is made large as well."""

MOST = 250
"""Pairs of one event that are taken of a folder, and as many of two."""

_SENTENCE = re.compile(r'(?<=[.!?”"])\s+(?=[A-Z“"])')


def large_folders(
    profiles: list[Profile], gold: dict[str, str], pairs: Numbers, dice: random.Random
) -> tuple[list[tuple[Pair, tuple[float, ...]]], dict[str, str]]:
    """Compare the reports of large events with one another and with what they may be mistaken for.

    A folder is a newsroom's week: one event with 30 to 80 made-up reports, up to four that are most like it, half of them large
    as well, and 40 strangers, all dated. Returns pairs, each with one made-up report at least, and the event of each such report.
    """
    clusters: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        clusters[gold[profile.id]].append(profile)
    some = (sentence for profile in dice.sample(profiles, 300) for sentence in _sentences(profile.article)[:12])
    words = [word for sentence in some for word in sentence.split() if _plain(word)]
    near, known = neighbours(pairs), sorted(event for event, members in clusters.items() if len(members) > 1)
    weights = [len(clusters[event]) - 1 for event in known]
    found: list[tuple[Pair, tuple[float, ...]]] = []
    event_of: dict[str, str] = {}
    for number in range(FOLDERS):
        event = dice.choices(known, weights=weights)[0]
        first = min((p.day for p in clusters[event] if p.day), default=date(2021, 3, 1) + timedelta(days=dice.randrange(300)))
        others = (gold[other] for profile in clusters[event] for other in near.get(profile.id, [])[:40])
        alike = Counter(other for other in others if other != event).most_common(4)
        folder: dict[str, Profile] = {}
        for which, size in [(event, dice.choice(SIZES)), *((other, 0) for other, _ in alike)]:
            if size or dice.random() < 0.5:
                for report in _large(number, clusters[which], size or dice.choice(BESIDE), first, profiles, words, dice):
                    folder[report.id], event_of[report.id] = report, which
            else:
                folder |= {profile.id: _in_week(profile, first, dice) for profile in clusters[which]}
        folder = {profile.id: _in_week(profile, first, dice) for profile in dice.sample(profiles, 40)} | folder
        compared = [(pair, met) for pair, met in replay(list(folder.values()), {}).pairs.items() if event_of.keys() & set(pair)]
        events = gold | event_of
        for same in (True, False):
            held = [(pair, met) for pair, met in compared if (events[pair[0]] == events[pair[1]]) == same]
            found += dice.sample(held, min(MOST, len(held)))
    return found, event_of


def _large(
    folder: int, reports: list[Profile], size: int, first: date, all_: list[Profile], words: list[str], dice: random.Random
) -> list[Profile]:
    """Make so many reports of an event, within days."""
    articles, start, found = [report.article for report in reports], first + timedelta(days=dice.randrange(3)), []
    for number in range(size):
        base = dice.choice(articles)
        day = _near(base.own_day, first) if base.own_day else start + timedelta(days=dice.choice([0, 0, 0, 1, 1, 2, 3]))
        others = [article for article in articles if article is not base]
        strangers = [profile.article for profile in dice.sample(all_, 2)]
        article = _retold(base, others, strangers, words, dice)
        found.append(profile_of(replace(_on(article, day), id=f"{base.id}-{folder}-{number}")))
    return found


def _retold(
    base: Article, others: Sequence[Article], strangers: Sequence[Article], words: Sequence[str], dice: random.Random
) -> Article:
    """Keep some sentences of a report, add some of another one and of strangers, and put other words for some."""
    own, share = _sentences(base) or [base.text], dice.uniform(0.15, 0.8)
    kept = [own[at] for at in range(len(own)) if dice.random() < share or (at == 0 and dice.random() < 0.6)] or own[:1]
    for source, most in [*([(dice.choice(others), 0.8)] if others else []), *((stranger, 0.5) for stranger in strangers)]:
        said = _sentences(source)
        for sentence in dice.sample(said, min(len(said), int(len(kept) * dice.uniform(0, most)))):
            kept.insert(dice.randrange(len(kept) + 1), sentence)
    other = dice.uniform(0.1, 0.7)

    def reworded(text: str) -> str:
        return " ".join(dice.choice(words) if _plain(word) and dice.random() < other else word for word in text.split())

    blocks = tuple(Block(base.blocks[0].kind, reworded(" ".join(kept[at : at + 3]))) for at in range(0, len(kept), 3))
    title = reworded(dice.choice([base, *others]).title if dice.random() < 0.5 else base.title)
    return replace(base, title=title, blocks=blocks, recurring=frozenset(), sentences=())


def _in_week(profile: Profile, first: date, dice: random.Random) -> Profile:
    if profile.day:
        return moved(profile, _near(profile.day, first) - profile.day)
    return profile_of(_on(profile.article, first + timedelta(days=dice.randrange(6))))


def _near(day: date, first: date) -> date:
    """Give the same day of the week, at most four days from the first."""
    return day - timedelta(days=7 * round((day - first).days / 7))


def _on(article: Article, day: date) -> Article:
    return replace(article, published=Published(day.isoformat(), Precision.DAY, "moved"))


def _sentences(article: Article) -> list[str]:
    found = (sentence for block in article.told for sentence in _SENTENCE.split(block))
    return [sentence for sentence in found if len(sentence.split()) > 3]


def _plain(word: str) -> bool:
    return word.islower() and len(word) > 3
