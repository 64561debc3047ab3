"""What each article states, a number for each thing, and which things two articles both state."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from digest.steps.events.facts import Facts
from digest.steps.events.vectors import Numbers, Places, longer

Items = npt.NDArray[np.int64]
Rows = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]


class Kind:
    """What kinds of things there are: the sets of ``Facts``. No enumeration: that is slow to read in Python 3.11."""

    ACT_DAY, NAME, FULL_NAME, NUMBER, FIGURE, AGE, YEAR, LEAD_YEAR, DATE, WEEKDAY, MONTH = range(11)
    UNIT, MEASURE = 11, 12
    """What figures stand beside, and that with a figure."""
    LEAD_PAIR, QUOTE, RUN = 13, 14, 15


KINDS = 16

WHOLE, LEAD, FIRST = 1, 2, 4
"""Where an article states a thing: in all of its text, in its lead, before any other name. Added up."""

_PLACES, _RARITY = 3, 24
_LOW = _PLACES + _RARITY
"""A thing is one number. From above: its kind, 32 bits that tell it from others of its kind (two in 4,000,000,000 are the same
by chance), where it stands, and how rare a name is (in millionths, under 12). So the things of an article, in order, are those of
one kind after another, and two articles state the same thing where the upper bits are the same."""

MILLIONTHS = 1e6
"""Rarities are kept in these: their sums are exact, whatever the order."""


class Plain(NamedTuple):
    """Numbers of articles, a row each."""

    act_day: Numbers
    """The ordinal of the day that it speaks of; not a number where that is not known."""
    first_date: Numbers
    """Of the lead; 0 where there is none."""
    weekday: Numbers
    """The first one of the lead; 0 where there is none."""
    names: Numbers
    """The rarity of all its names, added up."""
    lead: Numbers
    """The same of the names in its lead; what is no name in the whole text weighs nothing."""
    subject: Numbers
    """1 where there is a name that stands before any other, else 0."""


class Both(NamedTuple):
    """The things that both articles of a pair state, a row each, in the order of the pairs."""

    pair: Rows
    kind: Items
    ours: Items
    """Where the newer article states it."""
    theirs: Items
    our_rarity: Numbers
    """Of a name; 0 where it is none in the whole text."""
    their_rarity: Numbers
    worth: Numbers
    """Of a name its rarity among the articles so far, of a full name that of its words, of a number its digits, at most four."""
    measured: list[tuple[int, str, str]]
    """Pair, unit and figure of every measure of both."""

    def some(self, kind: int, ours: int = WHOLE, theirs: int = WHOLE) -> Flags:
        """Tell which of them are of a kind and stand there."""
        found: Flags = (self.kind == kind) & (self.ours & ours > 0) & (self.theirs & theirs > 0)
        return found

    def counts(self, pairs: int) -> Numbers:
        """Count those of each kind that stand anywhere in the two texts, a row a kind and in it each of so many pairs."""
        whole = self.ours & self.theirs & WHOLE > 0
        counted = np.bincount(self.kind[whole] * pairs + self.pair[whole], minlength=KINDS * pairs)
        return counted.reshape(KINDS, pairs).astype(np.float64)


class Sets:
    """The things that the articles so far state, by the numbers of the articles in the order of arrival."""

    def __init__(self) -> None:
        """Know no article."""
        self._items = np.zeros(0, np.int64)
        """Those of every article in their order, one article after the other."""
        self._starts = np.zeros(1, np.int64)
        """Of each article, and where the next one starts."""
        self._leads = np.zeros(0, np.int64)
        """The rarities of the names in every article's lead, in millionths, the highest first."""
        self._lead_starts = np.zeros(1, np.int64)
        self._sizes = np.zeros((0, 2, KINDS), np.int32)
        """How many things of each kind in the whole text, and in the lead."""
        self._plain = np.zeros((0, len(Plain._fields)))
        self._worth: dict[int, Numbers] = {}
        """What the things of an article of this day are worth, up to the last that is worth anything."""
        self._measures: dict[int, Mapping[int, tuple[str, str]]] = {}

    def begin_day(self) -> None:
        """From now on only articles that come now are compared with those before them."""
        self._worth, self._measures = {}, {}

    def add(self, number: int, facts: Facts, rarity: Mapping[str, float]) -> None:
        """Take in the article of this number, the next one; ``rarity`` is that of its words among the articles so far."""
        worth, measures = _worth(facts, rarity), _measures(facts)
        first = sorted(worth)
        hashed = ((Kind.LEAD_PAIR, facts.lead_pairs), (Kind.QUOTE, facts.quotes), (Kind.RUN, facts.runs))
        counted = np.array(first + sorted([*_counted(facts), *measures]), np.int64)
        items = np.concatenate([counted, *(np.array(found.numbers, np.int64) << _LOW | _item(kind) for kind, found in hashed)])
        self._worth[number], self._measures[number] = np.array([worth[item] for item in first]), measures
        kinds, places = _kinds(items), _places(items)
        leads = -np.sort(-_rarities(items[(kinds == Kind.NAME) & (places & LEAD > 0)]))
        self._items = _appended(self._items, self._starts[number], items)
        self._leads = _appended(self._leads, self._lead_starts[number], leads)
        self._starts, self._lead_starts = longer(self._starts, number + 2), longer(self._lead_starts, number + 2)
        self._starts[number + 1] = self._starts[number] + len(items)
        self._lead_starts[number + 1] = self._lead_starts[number] + len(leads)
        self._sizes, self._plain = longer(self._sizes, number + 1), longer(self._plain, number + 1)
        self._sizes[number] = [np.bincount(kinds[places & place > 0], minlength=KINDS) for place in (WHOLE, LEAD)]
        self._plain[number] = (
            facts.act_day.toordinal() if facts.act_day else np.nan,
            _date(facts.first_date) if facts.first_date else 0,
            _hash(facts.weekday) if facts.weekday else 0,
            _rarities(items[kinds == Kind.NAME]).sum() / MILLIONTHS,
            leads.sum() / MILLIONTHS,
            bool(facts.subject),
        )

    def plain(self, articles: Places) -> Plain:
        """Give the numbers of some articles."""
        return Plain(*self._plain[articles].T)

    def sizes(self, articles: Places, place: int = WHOLE) -> Numbers:
        """Give how many things some articles state, in the whole text or in the lead, a row a kind and in it each article."""
        sizes: Numbers = self._sizes[articles, int(place == LEAD)].T.astype(np.float64)
        return sizes

    def both(self, ones: Places, others: Places) -> Both:
        """Give what the two articles of each pair both state; the newer ones came today, and the pairs of each stand together."""
        starts = np.flatnonzero(np.diff(ones, prepend=-1)).tolist()
        found: list[tuple[Rows, Items, Items, Numbers]] = []
        measured: list[tuple[int, str, str]] = []
        for start, stop in zip(starts, [*starts[1:], len(ones)], strict=True):
            number = int(ones[start])
            pair, at, theirs = self._met(number, others[start:stop])
            ours, worth, measures = self._of(number).take(at), self._worth[number], self._measures[number]
            found.append((pair + start, ours, theirs, np.append(worth, 0.0).take(at, mode="clip")))
            counted = _kinds(ours) == Kind.MEASURE
            places = zip((pair[counted] + start).tolist(), ours[counted].tolist(), strict=True)
            measured += [(place, *measures[item]) for place, item in places]
        pairs, our_items, their_items, worths = (np.concatenate(columns) for columns in zip(*found, strict=True))
        return Both(
            pairs, _kinds(our_items), _places(our_items), _places(their_items),
            _rarities(our_items) / MILLIONTHS, _rarities(their_items) / MILLIONTHS, worths, measured,
        )  # fmt: skip

    def missed(self, articles: Places, pair: Rows, rarity: Numbers) -> Numbers:
        """Give how rare the rarest name in the lead of each pair's article is that is not among those with these rarities."""
        order = np.lexsort((-rarity, pair))
        pair, met = pair[order], np.rint(rarity[order] * MILLIONTHS)
        rank = np.arange(len(pair)) - np.searchsorted(pair, pair)
        starts, ends = self._lead_starts[articles], self._lead_starts[articles + 1]
        first = np.bincount(pair, minlength=len(articles))
        other = self._leads[starts[pair] + rank] != met
        np.minimum.at(first, pair[other], rank[other])
        first += starts
        missed: Numbers = np.where(first < ends, np.append(self._leads, 0).take(first, mode="clip"), 0) / MILLIONTHS
        return missed

    def gap(self, ones: Places, others: Places) -> Numbers:
        """Give the days between the nearest of the days that the two leads of each pair speak of; infinite where one has none."""
        gap = np.full(len(ones), np.inf)
        counts = self._sizes[ones, 0, Kind.ACT_DAY], self._sizes[others, 0, Kind.ACT_DAY]
        for place in np.flatnonzero(np.minimum(*counts)).tolist():
            ours, theirs = (self._days(int(articles[place])) for articles in (ones, others))
            gap[place] = np.abs(np.subtract.outer(ours, theirs)).min()
        return gap

    def _of(self, article: int) -> Items:
        return self._items[self._starts[article] : self._starts[article + 1]]

    def _days(self, article: int) -> Items:
        return _values(self._of(article)[: self._sizes[article, 0, Kind.ACT_DAY]])

    def _met(self, article: int, others: Places) -> tuple[Rows, Rows, Items]:
        """Give which others state something that this one states, which of its things it is, and that of the other."""
        starts, ends = self._starts[others], self._starts[others + 1]
        theirs = np.concatenate([self._items[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)])
        own, wanted = np.append(_things(self._of(article)), -1), _things(theirs)
        at = own[:-1].searchsorted(wanted)
        met = np.flatnonzero(own.take(at) == wanted)
        return np.searchsorted(np.cumsum(ends - starts), met, "right"), at[met], theirs[met]


def _worth(facts: Facts, rarity: Mapping[str, float]) -> dict[int, float]:
    """Give the things that are worth something, and what that is; beside them all days, which come first."""
    found = {_item(Kind.ACT_DAY, day.toordinal()): 0.0 for day in facts.act_days}
    for name, rare in facts.names.items():
        places = WHOLE + LEAD * (name in facts.lead_names) + FIRST * (name == facts.subject)
        found[_item(Kind.NAME, _hash(name), places, round(rare * MILLIONTHS))] = rarity.get(name, rare)
    for name in facts.lead_names.difference(facts.names):
        found[_item(Kind.NAME, _hash(name), LEAD + FIRST * (name == facts.subject))] = 0.0
    for name, rare in facts.full_names.items():
        found[_item(Kind.FULL_NAME, _hash(name), WHOLE + LEAD * (name in facts.lead_full_names))] = rare
    for name in facts.lead_full_names.difference(facts.full_names):
        found[_item(Kind.FULL_NAME, _hash(name), LEAD)] = 0.0
    return found | {_item(Kind.NUMBER, _hash(number)): float(min(4, len(number))) for number in facts.numbers}


def _counted(facts: Facts) -> Iterable[int]:
    """Give the things that are only counted, but for measures and hashes."""
    for figure in facts.figures | facts.lead_numbers:
        yield _item(Kind.FIGURE, _hash(figure), WHOLE * (figure in facts.figures) + LEAD * (figure in facts.lead_numbers))
    words = ((Kind.AGE, facts.ages), (Kind.YEAR, facts.years), (Kind.LEAD_YEAR, facts.lead_years), (Kind.UNIT, facts.measures))
    numbers = ((Kind.DATE, map(_date, facts.dates)), (Kind.WEEKDAY, facts.weekdays), (Kind.MONTH, facts.months))
    yield from (_item(kind, _hash(word)) for kind, found in words for word in found)
    yield from (_item(kind, number) for kind, found in numbers for number in found)


def _measures(facts: Facts) -> dict[int, tuple[str, str]]:
    found = ((unit, figure) for unit, figures in facts.measures.items() for figure in figures)
    return {_item(Kind.MEASURE, _hash(f"{unit} {figure}")): (unit, figure) for unit, figure in found}


def _date(day: tuple[int, int]) -> int:
    return day[0] * 32 + day[1]


def _hash(word: str) -> int:
    return zlib.crc32(word.encode())


def _item(kind: int, value: int = 0, places: int = WHOLE, rarity: int = 0) -> int:
    return ((kind << 32 | value) << _PLACES | places) << _RARITY | rarity


def _kinds(items: Items) -> Items:
    return items >> 32 + _LOW


def _things(items: Items) -> Items:
    return items >> _LOW


def _values(items: Items) -> Items:
    return _things(items) & 0xFFFFFFFF


def _places(items: Items) -> Items:
    return items >> _RARITY & (1 << _PLACES) - 1


def _rarities(items: Items) -> Items:
    return items & (1 << _RARITY) - 1


def _appended(numbers: Items, end: int, more: Items) -> Items:
    numbers = longer(numbers, end + len(more))
    numbers[end : end + len(more)] = more
    return numbers
