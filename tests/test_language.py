"""The demo in Spanish: no word of the site's own is left in English."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path
from shutil import copy, copytree

import pytest

from digest.build import build
from digest.text.calendar import MONTHS, WEEKDAYS
from digest.text.catalogue import catalogue
from tests.safety.sites import mkdocs

ROOT = Path(__file__).parent.parent
WORD = r"[^\W\d_]+"
ENGLISH = re.compile(r'<ins\b.*?</ins>|<(span|bdi) lang="en">.*?</\1>|^  abstract: .*?$', re.MULTILINE)
"""Sentences of reports, marked as English, what is put into them, and what programs read of them."""


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The files of the demo's pages and theme, built with ``language: es``, by path."""
    root = tmp_path_factory.mktemp("spanish")
    copytree(ROOT / "content", root / "content")
    settings = root / "content/settings.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nlanguage: es\n", encoding="utf-8")
    assert build(root).faults == ()
    docs, theme = root / "build/docs", root / "build/theme"
    files = [found for name in ("*.md", "*.html", "digest-*.txt", "feed.*") for found in docs.rglob(name)] + [*theme.rglob("*.*")]
    return {
        file.relative_to(root / "build").as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(files)
        if "about-the-demo" not in file.parts and file.suffix in (".md", ".html", ".js", ".txt", ".xml", ".json")
    }


def test_no_phrase_of_the_english_catalogue_is_left(spanish: Mapping[str, str]) -> None:
    phrases = {
        part.strip(" ,.;:")
        for key, text in catalogue("en").items()
        for form in text.split(" | ")
        for part in re.split(r"\{\w+\}", form)
        if len(re.findall(WORD, part)) > 2 and not key.startswith("date.")
    }
    assert len(phrases) > 80
    own = "\n".join(
        path.read_text(encoding="utf-8", errors="replace") for path in (ROOT / "content/articles").rglob("*") if path.is_file()
    )
    for path, text in spanish.items():
        plain = " ".join(html.unescape(html.unescape(text)).split())  # feeds escape HTML once more, and plain text is wrapped
        assert [phrase for phrase in phrases if phrase in plain and phrase not in own] == [], path


def test_days_and_months_are_spanish(spanish: Mapping[str, str]) -> None:
    english = re.compile(rf"\d (?:{'|'.join(MONTHS)})(?: 2019)?<|(?:{'|'.join(WEEKDAYS)}),? \d|(?:{'|'.join(MONTHS)}) 2019<")
    for path, text in spanish.items():
        if not path.endswith((".md", ".html")):  # there nothing marks the sentences of reports
            continue
        shown = ENGLISH.sub("", text)  # an English sentence says English days
        assert english.findall(shown) == [], path
    times = [time for text in spanish.values() for time in re.findall(r"<time[^>]*>(.*?)</time>", text)]
    assert len(times) > 200
    for time in times:
        plain = html.unescape(re.sub(r"<[^>]*>", "", time))
        assert re.search(r"\d{1,2} de [a-z]+|^[A-Za-z]+ de \d{4}|^\d{1,2}$", plain), time
    assert any("2 de julio de 2019" in time for time in times)


def test_a_redirect_names_its_language(spanish: Mapping[str, str]) -> None:
    redirects = [text for text in spanish.values() if 'http-equiv="refresh"' in text]
    assert redirects
    assert all('<html lang="es">' in text for text in redirects)


def test_the_renderer_too_says_its_words_in_the_sites_language(tmp_path: Path) -> None:
    """A digest of one article and one setting: the menu of ``mkdocs.yml``, the default topics, the language of the page."""
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/settings.yml").write_text("language: es\n", encoding="utf-8")
    (tmp_path / "content/articles/puente.txt").write_text(
        "El puente\n\nEl puente abre el viernes en Norholm.\n", encoding="utf-8"
    )
    copy(ROOT / "mkdocs.yml", tmp_path)
    build(tmp_path)
    site = mkdocs(tmp_path)
    for place in ("index.html", "topics/index.html", "404.html"):
        page = (site / place).read_text(encoding="utf-8")
        assert '<html lang="es"' in page
        menu = re.findall(
            r'<li><a href="[^"]*"[^>]*>([^<]*)</a></li>', page.partition('<nav class="d-nav"')[2].partition("</nav>")[0]
        )
        assert menu == ["Portada", "Temas", "Claves", "Fuentes", "Archivo", "Método"]
    for title in ("Injerencia electoral", "Guerra comercial", "Clima"):
        assert f">{title}</a>" in (site / "topics/index.html").read_text(encoding="utf-8")


def test_names_of_the_editors_own_stay_in_the_menu() -> None:
    menu = (ROOT / "site_templates/theme/partials/header.html").read_text(encoding="utf-8")
    named = dict(re.findall(r'"(\w+)": "\{\{ t\("([\w.]+)"\) \}\}"', menu))
    starter = (ROOT / "digest/edge/starter/mkdocs.yml").read_text(encoding="utf-8")
    assert list(named) == re.findall(r"^  - (\w+): [\w/]*index.md$", starter, re.MULTILINE)
    assert {catalogue("en")[key] for key in named.values()} == set(named)


def test_no_call_for_a_word_is_left_in_the_theme(spanish: Mapping[str, str]) -> None:
    theme = {path: text for path, text in spanish.items() if path.startswith("theme/")}
    assert len(theme) > 4
    assert [path for path, text in theme.items() if re.search(r'\bt\("', text)] == []
    assert "Cómo se hace" in theme["theme/partials/footer.html"]
    assert '"Cerrar"' in theme["theme/assets/digest.js"]


def test_words_of_a_report_name_its_language_and_the_text_of_an_article_its_direction(tmp_path: Path) -> None:
    folder = tmp_path / "content/articles"
    folder.mkdir(parents=True)
    text = "رفعت البلدية الجسر القديم فوق النهر يوم الجمعة بعد عام من العمل. وعبرت أول سيارة صباح السبت."
    front = "---\ntitle: الجسر\nlanguage: ar\ndate: 2019-06-29\n---\n"
    (folder / "bridge.md").write_text(f"{front}\n{text}\n", encoding="utf-8")
    build(tmp_path)
    article = (tmp_path / "build/docs/articles/bridge/index.md").read_text(encoding="utf-8")
    event = (tmp_path / "build/docs/events/bridge/index.md").read_text(encoding="utf-8")

    assert '<div class="d-text" lang="ar" dir="rtl">' in article
    assert '<bdi lang="ar" dir="rtl">' in event


def test_summaries_of_english_reports_are_marked_as_english(spanish: Mapping[str, str]) -> None:
    events = [text for path, text in spanish.items() if path.startswith("docs/events/") and path.endswith(".md")]
    sentences = [line for text in events for line in text.splitlines() if 'id="sum-' in line]
    assert len(sentences) > 20
    assert all('"><bdi lang="en">' in line for line in sentences)
