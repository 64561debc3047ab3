"""One file a format: what stands in it, nothing decided. No disk."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from digest.errors import ReaderError
from digest.model import Found, Raw, Source
from digest.readers import feed, html, json, mailbox, markdown, plain
from digest.text.mojibake import repair

_READERS: Mapping[str, Callable[[str, int], Raw | tuple[Raw, ...]]] = {
    ".txt": plain.read,
    ".md": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".eml": mailbox.read,
    ".xml": feed.read,
    ".rss": feed.read,
    ".atom": feed.read,
    ".json": json.read,
}

SUFFIXES: frozenset[str] = frozenset(_READERS)
"""The endings of file names that can be read, in lower case, with their dot."""


_KIND = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:(\{)\\rtf\d|<(?:!doctype html|html)\b(?=.*</))", re.IGNORECASE | re.DOTALL)
"""What a file of another kind begins with."""


def read(source: Source) -> tuple[Raw, ...]:
    """Read a source with the reader of its format; its suffix must be one of ``SUFFIXES``.

    Gives its articles in the order of the file, garbled characters put right.
    Raises ReaderError if the file is not what its ending says.
    """
    if source.suffix in (".txt", ".md") and (kind := _KIND.match(source.whole_text)):
        what, better = (
            ("an RTF file", "save it as plain text") if kind[1] == "{" else ("a web page", "give its name the ending .html")
        )
        raise ReaderError(f"this is {what}, not a text; {better}", source.first_line)
    found = _READERS[source.suffix](source.whole_text, source.first_line)
    return tuple(_repaired(raw, source.repaired) for raw in ((found,) if isinstance(found, Raw) else found))


def _repaired(raw: Raw, before: int) -> Raw:
    """Put right what only shows once the format is taken off: in encoded words, entities and escapes."""
    count = before

    def right(text: str) -> str:
        nonlocal count
        better, places = repair(text)
        count += places
        return better

    def found(value: Found | None) -> Found | None:
        return value and replace(value, value=right(value.value))

    return replace(
        raw,
        blocks=tuple(replace(block, text=right(block.text)) for block in raw.blocks),
        title=found(raw.title),
        authors=tuple(replace(author, value=right(author.value)) for author in raw.authors),
        outlet=found(raw.outlet),
        repaired=count,
    )
