"""Offices, and whoever holds them: "President Trump", "House Speaker Nancy Pelosi", "attorney general"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from digest.steps.keywords.lists import CALENDAR
from digest.steps.keywords.names import Key, key_of
from digest.text.classes import word_class
from digest.text.words import is_stop

REMIT = (
    "(?:state|defen[cs]e|treasury|commerce|education|energy|interior|labou?r|agriculture|transportation|transport|"
    "homeland security|health|foreign|home|housing|veterans affairs|army|navy)"
)
PLACE = "(?:white house|senate|house|fbi|cia|nsa|epa|fema|cdc|fcc|u[.]?s[.]?|state department|pentagon)"
ALONE = (  # an office of two words and more: names something without its holder
    rf"(?:(?:deputy|acting|assistant) )?(?:attorney general|solicitor general|surgeon general|inspector general)|"
    rf"vice president|prime minister|foreign minister|finance minister|special counsel|chief justice|chief of staff|"
    rf"crown prince|supreme leader|secretary of (?:state|defen[cs]e|education|labor|commerce|the treasury)|secretary[ -]general|"
    rf"(?:(?:house|senate) )?(?:majority|minority) (?:leader|whip)|house speaker|(?:white house )?press secretary|"
    rf"(?:{REMIT}) secretary|national security advis[eo]r|{PLACE} (?:director|administrator|chief|counsel|chairman)"
)
OFFICE = re.compile(
    rf"(?<![\w’'\-])(?:(?P<alone>{ALONE})|president(?:-elect)?|speaker|secretary|justice|judge|chancellor|king|queen|prince|"
    rf"princess|pope|senator|sen[.]|representative|rep[.]|congressman|congresswoman|governor|gov[.]|mayor|ambassador|general|"
    rf"gen[.]|director|chairman|chairwoman)(?![\w’'\-])",
    re.IGNORECASE,
)
"""What an office is called; of a longer and a shorter name of one, the longer."""

BODY = re.compile(rf"{PLACE}|{REMIT} secretary", re.IGNORECASE)
"""What an office begins with that is named after its body: "FBI director", "Treasury secretary"."""

OCCUPATION = re.compile(
    r"(?<![\w’'\-])(?:nominee|candidate|ceo|founder|host|anchor|lawyer|attorney|advis[eo]r|manager|strategist|commissioner|"
    r"sheriff|coach|leader|whip|chief|minister|administrator|journalist|activist|executive|commander)(?![\w’'\-])",
    re.IGNORECASE,
)
"""What a person is called by with what stands before it: "Foods CEO"."""

NAME = re.compile(r"((?: (?:[A-Z][.]|[A-Z][\w’'\-]*)){1,4})")
"""Capitals after an office."""

BEFORE = re.compile(r"(?:^|(?<=[\s(“\"‘]))([\w’'.\-]+) $")
"""The word before an office."""

NO_NAME = frozenset({"verb", "adverb", "participle", "gerund"})
STATES = frozenset({"former", "acting", "deputy"})
"""What opens an office, and is small."""

COMPASS = frozenset("new north south east west".split())
"""Words that open the name of a place: "New York Mayor"."""

LONGEST = 4
"""Words that are looked at before an office: "New Norvian"."""


@dataclass(slots=True)
class Held:
    """A way to write an office, with its holder or without."""

    holder: Key = ()
    """The whole name of the holder; empty for an office alone."""
    whole: bool = False
    """The name after the office is the whole name."""
    cut: int = 0
    """Uses that have a capital right before: a part of the name."""
    forms: Counter[str] = field(default_factory=Counter)

    @property
    def form(self) -> str:
        """The most frequent way to write it; an office of no body alone is small, as inside a sentence."""
        form = min(self.forms, key=lambda form: (-self.forms[form], form))
        return form.lower() if not self.holder and not BODY.match(form) else form


def find_offices(texts: Iterable[str], persons: Collection[Key], short: dict[Key, Key], language: str) -> dict[Key, Held]:
    """Give the offices that texts name, alone and with a holder who is one of ``persons``, by their stems.

    ``short`` has the short forms of the persons' names with the whole ones. An office stands with each run of what comes before
    it as well ("Norvian Foreign Minister"); one that is mostly a part of longer ones is left out.
    """
    found: dict[Key, Held] = defaultdict(Held)
    for text in texts:
        matches = [(match, True) for match in OFFICE.finditer(text)] + [(match, False) for match in OCCUPATION.finditer(text)]
        for match, office in matches:
            if office and match["alone"]:
                found[key_of(match.group(), language)].forms[match.group()] += 1
            after = NAME.match(text, match.end())
            parts = after[1].split() if after else []
            for size in range(len(parts), 0, -1):
                form = re.sub(r"[’']s?$", "", " ".join(parts[:size]))
                name = key_of(form, language)
                holder = short.get(name, name)
                if holder in persons:
                    starts = [match.start()] * office + _before(text, match.start(), language)
                    for start, longer in pairwise([*starts, len(text)]):
                        whole = f"{text[start : match.end()]} {form}"
                        held = found[key_of(whole, language)]
                        held.holder, held.whole = holder, size > 1
                        held.forms[whole] += 1
                        held.cut += text[longer : longer + 1].isupper()
                    break
    return {key: held for key, held in found.items() if not (held.holder and _is_cut(key, found))}


def _before(text: str, at: int, language: str) -> list[int]:
    """Where an office can begin that has its last word at ``at``, nearest first: at capitals, after one small noun at most."""
    starts: list[int] = []
    while len(starts) < LONGEST and (match := BEFORE.search(text, max(0, at - 30), at)):
        word, low = match[1], match[1].lower()
        if low in CALENDAR or low.endswith(("’s", "'s", "’", "'")) or (low.endswith(".") and low not in {"u.s.", "u.k."}):
            break
        small = not word[0].isupper()
        place = starts and low in COMPASS
        act = (is_stop(low, language) and not word.isupper()) or (not match.start() and _is_act(low, language))
        if not small and act and not place:
            break
        if small and low not in STATES and (starts or is_stop(low, language) or _is_act(low, language) or not low.isalpha()):
            break
        at = match.start(1)
        starts.append(at)
        if low in STATES:
            break
    return starts


def _is_act(word: str, language: str) -> bool:
    return word_class(word, language) in NO_NAME


def _is_cut(key: Key, found: Mapping[Key, Held]) -> bool:
    """Say whether most uses of an office have capitals before it, or four in five the same words."""
    uses = sum(found[key].forms.values())
    return 2 * found[key].cut > uses or any(
        len(other) > len(key) and other[-len(key) :] == key and 5 * sum(held.forms.values()) >= 4 * uses
        for other, held in found.items()
    )
