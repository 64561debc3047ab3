"""The archive: years, months and days, each leading to the next."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from digest.steps.pages import archive
from tests.steps.pages.factory import edition, empty
from tests.steps.pages.test_pages import hrefs, rendered, words


@pytest.fixture(scope="module")
def files() -> Mapping[str, str]:
    return rendered(edition())


def page(files: Mapping[str, str], place: str) -> str:
    return files[f"docs/archive/{place}index.md"]


def test_there_is_a_page_for_each_year_month_and_day_and_no_other(files: Mapping[str, str]) -> None:
    """Not for 13 May, whose only article is hidden, and no day in April, of which only the month is known."""
    places = {path.removeprefix("docs/archive/").removesuffix("index.md") for path in files if path.startswith("docs/archive/")}
    days = {f"2021-05-{day}/" for day in (14, 15, 16, 17)}
    assert places == {"", "2021/", "2021-05/", "2021-04/"} | days
    assert [path for path in rendered(empty()) if path.startswith("docs/archive/")] == ["docs/archive/index.md"]


def test_a_year_leads_to_its_months_and_a_month_to_its_days(files: Mapping[str, str]) -> None:
    assert "../archive/2021/" in hrefs(page(files, ""))
    assert {"../../archive/2021-05/", "../../archive/2021-04/"} <= set(hrefs(page(files, "2021/")))
    assert {f"../../archive/2021-05-{day}/" for day in (14, 15, 16, 17)} <= set(hrefs(page(files, "2021-05/")))


def test_a_day_tells_what_began_on_it_from_what_was_reported_further(files: Mapping[str, str]) -> None:
    first, last = page(files, "2021-05-14/"), page(files, "2021-05-17/")
    assert "Begun on this day" in first
    assert "Reported further" not in first
    assert "Reported further" in last
    assert "since 14 May" in words(last[last.index('id="further"') :])
    assert "digest-2021-05-17.html" in last


def test_a_day_leads_to_the_one_before_and_the_one_after_it(files: Mapping[str, str]) -> None:
    def turn(place: str) -> list[str]:
        found = page(files, place)
        return hrefs(found[found.index("d-turn") :])

    assert turn("2021-05-14/") == ["../../archive/2021-05-15/"]
    assert turn("2021-05-15/") == ["../../archive/2021-05-16/", "../../archive/2021-05-14/"]
    assert turn("2021-05-17/") == ["../../archive/2021-05-16/"]
    assert turn("2021-04/") == ["../../archive/2021-05/"]


def test_a_month_of_many_events_shows_some_of_a_day_and_leads_to_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "OF_DAY", 0)
    month = page(rendered(edition()), "2021-05/")
    assert re.search(r'href="../../archive/2021-05-14/">and 1 more<', month)


def test_without_a_hidden_articles_day_no_link_leads_to_it(files: Mapping[str, str]) -> None:
    assert not [path for path, text in files.items() if "archive/2021-05-13/" in text]


def test_an_events_way_goes_through_its_month_and_day(files: Mapping[str, str]) -> None:
    head = files["docs/events/ferry-post/index.md"].split("---\n")[1]
    assert re.findall(r"url: '?(archive/[^'\n]*)", head) == ["archive/2021-05/", "archive/2021-05-14/"]
