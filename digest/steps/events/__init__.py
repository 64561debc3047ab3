"""Finds which articles report the same event."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from digest.model import Article, ArticleId, Edits, Event, Join
from digest.steps.events.account import joins_of, rejections_of
from digest.steps.events.bonds import Bonds, bonds_of
from digest.steps.events.copies import find_copies
from digest.steps.events.profile import Profile, profile_of
from digest.steps.events.replay import Replay
from digest.steps.events.roundups import is_round_up, with_mentions
from digest.steps.events.shelf import Shelved, shelved

__all__ = ["group_events", "group_profiles"]


def group_events(articles: Sequence[Article], edits: Edits) -> tuple[Event, ...]:
    """Group articles into events, each article in exactly one.

    Decided by replay: articles are taken a day at a time by their own date, what earlier days decided stays, undated ones come
    last; so an article of a later day never changes how earlier ones are grouped, and the order of ``articles`` does not matter.
    The editor's ``together``, ``apart`` and ``event:`` bind while grouping. A round-up is an event of its own, unless the editor
    binds it.

    Returns events by id; in each the founder (the oldest by its own date, then by id) comes first.
    """
    return group_profiles(articles, profile_of, bonds_of(articles, edits))


def group_profiles(articles: Sequence[Article], profile_of: Callable[[Article], Profile], bonds: Bonds) -> tuple[Event, ...]:
    """Do the same with what is compared of an article given by ``profile_of``, which is asked once for each, day by day."""
    arriving = {article.id: article for article in sorted(articles, key=_arrival)}
    round_ups = [name for name, article in arriving.items() if name not in bonds.group and is_round_up(article)]
    reports = [article for name, article in arriving.items() if name not in set(round_ups)]
    shelf: dict[ArticleId, Shelved] = {}
    replay = Replay(bonds)
    places = {article: place for place, article in enumerate(arriving)}
    joins: dict[ArticleId, Join] = {}
    copies: dict[ArticleId, ArticleId] = {}
    for _, arrived in groupby(reports, key=lambda article: article.own_day or date.max):
        new = [profile_of(article) for article in arrived]
        replay.day(new)
        shelf |= {profile.id: shelved(profile) for profile in new}
        for event in dict.fromkeys(replay.event_of[profile.id] for profile in new):
            # told now, while what the new ones say is at hand: nothing that comes later changes it
            members = sorted(replay.members[event], key=places.__getitem__)
            since = bisect_left(members, places[new[0].id], key=places.__getitem__)
            copies |= find_copies(members, shelf, copies, since)
            joins |= {join.article: join for join in joins_of(members, copies, replay, shelf, since)}
    neighbours: dict[ArticleId, list[ArticleId]] = defaultdict(list)
    for one, other in replay.likenesses:
        neighbours[one].append(other)
        neighbours[other].append(one)
    events = [Event(name, (name,)) for name in round_ups]
    for grouped in replay.members.values():
        members = sorted(grouped, key=places.__getitem__)
        explained = tuple(joins[article] for article in members[1:])
        carried = {article: copies[article] for article in members if article in copies}
        events.append(Event(members[0], tuple(members), explained, rejections_of(members, replay, neighbours), carried))
    shelf |= {name: shelved(profile_of(arriving[name])) for name in round_ups}
    return with_mentions(sorted(events, key=lambda event: event.id), round_ups, shelf)


def _arrival(article: Article) -> tuple[date, str, ArticleId]:
    """By the day the article itself gives, then by the hour, then by id; undated last."""
    day = article.own_day
    return (day or date.max, article.published.iso if day and article.published else "", article.id)
