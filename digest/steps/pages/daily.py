"""The daily edition: one day on one page that can be mailed as it is, and the same in plain text.

There is an edition for every day on which a listed article was published, each at the address of its day, so that a mail's
links to its own edition hold for as long as the articles do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from digest.model import EventId, EventReport, File, Page
from digest.steps.pages.cards import carriers, counts, sentence_view, text_dir
from digest.steps.pages.daily_text import plain_text
from digest.steps.pages.say import span, upper_first
from digest.steps.pages.site import Site
from digest.steps.pages.tongue import of_event
from digest.steps.pages.view import View
from digest.text.calendar import say_day, say_day_month
from digest.text.escape import md_text

DAYS = 7
"""An edition reaches back a week, as the front page does."""

FULL, LINES, TOPICS = 15, 40, 20
"""At most so many events with their summary, events in one line, and topics: a mail has an end."""

ROOM, ROOM_FULL = 85_000, 60_000
"""Bytes that events may take, and those with their summary: Gmail cuts off what is over 102 KB, and the frame takes about six."""

PREHEADER = 140
"""Characters that a mail program shows behind the subject, at most."""

TAG = 120
"""Bytes of markup around a string, at most: what the template writes for a citation and its style."""


def daily_address(day: date) -> str:
    """Give where a day's edition stands, from the site's root."""
    return f"digest-{day.isoformat()}.html"


def edition_days(site: Site) -> tuple[date, ...]:
    """Give the days that have an edition, oldest first: those on which a listed article was published."""
    return tuple(sorted({article.day for article in site.listed if article.day}))


@dataclass(frozen=True)
class Days:
    """Which listed event was reported on which day; reports that the editor hides do not count."""

    site: Site

    @cached_property
    def of(self) -> Mapping[EventId, tuple[date, ...]]:
        """Event: the days of its listed reports, in order, each once."""
        found: dict[EventId, set[date]] = {}
        for article in self.site.listed:
            if article.day:
                found.setdefault(self.site.event_of(article.id).id, set()).add(article.day)
        return {event: tuple(sorted(days)) for event, days in found.items()}

    @cached_property
    def on(self) -> Mapping[date, tuple[EventReport, ...]]:
        """Day: the events reported on it, ranked as the home page ranks: by independent reports, then by freshness."""
        found: dict[date, list[EventReport]] = {}
        for report in self.site.events:
            for day in self.of.get(report.id, ()):
                found.setdefault(day, []).append(report)
        return {day: tuple(sorted(reports, key=self._rank)) for day, reports in found.items()}

    def before(self, day: date) -> tuple[EventReport, ...]:
        """Give the events of the days before one that an edition reaches back to, and not of it: newest first, then ranked."""
        found: dict[EventId, EventReport] = {}
        for back in range(1, DAYS):
            for report in self.on.get(day - timedelta(days=back), ()):
                if day not in self.of[report.id]:
                    found.setdefault(report.id, report)
        return tuple(found.values())

    def _rank(self, report: EventReport) -> tuple[int, int]:
        return (-len(report.voices), self.site.place_in_time[report.id])


def daily_pages(site: Site) -> Iterator[Page | File]:
    """Lay out the edition of every day, oldest first, each followed by its twin in plain text."""
    days, eve = Days(site), None
    for day in edition_days(site):
        view = _view(site, days, day, eve)
        eve = day
        yield Page(f"docs/{daily_address(day)}", "daily.html.jinja", {}, view)
        yield File(f"docs/{view['text_url']}", [plain_text(site.t, view)])


def _view(site: Site, days: Days, day: date, eve: date | None) -> View:
    room = _Room(site.edition.content.site_url)
    today, before = days.on[day], days.before(day)
    events = room.filled((_event(site, days, report) for report in today), FULL, spare=ROOM - ROOM_FULL)
    lines = room.filled((_line(site, days, report, day) for report in today[len(events) :]), LINES)
    recent = room.filled((_line(site, days, report, day) for report in before), LINES - len(lines))
    shown = {str(view["id"]) for view in (*events, *lines, *recent)}
    topics = room.filled(_topics(site, shown), TOPICS)
    articles = sum(article.day == day for report in today for article in site.articles(report) if not site.hides(article.id))
    said, heads = say_day(site.t, day), "; ".join(report.title for report in today[:3])
    return {
        "root": site.edition.content.site_url,
        "site_name": site.edition.content.site_name,
        "day": {"iso": day.isoformat(), "text": said, "title": upper_first(said)},
        "size": site.t(
            "daily.size", events=site.t("count.event", count=len(today)), reports=site.t("count.report", count=articles)
        ),
        "preheader": heads if len(heads) <= PREHEADER else heads[: PREHEADER - 1].rstrip() + "…",
        "events": events,
        "lines": lines,
        "recent": recent,
        "more": len(today) + len(before) - len(shown),
        "topics": topics,
        "insertions": any(
            edit.text.strip() for report in today[: len(events)] for sentence in report.summary for edit in sentence.edits
        ),
        "page_url": daily_address(day),
        "text_url": daily_address(day).removesuffix("html") + "txt",
        "eve": {"text": say_day_month(site.t, eve), "url": daily_address(eve)} if eve else None,
    }


class _Room:
    """The bytes that are left of an edition."""

    def __init__(self, root: str) -> None:
        self.left = ROOM
        self.root = len(root)

    def filled(self, views: Iterator[View], most: int, *, spare: int = 0) -> list[View]:
        """Take views until there are so many, or the next one has no room but what is to be spared."""
        found: list[View] = []
        for view in views:
            need = self._size(view)
            if len(found) >= most or need > self.left - spare:
                break
            self.left -= need
            found.append(view)
        return found

    def _size(self, value: object) -> int:
        """Give the bytes that a view takes at most, whatever characters it holds."""
        if isinstance(value, Mapping):
            return sum(self._size(item) for item in value.values()) + (self.root if "url" in value else 0)
        if isinstance(value, (list, tuple)):
            return sum(self._size(item) for item in value)
        return TAG + len(md_text(value).encode("utf-8", "surrogatepass")) if isinstance(value, str) and value else 0


def _event(site: Site, days: Days, report: EventReport) -> View:
    size = counts(site, report)
    sentences = [sentence_view(site, report, number) for number in range(1, len(report.summary) + 1)]
    reported = days.of[report.id]
    when = say_day_month(site.t, reported[0])
    if len(reported) > 1:
        when = "".join(span(site.t, reported[0], reported[-1]))
    return {
        "id": report.id,
        "url": f"events/{report.id}/",
        "title": report.title,
        "place": site.place(report),
        "when": when,
        "articles": "" if size["short"] else size["articles"],
        "voices": size["voices"],
        "carriers": carriers(site, report),
        "sentences": sentences,
        "text_dir": text_dir(sentences),
    } | of_event(site, report)


def _line(site: Site, days: Days, report: EventReport, day: date) -> View:
    last = max(one for one in days.of[report.id] if one <= day)
    return {
        "id": report.id,
        "url": f"events/{report.id}/",
        "title": report.title,
        "when": say_day_month(site.t, last),
        "voices": site.t("count.voice", count=len(report.voices)),
    } | of_event(site, report)


def _topics(site: Site, shown: set[str]) -> Iterator[View]:
    """The topics of the events shown, in the editor's order."""
    filed = Counter(match.topic for event in shown for match in site.by_id[event].topics)
    for topic in site.topics.values():
        if filed[topic.id]:
            yield {"title": topic.title, "url": f"topics/{topic.id}/", "size": site.t("count.event", count=filed[topic.id])}
