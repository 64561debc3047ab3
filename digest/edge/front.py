"""Front matter: split off, read, checked."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime
from itertools import takewhile

from digest.edge.marked import TWICE, Inspector, Marked, likeliest, listed, nearest, parse
from digest.errors import Fault
from digest.model import Front, Precision, Publish, Published, Settings
from digest.text.dates import read_date
from digest.text.escape import safe_url
from digest.text.slug import LONGEST, RESERVED, slug

KEYS = ("title", "date", "author", "source", "source_url", "url", "language", "event", "topics", "publish", "id")

DECISIVE = frozenset({"id", "event", "publish"})
"""A fault in one of these leaves the article out: it might appear in full, elsewhere or in the wrong event."""

PUBLISH = tuple(choice.value for choice in Publish)

_KEY_LINE = re.compile(rf"(?:{'|'.join(KEYS)})\s*:", re.IGNORECASE)

_STAMP = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.\d*)?[ \t]*(Z|[-+]\d\d?(?::?\d\d)?)?)?")
"""What YAML reads as a date: its timestamp type."""


def split_front(text: str) -> tuple[str | None, str, int]:
    """Give ``(front matter, the rest, the line on which the rest begins)``.

    Front matter stands between a first line ``---`` and the next one; it is None where the text does not open with it.
    Empty lines above it do not hide it, if a line with a key comes next; they are given with it, so that its lines are right.
    Raises ValueError where it is not closed, is of another kind, or only looks like some.
    """
    lines = text.split("\n")
    above = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[above].rstrip() == "+++" and "+++" in map(str.rstrip, lines[above + 1 :]):
        raise ValueError("front matter between +++ (TOML) is not read; expected lines such as title: x between two lines ---")
    if lines[above].rstrip() != "---" or (above and not _KEY_LINE.match("".join(lines[above + 1 : above + 2]))):
        _refuse_lookalike(lines)
        return None, text, 1
    for number, line in enumerate(lines[above + 1 :], start=above + 1):
        if line.rstrip() == "---":
            return "\n" * above + "\n".join(lines[above + 1 : number]), "\n".join(lines[number + 1 :]), number + 2
    raise ValueError("the front matter that begins here is never closed; expected a second line ---")


_DASHES = re.compile(r"\s*[-–—_]{1,6}\s*")
_KEPT_BACK = re.compile(r"\s*publish\s*:\s*[\"']?(?:full|excerpt|link)[\"']?\s*", re.IGNORECASE)


def _refuse_lookalike(lines: Sequence[str]) -> None:
    """Raise ValueError where a text opens with what its editor took for front matter: it may hold back what would be shown.

    Such lines stand between dashes that a program made of hyphens, or that are indented; or ``publish`` is among them.
    """
    head = [line for line in lines if line.strip()][:20]
    opened = bool(head) and bool(_DASHES.fullmatch(head[0]))
    keys = list(takewhile(lambda line: _KEY_LINE.match(line.strip()) or re.match(r"\s*- ", line), head[opened:]))
    closed = bool(_DASHES.fullmatch("".join(head[opened + len(keys) :][:1])))
    if keys and ((opened and closed) or any(map(_KEPT_BACK.fullmatch, keys))):
        raise ValueError(
            "these lines look like front matter and are none; expected a line --- of three hyphens above and below them"
        )


def read_front(path: str, text: str, settings: Settings, topics: Collection[str]) -> tuple[Front | None, tuple[Fault, ...]]:
    """Give what the front matter says, and its faults.

    A fault in a field costs that field; None, and the article must be left out, where the text is no YAML mapping
    or where a ``DECISIVE`` field is at fault.
    ``text`` begins on line 2 of the file; ``topics`` are the ids that there are.
    """
    value, faults = parse(path, text, first_line=2)
    if value is None:
        return None, faults
    inspector = Inspector(path)
    if value.kind not in {"mapping", "nothing"}:
        inspector.fault(2, "front matter must be lines such as: title: Leaders meet in Osaka")
        return None, tuple(inspector.faults)
    fields = inspector.fields(value, "", KEYS, "keys such as title, date and source")
    front = _Reading(inspector, fields, settings).front(topics)
    empty_event = "event" in fields and fields["event"].kind == "text"
    if DECISIVE & {meant for key, entry in value.entries if (meant := meant_by(key, entry, KEYS)) != key.raw}:
        return None, tuple(inspector.faults)
    lost = {name for name in DECISIVE & fields.keys() if getattr(front, name) is None and not (name == "event" and empty_event)}
    return (None if lost else front), tuple(inspector.faults)


def meant_by(key: Marked, value: Marked, known: Sequence[str]) -> str:
    """Give the key that an editor surely meant: in other letters, or ``publish`` by its value; else the key as it is written.

    "Published: 2019" is another key, and "Publish: link" or "publsh: link" a promise that was meant to be kept.
    """
    name = key.raw.strip()
    if name not in known:
        if name.lower() in known:
            return name.lower()
        if value.raw.strip() in PUBLISH and likeliest(name, known) == "publish":
            return "publish"
    return name


class _Reading:
    """One reading of one front matter; each method takes one field, and notes what is wrong with it."""

    def __init__(self, inspector: Inspector, fields: dict[str, Marked], settings: Settings) -> None:
        self.inspector, self.fields, self.settings = inspector, fields, settings

    def front(self, topics: Collection[str]) -> Front:
        return Front(
            title=self.text("title"),
            date=self.date(),
            authors=self.authors(),
            source=self.text("source"),
            source_url=self.url(),
            language=self.language(),
            event=self.text("event"),
            topics=self.topics(topics),
            publish=self.publish(),
            id=self.id(),
        )

    def text(self, key: str) -> str | None:
        value = self.fields.get(key)
        return (self.inspector.text(value, key) or None) if value else None

    def date(self) -> Published | None:
        value = self.fields.get("date")
        if not value or value.kind == TWICE:
            return None
        if value.kind not in {"date", "text", "number"}:
            self.inspector.fault(
                value.line, f"date: expected a date such as 2019-06-28 or 2019-06-28T14:30, found {_named(value)}"
            )
            return None
        try:
            found = _stamp(value.raw) or read_date(value.raw)
        except ValueError:
            self.inspector.fault(value.line, f"date: {value.raw} is not on the calendar")
            return None
        if not found:
            self.inspector.fault(value.line, f'date: expected a date such as 2019-06-28 or 2019-06-28T14:30, found "{value.raw}"')
            return None
        iso, precision = found
        low, high = self.settings.earliest_year, self.settings.latest_year
        if not low <= int(iso[:4]) <= high:
            bounds = f"expected a year from {low} to {high} (earliest_year and latest_year in content/settings.yml)"
            self.inspector.fault(value.line, f"date: {value.raw} is not credible; {bounds}")
            return None
        return Published(iso, Precision(precision), "front matter")

    def authors(self) -> tuple[str, ...] | None:
        value = self.fields.get("author")
        return (self.inspector.texts(value, "author") or None) if value else None

    def url(self) -> str | None:
        given = [key for key in ("source_url", "url") if key in self.fields]
        if len(given) == 2:
            self.inspector.fault(self.fields["url"].line, "url and source_url are two names of one field; source_url is used")
        if not given or not (text := self.text(given[0])):
            return None
        if not safe_url(text).startswith("http"):
            line = self.fields[given[0]].line
            self.inspector.fault(line, f'{given[0]}: expected an address that begins with https:// or http://, found "{text}"')
            return None
        return text

    def language(self) -> str | None:
        value, text = self.fields.get("language"), self.text("language")
        if not value or not text:
            return None
        if not re.fullmatch(r"[A-Za-z]{2}(?:[-_][A-Za-z0-9]+)*", text):
            self.inspector.fault(value.line, f'language: expected a code of two letters such as en or fr, found "{text}"')
            return None
        return text[:2].lower()

    def topics(self, known: Collection[str]) -> tuple[str, ...] | None:
        value = self.fields.get("topics")
        names = self.inspector.texts(value, "topics", names=True) if value else None
        if not value or names is None:
            return None
        for name in names:
            if name not in known:
                self.inspector.fault(
                    value.line, f'topics: there is no topic "{name}" in content/topics.yml; {nearest(name, known)}'
                )
        found = tuple(dict.fromkeys(name for name in names if name in known))
        return found if found or not names else None

    def publish(self) -> Publish | None:
        value = self.fields.get("publish")
        choice = self.inspector.choice(value, "publish", PUBLISH) if value else None
        return Publish(choice) if choice else None

    def id(self) -> str | None:
        value = self.fields.get("id")
        name = self.inspector.name(value, "id") if value else None
        if not value or name is None:
            return None
        if name != slug(name) or name in RESERVED or len(name) > LONGEST:
            better = slug(name)[:LONGEST].strip("-")
            hint = f", such as {better}" if better and better not in RESERVED else ""
            other = listed(sorted(RESERVED))
            self.inspector.fault(
                value.line, f'id: expected small letters a-z, digits and hyphens{hint}, but not {other}; found "{name}"'
            )
            return None
        return name


def _stamp(text: str) -> tuple[str, str] | None:
    """Read a YAML timestamp; None where it is not written as one, ValueError where it is no date of the calendar."""
    found = _STAMP.fullmatch(text.strip())
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    if hour is None:
        return date(int(year), int(month), int(day)).isoformat(), "day"
    moment = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second))  # noqa: DTZ001 - as written: no zone is assumed
    return moment.isoformat() + _offset(zone), "second"


def _offset(zone: str | None) -> str:
    if zone in {None, "Z"}:
        return "+00:00" if zone else ""
    hours, minutes = (zone[1:].split(":") if ":" in zone else (zone[1:3], zone[3:])) if zone else ("0", "0")
    if int(hours) > 14 or int(minutes or 0) > 59:
        raise ValueError(zone)
    return f"{zone[0] if zone else '+'}{int(hours):02}:{int(minutes or 0):02}"


def _named(value: Marked) -> str:
    return {"list": "a list", "mapping": "keys with values"}.get(value.kind, f'"{value.raw}"')
