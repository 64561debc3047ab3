"""Which way a text runs."""

from __future__ import annotations

import unicodedata

_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def runs_left(text: str) -> bool:
    """Say whether a text runs from right to left: most of its letters do (Unicode's Bidi_Class is R or AL).

    Its first letter, which ``dir="auto"`` goes by, would turn an Arabic headline that opens with "G20".
    """
    if text.isascii():
        return False
    classes = [unicodedata.bidirectional(character) for character in text if character.isalpha()]
    return 2 * sum(one in _RIGHT_TO_LEFT for one in classes) > len(classes)
