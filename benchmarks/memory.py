"""Measures how much memory a build takes: with a file that is far too large, and with thousands of saved web pages.

    .venv/bin/python -m benchmarks.memory [PAGES] [KILOBYTES_A_PAGE]

The figures are the peak resident set of ``digest build`` as a process of its own, and the peak of what it and the processes that
it starts (they look for keywords) have together, looked up five times a second; what they share is counted in each. The pages are
made up: 160 KB each (as 92 saved news pages had on average), of which 3 KB are the article, the rest scripts, styles and menus.
"""

# ruff: noqa: T201, S311 - what it measures is printed; chance makes words, not secrets

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from itertools import zip_longest
from pathlib import Path

BUILD = "import sys; from pathlib import Path; from digest.build import build; print(build(Path(sys.argv[1])).articles)"
SYLLABLES = [a + b for a in "b c d f g h k l m n p r s t v".split() for b in "a e i o u ar en il os um".split()]


def words(chance: random.Random, count: int) -> list[str]:
    """Make up words of two to four syllables."""
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(count)]


COMMON = words(random.Random(0), 4000)
WEIGHTS = [1 / (rank + 10) for rank in range(len(COMMON))]


def page(number: int, kilobytes: int) -> str:
    """Give a page with an article of its own and markup to fill it up; one to five pages in a row tell of one event."""
    story = number - number % (1 + number // 5 % 5)
    told = random.Random(f"story {story}")
    own = [word.capitalize() for word in words(told, 6)] + words(told, 20)
    chance = random.Random(number)

    def sentence() -> str:
        length = chance.randint(10, 24)
        spoken = [chance.choice(own) if chance.random() < 0.25 else word for word in chance.choices(COMMON, WEIGHTS, k=length)]
        return " ".join([spoken[0].capitalize(), *spoken[1:]]) + "."

    text = "".join(f"<p>{' '.join(sentence() for _ in range(4))}</p>" for _ in range(8))
    menu = "".join(f'<li><a href="/s/{chance.random()}">{sentence()}</a></li>' for _ in range(60))
    date = f"2019-{told.randint(1, 12):02}-{told.randint(1, 28):02}"
    head = f"<title>{sentence()}</title><meta charset=utf-8><meta property='article:published_time' content='{date}'>"
    filler, size = [], 0
    while size < kilobytes * 1000:
        filler.append(f"var k{chance.random()} = 'a–z {chance.random()}';\n")
        size += len(filler[-1])
    return (
        f"<html><head>{head}<script>{''.join(filler)}</script></head><body><ul>{menu}</ul><article>{text}</article></body></html>"
    )


def peak(root: Path) -> tuple[float, float, float, str]:
    """Give the peak memory of a build in MB, alone and with its processes, its seconds, and what it printed."""
    code = f"{BUILD}; import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    start, together = time.perf_counter(), 0
    with subprocess.Popen([sys.executable, "-c", code, str(root)], stdout=subprocess.PIPE, text=True) as build:  # noqa: S603
        while build.poll() is None:
            together = max(together, sum(map(resident, [build.pid, *below(build.pid)])))
            time.sleep(0.2)
        printed = build.stdout.read() if build.stdout else ""
    if build.returncode:
        raise SystemExit("the build failed")
    articles, kilobytes = printed.split()
    return int(kilobytes) / 1024, max(together, int(kilobytes)) / 1024, time.perf_counter() - start, articles


def below(process: int) -> list[int]:
    """Give the processes that a process started, and those that they did."""
    found = []
    with suppress(OSError):  # it ended
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in map(int, (thread / "children").read_text().split()):
                found += [child, *below(child)]
    return found


def resident(process: int) -> int:
    """Give the kilobytes that a process has in memory."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1])
    return 0


def main() -> None:
    """Print one line a case."""
    pages, kilobytes = (int(given or usual) for given, usual in zip_longest(sys.argv[1:3], (5000, 160)))
    for name in ("nothing", "a file of 50 MB", f"{pages} pages of {kilobytes} KB"):
        with tempfile.TemporaryDirectory() as folder:
            articles = Path(folder) / "content" / "articles"
            articles.mkdir(parents=True)
            (articles / "first.txt").write_text("A title\n\nOne sentence is enough for an article.\n", encoding="utf-8")
            if "50 MB" in name:
                (articles / "large.html").write_bytes(b"<p>word</p>" * 4_800_000)
            elif "pages" in name:
                for number in range(pages):
                    (articles / f"p{number:05}.html").write_text(page(number, kilobytes), encoding="utf-8")
            alone, together, seconds, made = peak(Path(folder))
            print(f"{name}: {alone:.0f} MB, all {together:.0f} MB, {seconds:.1f} s, {made} articles", flush=True)


if __name__ == "__main__":
    main()
