"""The same content gives the same bytes, wherever, whenever and however often it is built."""

from __future__ import annotations

import dataclasses
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from digest.edge.read import read_content
from digest.model import Page, Source
from digest.pipeline import lay_out_edition, make_edition
from tests.editor import remember

ROOT = Path(__file__).parents[1]

CLOCK = """
import datetime, os, time

def shifted(function, unit=1):
    return lambda: function() + int(os.environ["CLOCK_SHIFT"]) * unit

time.time, time.time_ns = shifted(time.time), shifted(time.time_ns, 10**9)

def at_that_time(function):
    return lambda seconds=None: function(time.time() if seconds is None else seconds)

time.localtime, time.gmtime = at_that_time(time.localtime), at_that_time(time.gmtime)

class ShiftedDatetime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    today = now

datetime.datetime = ShiftedDatetime
"""
"""A ``sitecustomize`` that puts the clock of a Python process elsewhere; ``date.today`` asks ``time.time`` by itself."""

FOURTEEN_YEARS = 14 * 365 * 86400


def copied(root: Path, *, backwards: bool = False) -> Path:
    """Copy the demo into a folder, file by file in a given order, with times of change to match."""
    files = sorted(file for file in (ROOT / "content").rglob("*") if file.is_file())
    for number, file in enumerate(reversed(files) if backwards else files):
        place = root / file.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.read_bytes())
        os.utime(place, (10**9 + number * 86400,) * 2)
    return root


def digest_build(root: Path, *, env: Mapping[str, str] | None = None, cwd: Path | None = None, umask: int = 0o022) -> str:
    """Run the real command in a process of its own and give what it says; it may note what the last build had besides."""
    done = subprocess.run(
        [sys.executable, "-m", "digest", "build", "--strict", "-C", str(root)],
        env={**os.environ, **(env or {})},
        cwd=cwd or root,
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    faults = [line for line in done.stderr.splitlines() if "any more, which the last build had" not in line]
    assert (done.returncode, faults) == (0, [])
    return done.stdout


def tree(root: Path) -> dict[str, bytes]:
    """Every file below ``build/`` but the lock and what is remembered."""
    build = root / "build"
    found = {file.relative_to(build).as_posix(): file.read_bytes() for file in sorted(build.rglob("*")) if file.is_file()}
    return {path: data for path, data in found.items() if path != ".lock" and not path.startswith("memo/")}


def differences(ones: Mapping[str, bytes], others: Mapping[str, bytes]) -> list[str]:
    """The paths at which two trees differ: short to read where bytes would not be."""
    return sorted(path for path in ones.keys() | others.keys() if ones.get(path) != others.get(path))


def stamps(root: Path) -> dict[str, tuple[int, int, int]]:
    """What changes about a file or folder that is written, even with the same bytes."""
    build = root / "build"
    return {str(place): (s.st_ino, s.st_mtime_ns, s.st_ctime_ns) for place in (build, *build.rglob("*")) if (s := place.lstat())}


def utf8_locale() -> str:
    """A UTF-8 locale of this machine, an unlike one if there is a choice."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=True).stdout.split()
    found = [name for name in known if "utf" in name.lower()]
    return max(found, key=lambda name: (not name.startswith(("C", "en")), name), default="C.UTF-8")


def here() -> dict[str, str]:
    """A plain machine in Kiritimati, where text is ASCII unless a program says otherwise."""
    return {"PYTHONHASHSEED": "0", "TZ": "<+14>-14", "LC_ALL": "C", "PYTHONUTF8": "0"}


def elsewhere(folder: Path) -> dict[str, str]:
    """Another hash seed, in Los Angeles, another locale, fourteen years later."""
    (folder / "clock").mkdir(exist_ok=True)
    (folder / "clock" / "sitecustomize.py").write_text(CLOCK, encoding="utf-8")
    return {
        "PYTHONHASHSEED": "4242",
        "TZ": "<-08>8",
        "LC_ALL": utf8_locale(),
        "PYTHONPATH": os.pathsep.join([str(folder / "clock"), *filter(None, [os.environ.get("PYTHONPATH")])]),
        "CLOCK_SHIFT": str(FOURTEEN_YEARS),
    }


def test_the_other_clock_is_another_clock(tmp_path: Path) -> None:
    clocks = "d.date.today(), d.datetime.now(), t.strftime('%Y %z', t.localtime()), t.time_ns()"
    code = f"import datetime as d, time as t; print({clocks})"
    said = [
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, **env}, capture_output=True, text=True, check=True
        ).stdout.split()
        for env in (here(), elsewhere(tmp_path))
    ]
    now, then = ([int(date[:4]), int(moment[:4]), int(year)] for date, moment, _, year, _, _ in said)
    assert all(13 <= later - sooner <= 15 for sooner, later in zip(now, then, strict=True))
    assert [words[-2] for words in said] == ["+1400", "-0800"]
    assert abs(int(said[1][-1]) - int(said[0][-1]) - FOURTEEN_YEARS * 10**9) < 60 * 10**9


def test_two_machines_build_the_same_bytes(tmp_path: Path) -> None:
    """Other hash seed, order of files, times of files, time zone, locale, clock, umask, place and working folder."""
    one, other = copied(tmp_path / "one"), copied(tmp_path / "elsewhere" / "the other one", backwards=True)

    digest_build(one, env=here(), umask=0o022)
    digest_build(other, env=elsewhere(tmp_path), umask=0o077, cwd=tmp_path)

    built = tree(one)
    assert differences(built, tree(other)) == []
    assert {path.split("/")[0] for path in built} == {
        "docs", "articles", "articles.jsonl", "theme", "topics-suggested.yml", "manifest.json",
    }  # fmt: skip
    assert len([path for path in built if path.startswith("docs/articles/")]) >= 24


def test_twenty_orders_in_which_articles_are_read_give_the_same_pages_and_files() -> None:
    content, _ = read_content(ROOT)
    chosen = [source for source in content.sources if source.id.startswith(("truce", "heat", "2018"))]

    def laid_out(sources: Sequence[Source]) -> list[Page | tuple[str, str]]:
        items = lay_out_edition(make_edition(dataclasses.replace(content, sources=tuple(sources)), (), remember)[0])
        return [item if isinstance(item, Page) else (item.path, item.read()) for item in items]

    expected = laid_out(chosen)
    dice = random.Random(4)  # noqa: S311 - a test of order, not of secrets
    for _ in range(20):
        assert laid_out(dice.sample(chosen, len(chosen))) == expected


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, built; not to be changed."""
    root = copied(tmp_path_factory.mktemp("built"))
    digest_build(root)
    return root


def test_a_second_build_writes_nothing_even_on_another_machine(built: Path, tmp_path: Path) -> None:
    before = stamps(built)

    said = digest_build(built, env=elsewhere(tmp_path), umask=0o077, cwd=tmp_path)

    assert stamps(built) == before
    assert said.endswith("no files changed in build/\n")


def test_the_next_build_sweeps_up_what_a_killed_one_left(built: Path, tmp_path: Path) -> None:
    """Also where everything else is as it should be, so that nothing is written."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    before = stamps(tmp_path).keys()
    (remembered,) = (tmp_path / "build" / "memo").iterdir()
    (tmp_path / "build" / ".tmp").mkdir()
    for left in (remembered.with_suffix(".4242.partial"), tmp_path / "build" / ".tmp" / "partial"):
        left.write_bytes(b"half a")

    digest_build(tmp_path)

    assert stamps(tmp_path).keys() == before


def replace(file: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        text = (root / "content" / file).read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"the demo has changed: {old!r} is not in {file}"
        (root / "content" / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def add_article(root: Path) -> None:
    (root / "content" / "articles" / "added.txt").write_text(
        "Delegates leave Osaka by night train\n\n30 June 2019\n\nThe last delegates left Osaka on Sunday.\n\n"
        "Nobody would say whether the tariffs had been talked about again.\n",
        encoding="utf-8",
    )


EDITS: dict[str, Callable[[Path], None]] = {
    "an article": replace(
        "articles/vote-wire.txt", "\nThe Republican leader", "\nA recount is not planned.\nThe Republican leader"
    ),
    "a topic": replace("topics.yml", "    - tariff\n", ""),
    "a source": replace("sources.yml", "  family: Harbour Media\n", ""),
    "a setting": replace("settings.yml", "keywords_per_article: 10", "keywords_per_article: 6"),
    "a decision": replace("edits.yml", "apart: []", "apart:\n  - [vote-wire, vote-ledger]"),
    "an article less": lambda root: (root / "content" / "articles" / "vote-ledger.md").unlink(),
    "an article more": add_article,
}


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_what_is_remembered_changes_nothing(built: Path, tmp_path: Path, edit: str) -> None:
    """A build that finds the old ``build/`` with its memo gives what one from scratch gives."""
    reused, fresh = tmp_path / "reused", tmp_path / "fresh"
    shutil.copytree(built, reused)
    shutil.copytree(built / "content", fresh / "content")
    before = tree(reused)
    for root in (reused, fresh):
        EDITS[edit](root)
        digest_build(root)

    after = tree(reused)
    assert differences(after, tree(fresh)) == []
    assert differences(before, after)
    assert not [place for place in (reused / "build").rglob("*") if place.is_dir() and not any(place.iterdir())]
