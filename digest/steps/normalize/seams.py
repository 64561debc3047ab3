"""Parts what a page's text runs together: credits of pictures, buttons, labels, bylines."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from digest.model import Block, Kind
from digest.steps.normalize.boilerplate import is_furniture
from digest.steps.normalize.furniture import HEAD, PICTURE_AGENCY, SHORTEST_TITLE
from digest.steps.normalize.names import read_byline
from digest.text.calendar import WEEKDAY
from digest.text.words import stop_words

_NAME = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ]\.?){0,2} (?:(?:de|da|van|von|el|al|bin) )?[A-ZÀ-Þ][\w’'-]+"
_HOW = r"(?:/(?:File(?: Photo| Picture)?|Pool|Handout))?"
_START = r"(?:^|(?<=[.!?”\"’)\]|]) )"

_AGENCY_FIRST = re.compile(rf"{_START}(?P<credit>(?:{PICTURE_AGENCY}) ?/ ?{_NAME}{_HOW})(?: (?=(?P<next>[A-ZÀ-Þ][\w.]*))|$)")
"""Where the name ends only what follows can tell: a word that opens sentences, or a title."""

_POLL = re.compile(r"Ipsos|YouGov|NORC|Gallup|Poll|Survey|Index")
"""Whom an agency asks people with; such a name is no photographer's."""

_AGENCY_LAST = re.compile(
    rf"{_START}(?P<credit>(?:[A-ZÀ-Þ]\. )?{_NAME} ?/ ?(?:{PICTURE_AGENCY})(?: ?/ ?(?:{PICTURE_AGENCY}))*"
    rf"(?: via (?:{PICTURE_AGENCY}))?)"
    r" (?=[A-ZÀ-Þ\d“\"])"
)
_BEHIND_BAR = re.compile(
    rf"(?<=[.!?”\"’)\]]) \| (?P<credit>(?:(?:[A-ZÀ-Þ]\. )?{_NAME}(?:-Pool)? ?/ ?)?(?:{PICTURE_AGENCY}|POLITICO)"
    rf"(?: ?/ ?(?:{PICTURE_AGENCY}|Pool|{_NAME}))*(?: via (?:{PICTURE_AGENCY}))?"
    rf"|(?:[A-ZÀ-Þ]\. )?{_NAME} ?/ ?{_NAME} via (?:{PICTURE_AGENCY}))(?= [\w“‘\"']|$)"
)
"""A credit behind a bar closes the caption before it: "... of the bridge. | Ana Lee/AP Photo"."""

_TITLES = frozenset(
    "president vice prime minister mayor sen. rep. gov. senator senators representative governor chancellor king queen prince"
    " princess pope judge justice chief police officials lawmakers democrats republicans mr mr. mrs mrs. ms ms. dr dr."
    " gen. lt. sgt. former house senate congress secretary speaker attorney".split()
)
"""Words with a capital that stand before a name or open a sentence, and end no name."""

_BUTTON = re.compile(r"CLOSE (?=[A-Z][a-z’']+ |[AI] [a-z])")
"""The button of a box with a film, above its caption."""

_ONWARD = re.compile(
    r"(?<=[.!?…”\"’)\]]) (?=(?:Continue reading|Read more|Read on|Read the (?:full|whole|rest of the) (?:story|article))"
    r" ?(?:\.\.\.|…|→|»|›|>)?$)"
)
"""Before a link at a paragraph's end; "Read more." with a full stop may be somebody's advice."""

_RELATED = re.compile(
    r"(?<=[.!?…”\"’)\]]) (?=(?:Related|RELATED|Read more|READ MORE|See also|SEE ALSO|Also read|ALSO READ) ?: ?"
    r"[A-Z“‘\"'][^.!?:]{8,120}\??$)"
)
"""Before the label of a link and its headline, at a paragraph's end."""

_LETTER = re.compile(
    r"(?<=[.!?…”\"’)\]]) (?=(?:Click here to s|S)ign up for (?:our|the) [^.!?]{0,80}\b(?:newsletters?|e-?mails?|briefing)\b"
    r"[^.!?]{0,60}[.!]?$)"
)
"""Before an offer of a newsletter at a paragraph's end."""


_WRITER = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ]\.)? [A-ZÀ-Þ][\w’'-]+"
_DAY = (
    rf"(?:{WEEKDAY},? )?(?:\d{{1,2}} [A-Z][a-z]{{2,8}}\.?,? \d{{4}}|[A-Z][a-z]{{2,8}}\.? \d{{1,2}}, \d{{4}}"
    r"|\d{4}-\d\d-\d\d)"
)
_HEADLINE = re.compile(
    rf"(?P<title>.{{10,200}}?),? (?P<byline>By {_WRITER}(?:(?:, {_WRITER})? and {_WRITER})?)(?P<day>[ ,|·•–-]+"
    rf"(?:(?P<date>{_DAY})|(?:on )?{WEEKDAY}))?(?: (?P<text>[A-ZÀ-Þ“\"].{{80,}}))?"
)


def part_headline(text: str) -> tuple[str, ...]:
    """Part a byline and a day off a headline: ("Council votes", "By Ana Lee Monday"); a line with none is one part.

    In a headline "By" with a capital tells nothing where all words have one ("Man Shot By Ana Lee"): there, a whole date must
    follow. Behind a whole date the text itself may follow, all on one line.
    """
    match = _HEADLINE.fullmatch(text)
    if not match or not read_byline(match["byline"]) or (match["text"] and not match["date"]):
        return (text,)
    if not match["date"] and not any(
        word[0].islower() and word not in stop_words("en") for word in re.findall(r"[^\W\d_]{4,}", match["title"])
    ):
        return (text,)
    return tuple(part for part in (match["title"], match["byline"] + (match["day"] or ""), match["text"]) if part)


_LABEL = re.compile(r"(?:[\w&’'.-]+ ){0,4}")
LONGEST_STANDFIRST, FOLLOWED_BY = 45, 15
"""Words of a standfirst, and of the paragraph below it at least."""

_ALIKE = str.maketrans("’‘“”–—\u00a0", "''\"\"-- ")


def part_seams(blocks: Sequence[Block], title: str = "") -> Iterator[Block]:
    """Yield the blocks, each paragraph parted before and after what is no sentence of it; every word stays, in order.

    Whether a part is furniture is judged afterwards, by its own words. ``title`` is the headline where it is known: a page may
    have run it into one of the first paragraphs, with the caption and the section before it and the standfirst behind.
    """
    for index, block in enumerate(blocks):
        headline, *below = part_headline(block.text) if index == 0 else (block.text,)
        if below:
            yield replace(block, text=headline)
            yield from (Block(Kind.PARAGRAPH, part, block.line) for part in below)
            continue
        if block.kind not in (Kind.PARAGRAPH, Kind.ITEM) or is_furniture(block.text):
            yield block
            continue
        found = _cuts(block.text)
        start, end, sure = _headline(block.text, title, found) if index < HEAD else (0, 0, False)
        cuts = sorted({0, *found, *((start, end) if end else ()), len(block.text)})
        stands_above = sure and index + 1 < len(blocks) and len(blocks[index + 1].text.split()) >= FOLLOWED_BY
        for before, after in pairwise(cuts):
            part = block.text[before:after].strip()
            standfirst = stands_above and before == end and len(part.split()) <= LONGEST_STANDFIRST
            if part:
                yield replace(block, text=part, kind=Kind.HEADING if standfirst else block.kind)


def _headline(text: str, title: str, found: Collection[int]) -> tuple[int, int, bool]:
    """Give where a headline that ran into a paragraph begins, with the section's name before it, and where it ends, or zeros.

    It stands at the paragraph's beginning or behind a cut, or behind a name of up to four words there, and then it is sure. Where
    nothing but the headline itself stands there, the word behind it must open a sentence: a report may begin with the words of
    its headline.
    """
    none = (0, 0, False)
    plain, sought = text.translate(_ALIKE).casefold(), title.translate(_ALIKE).casefold()
    at = plain.find(sought) if len(sought.split()) >= SHORTEST_TITLE else -1
    end = at + len(sought)
    behind = re.match(r" ([\"“‘'(]?[A-ZÀ-Þ0-9][\w’']*)", text[end:])
    if at < 0 or len(text) != len(plain) or not behind:
        return none
    start = max((cut for cut in (0, *found) if cut <= at), default=0)
    label = text[start:at].strip()
    if label and not _LABEL.fullmatch(f"{label} "):
        return none
    opens = behind[1].strip("\"“‘'(").lower() in stop_words("en") | _TITLES
    return (start, end, bool(label or start)) if label or start or opens else none


def _opens(text: str, match: re.Match[str]) -> bool:
    """Say whether a noun with a capital behind a credit opens a sentence: a small letter follows, and no poll is named."""
    return bool(re.match(r"[a-z]", text[match.end("next") :].lstrip())) and not _POLL.search(match["credit"] + match["next"])


def _cuts(text: str) -> list[int]:
    cuts: list[int] = []
    button = _BUTTON.match(text)
    if button:
        cuts.append(button.end())
    for match in _AGENCY_FIRST.finditer(text):
        if not match["next"] or match["next"].lower() in stop_words("en") | _TITLES or _opens(text, match):
            cuts += match.span("credit")
    for match in _AGENCY_LAST.finditer(text):
        # "... | Ana Lee/AP": what stands before the bar is the caption
        cuts += match.span("credit")[text[: match.start()].endswith("|") :]
    cuts += [match.end() for match in _BEHIND_BAR.finditer(text)]
    for seam in (_ONWARD, _RELATED, _LETTER):
        if (found := seam.search(text)) is not None:
            cuts.append(found.end())
    return cuts
