"""Whether a sentence says again what another one says."""

from __future__ import annotations

import re
from math import fsum

from digest.steps.summarize.acts import acts_of
from digest.steps.summarize.weigh import Weighed, overlap

SAME = 0.28
"""Two sentences with more than this share of the heavier one's weight in common say the same: never both."""

SAME_LEAD, SAME_EARLY, EARLY = 0.03, 0.16, 3
"""So do the opening sentences of two reports with this much in common, for each tells the whole event in its own words; and any
two of the first three of two reports with a little more (.11 leaves out too much). In 100 summaries of real events that were
read, most of what was said twice was such. On 734 events these bounds may be half or double: ROUGE-2 stays within .0005."""

INSIDE = 0.45
"""So do two where this much of the lighter one stands in the other."""

SAME_ACTS, BESIDE = 4.0, 0.2
"""So do two that share so much (idf) of what is no name and this much of the lighter one: "suspends her campaign", "has made the
decision to suspend it"."""

DATE = re.compile(r"(?:19|20)\d\d|\d\d?(?:st|nd|rd|th)?")
"""A figure that may be a year or a day of the month; two sentences with any other in common need share half as much."""

SAME_MANY, LEAD_MANY, INSIDE_MANY = 0.4, 0.25, 0.55
"""The bounds of saying the same for more than ``FEW`` reports, which share more words (stricter ones cost .006 of ROUGE-2)."""


def says_same(one: Weighed, two: Weighed, *, many: bool = False) -> bool:
    """Say whether a reader would find that one of the sentences repeats the other; ``many``: of more than ``FEW`` reports."""
    common = fsum(map(one.vector.__getitem__, one.vector.keys() & two.vector.keys()))
    lighter = min(sum(one.vector.values()), sum(two.vector.values()))
    if one.line.quotes_as(two.line):
        return True
    if not many and one.line.article.language == "en" and not acts_of(one.line.text).isdisjoint(acts_of(two.line.text)):
        return True
    words_of_it = one.line.says_in_quotes or two.line.says_in_quotes  # what the other one tells in the reporter's words
    if common / lighter > (INSIDE_MANY if many else INSIDE) and not words_of_it:
        return True
    if not many and _figures_shared(one, two) and common / lighter > BESIDE / 2:
        return True
    if not many and common / lighter > BESIDE and _acts_shared(one, two) > SAME_ACTS:
        return True
    latest, shared = max(one.line.place, two.line.place), overlap(one.vector, two.vector)
    if one.line.voice != two.line.voice and latest < EARLY:
        return shared > (LEAD_MANY if many and not latest else SAME_MANY if many else SAME_EARLY if latest else SAME_LEAD)
    return shared > (SAME_MANY if many else SAME)


def _acts_shared(one: Weighed, two: Weighed) -> float:
    """The weight of the words, no names, that both have."""
    here, there = one.line.acts, two.line.acts
    return fsum(here[word] for word in here.keys() & there.keys())


def _figures_shared(one: Weighed, two: Weighed) -> bool:
    return any(figure[0].isdigit() and not DATE.fullmatch(figure) for figure in one.line.figures & two.line.figures)
