"""Templates are safe without their author having to think of it."""

from __future__ import annotations

import html
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.edge.templates import render, shipped, theme_files
from digest.errors import DigestError
from digest.model import Page
from digest.text.escape import clean

EVIL = "</title><script>alert(1)</script> **bold** {{ 7*7 }} [x](javascript:y) `code` a_b_ {: #i}"


def _template(root: Path, name: str, text: str) -> None:
    file = root / "site_templates" / "pages" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _render(
    root: Path, template: str, meta: dict[str, object] | None = None, path: str = "docs/x/index.md", **view: object
) -> str:
    _template(root, "own.md.jinja", template)
    return render([Page(path, "own.md.jinja", meta or {}, view)], root)[path].decode("utf-8")


def _body(text: str) -> str:
    return text.split("---\n", 2)[2].strip("\n")


@pytest.mark.parametrize(
    "template",
    [
        "{{ x }}",
        "{{ x | e }}",
        "{{ x | upper | lower }}",
        "{% macro show(y) %}{{ y }}{% endmacro %}{{ show(x) }}",
        "{% set shown %}<i>{{ x }}</i>{% endset %}{{ shown }}",
        "{% set shown %}<i></i>{% endset %}{{ shown ~ x }}",
        "{% set shown %}<i></i>{% endset %}{{ x ~ shown ~ x }}",
        "{% set shown %}<i></i>{% endset %}{{ [shown, x] | join(', ') }}",
        "{{ [x, x] | join }}",
        "{{ [{'y': x}] | join('-', attribute='y') }}",
        "{{ [x] }}",
        "{% for y in [x] %}{{ y }}{% endfor %}",
    ],
)
def test_whatever_a_template_prints_is_text(tmp_path: Path, template: str) -> None:
    page = _render(tmp_path, template, x=EVIL)

    assert not set("*`[]{}_()") & set(_body(page))
    assert "<script" not in page
    assert "&lt;" not in page  # no reference was escaped twice


def test_a_string_is_shown_to_the_character(tmp_path: Path) -> None:
    page = _render(tmp_path, "# {{ x }}\n\n<p>{{ x }}</p>", x=EVIL)
    shown = html.escape(EVIL, quote=False)

    rendered = markdown.markdown(_body(page), extensions=["attr_list", "md_in_html", "toc"])

    assert html.unescape(rendered).count(html.unescape(shown)) == 2
    assert rendered.count("<") == 4


def test_numbers_and_nothing_need_no_escape(tmp_path: Path) -> None:
    assert _body(_render(tmp_path, "a{{ x }}{{ n }}b", n=None, x=12.5)) == "a12.5b"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("../../events/a-b/", "../../events/a-b/"),
        ('"><script>`x`', "&#34;&#62;&#60;script&#62;&#96;x&#96;"),
        ("a\n\nb", "a b"),
    ],
)
def test_attributes_stay_legible_and_safe(tmp_path: Path, value: str, shown: str) -> None:
    assert _body(_render(tmp_path, '<a href="{{ x | attr }}">', x=value)) == f'<a href="{shown}">'


def test_an_address_from_an_article_is_linked_only_where_it_may_be(tmp_path: Path) -> None:
    template = "{% if x | url %}{{ x | url }}{% else %}no link{% endif %}"
    assert _body(_render(tmp_path, template, x="https://a.example/?b=1&c=2")) == "https://a.example/?b=1&#38;c=2"
    assert _body(_render(tmp_path, template, x="javascript:alert(1)")) == "no link"


TITLES = st.text(max_size=40)


@settings(max_examples=60, deadline=None)
@given(
    title=TITLES,
    description=TITLES,
    other=st.recursive(TITLES | st.integers() | st.booleans() | st.none(), st.lists, max_leaves=4),
)
def test_front_matter_reads_back_and_material_shows_the_words(title: str, description: str, other: object) -> None:
    """MkDocs prints front matter that it cannot parse as text, without a word; Material prints titles as HTML."""
    page = Page("docs/x/index.md", "topics.md.jinja", {"title": title, "description": description, "other": other}, {})
    from digest.edge.templates import _front_matter

    found = yaml.safe_load(_front_matter(page))

    assert html.unescape(found["title"]) == clean(title).replace("\n", " ")
    assert "<" not in found["title"]
    assert '"' not in found["description"]


def test_front_matter_of_articles_is_raw(tmp_path: Path) -> None:
    page = _render(tmp_path, "x", {"title": "Fish & <chips>", "date": "2019-06-28"}, path="articles/x.md")
    assert yaml.safe_load(page.split("---\n")[1]) == {"title": "Fish & <chips>", "date": "2019-06-28"}


def test_every_page_has_front_matter_and_other_files_have_none(tmp_path: Path) -> None:
    assert _render(tmp_path, "Word: text").startswith("---\n")
    assert _render(tmp_path, "<p>{{ x }}</p>", path="docs/events/x/index.html", x="<") == "<p>&#60;</p>\n"


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("fine\n{% if %}", 2),
        ("fine\n\n{{ missing }}", 3),
        ("{{ x.missing.deeper }}", 1),
        ("a\n{{ 1 + 'x' }}", 2),
        ("a\n{{ x | nosuchfilter }}", 2),
    ],
)
def test_a_mistake_in_a_template_names_file_and_line(tmp_path: Path, template: str, line: int) -> None:
    with pytest.raises(DigestError, match=rf"^site_templates/pages/own\.md\.jinja:{line}: ") as caught:
        _render(tmp_path, template, x={})
    assert "\n" not in str(caught.value)


def test_a_template_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "site_templates" / "pages"
    folder.mkdir(parents=True)
    (folder / "event.md.jinja").write_bytes("a\nStra\u00dfe".encode("latin-1"))
    with pytest.raises(DigestError, match=r"^site_templates/pages/event\.md\.jinja: this is not UTF-8 text \(line 2\)"):
        render([Page("docs/x/index.md", "event.md.jinja", {}, {})], tmp_path)


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DigestError, match="no such template"):
        render([Page("docs/x/index.md", "nosuch.md.jinja", {}, {})], tmp_path)


def test_a_template_of_the_digest_replaces_ours(tmp_path: Path) -> None:
    name = sorted(file.name for file in (shipped() / "pages").iterdir())[0]
    _template(tmp_path, name, "mine")
    assert _body(render([Page("docs/x/index.md", name, {}, {})], tmp_path)["docs/x/index.md"].decode()) == "mine"


def test_themes_are_merged_file_by_file(tmp_path: Path) -> None:
    ours = theme_files(tmp_path)
    own = tmp_path / "site_templates" / "theme" / "assets" / "custom.css"
    own.parent.mkdir(parents=True)
    own.write_text("p { color: red }", encoding="utf-8")
    (own.parent / ".DS_Store").write_bytes(b"\0")

    merged = theme_files(tmp_path)

    assert merged["theme/assets/custom.css"] == b"p { color: red }"
    assert {path: data for path, data in merged.items() if path != "theme/assets/custom.css"} == {
        path: data for path, data in ours.items() if path != "theme/assets/custom.css"
    }
    assert "theme/main.html" in ours
