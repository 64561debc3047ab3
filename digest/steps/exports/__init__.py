"""Writes what programs and spreadsheets read beside the site.

edition -> data (JSON, complete), tables (CSV, what lists show), robots; the schemas that describe the JSON lie in schemas/
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from digest.model import Edition, File
from digest.steps.exports.data import data
from digest.steps.exports.tables import tables

SCHEMAS = ("articles", "events", "proof", "topics")


def export(edition: Edition) -> Iterator[File]:
    """Give the JSON files of ``docs/data``, the schema of each, three tables, ``robots.txt`` and ``articles.jsonl``.

    The published files hold no text of an article but the summaries' sentences; ``articles.jsonl`` (not published) has the
    texts that ``start`` and ``end`` count in, in Unicode code points.
    """
    yield from data(edition)
    for name in SCHEMAS:
        schema = files("digest.steps.exports") / "schemas" / f"{name}.schema.json"
        yield File(f"docs/data/{name}.schema.json", [schema.read_text(encoding="utf-8")])
    yield from tables(edition)
    yield File("docs/robots.txt", [_robots(edition.content.site_url)])


def _robots(site_url: str) -> str:
    """Everything may be read; where the site's address is known, MkDocs' list of pages is named."""
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {site_url}sitemap.xml\n" if site_url else "")
