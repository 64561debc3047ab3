"""Finds headings in plain paragraphs: glued to the next sentence, or standing by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from digest.model import Block, Kind

LONGEST_GLUED, LONGEST = 14, 9
"""Words of a heading that is glued to its paragraph, and of one that stands by itself."""

FOLLOWED_BY = 15
"""Words that the paragraph below a heading has at least."""

_MARKED = re.compile(r"[?!][\"'”’»)]*(?=[\"'“‘]?[A-Z][a-z]|[AI] [a-z]|[A-Z]{2,} )")
"""The end of a question, with the next sentence right behind it."""

_QUOTED = re.compile(r"(?<=[\w.,])[\"'”’»](?=[A-Z][a-z]|[AI] [a-z]|[A-Z]{2,} )")
"""The end of a quotation, with the next sentence right behind it."""

_BARE = re.compile(
    r"(?<=[a-z0-9)])(?=(?:The|This|These|That|There|They|Their|His|Her|He|She|But|And|When|While|After|Before|However|Some|Many|Most|For|From"
    r"|According|Mr|Mrs|Ms|Dr|President|Police|Officials|What|Who|Why|How|Last|One|Two|An|US|UK|EU|UN) \S)"
)
"""A word that opens a sentence, right behind another word. "In", "On" and "It" are missing: LinkedIn, HandsOn."""

_SENTENCE_INSIDE = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]?[A-Z]")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|No|Gen|Sen|[A-Z])\.\s")
_TAIL_BYLINE = re.compile(r"(?<=[a-z\d\"”’)][.!?\"”’])(?=(?:By|Por|Par|Von|Di) [A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,3}$)")
_WHOLLY_QUOTED = re.compile(r"\"[^\".!?,;:]+\"|“[^“”.!?,;:]+”|„[^„“.!?,;:]+“")
"""Words that somebody said, as a heading: without any mark inside."""

_TIME = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?")
"""What stands above an entry of a live report."""
_END_MARK = re.compile(r"[.,;:!…\"”—–-]$|\.\.\.$|[.!?][\"'”’)]+$")


def split_glued(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, each run-in heading that was glued to its paragraph ("... at the summit?The talks ...") split off.

    A camel-case word (McDonald, YouTube) is not a seam: without a question mark or a closing quote before it, the word behind
    must be one that opens sentences. A byline that was glued to the last sentence is split off too.
    """
    for block in blocks:
        if block.kind is not Kind.PARAGRAPH:
            yield block
            continue
        seam = _seam(block.text)
        if seam:
            yield Block(Kind.HEADING, block.text[:seam].strip(), block.line)
        rest = block.text[seam:].strip()
        tail = _TAIL_BYLINE.search(rest)
        if tail:
            yield replace(block, text=rest[: tail.start()])
        yield replace(block, text=rest[tail.start() :] if tail else rest)


def mark_headings(blocks: Sequence[Block], *, standfirst: bool = False) -> Iterator[Block]:
    """Yield the blocks, short paragraphs that stand above a long one and have no end mark turned into headings.

    ``standfirst``: the first is none, because it stands between title and byline.
    """
    for place, (block, after) in enumerate(zip_longest(blocks, blocks[1:])):
        words = block.text.split()
        opens = re.match(r"[\"'“‘„«¿¡]*\s?[A-Z0-9À-Þ]", block.text)
        if (
            block.kind is Kind.PARAGRAPH
            and (place or not standfirst)
            and after is not None
            and after.kind in (Kind.PARAGRAPH, Kind.ITEM)
            and len(words) <= LONGEST
            and "|" not in words  # the row of a table
            and len(after.text.split()) >= _least(block.text, after.kind)
            and opens
            and (
                _TIME.fullmatch(block.text)
                or (
                    any(map(str.isalpha, block.text))
                    and (_WHOLLY_QUOTED.fullmatch(block.text) or not _END_MARK.search(block.text))
                )
            )
        ):
            yield replace(block, kind=Kind.HEADING)
        else:
            yield block


def _least(text: str, below: Kind) -> int:
    """Give the words that what stands below a heading has at least; a question is a heading above less than other lines."""
    if below is not Kind.PARAGRAPH:
        return 1
    return FOLLOWED_BY if not text.endswith("?") else FOLLOWED_BY * 2 // 3


def _seam(text: str) -> int:
    """Give the place at which a glued heading ends, or 0."""
    matches = [(match.end(), form) for form in (_MARKED, _QUOTED, _BARE) for match in form.finditer(text[:200])]
    for end, form in sorted(matches, key=lambda found: found[0]):
        left, right = text[:end], text[end:]
        words = left.split()
        if len(words) > LONGEST_GLUED or _SENTENCE_INSIDE.search(_ABBREVIATION.sub("", left)):
            return 0
        if len(right.split()) < 4 or not re.match(r"[\"'“‘¿¡]?[A-Z0-9À-Þ]", left) or re.search(r"(?:https?:|www\.)\S*$", left):
            continue
        if form is _MARKED and left[-1] in "\"'" and not _closes(left):  # 'How much?"Less," he said': the mark opens what follows
            end, left, right = end - 1, text[: end - 1], text[end - 1 :]
        if form is _QUOTED and not _closes(left):
            continue
        if form is _BARE and (len(words) < 2 or re.search(r"[.!?]\S*$", words[-1])):
            continue
        if re.match(r"[\"“‘']", left) and _closes(left) and re.match(r"[\w. ’'-]{2,40} (?:said|asked|says|told|added)\b", right):
            continue  # a quotation and who said it
        return end
    return 0


def _closes(left: str) -> bool:
    """Say whether the mark at the end closes a quotation that was opened before (and is not the one in "O'Brien")."""
    opening = {"”": "“", "’": "‘", "»": "«"}.get(left[-1], left[-1])
    return bool(re.search(rf"(?:^|[\s(]){re.escape(opening)}", left[:-1]))
