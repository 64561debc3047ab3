"""The quantities that a sentence names: what is counted or measured, in comparable units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest.steps.compare.measures import YEAR, measure
from digest.steps.compare.numerals import FIGURE, SCALES, SHARE, SPELT
from digest.steps.compare.units import (
    ABOVE,
    BELOW,
    BEYOND,
    CONVERTED,
    FEW,
    NEAR,
    PARTS,
    ROLE_OF,
    ROUGHLY,
    ROUNDED,
    SHARES,
    WIDE,
    WORDS,
)
from digest.text.quotes import masked
from digest.text.words import WORD, is_stop, stem

NOT_WITHIN = r"(?<![\w.,:/\-–—$€£¥])"
ROUNDED_OFF = re.compile(rf"{NOT_WITHIN}\b(?P<about>{'|'.join((*ABOVE, *BELOW, ROUGHLY))}) $", re.IGNORECASE)
"""What stands before a figure that is not exact."""

QUANTITY = re.compile(
    rf"""{NOT_WITHIN}(?:
        (?P<sign>(?:US|A|C|NZ|HK)?\$|€|£|¥)\ ?(?P<money>{FIGURE})(?:[ -]?(?P<money_scale>{SCALES}|mn|bn|tn|m|k)\b)?
      | (?P<hours>{FIGURE}|an|{SPELT})[ -](?P<half_before>and\ a\ half\ )?hours?\b
        (?:\ and\ (?P<more>a\ half|a\ quarter|(?:{FIGURE}|{SPELT})\ minutes))?
      | (?P<share>{SHARE})\ of\b(?!\ an?\ (?:{SCALES}|{PARTS})\b)
      | (?P<number>{FIGURE}|{SPELT}|(?:{SHARE})\ of\ an?(?=\ (?:{SCALES}|{PARTS})\b))
        (?P<and_half>\ and\ a\ half)?(?P<scale>(?:[ ](?:{SCALES}))*|(?:bn|mn)\b)
        (?:\ ?(?P<percent>%|per\ ?cent\b(?!age))
          |\ ?(?P<degrees>°?\ ?(?-i:[CF])\b|degrees\b(?:\ (?:Celsius|Fahrenheit|(?-i:[CF])\b))?)
          |(?!\w)(?P<rest>(?:[ -](?![a-z]+:)[a-z][a-z\-]+){{1,4}})?)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
SPOT = re.compile(r"(?:US|A|C|NZ|HK)?[$€£¥]|\d+|[A-Za-z]+")
FIRST = frozenset(re.split("[ -]", words)[0] for words in (*WORDS, *SHARES))
"""Where a quantity may begin: a sign, a digit, or one of these words; to look for one everywhere takes ten times as long."""

GLUED = re.compile(r"(?:\d[.,/:]? ?[/\-–.,]? ?|[#№] ?|\b(?:No|no|number|Number|Route|Highway|Section|Article)\.? )$")
"""What stands before a figure that is a part of a longer one ("2, 116" as some texts have it), or a name."""

RATE = re.compile(
    r"(?: [\w-]+){0,3}? (?:(?:an?|per|each|every) (hour|day|night|week|month|year|quarter)\b"
    r"(?! (?:after|before|later|earlier|ago|since))"
    r"|(hourly|daily|weekly|monthly|quarterly|annual|year)ly\b)"
)
"""What a figure behind which it stands is counted in."""

RANGE = re.compile(
    rf"(?:\d[\w%]*|\b(?:{SPELT}))(?: per ?cent)? (?:to|and|or|of|out of) $|"
    r"(?<!will )(?<!would )(?<!to )(?<!can )(?<!could )\b(?:first|last|next|past|previous|final|every) $",
    re.I,
)
RANGES = ("to ", "and ", "or ", "of ", "first ", "last ", "next ", "past ", "previous ", "final ", "every ")
UPPER = re.compile(rf" ?(?:to|or|-|–|out of) ?(?:{FIGURE}|(?:{SPELT})\b)")
"""What stands beside the ends of a range ("5 to 8 feet"): such a figure is none by itself."""

BOUND = re.compile(r"[-–:/]\w| ?[-–] ?year| [ap]\.?m\b| year|st\b|nd\b|rd\b|th\b| [A-Z]")
BEHIND = re.compile(r"(?: (?:were|was|are|have|been|had|also|already|people))* (\w+)")
AHEAD_OF = re.compile(r"(\w+)(?: (?:of|to|rose|climbed|rises|risen|has|had|stood at|stands at|now|is|was|the|leaving|left))* $")
TOLL = re.compile(
    r"\btoll (?:from|in|of|after) (?:[\w’'-]+ ){1,5}(?:rose|climbed|rises|risen|stood|stands|reached) (?:to |at )?$"
)
"""What stands beside a figure without a noun."""

STEP = re.compile(r"\b(to|by) $", re.IGNORECASE)
VAGUE = re.compile(r"an? \w", re.IGNORECASE)
"""Round figures in words: more than a dozen may be twenty."""

NEARBY = 48
"""Characters before a figure among which anything that belongs to it begins."""

REACH = 5
"""Words on either side of a figure among which is looked for what became of those who are counted."""

CLAUSE = re.compile(r"[,;:.—–”]\s|[;—–”]|,$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a sentence."""

    start: int
    end: int
    """Offsets in the sentence, "about" included."""
    unit: str
    """What is counted: ``$``, ``%``, ``minutes``, ``metres``, ``C``, or the stem of the noun; empty where there is none."""
    low: float
    high: float
    """What the figure allows."""
    value: float
    written: str
    """The unit as it is written: hours and minutes are both ``minutes``."""
    over: str
    """What says that the figure is not exact ("more than"), or empty."""
    about: str
    """``above``, ``below`` or empty: which side the figure leaves open."""
    before: tuple[str, ...]
    """The stems of the last two content words before it, in the same clause, nearest first."""
    after: tuple[str, ...]
    """The stems of the first two content words after it, in the same clause."""
    tail: str
    """The words that these stand in, as written."""
    role: str = ""
    """What became of those who are counted: a key of ``units.ROLES``, or empty."""
    grain: float = 0.0
    """What one more in its last decimal place is worth; 0 without decimals."""
    rate: str = ""
    """The time in which it is counted ("a day"), or empty."""
    step: str = ""
    """"to" or "by" before it, which are of two things: where a change led, and how far."""

    def agrees(self, other: Quantity) -> bool:
        """Say whether both may be the same figure."""
        if self.about and self.about == other.about:
            apart = abs(self.value - other.value)
            next_to = apart <= 1 and self.over != other.over  # "more than 40" and "at least 41"
            return next_to or apart <= NEAR * max(self.value, other.value)
        if not (self.over or other.over) and self.grain and other.grain and self.written == other.written:
            return abs(self.value - other.value) <= 0.51 * max(self.grain, other.grain)  # "45.9" is no "46.0", but may be "45.88"
        for one, rough in ((self, other), (other, self)):
            if rough.over and not rough.about and not one.over and self.written == other.written:
                return rough.low <= one.value <= rough.high  # only one of the two is rounded
        slack = CONVERTED if self.written != other.written and self.unit in ROUNDED else 0.0
        return self.low * (1 - slack) <= other.high and other.low <= self.high * (1 + slack)

    @property
    def kind(self) -> str:
        """What a reader calls it."""
        return "Amount" if self.unit in ("$", "€", "£", "¥", "yuan", "%") else "Number"


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Give the quantities of a sentence outside quotations, in order; dates, times and bare numbers are none."""
    if language != "en":
        return ()
    bare = masked(text)
    found = []
    for match, about, first in _figures(bare):
        value, unit, written, end = measure(match)
        end = end or match.end()
        if GLUED.search(bare, max(0, first - NEARBY), first) or _in_range(bare, first, end) or value == 0:
            continue
        role = _role(bare, first, end)
        if not unit and not (role and _stands_for_people(match, first)):
            continue
        low, high = _reach(value, about, vague=bool(VAGUE.match(match["number"] or "")))
        side = "above" if about in ABOVE else "below" if about in BELOW else ""
        before, after, tail = _around(bare, first, end)
        rate, step = RATE.match(bare, end), STEP.search(bare, max(0, first - 4), first)
        per = next((one for one in rate.groups() if one), "") if rate else ""
        found.append(
            Quantity(
                first,
                end,
                unit,
                low,
                high,
                value,
                written,
                about,
                side,
                before,
                after,
                tail,
                role,
                _grain(match, value),
                per,
                step[1] if step else "",
            )
        )
    return tuple(found)


def _figures(text: str) -> Iterator[tuple[re.Match[str], str, int]]:
    """Give the figures of a text, what says of each that it is not exact (or nothing), and where it begins with that."""
    end = 0
    for spot in SPOT.finditer(text):
        word = spot.group()
        if spot.start() < end or (word.isalpha() and word.lower() not in FIRST):
            continue
        if match := QUANTITY.match(text, spot.start()):
            about = ROUNDED_OFF.search(text, max(end, spot.start() - NEARBY), spot.start())
            yield match, about["about"].lower() if about else "", about.start() if about else match.start()
            end = match.end()


def _in_range(text: str, start: int, end: int) -> bool:
    """Say whether a figure is one of two ends."""
    near = max(0, start - NEARBY)
    return bool(text[near:start].lower().endswith(RANGES) and RANGE.search(text, near, start)) or bool(UPPER.match(text, end))


def _stands_for_people(match: re.Match[str], start: int) -> bool:
    """Say whether a figure without a noun counts people: "killing 14", "14 were killed", "14 dead", "a toll of 14"."""
    text, at = match.string, match.end("scale")
    if match["share"] or match["sign"] or YEAR.fullmatch(match["number"] or "") or BOUND.match(text, at):
        return False
    behind, ahead = BEHIND.match(text, at), AHEAD_OF.search(text, max(0, start - 2 * NEARBY), start)
    return any(found is not None and found[1].lower() in ROLE_OF for found in (behind, ahead)) or bool(
        TOLL.search(text, max(0, start - 2 * NEARBY), start)
    )


def _role(text: str, start: int, end: int) -> str:
    """Give what became of those who are counted: the nearest word that tells it, what follows before what went before."""
    if TOLL.search(text, max(0, start - 2 * NEARBY), start):
        return "killed"
    behind = [word.lower() for word in WORD.findall(CLAUSE.split(text[end : end + 60])[0])[:REACH]]
    ahead = [word.lower() for word in WORD.findall(CLAUSE.split(text[max(0, start - 60) : start])[-1])[::-1][:REACH]]
    for distance in range(REACH):
        for row in (ahead[:2], behind, ahead):
            if distance < len(row) and row[distance] in ROLE_OF:
                return ROLE_OF[row[distance]]
    return ""


def _grain(match: re.Match[str], value: float) -> float:
    written = (match["money"] or match["number"] or "").replace(",", "")
    whole, _, decimals = written.partition(".")
    return 10.0 ** -len(decimals) * value / float(written) if whole.isdigit() and decimals.isdigit() and float(written) else 0.0


def _reach(value: float, about: str, *, vague: bool) -> tuple[float, float]:
    if about in ABOVE:
        return value, value * (2 if value <= FEW or vague else 1 + BEYOND)
    if about in BELOW:
        return value * (1 - BEYOND), value
    share = WIDE if about else NEAR
    return value * (1 - share), value * (1 + share)


def _around(text: str, start: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    ahead = CLAUSE.split(text[end:])[0]
    stems, at = [], 0
    for match in list(WORD.finditer(ahead))[:6]:
        if not is_stop(match.group()):
            stems.append(stem(match.group()))
            at = match.end()
        if len(stems) == 2:
            break
    left = CLAUSE.split(text[max(0, start - 80) : start])[-1]
    before = [stem(word) for word in WORD.findall(left)[::-1][:5] if not is_stop(word)][:2]
    tail = re.sub(r"^(?:\s*(?:of|in|on|for|a year))*\s+", "", ahead[:at])
    return tuple(before), tuple(stems), tail
