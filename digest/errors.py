"""Every error that a person can cause.

    Fault                 a problem in content/, as a value: file, line, what is wrong and what was expected
    DigestError           a digest that could not be made
    ├── ContentError      nothing of content/ could be used; carries the faults
    ├── UnknownName       an article or event that was asked for is not there
    ├── ReaderError       a file is not what its ending says; the pipeline makes a fault of it
    ├── ProofError        a summary sentence is not in the article that it cites (a bug of ours: nothing is published)
    └── OutputError       build/ could not be written

One bad article never stops the rest: it becomes a ``Fault``, all of which are reported together.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One problem that the editor can mend."""

    path: str
    """The file, from the digest's root."""
    line: int
    """1-based; 0 where the fault is of the file as a whole."""
    message: str
    """What is wrong and what was expected, in one line without a full stop."""
    note: bool = False
    """A remark: it is shown, but it is no problem and does not stop ``--strict``."""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {'note: ' if self.note else ''}{self.message}"


class DigestError(Exception):
    """A digest could not be made."""


class ContentError(DigestError):
    """Nothing of ``content/`` could be used."""

    def __init__(self, message: str, faults: tuple[Fault, ...] = ()) -> None:
        super().__init__(message)
        self.faults = faults


class UnknownName(DigestError):
    """An article or event that was asked for is not there."""


class ReaderError(DigestError):
    """A file is not what its ending says: nothing in it could be read."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line
        """1-based; 0 where the fault is of the file as a whole."""


class ProofError(DigestError):
    """A summary sentence is not in the article that it cites."""


class OutputError(DigestError):
    """``build/`` could not be written."""


def reason(error: OSError) -> str:
    """Give what the system says of a file, as a message has it in brackets: ``permission denied``."""
    return (error.strerror or type(error).__name__).lower()
