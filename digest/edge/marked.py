"""YAML with the line of every value, and the checks that every one of our YAML files needs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

import yaml

from digest.edge.misread import explain
from digest.errors import Fault
from digest.text.escape import clean

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C loader is nine times as fast (0.08 ms against 0.7 ms for the front matter of an article)."""

_KINDS = {
    "str": "text",
    "int": "number",
    "float": "number",
    "bool": "yes or no",
    "timestamp": "date",
    "null": "nothing",
    "seq": "list",
    "map": "mapping",
}

LONGEST = 300
"""Characters of a message: an unclosed quote can make a whole article one value."""

TWICE = "given twice"
"""The kind of a value whose key stands twice: it has been reported, and nothing can be made of it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A YAML value that knows where it stands."""

    kind: str
    """One of ``text``, ``number``, ``yes or no``, ``date``, ``nothing``, ``list``, ``mapping``, ``tag`` or ``TWICE``."""
    line: int
    """The line of the file, from 1."""
    raw: str = ""
    """Of a scalar: as it is written, quotes and escapes resolved."""
    items: tuple[Marked, ...] = ()
    entries: tuple[tuple[Marked, Marked], ...] = ()


class _Refused(Exception):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def parse(path: str, text: str, first_line: int = 1) -> tuple[Marked | None, tuple[Fault, ...]]:
    """Give the value of a YAML text, or None and the fault if it is none.

    ``first_line`` is the line of the file on which the text begins.
    An empty text is ``nothing``.
    Anchors and aliases are refused: a few lines of them can stand for gigabytes.
    """
    try:
        node = yaml.compose(text, Loader=_LOADER)
        return (_mark(node, first_line, set()) if node else Marked("nothing", first_line)), ()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, message = explain(text, mark.line if mark else 0, error.problem or "")
        return None, (Fault(path, line + first_line, _one_line(message)),)
    except yaml.YAMLError:
        return None, (Fault(path, first_line, "this cannot be read as YAML"),)
    except _Refused as error:
        return None, (Fault(path, error.line, str(error)),)
    except RecursionError:
        return None, (Fault(path, first_line, "lists inside lists, too deep to be meant"),)


def _mark(node: yaml.Node, first_line: int, seen: set[int]) -> Marked:
    line = node.start_mark.line + first_line
    if id(node) in seen:
        raise _Refused(line, "a value is repeated by an alias (*name); write it out")
    seen.add(id(node))
    prefix, _, name = node.tag.rpartition(":")
    kind = _KINDS.get(name, "tag") if prefix == "tag:yaml.org,2002" else "tag"
    if isinstance(node, yaml.SequenceNode):
        return Marked("list", line, items=tuple(_mark(item, first_line, seen) for item in node.value))
    if isinstance(node, yaml.MappingNode):
        pairs = tuple((_mark(key, first_line, seen), _mark(value, first_line, seen)) for key, value in node.value)
        return Marked("mapping", line, entries=pairs)
    return Marked(kind, line, raw=clean(node.value))


def nearest(word: str, known: Iterable[str]) -> str:
    """Give a phrase that names the likeliest word, or the words that there are, to stand after a semicolon."""
    words = list(known)
    if meant := likeliest(word, words):
        return f'did you mean "{meant}"?'
    return "expected " + (f"one of {', '.join(words)}" if words else "none")


def likeliest(word: str, known: Sequence[str]) -> str:
    """Give the word that was likely meant; empty where none is near."""
    close = get_close_matches(word.lower(), known, n=1) or [other for other in known if len(word) > 2 and word.lower() in other]
    return close[0] if close else ""


def listed(words: Iterable[str]) -> str:
    """Give words as a choice: "full, excerpt or link"."""
    *rest, last = words
    return f"{', '.join(rest)} or {last}" if rest else last


@dataclass(slots=True)
class Inspector:
    """Checks the values of one file and collects what is wrong with them.

    Every check gives the value, or None where it is not what was expected; then the fault is noted.
    ``where`` names the value in messages: ``kansai-courier: publish``; its last word is the key.
    """

    path: str
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int, message: str) -> None:
        """Note a fault; a value that the message quotes may have had many lines."""
        self.faults.append(Fault(self.path, line, _one_line(message)))

    def text(self, value: Marked, where: str) -> str | None:
        """Expect text; white space is collapsed."""
        if value.kind in {"number", "yes or no", "date"}:
            key = where.rsplit(": ", 1)[-1]
            self.fault(
                value.line, f'{where}: YAML reads {value.raw} as a {_plain(value)}; put it in quotes: {key}: "{value.raw}"'
            )
            return None
        if value.kind not in {"text", "nothing"}:
            self._not(value, where, "text")
            return None
        return " ".join(value.raw.split()) if value.kind == "text" else ""

    def name(self, value: Marked, where: str) -> str | None:
        """Expect an id: any word, for a file may be named 2019-06-28.txt, and YAML reads that as a date."""
        if value.kind in {"text", "number", "yes or no", "date"} and value.raw.strip():
            return value.raw.strip()
        self._not(value, where, "a name")
        return None

    def texts(self, value: Marked, where: str, *, names: bool = False) -> tuple[str, ...] | None:
        """Expect one text or a list of texts (or names); an item that is none costs only itself."""
        if value.kind == "nothing":
            return ()
        if value.kind in {"mapping", "tag", TWICE}:
            self._not(value, where, "a list of texts")
            return None
        items = value.items if value.kind == "list" else (value,)
        found = [self.name(item, where) if names else self.text(item, where) for item in items]
        return tuple(text for text in found if text) if any(found) or not items else None

    def choice(self, value: Marked, where: str, allowed: Collection[str]) -> str | None:
        """Expect one of a few words."""
        if value.kind == "text" and value.raw.strip() in allowed:
            return value.raw.strip()
        self._not(value, where, listed(allowed))
        return None

    def number(self, value: Marked, where: str, low: float, high: float, *, whole: bool = True) -> float | None:
        """Expect a number within bounds, both included."""
        try:
            number = float(value.raw.replace("_", "")) if value.kind == "number" else None
        except ValueError:  # YAML also has 0x10, 1:30 and .inf
            number = None
        if number is None or not low <= number <= high or (whole and number != int(number)):
            self._not(value, where, f"a {'whole ' if whole else ''}number from {low:g} to {high:g}")
            return None
        return number

    def entries(self, value: Marked, where: str, what: str) -> list[tuple[str, Marked, Marked]]:
        """Expect keys with values (``what`` says which); each key once, those given twice with a value of kind ``TWICE``."""
        if value.kind == "nothing":
            return []
        if value.kind != "mapping":
            self._not(value, where, what)
            return []
        found: dict[str, tuple[str, Marked, Marked]] = {}
        prefix = f"{where}: " if where else ""
        for key, entry in value.entries:
            name = key.raw.strip()
            if not name:
                self.fault(key.line, f"{prefix}a key is missing or is no plain word; expected {what}")
            elif name in found:
                self.fault(key.line, f'{prefix}"{name}" stands here twice (first on line {found[name][1].line}); neither is used')
                found[name] = (name, found[name][1], Marked(TWICE, key.line))
            else:
                found[name] = (name, key, entry)
        return list(found.values())

    def fields(self, value: Marked, where: str, known: Collection[str], what: str) -> dict[str, Marked]:
        """Expect known keys; gives those that have a value."""
        found = {}
        for name, key, entry in self.entries(value, where, what):
            if name not in known:
                self.fault(key.line, f'{where + ": " if where else ""}unknown key "{name}"; {nearest(name, known)}')
            elif entry.kind != "nothing":
                found[name] = entry
        return found

    def _not(self, value: Marked, where: str, expected: str) -> None:
        if value.kind != TWICE:
            shown = f"{_plain(value)}" if value.kind in {"list", "mapping", "tag", "nothing"} else f'"{value.raw}"'
            self.fault(value.line, f"{where + ': ' if where else ''}expected {expected}, found {shown}")


def _one_line(message: str) -> str:
    short = " ".join(message.split())
    return short if len(short) <= LONGEST else f"{short[: LONGEST - 1]}…"


def _plain(value: Marked) -> str:
    return {"list": "a list", "mapping": "keys with values", "tag": "a YAML tag", "yes or no": "yes-or-no value"}.get(
        value.kind, value.kind
    )
