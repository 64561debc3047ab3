"""From the home page to a feed, and from the feed's newest entry to the very sentence."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

import feedparser
import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import url_to_be
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.chromium import show

pytestmark = pytest.mark.browser


class Links(HTMLParser):
    """The links of an entry."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if tag == "a" and name == "href"]


@pytest.mark.parametrize("width", [390, 1280])
def test_from_home_to_the_climate_feed_and_to_the_sentence_of_its_newest_entry(browser: Chrome, address: str, width: int) -> None:
    show(browser, width)
    browser.get(address)
    browser.find_element(By.LINK_TEXT, "Climate").click()
    WebDriverWait(browser, 10).until(url_to_be(f"{address}topics/climate/"))
    link = browser.find_element(By.LINK_TEXT, "Atom feed")
    assert link.is_displayed()
    feed = str(link.get_attribute("href"))
    discovered = browser.find_element(By.CSS_SELECTOR, "link[rel=alternate][type='application/atom+xml']")
    assert discovered.get_attribute("href") == feed

    with urlopen(feed) as answer:  # noqa: S310 - our own server
        read = feedparser.parse(answer.read())
    assert not read.bozo
    assert "Climate" in read.feed.title
    newest = max(read.entries, key=lambda entry: entry.updated_parsed)
    first = Links(newest.content[0].value).found[0]

    place = urljoin(address, urlsplit(first).path.lstrip("/") + "#" + urlsplit(first).fragment)  # the demo says it is elsewhere
    browser.get(place)
    target = browser.find_element(By.CSS_SELECTOR, ".d-s:target")
    assert target.is_displayed()
    assert target.text.split("[")[0].rstrip("↩ ").split()[:5] == newest.summary.split()[:5]


def test_the_feed_of_the_whole_digest_is_one_click_from_home(browser: Chrome, address: str) -> None:
    browser.get(address)
    assert browser.find_element(By.LINK_TEXT, "Feed").get_attribute("href") == f"{address}feed.xml"
    browser.find_element(By.LINK_TEXT, "Feeds and data").click()
    WebDriverWait(browser, 10).until(url_to_be(f"{address}data/"))
