"""What is made of likelihoods: what time takes from them, and which events merge first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np
import pytest

from digest.model import ArticleId, Edits
from digest.steps.events.bonds import bonds_of
from digest.steps.events.likeness import Compared, Neighbourhood
from digest.steps.events.magnitudes import magnitudes_of
from digest.steps.events.profile import Profile, profile_of
from digest.steps.events.replay import Replay
from digest.steps.events.vectors import Numbers
from tests.support import make_article

TRUCE = "The two ministers of Norland and Ostland agreed {} in Harlow on a truce in their quarrel over herring from the Senn."


class Sure(Neighbourhood):
    """Takes every pair for one event with the same likelihood."""

    def hoped(self, numbers: Numbers) -> Numbers:
        return np.ones(len(numbers))

    def score(self, pairs: Sequence[tuple[ArticleId, ArticleId]], numbers: Numbers) -> list[float]:  # noqa: ARG002
        return [0.9] * len(pairs)


@pytest.mark.parametrize(
    ("day", "said", "left"),
    [
        ("2021-03-04", "on Wednesday", 0.9),  # the same week
        ("2021-03-31", "on Wednesday", 0.886676),  # four weeks: .3 * 14 / 30 less in log-odds
        ("2021-09-01", "on Wednesday", 0.626499),  # half a year
        ("2021-09-01", "on 3 March and again on Wednesday", 0.9),  # it speaks of the first truce as well
        ("2021-09-01", "at last", 0.9),  # no day to go by
    ],
)
def test_an_act_of_another_month_needs_to_be_surer(day: str, said: str, left: float) -> None:
    old = profile_of(make_article("old", "Truce over herring", [TRUCE.format("on Wednesday")], day="2021-03-03"))
    new = profile_of(make_article("new", "Truce over herring", [TRUCE.format(said)], day=day))
    neighbourhood = Sure()
    neighbourhood.arrive([old])

    assert neighbourhood.arrive([new]).score.tolist() == [left]


@pytest.mark.parametrize(
    ("text", "magnitudes"),
    [
        ("An earthquake of magnitude 6.1 shook the coast, three days after one of magnitude 5.4.", {61, 54}),
        ("A 5.6-magnitude quake; the tremor measured 5.6 on the Richter scale", {56}),
        ("a magnitude of at least 5. 9", {59}),
        ("ein Beben der Stärke 5,6", {56}),
        ("un séisme de magnitude 5,6", {56}),
        ("de 5,6 en la escala de Richter", {56}),
        ("magnitude 7, at a depth of 5.6 kilometres", set()),
        ("a debt of the magnitude of 6.15 million", set()),
    ],
)
def test_magnitudes_are_read(text: str, magnitudes: set[int]) -> None:
    assert magnitudes_of(text) == magnitudes


@pytest.mark.parametrize(("other", "left"), [("6.1", 0.9), ("5.9", 0.9), ("5.6", 0.309432)])
def test_earthquakes_of_other_sizes_need_to_be_surer(other: str, left: float) -> None:
    texts = ("6.1", other)
    old, new = (
        profile_of(make_article(f"a{n}", "Quake off Tamm", [f"A quake of magnitude {size} shook Tamm."], day="2021-03-03"))
        for n, size in enumerate(texts)
    )
    neighbourhood = Sure()
    neighbourhood.arrive([old])

    assert neighbourhood.arrive([new]).score.tolist() == [left]


@dataclass
class Told(Neighbourhood):
    """Is told how alike articles are."""

    told: Mapping[tuple[str, str], float] = field(default_factory=dict)
    wording: Mapping[tuple[str, str], float] = field(default_factory=dict)
    """Where it is not the same."""

    def arrive(self, new: Sequence[Profile]) -> Compared:
        self._ids += [profile.id for profile in new]
        self.seen.update((name, number) for number, name in enumerate(self._ids))
        names = {profile.id for profile in new}
        told = {pair: score for pair, score in self.told.items() if pair[0] in names}
        ones, others = ([self._ids.index(pair[side]) for pair in told] for side in (0, 1))
        scores = np.array(list(told.values()), float)
        wording = np.array([self.wording.get(pair, score) for pair, score in told.items()], float)
        return Compared(self._ids, np.array(ones, np.int32), np.array(others, np.int32), wording, scores)


@pytest.mark.parametrize(("dated", "together"), [(0.64, {"one", "two"}), (0.66, {"one", "old"})])
def test_undated_reports_come_together_before_one_of_them_joins_what_is_settled(dated: float, together: set[str]) -> None:
    old, one, two = (
        profile_of(make_article(name, "Truce", [TRUCE.format("today")], day=day))
        for name, day in (("old", "2021-03-03"), ("one", ""), ("two", ""))
    )
    run = Replay(bonds_of([], Edits()), Told(told={("one", "old"): dated, ("two", "one"): 0.6, ("two", "old"): 0.05}))

    run.day([old])
    run.day([one, two])

    assert together in [set(members) for members in run.members.values()]


@pytest.mark.parametrize(
    ("days", "together"),
    [
        (("2021-03-03", "2021-03-03"), False),  # another act of the same people
        (("2021-03-03", "2021-03-10"), False),  # a week later
        (("2021-03-03", "2021-03-11"), True),  # a later report of the act is in other words
        (("2021-03-03", ""), True),  # nobody knows when
        (("", ""), True),
    ],
)
def test_what_is_told_in_other_words_than_a_close_pair_is_another_act_within_a_week(
    days: tuple[str, str], together: bool
) -> None:
    first, last = days
    one, two, other = (
        profile_of(make_article(name, "Truce", [TRUCE.format("today")], day=day))
        for name, day in (("one", first), ("two", first), ("who", last))
    )
    pairs = {("two", "one"): 0.9, ("who", "one"): 0.8, ("who", "two"): 0.8}
    run = Replay(bonds_of([], Edits()), Told(told=pairs, wording={("who", "one"): 0.1, ("who", "two"): 0.1}))

    for _, new in groupby([one, two, other], key=lambda profile: profile.day):
        run.day(list(new))

    assert (run.event_of["who"] == run.event_of["one"]) == together


@pytest.mark.parametrize(
    ("outlet", "other_outlet", "day", "together"),
    [
        (
            "wire",
            0.2,
            "2021-03-05",
            False,
        ),  # the wire introduces the ministers as it did on Wednesday; the ledger tells another act
        ("wire", 0.5, "2021-03-05", True),  # the ledger's report is like it as well
        ("post", 0.2, "2021-03-05", True),  # two outlets share more than how they introduce people
        ("", 0.2, "2021-03-05", True),
        ("wire", 0.2, "2021-03-11", True),  # what comes later is mostly a follow-up
    ],
)
def test_that_one_outlet_tells_two_acts_alike_does_not_make_them_one(
    outlet: str, other_outlet: float, day: str, together: bool
) -> None:
    one, two, new = (
        profile_of(make_article(name, "Truce", [TRUCE.format("today")], day=date, outlet=source or None))
        for name, date, source in (
            ("one", "2021-03-03", "wire"),
            ("two", "2021-03-03", "ledger"),
            ("who", day, outlet),
        )
    )
    run = Replay(bonds_of([], Edits()), Told(told={("two", "one"): 0.9, ("who", "one"): 0.9, ("who", "two"): other_outlet}))

    run.day([one, two])
    run.day([new])

    assert (run.event_of["who"] == run.event_of["one"]) == together
