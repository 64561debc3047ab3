"""What stands above a lead begins no summary and stands in none."""

from __future__ import annotations

import pytest

from digest.model import Event, SummaryEdit
from digest.steps.summarize.above import above
from digest.steps.summarize.material import gather
from tests.support import make_article

LEAD = "The council of Marl voted on Monday to close the old bridge after a barge struck its third pillar."
NEXT = "Ada Lund, who has led the council since the spring, said that the ferries would be free until then."


@pytest.mark.parametrize(
    "paragraph",
    [
        "Council in Marl at odds over a bridge that a barge has struck, and over who is to pay for it",
        "Mayor Lund on the old bridge in Marl, which a barge has struck. (Source: Marl Seven)",
        "A man protests the closing of the old bridge in front of the town hall of Marl, on Nov. 13.",
        "Captain Piet Maas holds a paper bridge in Marl on March 4, 2024 in Norway. Ferries are free since then.",
    ],
)
def test_headlines_and_captions_are_above(paragraph: str) -> None:
    assert above(make_article("a", "Title", [paragraph, LEAD, NEXT])) == {0}


def test_what_stands_above_the_dateline_is_above() -> None:
    assert above(
        make_article("a", "Title", ["The council is to close the old bridge of Marl.", f"MARL, Norway — {LEAD}", NEXT])
    ) == {0}
    assert not above(make_article("a", "Title", [f"MARL, Norway — {LEAD}", f"OSLO — {NEXT}"]))
    assert not above(make_article("a", "Title", ["Bridges were closed in two towns.", f"MARL — {LEAD}", f"OSLO — {NEXT}"]))
    assert not above(make_article("a", "Title", ["UPDATE: The old bridge is open again.", f"MARL, Norway — {LEAD}", NEXT]))


def test_what_the_next_paragraph_tells_again_with_its_day_is_above() -> None:
    caption = "N. Marl ready to talk to Oslo ‘at any hour of any day’ The words came in response to a letter of the council."
    lead = "North Marl said Friday that it was ready to talk to Oslo “at any hour of any day” after the council's letter."
    assert above(make_article("a", "Title", [caption, lead, NEXT])) == {0}
    standfirst = "Mayor Ada Lund closes the old bridge of Marl, which a barge struck."
    lead = "Mayor Ada Lund closed the old bridge of Marl on Monday after a barge had struck its third pillar."
    assert above(make_article("a", "Title", [standfirst, lead, NEXT])) == {0}


@pytest.mark.parametrize(
    ("paragraph", "below"),
    [
        (LEAD, NEXT),
        ("The council of Marl has closed the old bridge.", "The bridge was struck on Monday by a barge of the council of Marl."),
        (
            "Ada Lund, the mayor of Marl, has closed the old bridge.",
            "“We close the old bridge of Marl,” Lund told the paper on Monday, “and the ferries of Marl are free of charge.”",
        ),
        (LEAD, "Ada Lund of the council of Marl closed the old bridge on Monday after a barge had struck the third pillar"),
        ("The barge of Marl leaves the port at noon, the captain said.", LEAD),
    ],
)
def test_a_lead_is_not_above_what_follows_from_it(paragraph: str, below: str) -> None:
    assert not above(make_article("a", "Title", [paragraph, below]))


def test_several_paragraphs_may_be_above_and_headings_do_not_count() -> None:
    paragraphs = ["Council of Marl at odds over a bridge", "# Bridge", "Piet Maas for Marl Seven", LEAD, NEXT]
    assert above(make_article("a", "Title", paragraphs)) == {0, 2}
    assert not above(make_article("a", "Title", [LEAD, "Piet Maas for Marl Seven", NEXT]))
    assert not above(make_article("a", "Titel", ["Rat von Marl uneins", LEAD, NEXT], language="de"))


def test_its_sentences_do_not_stand_and_the_lead_is_the_first() -> None:
    caption = "Captain Piet Maas holds a paper bridge in Marl on March 4, 2024 in Norway. The ferries are free since then."
    article = make_article("a", "Title", [caption, LEAD])
    lines = gather(Event("a", ("a",)), [("a",)], {"a": article}, SummaryEdit())
    assert [line.fit for line in lines] == [False, False, True]
    assert lines[-1].place == 0
