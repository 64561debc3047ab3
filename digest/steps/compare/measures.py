"""What a figure is of: its value in a comparable unit."""

from __future__ import annotations

import re

from digest.steps.compare.numerals import worth
from digest.steps.compare.units import CURRENCY, MEASURES, ROLE_OF, SHARES
from digest.text.words import is_stop, stem

NO_NOUN = frozenset(
    """and or of in on at to the for from by with than more less per years-old who were was is are had have said after before as
    that which but while when other others another additional further local time am pm st nd rd th a an""".split()
)
PLURAL = frozenset("people men women children police percent feet teeth sheep aircraft troops lives others".split())
TIMES = frozenset(
    "day days week weeks month months year years hour hours minute minutes decade decades century centuries".split()
)
COUNTED = TIMES | {"people", "person", "men", "women", "times"}
"""Nouns that are counted although they are too common to tell articles apart."""

AGO = re.compile(r"[ -](?:ago|later|earlier|old|olds)\b")
YEAR = re.compile(r"(?:19|20)\d\d")

POINTS = re.compile(r" (?:percentage|(?P<basis>basis)) points?\b")
AREA = re.compile(
    r" (?:(?P<square>square|sq\.?)|cubic) (?P<side>met(?:er|re)s?|kilomet(?:er|re)s?|km|miles?|yards?|feet|foot|ft)\b"
)
AREAS = (("cubic metres", "cubic"), ("hectares", "square"))
AN_HOUR = re.compile(r"(?: an| per|/) ?h(?:our|r)?\b")
WEIGHED = re.compile(r"\b(?:weigh\w*|pounds of (?!public|taxpayer|debt|damage)[a-z])")
"""Pounds that are no money."""


def measure(match: re.Match[str]) -> tuple[float, str, str, int]:
    """Give the value, the unit, the unit as written, and where the figure with its unit ends (0: with the match)."""
    if match["sign"]:
        return worth(match["money"], match["money_scale"] or ""), match["sign"][-1], "", 0
    if match["hours"]:
        more = match["more"] or ("a half" if match["half_before"] else "")
        rest = {"": 0.0, "a half": 30.0, "a quarter": 15.0}.get(more)
        return worth(match["hours"]) * 60 + (worth(more.split()[0]) if rest is None else rest), "minutes", "hour", 0
    if match["share"]:
        return SHARES[match["share"].lower()], "%", "", match.end("share")
    value = worth(match["number"], match["scale"] or "", 0.5 if match["and_half"] else 0)
    if match["percent"]:
        return value, "%", "", 0
    if match["degrees"]:
        fahrenheit = "f" in match["degrees"].lower()
        return ((value - 32) / 1.8 if fahrenheit else value), "C", "F" if fahrenheit else "C", 0
    number_ends = match.end("scale") if match["scale"] else match.end("and_half" if match["and_half"] else "number")
    if YEAR.fullmatch(match["number"]) and not match["scale"] and "," not in match["number"]:
        return value, "", "", number_ends
    if points := POINTS.match(match.string, number_ends):
        return value * (0.01 if points["basis"] else 1), "percentage point", points[0], points.end()
    if area := AREA.match(match.string, number_ends):
        name, factor = MEASURES[stem(area["side"])]
        if name == "metres":
            return value * (factor**2 / 10_000 if area["square"] else factor**3), *AREAS[bool(area["square"])], area.end()
    noun, end = _noun(match)
    if not noun:
        return value, "", "", number_ends
    unit = stem(noun)
    if unit == "pound" and not match["scale"] and WEIGHED.search(match.string):
        unit = "lb"
    if unit in CURRENCY:
        return value, CURRENCY[unit], "", end
    if unit in MEASURES:
        if AGO.match(match.string, end):
            return value, "", "", number_ends
        name, factor = MEASURES[unit]
        if name == "metres" and (speed := AN_HOUR.match(match.string, end)):
            return value * factor / 1000, "kilometres an hour", unit, speed.end()
        return value * factor, name, unit, end
    return value, unit, "", end


def _noun(match: re.Match[str]) -> tuple[str, int]:
    """Give the noun that is counted, and where it ends: the first plural, else the word right behind the figure."""
    if not match["rest"]:
        return "", 0
    at, first = match.start("rest"), ("", 0)
    for number, found in enumerate(re.finditer(r"[ -]([A-Za-z]+(?:-[a-z]+)*)", match["rest"])):
        word = found[1].lower()
        if word[:1] != found[1][:1] or word in NO_NOUN or (is_stop(word) and word not in COUNTED):
            break
        if word.startswith("year-"):
            return "", 0
        if not number:
            first = (word, at + found.end())
            if stem(word) in MEASURES or stem(word) in CURRENCY:
                return first
        if word in PLURAL or word in TIMES or (word.endswith("s") and not word.endswith(("ss", "us", "is"))):
            return word, at + found.end()
    return ("", 0) if first[0] in ROLE_OF else first
