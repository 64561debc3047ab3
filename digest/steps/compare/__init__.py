"""Lay the reports of an event beside one another: what they agree on, what only one says, where they differ, what happened when.

lines        the sentences, and which of them say the same
near         which are laid side by side
stands       which can be read away from their article
claims       agreed and single ones
quantities   figures in comparable units, with numerals, units and measures
marks        figures that count nothing: hours, ranks, results, ranges, years, weekdays
mentions     days and months
slots        figures that say by themselves what they are of
figures      figures of sentences that say much the same
wording      days, names, denials and quotations of such sentences
opposed      the opposite, in such sentences; aliases: two names for one place
differ       the same slot, filled in two ways
timeline     what happened when, and what is new
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.model import Article, ArticleId, Comparison, Event, SummarySentence
from digest.steps.compare.claims import Elsewhere, Shown, agreed, single
from digest.steps.compare.differ import differing
from digest.steps.compare.lines import gather
from digest.steps.compare.near import neighbours
from digest.steps.compare.timeline import since, timeline

__all__ = ["compare"]


def compare(
    event: Event,
    voices: Sequence[Sequence[ArticleId]],
    articles: Mapping[ArticleId, Article],
    summary: Sequence[SummarySentence],
) -> Comparison:
    """Compare the reports of an event.

    ``voices`` are the independent reports: what articles of one of them say counts once. Every sentence is an article's own,
    with its place; none that ``summary`` shows is shown again, but for the two sides of a difference. Empty for one article.
    """
    lines = gather(event, voices, articles)
    if len({line.article.id for line in lines}) < 2:
        return Comparison()
    shown = Shown(summary, lines)
    near = neighbours(lines)
    differences = differing(lines, near)
    quoted = {(side.sentence.citations[0].article, side.sentence.citations[0].start) for one in differences for side in one.sides}
    for line in lines:
        if (line.article.id, line.start) in quoted:
            shown.quote(line)
    return Comparison(
        differing=tuple(differences),
        since=tuple(since(lines, shown)),
        agreed=tuple(agreed(lines, near, shown)),
        timeline=tuple(timeline(lines, shown)),
        single=tuple(single(lines, shown, Elsewhere(lines, lambda line: line.voice))) if len(voices) > 1 else (),
    )
