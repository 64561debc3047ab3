"""What the events of an archive are about, as terms: the keywords of an event and of its articles."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.model import Edition, EventReport, Topic
from digest.text.words import is_stop, stem, words

Key = tuple[str, ...]
"""The stems of a term's words: what "tariffs" and "Tariff" have in common."""

PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+)*")
"""What YAML reads as text without quotes, but for the words below."""

YAML_WORDS = frozenset("y n yes no true false on off null".split())


@dataclass(frozen=True, slots=True)
class Described:
    """An event with its terms."""

    report: EventReport
    terms: Mapping[Key, float]
    """Term: its weight in the event, 0 to 1."""
    spellings: Mapping[Key, str]


def describe(edition: Edition) -> tuple[Described, ...]:
    """Give the listed events with their terms, in the order of their ids."""
    found = []
    for report in sorted(edition.events, key=lambda report: report.id):
        if report.hidden:
            continue
        terms: dict[Key, float] = {}
        spellings: dict[Key, str] = {}
        language = edition.articles[report.event.articles[0]].language
        keywords = [*report.keywords, *(one for article in report.event.articles for one in edition.keywords.get(article, ()))]
        for keyword in keywords:
            key = key_of(keyword.filed, language)
            if key and not all(is_stop(word, language) for word in words(keyword.filed)):
                terms[key] = max(terms.get(key, 0.0), keyword.weight)
                spellings.setdefault(key, keyword.filed)
        found.append(Described(report, terms, spellings))
    return tuple(found)


def key_of(text: str, language: str) -> Key:
    """Give the stems of a text's words."""
    return tuple(stem(part, language) for word in words(text) for part in word.split("-"))


def spelling(key: Key, events: Iterable[Described]) -> str:
    """Give the spelling of a term that most events use; of equals the one that sorts first."""
    counts = Counter(event.spellings[key] for event in events if key in event.spellings)
    return min(counts, key=lambda text: (-counts[text], text))


def known_to(topics: Sequence[Topic], key: Key, language: str = "en") -> bool:
    """Say whether a phrase of the topics already finds a term, or is one of its words and suffices alone."""
    for topic in topics:
        for phrase in topic.phrases:
            known = key_of(phrase.text, language)
            if known == key or (phrase.weight >= 1 and _within(known, key)):
                return True
    return False


def _within(inner: Key, outer: Key) -> bool:
    return any(outer[i : i + len(inner)] == inner for i in range(len(outer) - len(inner) + 1)) if inner else False


def quoted(text: str) -> str:
    """Give a text as a YAML key or value."""
    return text if PLAIN.fullmatch(text) and text.lower() not in YAML_WORDS else json.dumps(text, ensure_ascii=False)


def remark(text: str) -> str:
    """Give a text as part of a YAML comment: on one line."""
    return " ".join(text.split())
