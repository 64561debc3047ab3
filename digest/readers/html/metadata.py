"""What a page says of its article: JSON-LD first, then meta elements, then its own title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any, TypeAlias, TypedDict

from digest.model import Found
from digest.readers.html.body import Element

Json: TypeAlias = Any
"""What ``json.loads`` gives: the page may hold anything."""

JSON_LD, META, TITLE, TIME, MICRO = (
    "the page's JSON-LD", "the page's metadata", "the page's title", "the page's time element", "the page's microdata",
)  # fmt: skip

_ARCHIVE = re.compile(r"^https?://(?:web\.archive\.org/web|archive\.(?:today|ph|is|li|vn|md|fo))/\d{4,14}[a-z_]*/(?=https?://)")
"""What an archive puts before the address of a page that it keeps."""

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report)$")

_DATES = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "pubdate", "publishdate",
    "publish-date", "publish_date", "published_time", "publication_date", "parsely-pub-date", "sailthru.date",
    "originalpublicationdate", "article.published", "bt:pubdate",
    "cxenseparse:recs:publishtime", "displaydate", "ptime", "pdate", "dat", "created",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "hdl")
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
    "article:author_name",
)
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "cre", "publisher")
_URLS = ("og:url", "twitter:url", "parsely-link")
_LANGUAGES = ("og:locale", "content-language", "dc.language", "language", "inlanguage")


class Fields(TypedDict):
    """The fields of ``Raw`` that a page can give."""

    title: Found | None
    date: Found | None
    authors: tuple[Found, ...]
    outlet: Found | None
    url: Found | None
    language: Found | None


def find_fields(tree: Element) -> Fields:
    """Give the title, date, authors, outlet, address and language of a page, each with its origin; None for what is not said."""
    linked = _json_ld(tree)
    meta = _meta(tree)
    canonical = _first(link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    word = "word" in meta.get("generator", "").lower()  # where the title is the file's, often of another text
    own_title = (word and _first("".join(p.itertext()) for p in tree.iter("p") if p.get("class") == "MsoTitle")) or _first(
        element.text for element in tree.iter("title")
    )
    time = _first(element.get("datetime") for element in tree.iter("time") if element.get("pubdate") is not None) or _marked(tree)
    root = tree.getroottree().getroot()
    language = _first(element.get("lang") for element in (root, *tree.iter("body"))) or _first(map(meta.get, _LANGUAGES))
    authors = names(linked.get("author")) or names(linked.get("creator"))
    return {
        "title": _pick((linked.get("headline"), JSON_LD), (_first(map(meta.get, _TITLES)), META), (own_title, TITLE)),
        "date": _pick(
            (linked.get("datePublished"), JSON_LD),
            (_first(map(meta.get, _DATES)), META),
            (_microdata(tree, "datePublished"), MICRO),
            (time, TIME),
            (linked.get("dateCreated"), JSON_LD),
        ),
        "authors": tuple(Found(name, JSON_LD) for name in authors)
        or tuple(Found(name, META) for name in names(_first(map(meta.get, _AUTHORS))))
        or tuple(Found(name, MICRO) for name in names(_microdata(tree, "author")) if name != name.lower()),  # no "admin"
        "outlet": _pick((_first(map(meta.get, _OUTLETS)), META), (_first(names(linked.get("publisher"))), JSON_LD)),
        "url": _pick(
            *((_ARCHIVE.sub("", url) if isinstance(url, str) and re.match("https?://", url) else None, origin)
              for url, origin in ((canonical, META), (_first(map(meta.get, _URLS)), META), (linked.get("url"), JSON_LD))),
        ),
        "language": _pick((language, META), (linked.get("inLanguage"), JSON_LD)),
    }  # fmt: skip


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value and value.strip()), None)


def _pick(*candidates: tuple[Json, str]) -> Found | None:
    for value, origin in candidates:
        if isinstance(value, str) and value.strip():
            return Found(" ".join(unescape(value).split()), origin)
    return None


def _meta(tree: Element) -> dict[str, str]:
    """Give the meta elements, the first of each name; names in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").lower()
            if name and content and content.strip():
                found.setdefault(name, content)
    return found


_PUBLISHED = frozenset({"published", "dt-published", "entry-date"})
"""Classes of a time of publication: hAtom's (which WordPress and its kin write), h-entry's, and that of older themes."""


def _marked(tree: Element) -> str | None:
    """Give the time that is marked as that of publication; nothing where such times name several days, as beside teasers."""
    times = [time.get("datetime") or "" for time in tree.iter("time") if _PUBLISHED & set((time.get("class") or "").split())]
    return times[0] if len({time[:10] for time in times}) == 1 else None


def _microdata(tree: Element, name: str) -> str | None:
    """Give the first property of this name that an element marked as an article has: its name, time or text."""
    for element in tree.iter():
        if name not in (element.get("itemprop") or "").split():
            continue
        scope = next((above for above in element.iterancestors() if above.get("itemscope") is not None), None)
        if scope is None or not _ARTICLE.search(scope.get("itemtype") or ""):
            continue
        named = next((below for below in element.iterdescendants() if below.get("itemprop") == "name"), element)
        value = " ".join((named.get("datetime") or named.get("content") or "".join(named.itertext())).split())
        if value:
            return value
    return None


def _json_ld(tree: Element) -> dict[str, Json]:
    """Give the first article among the page's JSON-LD objects, or nothing."""
    found: list[Json] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            found.append(
                json.loads(re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script.text or ""), strict=False)
            )
        except (ValueError, RecursionError):
            continue
    for data in found:
        try:
            thing = next(articles_of(data), None)
        except RecursionError:
            continue
        if thing:
            return resolved(thing, found)
    return {}


def resolved(thing: dict[str, Json], data: Json) -> dict[str, Json]:
    """Give an article with the people and organisations that it names by reference (``{"@id": ...}``) looked up in the data."""
    try:
        known = {str(other["@id"]): other for other in _things(data) if "@id" in other and names(other.get("name"))}
    except RecursionError:
        return thing

    def looked_up(value: Json) -> Json:
        if isinstance(value, list):
            return [looked_up(entry) for entry in value]
        return known.get(str(value.get("@id")), value) if isinstance(value, dict) and "name" not in value else value

    return {key: looked_up(value) if key in _PEOPLE else value for key, value in thing.items()}


_PEOPLE = ("author", "creator", "publisher", "sourceOrganization", "isPartOf")
"""Properties that hold people or organisations."""


def articles_of(data: Json) -> Iterator[dict[str, Json]]:
    """Yield the objects that are articles by their ``@type``, in order; raises RecursionError for thousands of nested lists."""
    for thing in _things(data):
        kinds = thing.get("@type")
        if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield thing


def _things(data: Json) -> Iterator[dict[str, Json]]:
    """Yield the objects of a page in order: the top one, or those of a list, a graph or a page's main entity."""
    if isinstance(data, list):
        for entry in data:
            yield from _things(entry)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _things(data.get(key))


def names(value: Json) -> list[str]:
    """Give the names of people or organisations, however they are wrapped; addresses are not names."""
    if isinstance(value, str):
        name = " ".join(unescape(value).split())
        return [] if not name or re.match(r"(?:https?:|www\.|@|/)", name) else [name]
    if isinstance(value, list):
        return list(dict.fromkeys(name for entry in value for name in names(entry)))
    return names(value.get("name")) if isinstance(value, dict) else []
