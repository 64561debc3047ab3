"""Saved pages: fields only from what the page says, text without the menus."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Kind, Raw
from digest.readers import SUFFIXES, html

BODY = """<article><h1>Bridge reopens</h1>
<p>The old bridge over the Alder reopened on Monday, eleven months after a barge hit its pillar and broke it.</p>
<h2>What next?</h2>
<p>The city wants the owner of the barge to pay for the repair, which <a href="/c">cost nine million</a>, and has gone to court.
This line is wrapped in the source.</p>
<ul><li>A new pillar for the bridge</li><li>An old <b>lawsuit</b></li></ul>
<blockquote><p>We are happy, the mayor said, and we hope that nobody runs into it again.</p></blockquote>
<p><a href="/x">The barge that would not stop</a></p></article>"""


def page(head: str = "", body: str = BODY, lang: str = "") -> Raw:
    return html.read(f"<!doctype html><html{lang and f' lang={lang}'}><head>{head}</head><body>{body}</body></html>", 1)


def test_headings_lists_and_quotations_are_kept_and_link_lists_dropped() -> None:
    blocks = page().blocks
    assert [(block.kind, block.text.split()[0]) for block in blocks] == [
        (Kind.HEADING, "Bridge"),
        (Kind.PARAGRAPH, "The"),
        (Kind.HEADING, "What"),
        (Kind.PARAGRAPH, "The"),
        (Kind.ITEM, "A"),
        (Kind.ITEM, "An"),
        (Kind.QUOTE, "We"),
    ]
    assert "which cost nine million, and has gone to court. This line" in blocks[3].text


@pytest.mark.parametrize(
    ("head", "date", "origin"),
    [
        (
            '<meta property="article:published_time" content="2020-03-12T08:30:00Z">',
            "2020-03-12T08:30:00Z",
            "the page's metadata",
        ),
        ('<meta name="DC.date.issued" content="2020-03-12">', "2020-03-12", "the page's metadata"),
        (
            '<script type="application/ld+json">[{"@type": ["NewsArticle"], "datePublished": "2020-03-12"}]</script>'
            '<meta name="date" content="2019-01-01">',
            "2020-03-12",
            "the page's JSON-LD",
        ),
    ],
)
def test_the_date_comes_from_what_the_page_declares(head: str, date: str, origin: str) -> None:
    found = page(head).date
    assert found is not None
    assert (found.value, found.origin) == (date, origin)


WRITTEN = '<time class="entry-date published updated" datetime="2020-03-12T08:30:00+01:00">12 March 2020</time>'


@pytest.mark.parametrize(
    ("times", "date"),
    [
        (WRITTEN, "2020-03-12T08:30:00+01:00"),
        (WRITTEN + '<time class="updated" datetime="2020-03-14">14 March</time>', "2020-03-12T08:30:00+01:00"),
        (WRITTEN + '<aside><time class="published" datetime="2020-03-14">14 March</time></aside>', ""),
        ('<time datetime="2020-03-12">the twelfth</time>', ""),
        ('<time class="published">12 March 2020</time>', ""),
    ],
)
def test_a_time_that_is_marked_as_that_of_publication_is_the_date_unless_several_days_are(times: str, date: str) -> None:
    found = page(body=f"<p>{times}</p>{BODY}").date
    assert (found.value if found else "") == date


def test_a_page_that_declares_nothing_gives_no_date_and_no_author() -> None:
    raw = page("<title>Bridge reopens</title>", BODY + "<p>Copyright 2020. Posted on 12 March 2020 by somebody.</p>")
    assert raw.date is None
    assert raw.authors == ()
    assert raw.title is not None
    assert raw.title.origin == "the page's title"


def test_outlet_address_and_language_are_read() -> None:
    raw = page(
        '<meta property="og:site_name" content="The Alder &amp; Post"><link rel="canonical" href="https://alder.example/b">',
        lang="en-GB",
    )
    assert raw.outlet is not None
    assert raw.url is not None
    assert raw.language is not None
    assert (raw.outlet.value, raw.url.value, raw.language.value) == ("The Alder & Post", "https://alder.example/b", "en-GB")


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ('{"name": "Nora Lind"}', ["Nora Lind"]),
        ('[{"name": "Nora Lind"}, {"name": ["Tom Reyes"]}]', ["Nora Lind", "Tom Reyes"]),
        ('"Nora Lind"', ["Nora Lind"]),
        ('"https://example.org/nora"', []),
        ("7", []),
    ],
)
def test_authors_are_read_however_they_are_wrapped(author: str, names: list[str]) -> None:
    raw = page(f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {author}}}</script>')
    assert [found.value for found in raw.authors] == names


def test_a_page_without_an_article_gives_its_paragraphs() -> None:
    assert [block.text for block in html.read("<p>Short.</p><p>Also <b>short</b>.</p><p><a href=x>Menu</a></p>", 1).blocks] == [
        "Short.",
        "Also short.",
    ]


def test_broken_json_and_empty_pages_are_survived() -> None:
    assert page('<script type="application/ld+json">{"@type": </script>').authors == ()
    assert html.read("", 1) == Raw(())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<ul><li>", "<br>", "text ", "<a href=x>", "</a>", "<table><tr><td>", "<blockquote>", "&amp;", "\n"]
        )
    )
)
def test_any_tags_are_survived_and_every_block_is_one_line(pieces: list[str]) -> None:
    for block in html.read(f"<html><body>{''.join(pieces)}</body></html>", 1).blocks:
        assert block.text == " ".join(block.text.split()) != ""


def test_the_readable_endings_are_these() -> None:
    assert sorted(SUFFIXES) == [".atom", ".eml", ".htm", ".html", ".json", ".md", ".rss", ".txt", ".xml"]
