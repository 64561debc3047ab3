"""How alike the most alike articles of each one are, and what that makes of its neighbourhood."""

from __future__ import annotations

import numpy as np

from digest.steps.events.vectors import Numbers, Places, longer

NEAREST = slice(2, 10)
"""The third to the tenth most alike article: what likeness is worth in this neighbourhood (hub normalisation)."""

KEPT_NEAR = 24
"""So many of the highest likenesses of an article are remembered."""

BACKGROUND = slice(12, KEPT_NEAR)
"""Beyond the reports of most events: what strangers have in common here, such as the people of one long story."""

USUAL = 0.08
"""The level of a neighbourhood that nothing is known of, worth ``USUAL_WEIGHT`` neighbours."""

USUAL_WEIGHT = 8

MILLIONTHS = 1e6


class Near:
    """The highest likenesses of each article so far, by its number in the order of arrival."""

    def __init__(self) -> None:
        """Know nothing."""
        self._highest = np.full((0, KEPT_NEAR), -1, np.int32)
        """A row an article: its highest likenesses in millionths, the highest first; -1 where there are no more."""

    def take(self, ones: Places, others: Places, alike: Numbers, articles: int) -> None:
        """Take in how alike the articles of these pairs are; ``articles`` are known by now."""
        self._highest = longer(self._highest, articles, -1)
        owners = np.concatenate([ones, others])
        values = np.tile(np.rint(alike * MILLIONTHS).astype(np.int32), 2)
        higher = values > self._highest[owners, -1]
        owners, values = owners[higher], values[higher]
        touched = np.unique(owners)
        owners = np.concatenate([np.repeat(touched, KEPT_NEAR), owners])
        found = np.concatenate([self._highest[touched].ravel(), values])
        order = np.lexsort((-found, owners))
        owners, found = owners[order], found[order]
        starts = np.searchsorted(owners, touched)
        place = np.arange(len(owners)) - np.repeat(starts, np.diff(np.append(starts, len(owners))))
        kept = place < KEPT_NEAR
        self._highest[owners[kept], place[kept]] = found[kept]

    def levels(self, articles: Places) -> Numbers:
        """Give how alike articles are in each one's neighbourhood: the mean of the nearest, drawn to what is usual."""
        nearest = self._highest[articles, NEAREST]
        known = nearest >= 0
        total = np.where(known, nearest, 0).sum(axis=1) / MILLIONTHS
        levels: Numbers = np.round((total + USUAL * USUAL_WEIGHT) / (known.sum(axis=1) + USUAL_WEIGHT), 6)
        return levels

    def ranks(self, articles: Places, alike: Numbers) -> Numbers:
        """Give how many are more alike to each article than this."""
        values = np.rint(alike * MILLIONTHS).astype(np.int32)
        ranks: Numbers = (self._highest[articles] > values[:, np.newaxis]).sum(axis=1).astype(np.float64)
        return ranks

    def first(self, articles: Places) -> Numbers:
        """Give how alike the nearest is to each."""
        first: Numbers = np.maximum(self._highest[articles, 0], 0) / MILLIONTHS
        return first

    def background(self, articles: Places) -> Numbers:
        """Give how alike those that are no near ones are to each, on average; one that is missing counts 0."""
        background: Numbers = np.maximum(self._highest[articles, BACKGROUND], 0).mean(axis=1) / MILLIONTHS
        return background

    def of(self, article: int) -> list[float]:
        """Give the likenesses of one article, highest first."""
        row = self._highest[article]
        return [round(value / MILLIONTHS, 6) for value in row[row >= 0].tolist()]
