"""Notices articles that the last build had and this one has not: their addresses go dead, and nobody has decided that."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from digest.edge.write import listed
from digest.errors import Fault
from digest.model import ArticleId
from digest.text.slug import article_id

MOST = 3
"""Ids that the note names."""

SAMPLE = "sample-"
"""What the ids of the articles begin with that ``digest new`` lays down, to be deleted."""


def last_articles(build: Path) -> frozenset[ArticleId]:
    """Give the ids of the articles that the last build has written a page for, as its manifest lists them."""
    parts = (path.split("/") for path in listed(build) or ())
    return frozenset(part[2] for part in parts if part[:2] == ["docs", "articles"] and part[3:] == ["index.md"])


def note_gone(last: Collection[ArticleId], known: Collection[ArticleId], faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Give a note that names those of ``last`` that are not ``known`` now, if there are any.

    ``known`` are the articles, and the ids that ``edits.yml`` decides about; a file with a fault has been reported.
    """
    below = "content/articles/"
    reported = {article_id(fault.path.removeprefix(below)) for fault in faults if fault.path.startswith(below) and not fault.note}
    gone = sorted(
        one
        for one in set(last) - set(known) - reported
        if not one.startswith(SAMPLE) and not any(one.startswith(f"{file}-") for file in reported)
    )
    if not gone:
        return ()
    named = ", ".join(gone[:MOST]) + (f" and {len(gone) - MOST} more" if len(gone) > MOST else "")
    message = f"no file has the id {named} any more, which the last build had; if it was published, say under"
    return (Fault("content/edits.yml", 0, f"{message} “moved” or “removed” where it went, or its address goes dead", note=True),)
