"""Finds the language of an article."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from digest.model import Front, Raw
from digest.text.words import LANGUAGES, stop_words, words

ENOUGH = 4
"""Function words that no other of the languages has, counted with repetition: fewer decide nothing."""

_LOOKED_AT = 600
"""Words."""


def find_language(front: Front, raw: Raw, text: str) -> tuple[str, str]:
    """Give an ISO 639-1 code and where it was found: front matter, the format's own field, the words of the text.

    "en", from "assumed", where none of these decides.
    """
    if front.language:
        return front.language, "front matter"
    declared = re.match(r"([A-Za-z]{2})(?:[-_]|$)", raw.language.value.strip()) if raw.language else None
    if raw.language and declared:
        return declared[1].lower(), raw.language.origin
    counts = Counter(_only_in().get(word.lower().replace("’", "'"), "") for word in words(text)[:_LOOKED_AT])
    ranked = sorted(((counts[language], language) for language in LANGUAGES), key=lambda pair: (-pair[0], pair[1]))
    (most, language), (next_most, _) = ranked[:2]
    return (language, "its words") if most >= ENOUGH and most >= 1.5 * next_most else ("en", "assumed")


@cache
def _only_in() -> dict[str, str]:
    """Give word: language, for the stop words that only one language has."""
    owners: dict[str, list[str]] = {}
    for language in sorted(LANGUAGES):
        for word in stop_words(language):
            owners.setdefault(word, []).append(language)
    return {word: found[0] for word, found in owners.items() if len(found) == 1}
