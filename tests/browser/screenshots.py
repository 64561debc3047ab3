"""Takes the pictures in docs/pages: every kind of page, on a phone and a desk, by day and by night.

make screenshots
"""

from __future__ import annotations

import base64
import sys
import tempfile
from pathlib import Path

from selenium.webdriver import Chrome

from tests.browser.chromium import show, started
from tests.browser.demo import build_demo, served
from tests.browser.test_reading import data
from tests.browser.test_search import opened, search

SIZES = {390: 844, 1280: 800}
"""Width of a window, in CSS pixels, and its height."""

QUALITY = 70
"""Of a WebP picture, in percent: less, and small type has halos."""


def take(browser: Chrome, file: Path) -> None:
    """Write what the window shows."""
    picture = browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    file.write_bytes(base64.b64decode(picture["data"]))


def main(folder: Path) -> None:
    """Build the demo and take all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        site = build_demo(Path(place))
        with served(site) as address, started(Path(place) / "profile") as browser:
            event = max(data(address, "events"), key=lambda one: len(one["articles"]))  # type: ignore[arg-type]
            article = event["articles"][1]  # type: ignore[index]
            topic = str(data(address, "topics")[0]["url"])
            pages = {"home": "", "event": str(event["url"]), "topic": topic, "article": f"articles/{article}/", "search": ""}
            for width, height in SIZES.items():
                for scheme in ("light", "dark"):
                    show(browser, width, scheme, height)
                    for name, url in pages.items():
                        browser.get(address + url)
                        if name == "search":
                            opened(browser)
                            search(browser, "trade")
                        take(browser, folder / f"{name}-{width}-{scheme}.webp")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
