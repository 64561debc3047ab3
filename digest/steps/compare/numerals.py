"""Numerals, in digits and in words."""

from __future__ import annotations

import re

from digest.steps.compare.units import SCALE, SHARES, WORDS


def either(listed: set[str] | frozenset[str]) -> str:
    """Give a pattern for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(listed, key=lambda word: (-len(word), word)))


FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
SPELT = either(WORDS.keys() - {"a", "an"})
SCALES = "hundred|thousand|million|billion|trillion|dozen"
SHARE = either(frozenset(SHARES))

COUNT = re.compile(rf"(?<![\w.,:/])(?P<number>{FIGURE}|{SPELT})(?P<scale>(?: (?:{SCALES}))*)(?![\w:/]|[.,]\d)", re.IGNORECASE)


def worth(written: str, scale: str = "", more: float = 0.0) -> float:
    """Give what a numeral and ``more`` are worth, times what follows ("hundred thousand"); "three quarters of a" is 0.75."""
    low = written.lower()
    part = re.fullmatch(r"(.*) of an?", low)
    found = more + (SHARES[part[1]] / 100 if part else WORDS[low] if low in WORDS else float(low.replace(",", "")))
    for one in scale.lower().split():
        found *= SCALE[one]
    return found


def counts(text: str) -> list[float]:
    """Give every number that stands in a text, whatever it counts."""
    return [worth(match["number"], match["scale"]) for match in COUNT.finditer(text)]
