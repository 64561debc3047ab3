"""Recognises the language of a text by its script and by its function words."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

from digest.text.words import LANGUAGES, stop_words, words

ENOUGH, CLEARER, DENSE = 2.0, 1.15, 0.08
"""How much must speak for a language: function words (one that n languages share counts 1/n), as many times more than for the
next one, and as a share of the words. Chosen by benchmarks/languages.py: no stretch of 25 words is taken for another language."""

_LOOKED_AT = 4_000
"""Characters."""

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("te", re.compile(r"[\u0c00-\u0c7f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("am", re.compile(r"[\u1200-\u137f]")),
)
"""The language that most of a script's news is written in; Japanese stands before Chinese because it writes both scripts."""

_WITHIN = {
    "ar": (("ur", re.compile("[ٹڈڑےں]")), ("fa", re.compile("[پچژگ]"))),
    "ru": (
        ("uk", re.compile("[іїєґ]", re.IGNORECASE)),
        ("sr", re.compile("[ђћџљњј]", re.IGNORECASE)),
        ("be", re.compile("ў", re.I)),
    ),
}
"""Letters that one language has and the script's first one has not; enough of them tell."""


def recognise(text: str) -> tuple[str, str]:
    """Give the ISO 639-1 code of a text's language and what tells: "its script", "its words", or "" where nothing does.

    The code is then "en" for a text too short to tell, and "und" (undetermined) for a longer one that is not English.
    """
    sample = text[:_LOOKED_AT]
    letters = sum(map(str.isalpha, sample))
    for code, script in _SCRIPTS:
        share = len(script.findall(sample)) / max(1, letters)
        if share > (0.1 if code == "ja" else 0.5):
            return _within(code, sample, letters), "its script"
    found = [word.lower().replace("’", "'") for word in words(sample)]
    scores: defaultdict[str, float] = defaultdict(float)
    for word in found:
        owners = _owners().get(word, ())
        for code in owners:
            scores[code] += 1 / len(owners)
    ranked = sorted(scores.items(), key=lambda pair: (-round(pair[1], 6), pair[0]))
    (code, most), (_, next_most) = [*ranked, ("en", 0.0), ("en", 0.0)][:2]
    if most >= ENOUGH and most >= CLEARER * next_most and most >= DENSE * len(found):
        return code, "its words"
    return ("und" if len(found) >= _LONG and scores["en"] < DENSE * len(found) else "en"), ""


_LONG = 30
"""Words: a text that long and in English would have been known for it."""


def _within(code: str, sample: str, letters: int) -> str:
    """Tell languages of one script apart by their own letters."""
    for other, own in _WITHIN.get(code, ()):
        if len(own.findall(sample)) > 0.01 * letters:
            return other
    return code


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    """Give word: the languages that have it as a function word."""
    lists = {code: stop_words(code) for code in LANGUAGES}
    for line in (files("digest.text") / "data" / "function-words.txt").read_text(encoding="utf-8").splitlines():
        code, _, listed = line.partition(":")
        lists[code] = frozenset(listed.split())
    owners: dict[str, list[str]] = {}
    for code in sorted(lists):
        for word in lists[code]:
            owners.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in owners.items()}
