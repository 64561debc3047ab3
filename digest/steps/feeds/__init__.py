"""Lays out the feeds: Atom and JSON Feed, in which readers find what is new without coming by.

    edition -> channels (which feeds there are) -> entries (what an entry says) -> atom, jsonfeed (how it is written)
               └ gone (those of events that are elsewhere now)

Whatever an entry says comes from its own event or article, so that an article that comes in changes no other entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from digest.model import Edition, File
from digest.steps.feeds.atom import atom
from digest.steps.feeds.channels import channels
from digest.steps.feeds.jsonfeed import json_feed


def feeds(edition: Edition) -> Iterator[File]:
    """Give ``feed.xml`` (Atom, RFC 4287) and ``feed.json`` (JSON Feed 1.1) for the site, the topics, the sources and the events.

    They lie beside the page that they follow: ``docs/topics/climate/feed.xml``.
    Site and topics have events as entries, sources and events have articles; hidden ones are in none.
    Wherever the address of an event answers, its feeds do: a page that leads elsewhere has feeds that say so in one entry.
    Addresses are absolute where the site's is known, else relative to the feed's own (a relative reference of RFC 3986).
    """
    for channel in channels(edition):
        yield File(f"docs/{channel.folder}feed.xml", [atom(channel)])
        yield File(f"docs/{channel.folder}feed.json", [json_feed(channel)])
