r"""Measures how well the article of a saved web page is found, beside trafilatura alone.

    .venv/bin/python -m benchmarks.extraction PAGES.jsonl[.gz] [--worst N]

Each line of the file is an object with ``html`` and ``text`` (the article as a person has marked it), perhaps ``url``.
Precision and recall are those of 4-word sequences (as bags, over ``\w+``), averaged over pages; F1 is of the averages.
The pages are halved by their hash: rules were found on the first half, so that the second tells what they are worth elsewhere.

Last figures (92 public pages in several languages, trafilatura 2.3.1), P / R / F1:

                       rules found on (41)     held out (51)           all (92)
    digest             .973 / .977 / .975      .985 / .986 / .985      .979 / .982 / .981
    trafilatura alone  .935 / .968 / .951      .934 / .983 / .958      .934 / .976 / .955
"""

# ruff: noqa: T201 - what it measures is printed

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import trafilatura

from digest.model import Settings, Source
from digest.readers import read
from digest.steps.normalize import normalize

Score = tuple[float, float]
"""Precision and recall of a page."""


def sequences(text: str) -> Counter[tuple[str, ...]]:
    """Count the sequences of four words."""
    tokens = re.findall(r"\w+", unicodedata.normalize("NFKC", text))
    return Counter(tuple(tokens[at : at + 4]) for at in range(max(len(tokens) - 3, 1))) if tokens else Counter()


def ours(html: str) -> str:
    """Give the text of the article that a build would make of a page."""
    source = Source("page", "content/articles/page.html", html)
    article = normalize(source, read(source)[0], {}, Settings())[0]
    return article.text if article else ""


def alone(html: str) -> str:
    """Give what trafilatura makes of a page by itself."""
    return trafilatura.extract(html, include_comments=False) or ""


def score(found: str, wanted: str) -> Score:
    """Give precision and recall."""
    got, gold = sequences(found), sequences(wanted)
    both = sum((got & gold).values())
    return both / max(1, sum(got.values())), both / max(1, sum(gold.values()))


def line(name: str, scores: Sequence[Score]) -> str:
    """Give one line of figures."""
    precision, recall = (statistics.fmean(score[at] for score in scores) for at in (0, 1))
    return f"{name:<34} {len(scores):>4} pages  P {precision:.4f}  R {recall:.4f}  F1 {f1(precision, recall):.4f}"


def f1(precision: float, recall: float) -> float:
    """Give the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> None:
    """Print the figures of both halves, and the worst pages if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--worst", type=int, default=0, metavar="N")
    options = parser.parse_args()
    data = options.pages.read_bytes()
    rows = [json.loads(row) for row in (gzip.decompress(data) if options.pages.suffix == ".gz" else data).decode().splitlines()]
    halves = [int(hashlib.sha1(row["html"].encode()).hexdigest(), 16) // 2 % 2 for row in rows]  # noqa: S324 - no secret
    ways: dict[str, Callable[[str], str]] = {"digest": ours, "trafilatura alone": alone}
    for name, way in ways.items():
        scores = [score(way(row["html"]), row["text"]) for row in rows]
        for half, title in ((0, "rules found on"), (1, "held out")):
            print(line(f"{name}, {title}", [one for one, at in zip(scores, halves, strict=True) if at == half]))
        print(line(f"{name}, all", scores))
        if name == "digest":
            for at in sorted(range(len(rows)), key=lambda at: f1(*scores[at]))[: options.worst]:
                print(f"  {f1(*scores[at]):.3f}  P {scores[at][0]:.3f}  R {scores[at][1]:.3f}  {rows[at].get('url', at)}")


if __name__ == "__main__":
    main()
