"""Finds which articles report the same event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from digest.model import Article, ArticleId, Edits, Event
from digest.steps.events.account import joins_of, rejections_of
from digest.steps.events.bonds import Bonds, bonds_of
from digest.steps.events.copies import find_copies
from digest.steps.events.profile import Profile, profile_of
from digest.steps.events.replay import Replay
from digest.steps.events.roundups import is_round_up, with_mentions

__all__ = ["group_events", "group_profiles"]


def group_events(articles: Sequence[Article], edits: Edits) -> tuple[Event, ...]:
    """Group articles into events, each article in exactly one.

    Decided by replay: articles are taken a day at a time by their own date, what earlier days decided stays, undated ones come
    last; so an article of a later day never changes how earlier ones are grouped, and the order of ``articles`` does not matter.
    The editor's ``together``, ``apart`` and ``event:`` bind while grouping. A round-up is an event of its own, unless the editor
    binds it.

    Returns events by id; in each the founder (the oldest by its own date, then by id) comes first.
    """
    return group_profiles([profile_of(article) for article in articles], bonds_of(articles, edits))


def group_profiles(profiles: Sequence[Profile], bonds: Bonds) -> tuple[Event, ...]:
    """Do the same for articles of which everything that is compared is known."""
    arriving = {profile.id: profile for profile in sorted(profiles, key=lambda profile: _arrival(profile.article))}
    round_ups = [name for name, profile in arriving.items() if name not in bonds.group and is_round_up(profile.article)]
    reports = [profile for name, profile in arriving.items() if name not in round_ups]
    replay = Replay(bonds)
    for _, arrived in groupby(reports, key=lambda profile: profile.day or date.max):
        replay.day(list(arrived))
    neighbours: dict[ArticleId, list[ArticleId]] = defaultdict(list)
    for one, other in replay.likenesses:
        neighbours[one].append(other)
        neighbours[other].append(one)
    events = [Event(name, (name,)) for name in round_ups]
    for grouped in replay.members.values():
        members = sorted(grouped, key=lambda article: _arrival(arriving[article].article))
        copies = find_copies(members, arriving)
        joins = joins_of(members, copies, replay, arriving)
        rejected = rejections_of(members, replay, neighbours)
        events.append(Event(members[0], tuple(members), joins, rejected, copies))
    return with_mentions(sorted(events, key=lambda event: event.id), round_ups, arriving)


def _arrival(article: Article) -> tuple[date, str, ArticleId]:
    """By the day the article itself gives, then by the hour, then by id; undated last."""
    day = article.own_day
    return (day or date.max, article.published.iso if day and article.published else "", article.id)
