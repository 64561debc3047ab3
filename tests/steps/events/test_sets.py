"""What must be true of what two articles state: all pairs at once give what one pair after the other gives."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import TypeVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.steps.events.facts import Facts
from digest.steps.events.features import FEATURES, UNKNOWN, Pairs, features
from digest.steps.events.glance import GLANCED
from digest.steps.events.packed import Hashes
from digest.steps.events.profile import profile_of
from digest.steps.events.sets import Sets
from tests.steps.events.stories import BRIDGE
from tests.support import make_article

T = TypeVar("T")

FACTS = profile_of(make_article("a", "Harlow bridge", BRIDGE)).facts
RARITY = {"ada": 7.25, "bo": 2.5, "cy": 9.125, "di": 5.0, "ada bo": 9.75, "cy di": 14.125, "bo cy": 11.625}
HERE = {"ada": 6.5, "cy": 3.0}

words = st.frozensets(st.sampled_from(["1", "12", "2,400", "2021", "seven"]))
lasts = st.frozensets(st.sampled_from(["ada", "bo", "cy", "di"]))
fulls = st.frozensets(st.sampled_from(["ada bo", "cy di", "bo cy"]))
days = st.frozensets(st.dates(date(2021, 3, 1), date(2021, 3, 4)), max_size=3)
runs = st.frozensets(st.sampled_from("a b c d e f g h".split())).map(Hashes)


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """Draw what an article states."""
    lead_names = draw(lasts)
    lead_numbers = draw(words)
    return replace(
        FACTS,
        ages=draw(words),
        years=draw(words),
        numbers=draw(words),
        figures=draw(words),
        lead_numbers=lead_numbers,
        lead_years=draw(words),
        dates=draw(st.frozensets(st.tuples(st.integers(1, 3), st.integers(1, 3)))),
        first_date=draw(st.none() | st.tuples(st.integers(1, 2), st.integers(1, 2))),
        weekday=draw(st.sampled_from(["", "monday", "tuesday"])),
        act_day=draw(st.none() | st.dates(date(2021, 3, 1), date(2021, 3, 4))),
        act_days=draw(days),
        weekdays=draw(st.frozensets(st.integers(0, 6))),
        months=draw(st.frozensets(st.integers(1, 12))),
        names={name: RARITY[name] for name in sorted(draw(lasts))},
        full_names={name: RARITY[name] for name in sorted(draw(fulls))},
        lead_names=lead_names,
        lead_full_names=draw(fulls),
        subject=min(lead_names, default=""),
        measures=draw(st.dictionaries(st.sampled_from(["dead", "cases"]), words.filter(bool))),
        lead_pairs=draw(runs),
        quotes=draw(runs),
        runs=draw(runs),
    )


@given(st.lists(facts(), min_size=2, max_size=5))
@settings(max_examples=200)
def test_all_pairs_at_once_are_as_one_after_the_other(drawn: list[Facts]) -> None:
    sets = Sets()
    sets.begin_day()
    for number, found in enumerate(drawn):
        sets.add(number, found, HERE)
    new, old = np.array([(one, other) for one in range(len(drawn)) for other in range(one)], np.int32).T
    none = np.zeros(len(new))
    nothing = Pairs(new, old, dict.fromkeys(GLANCED, none), np.zeros((len(new), 4)), none, np.zeros(0), np.zeros(0, np.intp))

    for row, one, other in zip(features(nothing, sets), new.tolist(), old.tolist(), strict=True):
        got = dict(zip(FEATURES, row.tolist(), strict=True))
        for name, expected in compared(drawn[one], drawn[other]).items():
            assert got[name] == pytest.approx(expected, abs=2e-6), name


def compared(ours: Facts, theirs: Facts) -> dict[str, float]:
    """Compare two articles, set by set."""
    both = sorted(ours.names.keys() & theirs.names.keys(), key=RARITY.__getitem__, reverse=True)
    full = ours.full_names.keys() & theirs.full_names.keys()
    units = ours.measures.keys() & theirs.measures.keys()
    figures = part(ours.lead_numbers, theirs.figures), part(theirs.lead_numbers, ours.figures)
    covered = min(sum(ours.names.values()), sum(theirs.names.values()))
    subjects = (ours.subject in theirs.names) + (theirs.subject in ours.names)
    return {
        "shared names": sum(RARITY[name] for name in both),
        "rarest name": max([RARITY[name] for name in both], default=0),
        "full names": sum(RARITY[name] for name in full),
        "lead names": lead_share(ours, theirs),
        "missed name": min(missed(ours, theirs), missed(theirs, ours)),
        "ages": agree(ours.ages, theirs.ages),
        "years": agree(ours.years, theirs.years),
        "first date": same(ours.first_date, theirs.first_date),
        "weekday": same(ours.weekday, theirs.weekday),
        "days between acts": gap({ours.act_day} - {None}, {theirs.act_day} - {None}),
        "numbers": sum(min(4, len(number)) for number in ours.numbers & theirs.numbers),
        "quotes": math.log1p(len(ours.quotes & theirs.quotes)),
        "runs": overlap(frozenset(ours.runs.numbers), frozenset(theirs.runs.numbers)),
        "lead pairs": math.log1p(len(ours.lead_pairs & theirs.lead_pairs)),
        "same ages": part(ours.ages, theirs.ages),
        "lead people, new": part(ours.lead_full_names, frozenset(theirs.full_names)),
        "lead people, old": part(theirs.lead_full_names, frozenset(ours.full_names)),
        "act days": agree(ours.act_days, theirs.act_days),
        "act days, both": len(ours.act_days & theirs.act_days),
        "same numbers": overlap(ours.numbers, theirs.numbers),
        "names rare here": sum(HERE.get(name, RARITY[name]) for name in both),
        "name rarest here": max([HERE.get(name, RARITY[name]) for name in both], default=0),
        "names covered": sum(RARITY[name] for name in both) / (covered or 1),
        "same dates": overlap(ours.dates, theirs.dates),
        "lead figures, higher": max(figures),
        "lead figures, lower": min(figures),
        "same measures": math.log1p(len(frozenset().union(*(ours.measures[unit] & theirs.measures[unit] for unit in units)))),
        "other measures": math.log1p(sum(not ours.measures[unit] & theirs.measures[unit] for unit in units)),
        "gap between acts": gap(ours.act_days, theirs.act_days),
        "weekdays": agree(ours.weekdays, theirs.weekdays),
        "months": agree(ours.months, theirs.months),
        "lead years": agree(ours.lead_years, theirs.lead_years),
        "subjects": subjects if ours.subject and theirs.subject else UNKNOWN,
    }


def lead_share(ours: Facts, theirs: Facts) -> float:
    leads = ours.lead_names | theirs.lead_names
    rarity = {name: ours.names.get(name, theirs.names.get(name, 0.0)) for name in leads}
    met = [name for name in ours.lead_names if name in theirs.names or (name in ours.names and name in theirs.lead_names)]
    met += [name for name in theirs.lead_names - ours.lead_names if name in ours.names]
    whole = sum(rarity.values())
    return sum(rarity[name] for name in met) / whole if whole else UNKNOWN


def missed(ours: Facts, theirs: Facts) -> float:
    return max([ours.names.get(name, 0.0) for name in ours.lead_names - theirs.names.keys()], default=0.0)


def agree(ours: Collection[object], theirs: Collection[object]) -> int:
    return 0 if not ours or not theirs else 1 if set(ours) & set(theirs) else -1


def same(ours: object, theirs: object) -> int:
    return 0 if not ours or not theirs else 1 if ours == theirs else -1


def part(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / len(ours) if ours and theirs else UNKNOWN


def overlap(ours: frozenset[T], theirs: frozenset[T]) -> float:
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def gap(ours: Collection[date | None], theirs: Collection[date | None]) -> float:
    return min([math.log1p(abs((one - other).days)) for one in ours for other in theirs if one and other], default=UNKNOWN)
