"""Sentences: boundaries of the cases file, and what must hold for any text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.text.sentences import split_sentences

CASES = [
    (match[1], match[2])
    for name in ("sentences.md", "sentences-second.md", "sentences-third.md")
    for line in (Path(__file__).parents[1] / "cases" / name).read_text(encoding="utf-8").splitlines()
    if (match := re.match(r"- (\w\w): (.+)", line))
]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_a_sentence_ends_where_the_case_says(language: str, case: str) -> None:
    text = case.replace(" ‖ ", " ").replace("‖", "")
    found = [text[start:end] for start, end in split_sentences(text, language)]
    assert found == [sentence.strip() for sentence in case.split("‖")]


def test_the_cases_are_many() -> None:
    assert len(CASES) >= 180


PROSE = st.text(alphabet="ab AB.!?…,;:\"'“”‘’«»()[]-—1 \u00a0\u3000é日。", max_size=80)


@given(st.one_of(st.text(max_size=80), PROSE), st.sampled_from(["en", "de", "fr", "ja", "xx"]))
@example("He said “a. B”\u00a0B. and\u00a0C. left.", "en")
@example("\ud800. A", "en")
def test_spans_are_exact_in_order_and_cover_everything_but_white_space(text: str, language: str) -> None:
    position = 0
    for start, end in split_sentences(text, language):
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        position = end
    assert not text[position:].strip()


@given(PROSE)
def test_a_sentence_holds_a_letter_or_digit_unless_the_text_has_none(text: str) -> None:
    spans = split_sentences(text)
    if any(map(str.isalnum, text)):
        assert all(any(map(str.isalnum, text[start:end])) for start, end in spans)
    else:
        assert len(spans) <= 1


def test_a_long_text_without_an_end_is_quick() -> None:
    """Ten thousand unclosed marks must not cost a second: articles come from anywhere."""
    text = "“ ( ' “ He said. " * 2_500
    assert split_sentences(text)[-1][1] == len(text.rstrip())
