"""Whatever stands in an article, an outlet or a topic: the rendered page shows it, to the character, and nothing else happens.

Many strings go through one real ``mkdocs build`` with Material, thousands of them in the long run.
Each page is compared with its twin, which has a plain word in the place of each string: the same tags with the same
attributes in the same order, and where the word stands, the string.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from digest.edge.templates import render, shipped
from digest.model import Page
from digest.pipeline import lay_out_edition
from tests.safety.attacks import ATTACKS, draw, shown
from tests.safety.packing import Supply, pack
from tests.safety.sites import ROOT, mkdocs, write_twins, zensical
from tests.safety.twin import OURS, WORD, Reading, Words, compare_sites, differences, twin

FIELDS = frozenset(
    {
        *(
            "title",
            "author",
            "outlet",
            "family",
            "country",
            "sentence",
            "heading",
            "item",
            "quote",
            "set aside",
            "place",
            "origin",
        ),
        *("topic title", "topic intro", "phrase", "exclude", "matched", "matched in passing", "event title", "event keyword"),
        *("article keyword", "shared", "rejection", "insertion", "reason", "address", "file name", "own heading"),
    }
)
"""Every place that has room for a foreign string."""

TAGS = frozenset(
    """
    a abbr article aside b blockquote body br caption circle code dd desc details div dl dt figcaption figure footer form h1
    h2 h3 h4 h5 h6 head header html i input ins kbd label li line link main mark meta nav noscript ol p path pre rect section
    span summary sup svg table tbody td text th thead time title tr ul button script
    """.split()
)
"""Every tag of a page, Material's own among them; scripts are those of the theme alone, which the twin has as well."""


def seen(site: Path, words: Words) -> str:
    """Give every string that a page of the site shows, one a line."""
    found = {word for file in site.rglob("*.html") for word in WORD.findall(file.read_text("utf-8"))}
    return "\n".join(shown(words[word]) for word in sorted(found))


def unknown_markup(site: Path) -> list[object]:
    """Give every tag, handler, address and style of a site that is not one of those that we and the theme write."""
    bad: list[object] = []
    for file in sorted(site.rglob("*.html")):
        if file.parent.name.startswith("own-"):  # by hand
            continue
        for event in Reading(file.read_text("utf-8")).events:
            if event[0] != "tag":
                if event[0] not in ("end", "text") and event != ("declaration", "doctype html"):
                    bad.append(event)
                continue
            pairs = [pair for pair in event[2:] if isinstance(pair, tuple)]
            if event[1] not in TAGS or any(not _is_known(name, value) for name, value in pairs):
                bad.append(event)
    return bad


def _is_known(name: str, value: str) -> bool:
    if name in ("href", "src", "action"):
        scheme = value.partition(":")[0].lower() if ":" in value.partition("/")[0] else ""
        return scheme in ("", "http", "https", "mailto")
    if name == "style":
        return not set(value) - set("-nm:;0123456789")
    return not name.startswith("on") and name not in ("srcdoc", "formaction", "ping", "background")


def assert_shown_and_nothing_else(folder: Path, texts: list[str], articles: int, lists: int) -> tuple[Supply, int, int]:
    """Build and compare; give the supply, and how many pages and different strings were looked at."""
    edition, supply = pack(texts, articles, lists=lists)
    hostile, harmless, words = write_twins(edition, folder)
    site, other = mkdocs(hostile), mkdocs(harmless)
    wrong, pages = compare_sites(site, other, words)
    assert not wrong, dict(list(wrong.items())[:10])
    assert not (bad := unknown_markup(site)), bad[:10]
    assert supply.fields.keys() == FIELDS
    everything = seen(other, words)
    visible = {text for given in supply.given.values() for text in given if shown(text) in everything}
    for field in FIELDS - {"address", "place"}:  # addresses lead, or not; a place is written in another case
        assert [text for text in supply.given[field] if shown(text) in everything], field
    return supply, pages, len(visible)


def test_some_hundred_strings_are_shown_and_nothing_else(tmp_path: Path) -> None:
    _, pages, visible = assert_shown_and_nothing_else(tmp_path, draw(800, 1), articles=17, lists=8)
    assert pages >= 70
    assert visible >= 600


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_ten_thousand_strings_are_shown_and_nothing_else(tmp_path: Path) -> None:
    supply, pages, visible = assert_shown_and_nothing_else(tmp_path, draw(14_000, 2), articles=260, lists=60)
    assert pages >= 700
    assert visible >= 10_000
    assert min(supply.fields.values()) >= 2


@pytest.mark.long
@pytest.mark.timeout(600)
def test_each_attack_in_every_field(tmp_path: Path) -> None:
    """The strings come round again and again; no field misses one."""
    edition, supply = pack(list(ATTACKS.values()), articles=62, lists=30, each=True)
    hostile, harmless, words = write_twins(edition, tmp_path)
    wrong, _ = compare_sites(mkdocs(hostile), mkdocs(harmless), words)
    assert not wrong, dict(list(wrong.items())[:10])
    for field in FIELDS - {"own heading", "reason"}:  # of these, there are fewer than attacks
        assert set(supply.given[field]) == set(ATTACKS.values()), field


@pytest.mark.long
@pytest.mark.timeout(900)
def test_each_attack_in_every_field_with_zensical(tmp_path: Path) -> None:
    """Another renderer, another theme engine, another search index: the same text and no other tag."""
    edition, _ = pack(list(ATTACKS.values()), articles=62, lists=30, each=True)
    hostile, harmless, words = write_twins(edition, tmp_path)
    site, other = zensical(hostile), zensical(harmless)
    wrong, pages = compare_sites(site, other, words)
    assert not wrong, dict(list(wrong.items())[:10])
    assert pages > 200
    assert not (bad := unknown_markup(site)), bad[:10]


@pytest.fixture(scope="module")
def laid_out() -> list[Page]:
    edition, _ = pack(draw(700, 3), articles=14)
    return [item for item in lay_out_edition(edition) if isinstance(item, Page)]


def test_every_template_is_among_the_pages(laid_out: list[Page]) -> None:
    shipped_ones = {file.name for file in (shipped() / "pages").glob("*.jinja")} - {"parts.jinja"}
    assert {page.template for page in laid_out} == shipped_ones


def test_what_a_template_prints_as_it_is_was_made_by_the_digest(laid_out: list[Page]) -> None:
    """Addresses, choices and dates pass unescaped: no foreign character may be in them."""
    plain = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./#:+_ ")
    checked: Counter[str] = Counter()

    def look(value: object, key: str) -> None:
        if isinstance(value, dict):
            for name, item in value.items():
                look(item, name)
        elif isinstance(value, (list, tuple)):
            for item in value:
                look(item, key)
        elif isinstance(value, str) and key in OURS - {"outside", "site_name", "date"}:
            checked[key] += 1
            if not (key == "url" and value in addresses):
                assert set(value) <= plain, (key, value)

    addresses = {str(page.view["notice"]["url"]) for page in laid_out if isinstance(page.view.get("notice"), dict)}  # type: ignore[index]
    for page in laid_out:
        look(page.view, "")
        look(page.meta, "")
    assert checked["url"] > 100


WEAK = [
    ("# {{ title }}", "# {{ title | safe }}"),
    ("<li>{{ line }}</li>", "<li>{{ line | safe }}</li>"),
    ("# {{ title }}", "# {{ title.replace('&', '&amp;').replace('<', '&lt;') | safe }}"),
]


@pytest.mark.parametrize(("right", "weak"), WEAK, ids=["title", "line set aside", "title escaped for HTML alone"])
def test_the_comparison_finds_a_template_that_forgets_to_escape(tmp_path: Path, right: str, weak: str) -> None:
    from markdown import markdown

    source = (ROOT / "site_templates" / "pages" / "article.md.jinja").read_text("utf-8")
    assert right in source
    template = tmp_path / "site_templates" / "pages" / "article.md.jinja"
    template.parent.mkdir(parents=True)
    template.write_text(source.replace(right, weak), encoding="utf-8")
    edition, _ = pack(list(ATTACKS.values()), articles=14)
    words: Words = {}
    pages = [item for item in lay_out_edition(edition) if isinstance(item, Page) and item.template == "article.md.jinja"]

    def html(page: Page) -> str:
        text = render([page], tmp_path)[page.path].decode()
        return markdown(text.partition("\n---\n\n")[2], extensions=["attr_list", "md_in_html", "toc"])

    assert any(differences(html(page), html(twin(page, words)), words) for page in pages)
