"""What programs read in a page: feeds, Open Graph, and schema.org's words; and the page that tells of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import pytest
import tablib

from digest.model import Edition, Edits, Page, Publish
from digest.steps.exports import export
from digest.steps.pages import lay_out
from digest.steps.pages.site import Site
from tests.steps.pages.factory import edition

SITE = "https://digest.example/norholm/"


def pages(of: Edition) -> dict[str, Page]:
    """Every page of the site by its address."""
    found = [item for item in lay_out(of) if isinstance(item, Page) and item.path.endswith("/index.md")]
    return {page.path.removeprefix("docs/").removesuffix("index.md"): page for page in found}


def linked(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(page.meta["linked"]))
    return found


def addresses(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key in ("url", "citation", "isBasedOn"):
                yield from [item] if isinstance(item, str) else [one for one in item if isinstance(one, str)]
            yield from addresses(item)
    elif isinstance(value, list):
        for item in value:
            yield from addresses(item)


def test_every_page_says_what_it_is_in_the_words_of_schema_org_and_open_graph() -> None:
    for place, page in pages(edition()).items():
        said = linked(page)
        assert said["@context"] == "https://schema.org", place
        assert said["url"] == SITE + place
        assert said["isPartOf"]
        assert page.meta["card"] == {
            "title": page.meta["title"] if place else "Norholm & Sea",
            "description": page.meta["description"],
            "kind": "article" if page.meta["kind"] in ("event", "article") else "website",
        }


def test_an_event_names_the_reports_it_is_based_on_and_the_sentences_it_cites() -> None:
    said = linked(pages(edition())["events/ferry-post/"])
    assert said["@type"] == "CollectionPage"
    assert [(one["@type"], one["headline"], one["publisher"]["name"]) for one in said["isBasedOn"]] == [
        ("NewsArticle", "Ferry to Norholm: first crossing in nine years", "The Harbour Post"),
        ("NewsArticle", "Norholm line reopens", "Meridian Wire"),
        ("NewsArticle", "Norholm line reopens at last", "Harbour Weekend"),
        ("NewsArticle", "Who pays for the goat? <script>alert(1)</script>", "Ledger & Sons <daily>"),
    ]
    assert said["isBasedOn"][0]["isBasedOn"] == "https://harbour.example/ferry?a=1&b=2"
    assert said["citation"][0] == f"{SITE}articles/ferry-post/#s1"
    assert f"{SITE}articles/ferry-ledger/#s5" in said["citation"]
    assert (said["datePublished"], said["dateModified"]) == ("2021-05-14", "2021-05-17")


@pytest.mark.parametrize("publish", list(Publish))
def test_an_article_says_a_word_of_its_text_only_where_all_of_it_is_shown(publish: Publish) -> None:
    of = edition()
    articles = {name: replace(article, publish=publish) for name, article in of.articles.items()}
    said = linked(pages(replace(of, articles=articles))["articles/ferry-post/"])
    assert (said["@type"], said["datePublished"]) == ("NewsArticle", "2021-05-14T06:10:00+02:00")
    assert ("sailed on Friday" in json.dumps(said)) is (publish is Publish.FULL)
    assert [one["name"] for one in said["author"]] == ["Ada Linde", "Per Holm"]


def test_each_thing_names_its_own_language() -> None:
    of = edition()
    greek = replace(of.articles["ferry-wire"], language="el")
    unknown = replace(of.articles["ferry-post"], language="und")
    changed = {**of.articles, greek.id: greek, unknown.id: unknown}
    content = replace(of.content, settings=replace(of.content.settings, language="es"))
    made = pages(replace(of, articles=changed, content=content))
    assert {linked(made[place])["inLanguage"] for place in ("", "about/", "topics/ferries/", "events/ferry-post/")} == {"es"}
    assert linked(made["articles/ferry-wire/"])["inLanguage"] == "el"
    assert "inLanguage" not in linked(made["articles/ferry-post/"])
    based = linked(made["events/ferry-post/"])["isBasedOn"]
    assert [one.get("inLanguage") for one in based] == [None, "el", "en", "en"]


def test_an_inferred_date_is_not_given_as_the_publishers() -> None:
    assert "datePublished" not in linked(pages(edition())["articles/storm-undated/"])


def test_an_address_that_no_page_may_link_to_is_not_named() -> None:
    assert not [page for page in pages(edition()).values() if "javascript:" in json.dumps(page.meta["linked"])]


def test_lists_name_their_members_and_no_hidden_one() -> None:
    made = pages(edition())
    assert [one["name"] for one in linked(made["topics/ferries/"])["mainEntity"]["itemListElement"]] == [
        "Ferry to Norholm: first crossing in nine years",
        "Gale closes quay",
    ]
    assert linked(made["sources/wire/"])["about"]["name"] == "Meridian Wire"
    for place in ("", "topics/ferries/", "sources/harbour/"):
        assert "secret" not in json.dumps(made[place].meta["linked"])
        assert linked(made[place])["isBasedOn"]


def test_without_an_address_of_the_site_addresses_are_relative_to_the_page() -> None:
    of = edition()
    absolute = pages(of)
    for place, page in pages(replace(of, content=replace(of.content, site_url=""))).items():
        here, there = list(addresses(linked(page))), list(addresses(linked(absolute[place])))
        assert [urljoin(SITE + place, link) for link in here] == there, place


def test_a_page_names_the_feed_that_follows_it() -> None:
    named = {place: page.meta["feeds"] for place, page in pages(edition()).items() if "feeds" in page.meta}
    assert set(named) == {
        *("topics/ferries/", "topics/storms/", "topics/night-boats/"),
        *("sources/harbour/", "sources/weekend/", "sources/wire/", "sources/ledger/", "sources/silent/"),
        *("events/ferry-post/", "events/storm-wire/", "events/cheese/"),
    }
    assert named["topics/ferries/"] == {"title": "Ferries & ports", "url": "topics/ferries/"}


def test_the_page_about_the_data_names_every_feed() -> None:
    view = pages(edition())["data/"].view
    groups: Any = view["groups"]
    assert [group["name"] for group in groups] == ["Topics", "Sources", "Events that may still grow"]
    assert sum(len(group["feeds"]) for group in groups) == 10


# ---------------------------------------------------------------- the figures on the page about the method


def figures(of: Edition) -> dict[str, dict[str, Any]]:
    found: Any = pages(of)["about/"].view["figures"]
    return {figure["name"]: figure for figure in found}


def test_each_figure_leads_to_what_it_counts() -> None:
    found = figures(replace(edition(), failed=("content/articles/torn.txt",)))
    counted = {name: (figure["value"], figure["url"], len(figure["members"])) for name, figure in found.items()}
    assert counted["Articles"] == (8, "data/articles.csv", 0)
    assert counted["Publishers"] == (5, "sources/", 0)
    assert counted["Independent reports"] == (7, "data/events.csv", 0)
    assert counted["Sentences proven"] == (7, "data/proof.json", 0)
    assert counted["Copies of another report"] == (1, "", 1)
    assert counted["Dates not given"] == (2, "", 2)
    assert counted["Files that failed"] == (1, "", 1)
    assert found["Files that failed"]["members"][0]["title"] == "torn.txt"


def test_problems_are_listed_by_file_and_not_named_where_they_must_not_be() -> None:
    files = ("content/topics.yml", "", "content/topics.yml", "content/articles/ferry/torn.txt", "")
    problems = figures(replace(edition(), faults=files))["Problems reported"]
    assert problems["value"] == 5
    assert [one["title"] for one in problems["members"]] == ["articles/ferry/torn.txt", "topics.yml: 2"]
    many = figures(replace(edition(), faults=tuple(f"content/articles/{number}.txt" for number in range(200))))
    assert [one["title"] for one in many["Problems reported"]["members"]][-1] == "and 100 more"


def test_a_hidden_article_is_counted_and_not_named() -> None:
    of = edition()
    found = figures(replace(of, content=replace(of.content, edits=Edits(hide=("storm-silent",)))))
    assert found["Dates not given"]["value"] == 2
    assert [one["url"] for one in found["Dates not given"]["members"]] == ["articles/storm-undated/"]


def test_a_figure_is_what_can_be_counted_where_it_leads() -> None:
    of = edition()
    of = replace(of, content=replace(of.content, edits=Edits(hide=("storm-silent",))))
    found = figures(of)
    tables = {
        file.path: tablib.Dataset().load(file.read().removeprefix("\ufeff"), format="csv")
        for file in export(of)
        if "csv" in file.path
    }
    articles, events = tables["docs/data/articles.csv"], tables["docs/data/events.csv"]
    assert found["Articles"]["value"] == len(articles) == 7
    assert found["Articles"]["note"].endswith(", 2 hidden by the editor")
    assert found["Events"]["value"] == len(events)
    assert found["Independent reports"]["value"] == sum(map(int, events["independent_reports"]))


def test_each_article_has_its_quoted_share_and_the_most_quoted_come_first() -> None:
    of = edition()
    made: Any = pages(of)["about/"].view["article_shares"]
    rows = {row["url"]: row for row in made}
    post = of.articles["ferry-post"]
    whole = sum(span.end - span.start for span in post.sentences)
    assert rows["articles/ferry-post/"]["quoted"] == f"{round(100 * len(post.sentence(0) + post.sentence(1)) / whole)}%"
    assert rows["articles/ferry-post/"]["shown"] == "100%"
    assert "articles/secret/" not in rows
    order = [int(row["quoted"].removesuffix("%")) for row in made]
    assert order == sorted(order, reverse=True)
    (csv,) = [file for file in export(of) if file.path == "docs/data/articles.csv"]
    table = tablib.Dataset().load(csv.read().removeprefix("\ufeff"), format="csv")
    assert dict(zip(table["id"], table["quoted_percent"], strict=True)) == {
        url.split("/")[1]: row["quoted"].removesuffix("%") for url, row in rows.items()
    }


def test_what_is_quoted_is_what_the_articles_page_marks_as_cited() -> None:
    of = edition()
    assert of.cited == {name: frozenset(places) for name, places in Site(of).cited.items()}


def test_the_quoted_share_of_a_source_is_that_of_its_sentences() -> None:
    of = edition()
    rows: Any = pages(of)["about/"].view["shares"]
    found = {row["title"]: row for row in rows}
    assert list(found) == [
        "The Harbour Post", "Harbour Weekend", "Ledger & Sons <daily>", "Meridian Wire", "The Silent Observer",
        "Source not given",
    ]  # fmt: skip
    silent = of.articles["storm-silent"]
    assert (found["The Silent Observer"]["quoted"], found["The Silent Observer"]["shown"]) == (
        f"{round(100 * len(silent.sentence(0)) / (len(silent.sentence(0)) + len(silent.sentence(1))))}%",
    ) * 2
    assert found["The Harbour Post"]["shown"] == "100%"
    assert found["Source not given"]["quoted"] == "0%"
    assert found["Ledger & Sons <daily>"]["shown_as"] == "excerpt, full text"


def test_a_source_says_how_its_articles_are_shown_and_not_how_they_would_be() -> None:
    """One of a feed is an excerpt although nothing is said of its outlet."""
    made = pages(edition())
    table: Any = made["sources/"].view["outlets"]
    said = {row["title"]: row["shown_as"] for row in table}

    assert said["Ledger & Sons <daily>"] == made["sources/ledger/"].view["shown_as"] == "excerpt, full text"
    assert said["The Silent Observer"] == made["sources/silent/"].view["shown_as"] == "cited sentences only"
