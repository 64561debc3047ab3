"""Why articles are together, and what was nearly joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from digest.model import ArticleId, Join, Rejection
from digest.steps.events.replay import NEEDED, Replay
from digest.steps.events.shelf import Shelved
from digest.text.frequency import idf

SHOWN_TERMS = 4
SHOWN_REJECTIONS = 3

WORTH_SHOWING = 0.6
"""A neighbour that reached less than this share of what was needed was not nearly joined."""


def joins_of(
    members: Sequence[ArticleId],
    copies: Mapping[ArticleId, ArticleId],
    replay: Replay,
    shelf: Mapping[ArticleId, Shelved],
    since: int,
) -> tuple[Join, ...]:
    """Explain each article of an event but the first by one before it, so that every article is led back to the founder.

    That is the first carrier of its text, the one that the editor bound it to, or else the one that it is most like. Only
    articles from the place ``since`` on are explained.
    """
    joins = []
    first = max(1, since)
    for place, article in enumerate(members[first:], first):
        group = replay.bonds.group.get(article)
        bound = [other for other in members[:place] if group is not None and replay.bonds.group.get(other) == group]
        nearest = max(bound or members[:place], key=lambda other: (_likeness(replay, article, other), -members.index(other)))
        nearest = copies.get(article, nearest)
        by = "copy" if article in copies else "editor" if bound else "likeness"
        score = 1.0 if by == "editor" else _likeness(replay, article, nearest)
        joins.append(Join(article, nearest, score, shared_terms(shelf[article], shelf[nearest]), by))
    return tuple(joins)


def rejections_of(
    members: Sequence[ArticleId], replay: Replay, neighbours: Mapping[ArticleId, Sequence[ArticleId]]
) -> tuple[Rejection, ...]:
    """Give the articles of other events that came nearest to joining this one, one an event, nearest first."""
    inside = set(members)
    best: dict[ArticleId, tuple[float, Rejection]] = {}
    for article in members:
        for other in neighbours.get(article, ()):
            if other in inside:
                continue
            score = _likeness(replay, article, other)
            apart = replay.bonds.forbid(inside, [other])
            if score < WORTH_SHOWING * NEEDED:
                continue
            reason = "kept apart by the editor" if apart else "too little in common"
            if not apart and score >= NEEDED:
                reason = "these two reports are alike, but the rest of the two events is not"
            event = replay.event_of[other]
            ratio = round(score / NEEDED, 6)
            if event not in best or ratio > best[event][0]:
                best[event] = (ratio, Rejection(article, other, score, NEEDED, reason))
    nearest = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
    return tuple(rejection for _, (_, rejection) in nearest[:SHOWN_REJECTIONS])


def shared_terms(one: Shelved, other: Shelved) -> tuple[str, ...]:
    """Give the words and names that tell most about the likeness of two articles, as the first one writes them."""
    language = one.article.language
    weights: dict[float, list[str]] = defaultdict(list)
    for ours, theirs in ((one.body, other.body), (one.names, other.names)):
        others = dict(theirs.items())
        for term, weight in ours.items():
            if term in others:
                rarity = idf(term.removeprefix("="), language)
                weights[round(weight * others[term] * rarity, 6)].append(term)
    chosen: list[str] = []
    for weight in sorted(weights, reverse=True):
        for word in sorted(one.surface.get(term, term.removeprefix("=")) for term in weights[weight]):
            low = word.lower()
            if len(word) > 2 and not any(low in other.lower() or other.lower() in low for other in chosen):
                chosen.append(word)
            if len(chosen) == SHOWN_TERMS:
                return tuple(chosen)
    return tuple(chosen)


def _likeness(replay: Replay, one: ArticleId, other: ArticleId) -> float:
    found = replay.likenesses.get((one, other)) or replay.likenesses.get((other, one))
    return found.score if found else 0.0
