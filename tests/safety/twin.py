"""A page beside its harmless twin: the same page with a plain word in the place of each foreign string.

What differs between the two, once rendered, is what the strings did.  Nothing may differ but the strings themselves, and they
must be shown as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import TypeAlias

from digest.model import Page
from digest.text.escape import clean
from tests.safety.attacks import shown

OURS = frozenset(
    "url kind iso mark anchor root canonical outside language id date domains year site_name lang dir text_dir".split()
)
"""Keys of a view under which no foreign text may stand, but addresses, choices and dates that the digest made."""

WORD = re.compile(r"(Qx\d{6}q)(?: ommm)*")
"""A word of a twin; as many more follow as make it as long as the string, so that lines are as long, too."""

Words: TypeAlias = dict[str, str]
"""Word of the twin: the string that stands there in the page."""

Event: TypeAlias = tuple[object, ...]

ENTITIES = frozenset({"amp", "lt", "gt", "quot", "nbsp", "rarr", "larr"})

_REFERENCES = re.compile(r"&(?:amp|lt|gt|quot|#\d+|#x27|#x2f);")
"""What may follow an ampersand in a tag; Zensical's templates write a slash as ``&#x2f;``."""


def twin(page: Page, words: Words) -> Page:
    """Give the page with a word for each string, and note which."""
    return replace(page, meta=_swapped(page.meta, words), view=_swapped(page.view, words))


def _swapped(view: Mapping[str, object], words: Words) -> Mapping[str, object]:
    return {name: _swap(item, words, name) for name, item in view.items()}


def _swap(value: object, words: Words, key: str = "") -> object:
    if isinstance(value, Mapping):
        return {name: _swap(item, words, str(name)) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_swap(item, words, key) for item in value]
    if not isinstance(value, str) or key in OURS or not shown(value):
        return value
    word = f"Qx{len(words):06}q"
    words[word] = value
    return word + " ommm" * ((len(shown(value)) - len(word)) // 5)


def leaves(value: object) -> Iterator[str]:
    """Give every string of a JSON value in order, the keys among them."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)
    else:
        yield " ".join(str(value).split())


class Reading(HTMLParser):
    """A page as tags, attributes and text; every reference in it must be one that no parser can read in two ways."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.events: list[Event] = []
        self.faults: list[str] = []
        self._text: list[str] = []
        self._linked = False
        self.feed(page)
        self.close()
        self._flush()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._flush()
        self._linked = tag == "script" and ("type", "application/ld+json") in attrs
        raw = self.get_starttag_text() or ""
        if "&" in _REFERENCES.sub("", raw):
            self.faults.append(f"a reference that is none: {raw[:200]}")
        self.events.append(("tag", tag, *((name, " ".join((value or "").split())) for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self._flush()
        self._linked = False
        self.events.append(("end", tag))

    def handle_data(self, data: str) -> None:
        if self._linked:  # JSON-LD: what a program reads in it, string for string
            self.events += [("json", leaf) for leaf in leaves(json.loads(data))]
            return
        if self.cdata_elem is None and (found := set(data) & set("<&")):
            self.faults.append(f"bare {found} in text: {data[:200]!r}")
        self._text.append(data)

    def handle_entityref(self, name: str) -> None:
        if name not in ENTITIES:
            self.faults.append(f"an entity that we do not write: {name}")
        self._text.append(self.unescape_one(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self._text.append(self.unescape_one(f"&#{name};"))

    def handle_comment(self, data: str) -> None:
        self._flush()
        self.events.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self._flush()
        self.events.append(("declaration", decl))

    def handle_pi(self, data: str) -> None:
        self._flush()
        self.events.append(("instruction", data))

    def unknown_decl(self, data: str) -> None:
        self._flush()
        self.events.append(("unknown", data))

    @staticmethod
    def unescape_one(reference: str) -> str:
        return unescape(reference)

    def _flush(self) -> None:
        if text := " ".join("".join(self._text).split()):
            self.events.append(("text", text))
        self._text = []


def differences(page: str, harmless: str, words: Words) -> list[str]:
    """Say what a page has that its twin has not, beyond the strings; give nothing where the strings are shown as they are."""
    one, other = Reading(page), Reading(harmless)
    found = [f"{fault} (in the page)" for fault in one.faults if fault not in other.faults]
    expected = [_with_strings(event, words) for event in other.events]
    if len(one.events) != len(expected):
        found.append(f"{len(one.events)} pieces instead of {len(expected)}")
    for is_, should in zip(one.events, expected, strict=False):
        if is_ != should:
            found.append(f"{str(is_)[:300]} instead of {str(should)[:300]}")
            break
    return found


def _with_strings(event: Event, words: Words) -> Event:
    return tuple(
        (item[0], filled(str(item[1]), words)) if isinstance(item, tuple) else filled(str(item), words) for item in event
    )


def filled(text: str, words: Words) -> str:
    """Put the strings into the place of the twin's words."""
    return " ".join(WORD.sub(lambda match: clean(words[match[1]]), text).split()) if WORD.search(text) else text


def compare_sites(site: Path, harmless: Path, words: Words) -> tuple[dict[str, list[str]], int]:
    """Compare every file of two rendered sites; give what differs by path, and how many pages were compared.

    The index of our own search is packed, and its files are named by what is in them: what it shows is looked at in the browser.
    """
    files, others = (
        {file.relative_to(one).as_posix() for file in one.rglob("*") if file.is_file() and "pagefind" not in file.parts}
        for one in (site, harmless)
    )
    wrong = {path: ["only on one side"] for path in sorted(files ^ others)}
    pages = 0
    for path in sorted(files & others):
        if path.endswith(".html"):
            pages += 1
            found = differences((site / path).read_text("utf-8"), (harmless / path).read_text("utf-8"), words)
        elif path.rpartition("/")[2] in ("search_index.json", "search.json"):
            found = compare_search(json.loads((site / path).read_bytes()), json.loads((harmless / path).read_bytes()), words)
        elif path.endswith(".gz"):
            continue
        else:
            found = [] if (site / path).read_bytes() == (harmless / path).read_bytes() else ["other bytes"]
        if found:
            wrong[path] = found
    return wrong, pages


def compare_search(one: object, other: object, words: Words) -> list[str]:
    """Compare two search indexes: whatever is text in them, the search box prints as HTML."""
    if isinstance(one, dict) and isinstance(other, dict):
        if one.keys() != other.keys():
            return [f"keys {sorted(one)} instead of {sorted(other)}"]
        return [fault for key in one for fault in compare_search(one[key], other[key], words)]
    if isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            return [f"{len(one)} entries instead of {len(other)}"]
        return [fault for pair in zip(one, other, strict=True) for fault in compare_search(*pair, words)]
    if isinstance(one, str) and isinstance(other, str):
        return differences(one, other, words)
    return [] if one == other else [f"{one!r} instead of {other!r}"]
