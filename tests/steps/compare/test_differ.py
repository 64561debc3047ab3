"""Where reports differ: what is found, and what must not be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Article, Comparison, Event
from digest.steps.compare import compare
from tests.support import make_article

CASES_FOLDER = Path(__file__).parents[2] / "cases"
CASES = (CASES_FOLDER / "differ.md").read_text(encoding="utf-8").split("\n## ")[1:]


@dataclass(frozen=True)
class Case:
    name: str
    reports: tuple[str, str]
    expected: str


def read(case: str) -> Case:
    name, *lines = case.strip().splitlines()
    first, second = (line[2:] for line in lines if line.startswith("- "))
    return Case(name, (first, second), next(line[2:] for line in lines if line.startswith("= ")))


def beside(*texts: str, outlets: tuple[str, ...] = (), days: tuple[str, ...] = ()) -> tuple[Comparison, dict[str, Article]]:
    """Compare reports of one event, each an independent one."""
    articles = {
        f"r{i}": make_article(
            f"r{i}", "News from Norholm", [text], day=(days or ("2021-05-14",) * 9)[i], outlet=(outlets or "abcdef")[i]
        )
        for i, text in enumerate(texts)
    }
    voices = [
        tuple(name for name, one in articles.items() if one.outlet == outlet)
        for outlet in dict.fromkeys(a.outlet for a in articles.values())
    ]
    return compare(Event("r0", tuple(articles)), voices, articles, ()), articles


def said(found: Comparison, articles: dict[str, Article]) -> list[str]:
    return [
        f"{one.kind}: "
        + " / ".join(articles[side.sentence.citations[0].article].text[side.start : side.end] for side in one.sides)
        for one in found.differing
    ]


@pytest.mark.parametrize("case", [read(case) for case in CASES], ids=lambda case: case.name)
@pytest.mark.parametrize("turned", [False, True])
def test_what_differs_is_found_and_nothing_else(case: Case, *, turned: bool) -> None:
    reports = case.reports[::-1] if turned else case.reports
    expected = [] if case.expected == "nothing" else [case.expected]
    if turned and expected:
        kind, words = case.expected.split(": ", 1)
        expected = [f"{kind}: " + " / ".join(words.split(" / ")[::-1])]
    assert said(*beside(*reports)) == expected


CLOSED = "The engineers closed the harbour bridge at Norholm for {} weeks after cracks appeared in its piers."


@given(st.integers(2, 900), st.integers(2, 900))
def test_two_figures_in_one_slot_differ_exactly_where_they_are_apart(one: int, two: int) -> None:
    found, _ = beside(CLOSED.format(one), CLOSED.format(two))
    apart = max(one, two) * 0.98 > min(one, two) * 1.02
    assert bool(found.differing) == apart


def test_reports_of_one_voice_do_not_differ() -> None:
    found, _ = beside(CLOSED.format(3), CLOSED.format(8), outlets=("a", "a"))
    assert not found.differing


def test_an_outlet_that_corrects_itself_on_a_later_day_is_updated() -> None:
    found, articles = beside(CLOSED.format(3), CLOSED.format(8), outlets=("a", "a"), days=("2021-05-14", "2021-05-16"))
    assert said(found, articles) == ["Number: 3 weeks / 8 weeks"]
    assert found.differing[0].updated


def test_a_toll_that_grew_is_updated_and_one_that_shrank_differs() -> None:
    text = "The storm sank the ferry off Norholm and {} people died before the rescue boats arrived."
    days = ("2021-05-14", "2021-05-16")
    assert beside(text.format(14), text.format(19), days=days)[0].differing[0].updated
    assert not beside(text.format(19), text.format(14), days=days)[0].differing[0].updated


AGED = "The captain, Ada Linde, {}, was {} at Norholm."


@pytest.mark.parametrize(
    ("ages", "days", "differ"),
    [
        ((41, 42), ("2021-05-14", "2021-05-16"), True),
        ((41, 42), ("2021-05-14", "2021-06-12"), False),  # a birthday between
        ((41, 42), ("2021-05-14", "2022-05-12"), False),
        ((41, 43), ("2021-05-14", "2021-06-12"), True),
        ((41, 43), ("2021-05-14", "2023-03-01"), False),
        ((41, 32), ("2021-05-14", "2023-03-01"), True),
    ],
)
def test_an_age_differs_where_no_birthday_explains_it(ages: tuple[int, int], days: tuple[str, str], *, differ: bool) -> None:
    texts = (AGED.format(ages[0], "arrested"), AGED.format(ages[1], "acquitted"))
    assert bool(beside(*texts, days=days)[0].differing) == differ


def test_an_undated_report_may_be_of_any_day_of_its_event() -> None:
    texts = [AGED.format(age, "arrested") for age in (41, 42)] + ["The court of Norholm closed for the summer."] * 2
    articles = {
        f"r{i}": make_article(f"r{i}", "News from Norholm", [text], day=day, outlet=outlet)
        for i, (text, day, outlet) in enumerate(zip(texts, ("2021-05-14", None, None, "2022-05-12"), "abcd", strict=True))
    }
    assert not compare(Event("r0", tuple(articles)), [(name,) for name in articles], articles, ()).differing


def test_figures_of_two_seasons_are_no_difference() -> None:
    texts = [f"The coastguard of Norholm offers a reward of ${sum_} for news that leads to the ferry." for sum_ in (1500, 2500)]
    assert beside(*texts, days=("2021-05-14", "2021-05-16"))[0].differing
    assert not beside(*texts, days=("2021-05-14", "2021-08-16"))[0].differing


def test_two_crimes_of_one_street_are_told_apart_by_whom_they_name() -> None:
    first = "Ada Linde, 41, was shot in the 500 block of Harbour Lane, the police of Norholm said."
    again = "Ms Linde was shot in the 800 block of Harbour Lane, the court of Norholm heard."
    other = "Shots were heard in the 800 block of Harbour Lane, the police of Norholm said."
    days = ("2021-05-14", "2021-08-16")
    assert beside(first, again, days=days)[0].differing
    assert not beside(first, other, days=days)[0].differing


def test_an_outlet_that_takes_its_news_back_is_updated() -> None:
    found, articles = beside(
        "Cars may cross the harbour bridge at Norholm again, the mayor announced on Friday.",
        "The harbour bridge at Norholm is still closed, engineers said after the mayor announced that cars may cross it.",
        outlets=("a", "a"),
        days=("2021-05-14", "2021-05-16"),
    )
    assert said(found, articles) == [
        "Account: Cars may cross the harbour bridge at Norholm again / The harbour bridge at Norholm is still closed"
    ]
    assert found.differing[0].updated


def test_no_label_says_contradiction() -> None:
    kinds = {re.split(":", read(case).expected)[0] for case in CASES}
    assert kinds == {"nothing", "Amount", "Number", "Date", "Name", "Wording", "Account"}


EDITS, AGREE = (CASES_FOLDER / "differ-edits.md").read_text(encoding="utf-8").split("# Two sentences that agree")
CHANGED = re.compile(r"\{(?P<one>.*?)\|(?P<two>.*?)\}")
REWORDED = re.compile(r"<(.*?)\|(.*?)>")


def written(text: str) -> str:
    return re.sub(" {2,}", " ", text).strip()


def test_edits_of_a_sentence_are_found_and_other_words_for_the_same_are_not() -> None:
    edits = [line[2:] for line in EDITS.splitlines() if line.startswith("- ")]
    right = made_up = 0
    for edit in edits:
        first, second = (CHANGED.sub(rf"\{number}", REWORDED.sub(rf"\{number}", edit)) for number in (1, 2))
        slot = CHANGED.search(edit)
        assert slot is not None
        found = said(*beside(written(first), written(second)))
        good = sum(any(word in one for word in re.findall(r"\w+", f"{slot['one']} {slot['two']}")) for one in found)
        right += bool(good)
        made_up += len(found) - good
        made_up += len(said(*beside(written(first), written(CHANGED.sub(r"\1", REWORDED.sub(r"\2", edit))))))
    assert len(edits) > 180
    assert right >= 0.7 * len(edits)
    assert right >= 0.98 * (right + made_up)


PAIRS = [pair.split("\n  ") for pair in AGREE.strip().removeprefix("- ").split("\n- ")]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0])
@pytest.mark.parametrize("turned", [False, True])
def test_what_agrees_in_other_words_does_not_differ(pair: list[str], *, turned: bool) -> None:
    assert said(*beside(*(pair[::-1] if turned else pair))) == []
