"""Says how sure a field is, by where it was found."""

from __future__ import annotations

from digest.model import Certainty

FRONT, SUFFIX, DOMAIN, NAME, WORDS, SCRIPT, ASSUMED = (
    "front matter", "the end of its title", "the address", "the file's name", "its words", "its script", "assumed",
)  # fmt: skip
_CONCLUDED = frozenset((SUFFIX, DOMAIN, NAME, WORDS, SCRIPT, ASSUMED))


def certainties(**origins: str) -> dict[str, Certainty]:
    """Give how sure each field is whose origin is not empty; a format's own field is the rule, the other three are named."""
    return {field: _certainty(origin) for field, origin in origins.items() if origin}


def _certainty(origin: str) -> Certainty:
    if origin == FRONT:
        return Certainty.GIVEN
    if origin.startswith("line ") or origin == "its text":
        return Certainty.READ
    return Certainty.GUESSED if origin in _CONCLUDED else Certainty.STATED
