"""A saved feed, RSS 0.9 to 2.0 or Atom: an article an entry."""

from __future__ import annotations

import re
from typing import Any

from digest.errors import ReaderError
from digest.model import Block, Found, Publish, Raw
from digest.readers import html
from digest.readers.json import blocks_of, in_full
from digest.readers.stamp import iso
from digest.text.escape import clean

_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^<>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_OPEN_DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)\b[^<>]*>?", re.IGNORECASE)
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,9})|([0-9]{1,9})|x?[0-9a-f]+);", re.IGNORECASE)
_ROOT = re.compile(r"<([A-Za-z][\w.:-]{0,40})")

_WHERE = "the feed"


def read(text: str, first_line: int) -> tuple[Raw, ...]:  # noqa: ARG001 -- every reader takes the line
    """Read the entries of a feed; ill-formed XML is read as far as it goes.

    Nothing is fetched, and no entity that the file defines is expanded: its document type is taken off first.
    Raises ReaderError if this is no feed, or one without entries.
    """
    import feedparser  # slow to import, and needed for feeds alone

    xml = _REFERENCE.sub(_of_a_character, _OPEN_DOCTYPE.sub("", _DOCTYPE.sub("", _DECLARATION.sub("", text), count=1)))
    try:
        parsed = feedparser.parse(
            _Open(xml.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except (ValueError, LookupError, AttributeError, TypeError, AssertionError, OverflowError, RecursionError) as error:
        raise ReaderError(f"this feed cannot be read ({type(error).__name__}); expected RSS or Atom") from None
    if not parsed.entries:
        wrong = parsed.get("bozo_exception")
        line = wrong.getLineNumber() if hasattr(wrong, "getLineNumber") else 0
        if parsed.get("version") or parsed.feed.get("title"):
            raise ReaderError("this feed holds no entries; expected <item> or <entry>", line)
        root = _ROOT.search(xml)
        found = f"this is no feed but XML that begins with <{root[1]}>" if root else "this is no feed"
        raise ReaderError(f"{found}; expected RSS or Atom", line)
    return tuple(_entry(entry, parsed) for entry in parsed.entries)


def _of_a_character(match: re.Match[str]) -> str:
    """Keep a reference to a character, and nothing of one to a number that is none: feedparser stumbles over these."""
    number = int(match[1], 16) if match[1] else int(match[2] or 0)
    exists = number in (9, 10, 13) or 0x20 <= number < 0xD800 or 0xE000 <= number < 0x110000
    return match[0] if exists else ""


class _Open:
    """An open file as far as feedparser needs one: it takes a text for an address or a path, and opens that."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def read(self) -> bytes:
        return self.data


def _entry(entry: Any, parsed: Any) -> Raw:
    feed = parsed.feed
    title, outlet = _line(entry.get("title")), _line(entry.get("source", {}).get("title")) or _line(feed.get("title"))
    blocks = _body(entry)
    link = _link(entry, feed)
    published, updated = (dict.get(entry, key) for key in ("published", "updated"))
    changed = "the feed's date of change" if parsed.get("version", "").startswith("atom") else _WHERE  # in RSS it is dc:date
    date = Found(iso(published), _WHERE) if published else Found(iso(updated), changed) if updated else None
    people = [_person(person.get("name")) for person in entry.get("authors", ()) if person]
    if len(people) < 2:  # feedparser cuts "a@post.example (Ana Lee)" in the wrong place
        people = [_person(entry.get("author"))]
    if not any(people) and parsed.get("version", "").startswith("atom"):
        people = [_person(feed.get("author"))]
    language = entry.get("language") or feed.get("language") or ""
    key = clean(entry.get("id") or link or title or " ".join(block.text for block in blocks)).strip()
    return Raw(
        blocks,
        title=_found(title),
        date=date,
        authors=tuple(Found(name, _WHERE) for name in dict.fromkeys(people) if name and name != outlet),
        outlet=_found(outlet),
        url=_found(link),
        language=_found(language),
        key=key or "entry",
        publish=Publish.EXCERPT,
    )


def _body(entry: Any) -> tuple[Block, ...]:
    """Give the blocks of the fullest text that the entry carries: its content, else its summary."""
    contents = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    found = []
    for content in contents:
        value = content.get("value") or ""
        markup = "html" in (content.get("type") or "") and ("<" in value or "&" in value)
        found.append(html.read_fragment(value) if markup else blocks_of(value))
    return max(found, key=lambda blocks: sum(len(block.text) for block in blocks), default=())


def _link(entry: Any, feed: Any) -> str:
    link = entry.get("link") or ""
    if not entry.get("links") and not link.startswith("http"):  # a guid that says nothing of not being a link
        return ""
    return in_full(link, feed.get("link") or "")


def _line(value: object) -> str:
    """Give a title or a name as text: feeds write them as HTML, escaped or not."""
    text = value if isinstance(value, str) else ""
    if re.search(r"<[A-Za-z/!]|&[#\w]+;", text):
        text = " ".join(block.text for block in html.read_fragment(text, links=True)) or text
    return " ".join(text.split())


def _person(value: object) -> str:
    """Give the name in "Ana Lee", "a@post.example (Ana Lee)" or "Ana Lee <a@post.example>"; empty if there is only an address."""
    text = _line(value.replace("<", "(").replace(">", ")") if isinstance(value, str) and "@" in value else value)
    bare = re.sub(r"\(?\s*(?:mailto:)?[^\s@()]+@[^\s@()]+\s*\)?", " ", text)
    return " ".join(bare.strip(" ()\"'").split())


def _found(value: str) -> Found | None:
    return Found(value, _WHERE) if value else None
