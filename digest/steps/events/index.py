"""Looks up the articles so far that share the heaviest terms of a new one."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import numpy as np

from digest.model import ArticleId

WINDOW = 14
"""Days within which two dated articles are compared because they share an important word."""

FEW = 20
"""A word that no more articles so far had among their most important ones is looked up in all time: trials and follow-ups come
months later. Of the pairs of look-alike reports that belong together .95 are compared, with the window alone .69."""

CANDIDATES = 40
"""At most so many earlier articles are compared with a new one."""

POSTINGS = 200
"""Of the articles that share a term so many are looked at, the newest first."""


class Index:
    """An inverted index (Zobel and Moffat 2006, "Inverted files for text search engines") in the order of arrival."""

    def __init__(self) -> None:
        self._articles: list[ArticleId] = []
        self._days: list[int] = []
        self._numbers: dict[str, array[int]] = defaultdict(lambda: array("i"))
        """Term: the articles that have it, by their place in the order of arrival."""
        self._weights: dict[str, array[float]] = defaultdict(lambda: array("d"))

    def add(self, article: ArticleId, day: date | None, terms: Mapping[str, float]) -> None:
        """Take in an article under its terms."""
        number = len(self._articles)
        self._articles.append(article)
        self._days.append((day or date.max).toordinal())
        for term, weight in terms.items():
            self._numbers[term].append(number)
            self._weights[term].append(weight)

    def nearest(self, day: date | None, terms: Mapping[str, float]) -> list[ArticleId]:
        """Give the articles whose terms have the highest scalar product with these, highest first."""
        first = bisect_left(self._days, day.toordinal() - WINDOW) if day else 0
        numbers, weights, factors = [], [], []
        for term, weight in terms.items():
            if (held := self._numbers.get(term)) is None:
                continue
            start = 0
            if day is None and len(held) > 5 * POSTINGS:
                continue  # an undated article is compared with all days, but not by a term that every day has
            if day is not None and len(held) > FEW:
                start = bisect_left(held, first, max(0, len(held) - POSTINGS))
            if start < len(held):
                numbers.append(np.array(held[start:], np.int32))
                weights.append(np.array(self._weights[term][start:]))
                factors.append(weight)
        if not numbers:
            return []
        lowest = min(int(found[0]) for found in numbers)
        products = np.concatenate(weights) * np.repeat(factors, [len(found) for found in numbers])
        sums = np.bincount(np.concatenate(numbers) - lowest, products)
        places = np.flatnonzero(sums)
        sums = sums.take(places)
        if len(places) > CANDIDATES:
            least = np.partition(sums, len(sums) - CANDIDATES)[len(sums) - CANDIDATES]
            some = sums >= least - 2e-6  # those that rounding makes as near as the last
            places, sums = places[some], sums[some]
        nearest = sorted(
            (-round(value, 6), self._articles[place + lowest])
            for place, value in zip(places.tolist(), sums.tolist(), strict=True)
        )
        return [article for _, article in nearest[:CANDIDATES]]
