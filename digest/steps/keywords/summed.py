"""What the summary of an event adds to the candidates of its reports: nouns and noun phrases that it says in small letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from digest.steps.keywords.lists import MEASURES, QUANTITIES
from digest.steps.keywords.names import Key, divide
from digest.steps.keywords.phrases import find_phrases
from digest.steps.keywords.reading import read_sentences
from digest.steps.keywords.told import Text
from digest.text.classes import word_class
from digest.text.words import is_stop

BOUND = 0.9
"""The share of the uses of a noun beside one other word from which on it is only a part of what the two say."""


def find_summed(
    sentences: Sequence[str], language: str, texts: Sequence[Sequence[Text]], bodies: Sequence[str]
) -> dict[Key, str]:
    """Give the nouns and whole noun phrases of an event's summary, by their stems, as it writes them.

    Of a report's words an event knows the hundred best and what two voices have; a noun below those that the summary uses is
    worth a look as well. Names, numbers and measures are left out, and of lone nouns those that the reports write with a
    capital as often ("news" in "Harbour News"), or nearly always beside one other word.

    Args:
        sentences: those of the summary, without its headline, where verbs look like nouns.
        language: theirs.
        texts: the reports, by voice.
        bodies: what the reports say, as written.
    """
    phrases = find_phrases([(run, tuple(divide(run.words))) for run in read_sentences(sentences, language)], language)
    found = {}
    for key, uses in phrases.items():
        form = uses.form
        if form != form.lower() or not set(uses.kinds) <= {"noun", "adjective"} or not _counts_nothing(form, key):
            continue
        if len(key) > 1:
            if not uses.loose:
                found[key] = form
        elif _is_noun(form, language) and _is_small(form, bodies) and not _is_bound(key, texts, language):
            found[key] = form
    return found


def _counts_nothing(form: str, key: Key) -> bool:
    return key[-1] not in QUANTITIES and form.split()[-1] not in MEASURES


def _is_noun(form: str, language: str) -> bool:
    """Say whether a lone word is a noun and no verb with an "s": "suspends"."""
    verb = form.endswith("s") and word_class(form[:-1], language) == "verb"
    return "-" not in form and word_class(form, language) == "noun" and not verb


def _is_small(form: str, bodies: Sequence[str]) -> bool:
    small, capital = (
        sum(len(re.findall(rf"\b{re.escape(one)}\b", body)) for body in bodies) for one in (form, form.capitalize())
    )
    return small > capital


def _is_bound(key: Key, texts: Sequence[Sequence[Text]], language: str) -> bool:
    beside: Counter[tuple[int, str]] = Counter()
    uses = 0
    for text in (text for voice in texts for text in voice):
        for at in text.places(key):
            uses += 1
            beside.update((step, text.body[at + step]) for step in (-1, 1) if 0 <= at + step < len(text.body))
    return any(count >= BOUND * uses for (_, other), count in beside.items() if not is_stop(other, language))
