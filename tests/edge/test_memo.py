"""What is remembered is what would be computed; whatever is doubtful counts as nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.edge.memo import FileMemo

calls: list[object] = []


def double(value: object, times: int = 2) -> list[object]:
    calls.append(value)
    return [value] * times


@pytest.fixture(autouse=True)
def _no_calls() -> None:
    calls.clear()


def _file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def _build(folder: Path, *values: object) -> list[list[object]]:
    with FileMemo(folder) as memo:
        return list(memo(double, [(value,) for value in values]))


def test_a_second_build_computes_nothing_and_writes_nothing(tmp_path: Path) -> None:
    first = _build(tmp_path, "a", "b", {"c": [1.1, None, True, "é\ud800"]})
    file = _file(tmp_path)
    stamp = file.stat().st_mtime_ns
    calls.clear()

    assert _build(tmp_path, "a", "b", {"c": [1.1, None, True, "é\ud800"]}) == first
    assert calls == []
    assert file.stat().st_mtime_ns == stamp


def test_a_memo_that_cannot_be_kept_costs_no_build(tmp_path: Path) -> None:
    (tmp_path / "memo").write_text("a file of somebody's")
    assert _build(tmp_path / "memo", "a") == [["a", "a"]]
    assert (tmp_path / "memo").read_text() == "a file of somebody's"


def test_one_build_computes_each_value_once(tmp_path: Path) -> None:
    assert _build(tmp_path, "a", "a") == [["a", "a"], ["a", "a"]]
    assert calls == ["a"]


def test_other_arguments_are_another_value(tmp_path: Path) -> None:
    with FileMemo(tmp_path) as memo:
        found = list(memo(double, [(1,), ("1",), (1, 1), (1, 3)]))
    assert found == [
        [1, 1],
        ["1", "1"],
        [1],
        [1, 1, 1],
    ]


def test_new_and_remembered_values_are_alike(tmp_path: Path) -> None:
    """JSON has no tuples: a caller must not see one the first time only."""
    with FileMemo(tmp_path) as memo:
        assert list(memo(double, [((1, 2),)])) == [[[1, 2], [1, 2]]]


def test_only_what_a_build_used_is_kept(tmp_path: Path) -> None:
    _build(tmp_path, "a", "b")
    _build(tmp_path, "b")
    calls.clear()
    _build(tmp_path, "a", "b")
    assert calls == ["a"]


def test_a_build_that_fails_forgets_nothing(tmp_path: Path) -> None:
    _build(tmp_path, "a", "b")
    whole = _file(tmp_path).read_bytes()
    with pytest.raises(TypeError), FileMemo(tmp_path) as memo:
        list(memo(double, [("a",), ("a", None)]))
    assert _file(tmp_path).read_bytes() == whole


def test_a_folder_that_cannot_be_made_costs_no_build(tmp_path: Path) -> None:
    (tmp_path / "memo").write_text("a file", encoding="utf-8")
    assert _build(tmp_path / "memo", "a", "a") == [["a", "a"], ["a", "a"]]


def test_every_line_that_is_not_whole_counts_as_none(tmp_path: Path) -> None:
    _build(tmp_path, "a", "b", "c")
    file = _file(tmp_path)
    whole = file.read_bytes()
    for cut in range(0, len(whole), 7):
        file.write_bytes(whole[:cut])
        assert _build(tmp_path, "a", "b", "c") == [["a", "a"], ["b", "b"], ["c", "c"]]
        assert file.read_bytes() == whole


@given(place=st.integers(0, 10**6), byte=st.integers(0, 255))
def test_a_changed_byte_is_noticed(tmp_path_factory: pytest.TempPathFactory, place: int, byte: int) -> None:
    folder = tmp_path_factory.mktemp("memo")
    _build(folder, "a", "b")
    data = bytearray(_file(folder).read_bytes())
    data[place % len(data)] = byte
    _file(folder).write_bytes(data)
    assert _build(folder, "a", "b") == [["a", "a"], ["b", "b"]]


def test_foreign_files_do_no_harm(tmp_path: Path) -> None:
    _build(tmp_path, "a")
    _file(tmp_path).write_bytes(b'\xff\xfe[]\n["x", "y", 1]\nnull\n')
    assert _build(tmp_path, "a") == [["a", "a"]]


def test_the_code_that_steps_may_reach_is_part_of_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import digest.edge.memo as module

    _build(tmp_path, "a")
    monkeypatch.setattr(module, "_code", lambda name: f"another {name}")
    calls.clear()
    _build(tmp_path, "a")
    assert calls == ["a"]
