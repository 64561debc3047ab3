"""Makes a ready digest folder."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from digest.errors import OutputError, reason

ARTICLES = "content/articles"
SOURCES = "content/sources.yml"
SETTINGS = "content/settings.yml"


def new_digest(target: Path) -> list[str]:
    """Add to a folder whatever a digest needs and it does not have; give the files that were added, by path.

    Nothing is overwritten, and the sample articles come only where ``content/articles`` is absent or empty.
    A name that begins with ``_`` among the starter's files stands for one with a dot: ``_github`` is ``.github``, which
    packaging tools would leave out.
    Raises OutputError where a file cannot be written.
    """
    starter = Path(str(files("digest.edge") / "starter"))
    wanted = {_name(file.relative_to(starter)): file for file in sorted(starter.rglob("*")) if _is_meant(file, starter)}
    del wanted["sources-empty.yml"]
    has_articles = _holds_something(target / ARTICLES)
    has_config = (target / "mkdocs.yaml").exists()
    if has_articles:  # the samples' outlets would stand on the site as sources without an article
        wanted[SOURCES] = starter / "sources-empty.yml"
    added = []
    for path, file in sorted(wanted.items()):
        place = target / path
        if (
            place.exists()
            or place.is_symlink()
            or (has_articles and path.startswith(f"{ARTICLES}/"))
            or (has_config and path == "mkdocs.yml")
        ):
            continue
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.read_bytes() + (_authority() if path == SETTINGS else b""))
        except OSError as error:
            raise OutputError(f"{place} could not be written ({reason(error)})") from error
        added.append(path)
    return added


def _authority() -> bytes:
    """Give the line of ``settings.yml`` that names this digest for good: no other one may have its name, whatever its address.

    ``.invalid`` is nobody's, now and ever (RFC 2606).
    """
    name = f"digest-{secrets.token_hex(8)}.invalid,{datetime.now(tz=UTC):%Y-%m-%d}"
    return (
        "\n# The ids in your feeds begin with this. Leave it as it is, also when the site moves: readers know entries by it.\n"
        f"feed_authority: {name}\n"
    ).encode()


def _is_meant(file: Path, starter: Path) -> bool:
    below = file.relative_to(starter)
    return file.is_file() and not any(part.startswith(".") or part == "__pycache__" for part in below.parts)


def _name(below: Path) -> str:
    return "/".join("." + part[1:] if part.startswith("_") else part for part in below.parts)


def _holds_something(folder: Path) -> bool:
    return folder.is_dir() and any(not child.name.startswith(".") for child in folder.iterdir())
