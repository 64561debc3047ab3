"""What the links of a web page leave in its sentences: without it they read on."""

from __future__ import annotations

import re

LINKS = re.compile(r"\b([A-Z][\w’'\-]{2,})((?: [A-Z(][\w.()\"“”’'\-]*){0,5} ?\1(?=[A-Z])(?:.{0,900}? )??MORE)\b")
"""Headlines that a page hangs on a name, up to "MORE": "Keller Mara Ada KellerMayor shuts bridge Council votes MORE said",
or "Keller Mara Ada KellerMORE said"."""

GAP = re.compile(r"(?<=\w) +(?=[,;](?: |$))")
"""What a link leaves before a mark: "Keller , both of"."""


def leftovers(text: str) -> list[tuple[int, int]]:
    """Give the stretches of a sentence that are left of links, in order: headlines glued to a name, a space before a mark."""
    links = [match.span(2) for match in LINKS.finditer(text)] if "MORE" in text else []
    gaps = [match.span() for match in GAP.finditer(text)] if " ," in text or " ;" in text else []
    return sorted([*links, *(gap for gap in gaps if not any(start <= gap[0] < end for start, end in links))])
