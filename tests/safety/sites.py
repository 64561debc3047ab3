"""Renders an edition, and its harmless twin, with the real renderers and the real ``mkdocs.yml``."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from digest.edge.templates import render, theme_files
from digest.model import Edition, File, Page
from digest.pipeline import lay_out_edition
from tests.safety.twin import Words, twin

ROOT = Path(__file__).parents[2]

ZENSICAL = "0.0.73"


def write_twins(edition: Edition, folder: Path) -> tuple[Path, Path, Words]:
    """Write ``build/docs`` of an edition and of its twin; give both folders and the words of the twin."""
    items = tuple(lay_out_edition(edition))
    pages = [item for item in items if isinstance(item, Page)]
    files = {item.path: item.read().encode("utf-8", "surrogatepass") for item in items if isinstance(item, File)}
    words: Words = {}
    for name, laid_out in (("hostile", pages), ("harmless", [twin(page, words) for page in pages])):
        root = folder / name
        for path, data in {**files, **render(laid_out, root), **theme_files(root)}.items():
            target = root / "build" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        shutil.copy(ROOT / "mkdocs.yml", root)
    return folder / "hostile", folder / "harmless", words


def run(root: Path, command: Sequence[str | Path]) -> Path:
    """Render ``build/docs`` of a folder; gives the site. Fails where the renderer has a single warning."""
    done = subprocess.run(
        command, cwd=root, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False
    )
    assert not done.returncode, f"{done.stdout}{done.stderr}"[-3000:]
    return root / "build" / "site"


def mkdocs(root: Path) -> Path:
    """Render with MkDocs and Material."""
    return run(root, [sys.executable, "-m", "mkdocs", "build", "--strict"])


def zensical(root: Path) -> Path:
    """Render with Zensical, installed in an environment of its own: it weighs more than all that the checks need otherwise."""
    home = Path(sys.prefix) / f"zensical-{ZENSICAL}"
    command = home / "bin" / "zensical"
    with (home.parent / f"{home.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not command.exists():
            subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True, capture_output=True)
            pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", f"zensical=={ZENSICAL}"]
            done = subprocess.run(pip, capture_output=True, text=True, check=False)
            if done.returncode:
                command.unlink(missing_ok=True)
                pytest.skip(f"Zensical {ZENSICAL} cannot be installed here: {done.stderr[-300:]}")
    return run(root, [command, "build", "--clean"])
