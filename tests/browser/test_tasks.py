"""What readers come for, done from beginning to end with what is on the pages."""

from __future__ import annotations

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.chromium import show
from tests.browser.test_reading import data
from tests.browser.test_search import choose, opened, results, says

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [390, 1280])
def test_from_home_to_the_sentence_that_proves_the_second_line_of_the_summary(browser: Chrome, address: str, width: int) -> None:
    show(browser, width)
    browser.get(address)
    browser.find_element(By.CSS_SELECTOR, ".d-front h2 a").click()
    WebDriverWait(browser, 20).until(lambda chrome: "/events/" in chrome.current_url)
    line = browser.find_elements(By.CSS_SELECTOR, ".d-summary .d-s")[1]
    own = "return [...arguments[0].childNodes].map((one) => (one.nodeName === 'SUP' ? '' : one.textContent)).join('').trim()"
    ours = "return [...arguments[0].querySelectorAll('ins')].map((one) => one.textContent)"
    said, added = browser.execute_script(own, line), browser.execute_script(ours, line)
    for words in added:
        said = said.replace(words, "")
    places = [str(cite.get_attribute("href")) for cite in line.find_elements(By.CSS_SELECTOR, ".d-cite a")]
    assert places
    read = []
    for place in places:  # one of the reports has it word for word, the others say the same
        browser.get(place)
        sentence = browser.find_element(By.CSS_SELECTOR, ".d-s:target")
        assert 0 <= browser.execute_script("return arguments[0].getBoundingClientRect().top", sentence) < 900, (
            "it is on the screen"
        )
        read.append(" ".join(sentence.text.replace("↩", "").replace("\u2060", "").split()))
    assert any(" ".join(said.split()).rstrip(".") in one for one in read), (said, read)


def test_all_that_one_outlet_wrote_on_the_trade_war_in_june_2019(browser: Chrome, address: str) -> None:
    outlet = "Kansai Courier"
    wanted = {
        f"{address}{one['url']}"
        for one in data(address, "articles")
        if one["source"] == outlet and "trade-war" in one["topics"] and str(one["published"]).startswith("2019-06")  # type: ignore[operator]
    }
    assert wanted
    browser.get(address)
    opened(browser)
    choose(browser, "kind", "article")
    choose(browser, "topic", "Trade war")
    choose(browser, "source", outlet)
    choose(browser, "date", "2019-06")
    assert set(results(browser)) == wanted
    assert says(browser) == ("1 page" if len(wanted) == 1 else f"{len(wanted)} pages")
