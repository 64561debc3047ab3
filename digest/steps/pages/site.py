"""The edition as the pages look at it: who is shown where, who cites what, how much of an article may be seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from digest.model import (
    Article,
    ArticleId,
    Edition,
    EventId,
    EventReport,
    Keyword,
    Outlet,
    OutletId,
    Publish,
    SummarySentence,
    Topic,
    TopicId,
)
from digest.steps.pages import say
from digest.text.catalogue import Words, words


@dataclass(frozen=True, slots=True)
class Place:
    """A place on an event's page that cites sentences."""

    event: EventId
    anchor: str
    """``sum-1``, ``agree-1``, ``only-1``, ``differ-1``, ``time-1`` or ``since-1``."""
    name: str
    """To be read after "back to": ``sentence 1 of the summary``."""


def places(t: Words, report: EventReport) -> Iterator[tuple[Place, SummarySentence]]:
    """Give every sentence that an event's page shows as a report's, with its place there."""
    found = report.comparison
    parts = (
        ("sum", report.summary),
        ("since", found.since),
        ("agree", [one.sentence for one in found.agreed]),
        ("only", found.single),
        ("time", [moment.sentence for moment in found.timeline]),
    )
    for anchor, sentences in parts:
        for number, sentence in enumerate(sentences, 1):
            yield Place(report.id, f"{anchor}-{number}", t(f"place.{anchor}", number=number)), sentence
    for number, difference in enumerate(found.differing, 1):
        for side in difference.sides:
            yield Place(report.id, f"differ-{number}", t("place.differ", number=number)), side.sentence


@dataclass(frozen=True, eq=False)
class Site:
    """An edition with the look-ups that several pages share; each is itself alone, so that it can be remembered by."""

    edition: Edition

    @cached_property
    def t(self) -> Words:
        """The site's own words, in the language of the settings."""
        return words(self.edition.content.settings.language)

    @cached_property
    def events(self) -> tuple[EventReport, ...]:
        """The events that lists show, newest first."""
        return tuple(report for report in self.edition.events if not report.hidden)

    @cached_property
    def by_id(self) -> Mapping[EventId, EventReport]:
        """Every event, hidden ones too."""
        return {report.id: report for report in self.edition.events}

    @cached_property
    def place_in_time(self) -> Mapping[EventId, int]:
        """Listed event: its place among them, newest first."""
        return {report.id: place for place, report in enumerate(self.events)}

    @cached_property
    def months(self) -> frozenset[str]:
        """The months that the archive has a page for."""
        return frozenset(self.month(report) for report in self.events) - {""}

    @cached_property
    def reported(self) -> frozenset[date]:
        """The days that the archive has a page for: those on which a listed article was published."""
        return frozenset(self.by_day)

    @cached_property
    def by_day(self) -> Mapping[date, tuple[Article, ...]]:
        """Day: the listed articles that were published on it."""
        found: dict[date, list[Article]] = {}
        for article in self.listed:
            if article.day:
                found.setdefault(article.day, []).append(article)
        return {day: tuple(articles) for day, articles in found.items()}

    @cached_property
    def listed(self) -> tuple[Article, ...]:
        """The articles that lists show: newest first, then by id, undated ones last."""
        shown = [self.article(article) for report in self.events for article in report.event.articles if not self.hides(article)]
        return tuple(sorted(sorted(shown, key=lambda article: article.id), key=self.sort_key, reverse=True))

    @cached_property
    def place_in_lists(self) -> Mapping[ArticleId, int]:
        """Listed article: its place among them, newest first."""
        return {article.id: place for place, article in enumerate(self.listed)}

    @cached_property
    def topics(self) -> Mapping[TopicId, Topic]:
        """The topics in the editor's order."""
        return {topic.id: topic for topic in self.edition.content.topics}

    @cached_property
    def by_outlet(self) -> Mapping[OutletId, tuple[Article, ...]]:
        """Outlet: its listed articles, newest first."""
        found: dict[OutletId, list[Article]] = {}
        for article in self.listed:
            if article.outlet:
                found.setdefault(article.outlet, []).append(article)
        return {outlet: tuple(articles) for outlet, articles in found.items()}

    @cached_property
    def place_at_outlet(self) -> Mapping[ArticleId, int]:
        """Listed article: its place among those of its outlet, newest first."""
        return {article.id: place for articles in self.by_outlet.values() for place, article in enumerate(articles)}

    @staticmethod
    def sort_key(article: Article) -> tuple[int, str]:
        """Order by date, the undated first; where only a month is known it counts as the month's beginning."""
        return (1, article.published.iso) if article.published else (0, "")

    def article(self, article: ArticleId) -> Article:
        """Give an article."""
        return self.edition.articles[article]

    def hides(self, article: ArticleId) -> bool:
        """Say whether the editor keeps an article off lists and search; its event still names it, for the citations."""
        return article in self.edition.content.edits.hide

    def articles(self, report: EventReport) -> tuple[Article, ...]:
        """Give an event's articles in its order."""
        return tuple(self.edition.articles[article] for article in report.event.articles)

    def event_of(self, article: ArticleId) -> EventReport:
        """Give the event that holds an article."""
        return self.edition.event_of[article]

    @cached_property
    def copies(self) -> frozenset[ArticleId]:
        """The articles that carry another article's text."""
        return frozenset(article for report in self.edition.events for article in report.event.copies)

    @cached_property
    def numbers(self) -> Mapping[ArticleId, int]:
        """Article: its number among the reports of its event, from 1."""
        return {article: number for report in self.edition.events for number, article in enumerate(report.event.articles, 1)}

    def number(self, article: ArticleId) -> int:
        """Give an article's number among the reports of its event, from 1."""
        return self.numbers[article]

    def outlet(self, article: Article) -> Outlet | None:
        """Give an article's outlet where one is known."""
        return self.edition.outlets.get(article.outlet) if article.outlet else None

    def outlet_name(self, article: Article) -> str:
        """Give an article's outlet as a reader sees it."""
        outlet = self.outlet(article)
        return outlet.name if outlet else self.t("source.ungiven")

    def who(self, article: Article) -> str:
        """Give what tells an article from the others of its event: its outlet, else its number there: ``Report 3``."""
        outlet = self.outlet(article)
        return outlet.name if outlet else say.upper_first(self.t("event.report.number", number=self.number(article.id)))

    def family(self, article: Article) -> str:
        """Give what stands for an article's owner: the family, else the outlet itself; empty where no outlet is known."""
        outlet = self.outlet(article)
        return (outlet.family or outlet.id) if outlet else ""

    def publishers(self, report: EventReport) -> int:
        """Count an event's outlets; articles that name none are not counted."""
        return len({article.outlet for article in self.articles(report) if self.outlet(article)})

    def days(self, report: EventReport) -> tuple[date, ...]:
        """Give the days on which an event was reported, in order, each once; inferred ones included."""
        return tuple(sorted({article.day for article in self.articles(report) if article.day}))

    def month(self, report: EventReport) -> str:
        """Give the month under which an event is archived, that of its first report (``2019-06``); empty where none is known."""
        isos = sorted(article.published.iso[:7] for article in self.articles(report) if article.published)
        return isos[0] if isos else ""

    def is_new(self, report: EventReport) -> bool:
        """Say whether an event was reported on the edition's newest day."""
        return bool(self.days(report)) and self.days(report)[-1] == self.edition.newest_day

    def place(self, report: EventReport) -> str:
        """Give the place that an event's reports are sent from: the one most of them name, the earliest of equals."""
        places = [say.place_name(article.place) for article in self.articles(report) if article.place]
        return max(places, key=lambda place: (places.count(place), -places.index(place)), default="")

    def voice(self, report: EventReport, article: ArticleId) -> int:
        """Give the index of the voice that an article belongs to."""
        return next((i for i, voice in enumerate(report.voices) if article in voice), -1)

    # ---------------------------------------------------------------- citations

    @cached_property
    def cited(self) -> Mapping[ArticleId, Mapping[int, tuple[Place, ...]]]:
        """Article: index of a sentence: the places on event pages that cite it."""
        found: dict[ArticleId, dict[int, list[Place]]] = {}
        for report in self.edition.events:
            for place, sentence in places(self.t, report):
                for citation in sentence.citations:
                    article = self.article(citation.article)
                    for index in article.touched(citation.start, citation.end):
                        citing = found.setdefault(article.id, {}).setdefault(index, [])
                        if place not in citing:
                            citing.append(place)
        return {article: {index: tuple(citing) for index, citing in rest.items()} for article, rest in found.items()}

    def shown(self, article: Article) -> frozenset[int]:
        """Give the indexes of the sentences that the site may show of an article.

        ``full``: all; ``link``: those that an event's page cites; ``excerpt``: those and the lead.
        """
        if article.publish is Publish.FULL:
            return frozenset(range(len(article.sentences)))
        lead = article.lead if article.publish is Publish.EXCERPT else []
        return frozenset({*lead, *self.cited.get(article.id, {})})

    def opening(self, article: Article) -> str:
        """Give the first sentence of an article that the site may show; empty where there is none."""
        return next((article.sentence(index) for index in sorted(self.shown(article))), "")

    # ---------------------------------------------------------------- keywords

    def keyword_events(self) -> Iterator[tuple[Keyword, EventReport]]:
        """Give every keyword of every listed event."""
        for report in self.events:
            for keyword in report.keywords:
                yield keyword, report


def first_citations(sentence: SummarySentence, site: Site, report: EventReport, most: int = 5) -> list[tuple[ArticleId, int]]:
    """Give what the numbers behind a summary sentence lead to: (article, index of its sentence).

    First comes the report whose words stand there, then the others by their numbers. Where more than ``most`` reports say it,
    the earliest of each voice stands for its copies, and of those the first ``most``.
    """
    places: dict[ArticleId, int] = {}
    for citation in sentence.citations:
        within = site.article(citation.article).touched(citation.start, citation.end)
        if within and citation.article not in places:
            places[citation.article] = within[0]
    own = next(iter(places), "")
    order = sorted(
        places, key=lambda article: (article != own, site.event_of(article).id != report.id, site.number(article), article)
    )
    if len(order) > most:
        voices: set[int] = {site.voice(report, own)}
        kept = []
        for article in order:
            voice = site.voice(report, article)
            if article == own or voice not in voices:
                kept.append(article)
                voices.add(voice)
        order = kept[:most]
    return [(article, places[article]) for article in order]
