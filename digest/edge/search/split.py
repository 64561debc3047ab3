"""Cuts the word index of a finished Pagefind index into smaller parts.

Pagefind 1.5 cuts its list of words wherever 20,000 places have come together, some 26 KB packed, and offers no setting for it.
A word that is looked for costs the part that it stands in: so smaller parts make a search lighter, and also faster, since every
word of the loaded parts that begins like the last word typed is looked at.

The format (CBOR in gzip behind a signature) is Pagefind's own. Nothing is written unless every byte of the index could be
accounted for: an index of another form stays as it is.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

SIGNATURE = b"pagefind_dcd"

PART = 22_000
"""Bytes of a part before it is packed, 9 KB after: at 10,000 articles a search for two new words costs 35 KB in place of 66, and
the list of the parts, which a first search fetches, 99 KB in place of 88 (measured)."""

TOGETHER = 4
"""Words that begin with the same four letters stay in one part where it does not grow past twice its size: only words of loaded
parts are found by their beginning."""

LAST = "\U0010ffff"
"""Sorts after every letter: a part that goes to ``tari`` with it has all words that begin so."""

COMMON, MANY = 0.5, 1_000
"""A word is common that stands on more than this share of the pages, and on so many at least."""

_WHOLE = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a]....)"
_LIST = rb"(?:[\x80-\x97]|\x98.|\x99..)" + _WHOLE + rb"*+"
_PAGES = re.compile(rb"(?:\x83" + _WHOLE + _LIST + _LIST + rb")*+", re.DOTALL)
"""The pages of a word: number, places in the text, places in its title and the like."""


class Entry(NamedTuple):
    """A word of the index, as it stands there."""

    word: str
    pages: int
    data: bytes


class UnknownFormError(ValueError):
    """The index is not of the form that is known here."""


def split_index(folder: Path, part: int = PART) -> tuple[str, ...]:
    """Cut the word index in ``folder`` into parts of about ``part`` bytes before packing; give the common words.

    An index of another form is left as it is, and no word of it counts as common.
    """
    try:
        listing = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))
        plans = {language: _Plan(folder, about["hash"], part) for language, about in listing["languages"].items()}
    except (OSError, EOFError, zlib.error, LookupError, ValueError, TypeError, AttributeError):
        return ()
    for language, plan in plans.items():
        listing["languages"][language]["hash"] = plan.write()
    (folder / "pagefind-entry.json").write_text(json.dumps(listing, separators=(",", ":"), ensure_ascii=False), encoding="utf-8")
    return tuple(sorted({word for plan in plans.values() for word in plan.common}))


class _Plan:
    """What the index of one language becomes."""

    def __init__(self, folder: Path, name: str, part: int) -> None:
        self.folder, self.name = folder, name
        self.language = name.rpartition("_")[0]
        self.meta = _unpacked(self._meta_file(name))
        spans = list(_items(self.meta, len(SIGNATURE)))
        if len(spans) != 6 or spans[-1][1] != len(self.meta):
            raise UnknownFormError("the list of pages")
        self.span = spans[2]
        size = _head(self.meta, spans[1][0], 4)[0]
        self.old = [_chunk(self.meta, one) for one in _items(self.meta, self.span[0])]
        entries = [entry for _, _, name in self.old for entry in read_part(_unpacked(self._part_file(name)))]
        if any(one.word >= other.word for one, other in pairwise(entries)):
            raise UnknownFormError("the order of the words")
        self.parts = list(cut(entries, part))
        self.common = [entry.word for entry in entries if entry.pages > max(MANY, COMMON * size)]

    def write(self) -> str:
        """Write the parts, then the list of them, then remove what was there before; give the new name of the list."""
        chunks = []
        names: set[str] = set()
        for at, entries in enumerate(self.parts):
            before = self.parts[at - 1][-1].word if at else ""
            after = self.parts[at + 1][0].word if at + 1 < len(self.parts) else ""
            first = _beginning(entries[0].word, before) if at else entries[0].word
            last = _beginning(entries[-1].word, after) + LAST if after else entries[-1].word
            data = SIGNATURE + b"\x81" + _heading(4, len(entries)) + b"".join(entry.data for entry in entries)
            name = _name(self.language, data, names)
            self._part_file(name).write_bytes(gzip.compress(data, 6, mtime=0))
            chunks.append(b"\x83" + b"".join(_heading(3, len(text.encode())) + text.encode() for text in (first, last, name)))
        listed = _heading(4, len(chunks)) + b"".join(chunks)
        meta = self.meta[: self.span[0]] + listed + self.meta[self.span[1] :]
        name = _name(self.language, meta, set(), 10)
        self._meta_file(name).write_bytes(gzip.compress(meta, 6, mtime=0))
        for _, _, old in self.old:
            if old not in names:
                self._part_file(old).unlink()
        if name != self.name:
            self._meta_file(self.name).unlink()
        return name

    def _meta_file(self, name: str) -> Path:
        return self.folder / f"pagefind.{name}.pf_meta"

    def _part_file(self, name: str) -> Path:
        return self.folder / "index" / f"{name}.pf_index"


def read_part(data: bytes) -> list[Entry]:
    """Give the words of an unpacked part; raises UnknownFormError where it holds anything else."""
    count, at = _head(data, len(SIGNATURE), 4)
    if count != 1:
        raise UnknownFormError("a part")
    count, at = _head(data, at, 4)
    found = []
    for _ in range(count):
        start = at
        fields, at = _head(data, at, 4)
        size, at = _head(data, at, 3)
        word = data[at : at + size].decode("utf-8")
        pages, at = _head(data, at + size, 4)
        match = _PAGES.match(data, at)
        at = match.end() if match else at
        if fields != 3:
            raise UnknownFormError("a word")
        at = _end(data, at)  # other spellings of the word
        found.append(Entry(word, pages, data[start:at]))
    if at != len(data):
        raise UnknownFormError("a part")
    return found


def cut(entries: list[Entry], part: int) -> Iterator[list[Entry]]:
    """Cut a list of words into parts; words that begin alike stay together where they can."""
    found: list[Entry] = []
    size = 0
    for entry in entries:
        grown = size + len(entry.data)
        if found and grown > part and (grown > 2 * part or _alike(found[-1].word, entry.word) < TOGETHER):
            yield found
            found, size = [], 0
        found.append(entry)
        size += len(entry.data)
    if found:
        yield found


def _alike(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _beginning(word: str, other: str) -> str:
    """Give as much of a word as tells it from another one."""
    return word[: _alike(word, other) + 1]


def _unpacked(file: Path) -> bytes:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(SIGNATURE):
        raise UnknownFormError(file.name)
    return data


def _name(language: str, data: bytes, names: set[str], size: int = 8) -> str:
    """Give a file that holds ``data`` a name that no other of them has."""
    digest = hashlib.sha256(data).hexdigest()
    name = next(name for end in range(size, 65) if (name := f"{language}_{digest[:end]}") not in names)
    names.add(name)
    return name


# -------------------------------------------------------------------- CBOR (RFC 8949)


def _head(data: bytes, at: int, kind: int) -> tuple[int, int]:
    """Read the head of an item of a kind (4: a list, 3: a text); give its size and where it goes on."""
    found, size, at = _any_head(data, at)
    if found != kind:
        raise UnknownFormError(f"kind {found} for {kind}")
    return size, at


def _any_head(data: bytes, at: int) -> tuple[int, int, int]:
    kind, low = data[at] >> 5, data[at] & 31
    if low < 24:
        return kind, low, at + 1
    if low > 27 or kind > 4:
        raise UnknownFormError(f"head {data[at]}")
    width = 1 << (low - 24)
    return kind, int.from_bytes(data[at + 1 : at + 1 + width], "big"), at + 1 + width


def _end(data: bytes, at: int) -> int:
    """Give where an item ends."""
    kind, size, at = _any_head(data, at)
    if kind < 2:
        return at
    if kind < 4:
        return at + size
    for _ in range(size):
        at = _end(data, at)
    return at


def _items(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Give where each item of a list begins and ends."""
    size, at = _head(data, at, 4)
    for _ in range(size):
        end = _end(data, at)
        yield at, end
        at = end


def _chunk(data: bytes, span: tuple[int, int]) -> tuple[str, str, str]:
    first, last, name = (data[_head(data, start, 3)[1] : end].decode("utf-8") for start, end in _items(data, span[0]))
    return first, last, name


def _heading(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes([kind << 5 | size])
    width = next(width for width in range(4) if size < 1 << (8 << width))
    return bytes([kind << 5 | 24 + width]) + size.to_bytes(1 << width, "big")
