"""Words, stems, stop words and names of a text."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

import snowballstemmer

LANGUAGES = {"en": "english", "es": "spanish", "fr": "french", "de": "german", "pt": "portuguese", "it": "italian"}
"""The languages with a stemmer and a stop-word list; in any other one a word is its own stem and none is a stop word."""

WORD = re.compile(r"\d+(?:[.,]\d+)*(?=[-–]\d)|\d+(?:[.,]\d+)+[^\W_]*|[^\W_]+(?:[.](?=[^\W_][.])[^\W_])*(?:[’'\-][^\W_]+)*")
"""Letters and digits with inner apostrophes and hyphens; a full stop or comma only between digits, or single
letters ("U.S"); "225-184" is two numbers."""

NUMBER = re.compile(r"\d")

TITLES = frozenset("mr mrs ms miss dr sir dame lord lady president prime minister secretary chancellor king queen prince".split())
"""Words that stand before a person's name and are not part of it."""


REMEMBERED = 30_000
"""Words of which the stem is remembered, and what else words are asked for. In 4,693 news texts of 65,855 words, 17 of an article
are looked up anew so; were every word remembered, 14 would be."""


@cache
def stop_words(language: str) -> frozenset[str]:
    """Give the stop words of a language (ISO 639-1), lower case; empty for an unknown one.

    The lists are our own: function words, auxiliaries and the verbs of saying that every report uses.
    """
    if language not in LANGUAGES:
        return frozenset()
    return frozenset((files("digest.text") / "data" / f"stop-{language}.txt").read_text(encoding="utf-8").split())


@cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(LANGUAGES[language])


@lru_cache(maxsize=REMEMBERED)
def stem(word: str, language: str = "en") -> str:
    """Give the Snowball stem of a word, lower case, possessive off ("Putin's" is "putin")."""
    low = word.lower().replace("’", "'").removesuffix("'s").replace(".", "")
    return str(_stemmer(language).stemWord(low)) if language in LANGUAGES else low


SENTENCE = 600
"""Characters up to which a text is a sentence: several steps ask for the words of one, one after the other."""


def words(text: str) -> list[str]:
    """Give the words of a text in order, as they are written."""
    return list(_remembered(text)) if len(text) <= SENTENCE else WORD.findall(text)


@lru_cache(maxsize=2048)
def _remembered(sentence: str) -> tuple[str, ...]:
    return tuple(WORD.findall(sentence))


@lru_cache(maxsize=REMEMBERED)
def is_stop(word: str, language: str = "en") -> bool:
    """Say whether a word carries no meaning of its own (a lone letter counts as such)."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    return low in stop_words(language) or (len(low) < 2 and not low.isdigit())


def content_stems(text: str, language: str = "en") -> list[str]:
    """Give the stems of a text's words that are not stop words, in order."""
    return [stem(word, language) for word in words(text) if not is_stop(word, language)]


NAME = re.compile(
    r"(?:[A-Z][.](?:[A-Z][.])+|[A-Z][\w’'\-]*[\w]|[A-Z](?=[.]))"
    r"(?:(?: |[.] )(?:(?:de|da|dos|von|van|der|den|bin|al|el|la|di|du) )*(?:[A-Z][.](?:[A-Z][.])*|[A-Z][\w’'\-]*[\w]))*"
)
"""A run of capitalised words, particles allowed inside ("Mohammed bin Salman", "George H. W. Bush")."""


def names(sentence: str, language: str = "en") -> list[str]:
    """Give the names in a sentence, in order, as they are written: runs of capitalised words.

    The first word of the sentence counts only with a capitalised successor or where it is an abbreviation, and titles
    ("Mr", "President") and stop words are taken off the front, so that "President Vladimir Putin" gives "Vladimir Putin".
    German writes every noun with a capital: there only runs of two or more count.
    """
    found = []
    for number, match in enumerate(NAME.finditer(sentence)):
        at_start = not (number or WORD.search(sentence, 0, match.start()))
        for part in re.split(r"[’']s(?= |$)", match.group()):  # "Trump's Osaka Track" is two names
            run = part.split()
            titles = [i for i, word in enumerate(run) if word.lower().strip(".") in TITLES]
            if titles:  # "Russian President Vladimir Putin": what stands before the title describes it
                run, at_start = run[titles[-1] + 1 :], False
            while run and is_stop(run[0].strip("."), language):
                run, at_start = run[1:], False
            lone_opener = at_start and len(run) == 1 and not run[0].isupper()
            at_start = False
            name = " ".join(run)
            if len(name) > 1 and not lone_opener and not (language == "de" and len(run) < 2):
                found.append(name)
    return found


def shingles(text: str, size: int = 5) -> frozenset[tuple[str, ...]]:
    """Give the runs of ``size`` words of a text, lower case; of a shorter text the one run that it is."""
    low = [word.lower() for word in words(text)]
    return frozenset(tuple(low[i : i + size]) for i in range(max(1, len(low) - size + 1))) if low else frozenset()
