"""Links to sentences, citations, and reports of problems."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.steps.pages import factory
from tests.steps.pages.factory import edition
from tests.steps.pages.test_pages import article, event, hrefs, rendered, words


@pytest.fixture(scope="module")
def files() -> Mapping[str, str]:
    return rendered(edition())


def reported(repository: str) -> Mapping[str, str]:
    of = edition()
    return rendered(replace(of, content=replace(of.content, repo_url=repository)))


def test_every_sentence_of_a_summary_and_every_cited_one_can_be_linked_to(files: Mapping[str, str]) -> None:
    for page, prefix in ((event(files), "sum-"), (article(files), "s")):
        ids = set(re.findall(rf'id="({prefix}\d+)"', page))
        links = re.findall(r'<a class="d-link" href="#([^"]*)" aria-label="Link to sentence \d+">', page)
        assert links
        assert set(links) <= ids
    assert len(re.findall('class="d-link"', event(files))) == len(re.findall(r'id="sum-\d+"', event(files)))
    assert len(re.findall('class="d-link"', article(files))) == len(re.findall("d-s--cited", article(files)))


def test_an_article_is_cited_at_its_own_address_where_one_is_known(files: Mapping[str, str]) -> None:
    said = words(article(files, "ferry-wire"))
    assert "@misc{ferry-wire," in said
    assert re.search(r"url += \{https?://[^{}]+\}", said)


def test_without_a_repository_nobody_is_asked_to_report(files: Mapping[str, str]) -> None:
    assert "Report a problem" not in event(files) + article(files)


def test_a_problem_is_reported_with_the_sentence_its_address_and_its_source() -> None:
    made = reported("https://code.example/mine")
    links = [href for href in hrefs(event(made)) if href.startswith("https://code.example/mine/issues/new?")]
    assert len(links) == len(re.findall(r'id="sum-\d+"', event(made))) + 1
    asked = parse_qs(urlsplit(links[0]).query)
    assert asked["title"] == ["Problem on “Ferry to Norholm: first crossing in nine years”"]
    body = asked["body"][0]
    assert "Page: https://digest.example/norholm/events/ferry-post/#sum-1" in body
    assert "Source: content/articles/ferry-post" in body
    quoted = re.search("Sentence: “(.*)”", body)
    assert quoted
    assert quoted.group(1) in words(event(made))
    assert [href for href in hrefs(article(made)) if href.startswith("https://code.example/mine/issues/new?")]


def test_gitlab_is_asked_in_its_own_words() -> None:
    found = next(href for href in hrefs(event(reported("https://gitlab.example/mine"))) if "gitlab" in href)
    asked = parse_qs(urlsplit(found).query)
    assert urlsplit(found).path == "/mine/-/issues/new"
    assert set(asked) == {"issue[title]", "issue[description]"}


def test_an_article_leads_to_the_reports_beside_it(files: Mapping[str, str]) -> None:
    order = re.findall(r'id="r\d+"><p class="d-report"><a href="../../(articles/[^"]*)"', event(files))
    assert len(order) > 2
    for at, url in enumerate(order):
        page = article(files, url.split("/")[1])
        beside = [f"../../{other}" for other in order[max(0, at - 1) : at] + order[at + 1 : at + 2]]
        assert hrefs(page[page.index('class="d-turn"') :]) == beside


def test_an_article_alone_on_its_event_leads_to_an_earlier_one_of_its_outlet_and_to_none_after_it() -> None:
    def turn(when: str) -> list[str]:
        cheese = factory.article(
            "cheese", "A cheese wins", [["A cheese won a prize.", "It is blue."]], outlet="ledger", when=when
        )
        made = rendered(factory.edition(articles={**factory.ARTICLES, "cheese": cheese}))
        return re.findall(r'<a class="(?:prev|next)" href="../../(articles/[^"]*)"', article(made, "cheese"))

    assert turn("2021-04") == []
    assert turn("2021-05-20") == ["articles/ferry-ledger/"]
