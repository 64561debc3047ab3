"""How a phrase stands in the sentences of a report: before what, in whose words, and whether the first sentence is about it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from digest.model import Article
from digest.steps.keywords.names import Key
from digest.text.classes import word_class
from digest.text.quotes import masked
from digest.text.words import WORD, is_stop

SHORTEST = 5
"""Words that a first sentence has more than; a shorter one is a label."""

MODIFIED = frozenset({"noun", "adjective", "gerund"})
VERBS = frozenset({"verb", "participle"})
AUXILIARY = frozenset("is was has had will would".split())


class Stands:
    """What each word of an article stands before and in; words are those of its text, in order, counted from 0."""

    def __init__(self, article: Article) -> None:
        self._language = article.language
        self._text = article.text
        self._found = list(WORD.finditer(self._text))
        quoted = "\n".join(masked(line) for line in self._text.split("\n"))
        self._quoted = [quoted[word.start()] == "”" for word in self._found]
        self.first, self.subject = self._opening(article)

    def _opening(self, article: Article) -> tuple[range, range]:
        """Give the words of the first sentence, and of it those before its verb."""
        for span, _ in article.told_sentences:
            at = [place for place, word in enumerate(self._found) if span.start <= word.start() < span.end]
            if len(at) > SHORTEST:
                verb = next((place for place in at[1:] if self._is_verb(self._found[place].group())), at[0] + 8)
                return range(at[0], at[-1] + 1), range(at[0], verb)
        return range(0), range(0)

    def _is_verb(self, word: str) -> bool:
        return word.lower() in AUXILIARY or word_class(word.lower(), self._language) in VERBS

    def after(self, last: int) -> str:
        """Say what the word ``last`` stands before: ``noun`` ("U.S. officials"), ``verb``, or neither (empty)."""
        if last + 1 >= len(self._found):
            return ""
        word, following = self._found[last], self._found[last + 1]
        gap = self._text[word.end() : following.start()]
        low = following.group()
        if not low[:1].islower() or not (gap == " " or (gap == ". " and "." in word.group())):
            return ""
        kind = word_class(low, self._language)
        if kind in MODIFIED and not is_stop(low, self._language):
            return "noun"
        return "verb" if self._is_verb(low) else ""

    def is_quoted(self, place: int) -> bool:
        """Say whether a word stands in quotation marks."""
        return self._quoted[place]


Voice = Sequence[tuple[Stands, Callable[[Key], Sequence[int]]]]
"""The reports of one voice, and where a phrase stands in each."""


def describe_standing(key: Key, voices: Sequence[Voice]) -> dict[str, float]:
    """Give the features of the model ``event`` that tell how a phrase stands in its sentences.

    Shares of its uses before a noun ("U.S. officials"), before a verb, and in quotation marks; and shares of the voices that have
    it in the first sentence, and there before the verb.
    """
    counted = dict.fromkeys(("noun", "verb", "quoted"), 0)
    uses = 0
    first, subject = [], []
    for voice in voices:
        opens = leads = False
        for stands, places in voice:
            for at in places(key):
                uses += 1
                counted["quoted"] += stands.is_quoted(at)
                if kind := stands.after(at + len(key) - 1):
                    counted[kind] += 1
                opens = opens or at in stands.first
                leads = leads or at in stands.subject
        first.append(float(opens))
        subject.append(float(leads))
    return {
        "before a noun": counted["noun"] / max(uses, 1),
        "before a verb": counted["verb"] / max(uses, 1),
        "in quotation marks": counted["quoted"] / max(uses, 1),
        "in first sentences": math.fsum(first) / len(first),
        "before their verbs": math.fsum(subject) / len(subject),
    }


def describe_writing(form: str) -> dict[str, float]:
    """Give the features of an abbreviation, with full stops ("U.S.") or without ("FBI")."""
    stops = "." in form
    return {"full stops": float(stops), "all capitals": float(form.isupper() and len(form) > 1 and not stops)}
