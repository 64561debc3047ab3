"""Earthquakes have a size that reports name and that does not change: two sizes are two earthquakes."""

from __future__ import annotations

import re

TENTHS = 3
"""Magnitudes so many tenths apart, or more, are those of two earthquakes: what agencies give for one at first and after
they have looked again is mostly within two tenths."""

_SIZE = r"(\d)[.,] ?(\d)(?! ?[\d%])"
"""Some texts have a blank after the point."""
_MAGNITUDE = re.compile(
    rf"\b(?:magnitud[eo]?|Stärke)\W{{1,3}}(?:(?:of|at|least|about|around|de|di|von) ){{0,3}}{_SIZE}"
    rf"|(?<![\w.,]){_SIZE}\W{{1,3}}(?:magnitude\b|(?:on the|auf der|sur l.échelle de|en la escala de|sulla scala) Richter)",
    re.IGNORECASE,
)


def magnitudes_of(text: str) -> frozenset[int]:
    """Give the magnitudes of earthquakes that a text names, in tenths."""
    return frozenset(int("".join(filter(None, match.groups()))) for match in _MAGNITUDE.finditer(text))


def are_other(ours: frozenset[int], theirs: frozenset[int]) -> bool:
    """Say whether both name magnitudes, and none of one is near any of the other."""
    return bool(ours and theirs) and min(abs(one - other) for one in ours for other in theirs) >= TENTHS
