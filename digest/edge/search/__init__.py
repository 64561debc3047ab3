"""Gives a finished site its full-text search: the only place that knows Pagefind."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

from digest.edge.search.split import split_index
from digest.errors import OutputError, reason

FOLDER = "pagefind"
"""Where the index lies in a site."""

NOT_TEXT = ("[data-search-exclude]", ".d-quiet", ".d-page--topic .d-cols", ".d-page--source .d-cols", ".d-page--keyword .d-cols")
"""What is no text of a page: what it marks so, lines that recur in an outlet's articles, and lists of events and articles."""

UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Interfaces that come with every index; the theme has its own."""


FACET = re.compile(r'<meta data-pagefind-filter="([a-z]+)\[content\]"[^>]* content="([^"]*)">')
"""How the theme says by what search may narrow to a page."""


def find_indexer() -> Path | None:
    """Give the program that makes the index; None on a machine for which there is none."""
    try:
        from pagefind_bin import get_executable
    except ImportError:
        return None
    try:
        return Path(get_executable())
    except FileNotFoundError:
        return None


def index_site(indexer: Path, site: Path) -> None:
    """Index the pages of a rendered site, for the theme's search; what an earlier index left is removed.

    Only pages with ``data-pagefind-body`` are found, by what is not in NOT_TEXT.
    Beside the index stands ``facets.json``, the values of each facet: the index would tell them only for all that it knows of
    them (140 KB at 10,000 articles, of which 2 KB are the values). Its ``common`` are the words that most pages have.
    Raises OutputError where the program fails.
    """
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    options = ["--site", ".", "--output-subdir", FOLDER, "--exclude-selectors", ",".join(NOT_TEXT), "--quiet"]
    try:
        done = subprocess.run([indexer, *options], cwd=site, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    except OSError as error:
        raise OutputError(f"the search index could not be made ({reason(error)})") from error
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise OutputError(f"the search index could not be made ({' '.join(last).rstrip('.')})")
    for pattern in UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
    values = {name: sorted(found) for name, found in sorted(_facets(site).items())} | {"common": split_index(site / FOLDER)}
    (site / FOLDER / "facets.json").write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")


def _facets(site: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for file in site.rglob("index.html"):
        page = file.read_text(encoding="utf-8")
        if "data-pagefind-body" in page:
            for name, value in FACET.findall(page.partition("</head>")[0]):
                found.setdefault(name, set()).add(html.unescape(value))
    return found
