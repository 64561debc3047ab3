"""``edits.yml``: the editor's decisions, keyed by article."""

from __future__ import annotations

from collections.abc import Iterator

from digest.edge.marked import TWICE, Inspector, Marked, parse
from digest.errors import ContentError, Fault
from digest.model import ArticleId, Edits, Removal, SummaryEdit, TopicId
from digest.text.slug import article_id, is_id

KEYS = ("together", "apart", "titles", "topics", "summaries", "hide", "moved", "removed")


def read_edits(path: str, text: str) -> tuple[Edits, tuple[Fault, ...]]:
    """Give the decisions and the faults; a fault costs one decision.

    Whether the articles and topics exist is not known here.
    Raises ContentError where ``removed`` stands in the file but cannot be read: a text that was taken down must not
    come back because of a slip elsewhere.
    """
    value, faults = parse(path, text)
    if value is None:
        if "removed" in text:
            raise ContentError(f"{path} cannot be read, so removed articles would be published again; nothing was built", faults)
        return Edits(), faults
    inspector = Inspector(path)
    fields = inspector.fields(value, "", KEYS, f"keys such as {KEYS[0]} and {KEYS[2]}")
    removed = fields.get("removed", Marked("nothing", 0))
    if removed.kind not in {"mapping", "nothing"}:
        if removed.kind != TWICE:
            inspector.fault(
                removed.line, "removed: expected one line an article with the reason, such as kansai-12: asked for by its author"
            )
        raise ContentError(
            f"{path} cannot be read, so removed articles would be published again; nothing was built", tuple(inspector.faults)
        )
    reading = _Reading(inspector, fields)
    edits = Edits(
        together=reading.groups("together"),
        apart=reading.groups("apart"),
        titles=reading.titles(),
        topics=reading.topics(),
        summaries=reading.summaries(),
        hide=reading.names("hide"),
        moved=reading.moved(),
        removed=reading.removed(),
        lines={(key, text): line for key, value in fields.items() for text, line in reversed(list(_texts(value)))},
    )
    return edits, tuple(inspector.faults)


def _texts(value: Marked) -> Iterator[tuple[str, int]]:
    """Every text in a value, with its line, in the order of the file."""
    if value.kind == "list":
        for item in value.items:
            yield from _texts(item)
    elif value.kind == "mapping":
        for key, entry in value.entries:
            yield from _texts(key)
            yield from _texts(entry)
    elif value.raw:
        yield value.raw, value.line


class _Reading:
    def __init__(self, inspector: Inspector, fields: dict[str, Marked]) -> None:
        self.inspector, self.fields = inspector, fields

    def names(self, key: str) -> tuple[ArticleId, ...]:
        value = self.fields.get(key)
        return (self.inspector.texts(value, key, names=True) or ()) if value else ()

    def pairs(self, key: str, what: str) -> list[tuple[str, Marked]]:
        value = self.fields.get(key)
        return [(name, entry) for name, _, entry in self.inspector.entries(value, key, what)] if value else []

    def groups(self, key: str) -> tuple[tuple[ArticleId, ...], ...]:
        value = self.fields.get(key)
        if value is None or value.kind == TWICE:
            return ()
        expected = f"a list of lists of articles, such as {key}: [[kansai-1, ledger-4]]"
        if value.kind != "list":
            self.inspector.fault(value.line, f"{key}: expected {expected}")
            return ()
        found = []
        for item in value.items:
            names = self.inspector.texts(item, key, names=True) if item.kind == "list" else None
            if item.kind != "list" or (names is not None and len(set(names)) < 2):
                self.inspector.fault(
                    item.line, f"{key}: expected two or more articles in each list, such as {key}: [[kansai-1, ledger-4]]"
                )
            elif names:
                found.append(tuple(dict.fromkeys(names)))
        return tuple(found)

    def titles(self) -> dict[ArticleId, str]:
        pairs = self.pairs("titles", "one line an article: the title of its event")
        found = {name: self.inspector.text(entry, f"titles: {name}") for name, entry in pairs if entry.kind != "nothing"}
        return {name: text for name, text in found.items() if text}

    def topics(self) -> dict[ArticleId, tuple[TopicId, ...]]:
        pairs = self.pairs("topics", "one line an article: a list of topics")
        found = {name: self.inspector.texts(entry, f"topics: {name}", names=True) for name, entry in pairs}
        return {name: topics for name, topics in found.items() if topics is not None}

    def summaries(self) -> dict[ArticleId, SummaryEdit]:
        found = {}
        for name, entry in self.pairs("summaries", "one key an article, below it prefer or drop"):
            where = f"summaries: {name}"
            fields = self.inspector.fields(entry, where, ("prefer", "drop"), "prefer or drop, each with a list of sentences")
            lists = {key: self.inspector.texts(value, f"{where}: {key}") or () for key, value in fields.items()}
            if any(lists.values()):
                found[name] = SummaryEdit(prefer=lists.get("prefer", ()), drop=lists.get("drop", ()))
        return found

    def moved(self) -> dict[ArticleId, ArticleId]:
        pairs = self.pairs("moved", "one line an article: its old id, then its new id")
        found = {}
        for name, entry in pairs:
            new = self.inspector.name(entry, f"moved: {name}")
            if self._id(name, "moved", entry.line) == name and new and self._id(new, f"moved: {name}", entry.line) == new:
                found[name] = new
        return found

    def removed(self) -> dict[ArticleId, Removal]:
        """A removal holds even where its id is written as a path: what was meant is plain, and its text must not come back."""
        pairs = self.pairs("removed", "one line an article: the reason")
        return {self._id(name, "removed", entry.line): self._removal(name, entry) for name, entry in pairs}

    def _id(self, name: str, where: str, line: int) -> ArticleId:
        """Give the id that was meant, and note a fault where what stands there cannot be one."""
        if is_id(name):
            return name
        meant = article_id(name.removeprefix("content/articles/"))
        self.inspector.fault(line, f'{where}: "{name}" cannot be the id of an article; did you mean "{meant}"?')
        return meant

    def _removal(self, name: ArticleId, entry: Marked) -> Removal:
        """A removal holds even where its reason cannot be read."""
        where = f"removed: {name}"
        if entry.kind == "mapping":
            fields = self.inspector.fields(entry, where, ("reason", "see"), "reason, and see where another article replaces it")
            reason = self.inspector.text(fields["reason"], f"{where}: reason") if "reason" in fields else ""
            see = self.inspector.name(fields["see"], f"{where}: see") if "see" in fields else ""
        else:
            reason, see = self.inspector.text(entry, where), ""
        if reason == "":
            self.inspector.fault(entry.line, f"{where}: expected a reason, which the page of the article will show")
        return Removal(reason=reason or "", see=see or "")
