"""A weekday gets its date in brackets where it is certain, and only there."""

from __future__ import annotations

import pytest

from digest.model import Event, SummaryEdit
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


def test_an_article_without_a_day_or_in_another_language_gets_none() -> None:
    sentence = "The council met on Monday and voted for the bridge."
    assert dated(sentence, day=None) == sentence
    assert dated(sentence, language="nl") == sentence


def test_an_inferred_day_counts() -> None:
    assert "Monday [4 March 2024]" in dated("The council met on Monday and voted for the bridge.", inferred=True)
