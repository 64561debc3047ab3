"""What colours, announces or is broken gives way to what tells."""

from __future__ import annotations

import pytest

from digest.steps.summarize.doubt import COLOURED, EMPTY, SPOKEN, colour_of
from digest.steps.summarize.report import reported
from tests.steps.summarize.test_doubt import line_of


@pytest.mark.parametrize(
    ("sentence", "colour"),
    [
        ("The council of Marl closed the old bridge over the Senn on Monday.", 0),
        ("Ada Lund said the council had a lot to tell in an ugly speech.", COLOURED),
        ("Ada Lund called it “an ugly bridge” on Monday.", 0),
        ("The next time the council praises its bridge, think of the cables.", COLOURED),
        ("Seated at the head of her table, Ada Lund was sure: the bridge of Marl must go.", COLOURED),
        ("So far the council has closed two bridges.", 0),
        ("The staff of Lund explained her decision in a statement on Sunday.", EMPTY),
        ("Ada Lund fired off a series of tweets on Monday after a report on the cables.", EMPTY),
        ("Ada Lund responded in a statement that the cables were new.", 0),
        ("Ada Lund issued a statement: the bridge stays shut.", 0),
        ("“The bridge is old,” Ada Lund told the council of Marl on Monday.", SPOKEN),
        ("A clip of the ferry shows how a woman approaches the mayor and his wife.", EMPTY),
    ],
)
def test_loaded_words_and_introductions_are_told(sentence: str, colour: float) -> None:
    assert colour_of(line_of(sentence)) == colour
    assert colour_of(line_of(sentence, language="de")) == 0


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("The council closed the the old bridge over the Senn on Monday.", False),
        ("The harbour was left out for its the bridge on Monday.", False),
        ("The council bans ships on T-4 here papers from Monday.", False),
        ("The council closed the in-town bridge over the Senn on Monday.", True),
        ("The council gave the A bridge to the town on Monday.", True),
        ("The council has told her that that bridge is shut.", True),
    ],
)
def test_a_broken_sentence_does_not_report(sentence: str, kept: bool) -> None:
    assert bool(reported([line_of(sentence)])) is kept
