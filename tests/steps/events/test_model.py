"""What must be true of the pair model and of what it looks at."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Edits
from digest.steps.events import group_events
from digest.steps.events.features import FEATURES
from digest.steps.events.judge import judge, parse
from digest.steps.events.likeness import Neighbourhood
from digest.steps.events.profile import profile_of
from tests.steps.events.stories import BRIDGE, BRIDGE_TOO, CHEESE, SECOND_BRIDGE, reports
from tests.support import make_article

STUMP = '{"features": %s, "start": 0, "trees": [[5, 0.5, -2.0, [0, 0.25, 1.0, 2.0]]]}'


def test_a_tree_is_walked_to_the_low_side_up_to_and_including_the_bound() -> None:
    model = parse(STUMP % str(list(FEATURES)).replace("'", '"'))
    numbers = [0.0] * len(FEATURES)

    numbers[5] = 0.5
    assert model.likelihoods([numbers])[0] == pytest.approx(0.119203)
    numbers[5], numbers[0] = 0.6, 0.3
    assert model.likelihoods([numbers])[0] == pytest.approx(0.880797)


def test_a_model_for_other_features_is_refused() -> None:
    with pytest.raises(ValueError, match="other features"):
        parse('{"features": ["luck"], "start": 0, "trees": []}')


@given(st.lists(st.floats(-1, 50), min_size=len(FEATURES), max_size=len(FEATURES)))
@settings(max_examples=100)
def test_a_likelihood_is_between_0_and_1_and_rounded(numbers: list[float]) -> None:
    (likelihood,) = judge([numbers])

    assert 0 <= likelihood <= 1
    assert likelihood == round(likelihood, 6)


def test_the_facts_of_a_report_are_read() -> None:
    text = ["On Tuesday, March 2, Petra Lind, 54, and a 23-year-old driver met 14,000 people, “as we all had hoped for so long”."]
    facts = profile_of(make_article("a", "Harlow bridge", text, day="2021-03-03")).facts

    assert facts.ages == {"54", "23"}
    assert facts.dates == {(3, 2)}
    assert facts.first_date == (3, 2)
    assert facts.numbers == {"14000"}
    assert facts.weekday == "tuesday"
    assert facts.act_day == date(2021, 3, 2)
    assert "petra lind" in facts.full_names
    assert "we all had hoped" in facts.quotes


def test_the_act_is_dated_the_year_before_where_its_date_is_still_to_come() -> None:
    """A report of January that speaks of 30 December means the one just past."""
    article = make_article("a", "Harlow bridge", ["It was closed on December 30, the office said."], day="2021-01-02")

    assert profile_of(article).facts.act_day == date(2020, 12, 30)


def test_what_was_compared_is_never_compared_again() -> None:
    """Levels move as articles come, but a likelihood once given stands."""
    neighbourhood = Neighbourhood()
    first = neighbourhood.arrive([profile_of(article) for article in reports()[:2]])
    then = neighbourhood.arrive([profile_of(article) for article in reports()[2:]])

    compared = [set(zip(found.ones.tolist(), found.others.tolist(), strict=True)) for found in (first, then)]
    assert all(compared)
    assert compared[0].isdisjoint(compared[1])


def test_a_follow_up_of_months_later_is_still_compared() -> None:
    neighbourhood = Neighbourhood()
    neighbourhood.arrive([profile_of(make_article("a", "Harlow bridge closed", BRIDGE, day="2021-03-02"))])

    found = neighbourhood.arrive([profile_of(make_article("b", "Harlow bridge shut", BRIDGE_TOO, day="2021-09-02"))])
    assert (found.ones.tolist(), found.others.tolist()) == ([1], [0])


@given(
    st.lists(st.tuples(st.sampled_from([BRIDGE, BRIDGE_TOO, CHEESE, SECOND_BRIDGE]), st.integers(0, 4)), min_size=2, max_size=10)
)
@settings(max_examples=40, deadline=None)
def test_any_prefix_of_days_is_grouped_alike_with_and_without_what_follows(drawn: list[tuple[list[str], int]]) -> None:
    start = date(2021, 3, 1)
    articles = [
        make_article(f"n{i}", text[0][:30], [*text, f"Note {i} of {day}."], day=(start + timedelta(days=day)).isoformat())
        for i, (text, day) in enumerate(drawn)
    ]
    whole = group_events(articles, Edits())
    for last in range(4):
        early = [article for article in articles if article.day and article.day <= start + timedelta(days=last)]
        known = {article.id for article in early}
        before = {frozenset(event.articles) for event in group_events(early, Edits())}
        assert {frozenset(known.intersection(event.articles)) for event in whole if known.intersection(event.articles)} == before


def test_the_same_words_in_another_language_are_weighed_apart() -> None:
    """How many articles use a word is counted by language."""
    english = make_article("a", "Harlow bridge closed", BRIDGE, day="2021-03-02")
    neighbourhood = Neighbourhood()

    neighbourhood.arrive([profile_of(english), profile_of(dataclasses.replace(english, id="b", language="de"))])

    assert set(neighbourhood.seen) == {"a", "b"}


QUAY = "The old quay of Fenwick was quiet on Friday, said a man who fishes there."
TRUCE = "Negotiators of Ardland and Boria agreed on Friday to a truce of thirty days, said a mediator."
TRUCE_TOO = "Ardland and Boria will stop fighting for thirty days: their negotiators agreed to a truce on Friday."


def test_two_unrelated_articles_of_one_sentence_alone_in_a_folder_stay_apart() -> None:
    quay = make_article("quay", "A quiet day on the quay", [QUAY], day="2021-03-05", outlet="a")
    truce = make_article("truce", "Ardland and Boria agree on a truce", [TRUCE], day="2021-03-05", outlet="b")

    assert len(group_events([quay, truce], Edits())) == 2


@pytest.mark.parametrize("day", ["2021-03-05", None])
def test_two_articles_of_one_sentence_on_one_event_join(day: str | None) -> None:
    truce = make_article("truce", "Ardland and Boria agree on a truce", [TRUCE], day=day, outlet="a")
    too = make_article("too", "Truce of thirty days between Ardland and Boria", [TRUCE_TOO], day=day, outlet="b")

    assert len(group_events([truce, too], Edits())) == 1
