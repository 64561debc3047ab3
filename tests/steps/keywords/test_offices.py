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
        ("Norvian President Edda Lindqvist’s boat", "President Edda Lindqvist", True),
        ("Deputy Attorney General Edda Lindqvist, who", "Deputy Attorney General Edda Lindqvist", True),
        ("the special counsel Edda Lindqvist said", "special counsel Edda Lindqvist", True),
        ("Sen. Edda Lindqvist (Tofte)", "Sen. Edda Lindqvist", True),
        ("House Speaker Edda Lindqvist.", "House Speaker Edda Lindqvist", True),
    ],
)
def test_an_office_is_whole_and_stands_before_its_holder(text: str, form: str, whole: bool) -> None:
    assert found(text)[form] == (EDDA, whole)


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
