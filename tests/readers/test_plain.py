"""Plain text: which lines belong together."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import ReaderError
from digest.model import Kind, Source
from digest.readers import plain, read

PROSE = (
    "The old bridge over the Alder reopened on Monday, eleven months after a barge hit its third pillar. "
    "The city paid nine million for the repair and has gone to court against the owner of the barge, who has left the country."
)


def test_a_line_is_a_paragraph_and_knows_its_place() -> None:
    raw = plain.read("First of all.\n\nA second.\nA third.\n", 5)
    assert [(block.text, block.line) for block in raw.blocks] == [("First of all.", 5), ("A second.", 7), ("A third.", 8)]
    assert raw.title is None


@given(st.integers(55, 90))
def test_a_wrapped_paragraph_is_one_at_any_usual_width(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(text, width, break_on_hyphens=False) for text in (PROSE, PROSE))
    raw = plain.read(f"Bridge Reopens\n\n{wrapped}\n", 1)
    assert [block.text for block in raw.blocks] == ["Bridge Reopens", PROSE, PROSE]


def test_short_paragraphs_that_are_sentences_stay_apart() -> None:
    lines = [
        "The old bridge over the Alder reopened on Monday after many months.",
        "The city paid nine million for the repair of the third pillar alone.",
        "The owner of the barge has not paid a cent, the mayor said on Monday.",
        "A court will hear the case in spring, and the city hopes to be paid.",
    ]
    assert [block.text for block in plain.read("\n".join(lines), 1).blocks] == lines


def test_a_title_right_above_wrapped_text_stays_apart() -> None:
    raw = plain.read("Bridge Reopens\n" + textwrap.fill(PROSE, 72), 1)
    assert [block.text for block in raw.blocks] == ["Bridge Reopens", PROSE]


def test_headlines_in_a_row_are_no_wrapped_text() -> None:
    lines = [
        "A day in Tarn",
        "Harbour Council Backs the Night Boats",
        "Wine Growers of the Valley Expect a Record",
        "Image caption: The quay on Monday morning",
        "Nobody knew on Sunday when the pass would open again.",
    ]
    assert [block.text for block in plain.read("\n".join(lines), 1).blocks] == lines


def test_a_wrapped_wire_in_capitals_is_one_paragraph() -> None:
    raw = plain.read(textwrap.fill(PROSE, 72).upper(), 1)
    assert [block.text for block in raw.blocks] == [PROSE.upper()]


def test_bullets_in_a_row_are_items_and_a_lone_dash_is_prose() -> None:
    raw = plain.read("Three things:\n- one\n- two\n\n— a dash that opens a sentence", 1)
    assert [(block.kind, block.text) for block in raw.blocks] == [
        (Kind.PARAGRAPH, "Three things:"),
        (Kind.ITEM, "one"),
        (Kind.ITEM, "two"),
        (Kind.PARAGRAPH, "— a dash that opens a sentence"),
    ]


@given(st.text(max_size=400))
def test_no_letter_is_lost_and_every_block_is_one_line(text: str) -> None:
    blocks = plain.read(text, 1).blocks
    assert [c for block in blocks for c in block.text if c.isalnum()] == [c for c in text if c.isalnum()]
    assert all(block.text == " ".join(block.text.split()) != "" for block in blocks)


def test_a_wrapped_text_right_below_its_title_byline_and_date_is_one_paragraph() -> None:
    text = (
        "Judge frees the thief\nBy Tom Reyes\nApril 9, 2020\n"
        "A judge in Riverton let a man go home on Wednesday who had taken three\n"
        "hundred garden gnomes in one night, because nobody could say which was\n"
        "whose. The owners may come and choose one each on Saturday, the court\n"
        "said in a note on its door.\n"
    )
    blocks = plain.read(text, 1).blocks
    assert [block.line for block in blocks] == [1, 2, 3, 4]
    assert blocks[-1].text.endswith("said in a note on its door.")


PRINTED = """Bridge Reopens

The old bridge near Alder has op-
ened on Monday, eleven months
after a barge hit its third pil-
lar, and some twenty-three engi-
neers came here to see the long-
term works begin at six.
"""


def test_words_that_a_printed_column_divides_come_together() -> None:
    assert [block.text for block in plain.read(PRINTED, 1).blocks] == [
        "Bridge Reopens",
        "The old bridge near Alder has opened on Monday, eleven months after a barge hit its third pillar, and some"
        " twenty-three engineers came here to see the long-term works begin at six.",
    ]


def test_words_keep_a_hyphen_of_their_own_where_no_word_is_divided() -> None:
    wrapped = textwrap.fill("The state-authorised re-sign of the well-known long-term works was " * 6, 64, break_on_hyphens=True)
    assert plain.read(wrapped, 1).blocks[0].text == " ".join(
        "The state-authorised re-sign of the well-known long-term works was".split() * 6
    )


def test_short_lines_that_divide_no_word_stay_apart() -> None:
    poem = "The bridge is open now\nand all the boats go by\nand nobody asks how\nand nobody asks why"
    assert len(plain.read(poem, 1).blocks) == 4


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{\\rtf1\\ansi Bridge}", "an RTF file"),
        ("\n<!doctype html>\n<p>Bridge</p>", "the ending .html"),
        ("<html lang=en><p>Bridge</p></html>", "the ending .html"),
    ],
)
def test_a_file_of_another_kind_says_what_it_is(text: str, named: str) -> None:
    with pytest.raises(ReaderError, match=named):
        read(Source("a", "content/articles/a.txt", text))


def test_a_text_about_pages_is_a_text() -> None:
    (raw,) = read(Source("a", "content/articles/a.txt", "<html> is how a page begins."))
    assert [block.text for block in raw.blocks] == ["<html> is how a page begins."]
