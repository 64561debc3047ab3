"""The sentences of an event's reports, as they are laid beside one another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from digest.model import Article, ArticleId, Citation, Edit, Event, Kind, SummarySentence
from digest.steps.compare.mentions import Mention, mentions
from digest.steps.compare.quantities import Quantity, quantities
from digest.text.alone import QUOTED, trims
from digest.text.frequency import idf
from digest.text.words import NUMBER, content_stems, is_stop, stem, words

ALL, ACTS, FEWEST_ACTS = 0.45, 0.45, 3
"""Two sentences say the same where these shares of the heavier one's weight (idf) are in both: of all its words, of those that
are no names; and where so many words that are no names are. The bounds are those that the summary's citations were read at."""

NOT = re.compile(r"\b(?:not|no|never|nobody|none|without|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing))\b|n['’]t\b", re.IGNORECASE)

LONE_QUOTE = 4
"""Words that a quotation must have to show by itself that two sentences tell of one thing."""


@dataclass(frozen=True, eq=False)
class Line:
    """One sentence of one article."""

    article: Article
    voice: int
    rank: int
    """The article's place among the event's, originals before copies."""
    place: int
    """How many sentences of its article stand before it."""
    start: int
    end: int
    text: str
    """The whole sentence, as it stands in the article."""
    cuts: tuple[tuple[int, int], ...] | None
    """What is trimmed so that it stands alone, offsets in ``text``; None where it cannot."""

    @cached_property
    def bare(self) -> str:
        """The sentence with its trims."""
        return self.text[self.cuts[-1][1] :] if self.cuts else self.text

    @cached_property
    def vector(self) -> Mapping[str, float]:
        """The weight (idf) of each of its content words that is no figure, once."""
        language = self.article.language
        return {one: idf(one, language) for one in dict.fromkeys(content_stems(self.bare, language)) if not NUMBER.search(one)}

    @cached_property
    def acts(self) -> frozenset[str]:
        """The stems of its words that are no names and no figures."""
        language = self.article.language
        return frozenset(stem(word, language) for word in words(self.bare) if word[0].islower() and not is_stop(word, language))

    @cached_property
    def doings(self) -> Mapping[str, float]:
        """The weight of each of its words that is no name."""
        return {stem: value for stem, value in self.vector.items() if stem in self.acts}

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """What it counts or measures."""
        return quantities(self.text, self.article.language)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The days and months that it names."""
        return mentions(self.text, self.article.day, self.article.language)

    @cached_property
    def figures(self) -> frozenset[str]:
        """Its figures, without a unit that is written on to them ("45C")."""
        return frozenset(re.sub(r"[^\d.,]", "", word) for word in words(self.bare) if NUMBER.search(word))

    @cached_property
    def quotes(self) -> tuple[tuple[str, ...], ...]:
        """The words of each quotation in it, lower case."""
        return tuple(tuple(plain(quote)) for quote in QUOTED.findall(self.text))

    @cached_property
    def negated(self) -> bool:
        """Whether it denies something."""
        return bool(NOT.search(self.text))

    @cached_property
    def long_quotes(self) -> tuple[str, ...]:
        """Its quotations of several words, spaces around, so that one can be looked for in another."""
        return tuple(f" {' '.join(quote)} " for quote in self.quotes if len(quote) >= LONE_QUOTE)

    @property
    def citation(self) -> Citation:
        """Where it stands."""
        return Citation(self.article.id, self.start, self.end)

    def published(self, others: Sequence[Line] = ()) -> SummarySentence:
        """Give it as it is shown where it stands alone; ``others`` say the same."""
        edits = tuple(Edit(self.start + a, self.start + b, "") for a, b in self.cuts or ())
        return SummarySentence(self.bare, (self.citation, *(other.citation for other in others)), edits)

    def whole(self) -> SummarySentence:
        """Give it as it stands in its article, for a quotation side by side."""
        return SummarySentence(self.text, (self.citation,))


def plain(text: str) -> list[str]:
    """Give the words of a text, lower case, apostrophes alike."""
    return words(re.sub("[’‘]", "'", text.lower()))


def gather(event: Event, voices: Sequence[Sequence[ArticleId]], articles: Mapping[ArticleId, Article]) -> list[Line]:
    """Give the sentences of an event's articles, originals first; recurring blocks and headings are left out."""
    voice_of = {article: number for number, voice in enumerate(voices) for article in voice}
    order = sorted((a for a in event.articles if a in articles), key=lambda a: (a in event.copies, event.articles.index(a)))
    found: list[Line] = []
    for rank, name in enumerate(order):
        article, open_quote, block = articles[name], False, -1
        for place, (span, here) in enumerate(article.told_sentences):
            open_quote = open_quote and here == block
            block = here
            text = article.text[span.start : span.end]
            cuts = None if open_quote or article.blocks[here].kind is Kind.ITEM else trims(text, article.language)
            open_quote ^= text.count("“") != text.count("”") or text.count('"') % 2 == 1
            fit = None if cuts is None else tuple(cuts)
            found.append(Line(article, voice_of.get(name, len(voices) + rank), rank, place, span.start, span.end, text, fit))
    return found


def overlap(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """Give the share of the heavier sentence's weight that both have, 0 to 1."""
    shared = sum(value for stem, value in one.items() if stem in two)
    return round(shared / max(sum(one.values()), sum(two.values()), 1e-9), 6)


def alike(one: Line, two: Line) -> float:
    """Say how nearly two sentences say the same, whatever figures stand in them: 0 where they do not, else up to 1."""
    if one.negated != two.negated:
        return 0.0
    if len(one.doings.keys() & two.doings.keys()) < FEWEST_ACTS or overlap(one.doings, two.doings) < ACTS:
        return 0.0
    found = overlap(one.vector, two.vector)
    return found if found >= ALL else 0.0


def same(one: Line, two: Line) -> float:
    """Say how nearly two sentences say the same: words, figures or a quotation; 0 where they do not."""
    if _share_quote(one, two):
        return 1.0
    if one.figures and two.figures and not one.figures & two.figures:
        return 0.0
    return alike(one, two)


def _share_quote(one: Line, two: Line) -> bool:
    return any(a in b or b in a for a in one.long_quotes for b in two.long_quotes)


def neighbours(lines: Sequence[Line]) -> Mapping[Line, list[Line]]:
    """Give for each sentence those of other articles that may say the same: they share words that are no names, or both quote.

    An index, so that a hundred articles need not be laid side by side sentence by sentence.
    """
    using: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        for one in line.doings:
            using.setdefault(one, []).append(number)
    quoting = [number for number, line in enumerate(lines) if line.long_quotes]
    found: dict[Line, list[Line]] = {}
    for line in lines:
        shared = Counter(number for one in line.doings for number in using[one])
        near = {number for number, count in shared.items() if count >= FEWEST_ACTS} | set(quoting if line.long_quotes else ())
        found[line] = [lines[number] for number in sorted(near) if lines[number].rank != line.rank]
    return found
