"""A further sentence is told where it holds to what is told, and left out where it would hang in the air."""

from __future__ import annotations

from dataclasses import replace

from digest.model import Article, Event, Settings, SummaryEdit, SummarySentence
from digest.steps.summarize import summarize
from digest.steps.summarize.choose import State, best_set
from digest.steps.summarize.doubt import UNDATED, happened
from digest.steps.summarize.expect import shipped
from digest.steps.summarize.hold import looseness
from digest.steps.summarize.material import gather
from digest.steps.summarize.point import is_quotation
from digest.steps.summarize.weigh import weigh_all
from digest.text.words import content_stems
from tests.steps.summarize.test_doubt import line_of
from tests.support import make_article

LEAD = "The council of Marl voted on Monday to close the old bridge over the Senn after engineers found cracks in its cables."
OTHER = "Marl shut its old bridge over the Senn on Monday because the cables that carry it have cracks, the council said."


def told(*articles: Article, words: int = 100) -> list[SummarySentence]:
    by_id = {article.id: article for article in articles}
    event = Event(articles[0].id, tuple(by_id))
    return list(summarize(event, [(name,) for name in by_id], by_id, Settings(summary_words=words), SummaryEdit()))


def loose(
    text: str, place: int = 3, *, told: str = "Lund", titles: float = 0.2, openings: float = 0.4, near: bool = False
) -> float:
    line = replace(line_of(text), place=place)
    return looseness(line, frozenset(content_stems(told)), frozenset({"marl"}), titles, openings, follows=near)


def test_what_follows_its_neighbour_holds_more_firmly_than_what_stands_further_down() -> None:
    said = "The town of Marl has hired nine engineers."
    assert loose(said, 1, near=True) < loose(said, 1) < loose(said, 9)


def test_what_shares_names_with_what_is_told_and_words_with_the_others_holds_more_firmly() -> None:
    said = "In the evening Lund hired nine engineers."
    assert loose(said, told="Ada Lund closed a bridge") < loose(said, told="Piet Maas closed a bridge")
    assert loose(said, titles=0.4) < loose(said)
    assert loose(said, openings=0.7) < loose(said)


def test_what_tells_the_act_again_in_whatever_words_holds_less() -> None:
    hired, closed = "In the evening Lund hired nine engineers.", "In the evening Lund closed nine ferries."
    assert loose(hired, told="Ada Lund closed a bridge") < loose(closed, told="Ada Lund closed a bridge")
    video = "The video of Lund is short."
    assert loose(video, told="Lund in a photo") < loose(video, told="Lund in a clip")


def test_people_whom_nobody_introduced_make_a_sentence_hang() -> None:
    assert loose("In the evening nine ferries went to Marl.") < loose("In the evening nine ferries went to Quarnero.")


def test_a_sentence_without_weights_is_no_error() -> None:
    assert loose("She did so, and then some.", told="") > 0


def test_a_sentence_that_hangs_is_left_out_though_there_is_room() -> None:
    hanging = "Most of the members said that a second mark would be reached before the end of the month."
    one = make_article(
        "a", "Marl shuts its bridge", [LEAD, *[f"Street {n} of the town is long and dark." for n in range(9)], hanging]
    )
    two = make_article("b", "Old bridge over the Senn shut", [OTHER])
    assert hanging not in [sentence.text for sentence in told(one, two)]


def test_a_summary_goes_on_with_what_follows_where_it_began() -> None:
    ferries = "Ada Lund, the mayor of Rohn, said that ferries would carry cars over the Senn until the end of May."
    buses = "Piet Maas, the mayor of Quell, said that buses would carry pupils over the Senn until the end of May."
    fillers = [f"Street {n} of the town is long and dark." for n in range(3)]
    two = make_article("b", "Mayors promise ferries and buses over the Senn", ["Why did Marl shut the old bridge on Monday?"])
    for near, far in ((ferries, buses), (buses, ferries)):
        one = make_article("a", "Marl shuts its bridge", [LEAD, near, *fillers, far])
        assert [sentence.text for sentence in told(one, two)][1:] == [near]


def test_a_quotation_says_too_little_far_from_its_neighbour() -> None:
    said = "“Nobody asked the council for that, and nobody in Marl will thank them,” Ada Lund said."
    fillers = ["Ferries cross the Senn twice an hour in the summer and once in winter."] * 1
    one = make_article("a", "Marl shuts its bridge", [LEAD, *fillers, "Swans live there.", said])
    two = make_article("b", "Old bridge over the Senn shut", [OTHER])
    assert is_quotation(said)
    assert said not in [sentence.text for sentence in told(one, two)]


def test_what_was_done_on_a_day_has_happened() -> None:
    assert happened(LEAD) == 1
    assert happened("The council of Marl voted to close the old bridge.") == UNDATED
    assert happened("Ada Lund, who was mayor of Marl for nine years, died on Saturday at the age of 81.") == 1
    assert not happened("The council of Marl will vote on Monday on whether to close the old bridge over the Senn.")
    assert not happened("The council of Marl is set to vote on Monday, a person told the harbour office.")
    assert not happened("“We voted on Monday,” the council says.")


def test_two_reports_with_the_same_words_of_a_speaker_say_the_same() -> None:
    one = make_article(
        "a", "Lund calls the Marl bridge a disgrace", ["Ada Lund called the bridge of Marl a “rotten disgrace” on Monday."]
    )
    two = make_article(
        "b",
        "Marl bridge is a disgrace, says Lund",
        ["At the bridge of Marl, which was shut, Ada Lund spoke of a “rotten disgrace” and left the town by ferry."],
    )
    assert {citation.article for sentence in told(one, two) for citation in sentence.citations} == {"a", "b"}


def test_a_report_that_says_all_of_it_and_more_says_it_too() -> None:
    one = make_article("a", "Marl bridge shut", ["The bridge of Marl carried 4,100 cars and lorries a day."])
    two = make_article(
        "b",
        "Marl shuts its old bridge",
        ["With cracks in all its cables, the bridge of Marl carried 4,100 cars and lorries a day, more than any road."],
    )
    assert {citation.article for sentence in told(one, two) for citation in sentence.citations} == {"a", "b"}


def test_what_is_told_at_a_loss_goes_on_with_the_sentence_that_is_best_alone() -> None:
    best, other, more = (
        "Norland shut the old bridge of Marl on Monday for the winter.",
        "Ferries across the Senn were free on Tuesday, Ada Lund wrote.",
        "Piet Maas of Oster sold nine tractors to a farm.",
    )
    article = make_article("a", "The bridge of Marl", [best, other, more])
    lines = gather(Event("a", ("a",)), [("a",)], {"a": article}, SummaryEdit())
    pool = weigh_all(lines, shipped(), 100).candidates
    worths = {best: 1.0, other: 0.9, more: 0.5, best + more: 0.95, other + more: 0.96, best + other: 0.5}

    def worth(state: State) -> float:
        return worths.get("".join(item.line.text for item in sorted(state.items, key=lambda item: item.line.place)), 0.0)

    assert [item.line.text for item in best_set(pool, (), 100, worth, many=False)] == [best, more]
