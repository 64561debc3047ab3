"""The daily edition: what is on it, how large it may become, and its twin in plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.edge.templates import render
from digest.model import Edition, Event, EventReport, Page, Publish, TopicMatch
from digest.steps.pages import lay_out
from digest.steps.pages.daily import daily_pages
from digest.steps.pages.daily_text import WIDTH, wrapped
from digest.steps.pages.site import Site
from tests.steps.pages.factory import ARTICLES, article, cite, edition, empty

NOWHERE = Path("/nowhere")
SITE = "https://digest.example/news/"

GMAIL_CUTS = 102_000
"""Bytes after which Gmail hides the rest of a mail."""


def editions(made: Edition) -> dict[str, str]:
    """Give the daily editions and their twins, by file name."""
    items = list(daily_pages(Site(made)))
    files = render([item for item in items if isinstance(item, Page)], NOWHERE)
    found = {path: data.decode() for path, data in files.items()} | {
        item.path: item.read() for item in items if not isinstance(item, Page)
    }
    return {path.removeprefix("docs/"): text for path, text in found.items()}


def at(address: str) -> Edition:
    """Give the edition of five events, as a site at an address."""
    made = edition()
    return replace(made, content=replace(made.content, site_url=address))


@pytest.fixture(scope="module")
def files() -> Mapping[str, str]:
    return editions(at(SITE))


@pytest.fixture(scope="module")
def newest(files: Mapping[str, str]) -> str:
    return files["digest-2021-05-17.html"]


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", page.partition("</style>")[2])).split())


def notes(text: str) -> dict[str, str]:
    return dict(re.findall(r"^\[(\d+)\] (\S+)$", text, re.MULTILINE))


# ---------------------------------------------------------------- which editions there are


def test_every_day_with_a_listed_article_has_an_edition_and_no_other_day(files: Mapping[str, str]) -> None:
    """Not 13 May, whose only article is hidden, and not April, of which no day is known."""
    days = ["2021-05-14", "2021-05-15", "2021-05-16", "2021-05-17"]

    assert sorted(files) == sorted(f"digest-{day}.{ending}" for day in days for ending in ("html", "txt"))


def test_a_digest_without_a_date_has_no_edition_and_no_link_to_one() -> None:
    assert editions(empty()) == {}
    home = next(item for item in lay_out(empty()) if item.path == "docs/index.md")
    assert isinstance(home, Page)
    assert b"This day as one page" not in render([home], NOWHERE)["docs/index.md"]


def test_the_home_page_leads_to_the_newest_edition_and_the_archive_to_each() -> None:
    pages = {item.path: item for item in lay_out(edition()) if isinstance(item, Page)}
    home, month = (
        render([pages[f"docs/{path}index.md"]], NOWHERE)[f"docs/{path}index.md"].decode() for path in ("", "archive/2021-05/")
    )

    assert 'href="digest-2021-05-17.html">This day as one page</a>' in home
    assert re.findall(r'href="../../(digest-[^"]*)"', month) == [f"digest-2021-05-{day}.html" for day in (14, 15, 16, 17)]


def test_a_later_day_changes_no_edition_before_it() -> None:
    """What was mailed yesterday is still what stands at its address, unless its own events have grown."""
    made = at(SITE)
    late = article(
        "late",
        "A lighthouse is painted",
        [["The lighthouse of Norholm was painted on Thursday.", "It is green."]],
        when="2021-05-20",
    )
    by = {**made.articles, "late": late}
    report = EventReport(Event("late", ("late",)), late.title, (cite(by, ("late", 0)),), (), (), (("late",),))
    grown = editions(replace(made, articles=by, events=(report, *made.events)))

    assert {path: grown[path] for path in editions(made)} == editions(made)
    assert "digest-2021-05-20.html" in grown


# ---------------------------------------------------------------- what is on it


def test_the_days_events_come_first_ranked_with_their_whole_summary(files: Mapping[str, str]) -> None:
    said = words(files["digest-2021-05-16.html"])

    assert said.index("Gale closes quay") < said.index("Earlier in the week") < said.index("Ferry to Norholm")
    assert "A gale closed the quay on Sunday [16 May 2021]." in said
    assert "It carried" not in said  # of other days there is a line each and no summary


def test_events_of_one_day_are_ranked_by_independent_reports(newest: str) -> None:
    made = at(SITE)
    voices = {report.id: len(report.voices) for report in made.events}
    titles = re.findall(r"<h2[^>]*><a[^>]*/events/([a-z-]+)/", newest)

    assert titles
    assert [voices[name] for name in titles] == sorted((voices[name] for name in titles), reverse=True)


def test_a_number_leads_to_the_sentence_on_the_site(newest: str) -> None:
    cited = re.findall(r'href="([^"]*)" aria-label="Report (\d+), ([^"]*), sentence (\d+)"', newest)

    assert (f"{SITE}articles/ferry-post/#s1", "1", "The Harbour Post", "1") in cited
    assert all(link.endswith(f"#s{sentence}") for link, _, _, sentence in cited)


def test_without_an_address_of_the_site_links_count_from_the_page() -> None:
    made = editions(at(""))

    assert 'href="articles/ferry-post/#s1"' in made["digest-2021-05-17.html"]
    assert "] articles/ferry-post/#s1\n" in made["digest-2021-05-17.txt"]
    assert "The addresses count from the front page of the site." in made["digest-2021-05-17.txt"]


def test_hidden_reports_are_named_nowhere(files: Mapping[str, str]) -> None:
    hidden = replace(
        at(SITE), content=replace(at(SITE).content, edits=replace(edition().content.edits, hide=("secret", "storm-undated")))
    )

    for text in [*files.values(), *editions(hidden).values()]:
        assert "A page that is hidden" not in text
        assert "The night of the gale" not in words(text)


def test_it_says_who_reports_an_event_and_under_which_topic_it_is(newest: str) -> None:
    assert "Norholm · 14–17 May · 4 articles, 3 independent reports: The Harbour Post, Meridian Wire" in words(newest)
    assert f'href="{SITE}topics/ferries/"' in newest


# ---------------------------------------------------------------- fit to be mailed


class Mail(HTMLParser):
    """What a page holds that a mail program might refuse."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.loads: list[str] = []
        self.unstyled: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.loads += [value for name, value in attrs if name in ("src", "background", "srcset", "data") and value]
        if tag in ("p", "h1", "h2", "a", "td", "ins", "sup") and "style" not in given and given.get("align") != "center":
            self.unstyled.append(f"{tag} {attrs}")
        assert not [name for name in given if name.startswith("on")]


def test_it_loads_nothing_runs_nothing_and_carries_its_styles_on_its_elements(files: Mapping[str, str]) -> None:
    for path, text in files.items():
        if path.endswith(".html"):
            mail = Mail(text)
            assert not mail.tags & {"script", "img", "link", "iframe", "form", "video", "audio", "object", "svg", "picture"}
            assert not mail.loads
            assert not mail.unstyled
            assert not re.search(r"url\(|@import|@font-face", text)
            assert text.startswith('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')


UNDERSTOOD = {
    *("background-color", "color", "font-family", "font-size", "font-weight", "line-height", "margin", "padding", "border-top"),
    *("text-decoration", "display", "max-width", "max-height", "overflow", "mso-hide", "text-decoration-color", "word-break"),
}
"""Properties that Gmail, Outlook and Apple's Mail follow, or pass over without harm: the last two, and those that hide the line
that stands beside the subject."""


def test_its_styles_are_those_that_mail_programs_understand(files: Mapping[str, str]) -> None:
    """No variables, no boxes side by side; colours in full; a frame of tables whose width holds where ``max-width`` does not."""
    for path, text in files.items():
        if path.endswith(".html"):
            styles = [rule.split(":", 1) for style in re.findall(r'style="([^"]*)"', text) for rule in style.split(";")]
            assert {name for name, _ in styles} <= UNDERSTOOD
            assert not [value for _, value in styles if re.search(r"var\(|calc\(|rem\b|\bem\b|vw", value)]
            assert not [value for name, value in styles if "color" in name and not re.fullmatch(r"#[0-9a-f]{6}", value)]
            assert text.count('<!--[if mso]><table role="presentation" width="600"') == 1
            body = text.partition("</style>")[2]
            assert set(re.findall(r"<(\w+)", body)) <= {
                *("body", "div", "table", "tr", "td", "p", "h1", "h2", "a", "span", "sup", "ins", "br"),
            }
            assert len(text.partition("<style>")[2].partition("</style>")[0]) < 8192  # beyond which Gmail drops all of it


def test_what_mailing_programs_would_fill_in_is_escaped() -> None:
    made = at(SITE)
    events = tuple(replace(report, title="*|FNAME|* {{ name }} %%x%% <b>") for report in made.events)

    page = editions(replace(made, events=events))["digest-2021-05-17.html"]
    assert "*|FNAME|* {{ name }} %%x%% <b>" in words(page)
    assert not re.search(r"\*\||\{\{|<b>", page)


def crowd(count: int, *, title: str, sentence: str, sentences: int) -> Edition:
    """Give an edition of one day with so many events, each with a summary of so many sentences."""
    by = {
        f"a{number}": article(f"a{number}", f"{number} {title}", [[f"{number} {sentence}"] * sentences], when="2021-05-14")
        for number in range(count)
    }
    events = tuple(
        EventReport(
            Event(name, (name,)),
            by[name].title,
            tuple(cite(by, (name, index)) for index in range(sentences)),
            (),
            (TopicMatch("ferries", ("ferry",), 1),),
            ((name,),),
        )
        for name in sorted(by)
    )
    return replace(at(SITE), articles=by, events=events, passages=(), keywords={})


@pytest.mark.parametrize("character", ["a", "<", "&", "'", "字", "\U0001f600"])
@pytest.mark.parametrize(("title", "sentence", "sentences"), [(60, 140, 5), (300, 900, 7), (20, 40, 40), (30_000, 10, 2)])
def test_however_much_a_day_holds_no_mail_program_cuts_its_edition(
    character: str, title: int, sentence: int, sentences: int
) -> None:
    made = crowd(80, title=character * title, sentence=character * sentence, sentences=sentences)
    page = editions(made)["digest-2021-05-14.html"]

    assert len(page.encode()) < GMAIL_CUTS
    shown = len(set(re.findall(rf'"{SITE}events/(a\d+)/"', page)))
    assert shown == 80 or f"{80 - shown} more in the archive" in words(page)
    assert shown >= 5 or title > 1000


# ---------------------------------------------------------------- the twin in plain text


def test_the_twin_says_the_same(files: Mapping[str, str]) -> None:
    made = at(SITE)
    for path, page in files.items():
        if path.endswith(".html"):
            text = " ".join(files[path.replace(".html", ".txt")].split())
            for shown in re.findall(r"<h2[^>]*><a[^>]*>(.*?)</a>", page):
                assert unescape(shown) in text
            said = re.sub(r"\s+", " ", re.sub(r"<sup.*?</sup>", "", page))
            for report in made.events:
                for sentence in report.summary:
                    assert (sentence.text in unescape(re.sub(r"<[^>]*>", "", said))) == (sentence.text in text), sentence.text


def test_no_line_of_the_twin_is_longer_than_mail_is_wide_but_addresses(files: Mapping[str, str]) -> None:
    for path, text in files.items():
        if path.endswith(".txt"):
            assert not [line for line in text.split("\n") if len(line) > WIDTH and not re.match(r"\[\d+\] \S+$", line)]


def test_every_note_of_the_twin_is_used_and_leads_where_the_page_leads(files: Mapping[str, str]) -> None:
    for path, text in files.items():
        if path.endswith(".txt"):
            listed = notes(text)
            body = text.partition("\n[1] ")[0]
            assert list(listed) == [str(number) for number in range(1, len(listed) + 1)]
            assert set(re.findall(r"\[(\d+)\]", body)) == set(listed)
            page = files[path.replace(".txt", ".html")]
            assert {url for url in listed.values() if f'"{url}"' not in page} == set()


@given(st.text())
def test_a_wrapped_text_loses_nothing_and_keeps_to_its_width(text: str) -> None:
    from digest.text.escape import clean

    lines = list(wrapped(text, "* ", "  "))
    assert "".join("".join(lines)[2:].split()) == "".join(clean(text).split())
    assert all(len(line) <= WIDTH for line in lines if line.isascii())


def test_what_has_no_spaces_is_broken_at_the_width_that_it_takes() -> None:
    lines = list(wrapped("大" * 100))

    assert [len(line) for line in lines] == [WIDTH // 2, WIDTH // 2, 100 - 2 * (WIDTH // 2)]


def test_excerpts_and_links_are_quoted_by_their_cited_sentences_alone(files: Mapping[str, str]) -> None:
    held = [one for one in ARTICLES.values() if one.publish is not Publish.FULL]
    cited = {sentence.text for report in at(SITE).events for sentence in report.summary}
    for one in held:
        for index in range(len(one.sentences)):
            if one.sentence(index) not in cited:
                assert not [path for path, text in files.items() if one.sentence(index) in " ".join(unescape(text).split())]
