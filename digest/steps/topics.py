"""What an event is about, and the passages that only touch a topic: both with the phrases that say why.

A passage is up to three neighbouring sentences; the weights of the different phrases in it add up, and 1 suffices.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest.model import Article, ArticleId, Event, Kind, Passage, Phrase, Topic, TopicMatch
from digest.text.words import stem, words

WINDOW = 3
"""Sentences of a passage at most."""

ENOUGH = 1.0
"""The weight that files a passage: that of one phrase which suffices alone."""

PASSAGES = 3
"""Passages of an article under one topic at most: more would be the article over again."""

LEAD = 3
"""Sentences that say what an article is about, where it is written as news is."""

SHARE = 0.3
"""The share of an article's sentences in passages from which on an article that opens with the topic is about it."""

SHARE_ALONE = 0.6
"""The same for an article that does not open with it."""

ADVERBS = ("edly", "ally")
"""Endings that take a word further from its phrase than a plural or a tense does."""

Pattern = tuple[str, ...]


Matcher = Mapping[str, tuple[tuple[Pattern, Phrase | None], ...]]
"""A topic's phrases as stems, by their first stem; None in place of the phrase: an exclusion, which only covers its words."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """An article as stems, taken once for all topics."""

    article: Article
    headline: Pattern
    sections: tuple[tuple[int, ...], ...]
    """The numbers of the sentences between headings; those of recurring blocks are left out."""
    sentences: Mapping[int, Pattern]


@dataclass(frozen=True, slots=True)
class _Finding:
    """What an article says on a topic."""

    about: bool
    matched: Counter[Phrase]
    passages: tuple[tuple[int, int, tuple[Phrase, ...]], ...]
    """First and last sentence, and the phrases."""


def file_topics(
    event: Event, articles: Mapping[ArticleId, Article], topics: Sequence[Topic]
) -> tuple[tuple[TopicMatch, ...], tuple[Passage, ...]]:
    """Give the topics that an event is filed under, in the order of ``topics``, and the passages that touch the others.

    An event is filed where at least half of its articles, copies left out, are about the topic (its phrases stand in the
    headline, or in the lead and through the text) and more than half have a passage on it. Where it is not, the passages of
    each article are given. An article whose front matter names topics has exactly those, and so has its event. No topic at
    all is a normal answer.
    """
    own = [articles[name] for name in event.articles if name not in event.copies]
    readings = [_read(article) for article in own if article.topics is None]
    told = {topic for name in event.articles for topic in articles[name].topics or ()}
    matches, passages = [], []
    for topic in topics:
        found = {reading.article.id: _look(reading, topic) for reading in readings}
        about = sum(finding.about for finding in found.values())
        touched = sum(bool(finding.passages) or finding.about for finding in found.values())
        if topic.id in told or (2 * about >= len(own) and 2 * touched > len(own)):
            matches.append(_match(topic, event, articles, found))
        else:
            passages += [passage for article in own if article.id in found for passage in _cut(topic, article, found[article.id])]
    return tuple(matches), tuple(passages)


def _match(topic: Topic, event: Event, articles: Mapping[ArticleId, Article], found: Mapping[ArticleId, _Finding]) -> TopicMatch:
    total: Counter[Phrase] = Counter()
    for finding in found.values():
        total.update(finding.matched)
    strongest = sorted(total, key=lambda phrase: (-round(phrase.weight * total[phrase], 6), phrase.text))
    named = sum(topic.id in (articles[name].topics or ()) for name in event.articles)
    touched = sum(bool(finding.passages) or finding.about for finding in found.values())
    return TopicMatch(topic.id, tuple(phrase.text for phrase in strongest), named + touched)


def _cut(topic: Topic, article: Article, finding: _Finding) -> Iterator[Passage]:
    for first, last, phrases in finding.passages:
        start, end = article.sentences[first].start, article.sentences[last].end
        yield Passage(topic.id, article.id, start, end, tuple(phrase.text for phrase in phrases))


def _read(article: Article) -> _Reading:
    sections: list[list[int]] = [[]]
    number = 0
    for index, (block, start) in enumerate(zip(article.blocks, article.block_starts, strict=True)):
        if block.kind is Kind.HEADING:
            sections.append([])
        while number < len(article.sentences) and article.sentences[number].start < start + len(block.text):
            if index not in article.recurring:
                sections[-1].append(number)
            number += 1
    sentences = {number: _stems(article.sentence(number), article.language) for section in sections for number in section}
    headline = _stems(article.title, article.language)
    return _Reading(article, headline, tuple(tuple(section) for section in sections if section), sentences)


def _look(reading: _Reading, topic: Topic) -> _Finding:
    matcher = _matcher(topic, reading.article.language)
    hits = {number: _hits(stems, matcher) for number, stems in reading.sentences.items()}
    headline = _hits(reading.headline, matcher)
    matched = Counter(headline)
    for found in hits.values():
        matched.update(found)
    if not matched:
        return _Finding(False, matched, ())
    passages = [passage for section in reading.sections for passage in _passages(section, hits)]
    best = sorted(passages, key=lambda passage: (-_weight(passage[2]), passage[0]))[:PASSAGES]
    held = sum(last - first + 1 for first, last, _ in passages)
    about = _is_about(headline, list(hits.values()), held)
    return _Finding(about, matched, tuple(sorted(best, key=lambda passage: passage[0])))


def _is_about(headline: Sequence[Phrase], sentences: Sequence[Sequence[Phrase]], held: int) -> bool:
    """Judge by the headline, the lead and the share of sentences in passages: precision comes first."""
    title = _weight(headline)
    lead = _weight([phrase for found in sentences[:LEAD] for phrase in found])
    share = held / max(1, len(sentences))
    if title >= ENOUGH:
        return lead > 0 or share > 0 or not sentences
    if lead >= ENOUGH:
        return share >= SHARE or (title > 0 and share >= SHARE / 2)
    return share >= SHARE_ALONE


def _passages(section: Sequence[int], hits: Mapping[int, Sequence[Phrase]]) -> list[tuple[int, int, tuple[Phrase, ...]]]:
    """Give the tightest stretches that suffice, neighbours joined up to three sentences, none overlapping another."""
    spans: list[tuple[int, int]] = []
    for last in section:
        for first in range(last, max(last - WINDOW, section[0] - 1), -1):
            inside = [phrase for number in range(first, last + 1) for phrase in hits.get(number, ())]
            if hits.get(first) and hits.get(last) and _weight(inside) >= ENOUGH:
                spans.append((first, last))
                break
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first <= joined[-1][1] + 1 and last - joined[-1][0] < WINDOW:
            joined[-1] = (min(first, joined[-1][0]), last)
        elif not joined or first > joined[-1][1]:
            joined.append((first, last))
    return [(first, last, _strongest([phrase for n in range(first, last + 1) for phrase in hits[n]])) for first, last in joined]


def _weight(phrases: Sequence[Phrase]) -> float:
    """Add up the weights of the different phrases, in a fixed order."""
    return round(math.fsum(phrase.weight for phrase in set(phrases)), 6)


def _strongest(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    return tuple(sorted(set(phrases), key=lambda phrase: (-phrase.weight, phrase.text)))


def _stems(text: str, language: str) -> Pattern:
    """Give the stems of a text's words, hyphens counting as spaces; "reportedly" is no form of "report"."""
    parts = [part for word in words(text) for part in (word.split("-") if "-" in word else (word,))]
    return tuple(part.lower() if part.endswith(ADVERBS) else stem(part, language) for part in parts)


@lru_cache(maxsize=512)
def _matcher(topic: Topic, language: str) -> Matcher:
    by_first: dict[str, list[tuple[Pattern, Phrase | None]]] = defaultdict(list)
    entries: list[tuple[Pattern, Phrase | None]] = [(_stems(text, language), None) for text in topic.exclude]
    entries += [(_stems(phrase.text, language), phrase) for phrase in topic.phrases]
    for pattern, phrase in entries:
        if pattern:
            by_first[pattern[0]].append((pattern, phrase))
    return {
        first: tuple(sorted(found, key=lambda entry: (-len(entry[0]), entry[1] is not None))) for first, found in by_first.items()
    }


def _hits(stems: Pattern, matcher: Matcher) -> list[Phrase]:
    """Give the phrases in a text, in order; exclusions cover their words first, and a longer phrase before a shorter one."""
    entries = [(at, *entry) for at, first in enumerate(stems) if first in matcher for entry in matcher[first]]
    if not entries:
        return []
    free = [True] * len(stems)
    found: list[tuple[int, Phrase]] = []
    entries.sort(key=lambda entry: (entry[2] is not None, -len(entry[1]), entry[0]))
    for at, pattern, phrase in entries:
        end = at + len(pattern)
        if stems[at:end] == pattern and all(free[at:end]):
            free[at:end] = [False] * len(pattern)
            if phrase:
                found.append((at, phrase))
    return [phrase for _, phrase in sorted(found, key=lambda hit: hit[0])]
