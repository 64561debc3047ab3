"""Editions with a foreign string in every place that has room for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.model import (
    Article,
    Block,
    Content,
    Edition,
    Edits,
    Event,
    EventReport,
    Join,
    Keyword,
    Kind,
    Outlet,
    Passage,
    Phrase,
    Publish,
    Published,
    Rejection,
    Removal,
    Settings,
    Topic,
    TopicMatch,
)
from tests.safety.attacks import shown
from tests.steps.pages.factory import article, cite

PUBLISH = (Publish.FULL, Publish.FULL, Publish.FULL, Publish.FULL, Publish.FULL, Publish.EXCERPT, Publish.LINK)

COMMON = "Norholm"
"""Stands in the title of every event, so that one search finds them all."""

SITE = "https://osaka-digest.example/"


class Supply:
    """Hands out strings in turn, and notes for which field; ``each``: every field begins with the first."""

    def __init__(self, texts: Sequence[str], each: bool) -> None:
        self.texts, self.at, self.each, self.fields = texts, Counter[str](), each, Counter[str]()
        self.given: dict[str, list[str]] = {}

    def __call__(self, field: str) -> str:
        """Give the next string in which something is left to be seen (reading the content lets no other one through)."""
        while True:
            turn = field if self.each else ""
            text = self.texts[self.at[turn] % len(self.texts)]
            self.at[turn] += 1
            if shown(text):
                self.fields[field] += 1
                self.given.setdefault(field, []).append(text)
                return text

    def several(self, field: str, count: int) -> tuple[str, ...]:
        """Give the next strings."""
        return tuple(self(field) for _ in range(count))


def pack(
    texts: Sequence[str], articles: int, paragraphs: int = 4, lists: int = 8, *, each: bool = False, own: int = 2
) -> tuple[Edition, Supply]:
    """Make an edition of so many articles, two an event, and say which string stands in which field.

    There are ``lists`` outlets, as many topics, and half as many removed articles.
    ``each``: every field has the first string first, so that one with enough places has them all.
    ``own``: hand-written pages; what their Markdown does is the editor's wish, what others say of them is not.
    """
    supply = Supply(texts, each)
    outlets = tuple(
        Outlet(f"outlet-{i}", supply("outlet"), (f"o{i}.example",), supply("family"), supply("country")) for i in range(lists)
    )
    topics = tuple(
        Topic(
            f"topic-{i}",
            supply("topic title"),
            supply("topic intro"),
            tuple(Phrase(text) for text in supply.several("phrase", 3)),
            supply.several("exclude", 2),
            f"topic-{i - 1}" if i % 2 else "",
        )
        for i in range(lists)
    )
    by = {one.id: one for one in (_article(supply, number, paragraphs, lists) for number in range(articles))}
    events = tuple(_events(supply, list(by), by, lists))
    edits = Edits(
        moved={f"old-{number}": f"article-{number}" for number in range(min(4, articles))},
        removed={f"gone-{i}": Removal(supply("reason"), "article-0" if i % 2 else "") for i in range(lists // 2)},
    )
    pages = {f"own-{i}.md": f"# {normal(supply('own heading'))}\n\nBy hand.\n" for i in range(own)}
    wire = by["article-0"]
    passages = tuple(
        Passage(f"topic-{i}", wire.id, wire.sentences[i % len(wire.sentences)].start, wire.sentences[i % len(wire.sentences)].end,
                supply.several("matched in passing", 2))
        for i in range(lists)
    )  # fmt: skip
    content = Content((), outlets, topics, edits, Settings(), pages, "Osaka Digest", SITE, "https://code.example/osaka")
    keywords = {name: tuple(Keyword(normal(text), 0.5) for text in supply.several("article keyword", 2)) for name in by}
    edition = Edition(content, by, {outlet.id: outlet for outlet in outlets}, keywords, events, passages, ())
    return edition, supply


def _article(supply: Supply, number: int, paragraphs: int, lists: int) -> Article:
    parts: list[Sequence[str] | Block] = []
    for _ in range(paragraphs):
        parts.append([normal(text) for text in supply.several("sentence", 2)])
        parts.append(Block(Kind.HEADING, normal(supply("heading")), level=2 + number % 5))
        parts += [Block(Kind.ITEM, normal(text)) for text in supply.several("item", 2)]
        parts += [Block(Kind.QUOTE, normal(text)) for text in supply.several("quote", 2)]
    made = article(
        f"article-{number}",
        normal(supply("title")),
        parts,
        outlet=f"outlet-{number % lists}" if number % 7 else None,
        when=f"2021-0{1 + number % 6}-{10 + number % 15}" if number % 9 else "",
        origin=supply("origin"),
        publish=PUBLISH[number % len(PUBLISH)],
        place=supply("place"),
        authors=supply.several("author", 2),
        url="https://o.example/?" + supply("address") if number % 2 else supply("address"),
        recurring=frozenset({1}),
        set_aside=tuple(normal(text) for text in supply.several("set aside", 2)),
    )
    return replace(
        made,
        path=f"content/articles/{supply('file name')}.txt",
        title_origin=supply("origin"),
        outlet_origin=supply("origin"),
        published=made.published and Published(made.published.iso, made.published.precision, supply("origin")),
    )


def normal(text: str) -> str:
    """Give a text as normalising leaves it: articles hold no other."""
    return shown(text)


def _events(supply: Supply, names: list[str], by: dict[str, Article], lists: int) -> Iterator[EventReport]:
    common = (Keyword(normal(supply("event keyword")), 1.0),)  # a keyword of two events has a page
    for number, at in enumerate(range(0, len(names), 2)):
        members = tuple(names[at : at + 2])
        other = names[(at + 2) % len(names)]
        joins = tuple(Join(one, members[0], 0.5, supply.several("shared", 3), "likeness") for one in members[1:])
        summary = [cite(by, (one, 0), edits=[]) for one in members]
        first = by[members[0]].sentence(1)
        summary.append(cite(by, (members[0], 1), edits=[(first, f"{first} [{supply('insertion')}]")] if first else []))
        yield EventReport(
            Event(members[0], members, joins, (Rejection(members[-1], other, 0.3, 0.4, supply("rejection")),), {}, (other,)),
            f"{supply('event title')} {COMMON}",
            tuple(summary),
            tuple(Keyword(normal(text), 1.0) for text in supply.several("event keyword", 3)) + common * (number < 2),
            (TopicMatch(f"topic-{number % lists}", supply.several("matched", 2), 1),),
            tuple((one,) for one in members),
        )
