"""Round-ups: articles that touch many events and report none. They are events of their own, and each event lists them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

from digest.model import Article, Event, EventId, Kind
from digest.steps.events.shelf import Shelved
from digest.text.frequency import idf
from digest.text.words import content_stems, names, stem, words

SIGN = re.compile(
    r"""\b(?:(?:morning|midday|afternoon|evening|night(?:ly)?|daily|weekly|weekend|monthly|news|world|business|sports?|politics)
            (?:’s|'s)?\ (?:briefing|brief|digest|round[- ]?up|recap|bulletin|wrap|headlines)
        | round-?up | in\ brief | news\ in\ pictures | (?:the|today’s|today's|this)\ (?:day|week|month|year)\ in\ \w+
        | (?:day|week|month|year)(?:’s|'s)\ (?:news|headlines|top\ stories|best\ pictures) | today(?:’s|'s)\ headlines
        | top\ (?:stories|headlines|news) | at\ a\ glance | live\ digest | headlines\ (?:of|from|at)
        | (?:\d+|three|four|five|six|seven|eight|nine|ten)\ (?:things|stories|headlines)\b
        | resumen\ (?:del\ día|de\ la\ semana) | l[’']essentiel\ de\ l[’']actu\w* | nachrichten\ des\ tages | wochenrückblick
        )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What headlines of round-ups say."""

PARTS = 3
"""A round-up touches so many events at least."""

PLAIN_PARTS = 4
"""Without a headline that says so, an article is a round-up only if it has so many headed parts."""

LEAST_WORDS = 8
"""A shorter part (a greeting, a caption) tells nothing."""

DAYS_BEFORE = 7
"""A round-up touches what was reported within so many days before it, and on the day after."""

COVERED = 0.4
"""A part touches an event when one report of it has this share of the part's words, weighed by rarity, and two of its names.

Independent reports of one event cover .4 to .7 of one another's leads, those of look-alikes of one day .1 to .3."""


def is_round_up(article: Article) -> bool:
    """Say whether an article is a round-up, by itself alone: what comes before or after it changes nothing.

    Its headline says so and it has three or more parts, or it has four or more headed ones; no two parts name the same
    person, place or body. Parts are what stands below a heading, else the items of a list, else the paragraphs.
    """
    least = PARTS if SIGN.search(article.title) else PLAIN_PARTS
    if least == PLAIN_PARTS and sum(block.kind is Kind.HEADING for block in article.blocks) < least:
        return False  # most articles: no word of theirs is read
    parts, headed = _parts(article)
    if len(parts) < least or (least == PLAIN_PARTS and not headed):
        return False
    named = [found for part in parts if (found := _names_of(part, article.language))]
    if len(named) < least:
        return False
    return not any(one & other for one, other in combinations(named, 2))


def with_mentions(events: Sequence[Event], round_ups: Iterable[EventId], shelf: Mapping[str, Shelved]) -> tuple[Event, ...]:
    """Note on each event which of the given round-ups touch it, and on each round-up which events it touches, by id.

    Display only: no article changes its event by it. Only dated round-ups and events are looked at.
    """
    found = frozenset(round_ups)
    if not found:
        return tuple(events)
    holders: dict[str, set[EventId]] = defaultdict(set)
    by_id = {event.id: event for event in events}
    for event in events:
        if event.id not in found:
            for article in event.articles:
                for name in shelf[article].names:
                    holders[name].add(event.id)
    touches = {one: _touched(shelf[one], holders, by_id, shelf) for one in sorted(found)}
    mentions: dict[EventId, list[EventId]] = defaultdict(list)
    for one, touched in touches.items():
        for other in touched:
            mentions[other].append(one)
    return tuple(
        replace(event, mentions=tuple(mentions.get(event.id, ())), touches=touches.get(event.id, ()), round_up=event.id in found)
        for event in events
    )


def _touched(
    round_up: Shelved, holders: Mapping[str, set[EventId]], events: Mapping[EventId, Event], shelf: Mapping[str, Shelved]
) -> tuple[EventId, ...]:
    language, touched = round_up.article.language, set()
    for part in _parts(round_up.article)[0] if round_up.day else ():
        own = _names_of(part, language)
        weights = {term: idf(term, language) for term in sorted(set(content_stems(part, language)))}
        best: tuple[float, EventId] | None = None
        for event in sorted({event for name in own for event in holders.get(name, ())}):
            for article in events[event].articles:
                report = shelf[article]
                if not _near(round_up, report) or len(own & set(report.names)) < 2:
                    continue
                body = report.body
                share = round(sum(weight for term, weight in weights.items() if term in body) / sum(weights.values()), 6)
                if share >= COVERED and (best is None or share > best[0]):
                    best = (share, event)
        if best:
            touched.add(best[1])
    return tuple(sorted(touched))


def _near(round_up: Shelved, report: Shelved) -> bool:
    if not round_up.day or not report.day:
        return False
    return round_up.day - timedelta(days=DAYS_BEFORE) <= report.day <= round_up.day + timedelta(days=1)


def _parts(article: Article) -> tuple[list[str], bool]:
    """Give the parts of an article, and whether they are headed ones."""
    blocks = [block for index, block in enumerate(article.blocks) if index not in article.recurring]
    headed: list[list[str]] = []
    for block in blocks:
        if block.kind is Kind.HEADING:
            headed.append([block.text + "."])
        elif headed:
            headed[-1].append(block.text)
    parts = [" ".join(part) for part in headed if len(part) > 1]
    if len(parts) >= PARTS:
        return parts, True
    items = [block.text for block in blocks if block.kind is Kind.ITEM]
    plain = items if len(items) >= PARTS else [block.text for block in blocks if block.kind is not Kind.HEADING]
    return [part for part in plain if len(words(part)) >= LEAST_WORDS], False


def _names_of(part: str, language: str) -> frozenset[str]:
    """Give the names of a part as they stand in a profile."""
    return frozenset("=" + stem(name.split()[-1], language) for name in names(part, language))
