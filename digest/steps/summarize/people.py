"""Who the people of an event are: a summary that takes "Maas said" from the middle of a report adds "[Ada]" before the name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from digest.model import Edit
from digest.steps.summarize.material import Line
from digest.text.classes import word_class
from digest.text.frequency import idf
from digest.text.quotes import masked
from digest.text.words import TITLES, is_stop, stem, words

MOST_WORDS = 4
"""Words of an insertion."""

NO_SURNAME = frozenset(
    """
    christ jesus republican democrat democratic conservative liberal
    act affairs agency america americans april association august bank bill bridge bureau center centre church city
    commission committee company congress conservatives council county court day december defence defense democrats
    department east february force friday group guard hill homeland hospital house institute island january journal july
    june justice kingdom korea lawmakers league liberals march may ministry monday nations news north november october
    office park party post republicans river saturday school security senate senators september service services south
    state states street sunday thursday times tuesday union university wednesday week west york
    """.split()
)
"""Last words of names that are no people."""

OFFICES = frozenset(
    "sen rep gov judge gen col lt sgt capt rev attorney general officer mayor senator governor deputy chief".split()
)
"""Short forms and words, besides ``TITLES``, that stand before a last name and are no first names."""

PERSON = (
    r"\b(?:Mr|Ms|Mrs|Miss|Dr|Sen|Rep|Gov|Judge|Justice|President|Minister|Secretary|[Aa]ttorney|[Ll]awyer|[Oo]fficer|[Ss]pokes\w+)"
    r"\.? (?:[A-Z][\w.]* ){{0,3}}{name}\b"
    r"|\b{name}(?:[’']s (?:lawyer|attorney|wife|husband|son|daughter|mother|father|brother|sister|campaign|testimony|death)\b"
    r"|, (?:\d\d\b|who(?:se|m)?\b|an?\b|the\b)"
    r"|(?: also| has| had)? (?:said|says|told|tweeted|wrote|added|testified|argued|claimed|denied|resigned|pleaded|died)\b)"
)
"""What is told of people: without it "House Democrats" would be one."""

FAMOUS = 4.5
"""The idf up to which a name in a single headline needs no explanation: "Clinton" has 4.1, "Biden" 5.8."""

MR = re.compile(r"\b(?:Mr|Ms|Mrs|Miss|Dr)\.? ")
NICKNAME = re.compile(r"(?<=[a-z] )[\"“(][A-Z][a-z]+[\"”)] (?=[A-Z])")
MR_BEFORE = re.compile(rf"{MR.pattern}$")
LONE = re.compile(
    r"(?<![\w’'\-.])(?P<mr>(?:Mr|Ms|Mrs|Miss|Dr)\.? )?(?P<name>[A-Z][a-zà-ÿ][\w\-]*[a-zà-ÿ])(?=[’']s\b|[^\w’'\-]|$)"
)
PARTICLE = re.compile(r"\b(?:de|da|di|du|von|van|der|bin|al|el|la|le) $")
CAPITAL_BEFORE = re.compile(r"[A-Z][\w’'.\-]*[ -]$|\b[A-Z]\.$|[&@#/]$")
OPENS = re.compile(
    r"^(?:Both|When|While|As|After|Before|But|Although|Though|If|Once|Because|Since|Until|Asked if|Like|Unlike|For|To) "
)
"""First words of a sentence, which are part of no name."""

ROLE_BEFORE = re.compile(
    r"\b(?:the|a|an|of|in|from|candidate|lawyer|adviser|advisor|spokesman|spokeswoman|nominee|secretary|director) $",
    re.IGNORECASE,
)
CAPITAL_AFTER = re.compile(
    r"[ -](?:[A-Z][a-z]|[A-Z]\.|(?:campaign|administration|team|family|presidency|aides?|officials?|supporters?|allies|era)\b)"
)
"""It is a part of a name, or no person: "the Lund Bridge", "a Lund campaign"."""


class People:
    """The people whom the reports of an event name in full."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        articles = {line.article.id: line.article for line in lines}
        titles = {name: frozenset(map(_bare, words(article.title))) for name, article in articles.items()}
        named = Counter(word for title in titles.values() for word in title)
        self._headlines = frozenset(named)
        self._met = frozenset(word for word, many in named.items() if many > 1 or len(titles) < 2)
        self._full: dict[str, tuple[str, ...]] = {}
        self._introduced: dict[tuple[Line, str], bool] = {}

    def unnamed(self, line: Line) -> tuple[str, ...]:
        """Give the last names in a sentence that stand without a first name or an office, and are in few headlines."""
        return tuple(dict.fromkeys(name for name, _ in self._lone(line)))

    def introduces(self, line: Line, name: str) -> bool:
        """Say whether a sentence gives more than a person's last name."""
        key = (line, name)
        if key not in self._introduced:
            full = rf"[A-Z][\w’'\-]*\.? (?:[A-Z]\. )?{re.escape(name)}\b"
            self._introduced[key] = name in line.text and bool(
                re.search(full, MR.sub("", NICKNAME.sub("", OPENS.sub("", line.text))))
            )
        return self._introduced[key]

    def can_name(self, name: str) -> bool:
        """Say whether first names of somebody are known, and one person's alone."""
        return len(self._known(name)) == 1

    def insertion(self, line: Line, name: str) -> Edit | None:
        """Give the insertion of first names before the first such last name in a sentence, or None if they are not known."""
        known = self._known(name)
        full = known[0] if len(known) == 1 else ""
        place = next((at for lone, at in self._lone(line) if lone == name), None)
        if place is not None and MR_BEFORE.search(line.text[:place]):  # no "Mr [Gov. Ada] Lund"
            full = " ".join(word for word in full.split() if word.strip(".").lower() not in TITLES | OFFICES)
        if not full or place is None:
            return None
        at = line.place_of(place)
        return Edit(at, at, f"[{full}] ")

    def _lone(self, line: Line) -> list[tuple[str, int]]:
        bare = masked(line.text)
        found = []
        for match in LONE.finditer(bare):
            name, at = match["name"], match.start("name")
            if name.lower() in NO_SURNAME or name in self._met or is_stop(name) or name.lower() in TITLES:
                continue
            famous = idf(stem(name.lower())) < FAMOUS
            if famous and name in self._headlines:
                continue
            before, after = bare[: match.start()], bare[match.end() :]
            if (
                PARTICLE.search(before)
                or (CAPITAL_BEFORE.search(before) and not OPENS.fullmatch(before))
                or CAPITAL_AFTER.match(after)
                or ROLE_BEFORE.search(before)
            ):
                continue
            if self._is_word(name) or self.introduces(line, name):
                continue
            if self._known(name) or (match["mr"] and not famous):
                found.append((name, at))
        return found

    def _is_word(self, name: str) -> bool:
        """Say whether it is the name of a people, or a word that a report also writes small ("Sandy" rarely is one)."""
        low = name.lower()
        if word_class(low) == "demonym":
            return True
        return low in self._small

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(word for line in self._lines for word in words(line.text) if word.islower())

    def _known(self, name: str) -> tuple[str, ...]:
        """Give what stands before a last name where the reports name somebody in full, for every first name once."""
        if name not in self._full:
            self._full[name] = self._look_up(name)
        return self._full[name]

    def _look_up(self, name: str) -> tuple[str, ...]:
        told = re.compile(PERSON.format(name=re.escape(name)))
        if not any(name in line.text and told.search(line.text) for line in self._lines):
            return ()
        first: dict[str, str] = {}
        offices: set[str] = set()
        pattern = re.compile(
            rf"\b(?P<run>(?:[A-Z][\w’'\-]*\.? (?:[A-Z]\. )?|(?:von|van|de|da|bin|al|el|la) ){{1,5}}){re.escape(name)}\b(?!-)"
        )
        for line in self._lines:
            if name not in line.text:
                continue
            text = NICKNAME.sub("", line.text)
            for match in pattern.finditer(text):
                run = match["run"].split()
                if re.search(r"\b[Tt]he $", text[: match.start()]):
                    if len(run) < 2:
                        return ()
                    continue  # "envoy to the United Nations Ada Lund"
                whole = len(run)
                while run and (is_stop(run[0].strip(".")) or MR.match(f"{run[0]} ")):
                    run = run[1:]
                if not run or run[-1].endswith(("'s", "’s")) or MR.match(f"{run[-1]} "):
                    continue
                own = next((word for word in reversed(run) if len(word.strip(".")) > 1), "").rstrip(".")
                if own.lower() in TITLES | OFFICES:
                    offices.add(own)
                elif own and own[0].isupper() and own.lower() not in NO_SURNAME and own not in self._headlines:
                    cut = len(run) > MOST_WORDS or len(run) < whole or text[: match.start()].endswith(" of ")
                    first.setdefault(own, " ".join(_from_title(run) if cut else run))
        if offices and not any(office in known for office in offices for known in first.values()):
            return ()  # "President Lund" may be another one than "Melita Lund"
        return tuple(first.values())


def _bare(word: str) -> str:
    """Give a name without its genitive."""
    return re.sub("[’']s?$", "", word)


def _from_title(run: Sequence[str]) -> Sequence[str]:
    """Leave out what a longer name or office was cut to: "(New) Jersey Sen. Cory", "(Secretary of) State Mike"."""
    at = [number for number, word in enumerate(run) if word.strip(".").lower() in TITLES | OFFICES]
    return run[at[-1] :] if at else run[-1 - (len(run) > 1 and len(run[-1].strip(".")) < 2) :]
