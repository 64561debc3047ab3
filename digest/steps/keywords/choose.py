"""Which phrases make the best list: none holds another, and a person or body is named once."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from digest.steps.keywords.names import Key

LOOKED_AT = 80
"""Of an event's phrases, the best that a list is made of."""

STEPS = 20
"""Changes that a list undergoes at most; one in fifty needs more than five."""


def choose(ranked: Mapping[Key, float], limit: int, holders: Mapping[Key, Key]) -> list[Key]:
    """Give the phrases that are worth most together, best first, at most ``limit``.

    None is made of another's words; of ``holders``, ways to write a name, by the whole name, there is one for a name.
    Taking always the best leaves out two good phrases for one better word in both ("tax plan" and "tax cuts" for "tax"); so
    whatever was taken is left out in turn, and what makes the list worth most is left out for good, until nothing does.
    A list that is not full stays as it is.
    """
    order = sorted(ranked, key=lambda key: (-ranked[key], key))[:LOOKED_AT]
    worth = [ranked[key] for key in order]
    rivals = _rivals(order, holders)
    banned = 0
    chosen = _take(rivals, limit, banned)
    for _ in range(STEPS if len(chosen) == limit else 0):  # where all have room, "ferry" and "fare" would drive out "ferry fare"
        tried = [(_take(rivals, limit, banned | 1 << one), banned | 1 << one) for one in chosen]
        best = max(tried, key=lambda lists: _sum(worth, lists[0]), default=(chosen, banned))
        if _sum(worth, best[0]) <= _sum(worth, chosen):
            break
        chosen, banned = best
    return [order[one] for one in chosen]


def _sum(worth: Sequence[float], chosen: Sequence[int]) -> float:
    return round(math.fsum(worth[one] for one in chosen), 6)


def _take(rivals: Sequence[int], limit: int, banned: int) -> list[int]:
    """Take the best in turn, but for the ``banned``, a set of bits."""
    chosen: list[int] = []
    for one, others in enumerate(rivals):
        if len(chosen) < limit and not banned >> one & 1:
            chosen.append(one)
            banned |= others
    return chosen


def _rivals(order: Sequence[Key], holders: Mapping[Key, Key]) -> list[int]:
    """Give for each phrase those that cannot stand beside it, as a set of bits."""
    words = [frozenset(key) for key in order]
    names = [holders.get(key, key) for key in order]
    found = [0] * len(order)
    for one in range(len(order)):
        for other in range(one):
            if names[one] == names[other] or words[one] <= words[other] or words[other] <= words[one]:
                found[one] |= 1 << other
                found[other] |= 1 << one
    return found
