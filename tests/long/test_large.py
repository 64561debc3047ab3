"""A thousand articles: a site without a warning or a dead link, small pages, and a day more that moves nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import test_site
from tests.long.corpus import write_digest
from tests.test_determinism import ROOT, differences, digest_build, stamps, tree

pytestmark = pytest.mark.long

ARTICLES = 1000

AROUND = 20_000
"""Bytes of HTML that an article's page may have besides the article: at a thousand articles Material's own menu costs 400,000."""

NEW_ARTICLE = """---
source: Upland Post
---
Beekeepers of Porto dig a new cellar

2 June 2021

The beekeepers of Porto began to dig a cellar on Wednesday, said Rosa Tvedt of the Lindholm Estate.

Climate change makes the old one too warm, she said.
"""
"""No subject of it is one of another article: that would have a page from now on, and their pages a link to it."""

TOUCHED = {
    "articles.jsonl",
    "articles/zz-new.md",
    "docs/about/index.md",  # its figures
    "docs/archive/2021-06-02/index.md",
    "docs/archive/2021-06/index.md",
    "docs/archive/2021/index.md",
    "docs/archive/index.md",
    "docs/articles/zz-new/index.md",
    "docs/data/articles.json",
    "docs/data/events.json",
    "docs/data/proof.json",
    "docs/data/topics.json",
    "docs/events/zz-new/feed.json",
    "docs/events/zz-new/feed.xml",
    "docs/events/zz-new/index.md",
    "docs/index.md",
    "docs/keywords/index.md",
    "docs/sources/index.md",
    "docs/sources/upland-post/index.md",
    "docs/topics/climate/index.md",
    "docs/topics/index.md",
    "manifest.json",
    "topics-suggested.yml",  # how many events are on the topic, and how many are not
}
"""What an article of a new month, alone in its event, of a known outlet and topic, makes or changes for what it says."""

LISTS = ("docs/topics/", "docs/archive/", "docs/sources/", "docs/keywords/", "docs/data/", "docs/feed.", "docs/digest-")
"""Where a chart ends with the newest day, something is called new, a month links to the next one, or all events are listed."""


@pytest.fixture
def large(tmp_path: Path) -> Path:
    write_digest(tmp_path, ARTICLES)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    said = digest_build(tmp_path)
    assert said.startswith(f"{ARTICLES:d} articles, ")
    return tmp_path


def mkdocs_build(root: Path) -> Path:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stdout + done.stderr
    return root / "build" / "site"


def exported(root: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((root / "build/docs/data/events.json").read_text(encoding="utf-8"))["events"]
    return found


def events(root: Path) -> dict[str, list[str]]:
    """The articles of each event, by its id."""
    return {event["id"]: event["articles"] for event in exported(root)}


def newest_events(root: Path) -> set[str]:
    """The events of the last day: they are called new, and their pages lead on to the next one when it comes."""
    days = {event["id"]: event["last_published"][:10] for event in exported(root)}
    return {event for event, day in days.items() if day == max(days.values())}


def test_the_site_has_no_warning_no_dead_link_and_small_pages(large: Path) -> None:
    site = mkdocs_build(large)
    pages = {
        file.relative_to(site).as_posix().removesuffix("index.html"): test_site.read(file.read_text(encoding="utf-8"))
        for file in sorted(site.rglob("*.html"))
        if file.name != "404.html"
    }

    test_site.test_every_internal_link_and_anchor_resolves(site, pages)
    test_site.test_no_page_has_an_id_twice(pages)
    test_site.test_every_event_and_article_of_the_exports_has_its_page(site, pages)

    around = {}
    for file in (site / "articles").glob("*/index.html"):
        html = file.read_text(encoding="utf-8")
        before, text, rest = html.partition('<div class="d-text"')
        after = rest.partition('<section id="use"')[2]
        assert text, f"{file} has no text"
        assert after, f"{file} says not how to cite it"
        around[file.parent.name] = len((before + after).encode())
    assert len(around) == ARTICLES
    assert max(around.values()) <= AROUND, max(around.items(), key=lambda item: item[1])


def test_a_second_build_changes_nothing_and_a_later_article_only_what_it_touches(large: Path) -> None:
    before, grouped, newest, written = stamps(large), events(large), newest_events(large), tree(large)
    assert digest_build(large).endswith("no files changed in build/\n")
    assert stamps(large) == before
    assert sum(len(articles) > 1 for articles in grouped.values()) > 100

    (large / "content" / "articles" / "zz-new.txt").write_text(NEW_ARTICLE, encoding="utf-8")
    digest_build(large)

    assert events(large) == {**grouped, "zz-new": ["zz-new"]}
    changed = set(differences(written, tree(large)))
    assert changed >= TOUCHED
    others = changed - TOUCHED
    assert sorted(path for path in others if not path.startswith((*LISTS, "docs/events/"))) == []
    assert {path for path in others if path.startswith("docs/events/")} <= {f"docs/events/{event}/index.md" for event in newest}
    others -= {path for path in others if path.startswith("docs/keywords/")}  # it begins a month, which every chart shows
    assert len(others) <= 20, sorted(others)
    untouched = stamps(large)
    paths = [str(large / "build" / path) for path in written.keys() - changed]
    assert [path for path in paths if untouched[path] != before[path]] == []
