"""The demo in Spanish, on a phone: its words are longer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from tests.browser.chromium import show
from tests.browser.demo import build_demo, served
from tests.browser.test_reading import data

pytestmark = pytest.mark.browser

OUTSIDE = """return [...document.querySelectorAll('.d-nav li, .d-glance dt, h1, h2, h3, p')].filter((one) => {
  const box = one.getBoundingClientRect()
  return box.width && (box.right > innerWidth + 1 || one.scrollWidth > one.clientWidth + 1)
    && !['absolute', 'fixed'].includes(getComputedStyle(one).position) && getComputedStyle(one).display !== 'inline'
}).map((one) => one.textContent.trim())"""


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(build_demo(tmp_path_factory.mktemp("spanish"), language="es")) as address:
        yield address


@pytest.mark.parametrize("width", [360, 390])
def test_no_word_of_the_site_is_cut_off(browser: Chrome, spanish: str, width: int) -> None:
    show(browser, width)
    event = max(data(spanish, "events"), key=lambda one: len(one["articles"]))  # type: ignore[arg-type]
    for place in ("", str(event["url"]), "topics/climate/", "keywords/", "sources/", "archive/", "about/", "data/", "404.html"):
        browser.get(spanish + place)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width, place
        assert browser.execute_script(OUTSIDE) == [], place


def test_search_speaks_spanish(browser: Chrome, spanish: str) -> None:
    show(browser, 1280)
    browser.get(spanish)
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "es"
    assert "Buscar" in browser.find_element(By.CSS_SELECTOR, "[data-d-search]").text
