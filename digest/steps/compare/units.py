"""Units and numerals: what makes two figures comparable that are written in different ways."""

from __future__ import annotations

from digest.text.words import stem

ONES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS: dict[str, float] = {word: float(value) for value, word in enumerate(ONES, 1)}
WORDS |= {word: 10.0 * value for value, word in enumerate(TENS, 2)}
WORDS |= {f"{ten}-{one}": WORDS[ten] + WORDS[one] for ten in TENS for one in ONES[:9]}
WORDS |= {f"{one} hundred": 100 * WORDS[one] for one in ONES[:9]}
WORDS |= {"a": 1.0, "an": 1.0, "a dozen": 12.0, "half a dozen": 6.0, "a couple of": 2.0}
WORDS |= {"half an": 0.5, "half a": 0.5, "a hundred": 100.0, "a thousand": 1e3, "a million": 1e6, "a billion": 1e9, "both": 2.0}
"""Numerals in words."""

SHARES = {
    "half": 50.0,
    "one half": 50.0,
    "one-half": 50.0,
    "a third": 100 / 3,
    "one third": 100 / 3,
    "one-third": 100 / 3,
    "two thirds": 200 / 3,
    "two-thirds": 200 / 3,
    "a quarter": 25.0,
    "one quarter": 25.0,
    "one-quarter": 25.0,
    "three quarters": 75.0,
    "three-quarters": 75.0,
    "a fifth": 20.0,
    "one-fifth": 20.0,
    "two-fifths": 40.0,
    "three-fifths": 60.0,
    "four-fifths": 80.0,
    "a tenth": 10.0,
    "one-tenth": 10.0,
}
"""Shares in words, as a percentage."""

SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SCALE |= {"dozen": 12.0, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3}

PARTS = "percentage|hour|mile|kilometre|kilometer|inch|ton|tonne|acre|century|decade"
"""Besides millions, what "three quarters of a" may stand before."""

CURRENCY = {"dollar": "$", "euro": "€", "pound": "£", "yen": "¥", "yuan": "yuan"}
"""Stem: sign."""

MONEY = frozenset(CURRENCY.values())

_DIMENSIONS: dict[str, dict[str, float]] = {
    "minutes": {"second": 1 / 60, "minute": 1, "hour": 60, "day": 1440, "week": 10080, "fortnight": 20160},
    "months": {"month": 1, "year": 12, "decade": 120, "century": 1200},
    "metres": {"centimetre": 0.01, "cm": 0.01, "metre": 1, "meter": 1, "kilometre": 1000, "kilometer": 1000, "km": 1000}
    | {"mile": 1609, "yard": 0.914, "feet": 0.305, "foot": 0.305, "ft": 0.305, "inch": 0.0254},
    "kilograms": {"lb": 0.4536, "gram": 0.001, "kilogram": 1, "kilo": 1, "kg": 1, "ton": 1000, "tonne": 1000},
    "hectares": {"acre": 0.4047, "hectare": 1},
    "litres": {"litre": 1, "liter": 1, "gallon": 3.785},
    "kilometres an hour": {"mph": 1.609, "kph": 1, "kmh": 1},
}
MEASURES = {stem(word): (name, factor) for name, units in _DIMENSIONS.items() for word, factor in units.items()}
"""Stem of a unit: what it measures, and how many of that measure's own unit it has. A ton is taken for a tonne: the difference
is smaller than ``CONVERTED``."""

DIMENSIONS = frozenset(_DIMENSIONS) | {"C", "%", "percentage point", "cubic metres"} | MONEY
"""Units that count no thing by themselves: such a figure needs words beside it that tell what it is of."""

ROUNDED = frozenset({"metres", "kilograms", "hectares", "litres", "kilometres an hour", "C"})
CONVERTED = 0.1
"""What is converted between the units of two countries, and how far such a figure reaches, as a share of itself: who
converts, rounds."""

ROUGHLY = "about|around|roughly|some|nearly|almost|close to|approximately|an estimated|just under|just over|just short of"
ABOVE = ("slightly more than", "more than", "over", "at least", "no fewer than")
BELOW = ("up to", "less than", "fewer than", "as many as", "under", "no more than", "at most")

NEAR, WIDE, BEYOND, FEW = 0.02, 0.1, 0.3, 10
"""How far a figure reaches, as a share of itself: a plain one; with "about" or "nearly"; with "more than", "up to". "At least" a
number of at most ``FEW`` reaches to its double."""

GENERIC = frozenset(stem(word) for word in "people person victims human lives individuals others".split()) | {""}
"""Stems of nouns for anybody."""

ROLES = {
    "killed": "kill killed die died dead death deaths fatally fatalities slain perished toll lives massacred",
    "hurt": "injured injuring injure injuries wounded wounding hurt wounds",
    "held": "arrested arresting arrests detained detaining custody rounded",
    "missing": "missing unaccounted",
    "shot": "shot",
    "charged": "charged indicted",
    "displaced": "homeless displaced evacuated fled",
}
ROLE_OF = {word: role for role, listed in ROLES.items() for word in listed.split()} | {"killing": "killed", "kills": "killed"}
"""Word: what became of the people that are counted beside it."""

GROWS = frozenset({"killed", "hurt", "held", "missing", "displaced"})
"""What is counted as it grows: a later and larger figure revises the earlier one."""
