"""Says in plain text why the digest decided what it did, for one article or event."""

from __future__ import annotations

from collections.abc import Sequence

from digest.errors import UnknownName
from digest.model import FORMATS, Article, ArticleId, Edition, EventReport, Join, Passage, Precision

WIDE = 12
"""Columns of a label."""


def explain(edition: Edition, name: str) -> str:
    """Explain an article, or an event with all its reports; an id that is both is explained as both.

    Names are ids; the path of an article's file does as well.
    Raises UnknownName if neither has this name, with the nearest names there are.
    """
    wanted = name.strip().strip("/").split("/")[-1] if name.strip().startswith(("articles/", "events/")) else name.strip()
    article = edition.articles.get(wanted) or next((one for one in edition.articles.values() if one.path == wanted), None)
    report = next((one for one in edition.events if one.id == wanted), None)
    if article is None and report is None and (decided := _decided(edition, wanted)):
        return decided
    if article is None and report is None:
        raise UnknownName(_unknown(edition, wanted))
    parts = [_article(edition, article, alone=report is None)] if article else []
    parts += [_event(edition, report)] if report else []
    return "\n".join(parts)


def _decided(edition: Edition, name: ArticleId) -> str:
    """Say what ``edits.yml`` has done with an article of which there is no file; nothing where it says nothing."""
    edits, now = edition.content.edits, name
    for _ in edits.moved:  # no longer than there are moves: they may lead in a circle
        now = edits.moved.get(now, now)
    if now != name and now in edition.articles:
        return f"{name} is {now} now, by “moved” in content/edits.yml.\n\n{explain(edition, now)}"
    return f"{name} is removed, by content/edits.yml: {edits.removed[name].reason}\n" if name in edits.removed else ""


def _article(edition: Edition, article: Article, *, alone: bool) -> str:
    """Explain an article; ``alone``: what the explanation of its event would say does not follow, and is said here."""
    report = edition.event_of[article.id]
    published = article.published
    outlet = edition.outlets.get(article.outlet) if article.outlet else None
    date = "not known" if published is None else f"{published.iso} ({published.precision.value})"
    lines = [
        f"Article {article.id}",
        *_fact("file", article.path),
        *_fact("format", FORMATS.get(article.path.rsplit(".", 1)[-1].lower(), "not known")),
        *_fact("title", article.title, article.source_of("title", article.title_origin)),
        *_fact("date", date, article.source_of("date", published.origin) if published else ""),
        *_fact("author", ", ".join(article.authors) or "not given", article.source_of("author", article.authors_origin)),
        *_fact("outlet", outlet.name if outlet else "not given", article.source_of("outlet", article.outlet_origin)),
        *_fact("language", article.language, article.source_of("language", article.language_origin)),
        *(
            line
            for name, value, origin in (
                ("address", article.source_url, article.address_origin),
                ("place", article.place, article.place_origin),
                ("agency", article.agency, article.agency_origin),
            )
            if value
            for line in _fact(name, value, article.source_of(name, origin))
        ),
        *_fact("shown as", article.publish.value),
        *_fact("text", f"{_count(len(article.sentences), 'sentence')} in {_count(len(article.blocks), 'block')}"),
    ]
    if article.recurring:
        recurring = "; ".join(f"“{article.blocks[index].text}”" for index in sorted(article.recurring))
        lines += _fact("recurs", f"{recurring}, in its outlet's other articles too: shown, but nothing is decided by it")
    if article.repaired:
        lines += _fact("repaired", f"garbled characters in {_count(article.repaired, 'place')}")
    for line in article.set_aside:
        lines += _fact("set aside", line)
    lines += ["", f"Its event is {report.id}, “{report.title}”."]
    join = _join(report, article.id)
    lines.append("  " + (_why(edition, join) if join else _founded(report)))
    lines += [f"  kept apart from {line}" for line in _rejected(edition, report, article.id)]
    lines += ["", *_topics(edition, report)] if alone else []
    passages = [passage for passage in edition.passages if passage.article == article.id]
    for passage in passages:
        text = article.text[passage.start : passage.end].replace("\n", " ")
        lines.append(f"  a passage of it is on the page of {passage.topic}: “{text}” (matched: {', '.join(passage.matched)})")
    lines += _kept_out(edition, [passage for passage in report.kept_out if passage.article == article.id])
    keywords = ", ".join(f"{keyword.text} {keyword.weight:.2f}" for keyword in edition.keywords.get(article.id, ()))
    lines += ["", f"Keywords: {keywords or 'none'}"]
    return "\n".join(lines) + "\n"


def _event(edition: Edition, report: EventReport) -> str:
    lines = [
        f"Event {report.id}",
        *_fact("title", report.title),
        *_fact("size", f"{_count(len(report.event.articles), 'article')}, {_count(len(report.voices), 'independent report')}"),
    ]
    if report.hidden:
        lines += _fact("hidden", "by the editor: off lists and search; the page stays")
    lines += ["", "Its articles, and why each is here:"]
    for number, article in enumerate(report.event.articles, 1):
        join = _join(report, article)
        lines.append(f"  {number}. {_named(edition, article)}")
        lines.append("     " + (_why(edition, join) if join else _founded(report)))
        if article in report.event.copies:
            lines.append(f"     carries the text of {report.event.copies[article]}: an article, but not a voice of its own")
    shared = [voice for voice in report.voices if len(voice) > 1]
    for voice in shared:
        lines.append(f"  one voice together: {', '.join(voice)} (the same text, or the same owner)")
    apart = _rejected(edition, report)
    lines += ["", "Nearly joined, and kept apart:" if apart else "Nothing else came near it.", *(f"  {line}" for line in apart)]
    if apart or len(report.event.articles) > 1:
        lines.append("If you know better: “together” and “apart” in content/edits.yml decide which articles are one event.")
    if report.event.mentions:
        lines += ["", f"Also mentioned in: {', '.join(report.event.mentions)}"]
    if report.event.round_up:
        lines += ["", f"It mentions the events: {', '.join(report.event.touches) or 'none that is known here'}"]
    lines += ["", *_topics(edition, report), *_kept_out(edition, report.kept_out)]
    lines += ["", "Summary:" if report.summary else "It has no summary: no sentence stands alone."]
    for number, sentence in enumerate(report.summary, 1):
        lines.append(f"  {number}. {sentence.text}")
        places = [f"{one.article}, characters {one.start} to {one.end}" for one in sentence.citations]
        lines.append(f"     from {places[0]}" + (f"; said as well by {', '.join(places[1:])}" if places[1:] else ""))
        for edit in sentence.edits:
            source = edition.articles[sentence.citations[0].article].text[edit.start : edit.end]
            change = f"“{edit.text.strip()}” put in" if edit.text and not source else f"“{source}” became “{edit.text}”"
            lines.append("     " + (change if edit.text else f"“{source}” left out"))
    keywords = ", ".join(f"{keyword.text} {keyword.weight:.2f}" for keyword in report.keywords)
    lines += ["", f"Keywords: {keywords or 'none'}"]
    return "\n".join(lines) + "\n"


def _fact(name: str, value: str, origin: str = "") -> list[str]:
    return [f"  {name:<{WIDE}}{value}" + (f"  [{origin}]" if origin else "")]


def _join(report: EventReport, article: ArticleId) -> Join | None:
    return next((join for join in report.event.joins if join.article == article), None)


def _founded(report: EventReport) -> str:
    if report.event.round_up:
        return "a round-up: it touches several events and reports none, so it is an event of its own"
    return "it founded the event" if len(report.event.articles) > 1 else "no other article reports it"


def _why(edition: Edition, join: Join) -> str:
    to = _named(edition, join.to)
    if join.by == "editor":
        return f"put together with {to} by the editor"
    if join.by == "copy":
        return f"the same text as {to} (likeness {join.score:.3f})"
    shared = f"; both have {', '.join(join.shared)}" if join.shared else ""
    return f"most like {to}: likeness {join.score:.3f}{shared}"


def _rejected(edition: Edition, report: EventReport, article: ArticleId = "") -> list[str]:
    return [
        f"{_named(edition, one.other)}: likeness {one.score:.3f} with {one.article}, {one.needed:.3f} needed: {one.reason}"
        for one in report.event.rejected
        if one.other in edition.articles and article in ("", one.article)
    ]


def _topics(edition: Edition, report: EventReport) -> list[str]:
    titles = {topic.id: topic.title for topic in edition.content.topics}
    size = len(report.event.articles)
    found = []
    for match in report.topics:
        why = (
            f"matched: {', '.join(match.matched)} ({match.articles} of {_count(size, 'article')})"
            if match.matched
            else "by the editor"
        )
        found.append(f"  {match.topic} ({titles.get(match.topic, match.topic)}): {why}")
    return ["Topics of the event:", *found] if found else ["The event is filed under no topic."]


def _kept_out(edition: Edition, passages: Sequence[Passage]) -> list[str]:
    """What an exclusion decided: without it the passage would be on the topic's page."""
    return [
        f"  kept off the page of {one.topic} by {', '.join(f'“{text}”' for text in one.excluded_by)}: "
        f"“{edition.articles[one.article].text[one.start : one.end].replace(chr(10), ' ')}” (matched: {', '.join(one.matched)})"
        for one in passages
    ]


def _named(edition: Edition, article: ArticleId) -> str:
    one = edition.articles[article]
    outlet = edition.outlets.get(one.outlet) if one.outlet else None
    date = one.published.iso if one.published else "undated"
    if one.published and one.published.precision is Precision.INFERRED:
        date += " inferred"
    return f"{article} (“{one.title}”, {outlet.name + ', ' if outlet else ''}{date})"


def _count(number: int, word: str) -> str:
    return f"{number} {word if number == 1 else word + 's'}"


def _unknown(edition: Edition, name: str) -> str:
    near = _nearest(name, sorted(edition.articles))
    hint = (
        f"; did you mean {' or '.join(near)}?" if near else "; an article is named by its file, such as content/articles/port.txt"
    )
    return f"there is no article or event named {name}{hint}"


def _nearest(name: str, known: Sequence[str]) -> list[str]:
    """The names that hold this one, else those with most of its parts in common."""
    holding = [one for one in known if name and name in one]
    if holding:
        return holding[:3]
    parts = set(name.split("-"))
    return [
        one for one in sorted(known, key=lambda one: (-len(parts & set(one.split("-"))), one)) if parts & set(one.split("-"))
    ][:3]
