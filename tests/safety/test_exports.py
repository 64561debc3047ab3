"""What programs and people read beside the site: foreign text stands in it as it is, and breaks no format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from markdown import markdown

from digest.build import build
from digest.edge.templates import render
from digest.model import Article, Edition, File, Page
from digest.pipeline import lay_out_edition
from tests.safety.attacks import ATTACKS, draw, shown
from tests.safety.packing import pack

BASE = ["tables"]

WHERE = {"heading": {"h2", "h3", "h4", "h5", "h6"}, "paragraph": {"p"}, "item": {"li"}, "quote": {"blockquote"}}
"""Kind of a block: the element in which it must stand."""


class Blocks(HTMLParser):
    """The innermost blocks of a page: element, text; and every other tag."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[frozenset[str], str]] = []
        self.tags: set[str] = set()
        self._open: list[str] = []
        self._text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs, (tag, attrs)
        self.tags.add(tag)
        self._keep()
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._keep()
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")

    def _keep(self) -> None:
        if self._text.strip():
            self.found.append((frozenset(self._open), " ".join(self._text.split())))
        self._text = ""


@pytest.fixture(scope="module")
def edition() -> Edition:
    return pack(draw(1500, 5), articles=30)[0]


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, str]:
    return {item.path: item.read() for item in lay_out_edition(edition) if isinstance(item, File)}


def pages(edition: Edition) -> Iterator[tuple[Article, dict[str, object], str]]:
    """Give each article with the front matter and the body of its own file."""
    items = [item for item in lay_out_edition(edition) if isinstance(item, Page) and item.path.startswith("articles/")]
    for path, data in render(items, Path("/nowhere")).items():
        text = data.decode("utf-8")
        assert text.startswith("---\n")
        front, _, body = text.removeprefix("---\n").partition("\n---\n")
        yield edition.articles[path.removeprefix("articles/").removesuffix(".md")], yaml.safe_load(front), body


def test_the_front_matter_of_an_articles_own_file_reads_back_equal(edition: Edition) -> None:
    for article, front, _ in pages(edition):
        assert front["title"] == article.title
        assert [shown(str(name)) for name in front["author"]] == [shown(name) for name in article.authors]  # type: ignore[attr-defined]
        assert shown(str(front["path"])) == shown(article.path)
        assert shown(str(front["source_url"] or "")) == shown(article.source_url)
        assert front["id"] == article.id
        assert front["keywords"] == [keyword.text for keyword in edition.keywords[article.id]]
        outlet = edition.outlets[article.outlet].name if article.outlet else ""
        assert shown(str(front["source"] or "")) == shown(outlet)


def test_the_body_of_an_articles_own_file_renders_back_to_its_blocks(edition: Edition) -> None:
    """With Python-Markdown alone and with tables: what a person or a program makes of the file is the text, block for block."""
    strings = 0
    for article, _, body in pages(edition):
        for extensions in ([], BASE):
            blocks = Blocks(markdown(body, extensions=extensions))
            assert [text for _, text in blocks.found] == [block.text for block in article.blocks]
            assert blocks.tags <= {"h2", "h3", "h4", "h5", "h6", "p", "ul", "li", "blockquote"}
            for (inside, text), block in zip(blocks.found, article.blocks, strict=True):
                assert inside & WHERE[block.kind.value], (text, block)
        strings += len(article.blocks)
    assert strings >= 700


def test_an_article_is_one_line_whatever_its_text_holds(edition: Edition, files: dict[str, str]) -> None:
    first = next(iter(edition.articles.values()))
    text = "\u2028".join(["a", "b\u2029c", "d\x85e", "f\x0bg", "h\x0ci", "j\x1ck", 'l"m\\n'])
    odd = replace(first, blocks=(replace(first.blocks[0], text=text),), sentences=())
    changed = replace(edition, articles={**edition.articles, odd.id: odd}, passages=(), events=tuple(
        replace(report, summary=()) for report in edition.events
    ))  # fmt: skip
    for one, lines in ((edition, files["articles.jsonl"]), (changed, _lines(changed))):
        found = [json.loads(line) for line in lines.encode("utf-8").split(b"\n")[:-1]]
        assert [member["text"] for member in found] == [one.articles[name].text for name in sorted(one.articles)]
        assert lines.count("\n") == len(one.articles)
    assert len(files["articles.jsonl"].splitlines()) == len(edition.articles)  # Python breaks lines at more than LF


def _lines(edition: Edition) -> str:
    return next(item.read() for item in lay_out_edition(edition) if isinstance(item, File) and item.path == "articles.jsonl")


def test_the_json_files_hold_the_strings_as_they_are(edition: Edition, files: dict[str, str]) -> None:
    articles, events, topics = (json.loads(files[f"docs/data/{name}.json"])[name] for name in ("articles", "events", "topics"))
    by = edition.articles
    assert [one["title"] for one in articles] == [by[one["id"]].title for one in articles]
    assert [tuple(one["author"]) for one in articles] == [by[one["id"]].authors for one in articles]
    assert [one["path"] for one in articles] == [by[one["id"]].path for one in articles]
    assert [one["source"] for one in articles if one["source"]] == [
        edition.outlets[str(by[one["id"]].outlet)].name for one in articles if one["source"]
    ]
    assert [one["title"] for one in events] == [report.title for report in edition.events]
    assert [[s["text"] for s in one["summary"]] for one in events] == [[s.text for s in r.summary] for r in edition.events]
    assert [one["title"] for one in topics] == [topic.title for topic in edition.content.topics]
    assert {one["url"] for one in (*articles, *events, *topics)} <= {
        *(f"articles/{name}/" for name in by),
        *(f"events/{report.id}/" for report in edition.events),
        *(f"topics/{topic.id}/" for topic in edition.content.topics),
    }


def test_what_is_said_of_every_attack_from_file_to_export(tmp_path: Path) -> None:
    """The whole way, from a file on disk: every attack as title, author, source and paragraph of an article of its own."""
    folder = tmp_path / "content" / "articles"
    folder.mkdir(parents=True)
    wanted: dict[str, str] = {}
    for number, text in enumerate(ATTACKS.values()):
        bare = text.encode("utf-8", "replace").decode()
        front = yaml.safe_dump({"title": bare, "author": [bare], "source": bare[:100]}, allow_unicode=False, width=2**20)
        paragraph = f"The council of Norholm {number} said on Friday: {shown(bare)}"
        (folder / f"a{number}.txt").write_bytes(f"---\n{front}---\n{paragraph}\n\nAnd that was that, said the mayor.\n".encode())
        wanted[f"a{number}"] = paragraph
    build(tmp_path)
    out = tmp_path / "build"
    articles = {one["id"]: one for one in json.loads((out / "docs" / "data" / "articles.json").read_text("utf-8"))["articles"]}
    texts = {one["id"]: one["text"] for one in map(json.loads, (out / "articles.jsonl").read_bytes().split(b"\n")[:-1])}
    assert articles.keys() == texts.keys() == wanted.keys()
    assert len((out / "articles.jsonl").read_text("utf-8").splitlines()) == len(wanted)
    for number, text in enumerate(ATTACKS.values()):
        name, bare = f"a{number}", text.encode("utf-8", "replace").decode()
        assert shown(articles[name]["title"]) == shown(bare)
        assert [shown(author) for author in articles[name]["author"]] == [shown(bare)]
        assert texts[name].startswith(wanted[name])
        own = (out / "articles" / f"{name}.md").read_text("utf-8")
        assert shown(str(yaml.safe_load(own.split("\n---\n")[0])["title"])) == shown(bare)
        rendered = Blocks(markdown(own.partition("\n---\n")[2], extensions=BASE))
        assert " ".join(text for _, text in rendered.found) == " ".join(texts[name].split())


def test_the_citation_is_plain_text_to_tex_as_well(edition: Edition) -> None:
    """Readers paste it into a bibliography: there, ``^^5c`` is a backslash, ``%`` hides the line and ``&`` is an error."""
    checked = 0
    for item in lay_out_edition(edition):
        if not isinstance(item, Page) or item.template != "event.md.jinja":
            continue
        lines = item.view["cite"]
        assert isinstance(lines, list)
        for line in lines:
            name, _, value = str(line).partition(" = {")
            value = value.removesuffix(",").removesuffix("}")
            plain = re.sub(r"\\[&%$#_]|\\[\^~]\{\}", "", value)
            if name.strip() in ("title", "note"):
                assert not set(plain) & set("\\{}&%$#_^~"), line
                checked += 1
        title = next(str(line) for line in lines if str(line).startswith("title"))
        said = re.sub(r"\\([&%$#_^~])(?:\{\})?", r"\1", title.partition(" = {")[2].removesuffix(",").removesuffix("}"))
        assert said == re.sub(r"[{}\\]", "", str(item.view["title"]))
    assert checked > 20
