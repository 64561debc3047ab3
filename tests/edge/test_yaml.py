"""No text that an editor could leave in a YAML file ends in a traceback."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from digest.edge.edits import read_edits
from digest.edge.front import read_front, split_front
from digest.edge.marked import LONGEST, parse
from digest.edge.outlets import read_outlets
from digest.edge.settings import read_settings
from digest.edge.site import read_site
from digest.edge.topics import read_topics
from digest.errors import ContentError, Fault
from digest.model import Settings
from digest.text.escape import clean

PIECES = [
    *(
        "title",
        "date",
        "author",
        "url",
        "id",
        "event",
        "topics",
        "publish",
        "phrases",
        "parent",
        "removed",
        "together",
        "site_name",
        "a",
    ),
    *(
        ": ",
        ":",
        "\n",
        "\n  ",
        "\n- ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "'",
        '"',
        "|",
        ">",
        "&a ",
        "*a",
        "!x ",
        "!!binary ",
        "<<",
        "# ",
        "? ",
        "~",
    ),
    *(
        "No",
        "2019",
        "1.5",
        ".inf",
        ".nan",
        "0x1F",
        "1:30",
        "2019-06-28",
        "2019-02-30",
        "2019-06-28T25:00:00Z",
        "-",
        "---",
        "...",
        "%YAML 1.1",
    ),
    *("\t", "=", "é", "\x85", "\u2028", "link", "climate", "https://a.example/"),
]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=14).map("".join)).map(clean)

READERS: dict[str, Callable[[str], tuple[object, ...]]] = {
    "front": lambda text: read_front("x", text, Settings(), ["climate"]),
    "sources": lambda text: read_outlets("x", text),
    "topics": lambda text: read_topics("x", text),
    "settings": lambda text: read_settings("x", text),
    "edits": lambda text: read_edits("x", text),
    "site": lambda text: read_site("x", text),
}


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
@example(text="a: " + "[" * 20_000)
@example(text="- " * 20_000)
@example(text="? " * 3_000)
@example(text="&a [*a]")
@example(text="<<: {title: x}")
@example(text="0\n\n0")
@example(text="word " * 100)
def test_any_text_gives_a_value_and_faults_in_one_line_each(name: str, text: str) -> None:
    with suppress(ContentError):
        *_, faults = READERS[name](text)
        assert isinstance(faults, tuple)
        for fault in faults:
            assert isinstance(fault, Fault)
            assert "\n" not in fault.message
            assert len(fault.message) <= LONGEST
            assert fault.line <= text.count("\n") + 3


@given(head=TEXTS, body=TEXTS)
def test_front_matter_and_the_rest_are_the_file(head: str, body: str) -> None:
    if any(line.rstrip() == "---" for line in head.split("\n")):
        return
    found, rest, line = split_front(f"---\n{head}\n---\n{body}")
    assert (found, rest) == (head, body)
    assert line == head.count("\n") + 4


@given(text=st.lists(st.sampled_from(["a: 1", "b: [x,", "  y]", "c:", "  d: 'e'", "# note", ""]), max_size=8).map("\n".join))
def test_every_value_knows_its_line(text: str) -> None:
    value, _ = parse("x", text, first_line=5)
    for key, _ in value.entries if value else ():
        assert text.split("\n")[key.line - 5].strip().startswith(f"{key.raw}:")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("trade\n  title: Trade\n", 1, "a colon is missing: trade:"),
        ("trade:\n  title: T\nshipping\n  title: S\n", 3, "a colon is missing: shipping:"),
        ("trade:\n  title: T\n  phrases\n    - a\n", 3, "a colon is missing: phrases:"),
        ("title A\ndate: 2022-04-01\n", 1, "a colon is missing: title: A"),
        ('trade:\n  title: "Trade\n  phrases: [x]\n', 2, "the quote that title opens with is not closed"),
        ("trade:\n title: T\n  phrases: [x]\n", 3, "this line does not begin below the others of its entry"),
        ("gazette:\n  name: G\n publish: link\n", 3, "this line does not begin below the others of its entry"),
        ("trade:\n  phrases:\n    - a\n   - b\n", 4, "this line does not begin below the others of its entry"),
        (" title: A\ndate: 2022-04-01\n", 2, "this line does not begin below the others of its entry"),
        ("trade:\n  phrases: [tariff\n  title: x\n", 2, 'a value that begins with [ must be put in quotes: phrases: "[tariff"'),
        ("trade:\n  title: 'it's'\n", 2, "a value that begins with ' must be put in quotes: title: \"it's\""),
        ("trade:\n  phrases: [a, b\n    c]\n  intro: it: is\n", 4, 'must be put in quotes: intro: "it: is"'),
    ],
)
def test_what_cannot_be_read_is_said_in_an_editors_words_at_its_line(text: str, line: int, message: str) -> None:
    value, (fault,) = parse("x", text)

    assert value is None
    assert fault.line == line
    assert message in fault.message


ARTICLE = "\nThe council met on Monday and talked for a long time about very little indeed.\n"


@pytest.mark.parametrize(
    "head",
    [
        "—\ntitle: A\n—",
        "----\ntitle: A\n----",
        " ---\ntitle: A\ntopics:\n  - climate\n ---",
        "title: A\npublish: link\n---",
        "—--\nPublish: Link\n---",
    ],
)
def test_what_only_looks_like_front_matter_is_refused_for_it_may_hold_an_article_back(head: str) -> None:
    with pytest.raises(ValueError, match="look like front matter and are none"):
        split_front(head + ARTICLE)


@pytest.mark.parametrize(
    "head", ["Title: A\nDate: 2022-04-01\n", "—", "Title: A\n----\n", "publish: or perish", "----\nBridge opens\n----"]
)
def test_a_text_that_has_lines_like_keys_or_rules_is_a_text(head: str) -> None:
    assert split_front(head + ARTICLE) == (None, head + ARTICLE, 1)


def test_two_outlets_of_one_name_are_noted() -> None:
    outlets, (fault,) = read_outlets("x", "gazette:\n  name: Gazette\npost:\n  name: gazette\n")

    assert outlets is not None
    assert len(outlets) == 2
    assert fault.note
    assert fault.line == 3
