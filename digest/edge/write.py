"""Writes ``build/``: whole files or none, and only what changed."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path, PurePosixPath

from digest.errors import OutputError, reason

try:
    import fcntl
except ImportError:  # Windows: builds there must not run at the same time
    fcntl = None  # type: ignore[assignment]

MANIFEST = "manifest.json"

TEMPORARY = ".tmp"

BLOCK = 1 << 20
"""Bytes that are copied at once."""

NOT_OURS = frozenset({"site", "memo", TEMPORARY, ".lock", MANIFEST})
"""What lies in ``build/`` beside the written files."""


def write_files(build: Path, files: Iterable[tuple[str, bytes | Iterable[bytes]]]) -> int:
    """Make ``build/`` hold exactly these files (path below it, what it holds), and give how many were written or deleted.

    They are taken one at a time, and a file may come in pieces, of which one at a time is in memory. Each that differs from what
    is there waits on the disk until all have come, so that one that cannot be made costs nothing but its own error.
    The manifest lists every file that is ours; nothing else is ever deleted.
    It is written as the union of old and new before the first change and as the new list after the last, so that a build
    that was killed at any moment leaves whole files, all of them listed, and the next build mends the rest.
    A file that is as it should be is not touched, and where all are, nothing is written, not even the manifest.
    Links are never followed: one that lies where a file belongs is replaced, as are pipes and sockets; one where a folder
    belongs is an error, and so is a folder where a file belongs.
    Raises OutputError where something cannot be written.
    """
    try:
        build.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = "there is a file of that name" if build.exists() else reason(error)
        raise OutputError(f"the folder {build} cannot be made ({why})") from error
    with _alone(build):
        return _write(build, files)


def _write(build: Path, files: Iterable[tuple[str, bytes | Iterable[bytes]]]) -> int:
    _sweep(build / TEMPORARY)
    known = listed(build)
    try:
        new, waiting = _stage(build, files)
        old = known or set()
        if old != new and not new <= old:
            _put(build, MANIFEST, _manifest(old | new))
        changed = sum(_delete(build, path) for path in sorted(old - new, reverse=True))  # first: a folder may become a file
        for path, file in sorted(waiting.items()):
            _place(build, path, file)
        _put(build, MANIFEST, _manifest(new))
    finally:
        _sweep(build / TEMPORARY)
    return changed + len(waiting)


def _stage(build: Path, files: Iterable[tuple[str, bytes | Iterable[bytes]]]) -> tuple[set[str], dict[str, Path]]:
    """Write what differs into the temporary folder; give all paths, and where the new file of each that differs waits."""
    paths, waiting = set[str](), dict[str, Path]()
    for path, data in files:
        if not _is_ours(path):
            raise OutputError(f"{build.name}/{path} is no place for a generated file")
        paths.add(path)
        new = _unlike(build / path, iter([data] if isinstance(data, bytes) else data))
        if new is not None:
            waiting[path] = _spool(build, path, str(len(waiting)), new)
    return paths, waiting


@contextmanager
def _alone(build: Path) -> Iterator[None]:
    """Let one build write at a time; another one waits."""
    try:
        lock = os.open(build / ".lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    except OSError as error:
        raise OutputError(f"nothing can be written in {build} ({reason(error)})") from error
    try:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _put(build: Path, path: str, data: bytes) -> None:
    """Write a file at once, unless it is as it should be."""
    if (new := _unlike(build / path, iter([data]))) is not None:
        _place(build, path, _spool(build, path, "at-once", new))


def _spool(build: Path, path: str, name: str, pieces: Iterable[bytes]) -> Path:
    file = build / TEMPORARY / name
    try:
        file.parent.mkdir(exist_ok=True)
        with file.open("wb") as out:
            out.writelines(pieces)
    except OSError as error:
        raise OutputError(f"{build.name}/{path} could not be written ({reason(error)})") from error
    return file


def _place(build: Path, path: str, waiting: Path) -> None:
    """Move a file to where it belongs; whoever looks there finds the old one or the new one."""
    target = build / path
    try:
        for folder in reversed(target.relative_to(build).parents[:-1]):
            place = build / folder
            if place.is_symlink():
                raise OutputError(f"{build.name}/{folder} is a link where a folder belongs; delete it")
            if place.exists() and not place.is_dir():
                raise OutputError(f"{build.name}/{folder} is a file where a folder belongs; delete it")
        if target.is_dir() and not target.is_symlink():
            raise OutputError(f"{build.name}/{path} is a folder where a file belongs; delete it")
        target.parent.mkdir(parents=True, exist_ok=True)
        waiting.replace(target)
    except OSError as error:
        raise OutputError(f"{build.name}/{path} could not be written ({reason(error)})") from error


def _unlike(target: Path, pieces: Iterator[bytes]) -> Iterator[bytes] | None:
    """Give the pieces of a file anew, or None where a file of ours holds just these; what is there already is read from it."""
    try:
        old = target.open("rb") if _is_file(target) else None  # what is no file is never opened: a pipe would wait for ever
    except OSError:
        old = None
    if old is None:
        return pieces
    with old:
        same = 0
        for piece in pieces:
            if old.read(len(piece)) != piece:
                return chain(_head(target, same), [piece], pieces)
            same += len(piece)
        return _head(target, same) if old.read(1) else None


def _head(file: Path, size: int) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while size > 0 and (block := opened.read(min(size, BLOCK))):
            yield block
            size -= len(block)


def _delete(build: Path, path: str) -> bool:
    """Delete a file of ours and the folders that this empties; say whether it was there."""
    target = build / path
    parents = [build / folder for folder in PurePosixPath(path).parents[:-1]]
    if any(folder.is_symlink() for folder in parents) or (target.is_dir() and not target.is_symlink()):
        return False  # what lies there now is not what we wrote
    try:
        target.unlink()
        found = True
    except (FileNotFoundError, NotADirectoryError):
        found = False
    except OSError as error:
        raise OutputError(f"{build.name}/{path} could not be deleted ({reason(error)})") from error
    for folder in parents:
        with suppress(OSError):
            folder.rmdir()
    return found


def listed(build: Path) -> set[str] | None:
    """Give the files of the manifest; None where there is none, or none of ours."""
    if not _is_file(build / MANIFEST):
        return None
    try:
        found = json.loads((build / MANIFEST).read_text(encoding="utf-8"))
        return {path for path in found["files"] if _is_ours(path)}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _manifest(paths: set[str]) -> bytes:
    return (json.dumps({"schema": 1, "files": sorted(paths)}, ensure_ascii=False, indent=0) + "\n").encode()


def _is_ours(path: object) -> bool:
    if not isinstance(path, str) or "\\" in path or "\0" in path:
        return False
    parts = path.split("/")
    return parts[0] not in NOT_OURS and not any(part in {"", ".", ".."} for part in parts)


def _sweep(temporary: Path) -> None:
    """Remove what a killed build left, and the folder, or what lies in its place."""
    with suppress(OSError):  # what stays is named when a file cannot be laid there
        if temporary.is_dir() and not temporary.is_symlink():
            shutil.rmtree(temporary)
        else:
            temporary.unlink()


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()
