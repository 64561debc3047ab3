"""Figures that count nothing, of two sentences which say much the same: hours, ranks, results, ranges, years, weekdays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.steps.compare.numerals import FIGURE, SPELT, worth
from digest.steps.compare.units import WORDS
from digest.text.calendar import MONTHS, WEEKDAY, WEEKDAYS
from digest.text.quotes import masked
from digest.text.words import WORD, is_stop, stem

ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
DAYTIME = re.compile(
    r"\b(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?|\b(?P<noon>noon|midnight)\b", re.IGNORECASE
)
DAYTIME_IN = re.compile(r"\d ?[aApP]\.?[mM]|noon|midnight", re.IGNORECASE)
ROUGH = re.compile(r"\b(?:about|around|roughly|some|nearly|almost|approximately|before|after|by|shortly|early|late) $")
ORDINAL = re.compile(rf"\b(?:(?P<word>{'|'.join(ORDINALS)})|(?P<figure>\d+)(?:st|nd|rd|th))\b(?=[ -][a-z])(?!-year-old)")
DATED = re.compile(rf"(?:{'|'.join(MONTHS)}) $")
RESULT = re.compile(r"(?<![\w.,:/–-])(?P<one>\d{1,3})(?: votes)?(?:-| to |–| against )(?P<two>\d{1,3})(?![\w%/:–-]|[.,]\d)")
RESULT_OF = re.compile(
    r"\b(?:vot\w+|pass(?:ed|es)|approv\w+|reject\w+|won|win|wins|beat|beats|defeat\w*|lead|leads|led|lost|score\w*|margin|ruled|ruling)\b"
)
RANGE = re.compile(
    rf"(?P<one>{FIGURE}|{SPELT})(?: to |-|–| and )(?P<two>{FIGURE}|{SPELT})(?P<scale>(?: (?:hundred|thousand|million|billion))*)"
    r" (?P<unit>per ?cent|%|[a-z]+s|inches|feet|people)\b",
    re.IGNORECASE,
)
ENDS = re.compile(r"(?<![\w.,:/$€£–-])([\d.,]*\d|[a-z]{3,9}(?:-[a-z]{3,5})?)(?: to |–|-| and )(?=\d|[a-z])", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween $")
YEAR = re.compile(r"\b(?:in|since) (?P<year>(?:1[89]|20)\d\d)\b(?! [a-z]+s\b)")
NAMED_DAY = re.compile(rf"\b(?:on |late |early |[a-z]+ )(?P<day>{WEEKDAY})\b")
OTHER_WEEK = re.compile(r"\b(?:last|next|every|each|previous|following|coming|this|until|since|before|after|by) $")
REIGNED = re.compile(r"\b(?P<name>[A-Z][a-z]{2,}) (?P<number>[IVX]{1,5})\b")

MARKED = frozenset((*ORDINALS, *WORDS, *map(str.lower, WEEKDAYS), "noon", "midnight"))
MARKED |= frozenset("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii".split())
"""Words, lower case, of which a text has one that has such a figure in words."""

HOURS, ROUGHLY, A_DAY = 5, 40, 1440
"""Minutes: how far a time of day reaches, and a rounded one ("about 4 p.m."; reports round to the half hour)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure by its sort; of one sort and key only one can be right."""

    start: int
    end: int
    sort: str
    key: str
    """What it is of, where the words say so: the noun behind a rank, the unit of a range, who reigned."""
    low: float
    high: float
    beside: frozenset[str]
    """The stems of the content words on either side of it."""
    before: str
    """That of the nearest before it, or empty."""

    @property
    def kind(self) -> str:
        """What a reader calls it."""
        return "Date" if self.sort in ("year", "weekday") else "Name" if self.sort == "reign" else "Number"

    def differs(self, other: Mark) -> bool:
        """Say whether the two cannot be one; a minute before midnight is near a minute after."""
        apart = max(self.low - other.high, other.low - self.high)
        if self.sort == "hour":
            apart = min(apart, A_DAY - max(self.high - other.low, other.high - self.low))
        return (self.sort, self.key) == (other.sort, other.key) and apart > 0


def marks(text: str, language: str) -> tuple[Mark, ...]:
    """Give such figures of a sentence outside its quotations."""
    if language != "en":
        return ()
    bare = masked(text)
    return tuple(
        Mark(*found, _stems(WORD.findall(bare[: found[0]])[-5:] + WORD.findall(bare[found[1] :])[:5]), _before(bare[: found[0]]))
        for found in _found(bare)
    )


Found = tuple[int, int, str, str, float, float]


def _found(text: str) -> Iterator[Found]:
    for match in DAYTIME.finditer(text) if DAYTIME_IN.search(text) else ():
        at = {"noon": 720, "midnight": 0}.get((match["noon"] or "").lower())
        if at is None:
            at = int(match["hour"]) % 12 * 60 + int(match["minute"] or 0) + (720 if match["half"].lower() == "p" else 0)
        near = ROUGHLY if ROUGH.search(text, 0, match.start()) or at % 30 == 0 else HOURS
        yield (*match.span(), "hour", "", at - near / 2, at + near / 2)
    for match in ORDINAL.finditer(text):
        rank = float(match["figure"] or ORDINALS.index(match["word"]) + 1)
        noun = next((stem(word) for word in WORD.findall(text[match.end() :])[:2] if not is_stop(word)), "")
        if noun and not DATED.search(text, 0, match.start()):
            yield (*match.span(), "rank", noun, rank, rank)
    for match in RESULT.finditer(text) if RESULT_OF.search(text) else ():
        high, low = sorted((float(match["one"]), float(match["two"])), reverse=True)
        yield (*match.span(), "result", "", high * 1000 + low, high * 1000 + low)
    for match in _ranges(text):
        low, high = (worth(match[end], match["scale"]) for end in ("one", "two"))
        if low < high and (" and " not in match.group() or BETWEEN.search(text, 0, match.start())):
            yield (*match.span(), "range", stem(match["unit"]), low, high)
    for match in YEAR.finditer(text):
        yield (*match.span("year"), "year", "", float(match["year"]), float(match["year"]))
    for match in NAMED_DAY.finditer(text):
        if not OTHER_WEEK.search(text, 0, match.start("day")):
            day = float(WEEKDAYS.index(match["day"]))
            yield (*match.span("day"), "weekday", "", day, day)
    for match in REIGNED.finditer(text):
        rank = float(_roman(match["number"]))
        yield (*match.span(), "reign", match["name"], rank, rank)


def _ranges(text: str) -> Iterator[re.Match[str]]:
    """Give the ranges; to try the whole pattern at every word would take ten times as long."""
    for ends in ENDS.finditer(text):
        word = ends[1].lower()
        if (word[0].isdigit() or word in WORDS) and (match := RANGE.match(text, ends.start())):
            yield match


def _stems(near: Sequence[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in near if not is_stop(word))


def _before(text: str) -> str:
    return next((stem(word) for word in WORD.findall(text)[:-6:-1] if not is_stop(word)), "")


def _roman(written: str) -> int:
    worths = [{"I": 1, "V": 5, "X": 10}[letter] for letter in written]
    return sum(-one if one < max(worths[at:]) else one for at, one in enumerate(worths))
