"""What looks like comment gives way to what tells."""

from __future__ import annotations

import pytest

from digest.model import Event, Settings, SummaryEdit
from digest.steps.summarize import summarize
from digest.steps.summarize.doubt import EXPLAINED, FILLS, FRAMED, LONE, UNTIMED, doubt_of
from digest.steps.summarize.material import Line, gather
from tests.support import make_article

FIRST = "The council of Marl closed the old bridge over the Senn on Monday."


REST = [f"The ferry of Marl left the harbour at {hour} in the morning." for hour in range(5, 10)]
"""Who tells a story tells more than a few sentences."""


def line_of(text: str, title: str = "Marl shuts its bridge", language: str = "en") -> Line:
    article = make_article("a", title, [text, *REST], language=language)
    return gather(Event("a", ("a",)), [("a",)], {"a": article}, SummaryEdit())[0]


@pytest.mark.parametrize(
    ("sentence", "doubt"),
    [
        ("The council of Marl closed the old bridge over the Senn on Monday.", 0),
        ("The council of Marl will vote on Monday on the old bridge.", 0),
        ("Ada Lund said the council should have closed the bridge long ago.", 0),
        ("The council has told Marl “perhaps it is one of the great mistakes”.", 0),
        ("A second crack in the cables would end every hope of the drivers.", UNTIMED),
        ("The bridge hung over the council like a sword all the summer.", FRAMED),
        ("Marl can never close a bridge, perhaps one of the best in Norland.", UNTIMED + FRAMED),
    ],
)
def test_a_sentence_is_doubtful_where_nobody_speaks_and_nothing_happens(sentence: str, doubt: float) -> None:
    assert doubt_of(line_of(sentence)) == doubt


@pytest.mark.parametrize(
    "title",
    [
        "Why Marl shuts its bridge",
        "Five things to know of the bridge of Marl",
        "The bridge of Marl, explained",
        "Can Marl save its bridge?",
    ],
)
def test_a_piece_that_explains_is_doubtful_by_its_headline(title: str) -> None:
    assert doubt_of(line_of("The council of Marl closed the old bridge on Monday.", title)) == EXPLAINED


def test_what_no_other_report_has_a_word_of_is_doubtful_unless_somebody_says_it() -> None:
    aside = "The harbour waited like a cat in front of a stove."
    article = make_article("a", "Marl", [FIRST, aside, "Ada Lund said that the harbour slept all night.", *REST])
    lines = gather(Event("a", ("a",)), [("a",)], {"a": article}, SummaryEdit())
    assert [round(doubt_of(line, frozenset()), 6) for line in lines[:3]] == [LONE, FRAMED + LONE, 0]
    assert doubt_of(lines[1], frozenset({"harbour", "slept", "stove"})) < FRAMED + LONE / 2


@pytest.mark.parametrize(
    ("sentence", "fills"),
    [
        ("The list of roads to be shut could also be made longer, the harbour office said.", True),
        ("A pattern of cracks and promises has been seen by every council, Ada Lund said.", True),
        ("The remarks from Ada Lund came as the council was told of the cracks.", True),
        ("Lund's statement to the harbour office came as the council was told of the cracks.", True),
        ("The village of Senn lies in the north, where the bridge of Marl was built too.", True),
        ("Piet Maas was a founder of Senn Cables, which has built nine bridges.", True),
        ("Trade across the Senn once carried nine million crowns a year, Ada Lund said.", True),
        ("“You have to have a bridge that holds,” says Piet Maas, a longtime observer of councils.", True),
        ("“You have to have a bridge that holds,” said Piet Maas, the harbour master of Marl.", False),
        ("Piet Maas was told of the cracks in the cables on Sunday.", False),
    ],
)
def test_a_later_sentence_that_fills_up_is_doubtful_also_where_somebody_says_it(sentence: str, fills: bool) -> None:
    article = make_article("a", "Marl", [FIRST, sentence, *REST])
    lines = gather(Event("a", ("a",)), [("a",)], {"a": article}, SummaryEdit())
    assert (doubt_of(lines[1]) >= FILLS) is fills
    known = frozenset({"piet", "maa", "trade"})
    assert (doubt_of(lines[1], known) >= FILLS) is (fills and "founder" not in sentence)


def test_a_report_of_a_few_sentences_does_not_comment() -> None:
    article = make_article("a", "Why Marl shuts its bridge", ["Both towns pay a third of the dues each.", *REST[:4]])
    lines = gather(Event("a", ("a",)), [("a",)], {"a": article}, SummaryEdit())
    assert [doubt_of(line, frozenset()) for line in lines] == [0] * 5


def test_of_other_languages_nothing_is_told() -> None:
    assert doubt_of(line_of("Der Rat hat perhaps die alte Brücke am Montag gesperrt.", "Why?", language="de")) == 0


def summary_of(*texts: list[str], words: int = 100) -> list[str]:
    names = ("a", "b", "c")[: len(texts)]
    articles = {
        name: make_article(name, "Marl shuts its old bridge", list(text)) for name, text in zip(names, texts, strict=True)
    }
    voices = [(name,) for name in articles]
    made = summarize(Event("a", tuple(articles)), voices, articles, Settings(summary_words=words), SummaryEdit())
    return [sentence.text for sentence in made]


def test_the_sentence_that_tells_is_taken_and_the_one_that_comments_is_not() -> None:
    news = "The council of Marl closed the old bridge over the Senn on Monday after engineers found cracks in its cables."
    comment = "The old bridge of Marl, shut over cracks in cables, must now serve as a perfect example of what neglect can do."
    told = "Drivers of Marl were sent across the lake by ferry, which takes an hour longer than the bridge over the Senn did."
    found = summary_of(
        [news, told, *REST],
        [comment, "The repair of the bridge will cost Marl nine million crowns, the harbour office said.", *REST],
    )
    assert news in found
    assert comment not in found


def test_what_opens_a_page_with_another_story_is_no_part_of_the_summary() -> None:
    other = "Goat yoga comes to Upper Vinter this spring, with free mats for everyone."
    news = "The council of Marl closed the old bridge over the Senn on Monday after engineers found cracks in its cables."
    later = "Drivers of Marl were sent across the lake by ferry, the harbour office said."
    assert other not in summary_of([news], [other, later])
