"""Reads what a build has published, to be checked against its sources."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

DATA = ("data/proof.json", "data/events.json", "data/articles.json", "data/topics.json")


def read_built(root: Path) -> Mapping[str, str]:
    """Give the published data files, event pages and topic pages of a digest's folder: path from the root, text.

    What is not there, or cannot be read, is not in the result; bytes that are no UTF-8 are shown as such and so never match.
    """
    docs = root / "build" / "docs"
    files = [docs / name for name in DATA] + sorted([*docs.glob("events/*/index.md"), *docs.glob("topics/*/index.md")])
    found = {}
    for file in files:
        try:
            found[file.relative_to(root).as_posix()] = file.read_bytes().decode("utf-8", "replace")
        except OSError:
            continue
    return found
