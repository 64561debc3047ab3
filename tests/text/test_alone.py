"""Which sentences stand alone, and what is trimmed so that they do."""

from __future__ import annotations

import pytest

from digest.text.alone import trims
from digest.text.links import leftovers
from tests.steps.summarize.cases import FOLDER


def listed(title: str) -> list[str]:
    text = (FOLDER / "stands-alone.md").read_text(encoding="utf-8")
    section = text.split(f"\n## {title}\n")[1].split("\n## ")[0]
    return [line.removeprefix("- ") for line in section.splitlines() if line.startswith("- ")]


@pytest.mark.parametrize("sentence", listed("stands"))
def test_stands_as_it_is(sentence: str) -> None:
    assert trims(sentence, "en") == ()


@pytest.mark.parametrize("sentence", listed("does not"))
def test_is_left_out(sentence: str) -> None:
    assert trims(sentence, "en") is None


@pytest.mark.parametrize("sentence", listed("trimmed"))
def test_only_what_stands_before_the_sentence_is_trimmed(sentence: str) -> None:
    before, after = sentence.rsplit("| ", 1)
    assert trims(before + after, "en") == ((0, len(before)),)


@pytest.mark.parametrize("sentence", listed("glued"))
def test_what_the_links_of_a_page_left_goes(sentence: str) -> None:
    before, links, after = sentence.split("|")
    assert leftovers(before + links + after) == [(len(before), len(before + links))]
    assert trims(before + after, "en") == ()


@pytest.mark.parametrize("sentence", listed("stands"))
def test_links_left_nothing_in_a_sentence_that_stands(sentence: str) -> None:
    assert leftovers(sentence) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("es", "Pero el gobierno no ha respondido a la pregunta."), ("de", "Er wollte die Frage der Reporter nicht beantworten.")],
)
def test_other_languages_have_pronouns_and_connectives_too(language: str, sentence: str) -> None:
    assert trims(sentence, language) is None
    assert trims("Berlin hat die Frage der Reporter nicht beantwortet.", language) == ()


def test_sentences_of_seven_hundred_words_or_five_are_left_out() -> None:
    assert trims("Marl " + "opens " * 700 + "today.", "en") is None
    assert trims("Marl opens its port today.", "en") is None
