"""Labelled news: its rows, the half of the events that each belongs to, and the articles that a build makes of its files."""

from __future__ import annotations

import gzip
import hashlib
import json
import tempfile
from pathlib import Path

from digest.edge.read import read_content
from digest.model import Article
from digest.pipeline import normalize_all


def rows_of(path: Path) -> list[dict]:
    """Read the rows of a file, one JSON object a line, packed (``.gz``) or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def half(name: str) -> int:
    """0 or 1: what is learned or chosen on the events of one half is reported on the other."""
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) // 2 % 2  # noqa: S324 - a split, no secret


def articles_of(path: Path) -> tuple[list[Article], dict[str, str]]:
    """Lay the rows of a set of events out as files and read them as a build does; give the articles and each one's event."""
    rows = rows_of(path)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "content" / "articles"
        place.mkdir(parents=True)
        for number, row in enumerate(rows):
            head = [f"{key}: {json.dumps(row[key])}\n" for key in ("title", "date", "source", "url") if row.get(key)]
            (place / f"a{number:06}.txt").write_text(f"---\n{''.join(head)}---\n\n{row['text']}\n", encoding="utf-8")
        articles = normalize_all(read_content(Path(folder))[0])[0]
    return list(articles), {a.id: str(rows[int(a.id[1:7])]["cluster"]) for a in articles}
