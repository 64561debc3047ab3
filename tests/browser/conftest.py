"""One browser and one built demo for all browser tests of a worker."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from tests.browser.demo import build_demo, served

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The served demo."""
    with served(build_demo(tmp_path_factory.mktemp("demo"))) as root:
        yield root


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """A Chromium that keeps its logs."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.fail("the pages are looked at in Chromium: make test installs it, or says how to")
    options = Options()
    options.binary_location = chromium
    for flag in [*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    chrome = Chrome(options=options, service=Service(driver))
    yield chrome
    chrome.quit()


@pytest.fixture(autouse=True)
def fresh(browser: Chrome, address: str) -> None:
    """Each test begins as a first visit."""
    browser.get(f"{address}assets/favicon.svg")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    browser.execute_cdp_cmd("Storage.clearDataForOrigin", {"origin": address.rstrip("/"), "storageTypes": "all"})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    show(browser, 1280)
    log(browser, "performance")
    log(browser, "browser")


def log(browser: Chrome, kind: str) -> list[dict[str, Any]]:
    """Give what was logged since the last call; ``kind``: ``performance`` or ``browser``."""
    entries: list[dict[str, Any]] = browser.get_log(kind)  # type: ignore[no-untyped-call]
    return entries


def show(browser: Chrome, width: int, scheme: str = "light") -> None:
    """Make the window so wide (CSS pixels) and the system light or dark."""
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    )
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
