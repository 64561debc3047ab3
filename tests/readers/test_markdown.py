"""Markdown: blocks, and what a reader sees of the marks inside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Kind
from digest.readers import markdown


def shown(text: str) -> list[str]:
    return [block.text for block in markdown.read(text, 1).blocks]


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("**bold**, *it* and ***both***", "bold, it and both"),
        ("__bold__ and _it_, not snake_case_word", "bold and it, not snake_case_word"),
        ("5 * 3 * 2 is 30", "5 * 3 * 2 is 30"),
        ('a [link](https://example.org/a_(b) "title") here', "a link here"),
        ("a [link][ref] and [ref]\n\n[ref]: https://example.org", "a link and ref"),
        ("[not a link] and [1]", "[not a link] and [1]"),
        ("an ![image of it](a.png) here", "an image of it here"),
        ("see <https://example.org> or <a@example.org>", "see https://example.org or a@example.org"),
        ("`*code*` stays", "*code* stays"),
        (r"\*not\* it \# too", "*not* it # too"),
        ("fish &amp; chips &lt;3", "fish & chips <3"),
        ("a <b>tag</b> is text", "a <b>tag</b> is text"),
        ("~~gone~~ here", "gone here"),
        ("one\ntwo  \nthree", "one two three"),
        ("2019. It was a year.", "2019. It was a year."),
    ],
)
def test_inline_marks_go_and_their_text_stays(source: str, seen: str) -> None:
    assert shown(source) == [seen]


def test_a_day_with_a_full_stop_and_a_year_open_no_list() -> None:
    """German writes "4. Mai 2021"; as the item of a list it would lose its day, and "1984." its year."""
    blocks = markdown.read("4. Mai 2021\n\n1984. A year to forget.\n\n4. The fourth point\n", 1).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        (Kind.PARAGRAPH, "4. Mai 2021"),
        (Kind.PARAGRAPH, "1984. A year to forget."),
        (Kind.ITEM, "The fourth point"),
    ]


def test_blocks_keep_their_kind_level_and_line() -> None:
    text = "# Title\n\nText\nof two lines.\n\n### Part\n- one\n- two\n  goes on\n\n> said\n> twice\n\nUnder\n-----\n\n1. first\n"
    blocks = markdown.read(text, 3).blocks
    assert [(block.kind, block.text, block.line, block.level) for block in blocks] == [
        (Kind.HEADING, "Title", 3, 2),
        (Kind.PARAGRAPH, "Text of two lines.", 5, 2),
        (Kind.HEADING, "Part", 8, 3),
        (Kind.ITEM, "one", 9, 2),
        (Kind.ITEM, "two goes on", 10, 2),
        (Kind.QUOTE, "said twice", 13, 2),
        (Kind.HEADING, "Under", 16, 2),
        (Kind.ITEM, "first", 19, 2),
    ]


def test_the_first_heading_of_level_one_is_the_title() -> None:
    title = markdown.read("## Kicker\n\n# The *title*\n\nText.\n\n# Another", 1).title
    assert title is not None
    assert (title.value, title.origin) == ("The title", "line 3")
    assert markdown.read("## Only a part\n\nText.", 1).title is None


def test_a_fenced_block_is_text_word_for_word() -> None:
    assert shown("```\n# no *heading*\n- no item\n```\nafter") == ["# no *heading*", "- no item", "after"]


def test_a_comment_by_itself_is_left_out_and_places_stay_right() -> None:
    blocks = markdown.read("one\n\n<!-- a\nnote -->\n\ntwo", 1).blocks
    assert [(block.text, block.line) for block in blocks] == [("one", 1), ("two", 6)]


def test_an_image_on_a_line_of_its_own_is_set_aside_with_the_caption_below_it() -> None:
    text = 'One.\n\n![The mill](mill.jpg "Mill")\n*The mill at dusk*\n\nTwo.\n\n[![A sail][s]](sail.jpg)\n\n3\n![of 4](a.png).'
    raw = markdown.read(text, 1)
    assert [block.text for block in raw.blocks] == ["One.", "Two.", "3 of 4."]
    assert raw.aside == ("The mill", "The mill at dusk", "A sail")


def test_emphasis_without_an_image_above_it_is_text() -> None:
    raw = markdown.read("![A mill](mill.jpg)\n\nText.\n\n*The mill at dusk*", 1)
    assert ([block.text for block in raw.blocks], raw.aside) == (["Text.", "The mill at dusk"], ("A mill",))


def test_a_hard_break_parts_lines_but_no_sentence() -> None:
    assert shown("**Published: 9 May 2022**  \n**Author: Mina Hall**") == ["Published: 9 May 2022", "Author: Mina Hall"]
    assert shown("The crane came down  \non Thursday.") == ["The crane came down on Thursday."]


def test_a_table_is_a_paragraph_a_row() -> None:
    assert shown("| a | b |\n|---|:-:|\n| c | d |") == ["a | b", "c | d"]


@given(st.text(alphabet="ab *_`[]()<>!#>-+1.|~\\\n\t=&;:", max_size=120))
def test_any_text_is_survived_and_every_block_is_one_line(text: str) -> None:
    for block in markdown.read(text, 1).blocks:
        assert block.text == " ".join(block.text.split()) != ""
        assert 2 <= block.level <= 6
