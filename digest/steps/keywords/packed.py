"""Keeps the candidates of an archive: five thousand articles have half a million of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from types import MappingProxyType

from digest.model import ArticleId, Keyword


class Candidates(MutableMapping[ArticleId, Sequence[Keyword]]):
    """What could be a keyword, by article, in a sixth of the memory that the keywords themselves take.

    It keeps texts and weights, in their order, and makes keywords of them anew for whoever asks; whether a keyword is a
    heading is decided later and not kept.
    """

    def __init__(self, found: Mapping[ArticleId, Sequence[Keyword]] = MappingProxyType({})) -> None:
        """Hold what is given."""
        self._found: dict[ArticleId, tuple[str, array[float]]] = {}
        self.update(found)

    def __setitem__(self, article: ArticleId, keywords: Sequence[Keyword]) -> None:
        texts = "\n".join(keyword.text for keyword in keywords)  # no text has a line end: it is made of words
        self._found[article] = (texts, array("d", [keyword.weight for keyword in keywords]))

    def __getitem__(self, article: ArticleId) -> tuple[Keyword, ...]:
        texts, weights = self._found[article]
        return tuple(map(Keyword, texts.split("\n"), weights))

    def __delitem__(self, article: ArticleId) -> None:
        del self._found[article]

    def __iter__(self) -> Iterator[ArticleId]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
