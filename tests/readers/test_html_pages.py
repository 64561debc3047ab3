"""What is certainly no part of the article goes; what the article lost comes back."""

from __future__ import annotations

import textwrap

import pytest

from digest.model import Kind
from digest.readers import html

LINES = [
    f"The {word} of the harbour took most of a year, and the town has waited for it with little patience since the spring began."
    for word in "opening closing digging building painting naming lighting paving guarding paying".split()
]


def page(body: str) -> str:
    return f"<html><head><title>Harbour opens</title></head><body>{body}</body></html>"


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def read(body: str) -> list[str]:
    return [block.text for block in html.read(page(body), 1).blocks]


def test_articles_beside_the_pages_own_are_left_out() -> None:
    own = f"<article><h1>Harbour opens</h1>{paragraphs(LINES[:5])}</article>"
    others = "".join(
        f"<article class='post'><h2>Other {n}</h2>{paragraphs([line])}</article>" for n, line in enumerate(LINES[5:])
    )

    found = read(f"<div>{own}{others}</div>")

    assert set(LINES[:5]) <= set(found)
    assert not set(LINES[5:]) & set(found)


def test_an_explanation_that_shows_over_a_name_is_no_part_of_the_sentence() -> None:
    more = '<span class="rollover-people-block">Ana Lee resigns More on Lee</span>'
    name = f'<span class="rollover-people"><a href="/p">Ana Lee</a>{more}</span>'

    found = read(
        f"<article><p>The mayor, {name}, opened it on Friday before the whole town.</p>{paragraphs(LINES[:4])}</article>"
    )

    assert "The mayor, Ana Lee, opened it on Friday before the whole town." in found


def test_what_the_browser_hides_is_left_out_unless_it_is_the_page() -> None:
    hidden = "<template><p>A form to be filled in by a script.</p></template><p hidden>You have read your last article.</p>"
    folded = f"<p hidden=until-found>{LINES[3]}</p>"
    assert read(f"{paragraphs(LINES[:2])}{hidden}{paragraphs(LINES[2:3])}{folded}") == LINES[:4]
    assert read(f"<div hidden>{paragraphs(LINES[:3])}</div>") == LINES[:3]


def test_a_newsletter_box_is_left_out_and_a_newsletter_that_is_the_page_is_not() -> None:
    box = "<div class='Newsletter-box'><p>Our best stories, every morning, and nothing that you have read before.</p></div>"

    assert not any("best stories" in line for line in read(f"<article>{paragraphs(LINES[:4])}{box}</article>"))
    assert set(LINES) <= set(read(f"<div class='newsletter'><article>{paragraphs(LINES)}</article></div>"))


def test_a_message_that_the_article_quotes_is_part_of_it() -> None:
    message = "<p>What a long and happy day for all of us in town.</p>Ana Lee"
    tweet = f"<div class='social-media-embed'><blockquote class='twitter-tweet'>{message}</blockquote></div>"

    assert any("happy day" in line for line in read(f"<article>{paragraphs(LINES[:3])}{tweet}{paragraphs(LINES[3:6])}</article>"))


def test_an_article_that_is_cut_into_several_boxes_is_whole() -> None:
    boxes = "".join(f"<div class='body'>{paragraphs(LINES[at : at + 5])}</div><aside>An advertisement</aside>" for at in (0, 5))

    assert [line for line in read(f"<article><h1>Harbour opens</h1>{boxes}</article>") if line in LINES] == LINES


def test_comments_do_not_come_back_as_lost_text() -> None:
    comments = "".join(f"<div class='comment'>{paragraphs([line])}</div>" for line in LINES[5:])

    found = read(f"<main><div class='body'>{paragraphs(LINES[:5])}</div><section id='comments'>{comments}</section></main>")

    assert not set(LINES[5:]) & set(found)


def test_lines_that_are_links_and_a_tag_are_menus_and_an_address_is_text() -> None:
    menu = "<p><a href='/a'>Another story that you must read</a> [VIDEO]</p>"
    address = "<p>The report is here:<br><a href='https://post.example/report'>https://post.example/report</a></p>"

    found = read(f"<article>{paragraphs(LINES[:3])}{menu}{address}{paragraphs(LINES[3:6])}</article>")

    assert not any("must read" in line for line in found)
    assert "https://post.example/report" in found


def test_a_table_that_is_a_frame_keeps_its_paragraphs_apart() -> None:
    """Pages of the nineties lay an article into a cell, with two line breaks for a paragraph."""
    assert read(f"<h1>Harbour opens</h1><table><tr><td><b>Marl</b> - {'<br><br>'.join(LINES[:3])}</td></tr></table>") == [
        f"Marl - {LINES[0]}",
        *LINES[1:3],
    ]
    assert read(f"<table><tr><td>{paragraphs(LINES[:2])}</td></tr></table>{paragraphs(LINES[2:4])}") == LINES[:4]


def test_a_table_of_figures_has_a_line_a_row_also_where_a_cell_is_a_paragraph() -> None:
    table = "<table><tr><td><p>Seats</p></td><td><p>12</p></td></tr><tr><td>Votes</td><td>3,400</td></tr></table>"
    assert read(f"{paragraphs(LINES[:2])}{table}{paragraphs(LINES[2:4])}") == [
        *LINES[:2],
        "Seats | 12",
        "Votes | 3,400",
        *LINES[2:4],
    ]


def test_a_text_between_pre_tags_has_the_paragraphs_of_a_plain_text() -> None:
    wrapped = "\n\n".join(textwrap.fill(line, 72) for line in LINES[:3])
    found = html.read(page(f"<h1>Harbour opens</h1><pre>{wrapped}</pre>"), 1).blocks
    assert [(block.kind, block.text) for block in found if block.text != "Harbour opens"] == [
        (Kind.PARAGRAPH, line) for line in LINES[:3]
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"<p><b><i>Unclosed <table><tr><td>cell<p>{LINES[0]}</p><p>{LINES[1]}",
        page(f"{'<div>' * 300}<p>{LINES[0]}</p><p>{LINES[1]}</p>{'</div>' * 300}"),
    ],
)
def test_a_page_that_the_extraction_gives_up_is_read_as_a_browser_would(text: str) -> None:
    found = [block.text for block in html.read(text, 1).blocks]
    assert found[-2:] == LINES[:2]


def test_a_page_that_is_made_by_a_script_has_no_text() -> None:
    assert (
        read("<noscript>Please switch on JavaScript.</noscript><div id=app></div><ul><li>Menu</li></ul><script>go()</script>")
        == []
    )


def test_a_page_that_word_wrote_has_its_title_from_the_text_and_no_bullets_written_out() -> None:
    head = "<meta name=Generator content='Microsoft Word 15'><title>Minutes of the board</title>"
    bullet = "<span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>"
    body = f"<p class=MsoTitle><b>Harbour opens</b></p>{paragraphs(LINES[:3])}<p class=MsoListParagraph>{bullet}{LINES[3]}</p>"
    raw = html.read(f"<html><head>{head}</head><body>{body}</body></html>", 1)

    assert raw.title is not None
    assert raw.title.value == "Harbour opens"
    assert LINES[3] in [block.text for block in raw.blocks]


@pytest.mark.parametrize(
    "archive", ["https://web.archive.org/web/20200312081530", "https://archive.ph/20200312", "https://archive.today/2020"]
)
def test_the_address_of_a_page_from_an_archive_is_that_of_the_page(archive: str) -> None:
    page = f"<link rel=canonical href='{archive}/https://alder.example/bridge'>{paragraphs(LINES[:3])}"
    raw = html.read(page, 1)

    assert raw.url is not None
    assert raw.url.value == "https://alder.example/bridge"
