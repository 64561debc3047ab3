"""Measures what a whole build costs for each article, stage by stage, as the archive grows.

    .venv/bin/python -m benchmarks.cost [ARTICLES ...]

The articles are the made-up stream of ``events_cost.py`` (200 a day, one to twelve reports of an event, forty outlets) as text
files. Each size is built from nothing in a process of its own, on one core, so that all work is counted: in processor seconds,
because the machine may have other work. The reference counts to fifty million before and after each size: where it takes longer,
the machine was slower. It takes eight minutes of the processor.

A row is a stage. Its exponent says how its whole cost grows from the smallest size to the largest: 1 is flat for each article.
"""

# ruff: noqa: T201 - what it measures is printed

from __future__ import annotations

import json
import math
import multiprocessing
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

import digest.build
import digest.edge.memo
import digest.pipeline
from benchmarks.events_cost import stream
from digest.model import Edition

SIZES = (500, 1_000, 2_000, 4_000)

STAGES = {
    "reading": (digest.build, "read_content"),
    "normalising": (digest.pipeline, "normalize_all"),
    "grouping": (digest.pipeline, "group_events"),
    "reports: voices and titles": (digest.pipeline, "event_title"),
    "reports: proof": (digest.pipeline, "prove"),
    "keywords: candidates": (digest.pipeline, "find_candidates"),
    "keywords: names": (digest.pipeline, "fold_names"),
    "keywords: the choice": (digest.pipeline, "choose_keywords"),
    "reports: topics": (digest.pipeline, "file_topics"),
    "reports: summary": (digest.pipeline, "summarize"),
    "reports: comparison": (digest.pipeline, "compare"),
    "reports: keywords": (digest.pipeline, "merge_keywords"),
}
"""Stage: the function that does it, which calls no other stage's."""

Given = ParamSpec("Given")
Result = TypeVar("Result")


def write_stream(root: Path, articles: int) -> None:
    """Write the articles of the stream as a digest's folder."""
    folder = root / "content" / "articles"
    folder.mkdir(parents=True)
    for article, _ in stream(articles):
        date = f"date: {article.published.iso}\n" if article.published else ""
        head = f"---\ntitle: {article.title}\n{date}source: Outlet {str(article.outlet).rpartition('-')[2]}\n---\n"
        (folder / f"{article.id}.md").write_text(head + "\n\n".join(block.text for block in article.blocks), encoding="utf-8")


def spent_by_stage(root: Path) -> dict[str, float]:
    """Build, and give the processor seconds of every stage and the peak of memory in MB."""
    spent: defaultdict[str, float] = defaultdict(float)

    def timed(stage: str, function: Callable[Given, Result]) -> Callable[Given, Result]:
        def call(*args: Given.args, **kwargs: Given.kwargs) -> Result:
            start = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                spent[stage] += time.process_time() - start

        return call

    def proposals(function: Callable[..., Result], calls: Sequence[tuple[object, ...]]) -> Iterator[Result]:
        yield from map(timed("keywords: YAKE", lambda call: function(*call)), calls)

    def files(edition: Edition, root: Path) -> Iterator[tuple[str, bytes]]:
        found, start = every_file(edition, root), time.process_time()
        for path, data in found:
            now = time.process_time()
            spent[f"files: {_part(path)}"] += now - start
            yield path, data
            start = time.process_time()
            spent["files: compared and written"] += start - now

    every_file = digest.build._files
    digest.edge.memo.spread = proposals  # type: ignore[assignment, attr-defined]
    for stage, (module, name) in STAGES.items():
        setattr(module, name, timed(stage, getattr(module, name)))
    digest.build._files = files
    start = time.process_time()
    digest.build.build(root)
    spent["whole build"] = time.process_time() - start
    spent["everything else"] = spent["whole build"] - math.fsum(value for name, value in spent.items() if name != "whole build")
    spent["memory"] = _peak()
    return dict(spent)


def _peak() -> float:
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines())
    return int(status["VmHWM"].split()[0]) / 1024


def _part(path: str) -> str:
    first, _, rest = path.partition("/")
    folder = rest.partition("/")[0]
    if first == "docs":
        return folder if "/" in rest and not rest.endswith((".xml", ".json", ".html")) else "exports, feeds, front page"
    return {"articles": "normalised articles"}.get(first, "exports, feeds, front page")


def measure(size: int) -> dict[str, float]:
    """Build the stream's first articles in a process of its own; see ``spent_by_stage``."""
    with tempfile.TemporaryDirectory() as folder, multiprocessing.get_context("spawn").Pool(1, _one_core) as pool:
        write_stream(Path(folder), size)
        before = _reference()
        found: dict[str, float] = pool.apply(spent_by_stage, (Path(folder),))
        return found | {"reference": (before + _reference()) / 2}


def _one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _reference() -> float:
    start = time.process_time()
    sum(range(50_000_000))
    return time.process_time() - start


def main() -> None:
    """Print a table for ``benchmarks/README.md``."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    found = {}
    for size in sizes:
        found[size] = measure(size)
        print(json.dumps({str(size): found[size]}), file=sys.stderr, flush=True)
    first, last = min(sizes), max(sizes)
    print("| ms an article | " + " | ".join(f"{size:,}" for size in sizes) + " | exponent |")
    print("|---" * (len(sizes) + 2) + "|")
    for stage in sorted(found[last], key=lambda stage: (stage in ("memory", "reference"), stage == "whole build", stage)):
        cost = [found[size].get(stage, 0.0) for size in sizes]
        if stage in ("memory", "reference"):
            unit = "MB" if stage == "memory" else "s"
            print(f"| {stage} ({unit}) | " + " | ".join(f"{value:.1f}" for value in cost) + " | |")
        elif min(cost) > 0:
            exponent = f"{math.log(cost[-1] / cost[0]) / math.log(last / first):.2f}" if first < last else ""
            each = (f"{1000 * value / size:.2f}" for value, size in zip(cost, sizes, strict=True))
            print(f"| {stage} | " + " | ".join(each) + f" | {exponent} |")


if __name__ == "__main__":
    main()
