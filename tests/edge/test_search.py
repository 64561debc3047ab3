"""What the index of a finished site knows, and what it must not."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from digest.edge.new import new_digest
from digest.edge.search import find_indexer, index_site
from digest.errors import OutputError

OPENING = "The harbour of Osaka was calm on Friday as twenty leaders came ashore for their summit. "
REST = "A {word} was seen on the quay before noon. Nobody could say to whom the {word} belonged.\n"
FILLER = "Filler stands here. " * 30
SECRETS = {"hidden": "zeppelin", "linked": "quokka", "excerpted": "marimba"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an article that is hidden, one of which only cited sentences are shown, and an ordinary one."""
    root = tmp_path_factory.mktemp("digest")
    new_digest(root)
    articles = root / "content" / "articles"
    for name, front in (("hidden", ""), ("linked", "publish: link\n"), ("plain", "source: Quay Gazette, Osaka\n")):
        word = SECRETS.get(name, "barrel organ")
        text = f"---\ntitle: A {name} morning\ndate: 2019-06-28\nevent: {name}\n{front}---\n{OPENING}\n\n{FILLER}\n\n"
        (articles / f"{name}.md").write_text(text + REST.format(word=word), encoding="utf-8")
    (root / "content" / "edits.yml").write_text("hide: [hidden]\n", encoding="utf-8")
    render(root)
    return root / "build" / "site"


def render(root: Path) -> None:
    for command in (["digest", "build"], ["mkdocs", "build", "--strict"]):
        env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run([sys.executable, "-m", *command], cwd=root, env=env, capture_output=True, text=True, check=False)
        assert not done.returncode, done.stderr


def indexed(site: Path) -> dict[str, dict[str, Any]]:
    """Every page that search can find, by address."""
    found = {}
    for file in sorted((site / "pagefind" / "fragment").iterdir()):
        page = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[page["url"]] = page
    return found


def test_search_knows_events_and_articles_with_all_by_which_it_narrows(site: Path) -> None:
    pages = indexed(site)
    article = pages["/articles/plain/"]
    assert article["filters"] == {
        "kind": ["article"],
        "month": ["2019-06"],
        "source": ["Quay Gazette, Osaka"],
        "year": ["2019"],
    } | {name: article["filters"][name] for name in ("topic",) if name in article["filters"]}
    assert article["meta"] == {"title": "A plain morning", "kind": "article", "day": "2019-06-28"}
    assert "barrel organ" in article["content"]
    assert pages["/events/plain/"]["filters"]["kind"] == ["event"]
    assert "Quay Gazette, Osaka" in json.loads((site / "pagefind" / "facets.json").read_text(encoding="utf-8"))["source"]


def test_sentences_keep_their_addresses_in_the_index(site: Path) -> None:
    anchors = {anchor["id"] for anchor in indexed(site)["/articles/plain/"]["anchors"]}
    assert {"s1", "s2"} <= anchors


def test_search_knows_nothing_that_is_hidden_or_not_shown(site: Path) -> None:
    pages = indexed(site)
    assert "/articles/hidden/" not in pages
    assert "/events/hidden/" not in pages
    everything = json.dumps(list(pages.values()))
    assert SECRETS["hidden"] not in everything
    assert "Nobody could say to whom the quokka" not in everything


def test_search_knows_texts_and_no_lists_menus_or_notes(site: Path) -> None:
    pages = indexed(site)
    assert not {"/", "/topics/", "/keywords/", "/sources/", "/archive/"} & set(pages)
    everything = json.dumps(list(pages.values()))
    for chrome in ("Breadcrumb", "No trackers", "Read from", "Why these reports", "Every sentence above is taken"):
        assert chrome not in everything
    outlet = next(page for url, page in pages.items() if url.startswith("/sources/quay-gazette"))
    assert "A plain morning" not in outlet["content"], "a list of headlines would be found for every word of them"


def test_an_index_knows_the_same_each_time_and_replaces_the_one_before(site: Path) -> None:
    indexer = find_indexer()
    assert indexer
    before, sizes = indexed(site), {file.parent.name for file in (site / "pagefind").rglob("*")}
    (site / "pagefind" / "fragment" / "stale.pf_fragment").write_text("of an earlier build")
    index_site(indexer, site)
    assert indexed(site) == before
    assert {file.parent.name for file in (site / "pagefind").rglob("*")} == sizes


def test_an_index_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"^the search index could not be made \([^\n]*[^.\n]\)$"):
        index_site(tmp_path / "missing", tmp_path)


def test_where_the_plugin_does_not_run_the_site_has_materials_search(tmp_path: Path) -> None:
    new_digest(tmp_path)
    config = tmp_path / "mkdocs.yml"
    lines = config.read_text(encoding="utf-8").splitlines(keepends=True)
    config.write_text("".join(line for line in lines if not line.startswith("  - digest")), encoding="utf-8")
    render(tmp_path)
    home = (tmp_path / "build" / "site" / "index.html").read_text(encoding="utf-8")
    assert "md-search__input" in home
    assert "digest.js" not in home
    assert (tmp_path / "build" / "site" / "search" / "search_index.json").is_file()
    assert not (tmp_path / "build" / "site" / "pagefind").exists()
