"""What answers at an address whose page is elsewhere, or gone."""

from __future__ import annotations

from digest.model import ArticleId, Page
from digest.steps.pages.frame import crumb, frame
from digest.steps.pages.site import Site
from digest.steps.pages.view import View
from digest.text.slug import is_id


def redirect_pages(site: Site, taken: frozenset[str]) -> list[Page]:
    """Lay out the redirects: ``events/<id>/`` of every article and both addresses of every moved one.

    An old id is any text that the editor wrote, and becomes a path: one that no article can have had answers nowhere.
    None where a page of that address stands (``taken``: addresses from the root): MkDocs would drop the redirect without a word.
    """
    goals: dict[str, tuple[str, str]] = {}
    for article, report in site.edition.event_of.items():
        goals[f"events/{article}/"] = (f"events/{report.id}/", report.title)
    for old in filter(is_id, site.edition.content.edits.moved):
        new = site.edition.standing(old)
        if new in site.edition.articles:
            report = site.event_of(new)
            goals[f"articles/{old}/"] = (f"articles/{new}/", site.article(new).title)
            goals[f"events/{old}/"] = (f"events/{report.id}/", report.title)
        elif new in site.edition.content.edits.removed and is_id(new):
            goals[f"articles/{old}/"] = (f"articles/{new}/", site.t("withdrawn.title"))
            goals[f"events/{old}/"] = (f"events/{new}/", site.t("withdrawn.title"))
    return [_redirect(site, place, *goals[place]) for place in sorted(goals) if place not in taken and place != goals[place][0]]


def tombstone_pages(site: Site, taken: frozenset[str]) -> list[Page]:
    """Lay out what stands in the place of removed articles: the reason, and where to read on."""
    found = []
    for old, removal in sorted(site.edition.content.edits.removed.items()):
        if not is_id(old):
            continue
        see = site.edition.standing(removal.see) if removal.see else ""
        for folder in ("articles", "events"):
            place = f"{folder}/{old}/"
            if place in taken:
                continue
            meta: dict[str, object] = {
                "title": site.t("withdrawn.title"),
                "description": site.t("withdrawn.description"),
                "kind": "text",
                "search": {"exclude": True},
                "crumbs": [crumb(site.t("latest"), "")],
            }
            view: View = {"reason": removal.reason, "see": _see(site, see, folder) if see in site.edition.articles else None}
            found.append(Page(f"docs/{place}index.md", "tombstone.md.jinja", meta, frame(site, 2) | view))
    return found


def _redirect(site: Site, place: str, goal: str, title: str) -> Page:
    base = site.edition.content.site_url
    view: View = {
        "title": title,
        "url": "../../" + goal,
        "canonical": f"{base.rstrip('/')}/{goal}" if base else "",
    }
    return Page(f"docs/{place}index.html", "redirect.html.jinja", {}, frame(site, 2) | view)


def _see(site: Site, article: ArticleId, folder: str) -> View:
    if folder == "events":
        report = site.event_of(article)
        return {"title": report.title, "url": f"events/{report.id}/"}
    return {"title": site.article(article).title, "url": f"articles/{article}/"}
