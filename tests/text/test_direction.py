"""Which way a text runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.direction import runs_left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Norholm opens its bridge", False),
        ("", False),
        ("1931", False),
        ("افتتاح جسر نورهولم", True),
        ("הגשר נפתח", True),
        ("G20: ועידת השרים נדחתה בשבוע", True),  # the first letter is Latin, the sentence is not
        ("The paper “صحيفة الميناء” says so", False),
        ("大橋が開通した", False),
    ],
)
def test_a_text_runs_as_most_of_its_letters_do(text: str, left: bool) -> None:
    assert runs_left(text) is left


@given(st.text(alphabet="0123456789 .,:;!?«»()[]-–—"))
def test_what_has_no_letters_runs_as_the_page_does(text: str) -> None:
    assert not runs_left(text)
