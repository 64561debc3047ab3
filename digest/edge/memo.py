"""Remembers, in ``build/memo``, what slow pure functions gave."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
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
        self._known: dict[str, dict[str, str]] = {}
        self._used: dict[str, dict[str, str]] = {}

    def __call__(self, function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Give ``function(*args, **kwargs)``, remembered or new; arguments and result must be plain JSON values.

        The value is the same either way, so a tuple comes back as a list.
        """
        name = f"{function.__module__}.{function.__qualname__}"
        if name not in self._known:
            self._known[name], self._used[name] = self._load(name), {}
        arguments = json.dumps([args, kwargs], sort_keys=True, ensure_ascii=True)
        key = hashlib.sha256(f"{_code(function.__module__)} {name} {arguments}".encode()).hexdigest()
        text = self._used[name].get(key) or self._known[name].get(key)
        if text is None:
            text = json.dumps(function(*args, **kwargs), ensure_ascii=False, allow_nan=False)
        self._used[name][key] = text
        value: R = json.loads(text)
        return value

    def close(self) -> None:
        """Write what this build used, and nothing else; a file that would not change is not touched."""
        for name, used in self._used.items():
            data = "".join(f'["{key}", "{_checksum(key, text)}", {text}]\n' for key, text in sorted(used.items())).encode(
                "utf-8", "surrogatepass"
            )
            file = self.folder / f"{name}.jsonl"
            try:
                if not (file.exists() and file.read_bytes() == data):
                    self.folder.mkdir(parents=True, exist_ok=True)
                    partial = self.folder / f"{name}.{os.getpid()}.partial"
                    partial.write_bytes(data)
                    with suppress(FileNotFoundError):  # another build has swept it up, and written what is as good
                        partial.replace(file)
                for leftover in self.folder.glob(f"{name}.*.partial"):  # of a build that was killed
                    leftover.unlink(missing_ok=True)
            except OSError:
                continue  # what is not remembered is worked out again: that costs time, and no build

    def _load(self, name: str) -> dict[str, str]:
        """Give the values of a file as JSON texts, by key; they are parsed where they are used."""
        try:
            lines = (self.folder / f"{name}.jsonl").read_bytes().decode("utf-8", "surrogatepass").split("\n")
        except (OSError, UnicodeDecodeError):
            return {}
        found = {}
        for line in lines:
            key, checksum, text = line[2:66], line[70:86], line[89:-1]
            if line == f'["{key}", "{checksum}", {text}]' and checksum == _checksum(key, text):
                found[key] = text
        return found


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
