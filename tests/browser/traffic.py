"""What a browser fetched, from its log."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any


def messages(entries: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Give the messages of a ``performance`` log: ``method`` and ``params``."""
    return (json.loads(entry["message"])["message"] for entry in entries)


def fetched(entries: Iterable[dict[str, Any]]) -> int:
    """Give the bytes that came over the wire, headers included; what the cache had costs nothing."""
    return sum(
        int(message["params"]["encodedDataLength"])
        for message in messages(entries)
        if message["method"] == "Network.loadingFinished"
    )
