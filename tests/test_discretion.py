"""What may not be shown is in no published file: not in a page, an export, a feed, a daily edition or the search index.

The real commands build and render a digest. Every file is then read as a person or a program might read it, and its words are
compared with those that are held back, eight in a row.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml

from digest.edge.memo import FileMemo
from digest.edge.read import read_content
from digest.model import Article, Edition, Kind
from digest.pipeline import make_edition

pytestmark = pytest.mark.timeout(400)  # each renders a whole site and reads every file of it

ROOT = Path(__file__).parents[1]

FRAGMENT = 8
"""Words in a row that are taken for a quotation; a shorter sentence counts as a whole, from ``FEWEST`` words on."""

FEWEST = 4

WORD = re.compile(r"\w+")
TAG = re.compile(r"<[^<>]*>")

Fragment = tuple[str, ...]


def written(folder: Path, **files: object) -> Path:
    """Copy the demo into a folder, with other content files in place of its own."""
    shutil.copytree(ROOT / "content", folder / "content", dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name, value in files.items():
        (folder / "content" / f"{name}.yml").write_text(yaml.safe_dump(value), encoding="utf-8")
    return folder


BUILD, RENDER = ["digest", "build"], ["mkdocs", "build", "--strict"]


def run(folder: Path, *commands: list[str]) -> Path:
    """Build, and render, a digest as its editor would; gives its folder ``build``."""
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    for command in commands:
        done = subprocess.run([sys.executable, "-m", *command], cwd=folder, env=env, capture_output=True, text=True, check=False)
        assert not done.returncode, f"{' '.join(command)}: {done.stdout}{done.stderr}"
    return folder / "build"


def edition_of(folder: Path) -> Edition:
    """Give a built digest as its build made it, with what that build remembered: finding keywords takes longest."""
    content, faults = read_content(folder)
    with FileMemo(folder / "build" / "memo") as memo:
        return make_edition(content, faults, memo)[0]


def fragments(text: str) -> set[Fragment]:
    """Give the runs of words of a text by which it would be known again."""
    found = WORD.findall(text.casefold())
    if len(found) <= FRAGMENT:
        return {tuple(found)} if len(found) >= FEWEST else set()
    return {tuple(found[i : i + FRAGMENT]) for i in range(len(found) - FRAGMENT + 1)}


def _readings(text: str) -> set[str]:
    """Give a text as it stands, as a browser shows it, and as one that shows its attributes would."""
    return {unescape(text), unescape(TAG.sub("", text)), unescape(TAG.sub(" ", text))} if "<" in text else {unescape(text)}


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from (key, *_strings(item))
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def readings(file: Path) -> Iterator[str]:
    """Give what a file says in every way in which it may be read: packed or not, as JSON, as a page, as it stands."""
    data = file.read_bytes()
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    text = data.decode("utf-8", "replace")
    yield from _readings(text)
    body = text[max(0, text.find("{")) :] if file.suffix in (".json", ".pf_fragment") else ""
    for string in _strings(json.loads(body)) if body else ():
        yield from _readings(string)


def published(wanted: set[Fragment], *folders: Path) -> dict[Fragment, str]:
    """Give those of some fragments that stand in the files of some folders, each with one such file."""
    by_beginning: dict[Fragment, list[Fragment]] = {}
    for one in wanted:
        by_beginning.setdefault(one[:FEWEST], []).append(one)
    firsts = {one[0] for one in wanted}
    found: dict[Fragment, str] = {}
    for file in (file for folder in folders for file in sorted(folder.rglob("*")) if file.is_file()):
        for text in readings(file):
            words = WORD.findall(text.casefold())
            for at, word in enumerate(words):
                if word in firsts:
                    for one in by_beginning.get(tuple(words[at : at + FEWEST]), ()):
                        if tuple(words[at : at + len(one)]) == one:
                            found.setdefault(one, file.as_posix())
    return found


def leaks(held_back: Iterable[str], free: Iterable[str], *folders: Path) -> dict[str, str]:
    """Give what stands in some folders of texts that are held back, and in no text that is free, each with a file."""
    wanted = set().union(*map(fragments, held_back)) - set().union(*map(runs, free))
    assert wanted
    found = published(wanted, *folders)
    return {" ".join(one): found[one] for one in sorted(found)}


def runs(text: str) -> set[Fragment]:
    """Give every run of words of a text that could be taken for a fragment of another."""
    words = WORD.findall(text.casefold())
    return {tuple(words[i : i + n]) for n in range(FEWEST, FRAGMENT + 1) for i in range(len(words) - n + 1)}


# ---------------------------------------------------------------- the tests' own eyes


def test_a_sentence_is_found_however_it_is_packed_or_marked_up(tmp_path: Path) -> None:
    said = "The dockers of Norholm had a free day, and “the quay” was empty on Friday."
    docs = tmp_path / "docs"
    docs.mkdir()
    ways = {
        "page.html": "<p>The dock<mark>ers</mark> of Norholm had a free day&#44; and &ldquo;the&nbsp;quay&#8221; "
        "was <b>empty</b> on Friday&#46;</p>",
        "attribute.html": f'<meta name="description" content="{said}">',
        "data.json": json.dumps({"a": [{"text": said}]}),
        "markup.json": json.dumps({"text": "<p>" + said.replace(" ", " <i></i>") + "</p>"}),
        "plain.txt": said.replace(" ", "\n  "),
        "table.csv": f'1,"{said}"',
    }
    for name, text in ways.items():
        (docs / name).write_text(text, encoding="utf-8")
    (docs / "packed.pf_fragment").write_bytes(gzip.compress(b"head" + json.dumps({"content": said}).encode()))
    for file in sorted(docs.iterdir()):
        alone = tmp_path / file.stem / file.suffix[1:]
        alone.mkdir(parents=True)
        file.rename(alone / file.name)
        assert published(fragments(said), alone).keys() == fragments(said), file.name


# ---------------------------------------------------------------- takedown

REMOVED = {"meddle-wire": "meddle-wire", "truce-wire": "truce-wire", "vote-wire": "Vote_Wire.txt", "june-harbour": "june-old"}
"""Article: as the editor names it. One whose words nobody else has, one of which another outlet carries a copy, one that is named
as no id is written, and one by the id that it had before its file was renamed."""


def test_a_removed_article_is_gone_from_everything_and_its_addresses_answer(tmp_path: Path) -> None:
    """The files are still there, and the digest was built with them before: nothing of the earlier build may stay."""
    folder = written(tmp_path)
    build = run(folder, BUILD)
    whole = edition_of(folder).articles
    assert published(fragments(whole["meddle-wire"].sentence(0)), build / "docs", build / "articles")

    removed = {said: {"reason": f"The agency of {name} asked for it."} for name, said in REMOVED.items()}
    written(folder, edits={"moved": {"june-old": "june-harbour"}, "removed": removed})
    run(folder, BUILD, RENDER)

    edition = edition_of(folder)
    left = edition.articles
    held_back = [text for name in REMOVED for text in (whole[name].title, *whole[name].text.split("\n"))]
    assert whole.keys() - left.keys() == set(REMOVED)
    assert all((folder / whole[name].path).is_file() for name in REMOVED)
    free = [text for article in left.values() for text in (article.title, *article.text.split("\n"))]
    summaries = [[one.text for one in report.summary] for report in edition.events]
    assert all(any(said in text for text in free) or "[" in said for summary in summaries for said in summary)
    free += [" ".join(summary) for summary in summaries]  # a table's cell has them in a row: where two meet is nobody's sentence
    assert leaks(held_back, free, build) == {}  # what is remembered and what is not published with the rest
    for name in REMOVED:
        assert not (build / "articles" / f"{name}.md").exists()
        for place in (f"articles/{name}", f"events/{name}"):
            assert (build / "site" / f"events/{name}/feed.xml").is_file()
            assert f"The agency of {name} asked for it." in unescape((build / "site" / place / "index.html").read_text("utf-8"))


# ---------------------------------------------------------------- excerpt and link


def may_be_shown(edition: Edition, article: Article, mode: str) -> set[int]:
    """Give the sentences that README promises at most: those that an event's page quotes, and two to open an excerpt."""
    cited = [
        citation
        for report in edition.events
        for one in (*report.summary, *report.comparison.sentences)
        for citation in one.citations
    ]
    stretches = [(one.start, one.end) for one in cited if one.article == article.id]
    if mode == "excerpt":
        first = next(index for index, block in enumerate(article.blocks) if block.kind is Kind.PARAGRAPH)
        start = article.block_starts[first]
        inside = [span for span in article.sentences if start <= span.start < start + len(article.blocks[first].text)]
        stretches += [(span.start, span.end) for span in inside[:2]]
    return {
        i for i, span in enumerate(article.sentences) if any(span.start < end and start < span.end for start, end in stretches)
    }


@pytest.mark.parametrize("mode", ["excerpt", "link"])
def test_of_an_article_nothing_is_published_but_what_its_mode_allows(mode: str, tmp_path: Path) -> None:
    outlets = yaml.safe_load((ROOT / "content" / "sources.yml").read_text("utf-8"))
    folder = written(tmp_path, sources={name: entry | {"publish": mode} for name, entry in outlets.items()})
    for file in (folder / "content" / "articles").rglob("*.*"):  # one names no outlet
        if file.suffix in (".txt", ".md") and file.stem == "meddle-osaka":
            text = file.read_text("utf-8")
            head = (
                text.replace("---\n", f"---\npublish: {mode}\n", 1)
                if text.startswith("---\n")
                else f"---\npublish: {mode}\n---\n{text}"
            )
            file.write_text(head, encoding="utf-8")
    build = run(folder, BUILD, RENDER)
    edition = edition_of(folder)
    assert {article.publish.value for article in edition.articles.values()} == {mode}

    held_back, free = [], [report.title for report in edition.events]
    for article in edition.articles.values():
        allowed = may_be_shown(edition, article, mode)
        free += [article.title, *(article.sentence(index) for index in sorted(allowed))]
        held_back += [article.sentence(index) for index in range(len(article.sentences)) if index not in allowed]
        held_back += [block.text for block in article.blocks if block.kind is Kind.HEADING]
        held_back += list(article.set_aside)
    held_back = [text for text in held_back if fragments(text)]
    assert len(held_back) > 100
    assert leaks(held_back, free, build / "docs", build / "site") == {}
    assert_citations_jump(build / "site", edition)


def assert_citations_jump(site: Path, edition: Edition) -> None:
    """Every link to a sentence finds it on the article's page; every quotation of an event's page has one."""
    ids: dict[str, set[str]] = {}
    jumps = 0
    for file in sorted(site.rglob("*.html")):
        place = file.relative_to(site).as_posix().removesuffix("index.html")
        for href in re.findall(r'href="([^"]*articles/[^"]*#s\d+)"', file.read_text("utf-8")):
            bare = unescape(href).removeprefix(edition.content.site_url)
            path, _, anchor = urljoin(f"https://site.example/{place}", bare).removeprefix("https://site.example/").partition("#")
            if path not in ids:
                ids[path] = set(re.findall(r'id="([^"]*)"', (site / path / "index.html").read_text("utf-8")))
            assert anchor in ids[path], (place, href)
            jumps += 1
    assert jumps > sum(len(report.summary) for report in edition.events)
