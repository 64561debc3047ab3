"""The site's own words, each in every language that there is a catalogue for.

A catalogue is ``<language>.txt`` beside this file: a line ``key = text`` for each text, ``#`` before a remark.
``{count}`` and the like stand for what is put in; forms for one and for more are parted by `` | ``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

_PLACE = re.compile(r"\{(\w+)\}")
_BETWEEN = " | "

_FORMS: Mapping[str, Callable[[int], int]] = {"en": lambda count: count != 1, "es": lambda count: count != 1}
"""Which of a text's forms goes with a number, from 0 (Unicode CLDR, plural rules; no number here has decimals)."""

LANGUAGES = tuple(sorted(_FORMS))
"""The languages that the site's own words are there in."""


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.texts = catalogue(language)

    def __call__(self, key: str, /, **values: object) -> str:
        """Give a text with its places filled; whole numbers are grouped, and ``count`` chooses the form.

        Raises KeyError for a key that the catalogue has not, and for a place that no value is given for.
        """
        return _PLACE.sub(lambda place: self._said(values[place[1]]), self.form(key, values.get("count")))

    def form(self, key: str, count: object = None) -> str:
        """Give a text as the catalogue has it, in the form that goes with a number."""
        forms = self.texts[key].split(_BETWEEN)
        return forms[_FORMS[self.language](count)] if len(forms) > 1 and isinstance(count, int) else forms[0]

    def listed(self, key: str) -> list[str]:
        """Give the parts of a text that is a list: the months, the days of the week."""
        return self.texts[key].split(", ")

    def number(self, number: int) -> str:
        """Give a whole number with its thousands set apart as the language does it."""
        if len(str(abs(number))) < int(self.texts["number.from"]):
            return str(number)
        return f"{number:,}".replace(",", self.texts["number.thousands"])

    def decimal(self, number: float) -> str:
        """Give a number with two decimals."""
        return f"{number:.2f}".replace(".", self.texts["number.point"])

    def found(self, text: str) -> str:
        """Give what a step said in English (where a date was found, why two reports were kept apart) in this language.

        The texts ``found.*`` of the English catalogue are the patterns; what none of them fits stays as it is, for it may hold
        words of an article.
        """
        if self.language == "en" or not text:
            return text
        for key, pattern in _patterns():
            if match := pattern.fullmatch(text):
                values = {name: self.found(said) if name == "found" else said for name, said in match.groupdict().items()}
                return self(key, **values)
        return text

    def _said(self, value: object) -> str:
        return self.number(value) if isinstance(value, int) and not isinstance(value, bool) else str(value)


@cache
def words(language: str) -> Words:
    """Give the words of a language of ``LANGUAGES``."""
    return Words(language)


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Read a language's texts, by key."""
    texts: dict[str, str] = {}
    for line in (files("digest.text") / "catalogue" / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            key, between, text = line.partition(" = ")
            if not between or key in texts:
                raise ValueError(f"{language}.txt: expected a key of its own, an equals sign and a text, found {line!r}")
            texts[key] = text
    return texts


def places(text: str) -> frozenset[str]:
    """Give the names of the places of a text."""
    return frozenset(_PLACE.findall(text))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for key, text in catalogue("en").items():
        if key.startswith("found."):
            parts = _PLACE.split(text)
            found.append(
                (key, re.compile("".join(re.escape(part) if i % 2 == 0 else f"(?P<{part}>.+)" for i, part in enumerate(parts))))
            )
    return tuple(found)
