"""The exports' members, which others rely on."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import tablib
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from digest.build import remember_nothing
from digest.edge.read import read_content
from digest.model import Edition, Edits
from digest.pipeline import make_edition
from digest.steps.exports import SCHEMAS, export
from tests.safety.attacks import ATTACKS, shown
from tests.safety.packing import pack
from tests.steps.pages.factory import ARTICLES, edition, empty


def exported() -> dict[str, str]:
    return {file.path: file.read() for file in export(edition())}


def data(name: str) -> list[dict[str, Any]]:
    read = json.loads(exported()[f"docs/data/{name}.json"])
    assert list(read) == ["schema", name] + ["beside", "passages", "articles"] * (name == "proof")
    assert read["schema"] == 1
    found: list[dict[str, Any]] = read[name]
    return found


@pytest.mark.parametrize("made", [edition(), empty()], ids=["some", "none"])
@pytest.mark.parametrize("name", SCHEMAS)
def test_a_file_that_is_written_a_member_at_a_time_looks_as_if_it_was_written_whole(made: Edition, name: str) -> None:
    text = next(file.read() for file in export(made) if file.path == f"docs/data/{name}.json")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"


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
            "sources", "keywords", "topics", "summary", "voices",
        )
    }  # fmt: skip
    assert {tuple(one) for one in data("topics")} == {("id", "url", "title", "events", "passages")}


def test_an_event_names_the_round_ups_that_mention_it() -> None:
    assert {event["id"]: event["mentions"] for event in data("events") if event["mentions"]} == {"storm-wire": ["cheese"]}


def test_each_article_is_in_exactly_one_event_and_knows_it() -> None:
    held = [article for event in data("events") for article in event["articles"]]
    assert sorted(held) == sorted(ARTICLES.keys() - {"secret"})
    of = {article: event["id"] for event in data("events") for article in event["articles"]}
    assert {one["id"]: one["event"] for one in data("articles")} == of


def test_a_summary_sentence_is_its_first_citation_with_its_edits() -> None:
    lines = exported()["articles.jsonl"].splitlines()
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
    assert checked == 6


def test_the_proof_has_every_published_sentence_with_what_it_rests_on() -> None:
    texts = {name: article.text for name, article in ARTICLES.items()}
    summaries = {event["id"]: event["summary"] for event in data("events")}
    proof = data("proof")

    listed = [one for one in proof if one["event"] != "secret"]  # off every list, but its page is there, and says something
    assert len(proof) == len(listed) + 1
    assert [(one["event"], one["number"]) for one in listed] == [
        (event, number) for event, summary in summaries.items() for number in range(1, len(summary) + 1)
    ]
    for one in listed:
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
    read = json.loads(exported()["docs/data/proof.json"])
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
    for path, text in exported().items():
        assert "This event is off every list." not in text or path.endswith((".json", ".jsonl"))
        assert ("So was the hay." in text) == (path == "articles.jsonl")


def test_files_are_one_line_ended_and_readable() -> None:
    for text in exported().values():
        assert text.endswith(("\n", "\r\n"))
        assert not text.endswith("\n\n")
    assert "Нота" in exported()["docs/data/events.json"]
    assert {file.path for file in export(empty())} == set(exported())


# ---------------------------------------------------------------- schemas

ROOT = Path(__file__).parents[2]


def schema(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((files("digest.steps.exports") / "schemas" / f"{name}.schema.json").read_text("utf-8"))
    return read


def validate(of: Edition) -> int:
    """Check every export of an edition against its published schema; gives how many members were looked at."""
    found = {file.path: file.read() for file in export(of)}
    members = 0
    for name in SCHEMAS:
        published = json.loads(found[f"docs/data/{name}.schema.json"])
        assert published == schema(name)
        read = json.loads(found[f"docs/data/{name}.json"])
        Draft202012Validator(published).validate(read)
        members += len(read[name])
    return members


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_and_describes_every_member(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["required"] == list(json.loads(exported()[f"docs/data/{name}.json"]))


def test_the_schemas_hold_for_the_demo_and_for_nothing() -> None:
    content, _ = read_content(ROOT)
    made = make_edition(content, (), remember_nothing)[0]
    listed = len(made.articles) + len(made.events) + len(content.topics)
    assert validate(made) == listed + sum(len(report.summary) for report in made.events)
    assert validate(empty()) == 0
    assert validate(edition()) == 21


@settings(max_examples=25)
@given(st.lists(st.text(min_size=1), min_size=8, max_size=20).filter(lambda texts: any(map(shown, texts))), st.integers(1, 9))
def test_the_schemas_hold_for_any_corpus(texts: list[str], articles: int) -> None:
    assert validate(pack(texts, articles=articles, paragraphs=1, lists=2)[0]) > articles


WRONG: list[tuple[str, str, object]] = [
    ("articles", "published", "yesterday"),
    ("articles", "keywords", [{"text": "a", "weight": 2}]),
    ("articles", "date_precision", "hour"),
    ("events", "articles", []),
    ("events", "voices", None),
    ("events", "surprise", 1),
    ("events", "summary", [{"text": "a", "citations": [], "edits": []}]),
    ("topics", "events", ["Not An Id"]),
    ("topics", "passages", [{"article": "a", "start": -1, "end": 2}]),
    ("proof", "number", 0),
    ("proof", "citations", [{"article": "a", "file": "elsewhere", "start": 0, "end": 1, "sha256": "0", "kind": "source"}]),
]


@pytest.mark.parametrize(("name", "member", "value"), WRONG)
def test_a_schema_refuses_what_is_not_promised(name: str, member: str, value: object) -> None:
    read = json.loads(exported()[f"docs/data/{name}.json"])
    read[name][0][member] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(schema(name)).validate(read)


# ---------------------------------------------------------------- tables


def table(name: str, of: Edition) -> tablib.Dataset:
    """Open a table as a spreadsheet library does."""
    text = next(file.read() for file in export(of) if file.path == f"docs/data/{name}.csv")
    raw = text.encode("utf-8")
    assert raw.startswith(b"\xef\xbb\xbf")
    return tablib.Dataset().load(raw.decode("utf-8-sig"), format="csv")


@pytest.mark.parametrize("name", ["articles", "events", "topics"])
def test_a_table_opens_with_the_rows_of_its_json(name: str) -> None:
    of = edition()
    opened = table(name, of)
    members = data(name)
    assert opened["id"] == [one["id"] for one in members]
    assert [re.sub("^'", "", title) for title in opened["title"]] == [one["title"] for one in members]
    assert opened["url"] == [of.content.site_url + one["url"] for one in members]
    text = exported()[f"docs/data/{name}.csv"].removeprefix("\ufeff")
    assert csv.Sniffer().sniff(text).delimiter == ","
    assert len({len(line) for line in csv.reader(text.splitlines())}) == 1
    assert text.count("\r\n") == len(members) + 1


def test_the_table_of_events_has_the_summary_and_the_counts() -> None:
    opened = table("events", edition())
    row = dict(zip(opened.headers, opened[0], strict=True))
    assert (row["articles"], row["independent_reports"]) == ("4", "3")
    assert row["sources"] == "The Harbour Post; Meridian Wire; Harbour Weekend; Ledger & Sons <daily>"
    assert row["summary"].startswith("The ferry to Norholm sailed on Friday [14 May 2021] for the first time")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "\t=", "\r\n@", "＝", "\u200e="])
def test_no_cell_is_a_formula(start: str) -> None:
    of = edition()
    title = f'{start}HYPERLINK("https://evil.example";"x")'
    cheese = replace(of.articles["cheese"], title=title, authors=(f"{start}1+1",))
    events = tuple(replace(report, title=title) for report in of.events)
    of = replace(of, articles={**of.articles, "cheese": cheese}, events=events)
    for name in ("articles", "events"):
        cells = [cell for row in table(name, of) for cell in row]
        assert not [cell for cell in cells if re.match(r"\s*[=+\-@＝＋－＠]", cell)]
        assert any(cell.startswith("'") and "HYPERLINK" in cell for cell in cells)


def test_attacks_stay_in_their_cells() -> None:
    of, _ = pack(list(ATTACKS.values()), articles=40)
    for name in ("articles", "events", "topics"):
        opened = table(name, of)
        assert len(opened) == {"articles": 40, "events": 20, "topics": 8}[name]


# ---------------------------------------------------------------- hidden, robots, an example


def test_what_is_hidden_is_in_no_list_for_programs() -> None:
    of = edition()
    ferry = of.event_of["ferry-ledger"]
    told = replace(ferry, summary=ferry.summary[:2])  # a hidden report tells no summary while others are shown
    events = tuple(told if report is ferry else report for report in of.events)
    of = replace(of, events=events, content=replace(of.content, edits=Edits(hide=("ferry-ledger",))))
    found = {file.path: file.read() for file in export(of)}
    for path in (f"{name}.{ending}" for name in ("articles", "events", "topics") for ending in ("csv", "json")):
        for text in ("ferry-ledger", "Who pays for the goat", "It would sail at night", "secret"):
            assert text not in found[f"docs/data/{path}"], (path, text)
    (listed,) = [event for event in json.loads(found["docs/data/events.json"])["events"] if event["id"] == "ferry-post"]
    assert listed["articles"] == ["ferry-post", "ferry-wire", "ferry-weekend"]
    assert listed["voices"] == [["ferry-wire", "ferry-weekend"], ["ferry-post"]]
    assert "ledger" not in listed["sources"]
    assert "secret" in found["docs/data/proof.json"]  # its page answers, so its sentences must be provable
    validate(of)


def test_robots_may_read_everything_and_find_the_list_of_pages() -> None:
    assert exported()["docs/robots.txt"] == "User-agent: *\nAllow: /\n\nSitemap: https://digest.example/norholm/sitemap.xml\n"
    nowhere = {file.path: file.read() for file in export(empty())}
    assert nowhere["docs/robots.txt"] == "User-agent: *\nAllow: /\n"


def test_the_example_prints_the_sentence_that_most_independent_reports_share(tmp_path: Path) -> None:
    (tmp_path / "events.json").write_text(exported()["docs/data/events.json"], encoding="utf-8")
    program = ROOT / "benchmarks" / "shared.py"
    done = subprocess.run([sys.executable, program, tmp_path / "events.json"], capture_output=True, text=True, check=True)
    said = done.stdout.split("\n\n")
    assert "2 of 3 independent reports: The ferry to Norholm sailed on Friday [14 May 2021]" in said[0]
    assert len(said) == len(data("events")) + 1
    assert len(program.read_text(encoding="utf-8").splitlines()) <= 32
