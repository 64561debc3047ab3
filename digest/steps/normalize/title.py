"""Finds the title, never makes one up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.model import Block, Kind, Outlet, Raw
from digest.steps.normalize.draft import Draft
from digest.steps.normalize.furniture import LONGEST_LABEL, SHORTEST_TITLE
from digest.steps.normalize.names import read_byline
from digest.text.dates import has_date_shape
from digest.text.escape import clean

LONGEST = 25
"""Words: of 1,739 news headlines the longest had 24."""

_STOP = re.compile(r"(?<!\.)(?<!\b[A-Z]\.[A-Z])\.[\"'”’»)]*$")
"""A full stop that is neither an ellipsis nor that of "U.S."."""


def find_title(draft: Draft, raw: Raw, outlet: Outlet | None) -> tuple[str, str]:
    """Give the title and where it was found: front matter, the format's own title, the first line, the file's name.

    The line that holds it leaves the body, and so does a heading at the top that says the same in other words.
    """
    first: int | None = None
    own = " ".join(clean(raw.title.value).split()) if raw.title else ""
    if draft.source.front.title:
        title, origin = draft.source.front.title, "front matter"
    elif raw.title and own:
        title, origin = own, raw.title.origin
    else:
        first = _first_line(draft)
        if first is None:
            return _from_name(draft.source.path), "the file's name"
        draft.use(first)
        title, origin = draft.blocks[first].text, draft.place(first)
    title = _without_outlet(title, outlet)
    held = first is not None  # the title stands for the words of one line; of a second such line it does not
    for index in draft.left()[:3]:
        block = draft.blocks[index]
        if len(draft.left()) > 1 and _same(_without_outlet(block.text, outlet), title):  # the only line is the text, too
            (draft.set_aside if held else draft.use)(index)
            held = True
            continue
        headline = block.kind is Kind.HEADING and index == 0 and (_alike(block.text, title) or _same(block.text, own))
        if headline or _is_labelled(block, title):
            draft.set_aside(index)
    return title, origin


SHORTEST = 3
"""Words of a heading that may be the whole headline: "News" is the name of a page's part."""


def as_shown(title: str, heading: str) -> str:
    """Give a title as the page shows it, where that is its beginning: without site, section and "(page 1 of 3)" behind it."""
    rest = title[len(heading) :] if title.casefold().startswith(heading.casefold()) else ""
    known = len(heading.split()) >= SHORTEST and re.fullmatch(
        r"\s*(?:\s[|–—·•-]|::|\((?:page|part)\b)\s*\S.{0,80}", rest, re.IGNORECASE
    )
    return title[: len(heading)] if known else title


def is_headline(blocks: Sequence[Block]) -> bool:
    """Say whether nothing but one line is left that would be a title above a text."""
    return len(blocks) == 1 and len(blocks[0].text.split()) <= LONGEST and not _STOP.search(blocks[0].text)


def _first_line(draft: Draft) -> int | None:
    """Give the index of the block that is a title by its looks, or None.

    It is short, has no full stop at its end (unless a date or a byline comes next, or Its Words Are Written So), and what
    follows is a date, a byline or longer than it.
    """
    left = [index for index in draft.left() if not _is_credit(draft.blocks[index])]
    if not left or draft.blocks[left[0]].kind not in (Kind.PARAGRAPH, Kind.HEADING):
        return None
    if _has_kicker(draft, left):
        draft.set_aside(left.pop(0))
    first, text = left[0], draft.blocks[left[0]].text
    if not any(map(str.isalnum, text)) or len(text.split()) > LONGEST:
        return None
    after = draft.left()[draft.left().index(first) + 1 :]
    credited = bool(after) and _is_credit(draft.blocks[after[0]])
    longer = any(len(draft.blocks[index].text) > len(text) for index in left[1:6])
    if draft.blocks[first].kind is Kind.HEADING or credited:
        return first
    return first if longer and (not _STOP.search(text) or _in_title_case(text)) else None


_KICKER = 3
"""Words of a kicker in capitals, such as "TRANSPORT"."""


def _has_kicker(draft: Draft, left: list[int]) -> bool:
    """Say whether a word or two in capitals stand above a title: what follows is longer, and a date or byline comes next."""
    kicker, *below = [draft.blocks[index].text for index in draft.left()[:3]] if draft.left()[:2] == left[:2] else [""]
    return (
        len(below) == 2
        and kicker.isupper()
        and len(kicker.split()) <= _KICKER
        and not below[0].isupper()
        and _KICKER < len(below[0].split()) <= LONGEST
        and not _STOP.search(below[0])
        and _is_credit_text(below[1])
    )


def _in_title_case(text: str) -> bool:
    long_words = re.findall(r"[^\W\d_]{4,}", text)
    return len(long_words) > 2 and sum(word[0].isupper() for word in long_words) >= 0.8 * len(long_words)


def _is_credit(block: Block) -> bool:
    return _is_credit_text(block.text)


def _is_credit_text(text: str) -> bool:
    return has_date_shape(text) or bool(read_byline(text))


def _without_outlet(title: str, outlet: Outlet | None) -> str:
    """Take " | Outlet" or " - Outlet" off a title's end, and "Outlet - " or "Outlet: " off its beginning."""
    before = re.fullmatch(r"([^|:–—]{2,60}?)(?:\s+[|–—·•-]|:)\s+(.+)", title)
    if outlet and before and _same(before[1], outlet.name):
        return before[2]
    match = re.fullmatch(r"(.+?)\s+[|–—·•:-]+\s+([^|]+)", title)
    while outlet and match:
        if _same(match[2], outlet.name) or match[2].lower().strip() in outlet.domains:
            return match[1]
        # The shortest head was tried first: "Talks - what next - The Globe".
        longer = re.fullmatch(rf"({re.escape(match[1])}.+?)\s+[|–—·•:-]+\s+([^|]+)", title)
        if not longer or longer[1] == match[1]:
            break
        match = longer
    return title


def _same(one: str, other: str) -> bool:
    first, second = (re.sub(r"[\W_]+", "", text.casefold()).removeprefix("the") for text in (one, other))
    return first == second and bool(first)


def _is_labelled(block: Block, title: str) -> bool:
    """Say whether a line is the title behind the name of its section: "Transport Old bridge reopens to lorries"."""
    words, named = block.text.split(), len(title.split())
    if block.kind not in (Kind.PARAGRAPH, Kind.HEADING) or not SHORTEST_TITLE <= named < len(words) <= named + LONGEST_LABEL:
        return False
    return _same(" ".join(words[-named:]), title) and bool(_STOP.search(title) or not _STOP.search(block.text))


def _alike(one: str, other: str) -> bool:
    first, second = (frozenset(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return len(first & second) >= 0.6 * len(first | second)


def _from_name(path: str) -> str:
    """Give the words of a file's name, a date at its front taken off."""
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    stem = re.sub(r"^\d{4}[-_]\d\d[-_]\d\d[-_ ]*(?=.)", "", stem)
    words = " ".join(clean(re.sub(r"[-_]+", " ", stem)).split())
    return words[:1].upper() + words[1:] or path
