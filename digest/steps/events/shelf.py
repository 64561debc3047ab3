"""Keeps the profiles of an archive: the ones in use at hand, the others packed away."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping

from digest.model import Article, ArticleId
from digest.steps.events.profile import Profile

AT_HAND = 2000
"""So many profiles, the last ones that were asked for, stay as they are. Packed, one takes half of the memory, and
some two tenths of a millisecond to take out again."""


class Shelf(Mapping[ArticleId, Profile]):
    """The profiles of the articles that have arrived."""

    def __init__(self, at_hand: int = AT_HAND) -> None:
        """Hold none."""
        self._most = at_hand
        self._at_hand: dict[ArticleId, Profile] = {}
        """In the order in which they were asked for last."""
        self._packed: dict[ArticleId, tuple[Article, bytes, bytes]] = {}

    def add(self, profile: Profile) -> None:
        """Take in a profile; the one that nothing asked for the longest is packed, without the lead's vector."""
        self._at_hand[profile.id] = profile
        if len(self._at_hand) > self._most:
            oldest = next(iter(self._at_hand))
            found = self._at_hand.pop(oldest)
            if oldest not in self._packed:
                channels = {name: vector for name, vector in found.channels.items() if name != "lead"}
                self._packed[oldest] = (found.article, _packed((channels, found.facts)), _packed(dict(found.surface.items())))

    def __getitem__(self, article: ArticleId) -> Profile:
        found = self._at_hand.pop(article, None)
        if found is None:
            known, told, surface = self._packed[article]
            channels, facts = pickle.loads(told)  # noqa: S301 - packed here, never read from anywhere
            found = Profile(known, channels, _Away(surface), facts, known.own_day)
        self.add(found)
        return found

    def __iter__(self) -> Iterator[ArticleId]:
        yield from self._packed
        yield from (article for article in self._at_hand if article not in self._packed)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Away(Mapping[str, str]):
    """A packed mapping that is not taken out before somebody asks: only explanations do."""

    __slots__ = ("_found", "_told")

    def __init__(self, told: bytes) -> None:
        self._told = told
        self._found: dict[str, str] | None = None

    def _out(self) -> dict[str, str]:
        if self._found is None:
            self._found = pickle.loads(self._told)  # noqa: S301 - as above
        return self._found

    def __getitem__(self, word: str) -> str:
        return self._out()[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self._out())

    def __len__(self) -> int:
        return len(self._out())


def _packed(told: object) -> bytes:
    return pickle.dumps(told, pickle.HIGHEST_PROTOCOL)
