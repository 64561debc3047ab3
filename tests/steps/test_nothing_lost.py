"""Nothing is lost: what no field holds stands in the body or in the lines set aside, every word once and in order."""

from __future__ import annotations

from collections import Counter
from html import escape

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from digest.model import Article, Kind, Raw, Settings, Source
from digest.readers import read
from digest.steps.normalize import normalize
from digest.text.escape import clean
from tests.mutations import FURNITURE, clean_articles

PROSE = [text for article in clean_articles() for text in (*article.paragraphs, article.title, article.question)]
LINES = st.one_of(
    st.sampled_from(PROSE),
    st.sampled_from(FURNITURE),
    st.sampled_from(
        [
            "By Nora Lind", "By Nora Lind and Tom Reyes | 12 March 2020", "12 March 2020", "2020-02-30", "04/05/2020",
            "TARN (AP) — The bridge is open.", "Is it 'over'?The bridge over the river is open to lorries again.",
            "The bridge is shut.By Nora Lind", "Bridge reopens | Riverton Times", "- one\n- two", "Source: Xinhua", "(Reuters)",
            "By Nora Lind | 2020-02-30", "Nora Lind", "— Nora Lind", "TRANSPORT", "Image caption,", "Related topics", "Share",
            "Photographs by Ana Sol, words by Nora Lind", "Rui Matos (texto) e Inês Faria (fotos)", "5:32 p.m.", "88", "(kab)",
            "Transport correspondent, Riverton", "Published: 3 May 2021, 10:00 | Updated: 4 May 2021", "1. first\n2. second",
            "", "",
        ]
    ),
    st.text(alphabet="abc AB.!?'\"“”|:-—12(),é\t", max_size=60),
    st.text(max_size=40),
)  # fmt: skip


def letters(text: str) -> str:
    """Give the characters that words are made of, in order."""
    return "".join(filter(str.isalnum, clean(text)))


def stands_in_order(pieces: list[str], whole: str) -> bool:
    """Say whether every piece stands in the whole as one run, each behind the one before."""
    position = 0
    for piece in map(letters, pieces):
        position = whole.find(piece, position)
        if position < 0:
            return False
        position += len(piece)
    return True


def used(article: Article, raw: Raw) -> list[str]:
    """Give the lines that title, date and authors were read from."""
    origins = {article.title_origin, article.authors_origin, article.published.origin if article.published else ""}
    return [block.text for block in raw.blocks if f"line {block.line}" in origins]


def check(article: Article, raw: Raw, whole: str) -> None:
    body = [block.text for block in article.blocks]
    assert stands_in_order(body, whole)
    assert stands_in_order(list(article.set_aside), whole)
    kept = Counter(letters("".join((*body, *article.set_aside))))
    everything = Counter(letters("".join(block.text for block in raw.blocks)))
    assert not kept - everything
    assert not everything - kept - Counter(letters("".join(used(article, raw))))


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
@settings(max_examples=1_000, deadline=None)
@given(lines=st.lists(LINES, max_size=12))
def test_a_text_file_keeps_every_word_in_order(gap: str, lines: list[str]) -> None:
    text = gap.join(lines)
    source = Source("a", "content/articles/a.txt", text)
    (raw,) = read(source)
    assume(not raw.repaired)  # garbled characters that were put right are other characters than the file's
    assert letters("".join(block.text for block in raw.blocks)) == letters(text)
    article, _, _ = normalize(source, raw, {}, Settings())
    if article:
        check(article, raw, letters(text))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["2020-02-30", "31 June 2021", "04/05/2020", "1850-03-04"]),
    st.sampled_from(["{}", "By Nora Lind | {}", "By Nora Lind, {}", "{} - By Nora Lind", "Published: {}"]),
    st.lists(st.sampled_from(PROSE), min_size=3, max_size=6, unique=True),
    st.booleans(),
)
def test_a_date_that_cannot_be_is_reported_and_kept(day: str, form: str, prose: list[str], below: bool) -> None:
    line = form.format(day)
    text = "\n".join(["A day in Tarn", *prose, line] if below else ["A day in Tarn", line, *prose])
    source = Source("a", "content/articles/a.txt", text)
    article, _, faults = normalize(source, read(source)[0], {}, Settings())
    assert article is not None
    assert article.published is None
    assert any(day in fault.message for fault in faults)
    assert day in " ".join((*article.set_aside, article.text))


@pytest.mark.parametrize("around", ["article", "main"])
@settings(max_examples=500, deadline=None)
@given(lines=st.lists(st.one_of(st.sampled_from(PROSE), LINES), min_size=1, max_size=10))
def test_a_page_keeps_every_word_that_its_reader_gives_in_order(around: str, lines: list[str]) -> None:
    page = "".join(f"<p>{escape(clean(line))}</p>\n" for line in lines)
    source = Source("a", "content/articles/a.html", f"<html><body><{around}><h1>A day</h1>\n{page}</{around}></body></html>")
    (raw,) = read(source)
    article, _, _ = normalize(source, raw, {}, Settings())
    if article:
        body = [block.text for block in article.blocks]
        everything = letters("".join(block.text for block in raw.blocks))
        assert stands_in_order(body, everything)
        assert stands_in_order(list(article.set_aside), everything)
        kept = Counter(letters("".join((*body, *article.set_aside))))
        assert not kept - Counter(everything)
        assert all(block.kind is not Kind.HEADING for block in article.blocks) or len(body) > 1


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PROSE), min_size=4, max_size=10, unique=True), st.integers(0, 10), st.sampled_from(FURNITURE))
def test_furniture_is_set_aside_and_prose_never(prose: list[str], place: int, line: str) -> None:
    """Built-in patterns take furniture out wherever it stands, and no line of ours that is prose."""
    last = "Nobody could say on Sunday when it would open again."  # short lines between "Most read" and the end would be links
    lines = [*prose[:place], line, *prose[place:], last]
    source = Source("a", "content/articles/a.txt", "A day in Tarn\n" + "\n".join(lines))
    article, _, _ = normalize(source, read(source)[0], {}, Settings())
    assert article is not None
    assert article.set_aside == (line,)
