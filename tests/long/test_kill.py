"""A build that is killed, at whatever moment, leaves whole files, and the next one mends the rest."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.long.corpus import OUTLETS, write_digest
from tests.test_determinism import differences, digest_build, tree

pytestmark = pytest.mark.long

ARTICLES = 200


@dataclass(frozen=True)
class Built:
    """A content and what a build from scratch makes of it."""

    content: Path
    files: dict[str, bytes]
    folders: frozenset[str]
    memo: frozenset[str]
    """What is remembered, line by line."""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("before")
    write_digest(root, ARTICLES)
    return from_scratch(root)


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Other outlets' names (on every page), an eighth of the articles gone, as many new ones, an eighth edited."""
    root = tmp_path_factory.mktemp("after")
    files = write_digest(root, ARTICLES + ARTICLES // 8)
    for file in files[:ARTICLES:8]:
        file.unlink()
    for file in files[1:ARTICLES:8]:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("said", "told reporters"), encoding="utf-8")
    sources = root / "content" / "sources.yml"
    text = sources.read_text(encoding="utf-8")
    for name in OUTLETS.values():
        text = text.replace(f"name: {name}\n", f"name: {name} Weekly\n")
    sources.write_text(text, encoding="utf-8")
    return from_scratch(root)


def from_scratch(root: Path) -> Built:
    digest_build(root)
    return Built(root / "content", tree(root), folders(root), memo(root))


def folders(root: Path) -> frozenset[str]:
    return frozenset(place.relative_to(root).as_posix() for place in (root / "build").rglob("*") if place.is_dir())


def memo(root: Path) -> frozenset[str]:
    return frozenset(line for file in (root / "build" / "memo").glob("*.jsonl") for line in file.read_text("utf-8").splitlines())


def test_kills_at_twenty_moments_leave_whole_files_that_the_next_build_mends(tmp_path: Path, before: Built, after: Built) -> None:
    """Twelve are aimed at the short time in which files are written (four of them at a first build), eight at any moment."""
    rng = random.Random(20190628)  # noqa: S311 - the same moments every time, as far as the machine allows
    root = tmp_path / "digest"
    put(before, root)
    begin = time.monotonic()
    digest_build(root)
    lasts = time.monotonic() - begin
    old, new = before, after
    torn = []
    for number in range(20):
        first = number % 5 == 0
        if first:
            shutil.rmtree(root / "build")
        put(new, root)
        if first or number % 2:
            kill_build(root, once_written=rng.choice(sorted(new.files) if first else differences(old.files, new.files)))
        else:
            kill_build(root, after=rng.uniform(0, lasts))

        found = {path: data for path, data in tree(root).items() if not path.startswith(".tmp/") and path != "manifest.json"}
        broken = [path for path, data in found.items() if data not in {old.files.get(path), new.files.get(path)}]
        assert not broken, f"kill {number}"
        if first:
            torn.append(0 < len(found) < len(new.files) - 1)
        else:
            missing = (old.files.keys() & new.files.keys()) - found.keys() - {"manifest.json"}
            assert not missing, f"kill {number}"
            torn.append(bool(differences(found, without_manifest(old)) and differences(found, without_manifest(new))))
        assert memo_is_whole(root, old, new), f"kill {number}"

        if rng.random() < 0.5:  # the next build may be of the same content, or of what it was before
            old, new = new, old
        put(old, root)
        digest_build(root)
        assert_as_from_scratch(root, old)
    assert sum(torn) >= 8, f"too few kills fell among the writing to prove anything: {torn}"


def without_manifest(built: Built) -> dict[str, bytes]:
    return {path: data for path, data in built.files.items() if path != "manifest.json"}


def put(built: Built, root: Path) -> None:
    """Give a digest this content, as an editor's ``git checkout`` would."""
    shutil.rmtree(root / "content", ignore_errors=True)
    shutil.copytree(built.content, root / "content")


def memo_is_whole(root: Path, old: Built, new: Built) -> bool:
    found = memo(root)
    return found in {frozenset(), old.memo, new.memo}


def assert_as_from_scratch(root: Path, wanted: Built) -> None:
    """The same files with the same bytes, the same folders, nothing remembered but what was used, nothing left over."""
    assert differences(tree(root), wanted.files) == []
    assert folders(root) == wanted.folders
    assert memo(root) == wanted.memo
    assert [file.name for file in (root / "build" / "memo").iterdir() if file.suffix != ".jsonl"] == []
    assert sorted(place.name for place in (root / "build").iterdir() if place.name.startswith(".")) == [".lock"]


def kill_build(root: Path, *, after: float = 0, once_written: str = "") -> None:
    """Start a build and kill it after so many seconds, or as soon as this file has been written or deleted."""
    file = root / "build" / once_written
    known = identity(file)
    process = subprocess.Popen(
        [sys.executable, "-m", "digest", "build", "-C", str(root)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        time.sleep(after)
        while once_written and process.poll() is None and identity(file) == known:
            time.sleep(0.0002)
    finally:
        process.kill()
        process.wait()


def identity(file: Path) -> tuple[int, int] | None:
    """What another file under the same name does not share; None if there is none."""
    try:
        found = file.lstat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns
