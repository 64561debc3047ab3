"""Figures that stand in the same slot of two sentences which say much the same, and cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.steps.compare.lines import RETOLD, Line, likeness, same_doings
from digest.steps.compare.marks import Mark
from digest.steps.compare.mentions import A_MONTH
from digest.steps.compare.numerals import counts
from digest.steps.compare.quantities import Quantity
from digest.steps.compare.slots import days_between
from digest.steps.compare.units import MONEY
from digest.text.words import stem

LOOSE = 0.3
"""Two sentences that share so much (idf) may tell of one thing; their figures must then agree in two words beside them."""

TIMED = re.compile(
    r"\b(?:since|so far|as of|last|past|previous|(?:this|per|a|each|every) (?:day|week|month|year))\b", re.IGNORECASE
)
"""Signs that a figure holds for a stretch of time or a moment, which two sentences must both name."""

A_PART = re.compile(r"\b[\w-]+ of (?:them|whom|those)\b")
"""A figure that is a part of another one in the same sentence."""

HEARD = frozenset(stem(word) for word in "heard hears saw sees counted recalled".split())
"""Stems of verbs of witnesses: two of them, each with a figure of their own, are no two reports of one thing."""

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
PRONOUN = re.compile(r"(?:He|She|It|They|We|I|His|Her|Their|Its)\b")


ZONE = re.compile(r"\b(?:GMT|UTC|local|Eastern|Central|Pacific|Mountain|ET|EST|EDT|CT|CST|CDT|PT|PST|PDT|MT|CET|CEST|BST|IST)\b")
"""Two zones have two hours for one moment."""

NEEDED = 0.6
"""What two sentences must have in common (idf) for hours, ranks and results: a report has many of them."""


def figures(one: Line, two: Line, near: float) -> Iterator[tuple[Quantity, Quantity, str]]:
    """Give the figures of two sentences that stand in the same slot and cannot both be right.

    ``near`` is what ``alike`` says of them.
    """
    ours, theirs = one.quantities, two.quantities
    if not ours or not theirs or one.negated != two.negated:
        return
    if days_between(one, two) > A_MONTH:
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
            if not (adds_up(left, one, right, two) or adds_up(right, two, left, one)) and _same_slot(
                one, two, left, right, near, shared
            ):
                yield left, right, left.tail if left.after and left.after == right.after else ""


def marked(one: Line, two: Line, near: float) -> Iterator[tuple[Mark, Mark]]:
    """Give the figures that two sentences have differently, each the only one of its sort in its sentence.

    ``near`` is what ``alike`` says of them.
    """
    if near < NEEDED or not one.marks or not two.marks or ZONE.findall(one.text) != ZONE.findall(two.text):
        return
    for left in one.marks:
        for right in two.marks:
            if left.sort != right.sort or not left.differs(right) or not left.beside & right.beside:
                continue
            if left.sort == "hour" and left.before != right.before:
                continue
            if left.sort in ("year", "weekday") and (near < RETOLD or one.article.own_day != two.article.own_day):
                continue
            rest = [set(counts(line.text[: mark.start] + line.text[mark.end :])) for line, mark in ((one, left), (two, right))]
            if all(rest) and rest[0].isdisjoint(rest[1]):  # where all else is of two things, so is this
                continue
            if [sum(mark.sort == left.sort for mark in line.marks) for line in (one, two)] == [1, 1]:
                yield left, right


def adds_up(whole: Quantity, one: Line, part: Quantity, two: Line) -> bool:
    """Say whether the second sentence has the figure of the first in parts: "157 people", "149 passengers and eight crew"."""
    rest = round(whole.value - part.value, 6)
    theirs = counts(two.text[: part.start] + two.text[part.end :])
    return rest > 0 and rest in theirs and rest not in counts(A_PART.sub("", one.text))


def _comparable(left: Quantity, right: Quantity) -> bool:
    if (left.rate and right.rate and left.rate != right.rate) or {left.step, right.step} == {"to", "by"}:
        return False
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
    if _other_year(one, two) or bool(TIMED.search(one.text)) != bool(TIMED.search(two.text)):
        return False
    if HEARD & {*left.before, *right.before}:
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
