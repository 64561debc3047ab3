"""An article in the making: which block went where."""

from __future__ import annotations

from collections.abc import Iterator

from digest.errors import Fault
from digest.model import Block, Source

HEAD, TAIL = 5, 3
"""Blocks: a date line or byline stands among the first five or the last three that are still there."""


class Draft:
    """The blocks of a source; each is still in the body, used up by a field, or set aside."""

    def __init__(self, source: Source, blocks: tuple[Block, ...], entry: str = "") -> None:
        self.source = source
        self.entry = entry
        """Which of several articles of a file this is, to open a message with; empty where it is the only one."""
        self.blocks = blocks
        self.faults: list[Fault] = []
        self.dateline = ""
        """The place in a line of place and date ("Madrid - 3 marzo 2022"), as written."""
        self.dateline_at = ""
        """Where that line stands, to be read after "from"."""
        self.refused: set[int] = set()
        """The blocks with a byline beside a date that is not the article's: no field holds all of their words."""
        self._used: set[int] = set()
        self._aside: set[int] = set()

    def left(self) -> list[int]:
        """Give the indexes of the blocks that are still in the body, in order."""
        return [index for index in range(len(self.blocks)) if index not in self._used and index not in self._aside]

    def edges(self) -> Iterator[int]:
        """Yield the indexes of the first and last blocks of the body: where date lines and bylines stand."""
        left = self.left()
        yield from left[:HEAD]
        yield from left[max(HEAD, len(left) - TAIL) :]

    def use(self, index: int) -> None:
        """Take a block out of the body: a field holds its words."""
        self._used.add(index)

    def set_aside(self, index: int) -> None:
        """Take a block out of the body: no field holds its words, so they are kept apart."""
        self._aside.add(index)

    def is_used(self, index: int) -> bool:
        """Say whether a field holds the words of a block."""
        return index in self._used

    def has_standfirst(self) -> bool:
        """Say whether the first block of the body stands above a line that a field holds: between title and byline."""
        first, second = [*self.left(), len(self.blocks), len(self.blocks)][:2]
        return second < len(self.blocks) and not self._used.isdisjoint(range(first + 1, second))

    def body(self) -> list[Block]:
        """Give the blocks that are left."""
        return [self.blocks[index] for index in self.left()]

    def aside(self) -> tuple[str, ...]:
        """Give the lines that were set aside, in order."""
        return tuple(self.blocks[index].text for index in sorted(self._aside))

    def place(self, index: int) -> str:
        """Say where a block stands, to be read after "from"."""
        line = self.blocks[index].line
        return f"line {line}" if line else "its text"

    def fault(self, line: int | None, message: str) -> None:
        """Note what the editor should mend."""
        self.faults.append(Fault(self.source.path, line or 0, f"{self.entry}: {message}" if self.entry else message))
