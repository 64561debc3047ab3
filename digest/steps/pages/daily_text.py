"""The daily edition in plain text, for mail programs that show no other and for readers who want no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from digest.steps.pages.say import upper_first
from digest.steps.pages.view import columns
from digest.text.catalogue import Words
from digest.text.escape import clean

WIDTH = 72
"""Columns of a line: what mail has been wrapped at since terminals had 80, so that a quoted reply fits as well."""


def plain_text(t: Words, view: Mapping[str, Any]) -> str:
    """Give an edition's view as plain text: no line over ``WIDTH`` columns but addresses, links as numbered notes at the end."""
    notes = _Notes(view["root"])
    out = [*wrapped(view["site_name"]), *wrapped(view["day"]["title"]), *wrapped(view["size"]), ""]
    for event in view["events"]:
        out += ["=" * WIDTH, "", *wrapped(f"{_flat(event['title'])} {notes(event['url'])}"), ""]
        told = [f"{_said(one)} {''.join(notes(cite['url']) for cite in one['citations'])}" for one in event["sentences"]]
        out += [*wrapped(" ".join(told)), ""] if told else []
        out += [*wrapped(_meta(event)), ""]
    out += ["=" * WIDTH, ""]
    for heading, lines in ((t("daily.also"), view["lines"]), (t("daily.recent"), view["recent"])):
        items = [f"{_flat(one['title'])} ({one['when']}, {one['voices']}) {notes(one['url'])}" for one in lines]
        out += _section(heading, items)
    if view["more"]:
        out += [*wrapped(f"{t('daily.more', count=view['more'])} {notes('archive/')}"), ""]
    out += _section(t("topics.title"), [f"{_flat(one['title'])}, {one['size']} {notes(one['url'])}" for one in view["topics"]])
    proof = " ".join([t("daily.proof.text"), *([t("daily.ours")] if view["insertions"] else [])])
    out += [*wrapped(proof), *wrapped(f"{t('daily.web')} {notes(view['page_url'])}")]
    eve = view["eve"]
    out += wrapped(f"{upper_first(t('daily.before', day=eve['text']))} {notes(eve['url'])}") if eve else []
    out += ["", *([] if view["root"] else [*wrapped(t("daily.addresses")), ""])]
    return "\n".join([*out, *notes.listed]) + "\n"


class _Notes:
    """The links in the order in which they first come, each once."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.numbers: dict[str, int] = {}

    def __call__(self, url: str) -> str:
        """Give the mark of a link."""
        return f"[{self.numbers.setdefault(self.root + url, len(self.numbers) + 1)}]"

    @property
    def listed(self) -> Iterator[str]:
        """The notes, a line each; an address is never broken."""
        return (f"[{number}] {_flat(url).replace(' ', '%20')}" for url, number in self.numbers.items())


def _meta(event: Mapping[str, Any]) -> str:
    counted = ", ".join(part for part in (event["articles"], event["voices"]) if part)
    named = f"{counted}: {_flat(event['carriers'])}" if event["carriers"] else counted
    return ". ".join(part for part in (_flat(event["place"]), upper_first(event["when"]), named) if part)


def _said(sentence: Mapping[str, Any]) -> str:
    return _flat("".join(piece["text"] for piece in sentence["pieces"]))


def _section(heading: str, items: Sequence[str]) -> list[str]:
    lines = [line for item in items for line in wrapped(item, "* ", "  ")]
    return [heading, "", *lines, ""] if items else []


def _flat(text: str) -> str:
    """One line, without the characters that no page may hold."""
    return " ".join(clean(str(text)).split())


def wrapped(text: str, first: str = "", rest: str = "") -> Iterator[str]:
    """Break a text into lines of at most ``WIDTH`` columns; a word is broken only where it is longer than a line by itself."""
    line, used = first, len(first)
    empty = True
    for word in _flat(text).split(" "):
        for part in _parts(word, WIDTH - len(rest)):
            wide = columns(part)
            if not empty and used + 1 + wide > WIDTH:
                yield line
                line, used, empty = rest, len(rest), True
            line, used = (line + part, used + wide) if empty else (f"{line} {part}", used + 1 + wide)
            empty = False
    yield line


def _parts(word: str, most: int) -> Iterator[str]:
    """Break what has no spaces, such as Chinese or Japanese, where a line ends."""
    part, used = "", 0
    for character in word:
        wide = columns(character)
        if used + wide > most:
            yield part
            part, used = "", 0
        part, used = part + character, used + wide
    yield part
