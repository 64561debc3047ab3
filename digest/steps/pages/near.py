"""The page of what was nearly joined: the pairs of events that a reader or editor may want to look at again."""

from __future__ import annotations

from digest.model import EventId, Page, Rejection
from digest.steps.pages import say
from digest.steps.pages.frame import crumb, frame
from digest.steps.pages.site import Site
from digest.steps.pages.tongue import of_article
from digest.steps.pages.view import View

MOST = 60
"""Pairs: a longer list is not read to its end."""

ADDRESS = "about/nearly-joined/"


def near_page(site: Site) -> Page:
    """Lay out the pairs of listed events of which two reports came nearest to joining, nearest first, each pair once."""
    best: dict[frozenset[EventId], tuple[float, Rejection]] = {}
    for report in site.events:
        for rejection in report.event.rejected:
            other = site.edition.event_of.get(rejection.other)
            if other is None or other.hidden or other.id == report.id:
                continue
            if site.hides(rejection.article) or site.hides(rejection.other):
                continue
            pair = frozenset((report.id, other.id))
            ratio = round(rejection.score / rejection.needed, 6) if rejection.needed else 0.0
            if pair not in best or (ratio, rejection.article) > (best[pair][0], best[pair][1].article):
                best[pair] = (ratio, rejection)
    nearest = sorted(best.values(), key=lambda found: (-found[0], found[1].article, found[1].other))[:MOST]
    meta: dict[str, object] = {
        "title": site.t("near.title"),
        "description": site.t("near.description"),
        "kind": "list",
        "search": {"exclude": True},
        "crumbs": [crumb(site.t("latest"), ""), crumb(site.t("about"), "about/")],
    }
    view: View = {"pairs": [_pair(site, rejection) for _, rejection in nearest]}
    return Page(f"docs/{ADDRESS}index.md", "near.md.jinja", meta, frame(site, 2) | view)


def _pair(site: Site, rejection: Rejection) -> View:
    sides = []
    for name in (rejection.article, rejection.other):
        article, report = site.article(name), site.event_of(name)
        sides.append(
            of_article(site, article)
            | {
                "title": article.title,
                "url": f"articles/{name}/",
                "outlet": site.outlet_name(article),
                "date": say.short_date(site.t, article.published, year=True),
                "event": report.title if report.title != article.title else "",
                "event_url": f"events/{report.id}/",
            }
        )
    return {
        "sides": sides,
        "reason": site.t.found(rejection.reason),
        "likeness": site.t.decimal(rejection.score),
        "needed": site.t.decimal(rejection.needed),
    }
