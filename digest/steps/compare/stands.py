"""Which sentences can be read in a list, away from their article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from digest.model import SummarySentence
from digest.steps.compare.lines import Line, plain
from digest.text.frequency import idf
from digest.text.quotes import masked
from digest.text.words import names, stem

LEANS = re.compile(
    r"""\bthere\b(?!\ (?:is|are|was|were|has|have|had))
      | ^(?:In|On|At|By|For|After)\ [^,;]{1,30}\ (?:he|she|it|they)\b
      | ^(?:In|On|At|By|For|After|Before|During|Like|Under|With)\ [^,;]{0,60}\b(?:his|her|their|its)\b[^,;]*,
      | ^(?:\w+\ )?(?:days?|hours?|weeks?)\ (?:later|earlier)\b
      | ^(?:\w+ly|Then|Soon|Later|Now|Once|Today|Yesterday),?\ (?:he|she|it|they)\b | ^After\ all\b | \bat\ the\ time[.,] | !$
      | ^The\ (?:new|old)\ \w+\ (?:is|was)\b | ^The\ (?:official|source|person|people|location|document)s?\ (?!of\b)
      | ^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\ (?:when|after|as|while|at|in|and)\b
      | \bfor\ (?:example|instance)\b | ,\ (?:however|meanwhile|too|though|meantime)\b | ^(?:Notably|Instead|Similarly|Likewise)\b
      | \b(?:[Tt]h(?:is|ese|ose)|[Ss]uch\ an?)\ (?!(?:week|month|year|morning|afternoon|evening|night|summer|winter|spring|autumn
        |fall|weekend|time|season|term|century|decade|past|coming|is|was|are|were|has|who|in|of)\b)[a-z]+
      | \b[Tt]he\ [\w\-]+\ ones?[,.;] | \bHide\ Caption\b | \b\d+\ of\ \d+\ Photos\b""",
    re.VERBOSE,
)
"""What leans on the sentence before, beyond what no summary takes, and labels of galleries."""

THE = re.compile(
    r"The (?P<noun>[a-z]+) (?:is|was|are|were|has|had|have|will|would|also|did|does|do|can|could|comes|says|marks|follows|remains"
    r"|includes|[a-z]+ed|came|said|began|took|went|made|got|sent|won|lost|rose|fell|gave|found|told|saw|left|met|led|held|drove)\b"
)
"""Something that must have been named before."""

ONLY_ONE = frozenset(
    """president presidents government administration senate house court police army military navy virus coronavirus pandemic
    economy media press country nation world sun public prime agency latest first most two three""".split()
)
"""Nouns of which everybody knows which one is meant."""

KNOWN_TO_ALL = 6.0
"""Rarity (idf) below which a name alone says whom or what it means, such as "Congress"."""

EARLY = 3
"""Sentences of a report: whom two of them name there, both take for known."""

MR = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.? (?P<name>[A-Z][\w’'-]+)")


OPENS = re.compile(r"^[^\w]*([A-Z][\w’'-]+) (?!(?:[a-z]+ )?[A-Z])")
"""A first word that is a name alone, where somebody has that name."""


class Standing:
    """What a reader knows who has read the headline and the summary."""

    def __init__(self, lines: Sequence[Line], summary: Sequence[SummarySentence]) -> None:
        titles = {line.article.id: line.article.title for line in lines}
        told = [*titles.values(), *([one.text for one in summary] or [line.text for line in lines if not line.place])]
        early = Counter(word for _, word in {(line.rank, word) for line in lines if line.place < EARLY for word in line.plain})
        said = (*(word for text in told for word in plain(text)), *(word for word, reports in early.items() if reports > 1))
        self._known = frozenset(word.removesuffix("'s") for word in said)
        self._stems = frozenset(stem(word) for text in told for word in plain(text))
        self._lines = lines

    @cached_property
    def _introduced(self) -> dict[tuple[int, str], int]:
        """Where a report first names somebody in full, by the last name."""
        found: dict[tuple[int, str], int] = {}
        for line in self._lines:
            for name in names(line.text):
                if " " in name:
                    found.setdefault((line.rank, plain(name)[-1].removesuffix("'s")), line.place)
        return found

    def stands(self, line: Line) -> bool:
        """Say whether a sentence is understood by itself: it leans on none before it, and names nobody by the last name alone."""
        if line.cuts is None:
            return False
        text = masked(line.bare)
        if LEANS.search(text):
            return False
        the = THE.match(text)
        if the and the["noun"] not in ONLY_ONE and stem(the["noun"]) not in self._stems:
            return False
        return not self._strangers(line, text)

    def _strangers(self, line: Line, text: str) -> bool:
        titled = {match["name"] for match in MR.finditer(text)}
        for name in {*titled, *names(text), *OPENS.findall(text)}:
            last = plain(name)[-1].removesuffix("'s") if " " not in name else ""
            if not last or last in self._known or idf(stem(last), line.article.language) < KNOWN_TO_ALL:
                continue
            if name in titled or self._introduced.get((line.rank, last), line.place) < line.place:
                return True
        return False
