"""What an index lists: names, phrases that classify, and subjects; never a turn of phrase."""

from __future__ import annotations

import pytest

from digest.model import Article, Keyword
from digest.steps.keywords import choose_keywords, find_candidates, merge_keywords, propose
from digest.steps.keywords.heading import may_head
from digest.steps.keywords.phrases import is_graded
from tests.support import make_article

REPORTS = [
    make_article(
        "post",
        "Edda Lindqvist cuts ferry subsidies",
        [
            "Edda Lindqvist cut the ferry subsidies on Monday. They had a smaller margin than the smaller margin of 2019.",
            "The ferry subsidies were paid since 1990.",
            "Edda Lindqvist spoke with a smile. Her smile was noted. The ferry subsidies cost nine million, and subsidies grow.",
            "Rolf Brandvold of the Norholm Sailing Federation was not asked about subsidies.",
        ],
        outlet="harbour-post",
    ),
    make_article(
        "wire",
        "Subsidies for the ferry end, and Lindqvist smiles",
        [
            "The ferry subsidies end, said Edda Lindqvist with a smile. A smaller margin was the reason.",
            "Subsidies for the ferry began in 1990. Edda Lindqvist called ferry subsidies a smaller margin. Subsidies are rare.",
        ],
        outlet="coast-wire",
    ),
]


def headings(reports: list[Article]) -> tuple[set[str], set[str]]:
    found = {one.id: find_candidates(one, propose(one.title, list(one.told), one.language)) for one in reports}
    merged = merge_keywords([[one.id] for one in reports], {one.id: one for one in reports}, found, 20)
    return {one.text for one in merged if one.heading}, {one.text for one in merged if not one.heading}


def test_an_event_lists_what_its_reports_carry() -> None:
    listed, others = headings(REPORTS)
    assert {"Edda Lindqvist", "ferry subsidies"} <= listed
    assert "smile" not in listed | others
    assert "Norholm Sailing Federation" not in listed, "one report names it once"


@pytest.mark.parametrize(
    "form",
    [
        "Edda Lindqvist",
        "Senate",
        "NATO",
        "election",
        "tariffs",
        "refinery fire",
        "ferry subsidies",
        "federal judge",
        "military base",
    ],
)
def test_names_subjects_and_phrases_that_classify_may_be_listed(form: str) -> None:
    assert may_head(form, "en")


@pytest.mark.parametrize(
    "form",
    [
        *("smile", "customers", "abolishes", "record"),  # no subject; "customs" is one
        *("Group", "Federal", "Office", "Sens", "R-KY", "Norholm-based", "NOT"),  # parts of names, and none
        *("smaller margin", "largest ferries", "funding problem", "separate group", "READ MORE Edda"),
        *("Edda LindqvistFerry", "northern Harbour"),
    ],
)
def test_parts_of_names_and_turns_of_phrase_may_not(form: str) -> None:
    assert not may_head(form, "en")


def test_a_comparative_is_told_from_words_that_end_alike() -> None:
    assert all(is_graded(word, "en") for word in ("smaller", "largest", "heavier", "biggest", "later"))
    assert not any(is_graded(word, "en") for word in ("former", "upper", "other", "forest", "west", "ferry", "water"))


def test_a_capital_that_is_no_name_is_not_listed() -> None:
    """The word "Relief" is written small elsewhere, and "Tofte" mostly stands before another capital."""
    text = ["Relief came late to Tofte Island. Relief is what Tofte Island wanted, and relief it was. Relief for Tofte Island!"]
    listed, _ = headings([make_article("relief", "Relief for Tofte Island", text)])
    assert "Relief" not in listed
    assert "Tofte" not in listed
    assert "Tofte Island" in listed


def test_an_articles_keywords_say_what_could_be_listed() -> None:
    found = [("Tofte", True), ("amnesty", True), ("workers", False), ("smaller margin", False)]
    chosen = choose_keywords([Keyword(text, 1.0) for text, _ in found], "en", 10)
    assert [(one.text, one.heading) for one in chosen] == found, "a common subject needs an event that chooses it"


def test_a_language_without_a_list_of_subjects_has_its_rare_words() -> None:
    assert may_head("Hafenzoll", "de")
    assert not may_head("jahr", "de")
