"""Figures that stand in the same slot of two reports and cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.steps.compare.lines import RETOLD, Line, likeness, plain, same_doings
from digest.steps.compare.quantities import Quantity
from digest.steps.compare.units import DIMENSIONS, GENERIC, MONEY
from digest.text.words import names

LOOSE = 0.3
"""Two sentences that share so much (idf) may tell of one thing; their figures must then agree in two words beside them."""

TOUCHING = 0.15
"""What two sentences share that count those whom one event befell."""

A_FEW_DAYS = 30
"""Between two reports that give somebody's age a year apart; later he has simply grown older."""

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

LENGTH = re.compile(r"\b(?:(?:went on|talked|met|meeting|spoke|talks)\b[^,;:—–]*\bfor|lasted|took)\s*$")
LENGTH_BEFORE = re.compile(r"\s(?:meeting|talks|session|conversation)\b")
MEETING = re.compile(r"\b(?:meeting|talks|talked|met|spoke|session|conversation)\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
PRONOUN = re.compile(r"(?:He|She|It|They|We|I|His|Her|Their|Its)\b")

AGE = re.compile(
    r"""(?P<name>[A-Z][\w’'\-]+(?:\ [A-Z][\w.’'\-]*){1,3}),
        \ (?:who\ (?:is|was)\ |aged?\ |an?\ )?(?P<age>[1-9]\d)(?:,|\ and\b|\.$|-year-old)
      | \b(?P<age2>[1-9]\d)-year-old\ (?P<name2>[A-Z][\w’'\-]+(?:\ [A-Z][\w.’'\-]*){1,3})""",
    re.VERBOSE,
)
"""How old somebody is who is named in full."""

BLOCK = re.compile(r"\b(?P<figure>\d{2,3}(?:,?\d{2})?)\ block\ of\ (?P<street>(?:[A-Z0-9][\w.]*\ ?){1,4})")
"""Where a street is numbered in blocks."""


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
        if "year-old" in line.text or re.search(r", (?:aged? |who is |a )?\d\d\b", line.text):
            for match in AGE.finditer(line.text):
                name, age = (match["name"], "age") if match["name"] else (match["name2"], "age2")
                words = plain(name)
                yield Slot(("age", words[0], words[-1]), line, *match.span(age), float(match[age]), f"age of {name}")
        if " block of " in line.text:
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
    for key in sorted(by_key):
        told = [of_one[0] for rank, of_one in sorted(by_key[key].items()) if all(of_one[0].agrees(one) for one in of_one)]
        values: list[Slot] = []
        for one in told:  # of reports that agree the first speaks
            if not any(one.agrees(other) and one.line.voice == other.line.voice for other in values):
                values.append(one)
        pairs = [(a, b) for i, a in enumerate(values) for b in values[i + 1 :] if not a.agrees(b) and _fits(key, a, b)]
        yield from sorted(pairs, key=lambda pair: (pair[0].line.place + pair[1].line.place, pair[0].line.rank, pair[1].line.rank))


def _fits(key: tuple[str, ...], one: Slot, two: Slot) -> bool:
    """Say whether two sentences that count the same can be of one event; people have birthdays."""
    if key[0] in ("length", "block"):
        return True
    if key[0] == "age":
        days = [slot.line.article.day for slot in (one, two)]
        apart = abs((days[0] - days[1]).days) if days[0] and days[1] else 0
        return apart <= A_FEW_DAYS or abs(one.value - two.value) > 1 + apart // 365
    shared = one.line.vector.keys() & two.line.vector.keys()
    return len(shared) > 1 and likeness(one.line, two.line) >= TOUCHING


def _is_toll(line: Line, one: Quantity) -> bool:
    aside = BACKGROUND.search(line.text) or SUPPOSED.search(line.text)
    return line.place < LEADING and not line.negated and not aside and one.unit not in ("other",)


def figures(one: Line, two: Line, near: float) -> Iterator[tuple[Quantity, Quantity, str]]:
    """Give the figures of two sentences that stand in the same slot and cannot both be right.

    ``near`` is what ``alike`` says of them.
    """
    ours, theirs = one.quantities, two.quantities
    if not ours or not theirs or one.negated != two.negated:
        return
    shared = near or likeness(one, two)
    for left in ours:
        for right in theirs:
            if not _comparable(left, right) or (left.agrees(right) and not _other_money(left, right)):
                continue
            if any(left.agrees(q) for q in theirs if q.unit == left.unit) or any(
                right.agrees(q) for q in ours if q.unit == right.unit
            ):
                continue
            written = _written(one, left) & two.figures or _written(two, right) & one.figures
            if written and not (_other_money(left, right) or _other_measure(left, right)):
                continue
            if _same_slot(one, two, left, right, near, shared):
                yield left, right, left.tail if left.after and left.after == right.after else ""


def _comparable(left: Quantity, right: Quantity) -> bool:
    if left.unit == right.unit:
        return left.role == right.role or not (left.role and right.role)
    return _other_money(left, right)


def _other_money(left: Quantity, right: Quantity) -> bool:
    """Two currencies are compared where the numeral is one: they are never at par."""
    return left.unit != right.unit and left.unit in MONEY and right.unit in MONEY and left.value == right.value


def _other_measure(left: Quantity, right: Quantity) -> bool:
    """One numeral in two units of one measure: "80 minutes" and "80 hours"."""
    return left.unit == right.unit and left.written != right.written


def _written(line: Line, quantity: Quantity) -> frozenset[str]:
    """The other report may count the same otherwise: "40 people were hurt, 29 of them badly"."""
    return frozenset(re.findall(r"\d[\d.,]*", line.text[quantity.start : quantity.end]))


def _same_slot(one: Line, two: Line, left: Quantity, right: Quantity, near: float, shared: float) -> bool:
    """Say whether the words beside two figures, and the sentences, tell that both are of one thing."""
    if one.names and two.names and one.names.isdisjoint(two.names):
        return False
    if _other_year(one, two):
        return False
    beside = [{*q.before, *q.after} for q in (left, right)]
    common = beside[0] & beside[1]
    governed = bool(set(left.before) & set(right.before))
    follows = bool(left.after) and left.after == right.after
    pronoun = PRONOUN.match(one.bare) or PRONOUN.match(two.bare)
    alone = sum(q.unit == left.unit for q in one.quantities) == 1 == sum(q.unit == right.unit for q in two.quantities)
    if near and not pronoun:
        if left.before[:1] == right.before[:1] and follows:
            return True
        return bool(common) and alone and (governed or near > RETOLD or (follows and not (left.before and right.before)))
    if near:
        return near > RETOLD and governed and alone
    return shared >= LOOSE and not pronoun and len(common) > 1 and governed and (alone or follows) and same_doings(one, two)


def _other_year(one: Line, two: Line) -> bool:
    """Say whether one sentence names a year that neither the other nor its own report's day has."""
    years = [set(YEAR.findall(line.text)) for line in (one, two)]
    own = {str(line.article.day.year) for line in (one, two) if line.article.day}
    return bool((years[0] ^ years[1]) - own)


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
