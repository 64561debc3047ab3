"""What is no sentence though it has a full stop: descriptions of pictures, words that a page broke."""

from __future__ import annotations

import re

from digest.text.alone import DONE
from digest.text.classes import word_class
from digest.text.quotes import outside
from digest.text.words import words

CAPTION = re.compile(
    r"(?:Supplied|Courtesy|Handout|Screenshot|Screengrab|Image|Play|Close|Picture|Pictured|Enlarge|(?:Toggle|Hide) caption)"
    r" [A-Z]"
    r"|(?:Watch|See|Read|Click|Listen|Scroll|Follow|Check|Get|Sign|Subscribe|Join|Download|Tune|Stay|Share|Send)"
    r" (?:the|our|more|all|a|an|how|out|to|inside|here|your|up|it|this|in|tuned)\b"
    r"|[^“”\"]*\((?:[LC]|[Ll]eft|[Rr]ight|[Cc]enter|[Cc]entre|from left)\)"  # "(R)" alone is a party
)
BROKEN = re.compile(
    r"(?<![\w\-])(?:(?:a|an|the|its|their|our|your) (?:the|an?|its|their|his|our|your)"
    r"|(?:a|an|the) (?:of|to|in|is|are|was|and|for|with|from)"
    r"|(?P<twice>the|of|to|with|by|and|was|at) (?P=twice))(?![\w.’'\-])(?! [A-Z])"
    r"|\b(?:of|for|on|with|by|from) [A-Z]\w*-[A-Z0-9]\w* here [a-z]+"
    r"|\bbetween (?:the )?(?:[A-Z]\w+ )+(?:sells|buys|says|has|is)\b"
)
"""Words that cannot stand side by side: the page lost one, or a link stood between them."""

SHOWS = re.compile(
    r"(?:[A-Z][\w.’'\-]*,? |(?:of|the|and|a|an|at|de|from|in|candidate|leader|president|minister) |[A-Z]-[A-Z][\w.]*, ){1,12}"
    r"(?:speaks|walks|arrives|waves|listens|looks|poses|stands|gestures|departs|shakes|greets|addresses|talks|boards|watches"
    r"|smiles|participates|laughs|hugs|kisses|holds)\b"
)
"""How the picture of somebody is described."""

AUXILIARY = frozenset(
    """is are was were be been am has have had will would can could cannot may might shall should must do does did get got go
    went come came say said see saw give gave take took make made know knew keep kept show shown let need used want seem
    become""".split()
)

PAST_AS_PRESENT = frozenset("split set shut cast spread hurt burst bet".split())
"""Verbs whose past has no mark of its own."""

NO_PICTURE = re.compile(r"(?:While|As|When|If|After|Before|Following|Since|Because|Although|Though|Until|During|Amid|In|On|At)\b")
"""Openings of a clause or phrase: the picture of somebody is described from his name on."""

AGAIN = re.compile(r"(?<!\S)((?:\S+ ){3,20}\S+) \1(?!\S)")
"""Words that stand twice in a row: a caption and its title."""


def is_broken(text: str) -> bool:
    """Say whether an English sentence describes a picture, has no verb, or misses or repeats words as pages do that lost some."""
    if CAPTION.match(text) or BROKEN.search(text) or AGAIN.search(text):
        return True
    rest = outside(re.sub(r" \([^()]*\)", "", text))
    shows = SHOWS.match(rest) and not NO_PICTURE.match(rest) and not DONE.search(rest)
    return bool(shows) or not _has_verb(text)


def _has_verb(text: str) -> bool:
    """Say whether a word of it may be a verb; "Ada Lund at the opening of the bridge in 2014." has none."""
    found = (word.replace("’", "'") for word in words(text)[1:])
    return any(
        word in AUXILIARY or "'" in word or _may_be_verb(word)
        for word in found
        if word.islower() or word.endswith(("'s", "'d", "'re", "'ll", "'ve"))
    )


def _may_be_verb(word: str) -> bool:
    plural = word.endswith("s") and not word.endswith("ss") and len(word) > 3
    return plural or word in PAST_AS_PRESENT or bool(DONE.fullmatch(word)) or word_class(word) in ("verb", "participle")
