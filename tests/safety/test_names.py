"""Names of files, outlets, topics and old articles become addresses: whatever they hold, they act on nothing."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin

import pytest
import yaml

from digest.build import build
from digest.edge.templates import render
from digest.model import Edits, File, Page, Removal
from digest.steps.pages import lay_out
from digest.text.escape import safe_url
from tests.safety.attacks import ATTACKS, shown
from tests.safety.twin import Reading
from tests.steps.pages.factory import edition

TEXT = "\n\nThe ferry to Norholm sailed on Friday for the first time in nine years, said the mayor of Norholm.\n"

TRICKS = [
    *("../../../escaped", "..", ".", "a/../../b", "/etc/passwd", "\\..\\b", "C:\\x", "index", "readme", "404", "-", " ", "~"),
    *(
        "%2e%2e%2f",
        "a%00b",
        "a?b=c",
        "a#b",
        "a&b",
        "a;b",
        "$(touch hacked)",
        "`touch hacked`",
        "|x",
        "..%c0%af",
        "a\nb",
        "a\u2028b",
    ),
    *ATTACKS.values(),
]
"""Names that mean something to a file system, a shell, an address or a page."""


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        file = root / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def built(root: Path) -> dict[str, str]:
    """Build, and give every file that was made by its path below ``build``."""
    build(root)
    made = {file.relative_to(root / "build").as_posix(): file for file in (root / "build").rglob("*") if file.is_file()}
    return {path: file.read_text("utf-8") for path, file in made.items() if not path.startswith(("memo/", "theme/"))}


def harmless(page: str) -> bool:
    """Say whether a page has no tag and no attribute but those that our templates write."""
    body = page.partition("\n---\n\n")[2] if page.startswith("---\n") else page
    tags = [event for event in Reading(body).events if event[0] == "tag"]
    names = {str(tag[1]) for tag in tags}
    attributes = {str(pair[0]) for tag in tags for pair in tag[2:] if isinstance(pair, tuple)}
    return not names & {"script", "img", "svg/onload", "iframe", "base"} and not {a for a in attributes if a.startswith("on")}


def file_names() -> list[str]:
    """The tricks as far as a file system allows them in a name."""
    names = (re.sub(r"[\x00/]", "", name)[:120].strip() for name in TRICKS)
    return sorted(
        {name for name in names if name.strip(". ") and len(name.encode("utf-8", "replace")) < 200 and name.isprintable()}
    )


def test_an_article_file_of_any_name_has_a_plain_address_and_its_name_is_text(tmp_path: Path) -> None:
    names = file_names()
    assert len(names) > 35
    write(tmp_path, {f"articles/{name}.txt": f"Report number {i}{TEXT}" for i, name in enumerate(names)})
    files = built(tmp_path)
    articles = json.loads(files["docs/data/articles.json"])["articles"]
    known = {article["path"]: article["id"] for article in articles}
    assert set(known) <= {f"content/articles/{name}.txt" for name in names}
    assert len(known) > 30  # some names come to the same id, which is reported
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name) for name in known.values())
    for path in files:
        assert re.fullmatch(r"[a-z0-9./-]+|\.lock", path), path
    for path, known_as in known.items():
        page = Reading(files[f"docs/articles/{known_as}/index.md"].partition("\n---\n\n")[2])
        assert shown(path) in " ".join(str(event[1]) for event in page.events if event[0] == "text")
        assert yaml.safe_load(files[f"articles/{known_as}.md"].split("---\n")[1])["path"] == path
    assert all(harmless(text) for path, text in files.items() if path.endswith((".md", ".html")))
    assert not list(tmp_path.glob("**/hacked"))


@pytest.mark.parametrize("name", TRICKS, ids=range(len(TRICKS)))
def test_an_id_that_is_no_plain_name_is_refused(tmp_path: Path, name: str) -> None:
    """The article is left out, and nothing is written at the address that it asked for."""
    front = yaml.safe_dump({"id": name}, allow_unicode=True)
    write(tmp_path, {"articles/a.txt": f"---\n{front}---\nA report{TEXT}", "articles/b.txt": f"Another report{TEXT}"})
    files = built(tmp_path)
    assert [article["id"] for article in json.loads(files["docs/data/articles.json"])["articles"]] == ["b"]
    assert not [path for path in files if "escaped" in path or "/a/" in path]


def test_an_outlet_of_any_name_has_a_plain_address(tmp_path: Path) -> None:
    names = [name[:140] for name in TRICKS if shown(name)]
    write(
        tmp_path,
        {
            f"articles/a{i}.txt": f"---\n{yaml.safe_dump({'source': name}, allow_unicode=True)}---\nReport {i}{TEXT}"
            for i, name in enumerate(names)
        },
    )
    files = built(tmp_path)
    assert len([path for path in files if path.startswith("docs/sources/")]) > 35
    for path, text in files.items():
        assert re.fullmatch(r"[a-z0-9./-]+|\.lock", path), path
        assert not path.endswith((".md", ".html")) or harmless(text), path


def test_one_article_with_an_endless_outlet_does_not_stop_the_build(tmp_path: Path) -> None:
    write(tmp_path, {"articles/a.txt": f"---\nsource: {'Very' * 100}\n---\nA report{TEXT}", "articles/b.txt": f"B{TEXT}"})
    files = built(tmp_path)
    assert "docs/articles/b/index.md" in files


@pytest.mark.parametrize("escape", [r"\u202e", r"\0", r"\x1b", r"\u2066\u2069", r"\ufeff"])
def test_a_title_in_which_nothing_is_seen_is_none(tmp_path: Path, escape: str) -> None:
    write(tmp_path, {"articles/a.txt": f'---\ntitle: "{escape}"\n---\nThe ferry sails{TEXT}'})
    assert json.loads(built(tmp_path)["docs/data/articles.json"])["articles"][0]["title"].strip(" ") == "The ferry sails"


@pytest.mark.parametrize(
    "names",
    [
        ("Die Ähre!", "Die Ehre!"),
        ("Нота 1", "Вето 1"),
    ],
)
def test_two_outlets_are_never_taken_for_one_another(tmp_path: Path, names: tuple[str, str]) -> None:
    texts = {f"articles/a{i}.txt": f"---\nsource: {name}\n---\nReport {i}{TEXT}" for i, name in enumerate(names)}
    articles = json.loads(built(write(tmp_path, texts))["docs/data/articles.json"])["articles"]
    assert tuple(article["source"] for article in articles) == names


@pytest.mark.parametrize("section", ["sources", "topics"])
def test_an_id_in_a_list_that_is_no_plain_name_is_no_address(tmp_path: Path, section: str) -> None:
    names = {name: {("name" if section == "sources" else "title"): name} for name in TRICKS if shown(name) and len(name) < 150}
    config = yaml.safe_dump(names, allow_unicode=True)
    files = built(write(tmp_path, {f"{section}.yml": config, "articles/a.txt": f"A report{TEXT}"}))
    for path, text in files.items():
        assert re.fullmatch(r"[a-z0-9./-]+|\.lock", path), path
        assert not path.endswith((".md", ".html")) or harmless(text), path


@pytest.mark.parametrize("name", TRICKS, ids=range(len(TRICKS)))
def test_an_old_id_that_never_was_an_address_answers_nowhere(name: str) -> None:
    """Neither by ``moved`` nor by ``removed`` can a page be put where no article can have been."""
    base = edition()
    decisions = Edits(
        moved={name: "ferry-wire"}, removed={f"{name} ": Removal("A reader asked.", name), "gone": Removal("No", name)}
    )
    items = tuple(lay_out(replace(base, content=replace(base.content, edits=decisions))))
    for item in items:
        assert item.path == PurePosixPath(item.path).as_posix()
        assert re.fullmatch(r"[a-z0-9./-]+", item.path), item.path
        assert ".." not in item.path.split("/")
    about = next(item for item in items if item.path == "docs/about/index.md" and isinstance(item, Page))
    page = render([about], Path("/nowhere"))[about.path].decode()
    assert harmless(page)
    reachable = {item.path for item in items}
    for href in re.findall(r'href="(\.\./articles/[^"]*)"', page):
        assert f"docs/{href.removeprefix('../')}index.md" in reachable


def test_an_id_longer_than_a_file_name_may_be_answers_nowhere() -> None:
    base = edition()
    decisions = Edits(moved={"m" * 300: "ferry-wire"}, removed={"r" * 300: Removal("A reader asked.")})
    items = tuple(lay_out(replace(base, content=replace(base.content, edits=decisions))))
    assert max(len(part) for item in items for part in item.path.split("/")) < 200


def test_the_page_about_the_method_leads_to_a_hand_written_page_of_any_name() -> None:
    names = [name for name in file_names() if name.lower() not in ("index", "readme")]
    base = edition()
    pages = {f"{name}.md": f"# About {i}\n\nBy hand.\n" for i, name in enumerate(names)}
    items = tuple(lay_out(replace(base, content=replace(base.content, pages=pages))))
    about = next(item for item in items if item.path == "docs/about/index.md" and isinstance(item, Page))
    page = render([about], Path("/nowhere"))[about.path].decode()
    assert harmless(page)
    here = {urljoin("https://x.example/about/", href) for href in re.findall(r'href="([^"]*)"', page)}
    found = {unquote(address) for address in here}
    for name in names:
        assert f"https://x.example/{name}/" in found, name
    by_hand = {item.path for item in items if isinstance(item, File) and item.path.endswith(".md")}
    assert by_hand == {f"docs/{name}.md" for name in names}


@pytest.mark.parametrize(
    "url", ["ht\ttps://x.example/", "https:\n//x.example/", "java\tscript:alert(1)", "\thttps://x.example/a\tb"]
)
def test_an_address_with_a_tab_is_read_as_browsers_read_it(url: str) -> None:
    bare = re.sub(r"[\t\n]", "", url)
    assert safe_url(url) == safe_url(bare)


def test_what_lies_in_the_theme_stays_in_the_theme(tmp_path: Path) -> None:
    """A theme's file is never written outside ``build/theme``, and cannot take the place of a page."""
    write(tmp_path, {"articles/a.txt": f"A report{TEXT}"})
    theme = tmp_path / "site_templates" / "theme"
    for name in ("docs/index.md", "..x/a.css", "a{{7*7}}.css", 'b"><script>.css'):
        (theme / name).parent.mkdir(parents=True, exist_ok=True)
        (theme / name).write_text("x", encoding="utf-8")
    build(tmp_path)
    assert (tmp_path / "build" / "theme" / "docs" / "index.md").read_text() == "x"
    assert (tmp_path / "build" / "docs" / "index.md").read_text() != "x"
    assert {child.name for child in tmp_path.iterdir()} == {"content", "site_templates", "build"}
