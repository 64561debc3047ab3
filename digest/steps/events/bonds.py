"""What the editor decided about grouping: who must be together, who must not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.model import Article, ArticleId, Edits


@dataclass(frozen=True)
class Bonds:
    """The decisions, ready to be asked."""

    group: dict[ArticleId, ArticleId]
    """Bound article: the first article (by id) of those it is bound to, itself included."""
    labels: dict[ArticleId, frozenset[tuple[str, str, str]]]
    """Article: (kind, rule, side); two articles with the same kind and rule but another side are kept apart."""

    def forbid(self, ones: Iterable[ArticleId], others: Iterable[ArticleId]) -> bool:
        """Say whether any of these articles must not be in one event with any of those."""
        sides: dict[tuple[str, str], str] = {}
        for article in ones:
            for kind, rule, side in self.labels.get(article, ()):
                sides[kind, rule] = side
        return any(
            sides.get((kind, rule), side) != side for article in others for kind, rule, side in self.labels.get(article, ())
        )


def bonds_of(articles: Sequence[Article], edits: Edits) -> Bonds:
    """Gather the decisions of ``edits.yml`` (``together``, ``apart``) and of front matter (``event:``)."""
    leader: dict[ArticleId, ArticleId] = {}

    def find(article: ArticleId) -> ArticleId:
        while leader.setdefault(article, article) != article:
            article = leader[article]
        return article

    known = {article.id for article in articles}
    named: dict[str, list[ArticleId]] = {}
    for article in articles:
        if article.event:
            named.setdefault(article.event, []).append(article.id)
    for group in [*edits.together, *named.values()]:
        here = sorted(known.intersection(group))
        for other in here[1:]:
            low, high = sorted((find(here[0]), find(other)))
            leader[high] = low
    labels: dict[ArticleId, set[tuple[str, str, str]]] = {}
    for name, members in named.items():
        for article_id in members:
            labels.setdefault(article_id, set()).add(("event", "", name))
    for number, group in enumerate(edits.apart):
        for article_id in known.intersection(group):
            labels.setdefault(article_id, set()).add(("apart", str(number), find(article_id)))
    return Bonds({article: find(article) for article in sorted(leader)}, {k: frozenset(v) for k, v in labels.items()})
