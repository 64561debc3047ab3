"""The index of keywords: what it lists, and where everything else stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from digest.model import Edition, EventReport, Keyword
from tests.steps.pages.factory import edition, many
from tests.steps.pages.test_pages import rendered

INDEX = "docs/keywords/index.md"


def headed(made: Edition, *listed: str) -> Edition:
    """Give the edition with some of its keywords as headings."""

    def mark(keywords: tuple[Keyword, ...]) -> tuple[Keyword, ...]:
        return tuple(replace(one, heading=one.text in listed) for one in keywords)

    def report(one: EventReport) -> EventReport:
        return replace(one, keywords=mark(one.keywords))

    return replace(
        made,
        keywords={article: mark(found) for article, found in made.keywords.items()},
        events=tuple(report(one) for one in made.events),
    )


@pytest.fixture(scope="module")
def files() -> Mapping[str, str]:
    return rendered(headed(edition(), "Norholm", "harbour dues"))


def test_the_index_lists_headings_alone(files: Mapping[str, str]) -> None:
    assert "Norholm</a>" in files[INDEX]
    assert "goat" not in files[INDEX]
    assert ">gale</a>" not in files["docs/keywords/norholm/index.md"], "nor does a keyword's page among its kin"


def test_what_only_one_report_has_is_no_heading(files: Mapping[str, str]) -> None:
    assert "harbour dues" not in files[INDEX]


def test_every_other_keyword_keeps_its_place_on_the_page_of_its_letter(files: Mapping[str, str]) -> None:
    page = files["docs/keywords/letters/g/index.md"]
    assert 'id="others"' in page
    assert page.index('id="others"') < page.index('id="k-gale"')
    assert 'id="others"' not in files["docs/keywords/letters/n/index.md"]


def test_a_heading_of_two_independent_reports_is_listed_without_an_event() -> None:
    made = edition()
    dues = (Keyword("harbour dues", 0.7),)
    both = replace(made, keywords={"ferry-post": dues, "ferry-ledger": dues})
    copy = replace(made, keywords={"ferry-wire": dues, "ferry-weekend": dues})
    assert "harbour dues" in rendered(headed(both, "Norholm", "harbour dues"))[INDEX]
    assert "harbour dues" not in rendered(headed(copy, "Norholm", "harbour dues"))[INDEX], "a copy is no second voice"


def test_a_family_name_gives_way_to_the_whole_name() -> None:
    made = edition()
    names = (Keyword("Lindqvist", 0.6), Keyword("Edda Lindqvist", 0.5))
    events = tuple(replace(one, keywords=one.keywords + names) for one in made.events)
    page = rendered(headed(replace(made, events=events), "Lindqvist", "Edda Lindqvist"))[INDEX]
    assert "Edda Lindqvist</a>" in page
    assert ">Lindqvist</a>" not in page


def test_a_name_with_its_office_has_the_page_of_the_name() -> None:
    made = edition()
    ways = (Keyword("Edda Lindqvist", 0.5, heading=True), Keyword("Mayor Lindqvist", 0.5, heading=True, holder="Edda Lindqvist"))
    events = tuple(replace(one, keywords=(*one.keywords, ways[number % 2])) for number, one in enumerate(made.events))
    pages = rendered(replace(made, events=events))
    assert "Edda Lindqvist</a>" in pages[INDEX]
    assert "Mayor Lindqvist" not in pages[INDEX]
    linked = [text for path, text in pages.items() if "keywords/edda-lindqvist/" in text and ">Mayor Lindqvist</a>" in text]
    assert linked, "the event shows the office and leads to the person"


def test_without_any_heading_all_are_listed() -> None:
    page = rendered(edition())[INDEX]
    assert re.search(r">goat</a>", page)


def test_a_keyword_of_several_events_without_a_page_lists_them_and_one_of_a_single_event_leads_there() -> None:
    made = many(6)
    quay, tide = Keyword("quay", 0.5), Keyword("tide", 0.5)
    alone = dict.fromkeys(made.articles, (quay,)) | {"ferry-0": (quay, tide)}
    site = rendered(replace(made, events=tuple(replace(one, keywords=()) for one in made.events), keywords=alone))
    several = site["docs/keywords/letters/q/index.md"].split('id="k-quay"')[1].split("</ul>")[0]
    assert "<b>quay</b>" in several
    assert several.count("events/ferry-") == 4
    assert 'href="../../../?q=quay">and 2 more</a>' in several
    assert 'id="k-tide"><a href="../../../events/ferry-0/">tide</a>' in site["docs/keywords/letters/t/index.md"]


def test_the_index_leads_to_the_page_of_every_letter(files: Mapping[str, str]) -> None:
    bar = files[INDEX].split("d-letters")[1].split("</nav>")[0]
    letters = {path.split("/")[3] for path in files if path.startswith("docs/keywords/letters/")}
    assert set(re.findall(r"letters/([^/]+)/", bar)) == letters
