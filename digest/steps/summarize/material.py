"""The sentences of an event, measured: who says what, where, and which of them may be published."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from digest.model import Article, ArticleId, Edit, Event, Kind, SummaryEdit
from digest.steps.summarize.above import above
from digest.text.alone import FEWEST, open_quotes, trims
from digest.text.broken import is_broken
from digest.text.frequency import idf
from digest.text.leavings import is_furniture
from digest.text.links import leftovers
from digest.text.quotes import QUOTED
from digest.text.words import NUMBER, content_stems, is_stop, stem, words

TOKEN = re.compile(r"[^\W_]+")
CLOSING = " \"'”’»)]"
NOT = re.compile(r"\b(?:not|no|never|nobody|none|without|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing))\b|n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Line:
    """One sentence of one article."""

    article: Article
    rank: int
    """The article's place among the event's, originals before copies."""
    voice: int
    """Which independent report it belongs to."""
    place: int
    """How many sentences of its article stand before it; recurring blocks, what is too short for a sentence and what stands above
    a report (captions, calls to the reader, the headline again, a line below it) do not count."""
    start: int
    end: int
    text: str
    """As it would be published: with its trims, without insertions."""
    edits: tuple[Edit, ...]
    fit: bool
    """Whether it may stand in a summary."""
    stems: tuple[str, ...]
    quotes: tuple[tuple[str, ...], ...]
    """The words of each quotation in it, lower case."""

    @cached_property
    def vector(self) -> Mapping[str, float]:
        """The weight (idf) of each of its content words, once."""
        return {stem: idf(stem, self.article.language) for stem in dict.fromkeys(self.stems)}

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """The stems of all its words, stop words too, hyphenated ones apart."""
        return tuple(stem(word, self.article.language) for word in TOKEN.findall(self.text.lower()))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The stems of its words with a capital, but for the first."""
        found = TOKEN.findall(self.text.partition(" ")[2])
        return frozenset(stem(word.lower(), self.article.language) for word in found if word[0].isupper())

    @cached_property
    def acts(self) -> Mapping[str, float]:
        """The weights of its words that are no names: what begins with a small letter or a digit."""
        small = (word for word in words(self.text) if not word[0].isupper() and not is_stop(word, self.article.language))
        stems = {stem(word, self.article.language) for word in small}
        return {stem: value for stem, value in self.vector.items() if stem in stems}

    @cached_property
    def figures(self) -> frozenset[str]:
        """Its words with a digit."""
        return frozenset(stem for stem in self.stems if not stem.isalpha() and NUMBER.search(stem))

    @cached_property
    def denies(self) -> bool:
        """Whether it denies something: of two sentences of which one does, neither says what the other says."""
        return bool(NOT.search(self.text))

    @cached_property
    def bare(self) -> str:
        """Its words as they are compared, see ``plain``."""
        return plain(self.text)

    @cached_property
    def size(self) -> int:
        """Words, white-space separated."""
        return len(self.text.split())

    @cached_property
    def says_in_quotes(self) -> bool:
        """Whether it carries a quotation of four words or more."""
        return any(len(quote) > 3 for quote in self.quotes)

    def place_of(self, position: int) -> int:
        """Give where in the article's text the character at a position of ``text`` stands."""
        place = self.start
        for edit in self.edits:
            if position < edit.start - place:
                break
            position -= edit.start - place
            place = edit.end
        return place + position

    def quotes_as(self, other: Line, telling: int = 0) -> bool:
        """Say whether both carry one quotation: the shorter has four words or more, and the longer holds them in their order.

        ``telling``: how many of its words must have a meaning of their own.
        """
        return any(_same_quote(a, b, telling, self.article.language) for a in self.quotes for b in other.quotes)


def _same_quote(one: tuple[str, ...], two: tuple[str, ...], telling: int, language: str) -> bool:
    short, long = sorted((one, two), key=len)
    if len(short) < 4 or f" {' '.join(short)} " not in f" {' '.join(long)} ":
        return False
    return sum(not is_stop(word, language) for word in short) >= telling


def gather(
    event: Event, voices: Sequence[Sequence[ArticleId]], articles: Mapping[ArticleId, Article], wish: SummaryEdit
) -> list[Line]:
    """Give the sentences of all articles of an event, originals first, in the order of the event and of the texts."""
    voice_of = {article: number for number, voice in enumerate(voices) for article in voice}
    order = sorted((a for a in event.articles if a in articles), key=lambda a: (a in event.copies, event.articles.index(a)))
    dropped = [form for text in wish.drop for form in quoted(text)]
    return [
        line
        for rank, name in enumerate(order)
        for line in _lines(articles[name], rank, voice_of.get(name, len(voices) + rank), dropped)
    ]


def _lines(article: Article, rank: int, voice: int, dropped: list[str]) -> list[Line]:
    lines: list[Line] = []
    block, open_quote, place, higher = -1, False, 0, above(article)
    for span, here in article.told_sentences:
        if here != block:
            block, open_quote = here, False
        text = article.text[span.start : span.end]
        links = leftovers(text, article.language)
        bare = without(text, links)
        cuts = None if open_quote or here in higher or article.blocks[here].kind is Kind.ITEM else trims(bare, article.language)
        open_quote = _left_open(bare, open_quote)
        if cuts and links and cuts[-1][1] > links[0][0]:
            cuts = None
        if cuts is not None and _holds_headline(bare, article.title):
            cuts = None
        if cuts is not None and article.language == "en" and is_broken(without(text, [*cuts, *links])):
            cuts = None
        taken = [] if cuts is None else [*cuts, *links]
        kept = without(text, taken)
        unwanted = any(same_text(plain(kept), drop) for drop in dropped)
        lines.append(
            Line(
                article=article,
                rank=rank,
                voice=voice,
                place=place,
                start=span.start,
                end=span.end,
                text=kept,
                edits=tuple(Edit(span.start + a, span.start + b, "") for a, b in taken),
                fit=cuts is not None and not unwanted,
                stems=tuple(content_stems(kept, article.language)),
                quotes=tuple(tuple(plain(quote).split()) for quote in QUOTED.findall(kept)),
            )
        )
        counts = here not in higher and (place > 0 or cuts is not None or not _heads(text, article.title))
        place += counts and len(text.split()) >= FEWEST
    return lines


def without(text: str, cuts: Sequence[tuple[int, int]]) -> str:
    """Give a text without some stretches, which come one after the other."""
    kept, position = [], 0
    for start, end in cuts:
        kept.append(text[position:start])
        position = end
    return "".join([*kept, text[position:]])


def _holds_headline(text: str, title: str) -> bool:
    """The headline ran into the sentence when the page was saved; one that is the sentence may stand."""
    bare, whole = plain(title), plain(text)
    return len(bare.split()) > 5 and bare in whole and bare != whole


def _heads(text: str, title: str) -> bool:
    """Say whether what cannot be published, at a report's beginning, stands above it and is none of its sentences."""
    return is_furniture(text) or text.rstrip(CLOSING)[-1:].isalnum() or _holds_headline(text, title)


def _left_open(text: str, was_open: bool) -> bool:
    """Whether a quotation is still open after this sentence: what follows is its speaker's, without a mark of its own."""
    curly = text.count("“") - text.count("”")
    if curly:
        return open_quotes(text) > 0
    return was_open ^ (text.count('"') % 2 == 1)


def plain(text: str) -> str:
    """Give the words of a text, lower case, joined by spaces: what "the same sentence" is compared by."""
    return " ".join(words(text.lower().replace("’", "'").replace("‘", "'")))


def quoted(wish: str) -> set[str]:
    """Give what an editor may have quoted: the words as they are, and without what we inserted in brackets."""
    return {plain(wish), plain(re.sub(r"\[[^\]]*\]", " ", wish))}


def same_text(sentence: str, wish: str) -> bool:
    """Say whether a sentence is what the editor quoted, or a part of it, or holds it (both as ``plain`` gives them)."""
    return bool(sentence and wish) and (
        f" {sentence} " in f" {wish} " or (len(wish.split()) > 2 and f" {wish} " in f" {sentence} ")
    )


def unmet(event: Event, articles: Mapping[ArticleId, Article], wish: SummaryEdit) -> tuple[str, ...]:
    """Give the sentences of a wish that no article of the event holds, as they were asked for."""
    held = [plain(articles[name].sentence(i)) for name in event.articles for i in range(len(articles[name].sentences))]
    asked = dict.fromkeys([*wish.prefer, *wish.drop])
    return tuple(text for text in asked if not any(same_text(sentence, form) for form in quoted(text) for sentence in held))
