"""Which words, and which pairs of neighbouring words, a person would use who sums the event up.

A summary written by a person is told by its words long before it is written: they stand in headlines, in the openings, in many
reports (Hong and Nenkova 2014, "Improving the estimation of word importance for news multi-document summarization"; of pairs
Li, Qian and Liu 2013, "Using supervised bigram-based ILP for extractive summarization"). Each word and pair of an event gets the
likelihood that it is used, by a logistic regression whose every feature has a name; ``summary-model.json`` holds the weights,
``benchmarks/summaries_train.py`` makes it. A set of sentences is then worth the words that it is expected to have in common
with such a summary.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp, log, sqrt
from operator import add, mul
from typing import TypeAlias

from digest.steps.summarize.material import TOKEN, Line
from digest.text.frequency import idf
from digest.text.words import is_stop, stem

Unit: TypeAlias = tuple[str, ...]
"""A word (its stem) or a pair of neighbouring words."""

MOST = 3
"""The second and third "the" of a summary are expected apart from the first; further ones never."""

OPENING = 3
"""Sentences that open a report."""

REPORTED = ("title", "first", "opening", "body", "often", "early", "earliest", "leads")
"""Of a word and of a pair: the share of the voices with it in the headline, the first sentence, the first three, anywhere; the
mean over the voices of the logarithm of how often and of how early; the earliest; whether any report's first sentence has it."""

MIXED = (
    "title first",
    "title body",
    "first body",
    "title stop",
    "first stop",
    "body stop",
    "all titles",
    "a title",
    "all bodies",
)
WORD = (*REPORTED, "stop", "digit", "name", "rare", "second", "third", *MIXED)
PAIR = (*REPORTED, "stops", "stop", "digit", "names", "both", "weaker", "left", "right", *MIXED)


@dataclass(frozen=True)
class Expected:
    """How likely each word (its first, second and third use) and each pair is used, 0 to 1."""

    words: Mapping[str, tuple[float, ...]]
    pairs: Mapping[tuple[str, str], float]


Weights: TypeAlias = Mapping[str, Mapping[str, float]]


def tokens(text: str, language: str) -> tuple[str, ...]:
    """Give the stems of all words of a text, stop words too."""
    return tuple(stem(word, language) for word in TOKEN.findall(text.lower()))


LEARNED = 50
"""The length, in words, of the summaries that the weights were learned from."""


def expect(lines: Sequence[Line], weights: Weights, budget: int = LEARNED, candidates: Sequence[Line] | None = None) -> Expected:
    """Give what is expected of a summary of so many words, for the words and pairs of its ``candidates``.

    Without any, of all sentences that may be published.
    A longer summary has more chances to use a word: they are taken for independent.
    """
    chances = budget / LEARNED
    found: dict[str, list[float]] = defaultdict(list)
    judge = Judge(weights["word"], WORD)
    told = [line for line in lines if line.fit] if candidates is None else candidates
    wanted = {(word,) for line in told for word in line.tokens}
    for (word,), use, each in word_features(lines, Counts(lines, wanted=wanted)):
        found[word].insert(use - 1, judge(*each))
    likely = {word: tuple(values) for word, values in found.items()}
    judge = Judge(weights["pair"], PAIR)
    pairs = {pair for line in told for pair in pairwise(line.tokens)}
    features = pair_features(lines, Counts(lines, pair=True, wanted=pairs), {word: values[0] for word, values in likely.items()})
    return Expected(
        {word: tuple(1 - (1 - value) ** chances for value in values) for word, values in likely.items()},
        {(one, two): 1 - (1 - judge(*numbers)) ** chances for (one, two), numbers in features},
    )


Features: TypeAlias = tuple[Sequence[float], Sequence[float], float]
"""Those of ``REPORTED``, its own, and whether it is (or both are) a stop word; ``MIXED`` follow from the first and the last."""


def row(reported: Sequence[float], own: Sequence[float], stop: float) -> tuple[float, ...]:
    """Give all features in the order of ``WORD`` or ``PAIR``."""
    return (*reported, *own, *_mixed(reported, stop))


class Judge:
    """A logistic regression."""

    def __init__(self, weights: Mapping[str, float], names: Sequence[str]) -> None:
        found = tuple(weights[name] for name in names)
        self._start = weights["start"]
        self._reported, self._own, self._mixed = found[: len(REPORTED)], found[len(REPORTED) : -len(MIXED)], found[-len(MIXED) :]
        self._known: dict[tuple[float, ...], float] = {}

    def __call__(self, reported: Sequence[float], own: Sequence[float], stop: float) -> float:
        """Give the likelihood, 0 to 1; most words of an event are reported alike, so that part is reckoned once."""
        key = (*reported, stop)
        part = self._known.get(key)
        if part is None:
            part = self._start + sum(map(mul, self._reported, reported)) + sum(map(mul, self._mixed, _mixed(reported, stop)))
            self._known[key] = part
        total = part + sum(map(mul, self._own, own))
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


class Counts:
    """Where the words, or the pairs, of an event are used (those ``wanted``, or all): a report's copies count once."""

    def __init__(self, lines: Sequence[Line], *, pair: bool = False, wanted: Set[Unit] | None = None) -> None:
        articles: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            articles[line.rank].append(line)
        voices: dict[int, dict[tuple[Unit, int], list[float]]] = defaultdict(dict)
        for reported in articles.values():
            found = voices[reported[0].voice]
            told = _of_article(reported, pair=pair, wanted=wanted)
            if not found:
                found.update(told)
                continue
            for unit, numbers in told.items():
                known = found.get(unit)
                found[unit] = numbers if known is None else [max(a, b) for a, b in zip(known, numbers, strict=True)]
        self.numbers: dict[tuple[Unit, int], list[float]] = {}
        share = 1 / max(1, len(voices))
        for voice in sorted(voices):
            for unit, numbers in voices[voice].items():
                title, first, opening, body, often, early, earliest, leads = numbers
                parts = [title * share, first * share, opening * share, body * share, often * share, early * share]
                known = self.numbers.get(unit)
                if known is None:
                    self.numbers[unit] = [*parts, earliest, leads]
                    continue
                known[:6] = map(add, known, parts)
                known[6] = max(known[6], earliest)
                known[7] = max(known[7], leads)


def _of_article(lines: Sequence[Line], *, pair: bool, wanted: Set[Unit] | None) -> dict[tuple[Unit, int], list[float]]:
    article = lines[0].article
    title: Counter[Unit] = Counter(_units(tokens(article.title, article.language), pair=pair))
    opening: Counter[Unit] = Counter()
    first: Counter[Unit] = Counter()
    body: Counter[Unit] = Counter()
    place: dict[Unit, int] = {}
    for line in lines:
        found = _units(line.tokens, pair=pair)
        body.update(found)
        if line.place < OPENING:
            opening.update(found)
        if line.place == 0:
            first.update(found)
        for unit in found:
            place.setdefault(unit, line.place)
    numbers = {}
    for unit, many in body.items():
        if wanted is not None and unit not in wanted:
            continue
        early = 1 / sqrt(1 + place[unit])
        in_title, in_first, in_opening = title.get(unit, 0), first.get(unit, 0), opening.get(unit, 0)
        for use in range(1, 2 if pair else min(MOST, many) + 1):
            led = 1.0 if in_first >= use else 0.0
            titled, opens = (1.0 if in_title >= use else 0.0), (1.0 if in_opening >= use else 0.0)
            numbers[unit, use] = [titled, led, opens, 1.0, log(1 + many / use), early, early, led]
    return numbers


def _units(found: Sequence[str], *, pair: bool) -> list[Unit]:
    return list(pairwise(found)) if pair else [(word,) for word in found]


def word_features(lines: Sequence[Line], counts: Counts) -> Iterable[tuple[Unit, int, Features]]:
    """Give the features ``WORD`` of every use of every word of the sentences that may be published."""
    named, wanted = _named(lines), {word for line in lines if line.fit for word in line.tokens}
    language = lines[0].article.language if lines else "en"
    for (unit, use), numbers in counts.numbers.items():
        word = unit[0]
        if word not in wanted:
            continue
        stop = float(is_stop(word, language))
        rare = 0.0 if stop else idf(word, language) / 11
        own = (stop, float(word[0].isdigit()), float(word in named), rare, float(use == 2), float(use == 3))
        yield unit, use, (numbers, own, stop)


def pair_features(lines: Sequence[Line], counts: Counts, likely: Mapping[str, float]) -> Iterable[tuple[Unit, Features]]:
    """Give the features ``PAIR`` of their pairs; ``likely`` is what is expected of the words' first uses."""
    named, wanted = _named(lines), {pair for line in lines if line.fit for pair in pairwise(line.tokens)}
    language = lines[0].article.language if lines else "en"
    stop = {word: is_stop(word, language) for word in likely}
    digit = {word: word[0].isdigit() for word in likely}
    for (unit, _), numbers in counts.numbers.items():
        if unit not in wanted:
            continue
        one, two = unit
        left, right = likely[one], likely[two]
        one_stops, two_stops = stop[one], stop[two]
        both = float(one_stops and two_stops)
        own = (
            both,
            float(one_stops or two_stops),
            float(digit[one] or digit[two]),
            float(one in named and two in named),
            left * right,
            min(left, right),
            left,
            right,
        )
        yield unit, (numbers, own, both)


def _mixed(numbers: Sequence[float], stop: float) -> tuple[float, ...]:
    title, first, _, body = numbers[:4]
    products = (title * first, title * body, first * body, title * stop, first * stop, body * stop)
    return (*products, float(title > 0.99), float(title > 0), float(body > 0.99))


def _named(lines: Sequence[Line]) -> frozenset[str]:
    """The words that are written with a capital within a sentence."""
    return frozenset().union(*(line.capitals for line in lines))


@cache
def shipped() -> Weights:
    """Give the weights that we ship; ValueError where they were trained on other features."""
    weights: Weights = json.loads((files("digest.steps.summarize") / "summary-model.json").read_text(encoding="utf-8"))
    if list(weights["word"]) != ["start", *WORD] or list(weights["pair"]) != ["start", *PAIR]:
        raise ValueError("the summary model was trained on other features: run benchmarks/summaries_train.py")
    return weights
