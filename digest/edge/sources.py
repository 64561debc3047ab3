"""The editor's article files, of which the long ones are in memory one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import overload

from digest.errors import ContentError
from digest.model import LONG, Source


@dataclass(frozen=True, slots=True)
class Checked:
    """A source that was read and checked; of a long one the text is let go."""

    source: Source
    fingerprint: bytes = b""
    """Of the text that was let go."""

    @classmethod
    def of(cls, source: Source) -> Checked:
        """Let a long text go."""
        return cls(source) if len(source.text) < LONG else cls(replace(source, text=""), _fingerprint(source))


class Sources(Sequence[Source]):
    """Sources of which each has its text when it is asked for: a long file is read once more then.

    ``again`` reads the file of a path, and gives None where it cannot be read.
    Raises ContentError on the way where a file is not what it was: what was said of one text must not be built of another.
    """

    def __init__(self, checked: Sequence[Checked], again: Callable[[str], Source | None]) -> None:
        self._checked = checked
        self._again = again

    def __len__(self) -> int:
        return len(self._checked)

    @overload
    def __getitem__(self, index: int) -> Source: ...
    @overload
    def __getitem__(self, index: slice) -> Sources: ...
    def __getitem__(self, index: int | slice) -> Source | Sources:
        """Give a source, whole."""
        if isinstance(index, slice):
            return Sources(self._checked[index], self._again)
        checked = self._checked[index]
        if not checked.fingerprint:
            return checked.source
        found = self._again(checked.source.path)
        if found is None or _fingerprint(found) != checked.fingerprint:
            raise ContentError(f"{checked.source.path} was changed while the digest was being built; build again")
        return found


def _fingerprint(source: Source) -> bytes:
    return sha256(source.text.encode("utf-8", "surrogatepass")).digest()
