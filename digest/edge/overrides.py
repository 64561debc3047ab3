"""The designer's own templates in ``site_templates/pages``: are they text, and does a page use them."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path

from digest.edge.files import NO_FILE
from digest.errors import DigestError, Fault, reason

FOLDER = "site_templates/pages"


def check_templates(root: Path, known: Collection[str]) -> tuple[Fault, ...]:
    """Give a fault for every template of the digest in ``root`` that cannot be read, or that no page is made from.

    ``known``: the names of the package's own templates, which those of the digest replace. Another name is right where a
    template of the digest names it, to include or import it.
    """
    faults = []
    texts: dict[str, str] = {}
    folder = root / FOLDER
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        name = file.relative_to(folder).as_posix()
        if file.is_dir() or any(part.startswith(".") for part in name.split("/")) or name.endswith("~"):
            continue
        try:
            texts[name] = read_template(file, name)
        except DigestError as error:
            faults.append(Fault(f"{FOLDER}/{name}", 0, str(error).partition(": ")[2]))
    for name in texts.keys() - set(known):
        near = get_close_matches(name, sorted(known), n=1)
        named = any(f'"{name}"' in text or f"'{name}'" in text for other, text in texts.items() if other != name)
        if not named and (near or name.endswith(".jinja")):
            meant = f'did you mean "{near[0]}"?' if near else f"expected one of {', '.join(sorted(known))}"
            faults.append(Fault(f"{FOLDER}/{name}", 0, f"no page is made from a template of this name; {meant}"))
    return tuple(sorted(faults))


def read_template(file: Path, name: str) -> str:
    """Give the text of a template; raises DigestError, with its name, where it cannot be read or is not UTF-8."""
    if file.exists() and not file.is_file():  # a pipe would wait for ever
        raise DigestError(f"{FOLDER}/{name}: {NO_FILE}")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DigestError(f"{FOLDER}/{name}: the file cannot be read ({reason(error)})") from error
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DigestError(f"{FOLDER}/{name}: this is not UTF-8 text (line {line}); save it as UTF-8") from error
