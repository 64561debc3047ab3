"""The strongest attacks in a real browser: nothing runs, nothing is asked for, nothing moves.

Each page is opened beside its harmless twin. Chromium's own reading of both, after all scripts have run, must be the same tags
with the same attributes, and the strings where the twin has its words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.chromium import show
from tests.browser.conftest import browser, log
from tests.browser.demo import served
from tests.safety.attacks import ATTACKS, shown
from tests.safety.packing import COMMON, pack
from tests.safety.scripts import ALL_SHOWN, ANSWERED, IN_SHADOW, RESULTS, SETTLED, SNAPSHOT, TRAP
from tests.safety.sites import mkdocs, write_twins, zensical
from tests.safety.twin import WORD, Words, filled

__all__ = ["browser"]

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Sides:
    """Two served sites: the hostile one and its twin."""

    hostile: str
    harmless: str
    words: Words
    pages: tuple[str, ...]
    files: frozenset[str]
    moved: frozenset[str]
    """Pages that lead on to another one."""


def _sides(folder: Path, articles: int, lists: int, render: Any) -> Iterator[Sides]:
    edition, _ = pack(list(ATTACKS.values()), articles, paragraphs=3, lists=lists, each=articles > 60, own=0)
    hostile, harmless, words = write_twins(edition, folder)
    site, other = render(hostile), render(harmless)
    pages = tuple(sorted(file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("*.html")))
    moved = frozenset(page for page in pages if 'http-equiv="refresh"' in _read(site / page).partition("<title>")[0])
    files = frozenset(f"/{file.relative_to(site).as_posix()}" for file in site.rglob("*") if file.is_file())
    with served(site) as one, served(other) as two:
        yield Sides(
            one, two, words, pages, files | {f"/{page}" for page in pages} | {"/favicon.ico", "in the page itself"}, moved
        )


def _read(page: Path) -> str:
    return (page if page.suffix else page / "index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sides]:
    """A small site: each attack stands in it some twenty times."""
    yield from _sides(tmp_path_factory.mktemp("few"), 8, 4, mkdocs)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sides]:
    """A site in which every field has every attack."""
    yield from _sides(tmp_path_factory.mktemp("many"), 62, 30, mkdocs)


@pytest.fixture(scope="module")
def other_renderer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sides]:
    """The small site as Zensical renders it."""
    yield from _sides(tmp_path_factory.mktemp("other"), 8, 4, zensical)


@pytest.fixture(autouse=True)
def trapped(browser: Chrome) -> Iterator[None]:
    """Whatever a page runs that it should not leaves a mark."""
    trap = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": TRAP})
    yield
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", trap)


def look(browser: Chrome, address: str, place: str, moves: bool = False) -> tuple[dict[str, Any], list[str]]:
    """Open a page; give what it became and the paths that it asked for."""
    log(browser, "performance")
    browser.get(address + place)
    if moves:
        WebDriverWait(browser, 10).until(lambda chrome: chrome.current_url != address + place)
    WebDriverWait(browser, 10).until(lambda chrome: chrome.execute_script("return document.readyState") == "complete")
    WebDriverWait(browser, 10).until(lambda chrome: chrome.execute_script(SETTLED))
    found: dict[str, Any] = browser.execute_script(SNAPSHOT)
    asked = set()
    for entry in log(browser, "performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            url = message["params"]["request"]["url"].replace(address, "/")
            asked.add(re.sub(r"^(?:blob:|data:image/svg\+xml;charset=utf-8,<svg ).*", "in the page itself", url))
    return found, sorted(asked)


def assert_same(browser: Chrome, sides: Sides, places: Sequence[str], width: int) -> None:
    """Open each page and its twin, and compare."""
    show(browser, width)
    for place in places:
        is_, asked = look(browser, sides.hostile, place, place in sides.moved)
        should, _ = look(browser, sides.harmless, place, place in sides.moved)
        assert is_["hacked"] is None, place
        assert not [url for url in asked if url.partition("?")[0] not in sides.files], (place, asked)
        assert is_["wide"] <= width, (place, is_["wide"])
        for part in ("at", "base", "images", "forms", "cookies"):
            assert is_[part] == should[part], (place, part)
        assert is_["title"] == filled(should["title"], sides.words), place
        if should["header"]:  # a redirect has none
            assert is_["header"] == should["header"], place
            assert is_["nav"] == should["nav"], place
            for part in ("page", "footer"):
                for side in ("x", "width", "shown"):
                    assert is_[part][side] == should[part][side], (place, part)
            assert is_["footer"]["y"] >= is_["page"]["bottom"], place
        assert len(is_["found"]) == len(should["found"]), place
        for one, other in zip(is_["found"], should["found"], strict=True):
            assert one == _expected(other, sides.words), place
    wrong = [entry for entry in log(browser, "browser") if entry["level"] == "SEVERE" and "/favicon.ico" not in entry["message"]]
    assert not wrong, wrong[:3]


def _expected(node: list[Any], words: Words) -> list[Any]:
    return [filled(item, words) if isinstance(item, str) else [item[0], filled(item[1], words)] for item in node]


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_runs_and_nothing_moves(browser: Chrome, few: Sides, width: int) -> None:
    wanted = ["", "topics/topic-1/", "sources/", "articles/article-0/", "events/article-2/"]
    assert not set(wanted) - set(few.pages)
    assert_same(browser, few, wanted, width)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("width", [390, 1280])
def test_every_attack_in_every_field_of_every_page(browser: Chrome, many: Sides, width: int) -> None:
    assert len(many.pages) > 200
    assert_same(browser, many, tuple(place for place in many.pages if place != "404.html"), width)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("width", [390, 1280])
def test_with_zensical_nothing_runs_and_nothing_moves(browser: Chrome, other_renderer: Sides, width: int) -> None:
    assert_same(browser, other_renderer, tuple(place for place in other_renderer.pages if place != "404.html"), width)


QUERIES = [COMMON, "script alert", "lt gt amp quot", "60 62 39", "window.hacked=1,alert(1)", "hacked nope", "<img onerror"]


def _answered(query: str, browser: Chrome) -> bool:
    return bool(browser.execute_script(ANSWERED, query))


def search(browser: Chrome, sides: Sides, width: int, queries: Sequence[str]) -> set[str]:
    """Type each query; give the headlines that were found."""
    show(browser, width)
    browser.get(sides.hostile)
    browser.find_element(By.CSS_SELECTOR, "[data-d-search]").click()
    field = browser.find_element(By.CSS_SELECTOR, ".d-search__field")
    WebDriverWait(browser, 10).until(lambda _: field.is_displayed())
    headlines: set[str] = set()
    for query in queries:
        field.clear()
        field.send_keys(query)
        WebDriverWait(browser, 30).until(partial(_answered, query))
        WebDriverWait(browser, 60, poll_frequency=0.05).until(lambda chrome: chrome.execute_script(ALL_SHOWN))
        for tag, attributes, href in browser.execute_script(RESULTS):
            assert tag in {"a", "button", "li", "mark", "ol", "p"}, tag
            assert set(attributes) <= {"class", "hidden", "href", "id", "role", "type"}, (tag, attributes)
            assert not href or href.startswith(sides.hostile), href
        assert browser.execute_script("return window.hacked") is None, query
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width, query
        found = browser.execute_script("return [...document.querySelectorAll('.d-hit__title')].map(h => h.textContent)")
        headlines |= {" ".join(text.split()) for text in found}
    return headlines


@pytest.mark.parametrize("width", [390, 1280])
def test_the_search_box_shows_what_it_finds_and_runs_nothing(browser: Chrome, few: Sides, width: int) -> None:
    headlines = search(browser, few, width, QUERIES[:3])
    titles = {shown(text) for text in few.words.values()}
    assert len(headlines) > 5
    assert not headlines - titles, sorted(headlines - titles)[:3]


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("width", [390, 1280])
def test_the_search_box_shows_every_attack(browser: Chrome, many: Sides, width: int) -> None:
    headlines = search(browser, many, width, QUERIES)
    titles = {shown(text) for text in many.words.values()}
    assert not headlines - titles, sorted(headlines - titles)[:3]
    missing = {shown(f"{text} {COMMON}") for text in ATTACKS.values()} - headlines
    assert not missing, missing


@pytest.mark.parametrize("name", ["a", "b", "mark", "ins"])
def test_words_that_run_from_right_to_left_move_none_of_ours(browser: Chrome, few: Sides, name: str) -> None:
    """A number after a Hebrew name is drawn before it, unless the name stands by itself: our "14 May" must stay a date."""
    show(browser, 1280)
    browser.get(few.hostile)
    browser.execute_script(f"document.querySelector('.d-page').innerHTML = '<p>1 <{name}>שלום עולם</{name}>, 14 May 2021</p>'")
    ends = browser.execute_script("""
        const p = document.querySelector(".d-page p"), range = document.createRange();
        range.setStart(p.lastChild, 0); range.setEnd(p.lastChild, 4);
        return [p.children[0].getBoundingClientRect().right, range.getBoundingClientRect().left];""")
    assert ends[1] >= ends[0] - 0.5, ends


@pytest.mark.long
@pytest.mark.timeout(600)
def test_the_search_box_of_zensical_runs_nothing(browser: Chrome, other_renderer: Sides) -> None:
    show(browser, 1280)
    look(browser, other_renderer.hostile, "")
    browser.execute_script("document.querySelector('label[for=__search]').click()")
    field = browser.execute_script(f"{IN_SHADOW} return root.querySelector('input')")
    WebDriverWait(browser, 10).until(lambda _: field.is_displayed())
    titles = {shown(text) for text in other_renderer.words.values()}
    headlines: set[str] = set()
    for query in (COMMON, "script", "window.hacked", "javascript", "onerror"):
        field.clear()
        field.send_keys(query)
        WebDriverWait(browser, 10).until(lambda chrome: chrome.execute_async_script("setTimeout(arguments[0], 400, true)"))
        nodes = browser.execute_script(f"{IN_SHADOW} return [...root.querySelectorAll('ol[role=listbox] *')]"
                                       ".map(n => [n.tagName.toLowerCase(), [...n.attributes].map(a => a.name)])")  # fmt: skip
        assert {tag for tag, _ in nodes} <= {"a", "li", "div", "h2", "menu", "mark", "u", "span", "svg", "path"}, query
        names = {name for _, attributes in nodes for name in attributes if not name.startswith("aria-")}
        assert names <= {"id", "role", "tabindex", "href", "class"}, (query, names)
        found = browser.execute_script(f"{IN_SHADOW} return [...root.querySelectorAll('h2')].map(n => n.textContent)")
        headlines |= {" ".join(text.split()) for text in found}
        assert browser.execute_script("return window.hacked") is None, query
    assert len(headlines) > 5
    assert not {text for text in headlines - titles if set(text) & set("<>&=(")}  # the others are headings of ours


def test_words_of_the_twin_are_as_long_as_the_strings(few: Sides) -> None:
    assert all(WORD.fullmatch(word) for word in few.words)
