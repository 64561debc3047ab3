"""Search as a reader uses it: by keyboard, with words that nearly fit, narrowed, and under any address."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.chromium import show
from tests.browser.demo import served

pytestmark = pytest.mark.browser


def opened(browser: Chrome, key: str = "/") -> WebElement:
    """Open search by a key, unless it is open; give its field once the index is there."""
    if key:
        browser.find_element(By.TAG_NAME, "body").send_keys(key)
    WebDriverWait(browser, 20).until(
        lambda chrome: len(chrome.find_elements(By.CSS_SELECTOR, ".d-search[open] select[name=kind] option")) > 1
    )
    return browser.find_element(By.CSS_SELECTOR, ".d-search__field")


def search(browser: Chrome, words: str) -> list[str]:
    """Type words in place of those that are there; give the addresses of the results, without what is marked."""
    field = browser.find_element(By.CSS_SELECTOR, ".d-search__field")
    field.send_keys(Keys.CONTROL, "a")
    field.send_keys(words or Keys.DELETE)
    settled(browser)
    WebDriverWait(browser, 20).until(
        lambda chrome: chrome.execute_script("return document.querySelector('.d-search').dataset.shows") == words
    )
    return results(browser)


def settled(browser: Chrome) -> None:
    """Wait until search has nothing more to do."""
    WebDriverWait(browser, 20).until(
        lambda chrome: chrome.execute_script("return document.querySelector('.d-search').getAttribute('aria-busy') !== 'true'")
    )


def choose(browser: Chrome, facet: str, value: str) -> None:
    Select(browser.find_element(By.CSS_SELECTOR, f".d-search select[name={facet}]")).select_by_value(value)
    settled(browser)


def results(browser: Chrome) -> list[str]:
    links = browser.find_elements(By.CSS_SELECTOR, ".d-hit a")
    return [str(link.get_attribute("href")).partition("?")[0].partition("#")[0] for link in links]


def says(browser: Chrome) -> str:
    return str(browser.find_element(By.CSS_SELECTOR, ".d-search__status").text)


def marked(browser: Chrome) -> list[str]:
    """Give the words that are marked on the page."""
    script = "return [...(CSS.highlights.get('d-found') || [])].map((range) => range.toString())"
    found: list[str] = browser.execute_script(script)
    return found


@pytest.mark.parametrize("width", [390, 1280])
def test_search_opens_by_key_finds_the_event_first_and_marks_the_words_there(browser: Chrome, address: str, width: int) -> None:
    show(browser, width)
    browser.get(address)
    field = opened(browser)
    assert "/events/" in search(browser, "tariffs")[0]
    field.send_keys(Keys.ARROW_DOWN)
    assert browser.switch_to.active_element.text == browser.find_element(By.CSS_SELECTOR, ".d-hit a").text
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    WebDriverWait(browser, 20).until(lambda chrome: "/events/" in chrome.current_url and marked(chrome))
    assert {word.lower() for word in marked(browser)} <= {"tariff", "tariffs"}
    assert "?" not in browser.current_url
    assert browser.find_element(By.CSS_SELECTOR, ".d-s:target").text


def test_search_goes_up_and_down_by_arrow_back_to_the_field_by_letter_and_away_by_escape(browser: Chrome, address: str) -> None:
    browser.get(address)
    button = browser.find_element(By.CSS_SELECTOR, "[data-d-search]")
    button.click()
    field = opened(browser, "")
    search(browser, "osaka")
    field.send_keys(Keys.ARROW_DOWN)
    second = browser.find_elements(By.CSS_SELECTOR, ".d-hit a")[1]
    browser.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    assert browser.switch_to.active_element == second
    second.send_keys(Keys.ARROW_UP)
    browser.switch_to.active_element.send_keys(Keys.ARROW_UP)
    assert browser.switch_to.active_element == field
    field.send_keys(Keys.ARROW_DOWN)
    browser.switch_to.active_element.send_keys("x")
    assert field.get_property("value") == "osakax"
    field.send_keys(Keys.ESCAPE)
    assert not browser.find_elements(By.CSS_SELECTOR, ".d-search[open]")
    assert browser.switch_to.active_element == button


def test_s_opens_search_and_is_a_letter_in_it(browser: Chrome, address: str) -> None:
    browser.get(address)
    field = opened(browser, "s")
    assert field.get_property("value") == ""
    field.send_keys("s")
    assert field.get_property("value") == "s"


def test_enter_opens_the_first_result(browser: Chrome, address: str) -> None:
    browser.get(address)
    field = opened(browser)
    first = search(browser, "heatwave")[0]
    field.send_keys(Keys.ENTER)
    WebDriverWait(browser, 20).until(lambda chrome: chrome.current_url.startswith(first))


def test_words_that_no_page_has_together_are_looked_for_one_by_one(browser: Chrome, address: str) -> None:
    browser.get(address)
    opened(browser)
    assert search(browser, "heatwave soybeans mueller")
    assert says(browser).startswith("No page has all of these words. With some of them: ")


def test_a_word_of_most_pages_is_left_out_beside_one_that_tells_more(browser: Chrome, site: Path, tmp_path: Path) -> None:
    """In a large archive; here a word is made common by hand."""
    shutil.copytree(site, tmp_path / "site")
    facets = tmp_path / "site" / "pagefind" / "facets.json"
    values = json.loads(facets.read_text(encoding="utf-8"))
    assert values["common"] == [], "a demo is too small to have any"
    facets.write_text(json.dumps(values | {"common": ["osaka"]}), encoding="utf-8")
    with served(tmp_path / "site") as address:
        browser.get(address)
        opened(browser)
        alone = search(browser, "heatwave")
        assert alone
        assert search(browser, "osaka heatwave") == alone
        assert search(browser, "osaka"), "by itself it is looked for"


def test_keywords_are_found_and_what_is_shown_of_a_page_ends_with_its_part(browser: Chrome, address: str) -> None:
    browser.get(address)
    opened(browser)
    assert f"{address}keywords/vladimir-putin/" in search(browser, "vladimir")
    choose(browser, "kind", "keyword")
    assert all("/keywords/" in found for found in results(browser))
    choose(browser, "kind", "event")
    search(browser, "tariff")
    assert "What the reports agree on" not in browser.find_element(By.CSS_SELECTOR, ".d-hits").text


@pytest.mark.parametrize(("typed", "meant"), [("tarif", "tariffs"), ("PUTIN", "putin"), ("pütin", "putin"), ("meddl", "meddle")])
def test_parts_of_words_capitals_and_accents_make_no_difference(browser: Chrome, address: str, typed: str, meant: str) -> None:
    browser.get(address)
    opened(browser)
    wanted = search(browser, meant)
    assert wanted
    assert search(browser, typed)[0] == wanted[0]


def test_what_is_nowhere_is_said_to_be_nowhere(browser: Chrome, address: str) -> None:
    browser.get(address)
    opened(browser)
    assert search(browser, "zyzzyva") == []
    assert says(browser) == "Nothing found."


def test_words_narrow_further_by_kind_and_month(browser: Chrome, address: str) -> None:
    browser.get(address)
    opened(browser)
    search(browser, "osaka")
    choose(browser, "kind", "event")
    assert results(browser)
    assert all("/events/" in found for found in results(browser))
    choose(browser, "date", "2018-12")
    assert says(browser) in ("1 page", "Nothing found: try a wider choice above.")


def test_a_link_can_hold_a_search(browser: Chrome, address: str) -> None:
    browser.get(f"{address}about/?q=tariffs&kind=article&topic=Trade+war")
    opened(browser, "")
    WebDriverWait(browser, 20).until(lambda _: results(browser))
    assert all("/articles/" in found for found in results(browser))


@pytest.fixture(scope="module")
def below(address: str, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001 - the demo is built
    """The same site under a sub-path."""
    root = tmp_path_factory.mktemp("host")
    (root / "some" / "sub").mkdir(parents=True)
    (root / "some" / "sub" / "path").symlink_to(site)
    with served(root) as host:
        yield f"{host}some/sub/path/"


def test_search_works_under_a_sub_path(browser: Chrome, below: str) -> None:
    browser.get(f"{below}about/")
    field = opened(browser)
    assert search(browser, "tariffs")[0].startswith(f"{below}events/")
    field.send_keys(Keys.ENTER)
    WebDriverWait(browser, 20).until(lambda chrome: chrome.current_url.startswith(f"{below}events/") and marked(chrome))


def test_before_it_is_opened_search_fetches_nothing(browser: Chrome, address: str) -> None:
    browser.get(address)
    loaded = browser.execute_script("return performance.getEntriesByType('resource').map((one) => one.name)")
    assert not [name for name in loaded if "pagefind" in name]


def test_without_scripts_the_masthead_leads_to_the_archive_and_the_keywords(browser: Chrome, address: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(f"{address}about/")
    assert not browser.find_element(By.CSS_SELECTOR, "[data-d-search]").is_displayed()
    links = browser.find_elements(By.CSS_SELECTOR, ".d-mast__plain a")
    assert [link.get_attribute("href") for link in links if link.is_displayed()] == [f"{address}keywords/", f"{address}archive/"]
