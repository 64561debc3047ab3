"""Everything in ``content/`` is read or named, and one bad file never costs another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from digest import readers
from digest.edge.files import ARTICLES
from digest.edge.read import read_content, read_source
from digest.errors import ContentError, Fault
from digest.model import Content, Edits, Outlet, Phrase, Precision, Publish, Published, Removal, Settings, SummaryEdit

GOOD = "A headline\n\nA paragraph of text.\n"


def _digest(root: Path, files: dict[str, str | bytes]) -> tuple[Content, list[str]]:
    """Read a digest of these files, and one good article beside them."""
    for path, text in {"content/articles/good.txt": GOOD, **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    content, faults = read_content(root)
    assert "good" in {source.id for source in content.sources}
    return content, [str(fault) for fault in faults]


def _front(root: Path, *lines: str, name: str = "a.txt") -> tuple[Content, list[str]]:
    return _digest(root, {f"content/articles/{name}": "\n".join(["---", *lines, "---", "Body.", ""])})


def _ids(content: Content) -> list[str]:
    return [source.id for source in content.sources]


def test_every_reader_has_its_files() -> None:
    assert frozenset(ARTICLES) == readers.SUFFIXES


def test_a_folder_of_articles_is_enough(tmp_path: Path) -> None:
    content, faults = _digest(tmp_path, {})

    assert faults == []
    assert [topic.id for topic in content.topics] == ["election-meddling", "trade-war", "climate"]
    assert (content.edits, content.settings, content.outlets, content.pages) == (Edits(), Settings(), (), {})
    assert (content.site_name, content.site_url) == ("News digest", "")


def test_a_folder_without_articles_is_no_digest(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="there is no folder content/articles in it"):
        read_content(tmp_path)


def test_articles_are_in_the_order_of_their_paths_and_named_by_them(tmp_path: Path) -> None:
    content, faults = _digest(tmp_path, {"content/articles/b/Über uns.md": GOOD, "content/articles/a.HTML": GOOD})
    assert faults == []
    assert [(source.id, source.path, source.suffix) for source in content.sources] == [
        ("a", "content/articles/a.HTML", ".html"),
        ("b-uber-uns", "content/articles/b/Über uns.md", ".md"),
        ("good", "content/articles/good.txt", ".txt"),
    ]


UNKNOWN = "not a format that digest reads: expected .txt, .md, .html, .htm, .eml, .xml, .rss, .atom, .json"

BAD_FILES: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.txt", b"", "content/articles/a.txt: the file is empty"),
    "blank": ("a.txt", b" \n\n", "content/articles/a.txt: the file is empty"),
    "binary": ("a.txt", b"\x89PNG\0\0ab", "content/articles/a.txt: this is not a text file (it holds bytes that no text has)"),
    "too large": (
        "a.txt",
        b"word " * 1_100_000,
        "content/articles/a.txt: the file has 5.5 MB, more than max_file_mb in content/settings.yml allows (5)",
    ),
    "unknown format": (
        "a.docx",
        b"x",
        f"content/articles/a.docx: {UNKNOWN}",
    ),
    "no ending": ("notes", b"x", f"content/articles/notes: {UNKNOWN}"),
    "never closed": (
        "a.txt",
        b"---\ntitle: A\n\nBody.\n",
        "content/articles/a.txt:1: the front matter that begins here is never closed; expected a second line ---",
    ),
    "no keys": (
        "a.md",
        b"---\nA line.\n---\nBody.\n",
        "content/articles/a.md:2: front matter must be lines such as: title: Leaders meet in Osaka",
    ),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_file_is_one_line_and_costs_itself_alone(tmp_path: Path, case: str) -> None:
    name, data, message = BAD_FILES[case]
    content, faults = _digest(tmp_path, {f"content/articles/{name}": data})
    assert faults == [message]
    assert _ids(content) == ["good"]


def test_the_largest_file_is_set_by_the_editor_and_never_read_beyond(tmp_path: Path) -> None:
    file = tmp_path / "content" / "articles" / "big.txt"
    file.parent.mkdir(parents=True)
    with file.open("wb") as handle:
        handle.truncate(50_000_000_000)  # a hole: reading it would take minutes
    _, faults = _digest(tmp_path, {"content/settings.yml": "max_file_mb: 50\n"})
    assert faults == [
        "content/articles/big.txt: the file has 50000.0 MB, more than max_file_mb in content/settings.yml allows (50)"
    ]


def test_a_folder_named_like_an_article_is_named(tmp_path: Path) -> None:
    content, faults = _digest(tmp_path, {"content/articles/a.txt/inner.txt": GOOD})
    assert faults == ["content/articles/a.txt: this is a folder, but it is named like a file (.txt); rename it"]
    assert _ids(content) == ["good"]


def test_a_dangling_link_is_named(tmp_path: Path) -> None:
    _digest(tmp_path, {})
    (tmp_path / "content" / "articles" / "a.txt").symlink_to("nowhere.txt")
    _, faults = _digest(tmp_path, {})
    assert faults == ["content/articles/a.txt: this link leads to nothing"]


def test_links_to_folders_are_followed_once(tmp_path: Path) -> None:
    _digest(tmp_path, {"elsewhere/b.txt": GOOD, "content/articles/sub/c.txt": GOOD})
    articles = tmp_path / "content" / "articles"
    (articles / "linked").symlink_to(tmp_path / "elsewhere")
    (articles / "sub" / "up").symlink_to(articles)
    (tmp_path / "elsewhere" / "self").symlink_to(".")

    content, faults = _digest(tmp_path, {})

    assert _ids(content) == ["good", "linked-b", "sub-c"]
    assert faults == [
        f"content/articles/{path}: this link leads to a folder that is read already; it is not followed"
        for path in ("linked/self", "sub/up")
    ]


def test_a_link_out_of_the_digests_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "digest"
    root.mkdir()
    (tmp_path / "secret.txt").write_text(GOOD)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.txt").write_text(GOOD)
    _digest(root, {"kept/c.txt": GOOD})
    articles = root / "content" / "articles"
    (articles / "a.txt").symlink_to(tmp_path / "secret.txt")
    (articles / "more").symlink_to("../../../more")
    (articles / "c.txt").symlink_to("../../kept/c.txt")

    content, faults = _digest(root, {})

    assert _ids(content) == ["c", "good"]
    assert faults == [
        f"content/articles/{name}: this link leads out of the digest's folder; it is not followed: copy the file or folder here"
        for name in ("a.txt", "more")
    ]


def test_a_content_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    _digest(tmp_path / "elsewhere", {"content/articles/sub/a.txt": GOOD})
    (tmp_path / "digest").mkdir()
    (tmp_path / "digest" / "content").symlink_to(tmp_path / "elsewhere" / "content")
    (tmp_path / "elsewhere" / "content" / "articles" / "l.txt").symlink_to("sub/a.txt")
    content, faults = read_content(tmp_path / "digest")
    assert (_ids(content), faults) == (["good", "l", "sub-a"], ())


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that nobody can read")
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/proc/self/mem")
    source, faults = read_source(tmp_path / "a.txt", "content/articles/a.txt", Settings(), ())
    assert source is None
    assert [str(fault).partition(" (")[0] for fault in faults] == ["content/articles/a.txt: the file cannot be read"]


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    """Opening a pipe would wait for ever."""
    _digest(tmp_path, {})
    os.mkfifo(tmp_path / "content" / "articles" / "a.txt")
    _, faults = _digest(tmp_path, {})
    assert faults == ["content/articles/a.txt: this is not a file that can be read"]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("name", ["settings", "topics"])
def test_what_is_no_file_in_place_of_a_file_of_the_editor_is_not_opened(tmp_path: Path, name: str) -> None:
    _digest(tmp_path, {})
    os.mkfifo(tmp_path / "content" / f"{name}.yml")
    _, faults = _digest(tmp_path, {})
    assert faults == [f"content/{name}.yml: this is not a file that can be read"]


@pytest.mark.timeout(20)
def test_a_pipe_in_place_of_the_edits_stops_the_build(tmp_path: Path) -> None:
    _digest(tmp_path, {})
    os.mkfifo(tmp_path / "content" / "edits.yml")
    with pytest.raises(ContentError, match=r"content/edits\.yml cannot be read"):
        _digest(tmp_path, {})


@pytest.mark.timeout(20)
def test_a_pipe_in_place_of_a_template_is_named(tmp_path: Path) -> None:
    _digest(tmp_path, {"site_templates/pages/home.md.jinja": "x"})
    os.mkfifo(tmp_path / "site_templates" / "pages" / "event.md.jinja")
    _, faults = _digest(tmp_path, {})
    assert faults == ["site_templates/pages/event.md.jinja: this is not a file that can be read"]


def test_a_folder_in_place_of_a_file_of_the_editor_is_named(tmp_path: Path) -> None:
    (tmp_path / "content" / "topics.yml").mkdir(parents=True)
    _, faults = _digest(tmp_path, {})
    assert faults == ["content/topics.yml: this is a folder where a file belongs"]


def test_what_nobody_meant_as_an_article_is_skipped(tmp_path: Path) -> None:
    skipped = [".DS_Store", ".gitkeep", ".git/x.txt", "draft.txt~", "Thumbs.db", "page_files/ad.html", "page_files/a.css"]
    skipped += ["page-Dateien/a.js", "page_archivos/a.js", "page_fichiers/frame.htm"]
    content, faults = _digest(
        tmp_path, {f"content/articles/{name}": b"\0" for name in skipped} | {"content/articles/page.html": GOOD}
    )
    assert faults == []
    assert _ids(content) == ["good", "page"]


def test_a_name_that_is_no_text_is_refused_in_one_line(tmp_path: Path) -> None:
    _digest(tmp_path, {})
    for name in (b"a\nb.txt", b"\xff.txt"):
        Path(os.fsdecode(bytes(tmp_path) + b"/content/articles/" + name)).write_text(GOOD)
    content, faults = _digest(tmp_path, {})
    assert _ids(content) == ["good"]
    assert faults == [
        f"content/articles/{name}: the name of this file holds characters that cannot be shown; rename it"
        for name in ("a�b.txt", "�.txt")
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252", "utf-8-sig"])
def test_other_encodings_are_read_without_a_word(tmp_path: Path, encoding: str) -> None:
    text = "---\ntitle: Zürich\n---\nDer Gipfel in Zürich – vorbei.\n"
    content, faults = _digest(tmp_path, {"content/articles/a.txt": text.encode(encoding)})
    assert faults == []
    assert content.sources[0].front.title == "Zürich"
    assert content.sources[0].text == "Der Gipfel in Zürich – vorbei.\n"


def test_two_files_with_one_id_are_both_named_and_neither_is_built(tmp_path: Path) -> None:
    content, faults = _digest(
        tmp_path,
        {"content/articles/a.txt": GOOD, "content/articles/b.md": "---\nid: a\n---\nBody.\n", "content/articles/c.txt": GOOD},
    )
    assert _ids(content) == ["c", "good"]
    end = '("a"), so neither is built; rename a file or give it an id'
    assert faults == [
        f"content/articles/a.txt: this has the same id as content/articles/b.md {end}",
        f"content/articles/b.md: this has the same id as content/articles/a.txt {end}",
    ]


# Front matter


def test_front_matter_wins_and_is_taken_off(tmp_path: Path) -> None:
    content, faults = _front(
        tmp_path,
        "title:  Leaders   meet",
        "date: 2019-06-29 02:47:04",
        "author: [Ana One, Ben Two]",
        "source: Kansai Courier",
        "url: https://courier.example/1?a=b",
        "language: en-GB",
        "event: osaka day one",
        "topics: [climate]",
        "publish: link",
        "id: leaders-meet",
    )
    assert faults == []
    source = next(source for source in content.sources if source.id == "leaders-meet")
    assert (source.text, source.first_line, source.path) == ("Body.\n", 13, "content/articles/a.txt")
    front = source.front
    assert front.title == "Leaders meet"
    assert front.date == Published("2019-06-29T02:47:04", Precision.SECOND, "front matter")
    assert front.authors == ("Ana One", "Ben Two")
    assert (front.source, front.source_url, front.language) == ("Kansai Courier", "https://courier.example/1?a=b", "en")
    assert (front.event, front.topics, front.publish, front.id) == ("osaka day one", ("climate",), Publish.LINK, "leaders-meet")


def test_empty_lines_above_front_matter_do_not_hide_it(tmp_path: Path) -> None:
    """Or what it holds back would be published."""
    content, faults = _digest(tmp_path, {"content/articles/a.md": f"\n \n---\ntitle: x\npublish: link\nfoo: 1\n---\n{GOOD}"})
    assert [source.front.publish for source in content.sources if source.id == "a"] == [Publish.LINK]
    assert [fault.split(";")[0] for fault in faults] == ['content/articles/a.md:6: unknown key "foo"']
    content, faults = _digest(tmp_path, {"content/articles/a.md": f"\n---\nThe harbour: a day\n---\n{GOOD}"})
    assert ("The harbour: a day" in next(source for source in content.sources if source.id == "a").text, faults) == (True, [])


def test_front_matter_of_another_kind_is_named_and_leaves_the_article_out(tmp_path: Path) -> None:
    content, faults = _digest(tmp_path, {"content/articles/a.md": f'+++\ntitle = "x"\n+++\n{GOOD}'})
    assert _ids(content) == ["good"]
    message = "front matter between +++ (TOML) is not read; expected lines such as title: x between two lines ---"
    assert faults == [f"content/articles/a.md:1: {message}"]


@pytest.mark.parametrize("lines", [[], [""], ["title:", "author: []", "topics:", "event: ''", "date: ~"], ["# a note"]])
def test_front_matter_may_be_empty(tmp_path: Path, lines: list[str]) -> None:
    content, faults = _front(tmp_path, *lines)
    assert faults == []
    assert content.sources[0].front.title is None


def test_pages_and_texts_without_it_have_no_front_matter(tmp_path: Path) -> None:
    content, faults = _digest(
        tmp_path, {"content/articles/a.html": "---\ntitle: x\n---\n", "content/articles/b.md": "Putin: text\n---\n"}
    )
    assert faults == []
    assert content.sources[0].text.startswith("---")
    assert content.sources[1].text == "Putin: text\n---\n"


@pytest.mark.parametrize(
    ("written", "iso", "precision"),
    [
        ("2019-06-28", "2019-06-28", Precision.DAY),
        ("2019-6-8", "2019-06-08", Precision.DAY),
        ("2019-06-29T02:47:04", "2019-06-29T02:47:04", Precision.SECOND),
        ("2019-06-29 02:47:04 +9", "2019-06-29T02:47:04+09:00", Precision.SECOND),
        ("2019-06-29T02:47:04.5Z", "2019-06-29T02:47:04+00:00", Precision.SECOND),
        ('"2019-06-28"', "2019-06-28", Precision.DAY),
        ("2019-06-29 02:47", "2019-06-29T02:47", Precision.MINUTE),
        ("28 June 2019", "2019-06-28", Precision.DAY),
        ("2019-06", "2019-06", Precision.MONTH),
    ],
)
def test_dates_are_read_as_exactly_as_they_are_written(tmp_path: Path, written: str, iso: str, precision: Precision) -> None:
    content, faults = _front(tmp_path, f"date: {written}")
    assert faults == []
    assert content.sources[0].front.date == Published(iso, precision, "front matter")


BAD_FIELDS = {
    "title: No": '2: title: YAML reads No as a yes-or-no value; put it in quotes: title: "No"',
    "title: 2019": '2: title: YAML reads 2019 as a number; put it in quotes: title: "2019"',
    "title: 2019-06-28": '2: title: YAML reads 2019-06-28 as a date; put it in quotes: title: "2019-06-28"',
    "title: [a, b]": "2: title: expected text, found a list",
    "title: {a: b}": "2: title: expected text, found keys with values",
    "titel: Leaders meet": '2: unknown key "titel"; did you mean "title"?',
    "auhtor: Ana": '2: unknown key "auhtor"; did you mean "author"?',
    "zzz: 1": (
        '2: unknown key "zzz"; expected one of title, date, author, source, source_url, url, language, event, topics, publish, id'
    ),
    "date: 2019-02-30": "2: date: 2019-02-30 is not on the calendar",
    "date: 2019-06-28T25:00:00": "2: date: 2019-06-28T25:00:00 is not on the calendar",
    "date: yesterday": '2: date: expected a date such as 2019-06-28 or 2019-06-28T14:30, found "yesterday"',
    "date: [2019-06-28]": "2: date: expected a date such as 2019-06-28 or 2019-06-28T14:30, found a list",
    "date: 3019-06-28": (
        "2: date: 3019-06-28 is not credible; "
        "expected a year from 1900 to 2040 (earliest_year and latest_year in content/settings.yml)"
    ),
    "author: 7": '2: author: YAML reads 7 as a number; put it in quotes: author: "7"',
    "author: {name: Ana}": "2: author: expected a list of texts, found keys with values",
    "source_url: javascript:alert(1)": (
        '2: source_url: expected an address that begins with https:// or http://, found "javascript:alert(1)"'
    ),
    "language: no": '2: language: YAML reads no as a yes-or-no value; put it in quotes: language: "no"',
    "language: english": '2: language: expected a code of two letters such as en or fr, found "english"',
    "topics: [climat]": '2: topics: there is no topic "climat" in content/topics.yml; did you mean "climate"?',
}


@pytest.mark.parametrize("line", BAD_FIELDS)
def test_a_fault_in_a_field_costs_the_field(tmp_path: Path, line: str) -> None:
    content, faults = _front(tmp_path, line, "source: Kansai Courier")
    assert faults == [f"content/articles/a.txt:{BAD_FIELDS[line]}"]
    front = content.sources[0].front
    assert front.source == "Kansai Courier"
    assert (front.title, front.date, front.authors, front.source_url, front.language, front.topics) == (None,) * 6


BAD_FRONTS = {
    "title: G20 summit: Trump warns Putin": (
        '2: a value with a colon in it must be put in quotes: title: "G20 summit: Trump warns Putin"'
    ),
    'title: He said: "no"': '2: a value with a colon in it must be put in quotes: title: "He said: \\"no"',
    "title: 'Obsolete' says Putin": "2: a value that begins with ' must be put in quotes: title: \"Obsolete' says Putin\"",
    "title: @realDonaldTrump": '2: a value that begins with @ must be put in quotes: title: "@realDonaldTrump"',
    "title: [unclosed": '2: a value that begins with [ must be put in quotes: title: "[unclosed"',
    "title: [": "2: the bracket that title opens with is never closed",
    "title: *x": '2: a value that begins with * must be put in quotes: title: "*x"',
    "Publish: link": '2: unknown key "Publish"; did you mean "publish"?',
    "publsh: excerpt": '2: unknown key "publsh"; did you mean "publish"?',
    "Event: osaka": '2: unknown key "Event"; did you mean "event"?',
    "title: &a b\nauthor: *a": "2: a value is repeated by an alias (*name); write it out",
    "\ttitle: x": "2: this line begins with a tab; use spaces",
    "publish: ful": '2: publish: expected full, excerpt or link, found "ful"',
    "publish: yes": '2: publish: expected full, excerpt or link, found "yes"',
    "publish: link\npublish: full": '3: "publish" stands here twice (first on line 2); neither is used',
    "id: Big News": (
        '2: id: expected small letters a-z, digits and hyphens, such as big-news, but not 404, index or readme; found "Big News"'
    ),
    "id: index": ('2: id: expected small letters a-z, digits and hyphens, but not 404, index or readme; found "index"'),
    "id: [a]": "2: id: expected a name, found a list",
    "event: [a]": "2: event: expected text, found a list",
    "event: 2019": '2: event: YAML reads 2019 as a number; put it in quotes: event: "2019"',
    "a: " + "[" * 5000: None,
}


@pytest.mark.parametrize("lines", BAD_FRONTS)
def test_a_decisive_fault_leaves_the_article_out(tmp_path: Path, lines: str) -> None:
    content, faults = _front(tmp_path, *lines.split("\n"))
    assert _ids(content) == ["good"]
    assert len(faults) == 1
    assert BAD_FRONTS[lines] is None or faults == [f"content/articles/a.txt:{BAD_FRONTS[lines]}"]


def test_all_faults_are_reported_together_with_their_lines(tmp_path: Path) -> None:
    content, faults = _front(tmp_path, "", "title: No", "author: Ana", "date: 2019-02-30", "zzz: 1", "title: x")
    assert [fault.split(":")[1] for fault in faults] == ["5", "6", "7"]
    assert content.sources[0].front.title is None
    assert content.sources[0].front.authors == ("Ana",)


# The editor's other files


def test_outlets(tmp_path: Path) -> None:
    text = """
kansai-courier:
  name: Kansai Courier
  domains: [https://www.Courier.example/, courier-net.example]
  family: Kansai Press
  country: Japan
  publish: excerpt
  feed: https://courier.example/feed
ledger:
"""
    content, faults = _digest(tmp_path, {"content/sources.yml": text})
    assert faults == []
    assert content.outlets == (
        Outlet(
            "kansai-courier",
            "Kansai Courier",
            ("courier.example", "courier-net.example"),
            "Kansai Press",
            "Japan",
            Publish.EXCERPT,
            "https://courier.example/feed",
        ),
        Outlet("ledger", "Ledger"),
    )


CONFIG_FAULTS = [
    ("sources", "a:\n  nmae: x", 'a: unknown key "nmae"; did you mean "name"?', 2),
    (
        "sources",
        "Big One: {}",
        'the id of an outlet must be small letters a-z, digits and hyphens, such as big-one; found "Big One"',
        1,
    ),
    ("sources", "a:\n  country: NO", 'a: country: YAML reads NO as a yes-or-no value; put it in quotes: country: "NO"', 2),
    ("sources", "a:\n  domains: no/domain", 'a: domains: expected a domain such as courier.example, found "no/domain"', 2),
    ("sources", "a: {domains: x.example}\nb: {domains: x.example}", "b: domains: x.example belongs to a already", 2),
    ("sources", "a:\n  feed: ftp://x", 'a: feed: expected an address that begins with https:// or http://, found "ftp://x"', 2),
    ("sources", "- a", "expected one key an outlet, such as kansai-courier, found a list", 1),
    ("topics", "a:\n  phrase: [x]", 'a: unknown key "phrase"; did you mean "phrases"?', 2),
    ("topics", "a:\n  phrases: [5]", 'a: phrases: YAML reads 5 as a number; put it in quotes: phrases: "5"', 2),
    ("topics", "a:\n  phrases:\n  - x: heavy", 'a: phrases: x: expected a number from 0.01 to 10, found "heavy"', 3),
    ("topics", "a:\n  parent: b", 'a: parent: there is no topic "b"; expected one of a', 2),
    (
        "topics",
        "a: {parent: b}\nb: {parent: a}",
        "a: parent: a topic cannot stand above itself (a below b below a); expected a wider topic",
        1,
    ),
    (
        "topics",
        "Trade War: {}",
        'the id of a topic must be small letters a-z, digits and hyphens, such as trade-war; found "Trade War"',
        1,
    ),
    ("settings", "summary_words: many", 'summary_words: expected a whole number from 20 to 1000, found "many"', 1),
    ("settings", "max_file_mb: 0", 'max_file_mb: expected a whole number from 1 to 200, found "0"', 1),
    ("settings", "\nlanguage: fr", 'language: expected en or es, found "fr"', 2),
    ("settings", "keywords: 5", 'unknown key "keywords"; did you mean "keywords_per_article"?', 1),
    (
        "settings",
        "feed_authority: My Paper",
        'feed_authority: expected a name, a comma and a date, such as news.example.org,2026-11-22, found "My Paper"',
        1,
    ),
    ("settings", "earliest_year: 2030\nlatest_year: 2020", "earliest_year 2030 is after latest_year 2020", 1),
    (
        "settings",
        "feed_authority: 'news.example.org,2026-02-30'",
        "feed_authority: expected a name, a comma and a date, such as news.example.org,2026-11-22,"
        ' found "news.example.org,2026-02-30"',
        1,
    ),
    ("topics", "a:\n\tphrases: [x]", "this line begins with a tab; use spaces", 2),
    (
        "topics",
        "a:\n  phrases: [x]\n---\nb: {}",
        "a second line --- stands here, where the file would begin anew; take it out",
        3,
    ),
    ("topics", "---\na: {}\n---\nb: {}", "a second line --- stands here, where the file would begin anew; take it out", 3),
    ("sources", "a: {name: x", "the bracket that a opens with is not closed in the same way, or something in it needs quotes", 1),
    ("edits", "hide: [", "the bracket that hide opens with is never closed", 1),
    ("edits", "togehter: []", 'unknown key "togehter"; did you mean "together"?', 1),
    (
        "edits",
        "together: [a, b]",
        "together: expected two or more articles in each list, such as together: [[kansai-1, ledger-4]]",
        1,
    ),
    ("edits", "apart: {a: b}", "apart: expected a list of lists of articles, such as apart: [[kansai-1, ledger-4]]", 1),
    ("edits", "titles:\n  a: [x]", "titles: a: expected text, found a list", 2),
    ("edits", "summaries:\n  a:\n    perfer: [x]", 'summaries: a: unknown key "perfer"; did you mean "prefer"?', 3),
    ("edits", "moved:\n  a: [b]", "moved: a: expected a name, found a list", 2),
]


@pytest.mark.parametrize(("name", "text", "message", "line"), CONFIG_FAULTS)
def test_a_fault_in_a_file_of_the_editor_names_its_place(tmp_path: Path, name: str, text: str, message: str, line: int) -> None:
    _, faults = _digest(tmp_path, {f"content/{name}.yml": text})
    assert faults[0] == f"content/{name}.yml:{line}: {message}"
    assert len(faults) == 1


@pytest.mark.parametrize("name", ["sources", "topics", "settings", "edits"])
@pytest.mark.parametrize("text", ["", " \n\n", "\ufeff\n", "# nothing yet\n", "{}"])
def test_empty_files_are_fine(tmp_path: Path, name: str, text: str) -> None:
    _, faults = _digest(tmp_path, {f"content/{name}.yml": text})
    assert faults == []


def test_null_values_and_empty_lists_are_fine(tmp_path: Path) -> None:
    keys = ("together", "apart", "titles", "topics", "summaries", "hide", "moved", "removed")
    content, faults = _digest(
        tmp_path,
        {
            "content/edits.yml": "".join(f"{key}:\n" for key in keys),
            "content/settings.yml": "summary_words:\n",
            "content/topics.yml": "a: {phrases: [], exclude: , parent: , intro: }\n",
        },
    )
    assert faults == []
    assert content.edits == Edits()


def test_topics(tmp_path: Path) -> None:
    text = """
trade-war:
  title: Trade war
  intro: |
    Two
    lines.
  phrases: [trade war, tariff: 0.5, {truce: 2}]
  exclude: trade union
sub: {parent: trade-war}
"""
    content, faults = _digest(tmp_path, {"content/topics.yml": text})
    assert faults == []
    first, second = content.topics
    assert (first.title, first.intro, first.exclude) == ("Trade war", "Two lines.", ("trade union",))
    assert first.phrases == (Phrase("trade war"), Phrase("tariff", 0.5), Phrase("truce", 2.0))
    assert (second.title, second.parent) == ("Sub", "trade-war")


def test_edits(tmp_path: Path) -> None:
    """An article may be named 2019-06-28, which YAML reads as a date."""
    text = """
together: [[a, 2019-06-28]]
apart:
  - [a, b, a]
titles: {a: A title}
topics: {a: [climate], b: []}
summaries:
  a: {prefer: A sentence., drop: [One., Two.]}
hide: [a]
moved: {1: a}
removed:
  b: asked for by its author
  c: {reason: a copy, see: a}
"""
    content, faults = _digest(tmp_path, {"content/edits.yml": text})
    assert faults == []
    assert content.edits == Edits(
        together=(("a", "2019-06-28"),),
        apart=(("a", "b"),),
        titles={"a": "A title"},
        topics={"a": ("climate",), "b": ()},
        summaries={"a": SummaryEdit(("A sentence.",), ("One.", "Two."))},
        hide=("a",),
        moved={"1": "a"},
        removed={"b": Removal("asked for by its author"), "c": Removal("a copy", "a")},
    )


@pytest.mark.parametrize("text", ["titles: {a: b: c}\nremoved: {d: asked}\n", "removed: [a]\n", "removed: {}\nremoved: {a: b}\n"])
def test_a_takedown_that_cannot_be_read_stops_the_build(tmp_path: Path, text: str) -> None:
    """A text that was taken down must not come back because of a slip elsewhere."""
    with pytest.raises(ContentError, match="removed articles would be published again") as caught:
        _digest(tmp_path, {"content/edits.yml": text})
    assert len(caught.value.faults) == 1


def test_a_takedown_holds_where_only_its_reason_is_at_fault(tmp_path: Path) -> None:
    content, faults = _digest(tmp_path, {"content/edits.yml": "removed:\n  a:\n  b: 7\n  c: {reson: x}\n"})
    assert list(content.edits.removed) == ["a", "b", "c"]
    assert len(faults) == 4


def test_a_promise_to_a_publisher_holds_where_it_is_at_fault(tmp_path: Path) -> None:
    content, faults = _digest(
        tmp_path,
        {"content/sources.yml": "a: {publish: links}\nb: text\nc: {name: C}\nd: {Publish: excerpt}\ne: {publsh: link}\n"},
    )
    assert [outlet.publish for outlet in content.outlets] == [Publish.LINK, Publish.LINK, None, Publish.LINK, Publish.LINK]
    assert len(faults) == 4
    with pytest.raises(ContentError, match="might be published in full"):
        _digest(tmp_path, {"content/sources.yml": "a: {publish: link\n"})


def test_hand_written_pages_that_share_an_address_are_named(tmp_path: Path) -> None:
    names = ("x.md", "x/index.md", "index.md", "team/index.md", "y.md")
    content, faults = _digest(tmp_path, {f"content/pages/{name}": "# A page\n" for name in names})
    assert sorted(content.pages) == ["index.md", "team/index.md", "y.md"]
    assert faults == [
        f"content/pages/{one}: this has the same address as content/pages/{other}, so neither is shown; rename one"
        for one, other in (("x.md", "x/index.md"), ("x/index.md", "x.md"))
    ]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("README.md", "this would stand in for the page of its folder; name it index.md if that is meant, else rename it"),
        ("about/Readme.md", "this would stand in for the page of its folder; name it index.md if that is meant, else rename it"),
        (
            "pagefind/x.md",
            "addresses that begin with pagefind/ belong to what digest makes (build/site/pagefind/); rename this page",
        ),
    ],
)
def test_a_hand_written_page_that_would_cost_another_or_be_lost_is_named(tmp_path: Path, name: str, why: str) -> None:
    content, faults = _digest(tmp_path, {f"content/pages/{name}": "# A page\n"})

    assert content.pages == {}
    assert faults == [f"content/pages/{name}: {why}"]


def test_a_template_that_no_page_is_made_from_is_named_with_the_nearest(tmp_path: Path) -> None:
    _, faults = _digest(
        tmp_path,
        {
            "site_templates/pages/evnt.md.jinja": "x",
            "site_templates/pages/event.md.jinja": "{% include 'mine.jinja' %}",
            "site_templates/pages/mine.jinja": "x",
            "site_templates/pages/topic.md.jinja": "Stra\u00dfe".encode("latin-1"),
            "site_templates/pages/notes.txt": "to do",
        },
    )
    assert faults == [
        'site_templates/pages/evnt.md.jinja: no page is made from a template of this name; did you mean "event.md.jinja"?',
        "site_templates/pages/topic.md.jinja: this is not UTF-8 text (line 1); save it as UTF-8",
    ]


def test_hand_written_pages_are_read_and_checked(tmp_path: Path) -> None:
    content, faults = _digest(
        tmp_path,
        {
            "content/pages/about.md": "---\ntitle: About us\n---\n# We\n",
            "content/pages/team/index.md": "# Team\n",
            "content/pages/bad.md": "---\ntitle: a: b\n---\n# Bad\n",
            "content/pages/topics/mine.md": "# Mine\n",
            "content/pages/picture.png": b"\0",
        },
    )
    assert content.pages == {"about.md": "---\ntitle: About us\n---\n# We\n", "team/index.md": "# Team\n"}
    assert faults == [
        'content/pages/bad.md:2: a value with a colon in it must be put in quotes: title: "a: b"',
        "content/pages/picture.png: not a format that digest reads: expected .md",
        "content/pages/topics/mine.md: addresses that begin with topics/ belong to what digest makes (build/site/topics/); "
        "rename this page",
    ]


@pytest.mark.parametrize(
    ("text", "name", "url"),
    [
        ("site_name: My Digest\nsite_url: https://a.example/digest\n", "My Digest", "https://a.example/digest/"),
        ("site_name: !ENV [NAME, Fallback]\nsite_url: !ENV URL\n", "Fallback", ""),
        ("site_name: A\nx: !!python/name:os.system ''\ny: !custom {a: &b 1, c: *b}\n", "A", ""),
        ("site_name: 2019\n", "2019", ""),
        ("{}", "News digest", ""),
    ],
)
def test_name_and_address_come_from_mkdocs(tmp_path: Path, text: str, name: str, url: str) -> None:
    content, faults = _digest(tmp_path, {"mkdocs.yml": text})
    assert faults == []
    assert (content.site_name, content.site_url) == (name, url)


def test_the_repository_comes_from_mkdocs(tmp_path: Path) -> None:
    content, faults = _digest(tmp_path, {"mkdocs.yml": "repo_url: https://code.example/mine/digest/\n"})
    assert faults == []
    assert content.repo_url == "https://code.example/mine/digest"
    content, faults = _digest(tmp_path, {"mkdocs.yml": "repo_url: mine/digest\n"})
    assert faults == ['mkdocs.yml: repo_url: expected an address that begins with https:// or http://, found "mine/digest"']
    assert content.repo_url == ""


def test_a_broken_mkdocs_file_is_reported(tmp_path: Path) -> None:
    content, faults = _digest(tmp_path, {"mkdocs.yml": "site_name: [\n"})
    assert [fault.split(" (")[0] for fault in faults] == ["mkdocs.yml:2: this cannot be read as YAML"]
    assert content.site_name == "News digest"
    _, faults = _digest(tmp_path, {"mkdocs.yml": "- site_name\n"})
    assert faults == ["mkdocs.yml:1: expected keys such as site_name, found a list"]


def test_faults_are_sorted_and_say_one_thing_in_one_line(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"content/articles/{case.replace(' ', '-')}-{name}": data for case, (name, data, _) in BAD_FILES.items()
    }
    _digest(tmp_path, files)
    _, faults = read_content(tmp_path)
    assert list(faults) == sorted(faults)
    assert len(faults) == len(BAD_FILES)
    assert all(isinstance(fault, Fault) and "\n" not in str(fault) and not str(fault).endswith(".") for fault in faults)
