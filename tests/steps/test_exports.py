"""The exports' members, which others rely on."""

from __future__ import annotations

import json
from typing import Any

from digest.model import File
from digest.steps.exports import export
from tests.steps.pages.factory import ARTICLES, edition, empty


def exported() -> dict[str, File]:
    return {file.path: file for file in export(edition())}


def data(name: str) -> list[dict[str, Any]]:
    read = json.loads(exported()[f"docs/data/{name}.json"].text)
    assert list(read) == ["schema", name]
    assert read["schema"] == 1
    found: list[dict[str, Any]] = read[name]
    return found


def test_every_promised_member_is_there_in_its_place() -> None:
    assert {tuple(one) for one in data("articles")} == {
        (
            "id",
            "path",
            "url",
            "title",
            "published",
            "date_precision",
            "author",
            "source",
            "source_url",
            "event",
            "keywords",
            "topics",
        )
    }
    assert {tuple(one) for one in data("events")} == {
        (
            "id", "url", "title", "first_published", "last_published", "articles", "mentions",
            "sources", "keywords", "topics", "summary",
        )
    }  # fmt: skip
    assert {tuple(one) for one in data("topics")} == {("id", "url", "title", "events", "passages")}


def test_each_article_is_in_exactly_one_event_and_knows_it() -> None:
    held = [article for event in data("events") for article in event["articles"]]
    assert sorted(held) == sorted(ARTICLES)
    of = {article: event["id"] for event in data("events") for article in event["articles"]}
    assert {one["id"]: one["event"] for one in data("articles")} == of


def test_a_summary_sentence_is_its_first_citation_with_its_edits() -> None:
    lines = exported()["articles.jsonl"].text.splitlines()
    texts = {line["id"]: line["text"] for line in map(json.loads, lines)}
    checked = 0
    for event in data("events"):
        for sentence in event["summary"]:
            first = sentence["citations"][0]
            said, at = "", first["start"]
            for edit in sorted(sentence["edits"], key=lambda edit: (edit["start"], edit["end"])):
                said += texts[first["article"]][at : edit["start"]] + edit["text"]
                at = edit["end"]
            assert said + texts[first["article"]][at : first["end"]] == sentence["text"]
            checked += 1
    assert checked == 7


def test_a_date_is_null_where_none_is_known_and_says_how_exact_it_is() -> None:
    dates = {one["id"]: (one["published"], one["date_precision"]) for one in data("articles")}
    assert dates["storm-silent"] == (None, "none")
    assert dates["storm-undated"] == ("2021-05-16", "inferred")
    assert dates["cheese"] == ("2021-04", "month")
    assert dates["ferry-post"] == ("2021-05-14T06:10:00+02:00", "second")


def test_the_published_files_hold_no_text_that_the_site_does_not_show() -> None:
    for path, file in exported().items():
        assert ("So was the hay." in file.text) == (path == "articles.jsonl")


def test_files_are_one_line_ended_and_readable() -> None:
    for file in exported().values():
        assert file.text.endswith("\n")
        assert not file.text.endswith("\n\n")
    assert "Нота" in exported()["docs/data/events.json"].text
    assert {file.path for file in export(empty())} == set(exported())
