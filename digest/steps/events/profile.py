"""What of an article is compared: four weighted word vectors, its day, and a sketch of its wording."""

from __future__ import annotations

import math
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from digest.model import Article
from digest.steps.events.facts import LEAD_WORDS as NAMED_LEAD
from digest.steps.events.facts import Facts, facts_of
from digest.steps.events.packed import Packed
from digest.text.frequency import idf
from digest.text.words import content_stems, names, stem, words

CHANNELS = {"body": 2.0, "lead": 1.0, "names": 1.0, "title": 1.0}
"""Weights of the four cosines."""

LEAD_WORDS = 120
"""The lead: the title and so many words of the body."""

INDEXED_TERMS = 30
"""Terms by which an article is looked up: an event's other reports are then found 98 times of 100."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An article as grouping sees it; it depends on the article alone."""

    article: Article
    channels: Mapping[str, Mapping[str, float]]
    """Channel: term: weight, of length 1; a channel with nothing to say is absent."""
    surface: Mapping[str, str]
    """Term: the way this article writes it, for explanations; absent where that is the term itself."""
    facts: Facts
    day: date | None
    """The article's own day."""

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def index_terms(self) -> dict[str, float]:
        """The heaviest terms of the body and their weights, heaviest first."""
        if (body := self.channels.get("body")) is None:
            return {}
        weights = np.asarray(body.values())
        heaviest = np.argsort(-weights, kind="stable")[:INDEXED_TERMS].tolist()  # of the same weight: in the order of the words
        words = tuple(body)
        return {words[at]: float(weights[at]) for at in heaviest}


def profile_of(article: Article) -> Profile:
    """Make the profile of an article."""
    language = article.language
    blocks = article.told
    body = " ".join(blocks)
    lead = " ".join([article.title, *body.split()[:LEAD_WORDS]])
    found = [name for block in [article.title, *blocks] for name in _names(block, language)]
    surface: dict[str, str] = {}
    for word in [*words(body), *words(article.title)]:  # the body first: headlines put capitals where none belong
        key = stem(word, language)
        if key not in surface or surface[key].isupper() or word.islower():
            surface[key] = word
    for name in found:
        key = _name_term(name, language)
        if key not in surface or surface[key].isupper():
            surface[key] = name
    channels = {
        "body": _vector(content_stems(f"{article.title} {body}", language), language),
        "lead": _vector(content_stems(lead, language), language),
        "names": _vector([_name_term(name, language) for name in found], language),
        "title": _vector(content_stems(article.title, language), language),
    }
    if article.title_origin == "the file's name":
        channels["title"] = {}
    opening = " ".join(" ".join([article.title, *blocks]).split()[:NAMED_LEAD])
    lead_names = [name for block in (article.title, opening) for name in _names(block, language)]
    facts = facts_of([article.title, *blocks], found, lead_names, article.own_day, language)
    known = {name: Packed(vector, _doubles) for name, vector in channels.items() if vector}
    said = {term for vector in known.values() for term in vector}
    written = {term: sys.intern(word) for term, word in surface.items() if term in said and term.removeprefix("=") != word}
    return Profile(article, known, Packed(written), facts, article.own_day)


def _doubles(numbers: list[float]) -> array[float]:
    return array("d", numbers)


def _names(block: str, language: str) -> Iterable[str]:
    kept = [word for word in words(block) if word[0].isalpha()]
    shouted = sum(word[0].isupper() for word in kept) > 0.6 * len(kept)
    return [] if shouted or not kept else names(block, language)  # a title-cased or capital block names nothing


def _name_term(name: str, language: str) -> str:
    """The last word stands for the name, so that "Putin" and "Vladimir Putin" meet."""
    return "=" + stem(name.split()[-1], language)


def _vector(terms: list[str], language: str) -> dict[str, float]:
    """Weigh terms by (1 + ln tf) idf and scale to length 1; in sorted order, so that sums are the same everywhere."""
    counts = Counter(terms)
    weights = {term: (1 + math.log(counts[term])) * idf(term.removeprefix("="), language) for term in sorted(counts)}
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}
