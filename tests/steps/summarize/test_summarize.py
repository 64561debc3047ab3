"""Summaries of whole events."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Article, Event, Settings, SummaryEdit, SummarySentence
from digest.steps.summarize import prove, summarize
from tests.steps.summarize.cases import FOLDER, Case, event_of, read_case
from tests.support import make_article

CASES = [read_case(path) for path in sorted(FOLDER.glob("*.md")) if path.stem != "stands-alone"]
FERRY: Case = next(case for case in CASES if case.name == "ferry")


def summary_of(
    articles: list[Article], words: int = 100, wish: SummaryEdit | None = None, copies: dict[str, str] | None = None
) -> tuple[SummarySentence, ...]:
    copies = copies or {}
    voices = [
        (article.id, *(copy for copy, original in copies.items() if original == article.id))
        for article in articles
        if article.id not in copies
    ]
    by_id = {article.id: article for article in articles}
    return summarize(event_of(articles, copies), voices, by_id, Settings(summary_words=words), wish or SummaryEdit())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    found = summary_of(list(case.articles.values()), case.words)
    lines = [f"{line.text} [{' '.join(citation.article for citation in line.citations)}]" for line in found]
    assert lines == list(case.expected)


def test_what_the_editor_prefers_is_in_even_if_it_does_not_stand_alone() -> None:
    wish = SummaryEdit(prefer=("It was the second accident in the bay this winter.",))
    assert wish.prefer[0] in [line.text for line in summary_of(list(FERRY.articles.values()), 70, wish)]


def test_what_the_editor_drops_never_appears() -> None:
    articles = list(FERRY.articles.values())
    for line in summary_of(articles, 70):
        found = summary_of(articles, 70, SummaryEdit(drop=(line.text,)))
        assert line.text not in [other.text for other in found]


def test_a_copy_is_cited_after_the_independent_reports_and_is_no_second_voice() -> None:
    first, second = FERRY.articles.values()
    copy = make_article("a-copy", first.title, [block.text for block in first.blocks], day="2024-03-05")
    found = summary_of([first, copy, second], 70, copies={"a-copy": first.id})
    assert [line.text for line in found] == [line.text for line in summary_of([first, second], 70)]
    cited = [[citation.article for citation in line.citations] for line in found]
    assert cited[0] == ["coast-daily", "bay-mail", "a-copy"]
    assert cited[1] == ["coast-daily", "bay-mail", "a-copy"]


def test_recurring_blocks_and_headings_give_no_sentence() -> None:
    furniture = "The Coast Daily is read by more people on the bay than any other paper."
    article = make_article(
        "a",
        "Title",
        [furniture, "# The council of Marl has voted to close the bridge.", "Mayor Piet Maas closed the bridge."],
        recurring=[0],
    )
    assert [line.text for line in summary_of([article])] == ["Mayor Piet Maas closed the bridge."]


def test_the_middle_of_a_long_quotation_is_not_taken_for_the_reporter() -> None:
    quoted = "“The council knew of the damage. Every driver on the road was in danger. Nothing was done.”"
    article = make_article(
        "a", "Title", [f"“The bridge is old,” Ada Lund said. {quoted} The bridge was opened in the spring of 1931."]
    )
    assert [line.text for line in summary_of([article])] == [
        "“The bridge is old,” Ada Lund said.",
        "The bridge was opened in the spring of 1931.",
    ]


def test_nothing_fit_gives_no_summary() -> None:
    assert summary_of([make_article("a", "Title", ["Was it so?"])]) == ()


def test_the_copies_of_one_report_are_summarised_as_one_report() -> None:
    """Two articles of one voice are no agreement: the opening of the original is taken."""
    first = FERRY.articles["coast-daily"]
    copy = make_article("a-copy", first.title, [block.text for block in first.blocks])
    alone = [line.text for line in summary_of([first], 70)]
    assert [line.text for line in summary_of([first, copy], 70, copies={"a-copy": first.id})] == alone


WORDS = st.sampled_from(
    "council bridge ferry harbour Marl Lund storm Monday said closed 40 opened not reportedly “x” He But the of in".split()
)
SENTENCE = st.lists(WORDS, min_size=3, max_size=30).map(lambda found: " ".join(["Marl", *found]) + ".")
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join)
ARTICLE = st.lists(PARAGRAPH, min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(st.lists(ARTICLE, min_size=1, max_size=4), st.integers(20, 120))
def test_every_summary_is_proven_within_the_budget_and_says_nothing_twice(texts: list[list[str]], words: int) -> None:
    articles = [make_article(f"a{number}", "Marl closes the bridge", text, day="2024-03-05") for number, text in enumerate(texts)]
    by_id = {article.id: article for article in articles}
    found = summary_of(articles, words)
    assert [prove(line, by_id) for line in found] == [""] * len(found)
    assert sum(len(line.text.split()) for line in found) <= words
    assert len({line.text for line in found}) == len(found)
    assert found == summary_of(articles, words)


def test_cases_are_there() -> None:
    assert Path(FOLDER).is_dir()
    assert len(CASES) > 1


def test_a_copy_with_other_words_in_front_says_nothing_twice() -> None:
    """One voice, two carriers: the second one's opening is the first one's again."""
    wire = make_article(
        "a", "Court rules", ["A court in Marl ordered the tannery to pay 43 million euros.", "The owner will appeal, he said."]
    )
    copy = make_article("b", "Ruling", ["To the surprise of many, a court in Marl ordered the tannery to pay 43 million euros."])
    event = Event("a", ("a", "b"), copies={"b": "a"})

    told = summarize(event, (("a", "b"),), {"a": wire, "b": copy}, Settings(), SummaryEdit())

    assert sum("43 million" in sentence.text for sentence in told) == 1
