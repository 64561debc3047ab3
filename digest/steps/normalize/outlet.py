"""Finds who published an article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from digest.model import Front, Outlet, OutletId, Raw
from digest.text.escape import clean, safe_url
from digest.text.slug import slug


def find_outlet(front: Front, raw: Raw, outlets: Mapping[OutletId, Outlet]) -> tuple[Outlet | None, str, str]:
    """Give the outlet, where it was found, and the article's address ("" if there is none that may be linked to).

    In order: ``source`` of the front matter; the format's own field, if it names a known outlet; the domain of the address;
    the format's own field as a new outlet.
    """
    address = next((safe_url(url) for url in (front.source_url, raw.url.value if raw.url else None) if url), "")
    if not address.startswith(("http://", "https://")):
        address = ""
    if front.source:
        return _known(front.source, outlets) or _new(front.source), "front matter", address
    by_domain = _by_domain(_domain(address), outlets)
    if raw.outlet:
        known = _known(raw.outlet.value, outlets)
        if known or not by_domain:
            return known or _new(raw.outlet.value), raw.outlet.origin, address
    return by_domain, "the domain of its address" if by_domain else "", address


def _known(name: str, outlets: Mapping[OutletId, Outlet]) -> Outlet | None:
    """Give the outlet of this name, id or domain."""
    key = _key(name)
    for outlet in (outlets[known] for known in sorted(outlets)):
        if key and key in (_key(outlet.id), _key(outlet.name)):
            return outlet
    return _by_domain(name.strip().lower(), outlets)


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.casefold()).strip().removeprefix("the ")


def _domain(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _by_domain(domain: str, outlets: Mapping[OutletId, Outlet]) -> Outlet | None:
    """Give the outlet whose domain this is, or the nearest that it is below."""
    owned = {own.lower().removeprefix("www."): outlet for outlet in outlets.values() for own in outlet.domains}
    labels = domain.removeprefix("www.").split(".")
    return next((owned[".".join(labels[i:])] for i in range(len(labels)) if ".".join(labels[i:]) in owned), None)


def _new(name: str) -> Outlet | None:
    shown = " ".join(clean(name).split())
    if not shown:
        return None
    return Outlet(slug(shown) or "outlet-" + hashlib.sha256(shown.encode()).hexdigest()[:8], shown)
