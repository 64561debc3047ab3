"""Offices, and whoever holds them: "President Trump", "House Speaker Nancy Pelosi", "attorney general"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from digest.steps.keywords.names import Key, key_of

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

NAME = re.compile(r"((?: (?:[A-Z][.]|[A-Z][\w’'\-]*)){1,4})")
"""Capitals after an office."""


@dataclass(slots=True)
class Held:
    """A way to write an office, with its holder or without."""

    holder: Key = ()
    """The whole name of the holder; empty for an office alone."""
    whole: bool = False
    """The name after the office is the whole name."""
    forms: Counter[str] = field(default_factory=Counter)

    @property
    def form(self) -> str:
        """The most frequent way to write it; an office of no body alone is small, as inside a sentence."""
        form = min(self.forms, key=lambda form: (-self.forms[form], form))
        return form.lower() if not self.holder and not BODY.match(form) else form


def find_offices(texts: Iterable[str], persons: Collection[Key], short: dict[Key, Key], language: str) -> dict[Key, Held]:
    """Give the offices that texts name, alone and with a holder who is one of ``persons``, by their stems.

    ``short`` has the short forms of the persons' names with the whole ones.
    """
    found: dict[Key, Held] = defaultdict(Held)
    for text in texts:
        for match in OFFICE.finditer(text):
            office = match.group()
            if match["alone"]:
                found[key_of(office, language)].forms[office] += 1
            if not (after := NAME.match(text, match.end())):
                continue
            parts = after[1].split()
            for size in range(len(parts), 0, -1):
                form = re.sub(r"[’']s?$", "", " ".join(parts[:size]))
                name = key_of(form, language)
                holder = short.get(name, name)
                if holder in persons:
                    held = found[key_of(f"{office} {form}", language)]
                    held.holder, held.whole = holder, size > 1
                    held.forms[f"{office} {form}"] += 1
                    break
    return dict(found)
