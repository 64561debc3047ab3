"""A weekday gets its date in brackets where it is certain, and only there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.model import Event, Precision, Published, SummaryEdit
from digest.steps.summarize.material import gather
from digest.steps.summarize.weekday import insertion
from tests.support import make_article


def dated(sentence: str, day: str | None = "2024-03-07", language: str = "en", inferred: bool = False) -> str:
    """The sentence with its insertion, of an article of Thursday 7 March 2024."""
    article = make_article("a", "Title", [sentence], day=day, language=language, inferred=inferred)
    (line,) = gather(Event("a", ("a",)), [("a",)], {"a": article}, SummaryEdit())
    edit = insertion(line)
    text = article.text
    return text if edit is None else text[: edit.start] + edit.text + text[edit.end :]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The council met on Monday and voted for the bridge.", "on Monday [4 March 2024] and"),
        ("On Thursday, the council voted for the bridge at last.", "On Thursday [7 March 2024], the"),
        ("The port was shut late Saturday night after the storm hit.", "Saturday night [2 March 2024] after"),
        ("The council voted on Monday to rebuild the old bridge.", "on Monday [4 March 2024] to"),
        ("The court on Monday heard whether the port should pay.", "on Monday [4 March 2024] heard"),
        ("On Monday, Ada Lund announced a strike, which is to last a week.", "On Monday [4 March 2024], Ada"),
        ("The council voted 9-4 on Monday to rebuild the bridge.", "on Monday [4 March 2024] to"),
        ("Prime Minister May met Ada Lund on Monday in the port.", "on Monday [4 March 2024] in"),
        ("The mayor said Tuesday that the bridge will open in June.", "said Tuesday [5 March 2024] that"),
    ],
)
def test_the_nearest_such_day_on_or_before_the_article_is_named(sentence: str, expected: str) -> None:
    assert expected in dated(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council will meet on Monday to vote on the bridge.",
        "The two leaders are expected to meet on Saturday in Oslo.",
        "The council meets on Friday, a spokesman told the paper.",
        "The vote will be held on Monday in the old town hall.",
        "The council postponed to Monday the vote it had promised.",
        "Shops reported record sales on Black Friday in the old town.",
        "The council had met last Monday without a decision.",
        "The council met on Monday, March 4, and voted.",
        "“They met on Monday in the harbour,” Ada Lund said.",
        "The council met on Monday and the mayor resigned on Tuesday.",
        "Monday night's storm was the third one in a single year.",
        "Monday's vote was the third one in a single year.",
        "The port was shut late Friday night after the storm hit.",
        "The port has been shut since Monday because of the storm.",
    ],
)
def test_nothing_is_inserted_where_the_day_is_not_certain(sentence: str) -> None:
    assert dated(sentence) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The storm reached the island of Norholm on Monday, the country's largest, and closed its port.",
        "The council met Ada Lund on Monday, who told it of the bridge.",
        "The council met in Marl on Monday, where the bridge was closed.",
    ],
)
def test_nothing_is_inserted_between_a_name_and_what_explains_it(sentence: str) -> None:
    assert dated(sentence) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry left Marl on Monday, the state agency said.",
        "The council met in Marl on Monday, a day after the storm.",
        "When Ada Lund arrived in Marl on Monday, the mayor left the town.",
        "The council voted on Monday, the second time in a month.",
    ],
)
def test_other_words_behind_the_day_part_nothing(sentence: str) -> None:
    assert "on Monday [4 March 2024]," in dated(sentence)


def counted(
    sentence: str, other: str = "", *, mine: str = "", day: str = "2024-03-07", iso: str = "", inferred: bool = False
) -> str:
    """The sentence with its insertion, of an article of Thursday 7 March 2024; ``other`` is of the same event."""
    own = make_article("a", "Title", [sentence, mine or "Nobody was hurt."], day="2024-03-07", inferred=inferred)
    if iso:
        own = replace(own, published=Published(iso, Precision.SECOND, "line 2"))
    articles = {"a": own, "b": make_article("b", "Title", [other or "Nobody was hurt."], day=day)}
    lines = gather(Event("a", ("a", "b")), [("a",), ("b",)], articles, SummaryEdit())
    edit = insertion(lines[0], lines)
    return sentence if edit is None else sentence[: edit.start] + edit.text + sentence[edit.end :]


WEDNESDAY, THURSDAY = "The council voted on Wednesday for the bridge.", "The council voted on Thursday for the bridge."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Voters chose yesterday to recall the mayor of Marl.", "yesterday [6 March 2024] to"),
        ("Yesterday, the council of Marl closed the bridge.", "Yesterday [6 March 2024], the"),
        ("Yesterday evening the council of Marl closed the bridge.", "evening [6 March 2024] the"),
        ("The bridge of Marl was closed last night after the storm.", "night [6 March 2024] after"),
        ("In a speech yesterday, the mayor said that she is to go.", "yesterday [6 March 2024], the"),
    ],
)
def test_yesterday_is_the_day_before_where_another_report_tells_of_its_weekday(sentence: str, expected: str) -> None:
    assert expected in counted(sentence, WEDNESDAY)
    assert expected in counted(sentence, mine=WEDNESDAY)


def test_today_needs_a_verb_in_the_past_beside_it_and_its_weekday_in_the_same_report() -> None:
    sentence = "The mayor said this morning that the bridge of Marl is safe."
    assert "this morning [7 March 2024] that" in counted(sentence, mine=THURSDAY)
    assert counted(sentence, THURSDAY) == sentence
    for unsure in (
        "Ten people of Marl still cope with the storm today.",
        "The report of the council was expected to be released today.",
    ):
        assert counted(unsure, mine=THURSDAY) == unsure


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor of Marl told USA Today that the bridge is safe.",
        "“We closed the bridge yesterday after the storm,” Ada Lund said.",
        "The bridge of Marl was open until yesterday, the mayor said.",
        "The council met on Tuesday and voted yesterday for the bridge.",
        "The council voted yesterday, 6 March, for the bridge of Marl.",
    ],
)
def test_other_days_and_names_are_no_yesterday(sentence: str) -> None:
    assert counted(sentence, f"{WEDNESDAY} {THURSDAY}") == sentence


def test_yesterday_is_not_certain_where_nothing_else_names_that_day() -> None:
    sentence = "Voters chose yesterday to recall the mayor of Marl."
    assert counted(sentence) == sentence
    assert counted(sentence, THURSDAY) == sentence
    assert counted(sentence, WEDNESDAY, inferred=True) == sentence
    assert counted(sentence, "The council will vote on Wednesday for the bridge.") == sentence
    assert counted(sentence, WEDNESDAY, day="2024-03-14") == sentence


@pytest.mark.parametrize(
    ("iso", "sure"),
    [
        ("2024-03-07T22:10:00-05:00", True),
        ("2024-03-07T22:10:00Z", False),
        ("2024-03-07T22:10:00+00:00", False),
        ("2024-03-07", False),
    ],
)
def test_a_date_with_the_zone_of_the_newsroom_is_enough(iso: str, sure: bool) -> None:
    assert ("[6 March 2024]" in counted("Voters chose yesterday to recall the mayor of Marl.", iso=iso)) == sure


def test_an_article_without_a_day_or_in_another_language_gets_none() -> None:
    sentence = "The council met on Monday and voted for the bridge."
    assert dated(sentence, day=None) == sentence
    assert dated(sentence, language="nl") == sentence


def test_an_inferred_day_counts() -> None:
    assert "Monday [4 March 2024]" in dated("The council met on Monday and voted for the bridge.", inferred=True)


@pytest.mark.parametrize(("day", "sure"), [("2024-03-11", True), ("2024-03-22", False)])
def test_a_date_far_from_those_of_the_other_reports_is_doubtful(day: str, sure: bool) -> None:
    one = make_article("a", "Lund", ["Ada Lund resigned as mayor of Marl on Saturday."], day="2024-03-05")
    two = make_article("b", "Lund", ["Ada Lund, the mayor of Marl, quit."], day=day)
    lines = gather(Event("a", ("a", "b")), [("a",), ("b",)], {"a": one, "b": two}, SummaryEdit())
    assert (insertion(lines[0], lines) is not None) is sure
