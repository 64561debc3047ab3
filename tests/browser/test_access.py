"""For readers who cannot see a page, or use no mouse, or run no script."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.chromium import show
from tests.browser.test_reading import data, places  # noqa: F401 - a fixture
from tests.browser.test_search import opened, search

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] }).then(
  (found) => done(found.violations.map((one) => [one.id, one.nodes.map((node) => node.html.slice(0, 160))])),
  (error) => done([['axe', [String(error)]]]));
"""


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core, as a package of the test set-up brings it."""
    found = find_spec("axe_playwright_python")
    assert found, "make .venv/test installs it"
    assert found.origin
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


def violations(browser: Chrome, axe: str) -> list[Any]:
    browser.execute_script(axe)
    browser.set_script_timeout(60)
    found: list[Any] = browser.execute_async_script(AXE, RULES)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Chrome,
    address: str,
    places: list[str],  # noqa: F811
    axe: str,
    width: int,
    scheme: str,
) -> None:
    show(browser, width, scheme)
    wrong = {}
    for place in places:
        browser.get(address + place)
        if found := violations(browser, axe):
            wrong[place] = found
    assert not wrong


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_search(browser: Chrome, address: str, axe: str, width: int, scheme: str) -> None:
    show(browser, width, scheme)
    browser.get(address)
    opened(browser)
    assert not violations(browser, axe)
    search(browser, "tariffs")
    assert not violations(browser, axe)
    search(browser, "zyzzyva")
    assert not violations(browser, axe)


FOCUSED = """
const one = document.activeElement;
const ring = (style) => parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none' && style.outlineStyle !== 'hidden';
let seen = false;
for (let up = one; up && up !== document.body && !seen; up = up.parentElement) seen = ring(getComputedStyle(up));
const box = one.getBoundingClientRect();
all = window.__stops = window.__stops || [];
all.push(one);
return [one === document.body, seen, box.width > 1 && box.height > 1, one.outerHTML.slice(0, 120)];
"""

UNREACHED = """
const stops = new Set(window.__stops);
return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
  .filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }) && !stops.has(one))
  .map((one) => one.outerHTML.slice(0, 120));
"""


@pytest.mark.parametrize("width", [390, 1280])
def test_the_keyboard_reaches_every_control_of_a_page_and_is_seen_there(browser: Chrome, address: str, width: int) -> None:
    event = max(data(address, "events"), key=lambda one: len(one["articles"]))  # type: ignore[arg-type]
    day = f"archive/{str(event['last_published'])[:10]}/"
    for place in (str(event["url"]), str(data(address, "articles")[0]["url"]), "", "sources/", day):
        show(browser, width)
        browser.get(address + place)
        unseen = []
        for _ in range(400):
            browser.switch_to.active_element.send_keys(Keys.TAB)
            out, ringed, large, markup = browser.execute_script(FOCUSED)
            if out:
                break
            if not (ringed and large):
                unseen.append(markup)
        else:
            pytest.fail(f"no way out of {place} by keyboard")
        assert not unseen
        assert not browser.execute_script(UNREACHED)


def test_the_skip_link_comes_first_is_seen_and_leads_past_the_menu(browser: Chrome, address: str) -> None:
    browser.get(f"{address}{data(address, 'events')[0]['url']}")
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    link = browser.switch_to.active_element
    assert "md-skip" in str(link.get_attribute("class"))
    assert link.is_displayed()
    assert link.size["height"] >= 24
    link.send_keys(Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda chrome: chrome.current_url.endswith("#headline"))
    browser.switch_to.active_element.send_keys(Keys.TAB)
    assert browser.execute_script("return Boolean(document.activeElement.closest('.d-page'))")


@pytest.mark.parametrize("width", [390, 1280])
def test_without_scripts_every_page_can_be_read(browser: Chrome, address: str, places: list[str], width: int) -> None:  # noqa: F811
    show(browser, width)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    for place in places:
        browser.get(address + place)
        page = browser.find_element(By.CSS_SELECTOR, ".d-page")
        assert page.is_displayed(), place
        assert browser.find_element(By.CSS_SELECTOR, ".d-nav a").is_displayed(), place
        assert len(page.text) > 80, place


def test_light_and_dark_are_a_click_apart_and_the_choice_stays(browser: Chrome, address: str) -> None:
    show(browser, 1280, "light")
    browser.get(address)
    button = browser.find_element(By.CSS_SELECTOR, "[data-d-scheme]")
    colours = [browser.find_element(By.TAG_NAME, "body").value_of_css_property("background-color")]
    button.click()
    colours.append(browser.find_element(By.TAG_NAME, "body").value_of_css_property("background-color"))
    assert colours[0] != colours[1]
    browser.get(f"{address}about/")
    assert browser.find_element(By.TAG_NAME, "body").value_of_css_property("background-color") == colours[1]
    browser.find_element(By.CSS_SELECTOR, "[data-d-scheme]").click()
    assert browser.find_element(By.TAG_NAME, "body").value_of_css_property("background-color") == colours[0]
