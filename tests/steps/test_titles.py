"""The headline that names an event."""

from __future__ import annotations

import pytest

from digest.model import Event
from digest.steps.titles import bare_title, event_title
from tests.support import make_article

BODY = [
    "The council of Marl voted to rebuild the old bridge over the Senn.",
    "The work will cost twice as much as planned, mayor Piet Maas said.",
]


def title_of(*titles: str, copies: dict[str, str] | None = None, summary: str = "") -> str:
    articles = {
        f"a{number}": make_article(f"a{number}", title, BODY, outlet="coast-daily") for number, title in enumerate(titles)
    }
    return event_title(Event("a0", tuple(articles), copies=copies or {}), articles, [summary])


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("LIVE: Marl votes on its bridge", "Marl votes on its bridge"),
        ("UPDATE 2-Marl votes to rebuild bridge", "Marl votes to rebuild bridge"),
        ("BREAKING: EXCLUSIVE: Marl votes on its bridge", "Marl votes on its bridge"),
        ("Exclusive: mayor will not run again", "Mayor will not run again"),
        ("BREAKING Marl votes on its bridge", "Marl votes on its bridge"),
        ("[VIDEO] Marl votes on its bridge", "Marl votes on its bridge"),
        ("Marl votes on its bridge - Coast Daily", "Marl votes on its bridge"),
        ("Marl votes on its bridge | Coast Daily", "Marl votes on its bridge"),
        ("Marl votes on its bridge — The Bay Herald", "Marl votes on its bridge"),
        ("Marl  votes on\tits bridge", "Marl votes on its bridge"),
        ("CORRECTED-UPDATE 3-Marl votes to rebuild bridge", "Marl votes to rebuild bridge"),
        ("LIVE UPDATES: Marl votes on its bridge | The Bay Herald", "Marl votes on its bridge"),
        ("Marl votes on its bridge – as it happened", "Marl votes on its bridge"),
        ("Marl votes on its bridge - live updates - Coast Daily", "Marl votes on its bridge"),
        ("Marl votes on its bridge - coastdaily.example", "Marl votes on its bridge"),
        ("LIVE: iPhone maker leaves Marl", "iPhone maker leaves Marl"),
    ],
)
def test_labels_and_outlets_are_taken_off(written: str, bare: str) -> None:
    assert bare_title(make_article("a", written, BODY, outlet="coast-daily")) == bare


@pytest.mark.parametrize(
    "title",
    [
        "Live-in carer wins her case",
        "Live music returns - in style",
        "Update on the bridge leaves many questions",
        "Bridge talks: a breakthrough at last",
        "iPhone maker leaves the town",
        "Exclusive: bridge",
        "Marl votes - and the Senn rises",
    ],
)
def test_other_headlines_stay_as_they_are_written(title: str) -> None:
    assert bare_title(make_article("a", title, BODY)) == title


def test_the_headline_nearest_to_the_others_and_to_the_reports_is_taken() -> None:
    assert title_of("A dark day", "Marl council votes to rebuild old bridge", "Old bridge: council votes yes") == (
        "Marl council votes to rebuild old bridge"
    )


def test_the_headline_says_what_the_summary_below_it_says() -> None:
    vote, cost = "Marl votes to rebuild bridge", "Bridge work will cost Marl twice as much"
    assert title_of(vote, cost, summary="The council of Marl voted to rebuild the old bridge over the Senn.") == vote
    assert title_of(vote, cost, summary="The work on the bridge will cost Marl twice as much as planned.") == cost


def test_the_headline_of_the_article_with_which_the_summary_begins_is_taken_where_it_comes_near() -> None:
    first = "Marl is to have its old bridge rebuilt over the Senn, the council has said."
    articles = {
        "a0": make_article("a0", "Council of Marl votes to rebuild old bridge", BODY),
        "a1": make_article("a1", "Marl to have its old bridge rebuilt", [first]),
    }
    event = Event("a0", tuple(articles))
    assert event_title(event, articles, [BODY[0]]) == articles["a0"].title
    assert event_title(event, articles, ["Marl [on the Senn] " + first.removeprefix("Marl ")]) == articles["a1"].title


@pytest.mark.parametrize(
    "comment",
    [
        "Marl votes to rebuild bridge: it's about time",
        "Marl votes to rebuild bridge and must be praised",
        "Yes, Marl votes to rebuild bridge",
        "Five things to watch as Marl votes to rebuild bridge",
        "Fact check: Marl votes to rebuild bridge",
        "Marl votes to rebuild bridge. Nobody asked for it",
    ],
)
def test_comment_names_an_event_only_where_nothing_plainer_comes_near(comment: str) -> None:
    assert title_of(comment, "Marl council votes to rebuild bridge") == "Marl council votes to rebuild bridge"


def test_a_copy_names_the_event_only_where_nothing_else_can() -> None:
    titles = ("Marl bridge vote splits the town", "Marl council votes to rebuild old bridge over the Senn")
    assert title_of(*titles) == titles[1]
    assert title_of(*titles, copies={"a1": "a0"}) == titles[0]


def test_a_question_gives_way_to_a_plain_headline() -> None:
    titles = ("Why did the Marl council vote to rebuild the old bridge?", "Council of Marl votes for the bridge")
    assert title_of(*titles) == titles[1]


def test_a_question_with_its_answer_behind_it_is_a_question() -> None:
    assert (
        title_of("Should Marl rebuild its bridge? We asked the mayor", "Marl votes for its bridge") == "Marl votes for its bridge"
    )


def test_a_list_of_tags_names_an_event_only_where_nothing_else_can() -> None:
    tags = "Marl, Senn bridge, Piet Maas, council of Marl, bridge"
    assert title_of(tags, "Bridge to be rebuilt") == "Bridge to be rebuilt"
    assert title_of(tags) == tags
    listed = "Marl votes to rebuild its bridge, school, baths, library"
    assert title_of(listed, "Baths and library") == listed


def test_equal_headlines_give_the_earlier_article() -> None:
    assert title_of("UPDATE 1-Marl votes on its bridge", "Marl votes on its bridge") == "Marl votes on its bridge"


@pytest.mark.parametrize("date", ["3 May 2021", "Monday, May 3, 2021", "2021-05-03", "Monday 3 May", "May 3, 2021 at 4 pm"])
def test_a_date_that_stands_as_a_title_names_an_event_only_where_nothing_else_can(date: str) -> None:
    assert title_of(date, "Why?") == "Why?"
    assert title_of(date, "A copied headline", copies={"a1": "a0"}) == "A copied headline"
    assert title_of(date) == date


@pytest.mark.parametrize("title", ["May 1 marches end in peace", "9 May: a quiet parade", "1984", "Sunday"])
def test_a_headline_with_a_date_in_it_is_a_headline(title: str) -> None:
    assert title_of("3 May 2021", title) == title


def test_one_article_names_its_event() -> None:
    assert title_of("WATCH: What now for the bridge?") == "What now for the bridge?"
