"""What kind of word a word most often is: enough grammar to tell a phrase from a fragment, without a tagger."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from digest.text.frequency import idf
from digest.text.words import REMEMBERED, stem

TABLES = frozenset({"en"})
"""The languages with a table; in any other one every word counts as a noun."""

NOUNS = frozenset("vote elite official liberal conservative public veteran suspect migrant militant rebel criminal".split())
"""Words that the table has as another class and that the news uses as nouns."""

DEMONYMS = frozenset("russian american french greek roman indian dutch scottish welsh saudi afghan iraqi".split())
"""Demonyms that the lexicon has as nouns or not at all."""

ENDINGS = (
    ("ly", "adverb"),
    ("ing", "gerund"),
    ("lier", "adjective"),
    ("iest", "adjective"),
    ("ous", "adjective"),
    ("ful", "adjective"),
    ("less", "adjective"),
    ("able", "adjective"),
    ("ible", "adjective"),
    ("ish", "adjective"),
)
"""For words too rare for the table; a common word that is not in it ("family", "wing") is a noun, whatever its ending."""

NOUNS_IN_ED = frozenset(
    "seed speed feed weed bed bleed breed deed need greed creed red shed sled hundred kindred hatred shred moped reed steed "
    "screed stampede led ted fred med fed cred bred newsfeed rosebed riverbed seabed flatbed purebred inbred infrared".split()
)
"""Any other word in -ed that is not in the table is a participle."""

RARE = 6.9
"""The idf above which an ending tells more than the table's silence: "smirking" (7.1) is no noun, "pudding" (6.2) is one."""


@cache
def _table(language: str) -> dict[str, str]:
    text = (files("digest.text") / "data" / f"classes-{language}.txt").read_text(encoding="utf-8")
    listed = {word: name for name, *entries in map(str.split, text.splitlines()) for word in entries if word not in NOUNS}
    return listed | dict.fromkeys(DEMONYMS, "demonym")


@lru_cache(maxsize=REMEMBERED)
def word_class(word: str, language: str = "en") -> str:
    """Give the class that a lower-case word most often has: ``noun``, ``adjective``, ``demonym``, ``verb``...

    The others are ``participle`` ("accused"), ``gerund`` ("meddling") and ``adverb``; a demonym is the adjective of a
    people or place ("russian").

    The table comes from the lexicon of Brill's tagger (Brill 1992, "A simple rule-based part of speech tagger"), made by
    ``benchmarks/make_classes.py``. An unlisted word is a noun, unless it is rare and its ending is another class's.
    """
    if language not in TABLES:
        return "noun"
    found = _table(language).get(word)
    if not found and word.endswith("ed") and len(word) > 4 and word not in NOUNS_IN_ED:
        return "participle"
    if found or idf(stem(word, language), language) < RARE:
        return found or "noun"
    return next((name for ending, name in ENDINGS if word.endswith(ending)), "noun")
