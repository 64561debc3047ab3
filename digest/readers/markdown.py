"""Markdown: headings, lists, quotations and paragraphs.

What an editor who writes Markdown expects, and what is done:

* Marks of emphasis, code and strike-through go and their text stays; a link is its text, an image its description.
* An image on a line of its own is no part of the text: its description, and an emphasised caption right below, are set aside.
* A line that ends in two spaces or a backslash is a paragraph of its own, unless the next one goes on in small letters.
* A table is a paragraph a row, a fenced block a paragraph a line, word for word.
* An HTML comment that stands by itself is a note to colleagues and is left out.
* HTML tags stay as they are written: article text is shown, never interpreted.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from digest.model import Block, Found, Kind, Raw
from digest.text.dates import read_date

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)$")
_ITEM = re.compile(r"\s*(?:[-+*]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_NUMBERED = re.compile(r"\s*(\d{1,9})[.)]\s")
_QUOTE = re.compile(r" {0,3}> ?")
_DEFINITION = re.compile(r" {0,3}\[([^\]^]+)\]:\s*<?(\S+?)>?(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?\s*$")
_COMMENT = re.compile(r"^ {0,3}<!--.*?-->[ \t]*$", re.DOTALL | re.MULTILINE)
_TABLE_LINE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$")


def read(text: str, first_line: int) -> Raw:
    """Read Markdown into blocks; the first heading of level 1 is also the title."""
    # A comment keeps its lines, so that the places of all that follows stay right.
    lines = _COMMENT.sub(lambda match: "\n" * match.group().count("\n"), text).split("\n")
    labels = frozenset(match[1].lower() for line in lines if (match := _DEFINITION.match(line)))
    found = _Blocks(first_line)
    blocks = [
        replace(block, text=inline)
        for block in found.read(lines)
        if (inline := " ".join((block.text if block.level == _VERBATIM else _inline(block.text, labels)).split()))
    ]
    title = next((block for block in blocks if block.kind is Kind.HEADING and block.level == 1), None)
    return Raw(
        tuple(replace(block, level=min(6, max(2, block.level)) if block.kind is Kind.HEADING else 2) for block in blocks),
        title=Found(title.text, f"line {title.line}") if title else None,
        aside=tuple(caption for line in found.captions if (caption := " ".join(_inline(line, labels).split()))),
    )


_VERBATIM = 0
"""The level of a block whose text is not to be read as Markdown (a line of a fenced block)."""


class _Blocks:
    """Gathers lines into blocks."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.done: list[Block] = []
        self.open: list[str] = []
        self.kind = Kind.PARAGRAPH
        self.begin = first_line
        self.captions: list[str] = []
        self.below_picture = False

    def read(self, lines: list[str]) -> list[Block]:
        fence = ""
        for number, line in enumerate(lines, self.first_line):
            mark = _FENCE.match(line)
            if fence:
                if mark and mark[1].startswith(fence) and not mark[2].strip():
                    fence = ""
                elif line.strip():
                    self.done.append(Block(Kind.PARAGRAPH, line, number, _VERBATIM))
            elif mark and "`" not in mark[2]:
                self.close()
                fence = mark[1]
            else:
                self.line(line, number)
        self.close()
        return self.done

    def line(self, line: str, number: int) -> None:
        """Take one line outside a fenced block."""
        quote = _QUOTE.match(line)
        inner = line
        while quote:
            inner = inner[quote.end() :]
            quote = _QUOTE.match(inner)
        quoted = inner is not line
        if not self.open and (_PICTURE.fullmatch(inner) or (self.below_picture and _EMPHASISED.fullmatch(inner.strip()))):
            self.below_picture = True
            self.captions.append(inner)
            return
        self.below_picture = False
        heading = _ATX.match(inner)
        if not inner.strip():
            self.close()
        elif heading:
            self.close()
            self.done.append(Block(Kind.HEADING, heading[2] or "", number, len(heading[1])))
        elif self.open and self.kind is Kind.PARAGRAPH and not quoted and (under := _SETEXT.match(inner)):
            self.kind = Kind.HEADING
            self.close(level=1 if under[1][0] == "=" else 2)
        elif _RULE.match(inner) or (not self.open and _DEFINITION.match(inner)):
            self.close()
        elif (
            _ITEM.match(inner)
            and not read_date(inner)
            and not (self.open and self.kind is Kind.PARAGRAPH and _starts_late(inner))
        ):
            self.close()
            self.start(Kind.ITEM, number)
            self.open.append(_ITEM.sub("", inner, count=1))
        elif "|" in inner and (_TABLE_LINE.match(inner) or inner.strip().startswith("|")):
            self.close()
            if not _TABLE_LINE.match(inner):
                self.done.append(Block(Kind.PARAGRAPH, inner.strip().strip("|"), number))
        else:
            kind = Kind.QUOTE if quoted else Kind.PARAGRAPH
            if not self.open or (quoted and self.kind is not Kind.QUOTE):
                self.close()
                self.start(kind, number)
            hard_break = self.open and re.search(r"(?:  +|\\)$", self.open[-1])
            if hard_break:
                self.open[-1] = self.open[-1].rstrip().removesuffix("\\")
                if kind is self.kind is Kind.PARAGRAPH and not inner.lstrip()[:1].islower():
                    self.close()
                    self.start(kind, number)
            self.open.append(inner)

    def start(self, kind: Kind, number: int) -> None:
        self.kind, self.begin = kind, number

    def close(self, level: int = 2) -> None:
        """End the open block, if there is one."""
        if self.open:
            self.done.append(Block(self.kind, "\n".join(line.strip(" \t") for line in self.open), self.begin, level))
        self.open = []
        self.kind = Kind.PARAGRAPH


def _starts_late(line: str) -> bool:
    """Say whether a numbered line may not interrupt a paragraph: only one that begins with 1 may ("2019. It was ...")."""
    number = _NUMBERED.match(line)
    return bool(number) and number is not None and int(number[1]) != 1


_CODE = re.compile(r"(?<!`)(`+)(?!`)(.{1,2000}?)(?<!`)\1(?!`)", re.DOTALL)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_IMAGE = re.compile(r"!\[([^\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])")
_PICTURE = re.compile(rf"\s*(?:(?:{_IMAGE.pattern}|\[{_IMAGE.pattern}\](?:\([^()]*\)|\[[^\]]*\]))\s*)+")
_EMPHASISED = re.compile(r"([*_])(?![*_\s])(?:(?!\1).)+\1")
_LINK = re.compile(
    r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]{0,200}\]){0,500})\]\((?:<[^>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*){0,9})(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?\s*\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]+)\](?:\[([^\[\]]*)\])?")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>")
_EMPHASIS = tuple(  # bounded: thousands of marks that are never closed must not cost minutes
    re.compile(form, re.DOTALL)
    for form in (
        r"(?<!\*)\*\*\*(?=\S)(.{1,2000}?)(?<=\S)\*\*\*(?!\*)",
        r"\*\*(?=\S)(.{1,2000}?)(?<=\S)\*\*",
        r"(?<![*\w])\*(?=[^\s*])(.{1,2000}?)(?<=[^\s*])\*(?!\*)|(?<=\w)\*(?=[^\s*])([^*\s]+)\*(?!\*)",
        r"(?<!\w)__(?=\S)(.{1,2000}?)(?<=\S)__(?!\w)",
        r"(?<!\w)_(?=[^\s_])(.{1,2000}?)(?<=[^\s_])_(?!\w)",
        r"~~(?=\S)(.{1,2000}?)(?<=\S)~~",
    )
)


def _inline(text: str, labels: frozenset[str]) -> str:
    """Give the text that a reader of the rendered paragraph sees."""
    kept: list[str] = []

    def keep(literal: str) -> str:
        kept.append(literal)
        return f"\0{len(kept) - 1}\0"

    text = text.replace("\0", " ")
    text = _CODE.sub(lambda match: keep(match[2]), text)
    text = _ESCAPE.sub(lambda match: keep(match[1]), text)
    text = _AUTOLINK.sub(lambda match: keep(match[1]), text)
    text = _IMAGE.sub(lambda match: match[1], text)
    text = _LINK.sub(lambda match: match[1], text)
    text = _REFERENCE.sub(lambda match: match[1] if (match[2] or match[1]).lower() in labels else match[0], text)
    for form in _EMPHASIS:
        text = form.sub(lambda match: next(group for group in match.groups() if group is not None), text)
    return re.sub(r"\0(\d+)\0", lambda match: kept[int(match[1])], unescape(text))
