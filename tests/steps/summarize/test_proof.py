"""A summary sentence holds to the character, or the proof says why not."""

from __future__ import annotations

import pytest

from digest.model import Citation, Edit, SummarySentence
from digest.steps.summarize import prove
from tests.support import make_article

TEXT = "MARL — The port was shut on Monday after a storm."
ARTICLES = {name: make_article(name, "Title", [TEXT]) for name in ("a", "b")}
HERE = Citation("a", 0, len(TEXT))
TRIM, DATE = Edit(0, 7, ""), Edit(34, 34, " [4 March 2024]")


def test_trims_and_insertions_give_the_sentence() -> None:
    text = "The port was shut on Monday [4 March 2024] after a storm."
    assert prove(SummarySentence(text, (HERE, Citation("b", 7, 20)), (TRIM, DATE)), ARTICLES) == ""


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        (SummarySentence(TEXT, ()), "cites no article"),
        (SummarySentence(TEXT, (Citation("c", 0, 5),)), "c does not exist"),
        (SummarySentence(TEXT, (HERE, Citation("b", 40, 50))), "outside the text of b"),
        (SummarySentence(TEXT, (HERE, Citation("b", 5, 5))), "outside the text of b"),
        (SummarySentence(TEXT, (HERE, HERE)), "a is cited twice"),
        (SummarySentence(TEXT.replace("shut", "open"), (HERE,)), "gives “MARL"),
        (SummarySentence("x", (HERE,), (Edit(0, 60, ""),)), "outside the citation"),
        (SummarySentence("x", (HERE,), (DATE, TRIM)), "overlaps"),
        (SummarySentence("x", (HERE,), (Edit(0, 4, "OSLO"),)), "in the place of others"),
        (SummarySentence("x", (HERE,), (Edit(7, 7, "Not "),)), "outside brackets"),
    ],
)
def test_what_is_wrong_is_said_in_words(sentence: SummarySentence, reason: str) -> None:
    assert reason in prove(sentence, ARTICLES)
