"""The sentences of an event's reports, as they are laid beside one another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import fsum

from digest.model import Article, ArticleId, Citation, Edit, Event, Kind, SummarySentence
from digest.steps.compare.aliases import TURNING
from digest.steps.compare.marks import MARKED, Mark, marks
from digest.steps.compare.mentions import Mention, mentions
from digest.steps.compare.quantities import Quantity, quantities
from digest.text.alone import trims
from digest.text.frequency import idf
from digest.text.quotes import QUOTED
from digest.text.words import NUMBER, REMEMBERED, is_stop, names, stem, words

ALL, ACTS, FEWEST_ACTS = 0.45, 0.45, 3
"""Two sentences say the same where these shares of the heavier one's weight (idf) are in both: of all its words, of those that
are no names; and where so many words that are no names are. The bounds are those that the summary's citations were read at."""

RETOLD = 0.75
"""Two sentences that share so much are one sentence, whatever stands beside their figures: a name or day that the
other report has elsewhere may still be another here."""

CLOSE, FEWEST_CLOSE = 0.7, 4
"""Or where so much of all their words, and so many, are in both."""

NEAR = 0.25
"""The share below which two sentences are not laid side by side at all."""

DENYING = r"not|no|never|cannot|nobody|none|without|den(?:y|ie[sd]|ying)|refus(?:e[sd]?|ing)|(?:fail(?:s|ed|ing)?|yet) to"
NOT = re.compile(rf"\b(?:{DENYING})\b|n['’]t\b", re.IGNORECASE)

LONE_QUOTE, RUN = 4, 3
"""Words that a quotation must have to show by itself that two sentences tell of one thing, and words in a row by which
two quotations are found to be laid side by side."""

ROLE = re.compile(
    r"\b(?P<role>[Mm]inister|[Pp]resident|[Ss]pokes(?:man|woman|person)|[Ss]ecretary|[Ss]enator|[Jj]udge|[Mm]ayor|[Aa]dviser|[Gg]overnor"
    r"|[Dd]irector|[Cc]hairman|[Cc]hairwoman|[Oo]fficial|[Cc]ommander|[Cc]hief|[Ee]nvoy|[Aa]mbassador|[Pp]rosecutor|[Ll]awyer|[Aa]uthor)"
    r",? (?P<name>[A-Z][\w’'\-]+(?: (?:[A-Z]\.? |(?:al|el|bin|de|van|von)[ -])?[A-Z][\w’'\-]+){0,3})"
)
"""Somebody with an office."""


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
    def words(self) -> tuple[str, ...]:
        """The words of the sentence with its trims, as they are written."""
        return tuple(words(self.bare))

    @cached_property
    def plain(self) -> frozenset[str]:
        """Its words, lower case, apostrophes alike."""
        low = map(str.lower, self.words)
        return frozenset(word.replace("’", "'") for word in low) if "’" in self.bare else frozenset(low)

    @cached_property
    def vector(self) -> Mapping[str, float]:
        """The weight (idf) of each of its content words that is no figure, once."""
        language = self.article.language
        found = dict.fromkeys(meaning(word, language) for word in self.words if word.isalpha() or not NUMBER.search(word))
        return {one: idf(one, language) for one in found if one}

    @cached_property
    def weight(self) -> float:
        """The sum of these."""
        return sum(self.vector.values())

    @cached_property
    def doings(self) -> Mapping[str, float]:
        """The weight of each of its words that is no name."""
        language = self.article.language
        acts = {meaning(word, language) for word in self.words if word[0].islower()}
        return {stem: value for stem, value in self.vector.items() if stem in acts}

    @cached_property
    def tells(self) -> tuple[object, ...]:
        """What another sentence may have differently: figures, days, names, quotations, a denial."""
        figures = frozenset((one.unit, one.value) for one in self.quantities)
        marks = frozenset((one.sort, one.low) for one in self.marks)
        days = frozenset(one.iso for one in self.mentions)
        return figures, marks, days, self.names, self.quotes, self.denials, self.turning

    @cached_property
    def turning(self) -> frozenset[str]:
        """Its words that have an opposite."""
        return self.plain & TURNING

    @cached_property
    def names(self) -> frozenset[str]:
        """The last words of the names in it, lower case."""
        return frozenset(plain(name)[-1].removesuffix("'s") for name in names(self.bare) if plain(name))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """What it counts or measures."""
        return quantities(self.text, self.article.language)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Its hours, ranks, results and other figures that count nothing."""
        return marks(self.text, self.article.language) if self.figures or self.plain & MARKED else ()

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The days and months that it names."""
        return mentions(self.text, self.article.day, self.article.language)

    @cached_property
    def figures(self) -> frozenset[str]:
        """Its figures, without a unit that is written on to them ("45C")."""
        return frozenset(re.sub(r"[^\d.,]", "", word) for word in self.words if not word.isalpha() and NUMBER.search(word))

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Where its quotations stand in ``text``, marks included."""
        marked = any(mark in self.text for mark in "“\"‘'")
        return tuple(match.span() for match in QUOTED.finditer(self.text)) if marked else ()

    @cached_property
    def quotes(self) -> tuple[tuple[str, ...], ...]:
        """The words of each quotation in it, lower case."""
        return tuple(tuple(plain(self.text[start:end])) for start, end in self.quoted)

    @cached_property
    def denials(self) -> int:
        """How often it denies something."""
        return sum(1 for _ in NOT.finditer(self.text))

    @property
    def negated(self) -> bool:
        """Whether it does."""
        return self.denials > 0

    @cached_property
    def long_quotes(self) -> tuple[str, ...]:
        """Its quotations of several words, spaces around, so that one can be looked for in another."""
        return tuple(f" {' '.join(quote)} " for quote in self.quotes if len(quote) >= LONE_QUOTE)

    @cached_property
    def offices(self) -> tuple[tuple[str, int, int], ...]:
        """Who is named with an office: the office, lower case, and where the name stands in ``text``."""
        return tuple((match["role"].lower(), *match.span("name")) for match in ROLE.finditer(self.text))

    @cached_property
    def likely(self) -> dict[Line, float]:
        """How like other sentences it was found to be (``likeness``): a hundred reports of one thing are many pairs."""
        return {}

    @cached_property
    def same(self) -> dict[Line, float]:
        """How nearly others were found to say the same (``alike``)."""
        return {}

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


@lru_cache(maxsize=REMEMBERED)
def meaning(word: str, language: str) -> str:
    """Give the stem of a word, or "" where it has no meaning of its own."""
    return "" if is_stop(word, language) else stem(word, language)


def plain(text: str) -> list[str]:
    """Give the words of a text, lower case, apostrophes alike."""
    return words(text.lower().replace("’", "'").replace("‘", "'"))


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
            found.append(Line(article, voice_of.get(name, len(voices) + rank), rank, place, span.start, span.end, text, cuts))
    return found


def overlap(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """Give the share of the heavier sentence's weight that both have, 0 to 1."""
    shared = fsum(map(one.__getitem__, one.keys() & two.keys()))
    return round(shared / max(sum(one.values()), sum(two.values()), 1e-9), 6)


def likeness(one: Line, two: Line) -> float:
    """Give the share of the heavier sentence's weight that both have, 0 to 1, whatever is done and denied."""
    if two in one.likely:
        return one.likely[two]
    shared = fsum(map(one.vector.__getitem__, one.vector.keys() & two.vector.keys()))  # fsum: a set has no order
    return round(shared / max(one.weight, two.weight, 1e-9), 6)


def alike(one: Line, two: Line) -> float:
    """Say how nearly two sentences say the same, whatever figures stand in them: 0 where they do not, else up to 1."""
    if two not in one.same:
        one.same[two] = two.same[one] = _alike(one, two)
    return one.same[two]


def _alike(one: Line, two: Line) -> float:
    if one.negated != two.negated:
        return 0.0
    found = likeness(one, two)
    if found >= CLOSE and len(one.vector.keys() & two.vector.keys()) >= FEWEST_CLOSE:
        return found
    return found if found >= ALL and same_doings(one, two) else 0.0


def same_doings(one: Line, two: Line) -> bool:
    """Say whether two sentences have most of their words in common that are no names."""
    return len(one.doings.keys() & two.doings.keys()) >= FEWEST_ACTS and overlap(one.doings, two.doings) >= ACTS


def same(one: Line, two: Line) -> float:
    """Say how nearly two sentences say the same: words, figures or a quotation; 0 where they do not."""
    if one.long_quotes and two.long_quotes and any(a in b or b in a for a in one.long_quotes for b in two.long_quotes):
        return 1.0
    if one.figures and two.figures and not one.figures & two.figures:
        return 0.0
    return alike(one, two)
