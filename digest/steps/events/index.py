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


_BITS = 32
"""A posting is one number: that of the article, and below it the weight in parts of ``_ONE``."""

_ONE = (1 << _BITS) - 1

_ROUNDED = 1e-6
"""Products that differ by less may be the same when they are rounded."""


class Index:
    """An inverted index (Zobel and Moffat 2006, "Inverted files for text search engines") in the order of arrival."""

    def __init__(self) -> None:
        """Know no article."""
        self._articles: list[ArticleId] = []
        self._days: list[int] = []
        self._postings: dict[str, array[int]] = defaultdict(lambda: array("q"))
        """Term: the articles that have it, in the order of arrival."""

    def add(self, article: ArticleId, day: date | None, terms: Mapping[str, float]) -> None:
        """Take in an article under its terms, with weights from 0 to 1."""
        number = len(self._articles) << _BITS
        self._articles.append(article)
        self._days.append((day or date.max).toordinal())
        for term, weight in terms.items():
            self._postings[term].append(number + int(weight * _ONE))

    def nearest(self, day: date | None, terms: Mapping[str, float]) -> list[int]:
        """Give the articles whose terms have the highest scalar product with these, highest first, by number."""
        first = bisect_left(self._days, day.toordinal() - WINDOW) if day else 0
        since, most = first << _BITS, 5 * POSTINGS if day is None else POSTINGS
        postings, factors = [], []
        for term, weight in terms.items():
            held = self._postings.get(term)
            if held is None or (day is None and len(held) > most):
                continue  # an undated article is compared with all days, but not by a term that every day has
            start = bisect_left(held, since, max(0, len(held) - most)) if len(held) > FEW else 0
            if start < len(held):
                postings.append(np.frombuffer(held, np.int64)[start:])
                factors.append(weight)
        if not postings:
            return []
        found = np.concatenate(postings)
        numbers = found >> _BITS
        products = (found & _ONE) * np.repeat(np.array(factors) / _ONE, [len(held) for held in postings])
        recent = numbers >= first  # nearly all of them, and not many numbers
        sums = np.bincount(numbers[recent] - first, products[recent])
        places = np.flatnonzero(sums > 0)
        sums = sums[places]
        places += first
        if not recent.all():
            older, which = np.unique(numbers[~recent], return_inverse=True)
            places, sums = np.concatenate([older, places]), np.concatenate([np.bincount(which, products[~recent]), sums])
        if len(places) > CANDIDATES:
            some = sums >= np.partition(sums, len(sums) - CANDIDATES)[len(sums) - CANDIDATES] - _ROUNDED
            places, sums = places[some], sums[some]
        found_numbers = places.tolist()
        ids = map(self._articles.__getitem__, found_numbers)
        nearest = sorted(zip(np.round(-sums, 6).tolist(), ids, found_numbers, strict=True))
        return [number for _, _, number in nearest[:CANDIDATES]]
