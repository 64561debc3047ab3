"""What must be true of events, whatever the articles."""

from __future__ import annotations

import dataclasses
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Article, Edits, Event
from digest.steps.events import group_events
from tests.steps.events.stories import BRIDGE, BRIDGE_TOO, CHEESE, reports
from tests.support import make_article

NONE = Edits()


def partition(events: tuple[Event, ...]) -> set[frozenset[str]]:
    return {frozenset(event.articles) for event in events}


def test_reports_of_one_event_are_together_and_look_alikes_apart() -> None:
    """Other words, same bridge: together. Another bridge on the same day: apart."""
    assert partition(group_events(reports(), NONE)) == {
        frozenset({"bridge-a", "bridge-b"}),
        frozenset({"cheese-a", "cheese-c"}),
        frozenset({"morland"}),
    }


def test_the_order_of_files_changes_nothing() -> None:
    expected = group_events(reports(), NONE)
    for seed in range(10):
        shuffled = reports()
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - a test of order, not of secrets

        assert group_events(shuffled, NONE) == expected


def test_the_oldest_article_founds_the_event_and_an_undated_one_does_not() -> None:
    undated = make_article("aaa", "Harlow bridge shut, cracks in cables", BRIDGE_TOO)
    late = make_article("bbb", "Harlow bridge closed after cracks are found", BRIDGE, day="2021-03-03")
    early = make_article("ccc", "Cracks close bridge over the Senn at Harlow", BRIDGE, day="2021-03-02")

    (event,) = group_events([undated, late, early], NONE)

    assert event.id == "ccc"
    assert event.articles == ("ccc", "bbb", "aaa")


def test_an_event_of_undated_articles_alone_is_founded_by_the_first_id() -> None:
    (event,) = group_events([make_article("b", "Harlow bridge closed", BRIDGE), make_article("a", "Harlow", BRIDGE_TOO)], NONE)

    assert event.id == "a"


def test_an_article_of_a_later_day_never_changes_how_earlier_ones_are_grouped() -> None:
    """Whatever comes next week, and whatever it resembles, Tuesday's events stay as they were."""
    before = partition(group_events(reports(), NONE))
    later = [
        make_article(
            f"later-{n}", "Harlow bridge and Morland bridge compared", [*BRIDGE, *BRIDGE_TOO, *CHEESE], day=f"2021-03-{n:02}"
        )
        for n in range(4, 9)
    ]

    after = partition(group_events([*reports(), *later], NONE))

    old = {article.id for article in reports()}
    assert {members & old for members in after if members & old} == before


def test_a_copy_is_found_and_names_the_earliest_carrier() -> None:
    wire = make_article("wire", "Harlow bridge closed after cracks are found", BRIDGE * 2, day="2021-03-02", outlet="wire")
    paper = make_article("paper", "Cracks!", ["HARLOW (Wire) - " + BRIDGE[0], *BRIDGE[1:], *BRIDGE], day="2021-03-02", outlet="p")

    (event,) = group_events([wire, paper], NONE)

    assert event.copies == {"wire": "paper"}  # of one day and hour, the smaller id is first
    assert event.joins[0].by == "copy"


def test_independent_reports_are_no_copies() -> None:
    for event in group_events(reports(), NONE):
        assert not event.copies


def test_each_join_names_what_both_articles_share() -> None:
    events = {event.id: event for event in group_events(reports(), NONE)}
    (join,) = events["bridge-a"].joins

    assert join.article == "bridge-b"
    assert join.to == "bridge-a"
    assert "Harlow" in join.shared
    assert 0 < join.score < 1


class TestTheEditorsHand:
    def test_together_joins_what_has_nothing_in_common(self) -> None:
        events = group_events(reports(), Edits(together=(("bridge-a", "cheese-a"),)))

        assert any({"bridge-a", "cheese-a"} <= set(event.articles) for event in events)

    def test_together_is_explained_as_the_editors_decision(self) -> None:
        events = group_events(reports()[:1] + reports()[2:3], Edits(together=(("bridge-a", "cheese-a"),)))

        assert events[0].joins[0].by == "editor"

    def test_apart_separates_what_is_alike_and_says_so(self) -> None:
        events = {event.id: event for event in group_events(reports(), Edits(apart=(("bridge-a", "bridge-b"),)))}

        assert set(events) >= {"bridge-a", "bridge-b"}
        assert any(rejection.reason == "kept apart by the editor" for rejection in events["bridge-a"].rejected)

    def test_the_same_event_name_binds_and_another_name_separates(self) -> None:
        articles = [dataclasses.replace(a, event="one" if a.id in {"bridge-a", "cheese-c"} else "two") for a in reports()]

        assert partition(group_events(articles, NONE)) == {
            frozenset({"bridge-a", "cheese-c"}),
            frozenset({"bridge-b", "cheese-a", "morland"}),
        }

    def test_together_holds_across_days_longer_than_any_window(self) -> None:
        articles = [
            make_article("a", "Harlow bridge closed", BRIDGE, day="2021-03-02"),
            make_article("b", "Orvin Blue wins", CHEESE, day="2021-09-02"),
        ]

        assert len(group_events(articles, Edits(together=(("a", "b"),)))) == 1

    def test_apart_keeps_every_pair_of_three_apart(self) -> None:
        articles = [make_article(i, "Harlow bridge closed", BRIDGE, day="2021-03-02") for i in "abc"]

        assert len(group_events(articles, Edits(apart=(("a", "b", "c"),)))) == 3


ARTICLES = st.lists(
    st.tuples(
        st.sampled_from([BRIDGE, BRIDGE_TOO, CHEESE, ["Nothing."], ["Short one here.", "And 12 more, said Petra Lind."]]),
        st.sampled_from([None, "2021-03-02", "2021-03-03", "2021-03-20"]),
    ),
    min_size=1,
    max_size=8,
)


@given(ARTICLES)
@settings(max_examples=60, deadline=None)
def test_every_article_is_in_exactly_one_event_and_the_founder_is_its_id(drawn: list[tuple[list[str], str | None]]) -> None:
    articles: list[Article] = [make_article(f"n{i}", text[0][:20], text, day=day) for i, (text, day) in enumerate(drawn)]

    events = group_events(articles, NONE)

    placed = [article for event in events for article in event.articles]
    assert sorted(placed) == sorted(article.id for article in articles)
    for event in events:
        assert event.id == event.articles[0]
        assert [join.article for join in event.joins] == list(event.articles[1:])
        dated = [article.day for article in articles if article.id in event.articles and article.day]
        founder = next(article for article in articles if article.id == event.id)
        assert founder.day == min(dated, default=None)


@pytest.mark.parametrize("size", [10, 25])
def test_many_reports_of_one_event_do_not_drive_one_another_apart(size: int) -> None:
    """Hub normalisation must not take the event itself for the neighbourhood."""
    openings = ["Early in the day", "Before noon", "In the end", "By all accounts", "As expected", "To much surprise", "At last"]
    articles = []
    for n in range(size):
        text = [f"{openings[n % 7]}, {part[0].lower()}{part[1:]}" for part in (BRIDGE if n % 2 else BRIDGE_TOO)]
        extra = f"Reader number {n} of our page wrote that the weather was fine and the coffee at the ferry was not."
        articles.append(
            make_article(f"r{n:02}", f"Harlow bridge closed, report {n}", [*text, extra], day="2021-03-02", outlet=f"o{n}")
        )

    assert len(group_events(articles, NONE)) == 1


@pytest.mark.parametrize("size", [40, 75, 150])
def test_most_reports_of_the_largest_story_of_a_week_are_together(size: int) -> None:
    """Its reports are each other's nearest, so none of them stands out; and its words are no longer rare."""
    openings = (
        "A dam burst above Tarnow",
        "The Weiss dam gave way",
        "Water broke through the dam at Tarnow",
        "Tarnow lost its dam",
    )
    tolls = ("killing 31 people", "and 31 people died", "leaving 31 dead, officials said", "which cost 31 lives")
    places = (
        "The mill quarter is under water",
        "Streets by the mill are flooded",
        "The old mill was swept away",
        "The mill fell",
    )
    voices = (
        "Mayor Ilse Marek called for tents",
        "“We need tents,” said Ilse Marek, the mayor",
        "Ilse Marek, mayor, asked for help",
    )
    causes = ("Engineers had warned of cracks in 2018", "A report of 2018 spoke of cracks", "Cracks were known since 2018")
    beats = (
        "orchards barley harvest tractors cattle fodder meadows farmers silage acres",
        "insurers claims premiums reserves actuaries losses policies auditors payouts brokers",
        "schools lessons pupils gymnasium teachers timetable classrooms buses exams canteen",
        "railway sleepers signals timetables freight engines platforms viaduct carriages switches",
        "soldiers helicopters sandbags barracks convoys rations colonels trucks pontoon radios",
        "churches choirs vigils candles parish bells sermons organs deacons collections",
        "rivers gauges rainfall hydrologists reservoirs spillways turbines catchment valves silt",
    )
    articles = []
    for n in range(size):
        words = beats[n % 7].split()
        turned = words[n % 10 :] + words[: n % 10]
        aside = [
            f"Beside that, {turned[0]} and {turned[1]} met {turned[2]}, then {turned[3]} of {turned[4]} and {turned[5]}, {n}."
        ]
        told = [f"{openings[n % 4]} on Tuesday, {tolls[n // 4 % 4]}.", f"{places[n // 2 % 4]}.", f"{voices[n % 3]}."]
        told += [f"{causes[n // 3 % 3]}."] if n % 2 else aside
        day = f"2021-03-{3 + n % 4:02}"
        articles.append(make_article(f"r{n:02}", openings[n // 3 % 4], told + aside * 2, day=day, outlet=f"o{n}"))

    assert max(len(event.articles) for event in group_events(articles, NONE)) >= 2 / 3 * size


def test_every_join_leads_back_to_the_founder() -> None:
    """So that an explanation never goes round in a circle."""
    articles = [
        make_article(f"r{n}", f"Harlow bridge {n}", BRIDGE if n % 2 else BRIDGE_TOO, day=f"2021-03-0{n + 1}") for n in range(5)
    ]

    (event,) = group_events(articles, NONE)

    for join in event.joins:
        assert event.articles.index(join.to) < event.articles.index(join.article)
