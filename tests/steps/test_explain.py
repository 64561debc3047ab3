"""An explanation says what decided, in words, for whoever asks by any name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.errors import UnknownName
from digest.model import Passage, Removal
from digest.steps.explain import explain
from tests.steps.pages.factory import edition


def test_an_article_says_where_each_fact_came_from_and_why_it_is_where_it_is() -> None:
    said = explain(edition(), "ferry-wire")
    for part in (
        "title       Norholm line reopens  [from line 1]",
        "date        2021-05-14T07:30:00Z (second)  [from line 2]",
        "Its event is ferry-post, “Ferry to Norholm: first crossing in nine years”.",
        "likeness 0.720; both have Norholm, 214, dues",
        "ferries (Ferries & ports): matched: ferry, harbour dues (3 of 4 articles)",
        "a passage of it is on the page of storms",
    ):
        assert part in said


def test_an_event_names_its_reports_its_copies_and_what_was_nearly_joined() -> None:
    said = explain(edition(), "ferry-post")
    for part in (
        "1. ferry-post (“Ferry to Norholm: first crossing in nine years”, The Harbour Post, 2021-05-14T06:10:00+02:00)",
        "it founded the event",
        "carries the text of ferry-wire: an article, but not a voice of its own",
        "put together with ferry-post",
        "Meridian Wire, 2021-05-16T18:00:00Z): likeness 0.310 with ferry-post, 0.400 needed: too little in common",
        "“NORHOLM — ” left out",
        "“[14 May 2021]” put in",
        "“It” became “[The ferry]”",
        "“together” and “apart” in content/edits.yml decide",
    ):
        assert part in said


def test_what_is_set_aside_recurs_or_is_not_known_is_said() -> None:
    said = explain(edition(), "ferry-post")
    assert "set aside   Share this" in said
    assert "“Sign up for our letter.”, in its outlet's other articles too" in said
    assert "date        not known" in explain(edition(), "storm-silent")


def test_a_round_up_says_what_it_touches_and_the_other_way_round() -> None:
    assert "a round-up: it touches several events and reports none" in explain(edition(), "cheese")
    assert "It mentions the events: secret, storm-wire" in explain(edition(), "cheese")
    assert "Also mentioned in: cheese" in explain(edition(), "storm-wire")


def test_what_an_exclusion_kept_off_a_topic_is_said_with_the_exclusion() -> None:
    made = edition()
    kept_out = Passage("storms", "ferry-wire", 0, 7, ("gale",), ("gale of laughter",))
    events = tuple(replace(one, kept_out=(kept_out,)) if "ferry-wire" in one.event.articles else one for one in made.events)
    text = made.articles["ferry-wire"].text[:7]
    for name in ("ferry-wire", "ferry-post"):
        said = explain(replace(made, events=events), name)
        assert f"kept off the page of storms by “gale of laughter”: “{text}” (matched: gale)" in said


@pytest.mark.parametrize("name", ["ferry-wire", "content/articles/ferry-wire.txt", "articles/ferry-wire/", "events/ferry-wire"])
def test_a_path_or_an_address_does_as_well_as_an_id(name: str) -> None:
    assert explain(edition(), name).startswith("Article ferry-wire\n")


def test_an_unknown_name_gets_the_nearest_ones() -> None:
    with pytest.raises(UnknownName, match="there is no article or event named ferry-wired; did you mean ferry-"):
        explain(edition(), "ferry-wired")
    with pytest.raises(UnknownName, match="named zzz; an article is named by its file"):
        explain(edition(), "zzz")


def test_an_article_that_moved_or_was_removed_is_not_unknown() -> None:
    site = edition()
    edits = replace(
        site.content.edits, moved={"old": "older", "older": "ferry-wire", "a": "b", "b": "a"}, removed={"gone": Removal("Sold")}
    )
    site = replace(site, content=replace(site.content, edits=edits))

    assert explain(site, "old").startswith("old is ferry-wire now, by “moved” in content/edits.yml.\n\nArticle ferry-wire\n")
    assert explain(site, "gone") == "gone is removed, by content/edits.yml: Sold\n"
    with pytest.raises(UnknownName):
        explain(site, "a")
