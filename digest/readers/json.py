"""JSON: articles in the words of schema.org, one or several, or a JSON Feed."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any
from urllib.parse import urljoin

from digest.errors import ReaderError
from digest.model import Block, Found, Publish, Raw
from digest.readers import html, plain
from digest.readers.html.metadata import Json, articles_of, names, resolved
from digest.text.escape import clean

_TAG = re.compile(r"</?(?:p|br|div|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|span|img|figure)\b[^<>]*>", re.IGNORECASE)

_EXPECTED = "expected a NewsArticle of schema.org (an object with @type and articleBody) or a JSON Feed"


def read(text: str, first_line: int) -> tuple[Raw, ...]:  # noqa: ARG001 -- every reader takes the line
    """Read the articles of a JSON file.

    Raises ReaderError if the file is no JSON, with the place, or JSON that holds no articles.
    """
    try:
        data: Json = json.loads(text.removeprefix("\ufeff"), strict=False)
    except json.JSONDecodeError as error:
        what = f"this is not valid JSON at column {error.colno} ({error.msg[:1].lower()}{error.msg[1:]})"
        raise ReaderError(f"{what}; {_EXPECTED}", error.lineno) from None
    except (ValueError, RecursionError):
        raise ReaderError(f"this JSON holds numbers or lists that are too large to be read; {_EXPECTED}") from None
    if isinstance(data, dict) and "jsonfeed.org/version" in str(data.get("version", "")):
        return _feed(data)
    try:
        things = list(articles_of(data))
    except RecursionError:
        things = []
    if not things:
        kind = f"an object with the keys {_keys(data)}" if isinstance(data, dict) and data else "other JSON"
        raise ReaderError(f"there is no article in this file, which holds {kind}; {_EXPECTED}")
    several = len(things) > 1 or isinstance(data, list)
    return tuple(_article(resolved(thing, data), several) for thing in things)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Give the blocks of a text that may hold HTML or be plain; lines have no numbers, for the file has others."""
    if _TAG.search(text):
        return html.read_fragment(text)
    return tuple(Block(block.kind, block.text, level=block.level) for block in plain.read(text, 1).blocks)


def in_full(link: str, base: str) -> str:
    """Give the address of an entry, in full also where the feed gives it from its site's root."""
    try:
        return urljoin(base, link) if link else ""
    except ValueError:
        return link


def _article(thing: dict[str, Json], several: bool) -> Raw:
    where = "the file's JSON"
    url = _text(thing.get("url")) or _text(thing.get("@id")) or _text(_inside(thing.get("mainEntityOfPage"), "@id"))
    title = unescape(_text(thing.get("headline")) or _text(thing.get("name")))
    body = next((thing[key] for key in ("articleBody", "text", "description") if _has_text(thing.get(key))), "")
    text = "\n".join(part for part in body if isinstance(part, str)) if isinstance(body, list) else str(body)
    language = thing.get("inLanguage")
    publisher = [*names(thing.get("publisher")), *names(thing.get("isPartOf")), *names(thing.get("sourceOrganization"))]
    identifier = _text(thing.get("@id")) or _text(thing.get("identifier")) or url or title or text
    return Raw(
        blocks_of(text),
        title=_found(title, where),
        date=_found(_text(thing.get("datePublished")) or _text(thing.get("dateCreated")), where),
        authors=tuple(Found(name, where) for name in names(thing.get("author")) or names(thing.get("creator"))),
        outlet=_found(publisher[0] if publisher else "", where),
        url=_found(url, where),
        language=_found(_text(language) or _text(_inside(language, "alternateName")), where),
        key=clean(identifier).strip() if several else "",
    )


def _feed(data: dict[str, Json]) -> tuple[Raw, ...]:
    items = data.get("items")
    entries = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    if not entries:
        raise ReaderError("this JSON Feed holds no entries; expected “items”, a list of objects")
    return tuple(_entry(item, data) for item in entries)


def _entry(item: dict[str, Json], feed: dict[str, Json]) -> Raw:
    where = "the feed"
    title = _text(item.get("title"))
    url = in_full(_text(item.get("url")) or _text(item.get("external_url")), _text(feed.get("home_page_url")))
    published, changed = _text(item.get("date_published")), _text(item.get("date_modified"))
    markup = _text(item.get("content_html"))
    blocks = html.read_fragment(markup) if markup else ()
    blocks = blocks or blocks_of(_text(item.get("content_text"))) or blocks_of(_text(item.get("summary")))
    authors = next((found for key in ("authors", "author") for holder in (item, feed) if (found := names(holder.get(key)))), [])
    outlet = _text(feed.get("title"))
    key = _text(item.get("id")) or url or title or " ".join(block.text for block in blocks)
    return Raw(
        blocks,
        title=_found(title, where),
        date=_found(published, where) or _found(changed, "the feed's date of change"),
        authors=tuple(Found(name, where) for name in authors if name != outlet),
        outlet=_found(outlet, where),
        url=_found(url, where),
        language=_found(_text(item.get("language")) or _text(feed.get("language")), where),
        key=clean(key).strip(),
        publish=Publish.EXCERPT,
    )


def _found(value: str, origin: str) -> Found | None:
    return Found(value, origin) if value else None


def _text(value: Json) -> str:
    """Give a value as text; a number counts, for identifiers often are."""
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    if isinstance(value, dict):
        return _text(value.get("@value") or value.get("value"))
    return str(value).strip() if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""


def _has_text(value: Any) -> bool:
    return bool(value) and (isinstance(value, str) or (isinstance(value, list) and any(isinstance(part, str) for part in value)))


def _inside(value: Json, key: str) -> Json:
    return value.get(key) if isinstance(value, dict) else None


def _keys(data: dict[str, Json]) -> str:
    shown = ", ".join(" ".join(clean(key).split())[:20] for key in list(data)[:3])
    return shown + (" and others" if len(data) > 3 else "")
