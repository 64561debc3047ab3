"""``sources.yml``: the outlets."""

from __future__ import annotations

import re

from digest.edge.front import PUBLISH, meant_by
from digest.edge.marked import Inspector, Marked, parse
from digest.errors import Fault
from digest.model import Outlet, Publish
from digest.text.escape import safe_url
from digest.text.slug import LONGEST, name_id, slug

KEYS = ("name", "domains", "family", "country", "publish", "feed")

_DOMAIN = re.compile(r"(?:[\w-]+\.)+[\w-]+")


def read_outlets(path: str, text: str) -> tuple[tuple[Outlet, ...] | None, tuple[Fault, ...]]:
    """Give the outlets in the order of the file; None where it cannot be read at all.

    A fault costs a field, not the outlet.
    But ``publish`` is a promise to a publisher: where it is at fault, or the whole entry is, the outlet counts as ``link``.
    """
    value, faults = parse(path, text)
    if value is None:
        return None, faults
    inspector = Inspector(path)
    outlets: list[Outlet] = []
    owner: dict[str, str] = {}
    named: dict[str, str] = {}
    for name, key, entry in inspector.entries(value, "", "one key an outlet, such as kansai-courier"):
        if name != slug(name) or len(name) > LONGEST:
            better = f", such as {slug(name)}" if name != slug(name) != "" else f", at most {LONGEST} of them"
            inspector.fault(
                key.line, f'the id of an outlet must be small letters a-z, digits and hyphens{better}; found "{name}"'
            )
            if not slug(name):
                continue
        outlet = _outlet(inspector, name_id(name), entry)
        for domain in outlet.domains:
            if owner.setdefault(domain, outlet.id) != outlet.id:
                inspector.fault(key.line, f"{outlet.id}: domains: {domain} belongs to {owner[domain]} already")
        if (first := named.setdefault(outlet.name.casefold(), outlet.id)) != outlet.id:
            same = f'{outlet.id}: name: "{outlet.name}" is the name of {first} too, which articles that name it are filed under'
            inspector.faults.append(Fault(path, key.line, same, note=True))
        outlets.append(outlet)
    unique = {outlet.id: outlet for outlet in outlets}
    return tuple(unique.values()), tuple(inspector.faults)


def _outlet(inspector: Inspector, known: str, entry: Marked) -> Outlet:
    plain = known.replace("-", " ").title()
    if entry.kind not in {"mapping", "nothing"}:
        inspector.entries(entry, known, "keys such as name and domains")
        return Outlet(known, plain, publish=Publish.LINK)
    fields = inspector.fields(entry, known, KEYS, "keys such as name and domains")

    def text(key: str) -> str:
        return (inspector.text(fields[key], f"{known}: {key}") or "") if key in fields else ""

    publish = Publish.LINK if "publish" in {meant_by(key, value, KEYS) for key, value in entry.entries} else None
    if "publish" in fields:
        publish = Publish(inspector.choice(fields["publish"], f"{known}: publish", PUBLISH) or Publish.LINK)
    feed = text("feed")
    if feed and not safe_url(feed).startswith("http"):
        inspector.fault(
            fields["feed"].line, f'{known}: feed: expected an address that begins with https:// or http://, found "{feed}"'
        )
        feed = ""
    return Outlet(
        id=known,
        name=text("name") or plain,
        domains=_domains(inspector, known, fields.get("domains")),
        family=text("family"),
        country=text("country"),
        publish=publish,
        feed=feed,
    )


def _domains(inspector: Inspector, known: str, value: Marked | None) -> tuple[str, ...]:
    found = []
    for text in (inspector.texts(value, f"{known}: domains") or ()) if value else ():
        domain = re.sub(r"^(?:https?://)?(?:www\.)?", "", text.lower()).rstrip("/")
        if _DOMAIN.fullmatch(domain):
            found.append(domain)
        elif value:
            inspector.fault(value.line, f'{known}: domains: expected a domain such as courier.example, found "{text}"')
    return tuple(dict.fromkeys(found))
