"""What one article says on a topic: whether it is about it, and the passages that touch it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.model import Article, Kind, Phrase, Topic
from digest.steps.topics.match import NOTHING, Hits, Stems, hits, matcher_of, stems_of

WINDOW = 3
"""Sentences of a passage at most."""

ENOUGH = 1.0
"""The weight that files a passage: that of one phrase which suffices alone."""

LEADING = 0.4
"""The weight of a phrase that may lead a passage; weaker ones only support it. "Voters", "campaign" and "polls" stand together
wherever there is an election, and none of them is about meddling in one: see the second table of topics in
``benchmarks/README.md``."""

PASSAGES = 3
"""Passages of an article under one topic at most: more would be the article over again."""

LEAD = 3
"""Sentences that say what an article is about, where it is written as news is."""

SHARE = 0.3
"""The share of an article's sentences in passages from which on an article that opens with the topic is about it."""

SHARE_ALONE = 0.6
"""The same for an article that does not open with it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as stems, taken once for all topics."""

    article: Article
    headline: Stems
    sections: tuple[tuple[int, ...], ...]
    """The numbers of the sentences between headings; those of recurring blocks are left out."""
    paragraphs: Mapping[int, int]
    """The block in which each of them stands."""
    sentences: Mapping[int, Stems]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences ``first`` to ``last`` of an article, and what is matched there."""

    first: int
    last: int
    phrases: tuple[Phrase, ...]
    excluded_by: tuple[str, ...] = ()
    """Of a stretch that is no passage: what keeps it from being one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What an article says on a topic."""

    about: bool
    matched: Counter[Phrase]
    passages: tuple[Stretch, ...]
    kept_out: tuple[Stretch, ...] = ()


SILENCE = Finding(False, Counter(), ())


def read(article: Article) -> Reading:
    """Take an article's words."""
    sections: list[list[int]] = [[]]
    paragraphs = {}
    number = 0
    for index, (block, start) in enumerate(zip(article.blocks, article.block_starts, strict=True)):
        if block.kind is Kind.HEADING:
            sections.append([])
        while number < len(article.sentences) and article.sentences[number].start < start + len(block.text):
            if index not in article.recurring:
                sections[-1].append(number)
                paragraphs[number] = index
            number += 1
    sentences = {number: stems_of(article.sentence(number), article.language) for number in paragraphs}
    headline = stems_of(article.title, article.language)
    return Reading(article, headline, tuple(tuple(section) for section in sections if section), paragraphs, sentences)


def look(reading: Reading, topic: Topic) -> Finding:
    """Give what an article says on a topic, and what its exclusions alone keep from being said."""
    matcher = matcher_of(topic, reading.article.language)
    headline = hits(reading.headline, matcher)
    found = {number: here for number, stems in reading.sentences.items() if (here := hits(stems, matcher)) is not NOTHING}
    finding = _judge(reading, headline, found)
    if not any(here.against or here.excluded for here in (headline, *found.values())):
        return finding
    bare = look(reading, replace(topic, exclude=(), against=()))
    if bare.about == finding.about and len(bare.passages) == len(finding.passages):
        return finding
    lost = (stretch for stretch in bare.passages if not any(_overlap(stretch, kept) for kept in finding.passages))
    by = {number: (*here.excluded, *(phrase.text for phrase in here.against)) for number, here in found.items()}
    kept_out = []
    for stretch in lost:
        near = [text for number in range(stretch.first - 1, stretch.last + 2) for text in by.get(number, ())]
        if near:
            kept_out.append(replace(stretch, excluded_by=tuple(sorted(set(near)))))
    return replace(finding, kept_out=tuple(kept_out))


def _judge(reading: Reading, headline: Hits, found: Mapping[int, Hits]) -> Finding:
    matched = Counter(headline.found)
    for here in found.values():
        matched.update(here.found)
    if not matched:
        return SILENCE
    passages = [stretch for section in reading.sections for stretch in _passages(section, reading.paragraphs, found)]
    best = sorted(passages, key=lambda stretch: (-_weight(stretch.phrases), stretch.first))[:PASSAGES]
    held = sum(stretch.last - stretch.first + 1 for stretch in passages)
    about = _is_about(headline, [found.get(number, NOTHING) for number in reading.sentences], held)
    return Finding(about, matched, tuple(sorted(best, key=lambda stretch: stretch.first)))


def _is_about(headline: Hits, sentences: Sequence[Hits], held: int) -> bool:
    """Judge by the headline, the lead and the share of sentences in passages: precision comes first."""
    lead = sentences[:LEAD]
    share = held / max(1, len(sentences))
    if _suffices([headline]):
        return _balance(lead) > 0 or share > 0 or not sentences
    if _suffices(lead):
        return share >= SHARE or (_balance([headline]) > 0 and share >= SHARE / 2)
    return share >= SHARE_ALONE


def _passages(section: Sequence[int], paragraphs: Mapping[int, int], found: Mapping[int, Hits]) -> list[Stretch]:
    """Give the tightest stretches that suffice, neighbours joined up to three sentences, none overlapping another."""
    spans: list[tuple[int, int]] = []
    for last in section:
        for first in range(last, max(last - WINDOW, section[0] - 1), -1):
            inside = [found.get(number, NOTHING) for number in range(first, last + 1)]
            if inside[0].found and inside[-1].found and _suffices(inside, _beside(first, last, paragraphs, found)):
                spans.append((first, last))
                break
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first <= joined[-1][1] + 1 and last - joined[-1][0] < WINDOW:
            joined[-1] = (min(first, joined[-1][0]), last)
        elif not joined or first > joined[-1][1]:
            joined.append((first, last))
    return [
        Stretch(first, last, _strongest([phrase for n in range(first, last + 1) for phrase in found.get(n, NOTHING).found]))
        for first, last in joined
    ]


def _beside(first: int, last: int, paragraphs: Mapping[int, int], found: Mapping[int, Hits]) -> list[Hits]:
    """Give what stands in the sentences right before and after, of the same paragraphs: "a novel" may open one on a trade war."""
    return [
        found[there]
        for there, edge in ((first - 1, first), (last + 1, last))
        if there in found and paragraphs[there] == paragraphs[edge]
    ]


def _suffices(inside: Sequence[Hits], beside: Sequence[Hits] = ()) -> bool:
    """Say whether a stretch is on the topic: its weight suffices, and one of its phrases may lead."""
    return any(phrase.weight >= LEADING for here in inside for phrase in here.found) and _balance(inside, beside) >= ENOUGH


def _balance(inside: Sequence[Hits], beside: Sequence[Hits] = ()) -> float:
    """Give the weight of the different phrases less that of the different words against, those ``beside`` included."""
    against = _weight([phrase for here in (*inside, *beside) for phrase in here.against])
    return round(_weight([phrase for here in inside for phrase in here.found]) - against, 6)


def _weight(phrases: Sequence[Phrase]) -> float:
    """Add up the weights of the different phrases; ``fsum`` makes their order no matter."""
    return round(math.fsum(phrase.weight for phrase in set(phrases)), 6)


def _strongest(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    return tuple(sorted(set(phrases), key=lambda phrase: (-phrase.weight, phrase.text)))


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one.first <= other.last and other.first <= one.last
