"""Finds and opens the editor's files."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from digest.edge.decode import Decoded, decode, decode_mail
from digest.errors import Fault, reason

ARTICLES = (".txt", ".md", ".html", ".htm", ".eml", ".xml", ".rss", ".atom", ".json")
"""The endings of articles: those for which there is a reader (``tests/edge/test_read.py`` compares)."""

PAGES = (".html", ".htm")
"""The endings of saved web pages."""

DECLARING = (*PAGES, ".xml", ".rss", ".atom")
"""The endings of formats that may declare their encoding in the text."""

WITH_FRONT_MATTER = (".txt", ".md")
"""The endings of texts that may open with front matter; in the other formats the editor cannot write any."""

NOT_READ = "not a format that digest reads: expected"

NO_FILE = "this is not a file that can be read"
"""A pipe, a socket or a device."""

_NOT_MEANT = frozenset({"thumbs.db", "desktop.ini"})
"""What Windows leaves in folders; names that begin with a dot or end with "~" are skipped as well."""


_WITH_PAGE = "_files .files -Dateien _archivos _arquivos _bestanden _fichiers _ficheiros _file -filer".split()
"""What browsers of several languages add to the name of a page for the folder of its pictures."""


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file."""

    file: Path
    path: str
    """From the digest's root, with ``/``; fit to be shown."""


def find(root: Path, folder: str, suffixes: Sequence[str]) -> tuple[tuple[Found, ...], tuple[Fault, ...]]:
    """Give the files below a folder that have one of the endings, by path, and a fault for everything else that lies there.

    Links to files and folders in the digest's folder are followed, each real folder once: first those that lie in the tree, then
    those that are linked to, so that a link that leads back up ends the walk instead of never. A link that leads out of the
    digest's folder is a fault: elsewhere, and in the workflow that publishes the site, it would lead to nothing, or to
    something that nobody meant to publish.
    """
    home = tuple(place.resolve() for place in (root, root / "content", root / folder))
    found: list[Found] = []
    faults: list[Fault] = []
    seen: set[Path] = set()
    here, linked = [root / folder], list[Path]()
    while here or linked:
        place = here.pop() if here else linked.pop(0)
        real = place.resolve()
        if real in seen:
            faults.append(Fault(shown(place, root), 0, "this link leads to a folder that is read already; it is not followed"))
            continue
        seen.add(real)
        try:
            children = sorted(place.iterdir())
        except OSError as error:
            faults.append(Fault(shown(place, root), 0, f"this folder cannot be opened ({reason(error)})"))
            continue
        names = {child.name for child in children}
        for child in children:
            if _is_not_meant(child.name) or _is_attachment(child, names):
                continue
            folder_here, message = _look(child, suffixes)
            if not message and child.is_symlink() and not any(child.resolve().is_relative_to(one) for one in home):
                message = "this link leads out of the digest's folder; it is not followed: copy the file or folder here"
            if message:
                faults.append(Fault(shown(child, root), 0, message))
            elif folder_here:
                (linked if child.is_symlink() else here).append(child)
            else:
                found.append(Found(child, shown(child, root)))
    return tuple(sorted(found, key=lambda item: item.path)), tuple(faults)


def read_text(found: Found, max_mb: int | None = None) -> tuple[str | None, tuple[Fault, ...]]:
    """Give a file's text, or None, and its faults; see ``read_decoded``."""
    decoded, faults = read_decoded(found, max_mb)
    return decoded.text, faults


def read_decoded(found: Found, max_mb: int | None = None) -> tuple[Decoded, tuple[Fault, ...]]:
    """Give a file's text and what had to be done to read it, and its faults.

    A file larger than ``max_mb`` million bytes is never read.
    """
    try:
        mode, size = found.file.stat().st_mode, found.file.stat().st_size
        if not stat.S_ISREG(mode):  # a pipe would wait for ever
            message = "this is a folder where a file belongs" if stat.S_ISDIR(mode) else NO_FILE
            return Decoded(None), (Fault(found.path, 0, message),)
        if max_mb is not None and size > max_mb * 1_000_000:
            message = f"the file has {size / 1e6:.1f} MB, more than max_file_mb in content/settings.yml allows ({max_mb})"
            return Decoded(None), (Fault(found.path, 0, message),)
        data = found.file.read_bytes()
    except OSError as error:
        return Decoded(None), (Fault(found.path, 0, f"the file cannot be read ({reason(error)})"),)
    suffix = found.file.suffix.lower()
    decoded = decode_mail(data) if suffix == ".eml" else decode(data, page=suffix in DECLARING)
    return decoded, ((Fault(found.path, decoded.line, decoded.message),) if decoded.message else ())


def shown(place: Path, root: Path) -> str:
    """Give a path from the root as it may stand in a message and in an export: one line, valid UTF-8."""
    path = place.relative_to(root).as_posix() if place.is_relative_to(root) else place.as_posix()
    return "".join(character if character.isprintable() else "�" for character in path)


def _is_not_meant(name: str) -> bool:
    return name.startswith(".") or name.endswith("~") or name.lower() in _NOT_MEANT


def _is_attachment(child: Path, names: set[str]) -> bool:
    """``summit_files`` beside ``summit.html``: pictures and scripts that a browser saved with the page."""
    return any(
        child.name.removesuffix(ending) + suffix in names
        for ending in _WITH_PAGE
        if child.name.endswith(ending)
        for suffix in PAGES
    )


def _look(child: Path, suffixes: Sequence[str]) -> tuple[bool, str]:
    """Say whether this is a folder, and what is wrong with it."""
    try:
        mode = child.stat().st_mode
    except FileNotFoundError:
        return False, "this link leads to nothing"
    except OSError as error:
        return False, f"the file cannot be opened ({reason(error)})"
    if not child.name.isprintable():
        return False, "the name of this file holds characters that cannot be shown; rename it"
    if stat.S_ISDIR(mode):
        return (
            True,
            f"this is a folder, but it is named like a file ({child.suffix}); rename it"
            if child.suffix.lower() in suffixes
            else "",
        )
    if child.suffix.lower() not in suffixes:
        return False, f"{NOT_READ} {', '.join(suffixes)}"
    return False, "" if stat.S_ISREG(mode) else NO_FILE
