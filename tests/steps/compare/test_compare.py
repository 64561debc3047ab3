"""What reports agree on, what only one says, when things happened, and what a later day added."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Comparison, Event, SummarySentence
from digest.steps.compare import compare
from digest.steps.compare.mentions import mentions
from digest.steps.compare.quantities import quantities
from tests.support import make_article

POST = [
    "Norholm opened its new harbour bridge to traffic on Friday, five years after the old one fell into the sound.",
    "Engineers tested the bridge with forty lorries full of gravel before the first cars were allowed to cross.",
    "The mayor of Norholm, Ada Linde, cut a ribbon of sailcloth and drove across with her grandmother.",
    "Work on the bridge stopped in March when the builders ran out of steel.",
    "The old bridge fell into the sound in a storm on 12 October 2016.",
]
WIRE = [
    "A new bridge across the harbour of Norholm was opened to traffic on Friday.",
    "Before the first cars were allowed to cross, engineers tested the bridge with forty lorries full of gravel.",
    "The toll for crossing the new harbour bridge stays at three crowns, Sund Ferries said in a letter to its customers.",
    "Nobody was hurt at the opening.",
]
LATER = [
    "The new bridge of Norholm was closed again on Sunday after a gull had nested in its lamps.",
    "Biologist Per Holm asked for two weeks of quiet until the eggs have hatched in the lamps.",
]


def compared(
    summary: tuple[SummarySentence, ...] = (), *, voices: tuple[tuple[str, ...], ...] = (("post",), ("wire",), ("later",))
) -> Comparison:
    return compare(Event("post", tuple(ARTICLES)), voices, ARTICLES, summary)


ARTICLES = {
    "post": make_article("post", "Bridge open", POST, day="2021-05-14", outlet="post"),
    "wire": make_article("wire", "Norholm has a bridge again", WIRE, day="2021-05-14", outlet="wire"),
    "later": make_article("later", "Gull closes bridge", LATER, day="2021-05-16", outlet="late"),
}


def test_a_claim_of_two_voices_is_agreed_with_both_citations_and_their_count() -> None:
    found = {one.sentence.text: one for one in compared().agreed}
    one = found[POST[1]]
    assert one.voices == 2
    assert [citation.article for citation in one.sentence.citations] == ["post", "wire"]


def test_a_post_that_others_quote_is_no_claim_of_theirs() -> None:
    post = "The harbour bridge of Norholm will NEVER be closed to honest lorries full of gravel."
    texts = {
        "a": [POST[0], f"“{post}” the mayor, Ada Linde, wrote in a letter to all fishermen."],
        "b": [WIRE[0], "The mayor wrote to the fishermen on Friday.", post],
    }
    articles = {name: make_article(name, "Bridge open", text, day="2021-05-14", outlet=name) for name, text in texts.items()}
    found = compare(Event("a", ("a", "b")), [("a",), ("b",)], articles, ())
    assert post not in {one.sentence.text for one in found.agreed}


@pytest.mark.parametrize("opens", [False, True])
@pytest.mark.parametrize(("name", "told"), [("Ivar Tessel", True), ("Tessel", False)])
def test_who_is_named_by_the_last_name_alone_is_in_no_list(name: str, *, told: bool, opens: bool) -> None:
    bought = "bought ninety buckets of paint"
    paint = f"{name} {bought} for the harbour bridge in Sund." if opens else f"For the harbour bridge {name} {bought} in Sund."
    lines = [POST[0], "The bridge was painted by Ivar Tessel.", paint, *POST[1:]]
    articles = {
        "post": make_article("post", "Bridge open", lines, day="2021-05-14", outlet="post"),
        "wire": ARTICLES["wire"],
    }
    found = compare(Event("post", ("post", "wire")), [("post",), ("wire",)], articles, ())
    assert (paint in {one.text for one in found.single}) == told


def test_copies_are_one_voice_and_agree_with_nobody() -> None:
    assert not compared(voices=(("post", "wire"), ("later",))).agreed


def test_what_the_summary_says_is_not_said_again() -> None:
    said = compared().agreed[0].sentence
    shown = {one.text for one in compared((said,)).sentences}
    assert said.text not in shown
    assert WIRE[1] not in shown


def test_what_only_one_report_says_is_concrete_and_stands_alone() -> None:
    only = [one.text for one in compared().single]
    assert WIRE[2] in only
    assert WIRE[3] not in only
    assert POST[0] not in only


def test_the_timeline_resolves_what_is_certain_and_says_from_what() -> None:
    told = [(moment.when, moment.said) for moment in compared().timeline]
    assert told == sorted(told)
    assert ("2016-10-12", "") in told
    assert ("2021-03", "in March") in told


NESTS = "Biologists moved two gulls with their eggs to a lighthouse on Sunday."


def dated(*texts: str) -> list[tuple[str, str]]:
    """Give the timeline of reports of 14, 15... May 2021, of one sentence each and the same title."""
    articles = {
        f"a{i}": make_article(f"a{i}", "Bridge of Norholm open", [text], day=f"2021-05-{14 + i}", outlet=f"o{i}")
        for i, text in enumerate(texts)
    }
    found = compare(Event("a0", tuple(articles)), [(name,) for name in articles], articles, ())
    return [(moment.when, moment.sentence.text) for moment in found.timeline]


def test_the_day_since_which_something_was_so_is_no_day_of_the_timeline() -> None:
    since = "Lorries full of gravel have lost their brakes five times since March, a company said."
    assert dated(POST[0], since, NESTS, LATER[1]) == [("2021-05-14", POST[0]), ("2021-05-16", NESTS)]


def test_a_line_that_has_nothing_of_any_headline_opens_no_day() -> None:
    songs = "Readers said which songs mothers sing to their hamsters before supper."
    assert dated(POST[0], songs, NESTS, LATER[1]) == [("2021-05-14", POST[0]), ("2021-05-16", NESTS)]


@pytest.mark.parametrize(("day", "told"), [("Friday", False), ("Thursday", True)])
def test_a_report_of_yesterdays_news_stands_at_no_day_of_its_own(day: str, *, told: bool) -> None:
    opening = "The mayor has led forty lorries full of gravel and three brass bands over the new bridge."
    texts = {
        "a": [opening, f"Fishermen blew their horns in thick fog on {day}.", *POST[1:3]],
        "b": [
            "On 14 May 2021 a bridge across the harbour of Norholm was opened.",
            "The old bridge fell into the sound on 12 October 2016.",
        ],
    }
    articles = {name: make_article(name, "Bridge open", text, day="2021-05-15", outlet=name) for name, text in texts.items()}
    found = compare(Event("a", ("a", "b")), [("a",), ("b",)], articles, ())
    assert (("2021-05-15", opening) in [(one.when, one.sentence.text) for one in found.timeline]) == told


@pytest.mark.parametrize(
    "text",
    [
        "The official drove across the harbour bridge in a Portuguese tram with seven tubas.",
        "Friday when he drove across the harbour bridge in a Portuguese tram with seven tubas.",
        "The candidate drove across the harbour bridge in a Portuguese tram with seven tubas.",
        "At the end of his speech, fishermen drove across the harbour bridge in a Portuguese tram.",
        "The mayor Ada Linde drove across the harbour bridge of Norholm, for example, in a Portuguese tram.",
        "The mayor Ada Linde drove across the harbour bridge under this arrangement in a Portuguese tram.",
        "The harbour bridge was crossed by Mr. Tessel in a Portuguese tram with seven tubas.",
        "In the older one, Ada Linde drove across the harbour bridge of Norholm in a Portuguese tram.",
        "Hide Caption 12 of 35 Photos: Ada Linde drives across the harbour bridge in a Portuguese tram.",
    ],
)
def test_what_leans_on_the_text_before_is_not_told_as_one_reports_own(text: str) -> None:
    articles = {
        "post": make_article("post", "Bridge open", [POST[0], text, *POST[1:]], day="2021-05-14", outlet="post"),
        "wire": ARTICLES["wire"],
    }
    found = compare(Event("post", ("post", "wire")), [("post",), ("wire",)], articles, ())
    assert text not in {one.text for one in found.single}
    assert POST[2] in {one.text for one in found.single}


def test_what_the_newest_day_added_is_told_where_the_event_was_there_before() -> None:
    added = [one.text for one in compared().since]
    assert added
    assert set(added) <= set(LATER)
    alone = {"later": ARTICLES["later"]}
    assert compare(Event("later", ("later",)), (("later",),), alone, ()) == Comparison()


@settings(max_examples=30)
@given(st.lists(st.lists(st.sampled_from([*POST, *WIRE, *LATER]), min_size=1, max_size=6), min_size=2, max_size=4))
def test_every_sentence_is_verbatim_and_shown_once_whatever_the_reports_hold(texts: list[list[str]]) -> None:
    articles = {
        f"a{i}": make_article(f"a{i}", "News from Norholm", text, day=f"2021-05-{14 + i}", outlet=f"o{i}")
        for i, text in enumerate(texts)
    }
    found = compare(Event("a0", tuple(articles)), [(name,) for name in articles], articles, ())
    for sentence in found.sentences:
        for citation in sentence.citations:
            assert 0 <= citation.start < citation.end <= len(articles[citation.article].text)
        first = sentence.citations[0]
        assert articles[first.article].text[first.start : first.end].endswith(sentence.text)
    differ = {side.sentence.text for one in found.differing for side in one.sides}
    rest = [one.text for one in found.sentences if one.text not in differ]
    assert len(rest) == len(set(rest))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell on 22 September 2016.", ["2016-09-22"]),
        ("The bridge fell on September 22, 2016.", ["2016-09-22"]),
        ("The bridge was closed on Friday.", ["2021-05-14"]),
        ("The bridge will open on Friday.", []),
        ("The bridge was closed last July.", ["2020-07"]),
        ("The bridge was closed in March.", ["2021-03"]),
        ("The bridge was closed in June.", ["2020-06"]),
        ("The bridge fell in July 2018.", ["2018-07"]),
        ("The bridge closed on December 1.", ["2020-12-01"]),
        ("The bridge is due to open on 1 June.", ["2021-06-01"]),
        ("The bridge is due to open on 1 January.", ["2021-01-01"]),
        ("The bridge closed on 1 May of that year.", []),
        ("The mayor said “it fell on 22 September 2016” and left.", []),
        ("Black Friday was quiet in the shops that we asked.", []),
        ("Every Friday was quiet in the shops that we asked.", []),
        ("The bridge fell on 31 June 2016.", []),
        ("The bridge was closed on Sunday.", []),  # the day after the article's: one of the two is wrong
        ("The bridge was closed on Monday.", ["2021-05-10"]),
        ("The bridge closed on 18 May.", []),
    ],
)
def test_a_day_is_resolved_against_the_articles_day_or_not_at_all(text: str, expected: list[str]) -> None:
    assert [one.iso for one in mentions(text, date(2021, 5, 15), "en")] == expected


def test_a_day_ahead_may_be_of_next_year() -> None:
    winter = date(2021, 11, 12)
    assert [one.iso for one in mentions("The bridge is due to open on 31 January.", winter, "en")] == ["2022-01-31"]
    assert [one.iso for one in mentions("The bridge fell on 31 January.", winter, "en")] == ["2021-01-31"]
    assert not mentions("The bridge fell and is due to open on 31 January.", winter, "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost about $40.5 million.", [(40.5e6, "$")]),
        ("It cost 40 million dollars.", [(40e6, "$")]),
        ("It lasted an hour and a half.", [(90, "minutes")]),
        ("It lasted two and a half hours.", [(150, "minutes")]),
        ("It lasted half an hour.", [(30, "minutes")]),
        ("It was an 80-minute talk.", [(80, "minutes")]),
        ("It rose by 1.8C.", [(1.8, "C")]),
        ("A dozen eggs; a dozen eggs.", [(12, "egg"), (12, "egg")]),
        ("On 28 June 2019 at 2 pm, 225-184, G20.", []),
        ("The 8-year-old swam three days ago.", []),
        ("In the 2016 case nobody was hurt.", []),
    ],
)
def test_quantities_come_in_comparable_units(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(one.value, one.unit) for one in quantities(text, "en")] == expected
