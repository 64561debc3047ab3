"""The part of an event's page that lays the reports beside one another, and the way back from the articles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape

import pytest

from digest.model import Agreement, Comparison, Difference, Event, Moment, Side
from tests.steps.pages.factory import ARTICLES, cite, edition, many
from tests.steps.pages.test_pages import rendered

CLOSED, CARRIED, LED = ("ferry-post", 2), ("ferry-post", 1), ("ferry-wire", 0)


def side(place: tuple[str, int], words: str) -> Side:
    sentence = cite(ARTICLES, place)
    at = ARTICLES[place[0]].text.index(words, sentence.citations[0].start)
    return Side(sentence, at, at + len(words))


COMPARISON = Comparison(
    agreed=(Agreement(cite(ARTICLES, ("ferry-wire", 1), ("ferry-post", 3)), 2),),
    single=(cite(ARTICLES, CLOSED),),
    differing=(
        Difference("Number", "who was aboard", (side(CARRIED, "214 passengers"), side(LED, "214 people"))),
        Difference("Amount", "", (side(("ferry-post", 5), "$12"), side(LED, "Friday")), updated=True),
    ),
    timeline=(
        Moment("2010-05", "in May", cite(ARTICLES, CLOSED)),
        Moment("2021-05-14", "date of publication", cite(ARTICLES, LED)),
    ),
    since=(cite(ARTICLES, ("ferry-wire", 3)),),
)


@pytest.fixture(scope="module")
def files() -> Mapping[str, str]:
    made = edition()
    return rendered(replace(made, events=(replace(made.events[0], comparison=COMPARISON), *made.events[1:])))


@pytest.fixture(scope="module")
def page(files: Mapping[str, str]) -> str:
    return files["docs/events/ferry-post/index.md"]


def section(page: str, name: str) -> str:
    return page.split(f'id="{name}"', 1)[1].split("</section>")[0]


def text(markup: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", markup))


def test_every_section_vanishes_when_it_is_empty() -> None:
    bare = rendered(edition())["docs/events/ferry-post/index.md"]
    for name in ("since", "agree", "only", "differ", "timeline"):
        assert f'id="{name}"' not in bare
        assert f"#{name}" not in bare


def test_what_is_agreed_says_of_how_many_independent_reports(page: str) -> None:
    agreed = section(page, "agree")
    assert "Dues will be shared by the towns and the state." in text(agreed)
    assert "2 of 3 independent reports" in text(agreed)
    assert agreed.count('<i class="on"></i>') == 2
    assert agreed.count("<i></i>") == 1
    assert 'href="../../articles/ferry-wire/#s2"' in agreed


def test_what_only_one_says_names_it(page: str) -> None:
    assert "The Harbour Post" in text(section(page, "only"))


def test_where_reports_differ_both_sides_stand_with_their_words_marked(page: str) -> None:
    first, second = section(page, "differ").split('class="d-differ')[1:]
    assert [text(found) for found in re.findall(r"<mark>.*?</mark>", first)] == ["214 passengers", "214 people"]
    assert text(first.split("<h3>")[1].split("</h3>")[0]) == "Number who was aboard"
    assert 'href="../../articles/ferry-post/#s2"' in first
    assert "report 2" in text(first)
    assert "Updated" in text(second)
    assert "d-differ--updated" in page
    assert "contradict" not in page


def test_the_front_page_says_what_the_reports_of_its_lead_differ_on(files: Mapping[str, str]) -> None:
    """What an outlet has updated in its own report is no difference between reports."""
    lead = files["docs/index.md"].split('class="d-front__lead"')[1].split('class="d-front__second"')[0]
    assert '<a href="events/ferry-post/#differ">Reports differ</a>: who was aboard</p>' in lead
    assert "Amount" not in lead
    assert "Reports differ" not in rendered(edition())["docs/index.md"]


def test_the_timeline_says_how_each_day_was_found(page: str) -> None:
    told = text(section(page, "timeline"))
    assert "May 2010 the report says “in May”" in told
    assert "14 May 2021 date of publication" in told


def test_the_figures_at_a_glance_lead_to_the_sections(page: str) -> None:
    glance = page.split('class="d-glance"')[1].split("</dl>")[0]
    assert '<a href="#agree">point agreed</a></dt><dd>1</dd>' in glance
    assert '<a href="#differ">points differ</a></dt><dd>2</dd>' in glance
    assert '<a href="#timeline">dates</a></dt><dd>2</dd>' in glance


def test_every_sentence_that_is_cited_leads_back(files: Mapping[str, str], page: str) -> None:
    back = set(re.findall(r'href="\.\./\.\./events/ferry-post/#([a-z]+-\d+)"', "".join(files.values())))
    assert back >= {"agree-1", "only-1", "differ-1", "differ-2", "time-1", "time-2", "since-1", "sum-1"}
    for anchor in back:
        assert f'id="{anchor}"' in page
    assert "Back to point 1 on which reports differ, which cites this" in unescape(files["docs/articles/ferry-post/index.md"])


def test_only_headline_and_sentences_are_searched(page: str) -> None:
    assert '<section id="timeline" data-search-exclude>' in page
    for name in ("agree", "only", "differ"):
        for found in re.findall(r'<(?:p class="d-meta"|figcaption|sup)[^>]*>', section(page, name)):
            assert "data-search-exclude" in found


@pytest.mark.parametrize(("voices", "dots"), [(12, 12), (13, 0)])
def test_dots_are_drawn_one_a_report_or_not_at_all(voices: int, dots: int) -> None:
    made = many(voices)
    names = tuple(made.articles)
    agreed = Comparison(agreed=(Agreement(cite(made.articles, (names[0], 3), (names[1], 3)), 2),))
    report = replace(made.events[0], event=Event(names[0], names), comparison=agreed, voices=tuple((name,) for name in names))
    found = section(rendered(replace(made, events=(report,)))["docs/events/ferry-0/index.md"], "agree")
    assert found.count("</i>") == dots
    assert f"2 of {voices} independent reports" in text(found)


def test_an_outlet_is_named_beside_what_it_alone_says_and_a_report_without_one_by_its_number() -> None:
    made = edition()
    alone = Comparison(single=(cite(ARTICLES, ("storm-silent", 0)), cite(ARTICLES, ("storm-undated", 0))))
    storm = replace(made.events[1], comparison=alone)
    only = section(
        rendered(replace(made, events=(made.events[0], storm, *made.events[2:])))["docs/events/storm-wire/index.md"], "only"
    )
    assert [text(line).strip() for line in re.findall('<p class="d-meta".*?</p>', only)] == ["The Silent Observer", "Report 2"]
