"""Verbs of one act: who "lashed out" and "ripped" in two sentences did one thing, told twice in two reporters' words.

Shared words do not show it. A table of synonyms as large as WordNet's takes near senses for the same; these rows hold what
somebody does once in an event.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digest.text.quotes import outside
from digest.text.words import REMEMBERED, stem

ROWS = tuple(
    frozenset(stem(word) for word in row.split())
    for row in (
        "appoint tap pick pick choose chose chosen select nominate hire assign favorite favourite frontrunner zeroing asked",
        "kill die died dead death fatal fatally slain shot shooting gunshot",
        "arrest detain custody apprehend",
        "charge indict indictment",
        "approve passed passage passing",
        "deny denied denial reject dismiss refute dispute",
        "lash rip slam blast criticize condemn denounce rebuke scold berate bash assail excoriate lambaste decry ridicule mock",
        "resign quit stepdown departure resignation",
        "sue lawsuit suit sued",
        "win won winner victory defeat beat beaten triumph prevail",
        "attend",
        "apologize apology sorry",
        "endorse endorsement",
        "suspend block halt ban bar",
        "praise hail applaud laud",
        "launch fire test-fire",
        "cancel scrap abandon",
        "postpone delay",
        "expel kick evict",
        "reveal disclose leak",
        "plead pleaded guilty",
        "withdraw withdrew pull",
        "subpoena subpoenaed",
        "unveil",
        "overturn strike struck",
    )
)

TWO_WORDS = re.compile(r"\b(?:step|stepp)(?:ed|ing|s)? down\b")
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
NEAR = 12
"""Words before an act among which its doer is named; for what is done to somebody also behind it."""

DONE_TO = 5
"""So many rows, the first, are of what is done to somebody."""

ONE_BILL = frozenset("bill measure legislation resolution act".split())
ONE_HOUSE = frozenset("congress senate house lawmakers".split())
TITLES = frozenset(
    "mr mrs ms president sen rep gov secretary monday tuesday wednesday thursday friday saturday sunday u s the".split()
)


@lru_cache(maxsize=4096)  # every sentence of an event is asked about beside every other one
def acts_of(text: str) -> frozenset[tuple[int, str]]:
    """Give the acts that a sentence tells outside quotations: the row of each and every name near it."""
    found = TWO_WORDS.sub("stepdown", outside(text))
    words = WORD.findall(found)
    named = [_name(word) if word[0].isupper() or word in ONE_BILL else "" for word in words]
    acts: set[tuple[int, str]] = set()
    for place, word in enumerate(words):
        if word[0].islower():
            for row in _rows(word):
                near = named[max(0, place - NEAR) : place + (NEAR if row < DONE_TO else 0)]
                acts.update((row, name) for name in near if name and not (row < DONE_TO and name.endswith("ns")))  # a people
    return frozenset(acts)


@lru_cache(maxsize=REMEMBERED)
def _rows(word: str) -> tuple[int, ...]:
    found = stem(word)
    return tuple(number for number, row in enumerate(ROWS) if found in row)


def _name(word: str) -> str:
    low = re.sub(r"[’']s?$", "", word.lower())
    return "" if low in TITLES else "congress" if low in ONE_HOUSE else "bill" if low in ONE_BILL else low
