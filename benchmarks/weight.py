"""Measures a first visit to the demo on a slow line: bytes, requests, largest paint and layout shift.

    .venv/bin/python -m benchmarks.weight [RUNS]

The line is 1.6 Mbit/s with 150 ms for a request and its answer, put in by Chromium itself; the server compresses as a web host
does; the window is a phone's. Times are the shortest and the median of five visits (or RUNS), each with an empty cache.
"""

# ruff: noqa: T201 - what it measures is printed

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from pathlib import Path

from selenium.webdriver import Chrome

from tests.browser.chromium import show, started
from tests.browser.conftest import log
from tests.browser.demo import build_demo, served
from tests.browser.traffic import fetched, messages

SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}

PAINTS = """
const done = arguments[0];
let paint = 0, shift = 0;
const watch = (type, take) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
watch('largest-contentful-paint', (one) => { paint = one.startTime; });
watch('layout-shift', (one) => { shift += one.value; });
setTimeout(() => done([paint, shift]), 1500);
"""


def visit(browser: Chrome, url: str) -> tuple[int, int, float, float]:
    """Give bytes over the wire, requests, milliseconds to the largest paint, and layout shift."""
    browser.get("about:blank")
    browser.execute_cdp_cmd("Network.clearBrowserCache", {})
    log(browser, "performance")
    browser.get(url)
    paint, shift = browser.execute_async_script(PAINTS)
    entries = log(browser, "performance")
    requests = sum(message["method"] == "Network.loadingFinished" for message in messages(entries))
    return fetched(entries), requests, paint, shift


def main() -> None:
    """Measure home, the largest event and an article, and print a table for ``benchmarks/README.md``."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        site = build_demo(Path(folder))
        events = json.loads((site / "data" / "events.json").read_text(encoding="utf-8"))["events"]
        event = max(events, key=lambda one: len(one["articles"]))
        print("| first visit | HTML (KB) | over the wire (KB) | requests | largest paint: shortest (s) | median | layout shift |")
        print("|---|---|---|---|---|---|---|")
        with served(site) as address, started(Path(folder) / "profile") as browser:
            show(browser, 390)
            browser.execute_cdp_cmd("Network.enable", {})
            browser.execute_cdp_cmd("Network.emulateNetworkConditions", SLOW)
            for name, place in (("home", ""), ("event", event["url"]), ("article", f"articles/{event['articles'][0]}/")):
                raw = (site / place / "index.html").stat().st_size
                seen = [visit(browser, address + place) for _ in range(runs)]
                paints = [paint / 1000 for _, _, paint, _ in seen]
                size, requests, shift = max(one[0] for one in seen), seen[0][1], max(one[3] for one in seen)
                times = f"{min(paints):.2f} | {statistics.median(paints):.2f}"
                print(f"| {name} | {raw / 1000:.1f} | {size / 1000:.1f} | {requests} | {times} | {shift:.3f} |", flush=True)


if __name__ == "__main__":
    main()
