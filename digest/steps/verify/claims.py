"""What the published files claim, read strictly: an unknown or a missing member is a finding."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from digest.errors import Fault

PROOF = "build/docs/data/proof.json"
EVENTS = "build/docs/data/events.json"

KINDS = frozenset({"source", "says the same", "copy"})

NOT_READ = (KeyError, TypeError, ValueError, AttributeError, RecursionError)
"""What reading a damaged file may raise."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an article that is cited."""

    article: str
    start: int
    end: int
    file: str = ""
    sha256: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A recorded edit."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that is published, and what it is said to rest on."""

    event: str
    number: int
    text: str
    citations: tuple[Stretch, ...]
    edits: tuple[Change, ...]

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from every other: its event and its number."""
        return self.event, self.number

    def same_as(self, other: Claim) -> bool:
        """Say whether both publish the same words from the same places, whatever else one of them knows."""
        return self._bare() == other._bare()

    def _bare(self) -> Claim:
        return replace(self, citations=tuple(Stretch(one.article, one.start, one.end) for one in self.citations))

    def __str__(self) -> str:
        return f"sentence {self.number} of the event {self.event}"


def read_proof(text: str, faults: list[Fault]) -> list[Claim]:
    """Give the sentences of ``proof.json``; what is not as the build writes it is reported and left out."""
    claims = []
    for place, one in enumerate(_members(text, "proof", PROOF, faults), 1):
        try:
            _only(one, "event", "number", "text", "edits", "citations")
            cited = tuple(_stretch(citation, proven=True) for citation in one["citations"])
            claims.append(Claim(_text(one["event"]), _number(one["number"]), _text(one["text"]), cited, _changes(one["edits"])))
        except NOT_READ:
            faults.append(Fault(PROOF, 0, f"entry {place} of “proof” is not as a build writes it"))
    return claims


def read_hashes(text: str, faults: list[Fault]) -> Mapping[str, tuple[str, str]]:
    """Give the articles that a build read: id, its file and the hash of its title and text."""
    found = {}
    for place, one in enumerate(_members(text, "articles", PROOF, faults), 1):
        try:
            _only(one, "id", "file", "sha256")
            found[_text(one["id"])] = (_text(one["file"]), _text(one["sha256"]))
        except NOT_READ:
            faults.append(Fault(PROOF, 0, f"entry {place} of “articles” is not as a build writes it"))
    return found


def read_events(text: str, faults: list[Fault]) -> Mapping[tuple[str, int], Claim]:
    """Give the summary sentences of ``events.json``."""
    found: dict[tuple[str, int], Claim] = {}
    for place, event in enumerate(_members(text, "events", EVENTS, faults), 1):
        try:
            for number, one in enumerate(event["summary"], 1):
                _only(one, "text", "citations", "edits")
                cited = tuple(_stretch(citation, proven=False) for citation in one["citations"])
                claim = Claim(_text(event["id"]), number, _text(one["text"]), cited, _changes(one["edits"]))
                found[claim.key] = claim
        except NOT_READ:
            faults.append(Fault(EVENTS, 0, f"the summary of entry {place} of “events” is not as a build writes it"))
    return found


def _members(text: str, name: str, path: str, faults: list[Fault]) -> list[Any]:
    try:
        read = json.loads(text)
        if read["schema"] != 1 or not isinstance(read[name], list):
            raise ValueError
        return list(read[name])
    except NOT_READ:
        fault = Fault(path, 0, f"this is not a file that a build writes: it has no “schema” 1 with a list “{name}”")
        if fault not in faults:
            faults.append(fault)
        return []


def _only(found: Mapping[str, object], *names: str) -> None:
    if set(found) != set(names):
        raise ValueError


def _stretch(found: Mapping[str, Any], *, proven: bool) -> Stretch:
    _only(found, "article", "start", "end", *(("file", "sha256", "kind") if proven else ()))
    place = (_text(found["article"]), _number(found["start"]), _number(found["end"]))
    if not proven:
        return Stretch(*place)
    return Stretch(*place, _text(found["file"]), _text(found["sha256"]), _text(found["kind"]))


def _changes(found: list[dict[str, object]]) -> tuple[Change, ...]:
    for one in found:
        _only(one, "start", "end", "text")
    return tuple(Change(_number(one["start"]), _number(one["end"]), _text(one["text"])) for one in found)


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError
    return found


def _number(found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool):
        raise TypeError
    return found
