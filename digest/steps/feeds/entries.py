"""What an entry of a feed says: a summary with its citations, or the opening of a report."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from digest.model import Article, ArticleId, Edition, EventReport, Precision, Publish, Published, SummarySentence
from digest.text.calendar import say_day_year, say_month
from digest.text.catalogue import Words, words
from digest.text.direction import runs_left
from digest.text.escape import clean, safe_url
from digest.text.slug import is_id

NO_DATE = "1970-01-01T00:00:00Z"
"""Atom wants a date of every entry; one without any has this, so that it sorts behind all others and never changes."""

CITED = 5
"""Reports that a sentence links to: its own and the first of the others."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry, not yet written; all addresses as the feed has them."""

    id: str
    title: str
    url: str
    updated: str
    """RFC 3339, in UTC."""
    published: str
    """The same, or empty where no date is known."""
    summary: str
    """Plain text; may be empty."""
    content: str
    """HTML."""
    language: str
    """BCP 47: two letters, or ``und`` where it is not known."""
    tags: tuple[tuple[str, str], ...] = ()
    """Topics: id and title."""
    authors: tuple[str, ...] = ()
    original: str = ""
    """Where the report stands on the web."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Makes the entries of a feed; ``tag`` begins every id, ``root`` every address."""

    edition: Edition
    tag: str
    root: str

    @property
    def _t(self) -> Words:
        return words(self.edition.content.settings.language)

    def updated(self, item: EventReport | Article) -> str:
        """Give when an article, or the newest listed one of an event, was published."""
        articles = [item] if isinstance(item, Article) else self._shown(item)
        return max((moment(one.published) for one in articles if one.published), default=NO_DATE)

    def event(self, report: EventReport) -> Entry:
        """Make the entry of an event: its summary, each sentence with links to where it stands, and its reports.

        What only a hidden article says is left out.
        """
        shown = self._shown(report)
        sentences = [one for one in report.summary if self.edition.lists(one.citations[0].article)]
        titles = {topic.id: topic.title for topic in self.edition.content.topics}
        content = Element("div")
        summary = SubElement(content, "p")
        for sentence in sentences:
            self._cited(summary, sentence, report)
        _turn(summary, [sentence.text for sentence in sentences])
        if not sentences:
            content.remove(summary)
        reports = SubElement(content, "ul")
        for article in shown:
            line = SubElement(reports, "li")
            line.text = f"[{_number(report, article)}] "
            as_link(line, f"{self.root}articles/{article.id}/", article.title).tail = _after(self._signature(article))
        dates = [moment(article.published) for article in shown if article.published]
        first = self.edition.articles[sentences[0].citations[0].article] if sentences else shown[0]
        return Entry(
            id=f"{self.tag}events/{self._first(report.id)}",
            title=plain(report.title),
            url=f"{self.root}events/{report.id}/",
            updated=self.updated(report),
            published=min(dates, default=""),
            summary=plain(" ".join(sentence.text for sentence in sentences)),
            content=as_html(content),
            language=first.language,
            tags=tuple((match.topic, plain(titles[match.topic])) for match in report.topics if match.topic in titles),
        )

    def article(self, article: Article) -> Entry:
        """Make the entry of a report: its outlet and date, its opening as far as it may be shown, and where to read on.

        It depends on the article alone: the event is named by the address that always leads to it.
        """
        outlet = self.edition.outlets.get(article.outlet or "")
        opening = article.lead if article.publish is not Publish.LINK else []
        page = f"{self.root}articles/{article.id}/"
        original = safe_url(article.source_url)
        content = Element("div")
        source = SubElement(content, "p")
        source.text = self._signature(article)
        if original:
            source.text += ". "
            as_link(source, original, self._t("feed.original"))
        if opening:
            lead = SubElement(content, "p")
            for index in opening:
                _append(lead, f"{plain(article.sentence(index))} ")
                as_link(lead, f"{page}#s{index + 1}", f"[{index + 1}]").tail = " "
            _turn(lead, [article.sentence(index) for index in opening])
        as_link(SubElement(content, "p"), f"{self.root}events/{article.id}/", self._t("feed.all"))
        date = moment(article.published) if article.published else ""
        return Entry(
            id=f"{self.tag}articles/{self._first(article.id)}",
            title=plain(article.title),
            url=page,
            updated=self.updated(article),
            published=date,
            summary=plain(" ".join(article.sentence(index) for index in opening)),
            content=as_html(content),
            language=article.language,
            authors=tuple(filter(None, map(plain, article.authors))) or ((plain(outlet.name),) if outlet else ()),
            original=original,
        )

    def _cited(self, paragraph: Element, sentence: SummarySentence, report: EventReport) -> None:
        _append(paragraph, f"{plain(sentence.text)} ")
        places: dict[str, int] = {}
        for citation in sentence.citations:
            within = self.edition.articles[citation.article].touched(citation.start, citation.end)
            if within and self.edition.lists(citation.article):
                places.setdefault(citation.article, within[0])
        for name in list(places)[:CITED]:
            article = self.edition.articles[name]
            number = _number(report, article) if name in report.event.articles else "*"
            link = as_link(paragraph, f"{self.root}articles/{name}/#s{places[name] + 1}", f"[{number}]")
            link.set("title", self._signature(article))
            link.tail = " "

    def _shown(self, report: EventReport) -> list[Article]:
        return [self.edition.articles[article] for article in report.event.articles if self.edition.lists(article)]

    def _first(self, article: ArticleId) -> ArticleId:
        """Give the id that an article had first: who follows a feed does not learn that a file was renamed."""
        first = self.edition.first_ids.get(article, article)
        return first if is_id(first) else article

    def _signature(self, article: Article) -> str:
        outlet = self.edition.outlets.get(article.outlet or "")
        return ", ".join(part for part in (plain(outlet.name) if outlet else "", _say(self._t, article.published)) if part)


def moment(published: Published) -> str:
    """Give a date as feeds have it, RFC 3339 in UTC.

    A day or a month counts as its beginning; a time whose zone the source does not give is taken as it is.
    """
    iso = f"{published.iso}-01" if len(published.iso) == 7 else published.iso
    when = datetime.fromisoformat(iso).replace(microsecond=0)
    if when.tzinfo:
        with suppress(OverflowError):  # an hour from the end of the calendar
            when = when.astimezone(UTC)
    return when.replace(tzinfo=None).isoformat() + "Z"


def _number(report: EventReport, article: Article) -> int:
    return report.event.articles.index(article.id) + 1


def _say(t: Words, published: Published | None) -> str:
    if published is None:
        return ""
    day = say_day_year(t, published.day) if published.day else say_month(t, published.iso)
    return t("date.inferred", date=day) if published.precision is Precision.INFERRED else day


def plain(text: str) -> str:
    """Text that XML may hold, on one line."""
    return " ".join(clean(text).split())


def _after(signature: str) -> str:
    return f", {signature}" if signature else ""


def as_link(parent: Element, url: str, text: str) -> Element:
    """Put a link at the end of an element, and give it."""
    link = SubElement(parent, "a", {"href": url})
    link.text = plain(text)
    return link


def _turn(paragraph: Element, sentences: Sequence[str]) -> None:
    """Let a paragraph begin at the right where every sentence of it does."""
    if sentences and all(map(runs_left, sentences)):
        paragraph.set("dir", "rtl")


def _append(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def as_html(content: Element) -> str:
    """Give what an element holds as HTML."""
    return "".join(tostring(part, encoding="unicode", method="html").strip() for part in content)
