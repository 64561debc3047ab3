"""Phrases that a topic could have: the terms that mark its events against the rest of the archive."""

from __future__ import annotations

import math
from collections.abc import Sequence

from digest.model import Edition, Topic
from digest.steps.suggest.terms import Described, Key, describe, known_to, quoted, spelling
from digest.text.frequency import idf

LEAST = 3
"""Events under a topic, and events of them with the term: two may share a name by chance."""

AGAINST = 1 / 3
"""What the weight of a term in the rest counts beside that in the topic's events: .25 to .75, the usual pair of Rocchio's
formula (Manning, Raghavan, Schuetze 2008, section 9.1.1)."""

SURE = 0.6
"""The share of the events with a term that must be the topic's: precision comes first."""

MOST = 12
"""Phrases suggested for a topic."""

MOST_IDF = 9.0
"""Above this rarity says nothing: names and misprints are equally unknown."""

HEAD = """\
# Phrases that mark the events of a topic against the rest of the archive.
# Nothing here is in force: copy what you like into content/topics.yml.
# Each has a weight below 1, so that it files nothing without company; raise it where you are sure.
"""


def suggest_phrases(edition: Edition) -> str:
    """Give ``topics-suggested.yml``: for every topic the terms that its events have and the others have not.

    A term's score is Rocchio's, over the weights that it has as a keyword of events, times its rarity in the language.
    Events of which only a passage is on the topic count with the rest: precision comes first.
    """
    events = describe(edition)
    parts = [HEAD]
    for topic in edition.content.topics:
        own = [event for event in events if any(match.topic == topic.id for match in event.report.topics)]
        rest = [event for event in events if not any(match.topic == topic.id for match in event.report.topics)]
        parts.append("\n" + _suggest(topic, own, rest))
    return "".join(parts)


def _suggest(topic: Topic, own: Sequence[Described], rest: Sequence[Described]) -> str:
    if len(own) < LEAST:
        there = {0: "no event is", 1: "1 event is"}.get(len(own), f"{len(own)} events are")
        return f"# {topic.id}: {there} filed here, too few to suggest phrases from; it takes {LEAST}.\n"
    scored = []
    for key in sorted({key for event in own for key in event.terms}):
        inside, outside = sum(key in event.terms for event in own), sum(key in event.terms for event in rest)
        if inside < LEAST or inside < SURE * (inside + outside) or known_to([topic], key):
            continue
        score = _mean(key, own) - AGAINST * _mean(key, rest)
        rarity = min(MOST_IDF, sum(idf(part) for part in key) / len(key))
        scored.append((-round(score * rarity, 6), key, inside, outside))
    if not scored:
        return f"# {topic.id}: no term marks its {len(own)} events that its phrases do not find already.\n"
    lines = [f"{topic.id}:\n  phrases:\n"]
    for _, key, inside, outside in sorted(scored)[:MOST]:
        weight = 0.5 if inside >= 0.9 * (inside + outside) else 0.3
        what = f"{inside} of {len(own)} events on the topic, {outside} of {len(rest)} others"
        lines.append(f"    - {quoted(spelling(key, own))}: {weight}  # {what}\n")
    return "".join(lines)


def _mean(key: Key, events: Sequence[Described]) -> float:
    return math.fsum(event.terms.get(key, 0.0) for event in events) / len(events) if events else 0.0
