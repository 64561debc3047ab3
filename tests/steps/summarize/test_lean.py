"""What a sentence leans on is said before it, or it is left out."""

from __future__ import annotations

import pytest

from digest.model import Article, Event, Settings, SummaryEdit
from digest.steps.summarize import prove, summarize
from digest.steps.summarize.lean import Leaning
from digest.steps.summarize.material import Line, gather
from digest.steps.summarize.point import needs_of, nouns_needed
from digest.steps.summarize.story import is_background, tell
from tests.support import make_article


@pytest.mark.parametrize(
    ("sentence", "needed"),
    [
        ("The directive followed a report about cracks in the cables.", {"direct"}),
        ("The filing, made public by the court on Monday, names nine banks.", {"file"}),
        ("Ada Lund said the council had known of these cracks since March.", {"crack"}),
        ("Most drivers in Marl agreed with that idea, a survey found.", {"idea"}),
        ("Lund's plan would push that number to nine ferries a day.", {"number"}),
        ("The council of Marl has voted to close the bridge.", set()),
        ("The man who closed the bridge was on his way to work.", set()),
        ("The Marl bridge was opened in the spring of 1931.", set()),
        ("The government of Norland and its banks met on Monday.", set()),
        ("Ada Lund said this week that the bridge would stay shut.", set()),
        ("“These cracks are old,” Ada Lund told the council of Marl.", set()),
    ],
)
def test_nouns_that_must_have_been_told(sentence: str, needed: set[str]) -> None:
    assert nouns_needed(sentence) == needed


@pytest.mark.parametrize(
    ("sentence", "needed"),
    [
        ("Ada Lund wants the policy changed before the winter.", True),
        ("A new policy is in the drawer, and the policy is cheap.", False),
        ("Ada Lund wants the policy of the harbour office to change.", False),
        ("Ada Lund wants the northern policy changed.", True),
        ("Ada Lund wants either policy given up.", True),
        ("Ada Lund wants the harbour to be shut in winter.", False),
        ("Ada Lund visited the father on Sunday evening.", True),
        ("Ada Lund said this could take until the spring.", True),
        ("Ada Lund then emphasised the good work of the crews.", True),
        ("Ada Lund also spoke of the good work of the crews.", True),
        ("The council spoke of his good work.", True),
        ("After his speech, Ada Lund left the hall.", False),
        ("In Marl, that promise was seen as a hope.", True),
        ("Ada Lund and her husband left the hall together.", False),
        ("The 18-year-old ran at the guard of the hall.", True),
        ("The 18-year-old who ran at the guard has left the hall.", False),
        ("Asked about repairs, the Norland official said there were none.", True),
        ("The council read the Norland memo aloud in the evening.", True),
        ("Norland is built on Lund's policy and little else.", False),
        ("The police told reporters that Lund's order was late.", False),
        ("The president is worried they will never see a ferry again.", True),
        ("Crews in Marl are worried they will never see a ferry again.", False),
        ("On the earlier call, Ada Lund named the day of the repair.", True),
        ("Ada Lund took months to write that draft, and left.", True),
        ("“In the first interview, Ada Lund denied it all,” the council of Marl said in a report on its work.", True),
        ("Drivers had been asked to wait in the first half, and did.", False),
        ("When Lund tried to answer, the clerk rang a bell.", True),
        ("Lund proceeded to name the nine banks of Marl.", True),
        ("Referring to Mr Lund's post, Piet Maas named the nine banks of Marl.", True),
        ("In adding Lund to the list of his foes, Piet Maas resumed an old feud.", True),
        ("Villa Senn followed with nine votes, before Marl did.", True),
        ("In leaving the hall, Piet Maas thanked the crews of Marl.", False),
        ("The council of Marl interrupted the Northern Democrat twice.", True),
        ("Ada Lund was in Marl when a guard stopped the Northern Democrat twice.", False),
        ("Drivers in the chamber shouted for an hour.", True),
        ("At noon the index was down by a fifth.", True),
        ("The relatively short trips came despite the ice on the lake.", True),
    ],
)
def test_what_a_late_sentence_takes_for_granted(sentence: str, needed: bool) -> None:
    assert bool(needs_of(sentence, {"polici", "bridg"})) is needed


FIRST = [
    "The council of Marl voted on Monday to close the old bridge over the Senn after engineers found cracks in its cables.",
    "The filing names nine banks that lent money for the cables.",
    "Maas said the ferry would carry the traffic of the whole valley until spring.",
]
SECOND = [
    "Drivers in Marl face detours of an hour, because the bridge across the Senn is shut.",
    "Mayor Ada Maas wants the repair to begin before the snow melts in the mountains.",
]


def lines_of(*texts: list[str]) -> list[Line]:
    articles = {name: make_article(name, "The bridge", list(text)) for name, text in zip("ab", texts, strict=False)}
    return gather(Event("a", tuple(articles)), [(name,) for name in articles], articles, SummaryEdit())


def test_a_noun_that_no_other_sentence_has_hangs_unless_its_neighbour_stands_before_it() -> None:
    lines = lines_of(FIRST, SECOND)
    leaning = Leaning(lines)
    assert leaning.hangs(lines[1], [lines[3]])
    assert not leaning.hangs(lines[1], [lines[0]])
    assert not leaning.hangs(lines[0], [])


def test_a_summary_begins_with_a_sentence_that_names_somebody() -> None:
    named, nameless = "The bridge of Marl was shut on Monday.", "Inside the hall, a smaller group tied ropes to the bridge."
    lines = lines_of([named], [nameless])
    assert [Leaning(lines).opens(line) for line in lines] == [True, False]


def test_who_is_named_in_full_comes_before_who_has_a_last_name_alone() -> None:
    lines = lines_of(FIRST, SECOND)
    leaning = Leaning(lines)
    assert leaning.strangers(lines[2], [lines[0]]) == ("Maas",)
    assert leaning.strangers(lines[2], [lines[4]]) == ()
    assert [line.text for line in tell([lines[0], lines[2], lines[4]], leaning)] == [FIRST[0], SECOND[1], FIRST[2]]


def test_of_the_index_the_same_report_must_have_told_and_of_the_finding_whoever_opens_with_it() -> None:
    one = ["The Marl 20 index fell at nine on Monday morning.", "At noon the index was down by a fifth, the bank of Marl said."]
    two = [
        "By noon the Senn index had lost a tenth of its worth, a bank said.",
        "According to the harbour, the finding was late.",
    ]
    lines = lines_of(["Trade began with losses in Marl on Monday.", *one], two)
    leaning = Leaning(lines)
    assert leaning.hangs(lines[2], [lines[3]])
    assert not leaning.hangs(lines[2], [lines[1]])
    for first in (
        "According to the harbour office, the finding was based on a look at the cables.",
        "The ferries of Marl are to be sold in the autumn, the people said.",
        "Mayor Ada Lund also blamed the harbour office for the cracks in the cables.",
        "Asked whether the cables were old, Ada Lund said that they were.",
    ):
        opening = lines_of([first], one)
        assert Leaning(opening).hangs(opening[0], [opening[1]])
    opening = lines_of(["According to the harbour office, the finding was based on a look at the cables."], one)
    assert Leaning(opening).hangs(opening[0], [opening[1]])


def test_a_first_word_before_a_last_name_is_no_first_name() -> None:
    told = "Both Maas and Piet Lund said the ferry would carry the traffic of the whole valley until spring."
    one = make_article("a", "Marl shuts its bridge", [FIRST[0], told])
    two = make_article(
        "b",
        "Marl bridge closed",
        ["On the quays of Marl it was Ada Maas whom everybody asked: when will it open?", "Maas told nobody."],
    )
    assert f"Both [Ada] {told.removeprefix('Both ')}" in event_summary(one, two, prefer=told)


def event_summary(*articles: Article, words: int = 100, prefer: str = "") -> list[str]:
    by_id = {article.id: article for article in articles}
    event = Event(articles[0].id, tuple(by_id))
    found = summarize(
        event, [(name,) for name in by_id], by_id, Settings(summary_words=words), SummaryEdit(prefer=(prefer,) if prefer else ())
    )
    assert all(prove(sentence, by_id) == "" for sentence in found)
    return [sentence.text for sentence in found]


def test_first_names_are_put_before_a_last_name_that_stands_alone_and_the_sentence_is_still_proved() -> None:
    one = make_article("a", "Marl shuts its bridge", [FIRST[0], FIRST[2]])
    two = make_article(
        "b", "Marl bridge closed", ["On the quays of Marl it was Ada Maas whom everybody asked: when will it open?"]
    )
    assert f"[Ada] {FIRST[2]}" in event_summary(one, two, prefer=FIRST[2])


def test_no_first_name_is_put_before_a_name_that_two_people_bear_or_that_an_office_explains() -> None:
    text = "Maas said the ferry would carry the traffic of the whole valley until spring."
    both = make_article("b", "Marl bridge closed", ["Was it Ada Maas or Piet Maas who knew of the cracks in the cables?"])
    assert not any("]" in told for told in event_summary(make_article("a", "Marl shuts its bridge", [FIRST[0], text]), both))
    known = "Mayor Maas said the ferry would carry the traffic of the whole valley until spring."
    assert known in event_summary(make_article("a", "Marl shuts its bridge", [FIRST[0], known]))


def test_a_name_in_one_headline_of_two_does_not_tell_who_it_is() -> None:
    one = make_article("a", "Maas shuts the bridge of Marl", [FIRST[0], FIRST[2]])
    two = make_article(
        "b", "Marl bridge closed", ["On the quays of Marl it was Ada Maas whom everybody asked: when will it open?"]
    )
    assert f"[Ada] {FIRST[2]}" in event_summary(one, two, prefer=FIRST[2])


def test_no_office_is_put_behind_mister_and_no_name_before_one_that_is_a_word_of_its_own() -> None:
    told = "Mr Maas said the ferry would carry the traffic of the whole valley until spring."
    one = make_article("a", "Marl shuts its bridge", [FIRST[0], told])
    two = make_article("b", "Marl bridge closed", ["Was it Mayor Ada “Addie” Maas who knew of the cracks in the cables?"])
    assert f"Mr [Ada] {told.removeprefix('Mr ')}" in event_summary(one, two, prefer=told)


def test_a_summary_begins_with_what_happened_not_with_a_remark_or_with_what_happened_besides() -> None:
    title = "Marl council shuts its bridge"
    for other in (
        "“We never liked the bridge,” Ada Maas told the council.",
        "The council of Marl also raised the fees of its bridge.",
    ):
        articles = {
            "a": make_article("a", title, [other]),
            "b": make_article("b", title, [FIRST[0]]),
        }
        lines = gather(Event("a", tuple(articles)), [(name,) for name in articles], articles, SummaryEdit())
        assert [line.text for line in tell(lines, Leaning(lines))] == [FIRST[0], other]


def test_what_somebody_says_on_a_day_is_news_and_what_was_earlier_this_month_is_background() -> None:
    said = "Ropes of the old bridge had been loose since October, the harbour office said Tuesday, so nobody is to blame."
    before = "Earlier this month Ada Maas asked the council for a new bridge over the Senn."
    lines = lines_of([FIRST[0], said, before, "Ropes of the old bridge had been loose since October."])
    assert [is_background(line) for line in lines] == [False, False, True, True]


def test_no_name_is_put_into_the_middle_of_a_longer_one() -> None:
    one = make_article(
        "a", "Marl shuts its bridge", [FIRST[0], "Mayor Ada de Maas said the ferry would carry all traffic until spring."]
    )
    two = make_article("b", "Marl bridge closed", ["Was it Ada Maas who knew of the cracks, as Maas said on Monday?"])
    assert not any("]" in text for text in event_summary(one, two))


def test_two_reports_do_not_both_open_the_summary() -> None:
    one = make_article(
        "a", "Marl shuts its bridge", [FIRST[0], "The ferry will carry the traffic of the valley until spring, Ada Maas said."]
    )
    two = make_article(
        "b",
        "Bridge of Marl closed",
        [
            "Marl closed the old bridge over the Senn on Monday.",
            "Some 14,000 cars a day have to take another road, the transport office said.",
        ],
    )
    found = event_summary(one, two)
    assert FIRST[0] in found
    assert not any(text.startswith("Marl closed") for text in found)
