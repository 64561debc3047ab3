"""Themes that the archive holds and no topic covers: events under no topic that share their terms."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from digest.model import Edition
from digest.steps.suggest.terms import Described, Key, describe, known_to, quoted, remark, spelling
from digest.text.frequency import idf
from digest.text.slug import RESERVED, slug

LEAST = 3
"""Events of a theme, at least: two are a coincidence."""

ALIKE = 0.2
"""The cosine of two events' terms from which on they are neighbours."""

SPREAD = 0.25
"""The share of a theme's events that must have a phrase: fewer are a story within it."""

MOST_THEMES = 12
MOST_PHRASES = 8
MOST_NAMED = 8
"""Events that a theme's comment names."""

WORD = 0.5
"""What a word of a term weighs beside the whole term: "extradition bill" and "bill" are a little alike."""

COMMON, FEW = 0.1, 6
"""A term of more than FEW events that is in more than this share of the archive's joins nothing: the president's name."""

Vector = Mapping[Key, float]


def suggest_themes(edition: Edition) -> str:
    """Give the themes as YAML to be pasted into ``topics.yml``, each below a comment that names its events.

    Events are gathered by star clustering (Aslam, Pelekhov, Rus 2004, "The star clustering algorithm", JGAA 8:1): whichever
    has most neighbours takes them, then the next of those that are left. Where there is too little, the text is a comment.
    """
    events = describe(edition)
    uncovered = [event for event in events if not event.report.topics]
    none = f"{_count(len(uncovered))} under no topic, of {len(events)}"
    if len(uncovered) < LEAST:
        return f"# There is too little to suggest a topic from: {none}; a theme takes at least {LEAST}.\n"
    stars = _stars(_vectors(uncovered, events))[:MOST_THEMES]
    if not stars:
        return f"# No theme: {none}, and no {LEAST} of them have enough in common.\n"
    taken = {topic.id for topic in edition.content.topics} | RESERVED
    parts = []
    for star in stars:
        members = [uncovered[index] for index in star]
        keys = _phrases(members, events, edition)
        if keys:
            parts.append(_write(members, keys, taken))
    head = f"# Themes that no topic covers: {len(parts)} found; {none}.\n# Paste what you like into content/topics.yml.\n"
    return head + "".join(parts) if parts else f"# No theme: {none}, and no words mark any of them.\n"


def _vectors(uncovered: Sequence[Described], events: Sequence[Described]) -> list[Vector]:
    """Give each event's terms and their words, weighed by rarity among all events, with length 1; rare enough ones alone."""
    weighed = [_with_words(event.terms) for event in events]
    counts = Counter(key for terms in weighed for key in terms)
    most = max(FEW, COMMON * len(events))
    rarity = {key: math.log(1 + len(events) / count) for key, count in counts.items()}
    place = {event.report.id: index for index, event in enumerate(events)}
    vectors: list[Vector] = []
    for event in uncovered:
        terms = weighed[place[event.report.id]]
        raw = {key: weight * rarity[key] for key, weight in sorted(terms.items())}
        length = math.sqrt(math.fsum(weight * weight for weight in raw.values())) or 1.0
        vectors.append({key: weight / length for key, weight in raw.items() if 1 < counts[key] <= most})
    return vectors


def _with_words(terms: Mapping[Key, float]) -> dict[Key, float]:
    found = dict(terms)
    for key, weight in terms.items():
        for part in key if len(key) > 1 else ():
            found[(part,)] = max(found.get((part,), 0.0), WORD * weight)
    return found


def _stars(vectors: Sequence[Vector]) -> list[list[int]]:
    """Give the clusters of at least LEAST events, largest first, each with its centre in front."""
    having: dict[Key, list[int]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for key in vector:
            having[key].append(index)
    likeness: list[dict[int, float]] = []
    for index, vector in enumerate(vectors):
        sums: dict[int, float] = defaultdict(float)
        for key, weight in vector.items():
            for other in having[key]:
                sums[other] += weight * vectors[other][key]
        likeness.append({other: value for other, total in sums.items() if other != index and (value := round(total, 6)) >= ALIKE})
    free = set(range(len(vectors)))
    stars = []
    while free:
        centre = max(sorted(free), key=lambda index: sum(other in free for other in likeness[index]))
        near = sorted((other for other in likeness[centre] if other in free), key=lambda one: (-likeness[centre][one], one))
        if len(near) + 1 < LEAST:
            break
        stars.append([centre, *near])
        free -= {centre, *near}
    return stars


def _phrases(members: Sequence[Described], events: Sequence[Described], edition: Edition) -> list[tuple[Key, float]]:
    """Give the terms that mark a theme, best first, with the weight that they should have."""
    own = {event.report.id for event in members}
    others = [event for event in events if event.report.id not in own]
    scored = []
    for key in sorted({key for event in members for key in event.terms}):
        inside, outside = sum(key in event.terms for event in members), sum(key in event.terms for event in others)
        if inside < max(2, SPREAD * len(members)) or inside <= outside or known_to(edition.content.topics, key):
            continue
        rarity = sum(idf(part) for part in key) / len(key)
        sure = inside / (inside + outside)
        alone = sure >= 0.75 and (len(key) > 1 or rarity >= 8)
        scored.append((-round(math.fsum(event.terms.get(key, 0.0) for event in members) * sure, 6), key, 1.0 if alone else 0.5))
    return [(key, weight) for _, key, weight in sorted(scored)[:MOST_PHRASES]]


def _write(members: Sequence[Described], keys: Sequence[tuple[Key, float]], taken: set[str]) -> str:
    title = spelling(keys[0][0], members)
    name = base = slug(title)[:60].strip("-") or "theme"
    number = 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    taken.add(name)
    named = [f"# - {remark(event.report.title)} ({event.report.id})\n" for event in members[:MOST_NAMED]]
    more = [f"# - and {len(members) - MOST_NAMED} more\n"] if len(members) > MOST_NAMED else []
    lines = [
        f"\n# {_count(len(members))}:\n",
        *named,
        *more,
        f"{name}:\n  title: {quoted(title[:1].upper() + title[1:])}\n  phrases:\n",
    ]
    lines += [f"    - {quoted(spelling(key, members))}{'' if weight == 1 else f': {weight}'}\n" for key, weight in keys]
    return "".join(lines)


def _count(number: int) -> str:
    return "1 event" if number == 1 else f"{number} events"
