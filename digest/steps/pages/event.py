"""The page of an event: what happened, who says so, why these reports are together."""

from __future__ import annotations

from digest.model import Article, EventId, EventReport, Join, Page
from digest.steps.pages import charts, say
from digest.steps.pages.cards import counts, sentence_view, text_dir, topic_links
from digest.steps.pages.compare import comparison_view
from digest.steps.pages.frame import crumb, day_crumbs, facets, frame
from digest.steps.pages.glossary import keyword_links
from digest.steps.pages.site import Site
from digest.steps.pages.tongue import of_article, of_event
from digest.steps.pages.use import cite_event, event_problems
from digest.steps.pages.view import View, cut
from digest.text.calendar import say_day, say_day_month

LANE = 40
"""Small letters that a lane’s name has room for: 340 units at 13 units of sans type."""


def event_page(site: Site, report: EventReport) -> Page:
    """Lay out an event's page."""
    articles = site.articles(report)
    days = site.days(report)
    meta: dict[str, object] = {
        "title": report.title,
        "description": report.summary[0].text if report.summary else site.t("event.description", count=len(articles)),
        "kind": "event",
        "search": {"exclude": True} if report.hidden else {"boost": 1000},
        "crumbs": [crumb(site.t("latest"), ""), *day_crumbs(site, site.month(report), days[0] if days else None)],
        "kicker": topic_links(site, report),
        "facets": facets(site, report, articles),
    }
    if site.is_new(report) and not report.hidden:
        meta["new"] = True
    summary = [sentence_view(site, report, number) for number in range(1, len(report.summary) + 1)]
    size = site.t("count.article", count=len(articles))
    began = say_day(site.t, days[0]) if days else ""
    view: View = of_event(site, report) | {
        "id": report.id,
        "title": report.title,
        "place": site.place(report),
        "day": {
            "iso": days[0].isoformat(),
            "text": began if site.place(report) else say.upper_first(began),
        }
        if days
        else None,
        "month": ""
        if days
        else say.upper_first(
            say.long_date(site.t, min((a.published for a in articles if a.published), key=lambda d: d.iso, default=None))
        ),
        "last": {"iso": days[-1].isoformat(), "text": say_day_month(site.t, days[-1])} if len(days) > 1 else None,
        "counts": counts(site, report),
        "numbers": {
            "articles": len(articles),
            "publishers": site.publishers(report),
            "voices": len(report.voices),
        },
        "since": _since(site, report),
        "summary": summary,
        "text_dir": text_dir(summary),
        "insertions": any(edit.text.strip() for sentence in report.summary for edit in sentence.edits),
        "reports": [_report(site, report, article) for article in articles],
        "why": [_why(site, report, article) for article in articles],
        "copies": bool(report.event.copies),
        "apart": _apart(site, report),
        "round_up": report.event.round_up,
        "mentions": _listed(site, report.event.mentions),
        "touches": _listed(site, report.event.touches),
        "chart": charts.lanes(
            site.t,
            [(i, cut(site.who(article), LANE), article) for i, article in enumerate(articles, 1)],
            frozenset(report.event.copies),
        ),
        "topics": [
            {
                "title": site.topics[match.topic].title,
                "url": f"topics/{match.topic}/",
                "matched": ", ".join(match.matched[:6]),
                "share": site.t("event.share", count=match.articles, all=size) if len(articles) > 1 else "",
            }
            for match in report.topics
            if match.topic in site.topics
        ],
        "keywords": keyword_links(site, report.keywords, hidden=report.hidden),
        "cite": cite_event(site, report),
        "problems": event_problems(site, report),
        "turn": _turn(site, report),
    }
    return Page(
        f"docs/events/{report.id}/index.md", "event.md.jinja", meta, frame(site, 2) | view | comparison_view(site, report)
    )


def _report(site: Site, report: EventReport, article: Article) -> View:
    copied = report.event.copies.get(article.id)
    return of_article(site, article) | {
        "number": site.number(article.id),
        "title": article.title,
        "url": f"articles/{article.id}/",
        "outlet": site.outlet_name(article),
        "outlet_url": f"sources/{article.outlet}/" if site.outlet(article) else "",
        "iso": article.published.iso if article.published else "",
        "date": say.short_date(site.t, article.published, time=True),
        "same_as": site.number(copied) if copied else 0,
        "outside": article.source_url,
    }


def _why(site: Site, report: EventReport, article: Article) -> View:
    join = next((join for join in report.event.joins if join.article == article.id), None)
    number = site.number(article.id)
    return {
        "number": number,
        "outlet": site.outlet_name(article) if site.outlet(article) else "",
        "text": _reason(site, report, article, join),
    }


def _reason(site: Site, report: EventReport, article: Article, join: Join | None) -> str:
    if join is None:
        unsure = any(other.own_day is None for other in site.articles(report))
        return site.t("why.oldest") if unsure and article.own_day else site.t("why.first")
    other = site.article(join.to)
    number = site.number(join.to)
    copied = report.event.copies.get(article.id)
    if join.by == "copy" or copied:
        return site.t("why.copy", number=site.number(copied) if copied else number)
    if join.by == "editor":
        return site.t("why.editor", number=number)
    words = say.listed(site.t, join.shared[:5])
    alike = site.t("why.shares", words=words, number=number) if join.shared else site.t("why.like", number=number)
    parts = [alike, say.later(site.t, other.published, article.published) if other.own_day and article.own_day else ""]
    family = site.family(article)
    elders = report.event.articles[: report.event.articles.index(article.id)]
    kin = next((elder for elder in elders if family and site.family(site.article(elder)) == family), "")
    if kin and site.voice(report, kin) == site.voice(report, article.id):
        same = site.article(kin).outlet == article.outlet
        parts.append(site.t("why.outlet" if same else "why.family", number=site.number(kin)))
    return "; ".join(part for part in parts if part)


def _listed(site: Site, events: tuple[EventId, ...]) -> list[View]:
    """Give events, none of the hidden ones, with what tells two round-ups of one name apart: outlet and date."""
    shown = [site.by_id[event] for event in events if event in site.by_id and not site.by_id[event].hidden]
    firsts = [site.article(report.id) for report in shown]
    return [
        {
            "title": report.title,
            "url": f"events/{report.id}/",
            "outlet": site.outlet_name(first) if site.outlet(first) else "",
            "date": say.short_date(site.t, first.published),
        }
        for report, first in zip(shown, firsts, strict=True)
    ]


def _apart(site: Site, report: EventReport) -> list[View]:
    found: dict[str, View] = {}
    for rejection in report.event.rejected:
        if rejection.other not in site.edition.event_of:
            continue
        other = site.event_of(rejection.other)
        if not other.hidden and other.id != report.id and other.id not in found:
            date = say.short_date(site.t, site.article(rejection.other).published)
            found[other.id] = {
                "title": other.title,
                "url": f"events/{other.id}/",
                "reason": site.t.found(rejection.reason),
                "date": date,
                "near": site.number(rejection.article),
            }
    return list(found.values())[:4]


def _since(site: Site, report: EventReport) -> View | None:
    """What the reports of the newest day added to an event that was there before."""
    days = sorted({article.own_day for article in site.articles(report) if article.own_day})
    if len(days) < 2 or days[-1] != site.edition.newest_day:
        return None
    fresh = [article for article in site.articles(report) if article.own_day == days[-1]]
    return {
        "day": say_day_month(site.t, days[-1]),
        "reports": [
            {"number": site.number(a.id), "title": a.title, "outlet": site.outlet(a) and site.outlet_name(a)} for a in fresh[:3]
        ],
        "more": len(fresh) - 3 if len(fresh) > 3 else 0,
    }


def _turn(site: Site, report: EventReport) -> View:
    """The neighbours in time."""
    at = site.place_in_time.get(report.id)
    if at is None:
        return {"newer": None, "older": None}
    newer = site.events[at - 1] if at else None
    older = site.events[at + 1] if at + 1 < len(site.events) else None
    return {
        "newer": newer and _neighbour(site, newer, site.t("event.newer")),
        "older": older and _neighbour(site, older, site.t("event.older")),
    }


def _neighbour(site: Site, report: EventReport, label: str) -> View:
    return {"title": report.title, "url": f"events/{report.id}/", "label": label} | of_event(site, report)
