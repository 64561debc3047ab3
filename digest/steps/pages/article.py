"""The page of an article: its text with an address a sentence, and where each fact about it came from."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import FORMATS, Article, EventReport, Kind, Outlet, Page, Precision, Publish
from digest.steps.pages import say
from digest.steps.pages.cards import counts
from digest.steps.pages.frame import crumb, day_crumbs, facets, frame
from digest.steps.pages.glossary import keyword_links
from digest.steps.pages.site import Site
from digest.steps.pages.tongue import of_article, of_event, tongue
from digest.steps.pages.use import article_problem, cite_article
from digest.steps.pages.view import View

GAP: View = {"kind": "gap"}
"""Sentences that are left out."""


def article_page(site: Site, article: Article) -> Page:
    """Lay out an article's page; ``publish`` decides how much of its text is on it."""
    report = site.event_of(article.id)
    outlet = site.outlet(article)
    published = article.published
    opening = site.opening(article)
    described = [site.outlet_name(article), say.short_date(site.t, article.published, year=True) if article.published else ""]
    meta: dict[str, object] = {
        "title": article.title,
        "description": f"{', '.join(part for part in described if part)}. {opening}".strip(),
        "kind": "article",
        "crumbs": [crumb(site.t("latest"), ""), *day_crumbs(site, published.iso[:7] if published else "", article.day)],
        "kicker": [crumb(outlet.name, f"sources/{outlet.id}/") if outlet else {"title": site.outlet_name(article)}],
        "facets": facets(site, report, [article]),
    }
    if report.hidden or site.hides(article.id):
        meta["search"] = {"exclude": True}
    shown = site.shown(article)
    view: View = of_article(site, article) | {
        "id": article.id,
        "title": article.title,
        "language": article.language,
        "text_dir": tongue(site, article.text)["dir"],
        "iso": article.published.iso if article.published else "",
        "date": say.upper_first(say.long_date(site.t, article.published)) if article.published else say.long_date(site.t, None),
        "inferred": article.published is not None and article.published.precision is Precision.INFERRED,
        "authors": say.listed(site.t, article.authors),
        "event": of_event(site, report)
        | {
            "title": report.title,
            "url": f"events/{report.id}/",
            "place": site.t("article.report", number=site.number(article.id), count=len(report.event.articles))
            if len(report.event.articles) > 1
            else site.t("article.report.only"),
            "counts": counts(site, report),
        },
        "same_as": _same_as(site, article),
        "groups": groups(site, article, shown),
        "notice": _notice(site, article, shown),
        "record": _record(site, article, outlet),
        "set_aside": list(article.set_aside) if article.publish is Publish.FULL else [],
        "keywords": keyword_links(site, site.edition.keywords.get(article.id, ()), hidden=report.hidden),
        "cite": cite_article(site, article),
        "problem": {"outside": url} if (url := article_problem(site, article)) else None,
        "turn": _turn(site, article, report),
    }
    return Page(f"docs/articles/{article.id}/index.md", "article.md.jinja", meta, frame(site, 2) | view)


def _turn(site: Site, article: Article, report: EventReport) -> View:
    """The reports beside it on its event; where it is alone, the outlet's article before it, which later ones leave as it is."""
    reports = report.event.articles
    at = reports.index(article.id)
    if len(reports) > 1:
        before = site.article(reports[at - 1]) if at else None
        after = site.article(reports[at + 1]) if at + 1 < len(reports) else None
        return {
            "newer": before and _neighbour(site, before, site.t("article.before", number=at, outlet=site.outlet_name(before))),
            "older": after and _neighbour(site, after, site.t("article.after", number=at + 2, outlet=site.outlet_name(after))),
        }
    others = site.by_outlet.get(article.outlet or "", ())
    at = site.place_at_outlet.get(article.id, len(others))
    earlier = others[at + 1] if at + 1 < len(others) else None
    label = site.t("article.earlier", outlet=site.outlet_name(article))
    return {"newer": None, "older": earlier and _neighbour(site, earlier, label)}


def _neighbour(site: Site, article: Article, label: str) -> View:
    return of_article(site, article) | {"title": article.title, "url": f"articles/{article.id}/", "label": label}


def groups(site: Site, article: Article, shown: frozenset[int]) -> list[View]:
    """Give an article's text as groups of blocks: ``paragraph``, ``heading``, ``list``, ``quote``, or a ``gap``.

    A block is made of runs: a sentence with its number, or text that no sentence covers, or a gap.
    Headings stand only in a full text.
    """
    found: list[View] = []
    whole = len(shown) == len(article.sentences) and article.publish is Publish.FULL
    number = 0
    gap_before = False
    for index, (start, block) in enumerate(zip(article.block_starts, article.blocks, strict=True)):
        if block.kind is Kind.HEADING:
            if whole:
                found.append({"kind": "heading", "level": min(6, max(2, block.level)), "text": block.text, "blocks": []})
            continue
        number += 1
        runs = _runs(site, article, start, start + len(block.text), shown, whole)
        if gap_before and runs[:1] == [GAP]:  # one mark a gap, however many paragraphs it swallows
            runs = runs[1:]
        if not runs:
            continue
        gap_before = runs[-1] == GAP
        if runs == [GAP]:
            found.append({"kind": "gap", "blocks": []})
            continue
        view: View = {"number": number, "runs": runs, "quiet": index in article.recurring}
        kind = {Kind.ITEM: "list", Kind.QUOTE: "quote"}.get(block.kind, "paragraph")
        last = found[-1] if found else None
        if last and kind != "paragraph" and last["kind"] == kind and isinstance(last["blocks"], list):
            last["blocks"].append(view)
        else:
            found.append({"kind": kind, "blocks": [view]})
    return found


def _runs(site: Site, article: Article, start: int, end: int, shown: frozenset[int], whole: bool) -> list[View]:
    runs: list[View] = []
    at = start

    def rest(until: int) -> None:
        if whole and article.text[at:until].strip():
            runs.append({"kind": "text", "text": article.text[at:until].strip()})

    for index, span in enumerate(article.sentences):
        if not (start <= span.start and span.end <= end):
            continue
        rest(span.start)
        at = span.end
        if index not in shown:
            if runs[-1:] != [GAP]:
                runs.append(GAP)
            continue
        runs.append(
            {
                "kind": "sentence",
                "number": index + 1,
                "text": article.sentence(index),
                "back": [
                    {"url": f"events/{place.event}/#{place.anchor}", "name": place.name}
                    for place in site.cited.get(article.id, {}).get(index, ())
                ],
            }
        )
    rest(end)
    return runs


def _same_as(site: Site, article: Article) -> View | None:
    copied = site.event_of(article.id).event.copies.get(article.id)
    if not copied:
        return None
    other = site.article(copied)
    return {"outlet": site.outlet_name(other), "number": site.number(copied), "url": f"articles/{copied}/"}


def _notice(site: Site, article: Article, shown: frozenset[int]) -> View | None:
    if article.publish is Publish.FULL:
        return None
    return {
        "kind": article.publish.value,
        "shown": len(shown),
        "all": site.t("count.sentence", count=len(article.sentences)),
        "url": article.source_url,
        "outlet": site.outlet_name(article),
    }


def _record(site: Site, article: Article, outlet: Outlet | None) -> list[View]:
    """The facts about an article, each with where it was found."""
    suffix = article.path.rsplit(".", 1)[-1].lower()
    published = article.published
    origin = site.t.found(article.source_of("date", published.origin)) if published else ""
    if published and published.precision is Precision.INFERRED:
        origin = site.t.found(f"inferred from {published.origin}")
    source = [site.outlet_name(article), outlet.country if outlet else ""]
    facts: Sequence[tuple[str, str, str, str]] = (
        (
            site.t("record.source"),
            ", ".join(part for part in source if part),
            f"sources/{outlet.id}/" if outlet else "",
            site.t.found(article.source_of("outlet", article.outlet_origin)),
        ),
        (site.t("record.published"), say.long_date(site.t, published) if published else site.t("record.unknown"), "", origin),
        (
            site.t("record.author"),
            say.listed(site.t, article.authors) or site.t("record.ungiven"),
            "",
            site.t.found(article.source_of("author", article.authors_origin)),
        ),
        (site.t("record.headline"), site.t.found(article.source_of("title", article.title_origin)), "", ""),
        (site.t("record.dateline"), ", ".join(part for part in (say.place_name(article.place), article.agency) if part), "", ""),
        (
            site.t("record.language"),
            say.language_name(site.t, article.language),
            "",
            site.t.found(article.source_of("language", article.language_origin)),
        ),
        (site.t("record.read"), _format(site, suffix), "", article.path),
        (site.t("shown"), site.t(f"publish.{article.publish.value}"), "", ""),
    )
    record: list[View] = [
        {"name": name, "value": value, "url": url, "origin": origin, "outside": ""} for name, value, url, origin in facts if value
    ]
    if article.source_url:
        record.append(
            {
                "name": site.t("record.original"),
                "value": _bare(article.source_url),
                "url": "",
                "origin": "",
                "outside": article.source_url,
            }
        )
    return record


def _format(site: Site, suffix: str) -> str:
    return site.t.found(FORMATS[suffix]) if suffix in FORMATS else site.t("record.format", suffix=suffix)


def _bare(url: str) -> str:
    """Shorten an address to what a reader recognises."""
    bare = url.split("//", 1)[-1].rstrip("/").removeprefix("www.")
    return bare if len(bare) <= 48 else bare[:47].rsplit("/", 1)[0] + "/…"
