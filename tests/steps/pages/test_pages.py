"""What the pages show, and what they never show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.edge.templates import render
from digest.model import Edition, Event, Page, Publish
from digest.steps.pages import lay_out
from digest.steps.pages.frame import address
from digest.steps.pages.glossary import keyword_id, letter_of
from digest.text.slug import is_id
from tests.steps.pages.factory import ARTICLES, OUTLETS, cite, edition, empty, many

ROOT = Path(__file__).parents[3]


def rendered(made: Edition) -> dict[str, str]:
    """Lay out and render an edition."""
    laid_out = tuple(lay_out(made))
    pages = render([item for item in laid_out if isinstance(item, Page)], ROOT)
    return {path: text.decode() for path, text in pages.items()} | {
        item.path: item.read() for item in laid_out if not isinstance(item, Page)
    }


@pytest.fixture(scope="module")
def files() -> Mapping[str, str]:
    return rendered(edition())


class Words(HTMLParser):
    """The text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def words(page: str) -> str:
    reader = Words()
    reader.feed(page.split("---\n", 2)[-1])
    return re.sub(r"\s+", " ", "".join(reader.found)).strip()


def hrefs(page: str) -> list[str]:
    return [unescape(href) for href in re.findall(r'href="([^"]*)"', page)]


def event(files: Mapping[str, str], name: str = "ferry-post") -> str:
    return files[f"docs/events/{name}/index.md"]


def article(files: Mapping[str, str], name: str = "ferry-post") -> str:
    return files[f"docs/articles/{name}/index.md"]


def test_every_address_of_the_site_has_its_page(files: Mapping[str, str]) -> None:
    expected = {"", "about/", "topics/", "keywords/", "sources/", "archive/", "archive/2021-05/", "archive/2021-04/"}
    expected |= {f"articles/{name}/" for name in ARTICLES} | {
        f"events/{name}/" for name in ("ferry-post", "storm-wire", "cheese", "secret")
    }
    expected |= {f"topics/{name}/" for name in ("ferries", "storms", "night-boats")}
    expected |= {f"sources/{name}/" for name in ("harbour", "weekend", "wire", "ledger", "silent")}
    assert {f"docs/{address}index.md" for address in expected} <= set(files)


def test_pages_are_the_same_whatever_the_order_of_the_mappings() -> None:
    made = edition()
    turned = replace(
        made,
        articles=dict(reversed(list(made.articles.items()))),
        outlets=dict(reversed(list(made.outlets.items()))),
        keywords=dict(made.keywords),
    )
    assert rendered(made) == rendered(turned)


def test_an_empty_digest_has_all_its_pages() -> None:
    files = rendered(empty())
    assert "There is nothing to show yet" in files["docs/index.md"]
    assert {
        "docs/about/index.md",
        "docs/topics/index.md",
        "docs/keywords/index.md",
        "docs/sources/index.md",
        "docs/archive/index.md",
    } <= set(files)


# ---------------------------------------------------------------- the event


def test_a_summary_sentence_leads_to_the_very_sentence_of_each_report(files: Mapping[str, str]) -> None:
    for name in ("ferry-post", "storm-wire"):
        page = event(files, name)
        cited = re.findall(r'id="sum-(\d+)">.*?<sup class="d-cite"[^>]*>(.*?)</sup>', page)
        assert cited
        for number, places in cited:
            for target, index in re.findall(r'href="../../articles/([^/]+)/#s(\d+)"', places):
                sentence = re.search(rf'id="s{index}">.*', article(files, target))
                assert sentence, (name, number, target, index)
                assert f"../../events/{name}/#sum-{number}" in sentence.group()


def test_the_first_number_of_a_sentence_is_the_report_whose_words_stand_there() -> None:
    made = edition()
    at = next(number for number, report in enumerate(made.events) if report.id == "ferry-post")
    later = cite(made.articles, ("ferry-ledger", 4), ("ferry-post", 1))
    reports = (*made.events[:at], replace(made.events[at], summary=(later,)), *made.events[at + 1 :])

    [(_, places)] = re.findall(
        r'id="sum-(\d+)">.*?<sup class="d-cite"[^>]*>(.*?)</sup>', event(rendered(replace(made, events=reports)))
    )
    assert re.findall(r'href="../../articles/([^/]+)/#', places) == ["ferry-ledger", "ferry-post"]


def test_words_of_ours_are_set_apart_in_the_summary(files: Mapping[str, str]) -> None:
    page = event(files)
    assert re.findall(r'<ins class="d-ins">(.*?)</ins>', page)[:2] == ["&#91;14 May 2021&#93;", "&#91;The ferry&#93;"]
    assert "The ferry to Norholm sailed on Friday [14 May 2021] for the first time in nine years." in words(page)


def test_lists_leave_out_the_inserted_date_but_keep_the_word_that_the_sentence_needs(files: Mapping[str, str]) -> None:
    front = words(files["docs/index.md"])
    assert "The ferry to Norholm sailed on Friday for the first time in nine years." in front
    assert "[The ferry] carried 214 passengers" in front


def test_an_event_counts_articles_publishers_and_voices_each_with_its_word(files: Mapping[str, str]) -> None:
    assert re.search(r"articles ?4 ?publishers ?4 ?independent reports ?3", words(event(files)))
    assert "same text as report 2" in words(event(files))


def test_an_event_says_why_its_reports_are_together_and_what_was_kept_apart(files: Mapping[str, str]) -> None:
    said = words(event(files))
    for reason in (
        "the first report of this event",
        "shares Norholm, 214 and dues with report 1; 3 hours later",
        "the same text as report 2, so it adds an article but not a voice",
        "put together with report 1 by the editor",
        "Gale closes quay 16 May · nearest to report 1: too little in common",
    ):
        assert reason in said


def test_an_inferred_date_says_nothing_about_who_was_first(files: Mapping[str, str]) -> None:
    said = words(event(files, "storm-wire"))
    assert "the oldest report with a date of its own" in said
    assert "on the same day" not in said


def test_an_event_that_grew_says_what_the_newest_day_brought(files: Mapping[str, str]) -> None:
    assert "New on 17 May: Who pays for the goat?" in words(event(files))
    assert "d-since" not in event(files, "storm-wire")


def test_a_report_that_names_no_source_is_called_by_its_number_and_its_headline_stands_in_the_list_alone(
    files: Mapping[str, str],
) -> None:
    page = event(files, "storm-wire")
    why = page[page.index('class="d-why"') :].split("</ol>")[0]
    assert [("<b>" in line) for line in why.split("<li")[1:]] == [True, False, True]
    assert "Report 2" in page[page.index("The same as a table") :]
    assert words(page).count("The night of the gale") == 1


def test_many_reasons_are_folded_and_none_is_left_out(files: Mapping[str, str]) -> None:
    made = many(9)
    together = Event("ferry-0", tuple(made.articles))
    report = replace(made.events[0], event=together, voices=tuple((name,) for name in made.articles))
    page = event(rendered(replace(made, events=(report,))), "ferry-0")
    folded = page[page.index("Report by report") :].split("</details>")[0]
    assert folded.count("<li") == 9
    assert "Report by report" not in event(files)


def test_the_way_to_an_event_and_to_an_article_is_its_day_in_the_archive(files: Mapping[str, str]) -> None:
    for page in (event(files), article(files)):
        crumbs = page.split("crumbs:")[1].split("kicker:")[0]
        assert re.findall("url: (.*)", crumbs) == ["''", "archive/2021-05/", "archive/2021-05-14/"]
    assert "archive/2021-05-13" not in article(files, "secret"), "nobody is led to the day of a hidden article"


def test_a_chart_has_its_table_with_the_same_marks(files: Mapping[str, str]) -> None:
    page = event(files)
    table = page[page.index("The same as a table") :]
    assert page.count('<rect class="c-dot') == 4
    assert table[: table.index("</tbody>")].count("<tr><td>") == 4


def test_the_citation_names_the_address_of_the_page(files: Mapping[str, str]) -> None:
    assert "@misc{ferry-post, title = {Ferry to Norholm: first crossing in nine years}" in words(event(files))
    assert "url = {https://digest.example/norholm/events/ferry-post/}" in words(event(files))


# ---------------------------------------------------------------- the article


def test_no_word_of_a_full_article_is_lost_or_doubled(files: Mapping[str, str]) -> None:
    page = article(files)
    body = page[page.index('<div class="d-text"') : page.index('<section id="use"')]
    body = re.sub(r'<a class="d-(?:pn|back|link)".*?</a>', "", body).replace("&#8288;", "")
    assert words(body).split() == ARTICLES["ferry-post"].text.split()
    assert re.findall(r'id="s(\d+)"', body) == [str(number) for number in range(1, len(ARTICLES["ferry-post"].sentences) + 1)]


def test_headings_lists_and_quotations_stay_what_they_are(files: Mapping[str, str]) -> None:
    page = article(files)
    assert "<h2>Why it stopped&#58; the dues</h2>" in page
    assert page.count("<li id=") == 2
    assert page.count("<blockquote>") == 1


def test_each_fact_about_an_article_says_where_it_came_from(files: Mapping[str, str]) -> None:
    said = words(article(files))
    assert "Friday 14 May 2021, 06:10 UTC+2from line 2" in said
    assert "Ada Linde and Per Holmfrom the last line" in said
    assert "content/articles/ferry-post.txt" in said
    assert "inferred from “Sunday”, counted from report 1" in words(article(files, "storm-undated"))
    assert "Date not known" in words(article(files, "storm-silent"))


def test_an_excerpt_shows_the_opening_and_what_is_cited_and_marks_the_gaps(files: Mapping[str, str]) -> None:
    page = article(files, "ferry-ledger")
    assert re.findall(r'id="s(\d+)"', page) == ["1", "2", "5"]
    assert page.count("[…]") == 2, "one mark a gap, however many paragraphs it swallows"
    assert "3 of 6 sentences shown" in words(page)


def test_of_a_link_only_the_cited_sentences_are_shown(files: Mapping[str, str]) -> None:
    page = article(files, "storm-silent")
    assert re.findall(r'id="s(\d+)"', page) == ["1"]
    assert "1 of 2 sentences shown" in words(page)


@pytest.mark.parametrize(
    "text", ["So was the hay.", "A second boat is planned.", "The state has not said", "The gale took the old ferry sign too."]
)
def test_what_may_not_be_shown_is_in_no_published_file(files: Mapping[str, str], text: str) -> None:
    assert not [path for path, page in files.items() if path.startswith("docs/") and text in words(page)]


def test_a_passage_that_may_not_be_shown_is_named_but_not_quoted(files: Mapping[str, str]) -> None:
    said = words(files["docs/topics/night-boats/index.md"])
    assert "matched: night boat; the source’s text is not shown here" in said


def test_the_articles_own_file_holds_its_whole_text_and_what_is_known(files: Mapping[str, str]) -> None:
    page = files["articles/ferry-ledger.md"]
    assert "So was the hay." in page
    for line in (
        "date_precision: minute",
        "event: ferry-post",
        "publish: excerpt",
        "title: Who pays for the goat? <script>alert(1)</script>",
    ):
        assert line in page
    assert "## Why it stopped: the dues" in files["articles/ferry-post.md"]


# ---------------------------------------------------------------- lists


def test_matched_words_are_marked_on_a_topic_page(files: Mapping[str, str]) -> None:
    page = files["docs/topics/storms/index.md"]
    assert "<mark>gale</mark>" in page
    assert "<mark>storm</mark>" in page


def test_an_event_on_a_list_that_is_not_by_day_has_its_days_with_the_year(files: Mapping[str, str]) -> None:
    assert "14–17 May 2021" in words(files["docs/topics/ferries/index.md"])
    assert "14–17 May 2021" in words(files["docs/keywords/norholm/index.md"])
    assert "14–17 May, 3 independent reports" in words(files["docs/archive/2021/index.md"])
    assert "14–17 May ·" in words(files["docs/index.md"])
    pages = rendered(many(16))
    topic, keyword = pages["docs/topics/ferries/index.md"], pages["docs/keywords/norholm/index.md"]
    rows = [row for page in (topic, keyword) for row in re.split('<li class="d-row">|<article class="d-card', page)[1:]]
    assert len(rows) == 32
    assert all("14 May 2021" in row for row in rows)


def test_the_more_of_each_month_says_of_which() -> None:
    assert "and 2 more, May 2021" in words(rendered(many(5))["docs/archive/2021/index.md"])


def test_how_articles_are_shown_is_a_column_only_where_outlets_differ_in_it(files: Mapping[str, str]) -> None:
    assert "Shown as" in files["docs/sources/index.md"]
    full = {name: replace(one, publish=Publish.FULL) for name, one in ARTICLES.items()}
    outlets = {outlet.id: replace(outlet, publish=Publish.FULL) for outlet in OUTLETS}
    assert "Shown as" not in rendered(edition(articles=full, outlets=outlets))["docs/sources/index.md"]


def test_the_front_has_no_topic_of_which_there_is_nothing_yet(files: Mapping[str, str]) -> None:
    assert "Storms" in files["docs/index.md"]
    bare = rendered(many(1))
    assert "Ferries" in bare["docs/index.md"]
    assert "Storms" not in bare["docs/index.md"]
    assert "Nothing yet" in words(bare["docs/topics/index.md"])


def test_a_hidden_event_has_its_page_and_is_on_no_list(files: Mapping[str, str]) -> None:
    assert "exclude: true" in event(files, "secret")
    assert "exclude: true" in article(files, "secret")
    own = {"docs/events/secret/index.md", "docs/articles/secret/index.md"}
    linking = {path for path, page in files.items() if path.startswith("docs/") and any("secret" in href for href in hrefs(page))}
    assert linking <= own
    assert not [
        path for path, page in files.items() if path.startswith("docs/") and path not in own and "A page that is hidden" in page
    ]


def test_every_keyword_has_one_address_that_stays(files: Mapping[str, str]) -> None:
    """In the index by letter; one that two events have also has a page, and links go there."""
    letters = {path: page for path, page in files.items() if path.startswith("docs/keywords/letters/")}
    anchors = [anchor for page in letters.values() for anchor in re.findall(r'id="(k-[^"]+)"', page)]
    assert len(anchors) == len(set(anchors))
    assert {"k-norholm", "k-harbour-due", "k-goat", "k-gale", "k-cheese"} <= set(anchors)
    assert 'id="k-gale"' in files["docs/keywords/letters/g/index.md"]
    assert "docs/keywords/norholm/index.md" in files
    assert "docs/keywords/gale/index.md" not in files
    assert "../../keywords/norholm/" in hrefs(event(files))
    assert "../../keywords/letters/g/#k-goat" in hrefs(event(files))


def test_a_keywords_page_leads_to_its_events_articles_and_kin(files: Mapping[str, str]) -> None:
    page = files["docs/keywords/norholm/index.md"]
    found = hrefs(page)
    assert {"../../events/ferry-post/", "../../events/storm-wire/"} <= set(found)
    assert any(href.startswith("../../articles/") for href in found)
    assert "../../keywords/letters/g/#k-gale" in found
    assert "../../?q=Norholm" in found
    assert "<svg" in page
    assert "The same as a table" in page
    assert "secrecy" not in page


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tariff", "tariffs"),
        ("trade policy", "trade policies"),
        ("Paris agreement", "Paris Agreement"),
        ("women’s rights", "women's rights"),
        ("U.S.", "United States"),
        ("export licence", "export license"),
        ("licenses", "licences"),
    ],
)
def test_spellings_of_one_keyword_share_its_address(one: str, other: str) -> None:
    assert keyword_id(one) == keyword_id(other)


def test_different_keywords_never_share_an_address() -> None:
    different = ["C", "C++", "C#", "A.B.", "AB", "co-op", "coop", "co op", "us", "US", "news", "new", "Ж", "Щ", "é", "e", "404"]
    ids = [keyword_id(text) for text in different]
    assert len(set(ids)) == len(ids)
    assert all(is_id(identity) for identity in ids)


@given(st.text(min_size=1, max_size=30))
def test_any_keyword_has_an_id_and_a_letter(text: str) -> None:
    assert is_id(keyword_id(text))
    assert re.fullmatch(r"[a-z]|0-9|other", letter_of(keyword_id(text)))
    assert keyword_id(text) == keyword_id(f" {text} ") == keyword_id(text.replace("'", "’"))


def test_a_round_up_and_what_it_touches_lead_to_one_another(files: Mapping[str, str]) -> None:
    touched, round_up = files["docs/events/storm-wire/index.md"], files["docs/events/cheese/index.md"]

    assert "Also mentioned in" in touched
    assert "../../events/cheese/" in hrefs(touched)
    assert "Events that this round-up mentions" in round_up
    assert "../../events/storm-wire/" in hrefs(round_up)
    assert "../../events/secret/" not in hrefs(round_up)  # hidden
    assert "It is a round-up" in words(round_up)
    assert "mentioned in" not in files["docs/events/ferry-post/index.md"]


def test_what_is_known_to_the_month_alone_is_in_its_month(files: Mapping[str, str]) -> None:
    assert "A cheese wins" in files["docs/archive/2021-04/index.md"]
    assert "April 2021" in words(files["docs/index.md"])


def test_the_front_ranks_by_independent_reports_and_ends(files: Mapping[str, str]) -> None:
    page = files["docs/index.md"]
    assert page.index("Ferry to Norholm") < page.index("Gale closes quay") < page.index("A cheese wins")
    assert "That is everything in this edition." in page


def test_nothing_foreign_is_interpreted(files: Mapping[str, str]) -> None:
    for path, page in files.items():
        if path.startswith("docs/") and not path.endswith(".txt"):  # plain text is never read as markup
            body = page.split("---\n", 2)[-1]
            assert "<script" not in body, path
            assert "<daily>" not in body, path
            assert 'href="javascript' not in body, path
    assert "alert&#40;1&#41;" in event(files)


# ---------------------------------------------------------------- addresses


def goal(page: str) -> str:
    match = re.search(r'content="0; url=([^"]+)"', page)
    assert match
    return match.group(1)


def test_the_event_address_of_every_article_answers(files: Mapping[str, str]) -> None:
    for name in ARTICLES:
        assert (f"docs/events/{name}/index.md" in files) != (f"docs/events/{name}/index.html" in files)
    page = files["docs/events/ferry-wire/index.html"]
    assert goal(page) == "../../events/ferry-post/"
    assert 'rel="canonical" href="https://digest.example/norholm/events/ferry-post/"' in page
    assert "noindex" in page


def test_a_moved_article_answers_at_both_old_addresses_through_any_number_of_moves(files: Mapping[str, str]) -> None:
    for old in ("ferry-old", "ferry-older"):
        assert goal(files[f"docs/articles/{old}/index.html"]) == "../../articles/ferry-wire/"
        assert goal(files[f"docs/events/{old}/index.html"]) == "../../events/ferry-post/"
    assert not [path for path in files if "/round/" in path]


def test_a_removed_article_leaves_a_tombstone_that_says_why(files: Mapping[str, str]) -> None:
    for folder, see in (("articles", "../../articles/ferry-wire/"), ("events", "../../events/ferry-post/")):
        page = files[f"docs/{folder}/gone/index.md"]
        assert "A reader asked for it & we agreed." in words(page)
        assert see in hrefs(page)
    assert "Read instead" not in files["docs/articles/gone-too/index.md"]


def test_a_hand_written_page_is_copied_and_replaces_only_home_and_about() -> None:
    made = edition()
    pages = {
        "notes.md": "# Notes\n",
        "about.md": "# Us\n",
        "index.md": "# Home\n",
        "topics/index.md": "# No\n",
        "events/cheese.md": "# No\n",
    }
    files = rendered(replace(made, content=replace(made.content, pages=pages)))
    assert files["docs/notes.md"] == "# Notes\n"
    assert files["docs/about.md"] == "# Us\n"
    assert "docs/about/index.md" not in files
    assert files["docs/index.md"] == "# Home\n"
    assert "# No" not in files["docs/topics/index.md"]
    assert "docs/events/cheese.md" not in files


def test_every_link_leads_to_a_page_and_an_anchor_that_are_there(files: Mapping[str, str]) -> None:
    there = {
        "/" + address(path.removeprefix("docs/")).strip("/"): page for path, page in files.items() if path.startswith("docs/")
    }
    there |= {"/" + path.removeprefix("docs/"): page for path, page in files.items() if path.startswith("docs/digest-")}
    for path, page in files.items():
        if path.startswith("docs/") and path.endswith(("index.md", "index.html")):
            for href in hrefs(page):
                _follow(there, "/" + path.removeprefix("docs/").rpartition("/")[0], href)


def _follow(there: Mapping[str, str], base: str, href: str) -> None:
    if href.startswith(("https:", "http:")) or href.endswith((".json", ".csv", ".xml")):  # of the demo, in test_site.py
        return
    path, _, anchor = href.partition("?")[0].partition("#")
    steps = [step for step in base.split("/") if step]
    for step in path.split("/"):
        if step == "..":
            assert steps, (base, href)
            steps.pop()
        elif step:
            steps.append(step)
    place = "/" + "/".join(steps)
    assert place in there, (base, href)
    assert not anchor or f'id="{anchor}"' in there[place], (base, href)


def test_no_page_has_an_id_twice(files: Mapping[str, str]) -> None:
    for path, page in files.items():
        found: Iterable[str] = re.findall(r' id="([^"]+)"', page)
        assert len(list(found)) == len(set(found)), path


def test_no_part_of_a_view_has_the_name_of_what_a_template_finds_on_every_dict() -> None:
    """``article.copy`` is a method of every dict, and so is always true."""

    def names(value: object) -> set[str]:
        if isinstance(value, Mapping):
            return set(value).union(*(names(item) for item in value.values()))
        return set().union(*(names(item) for item in value)) if isinstance(value, (list, tuple)) else set()

    views = [page.view for page in lay_out(edition()) if isinstance(page, Page)]
    assert not set().union(*map(names, views)) & set(dir(dict))


def test_an_outlets_page_marks_its_copies_and_nothing_else(files: Mapping[str, str]) -> None:
    tagged = re.compile(r'href="\.\./\.\./articles/([^/"]*)/">[^\n]*<span class="d-tag d-tag--quiet">copy</span>')
    found = {name for path, text in files.items() if path.startswith("docs/sources/") for name in tagged.findall(text)}
    copies = {article for report in edition().events if not report.hidden for article in report.event.copies}
    assert found == {name for name in copies if ARTICLES[name].outlet}
    assert found
