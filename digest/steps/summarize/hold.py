"""How firmly a sentence holds to those that are told beside it, and how little of what was done it tells again.

No list of words finds every reference that hangs, and none every fact told twice. But what a sentence takes for granted stood
before it in its own report: one that follows its neighbour hangs on nothing, one from further down on more. A good second
sentence tells of the same people and places, brings in few new ones, and tells something else that they did; one whose verbs
and nouns were told before tells the act again. Each sign alone is weak. Their sum in equal weights is not: such sums are hardly
worse than fitted ones and need nothing to be fitted on (Dawes 1979, "The robust beauty of improper linear models in decision
making"). Of 155 sentences, all but the first of each of 128 summaries of real events that had been read strictly, it puts one of
a summary that failed before one of a summary that passed 65 times of 100 (73 where a summary has two sentences). While names
and acts were one sign, and more of them told was better, it was 58 (62).
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from math import fsum, log

from digest.steps.summarize.acts import ROWS
from digest.steps.summarize.material import Line
from digest.steps.summarize.point import ALIKE
from digest.text.words import stem

TELLS_NOTHING = frozenset(
    stem(word)
    for word in """said say says saying told tells statement reported report reporter according person people familiar source
    sources anonymity condition interview wrote tweet tweeted twitter announced announcement new news comment added day week
    month year morning afternoon evening night first earlier later official officials spokesman spokeswoman""".split()
)
"""Who says so, and when, is no news."""


def _mates() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in (*ALIKE, *ROWS):
        for word in group:
            found[word] = found.get(word, frozenset()) | group
    return found


MATES = _mates()
"""Of each word the others for the same thing or act."""

LOOSE = {"place": (0.573, 1.236), "strange": (0.187, 0.203), "again": (0.215, 0.261)}
FIRM = {"names": (0.128, 0.133), "titles": (0.139, 0.254), "openings": (0.243, 0.439), "next": (0.478, 0.355)}
"""Standard deviation and mean of each sign over the 155 sentences: the logarithm of one more than the place in the report; the
share (idf) of it that is names which neither are told nor stand in a headline; the share of its words that are no names, and tell
more than who says so, that are told or in a headline, also in another word for it; the share of it that is names and told; the
shares in the headlines (of their weight) and in the openings of the other reports; whether its neighbour is told."""


def looseness(line: Line, told: Set[str], headlines: Set[str], titles: float, openings: float, *, follows: bool) -> float:
    """Give how loosely a sentence holds: 0 on average, more for one that is likelier to hang, to digress or to say again.

    ``told``, ``headlines``: the stems of the sentences beside it, and of the headlines; ``titles``, ``openings``: shares, 0 to 1;
    ``follows``: whether its neighbour is told.
    """
    names = {word: value for word, value in line.vector.items() if word not in line.acts}
    acts = [word for word in line.acts if word not in TELLS_NOTHING]
    whole = fsum(line.vector.values()) or 1.0
    known = fsum(value for word, value in names.items() if word in told)
    strange = fsum(value for word, value in names.items() if word not in told and word not in headlines)
    again = sum(
        not (told.isdisjoint(mates := MATES.get(word, frozenset({word}))) and headlines.isdisjoint(mates)) for word in acts
    )
    loose = {"place": log(1 + line.place), "strange": strange / whole, "again": again / max(1, len(acts))}
    firm = {"names": known / whole, "titles": titles, "openings": openings, "next": float(follows)}
    return fsum((loose[name] - mean) / spread for name, (spread, mean) in LOOSE.items()) - fsum(
        (firm[name] - mean) / spread for name, (spread, mean) in FIRM.items()
    )
