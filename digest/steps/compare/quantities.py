"""The quantities that a sentence names: what is counted or measured, in comparable units."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.text.alone import QUOTED
from digest.text.words import WORD, is_stop, stem

SMALL = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty""".split()
WORDS: dict[str, float] = {word: float(value) for value, word in enumerate(SMALL, 1)}
WORDS |= {"thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0}
WORDS |= {"a": 1.0, "an": 1.0, "a dozen": 12.0, "half a dozen": 6.0, "half an": 0.5, "half a": 0.5}

SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
SAME_UNIT = {"tonn": "ton", "kilometr": "kilomet", "metr": "met", "kg": "kilogram", "km": "kilomet"}

SPELT = "|".join(re.escape(word) for word in sorted(WORDS.keys() - {"a", "an"}, key=lambda word: (-len(word), word)))
FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
ROUGHLY = "about|around|roughly|some|nearly|almost|close to|approximately|an estimated"
ABOVE = ("slightly more than", "more than", "over", "at least")
BELOW = ("up to", "less than", "fewer than", "as many as", "under")
ABOUT = rf"(?:(?P<about>{'|'.join((ROUGHLY, *ABOVE, *BELOW))}) )?".replace(" ", r"\ ")
QUANTITY = re.compile(
    rf"""(?<![\w.,:/\-–$€£]){ABOUT}(?:
        (?P<sign>(?:US|A|C)?\$|€|£)\ ?(?P<money>{FIGURE})(?:[ ]?(?P<money_scale>thousand|million|billion|trillion|mn|bn|tn|m)\b)?
      | (?P<hours>{FIGURE}|an|{SPELT})[ -](?P<half_before>and\ a\ half\ )?hours?\b
        (?:\ and\ (?P<more>a\ half|a\ quarter|(?:{FIGURE}|{SPELT})\ minutes))?
      | (?:(?P<minutes>{FIGURE}|{SPELT})[ -]minutes?\b)
      | (?P<number>{FIGURE}|{SPELT})(?:[ ](?P<scale>thousand|million|billion|trillion))?
        (?:\ ?(?P<percent>%|per\ ?cent\b)|\ ?(?P<degrees>°?\ ?C\b|degrees\b(?:\ Celsius)?)|[ -](?P<noun>[a-z][a-z\-]{{2,}}))
    )""",
    re.VERBOSE,
)
NO_NOUN = frozenset(
    "and or of in on at to the for from by with than more less per years-old who were was is are had have said".split()
)
CURRENCY = {"dollar": "$", "euro": "€", "pound": "£"}

TIMES = frozenset("day days week weeks month months year years".split())
COUNTED = TIMES | {"people", "person"}
"""Nouns that are counted although they are too common to tell articles apart."""

AGO = re.compile(r" (?:ago|later|earlier|old)\b")

YEAR = re.compile(r"(?:19|20)\d\d")

RANGE = re.compile(r"\d[\w%]*(?: per ?cent)? (?:to|and|or) $")
"""What stands before the upper end of a range ("5 to 8 feet"): such a figure is none by itself."""

NEAR, WIDE, BEYOND = 0.02, 0.1, 0.3
"""How far a figure reaches, as a share of itself: a plain one; with "about" or "nearly"; with "more than", "up to"."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a sentence."""

    start: int
    end: int
    """Offsets in the sentence, "about" included."""
    unit: str
    """What is counted: ``$``, ``%``, ``minutes``, ``C``, or the stem of the noun."""
    low: float
    high: float
    """What the figure allows."""
    value: float
    before: str
    """The stem of the content word right before it, or empty."""
    after: tuple[str, ...]
    """The stems of the first two content words after it, in the same clause."""
    tail: str
    """The words that these stand in, as written."""

    def agrees(self, other: Quantity) -> bool:
        """Say whether both may be the same figure."""
        return self.low <= other.high and other.low <= self.high

    @property
    def kind(self) -> str:
        """What a reader calls it."""
        return "Amount" if self.unit in ("$", "€", "£", "%") else "Number"


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Give the quantities of a sentence outside quotations, in order; dates, times and bare numbers are none."""
    if language != "en":
        return ()
    bare = QUOTED.sub(lambda found: "”" * len(found.group()), text)
    found = []
    for match in QUANTITY.finditer(bare):
        value, unit = _measure(match)
        if not unit or RANGE.search(bare[: match.start()]):
            continue
        low, high = _reach(value, match["about"] or "")
        end = match.end()
        before, after, tail = _around(bare, match.start(), end)
        found.append(Quantity(match.start(), end, unit, low, high, value, before, after, tail))
    return tuple(found)


def _measure(match: re.Match[str]) -> tuple[float, str]:
    if match["sign"]:
        return _value(match["money"]) * SCALE.get(match["money_scale"] or "", 1.0), match["sign"][-1]
    if match["hours"]:
        more = match["more"] or ("a half" if match["half_before"] else "")
        rest = {"": 0.0, "a half": 30.0, "a quarter": 15.0}.get(more)
        return _value(match["hours"]) * 60 + (_value(more.split()[0]) if rest is None else rest), "minutes"
    if match["minutes"]:
        return _value(match["minutes"]), "minutes"
    value = _value(match["number"]) * SCALE.get(match["scale"] or "", 1.0)
    if match["percent"]:
        return value, "%"
    if match["degrees"]:
        return value, "C"
    noun = match["noun"]
    unit = stem(noun)
    if unit in CURRENCY:
        return value, CURRENCY[unit]
    if YEAR.fullmatch(match["number"]) and not match["scale"]:
        return value, ""
    later = AGO.match(match.string, match.end())
    if noun.startswith("year-") or (noun in TIMES and later) or noun in NO_NOUN or (is_stop(noun) and noun not in COUNTED):
        return value, ""
    return value, SAME_UNIT.get(unit, unit)


def _value(written: str) -> float:
    return WORDS[written] if written in WORDS else float(written.replace(",", ""))


def _reach(value: float, about: str) -> tuple[float, float]:
    if about in ABOVE:
        return value, value * (1 + BEYOND)
    if about in BELOW:
        return value * (1 - BEYOND), value
    share = WIDE if about else NEAR
    return value * (1 - share), value * (1 + share)


def _around(text: str, start: int, end: int) -> tuple[str, tuple[str, ...], str]:
    ahead = re.split(r"[,;:.—–”]", text[end:])[0]
    stems, at = [], 0
    for match in list(WORD.finditer(ahead))[:5]:
        if not is_stop(match.group()):
            stems.append(stem(match.group()))
            at = match.end()
        if len(stems) == 2:
            break
    before = [word for word in WORD.findall(text[:start])[-2:] if word.lower() not in ("a", "the")]
    tail = re.sub(r"^(?:\s*(?:of|in|on|for|a year))*\s+", "", ahead[:at])
    return (stem(before[-1]) if before else ""), tuple(stems), tail
