"""Weighs the words of an article by those of the articles so far, and compares it with many others at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, count
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from digest.steps.events.profile import CHANNELS, Profile
from digest.text.frequency import idf

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int32]
Counts = npt.NDArray[np.intp]
Number = TypeVar("Number", np.int32, np.int64, np.float32, np.float64)

BACKGROUND = 2000
"""The language at large weighs like so many articles beside those that are here (idf blended with the articles' own df):
B-cubed F1 +.003, .000 and +.005 over the language at large alone."""

WEIGHTS = np.array([*CHANNELS.values(), 0.0])
SIZE = len(WEIGHTS)
BODY, LEAD, NAMES, TITLE, OPENING = range(SIZE)
"""The vectors of an article: its channels, and the words of its title and first sentences as rare as they are, of no length."""

_COSINES, _CROSSED, _TOLD = slice(0, 4), slice(4, 6), slice(6, 10)
"""Columns of ``Met.sums``."""

_CHANNELS = np.arange(SIZE)


class Met(NamedTuple):
    """What one article has in common with others, a row each."""

    sums: Numbers
    """Products of weights, added up: vector by vector; its lead with the other's text, its text with the other's lead; and the
    weights of its title that the other tells, of the other's title that it tells, and the same of the first sentences."""
    shared: Numbers
    """The rarities of the words of both texts, one other article's after another's."""
    sharing: Counts
    """How many these are."""


class Common(NamedTuple):
    """What the articles of pairs have in common, a row each."""

    wording: Numbers
    """How alike they are in what they say, 0 to 1, rounded to 6 places: the weighted mean of the channels that both have."""
    cosines: Numbers
    """Of the channels, 0 where one of the two has no such vector."""
    crossed: Numbers
    """Cosine of one lead with the other body, the higher of the two."""
    told: Numbers
    """Share of the newer one's title that the other tells, of the other's that it tells (not a number where there is no title),
    and the same of the first sentences."""
    shared: Numbers
    """The rarities of the words of both texts, pair by pair."""
    sharing: Counts
    """How many these are."""


class Vectors:
    """The vectors of the articles so far, by their numbers in the order of arrival.

    Each word of an article that arrives gets a row in a small table of weights, and the words of the others are looked up by
    it: first whether there is a row at all, as for one in ten, and the weights of those alone.
    """

    def __init__(self) -> None:
        """Know no word."""
        self._places: defaultdict[str, int] = defaultdict(count().__next__)
        """Word: its place, by when it was first seen."""
        self._words = np.zeros(0, np.int32)
        """The places of the words of the vectors of every article, one after the other."""
        self._weights = np.zeros(0, np.float32)
        self._starts = np.zeros(0, np.int64)
        """Where the words of each article start among these."""
        self._lengths = np.zeros((0, SIZE), np.int32)
        """How many words each of its vectors has."""
        self._wholes = np.zeros((0, 2))
        """The weight of its title and of its first sentences."""
        self._here = 0
        """Articles so far."""
        self._end = 0
        self._holders: dict[str, Places] = {}
        """Language: by the place of a word, articles so far that use it."""
        self._usual: dict[str, Numbers] = {}
        """Language: by the place of a word, its inverse document frequency in the language at large, 0 before it is looked up."""
        self._articles: dict[str, int] = {}
        self._row = np.zeros(0, np.int32)
        """By the place of a word, which of the words of the arriving article it is, from 1 on; 0 where it has no such word."""

    def count(self, profile: Profile) -> None:
        """Take in which words an article uses: what arrives with it or later is weighed by that."""
        language = profile.article.language
        opening = sorted(profile.facts.opening)
        vectors = [profile.channels.get(name) for name in CHANNELS]
        lengths = [*(len(vector or ()) for vector in vectors), len(opening)]
        known = [vector for vector in vectors if vector]
        start, end = self._end, self._end + sum(lengths)
        self._words, self._weights = longer(self._words, end), longer(self._weights, end)
        self._words[start:end] = np.fromiter(map(self._places.__getitem__, chain(*known, opening)), np.int32, end - start)
        first = end - len(opening)
        self._weights[start:first] = np.concatenate([np.zeros(0), *(np.asarray(vector.values()) for vector in known)])
        self._starts, self._lengths = longer(self._starts, self._here + 1), longer(self._lengths, self._here + 1)
        self._starts[self._here], self._lengths[self._here] = start, lengths
        self._here, self._end = self._here + 1, end
        self._widen(language)
        self._articles[language] = self._articles.get(language, 0) + 1
        body = self._words[start : start + lengths[BODY]]
        self._holders[language][body] += 1
        usual = self._usual[language]
        unknown = np.flatnonzero(usual.take(body) == 0.0).tolist()
        if unknown:
            texts = list(vectors[BODY] or ())
            usual[body[unknown]] = [idf(texts[at], language) for at in unknown]
        self._weights[first:end] = usual.take(self._words[first:end])
        title = first - lengths[TITLE]
        self._wholes = longer(self._wholes, self._here)
        self._wholes[self._here - 1] = [self._weights[a:b].sum(dtype=np.float64) for a, b in ((title, first), (first, end))]

    def weigh(self, number: int, language: str) -> Numbers:
        """Weigh the text and the lead of the article of this number anew, and give the rarity of each word of its text.

        That is its inverse document frequency, by the language at large and by the articles so far.
        """
        start, (body, lead, *_) = int(self._starts[number]), self._lengths[number].tolist()
        text, weights = self._words[start : start + body + lead], self._weights[start : start + body + lead]
        usual = self._usual[language].take(text)
        total = BACKGROUND + self._articles[language]
        rarity = np.log(total / (BACKGROUND * np.exp(-usual) + self._holders[language].take(text)))
        found = weights * (rarity / usual)
        for part in (slice(0, body), slice(body, None)):
            length = np.sqrt(np.square(found[part]).sum())
            if length:
                weights[part] = found[part] / length
        return rarity[:body]

    def compare(self, number: int, rarity: Numbers, others: Sequence[int]) -> Met:
        """Compare an article that was weighed with others that were, by number; ``rarity`` is that of each word of its body."""
        start, lengths = int(self._starts[number]), self._lengths[number]
        ends = np.cumsum(lengths).tolist()
        words, weights = self._words[start : start + ends[-1]], self._weights[start : start + ends[-1]]
        own = np.concatenate([words[: ends[BODY]], words[ends[LEAD] : ends[NAMES]]])  # every other word is one of its text
        self._row[own] = np.arange(1, len(own) + 1)
        table = np.zeros((len(own) + 1, SIZE))
        table[self._row.take(words), np.repeat(_CHANNELS, lengths)] = weights
        found = self._met(table.ravel(), rarity, np.array(others, np.intp))
        self._row[own] = 0
        return found

    def _met(self, weights: Numbers, rarity: Numbers, others: Counts) -> Met:
        """Look up the words of the others; ``weights`` are those of the words of the one, a row each and in it its vectors."""
        number, size = len(others), len(others) * SIZE
        if not number:
            return Met(np.zeros((0, _TOLD.stop)), np.zeros(0), np.zeros(0, np.intp))
        lengths = self._lengths.take(others, axis=0)
        starts, sizes = self._starts.take(others), lengths.sum(axis=1)
        ranges = zip(starts.tolist(), (starts + sizes).tolist(), strict=True)
        found = self._row.take(np.concatenate([self._words[a:b] for a, b in ranges]))
        hits = np.flatnonzero(found != 0)
        vector = np.repeat(np.arange(size), lengths.ravel()).take(hits)
        """Of each hit: five times which of the others, and which of its vectors."""
        other, channel, row = vector // SIZE, vector % SIZE, found.take(hits) * SIZE
        theirs = self._weights.take(hits + (starts + sizes - np.cumsum(sizes)).take(other))
        text = np.flatnonzero(channel <= LEAD)
        crossed = weights.take(row.take(text) + 1 - channel.take(text)) * theirs.take(text)
        inside = np.flatnonzero(channel == BODY)
        row_inside, other_inside = row.take(inside), other.take(inside)
        sums = np.empty((number, _TOLD.stop))
        sums[:, _COSINES] = np.bincount(vector, weights.take(row + channel) * theirs, size).reshape(number, SIZE)[:, :OPENING]
        sums[:, _CROSSED] = np.bincount(vector.take(text), crossed, size).reshape(number, SIZE)[:, :NAMES]
        told = sums[:, _TOLD]
        told[:, 0] = np.bincount(other_inside, weights.take(row_inside + TITLE), number)
        told[:, 2] = np.bincount(other_inside, weights.take(row_inside + OPENING), number)
        told[:, 1::2] = np.bincount(vector, theirs, size).reshape(number, SIZE)[:, TITLE:]
        return Met(sums, rarity.take(row_inside // SIZE - 1), np.bincount(other_inside, minlength=number))

    def common(self, ones: Places, others: Places, met: Sequence[Met]) -> Common:
        """Make of what was met what the articles of pairs have in common; ``ones`` are the articles that were compared."""
        sums = np.concatenate([found.sums for found in met])
        cosines, crossed, told = sums[:, _COSINES], sums[:, _CROSSED], sums[:, _TOLD]
        worth = ((self._lengths[ones] > 0) & (self._lengths[others] > 0)) * WEIGHTS
        wording = np.round((cosines * WEIGHTS[:OPENING]).sum(axis=1) / np.maximum(worth.sum(axis=1), 1e-9), 6)
        whole = np.stack([self._wholes[ones], self._wholes[others]], axis=2).reshape(-1, 4)
        told = np.where(whole > 0, told / np.where(whole > 0, whole, 1.0), [np.nan, np.nan, 0.0, 0.0])
        shared, sharing = np.concatenate([found.shared for found in met]), np.concatenate([found.sharing for found in met])
        return Common(wording, cosines, crossed.max(axis=1), told, shared, sharing)

    def _widen(self, language: str) -> None:
        """Make room for every word so far, and as many again."""
        self._row = longer(self._row, len(self._places))
        width = len(self._row)
        if language not in self._holders or len(self._holders[language]) < width:
            self._holders[language] = longer(self._holders.get(language, np.zeros(0, np.int32)), width)
            self._usual[language] = longer(self._usual.get(language, np.zeros(0, np.float64)), width)


def longer(numbers: npt.NDArray[Number], rows: int, fill: float = 0) -> npt.NDArray[Number]:
    """Give the same array with room for so many rows, and for half as many again where it grows."""
    if len(numbers) >= rows:
        return numbers
    found = np.full((max(rows, len(numbers) * 3 // 2), *numbers.shape[1:]), fill, numbers.dtype)
    found[: len(numbers)] = numbers
    return found
