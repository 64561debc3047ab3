"""Reads ``content/``: everything that the editor gave, checked, with every fault."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TypeVar

from digest.edge.decode import EMPTY
from digest.edge.edits import read_edits
from digest.edge.files import ARTICLES, NOT_READ, WITH_FRONT_MATTER, Found, find, read_decoded, read_text
from digest.edge.front import read_front, split_front
from digest.edge.marked import parse
from digest.edge.outlets import read_outlets
from digest.edge.overrides import check_templates
from digest.edge.settings import read_settings
from digest.edge.site import read_site
from digest.edge.sources import Checked, Sources
from digest.edge.templates import template_names
from digest.edge.topics import default_topics, read_topics
from digest.errors import ContentError, Fault
from digest.model import Content, Edits, Front, Outlet, Settings, Source
from digest.text.catalogue import words
from digest.text.slug import article_id

T = TypeVar("T")

GENERATED = frozenset({"events", "articles", "topics", "keywords", "sources", "archive", "data", "pagefind"})
"""Folders of the site that are the digest's own: a hand-written page there would hide a page, today or tomorrow, or be lost."""


def read_content(root: Path) -> tuple[Content, tuple[Fault, ...]]:
    """Read the digest in the folder ``root``; gives it with every fault, by path and line.

    Only ``content/articles`` must be there.
    Raises ContentError where it is not, and where a file that may hold back an article (``removed``, ``publish``)
    cannot be read at all.
    """
    folder = root / "content" / "articles"
    if not folder.is_dir():
        raise ContentError(f"{root} is no digest: there is no folder content/articles in it (digest new {root} makes one)")
    faults: list[Fault] = [*check_templates(root, template_names())]

    settings = _config(root, "content/settings.yml", read_settings, faults) or Settings()
    outlets = _outlets(root, faults)
    topics = _config(root, "content/topics.yml", read_topics, faults)
    if topics is None:
        topics = default_topics(settings.language)
    edits = _config(root, "content/edits.yml", read_edits, faults, vital=True) or Edits()
    sources = _sources(root, settings, [topic.id for topic in topics], faults)
    pages = _pages(root, settings, faults)
    site_name, site_url, repo_url = _site(root, faults)

    name = site_name or words(settings.language)("default.name")
    content = Content(sources, outlets, topics, edits, settings, pages, name, site_url, repo_url)
    return content, tuple(sorted(set(faults)))


def read_source(file: Path, path: str, settings: Settings, topics: Collection[str]) -> tuple[Source | None, tuple[Fault, ...]]:
    """Read one article file; ``path`` is how messages and exports name it. None where the article must be left out."""
    if file.suffix.lower() not in ARTICLES and file.is_file():
        return None, (Fault(path, 0, f"{NOT_READ} {', '.join(ARTICLES)}"),)
    decoded, faults = read_decoded(Found(file, path), settings.max_file_mb)
    if decoded.text is None:
        return None, faults
    below = path.removeprefix("content/articles/")
    if file.suffix.lower() not in WITH_FRONT_MATTER:
        return Source(article_id(below), path, decoded.text, repaired=decoded.repaired), faults
    try:
        head, body, first_line = split_front(decoded.text)
    except ValueError as error:
        return None, (*faults, Fault(path, 1, str(error)))
    front: Front | None = Front()
    if head is not None:
        front, wrong = read_front(path, head, settings, topics)
        faults += wrong
    if front is None:
        return None, faults
    return Source(front.id or article_id(below), path, body, front, first_line, decoded.repaired), faults


def _sources(root: Path, settings: Settings, topics: Collection[str], faults: list[Fault]) -> Sources:
    found, wrong = find(root, "content/articles", ARTICLES)
    faults += wrong
    files = {item.path: item.file for item in found}
    by_id: dict[str, list[Checked]] = {}
    for item in found:
        source, wrong = read_source(item.file, item.path, settings, topics)
        faults += wrong
        if source:
            by_id.setdefault(source.id, []).append(Checked.of(source))
    for known, rivals in by_id.items():
        for rival in rivals if len(rivals) > 1 else ():
            others = " and ".join(other.source.path for other in rivals if other is not rival)
            faults.append(
                Fault(
                    rival.source.path,
                    0,
                    f'this has the same id as {others} ("{known}"), so neither is built; rename a file or give it an id',
                )
            )
    alone = sorted((rivals[0] for rivals in by_id.values() if len(rivals) == 1), key=lambda checked: checked.source.path)
    return Sources(alone, lambda path: read_source(files[path], path, settings, topics)[0])


def _pages(root: Path, settings: Settings, faults: list[Fault]) -> dict[str, str]:
    if not (root / "content" / "pages").is_dir():
        return {}
    found, wrong = find(root, "content/pages", (".md",))
    faults += wrong
    pages = {}
    for item in found:
        text, wrong = read_text(item, settings.max_file_mb)
        faults += wrong
        if text is None:
            continue
        try:
            head, _, _ = split_front(text)
        except ValueError as error:
            faults.append(Fault(item.path, 1, str(error)))
            continue
        value, wrong = parse(item.path, head or "", 2)  # MkDocs prints front matter that it cannot parse, without a word
        faults += wrong
        path = item.path.removeprefix("content/pages/")
        if path.lower().rpartition("/")[2] == "readme.md":  # MkDocs would lay it over the page that the menu names
            message = "this would stand in for the page of its folder; name it index.md if that is meant, else rename it"
            faults.append(Fault(item.path, 0, message))
        elif (first := path.lower().split("/")[0].removesuffix(".md")) in GENERATED:
            message = f"addresses that begin with {first}/ belong to what digest makes (build/site/{first}/); rename this page"
            faults.append(Fault(item.path, 0, message))
        elif value is not None:
            pages[path] = text
    for rivals in _sharing(pages):
        for path in rivals:
            others = " and ".join(f"content/pages/{other}" for other in rivals if other != path)
            faults.append(
                Fault(f"content/pages/{path}", 0, f"this has the same address as {others}, so neither is shown; rename one")
            )
            del pages[path]
    return pages


def _sharing(paths: Iterable[str]) -> list[list[str]]:
    """Give the pages of one address together: a/index.md and a.md; case counts for nothing on some computers."""
    by_address: dict[str, list[str]] = {}
    for path in sorted(paths):
        folder, _, name = path.lower().removesuffix(".md").rpartition("/")
        by_address.setdefault(folder if name == "index" else f"{folder}/{name}".strip("/"), []).append(path)
    return [rivals for rivals in by_address.values() if len(rivals) > 1]


def _outlets(root: Path, faults: list[Fault]) -> tuple[Outlet, ...]:
    path = "content/sources.yml"
    text = _text(root, path, faults, vital=True)
    outlets, wrong = read_outlets(path, text) if text is not None else ((), ())
    if outlets is None and text and "publish" in text:
        raise ContentError(
            f"{path} cannot be read, so articles might be published in full that must not be; nothing was built", wrong
        )
    faults += wrong
    return outlets or ()


def _site(root: Path, faults: list[Fault]) -> tuple[str, str, str]:
    for path in ("mkdocs.yml", "mkdocs.yaml"):
        text = _text(root, path, faults)
        if text is not None:
            name, url, repository, wrong = read_site(path, text)
            faults += wrong
            return name, url, repository
    return "", "", ""


def _config(
    root: Path, path: str, read: Callable[[str, str], tuple[T, Iterable[Fault]]], faults: list[Fault], *, vital: bool = False
) -> T | None:
    """Read one optional file; None where it is not there."""
    text = _text(root, path, faults, vital=vital)
    if text is None:
        return None
    value, wrong = read(path, text)
    faults += wrong
    return value


def _text(root: Path, path: str, faults: list[Fault], *, vital: bool = False) -> str | None:
    """Give the text of an optional file; ``vital``: one that is there and cannot be read ends the build."""
    file = root / path
    if not file.exists() and not file.is_symlink():
        return None
    text, wrong = read_text(Found(file, path))
    if text is None and [fault.message for fault in wrong] == [EMPTY]:
        return ""
    if text is None and vital:
        raise ContentError(f"{path} cannot be read, so articles might be published that must not be; nothing was built", wrong)
    faults += wrong
    return text
