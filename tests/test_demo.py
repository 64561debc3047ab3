"""The demo digest: every event that was meant, and none that was not."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.build import remember_nothing
from digest.edge.read import read_content
from digest.model import Edition
from digest.pipeline import make_edition

ROOT = Path(__file__).parent.parent

MEANT = {
    "Trump meets Putin and jokes about meddling": {"meddle-wire", "meddle-harbour", "meddle-osaka", "meddle-ledger"},
    "May meets Putin, the same day, 80 minutes as well": {"skripal-wire", "skripal-harbour"},
    "Trump and Xi agree on a truce": {"truce-wire", "truce-pacific", "truce-ledger", "truce-kansai"},
    "the truce of Buenos Aires, half a year before": {"2018-truce-buenos-aires"},
    "nineteen stand by Paris": {"climate-wire", "climate-harbour", "climate-review"},
    "EU and Mercosur": {"mercosur-ledger", "mercosur-review"},
    "the French record": {"heat-review", "heat-harbour", "heat-weekend"},
    "the hottest June": {"june-harbour"},
    "Trump meets Kim": {"dmz-wire", "dmz-kansai"},
    "Japan's export controls": {"chips-wire", "chips-pacific", "chips-kansai"},
    "Huawei, over three days": {"huawei-ledger", "huawei-wire", "huawei-ledger-2"},
    "Carter's remark": {"carter-ledger", "carter-wire"},
    "the House votes": {"vote-ledger", "vote-wire"},
}


@pytest.fixture(scope="module")
def edition() -> Edition:
    content, faults = read_content(ROOT)
    assert faults == ()
    made, faults = make_edition(content, (), remember_nothing)
    assert faults == ()
    return made


def test_every_event_that_was_meant_and_none_that_was_not(edition: Edition) -> None:
    found = {frozenset(report.event.articles) for report in edition.events}

    assert found == {frozenset(articles) for articles in MEANT.values()}


def test_the_wire_copy_is_one_voice_with_the_wire(edition: Edition) -> None:
    truce = edition.event_of["truce-wire"]

    assert truce.event.copies == {"truce-pacific": "truce-wire"}
    assert len(truce.voices) == 3
    assert ("truce-wire", "truce-pacific") in truce.voices


def test_two_outlets_of_one_owner_are_one_voice(edition: Edition) -> None:
    heat = edition.event_of["heat-weekend"]

    assert {"heat-harbour", "heat-weekend"} in [set(voice) for voice in heat.voices]


def test_the_undated_report_has_the_day_of_its_friday(edition: Edition) -> None:
    published = edition.articles["heat-weekend"].published

    assert published is not None
    assert (published.iso, published.precision.value) == ("2019-06-28", "inferred")


def test_topics_are_those_that_the_events_are_about(edition: Edition) -> None:
    filed = {report.id: [match.topic for match in report.topics] for report in edition.events}

    assert filed[edition.event_of["meddle-wire"].id] == ["election-meddling"]
    assert filed[edition.event_of["truce-wire"].id] == ["trade-war"]
    assert filed[edition.event_of["climate-wire"].id] == ["climate"]
    assert filed[edition.event_of["skripal-wire"].id] == []
    assert {passage.topic for passage in edition.passages if passage.article == "meddle-ledger"} == {"trade-war", "climate"}


def test_every_summary_has_up_to_six_sentences_and_nearly_all_name_more_than_one_source(edition: Edition) -> None:
    summaries = [report.summary for report in edition.events]
    several = [report.summary for report in edition.events if len(report.voices) > 1]
    named = [{citation.article for sentence in summary for citation in sentence.citations} for summary in several]

    assert all(1 <= len(summary) <= 6 for summary in summaries)
    assert all(sentence.citations for summary in summaries for sentence in summary)
    assert 4 * sum(len(articles) > 1 for articles in named) > 3 * len(several)


def test_the_demo_has_the_formats_and_the_size_that_it_promises() -> None:
    articles = [path for path in (ROOT / "content" / "articles").rglob("*") if path.is_file()]

    assert len(articles) >= 24
    assert {path.suffix for path in articles} == {".txt", ".md", ".html"}
    assert sum(map(len, MEANT.values())) == len(articles)
