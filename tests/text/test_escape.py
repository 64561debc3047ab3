"""Foreign text is shown to the character and never acts."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from digest.text.escape import clean, md_readable, md_text, safe_url

RICH = ["toc", "tables", "attr_list", "md_in_html", "admonition", "footnotes", "abbr", "def_list", "fenced_code"]
BASE = ["toc", "tables", "fenced_code"]

PLACES = {
    "paragraph": ("{}", {"p"}),
    "second paragraph": ("Before.\n\n{}\n\nAfter.", {"p"}),
    "heading": ("# {}", {"h1"}),
    "cell": ("| a | b |\n|---|---|\n| x | {} |", {"table", "thead", "tbody", "tr", "th", "td"}),
    "list item": ("* {}", {"ul", "li"}),
    "quote": ("> {}", {"blockquote", "p"}),
    "raw block": ('<section class="d-x">\n<p>{}</p>\n</section>', {"section", "p"}),
    "Markdown in a raw block": ('<div markdown="1">\n\n{}\n\n</div>', {"div", "p"}),
    "inline in raw HTML": ("<p>It is <q>{}</q> <b>now</b></p>", {"p", "q", "b"}),
    "admonition": ("!!! note\n    {}", {"div", "p"}),
}
"""Where foreign text may stand, and the only tags that may come of it."""

FRAGMENTS = [
    *(
        "*",
        "**",
        "_",
        "__",
        "`",
        "```",
        "~~~",
        "#",
        "# ",
        "- ",
        "+ ",
        "1. ",
        "2016. ",
        "> ",
        "| ",
        "|---|",
        "---",
        "===",
        "![",
        "](",
    ),
    *(
        "[^1]",
        "[^1]: ",
        "[TOC]",
        "*[IMF]: ",
        "IMF",
        ": ",
        "!!! note",
        "{: #x }",
        "{ .a onclick=x }",
        "[a]: http://x",
        "[a]",
        "http://x",
    ),
    *(
        "<b>",
        "</p>",
        "</section>",
        "<script>",
        "<!--",
        "-->",
        "<?php",
        "<![CDATA[",
        "&amp;",
        "&#60;",
        "&lt",
        "&",
        "\\",
        "\\*",
        "{{ x }}",
    ),
    *(
        "{% x %}",
        "--8<-- ",
        "<div markdown=1>",
        "<http://x>",
        "javascript:",
        "\x02",
        "\x03",
        "wzxhzdk:0",
        "klzzwxh:0001",
        "    ",
        "\n",
        "\n\n",
    ),
    *(
        "Trump",
        "said",
        "é",
        "“",
        "’",
        "日本",
        "\u202e",
        "\u2028",
        "\x95",
        "title: No",
        "Putin: x",
        "G20",
        " ",
        "U.S.",
        "£159",
        "(c)",
        "...",
    ),
]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(FRAGMENTS), max_size=8).map("".join))


class _Page(HTMLParser):
    """The text that a reader sees, and the tags and attributes that made it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.attributes, self.other = "", set[str](), set[str](), list[str]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)


def _shown(text: str) -> str:
    return " ".join(text.split())


def _page(source: str, extensions: list[str]) -> _Page:
    return _Page(markdown.markdown(source, extensions=extensions))


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
@example(text="Putin: Liberalism is 'obsolete'")
@example(text="</p><script>alert(1)</script>")
def test_md_text_shows_exactly_the_text_and_makes_nothing(place: str, text: str) -> None:
    source, allowed = PLACES[place]
    page, empty = _page(source.format(md_text(text)), RICH), _page(source.format("QQQ"), RICH)

    assert _shown(page.text) == _shown(
        empty.text.replace("QQQ", f" {_shown(clean(text))} " if "inline" not in place else clean(text))
    )
    assert page.tags <= allowed
    assert page.attributes <= {"class", "id"}
    assert page.other == []


@given(text=TEXTS)
def test_md_text_holds_no_punctuation_but_its_own_references(text: str) -> None:
    assert re.fullmatch(r"(?:[^\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e\n]|&#\d+;)*", md_text(text))


def test_md_text_keeps_a_space_at_an_edge() -> None:
    """Two pieces of one sentence must not be glued."""
    assert md_text("a \n b ") + md_text(" c") == "a b  c"


@pytest.mark.parametrize(("source", "tag"), [("{}", "p"), ("## {}", "h2"), ("Before.\n\n{}\n\n~~~", "p")])
@settings(max_examples=250, deadline=None)
@given(text=TEXTS)
@example(text="1986. A year")
@example(text="AT&T &amp; &lt;b&gt; a_b_c * 3 # 4 #")
def test_md_readable_renders_back_to_the_text(source: str, tag: str, text: str) -> None:
    # A file opens with front matter and so does not begin with the text; an empty comment stands for it here.
    page = _page("Front.\n\n" + source.format(md_readable(text)), BASE)

    assert _shown(page.text) == _shown("Front. " + source.replace("##", "").format(clean(text)))
    assert page.tags <= {"p", tag}


def test_md_readable_is_readable() -> None:
    line = 'Mr. Putin smiled (briefly); "I won\'t," he said - 50% of AT&T, e.g. #1: yes!'
    assert md_readable(line) == line


@given(text=TEXTS)
def test_clean_is_idempotent_and_leaves_nothing_unwanted(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]", once)


def test_clean_keeps_words_apart_and_line_ends_as_lf() -> None:
    assert clean("a\x95b\r\nc\rd\u202ee\ufefff\tg") == "a b\nc\ndef\tg"
    assert clean("Bürger\xadmeister") == "Bürgermeister"


def test_marks_piled_on_a_letter_are_cut_to_those_that_a_spelling_has() -> None:
    pointed = "בְּרֵאשִׁ֖ית Việt Nam เก้า"
    assert clean(pointed) == pointed
    assert clean("Z" + "\u0301\u0316" * 30 + "algo e\u0301") == "Z" + "\u0301\u0316" * 2 + "algo e\u0301"
    assert clean("ก" + "\u0e47" * 40 + " a" + "\u0301\u200d" * 30) == "ก" + "\u0e47" * 4 + " a" + "\u0301\u200d" * 2


@given(
    url=st.one_of(
        st.text(max_size=40), st.text(max_size=40).map("https://example.org/".__add__), TEXTS.map("http://a.example/?".__add__)
    )
)
def test_safe_url_is_safe_in_an_attribute_and_in_markdown(url: str) -> None:
    safe = safe_url(url)
    assert safe == "" or re.match(r"(?:https?://|mailto:)", safe, re.IGNORECASE)
    assert re.fullmatch(r"[A-Za-z0-9%:/?#@!$&*+,;=._~-]*", safe)
    assert safe_url(safe) == safe


@pytest.mark.parametrize(
    "url",
    [
        *(
            "javascript:alert(1)",
            "java&#115;cript:alert(1)",
            " JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "//evil.example/",
            "/a",
            "a",
        ),
        *(
            "ftp://a.example",
            "http://",
            "http://[",
            "https://bank.example@evil.example/",
            "mailto:",
            "http:a",
            "vbscript:x",
            "file:///etc",
        ),
    ],
)
def test_safe_url_refuses_what_a_page_may_not_link_to(url: str) -> None:
    assert safe_url(url) == ""


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/b?c=d&e=f#g", "https://a.example/b?c=d&e=f#g"),
        ("http://a.example/(b) c\"d'<e>", "http://a.example/%28b%29%20c%22d%27%3Ce%3E"),
        ("https://a.example/é/100%/%20", "https://a.example/%C3%A9/100%25/%20"),
        ("mailto:desk@a.example", "mailto:desk@a.example"),
        (" https://a.example:8080/ ", "https://a.example:8080/"),
    ],
)
def test_safe_url_encodes_the_rest(url: str, safe: str) -> None:
    assert safe_url(url) == safe
