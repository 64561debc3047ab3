"""What a first visit costs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.chromium import show
from tests.browser.conftest import log
from tests.browser.test_reading import data
from tests.browser.traffic import fetched

pytestmark = pytest.mark.browser

SHIFTS = """
const done = arguments[0];
let sum = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; }))
  .observe({ type: 'layout-shift', buffered: true });
setTimeout(() => done(sum), 600);
"""


def visit(browser: Chrome, url: str) -> int:
    """Open a page as a first visitor does; give the bytes that came over the wire."""
    browser.execute_cdp_cmd("Network.enable", {})
    browser.execute_cdp_cmd("Network.clearBrowserCache", {})
    log(browser, "performance")
    browser.get(url)
    WebDriverWait(browser, 20).until(lambda chrome: chrome.execute_script("return document.readyState") == "complete")
    return fetched(log(browser, "performance"))


@pytest.mark.parametrize("width", [390, 1280])
def test_a_first_visit_to_an_event_is_light_and_nothing_moves(browser: Chrome, address: str, width: int) -> None:
    show(browser, width)
    event = max(data(address, "events"), key=lambda one: len(one["articles"]))  # type: ignore[arg-type]
    for place in (str(event["url"]), str(data(address, "articles")[0]["url"]), ""):
        assert 10_000 < visit(browser, address + place) <= 60_000, place
        assert browser.execute_async_script(SHIFTS) == 0, place


def test_what_stands_around_an_articles_text_is_small(site: Path) -> None:
    for file in sorted((site / "articles").glob("*/index.html")):
        page = file.read_text(encoding="utf-8")
        text = re.search(r'<div class="d-text".*?\n</div>\n', page, re.DOTALL)
        if text:  # a withdrawn article has none
            around = len(page.encode()) - len(text.group().encode())
            assert around <= 20_000, file
