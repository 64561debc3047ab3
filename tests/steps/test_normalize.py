"""Normalising: the cases of tests/cases/normalize, and what must hold for any text.

A case file holds headings that say what is shown, an input between tildes, and what comes out as an indented block. To write
the outputs anew after a change (and then read every one): ``python -m tests.steps.test_normalize``.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.edge.front import read_front, split_front
from digest.errors import Fault
from digest.model import Article, Block, Found, Front, Kind, Outlet, Publish, Raw, Settings, Source
from digest.readers import read
from digest.steps.normalize import normalize

FOLDER = Path(__file__).parents[1] / "cases" / "normalize"
KNOWN = {
    "coastal-press": Outlet("coastal-press", "Coastal Press"),
    "globe": Outlet("globe", "The Globe", ("globe.example",), publish=Publish.EXCERPT),
}
CASE = re.compile(r"^~~~ (?P<name>\S+)\n(?P<text>.*?)^~~~\n(?:\n(?P<out>(?:    [^\n]*\n)+))?", re.DOTALL | re.MULTILINE)
CASES = [
    pytest.param(match["name"], match["text"], match["out"], id=f"{path.stem}/{match['name']}")
    for path in sorted(FOLDER.glob("*.md"))
    for match in CASE.finditer(path.read_text(encoding="utf-8"))
]


def source_of(name: str, text: str) -> Source:
    path = f"content/articles/{name}"
    if not text.startswith("---\n"):
        return Source("a", path, text)
    head, body, line = split_front(text)
    front, faults = read_front(path, head or "", Settings(), ())
    assert front is not None
    assert not faults
    return Source("a", path, body, front, line)


def show(article: Article | None, outlet: Outlet | None, faults: tuple[Fault, ...]) -> str:
    """Give everything that was decided, a line each; what is empty is left out."""
    lines = [f"fault: {fault}" for fault in faults]
    if article:
        lines.append(f"title: {article.title} (from {article.title_origin})")
        if article.published:
            lines.append(f"date: {article.published.iso}, {article.published.precision} (from {article.published.origin})")
        if article.authors:
            lines.append(f"authors: {', '.join(article.authors)} (from {article.authors_origin})")
        if article.outlet:
            lines.append(f"outlet: {'new ' if outlet else ''}{article.outlet} (from {article.outlet_origin})")
        lines += [f"address: {article.source_url}"] if article.source_url else []
        lines += [f"place: {article.place}"] if article.place else []
        lines += [f"agency: {article.agency}"] if article.agency else []
        if article.language_origin not in ("assumed", "its words") or article.language != "en":
            lines.append(f"language: {article.language} (from {article.language_origin})")
        lines += [f"aside: {line}" for line in article.set_aside]
        marks = {Kind.PARAGRAPH: "", Kind.HEADING: "## ", Kind.ITEM: "- ", Kind.QUOTE: "> "}
        lines += [f"| {marks[block.kind]}{block.text}" for block in article.blocks]
    return "".join(f"    {line}\n" for line in lines)


def outcome(name: str, text: str) -> str:
    source = source_of(name, text.replace("␍", "\r").replace("␇", "\x07"))
    return show(*normalize(source, read(source)[0], KNOWN, Settings()))


@pytest.mark.parametrize(("name", "text", "out"), CASES)
def test_a_file_comes_out_as_the_case_says(name: str, text: str, out: str) -> None:
    assert outcome(name, text) == out


LINES = st.one_of(
    st.text(alphabet="abc AB.!?'\"“”|:-—12(),é\t", max_size=60),
    st.sampled_from(
        [
            "By Nora Lind",
            "By Nora Lind and Tom Reyes | 12 March 2020",
            "2020-03-12 10:00",
            "2020-02-30",
            "Advertisement",
            "RIVERTON (AP) — The bridge is open.",
            "Is it 'over'?The bridge over the river is open again.",
            "Bridge reopens",
            "The bridge was closed by the city.By Nora Lind",
            "- one\n- two",
            "",
        ]
    ),
    st.text(max_size=40),
)


def letters(text: str) -> Counter[str]:
    """Count the characters that words are made of."""
    return Counter(character for character in text if character.isalnum())


@given(st.lists(LINES, max_size=9).map("\n".join))
def test_no_word_is_lost_or_doubled(text: str) -> None:
    """Title, date line, byline, set-aside lines and blocks together hold every letter of the file, once."""
    source = Source("a", "content/articles/a.txt", text)
    raw = read(source)[0]
    article, _, _ = normalize(source, raw, {}, Settings())
    if article is None:
        return
    kept = "".join((*article.set_aside, *(block.text for block in article.blocks)))
    used = [
        block.text
        for block in raw.blocks
        if f"line {block.line}" in (article.title_origin, article.authors_origin, article.published and article.published.origin)
    ]
    taken = letters("".join(block.text for block in raw.blocks)) - letters(kept)
    assert not letters(kept) - letters("".join(block.text for block in raw.blocks))
    assert not taken - letters("".join(used))
    if article.title_origin.startswith("line"):
        assert not letters(article.title) - taken


@given(st.lists(LINES, max_size=9).map("\n".join), st.sampled_from([".txt", ".md"]))
def test_the_invariants_of_an_article_hold_for_any_text(text: str, suffix: str) -> None:
    source = Source("a", f"content/articles/x{suffix}", text)
    article, _, faults = normalize(source, read(source)[0], {}, Settings())
    if article is None:
        assert faults
        return
    assert article.title
    assert any(block.kind is not Kind.HEADING for block in article.blocks)
    assert all(block.text == " ".join(block.text.split()) != "" for block in article.blocks)
    position = 0
    for block, start in zip(article.blocks, article.block_starts, strict=True):
        end = start + len(block.text)
        inside = [span for span in article.sentences if start <= span.start < end]
        if block.kind is Kind.HEADING:
            assert not inside
            continue
        covered = "".join(article.text[span.start : span.end] for span in inside)
        assert "".join(covered.split()) == "".join(block.text.split())
        for span in inside:
            assert position <= span.start < span.end <= end
            position = span.end
    assert normalize(source, read(source)[0], {}, Settings())[0] == article


def test_the_digest_changes_with_title_and_text_and_with_nothing_else() -> None:
    source = Source(
        "a", "content/articles/a.txt", "Bridge Reopens\nThe old bridge over the Alder reopened on Monday.\nNobody fell."
    )
    first, _, _ = normalize(source, read(source)[0], {}, Settings())
    other = replace(source, id="b", path="content/articles/b.txt", front=Front(source="The Globe"))
    same, _, _ = normalize(other, read(other)[0], KNOWN, Settings())
    changed = replace(source, text=source.text.replace("Nobody", "Somebody"))
    third, _, _ = normalize(changed, read(changed)[0], {}, Settings())
    assert first is not None
    assert same is not None
    assert third is not None
    assert first.digest == same.digest != third.digest


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (Front(source="The Globe"), Publish.EXCERPT),
        (Front(source="The Globe", publish=Publish.LINK), Publish.LINK),
        (Front(), Publish.FULL),
    ],
)
def test_publish_is_the_articles_own_then_its_outlets_then_full(front: Front, expected: Publish) -> None:
    raw = Raw((Block(Kind.PARAGRAPH, "The old bridge over the Alder reopened on Monday."),))
    article, _, _ = normalize(Source("a", "content/articles/a.txt", "", front), raw, KNOWN, Settings())
    assert article is not None
    assert article.publish is expected


def test_nothing_readable_is_a_fault_and_no_article() -> None:
    source = Source("a", "content/articles/a.txt", "\n \n")
    article, outlet, faults = normalize(source, read(source)[0], {}, Settings())
    assert article is None
    assert outlet is None
    assert [fault.path for fault in faults] == ["content/articles/a.txt"]


def test_the_only_line_below_a_date_is_no_byline() -> None:
    source = replace(source_of("a.txt", "6 May 2021\nEdda Lindqvist, bridge keeper, dies at 91\n"), front=Front(title="Died"))
    article, _, faults = normalize(source, read(source)[0], {}, Settings())
    assert faults == ()
    assert article is not None
    assert article.text == "Edda Lindqvist, bridge keeper, dies at 91"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("one.txt", "The ferry to Marl sank in calm water on Monday."),
        ("two.txt", "Ferry sinks"),
    ],
)
def test_an_article_of_one_line_is_not_lost(name: str, text: str) -> None:
    """Also where the front matter gives that very line as the title."""
    source = source_of(name, text)
    titled = replace(source, front=Front(title=text.lstrip("# ")))
    for given_source in (source, titled):
        article, _, faults = normalize(given_source, read(given_source)[0], {}, Settings())
        assert faults == ()
        assert article is not None
        assert text.lstrip("# ") in (article.text, article.title)
        assert article.sentences


@pytest.mark.parametrize(
    ("last", "authors"),
    [
        ("Nora Lind", ("Nora Lind",)),
        ("— Nora Lind, Tarn", ("Nora Lind",)),
        ("Ada Barge", ()),  # the article is about her: a tag
        ("Tarn Police", ()),
        ("Most Read", ()),
    ],
)
def test_a_name_below_the_last_sentence_is_its_author_unless_the_article_is_about_it(last: str, authors: tuple[str, ...]) -> None:
    body = "The barge of Ms Barge, police said, lay on the bridge at dawn.\nIt has since been taken away again by two men."
    text = f"A barge on the bridge\n{body}\n{last}\n"
    source = source_of("a.txt", text)
    article = normalize(source, read(source)[0], KNOWN, Settings())[0]
    assert article is not None
    assert article.authors == authors
    assert authors or last in (*article.set_aside, *(block.text for block in article.blocks))


def test_a_line_that_introduces_what_follows_is_no_list_of_links() -> None:
    body = "The mayor of Tarn spoke for an hour on Monday.\nMore from the mayor's speech:\nMore from Coastal Press\nHe sat down."
    text = f"A speech in Tarn\n{body}"
    source = source_of("a.txt", text)
    article = normalize(source, read(source)[0], KNOWN, Settings())[0]
    assert article is not None
    assert article.set_aside == ("More from Coastal Press",)


def test_a_message_on_one_of_several_articles_names_it() -> None:
    source = Source("a", "content/articles/wire.xml", "")
    for title, name in ((None, "an entry without a title"), (Found("The  ferry", "feed"), "“The ferry”")):
        _, _, faults = normalize(source, Raw((), title=title, key="guid-1"), KNOWN, Settings())
        message = f"{name}: no text is left below the title; expected at least one paragraph"
        assert [str(fault) for fault in faults] == [f"content/articles/wire.xml: {message}"]


def rewrite() -> None:
    """Write what comes out of every case into its file."""
    for path in sorted(FOLDER.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            CASE.sub(lambda match: f"~~~ {match['name']}\n{match['text']}~~~\n\n{outcome(match['name'], match['text'])}", text),
            encoding="utf-8",
        )


if __name__ == "__main__":
    rewrite()
