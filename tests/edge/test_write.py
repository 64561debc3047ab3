"""``build/`` holds whole files, those that it should, and nothing else of ours."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.edge.write import write_files
from digest.errors import OutputError


def _tree(build: Path) -> dict[str, bytes]:
    """Files that were written: without the manifest and the lock."""
    return {
        path: file.read_bytes()
        for file in sorted(build.rglob("*"))
        if file.is_file() and (path := file.relative_to(build).as_posix()) not in {"manifest.json", ".lock"}
    }


def _stamps(build: Path) -> dict[str, int]:
    return {str(file): file.stat().st_mtime_ns for file in [build, *build.rglob("*")]}


def test_the_folder_holds_exactly_the_files(tmp_path: Path) -> None:
    build = tmp_path / "build"
    files = {"docs/a/index.md": b"a", "docs/b/index.md": b"b", "articles.jsonl": b"{}\n"}

    assert write_files(build, files.items()) == 3
    assert _tree(build) == files

    files = {"docs/a/index.md": b"changed", "docs/c/index.md": b"c"}
    assert write_files(build, files.items()) == 4  # one changed, one new, two gone
    assert _tree(build) == files
    assert not (build / "docs" / "b").exists()


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    build = tmp_path / "build"
    files = {"docs/a/index.md": b"a", "articles.jsonl": b"{}\n"}
    write_files(build, files.items())
    before = _stamps(build)

    assert write_files(build, files.items()) == 0
    assert _stamps(build) == before


PIECES = st.lists(st.binary(max_size=5), max_size=5)


@settings(max_examples=200)
@given(st.none() | PIECES, PIECES)
def test_a_file_in_pieces_is_written_as_a_whole_unless_it_is_there(before: list[bytes] | None, after: list[bytes]) -> None:
    with TemporaryDirectory() as folder:
        build = Path(folder) / "build"
        write_files(build, {}.items() if before is None else {"long.jsonl": iter(before)}.items())
        assert write_files(build, {"long.jsonl": iter(after)}.items()) == (before is None or b"".join(before) != b"".join(after))
        assert _tree(build) == {"long.jsonl": b"".join(after)}

        stamps = _stamps(build)
        assert write_files(build, {"long.jsonl": iter(after)}.items()) == 0
        assert _stamps(build) == stamps


def test_unchanged_files_keep_their_time(tmp_path: Path) -> None:
    build = tmp_path / "build"
    write_files(build, {"a.md": b"a", "b.md": b"b"}.items())
    before = (build / "a.md").stat().st_mtime_ns

    write_files(build, {"a.md": b"a", "b.md": b"c"}.items())

    assert (build / "a.md").stat().st_mtime_ns == before


def test_only_listed_files_are_deleted(tmp_path: Path) -> None:
    build = tmp_path / "build"
    write_files(build, {"docs/a.md": b"a"}.items())
    for path in ("docs/mine.md", "site/index.html", "memo/x.jsonl"):
        (build / path).parent.mkdir(exist_ok=True)
        (build / path).write_text("mine")

    write_files(build, {}.items())

    assert set(_tree(build)) == {"docs/mine.md", "site/index.html", "memo/x.jsonl"}


def test_a_file_may_become_a_folder_and_back(tmp_path: Path) -> None:
    build = tmp_path / "build"
    for files in ({"docs/a": b"1"}, {"docs/a/b": b"2"}, {"docs/a": b"3"}):
        write_files(build, files.items())
        assert _tree(build) == files


def test_what_a_killed_build_left_is_mended(tmp_path: Path) -> None:
    """The union was written first: files of the old and of the new list may be there or not."""
    build = tmp_path / "build"
    write_files(build, {"docs/old.md": b"old", "docs/both.md": b"1"}.items())
    (build / "manifest.json").write_text(json.dumps({"schema": 1, "files": ["docs/both.md", "docs/new.md", "docs/old.md"]}))
    (build / "docs" / "new.md").write_bytes(b"half")
    (build / ".tmp").mkdir()
    (build / ".tmp" / "partial").write_bytes(b"ha")

    write_files(build, {"docs/both.md": b"2"}.items())

    assert _tree(build) == {"docs/both.md": b"2"}
    assert not (build / ".tmp").exists()


@pytest.mark.parametrize("manifest", ["", "{", "[]", '{"files": 3}', '{"files": ["../out.md", "/etc/x", "site/index.html", 7]}'])
def test_a_foreign_manifest_deletes_nothing(tmp_path: Path, manifest: str) -> None:
    build = tmp_path / "build"
    (build / "site").mkdir(parents=True)
    (build / "site" / "index.html").write_text("site")
    (tmp_path / "out.md").write_text("out")
    (build / "manifest.json").write_text(manifest)

    write_files(build, {"a.md": b"a"}.items())

    assert (tmp_path / "out.md").exists()
    assert _tree(build) == {"a.md": b"a", "site/index.html": b"site"}


def test_links_are_not_followed(tmp_path: Path) -> None:
    build, outside = tmp_path / "build", tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("mine")
    build.mkdir()
    (build / "a.md").symlink_to(outside / "a.md")

    write_files(build, {"a.md": b"ours"}.items())
    assert (outside / "a.md").read_text() == "mine"
    assert not (build / "a.md").is_symlink()

    (build / "docs").symlink_to(outside)
    with pytest.raises(OutputError, match="build/docs is a link where a folder belongs"):
        write_files(build, {"docs/b.md": b"ours"}.items())
    assert [file.name for file in outside.iterdir()] == ["a.md"]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("path", ["docs/a.md", "manifest.json", ".tmp"])
def test_a_pipe_where_a_file_belongs_is_replaced_and_never_waited_for(tmp_path: Path, path: str) -> None:
    build = tmp_path / "build"
    (build / path).parent.mkdir(parents=True)
    os.mkfifo(build / path)

    write_files(build, {"docs/a.md": b"ours"}.items())

    assert _tree(build) == {"docs/a.md": b"ours"}


def test_a_socket_where_a_file_belongs_is_replaced(tmp_path: Path) -> None:
    build = tmp_path / "build"
    build.mkdir()
    with socket.socket(socket.AF_UNIX) as there:
        there.bind(str(build / "a.md"))
        write_files(build, {"a.md": b"ours"}.items())

    assert _tree(build) == {"a.md": b"ours"}


def test_a_file_where_the_temporary_folder_belongs_is_replaced(tmp_path: Path) -> None:
    build = tmp_path / "build"
    build.mkdir()
    (build / ".tmp").write_text("x")

    write_files(build, {"a.md": b"ours"}.items())

    assert _tree(build) == {"a.md": b"ours"}


def test_a_link_does_not_lead_a_deletion_out(tmp_path: Path) -> None:
    build, outside = tmp_path / "build", tmp_path / "outside"
    write_files(build, {"docs/a.md": b"a"}.items())
    (build / "docs").rename(outside)
    (build / "docs").symlink_to(outside)

    write_files(build, {}.items())

    assert (outside / "a.md").exists()


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (lambda build: build.write_text("x"), "cannot be made .there is a file of that name"),
        (lambda build: (build / "docs" / "a.md").mkdir(parents=True), "build/docs/a.md is a folder where a file belongs"),
        (lambda build: (build.mkdir(), (build / "docs").write_text("x")), "build/docs is a file where a folder belongs"),
        (lambda build: (build / "manifest.json").mkdir(parents=True), "build/manifest.json is a folder where a file belongs"),
        (lambda build: (build / ".lock").mkdir(parents=True), "nothing can be written in .*/build .is a directory"),
    ],
)
def test_what_stands_in_the_way_is_named(tmp_path: Path, prepare: object, message: str) -> None:
    build = tmp_path / "build"
    assert callable(prepare)
    prepare(build)
    with pytest.raises(OutputError, match=message):
        write_files(build, {"docs/a.md": b"a"}.items())


def test_a_folder_in_which_nothing_can_be_written_is_named() -> None:
    """/proc takes no file from anybody, root among them."""
    with pytest.raises(OutputError, match="/proc/build"):
        write_files(Path("/proc/build"), {"a.md": b"a"}.items())


@pytest.mark.parametrize("path", ["../a", "/a", "a//b", "site/a", ".tmp/a", "manifest.json", "a/./b", ""])
def test_no_file_leaves_its_place(tmp_path: Path, path: str) -> None:
    with pytest.raises(OutputError):
        write_files(tmp_path / "build", {path: b"x"}.items())


WRITER = """
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from digest.edge.write import write_files
kind, build = sys.argv[1], Path(sys.argv[2])
while True:
    for part in range(2):
        files = {f"docs/{kind}{part}-{n}/index.md": f"{kind}{part}".encode() * 500 for n in range(40)}
        write_files(build, (files | {"docs/both.md": kind.encode() * 2000}).items())
"""


def test_two_builds_at_once_and_a_kill_leave_whole_files(tmp_path: Path) -> None:
    build = tmp_path / "build"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, kind, str(build)]) for kind in "xy"]
    time.sleep(1.2)
    for writer in writers:
        writer.send_signal(signal.SIGKILL)
        writer.wait()
    for path, data in _tree(build).items():
        if not path.startswith(".tmp"):
            kind = path.removeprefix("docs/").split("-")[0].encode()
            assert data in {kind * 500, b"x" * 2000, b"y" * 2000}

    write_files(build, {"docs/last.md": b"last"}.items())

    assert _tree(build) == {"docs/last.md": b"last"}


def test_a_file_that_cannot_be_made_leaves_everything_as_it_was(tmp_path: Path) -> None:
    build = tmp_path / "build"
    write_files(build, {"docs/a.md": b"a", "docs/b.md": b"b"}.items())
    before = _stamps(build)

    def files() -> Iterator[tuple[str, bytes]]:
        yield "docs/a.md", b"changed"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_files(build, files())
    assert _tree(build) == {"docs/a.md": b"a", "docs/b.md": b"b"}
    assert {path: stamp for path, stamp in _stamps(build).items() if path != str(build)} == {
        path: stamp for path, stamp in before.items() if path != str(build)
    }
