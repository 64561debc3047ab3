"""Writes a feed as Atom (RFC 4287); the standard library escapes, once."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from digest.steps.feeds.channels import Channel
from digest.steps.feeds.entries import Entry
from digest.text.escape import clean


def atom(channel: Channel) -> str:
    """Give the feed as an XML document."""
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": channel.language})
    _text(feed, "id", channel.id)
    _text(feed, "title", channel.title)
    if channel.subtitle:
        _text(feed, "subtitle", channel.subtitle)
    _text(feed, "updated", channel.updated)
    _text(SubElement(feed, "author"), "name", channel.author)
    own = f"{channel.root}{channel.folder}feed.xml" if channel.base else "feed.xml"
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": channel.page})
    _text(feed, "generator", "news-digest")
    for entry in channel.entries:
        _entry(feed, entry)
    indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _entry(feed: Element, entry: Entry) -> None:
    element = SubElement(feed, "entry", {"xml:lang": entry.language})
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.url})
    if entry.original:
        SubElement(element, "link", {"rel": "via", "href": entry.original})
    _text(element, "updated", entry.updated)
    if entry.published:
        _text(element, "published", entry.published)
    for name in entry.authors:
        _text(SubElement(element, "author"), "name", name)
    for topic, title in entry.tags:
        SubElement(element, "category", {"term": topic, "label": title})
    if entry.summary:
        _text(element, "summary", entry.summary)
    _text(element, "content", entry.content).set("type", "html")


def _text(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    element.text = " ".join(clean(text).split())
    return element
