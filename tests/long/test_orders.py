"""The same bytes from twenty orders of files, five hash seeds, and one build alone or two at a time."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.long.corpus import write_digest
from tests.steps.events.cases import read_case
from tests.test_determinism import tree

pytestmark = pytest.mark.long

SEEDS = ("0", "1", "42", "4242", "99999")


def files_of(root: Path) -> dict[str, bytes]:
    """A folder of three dozen articles, a round-up among them, with decisions."""
    write_digest(root, 24)
    for article in read_case("evening-briefing").articles:
        text = [f"## {block.text}" if block.kind == "heading" else block.text for block in article.blocks]
        head = f'---\ntitle: "{article.title}"\ndate: {article.published and article.published.iso}\n---\n'
        file = root / "content" / "articles" / f"{article.id}.md"
        file.write_text(head + "\n\n".join(text) + "\n", encoding="utf-8")
    (root / "content" / "edits.yml").write_text("apart: [[strike-wire, strike-post]]\nhide: [volcano-wire]\n", encoding="utf-8")
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()}


def start(root: Path, files: dict[str, bytes], order: list[str], seed: str) -> subprocess.Popen[bytes]:
    """Write the files in an order, with times to match, and begin to build."""
    for number, name in enumerate(order):
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(files[name])
        os.utime(place, (10**9 + number,) * 2)
    command = [sys.executable, "-m", "digest", "build", "-C", str(root)]
    return subprocess.Popen(command, env={**os.environ, "PYTHONHASHSEED": seed}, stdout=subprocess.DEVNULL)


def test_orders_hash_seeds_and_a_second_process_change_no_byte(tmp_path: Path) -> None:
    files = files_of(tmp_path / "first")
    dice = random.Random(20)  # noqa: S311 - a test of order, not of secrets
    marks = set()
    for number in range(0, 20, 2):
        at_once = number % 4 == 0
        running = []
        for turn in (number, number + 1):
            root = tmp_path / f"order-{turn}"
            order = dice.sample(sorted(files), len(files))
            running.append((root, start(root, files, order, SEEDS[turn % len(SEEDS)])))
            if not at_once:
                running[-1][1].wait()
        for root, build in running:
            assert build.wait() == 0
            built = tree(root)
            assert len(built) > 100
            marks.add(sha256(repr(sorted(built.items())).encode()).hexdigest())

    assert len(marks) == 1


def test_two_builds_of_one_folder_at_a_time_leave_what_one_leaves(tmp_path: Path) -> None:
    files = files_of(tmp_path / "first")
    alone, shared = tmp_path / "alone", tmp_path / "shared"
    assert start(alone, files, sorted(files), "1").wait() == 0
    builds = [start(shared, files, sorted(files), seed) for seed in ("2", "3")]
    codes = [build.wait() for build in builds]

    assert 0 in codes
    assert tree(shared) == tree(alone)
