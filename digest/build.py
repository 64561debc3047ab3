"""Joins the two halves: content in, ``build/`` out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ParamSpec, TypeVar

from digest.edge.memo import FileMemo
from digest.edge.read import read_content, read_source
from digest.edge.templates import render, theme_files
from digest.edge.write import write_files
from digest.errors import Fault
from digest.model import Content, Edition, Edits, File, Memo, Page, Settings
from digest.pipeline import explain_edition, lay_out_edition, make_edition

P = ParamSpec("P")
R = TypeVar("R")

Progress = Callable[[int, int], None]

NOTHING = Content(sources=(), outlets=(), topics=(), edits=Edits(), settings=Settings())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did."""

    articles: int
    events: int
    faults: tuple[Fault, ...]
    changed: int
    """Files written or deleted."""


def build(root: Path, *, progress: Progress | None = None) -> Outcome:
    """Read ``content/`` and write ``build/`` in a digest's folder; files that would not change are left alone.

    Args:
        root: the digest's folder.
        progress: told how many articles were looked at, and of how many.

    Raises:
        ContentError: there is no ``content/articles``.
        OutputError: ``build/`` could not be written.
    """
    memo = FileMemo(root / "build" / "memo")
    edition, faults = _edition(root, memo, progress)
    laid_out = lay_out_edition(edition)
    files = {item.path: item.text.encode() for item in laid_out if isinstance(item, File)}
    files |= render([item for item in laid_out if isinstance(item, Page)], root)
    files |= theme_files(root)
    changed = write_files(root / "build", files)
    memo.close()
    return Outcome(len(edition.articles), len(edition.events), faults, changed)


def check(root: Path) -> tuple[Fault, ...]:
    """Give every problem in ``content/`` without writing anything."""
    return _edition(root, remember_nothing)[1]


def explain(root: Path, name: str) -> str:
    """Say why an article or event is as it is; see ``steps.explain``."""
    return explain_edition(_edition(root, remember_nothing)[0], name)


def normalize_file(root: Path, file: Path) -> tuple[str, tuple[Fault, ...]]:
    """Give one file as the normalised article that a build would make of it (empty if none), and what is wrong with it.

    Args:
        root: the digest's folder, whose settings and sources are used; it may hold no digest.
        file: the article, which need not be in ``content/articles``.
    """
    content = read_content(root)[0] if (root / "content" / "articles").is_dir() else NOTHING
    path = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()
    source, faults = read_source(file, path, content.settings, [topic.id for topic in content.topics])
    if source is None:
        return "", faults
    alone = replace(content, sources=(source,), edits=Edits())
    edition, faults = make_edition(alone, faults, remember_nothing)
    pages = [page for page in lay_out_edition(edition) if page.path == f"articles/{source.id}.md" and isinstance(page, Page)]
    return "".join(text.decode() for text in render(pages, root).values()), faults


def remember_nothing(function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """A memo that forgets."""
    return function(*args, **kwargs)


def _edition(root: Path, memo: Memo, progress: Progress | None = None) -> tuple[Edition, tuple[Fault, ...]]:
    content, faults = read_content(root)
    return make_edition(content, faults, memo, progress or (lambda *_: None))
