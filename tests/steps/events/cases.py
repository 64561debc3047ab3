"""The hard cases in ``tests/cases/events``: articles to be read, what is to be one event, and who mentions whom."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from digest.model import Article
from tests.support import make_article

FOLDER = Path(__file__).parents[2] / "cases" / "events"


@dataclass(frozen=True)
class Case:
    """Articles, the events that they are, and the events that a round-up mentions."""

    articles: tuple[Article, ...]
    events: frozenset[frozenset[str]]
    mentions: dict[str, frozenset[str]]


def read_case(name: str) -> Case:
    """Read a case: ``## id``, lines of ``title:``, ``date:`` and ``outlet:``, paragraphs ("# " opens a heading).

    At the end stand ``= id id``, a line an event, and ``mentions id: id id``, a line a round-up.
    """
    _, *parts = (FOLDER / f"{name}.md").read_text(encoding="utf-8").split("\n## ")
    *_, last = parts
    lines = last.splitlines()
    events = frozenset(frozenset(line[2:].split()) for line in lines if line.startswith("= "))
    mentions = {
        line.split(":")[0].removeprefix("mentions "): frozenset(line.split(":")[1].split())
        for line in lines
        if line.startswith("mentions ")
    }
    return Case(tuple(_article(part) for part in parts), events, mentions)


def _article(part: str) -> Article:
    name, *lines = [line for line in part.strip().splitlines() if line and not line.startswith(("= ", "mentions "))]
    facts: dict[str, str] = {}
    while lines and lines[0].split(":")[0] in ("title", "date", "outlet"):
        key, _, value = lines.pop(0).partition(": ")
        facts[key] = value
    return make_article(name, facts["title"], lines, day=facts.get("date"), outlet=facts.get("outlet"))
