"""Zensical, which will outlive Material for MkDocs, makes the same site of the same build/docs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.browser.demo import ROOT

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
    for command in (["digest", "build"], ["mkdocs", "build", "--strict"], ["zensical", "build"]):
        env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
        )
        assert not done.returncode, f"{command}: {done.stdout}{done.stderr}"
        if (tmp_path / "build" / "site").is_dir():
            sites[command[0]] = (tmp_path / "build" / "site").rename(tmp_path / command[0])
    ours, theirs = contents(sites["mkdocs"]), contents(sites["zensical"])
    assert set(ours) == set(theirs)
    assert sum(len(links) for links, _ in ours.values()) > 1000
    assert not {place: (ours[place], theirs[place]) for place in ours if ours[place] != theirs[place]}
    data = {name: {f.name: f.read_bytes() for f in (site / "data").iterdir()} for name, site in sites.items()}
    assert data["mkdocs"] == data["zensical"]
    missing = {
        link for links, _ in theirs.values() for link in links if "://" not in link and link.partition("#")[0] not in theirs
    }
    assert not {link for link in missing if not (sites["zensical"] / link.partition("#")[0]).is_file()}
