"""What the reports of an event make of a phrase: who uses it, where, and how often."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from digest.model import Article
from digest.steps.keywords.names import Key, key_of
from digest.steps.keywords.rank import MOST_IDF
from digest.steps.keywords.stands import Stands, describe_standing, describe_writing
from digest.steps.keywords.weights import Features
from digest.text.frequency import idf

LEAD = 60
"""Words with which an article opens: its first two sentences, mostly."""

EARLY = 40
"""Words of the body after which opening with a keyword counts half."""

PER_WORDS = 400
"""Uses are counted in so many words."""


PRONOUN = re.compile(r"\bus\b")
"""The pronoun, that is not to be counted as the country."""

KINDS = ("office", "family name", "other form", "of")
"""An office alone; the family name of a person and another form of a name alone; a phrase with "of"."""


class Text:
    """The stems of an article, and where each one stands."""

    def __init__(self, article: Article) -> None:
        self.title = key_of(PRONOUN.sub("we", article.title), article.language)
        self.body = key_of(PRONOUN.sub("we", article.text), article.language)
        self.stands = Stands(article)
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.body):
            self._places[word].append(place)

    def places(self, key: Key) -> list[int]:
        """Where a phrase stands in the body: the number of words before each use."""
        if len(key) == 1:
            return self._places.get(key[0], [])
        return [at for at in self._places.get(key[0], ()) if self.body[at : at + len(key)] == key]

    def titled(self, key: Key) -> bool:
        """Say whether the headline holds a phrase."""
        return any(self.title[at : at + len(key)] == key for at in range(len(self.title) - len(key) + 1))

    def follows(self, before: str, word: str) -> int:
        """Give how often a word stands right after another one in the body."""
        return sum(at > 0 and self.body[at - 1] == before for at in self._places.get(word, ()))


class Gist:
    """The stems of an event's headline and of the sentences that sum it up."""

    def __init__(self, sentences: Sequence[str], language: str) -> None:
        self._lines = [key_of(PRONOUN.sub("we", sentence), language) for sentence in sentences]
        self._words = frozenset(word for line in self._lines for word in line)

    def holds(self, key: Key) -> bool:
        """Say whether a sentence holds a phrase."""
        return any(line[at : at + len(key)] == key for line in self._lines for at in range(len(line) - len(key) + 1))

    def share(self, key: Key) -> float:
        """Give how many of a phrase's words stand in the sentences, 0 to 1."""
        return sum(word in self._words for word in key) / len(key)


Voice = Sequence[Text]
"""The texts of one voice."""


def describe_event(
    key: Key,
    forms: Sequence[Key],
    weights: Sequence[float],
    name: bool,
    voices: Sequence[Voice],
    gist: Gist,
    form: str,
    kind: str = "",
) -> Features:
    """Give what tells of a phrase whether a reader would sum up an event with it.

    Args:
        key: the phrase, as stems.
        forms: it and the short forms that stand for it.
        weights: what it weighs in each voice, 0 where it is no keyword of it.
        name: it is written with capitals.
        voices: their texts.
        gist: what sums the event up.
        form: it as it is written.
        kind: which of ``KINDS`` it is; empty for any other one.

    Returns:
        The features of the model ``event`` of ``weights.json``. Those of the reports are means over the voices, so that copies
        change nothing.
    """
    firsts = [min((at for text in voice for form in forms for at in text.places(form)), default=None) for voice in voices]
    titled = [float(any(text.titled(form) for text in voice for form in forms)) for voice in voices]
    held = [float(first is not None or in_title > 0) for first, in_title in zip(firsts, titled, strict=True)]
    uses = _mean_use(voices, lambda text: sum(len(text.places(form)) for form in forms))
    whole = _mean_use(voices, lambda text: len(text.places(key)))
    exact = _mean(float(any(text.places(key) or text.titled(key) for text in voice)) for voice in voices)
    alone = [float(any(_alone(text, key, forms) for text in voice)) for voice in voices]
    parts = [_mean_use(voices, lambda text, part=part: len(text.places((part,)))) for part in key]  # type: ignore[misc]
    rarities = [min(idf(part), MOST_IDF) for part in key]
    features = {
        "weight": _mean(weights),
        "best weight": max(weights),
        "voices": _mean(held),
        "every voice": float(min(held) > 0),
        "headlines": _mean(titled),
        "a headline": max(titled),
        "early": _mean(0.0 if first is None else 1 / (1 + first / EARLY) for first in firsts),
        "in leads": math.log1p(_mean(_mean(_in_lead(text, forms) for text in voice) for voice in voices)),
        "often": math.log1p(uses),
        "often by itself": math.log1p(whole),
        "its words in headlines": _mean(_share(voices, lambda text, part=part: part in text.title) for part in key),  # type: ignore[misc]
        "its words in leads": _mean(_share(voices, lambda text, part=part: part in text.body[:EARLY]) for part in key),  # type: ignore[misc]
        "rarity": _mean(rarities),
        "rarity of its commonest word": min(rarities),
        "cohesion": whole / max(max(parts), 1e-6) if len(key) > 1 else 0.0,
        "name": float(name and len(key) > 1),
        "lone name": float(name and len(key) == 1),
        "two words": float(len(key) == 2),
        "three words or more": float(len(key) > 2),
        "this form": exact,
        "this form of all": whole / max(uses, 1e-6),
        "this form of a name": exact * (name and len(key) > 1),
        "four words or more": float(len(key) > 3),
        "summary": float(gist.holds(key)),
        "its words in the summary": gist.share(key),
        "family name, headlines": _mean(alone) * (kind == "family name"),
    }
    features |= describe_standing(key, [[(text.stands, text.places) for text in voice] for voice in voices])
    for one in KINDS:
        features[one] = float(kind == one)
        features[f"{one}, this form"] = exact * features[one]
    return features | describe_writing(form)


FORMS = ("office and whole name", "office and family name", "other form")
"""How a person is named besides the family name alone and the whole name."""


def describe_form(
    key: Key, lone: Key, form: str, whole: Sequence[Key], kind: str, voices: Sequence[Voice], named: Features
) -> Features:
    """Give what tells of a way to name a person whether a reader who names that person would do so in this way.

    Args:
        key: the name in this form, as stems.
        lone: the family name alone.
        form: how it is written.
        whole: all forms of the name.
        kind: which of ``FORMS`` it is; empty for the whole name.
        voices: the texts of the voices.
        named: what ``describe_event`` says of the family name alone.

    Returns:
        The features of the model ``form`` of ``weights.json``.
    """
    at = max((place for place, word in enumerate(key) if word == lone[0]), default=0)
    told = [[_naming(text, key, lone, at) for text in voice] for voice in voices]
    first = _mean(max(first for first, _, _ in voice) for voice in told)
    titled = _mean(max(titled for _, titled, _ in voice) for voice in told)
    uses = _mean_use(voices, lambda text: sum(len(text.places(one)) for one in {*whole, key}))
    office = float(kind in FORMS[:2])
    return {
        "first": first,
        "headlines": titled,
        "this form": _mean(max(held for _, _, held in voice) for voice in told),
        "this form of all": _mean_use(voices, lambda text: len(text.places(key))) / max(uses, 1e-6),
        "office, first": office * first,
        "office, headlines": office * titled,
        "voices": named["voices"],
        "a headline": named["a headline"],
        "full stop": float("." in form),
        **{one: float(kind == one) for one in FORMS},
    }


def _naming(text: Text, key: Key, lone: Key, at: int) -> tuple[float, float, float]:
    """Say whether an article names a person in a form first, in its headline, and at all."""
    first = next(iter(text.places(lone)), None)
    places = text.places(key)
    return float(first is not None and first - at in places), float(text.titled(key)), float(bool(places) or text.titled(key))


def _alone(text: Text, key: Key, forms: Sequence[Key]) -> bool:
    """Say whether the headline has this form, and no longer one."""
    return text.titled(key) and not any(len(form) > len(key) and text.titled(form) for form in forms)


def _in_lead(text: Text, forms: Sequence[Key]) -> float:
    return float(sum(at < LEAD for form in forms for at in text.places(form)))


def _mean_use(voices: Sequence[Voice], uses: Callable[[Text], int]) -> float:
    return _mean(_mean(uses(text) / max(len(text.body), 1) * PER_WORDS for text in voice) for voice in voices)


def _share(voices: Sequence[Voice], holds: Callable[[Text], bool]) -> float:
    return _mean(float(any(holds(text) for text in voice)) for voice in voices)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return math.fsum(listed) / len(listed)


def known_forms(full: Mapping[Key, Key]) -> dict[Key, list[Key]]:
    """Give the short forms of every whole name."""
    forms: dict[Key, list[Key]] = defaultdict(list)
    for alias, whole in sorted(full.items()):
        forms[whole].append(alias)
    return forms
