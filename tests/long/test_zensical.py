"""Zensical, which will outlive Material for MkDocs, makes the same site of the same build/docs."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from digest.build import build
from tests.browser.demo import ROOT
from tests.safety.sites import mkdocs, zensical

pytestmark = pytest.mark.long

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())

BASE = "https://site.example/some/sub/path/"


class Content(HTMLParser):
    """The links and ids of a page's own content: what is inside ``.d-page``."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self.depth:
            if tag == "a" and given.get("href"):
                self.links.append(str(given["href"]))
            if given.get("id"):
                self.ids.append(str(given["id"]))
        if tag not in VOID and (self.depth or "d-page" in (given.get("class") or "").split()):
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag not in VOID:
            self.depth -= 1


def contents(site: Path) -> Mapping[str, tuple[list[str], list[str]]]:
    """Give the links, resolved, and the ids of every page's content, in their order, by the page's address."""
    found = {}
    for file in sorted(site.rglob("index.html")):
        place = file.relative_to(site).as_posix().removesuffix("index.html")
        content = Content()
        content.feed(file.read_text(encoding="utf-8"))
        found[place] = ([urljoin(BASE + place, link).removeprefix(BASE) for link in content.links], content.ids)
    return found


def test_both_make_the_same_pages_with_the_same_links_and_anchors(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    sites = {}
    build(tmp_path)
    for name, renderer in (("mkdocs", mkdocs), ("zensical", zensical)):
        sites[name] = renderer(tmp_path).rename(tmp_path / name)
    ours, theirs = contents(sites["mkdocs"]), contents(sites["zensical"])
    assert set(ours) == set(theirs)
    assert sum(len(links) for links, _ in ours.values()) > 1000
    assert not {place: (ours[place], theirs[place]) for place in ours if ours[place] != theirs[place]}
    data = {
        name: {f.name: f.read_bytes() for f in (site / "data").iterdir() if f.suffix != ".html"} for name, site in sites.items()
    }
    assert data["mkdocs"] == data["zensical"]
    named = {link.partition("#")[0].partition("?")[0] for links, _ in theirs.values() for link in links if "://" not in link}
    assert not {place for place in named - set(theirs) if not (sites["zensical"] / place).is_file()}
