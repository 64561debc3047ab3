"""Reads the cases: events as a person writes them down, with the summary that is expected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from digest.model import Article, Event
from tests.support import make_article

FOLDER = Path(__file__).parents[2] / "cases" / "summaries"


@dataclass(frozen=True)
class Case:
    name: str
    words: int
    articles: dict[str, Article]
    expected: tuple[str, ...]


def read_case(path: Path) -> Case:
    head, *parts = path.read_text(encoding="utf-8").split("\n## ")
    words = int(head.split("words: ")[1].split()[0])
    articles = {}
    expected: tuple[str, ...] = ()
    for part in parts:
        label, *lines = [line for line in part.splitlines() if line.strip()]
        if label == "expected":
            expected = tuple(line.removeprefix("- ") for line in lines)
        else:
            name, day = label.split()
            articles[name] = make_article(name, lines[0], lines[1:], day=day, outlet=name)
    return Case(path.stem, words, articles, expected)


def event_of(articles: Sequence[Article], copies: dict[str, str] | None = None) -> Event:
    names = tuple(article.id for article in articles)
    return Event(names[0], names, copies=copies or {})
