"""What a reader meets in a real browser: on a phone and a desk, by day and by night, with and without scripts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import url_to_be
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.chromium import show
from tests.browser.conftest import log

pytestmark = pytest.mark.browser

PAPER = {"light": "rgb(253, 251, 247)", "dark": "rgb(22, 21, 19)"}


def data(address: str, name: str) -> list[dict[str, object]]:
    with urlopen(f"{address}data/{name}.json") as answer:  # noqa: S310 - our own server
        found: list[dict[str, object]] = json.load(answer)[name]
    return found


@pytest.fixture(scope="session")
def places(address: str) -> list[str]:
    """One page of every kind, of events and articles all that differ in kind."""
    events = data(address, "events")
    articles = data(address, "articles")
    longest = max(events, key=lambda event: len(event["articles"]))  # type: ignore[arg-type]
    shortest = min(events, key=lambda event: len(event["articles"]))  # type: ignore[arg-type]
    undated = [article for article in articles if article["date_precision"] in ("inferred", "none")]
    first, last = articles[0], articles[-1]
    chosen = [longest, shortest, first, last, *undated[:1]]
    month = str(next(event["first_published"] for event in events if event["first_published"]))[:7]
    topics = [str(topic["url"]) for topic in data(address, "topics")]
    outlet = f"sources/{next(source for event in events for source in event['sources'])}/"  # type: ignore[attr-defined]
    day = str(longest["last_published"])[:10]
    lists = ["", "topics/", *topics, "keywords/", "sources/", outlet]
    lists += ["archive/", f"archive/{month[:4]}/", f"archive/{month}/", f"archive/{day}/"]
    with urlopen(f"{address}keywords/") as answer:  # noqa: S310 - our own server
        found = sorted(set(re.findall(r'href="\.\./(keywords/(?:letters/)?[^/"#]+/)', answer.read().decode())))
    lists += [*found[:1], *[place for place in found if "letters" in place][:1]]
    texts = ["about/", "about/nearly-joined/", "about-the-demo/", "404.html"]
    return [*lists, *texts, *(str(one["url"]) for one in chosen)]


FOLDED = """
const tables = document.querySelectorAll("details.d-data table");
for (const table of tables) {
  table.closest("details").open = true;
  table.querySelector("tbody :is(th, td)").textContent = "O".repeat(90);
}
return [tables.length, document.documentElement.scrollWidth];
"""


def test_a_folded_table_with_a_word_wider_than_a_phone_scrolls_in_its_own_box(browser: Chrome, address: str, site: Path) -> None:
    show(browser, 390)
    event = next(page.parent.name for page in site.glob("events/*/index.html") if "d-chart" in page.read_text(encoding="utf-8"))
    for place in ("about/", f"events/{event}/"):
        browser.get(address + place)
        tables, wide = browser.execute_script(FOLDED)
        assert tables, place
        assert wide == 390, place


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_pages_ask_nobody_else_say_nothing_wrong_and_do_not_scroll_sideways(
    browser: Chrome, address: str, places: list[str], width: int, scheme: str
) -> None:
    show(browser, width, scheme)
    for place in places:
        browser.get(address + place)
        WebDriverWait(browser, 10).until(lambda chrome: chrome.execute_script("return document.readyState") == "complete")
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width, place
        paper = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
        assert paper == PAPER[scheme], place
    wrong = [entry for entry in log(browser, "browser") if entry["level"] in ("SEVERE", "WARNING")]
    assert not wrong
    hosts = set()
    for entry in log(browser, "performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            url = urlsplit(message["params"]["request"]["url"])
            if url.scheme not in ("data", "blob"):
                hosts.add(url.netloc)
    assert hosts == {urlsplit(address).netloc}


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_citation_jumps_to_the_sentence_and_its_arrow_back(browser: Chrome, address: str, width: int, scripts: bool) -> None:
    show(browser, width)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})
    event = max(data(address, "events"), key=lambda one: len(one["summary"]))  # type: ignore[arg-type]
    numbers = range(1, len(event["summary"]) + 1)  # type: ignore[arg-type]
    for number in numbers:
        browser.get(f"{address}{event['url']}")
        sentence = browser.find_element(By.ID, f"sum-{number}")
        cite = sentence.find_element(By.CSS_SELECTOR, ".d-cite a")
        goal = str(cite.get_attribute("href"))
        cite.click()
        WebDriverWait(browser, 10).until(url_to_be(goal))
        cited = browser.find_element(By.CSS_SELECTOR, ".d-s:target")
        assert cited.get_attribute("id") == goal.partition("#")[2]
        back = cited.find_element(By.CSS_SELECTOR, f".d-back[href$='#sum-{number}']")
        back.click()
        WebDriverWait(browser, 10).until(url_to_be(f"{address}{event['url']}#sum-{number}"))
        assert browser.find_element(By.CSS_SELECTOR, ".d-s:target").get_attribute("id") == f"sum-{number}"


def test_without_scripts_the_page_reads_and_follows_the_system(browser: Chrome, address: str) -> None:
    show(browser, 1280, "dark")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(address)
    assert browser.find_element(By.CSS_SELECTOR, ".d-front h2").is_displayed()
    assert browser.find_element(By.TAG_NAME, "body").value_of_css_property("background-color") in (
        "rgba(22, 21, 19, 1)",
        PAPER["dark"],
    )


def test_the_address_of_every_report_leads_to_its_event(browser: Chrome, address: str) -> None:
    event = max(data(address, "events"), key=lambda one: len(one["articles"]))  # type: ignore[arg-type]
    articles = event["articles"]
    assert isinstance(articles, list)
    browser.get(f"{address}events/{articles[-1]}/")
    WebDriverWait(browser, 10).until(url_to_be(f"{address}{event['url']}"))


def test_the_skip_link_is_the_first_stop_of_the_keyboard(browser: Chrome, address: str) -> None:
    browser.get(f"{address}{data(address, 'events')[0]['url']}")
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert "md-skip" in str(browser.switch_to.active_element.get_attribute("class"))
