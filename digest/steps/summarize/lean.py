"""What a sentence leans on: words that only the reader of its own report has met ("the filing", "these calls", "Maas").

``text.alone`` leaves out what can stand nowhere but behind its neighbour. Here are those that stand well behind another
sentence of the summary, and badly without it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from digest.steps.summarize.material import Line
from digest.steps.summarize.people import People
from digest.text.alone import DONE, QUOTED
from digest.text.classes import word_class
from digest.text.words import is_stop, stem

THE = re.compile(r"[“\"]?(?:The|Both|Many|Most|Some) (?:of the )?(?=[a-z])")
WORD = re.compile(r"[\w’'\-]+|[^\w\s]")

TELLS_WHICH = frozenset(
    "of between who whom that which whose where behind around against over for to from who’s who's with".split()
)
"""Words behind a noun that say which one is meant: "the bridge over the Senn"."""

KNOWN = frozenset(
    """president government police court world economy public nation country state army military administration press internet
    coronavirus virus pandemic media prime weather sun pope queen king dollar stock market markets stocks first last most
    best worst biggest largest only latest same late former next new""".split()
)
"""Nouns of which a reader knows one, and words that tell by themselves which."""

NO_NOUN = "week month year morning afternoon evening weekend summer winter spring fall season time is was would will has past one"
THE_ONE = re.compile(
    r"The (?:[A-Z][\w.’'\-]+ )+(?:Democrat|Republican|senator|governor|congress(?:man|woman)|lawmaker|native|tycoon|mogul"
    r"|billionaire|star|lawyer|attorney|company|firm)\b(?! (?:Party|[A-Z]))"
)
NEIGHBOUR = frozenset({""})
"""No sentence has this noun: "The New York Democrat said" stands behind its neighbour or nowhere."""

THESE = re.compile(
    r"\b(?:[Tt]hese|[Tt]hose(?! who\b)|[Ss]uch an?"
    rf"|[Tt]his (?!(?:{NO_NOUN.replace(' ', '|')}|by|as|to|and|in|at|for)\b)"
    r"|[Tt]hat (?=(?:idea|claim|case|night|decision|vote|meeting|figure|number|statement|letter|report|group|list|kind)\b))"
    r"(?P<words>(?: ?[a-z][\w’'\-]*){1,3})"
)
"""What points at something told before."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What must have been said: one of the nouns (stems), and who each of the people is."""

    nouns: frozenset[str]
    people: tuple[str, ...]


class Leaning:
    """What the sentences of an event lean on."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.people = People(lines)
        self._before = {two: one for one, two in pairwise(lines) if one.rank == two.rank}
        self._needs: dict[Line, Needs] = {}

    def needs(self, line: Line) -> Needs:
        """Give what a sentence needs said before it; nothing is asked of the opening of a report, but who somebody is."""
        if line not in self._needs:
            english = line.article.language == "en"
            nouns = nouns_needed(line.text) if english and line.place else frozenset()
            self._needs[line] = Needs(nouns, self.people.unnamed(line) if english else ())
        return self._needs[line]

    def hangs(self, line: Line, others: Sequence[Line]) -> bool:
        """Say whether a sentence names something that none of the others has introduced; its neighbour in the report has."""
        nouns = self.needs(line).nouns
        if not nouns:
            return False
        before = self._before.get(line)
        return not any(other is before or not nouns.isdisjoint(other.tokens) for other in others if other is not line)

    def strangers(self, line: Line, others: Sequence[Line]) -> tuple[str, ...]:
        """Give the people in a sentence of whom neither it nor one of the others tells more than the last name."""
        people = self.needs(line).people
        return tuple(name for name in people if not any(self.people.introduces(one, name) for one in others if one is not line))


def nouns_needed(text: str) -> frozenset[str]:
    """Give the stems of nouns of which an earlier sentence must have one; none where the sentence says itself which it means."""
    bare = QUOTED.sub("”", text)
    for match in THESE.finditer(bare):
        found = {stem(word) for word in match["words"].split() if word_class(word) == "noun" and not is_stop(word)}
        if found:
            return frozenset(found)
    if THE_ONE.match(text):
        return NEIGHBOUR
    opening = THE.match(text)
    if not opening:
        return frozenset()
    nouns: set[str] = set()
    said = opening.group()
    for number, word in enumerate(WORD.findall(text[opening.end() :])[:6]):
        low = word.lower()
        if word[0].isupper() or word[0].isdigit() or word in '“"‘':
            return frozenset(nouns) if nouns and "The" in said else frozenset()
        if low in KNOWN or low in TELLS_WHICH:
            return frozenset()
        if not word[0].isalnum() or is_stop(low) or (number and (DONE.fullmatch(low) or word_class(low) == "verb")):
            break
        if word_class(low) == "noun":
            nouns.add(stem(low))
    return frozenset(nouns)
