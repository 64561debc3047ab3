"""The part of an event's page that lays the reports beside one another."""

from __future__ import annotations

from datetime import date

from digest.model import Difference, EventReport, Moment, Side, SummarySentence
from digest.steps.pages import marks, say
from digest.steps.pages.cards import citations
from digest.steps.pages.site import Site
from digest.steps.pages.tongue import tongue
from digest.steps.pages.view import View
from digest.text.calendar import say_day_month, say_day_year, say_month

MOST_DOTS = 12
"""Reports that are drawn as dots, filled or not; of more the words alone tell, for fewer dots would be a false share."""


def comparison_view(site: Site, report: EventReport) -> View:
    """Give what the reports agree on, what only one says, where they differ, when, and what was added; each may be empty."""
    found = report.comparison
    days = sorted({article.own_day for article in site.articles(report) if article.own_day})
    return {
        "agreed": [
            _claim(site, report, one.sentence, one.voices)
            | {"share": site.t("compare.share", count=one.voices, all=_independent(site, report))}
            for one in found.agreed
        ],
        "single": [
            _claim(site, report, one, 1) | {"outlet": site.who(site.article(one.citations[0].article))} for one in found.single
        ],
        "differing": [_difference(site, report, one) for one in found.differing],
        "timeline": [_moment(site, report, moment) for moment in found.timeline],
        "added": [
            _claim(site, report, one, 1) | {"outlet": site.who(site.article(one.citations[0].article))} for one in found.since
        ],
        "added_on": say_day_month(site.t, days[-1]) if days else "",
    }


def differ_on(site: Site, report: EventReport) -> str:
    """Name what an event's reports differ on, in a few words; empty where they do not, or where an outlet updated its own."""
    found = [one for one in report.comparison.differing if not one.updated]
    return ", ".join(dict.fromkeys(site.t.found(one.about or one.kind) for one in found))


def _independent(site: Site, report: EventReport) -> str:
    return site.t("count.voice", count=len(report.voices))


def _claim(site: Site, report: EventReport, sentence: SummarySentence, voices: int) -> View:
    total = len(report.voices) if len(report.voices) <= MOST_DOTS else 0
    source = site.article(sentence.citations[0].article)
    return tongue(site, sentence.text, source.language) | {
        "pieces": marks.with_insertions(sentence, source),
        "citations": citations(site, report, sentence),
        "dots": [number < voices for number in range(total)],
    }


def _difference(site: Site, report: EventReport, difference: Difference) -> View:
    first, second = (site.article(side.sentence.citations[0].article) for side in difference.sides)
    about = site.t.found(difference.about)
    if difference.updated and first.outlet == second.outlet:
        about = ", ".join(
            part for part in (about, site.t("compare.same"), say.later(site.t, first.published, second.published)) if part
        )
    return {
        "kind": site.t("compare.updated") if difference.updated else site.t.found(difference.kind),
        "updated": difference.updated,
        "about": about,
        "sides": [_side(site, report, side) for side in difference.sides],
    }


def _side(site: Site, report: EventReport, side: Side) -> View:
    citation = side.sentence.citations[0]
    article = site.article(citation.article)
    pieces = [
        {"text": article.text[citation.start : side.start], "mark": ""},
        {"text": article.text[side.start : side.end], "mark": "hit"},
        {"text": article.text[side.end : citation.end], "mark": ""},
    ]
    return tongue(site, side.sentence.text, article.language) | {
        "pieces": [piece for piece in pieces if piece["text"]],
        "url": citations(site, report, side.sentence)[0]["url"],
        "outlet": site.who(article),
        "named": site.outlet(article) is not None,
        "date": say_day_month(site.t, article.day) if article.day else "",
        "number": site.number(article.id),
    }


def _moment(site: Site, report: EventReport, moment: Moment) -> View:
    when = (
        say_day_year(site.t, date.fromisoformat(moment.when))
        if len(moment.when) > len("2019-06")
        else say_month(site.t, moment.when)
    )
    sentence = moment.sentence
    resolved = site.t.found(moment.said) if moment.said.startswith("date of") else site.t("compare.resolved", said=moment.said)
    return _claim(site, report, sentence, 1) | {"iso": moment.when, "when": when, "said": resolved if moment.said else ""}
