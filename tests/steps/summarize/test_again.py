"""Nothing is told twice, in whatever words, and a further sentence adds something."""

from __future__ import annotations

import pytest

from digest.model import Event, SummaryEdit
from digest.steps.summarize.acts import acts_of
from digest.steps.summarize.material import Line, gather
from tests.steps.summarize.test_summarize import summary_of
from tests.support import make_article


def line_of(text: str, language: str = "en") -> Line:
    article = make_article("a", "Marl", [text], language=language)
    return gather(Event("a", ("a",)), [("a",)], {"a": article}, SummaryEdit())[0]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Ada Lund lashed out at the council on Monday.", "Lund ripped the plan of the council as a cruel one.", True),
        ("Officials of Norland denied the report.", "The harbour office of Norland rejected what the papers wrote.", True),
        ("Congress voted to reopen the port, approving the bill.", "The fourth bill easily passed the Senate.", True),
        ("The council passed a bill on ferries on Monday.", "The bill, known as the Ferry Act, passed by nine votes.", True),
        ("Ada Lund has tapped a judge of Marl.", "Ole Keller, a judge of Marl, has been asked to look into it.", True),
        ("The mayor shut the bridge, and Ada Lund stepped down.", "On Friday Lund quit as head of the council.", True),
        ("Ada Lund lashed out at the council on Monday.", "Ole Keller ripped the plan as a cruel one.", False),
        ("Ada Lund denied the report.", "Ada Lund opened the bridge.", False),
        ("Ada Lund denied the report.", "Ada Lund called it “a lie that I reject”.", False),
        ("Nine Norlandians were killed.", "Norlandians had marched for weeks, and deaths rose on Monday.", False),
    ],
)
def test_two_sentences_tell_one_act_of_one_doer(one: str, two: str, same: bool) -> None:
    assert (not acts_of(one).isdisjoint(acts_of(two))) is same


def test_a_summary_goes_on_with_what_is_new() -> None:
    first = make_article(
        "a",
        "Lund quits the council of Marl",
        [
            "Ada Lund, the head of the council of Marl, resigned on Monday after a lost vote on the bridge over the Senn.",
            "The news that Lund had resigned was first reported by the Courier and confirmed by the council.",
            "The council elects a new head in May, and three members want the post.",
        ],
        day="2024-03-05",
    )
    second = make_article(
        "b",
        "Head of council quits after vote on bridge",
        [
            "Ada Lund quit as head of the council of Marl on Monday.",
            "The council had voted on the bridge over the Senn, which needs new cables.",
        ],
        day="2024-03-05",
    )
    texts = [line.text for line in summary_of([first, second])]
    assert not any("first reported" in text for text in texts)
    assert sum("resigned" in text or "quit" in text for text in texts) == 1
