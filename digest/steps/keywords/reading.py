"""An article as a keyword finder reads it: runs of words that nothing breaks, names as wholes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest.model import Article, Kind
from digest.steps.keywords.lists import CALENDAR, INNER_POSSESSIVES, LABELS, MEASURES, NAME_STOPS
from digest.text.classes import TABLES, word_class
from digest.text.words import REMEMBERED, WORD, is_stop, stem, words

INITIAL = re.compile(r"(?:[A-Z]|Jr|Sr|St|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Prof|Rev|No)$|.*[A-Z][.][A-Z]$")
"""A word whose full stop does not end anything."""

DATELINE = re.compile(r"(?:[A-Z][\w.'’\-]*[ ,/]+){1,5}?(?:\([^)]{2,40}\) ?)?[-–—]+ |\([^)]{2,40}\) ?[-–—]+ ")
"""Where a report was written, and for whom: "OSAKA (Name of Agency) - "."""

GLUED = re.compile(r"([A-Z][a-z]{2,})([A-Z][a-z]{2,})$")
"""Two words of which a page lost the space between, where the text has each of them alone: "LindqvistHarbour"."""

POSSESSIVE = ("'s", "’s", "'", "’")

OPENING = re.compile(r"[“\"‘'«:–—]\s*$")
NEVER_NAMED = frozenset({"adverb", "participle", "gerund", "verb"})
"""Kinds of words whose capital, at the head of a sentence, is that of the sentence."""

YEAR = re.compile(r"(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands."""

    text: str
    """As a reader sees it: possessive off, the full stop of "U.S." on, small where its capital says nothing."""
    low: str
    key: str
    """Its stem."""
    kind: str
    """``name``, ``year``, ``break`` (nothing goes across it), the class that ``word_class`` gives, or, in a language without
    a table, ``other``."""
    opens: bool
    """It opens a sentence or quotation, or stands in a headline that capitalises every word: its capital says nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one sentence, headline or heading that no punctuation breaks."""

    words: tuple[Word, ...]
    place: int
    """How many words of the body stand before it; -1 in the headline."""
    cased: bool
    """Capitals mean something here (not so in a headline that capitalises every word)."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What a word is wherever it stands; looked up once."""

    text: str
    name: str
    kept: str
    stop: bool
    key: str
    kind: str
    usual: str
    """The class that it most often has."""


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    place: int
    cased: bool


def read_runs(article: Article) -> tuple[Run, ...]:
    """Give the runs of an article's headline and body, recurring blocks left out; none goes across two blocks."""
    return _read(_pieces(article), article.language)


def read_sentences(sentences: Iterable[str], language: str) -> tuple[Run, ...]:
    """Give the runs of sentences that belong to no article: those of a summary."""
    return _read((_Piece(sentence, 0, not _capitalises_all(sentence)) for sentence in sentences), language)


def _read(found: Iterable[_Piece], language: str) -> tuple[Run, ...]:
    pieces = [(piece, tuple(_matches(piece.text))) for piece in found]
    seen, low = Counter[str](), Counter[str]()
    for piece, matches in pieces:
        for match, opens in matches:
            word = _plain(match.group())
            if word[:1].islower():
                low[word.lower()] += 1
            elif piece.cased and not opens:
                seen[word.lower()] += 1
    return tuple(run for piece, matches in pieces for run in _runs(piece, matches, language, seen, low))


def _pieces(article: Article) -> Iterator[_Piece]:
    yield _Piece(article.title, -1, not _capitalises_all(article.title))
    place, spans = 0, iter(article.sentences)
    span = next(spans, None)
    for index, (block, start) in enumerate(zip(article.blocks, article.block_starts, strict=True)):
        parts = []
        while span and span.start < start + len(block.text):
            parts.append(article.text[span.start : span.end])
            span = next(spans, None)
        if index in article.recurring:
            continue
        if block.kind is Kind.HEADING:
            parts = [block.text]
        for part in parts:
            if not place and (dateline := DATELINE.match(part)) and dateline.group().split(" ")[0].strip(",").isupper():
                part = part[dateline.end() :]  # noqa: PLW2901, RUF100
            yield _Piece(part, place, not _capitalises_all(part))
            place += len(words(part))


def _capitalises_all(headline: str) -> bool:
    """Say whether nearly every longer word has a capital, as in a title-cased or upper-case headline, also one left in a text."""
    longer = [word for word in words(headline)[1:] if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 1 and sum(word[0].isupper() for word in longer) > 0.7 * len(longer)


def _matches(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    for number, match in enumerate(WORD.finditer(text)):
        before = text[max(0, match.start() - 3) : match.start()]
        yield match, number == 0 or ((before[-1:] != " " or not before[:-1].isalnum()) and bool(OPENING.search(before)))


@lru_cache(maxsize=REMEMBERED)
def _plain(word: str) -> str:
    for ending in POSSESSIVE:
        word = word.removesuffix(ending)
    return word


def _runs(
    piece: _Piece, matches: Sequence[tuple[re.Match[str], bool]], language: str, seen: Counter[str], low: Counter[str]
) -> Iterator[Run]:
    run: list[Word] = []
    place, end, closed = piece.place, 0, False
    shouting = piece.text.upper() == piece.text
    for number, (match, opens) in enumerate(matches):
        gap, word = piece.text[end : match.start()], match.group()
        joined = gap == " " or (gap == ". " and bool(run) and INITIAL.match(run[-1].text.rstrip(".")) is not None)
        if run and (not joined or closed):
            yield Run(tuple(run), place, piece.cased)
            run, place = [], piece.place + (number if piece.place >= 0 else 0)
        following = matches[number + 1][0].group() if number + 1 < len(matches) else ""
        initial = len(word) == 1 and piece.text.startswith(". ", match.end())
        run.append(_word(word + "." * initial, opens, following, language, piece.cased and not shouting, seen, low))
        end = match.end()
        closed = word.endswith(POSSESSIVE) and run[-1].low not in INNER_POSSESSIVES
    if run:
        yield Run(tuple(run), place, piece.cased)


@lru_cache(maxsize=REMEMBERED)
def _known(raw: str, language: str) -> _Known:
    possessive = raw != _plain(raw)
    text = _plain(raw)
    name = text.lower().removesuffix(".").replace("’", "'")
    text = f"{text}." if re.fullmatch(r"(?:[A-Za-z][.])+[A-Za-z]", text) else text
    kept = raw.replace("’", "'") if possessive and name in INNER_POSSESSIVES else text
    stop = is_stop(name, language) and not (text.isupper() and len(text) > 1)
    if YEAR.match(name):
        kind = "year"
    elif stop or name in CALENDAR or name in MEASURES or not name[0].isalpha():
        kind = "break"
    elif language in TABLES:
        kind = word_class(name, language)
    elif language == "de":
        kind = "noun" if text[:1].isupper() else "adjective"  # German writes its nouns with a capital
    else:
        kind = "other"
    return _Known(text, name, kept, stop, stem(name, language), kind, word_class(name, language))


def _word(raw: str, opens: bool, following: str, language: str, cased: bool, seen: Counter[str], low: Counter[str]) -> Word:
    known = _known(raw, language)
    kind, kept = known.kind, known.kept
    glued = None if known.text == known.name else GLUED.search(known.text)
    label = known.name in LABELS and (known.text.isupper() or known.text == "Image")
    if label or (glued and all(seen[part.lower()] for part in glued.groups())):
        kind = "break"
    elif _is_name(known, opens, following, cased, seen, low):
        kind = "demonym" if known.usual == "demonym" else "name"
    if kind not in {"name", "demonym"} and (not cased or (opens and low[known.name])):
        kept = kept.lower()
    return Word(kept, known.name, known.key, kind, opens or not cased)


def _is_name(known: _Known, opens: bool, following: str, cased: bool, seen: Counter[str], low: Counter[str]) -> bool:
    text, name, stop = known.text, known.name, known.stop
    if not text[0].isupper() or name in CALENDAR - {"may"} or (name in MEASURES and opens):
        return False
    if stop and (name not in NAME_STOPS or opens):
        return name in NAME_STOPS and following[:1].isupper() and seen[name] > 0
    if not cased:
        return seen[name] > low[name]
    if text.isupper() and len(text) > 1:
        return not low[name] or len(text) == 2 or name == "who"
    if opens:
        unsure = not low[name] and known.usual not in NEVER_NAMED  # "Frustrated Louisville", "Despite Trump"
        return seen[name] > low[name] or (unsure and following[:1].isupper() and (len(following) == 1 or not is_stop(following)))
    return True
