"""For readers who need large letters, and for fingers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome

from tests.browser.chromium import show
from tests.browser.test_reading import places  # noqa: F401 - a fixture

pytestmark = pytest.mark.browser

LARGE = """
document.documentElement.style.fontSize = "200%";
const wide = document.documentElement.scrollWidth;
const sheet = document.createElement("style");
sheet.textContent = "* { overflow-wrap: normal !important; }";
document.head.append(sheet);
const broken = [...document.querySelectorAll(".d-glance dt, .d-nav a, .d-crumbs a, .d-label, .d-mast__name a, .d-table th")]
  .filter((one) => one.scrollWidth > one.clientWidth && one.clientWidth > 1).map((one) => one.textContent);
return [wide, broken];
"""
"""With letters twice as large: the width of the page, and what would be wider than its box if no word were broken."""

SMALL = """
const alone = (one) => one.parentElement.textContent.trim() === one.textContent.trim();
const high = (one) => Math.max(one.getBoundingClientRect().height, one.closest(".d-glance > div")?.clientHeight || 0);
return [matchMedia("(pointer: coarse)").matches,
  [...document.querySelectorAll("button, select, summary, nav a, .d-page :is(h2, h3, h4, p, li, dt, dd, th, td) > a, .d-foot a")]
    .filter((one) => one.checkVisibility() && (one.tagName !== "A" || one.closest("nav") || alone(one)) && high(one) < 44)
    .map((one) => [Math.round(high(one)), one.outerHTML.slice(0, 120)]),
  [...document.querySelectorAll(".d-cite a, .d-back, .d-link")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 32).map((one) => one.outerHTML)];
"""
"""Whether the pointer is a finger; what stands alone and is lower than 44 pixels; what stands within a line and is below 32."""


@pytest.fixture
def finger(browser: Chrome) -> Iterator[None]:
    browser.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
    yield
    browser.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})


def test_with_letters_twice_as_large_no_word_is_broken_and_nothing_scrolls_sideways(
    browser: Chrome,
    address: str,
    places: list[str],  # noqa: F811
) -> None:
    show(browser, 390)
    for place in places:
        browser.get(address + place)
        assert browser.execute_script(LARGE) == [390, []], place


@pytest.mark.usefixtures("finger")
def test_what_stands_alone_is_large_enough_for_a_finger(browser: Chrome, address: str, places: list[str]) -> None:  # noqa: F811
    show(browser, 390)
    for place in places:
        browser.get(address + place)
        assert browser.execute_script(SMALL) == [True, [], []], place
