"""The exports' members, which others rely on."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from digest.model import File
from digest.steps.exports import export
from tests.steps.pages.factory import ARTICLES, edition, empty


def exported() -> dict[str, File]:
    return {file.path: file for file in export(edition())}


def data(name: str) -> list[dict[str, Any]]:
    read = json.loads(exported()[f"docs/data/{name}.json"].text)
    assert list(read) == ["schema", name] + ["beside", "passages", "articles"] * (name == "proof")
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


def test_an_event_names_the_round_ups_that_mention_it() -> None:
    assert {event["id"]: event["mentions"] for event in data("events") if event["mentions"]} == {"storm-wire": ["cheese"]}


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


def test_the_proof_has_every_published_sentence_with_what_it_rests_on() -> None:
    texts = {name: article.text for name, article in ARTICLES.items()}
    summaries = {event["id"]: event["summary"] for event in data("events")}
    proof = data("proof")

    assert [(one["event"], one["number"]) for one in proof] == [
        (event, number) for event, summary in summaries.items() for number in range(1, len(summary) + 1)
    ]
    for one in proof:
        published = summaries[one["event"]][one["number"] - 1]
        assert (one["text"], one["edits"]) == (published["text"], published["edits"])
        assert [(c["article"], c["start"], c["end"]) for c in one["citations"]] == [
            (c["article"], c["start"], c["end"]) for c in published["citations"]
        ]
        for citation in one["citations"]:
            stretch = texts[citation["article"]][citation["start"] : citation["end"]]
            assert citation["sha256"] == sha256(stretch.encode()).hexdigest()
            assert citation["file"] == ARTICLES[citation["article"]].path
        assert [c["kind"] == "source" for c in one["citations"]] == [True] + [False] * (len(one["citations"]) - 1)
    assert {c["kind"] for one in proof for c in one["citations"]} == {"source", "says the same", "copy"}


def test_the_proof_has_the_content_hash_of_every_article() -> None:
    read = json.loads(exported()["docs/data/proof.json"].text)
    assert {one["id"]: (one["file"], one["sha256"]) for one in read["articles"]} == {
        name: (article.path, article.digest) for name, article in ARTICLES.items()
    }


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
