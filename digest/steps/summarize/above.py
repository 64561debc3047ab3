"""What stands above the lead of a report: headlines, standfirsts and captions that the second paragraph tells again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.model import Article, Kind
from digest.text.alone import DATELINE, DONE, NO_DATELINE, SAYS, trims
from digest.text.calendar import WEEKDAY
from digest.text.quotes import QUOTED
from digest.text.sentences import split_sentences
from digest.text.words import content_stems, names, words

HIGHEST = 3
"""Paragraphs that may stand above a lead."""

LONGEST = 90
"""Words of such a paragraph."""

SHORTEST = 12
"""Words of a lead."""

TOLD = 0.5
"""Share of its content words that the paragraph below has, where it tells the same."""

DAY = re.compile(rf"\b(?:{WEEKDAY}|[Yy]esterday|[Tt]oday|[Tt]onight|[Ll]ast night)\b")
END = re.compile(r"[.!?…][\"”’')\]]*$")
DATED = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}(?:, (?:19|20)\d\d)?(?: (?:in|at) [\w ,.]{2,30})?\.$")
"""How captions end: with the day of the picture, and where it was taken."""

NEWER = re.compile(r"updates?\b", re.IGNORECASE)
"""What is written above a report later, and is news."""

SEEN = re.compile(
    r"\b(?:(?:is|are) (?:seen|shown|pictured)|protests|speaks|walks|holds|stands|sits|poses|reacts|waits|gathers|looks|listens"
    r"|arrives|leaves|attends|waves|marches|wears|testifies|addresses|gestures|departs|greets)\b"
)


def above(article: Article) -> frozenset[int]:
    """Give the indexes of the blocks that stand above the lead and are none: their sentences begin no summary and stand in none.

    Each is one of the first paragraphs, with a paragraph below it that reads as a lead, and has no full stop; or stands above the
    dateline; or describes a picture; or tells, without a day, what the one below tells again with its day.
    """
    if article.language != "en":
        return frozenset()
    told = [
        index for index, block in enumerate(article.blocks) if block.kind is Kind.PARAGRAPH and index not in article.recurring
    ][: HIGHEST + 2]
    texts = [article.blocks[index].text for index in told]
    lead = next((place for place in range(min(HIGHEST, len(texts))) if not _is_above(texts[place : place + 3])), 0)
    return frozenset(told[:lead])


def _is_above(texts: Sequence[str]) -> bool:
    """Say whether the first of up to three paragraphs stands above the lead, which may be the second."""
    if len(texts) < 2 or len(texts[0].split()) > LONGEST:
        return False
    text, below, *rest = texts
    if not _leads(below):
        return bool(rest) and _is_line(text) and _is_line(below) and _leads(rest[0])
    if _is_line(text):
        return True
    if _has_dateline(text):
        return False
    placed = _has_dateline(below) and not (rest and _has_dateline(rest[0])) and not NEWER.match(text)
    return placed or _shows(text) or _is_told(text, below)


def _is_line(text: str) -> bool:
    """Say whether a paragraph is a headline, stamp or credited caption; a lead may have lost its full stop, but has its day."""
    return not END.search(text) and (text.endswith(")") or not (DAY.search(text) and DONE.search(text)))


def _leads(text: str) -> bool:
    return len(text.split()) >= SHORTEST and bool(END.search(text))


def _has_dateline(text: str) -> bool:
    match = DATELINE.match(text)
    return match is not None and not NO_DATELINE & set(words(match.group()))


def _shows(text: str) -> bool:
    """Say whether a paragraph opens with what a picture shows: in the present tense, with the day of the month."""
    first = _first(text)
    return bool(DATED.search(first) and SEEN.search(first)) and not DONE.search(SEEN.split(first)[0]) and not SAYS.search(first)


def _is_told(text: str, below: str) -> bool:
    """Say whether the second paragraph begins the report anew: with the day, and with a full name or words that the first had."""
    lead = _first(below)
    if DAY.search(text) or not DAY.search(lead) or not DONE.search(lead) or trims(lead, "en") is None:
        return False
    again = {name for name in names(f"x {text}") if " " in name} & set(names(f"x {lead}"))
    mine, theirs = set(content_stems(text, "en")), set(content_stems(below, "en"))
    return bool(again or _quotes(text) & _quotes(lead)) and len(mine & theirs) >= TOLD * len(mine)


def _first(text: str) -> str:
    start, end = split_sentences(text)[0]
    return text[start:end]


def _quotes(text: str) -> set[str]:
    """Give the quotations of four words or more, in small letters."""
    found = (" ".join(words(quote.lower())) for quote in QUOTED.findall(text))
    return {quote for quote in found if quote.count(" ") > 2}
