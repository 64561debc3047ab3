"""An index that is cut smaller knows the same words, each in one part, and one of another form is left alone."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest

from digest.edge.search import find_indexer, index_site
from digest.edge.search.split import Entry, cut, read_part, split_index

PAGE = '<html lang="en"><head><title>{n}</title></head><body data-pagefind-body><h1>Page {n}</h1><p>{text}</p></body></html>'


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an index of 120 pages: some words on all, most on few, some with accents and in other alphabets."""
    site = tmp_path_factory.mktemp("site")
    for n in range(120):
        own = " ".join(
            f"{stem}{letter}{n % 9}" for stem in ("tariff", "truce", "harbour", "möwe", "договор") for letter in "aeiou"
        )
        rare = " ".join(f"word{n * 7 + i:04}" for i in range(40))
        folder = site / f"p{n}"
        folder.mkdir()
        (folder / "index.html").write_text(PAGE.format(n=n, text=f"the whole {own} {rare} Möwe mowe"), encoding="utf-8")
    indexer = find_indexer()
    assert indexer
    index_site(indexer, site)
    return site / "pagefind"


def words(folder: Path) -> dict[str, bytes]:
    """Give every word of an index with its pages; fails where two parts have it."""
    found: dict[str, bytes] = {}
    for file in (folder / "index").iterdir():
        for entry in read_part(gzip.decompress(file.read_bytes())):
            assert entry.word not in found
            found[entry.word] = entry.data
    return found


def test_smaller_parts_hold_the_same_words_with_the_same_pages(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    shutil.copytree(made, folder)
    before = words(folder)
    split_index(folder, 2_000)
    sizes = [len(gzip.decompress(file.read_bytes())) for file in (folder / "index").iterdir()]
    assert words(folder) == before
    assert len(sizes) > 2 * len(list((made / "index").iterdir()))
    assert sorted(sizes)[len(sizes) // 2] <= 4_000
    listing = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))
    assert [file.name for file in folder.glob("*.pf_meta")] == [f"pagefind.{listing['languages']['en']['hash']}.pf_meta"]


def test_cutting_twice_changes_nothing(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    shutil.copytree(made, folder)
    split_index(folder, 2_000)
    once = {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    split_index(folder, 2_000)
    assert {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()} == once


@pytest.mark.parametrize("torn", ["index", "meta"])
def test_an_index_of_another_form_is_left_as_it_is(made: Path, tmp_path: Path, torn: str) -> None:
    folder = tmp_path / "index"
    shutil.copytree(made, folder)
    file = next(folder.glob("*.pf_meta")) if torn == "meta" else next((folder / "index").iterdir())
    data = gzip.decompress(file.read_bytes())
    for changed in (data[:-1], data + b"\x00", data[:12] + b"\x82" + data[13:], data[:12] + b"\xf6" + data[13:], b"other" + data):
        file.write_bytes(gzip.compress(changed))
        before = {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}
        assert split_index(folder, 2_000) == ()
        assert {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()} == before
    assert split_index(tmp_path / "nowhere") == ()


def test_words_that_begin_alike_stay_together_and_no_part_grows_without_bound() -> None:
    entries = [Entry(f"{head}{tail:02}", 1, b"x" * 10) for head in ("tarif", "truc", "trum") for tail in range(30)]
    parts = list(cut(entries, 250))
    assert [entry for part in parts for entry in part] == entries
    heads = [{entry.word[:4] for entry in part} for part in parts]
    assert [len(part) for part in parts] == [30, 30, 30]
    assert heads == [{"tari"}, {"truc"}, {"trum"}]
    assert max(sum(len(entry.data) for entry in part) for part in cut(entries[:30], 50)) <= 2 * 50
