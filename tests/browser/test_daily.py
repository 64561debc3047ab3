"""The daily edition as a mail program, a phone and a printer show it."""

from __future__ import annotations

import base64
import re

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from tests.browser.chromium import show

pytestmark = pytest.mark.browser

FULLEST = "digest-2019-06-29.html"

SCROLLS = "return [document.documentElement.scrollWidth, innerWidth]"
SMALLEST = """return Math.min(...[...document.querySelectorAll('p, h1, h2, span, a')]
  .filter((one) => one.getClientRects().length).map((one) => parseFloat(getComputedStyle(one).fontSize)))"""
COLOURS = "const one = getComputedStyle(arguments[0]); return [one.color, one.backgroundColor]"


def lightness(colour: str) -> float:
    """Give how light a colour is, 0 to 255, roughly."""
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return (2 * red + 5 * green + blue) / 8


@pytest.mark.parametrize("styled", [True, False], ids=["with <style>", "without"])
@pytest.mark.parametrize("width", [320, 360, 800])
def test_it_fits_a_phone_and_a_desk_also_where_a_mail_program_drops_its_style_sheet(
    browser: Chrome, address: str, width: int, styled: bool
) -> None:
    show(browser, width)
    browser.get(address + FULLEST)
    if not styled:
        browser.execute_script("document.querySelector('style').remove()")
    scrolls, inner = browser.execute_script(SCROLLS)
    assert scrolls <= inner == width
    assert browser.execute_script(SMALLEST) >= 12
    column = browser.find_element(By.TAG_NAME, "h1")
    assert column.size["width"] <= 600
    assert "Trump" not in browser.find_element(By.CSS_SELECTOR, "body > div").text  # the line beside the subject


def test_it_is_dark_where_the_system_is(browser: Chrome, address: str) -> None:
    for scheme in ("light", "dark"):
        show(browser, 360, scheme)
        browser.get(address + FULLEST)
        page = browser.find_element(By.TAG_NAME, "body")
        ground = lightness(browser.execute_script(COLOURS, page)[1])
        assert (ground < 64) is (scheme == "dark")
        for said in browser.find_elements(By.CSS_SELECTOR, "h1, h2 a, p, p a, ins"):
            assert abs(lightness(browser.execute_script(COLOURS, said)[0]) - ground) > 100, said.text


def test_a_day_is_printed_in_black_on_a_few_sheets(browser: Chrome, address: str) -> None:
    show(browser, 800, "dark")
    browser.get(address + FULLEST)
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})
    assert len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed["data"]))) <= 4
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert browser.find_elements(By.CSS_SELECTOR, ".t")
    for said in browser.find_elements(By.CSS_SELECTOR, "h1, h2 a, .t"):
        assert lightness(browser.execute_script(COLOURS, said)[0]) < 64
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
