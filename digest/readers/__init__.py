"""One file a format: what stands in it, nothing decided. No disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from digest.model import Raw, Source
from digest.readers import html, markdown, plain

_READERS: Mapping[str, Callable[[str, int], Raw]] = {
    ".txt": plain.read,
    ".md": markdown.read,
    ".html": html.read,
    ".htm": html.read,
}

SUFFIXES: frozenset[str] = frozenset(_READERS)
"""The endings of file names that can be read, in lower case, with their dot."""


def read(source: Source) -> Raw:
    """Read a source with the reader of its format; its suffix must be one of ``SUFFIXES``."""
    return _READERS[source.suffix](source.text, source.first_line)
