"""Finds who published an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from digest.model import Found, Front, Outlet, OutletId, Raw
from digest.steps.normalize.certainty import DOMAIN, FRONT
from digest.steps.normalize.draft import Draft
from digest.text.escape import clean, safe_url
from digest.text.press import PRESS
from digest.text.slug import name_id


def find_outlet(front: Front, raw: Raw, outlets: Mapping[OutletId, Outlet]) -> tuple[Outlet | None, str, str]:
    """Give the outlet, where it was found, and the article's address ("" if there is none that may be linked to).

    In order: ``source`` of the front matter; the format's own field, if it names a known outlet; the domain of the address;
    the format's own field as a new outlet; the domain as a new one.
    """
    address = find_address(front, raw)[0]
    if front.source:
        return _known(front.source, outlets) or _new(front.source), FRONT, address
    by_domain = _by_domain(_domain(address), outlets)
    if raw.outlet:
        known = _known(raw.outlet.value, outlets)
        if known or not by_domain:
            return known or _new(raw.outlet.value), raw.outlet.origin, address
    if by_domain:
        return by_domain, "the domain of its address", address
    domain = _domain(address)
    return (_new(domain), DOMAIN, address) if "." in domain and domain not in _CARRIERS else (None, "", address)


def find_address(front: Front, raw: Raw) -> tuple[str, str]:
    """Give the article's ``http`` or ``https`` address and where it was found, or empty strings."""
    given = (front.source_url, FRONT) if front.source_url else (raw.url.value, raw.url.origin) if raw.url else ("", "")
    address = safe_url(given[0] or "")
    return (address, given[1]) if address.startswith(("http://", "https://")) else ("", "")


_ADDRESS = re.compile(r"(?:(?:URL|Link|Source|Source URL|Web|Address)\s*:\s*)?<?(?P<url>https?://\S+?)>?", re.IGNORECASE)

HEAD = 2
"""Lines: an address of its own among them is the article's, where an editor has pasted it."""


def with_address(draft: Draft, raw: Raw) -> Raw:
    """Give what the reader saw with the address that stands on a line of its own at the head, unless it saw one; set it aside."""
    for index in draft.left()[:HEAD] if not raw.url and not raw.title else ():
        match = _ADDRESS.fullmatch(draft.blocks[index].text)
        if match and safe_url(match["url"]):
            draft.set_aside(index)
            return replace(raw, url=Found(match["url"], draft.place(index)))
    return raw


def taken_for(front: Front, raw: Raw, outlet: Outlet | None) -> str:
    """Say that a name is taken for that of another outlet, which differs in its marks alone ("AC/DC", "AC DC"); else nothing.

    One outlet is written in many ways, and to count it twice would make two witnesses of one. So it is one, unless
    ``sources.yml`` has both names; case, spaces and a leading "The" are not worth a word.
    """
    name = " ".join(clean(front.source or (raw.outlet.value if raw.outlet else "")).split())
    if not outlet or not name or outlet.domains or outlet.family or outlet.country or outlet.publish or outlet.feed:
        return ""
    if name == outlet.id or _plain(name) == _plain(outlet.name) or name_id(name) != name_id(outlet.name):
        return ""
    first, second = sorted((name, outlet.name))
    return f"“{first}” and “{second}” are taken for one outlet; if they are two, give each an entry here with its own id and name"


def _plain(name: str) -> str:
    return "".join(name.casefold().split()).removeprefix("the")


def outlet_in_lines(draft: Draft, outlets: Mapping[OutletId, Outlet]) -> tuple[Outlet, str] | None:
    """Give a known outlet that a line at the head or the end credits ("Source: Coastal Press"), and the line; else None."""
    for index in draft.edges():
        match = _CREDIT.fullmatch(draft.blocks[index].text)
        known = _known(match["name"], outlets) if match else None
        if known:
            draft.set_aside(index)
            return known, draft.place(index)
    return None


_CREDIT = re.compile(r"(?:Source|Quelle|Fuente|Fonte|From)\s*:\s*(?P<name>\S.{1,60}?)\.?")

_CARRIERS = frozenset("archive.org web.archive.org news.google.com t.co bit.ly feedproxy.google.com amp.dev example.com".split())
"""Hosts that hand on what others publish."""

_SUFFIX = re.compile(r"(?P<title>.*\S)\s+(?P<mark>[|–—·•-]|::)\s+(?P<name>[^\s|,][^|,]{1,40})")


def outlet_in_title(title: str, address: str, outlets: Mapping[OutletId, Outlet], heading: str = "") -> tuple[str, Outlet] | None:
    """Take " | Outlet" off a title whose outlet nothing else names: give the rest and the outlet, or None.

    The end must name a known outlet, be the domain of the address in words, or be written like the name of a newspaper and stand
    behind a bar or behind the very ``heading`` that the page shows: "Talks resume - what we know" is a title.
    """
    match = _SUFFIX.fullmatch(title)
    if not match:
        return None
    name = match["name"].strip()
    known = _known(name, outlets)
    if known:
        return match["title"], known
    capitals = all(word[0].isupper() or len(word) <= 3 for word in name.split())
    label = _domain(address).split(".")[0]
    new = (label and _key(name).replace(" ", "") == re.sub(r"\W", "", label).removeprefix("the")) or (
        (match["mark"] in ("|", "::") or _key(match["title"]) == _key(heading))
        and capitals
        and len(name.split()) <= 4
        and PRESS.search(name)
    )
    outlet = _new(name) if new else None
    return (match["title"], outlet) if outlet else None


def _known(name: str, outlets: Mapping[OutletId, Outlet]) -> Outlet | None:
    """Give the outlet of this name, id or domain; the very name comes before one that differs in case, marks or "The"."""
    key = _key(name)
    named = [outlets[known] for known in sorted(outlets)]
    exact = next((outlet for outlet in named if outlet.name == " ".join(name.split())), None)
    if exact:
        return exact
    for outlet in named:
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
    return Outlet(name_id(shown), shown)
