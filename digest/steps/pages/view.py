"""What a template is given: plain values by name, text that fits its place, lengths in a chart."""

from __future__ import annotations

View = dict[str, object]
"""What a template shows. Strings are raw; addresses (``url``) count from the site's root."""


def cut(text: str, most: int) -> str:
    """Give a text in at most so many characters, an ellipsis where something is left out."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def rounded(number: float) -> float:
    """Round a length to one decimal: nobody sees more, and it is the same bytes on every machine."""
    return round(number, 1) + 0.0
