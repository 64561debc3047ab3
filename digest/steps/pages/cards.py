"""An event as lists and fronts show it."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import ArticleId, EventReport, SummarySentence
from digest.steps.pages import marks, say
from digest.steps.pages.site import Site, first_citations
from digest.steps.pages.tongue import of_event, tongue
from digest.steps.pages.view import View
from digest.text.calendar import say_day_month, say_day_year, say_month

MOST_DOTS = 8
"""Dots that a row draws, one a voice; a plus sign stands for the rest."""


def citations(site: Site, report: EventReport, sentence: SummarySentence) -> list[View]:
    """Give the numbers behind a summary sentence and where they lead."""
    found: list[View] = []
    for article_id, index in first_citations(sentence, site, report):
        home = site.event_of(article_id)
        number = site.number(article_id)
        found.append(
            {
                "number": number if home.id == report.id else "*",
                "url": f"articles/{article_id}/#s{index + 1}",
                "label": site.t(
                    "cite.label", number=number, outlet=site.outlet_name(site.article(article_id)), sentence=index + 1
                ),
            }
        )
    return found


def sentence_view(site: Site, report: EventReport, number: int, *, bare: bool = False, hits: Sequence[str] = ()) -> View:
    """Give summary sentence ``number`` (from 1) with its pieces and citations; ``hits`` are phrases to mark."""
    sentence = report.summary[number - 1]
    source = site.article(sentence.citations[0].article)
    pieces = marks.with_insertions(sentence, source, bare=bare)
    if hits:
        text = "".join(str(piece["text"]) for piece in pieces)
        pieces = marks.with_hits(text, hits, source.language)
    return {"number": number, "pieces": pieces, "citations": citations(site, report, sentence)} | tongue(
        site, sentence.text, source.language
    )


def text_dir(sentences: Sequence[View]) -> str:
    """Give the direction of a paragraph of sentences: ``rtl`` where all run so, else empty; each stands in its own anyway."""
    return "rtl" if sentences and all(sentence["dir"] for sentence in sentences) else ""


def topic_links(site: Site, report: EventReport) -> list[View]:
    """Give an event's topics, strongest first."""
    return [
        {"title": site.topics[match.topic].title, "url": f"topics/{match.topic}/"}
        for match in report.topics
        if match.topic in site.topics
    ]


def counts(site: Site, report: EventReport) -> View:
    """Give how many articles, publishers and independent reports an event has, each with its word."""
    return {
        "articles": site.t("count.article", count=len(report.event.articles)),
        "publishers": site.t("count.publisher", count=site.publishers(report)) if site.publishers(report) else "",
        "voices": site.t("count.voice", count=len(report.voices)),
        "short": len(report.event.articles) == len(report.voices),
    }


def when(site: Site, report: EventReport, *, year: bool = False) -> View:
    """Give the days of an event for a list: the first, or the month where no day is known, then a dash and the last, if any."""
    days = site.days(report)
    if not days:
        month = site.month(report)
        return {"iso": month, "first": say_month(site.t, month) if month else site.t("date.unknown"), "last": None}
    if len(days) == 1:
        said = say_day_year(site.t, days[0]) if year else say_day_month(site.t, days[0])
        return {"iso": days[0].isoformat(), "first": said, "last": None}
    first, dash, last = say.span(site.t, days[0], days[-1], year=year)
    return {"iso": days[0].isoformat(), "first": first, "dash": dash, "last": {"iso": days[-1].isoformat(), "text": last}}


def card(site: Site, report: EventReport, *, sentences: int = 1, hits: Sequence[str] = (), year: bool = False) -> View:
    """Give an event with its first summary sentences; ``year`` adds the year to its days."""
    shown = [
        sentence_view(site, report, number, bare=True, hits=hits) for number in range(1, min(sentences, len(report.summary)) + 1)
    ]
    return of_event(site, report) | {
        "id": report.id,
        "url": f"events/{report.id}/",
        "title": report.title,
        "new": site.is_new(report),
        "topics": topic_links(site, report),
        "place": site.place(report),
        "sentences": shown,
        "text_dir": text_dir(shown),
        "when": when(site, report, year=year),
        "counts": counts(site, report),
        "carriers": carriers(site, report, most=4),
    }


def row(
    site: Site, report: EventReport, *, text: bool = False, since: bool = False, dated: bool = False, year: bool = False
) -> View:
    """Give an event for the compact list.

    In a list by day ``since`` adds the day on which it began where that is another one.
    In any other list ``dated`` adds its days, and ``year`` their year.
    """
    days = site.days(report)
    return of_event(site, report) | {
        "url": f"events/{report.id}/",
        "title": report.title,
        "voices": site.t("count.voice", count=len(report.voices)),
        "dots": min(len(report.voices), MOST_DOTS),
        "more_dots": len(report.voices) > MOST_DOTS,
        "when": when(site, report, year=year) if dated else None,
        "new": since and site.is_new(report),
        "since": say_day_month(site.t, days[0]) if since and len(days) > 1 else "",
        "carriers": carriers(site, report),
        "sentence": sentence_view(site, report, 1, bare=True) if text and report.summary else None,
    }


def carriers(site: Site, report: EventReport, most: int = 6) -> str:
    """Say who reports an event: the first outlet of each voice, then who carries the same; empty where no outlet is known."""
    order = list(report.event.articles)
    own = sorted((voice[0] for voice in report.voices if voice), key=order.index)
    others = [article for article in order if article not in own]
    first = _names(site, own)
    copied = [name for name in _names(site, others) if name not in first]
    shown = first[:most] + ([site.t("more", count=len(first) - most)] if len(first) > most else [])
    if not shown:
        return ""
    unnamed = sum(site.outlet(site.article(article)) is None for article in own)
    shown += [site.t("count.unnamed", count=unnamed)] if unnamed else []
    outlets = ", ".join(shown)
    return site.t("carriers.also", outlets=outlets, others=say.listed(site.t, copied[:most])) if copied else outlets


def _names(site: Site, articles: Sequence[ArticleId]) -> list[str]:
    found = [site.outlet(site.article(article)) for article in articles]
    return list(dict.fromkeys(outlet.name for outlet in found if outlet))
