"""An article's address comes from its path alone, and two names do not become one unseen."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.slug import LONGEST, RESERVED, article_id, name_id, slug

PATHS = st.lists(st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=40), min_size=1, max_size=6).map("/".join)


@given(text=st.text(max_size=80))
def test_a_slug_is_a_name_or_nothing(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text))
    assert slug(slug(text)) == slug(text)


@given(path=PATHS)
def test_every_path_has_an_id_that_can_be_an_address(path: str) -> None:
    known = article_id(path)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", known)
    assert len(known) <= LONGEST
    assert known not in RESERVED


@given(path=PATHS)
def test_the_id_is_the_same_on_every_machine(path: str) -> None:
    """One machine gives a file's name composed, another decomposed."""
    assert article_id(unicodedata.normalize("NFC", path)) == article_id(unicodedata.normalize("NFD", path))


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("summit.txt", "summit"),
        ("2019/06/Trump & Xi.md", "2019-06-trump-xi"),
        ("May's Straße.html", "mays-strasse"),
        ("a.b.txt", "a-b"),
        ("noending", "noending"),
    ],
)
def test_plain_names_stay_as_they_are(path: str, known: str) -> None:
    assert article_id(path) == known


@pytest.mark.parametrize("path", ["нота.txt", "index.md", "README.txt", "404.html", "***.txt", "G20-дело.txt", "日本.md"])
def test_lost_letters_and_reserved_names_add_a_hash(path: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9-]+-)?[0-9a-f]{8}", article_id(path))


def test_names_that_lose_their_letters_stay_apart() -> None:
    assert article_id("нота.txt") != article_id("вето.txt")


def test_ids_are_pinned() -> None:
    """A published address never changes with the code."""
    assert [article_id("нота.txt"), article_id("index.md"), slug("Đặng Łódź’s œuvre")] == [
        "06af6c0f",
        "index-1bc04b52",
        "dang-lodzs-oeuvre",
    ]


@given(st.text(max_size=400))
def test_a_name_has_an_id_and_a_short_one(text: str) -> None:
    known = name_id(text)
    assert 0 < len(known) <= 80
    assert known == slug(known)
    assert known not in RESERVED


@pytest.mark.parametrize(("one", "other"), [("a" * 200 + "b", "a" * 200 + "c"), ("Нота 1", "Вето 1"), ("新聞", "日報")])
def test_names_that_differ_in_letters_have_ids_that_differ(one: str, other: str) -> None:
    assert name_id(one) != name_id(other)
