"""Who may import whom, and how long a module may be: the shape of the program, as a test."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

PACKAGE = Path(str(files("digest")))
MODULES = sorted(PACKAGE.rglob("*.py"))

ALLOWED = {
    "errors": (),
    "text": ("text",),
    "model": ("model",),
    "readers": ("model", "errors", "text", "readers"),
    "steps": ("model", "errors", "text"),
    "pipeline": ("readers", "steps", "model", "errors"),
    "edge": ("model", "errors", "text", "edge"),
    "build": ("pipeline", "edge", "model", "errors"),
    "cli": ("build", "edge", "errors"),
    "plugin": ("build", "edge", "errors"),
    "__main__": ("cli",),
    "__init__": (),
}
"""Part of the package: the parts that it may import. A step may also import the modules of its own folder, no other step."""

HOMES = {
    "charset_normalizer": ("edge.detect",),
    "click": ("cli",),
    "jinja2": ("edge.templates",),
    "feedparser": ("readers.feed",),
    "lxml": ("readers.html",),
    "markupsafe": ("edge.templates",),
    "mkdocs": ("plugin",),
    "numpy": ("steps.events",),
    "pagefind_bin": ("edge.search",),
    "sentencex": ("text",),
    "snowballstemmer": ("text",),
    "trafilatura": ("readers.html",),
    "yake": ("steps.keywords",),
    "yaml": ("edge",),
}
"""Outside package: the only places that know it, so that it can be replaced there."""

WORLD = frozenset(
    "asyncio ctypes glob http io locale logging multiprocessing os pathlib platform random secrets shutil socket sqlite3 "
    "subprocess tempfile threading time urllib.request uuid zoneinfo".split()
)
"""Modules of the standard library that show the clock, disk, network, environment, chance or a log."""

PURE = ("model", "readers", "steps", "text", "pipeline", "errors")

IMPURE_CALLS = frozenset({"open", "print", "input", "hash", "now", "today", "utcnow", "fromtimestamp", "getenv", "set_trace"})
"""``hash`` of a text differs from run to run."""


def _name(file: Path) -> str:
    """``steps.pages.site`` of ``digest/steps/pages/site.py``."""
    return ".".join(file.relative_to(PACKAGE).with_suffix("").parts)


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "a relative import hides where a name comes from"
            assert node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _within(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_a_module_imports_only_what_its_layer_may(file: Path) -> None:
    name = _name(file)
    allowed = ALLOWED[name.split(".")[0]]
    if name.startswith("steps."):
        allowed += (".".join(name.split(".")[:2]),)  # its own folder

    for imported in _imports(file):
        if imported.split(".")[0] == "digest":
            assert _within(imported.removeprefix("digest."), allowed), f"{name} may not import {imported}"


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_every_outside_package_has_one_home(file: Path) -> None:
    for imported in _imports(file):
        package = imported.split(".")[0]
        if package != "digest" and package not in sys.stdlib_module_names:
            assert package in HOMES, f"{package} has no home: name one in this test"
            assert _within(_name(file), HOMES[package]), f"{package} is known in {HOMES[package]} only"


@pytest.mark.parametrize("file", [file for file in MODULES if _within(_name(file), PURE)], ids=_name)
def test_the_pure_half_does_not_see_the_world(file: Path) -> None:
    for imported in _imports(file):
        assert not WORLD & {imported, imported.split(".")[0], imported.rpartition(".")[0]}, imported
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
            assert called not in IMPURE_CALLS, f"{called}() on line {node.lineno}"


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_a_module_fits_in_a_head(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) < 300, "make it a folder of the same name with one public function"


def test_no_module_is_named_for_nothing() -> None:
    assert not [file for file in MODULES if file.stem in {"utils", "util", "helpers", "common", "misc"}]
