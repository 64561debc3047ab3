"""Whether the headlines, days, authors and publishers that are published are those of the articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from digest.errors import Fault
from digest.model import Article, ArticleId, Edits, Outlet, OutletId
from digest.steps.verify.claims import ARTICLES, EVENTS, NOT_READ
from digest.steps.verify.shown import headline


def check_records(
    records: Mapping[str, Mapping[str, Any]], articles: Mapping[ArticleId, Article], outlets: Mapping[OutletId, Outlet]
) -> Iterator[Fault]:
    """Give the articles of ``articles.json`` whose headline, day, authors, publisher or address is not the file's own.

    A day that was counted from another article is no claim of the file, and is not compared.
    """
    for name, record in sorted(records.items()):
        article = articles.get(name)
        if article is None:
            continue
        outlet = outlets.get(article.outlet) if article.outlet else None
        own: dict[str, object] = {
            "path": article.path,
            "title": article.title,
            "published": article.published.iso if article.published else None,
            "author": list(article.authors),
            "source": outlet.name if outlet else None,
            "source_url": article.source_url or None,
        }
        for member, value in own.items():
            given = record.get(member)
            if given != value and not (member == "published" and record.get("date_precision") == "inferred"):
                yield Fault(ARTICLES, 0, f"“{member}” of the article {name} is “{given}”, but {article.path} has “{value}”")


def check_titles(
    events: Mapping[str, Mapping[str, Any]],
    articles: Mapping[ArticleId, Article],
    edits: Edits,
    built: Mapping[str, str],
    page_of: str,
) -> Iterator[Fault]:
    """Give the events whose title is neither the editor's nor (a part of) an article's, or is another one on their page."""
    for name, event in sorted(events.items()):
        try:
            title, members = str(event["title"]), [str(one) for one in event["articles"]]
            _ = [event[one] for one in ("voices", "first_published", "last_published", "sources", "mentions")]
        except NOT_READ:
            yield Fault(EVENTS, 0, f"the event {name} is not as a build writes it")
            continue
        own = [articles[one].title for one in members if one in articles]
        if len(own) == len(members) and not (
            title in (edits.titles.get(one) for one in (*members, *edits.hide)) or (title and any(title in one for one in own))
        ):
            yield Fault(EVENTS, 0, f"the title of the event {name}, “{title}”, is the headline of none of its articles")
        page = page_of.format(name)
        shown = headline(built.get(page, ""))
        if page in built and shown != " ".join(title.split()):
            yield Fault(page, 0, f"the page has the headline “{shown}”, but {EVENTS} has “{title}”")


def check_lists(
    events: Mapping[str, Mapping[str, Any]], records: Mapping[str, Mapping[str, Any]], articles: Mapping[ArticleId, Article]
) -> Iterator[Fault]:
    """Give what ``events.json`` says of an event's reports that ``articles.json`` does not: which, by whom, from when to when."""
    for path, folder, listed in ((EVENTS, "events", events), (ARTICLES, "articles", records)):
        for name, one in sorted(listed.items()):
            if one.get("url") != f"{folder}/{name}/":
                yield Fault(path, 0, f"the address of {name} is “{one.get('url')}”, not “{folder}/{name}/”")
    for name, event in sorted(events.items()):
        try:
            members = [str(one) for one in event["articles"]]
            voices = [str(one) for voice in event["voices"] for one in voice]
            ends = (event["first_published"], event["last_published"])
            sources, others = set(event["sources"]), [str(one) for one in event["mentions"]]
        except NOT_READ:
            continue  # told with its title
        unknown = [one for one in (*members, *others) if one not in records]
        days = {records[one].get("published") for one in members if one in records}
        given = {articles[one].outlet for one in members if one in articles} - {None}
        if unknown:
            yield Fault(EVENTS, 0, f"the event {name} has the article {unknown[0]}, which {ARTICLES} has not")
        if sorted(voices) != sorted(members):
            yield Fault(EVENTS, 0, f"the voices of the event {name} are not those of its articles")
        if not unknown and not set(ends) <= days:
            yield Fault(EVENTS, 0, f"the event {name} goes from {ends[0]} to {ends[1]}, but none of its articles is of that day")
        if all(one in articles for one in members) and sources != given:
            yield Fault(EVENTS, 0, f"the publishers of the event {name} are not those of its articles")
