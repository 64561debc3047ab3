"""Bytes in, text out, whatever wrote them."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from digest.edge.detect import detect
from digest.text.charsets import codec
from digest.text.escape import clean
from digest.text.mojibake import repair

EMPTY = "the file is empty"
"""Of a file of articles; where the editor's other files have no words, every value keeps its default."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_STRAY = 100
"""Bytes of UTF-8 for each NUL that a program left in it; files that are no texts have more, or are not UTF-8."""

_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""")


class Decoded(NamedTuple):
    """What became of a file's bytes."""

    text: str | None
    """None where it is no text."""
    line: int = 0
    """Of the first character that was lost; 0 for none."""
    message: str = ""
    """What is wrong, or empty."""
    repaired: int = 0
    """Places where garbled characters were put right."""


def decode(data: bytes, *, page: bool) -> Decoded:
    """Give the text of a file, and what is wrong.

    Read as UTF-8, UTF-16 or UTF-32 by its byte order mark, UTF-16 or UTF-32 by where its NULs are, UTF-8 if it is that throughout
    but for a stray NUL, for a ``page`` (HTML or XML) the encoding that it declares in its first 1,024 bytes, and else by its
    letters. UTF-8 comes before the declaration because browsers save a page as UTF-8 and leave its declaration as it was.
    UTF-8 that was once read as Windows-1252 is put right.
    The text is clean (see ``digest.text.escape.clean``): its line ends are LF. The separators of lines and paragraphs (U+2028 and
    U+2029) that programs for layout put into texts are line ends as well; in a page they are white space.
    """
    if not data.strip():
        return Decoded(None, 0, EMPTY)
    text = _by_mark(data)
    if text is None and b"\0" in data:
        text = _by_zeros(data)
        if text is None and _STRAY * data.count(b"\0") <= len(data) and _utf8(bare := data.replace(b"\0", b""), page) is not None:
            data = bare
        elif text is None:
            return Decoded(None, 0, "this is not a text file (it holds bytes that no text has)")
    if text is None:
        text = _utf8(data, page) or _declared(data, page) or _mixed(data) or data.decode(detect(data), "replace")
    if _garbled(text):
        return Decoded(None, 0, "this is not a text file (it holds bytes that no text has)")
    lost = text.count("�") if b"\xef\xbf\xbd" not in data else 0
    text, repaired = repair(text)
    text = clean(text if page else text.translate(_LINE_ENDS))
    if not text.strip():
        return Decoded(None, 0, EMPTY)
    if lost:
        line = text.count("\n", 0, text.index("�")) + 1
        characters = "one character" if lost == 1 else f"{lost} characters"
        return Decoded(text, line, f"{characters} could not be read and became �; save the file as UTF-8", repaired)
    return Decoded(text, repaired=repaired)


def decode_mail(data: bytes) -> Decoded:
    """Give the bytes of a mail as a text that holds them all: those above 127 as surrogate escapes, as ``email`` reads them.

    Each part of a mail names its own encoding, so it cannot be decoded as a whole.
    """
    if not data.strip():
        return Decoded(None, 0, EMPTY)
    marked = _by_mark(data) if not data.startswith(codecs.BOM_UTF8) else None
    data = marked.encode("utf-8", "replace") if marked is not None else data.removeprefix(codecs.BOM_UTF8)
    return Decoded(data.decode("ascii", "surrogateescape"))


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return None


def _by_zeros(data: bytes) -> str | None:
    """Text without a byte order mark: read in the wrong one of these encodings, some code points are no characters."""
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(unicodedata.category(character) in {"Cc", "Cn", "Co"} and character not in "\t\n\r\f\v" for character in text):
            return text
    return None


def _utf8(data: bytes, page: bool) -> str | None:
    if page and b"\x1b" in data:  # ISO-2022-JP is ASCII byte for byte
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _declared(data: bytes, page: bool) -> str | None:
    found = _DECLARED.search(data[:1024]) if page else None
    if not found:
        return None
    encoding = codec(found.group(1).decode("ascii"))
    return data.decode(encoding, "replace") if encoding else None


def _mixed(data: bytes) -> str | None:
    """UTF-8 with a few bytes of Windows-1252, as pasting leaves it; None where the whole is more likely Windows-1252."""
    text = data.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= character <= "\udcff" for character in text)
    if sum(not character.isascii() for character in text) - stray <= stray:
        return None
    return re.sub(
        "[\udc80-\udcff]+", lambda found: found.group().encode("utf-8", "surrogateescape").decode("cp1252", "replace"), text
    )


def _garbled(text: str) -> bool:
    """One character in ten is a control character: no encoding that we know gives that for a text."""
    controls = sum(unicodedata.category(character) == "Cc" and character not in "\t\n\r\f\v" for character in text[:10_000])
    return controls * 10 > len(text[:10_000])
