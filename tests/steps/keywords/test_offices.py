"""Offices, alone and with whoever holds them."""

from __future__ import annotations

import pytest

from digest.steps.keywords.offices import find_offices
from digest.text.words import stem, words


def key(text: str) -> tuple[str, ...]:
    return tuple(stem(word, "en") for word in words(text))


EDDA = key("Edda Lindqvist")


def found(*texts: str) -> dict[str, tuple[tuple[str, ...], bool]]:
    offices = find_offices(texts, {EDDA}, {key("Lindqvist"): EDDA}, "en")
    return {held.form: (held.holder, held.whole) for held in offices.values()}


@pytest.mark.parametrize(
    ("text", "form", "whole"),
    [
        ("Then President Lindqvist spoke.", "President Lindqvist", False),
        ("Norvian President Edda Lindqvist’s boat", "Norvian President Edda Lindqvist", True),
        ("On Monday Tofte Ferries CEO Edda Lindqvist spoke", "Tofte Ferries CEO Edda Lindqvist", True),
        ("with former opposition leader Lindqvist", "former opposition leader Lindqvist", False),
        ("Deputy Attorney General Edda Lindqvist, who", "Deputy Attorney General Edda Lindqvist", True),
        ("the special counsel Edda Lindqvist said", "special counsel Edda Lindqvist", True),
        ("Sen. Edda Lindqvist (Tofte)", "Sen. Edda Lindqvist", True),
        ("The New Tofte Mayor Edda Lindqvist", "New Tofte Mayor Edda Lindqvist", True),
        ("South Norvia Gov. Edda Lindqvist spoke", "South Norvia Gov. Edda Lindqvist", True),
        ("House Speaker Edda Lindqvist.", "House Speaker Edda Lindqvist", True),
    ],
)
def test_an_office_is_whole_and_stands_before_its_holder(text: str, form: str, whole: bool) -> None:
    assert found(text)[form] == (EDDA, whole)


def test_an_office_without_what_mostly_stands_before_it_is_none() -> None:
    """A "Council Chairman" is what is left of several names; a country is left out where others leave it out."""
    cut = found("Ferry Council Chairman Edda Lindqvist", "Fish Council Chairman Edda Lindqvist")
    assert "Chairman Edda Lindqvist" not in cut
    assert "Council Chairman Edda Lindqvist" not in cut
    assert "President Lindqvist" in found("President Lindqvist spoke.", "Norvian President Lindqvist", "when President Lindqvist")


@pytest.mark.parametrize(
    "text", ["President Olof Brandt spoke.", "The president, Lindqvist,", "Mrs Lindqvist", "President Linda"]
)
def test_who_is_no_candidate_has_no_office(text: str) -> None:
    assert not found(text)


def test_an_office_alone_is_written_as_inside_a_sentence() -> None:
    assert set(found("Attorney General", "The FBI director and the Secretary of State met the judge.")) == {
        "attorney general",
        "FBI director",
        "secretary of state",
    }
