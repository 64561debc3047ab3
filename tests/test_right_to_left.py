"""Articles that are written from right to left, in a site whose own words run from left to right."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from digest.build import build

BRIDGE = "افتتاح جسر نورهولم بعد عشر سنوات من العمل"
MINISTERS = "G20: ועידת השרים נדחתה בשבוע בגלל הסערה"

ARTICLES = {
    "jisr": f"""---
title: {BRIDGE}
date: 2021-05-14T08:00
source: صحيفة الميناء
event: bridge
---
افتتحت مدينة نورهولم يوم الجمعة جسرها الجديد بعد عشر سنوات من العمل.
وعبر الجسر في اليوم الأول 4000 شخص على الأقدام، كما قالت الشرطة.

وكانت العبارة القديمة تنقل الناس بين الضفتين منذ عام 1931. وتوقفت العبارة عن العمل مساء الخميس.
""",
    "bridge": """---
title: Norholm opens its bridge after ten years of work
date: 2021-05-14T09:30
source: The Harbour Post
event: bridge
---
Norholm opened its new bridge on Friday after ten years of work.
The mayor, Ada Linde, cut the ribbon with the scissors of the old ferry company.

A crossing on foot takes nine minutes.
""",
    "gesher": f"""---
title: "{MINISTERS}"
date: 2021-05-14
source: יומן הנמל
---
ועידת השרים של G20 בנורהולם נדחתה בשבוע בגלל הסערה.
הסערה סגרה את הנמל ביום רביעי ושני רציפים נפגעו. דובר העירייה אמר כי התיקון יימשך שלושה ימים.
""",
}
"""Name of the file: an Arabic and an English report of one event, and a Hebrew one whose headline opens with Latin letters."""


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("digest")
    (root / "content" / "articles").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (root / "content" / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    assert build(root).faults == ()
    return root / "build" / "docs"


def page(docs: Path, place: str) -> str:
    return unescape((docs / place).read_text(encoding="utf-8"))


def test_an_article_has_the_language_and_direction_of_its_own_headline_and_text(docs: Path) -> None:
    arabic, hebrew, english = (page(docs, f"articles/{name}/index.md") for name in ("jisr", "gesher", "bridge"))

    assert f'# <bdi lang="ar" dir="rtl">{BRIDGE}</bdi> {{: #headline }}' in arabic
    assert '<div class="d-text" lang="ar" dir="rtl">' in arabic
    assert f'# <bdi lang="he" dir="rtl">{MINISTERS}</bdi> {{: #headline }}' in hebrew
    assert '<div class="d-text" lang="he" dir="rtl">' in hebrew
    assert '<div class="d-text" lang="en">' in english
    assert "# Norholm opens its bridge after ten years of work {: #headline }" in english


def test_each_sentence_of_a_mixed_summary_is_in_its_own_language(docs: Path) -> None:
    event = page(docs, "events/jisr/index.md")
    summary = re.findall(r'<span class="d-s" id="sum-\d+">(.*?)<sup', event)

    assert "<p dir" not in event  # the paragraph is the page's: not all of it is Arabic
    assert {bool(re.search("[a-z]{4}", re.sub("<[^>]*>", "", one))) for one in summary} == {True, False}
    for one in summary:
        english = bool(re.search("[a-z]{4}", re.sub("<[^>]*>", "", one)))
        assert one.startswith('<bdi lang="ar" dir="rtl">') is not english
        assert one.endswith("</bdi>") is not english


def test_an_event_that_is_told_in_hebrew_alone_begins_at_the_right(docs: Path) -> None:
    event, home = page(docs, "events/gesher/index.md"), page(docs, "index.md")

    assert re.search(r'<p dir="rtl">\s*<span class="d-s" id="sum-1"><bdi lang="he" dir="rtl">', event)
    assert re.search(rf'<h2 dir="rtl"><a href="events/gesher/"><bdi lang="he" dir="rtl">{MINISTERS}</bdi></a></h2>', home)
    assert '<p class="d-card__text" dir="rtl"><bdi lang="he" dir="rtl">' in home


def test_a_headline_keeps_its_direction_on_every_list(docs: Path) -> None:
    marked = f'<bdi lang="he" dir="rtl">{MINISTERS}</bdi>'
    lists = [file for file in docs.rglob("*.md") if f">{MINISTERS}<" in unescape(file.read_text("utf-8"))]

    assert len(lists) >= 4
    for file in lists:
        for around in re.findall(rf"(?:<bdi [^>]*>)?{re.escape(MINISTERS)}(?:</bdi>)?</a>", unescape(file.read_text("utf-8"))):
            assert around == f"{marked}</a>", file


def test_so_does_what_a_feed_says_of_it(docs: Path) -> None:
    site, event = (json.loads((docs / place / "feed.json").read_text("utf-8")) for place in (".", "events/gesher"))
    told = {item["id"].rpartition("/")[2]: item for item in (*site["items"], *event["items"])}

    assert told["gesher"]["language"] == "he"
    assert told["gesher"]["content_html"].count('<p dir="rtl">') == 1
    assert site["language"] == "en"
    assert "dir=" not in told["jisr"]["content_html"]  # two languages in one paragraph


def test_so_does_the_daily_edition(docs: Path) -> None:
    mail = page(docs, "digest-2021-05-14.html")

    assert f'text-decoration-color:#b9b3a8" lang="he" dir="rtl">{MINISTERS}</a>' in mail
    assert '<span lang="ar" dir="rtl">' in mail
    assert MINISTERS in (docs / "digest-2021-05-14.txt").read_text("utf-8")
