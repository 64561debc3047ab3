"""Joins the two halves: content in, ``build/`` out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from digest.edge.built import read_built
from digest.edge.collector import seldom_collected
from digest.edge.gone import last_articles, note_gone
from digest.edge.memo import FileMemo
from digest.edge.read import read_content, read_source
from digest.edge.templates import renderer, theme_files
from digest.edge.workers import spread
from digest.edge.write import write_files
from digest.errors import Fault
from digest.model import Content, Edition, Edits, Page, Settings, Source
from digest.pipeline import explain_edition, lay_out_edition, make_edition, suggest_topics, verify_built

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
    sources: tuple[Source, ...]
    """What was read, to be handed to the next build as ``last_read``; empty unless it was asked for."""


@seldom_collected()
def build(root: Path, *, progress: Progress | None = None, last_read: Sequence[Source] = (), keep_read: bool = False) -> Outcome:
    """Read ``content/`` and write ``build/`` in a digest's folder; files that would not change are left alone.

    Args:
        root: the digest's folder.
        progress: told how many articles were looked at, and of how many.
        last_read: what an earlier build read. A file that is still there, but cannot be read any more, keeps its article of then:
            someone at work on it sees the fault and not a page that is gone.
        keep_read: give what was read in ``Outcome.sources``.

    Raises:
        ContentError: there is no ``content/articles``, or a long file was changed during the build.
        OutputError: ``build/`` could not be written.
    """
    content, faults = read_content(root)
    content = replace(content, sources=_with_last_read(root, content.sources, last_read))
    last = last_articles(root / "build")
    with FileMemo(root / "build" / "memo") as memo:
        edition, faults = make_edition(content, faults, memo, progress or (lambda *_: None))
        changed = write_files(root / "build", _files(edition, root))
    known = {*edition.articles, *content.edits.moved, *content.edits.removed}
    faults = tuple(sorted([*faults, *note_gone(last, known, faults)]))
    read = tuple(source.pack() for source in content.sources) if keep_read else ()
    return Outcome(len(edition.articles), len(edition.events), faults, changed, read)


def _files(edition: Edition, root: Path) -> Iterator[tuple[str, bytes | Iterable[bytes]]]:
    """Give every file of ``build/``, one at a time: a page takes its place in memory only until it is written."""
    rendered = renderer(root, edition.content.settings.language)
    for item in lay_out_edition(edition):
        yield item.path, rendered(item) if isinstance(item, Page) else (piece.encode() for piece in item.pieces)
    yield from theme_files(root, edition.content.settings.language).items()


def check(root: Path) -> tuple[Fault, ...]:
    """Give every problem in ``content/`` without writing anything."""
    return _edition(root)[1]


@seldom_collected()
def verify(root: Path) -> tuple[int, tuple[Fault, ...]]:
    """Check every published sentence against ``content/`` as it is now.

    Gives how many sentences hold, and what was found; only files are read that were published, and the sources.
    """
    return verify_built(read_content(root)[0], read_built(root))


def explain(root: Path, name: str) -> str:
    """Say why an article or event is as it is; see ``steps.explain``."""
    return explain_edition(_edition(root)[0], name)


def suggest(root: Path) -> str:
    """Give the themes that the archive holds and no topic covers, as YAML; see ``steps.suggest``."""
    return suggest_topics(_edition(root)[0])


def normalize_file(root: Path, file: Path) -> tuple[str, tuple[Fault, ...]]:
    """Give one file as the normalised articles that a build would make of it (empty if none), and what is wrong with it.

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
    wanted = {f"articles/{article}.md" for article in edition.articles}
    pages = {page.path: page for page in lay_out_edition(edition) if page.path in wanted and isinstance(page, Page)}
    rendered = renderer(root)
    return "\n".join(rendered(pages[path]).decode() for path in sorted(pages)), faults


def remember_nothing(function: Callable[..., R], calls: Sequence[tuple[object, ...]], /) -> Iterator[R]:
    """A memo that forgets."""
    return spread(function, calls)


def _with_last_read(root: Path, sources: Sequence[Source], last_read: Sequence[Source]) -> Sequence[Source]:
    if not last_read:
        return sources
    paths, ids = {source.path for source in sources}, {source.id for source in sources}
    kept = [old for old in last_read if old.path not in paths and old.id not in ids and (root / old.path).is_file()]
    return tuple(sorted([*sources, *kept], key=lambda source: source.path))


@seldom_collected()
def _edition(root: Path) -> tuple[Edition, tuple[Fault, ...]]:
    content, faults = read_content(root)
    return make_edition(content, faults, remember_nothing)
