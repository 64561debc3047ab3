"""The feeds of events whose address leads elsewhere: who follows one learns where to read on, and never meets a dead address."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from digest.model import ArticleId, Edition
from digest.steps.feeds.entries import NO_DATE, Entry, as_html, as_link, moment, plain
from digest.text.catalogue import words
from digest.text.slug import is_id


def entries_gone(edition: Edition, tag: str, root: str) -> Iterator[tuple[ArticleId, Entry | None]]:
    """Give every id that is no event's and whose ``events/<id>/`` answers, with the one entry of its feeds, by id.

    These are articles that are not the first of their event, and moved and removed ones. Of hidden events nothing is said.
    An entry depends on nothing of the event but its address and title, so that it stays as it is while the event grows.
    """
    edits = edition.content.edits
    ids = edition.event_of.keys() | edits.moved.keys() | edits.removed.keys()
    for old in sorted(filter(is_id, ids - {report.id for report in edition.events})):
        new = edition.standing(old)
        if new in edition.event_of:
            yield old, _moved(edition, tag, root, old, new)
        elif new in edits.removed and is_id(new):
            yield old, _withdrawn(edition, tag, root, old, edits.removed[new].reason)


def _moved(edition: Edition, tag: str, root: str, old: ArticleId, new: ArticleId) -> Entry | None:
    report, t = edition.event_of[new], words(edition.content.settings.language)
    if report.hidden:
        return None
    published = edition.articles[new].published
    place, title = f"{root}events/{report.id}/", plain(t("feed.moved", title=report.title))
    content = Element("div")
    as_link(SubElement(content, "p"), place, report.title)
    as_link(SubElement(content, "p"), f"{place}feed.xml", t("feed.atom"))
    when = moment(published) if published else NO_DATE
    return Entry(f"{tag}events/{old}/moved", title, place, when, "", title, as_html(content), t.language)


def _withdrawn(edition: Edition, tag: str, root: str, old: ArticleId, reason: str) -> Entry:
    t, content = words(edition.content.settings.language), Element("div")
    SubElement(content, "p").text = plain(reason)
    place, title = f"{root}events/{old}/", t("withdrawn.title")
    return Entry(f"{tag}events/{old}/withdrawn", title, place, NO_DATE, "", plain(reason), as_html(content), t.language)
