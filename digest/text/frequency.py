"""How rare a word is in the language at large: the background that makes two articles alone as sound as twenty thousand."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files

from digest.text.words import LANGUAGES, stem

WORDS_IN_AN_ARTICLE = 400
"""The length of a news article that idf is reckoned for; a common reports' length (median of our own demo is near it)."""

UNLISTED = 1.5
"""The Zipf value of a word that the table does not list: names mostly. The table ends at 2.0."""


NUMBER = 3.6
"""The Zipf value of any number, which no table of words tells: two reports that share one share little."""


@cache
def _table(language: str) -> dict[str, float]:
    table = (files("digest.text") / "data" / f"frequency-{language}.txt").read_text(encoding="utf-8")
    return {
        stem: value for zipf, *stems in map(str.split, table.splitlines()) for value in (_idf(float(zipf)),) for stem in stems
    }


@cache
def _idf(zipf: float) -> float:
    expected = 10**zipf / 1e9 * WORDS_IN_AN_ARTICLE
    return max(1e-6, round(-math.log(-math.expm1(-expected)), 6))  # others divide by it: "theing" has the stem "the"


OF_UNLISTED, OF_NUMBER = _idf(UNLISTED), _idf(NUMBER)


def idf(stem: str, language: str = "en") -> float:
    """Give the inverse document frequency of a stem: the natural log of 1 / (share of articles that use it).

    Between about 1 (in two of five articles) and 11.3 (not listed), under a Poisson model of an article of 400 words
    (Church and Gale 1995, "Poisson mixtures", section 1). The table is made by ``benchmarks/make_frequencies.py``; its
    source and licence stand beside it in ``data/SOURCES.md``. In a language without a table every stem weighs as a rare one does.
    """
    if stem[:1].isdigit():
        return OF_NUMBER
    return _table(language).get(stem, OF_UNLISTED) if language in LANGUAGES else OF_UNLISTED


def is_listed(word: str) -> bool:
    """Say whether the table of any language lists a word."""
    return any(stem(word, language) in _table(language) for language in LANGUAGES)


def is_one_word(first: str, rest: str) -> bool:
    """Say whether two parts are rather one word than two: in some language that word is listed, and commoner than a part."""
    return any(
        idf(stem(first + rest, language), language) < max(idf(stem(part, language), language) for part in (first, rest))
        for language in LANGUAGES
    )
