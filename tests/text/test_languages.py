"""Languages: our own pieces of news are recognised, and nothing short is taken for what it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.text.languages import recognise

FILE = Path(__file__).parents[1] / "cases" / "languages.md"
PIECES = [
    (section.split("\n", 1)[0].strip(), " ".join(section.split("\n")[1:]).split())
    for section in FILE.read_text(encoding="utf-8").split("\n## ")[1:]
]


@pytest.mark.parametrize(("language", "piece"), PIECES, ids=[language for language, _ in PIECES])
@pytest.mark.parametrize("size", [100, 50, 25])
def test_a_piece_of_news_is_recognised(language: str, piece: list[str], size: int) -> None:
    """Every stretch of 50 words or more; of 25, hardly one stays undecided and none is taken for another language."""
    stretches = [" ".join(piece[start : start + size]) for start in range(0, max(1, len(piece) - size + 1), 7)]
    found = [recognise(stretch) for stretch in stretches]
    assert {code for code, how in found if how} == {language}
    if size >= 50:
        assert all(how for _, how in found)


@pytest.mark.parametrize("text", ["", "42", "Ferry sinks", "?! —", "Qwrt plmk"])
def test_what_is_too_short_is_english_that_nothing_tells(text: str) -> None:
    assert recognise(text) == ("en", "")


def test_a_long_text_in_an_unknown_language_is_not_called_english() -> None:
    assert recognise("Zumi kaloret benat " * 15) == ("und", "")


def test_one_foreign_quotation_does_not_turn_an_article() -> None:
    text = (
        "The mayor of Lille was angry. « Ce n’est pas possible », he said, and left the hall before the vote on the new budget."
    )
    assert recognise(text)[0] == "en"
