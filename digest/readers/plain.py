"""Plain text: one paragraph a line, or paragraphs wrapped at a column and parted by empty lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from digest.model import Block, Kind, Raw
from digest.text.dates import read_date
from digest.text.frequency import is_listed, is_one_word

NARROW, WIDE = 50, 100
"""The columns between which a text is taken as wrapped by hand or by a mail program (60 to 80 are usual)."""

COLUMN, ENOUGH = 25, 2
"""The narrowest column of a printed page, for a text in which so many lines end on a divided word."""

_DIVIDED = re.compile(r"([^\W\d_]+)-$")
_BULLET = re.compile(r"^\s*[•▪●‣◦*·–—-]\s+(?=\S)")
_RULE = re.compile(r"[\W_]*")
_CREDIT = re.compile(r"(?:By|Written by|Reporting by)\s+[A-Z]")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")


def read(text: str, first_line: int, *, wrapped: bool = False) -> Raw:
    """Read a text into paragraphs and list items, each with the line on which it begins.

    Lines that were wrapped are joined; every other line is a block of its own. Nothing is said of title, date or author:
    in plain text these are lines like any other, and judging them is the next step's business.
    ``wrapped``: full lines are joined even if they are too few to show that the text is wrapped.
    """
    lines = text.split("\n")
    width = _wrap_width(lines, sure=wrapped)
    hyphenated = bool(width) and _is_hyphenated(lines)
    blocks: list[Block] = []
    previous = ""  # the line before, where this line may continue it
    for number, line in enumerate(lines, first_line):
        content = " ".join(line.split())
        if _RULE.fullmatch(content):  # empty, or a rule of dashes
            previous = ""
            continue
        item = bool(_BULLET.match(line)) and _beside_item(lines, number - first_line)
        if previous and not item and _continues(previous, line, width):
            blocks[-1] = _joined(blocks[-1], content, hyphenated)
        else:
            blocks.append(Block(Kind.ITEM, _BULLET.sub("", content), number) if item else Block(Kind.PARAGRAPH, content, number))
        previous = line
    return Raw(tuple(blocks))


def _joined(block: Block, more: str, hyphenated: bool) -> Block:
    """Join a line to the one that it continues, without a space behind a hyphen, and without the hyphen if it divides a word."""
    parts = _divided(block.text, more)
    if not parts:
        return Block(block.kind, f"{block.text} {more}", block.line)
    return Block(block.kind, block.text[: -1 if hyphenated and is_one_word(*parts) else None] + more, block.line)


def _divided(line: str, after: str) -> tuple[str, str] | None:
    """Give what stands on both sides of a hyphen at a line's end; None where no word goes on."""
    first, rest = _DIVIDED.search(line.rstrip()), re.match(r"[^\W\d_]+", after.lstrip())
    return (first[1], rest[0]) if first and rest and rest[0][0].islower() else None


def _is_hyphenated(lines: Sequence[str]) -> bool:
    """Say whether words are divided at line ends: "engi-/neers" shows it, "state-/authorised" may have a hyphen of its own."""
    found = (_divided(line, after) for line, after in pairwise(lines))
    return any(is_listed("".join(parts)) and not is_listed(parts[0]) for parts in found if parts)


def _beside_item(lines: Sequence[str], index: int) -> bool:
    """Say whether a line with a bullet has a neighbour with the same one: one alone is a dash that opens a sentence."""
    mark = lines[index].lstrip()[:1]
    return mark in "•▪●‣◦" or any(
        _BULLET.match(other) and other.lstrip()[:1] == mark
        for other in (*lines[max(0, index - 2) : index], *lines[index + 1 : index + 3])
    )


def _wrap_width(lines: Sequence[str], *, sure: bool) -> int:
    """Give the column at which a text is wrapped, or 0 if each line is a paragraph.

    A text is wrapped if no line is longer than ``WIDE``, most lines that are followed by another are full (the next word would
    not have fitted) and stop in mid-sentence, and one of these goes on in small letters: headlines in a row do not.
    """
    longest = max((len(line.rstrip()) for line in lines), default=0)
    divided = sum(bool(_divided(line, after)) for line, after in pairwise(lines))
    if not (NARROW if divided < ENOUGH else COLUMN) <= longest <= WIDE:
        return 0
    if sure:
        return longest
    followed = [(line, after) for line, after in pairwise(lines) if line.strip() and after.strip()]
    full = [(line, after) for line, after in followed if _is_full(line, after, longest)]
    while followed and followed[0] not in full:  # title, byline and date line, with no empty line below
        followed.pop(0)
    broken = [(line, after) for line, after in full if not _SENTENCE_END.search(line.rstrip())]
    sure = any(_goes_on(line, after) for line, after in broken)
    return longest if sure and len(broken) >= 2 and 2 * len(broken) > len(full) and 2 * len(full) > len(followed) else 0


def _goes_on(line: str, after: str) -> bool:
    """Say whether a line begins as the middle of a sentence does: no capital, unless all are."""
    first = after.lstrip()[:1]
    return first.isalpha() and (not first.isupper() or (line.isupper() and after.isupper()))


def _is_full(line: str, after: str, width: int) -> bool:
    return len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width - _RAGGED


_RAGGED = 6
"""Columns: mail programs and people wrap a little before the margin."""


def _continues(line: str, after: str, width: int) -> bool:
    """Say whether ``after`` is the wrapped continuation of ``line``."""
    if not width or not _is_full(line, after, width) or read_date(after) or _CREDIT.match(after.strip()):
        return False
    indented = len(after) - len(after.lstrip()) > len(line) - len(line.lstrip()) and bool(_SENTENCE_END.search(line.rstrip()))
    return not indented
