"""Remembers, in ``build/memo``, what slow pure functions gave."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, Self, TypeVar

from digest.edge.workers import spread

R = TypeVar("R")

LIBRARIES = ("yake", "numpy", "networkx", "segtok", "jellyfish", "sentencex", "snowballstemmer", "trafilatura", "lxml")
"""The libraries whose version a remembered value depends on."""


class FileMemo:
    """A ``digest.model.Memo`` that lasts from one build to the next.

    One file for each remembered function, ``<module>.<function>.jsonl``, of lines ``[key, checksum, value]``.
    The key is a hash of everything that the value depends on: the source code of the function's own step and of what
    steps may import, the versions of the libraries and of Python, and the arguments.
    So nothing is ever out of date, and a line that is torn or foreign is not found or fails its checksum, and counts as none.
    Not a pickle and not a database: a damaged or hostile file can at worst be ignored.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._shelves: dict[str, _Shelf] = {}

    def __call__(self, function: Callable[..., R], calls: Sequence[tuple[object, ...]], /) -> Iterator[R]:
        """Give ``function(*call)`` for every call, in their order, remembered or new; what is new is spread over the cores.

        Arguments and results must be plain JSON values. A value is the same either way, so a tuple comes back as a list.
        """
        name = f"{function.__module__}.{function.__qualname__}"
        if name not in self._shelves:
            self._shelves[name] = _Shelf(self.folder / f"{name}.jsonl")
        shelf, code = self._shelves[name], _code(function.__module__)
        keys = [_hash(f"{code} {name} {json.dumps(call, sort_keys=True, ensure_ascii=True)}") for call in calls]
        new = {key: call for key, call in zip(keys, calls, strict=True) if not shelf.knows(key)}
        values = zip(list(new), spread(function, list(new.values())), strict=True)
        for key, call in zip(keys, calls, strict=True):
            if key in new:
                del new[key]
                shelf.put(key, json.dumps(next(values)[1], ensure_ascii=False, allow_nan=False))
            text = shelf.take(key)
            value: R = function(*call) if text is None else json.loads(text)  # None: the disk did not take it
            yield value

    def __enter__(self) -> Self:
        """Begin a build."""
        return self

    def __exit__(self, error: object, *_: object) -> None:
        """End it: write what it used, and nothing else, unless it failed; a file that would not change is not touched."""
        for shelf in self._shelves.values():
            shelf.close(write=error is None)


class _Shelf:
    """What is remembered of one function. The values stay on the disk: in memory is only where each of them stands."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._old: BinaryIO | None = None
        self._fresh: BinaryIO | None = None
        self._known: dict[str, tuple[int, int]] = {}
        """Key: where its line stands in the file of an earlier build, and how long it is."""
        self._used: dict[str, tuple[bool, int, int]] = {}
        """Key: whether its line is a fresh one, where it stands, and how long it is."""
        with suppress(OSError):
            self._old = file.open("rb")
            position = 0
            for line in self._old:
                if _key_and_text(line):
                    self._known[line[2:66].decode()] = (position, len(line))
                position += len(line)

    def knows(self, key: str) -> bool:
        """Say whether there is a value of an earlier build, or of this one."""
        return key in self._known or key in self._used

    def take(self, key: str) -> str | None:
        """Give a value as JSON, or None where it is not known."""
        if key in self._known:
            self._used.setdefault(key, (False, *self._known[key]))
        if key not in self._used:
            return None
        found = _key_and_text(self._line(key))
        return found[1] if found else None

    def put(self, key: str, text: str) -> None:
        """Remember a value; where the disk does not take it, it is worked out again another time, which costs no build."""
        line = f'["{key}", "{_checksum(key, text)}", {text}]\n'.encode("utf-8", "surrogatepass")
        with suppress(OSError):
            if self._fresh is None:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._fresh = TemporaryFile(dir=self._file.parent)  # noqa: SIM115 - open until the build ends
            position = self._fresh.seek(0, os.SEEK_END)
            self._fresh.write(line)
            self._used[key] = (True, position, len(line))

    def close(self, *, write: bool) -> None:
        """Write the lines that were used, by key, unless the file holds just these already; then let go of the files."""
        with suppress(OSError):
            if write and (self._fresh or len(self._used) < self._lines()):
                partial = self._file.with_suffix(f".{os.getpid()}.partial")
                with partial.open("wb") as out:
                    out.writelines(self._line(key) for key in sorted(self._used))
                with suppress(FileNotFoundError):  # another build has swept it up, and written what is as good
                    partial.replace(self._file)
            for leftover in self._file.parent.glob(f"{self._file.stem}.*.partial"):  # of a build that was killed
                leftover.unlink(missing_ok=True)
        for open_file in (self._old, self._fresh):
            if open_file:
                open_file.close()

    def _lines(self) -> int:
        """Count the lines of the file, the torn and foreign ones with the others."""
        if self._old is None:
            return 0
        self._old.seek(0)
        return sum(1 for _ in self._old)

    def _line(self, key: str) -> bytes:
        fresh, position, length = self._used[key]
        file = self._fresh if fresh else self._old
        if file is None:
            return b""
        file.seek(position)
        return file.read(length)


def _key_and_text(line: bytes) -> tuple[str, str] | None:
    """Give key and value of a line; None where it is torn or foreign."""
    try:
        whole = line.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    key, checksum, text = whole[2:66], whole[70:86], whole[89:-2]
    good = whole == f'["{key}", "{checksum}", {text}]\n' and checksum == _checksum(key, text)
    return (key, text) if good else None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _checksum(key: str, text: str) -> str:
    return hashlib.sha256((key + text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@cache
def _code(module: str) -> str:
    """Give a hash of the code that a function of this module can reach.

    A step or reader reaches its own file or folder, ``model``, ``text`` and ``errors``: that is the rule of
    ``tests/test_imports.py``, which this relies on. A module from elsewhere counts with its own file alone.
    """
    parts = module.split(".")
    package = Path(str(files("digest")))
    if parts[0] == "digest" and len(parts) > 2:
        own = package / parts[1] / parts[2]
        places = [own if own.is_dir() else own.with_suffix(".py"), package / "model", package / "text", package / "errors.py"]
    else:
        places = [Path(str(sys.modules[module].__file__))]
    total = hashlib.sha256(f"{sys.version_info[:2]} {[_version(library) for library in LIBRARIES]}".encode())
    for place in places:
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.is_file() and file.suffix != ".pyc":
                total.update(f"{file.relative_to(place.parent).as_posix()} {file.stat().st_size} ".encode() + file.read_bytes())
    return total.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
