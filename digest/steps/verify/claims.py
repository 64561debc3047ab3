"""What the published files claim, read strictly: an unknown or a missing member is a finding."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from digest.errors import Fault

PROOF = "build/docs/data/proof.json"
EVENTS = "build/docs/data/events.json"
ARTICLES = "build/docs/data/articles.json"
TOPICS = "build/docs/data/topics.json"

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
    place: str
    """Its id on the event's page: ``sum-1`` is the first sentence of the summary."""
    text: str
    citations: tuple[Stretch, ...]
    edits: tuple[Change, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from every other: its event and its place there."""
        return self.event, self.place

    @staticmethod
    def origin_of(place: str) -> str:
        """Give the file that publishes the sentence at a place: summaries are in ``events.json``, the rest in the proof."""
        return EVENTS if place.startswith("sum-") else PROOF

    @property
    def origin(self) -> str:
        """The file that publishes it."""
        return self.origin_of(self.place)

    def same_as(self, other: Claim) -> bool:
        """Say whether both publish the same words from the same places, whatever else one of them knows."""
        return self._bare() == other._bare()

    def _bare(self) -> Claim:
        return replace(self, citations=tuple(Stretch(one.article, one.start, one.end) for one in self.citations))

    def __str__(self) -> str:
        return f"{in_words(self.place)} of the event {self.event}"


SECTIONS = {
    "since": "what a later day added",
    "agree": "what the reports agree on",
    "only": "what only one report says",
    "time": "the timeline",
}


def in_words(place: str) -> str:
    """Say where on an event's page a place is: ``sum-1`` is "sentence 1 of the summary"."""
    section, _, number = place.partition("-")
    if section == "sum":
        return f"sentence {number} of the summary"
    if section == "differ":
        pair, _, side = number.partition("-")
        return f"side {side} of difference {pair}"
    return f"line {number} of {SECTIONS.get(section, section)}"


def read_proof(text: str, faults: list[Fault]) -> list[Claim]:
    """Give the sentences of ``proof.json``, of summaries and beside them; what no build writes is reported and left out."""
    claims = []
    for part, key in (("proof", "number"), ("beside", "place")):
        for place, one in enumerate(_members(text, part, PROOF, faults), 1):
            try:
                _only(one, "event", key, "text", "edits", "citations")
                claims.append(_proven(one, f"sum-{_number(one[key])}" if part == "proof" else _text(one[key])))
            except NOT_READ:
                faults.append(Fault(PROOF, 0, f"entry {place} of “{part}” is not as a build writes it"))
    return claims


def read_passages(text: str, faults: list[Fault]) -> list[tuple[str, Stretch]]:
    """Give the passages of ``proof.json``: topic and stretch."""
    found = []
    for place, one in enumerate(_members(text, "passages", PROOF, faults), 1):
        try:
            _only(one, "topic", "article", "file", "start", "end", "sha256")
            where = (_text(one["article"]), _number(one["start"]), _number(one["end"]))
            found.append((_text(one["topic"]), Stretch(*where, _text(one["file"]), _text(one["sha256"]))))
        except NOT_READ:
            faults.append(Fault(PROOF, 0, f"entry {place} of “passages” is not as a build writes it"))
    return found


def read_listed(text: str, faults: list[Fault]) -> list[tuple[str, Stretch]]:
    """Give the passages of ``topics.json``: topic and stretch."""
    found = []
    for place, topic in enumerate(_members(text, "topics", TOPICS, faults), 1):
        try:
            for one in topic["passages"]:
                _only(one, "article", "start", "end")
                found.append((_text(topic["id"]), _stretch(one, proven=False)))
        except NOT_READ:
            faults.append(Fault(TOPICS, 0, f"the passages of entry {place} of “topics” are not as a build writes them"))
    return found


def read_records(text: str, name: str, path: str, faults: list[Fault]) -> Mapping[str, Mapping[str, Any]]:
    """Give the members of ``articles.json`` or ``events.json`` by their id."""
    found = {}
    for place, one in enumerate(_members(text, name, path, faults), 1):
        try:
            found[_text(one["id"])] = one
        except NOT_READ:
            faults.append(Fault(path, 0, f"entry {place} of “{name}” is not as a build writes it"))
    return found


def _proven(one: Mapping[str, Any], place: str) -> Claim:
    cited = tuple(_stretch(citation, proven=True) for citation in one["citations"])
    return Claim(_text(one["event"]), place, _text(one["text"]), cited, _changes(one["edits"]))


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


def read_events(text: str, faults: list[Fault]) -> Mapping[tuple[str, str], Claim]:
    """Give the summary sentences of ``events.json``."""
    found: dict[tuple[str, str], Claim] = {}
    for place, event in enumerate(_members(text, "events", EVENTS, faults), 1):
        try:
            for number, one in enumerate(event["summary"], 1):
                _only(one, "text", "citations", "edits")
                cited = tuple(_stretch(citation, proven=False) for citation in one["citations"])
                claim = Claim(_text(event["id"]), f"sum-{number}", _text(one["text"]), cited, _changes(one["edits"]))
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
