"""Feeds: valid, equal to the events, and quiet where nothing happened."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.build import remember_nothing
from digest.model import (
    Article,
    Content,
    Edition,
    Edits,
    EventReport,
    Front,
    Page,
    Precision,
    Publish,
    Published,
    Settings,
    Source,
)
from digest.pipeline import make_edition
from digest.steps.feeds import feeds
from digest.steps.pages import lay_out
from tests.safety.attacks import ATTACKS, shown
from tests.safety.packing import pack
from tests.steps.atom_rules import ATOM, broken_atom, broken_json
from tests.steps.events.stories import BRIDGE, BRIDGE_TOO, CHEESE
from tests.steps.pages.factory import ARTICLES, edition, empty

SITE = "https://digest.example/norholm/"


def made(of: Edition) -> dict[str, str]:
    return {file.path.removeprefix("docs/"): file.read() for file in feeds(of)}


def read(text: str) -> Any:
    parsed = feedparser.parse(text.encode("utf-8"))
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def with_content(of: Edition, **changes: object) -> Edition:
    return replace(of, content=replace(of.content, **changes))  # type: ignore[arg-type]


def nowhere(of: Edition) -> Edition:
    return with_content(of, site_url="")


class Text(HTMLParser):
    """What a reader of an entry's content sees, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.links, self.tags = "", list[str](), set[str]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


# ---------------------------------------------------------------- what there is


def test_there_is_a_feed_of_the_site_each_topic_each_source_and_wherever_the_address_of_an_event_answers() -> None:
    pages = {item.path for item in lay_out(edition()) if isinstance(item, Page)}
    places = {path.removeprefix("docs/").rpartition("/")[0] + "/" for path in pages if path.startswith("docs/events/")}
    assert places == {f"events/{name}/" for name in (*ARTICLES, "ferry-old", "ferry-older", "gone", "gone-too")}
    assert set(made(edition())) == {
        f"{folder}feed.{ending}"
        for ending in ("xml", "json")
        for folder in (
            "",
            *("topics/ferries/", "topics/storms/", "topics/night-boats/"),
            *("sources/harbour/", "sources/weekend/", "sources/wire/", "sources/ledger/", "sources/silent/"),
            *places,
        )
    }


def one_entry(of: Edition, event: str) -> Any:
    (entry,) = read(made(of)[f"events/{event}/feed.xml"]).entries
    return entry


@pytest.mark.parametrize("old", ["ferry-wire", "ferry-old", "ferry-older"])
def test_the_feed_of_an_event_that_is_elsewhere_now_leads_there_and_stays_as_it_is(old: str) -> None:
    of = edition()
    entry = one_entry(of, old)
    assert entry.title == "This event is told elsewhere now: Ferry to Norholm: first crossing in nine years"
    assert entry.id == f"tag:digest.example,2026:events/{old}/moved"
    assert entry.link == f"{SITE}events/ferry-post/"
    assert Text(entry.content[0].value).links == [f"{SITE}events/ferry-post/", f"{SITE}events/ferry-post/feed.xml"]
    assert entry.updated == "2021-05-14T07:30:00Z"  # that of its own report
    ferry = of.event_of["ferry-post"]
    other = replace(ferry, summary=ferry.summary[:1], topics=(), voices=ferry.voices[:1])
    changed = replace(of, events=tuple(other if report is ferry else report for report in of.events))
    assert made(changed)[f"events/{old}/feed.xml"] == made(of)[f"events/{old}/feed.xml"]


def test_the_feed_of_a_withdrawn_article_says_why() -> None:
    entry = one_entry(edition(), "gone")
    assert (entry.title, entry.summary) == ("This article was withdrawn", "A reader asked for it & we agreed.")
    assert entry.link == f"{SITE}events/gone/"


def test_the_feed_of_a_hidden_event_answers_and_says_nothing() -> None:
    text = made(edition())["events/secret/feed.xml"]
    assert read(text).entries == []
    assert "A page that is hidden" not in text
    assert json.loads(made(edition())["events/secret/feed.json"])["items"] == []


def test_an_entry_keeps_its_id_when_its_file_is_renamed() -> None:
    of = edition()
    moved = with_content(of, edits=Edits(moved={"ferry": "ferry-pier", "ferry-pier": "ferry-post", "Ferry!": "ferry-ledger"}))
    ids = {
        path: [entry.id.rpartition(":")[2] for entry in read(text).entries] for path, text in made(moved).items() if "xml" in path
    }
    assert "events/ferry" in ids["feed.xml"]
    assert "events/ferry-post" not in ids["feed.xml"]
    assert {"articles/ferry", "articles/ferry-ledger"} < set(ids["events/ferry-post/feed.xml"])


def test_an_event_stops_growing_two_weeks_after_its_newest_report_counted_from_the_newest_article() -> None:
    of = edition()
    storm = of.event_of["storm-wire"]
    assert of.may_grow(storm)
    for day, grows in (("2021-05-30", True), ("2021-05-31", False)):
        late = replace(of.articles["ferry-ledger"], published=Published(day, Precision.DAY, "line 2"))
        assert replace(of, articles={**of.articles, late.id: late}).may_grow(storm) is grows


def test_a_topic_has_the_events_of_the_topics_below_it() -> None:
    of = edition()
    (storm,) = [report for report in of.events if report.id == "storm-wire"]
    deeper = replace(storm, topics=(replace(storm.topics[0], topic="night-boats"),))
    changed = replace(of, events=tuple(deeper if report is storm else report for report in of.events))
    for topic in ("ferries", "night-boats"):
        links = [entry.link for entry in read(made(changed)[f"topics/{topic}/feed.xml"]).entries]
        assert f"{SITE}events/storm-wire/" in links


# ---------------------------------------------------------------- rules


@pytest.mark.parametrize("change", [lambda of: of, nowhere], ids=["absolute", "relative"])
@pytest.mark.parametrize("of", [edition, empty])
def test_every_feed_keeps_the_rules_of_its_specification(of: Callable[[], Edition], change: Callable[[Edition], Edition]) -> None:
    for path, text in made(change(of())).items():
        broken = broken_atom(text) if path.endswith(".xml") else broken_json(json.loads(text))
        assert list(broken) == [], path


@settings(max_examples=25)
@given(st.lists(st.text(min_size=1), min_size=8, max_size=20).filter(lambda texts: any(map(shown, texts))))
def test_every_feed_keeps_the_rules_whatever_the_articles_say(texts: list[str]) -> None:
    of, _ = pack(texts, articles=5, paragraphs=1, lists=2)
    for path, text in made(of).items():
        text.encode("utf-8")
        broken = broken_atom(text) if path.endswith(".xml") else broken_json(json.loads(text))
        assert list(broken) == [], path


WRONG = [
    ("<updated>2021", "<updated>2021 "),
    ("<id>tag:", "<id>"),
    ("</title>", "</title><title>again</title>"),
    ('rel="self"', 'rel="other"'),
    ("<name>Norholm &amp; Sea</name>", "<name> </name>"),
    ('type="html"', 'type="text/x"'),
]


@pytest.mark.parametrize(("right", "wrong"), WRONG)
def test_the_checks_of_the_rules_find_what_is_broken(right: str, wrong: str) -> None:
    text = made(edition())["feed.xml"]
    assert right in text
    assert list(broken_atom(text.replace(right, wrong)))


# ---------------------------------------------------------------- equal to the events


def test_the_feed_of_the_site_reads_back_equal_to_the_events() -> None:
    of = edition()
    listed = {report.id: report for report in of.events if not report.hidden}
    parsed = read(made(of)["feed.xml"])
    found = {entry.id.rsplit("/")[-1]: entry for entry in parsed.entries}

    assert (parsed.feed.title, parsed.feed.link, parsed.feed.updated) == ("Norholm & Sea", SITE, "2021-05-17T12:00:00Z")
    assert found.keys() == listed.keys()
    for name, report in listed.items():
        assert found[name].title == report.title
        assert found[name].link == f"{SITE}events/{name}/"
        assert found[name].summary == " ".join(sentence.text for sentence in report.summary)
        assert [tag.term for tag in found[name].get("tags", [])] == [match.topic for match in report.topics]
        assert cited_by(found[name].content[0].value, report, of)
    assert [entry.updated for entry in parsed.entries] == ["2021-05-17T12:00:00Z", "2021-05-16T18:00:00Z", "2021-04-01T00:00:00Z"]
    assert found["ferry-post"].published == "2021-05-14T04:10:00Z"


def cited_by(html: str, report: EventReport, of: Edition) -> bool:
    """Say whether each sentence is followed by a link to the very sentence that it was taken from."""
    paragraph = html.partition("</p>")[0]
    for sentence in report.summary:
        _, _, paragraph = paragraph.partition(sentence.text)
        cited = sentence.citations[0]
        index = next(
            i for i, span in enumerate(of.articles[cited.article].sentences) if span.start < cited.end and cited.start < span.end
        )
        links = Text(paragraph.split("</a> ")[0]).links
        assert links[:1] == [f"{SITE}articles/{cited.article}/#s{index + 1}"]
    return bool(report.summary)


def test_json_and_atom_say_the_same() -> None:
    files = made(edition())
    for path in [path for path in files if path.endswith(".xml")]:
        atom, read_json = read(files[path]), json.loads(files[path.replace(".xml", ".json")])
        assert [entry.id for entry in atom.entries] == [item["id"] for item in read_json["items"]]
        feed = ET.fromstring(files[path])  # noqa: S314 - our own
        assert [one.findtext(f"{ATOM}content") for one in feed.findall(f"{ATOM}entry")] == [
            item["content_html"] for item in read_json["items"]
        ]
        assert [entry.title for entry in atom.entries] == [item["title"] for item in read_json["items"]]


def test_addresses_are_absolute_or_resolve_from_the_feeds_own() -> None:
    absolute, relative = made(edition()), made(nowhere(edition()))
    for path, text in absolute.items():
        there = re.findall(r'(?:href|url)"?(?:=|: )\\?"([^"\\]*)', text)
        here = re.findall(r'(?:href|url)"?(?:=|: )\\?"([^"\\]*)', relative[path])
        kept = there[2:] if path.endswith(".json") else there  # a JSON Feed names itself and its page only where it can in full
        assert [urljoin(SITE + path, link) for link in here] == kept
        assert all(link.startswith("https://") for link in there)
        assert not any(link.startswith("/") for link in here)


@pytest.mark.parametrize(
    "title", ["Fish & chips", "a < b > c", "“Q” \"q\" 'q'", "Goat 🐐 wins", "&amp; &lt;b&gt; stays", "]]> <![CDATA["]
)
def test_titles_are_escaped_once(title: str) -> None:
    of = edition()
    events = tuple(replace(report, title=title) for report in of.events)
    article = replace(of.articles["storm-wire"], title=title)
    files = made(replace(of, events=events, articles={**of.articles, article.id: article}))
    feed = ET.fromstring(files["feed.xml"])  # noqa: S314 - our own
    assert {one.findtext(f"{ATOM}title") for one in feed.findall(f"{ATOM}entry")} == {title}
    assert {item["title"] for item in json.loads(files["feed.json"])["items"]} == {title}
    storm = next(item for item in json.loads(files["feed.json"])["items"] if item["id"].endswith("storm-wire"))
    assert f"[1] {title}, Meridian Wire, 16 May 2021" in Text(storm["content_html"]).text
    if "<" not in title and "&amp;" not in title:  # feedparser takes a plain title for HTML where it looks like it
        assert {entry.title for entry in read(files["feed.xml"]).entries} == {title}


def test_attacks_are_text_in_every_entry() -> None:
    of, _ = pack(list(ATTACKS.values()), articles=40)
    for path, text in made(of).items():
        if path.endswith(".json"):
            for item in json.loads(text)["items"]:
                assert Text(item["content_html"]).tags <= {"p", "a", "ul", "li"}


# ---------------------------------------------------------------- what may be said


def test_nothing_hidden_and_nothing_beyond_the_lead_and_the_cited_is_in_a_feed() -> None:
    everything = "".join(text for path, text in made(edition()).items() if not path.startswith("events/secret/"))
    for text in ("This event is off every list.", "secret", "So was the hay.", "The state has not said", "The gale took the old"):
        assert text not in everything
    assert "A second boat is planned" not in made(edition())["sources/ledger/feed.xml"]


def test_what_only_a_hidden_article_says_is_in_no_feed() -> None:
    of = edition()
    assert "A second boat" in "".join(made(of).values()) or "It would sail at night" in "".join(made(of).values())
    hidden = "".join(made(with_content(of, edits=Edits(hide=("ferry-ledger",)))).values())
    for text in ("It would sail at night", "A second boat", "Who pays for the goat", "articles/ferry-ledger"):
        assert text not in hidden


def test_a_linked_report_says_only_where_it_stands() -> None:
    (item,) = json.loads(made(edition())["sources/silent/feed.json"])["items"]
    assert "Forty roofs" not in item["content_html"]
    assert "external_url" not in item  # the editor's "javascript:" leads nowhere
    assert item["url"] == f"{SITE}articles/storm-silent/"


@pytest.mark.parametrize("publish", list(Publish))
def test_a_reports_opening_is_two_sentences_at_most(publish: Publish) -> None:
    of = edition()
    articles = {name: replace(article, publish=publish) for name, article in of.articles.items()}
    feed = json.loads(made(replace(of, articles=articles))["sources/harbour/feed.json"])
    (item,) = [item for item in feed["items"] if item["id"].endswith("ferry-post")]
    assert ("one goat" in item.get("summary", "")) is (publish is not Publish.LINK)
    assert "quarrel" not in json.dumps(item)


# ---------------------------------------------------------------- quiet


def test_the_ids_are_the_editors_and_outlive_the_sites_address() -> None:
    of = with_content(edition(), settings=Settings(feed_authority="sea.example,2021-05-01"))
    ids = {path: re.findall(r"<id>(.*?)</id>", text) for path, text in made(of).items()}
    moved = with_content(of, site_url="https://elsewhere.example/", site_name="Another name")
    assert {path: re.findall(r"<id>(.*?)</id>", text) for path, text in made(moved).items()} == ids
    assert "tag:sea.example,2021-05-01:events/ferry-post" in ids["feed.xml"]


@pytest.mark.parametrize(
    ("url", "name", "authority"),
    [(SITE, "x", "digest.example,2026"), ("", "Norholm & Sea", "norholm-sea.invalid,2026"), ("", "нота", "digest.invalid,2026")],
)
def test_without_an_authority_the_ids_come_from_the_address_or_the_name(url: str, name: str, authority: str) -> None:
    text = made(with_content(edition(), site_url=url, site_name=name))["feed.xml"]
    assert f"<id>tag:{authority}:feeds/latest</id>" in text


def story(name: str, text: tuple[str, ...], day: str) -> Source:
    front = Front(title=f"Report {name}", date=Published(day, Precision.DAY, "front matter"), source=f"Paper {name}")
    return Source(name, f"content/articles/{name}.txt", "\n\n".join(text), front)


def edition_of(*sources: Source) -> Edition:
    return make_edition(Content(sources, (), (), Edits(), Settings()), (), remember_nothing)[0]


def entries(of: Edition) -> dict[tuple[str, str], str]:
    """Every entry of every feed, as bytes would have it."""
    found = {}
    for path, text in made(of).items():
        for entry in re.findall(r"<entry.*?</entry>", text, re.DOTALL):
            found[path, re.findall(r"<id>(.*?)</id>", entry)[0]] = entry
    return found


def test_one_more_article_changes_only_the_entries_that_it_touches() -> None:
    bridge, cheese = story("bridge-a", tuple(BRIDGE), "2021-03-02"), story("cheese", tuple(CHEESE), "2021-03-02")
    too = story("bridge-b", tuple(BRIDGE_TOO), "2021-03-03")
    before, after = entries(edition_of(bridge, cheese)), entries(edition_of(bridge, too, cheese))
    changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    assert {(path, name.partition(":")[2].partition(":")[2]) for path, name in changed} == {
        ("feed.xml", "events/bridge-a"),
        ("events/bridge-a/feed.xml", "articles/bridge-b"),
        ("events/bridge-b/feed.xml", "events/bridge-b/moved"),
        ("sources/paper-bridge-b/feed.xml", "articles/bridge-b"),
    }
    assert "2021-03-03T00:00:00Z" in next(after[key] for key in changed if key[0] == "feed.xml")


def test_an_event_without_a_date_keeps_one_for_good() -> None:
    of = edition()
    articles: dict[str, Article] = {name: replace(article, published=None) for name, article in of.articles.items()}
    files = made(replace(of, articles=articles))
    assert {entry.updated for entry in read(files["feed.xml"]).entries} == {"1970-01-01T00:00:00Z"}
    assert not any("date_modified" in item for item in json.loads(files["feed.json"])["items"])


@pytest.mark.parametrize(
    ("iso", "moment"),
    [
        ("2021-05", "2021-05-01T00:00:00Z"),
        ("2021-05-14T06:10:00+02:00", "2021-05-14T04:10:00Z"),
        ("2021-05-14T06:10", "2021-05-14T06:10:00Z"),
        ("0001-01-01T00:00:00+02:00", "0001-01-01T00:00:00Z"),
    ],
)
def test_a_date_is_a_moment_in_utc(iso: str, moment: str) -> None:
    of = edition()
    cheese = replace(of.articles["cheese"], published=Published(iso, Precision.SECOND, "line 2"))
    feed = json.loads(made(replace(of, articles={**of.articles, "cheese": cheese}))["feed.json"])
    assert next(item["date_modified"] for item in feed["items"] if item["id"].endswith("cheese")) == moment
