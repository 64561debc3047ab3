"""A headline is a headline also where the theme prints it inside an attribute."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

from digest.build import build
from digest.edge.new import new_digest
from tests.safety.sites import mkdocs

TITLE = "The mayor \"onmouseover=alert(1) x=\" stays, she says & 'smiles' <b>"


class Metas(HTMLParser):
    """The attributes of every ``meta`` element."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            self.found.append(dict(attrs))


def test_no_headline_breaks_out_of_an_attribute(tmp_path: Path) -> None:
    article = tmp_path / "content" / "articles" / "a.txt"
    article.parent.mkdir(parents=True)
    text = "The mayor stays in office until the spring, she said on Friday.\n"
    article.write_text(f"---\ntitle: {json.dumps(TITLE)}\n---\n{text}", encoding="utf-8")
    new_digest(tmp_path)
    build(tmp_path)
    site = mkdocs(tmp_path)
    for page in ("events/a", "articles/a"):
        metas = Metas((site / page / "index.html").read_text(encoding="utf-8")).found
        known = {"name", "content", "property", "charset", "data-pagefind-meta", "data-pagefind-filter"}
        assert not [meta for meta in metas if meta.keys() - known], page
        assert TITLE in [meta.get("content") for meta in metas], page
