"""What the summary of an event adds to the candidates of its reports."""

from __future__ import annotations

import pytest

from digest.model import Keyword
from digest.steps.keywords import merge_keywords
from digest.steps.keywords.candidates import describe_candidates
from digest.steps.keywords.summed import find_summed
from digest.steps.keywords.told import Text
from tests.support import make_article

REPORT = [
    "The council of Tofte ended the strike on Friday, after trade talks and a trade fair that nobody visited.",
    "Harbour News wrote that the ferry licence was sold, and the ferry licence holder suspends the crossing.",
    "Millions were paid. The zoning of the quay follows in May, the paper says, and trade goes on.",
]
TEXT = make_article("post", "Strike ends in Tofte", REPORT)


def summed(*sentences: str) -> set[str]:
    return set(find_summed(sentences, "en", [[Text(TEXT)]], [TEXT.text]).values())


def test_a_noun_of_the_summary_is_one() -> None:
    assert "zoning" in summed("The zoning of the quay follows in May.")


def test_a_noun_that_reports_have_in_more_than_one_phrase_is_one_and_a_part_of_one_phrase_is_none() -> None:
    assert "trade" in summed("The strike ended after trade talks.")
    assert summed("Someone sold the ferry licence.") == {"ferry licence"}


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("news", "The news was bad."),  # only in "Harbour News"
        ("suspends", "The holder suspends the crossing."),
        ("millions", "Somebody paid millions."),
        ("tofte", "The strike ended in Tofte."),
        ("quarrel", "The quarrel ended."),  # no report says so
    ],
)
def test_no_piece_of_a_name_no_verb_no_number_and_nothing_that_no_report_says(word: str, sentence: str) -> None:
    assert word not in summed(sentence)


def test_no_summary_adds_nothing() -> None:
    assert summed() == set()


def test_the_summary_brings_a_word_into_an_event_and_its_headline_does_not() -> None:
    other = make_article("wire", "Tofte council ends strike", ["The council of Tofte ended the strike on Friday."])
    reports = {"post": TEXT, "wire": other}
    listed = dict.fromkeys(reports, (Keyword("strike", 1.0), Keyword("council", 0.9)))

    def texts(summary: list[str]) -> set[str]:
        return {keyword.text for keyword in merge_keywords([["post"], ["wire"]], reports, listed, 10, summary)}

    sentence = "The zoning of the quay follows in May."
    assert "zoning" not in texts([sentence])
    assert "zoning" in texts(["Strike ends in Tofte", sentence])


def test_of_two_words_that_are_one_thing_the_summary_adds_no_half() -> None:
    said = "The mass shooting and the vigil shocked Tofte."
    body = [said, "A mass shooting is rare there.", "After the shooting a mass was read, and a vigil began."]
    reports = {"post": make_article("post", "Shooting in Tofte", body), "wire": make_article("wire", "Shooting", body)}
    listed = dict.fromkeys(reports, (Keyword("mass shooting", 1.0), Keyword("shooting", 0.9)))
    texts = [[Text(report)] for report in reports.values()]
    found = describe_candidates([["post"], ["wire"]], reports, listed, texts, ["Shooting in Tofte", said])
    assert ("mass",) not in found
    assert {("mass", "shoot"), ("shoot",), ("vigil",)} <= set(found)
