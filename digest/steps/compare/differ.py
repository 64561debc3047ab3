"""Where two reports differ: a figure, a day, a name, a denial, the wording of a quotation.

Precision comes first.  Two sentences must say the same otherwise, or the figures say by themselves what they are of; and no
report may have both: who reports two figures does not mean one thing by them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.model import Difference, Side
from digest.steps.compare.figures import adds_up, figures, marked
from digest.steps.compare.lines import Line, alike, likeness, plain
from digest.steps.compare.opposed import opposed
from digest.steps.compare.slots import disputed
from digest.steps.compare.told import Told
from digest.steps.compare.units import GROWS
from digest.steps.compare.wording import DENIED, RENAMED, days, denied, in_office, nameless, renamed, revised, wordings

MOST = 6
"""Differences that a page shows."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a line that another report has differently."""

    line: Line
    start: int
    end: int

    @property
    def said(self) -> str:
        """What stands in the slot, so that "80 minutes" and "about 80 minutes" are one."""
        figure = next((f"{q.value:g} {q.unit}" for q in self.line.quantities if q.start == self.start), "")
        return figure or " ".join(plain(self.line.text[self.start : self.end]))


Found = tuple[str, str, Part, Part]
"""Kind, what it is about, and the two sides."""


def differing(lines: Sequence[Line], near: Mapping[Line, Sequence[Line]]) -> list[Difference]:
    """Give where two independent reports, or one outlet on two days, differ: those told earliest first, each slot once."""
    told = Told(lines)
    found: list[tuple[tuple[bool, int, int, int], Difference, tuple[str, str]]] = []
    for kind, about, left, right in (*_slots(lines, told), *_pairs(lines, near, told)):
        one, two = left.line, right.line
        a, b = sorted((left, right), key=lambda part: (part.line.article.day is None, part.line.article.day, part.line.rank))
        order = (kind == "Wording", min(one.place, two.place), one.rank + two.rank, a.line.start)
        found.append((order, Difference(kind, about, (_side(a), _side(b)), _is_update(a, b)), (a.said, b.said)))
    chosen: list[Difference] = []
    seen: set[tuple[str, str]] = set()
    shown: set[tuple[str, int]] = set()
    for _, difference, (a_said, b_said) in sorted(found, key=lambda item: item[0]):
        key = (a_said, b_said) if a_said < b_said else (b_said, a_said)
        places = {(side.sentence.citations[0].article, side.start) for side in difference.sides}
        if key not in seen and not places & shown and len(chosen) < MOST:
            seen.add(key)
            shown |= places
            chosen.append(difference)
    return chosen


def _slots(lines: Sequence[Line], told: Told) -> Iterator[Found]:
    """Give what differs in slots that say by themselves what they are of, of each slot one pair."""
    done: set[tuple[str, ...]] = set()
    for left, right in disputed(lines):
        if left.key in done or not _may_differ(left.line, right.line):
            continue
        if (
            left.quantity
            and right.quantity
            and (
                told.figure(right.line, left.quantity)
                or told.figure(left.line, right.quantity)
                or adds_up(left.quantity, left.line, right.quantity, right.line)
                or adds_up(right.quantity, right.line, left.quantity, left.line)
            )
        ):
            continue
        done.add(left.key)
        about = left.about if left.key[0] not in ("killed", "hurt", "missing") else ""
        yield "Number", about, Part(left.line, left.start, left.end), Part(right.line, right.start, right.end)


def _pairs(lines: Sequence[Line], near: Mapping[Line, Sequence[Line]], told: Told) -> Iterator[Found]:
    """Give what differs in sentences that say much the same."""
    number = {line: at for at, line in enumerate(lines)}
    openings = [line for line in lines if not line.place and line.article.outlet]
    for one in lines:
        others = (
            near[one] if one.place else [*near[one], *(line for line in openings if line.article.outlet == one.article.outlet)]
        )
        for two in dict.fromkeys(others):
            if number[one] < number[two] and (one.tells != two.tells or not one.place) and _may_differ(one, two):
                yield from _between(one, two, told)


def _between(one: Line, two: Line, told: Told) -> Iterator[Found]:
    near = alike(one, two)
    for left, right, about in figures(one, two, near):
        if not told.figure(two, left) and not told.figure(one, right):
            yield left.kind, about, Part(one, left.start, left.end), Part(two, right.start, right.end)
    for mark, other in marked(one, two, near):
        if not told.mark(two, mark) and not told.mark(one, other):
            yield mark.kind, "", Part(one, mark.start, mark.end), Part(two, other.start, other.end)
    found: list[tuple[str, tuple[str, tuple[int, int], tuple[int, int]]]] = []
    if near:
        found += [("Date", each) for each in days(one, two, told)]
    if near or nameless(one, two):
        found += [("Name", each) for each in in_office(one, two, told)]
    if (likeness(one, two) >= RENAMED or nameless(one, two)) and not any(kind == "Name" for kind, _ in found):
        found += [("Name", each) for each in renamed(one, two, told)]
    if abs(one.denials - two.denials) == 1 and likeness(one, two) >= DENIED - 0.2:
        found += [("Account", each) for each in denied(one, two)]
    found += [("Account", each) for each in opposed(one, two)]
    found += [("Wording", each) for each in wordings(one, two, told)]
    found += [("Account", each) for each in revised(one, two)]
    for kind, (about, a, b) in found:
        yield kind, about, Part(one, *a), Part(two, *b)


def _may_differ(one: Line, two: Line) -> bool:
    a, b = one.article, two.article
    if "pic.twitter" in one.text or "pic.twitter" in two.text:  # two messages set into a page are no two reports
        return False
    if a.id == b.id or a.language != "en" or b.language != "en" or one.text == two.text:
        return False
    return one.voice != two.voice or (a.outlet is not None and a.outlet == b.outlet and a.own_day != b.own_day)


def _is_update(a: Part, b: Part) -> bool:
    one, two = a.line.article, b.line.article
    if not one.own_day or not two.own_day or one.own_day >= two.own_day:
        return False
    if one.outlet and one.outlet == two.outlet:
        return True
    left = [q for q in a.line.quantities if q.start == a.start]
    right = [q for q in b.line.quantities if q.start == b.start]
    return bool(left and right) and left[0].role in GROWS and left[0].value < right[0].value


def _side(part: Part) -> Side:
    line = part.line
    return Side(line.whole(), line.start + part.start, line.start + part.end)
