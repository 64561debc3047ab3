"""Finds the place in an agency's dateline: "OSAKA, Japan (Agency) - Leaders ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.model import Block, Kind

_NOT_PLACES = frozenset(
    "file photo photos video watch update updated exclusive opinion breaking analysis correction live read listen factbox"
    " explainer editorial comment interview review note".split()
)
_PLACE = r"(?P<place>{first}(?:[ /-]{first}){{0,3}}(?:, (?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){{0,2}})?)"
_DAY = r"(?:, (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2})?"
_CAPITALS = re.compile(_PLACE.format(first=r"[A-ZÀ-Þ][A-ZÀ-Þ’'.]+") + _DAY + r"(?: \([^()]{2,40}\))? ?(?:—|–|--|-)\s+(?=\S)")
_TITLE_CASE = re.compile(
    _PLACE.format(first=r"[A-ZÀ-Þ][\w’'.]+")
    + _DAY
    + r" (?:\([^()]{2,40}\) ?(?:—|–|--|-)\s+(?=\S)|\((?:CNN|AP|AFP|UPI|dpa|Reuters|BBC|PTI)\)\s+(?=[A-Z]))"
)


def dateline_place(blocks: Sequence[Block]) -> str:
    """Give the place of the dateline that opens the first paragraph, as it is written, or an empty string.

    A place in ordinary letters counts only with an agency in brackets behind it.
    """
    first = next((block.text for block in blocks if block.kind is Kind.PARAGRAPH), "")
    match = _CAPITALS.match(first) or _TITLE_CASE.match(first)
    if not match or match["place"].split()[0].strip(".:").lower() in _NOT_PLACES:
        return ""
    return match["place"]
