"""Finds the language of an article."""

from __future__ import annotations

import re

from digest.model import Front, Raw
from digest.steps.normalize.certainty import ASSUMED, FRONT
from digest.text.languages import recognise
from digest.text.words import LANGUAGES, words

OVERRULES = 50
"""Words: so many overrule a page that says another language. Stretches of 50 words were recognised without an error
(benchmarks/languages.py), and templates copied with ``lang="en"`` are common."""


def find_language(front: Front, raw: Raw, text: str) -> tuple[str, str]:
    """Give an ISO 639-1 code and where it was found: front matter, the format's own field, the script or the words of the text.

    Where none of these decides: "en", or "und" for a long text that is not English, from "assumed".
    """
    if front.language:
        return front.language, FRONT
    found, how = recognise(text)
    declared = re.match(r"([A-Za-z]{2})(?:[-_]|$)", raw.language.value.strip()) if raw.language else None
    if raw.language and declared:
        said = declared[1].lower()
        overruled = how and found != said and {found, said} <= LANGUAGES.keys() and len(words(text)) >= OVERRULES
        return (found, how) if overruled else (said, raw.language.origin)
    return (found, how) if how else (found, ASSUMED)
