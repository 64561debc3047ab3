"""What is compared between two articles: the numbers that the pair model looks at.

A new one is a line of ``FEATURES`` and a column below; a new kind of thing that articles state is a ``Kind`` in ``sets``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from digest.steps.events.sets import FIRST, LEAD, WHOLE, Both, Flags, Kind, Rows, Sets
from digest.steps.events.vectors import Numbers, Places

UNKNOWN = -1.0

RARE = 5.5
"""The inverse document frequency of a word that one article in 250 uses."""


class Pairs(NamedTuple):
    """Pairs of articles, a row each, and what comparing their words has told; those of one newer article stand together."""

    new: Places
    old: Places
    glanced: Mapping[str, Numbers]
    """Some of ``FEATURES``, by name."""
    told: Numbers
    """Share of the newer one's title that the other tells, of the other's title, of the newer one's first words, of the other's;
    not a number where there is no title."""
    rarity: Numbers
    """The rarity of all words of the article that has less of it."""
    shared: Numbers
    """The rarity of each word of both articles, pair by pair, ..."""
    sharing: Rows
    """... and the row of the pair."""


def features(pairs: Pairs, sets: Sets) -> Numbers:
    """Give the numbers of ``FEATURES``, in that order, a row a pair, rounded to 6 places."""
    both = sets.both(pairs.new, pairs.old)
    columns = {**pairs.glanced, **_worded(pairs), **_named(pairs, both, sets), **_stated(pairs, both, sets)}
    return np.stack([columns[name] for name in FEATURES], axis=1).round(6)


FEATURES: Mapping[str, str] = {
    "body": "cosine of the two texts",
    "lead": "cosine of the two leads",
    "names": "cosine of the names",
    "title": "cosine of the titles",
    "lead in body": "cosine of one lead with the other text, the higher of the two",
    "likeness": "the weighted mean of those that both have",
    "level, higher": "how alike articles are in the denser of the two neighbourhoods",
    "level, lower": "the same of the thinner one",
    "over level": "likeness over the mean level (hub normalisation)",
    "rank, new": "how many articles are more like the newer one",
    "rank, old": "how many articles are more like the older one",
    "of best, new": "likeness over that of the newer one's nearest",
    "of best, old": "likeness over that of the older one's nearest",
    "covered": "share of the shorter text's rarity in words of both",
    "rarest words": "rarity of the eight rarest words of both, added up",
    "rare words": "how many words of both are rare",
    "shared names": "rarity of the eight rarest names of both, added up",
    "rarest name": "rarity of the rarest name of both",
    "full names": "rarity of the six rarest full names of both, added up",
    "lead names": "share of the leads' names that the other text has too, weighed by rarity",
    "missed name": "each lead may name somebody whom the other text does not: the rarity of the commoner of the two",
    "ages": "1 some age in both, -1 ages in both but none the same, 0 no telling",
    "years": "the same of years",
    "first date": "1 both leads name the same date first, -1 another, 0 no telling",
    "weekday": "the same of the first weekday",
    "days between acts": "ln(1 + days) between the days that the leads speak of; -1 unknown",
    "days between": "ln(1 + days) between the two articles; -1 unknown",
    "undated": "how many of the two have no day",
    "numbers": "digits of the numbers of both, at most four a number",
    "quotes": "ln(1 + shared runs of quoted words)",
    "runs": "share of the shorter text's runs of words in both",
    "length": "ln(1 + words of the shorter text)",
    "lengths": "how many times longer the longer one is, as a logarithm",
    "crowd": "ln(1 + articles of the days before the newer one): in a thin archive what is alike is one event",
    "title told, higher": "share of one title's weight in words that the other text has too, the higher of the two",
    "title told, lower": "the lower of the two",
    "lead pairs": "ln(1 + pairs of neighbouring words that both leads have)",
    "same ages": "share of the newer one's ages that the other has too; -1 no telling",
    "lead people, new": "share of the full names in the newer one's lead that the other text has too; -1 no telling",
    "lead people, old": "the same of the older one's lead",
    "act days": "1 some day of the act in both leads, -1 days in both but none the same, 0 no telling",
    "act days, both": "how many days both leads speak of",
    "same numbers": "share of the figures of the one with fewer that the other has too",
    "names rare here": "as shared names, the rarity being that among the articles so far",
    "name rarest here": "as rarest name, likewise",
    "names covered": "share of the names' rarity, of the one with less, in names of both",
    "same dates": "share of the days (month and day) named by the one with fewer that the other names too",
    "length, longer": "ln(1 + words of the longer text)",
    "opening told, higher": "share of the rarity of one's title and first words that the other has too, the higher of the two",
    "opening told, lower": "the lower of the two",
    "lead figures, higher": "share of the figures of one lead that the other text has too, the higher of the two; -1 no telling",
    "lead figures, lower": "the lower of the two",
    "same measures": "ln(1 + figures that stand beside the same word in both)",
    "other measures": "ln(1 + words beside which both have figures, but none the same)",
    "gap between acts": "ln(1 + days) between the nearest of the days that the leads speak of; -1 unknown",
    "weekdays": "1 some day of the week in both leads, -1 in both but none the same, 0 no telling",
    "months": "the same of months",
    "lead years": "the same of the years in the leads",
    "subjects": "of the name that each title or lead gives first: how many the other text has too; -1 no telling",
}
"""Name of a feature: what it says. Measured on two halves of the labelled events, with the first 34 features and before crowded
weeks were added: without runs and quotes B-cubed F1 falls by
.003, .009 and .002 (dated, undated, look-alike), without weekdays, years and dates of the act by .005, .010 and .004, without
rarity and coverage by .001, .019 and .005, without levels by .002, .012 and .002, without ranks by .001, .011 and .001."""


def _worded(pairs: Pairs) -> dict[str, Numbers]:
    """Compare the words."""
    rows = len(pairs.new)
    title, opening = np.split(np.nan_to_num(pairs.told, nan=UNKNOWN), 2, axis=1)
    return {
        "covered": _shares(_sum(pairs.sharing, pairs.shared, rows), pairs.rarity),
        "rarest words": _highest(pairs.sharing, pairs.shared, rows, 8),
        "rare words": _count(pairs.sharing[pairs.shared > RARE], rows),
        "title told, higher": title.max(axis=1),
        "title told, lower": title.min(axis=1),
        "opening told, higher": opening.max(axis=1),
        "opening told, lower": opening.min(axis=1),
    }


def _named(pairs: Pairs, both: Both, sets: Sets) -> dict[str, Numbers]:
    """Compare the names."""
    rows, ours, theirs = len(pairs.new), sets.plain(pairs.new), sets.plain(pairs.old)
    names, full = both.some(Kind.NAME), both.some(Kind.FULL_NAME)
    lead, their_lead = both.some(Kind.NAME, ours=LEAD), both.some(Kind.NAME, theirs=LEAD)
    firsts = (both.some(Kind.NAME, ours=FIRST), both.some(Kind.NAME, theirs=FIRST))
    pair, rarity, here = both.pair[names], both.our_rarity[names], both.worth[names]
    return {
        "shared names": _highest(pair, rarity, rows, 8),
        "rarest name": _highest(pair, rarity, rows, 1),
        "full names": _highest(both.pair[full], both.worth[full], rows, 6),
        "lead names": _lead_share(both, ours.lead + theirs.lead),
        "missed name": np.minimum(
            sets.missed(pairs.new, both.pair[lead], both.our_rarity[lead]),
            sets.missed(pairs.old, both.pair[their_lead], both.their_rarity[their_lead]),
        ),
        "names rare here": _highest(pair, here, rows, 8),
        "name rarest here": _highest(pair, here, rows, 1),
        "names covered": _shares(_sum(pair, rarity, rows), np.minimum(ours.names, theirs.names)),
        "subjects": np.where(ours.subject * theirs.subject > 0, sum(_count(both.pair[some], rows) for some in firsts), UNKNOWN),
    }


def _stated(pairs: Pairs, both: Both, sets: Sets) -> dict[str, Numbers]:
    """Compare what else the articles state."""
    rows, ours, theirs = len(pairs.new), sets.plain(pairs.new), sets.plain(pairs.old)
    counts = both.counts(rows)
    sizes, other_sizes = sets.sizes(pairs.new), sets.sizes(pairs.old)
    fewer = np.minimum(sizes, other_sizes)

    def agree(kind: int) -> Numbers:
        return np.where(fewer[kind] == 0, 0.0, np.where(counts[kind] > 0, 1.0, -1.0))

    def overlap(kind: int) -> Numbers:
        shares: Numbers = counts[kind] / np.maximum(1, fewer[kind])
        return shares

    def part(some: Flags, of: Numbers, others: Numbers) -> Numbers:
        return np.where(np.minimum(of, others) == 0, UNKNOWN, _count(both.pair[some], rows) / np.maximum(1, of))

    def new_part(kind: int) -> Numbers:
        return part(both.some(kind, ours=LEAD), sets.sizes(pairs.new, LEAD)[kind], other_sizes[kind])

    def old_part(kind: int) -> Numbers:
        return part(both.some(kind, theirs=LEAD), sets.sizes(pairs.old, LEAD)[kind], sizes[kind])

    digits = both.some(Kind.NUMBER)
    figures = new_part(Kind.FIGURE), old_part(Kind.FIGURE)
    gap = sets.gap(pairs.new, pairs.old)
    return {
        "ages": agree(Kind.AGE),
        "years": agree(Kind.YEAR),
        "first date": _same(ours.first_date, theirs.first_date),
        "weekday": _same(ours.weekday, theirs.weekday),
        "days between acts": _days(np.abs(ours.act_day - theirs.act_day)),
        "numbers": _sum(both.pair[digits], both.worth[digits], rows),
        "quotes": np.log1p(counts[Kind.QUOTE]),
        "runs": overlap(Kind.RUN),
        "lead pairs": np.log1p(counts[Kind.LEAD_PAIR]),
        "same ages": part(both.some(Kind.AGE), sizes[Kind.AGE], other_sizes[Kind.AGE]),
        "lead people, new": new_part(Kind.FULL_NAME),
        "lead people, old": old_part(Kind.FULL_NAME),
        "act days": agree(Kind.ACT_DAY),
        "act days, both": counts[Kind.ACT_DAY],
        "same numbers": overlap(Kind.NUMBER),
        "same dates": overlap(Kind.DATE),
        "lead figures, higher": np.maximum(*figures),
        "lead figures, lower": np.minimum(*figures),
        "same measures": np.log1p(_distinct(rows, ((pair, figure) for pair, _, figure in both.measured))),
        "other measures": np.log1p(counts[Kind.UNIT] - _distinct(rows, ((pair, unit) for pair, unit, _ in both.measured))),
        "gap between acts": _days(gap),
        "weekdays": agree(Kind.WEEKDAY),
        "months": agree(Kind.MONTH),
        "lead years": agree(Kind.LEAD_YEAR),
    }


def _lead_share(both: Both, leads: Numbers) -> Numbers:
    """Give the share of rarity of the leads' names that stand in the other text too; a name of both leads counts once.

    ``leads`` is the rarity of the names of both leads; a name that only the other text knows as one is as rare as it is there.
    """
    name = both.kind == Kind.NAME
    ours, theirs = both.ours[name], both.theirs[name]
    our_rarity, their_rarity = both.our_rarity[name], both.their_rarity[name]
    our_lead, their_lead = ours & LEAD > 0, theirs & LEAD > 0
    rarity = np.where(ours & WHOLE, our_rarity, their_rarity)
    counted = our_lead * our_rarity + their_lead * their_rarity
    met = np.where(our_lead, (theirs & WHOLE > 0) | (ours & WHOLE > 0) & their_lead, their_lead & (ours & WHOLE > 0))
    rows = len(leads)
    whole = leads + _sum(both.pair[name], (our_lead | their_lead) * rarity - counted, rows)
    return np.where(whole > 1e-6, _sum(both.pair[name], met * rarity, rows) / np.maximum(whole, 1e-6), UNKNOWN)


def _count(pair: Rows, rows: int) -> Numbers:
    return np.bincount(pair, minlength=rows).astype(np.float64)


def _sum(pair: Rows, values: Numbers, rows: int) -> Numbers:
    return np.bincount(pair, values, rows).astype(np.float64)


def _highest(pair: Rows, values: Numbers, rows: int, most: int) -> Numbers:
    """Add up so many of the highest values of each pair; they stand in the order of the pairs, and all are under a thousand."""
    order = np.argsort(pair - values / 1000)  # ten times as fast as by two keys
    rank = np.arange(len(pair)) - np.searchsorted(pair, pair)
    return _sum(pair[rank < most], values[order[rank < most]], rows)


def _shares(parts: Numbers, wholes: Numbers) -> Numbers:
    return parts / np.where(wholes > 0, wholes, 1.0)


def _same(ours: Numbers, theirs: Numbers) -> Numbers:
    return np.where((ours == 0) | (theirs == 0), 0.0, np.where(ours == theirs, 1.0, -1.0))


def _days(apart: Numbers) -> Numbers:
    return np.where(np.isfinite(apart), np.log1p(apart), UNKNOWN)


def _distinct(rows: int, found: Iterable[tuple[int, str]]) -> Numbers:
    """Count the different ones of each pair."""
    return _count(np.array([pair for pair, _ in set(found)], np.intp), rows)
