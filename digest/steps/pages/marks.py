"""Text in pieces: what a template needs to set some words apart from the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from digest.model import Article, SummarySentence
from digest.text.words import WORD, stem

Piece: TypeAlias = dict[str, object]
"""``text``, and ``mark``: empty, ``ins`` (words of ours) or ``hit`` (words that were matched)."""


def plain(text: str) -> list[Piece]:
    """Give a text as one piece."""
    return [{"text": text, "mark": ""}]


def with_hits(text: str, phrases: Sequence[str], language: str) -> list[Piece]:
    """Give a text with every occurrence of the phrases set apart, whatever their inflection ("tariff", "tariffs")."""
    found = list(WORD.finditer(text))
    stems = [stem(match.group(), language) for match in found]
    hits: list[tuple[int, int]] = []
    for phrase in phrases:
        wanted = [stem(match.group(), language) for match in WORD.finditer(phrase)]
        if wanted:
            hits += [
                (found[i].start(), found[i + len(wanted) - 1].end())
                for i in range(len(stems) - len(wanted) + 1)
                if stems[i : i + len(wanted)] == wanted
            ]
    pieces: list[Piece] = []
    at = 0
    for start, end in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if start < at:  # inside a longer hit that is already marked
            continue
        pieces += [{"text": text[at:start], "mark": ""}, {"text": text[start:end], "mark": "hit"}]
        at = end
    pieces.append({"text": text[at:], "mark": ""})
    return [piece for piece in pieces if piece["text"]]


def with_insertions(sentence: SummarySentence, article: Article, *, bare: bool = False) -> list[Piece]:
    """Give a summary sentence with the words set apart that are ours.

    ``bare`` leaves out what was only inserted (the date after "on Saturday"), for lists where the date stands beside it;
    what stands in the place of a word ("[Putin]" for "He") stays, since the sentence needs it.
    Falls back to the text as it is where the edits do not give it.
    """
    citation = sentence.citations[0]
    pieces: list[Piece] = []
    at = citation.start
    for edit in sorted(sentence.edits, key=lambda edit: (edit.start, edit.end)):
        pieces.append({"text": article.text[at : edit.start], "mark": ""})
        inner = edit.text.strip()
        before, _, after = edit.text.partition(inner) if inner else (edit.text, "", "")
        if not (bare and edit.start == edit.end):
            pieces += [
                {"text": before, "mark": ""},
                {"text": inner, "mark": "ins" if "[" in inner else ""},
                {"text": after, "mark": ""},
            ]
        at = edit.end
    pieces.append({"text": article.text[at : citation.end], "mark": ""})
    said = "".join(str(piece["text"]) for piece in pieces)
    if not bare and said != sentence.text:
        return plain(sentence.text)
    return [piece for piece in pieces if piece["text"]]
