"""An undated article gets a day only where its lead names one, counted from its event's earliest dated article."""

from __future__ import annotations

import pytest

from digest.model import Article, Block, Event, Kind, Outlet, Precision, Published, Settings, Source
from digest.readers import plain
from digest.steps.infer import infer_dates
from digest.steps.normalize import normalize


def article(name: str, text: str) -> Article:
    outlets: dict[str, Outlet] = {}
    found, _, _ = normalize(Source(name, f"content/articles/{name}.txt", text), plain.read(text, 1), outlets, Settings())
    assert found is not None
    return found


def inferred(lead: str, *dated: str) -> Published | None:
    articles = {
        "undated": article("undated", f"Bridge Reopens\n{lead}\nThe repair of the third pillar had cost the city nine million.")
    }
    for index, day in enumerate(dated):
        articles[f"d{index}"] = article(
            f"d{index}", f"The Bridge Is Open\n{day}\nThe bridge is open, the mayor of the city has said."
        )
    return infer_dates(articles, [Event("undated", tuple(articles))])["undated"].published


def test_the_weekday_of_the_lead_is_counted_from_the_earliest_dated_article() -> None:
    found = inferred("The old bridge reopened on Friday, eleven months after a barge hit it.", "2019-07-04", "2019-06-29")
    assert found == Published("2019-06-28", Precision.INFERRED, "“Friday” in its text, counted from The Bridge Is Open")


def test_the_same_weekday_is_the_same_day() -> None:
    found = inferred("The old bridge reopened on Friday, eleven months after a barge hit it.", "2019-06-28")
    assert found is not None
    assert found.iso == "2019-06-28"


def test_a_day_late_report_of_a_companion_dated_a_day_early_is_not_put_a_week_back() -> None:
    found = inferred("The old bridge reopened on Friday, eleven months after a barge hit it.", "2019-06-27")
    assert found is not None
    assert found.iso == "2019-06-28"


@pytest.mark.parametrize("dated", ["2019-06-26", "2019-06-30", "2019-07-02"])
def test_a_weekday_farther_than_a_day_from_the_dated_article_gives_none(dated: str) -> None:
    assert inferred("The old bridge reopened on Friday, eleven months after a barge hit it.", dated) is None


@pytest.mark.parametrize(
    "lead",
    [
        "The old bridge reopened yesterday, and today the mayor walked across it.",
        "The old bridge will reopen on Friday, eleven months after a barge hit it.",
        "The old bridge reopened last Friday, eleven months after a barge hit it.",
        "The old bridge has reopened. The mayor came. Nobody else did. It rained on Friday.",
    ],
)
def test_any_other_lead_leaves_the_article_undated(lead: str) -> None:
    assert inferred(lead, "2019-06-29") is None


def test_an_event_without_a_date_gives_none() -> None:
    assert inferred("The old bridge reopened on Friday, eleven months after a barge hit it.") is None


def test_an_article_with_a_month_of_its_own_keeps_it() -> None:
    month = article("m", "Bridge Reopens\nJune 2019\nThe old bridge reopened on Friday, eleven months after a barge hit it.")
    day = article("d", "The Bridge Is Open\n2019-06-29\nThe bridge is open, the mayor of the city has said.")
    found = infer_dates({"m": month, "d": day}, [Event("d", ("d", "m"))])
    assert found["m"] == month
    assert Block(Kind.PARAGRAPH, month.text, 3) == month.blocks[0]
