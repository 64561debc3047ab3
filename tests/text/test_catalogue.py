"""The site's own words: every page takes them from the catalogues, and the catalogues agree."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from digest.text.catalogue import LANGUAGES, catalogue, places, words

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([*(ROOT / "digest/steps/pages").rglob("*.py"), *(ROOT / "digest/steps/feeds").rglob("*.py")])
TEMPLATES = sorted((ROOT / "site_templates/pages").glob("*.jinja"))
THEME = [file for file in sorted((ROOT / "site_templates/theme").rglob("*")) if file.suffix in (".html", ".js")]
SAYING = [
    *PAGES,
    *TEMPLATES,
    *THEME,
    *sorted((ROOT / "digest/text").glob("*.py")),
    ROOT / "digest/text/catalogue/__init__.py",
    *(ROOT / f"digest/edge/{name}.py" for name in ("read", "topics")),
]

OTHERS = [language for language in LANGUAGES if language != "en"]

CODE = {"@misc", "nbsp", "Atom", "JSON", "Feed", "CSV", "json", "csv"}
"""Letters in templates that are no words: the kind of a BibTeX entry, a reference of HTML, the names of formats."""

NOT_SAID = {
    "inferred from ": "the beginning of what `found` gives in the site's language",
    "date of": "the beginning of what a step notes, looked for",
    "the ": "passed over when outlets are sorted",
    '<?xml version="1.0" encoding="utf-8"?>\n': "the declaration of XML",
    "Person": "a type of schema.org",
    "Thing": "a type of schema.org",
    "Organization": "a type of schema.org",
}


@pytest.mark.parametrize("language", OTHERS)
def test_catalogues_have_the_same_keys_and_places(language: str) -> None:
    english, other = catalogue("en"), catalogue(language)
    assert list(other) == list(english)
    for key, text in english.items():
        assert places(other[key]) == places(text), key
        assert other[key].count(" | ") == text.count(" | "), key
        assert len(other[key].split(", ")) == len(text.split(", ")) or key not in ("date.months", "date.weekdays"), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_holds_nothing_that_markdown_or_html_would_act_on(language: str) -> None:
    for key, text in catalogue(language).items():
        assert not set('<>&"`*_\\') & set(re.sub(r"\{\w+\}", "", text)), key
        assert "[" not in text or re.fullmatch(r"[^\[]*\[\w+\][^(:\[]*|[^\[]*\{ins\}\[\w+\]\{z\}[^\[]*", text), key
        assert text == text.strip(), key


def _said(file: Path) -> Iterator[tuple[str, bool]]:
    """Give the keys that a file asks for, and the beginnings of those that it puts together."""
    text = file.read_text(encoding="utf-8")
    for key in re.findall(r"""\b(?:t|listed|form)\(\s*"([\w.]+)"\s*[,)]""", text):
        yield key, True
    for begin in re.findall(r"""\bt\(\s*f"([\w.]*\.)\{""", text):
        yield begin, False
    if file.suffix == ".py":
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in catalogue("en"):
                yield node.value, True


def test_every_key_that_is_asked_for_is_there_and_none_is_left_over() -> None:
    asked = {found for file in SAYING for found in _said(file)}
    keys = {key for key, whole in asked if whole}
    begins = tuple(begin for begin, whole in asked if not whole)
    english = set(catalogue("en"))

    assert keys - english == set()
    left = {key for key in english - keys if not key.startswith((*begins, "found."))}
    assert left - {f"{side}.{unit}" for side in ("later", "earlier") for unit in ("minutes", "hours")} == set()


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.name))
def test_templates_say_nothing_of_their_own(file: Path) -> None:
    text = re.sub(r"\{#.*?#\}|<style>.*?</style>", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    for expression in re.findall(r"\{\{.*?\}\}|\{%.*?%\}", text, flags=re.DOTALL):
        for literal in re.findall(r'"([^"]*)"|\'([^\']*)\'', expression):
            assert not _is_phrase(re.sub(r"<[^>]*>", "", "".join(literal))), literal
    text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{:[^}]*\}", "", text, flags=re.DOTALL)
    for said in re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', text):
        assert not re.search(r"[^\W\d_]", said), said
    found = re.findall(r"[^\W\d_]+|@\w+", re.sub(r"<[^>]*>| (?:dir|lang)=\"\w*\"", " ", text))
    assert set(found) <= CODE


@pytest.mark.parametrize("file", [file for file in THEME if file.suffix == ".html"], ids=lambda file: str(file.name))
def test_the_theme_says_nothing_of_its_own(file: Path) -> None:
    text = re.sub(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.DOTALL)
    for said in re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', text):
        assert not re.search(r"[^\W\d_]", said), said
    assert re.findall(r"[^\W\d_]{2,}", re.sub(r"<[^>]*>", " ", text)) == []


def test_the_script_says_nothing_of_its_own() -> None:
    text = (ROOT / "site_templates/theme/assets/digest.js").read_text(encoding="utf-8")
    text = re.sub(r"^\s*//.*$|/\*.*?\*/", "", text, flags=re.DOTALL | re.MULTILINE)
    said = [one for one in re.findall(r'"([^"\n]*)"', text) if re.match(r"[A-Z][a-z]+(?: |$)|[a-z]+ [a-z]+ ", one)]
    assert [one for one in said if one not in ("Escape", "ArrowDown", "ArrowUp", "Enter", "Esc")] == []


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.name))
def test_steps_say_nothing_of_their_own(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    quiet = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    quiet |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.Raise) for part in ast.walk(node)}
    quiet |= {  # tables that keywords are compared with
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id.isupper()
        for part in ast.walk(node)
    }
    said = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet and _is_phrase(node.value)
    ]
    assert [text for text in said if text not in NOT_SAID] == []


def _is_phrase(text: str) -> bool:
    """Two words or more, or one that begins with a capital: what is for readers, and not a name in the program."""
    return bool(re.search(r"[^\W\d_]{2,} [^\W\d_]{2,}|^[A-Z][a-z]{2,}$|^[a-z]{3,} $|^ [a-z]{2,}(?: |$)", text))


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("read from line 3", "leído en la línea 3"),
        ("stated in the page's metadata", "declarado en los metadatos de la página"),
        ("given in front matter", "indicado en la cabecera del archivo"),
        ("too little in common", "demasiado poco en común"),
        ("age of Sepp Holm", "edad de Sepp Holm"),
        ("bridges", "bridges"),
        ("", ""),
    ],
)
def test_what_a_step_noted_is_said_again(english: str, spanish: str) -> None:
    assert words("es").found(english) == spanish
    assert words("en").found(english) == english


def test_a_key_or_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        words("en")("no.such.key")
    with pytest.raises(KeyError):
        words("en")("count.event")
