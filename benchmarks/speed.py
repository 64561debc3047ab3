"""Measures how long the commands take, as whole processes, beside two references of the same run.

    .venv/bin/python -m benchmarks.speed [RUNS]

Each figure is the shortest and the median of five runs (or RUNS). The commands take turns, so that a busy moment of the machine
falls on all of them. "Cold" means without ``build/`` and its memo; the files of Python and its libraries are in the disk cache
after the first round, which is not counted.
"""

# ruff: noqa: T201 - what it measures is printed

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]

LIBRARIES = ("mkdocs", "mkdocs-material", "yake", "trafilatura", "sentencex")


def main() -> None:
    """Measure everything, and print a table for ``benchmarks/README.md``."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder)
        shutil.copytree(ROOT / "content", demo / "content")
        build = ("-m", "digest", "build", "-C", folder)
        tasks: dict[str, tuple[tuple[str, ...], Callable[[], None]]] = {
            "reference: `python -c pass`": (("-c", "pass"), _nothing),
            'reference: `python -c "import mkdocs.commands.build"`': (("-c", "import mkdocs.commands.build"), _nothing),
            "`digest --help`": (("-m", "digest", "--help"), _nothing),
            "`digest build`, demo, cold": (build, lambda: shutil.rmtree(demo / "build", ignore_errors=True)),
            "`digest build`, demo, again": (build, _nothing),
        }
        seconds: dict[str, list[float]] = {name: [] for name in tasks}
        for number in range(runs + 1):
            for name, (arguments, prepare) in tasks.items():
                prepare()
                spent = _seconds(arguments)
                if number:
                    seconds[name].append(spent)
    print(f"Python {platform.python_version()}, " + ", ".join(f"{library} {version(library)}" for library in LIBRARIES))
    print(f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}; {runs} runs of each\n")
    print("| whole process | shortest (s) | median (s) |\n|---|---|---|")
    for name, spent_in_all in seconds.items():
        print(f"| {name} | {min(spent_in_all):.2f} | {statistics.median(spent_in_all):.2f} |")


def _nothing() -> None:
    pass


def _seconds(arguments: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own commands
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
