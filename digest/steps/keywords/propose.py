"""YAKE, and nothing else: the only place that knows it."""

from __future__ import annotations

from typing import Any

from digest.text.words import LANGUAGES, stop_words

LONGEST = 3
"""Words of a candidate at most. One run with three serves for one and two as well (three runs cost four times as much)."""

PROPOSALS = 200
"""Candidates kept: a report of 500 words gives 300 to 400, and the last half are one-off word pairs."""

LONGEST_WORD = 60
"""Letters; a longer run is no word, and YAKE's tokenizer takes time with the square of its length."""

MOST_WORDS = 8_000
"""Words of an article that are read: the longest reports have as many, and what opens a text names what it is about."""

CLOSED = (".", "!", "?", "…", ":", ";")


def propose(title: str, paragraphs: list[str], language: str) -> list[list[object]]:
    """Give YAKE's candidates for an article as ``[text, score]`` pairs in its order, the best (lowest score) first.

    The headline and each paragraph are closed with a full stop: YAKE turns line ends into spaces, and without it a phrase
    runs from the headline into the body. Scores are above 0 and mostly below 1. An article without a word gives none.
    YAKE: Campos and others 2020, "YAKE! Keyword extraction from single documents using multiple local features",
    Information Sciences 509.
    """
    from yake import KeywordExtractor  # slow to import: only a build that has new articles pays for it

    parts = (" ".join(word for word in part.split() if len(word) <= LONGEST_WORD) for part in (title, *paragraphs))
    lines = [part if part.endswith(CLOSED) else f"{part}." for part in parts if part]
    text = "\n".join(_opening(lines))
    if not text:
        return []
    # dedup_lim 1 switches YAKE's own folding off, which compares letters and costs time; the forms are folded by stem later.
    own_stop_words: dict[str, Any] = {"stopwords": set(stop_words(language))} if language in LANGUAGES else {}
    found = KeywordExtractor(lan=language, n=LONGEST, dedup_lim=1.0, top=PROPOSALS, **own_stop_words).extract_keywords(text)
    return [[str(phrase), round(float(score), 9)] for phrase, score in found]


def _opening(lines: list[str]) -> list[str]:
    """The lines that begin within the first ``MOST_WORDS`` words, the last one cut there."""
    kept, room = [], MOST_WORDS
    for line in lines:
        if room <= 0:
            break
        parts = line.split(" ")
        kept.append(" ".join(parts[:room]))
        room -= len(parts)
    return kept
