"""Writes a feed as JSON Feed 1.1."""

from __future__ import annotations

import json

from digest.steps.feeds.channels import Channel
from digest.steps.feeds.entries import Entry, plain


def json_feed(channel: Channel) -> str:
    """Give the feed as JSON; where the site's address is not known, it does not name its own and has relative ones."""
    where = {"home_page_url": channel.page, "feed_url": f"{channel.page}feed.json"} if channel.base else {}
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": plain(channel.title),
        **where,
        **({"description": plain(channel.subtitle)} if channel.subtitle else {}),
        "language": channel.language,
        "authors": [{"name": plain(channel.author)}],
        "items": [_item(entry) for entry in channel.entries],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry) -> dict[str, object]:
    given = {
        "id": entry.id,
        "url": entry.url,
        "external_url": entry.original,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "date_published": entry.published,
        "date_modified": entry.updated if entry.published else "",
        "authors": [{"name": name} for name in entry.authors],
        "tags": [title for _, title in entry.tags],
        "language": entry.language,
    }
    return {name: value for name, value in given.items() if value}
