"""Long files are in memory one at a time, and what is built is what was checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.edge.read import read_content
from digest.errors import ContentError
from digest.model import LONG

PAGE = "<html><head><title>{}</title></head><body><p>" + "word " * LONG + "</p></body></html>"


def _digest(root: Path) -> Path:
    articles = root / "content" / "articles"
    articles.mkdir(parents=True)
    for name in ("a", "b"):
        (articles / f"{name}.html").write_text(PAGE.format(name), encoding="utf-8")
    (articles / "c.txt").write_text("Short\n\nA paragraph.\n", encoding="utf-8")
    return articles


def test_every_source_is_whole_when_it_is_asked_for(tmp_path: Path) -> None:
    _digest(tmp_path)
    sources = read_content(tmp_path)[0].sources
    assert [source.id for source in sources] == ["a", "b", "c"]
    assert [source.text for source in sources][:2] == [PAGE.format("a"), PAGE.format("b")]
    assert [source.text for source in sources[1:]] == [PAGE.format("b"), "Short\n\nA paragraph.\n"]


def test_a_packed_source_has_the_same_text(tmp_path: Path) -> None:
    _digest(tmp_path)
    for source in read_content(tmp_path)[0].sources:
        assert source.pack().whole_text == source.text
        assert len(source.pack().text) < LONG


@pytest.mark.parametrize("change", ["gone", "other"])
def test_a_long_file_that_changes_during_a_build_stops_it(tmp_path: Path, change: str) -> None:
    articles = _digest(tmp_path)
    sources = read_content(tmp_path)[0].sources
    if change == "gone":
        (articles / "b.html").unlink()
    else:
        (articles / "b.html").write_text(PAGE.format("other"), encoding="utf-8")
    with pytest.raises(ContentError, match=r"content/articles/b\.html was changed while the digest was being built"):
        list(sources)
