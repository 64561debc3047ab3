"""The JSON files beside the site, and every article's plain text.

Their members are a promise to the outside: none is renamed or dropped without a new ``schema`` number.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from digest.model import (
    Article,
    Citation,
    Edit,
    Edition,
    EventReport,
    File,
    Keyword,
    Precision,
    SummarySentence,
    Topic,
)

SCHEMA = 1


def data(edition: Edition) -> Iterator[File]:
    """Give the JSON files and ``articles.jsonl``.

    What the editor hides is in none of the lists; its pages answer, so what they say is in the proof with the rest.
    Articles are in the order of their ids, events as the site lists them (newest first), topics as the editor has them.
    """
    articles = [edition.articles[name] for name in sorted(edition.articles)]
    yield File("articles.jsonl", (_line({"id": article.id, "text": article.text}) for article in articles))
    yield _file("articles", (_article(edition, article) for article in articles if edition.lists(article.id)))
    yield _file("events", (_event(edition, report) for report in edition.events if not report.hidden))
    yield _file("topics", (_topic(edition, topic) for topic in edition.content.topics))
    yield _file(
        "proof",
        (
            {"event": report.id, "number": number, **_proof(edition, report, sentence)}
            for report in edition.events
            for number, sentence in enumerate(report.summary, 1)
        ),
        beside=(
            {"event": report.id, "place": place, **_proof(edition, report, sentence)}
            for report in edition.events
            for place, sentence in report.comparison.placed.items()
        ),
        passages=(
            {"topic": one.topic, **_stretch(edition.articles[one.article], one.start, one.end)} for one in edition.passages
        ),
        articles=({"id": article.id, "file": article.path, "sha256": article.digest} for article in articles),
    )


def _file(name: str, members: Iterable[dict[str, object]], **more: Iterable[dict[str, object]]) -> File:
    """Give the text that ``json.dumps`` would with an indent of 1; a member at a time, for it takes ten times a text's memory."""
    return File(f"docs/data/{name}.json", _object({name: members, **more}))


def _object(lists: Mapping[str, Iterable[dict[str, object]]]) -> Iterator[str]:
    yield '{\n "schema": ' + str(SCHEMA)
    for key, members in lists.items():
        yield f',\n "{key}": ['
        before = ""
        for member in members:
            yield f"{before}\n  " + json.dumps(member, ensure_ascii=False, indent=1).replace("\n", "\n  ")
            before = ","
        yield "\n ]" if before else "]"
    yield "\n}\n"


def _line(member: dict[str, object]) -> str:
    return json.dumps(member, ensure_ascii=False) + "\n"


def _article(edition: Edition, article: Article) -> dict[str, object]:
    report = edition.event_of[article.id]
    outlet = edition.outlets.get(article.outlet) if article.outlet else None
    published = article.published
    return {
        "id": article.id,
        "path": article.path,
        "url": f"articles/{article.id}/",
        "title": article.title,
        "published": published.iso if published else None,
        "date_precision": (published.precision if published else Precision.NONE).value,
        "author": list(article.authors),
        "source": outlet.name if outlet else None,
        "source_url": article.source_url or None,
        "event": report.id,
        "keywords": _keywords(edition.keywords.get(article.id, ())),
        "topics": [match.topic for match in report.topics],
    }


def _event(edition: Edition, report: EventReport) -> dict[str, object]:
    listed = [name for name in report.event.articles if edition.lists(name)]
    articles = [edition.articles[name] for name in listed]
    dates = sorted((article.published.iso for article in articles if article.published), key=_moment)
    return {
        "id": report.id,
        "url": f"events/{report.id}/",
        "title": report.title,
        "first_published": dates[0] if dates else None,
        "last_published": dates[-1] if dates else None,
        "articles": listed,
        "mentions": [name for name in report.event.mentions if edition.lists(name)],
        "sources": list(dict.fromkeys(article.outlet for article in articles if article.outlet)),
        "keywords": _keywords(report.keywords),
        "topics": [match.topic for match in report.topics],
        "summary": [
            {
                "text": sentence.text,
                "citations": [{"article": one.article, "start": one.start, "end": one.end} for one in sentence.citations],
                "edits": _edits(sentence.edits),
            }
            for sentence in report.summary
        ],
        "voices": [shown for voice in report.voices if (shown := [name for name in voice if edition.lists(name)])],
    }


def _proof(edition: Edition, report: EventReport, sentence: SummarySentence) -> dict[str, object]:
    """Give everything that is needed to check a published sentence without trusting the build that published it."""
    return {
        "text": sentence.text,
        "edits": _edits(sentence.edits),
        "citations": [_cited(edition, report, sentence, citation) for citation in sentence.citations],
    }


def _cited(edition: Edition, report: EventReport, sentence: SummarySentence, citation: Citation) -> dict[str, object]:
    article = edition.articles[citation.article]
    kind = "source" if citation is sentence.citations[0] else "copy" if article.id in report.event.copies else "says the same"
    return {**_stretch(article, citation.start, citation.end), "kind": kind}


def _stretch(article: Article, start: int, end: int) -> dict[str, object]:
    said = sha256(article.text[start:end].encode()).hexdigest()
    return {"article": article.id, "file": article.path, "start": start, "end": end, "sha256": said}


def _edits(edits: Sequence[Edit]) -> list[dict[str, object]]:
    return [{"start": one.start, "end": one.end, "text": one.text} for one in edits]


def _topic(edition: Edition, topic: Topic) -> dict[str, object]:
    return {
        "id": topic.id,
        "url": f"topics/{topic.id}/",
        "title": topic.title,
        "events": [report.id for report in edition.events if not report.hidden and _is_on(report, topic)],
        "passages": [
            {"article": one.article, "start": one.start, "end": one.end}
            for one in edition.passages
            if one.topic == topic.id and edition.lists(one.article)
        ],
    }


def _is_on(report: EventReport, topic: Topic) -> bool:
    return any(match.topic == topic.id for match in report.topics)


def _keywords(keywords: Sequence[Keyword]) -> list[dict[str, object]]:
    return [{"text": keyword.text, "weight": keyword.weight} for keyword in keywords]


def _moment(iso: str) -> tuple[str, str]:
    """Order dates as written: by day, then by time; an offset is not compared (most sources give none)."""
    return iso[:19], iso
