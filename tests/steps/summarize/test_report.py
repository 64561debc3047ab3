"""What of the articles of an event is report."""

from __future__ import annotations

import pytest

from digest.model import Event, SummaryEdit
from digest.steps.summarize.material import Line, gather
from digest.steps.summarize.report import reported
from tests.support import make_article

NEWS = [
    "The council of Marl voted on Monday to close the old bridge over the Senn.",
    "Mayor Ada Maas said the ferry would carry the traffic of the valley until spring.",
    "Engineers found cracks in the cables, according to a report of the harbour office.",
    "Drivers were told to take the road along the northern shore of the lake.",
    "The repair of the bridge was announced for the first week of October.",
    "Ada Maas told the council that the work would cost nine million crowns.",
]
COMMENT = [
    "Marl should be ashamed of the way in which it has treated its oldest bridge.",
    "We all knew that the cables were rotten and our council simply looked away.",
    "Perhaps the mayor thinks that drivers enjoy an hour on a road along the lake.",
    "The bridge must be repaired before the winter and not a day after it.",
    "Surely nine million crowns can be found in a town that built an opera house.",
    "The council of Marl closed the bridge and hopes that nobody asks it why.",
]


def texts_of(*texts: list[str], language: str = "en", title: str = "The bridge of Marl") -> list[str]:
    articles = {name: make_article(name, title, list(text), language=language) for name, text in zip("abc", texts, strict=False)}
    lines: list[Line] = gather(Event("a", tuple(articles)), [(name,) for name in articles], articles, SummaryEdit())
    kept = reported(lines)
    return [line.text for line in lines if line in kept]


def test_captions_and_calls_above_a_report_do_not_push_its_opening_down() -> None:
    above = ["CLOSE The old bridge of Marl was closed on Monday. AP", "Get breaking news alerts and reports about Marl."]
    article = make_article("a", "The bridge of Marl", [*above, *NEWS])
    lines = gather(Event("a", ("a",)), [("a",)], {"a": article}, SummaryEdit())
    assert [line.place for line in lines if line.text in NEWS] == list(range(len(NEWS)))


@pytest.mark.parametrize(
    "above", ["Marl Closes The Bridge; Two Ferries Are Hired", "The council gives no day on which the bridge opens again"]
)
def test_a_line_without_an_end_above_a_report_does_not_push_its_opening_down(above: str) -> None:
    article = make_article("a", "Marl closes its bridge", [above, *NEWS])
    lines = gather(Event("a", ("a",)), [("a",)], {"a": article}, SummaryEdit())
    assert [line.place for line in lines if line.text in NEWS] == list(range(len(NEWS)))


def test_a_comment_is_left_out_beside_a_report_and_told_where_it_is_alone() -> None:
    assert texts_of(NEWS, COMMENT) == NEWS
    assert COMMENT[-1] in texts_of(COMMENT)
    assert COMMENT[-1] in texts_of(NEWS, COMMENT, language="de")


def test_a_headline_that_says_opinion_makes_a_comment() -> None:
    found = texts_of(NEWS, NEWS, title="Opinion: Close it")
    assert found == [*NEWS, *NEWS]  # nothing else tells


def test_an_outlet_that_files_comment_comments() -> None:
    desk = make_article("a", "The bridge of Marl", [NEWS[0]], outlet="marl-courier-opinion")
    report = make_article("b", "The bridge of Marl", NEWS, outlet="marl-courier")
    articles = {"a": desk, "b": report}
    lines = gather(Event("a", ("a", "b")), [("a",), ("b",)], articles, SummaryEdit())
    assert {line.article.id for line in reported(lines)} == {"b"}


@pytest.mark.parametrize(
    "aside",
    [
        "Mayor Ada Maas speaks at the foot of the old bridge in the harbour of Marl.",
        "Supplied A ferry on its way across the Senn on Monday morning.",
        "Mayor Ada Maas (left) and harbour master Piet Lund closed the bridge on Monday.",
        "The council has made a laughable attempt to keep the cracks a secret.",
        "The council of Marl did not immediately respond to a request for comment.",
        "Mayor Ada Maas, who closed the old bridge of Marl, reacts after a vote of the council.",
        "The Senn Mail has reached out to the council of Marl for a statement.",
    ],
)
def test_a_caption_or_a_verdict_is_no_report(aside: str) -> None:
    assert texts_of([*NEWS, aside], NEWS) == [*NEWS, *NEWS]


def test_what_is_foretold_of_a_day_that_is_over_is_no_report() -> None:
    told = "The council of Marl will decide on May 2, 2019, whether the bridge stays shut."

    def kept(day: str) -> bool:
        article = make_article("a", "The bridge of Marl", [*NEWS, told], day=day)
        lines = gather(Event("a", ("a",)), [("a",)], {"a": article}, SummaryEdit())
        return told in [line.text for line in reported(lines)]

    assert kept("2019-05-01")
    assert not kept("2019-05-03")


def test_a_verdict_that_somebody_spoke_is_report() -> None:
    spoken = "Piet Lund called the plan of the council a laughable one on Monday."
    assert spoken in texts_of([*NEWS, spoken], NEWS)


def test_speech_without_its_marks_is_no_report() -> None:
    speech = "Nobody in this town has ever seen cables in such a state."
    assert speech not in texts_of([*NEWS, "The harbour office wrote on its page:", speech], NEWS)
    marked = f"“{speech} The bridge was a danger,” Piet Lund told the council."
    assert speech not in texts_of([*NEWS, speech], [*NEWS, marked])
    assert speech in texts_of([*NEWS, speech], NEWS)
