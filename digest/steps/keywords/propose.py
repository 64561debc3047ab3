"""YAKE, and nothing else: the only place that knows it."""

from __future__ import annotations

from typing import Any

from digest.text.words import LANGUAGES, stop_words

LONGEST = 3
"""Words of a candidate at most. One run with three serves for one and two as well (three runs cost four times as much)."""

PROPOSALS = 200
"""Candidates kept: a report of 500 words gives 300 to 400, and the last half are one-off word pairs."""

CLOSED = (".", "!", "?", "…", ":", ";")


def propose(title: str, paragraphs: list[str], language: str) -> list[list[object]]:
    """Give YAKE's candidates for an article as ``[text, score]`` pairs in its order, the best (lowest score) first.

    The headline and each paragraph are closed with a full stop: YAKE turns line ends into spaces, and without it a phrase
    runs from the headline into the body. Scores are above 0 and mostly below 1. An article without a word gives none.
    YAKE: Campos and others 2020, "YAKE! Keyword extraction from single documents using multiple local features",
    Information Sciences 509.
    """
    from yake import KeywordExtractor  # slow to import: only a build that has new articles pays for it

    parts = (part.strip() for part in (title, *paragraphs))
    text = "\n".join(part if part.endswith(CLOSED) else f"{part}." for part in parts if part)
    if not text:
        return []
    # dedup_lim 1 switches YAKE's own folding off, which compares letters and costs time; the forms are folded by stem later.
    own_stop_words: dict[str, Any] = {"stopwords": set(stop_words(language))} if language in LANGUAGES else {}
    found = KeywordExtractor(lan=language, n=LONGEST, dedup_lim=1.0, top=PROPOSALS, **own_stop_words).extract_keywords(text)
    return [[str(phrase), round(float(score), 9)] for phrase, score in found]
