"""How a phrase stands in the sentences of reports."""

from __future__ import annotations

import pytest

from digest.steps.keywords.names import key_of
from digest.steps.keywords.stands import describe_standing, describe_writing
from digest.steps.keywords.told import Text
from tests.support import make_article

REPORT = [
    "Tofte.",
    "The harbour council of Tofte rejected a ferry tax on Friday.",
    "U.S. officials left. The council said “a ferry tax is wrong”. Boats came from the U.S. Officials waited; a tax followed.",
]


def standing(phrase: str, *voices: list[list[str]]) -> dict[str, float]:
    told = [[Text(make_article("post", "Council votes", report)) for report in voice] for voice in voices or ([REPORT],)]
    return describe_standing(key_of(phrase, "en"), [[(text.stands, text.places) for text in voice] for voice in told])


@pytest.mark.parametrize(
    ("phrase", "feature", "share"),
    [
        ("U.S.", "before a noun", 0.5),
        ("harbour", "before a noun", 1),
        ("ferry tax", "before a noun", 0),
        ("council", "before a verb", 0.5),
        ("ferry tax", "in quotation marks", 0.5),
        ("council", "in quotation marks", 0),
        ("ferry tax", "in first sentences", 1),
        ("boats", "in first sentences", 0),
        ("council", "before their verbs", 1),
        ("ferry tax", "before their verbs", 0),
    ],
)
def test_what_stands_after_a_phrase_and_where_it_stands_is_told(phrase: str, feature: str, share: float) -> None:
    assert standing(phrase)[feature] == share


def test_a_phrase_that_no_report_has_stands_nowhere() -> None:
    assert not any(standing("ice cream").values())


def test_copies_within_a_voice_count_once() -> None:
    other = ["The mayor of Tofte opened a new bridge on Friday."]
    assert standing("council", [REPORT, REPORT], [other])["in first sentences"] == 0.5


@pytest.mark.parametrize(("form", "stops", "capitals"), [("U.S.", 1, 0), ("FBI", 0, 1), ("Tofte", 0, 0), ("ferry tax", 0, 0)])
def test_an_abbreviation_is_one_with_full_stops_or_without(form: str, stops: int, capitals: int) -> None:
    assert describe_writing(form) == {"full stops": stops, "all capitals": capitals}
