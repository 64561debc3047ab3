"""The same as tables, for spreadsheets: CSV as RFC 4180 has it.

A byte order mark, or Excel takes the letters for another alphabet's; every cell in quotes, so that a program which expects
semicolons between cells finds none inside one; and no cell that a spreadsheet would calculate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from digest.model import Article, Edition, EventReport, File, Precision, Topic
from digest.text.escape import clean

Cell: TypeAlias = str | int

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
"""What a spreadsheet takes for a formula, wide forms and white space before it included (OWASP, "CSV Injection")."""

BETWEEN = "; "
"""Stands between several values of one cell."""


def tables(edition: Edition) -> Iterator[File]:
    """Give ``docs/data/{articles,events,topics}.csv``: what the site's lists show, in the order of the JSON files."""
    events = [report for report in edition.events if not report.hidden]
    articles = [edition.articles[name] for name in sorted(edition.articles) if edition.lists(name)]
    yield _table("articles", ARTICLES, (_article(edition, article) for article in articles))
    yield _table("events", EVENTS, (_event(edition, report) for report in events))
    yield _table("topics", TOPICS, (_topic(edition, topic, events) for topic in edition.content.topics))


ARTICLES = (
    "id", "title", "published", "date_precision", "author", "source", "source_url", "event", "topics", "keywords",
    "quoted_percent", "url",
)  # fmt: skip
EVENTS = (
    "id", "title", "first_published", "last_published", "articles", "independent_reports",
    "sources", "topics", "keywords", "summary", "url",
)  # fmt: skip
TOPICS = ("id", "title", "events", "passages", "url")
"""Names of the columns."""


def _article(edition: Edition, article: Article) -> Sequence[Cell]:
    report = edition.event_of[article.id]
    outlet = edition.outlets.get(article.outlet or "")
    published = article.published
    return (
        article.id,
        article.title,
        published.iso if published else "",
        (published.precision if published else Precision.NONE).value,
        BETWEEN.join(article.authors),
        outlet.name if outlet else "",
        article.source_url,
        report.id,
        BETWEEN.join(match.topic for match in report.topics),
        BETWEEN.join(keyword.text for keyword in edition.keywords.get(article.id, ())),
        edition.quoted([article]) or 0,
        f"{edition.content.site_url}articles/{article.id}/",
    )


def _event(edition: Edition, report: EventReport) -> Sequence[Cell]:
    articles = [edition.articles[name] for name in report.event.articles if edition.lists(name)]
    dates = sorted((article.published.iso for article in articles if article.published), key=lambda iso: (iso[:19], iso))
    outlets = [
        edition.outlets[article.outlet].name for article in articles if article.outlet and article.outlet in edition.outlets
    ]
    said = [sentence.text for sentence in report.summary if edition.lists(sentence.citations[0].article)]
    return (
        report.id,
        report.title,
        dates[0] if dates else "",
        dates[-1] if dates else "",
        len(articles),
        sum(any(map(edition.lists, voice)) for voice in report.voices),
        BETWEEN.join(dict.fromkeys(outlets)),
        BETWEEN.join(match.topic for match in report.topics),
        BETWEEN.join(keyword.text for keyword in report.keywords),
        " ".join(said),
        f"{edition.content.site_url}events/{report.id}/",
    )


def _topic(edition: Edition, topic: Topic, events: Sequence[EventReport]) -> Sequence[Cell]:
    passages = [one for one in edition.passages if one.topic == topic.id and edition.lists(one.article)]
    filed = sum(any(match.topic == topic.id for match in report.topics) for report in events)
    return topic.id, topic.title, filed, len(passages), f"{edition.content.site_url}topics/{topic.id}/"


def _table(name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> File:
    lines = (",".join(map(_cell, row)) + "\r\n" for row in chain([columns], rows))
    return File(f"docs/data/{name}.csv", chain(["\ufeff"], lines))


def _cell(value: Cell) -> str:
    """Give a value as a cell; before what looks like a formula stands an apostrophe, as spreadsheets themselves mark text."""
    if isinstance(value, int):
        return str(value)
    text = " ".join(clean(value).split())
    return '"{}"'.format((f"'{text}" if FORMULA.match(text) else text).replace('"', '""'))
