"""``topics.yml``: the themes that the editor follows, and those that every digest begins with."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files

from digest.edge.marked import Inspector, Marked, nearest, parse
from digest.errors import Fault
from digest.model import Phrase, Topic
from digest.text.catalogue import words
from digest.text.slug import RESERVED, is_id, slug

KEYS = ("title", "intro", "phrases", "exclude", "against", "parent")

HEAVIEST = 10
"""The greatest weight of a phrase: 1 already suffices in a passage."""

DOTS = re.compile(r"\.\.\.|…")
"""What stands for a few words inside a phrase."""


def default_topics(language: str = "en") -> tuple[Topic, ...]:
    """Give the topics of a digest that has no ``topics.yml``, titled in the site's language; their phrases are English."""
    text = (files("digest.edge") / "defaults" / "topics.yml").read_text(encoding="utf-8")
    t = words(language)
    topics = read_topics("topics.yml", text)[0]
    return tuple(replace(one, title=t(f"default.{one.id}.title"), intro=t(f"default.{one.id}.intro")) for one in topics)


def read_topics(path: str, text: str) -> tuple[tuple[Topic, ...], tuple[Fault, ...]]:
    """Give the topics in the order of the file, and its faults; a fault costs a field or a phrase, not the topic."""
    value, faults = parse(path, text)
    if value is None:
        return (), faults
    inspector = Inspector(path)
    topics: dict[str, Topic] = {}
    lines: dict[str, int] = {}
    for name, key, entry in inspector.entries(value, "", "one key a topic, such as trade-war"):
        if not is_id(name):
            better = f", such as {slug(name)}" if slug(name) and name not in RESERVED else ""
            inspector.fault(key.line, f'the id of a topic must be small letters a-z, digits and hyphens{better}; found "{name}"')
            continue
        topics[name], lines[name] = _topic(inspector, name, entry), _parent_line(entry, key.line)
    for topic in list(topics.values()):
        if fault := _parent_fault(topic, topics):
            inspector.fault(lines[topic.id], f"{topic.id}: parent: {fault}")
            topics[topic.id] = replace(topic, parent="")
    return tuple(topics.values()), tuple(inspector.faults)


def _topic(inspector: Inspector, known: str, entry: Marked) -> Topic:
    fields = inspector.fields(entry, known, KEYS, "keys such as title and phrases")

    def text(key: str) -> str:
        return (inspector.text(fields[key], f"{known}: {key}") or "") if key in fields else ""

    return Topic(
        id=known,
        title=text("title") or known.replace("-", " ").capitalize(),
        intro=text("intro"),
        phrases=_phrases(inspector, f"{known}: phrases", fields.get("phrases")),
        exclude=(inspector.texts(fields["exclude"], f"{known}: exclude") or ()) if "exclude" in fields else (),
        against=_phrases(inspector, f"{known}: against", fields.get("against")),
        parent=text("parent"),
    )


def _phrases(inspector: Inspector, where: str, value: Marked | None) -> tuple[Phrase, ...]:
    if value is None:
        return ()
    if value.kind not in {"list", "text"}:
        inspector.texts(value, where)
        return ()
    found = []
    for item in value.items if value.kind == "list" else (value,):
        if item.kind == "mapping":
            for text, key, weight in inspector.entries(item, where, "a phrase with its weight, such as trade war: 2"):
                number = inspector.number(weight, f"{where}: {text}", 0.01, HEAVIEST, whole=False)
                phrase = inspector.text(key, where)
                if phrase and number is not None and _has_words(inspector, key, where):
                    found.append(Phrase(phrase, number))
        elif item.kind != "nothing" and (phrase := inspector.text(item, where)) and _has_words(inspector, item, where):
            found.append(Phrase(phrase))
    return tuple({phrase.text.lower(): phrase for phrase in found}.values())


def _has_words(inspector: Inspector, item: Marked, where: str) -> bool:
    if all(any(character.isalnum() for character in part) for part in DOTS.split(item.raw)):
        return True
    expected = "words before and after the three dots" if DOTS.search(item.raw) else "a word"
    inspector.fault(item.line, f'{where}: expected {expected}, found "{item.raw}"')
    return False


def _parent_line(topic: Marked, otherwise: int) -> int:
    return next((value.line for key, value in topic.entries if key.raw.strip() == "parent"), otherwise)


def _parent_fault(topic: Topic, topics: dict[str, Topic]) -> str:
    if topic.parent and topic.parent not in topics:
        return f'there is no topic "{topic.parent}"; {nearest(topic.parent, topics)}'
    above, parent = [topic.id], topic.parent
    while parent and parent not in above:
        above.append(parent)
        parent = topics[parent].parent if parent in topics else ""
    if parent != topic.id:  # a ring further up is the fault of those in it
        return ""
    return f"a topic cannot stand above itself ({' below '.join([*above, topic.id])}); expected a wider topic"
