"""One browser and one built demo for all browser tests of a worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome

from tests.browser.chromium import show, started
from tests.browser.demo import build_demo, served


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built demo."""
    return build_demo(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The served demo."""
    with served(site) as root:
        yield root


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """A Chromium that keeps its logs."""
    with started(tmp_path_factory.mktemp("profile")) as chrome:
        yield chrome


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
