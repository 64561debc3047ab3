"""Where two reports differ: a figure, a day, a name, the wording of a quotation.

Precision comes first.  Two sentences must say the same otherwise, the figures must stand in the same slot, and no report may
have both: who reports two figures does not mean one thing by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from digest.model import Difference, Side
from digest.steps.compare.lines import LONE_QUOTE, Line, alike, plain
from digest.steps.compare.mentions import Mention
from digest.steps.compare.quantities import Quantity
from digest.text.alone import QUOTED
from digest.text.words import is_stop, names, stem

MOST = 6
"""Differences that a page shows."""

RETOLD = 0.3
"""A later report tells an earlier one's news again where it has this share of its opening's words that are no names (idf)."""

REVISES = re.compile(
    r"\b(?:still|no longer|instead|revised|corrected|narrowed|reversed|withdrew|withdrawn|despite)\b", re.IGNORECASE
)
"""Signs that it takes something from it."""

FEWEST_SPOKEN, SPELLING = 3, 0.8
"""Words with a meaning of their own that a quotation must have, and how much two words may be alike in letters (0 to 1)."""

SMALL = frozenset(
    "a an the this that these those and but or of to in on at for is are was were be will would have had upon".split()
)
"""Words whose exchange is a matter of the ear."""

GROWS = frozenset("dead death kill victim peopl injuri wound arrest case casualti home hous".split())
"""What is counted as it grows: a later and larger figure revises the earlier one."""

LENGTH = re.compile(r"\b(?:(?:went on|talked|met|meeting|spoke|talks)\b[^,;:—–]*\bfor|lasted|took)\s*$")
LENGTH_BEFORE = re.compile(r"\s(?:meeting|talks|session|conversation)\b")
MEETING = re.compile(r"\b(?:meeting|talks|talked|met|spoke|session|conversation)\b")
ROLE = re.compile(
    r"\b(?P<role>[Mm]inister|[Pp]resident|[Ss]pokes(?:man|woman|person)|[Ss]ecretary|[Ss]enator|[Jj]udge|[Mm]ayor|[Aa]dviser|[Gg]overnor"
    r"|[Dd]irector|[Cc]hairman|[Cc]hairwoman|[Oo]fficial|[Cc]ommander|[Cc]hief|[Ee]nvoy|[Aa]mbassador|[Pp]rosecutor|[Ll]awyer|[Aa]uthor)"
    r",? (?P<name>[A-Z][\w’'\-]+(?: (?:[A-Z]\.? )?[A-Z][\w’'\-]+){0,3})"
)


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a line that another report has differently."""

    line: Line
    start: int
    end: int


def differing(lines: Sequence[Line], near: Mapping[Line, Sequence[Line]]) -> list[Difference]:
    """Give where two independent reports, or one outlet on two days, differ: those told earliest first, each slot once."""
    found: list[tuple[int, int, int, Difference, tuple[str, str]]] = []
    for one, two in _candidates(lines, near):
        if not _may_differ(one, two):
            continue
        for kind, about, left, right in _pairs(one, two, lines):
            a, b = sorted((left, right), key=lambda part: (part.line.article.day is None, part.line.article.day, part.line.rank))
            said = (_value(a), _value(b))
            places = (min(one.place, two.place), one.rank + two.rank, a.line.start)
            found.append((*places, Difference(kind, about, (_side(a), _side(b)), _is_update(a, b)), said))
    chosen: list[Difference] = []
    seen: set[tuple[str, ...]] = set()
    for *_, difference, said in sorted(found, key=lambda item: (item[3].kind == "Wording", *item[:3])):
        key = tuple(sorted(said))
        if key not in seen and len(chosen) < MOST:
            seen.add(key)
            chosen.append(difference)
    return chosen


def _candidates(lines: Sequence[Line], near: Mapping[Line, Sequence[Line]]) -> list[tuple[Line, Line]]:
    """Give the pairs that are worth a look: near ones, openings, those that count the same thing or a meeting's length."""
    place = {line: number for number, line in enumerate(lines)}
    pairs = {(place[one], place[two]) for one in lines for two in near[one] if place[one] < place[two]}
    slots: dict[tuple[str, ...], list[int]] = {}
    for number, line in enumerate(lines):
        keys: set[tuple[str, ...]] = {("opening",)} if not line.place else set()
        for one in line.quantities:
            keys |= {(one.unit, one.before, *one.after)} if len(one.after) > 1 else set()
            keys |= {("length",)} if one.unit == "minutes" else set()
        for key in keys:
            slots.setdefault(key, []).append(number)
    for numbers in slots.values():
        pairs.update(combinations(numbers, 2))
    return [(lines[a], lines[b]) for a, b in sorted(pairs)]


def _value(part: Part) -> str:
    """Give what stands in a slot, so that "80 minutes" and "about 80 minutes" are one."""
    figure = next((f"{q.value:g} {q.unit}" for q in part.line.quantities if q.start == part.start), "")
    return figure or " ".join(plain(part.line.text[part.start : part.end]))


def _may_differ(one: Line, two: Line) -> bool:
    a, b = one.article, two.article
    if a.id == b.id or a.language != "en" or b.language != "en":
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
    return bool(left and right) and left[0].unit in GROWS and left[0].value < right[0].value


def _side(part: Part) -> Side:
    line = part.line
    return Side(line.whole(), line.start + part.start, line.start + part.end)


def _pairs(one: Line, two: Line, lines: Sequence[Line]) -> Iterator[tuple[str, str, Part, Part]]:
    near = alike(one, two) > 0
    for left, right, about in _figures(one, two, near=near):
        if not _has(two.article.id, left, lines) and not _has(one.article.id, right, lines):
            yield left.kind, about, Part(one, left.start, left.end), Part(two, right.start, right.end)
    if near:
        yield from _days(one, two, lines)
        yield from _names(one, two, lines)
    yield from _wordings(one, two, lines)
    yield from _revisions(one, two)


def _figures(one: Line, two: Line, *, near: bool) -> Iterator[tuple[Quantity, Quantity, str]]:
    """Give the figures of two sentences that stand in the same slot and cannot both be right."""
    ours, theirs = one.quantities, two.quantities
    for left in ours:
        for right in theirs:
            if left.unit != right.unit or left.agrees(right):
                continue
            if any(left.agrees(q) for q in theirs if q.unit == left.unit) or any(
                right.agrees(q) for q in ours if q.unit == left.unit
            ):
                continue
            if _figures_in(one, left) & two.figures or _figures_in(two, right) & one.figures:
                continue
            if left.unit == "minutes" and _is_length(one, left) and _is_length(two, right):
                yield left, right, "length of the meeting"
            elif (
                one.negated == two.negated
                and left.after
                and left.after == right.after
                and left.before == right.before
                and len(left.after) > 1
            ):
                yield left, right, left.tail
            elif near and _only(left, ours) and _only(right, theirs) and _same_slot(left, right):
                yield left, right, left.tail if left.after == right.after else ""


def _figures_in(line: Line, quantity: Quantity) -> frozenset[str]:
    """The other report may count the same otherwise: "40 people were hurt, 29 of them badly"."""
    return frozenset(re.findall(r"\d[\d.,]*", line.text[quantity.start : quantity.end]))


def _only(quantity: Quantity, all_of_them: Sequence[Quantity]) -> bool:
    return sum(one.unit == quantity.unit for one in all_of_them) == 1


def _same_slot(left: Quantity, right: Quantity) -> bool:
    """A counted noun is a slot by itself; money, shares and measures need a word beside them that both have."""
    if left.unit not in ("$", "€", "£", "%", "C", "minutes"):
        return True
    return left.before == right.before or bool({left.before, *left.after} & {right.before, *right.after} - {""})


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


def _has(article: str, quantity: Quantity, lines: Sequence[Line]) -> bool:
    """Say whether a report has a figure too, in whatever sentence."""
    return any(
        quantity.unit == other.unit and quantity.agrees(other)
        for line in lines
        if line.article.id == article
        for other in line.quantities
    )


def _days(one: Line, two: Line, lines: Sequence[Line]) -> Iterator[tuple[str, str, Part, Part]]:
    left, right = ([m for m in line.mentions if len(m.iso) > 7] for line in (one, two))
    if len(left) != 1 or len(right) != 1 or left[0].iso[5:] == right[0].iso[5:]:  # of one day in two years, a year was misread
        return
    if not _names_day(two.article.id, left[0], lines) and not _names_day(one.article.id, right[0], lines):
        yield "Date", "", Part(one, left[0].start, left[0].end), Part(two, right[0].start, right[0].end)


def _names_day(article: str, day: Mention, lines: Sequence[Line]) -> bool:
    return any(m.iso == day.iso for line in lines if line.article.id == article for m in line.mentions)


def _names(one: Line, two: Line, lines: Sequence[Line]) -> Iterator[tuple[str, str, Part, Part]]:
    left, right = list(ROLE.finditer(one.text)), list(ROLE.finditer(two.text))
    for a in left:
        for b in right:
            role = a["role"].lower()
            if role != b["role"].lower() or sum(m["role"].lower() == role for m in left + right) != 2:
                continue
            last = [plain(match["name"])[-1] for match in (a, b)]
            if last[0] == last[1] or _tells(two.article.id, last[0], lines) or _tells(one.article.id, last[1], lines):
                continue
            yield "Name", role, Part(one, *a.span("name")), Part(two, *b.span("name"))


def _tells(article: str, word: str, lines: Sequence[Line]) -> bool:
    return any(word in plain(line.text) for line in lines if line.article.id == article)


def _wordings(one: Line, two: Line, lines: Sequence[Line]) -> Iterator[tuple[str, str, Part, Part]]:
    """Give quotations that are one but for a word or two that matter, neither of which the other report has as well."""
    if not one.long_quotes or not two.long_quotes:
        return
    for a in QUOTED.finditer(one.text):
        for b in QUOTED.finditer(two.text):
            left, right = _spoken(a.group()), _spoken(b.group())
            if min(len(left), len(right)) < LONE_QUOTE or abs(len(left) - len(right)) > 1 or "[" in a.group() + b.group():
                continue
            changed = [op for op in SequenceMatcher(None, left, right, autojunk=False).get_opcodes() if op[0] != "equal"]
            if (
                len(changed) != 1
                or changed[0][0] != "replace"
                or max(changed[0][2] - changed[0][1], changed[0][4] - changed[0][3]) > 2
            ):
                continue
            words = left[changed[0][1] : changed[0][2]], right[changed[0][3] : changed[0][4]]
            if _spelt_otherwise(*words) or sum(not is_stop(word) for word in left) < _fewest(*words):
                continue
            if not _quotes(two.article.id, left, lines) and not _quotes(one.article.id, right, lines):
                yield "Wording", "the same words, quoted in two ways", Part(one, *a.span()), Part(two, *b.span())


def _fewest(one: Sequence[str], two: Sequence[str]) -> int:
    """Give how many words with a meaning of their own a quotation must have: more where such a word was exchanged."""
    return FEWEST_SPOKEN if all(is_stop(word) for word in (*one, *two)) else FEWEST_SPOKEN + 2


def _spelt_otherwise(one: Sequence[str], two: Sequence[str]) -> bool:
    """Say whether two words are one in two spellings, inflections or lengths, or so small that one is heard for the other."""
    if SMALL.issuperset((*one, *two)) or [stem(word) for word in one] == [stem(word) for word in two]:
        return True
    a, b = "".join(one), "".join(two)
    return a.startswith(b) or b.startswith(a) or SequenceMatcher(None, a, b, autojunk=False).ratio() > SPELLING


def _spoken(quote: str) -> list[str]:
    """Give the words of a quotation with hyphens open and short forms in full: no difference in what was said."""
    text = re.sub("[’‘]", "'", quote.strip("\"“”'‘’").lower()).replace("u.s.", "us").replace("united states", "us")
    for short, full in (("n't", " not"), ("'s", " is"), ("'re", " are"), ("'ll", " will"), ("'ve", " have"), ("'m", " am")):
        text = text.replace(short, full)
    return plain(text.replace("-", " "))


def _revisions(one: Line, two: Line) -> Iterator[tuple[str, str, Part, Part]]:
    """Give the openings of two reports of one outlet of which the later tells the earlier's news again and takes from it."""
    first, later = sorted((one, two), key=lambda line: (line.article.own_day is None, line.article.own_day, line.rank))
    a, b = first.article, later.article
    if one.place or two.place or not a.outlet or a.outlet != b.outlet or not a.own_day or not b.own_day or a.own_day == b.own_day:
        return
    clauses = [line.text.split(",")[0] for line in (first, later)]
    told = sum(value for stem, value in first.doings.items() if stem in later.doings)
    if REVISES.search(clauses[1]) and told >= RETOLD * sum(first.doings.values()):
        yield "Account", "", Part(first, 0, len(clauses[0])), Part(later, 0, len(clauses[1]))


def _quotes(article: str, wanted: Sequence[str], lines: Sequence[Line]) -> bool:
    return any(_spoken(quote) == wanted for line in lines if line.article.id == article for quote in QUOTED.findall(line.text))
