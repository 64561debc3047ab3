"""The rules of RFC 4287 (Atom) and JSON Feed 1.1 that a feed of ours can break, as checks of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"

TAG = re.compile(r"tag:[a-z0-9.@_-]+,\d{4}(-\d\d){0,2}:[A-Za-z0-9/._-]+")
"""RFC 4151, in the part of it that we use."""

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
"""RFC 3339, with the capital letters that RFC 4287 (3.3) wants."""

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

LANGUAGE = re.compile(r"[a-z]{2,3}")
"""RFC 5646, in the part of it that we use; a feed may do without, ours do not."""

ONCE = {
    "feed": ("id", "title", "updated", "subtitle", "generator"),
    "entry": ("id", "title", "updated", "published", "summary", "content"),
}
NEEDED = ("id", "title", "updated")


def broken_atom(text: str) -> Iterator[str]:
    """Give the rules of RFC 4287 that a document breaks."""
    feed = ET.fromstring(text)  # noqa: S314 - our own
    if feed.tag != f"{ATOM}feed":
        yield "4.1.1: the document element is no feed"
    names = [_name(one) for one in feed]
    if "entry" in names and set(names[names.index("entry") :]) != {"entry"}:
        yield "4.1.1: elements of the feed stand behind its entries"
    yield from _container(feed, "feed")
    if not [one for one in feed.findall(f"{ATOM}link") if one.get("rel") == "self"]:
        yield "4.1.1: no link to itself"
    seen = set()
    for entry in feed.findall(f"{ATOM}entry"):
        yield from _container(entry, "entry")
        key = entry.findtext(f"{ATOM}id")
        if key in seen:
            yield f"4.1.1: {key} twice"
        seen.add(key)
        if (
            not [one for one in entry.findall(f"{ATOM}link") if one.get("rel") == "alternate"]
            and entry.find(f"{ATOM}content") is None
        ):
            yield "4.1.2: neither content nor a link"
        content = entry.find(f"{ATOM}content")
        if content is not None and content.get("type") != "html":
            yield "4.1.3: content of an unknown type"
        if content is not None and len(content):
            yield "4.1.3.3: elements in content of type html"
    if not feed.findall(f"{ATOM}author"):
        yield "4.1.1: no author"
    for one in (feed, *feed.findall(f"{ATOM}entry")):
        if not LANGUAGE.fullmatch(one.get(XML_LANG, "")):
            yield f"2: {one.get(XML_LANG)} is no language"


def _container(element: ET.Element, kind: str) -> Iterator[str]:
    names = [_name(one) for one in element]
    for name in NEEDED:
        if names.count(name) != 1:
            yield f"{kind}: {names.count(name)} times {name}"
    for name in ONCE[kind]:
        if names.count(name) > 1:
            yield f"{kind}: {name} more than once"
    if not TAG.fullmatch(element.findtext(f"{ATOM}id") or ""):
        yield f"4.2.6: {element.findtext(f'{ATOM}id')} is no tag URI"
    for name in ("updated", "published"):
        for one in element.findall(f"{ATOM}{name}"):
            if not MOMENT.fullmatch(one.text or ""):
                yield f"3.3: {one.text} is no moment"
            else:
                datetime.fromisoformat(one.text or "")
    for author in element.findall(f"{ATOM}author"):
        if not (author.findtext(f"{ATOM}name") or "").strip():
            yield "3.2.1: a person without a name"
    links = [(one.get("rel"), one.get("type")) for one in element.findall(f"{ATOM}link")]
    if len([link for link in links if link[0] == "alternate"]) > 1 or len(set(links)) != len(links):
        yield "4.1.1: two links of one kind"
    for one in element.findall(f"{ATOM}link"):
        if not one.get("href") or set(one.get("href", "")) & set(' <>"{}|\\^`'):
            yield f"4.2.7.1: {one.get('href')} is no address"
    for one in element.findall(f"{ATOM}category"):
        if not one.get("term"):
            yield "4.2.2: a category without a term"


def _name(element: ET.Element) -> str:
    return element.tag.removeprefix(ATOM)


FEED = {"version", "title", "home_page_url", "feed_url", "description", "language", "authors", "items"}
ITEM = {
    *("id", "url", "external_url", "title", "summary", "content_html", "date_published", "date_modified", "authors", "tags"),
    "language",
}


def broken_json(feed: dict[str, Any]) -> Iterator[str]:
    """Give the rules of JSON Feed 1.1 that a feed breaks."""
    if feed.get("version") != "https://jsonfeed.org/version/1.1" or not isinstance(feed.get("title"), str):
        yield "version and title are needed"
    yield from (
        f"{one.get('language')} is no language" for one in (feed, *feed["items"]) if not LANGUAGE.fullmatch(one["language"])
    )
    if not isinstance(feed.get("items"), list):
        yield "items are needed"
    yield from (f"{name} is unknown" for name in feed.keys() - FEED)
    yield from (
        f"{feed[name]} is no whole address" for name in ("home_page_url", "feed_url") if name in feed and not _whole(feed[name])
    )
    ids = [item["id"] for item in feed["items"]]
    if len(ids) != len(set(ids)):
        yield "an id twice"
    for item in feed["items"]:
        yield from (f"{name} is unknown" for name in item.keys() - ITEM)
        yield from (f"{name} is empty" for name, value in item.items() if not value)
        if not isinstance(item.get("id"), str) or not TAG.fullmatch(item["id"]):
            yield "an item without an id"
        if not isinstance(item.get("content_html"), str):
            yield "an item without content"
        for name in ("date_published", "date_modified"):
            if name in item and not MOMENT.fullmatch(item[name]):
                yield f"{item[name]} is no moment"
        if any(set(author) != {"name"} for author in item.get("authors", ())):
            yield "an author of another form"
        if not all(isinstance(tag, str) for tag in item.get("tags", ())):
            yield "a tag that is no text"


def _whole(url: str) -> bool:
    return urlsplit(url).scheme in ("http", "https") and bool(urlsplit(url).netloc)
