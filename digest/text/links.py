"""What the links of a web page leave in its sentences: without it they read on."""

from __future__ import annotations

import re

HANGS = r"(?=[A-Z\d‘“])(?:.{0,900}? )??MORE"
LINKS = re.compile(
    rf"\b(?:(?P<last>[A-Z][\w’'\-]{{2,}})(?P<links>(?: [A-Z(][\w.()\"“”’'\-]*){{0,5}} ?(?P=last){HANGS})"
    rf"|(?P<whole>[A-Z][\w’'\-]+(?: [A-Z][\w.’'\-]*){{1,3}})(?P<more>(?P=whole){HANGS}))\b"
)
"""Headlines that a page hangs on a name, up to "MORE": "Keller Mara Ada KellerMayor shuts bridge Council votes MORE said",
"Keller Mara Ada KellerMORE said", or "Mara KellerMara KellerMayor shuts bridge MORE said"."""

GAP = re.compile(r"(?<=\w) +(?=[,;](?: |$))")
"""What a link leaves before a mark: "Keller , both of"."""

GAP_EN = re.compile(r"(?<=\w) +(?=[,;:?!](?: |$)|\.[”\"]?(?: [A-Z]|$))")
"""The same in English, which has no mark behind a space: "the letter : she"."""


def links_in(text: str) -> list[tuple[int, int]]:
    """Give the stretches of a text that are headlines glued to a name, in order."""
    if "MORE" not in text:
        return []
    return [match.span("links") if match["links"] else match.span("more") for match in LINKS.finditer(text)]


def leftovers(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Give the stretches of a sentence that are left of links, in order: headlines glued to a name, a space before a mark."""
    links = links_in(text)
    gaps = [match.span() for match in (GAP_EN if language == "en" else GAP).finditer(text)]
    return sorted([*links, *(gap for gap in gaps if not any(start <= gap[0] < end for start, end in links))])
