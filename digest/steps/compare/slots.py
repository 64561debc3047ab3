"""Figures that stand in the same slot of two reports and cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from digest.steps.compare.lines import Line, likeness, plain
from digest.steps.compare.mentions import A_MONTH
from digest.steps.compare.quantities import Quantity
from digest.steps.compare.units import DIMENSIONS, GENERIC
from digest.text.words import names

TOUCHING = 0.15
"""What two sentences share that count those whom one event befell."""

A_FEW_DAYS = 7
"""Between two reports that give somebody's age a year apart; later he may simply have grown older."""

LEADING = 8
"""Sentences of a report among which it counts those whom the event befell; later ones tell of other events as well."""

BACKGROUND = re.compile(
    r"""\b(?:last|previous|past|this)\ (?:week|month|year|decade)s?\b | \b(?:years|months|weeks)\ (?:ago|earlier|before)\b
      | \b(?:since|in|from|between|of)\ (?:the\ )?(?:19|20)\d\d | \bso\ far\ this\b | \b(?:every|each|per|a)\ year\b
      | \b(?:past|last)\ \w+\ hours\b | \bin\ a\ (?:single\ )?day\b | \bunborn\b | \b(?:him|her)self\b
      | \bmurder-suicide\b | \bidentit | \bunrelated\b | \banother\b | \bother\ (?:people|persons|victims)\b
      | \bincluding\ (?:the\ |an?\ )?(?:\w+\ )?(?:himself|herself|shooter|gunman|suspect|attacker|bomber|killer)\b
      | \bon\ average\b | \bsince\b | \bcompared\b | \bearlier\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Signs that a figure is of another time, or counts somebody whom other reports do not."""

SUPPOSED = re.compile(r"\b(?:if|could|would|might|may|planned|expected|up to|feared|maximum|minimum|faces?|facing)\b")
"""Signs that it is of none."""

PART = re.compile(r"\bof (?:them|whom|those|which)\b[^.;]*$")
"""What stands before a figure that is a part of another one ("he fired at three of them, hitting one")."""

SHOT = re.compile(r"\b(?:shot and|more shot|others shot|shot,)\W")
"""A count of those who were shot, beside whom the injured are others ("six more shot and 40 injured")."""

LENGTH = re.compile(r"\b(?:(?:went on|talked|met|meeting|spoke|talks)\b[^,;:—–]*\bfor|lasted|took)\s*$")
LENGTH_BEFORE = re.compile(r"\s(?:meeting|talks|session|conversation)\b")
MEETING = re.compile(r"\b(?:meeting|talks|talked|met|spoke|session|conversation)\b")
AGE = re.compile(
    r"""(?P<name>[A-Z][\w’'\-]+(?:\ [A-Z][\w.’'\-]*){1,3}),
        \ (?:who\ (?:is|was)\ |aged?\ |an?\ )?(?P<age>[1-9]\d)(?:,|\ and\b|\.$|-year-old)
      | \b(?P<age2>[1-9]\d)-year-old\ (?P<name2>[A-Z][\w’'\-]+(?:\ [A-Z][\w.’'\-]*){1,3})""",
    re.VERBOSE,
)
"""How old somebody is who is named in full."""

MAGNITUDE = re.compile(
    r"\b(?P<one>\d\.\d)[- ](?:magnitude|earthquake|quake|temblor|tremor)\b|\bmagnitude[- ](?:of )?(?P<two>\d\.\d)\b"
)
"""How strong an earthquake was."""
BLOCK = re.compile(r"\b(?P<figure>\d{1,3},\d{3}|\d{2,5})[ -]block\ of\ (?P<street>(?:[A-Z0-9][\w.]*\ ?){1,4})")
"""Where a street is numbered in blocks: the 680 block is in the 600 block."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure by what it is of: two articles whose figures of one slot disagree differ, however they put it."""

    key: tuple[str, ...]
    line: Line
    start: int
    end: int
    value: float
    about: str
    quantity: Quantity | None = None

    def agrees(self, other: Slot) -> bool:
        """Say whether both may be the same figure."""
        if self.key[0] == "block":
            return self.value // 100 == other.value // 100
        return self.quantity.agrees(other.quantity) if self.quantity and other.quantity else self.value == other.value


def slots(lines: Sequence[Line]) -> Iterator[Slot]:
    """Give the figures that say by themselves what they are of: tolls, ages, blocks of a street, lengths of the meeting."""
    for line in lines:
        if line.article.language != "en":
            continue
        for one in line.quantities:
            noun = "" if one.unit in GENERIC else one.unit
            if one.role in ("killed", "hurt", "missing") and noun not in DIMENSIONS and _is_toll(line, one):
                yield Slot((one.role, noun), line, one.start, one.end, one.value, one.role, one)
            elif one.unit == "minutes" and one.written in ("minut", "hour") and _is_length(line, one):
                yield Slot(("length",), line, one.start, one.end, one.value, "length of the meeting", one)
        for match in MAGNITUDE.finditer(line.text) if "agnitude" in line.text or "quake" in line.text else ():
            if line.place < LEADING and not BACKGROUND.search(line.text) and not line.negated:
                found = "one" if match["one"] else "two"
                yield Slot(("magnitude",), line, *match.span(found), float(match[found]), "magnitude")
        if "year-old" in line.text or re.search(r", (?:aged? |who is |a )?\d\d\b", line.text):
            for match in AGE.finditer(line.text):
                name, age = (match["name"], "age") if match["name"] else (match["name2"], "age2")
                words = plain(name)
                yield Slot(("age", words[0], words[-1]), line, *match.span(age), float(match[age]), f"age of {name}")
        if "block of " in line.text:
            for match in BLOCK.finditer(line.text):
                street = match["street"].strip()
                yield Slot(
                    ("block", *plain(street)[:2]),
                    line,
                    *match.span("figure"),
                    float(match["figure"].replace(",", "")),
                    "block of " + street.rstrip(". "),
                )


def disputed(lines: Sequence[Line]) -> Iterator[tuple[Slot, Slot]]:
    """Give pairs of slots that disagree, of each slot the pair that is told earliest.

    A report that fills a slot in two ways is left out of it: it means two things, or is corrected within itself.
    """
    by_key: dict[tuple[str, ...], dict[int, list[Slot]]] = {}
    for slot in slots(lines):
        by_key.setdefault(slot.key, {}).setdefault(slot.line.rank, []).append(slot)
    days = [line.article.day for line in lines if line.article.day]
    span = (max(days) - min(days)).days if days else 0
    people = {(rank, key[-1]) for key, told in by_key.items() if key[0] == "age" for rank in told}
    named = {(line.rank, name) for line in lines for name in line.names} if people else set()
    for key in sorted(by_key):
        told = [of_one[0] for rank, of_one in sorted(by_key[key].items()) if all(of_one[0].agrees(one) for one in of_one)]
        values: list[Slot] = []
        for one in told:  # of reports that agree the first speaks
            if not any(one.agrees(other) and one.line.voice == other.line.voice for other in values):
                values.append(one)
        pairs = [(a, b) for i, a in enumerate(values) for b in values[i + 1 :] if not a.agrees(b) and _fits(key, a, b, span)]
        if key[0] == "block":
            pairs = [pair for pair in pairs if _of_one_matter(*pair, span, people, named)]
        yield from sorted(pairs, key=lambda pair: (pair[0].line.place + pair[1].line.place, pair[0].line.rank, pair[1].line.rank))


def _fits(key: tuple[str, ...], one: Slot, two: Slot, span: int) -> bool:
    """Say whether two sentences that count the same can be of one event; people have birthdays."""
    if key[0] in ("length", "block", "magnitude"):
        return True
    if key[0] == "age":
        apart = days_between(one.line, two.line, span)
        return apart <= A_FEW_DAYS or abs(one.value - two.value) > -(-apart // 365)
    shared = one.line.vector.keys() & two.line.vector.keys()
    return len(shared) > 1 and likeness(one.line, two.line) >= TOUCHING


def _of_one_matter(one: Slot, two: Slot, span: int, people: Set[tuple[int, str]], named: Set[tuple[int, str]]) -> bool:
    """Say whether two reports that name a street tell of one crime there: within a month, or one names whose age the other gives.

    ``people`` are the ranks of reports with those whose age they give, ``named`` with all whom they name, by the last name.
    """
    a, b = one.line.rank, two.line.rank
    return days_between(one.line, two.line, span) <= A_MONTH or any(
        (rank in (a, b)) and (a + b - rank, name) in named for rank, name in people
    )


def days_between(one: Line, two: Line, span: int = 0) -> int:
    """Give the days between two reports; where one has no day, ``span``, those of the whole event."""
    first, second = one.article.day, two.article.day
    return abs((first - second).days) if first and second else span


def _is_toll(line: Line, one: Quantity) -> bool:
    aside = BACKGROUND.search(line.text) or SUPPOSED.search(line.text)
    if PART.search(line.text[: one.start]):
        return False
    if one.role == "hurt" and SHOT.search(line.text):
        return False
    return line.place < LEADING and not line.negated and not aside and one.unit not in ("other",)


def _is_length(line: Line, quantity: Quantity) -> bool:
    """Say whether a duration is that of the meeting which the event is about: no other place or occasion is named before it."""
    before = re.split(r"[,;:—–]\s", line.text[: quantity.start])[-1]
    if names("x " + before) and not _are_people(line, names("x " + before)):
        return False
    if not MEETING.search(line.text):
        return False
    return bool(LENGTH.search(before + " ") or LENGTH_BEFORE.match(line.text[quantity.end :]))


def _are_people(line: Line, found: Sequence[str]) -> bool:
    """Names of the headline, or of those that the article's first sentence names, are the people who met."""
    article = line.article
    known = set(plain(article.title)) | set(plain(article.sentence(0)))
    return all(set(plain(name)) <= known for name in found) and not re.match(r"(?:In|At) [A-Z]", line.text)
