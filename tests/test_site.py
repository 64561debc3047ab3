"""The finished site, as MkDocs rendered it: every internal link and anchor leads somewhere."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import feedparser
import pytest

from tests.browser.demo import build_demo

BASE = "https://site.example/some/sub/path/"
"""Links are resolved as under a sub-path: one that begins with "/" would leave it."""


class Links(HTMLParser):
    """The ids of a page and the addresses that it names."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if identity := given.get("id"):
            self.ids.append(identity)
        if tag == "a" and (href := given.get("href")) is not None:
            self.links.append(href)
        refresh = (given.get("content") or "") if given.get("http-equiv") == "refresh" else ""
        if "url=" in refresh:
            self.links.append(refresh.split("url=", 1)[1])
        if tag in ("script", "img", "iframe") and (src := given.get("src")):
            self.loads.append(src)
        if tag == "link" and given.get("rel") == "alternate":
            self.links.append(given.get("href") or "")
        if tag == "link" and given.get("rel") in ("stylesheet", "icon") and (href := given.get("href")):
            self.loads.append(href)


def read(page: str) -> Links:
    links = Links()
    links.feed(page)
    return links


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_demo(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Links]:
    """Address from the site's root: what the page names."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): read(file.read_text(encoding="utf-8"))
        for file in sorted(site.rglob("*.html"))
        if file.name != "404.html"  # answers at any address, so its links are absolute
    }


def test_every_internal_link_and_anchor_resolves(site: Path, pages: dict[str, Links]) -> None:
    bad, checked = [], 0
    for place, page in pages.items():
        for href in [*page.links, *page.loads]:
            target = urljoin(BASE + place, href)
            if not target.startswith(BASE):
                if not urlsplit(href).netloc and urlsplit(href).scheme not in ("mailto",):
                    bad.append((place, href))
                continue
            checked += 1
            path, _, anchor = target.removeprefix(BASE).partition("#")
            path = unquote(path.partition("?")[0])
            if path in pages:
                if anchor and unquote(anchor) not in pages[path].ids:
                    bad.append((place, href))
            elif not (site / path).is_file():
                bad.append((place, href))
    assert not bad, bad[:20]
    assert checked > 1000


@pytest.mark.parametrize("below", ["", "some/sub/path"])
def test_a_second_checker_finds_every_file_and_anchor_under_any_address(site: Path, tmp_path: Path, below: str) -> None:
    """A page is read as browsers do; 404.html is left out, for it answers at any address and names the site's own."""
    place = tmp_path / "host" / below
    shutil.copytree(site, place, ignore=shutil.ignore_patterns("404.html", "pagefind"))
    lychee = Path(sys.executable).with_name("lychee")
    options = ["--offline", "--include-fragments", "--no-progress", "--index-files", "index.html"]
    options += ["--root-dir", str(tmp_path / "host")]
    done = subprocess.run([lychee, *options, str(place / "**/*.html")], capture_output=True, text=True, check=False)
    assert not done.returncode, done.stdout[-2000:] + done.stderr
    total = re.search(r"(\d+) Total", done.stdout)
    assert total
    assert int(total.group(1)) > 1000


def test_no_page_has_an_id_twice(pages: dict[str, Links]) -> None:
    twice = {place: sorted({i for i in page.ids if page.ids.count(i) > 1}) for place, page in pages.items()}
    assert not {place: found for place, found in twice.items() if found}


def test_no_page_loads_anything_from_elsewhere(pages: dict[str, Links]) -> None:
    assert not {src for page in pages.values() for src in page.loads if urlsplit(src).netloc}


def test_every_event_and_article_of_the_exports_has_its_page(site: Path, pages: dict[str, Links]) -> None:
    for name in ("articles", "events", "topics"):
        members = json.loads((site / "data" / f"{name}.json").read_text(encoding="utf-8"))[name]
        assert members
        assert not [one["url"] for one in members if one["url"] not in pages]
    articles = json.loads((site / "data" / "articles.json").read_text(encoding="utf-8"))["articles"]
    assert not [one["id"] for one in articles if f"events/{one['id']}/" not in pages]


def test_every_page_has_one_headline_a_title_and_a_way_home(site: Path, pages: dict[str, Links]) -> None:
    for place in pages:
        if place.startswith("digest-"):  # a daily edition is mailed without the site around it
            continue
        text = (site / place / "index.html").read_text(encoding="utf-8")
        if "http-equiv" not in text.split("</head>")[0] or "refresh" not in text.split("</head>")[0]:
            assert text.count("<h1") == 1, place
            assert "<title>" in text
            assert 'class="d-mast__name"' in text


def test_every_page_leads_to_the_feed_of_the_digest_and_describes_itself(site: Path, pages: dict[str, Links]) -> None:
    described = 0
    for place in [place for place in pages if not place.endswith(".html")]:
        text = (site / place / "index.html").read_text(encoding="utf-8")
        if 'class="d-mast__name"' not in text:
            continue
        assert f'href="{"../" * place.count("/") or ""}feed.xml"' in text.replace('href="./', 'href="'), place
        assert 'property="og:title"' in text, place
        (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
        linked = json.loads(script)
        assert linked["@context"] == "https://schema.org"
        assert linked["url"] == f"https://osaka-digest.example/{place}"
        described += 1
    assert described > 60


def test_every_feed_of_the_site_is_read_and_leads_to_pages_and_sentences(site: Path, pages: dict[str, Links]) -> None:
    base = "https://osaka-digest.example/"
    feeds = sorted(site.rglob("feed.xml"))
    checked = 0
    for file in feeds:
        parsed = feedparser.parse(file.read_bytes())
        assert not parsed.bozo
        found = [parsed.feed.link, *(link for entry in parsed.entries for link in _links(entry))]
        for link in [link for link in found if link.startswith(base)]:
            place, _, anchor = link.removeprefix(base).partition("#")
            assert place in pages or (site / place).is_file(), link
            assert not anchor or anchor in pages[place].ids, link
            checked += 1
    assert len(feeds) > 20
    assert checked > 200


def test_the_feeds_of_the_site_read_back_equal_to_its_events_and_articles(site: Path) -> None:
    """Feedparser and the exports, which are written by another step, say the same of every entry."""
    known = {}
    for name in ("events", "articles"):
        for one in json.loads((site / "data" / f"{name}.json").read_text(encoding="utf-8"))[name]:
            known[one["url"]] = one
    told = 0
    for place, members in (
        ("", [one for one in known.values() if "articles" in one]),
        *((one["url"], [known[f"articles/{name}/"] for name in one["articles"]]) for one in known.values() if "articles" in one),
    ):
        parsed = feedparser.parse((site / place / "feed.xml").read_bytes())
        entries = {entry.link.removeprefix("https://osaka-digest.example/"): entry for entry in parsed.entries}
        assert entries.keys() == {one["url"] for one in members}
        for one in members:
            assert entries[one["url"]].title == one["title"]
            if "articles" in one:
                assert entries[one["url"]].summary == " ".join(sentence["text"] for sentence in one["summary"])
                days = [known[f"articles/{name}/"]["published"] for name in one["articles"]]
                assert entries[one["url"]].updated == max(in_utc(day) for day in days if day)
                assert [tag.term for tag in entries[one["url"]].get("tags", [])] == one["topics"]
                told += 1
    assert told > 10


def in_utc(iso: str) -> str:
    """Give a date as a feed does: a day as its beginning, a time without a zone as it is."""
    when = datetime.fromisoformat(iso)
    return f"{(when.astimezone(UTC) if when.tzinfo else when).replace(tzinfo=None).isoformat()}Z"


def _links(entry: Any) -> list[str]:
    return [entry.link, *read(entry.content[0].value).links]


def test_every_link_of_a_daily_edition_resolves_on_the_site(site: Path, pages: dict[str, Links]) -> None:
    """They are absolute, since a mail is read elsewhere; the plain twin has the same ones."""
    home = "https://osaka-digest.example/"
    editions = [place for place in pages if place.startswith("digest-")]
    assert len(editions) > 3
    for place in editions:
        assert (site / place).stat().st_size < 100_000
        links = pages[place].links
        assert links
        twin = (site / place.replace(".html", ".txt")).read_text(encoding="utf-8")
        for href in [*links, *(line.split(" ", 1)[1] for line in twin.splitlines() if line.startswith("[") and "] http" in line)]:
            assert href.startswith(home), (place, href)
            path, _, anchor = href.removeprefix(home).partition("#")
            assert path in pages or (site / path).is_file(), (place, href)
            assert not anchor or anchor in pages[path].ids, (place, href)


def test_in_tabs_and_histories_an_article_is_told_from_its_event_and_a_missing_page_says_so(site: Path) -> None:
    def title(page: Path) -> str:
        return page.read_text(encoding="utf-8").partition("<title>")[2].partition("</title>")[0]

    events = json.loads((site / "data/events.json").read_text(encoding="utf-8"))["events"]
    for event in events:
        told = {title(site / "articles" / article / "index.html") for article in event["articles"]}
        assert title(site / "events" / event["id"] / "index.html") not in told, event["id"]
    assert title(site / "404.html") == "This page is not here - Osaka Digest"
