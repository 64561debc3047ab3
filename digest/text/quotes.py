"""Where a text quotes."""

from __future__ import annotations

import re

QUOTED = re.compile(r"“[^“”\"]*[”\"]|“[^“”]*”|\"[^\"]*\"|(?<!\w)‘[^‘]*?’(?!\w)|(?<!\w)'[^']+'(?!\w)")


def has_marks(text: str) -> bool:
    """Say whether a quotation may open in a text."""
    return "“" in text or '"' in text or "'" in text or "‘" in text


def outside(text: str, mark: str = " ") -> str:
    """Give a text with ``mark`` in place of each quotation."""
    return QUOTED.sub(mark, text) if has_marks(text) else text


def masked(text: str) -> str:
    """Give a text with each quotation as a run of marks of its length, so that places stay what they are."""
    return QUOTED.sub(lambda found: "”" * len(found.group()), text) if has_marks(text) else text
