"""Finds place and agency in an agency's dateline: "OSAKA, Japan (Agency) - Leaders ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.model import Block, Kind

_NOT_PLACES = frozenset(
    "file photo photos video watch update updated exclusive opinion breaking analysis correction live read listen factbox"
    " explainer editorial comment interview review note".split()
)
_PLACE = r"(?P<place>{first}(?:[ /-]{first}){{0,3}}(?:, (?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){{0,2}})?)"
_DAY = r"(?:, (?:(?:le |den |em )?\d{1,2}\.?(?: de)? [^\W\d_]{3,10}\.?|[^\W\d_]{3,9}\.? \d{1,2})(?:,? (?:de )?\d{4})?)?"
_AGENCY = r"\((?P<agency>[^()]{2,40})\)"
_DASH = r" ?(?:—|–|--|\.?-)(?:\s+(?=\S)|$)"
_CAPITALS = re.compile(_PLACE.format(first=r"[A-ZÀ-Þ][A-ZÀ-Þ’'.]+") + _DAY + rf"(?: {_AGENCY})?{_DASH}")
_TITLE_CASE = re.compile(
    _PLACE.format(first=r"[A-ZÀ-Þ][\w’'.]+")
    + _DAY
    + rf" (?:{_AGENCY}{_DASH}|\((?P<known>CNN|AP|AFP|UPI|dpa|Reuters|BBC|PTI)\)\s*(?=[A-Z]))"
)
_AGENCY_FIRST = re.compile(rf"{_AGENCY} ?(?:—|–|--|-) {_PLACE.format(first=r'[A-ZÀ-Þ][A-ZÀ-Þ’.]+')}{_DAY}{_DASH}")
"""As ANSA and others write it: "(ANSA) - ROMA, 7 MAG - "."""

_DAY_FIRST = re.compile(rf"(?P<place>)[A-Z][a-z]{{2,8}}\.? \d{{1,2}} {_AGENCY}{_DASH}")
"""Of a story from no place in particular: "May 17 (Reuters) - "."""

PROSE = 6
"""Words that a paragraph with a dateline has at least."""


def read_dateline(blocks: Sequence[Block]) -> tuple[str, str, str]:
    """Give place and agency of the dateline that opens one of the first two paragraphs, as they are written, and where it stands.

    Empty strings where there is none; where it stands is to be read after "from": "line 3".
    A place in ordinary letters counts only with an agency in brackets behind it.
    """
    prose = [block for block in blocks if block.kind is Kind.PARAGRAPH and len(block.text.split()) >= PROSE][:2]
    forms = (_CAPITALS, _TITLE_CASE, _AGENCY_FIRST, _DAY_FIRST)
    found = ((block, match) for block in prose for form in forms if (match := form.match(block.text)))
    block, match = next(found, (None, None))
    if not block or not match or match["place"].partition(" ")[0].strip(".:").lower() in _NOT_PLACES:
        return "", "", ""
    agency = match["agency"] or (match["known"] if "known" in match.re.groupindex else "") or ""
    origin = f"line {block.line}" if block.line else "its text"
    return match["place"], "" if agency.lower() in _NOT_PLACES or re.search(r"\d", agency) else agency, origin
