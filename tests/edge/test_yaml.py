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
