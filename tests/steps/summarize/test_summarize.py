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
    for names in cited[:2]:
        assert names[-1] == "a-copy"
        assert set(names[:2]) == {"coast-daily", "bay-mail"}


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


def test_a_feed_entry_that_is_its_own_headline_is_told() -> None:
    text = "A fire destroyed the lighthouse of Orm on Sunday night."
    assert [line.text for line in summary_of([make_article("a", text, [text])])] == [text]
    glued = make_article("a", text, [f"Orm News {text[:-1]} and hurt two keepers."])
    assert summary_of([glued]) == ()


def test_nothing_fit_gives_no_summary() -> None:
    assert summary_of([make_article("a", "Title", ["Was it so?"])]) == ()


def test_the_copies_of_one_report_are_summarised_as_one_report() -> None:
    """Two articles of one voice are no agreement: the opening of the original is taken."""
    first = FERRY.articles["coast-daily"]
    copy = make_article("a-copy", first.title, [block.text for block in first.blocks])
    alone = [line.text for line in summary_of([first], 70)]
    assert [line.text for line in summary_of([first, copy], 70, copies={"a-copy": first.id})] == alone


WORDS = st.sampled_from(
    'council bridge ferry Marl Lund Monday said closed 40 opened not reportedly “x” He But the of in “ ” ( " Senn’s'.split()
)
OPENINGS = st.sampled_from(
    ["Marl", "MARL (Nordic Wire) - Marl", "But Marl", "Keller Mara KellerMarl shuts bridge MORE", "On Monday, Lund", "“No,” Lund"]
)
SENTENCE = st.tuples(OPENINGS, st.lists(WORDS, min_size=3, max_size=30)).map(lambda found: f"{found[0]} {' '.join(found[1])}.")
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join)
ARTICLE = st.tuples(
    st.lists(PARAGRAPH, min_size=1, max_size=4),
    st.sampled_from(["Marl closes the bridge", "Storm", ""]),
    st.sampled_from(["2024-03-05", None]),
    st.sampled_from(["en", "en", "de", "und"]),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(ARTICLE, min_size=1, max_size=5), st.integers(20, 120), st.booleans())
def test_every_summary_is_proven_cited_and_within_the_budget_and_says_nothing_twice(
    drawn: list[tuple[list[str], str, str | None, str]], words: int, copied: bool
) -> None:
    articles = [
        make_article(f"a{number}", title, text, day=day, language=language)
        for number, (text, title, day, language) in enumerate(drawn)
    ]
    by_id = {article.id: article for article in articles}
    copies = {"a1": "a0"} if copied and len(articles) > 1 else {}
    found = summary_of(articles, words, copies=copies)
    assert [prove(line, by_id) for line in found] == [""] * len(found)
    assert all(line.citations for line in found)
    assert {citation.article for line in found for citation in line.citations} <= by_id.keys()
    assert sum(len(line.text.split()) for line in found) <= words
    assert len({line.text for line in found}) == len(found)
    assert found == summary_of(articles, words, copies=copies)


def test_headlines_glued_to_a_name_are_trimmed_and_the_date_goes_where_the_day_is() -> None:
    glued = "Mayor Mara Keller Mara Ada KellerBridge shut Council votes on ferry MORE said on Monday that the port is open."
    article = make_article("a", "Port", [glued], day="2024-03-07")

    (line,) = summary_of([article])

    assert line.text == "Mayor Mara Keller said on Monday [4 March 2024] that the port is open."
    assert prove(line, {"a": article}) == ""
    assert [bool(edit.text) for edit in line.edits] == [False, True]


def test_what_one_voice_says_in_passing_gives_way_to_what_headlines_and_openings_tell() -> None:
    aside = "The mayor of Marl keeps three goats and a donkey behind the old town hall."
    news = "The council of Marl shut the old bridge on Monday after a barge had rammed it."
    articles = [
        make_article("a", "Marl shuts old bridge after barge hits it", [news, "Divers will look at its piers in the morning."]),
        make_article("b", "Barge rams bridge of Marl", [aside, "A barge rammed the old bridge of Marl, which the council shut."]),
    ]

    told = [line.text for line in summary_of(articles, 30)]
    assert told
    assert aside not in told


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
