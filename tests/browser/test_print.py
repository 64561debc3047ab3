"""What comes out of a printer."""

from __future__ import annotations

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from tests.browser.test_reading import data

pytestmark = pytest.mark.browser


def test_an_event_on_paper_has_its_own_and_its_sources_addresses_and_no_tools(browser: Chrome, address: str) -> None:
    articles = {str(one["id"]): one for one in data(address, "articles")}
    event = max(data(address, "events"), key=lambda one: len(one["articles"]))  # type: ignore[arg-type]
    sources = [str(articles[one]["source_url"]) for one in event["articles"] if articles[one]["source_url"]]  # type: ignore[attr-defined]
    assert sources
    browser.get(f"{address}{event['url']}")
    page = browser.find_element(By.TAG_NAME, "body")
    assert not [url for url in sources if url in page.text], "on a screen they are links"
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not [url for url in sources if url not in page.text]
    assert f"https://osaka-digest.example/{event['url']}" in page.text
    for tool in (".d-mast__tools", ".d-nav", ".d-crumbs"):
        assert not browser.find_element(By.CSS_SELECTOR, tool).is_displayed()
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
