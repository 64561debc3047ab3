"""Groupings that are easy to get wrong, each by its name."""

from __future__ import annotations

from dataclasses import replace

from digest.model import Edits
from digest.steps.events import group_events
from digest.steps.events.roundups import is_round_up
from tests.steps.events.cases import read_case
from tests.support import make_article


def holds(name: str) -> bool:
    """Say whether a case comes out as it is written, whatever the order of the articles."""
    case = read_case(name)
    found = [
        frozenset(frozenset(event.articles) for event in group_events(articles, Edits()))
        for articles in (case.articles, case.articles[::-1])
    ]
    assert found[0] == case.events, sorted(map(sorted, found[0]))
    return found[0] == found[1]


def test_the_daily_market_report_is_another_event_each_day() -> None:
    assert holds("market-report")


def test_two_matches_of_one_day_are_events_of_their_own() -> None:
    assert holds("match-days")


def test_a_club_plays_another_match_in_the_next_round() -> None:
    assert holds("league-rounds")


def test_the_figures_of_each_day_are_an_event() -> None:
    assert holds("figures-of-the-day")


def test_a_report_of_the_next_day_belongs_to_the_event_and_a_trial_of_the_next_year_does_not() -> None:
    assert holds("follow-up")


def test_the_toll_of_the_next_day_belongs_to_the_storm_and_the_next_storm_does_not() -> None:
    assert holds("next-day-toll")


def test_a_live_blog_belongs_to_the_event_that_it_follows() -> None:
    assert holds("live-blog")


def test_a_live_blog_of_a_hearing_is_not_the_verdict() -> None:
    assert holds("live-blog-hearing")


def test_two_earthquakes_on_one_coast_are_apart() -> None:
    assert holds("look-alike-quakes")


def test_look_alike_shootings_of_one_night_in_two_towns_are_apart() -> None:
    assert holds("look-alike-crimes")


def test_two_acts_of_the_same_statesmen_in_one_week_are_apart() -> None:
    assert holds("same-actors")


def test_another_act_of_a_couple_in_the_same_week_is_apart() -> None:
    assert holds("same-couple")


def test_an_anniversary_is_neither_what_is_remembered_nor_what_happens_now() -> None:
    assert holds("anniversary")


def test_a_plaque_is_neither_the_strike_that_it_remembers_nor_that_of_today() -> None:
    assert holds("anniversary-strike")


def test_two_events_of_one_day_in_one_place_are_apart() -> None:
    assert holds("one-day-one-place")


def test_two_rulings_of_one_court_on_one_day_are_apart() -> None:
    assert holds("two-rulings")


def test_a_round_up_is_an_event_of_its_own_and_listed_by_those_that_it_touches() -> None:
    assert holds("evening-briefing")
    case = read_case("evening-briefing")
    events = {event.id: event for event in group_events(case.articles, Edits())}

    for round_up, touched in case.mentions.items():
        assert events[round_up].round_up
        assert set(events[round_up].touches) == touched
        assert {event.id for event in events.values() if round_up in event.mentions} == touched


def test_a_round_up_changes_no_grouping() -> None:
    case = read_case("evening-briefing")
    reports = [article for article in case.articles if article.id not in case.mentions]

    without = group_events(reports, Edits())
    with_it = [event for event in group_events(case.articles, Edits()) if not event.round_up]

    assert [replace(event, mentions=()) for event in with_it] == list(without)


def test_a_round_up_that_the_editor_binds_is_a_report() -> None:
    case = read_case("evening-briefing")

    events = group_events(case.articles, Edits(together=(("briefing", "strike-post"),)))

    assert any({"briefing", "strike-post"} <= set(event.articles) and not event.round_up for event in events)


def test_a_briefing_about_one_event_is_no_round_up() -> None:
    """Its headline sounds like one, but its parts speak of the same people."""
    text = [
        "Mayor Piet Maas of Marl said on Tuesday that the bridge over the Senn would be built next year.",
        "Maas told reporters that the council had set aside 64 million crowns for the work on both banks.",
        "Asked about the ferry, Piet Maas said that it would go on sailing until the last pile was driven.",
    ]

    assert not is_round_up(make_article("a", "Evening briefing: Marl and its bridge", text, day="2021-06-08"))


def test_an_ordinary_report_with_headings_is_no_round_up() -> None:
    text = ["# The plan", "Marl wants a bridge over the Senn, said Piet Maas.", "# The money", "It costs Marl 64 million crowns."]
    text += ["# The quarrel", "Hanna Quist of Marl will go to court.", "# The ferry", "It has crossed the Senn since 1911."]

    assert not is_round_up(make_article("a", "What Marl's new bridge means", text, day="2021-06-08"))


def test_a_round_up_of_next_month_mentions_nothing_of_this_one() -> None:
    case = read_case("evening-briefing")
    late = [
        replace(article, published=replace(article.published, iso="2021-10-20"))
        if article.id == "briefing" and article.published
        else article
        for article in case.articles
    ]

    assert not any(event.mentions or event.touches for event in group_events(late, Edits()))
