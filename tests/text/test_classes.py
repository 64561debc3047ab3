"""Word classes: what a word most often is."""

import pytest

from digest.text.classes import word_class


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("election", "noun"),
        ("talks", "noun"),
        ("family", "noun"),
        ("speed", "noun"),
        ("vote", "noun"),
        ("said", "verb"),
        ("smiled", "verb"),
        ("wagged", "participle"),
        ("meddling", "gerund"),
        ("quickly", "adverb"),
        ("contentious", "adjective"),
        ("russian", "demonym"),
        ("snarkishly", "adverb"),
    ],
)
def test_class_of_a_word(word: str, expected: str) -> None:
    assert word_class(word) == expected


def test_a_language_without_a_table_has_nouns_alone() -> None:
    assert word_class("schnell", "de") == "noun"
