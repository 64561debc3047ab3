"""Which sentences can stand in a summary without the text around them, and the trims that let some do so.

The lists are of English first; the other languages have the pronouns and connectives that open a sentence. A sentence is
left out when in doubt: a report has many sentences, and a reader trips over one that hangs in the air.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digest.text.leavings import is_furniture
from digest.text.quotes import masked, outside
from digest.text.words import names, words

FEWEST, MOST = 6, 60
"""Words (white-space separated) of a sentence that may stand in a summary."""

DATELINE = re.compile(
    r"""(?:
        [A-Z][A-Z.'’/\-]+(?:\ (?:and\ )?[A-Z][A-Z.'’/\-]+){0,3}     # OSAKA, NEW YORK, ST. PETERSBURG
        (?:,\ [A-Z][\w./]*(?:\ [A-Z][\w./]*){0,2}){0,2}          # , Japan; , Texas/WASHINGTON
        (?:,\ [A-Z][a-z]{2,8}\.?\ \d{1,2})?                      # , June 28
        (?:\ ?\([^()]{2,40}\))?                                  # (Agency)
        (?:\ ?(?:[—–]|--|>>|•)\ ?|\ -\ ?|-\ )                   # no "WXYZ-TV"
      | [A-Z]{3,}(?:\ [A-Z]{3,}){0,2}\ \|\ (?=[A-Z][\w’']+\ [a-z]) # OSAKA |
      | (?:[A-Z][\w.'’\-]+(?:,?\ [A-Z][\w.'’\-]*){0,4}\ )?       # Osaka, Japan
        \([A-Z][\w.&\-]*(?:\ [A-Z][\w.&\-]*){0,3}\)              # (Agency) -
        \ ?(?:[—–]|--?)\ ?
      | (?:[A-Z][\w.'’\-]+(?:,?\ [\w.'’\-]+){0,4}\ )?
        \((?:CNN|AP|AFP|UPI|Reuters|Xinhua|Bloomberg)\)\ ?        # these do without the dash
    )(?=["“'‘]?[A-Z])""",
    re.VERBOSE,
)
"""What stands before the first word of a report: place, day, agency."""

NO_DATELINE = frozenset("FILE PHOTO PHOTOS VIDEO WATCH UPDATE EXCLUSIVE OPINION ANALYSIS LIVE BREAKING".split())

CONNECTIVE = re.compile(r"(?:But|And|Yet|So|However,|Meanwhile,|Still,|Also,|Moreover,|Nevertheless,) (?=[A-Z])")
"""May be trimmed where what follows begins with a capital letter of its own: a trim cannot change a letter."""

DANGLING = {
    "en": """he she it they we you i his her hers its their theirs our your my this that these those such here there's
        another others neither either
        and but or nor so yet however meanwhile moreover furthermore nevertheless nonetheless thus therefore hence
        besides likewise similarly additionally also instead then still too otherwise accordingly consequently
        afterwards afterward later elsewhere indeed plus although's rather conversely again he's she's it's they're
        that's here's i'm we're they've we've i've it'd he'd she'd who which what why how whose when's where finally
        secondly thirdly lastly ok okay yes no well sure let's now really""",
    "es": "él ella ello ellos ellas esto eso este esta estos estas ese esa pero y sin además también entonces así",
    "fr": "il elle ils elles ce cela ceci cet cette ces mais et or donc cependant toutefois ensuite ainsi aussi leur leurs",
    "de": "er sie es dies dieser diese dieses diesen das aber und doch jedoch sondern dann auch damit dabei dagegen",
    "pt": "ele ela eles elas isso isto este esta esse essa mas e porém contudo também então assim",
    "it": "egli lui lei essi loro esso questo questa questi ciò ma e però tuttavia inoltre anche poi così",
}
"""First words that lean on the sentence before."""

LEANING = {language: frozenset(listed.split()) for language, listed in DANGLING.items()}

SPOKEN = frozenset("i we you my our your i'm we're we've i've there here there's here's no yes".split())
"""Clear in a quotation whose speaker is named."""

OPENING = re.compile(
    r"""(?:the\ (?:two|three|pair|duo|trio|former|latter|same|others?|latest|second|third)\b(?!\ (?:world|lady|amendment))
      | the\ first\ (?:was|is|were|one|time|came|comes|of|two|three|such|man|woman|case|part|thing|question|step)\b
      | (?:the|a)\ (?:move|decision|comments?|remarks?|announcement|statement|news|incident|revelation|development)s?\ (?:also\ )?
        (?:comes?|came|followed|follows|marks?|was|were|is|are|drew|sparked|prompted)\b
      | (?:in|as|for|on|at|by|with|of|to|from|after|since|before|because|beyond|under|following)[ ]
        (?:addition|a\ result|example|instance|contrast|short|fact|turn|response|return|particular
           |this|that|these|those|it|them|him|her|his|their|its|which|so|then|doing|the\ (?:one|other|same)\ )\b
      | (?:one|two|another|an?|any|some)\ (?:more\ )?such\b
      | both\ (?!(?-i:[A-Z])|of\ the\b)
      | one\ of\ (?:them|those|these|the\ (?:two|three))\b
      | (?:some|most|many|all|none|each|both)\ of\ (?:them|these|those|whom)\b
      | (?:in|under|by|from|unlike|to)\ (?:[\w.]+\ ){0,3}[\w.]+['’]s,
      | first(?:,|\ off\b|\ of\ all\b)
      | (?:will|would|is|are|was|were|has|have|can|could|should|must)\ (?:be|have|not|never|been|being)\b
      | one\ (?:[a-z]{4,}ed|was|is|had|has|said|says|told|wrote|called|who|that)\b
      | other\ (?!than\b) | because\ (?!of\b) | \d{1,2}[.)]\ (?=\D)
      | more\ (?:on|from)\b | even\ (?:so|then|more|if|after)\b | at\ the\ (?:same\ )?time\b | of\ course\b | not\ (?:only|so)\b
      | as\ for\b | among\ other\ things\b | in\ the\ (?:hours|days|weeks|months|years)\ (?:after|since|before),
      | (?:hours|days|weeks|months|minutes|moments)\ (?:earlier|later)\b
      | that\ said\b | on\ the\ (?:one|other)\ hand\b | either\ way\b | no\ wonder\b | all\ (?:this|that)\b
      | on\ (?:mon|tues|wednes|thurs|fri|satur|sun)day\ (?:he|she|they|it)\b
      | just\ (?:as|like|then|(?:hours|days)\ (?!after)|got|spoke|left|heard|met|had|arrived|returned)\b )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Openings of several words that do."""

ELLIPTIC = re.compile(
    r"\b(?:he|she|they|it|we|I) (?:would|will|did|could|does|do|had|has|is|was|are|were)(?: not|n['’]t)?[.,;](?!\w)"
)
"""What is done is said in the sentence before: "Keller said that she would, and left"."""

BARE = 9
"""Words of a sentence up to which "the" something must be told apart by a name or a figure in it."""

PRONOUN_AFTER = re.compile(r"""(?:^|,|[”"’'])\ (?:he|she|they|it)(?:['’]\w+)?\ """, re.VERBOSE)
"""A pronoun that is the subject after an introduction or a quotation."""

SAYS = re.compile(
    r"(?:also )?(?:said|says|added|adds|told|wrote|writes|tweeted|continued|explained|noted|warned|argued|insisted)\b"
)

OPINION = re.compile(
    r"""\b(?:rest\ assured|make\ no\ mistake|to\ be\ sure|never\ mind|needless\ to\ say|of\ course,|simply\ put|thankfully|frankly
      |no\ wonder|(?:is|was|are|were)\ (?:right|wrong|correct|absurd|ridiculous|shameful)\ (?:that|in|to|about|when))\b""",
    re.VERBOSE,
)
"""What a reporter thinks, in lower case."""

FIRST_PERSON = re.compile(
    r"(?<!\()\b(?:I|[Ww]e|[Yy]ou)(?:['’](?:m|d|s|ll|ve|re))?\b(?![.'’]|[-–—]\w)|\b(?:my|My|our|Our|your|Your|us)\b"
)

FULL_DATE = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2},? (?:19|20)\d\d\b")
NO_CAPTION = re.compile(r"\b(?:will|would|is|are|has|have|takes effect|begins?|opens?|expires?|ends?)\b")
"""Captions are told in the present tense, with the full date; a report that gives one tells of the past, or of what is to be."""

LABEL = re.compile(r"(?:[A-Z][A-Z']+ ?){1,4}: |(?:[\w'’./]+ ){0,3}[\w'’.]+: (?![\"“‘'])|\d{1,2}[:.]\d\d\b")
"""What comes before a colon or is a time: "Reminder: ...", "9:22 p.m.: ..."; a quotation may follow a colon."""

DONE = re.compile(
    r"\b(?:said|told|met|held|was|were|did|had|made|took|won|lost|gave|went|came|found|began|left|kept|sent|shot|struck|spoke|fought"
    r"|rose|fell|cut|hit|led|ran|saw|withdrew|broke|wrote|became|got|put|sought|stood|swore|taught|threw|sued|heard|paid|dealt|built"
    r"|bought|brought|caught|thought|felt|drew|flew|grew|knew|blew|sank|sat|stole|swept|tore|quit|beat|chose|drove|spent|fled|froze"
    r"|hung|sold|understood|laid|shook|arose|overthrew|overtook|died|tied|lied|vied|[a-z]{3,}ed)\b"
)
"""Signs of the past tense."""

AHEAD = re.compile(
    r"\b(?:will|would|shall|may|might|could|can|should|to|is|are|set|due|scheduled|expected|expects|plans|planned|likely|upcoming|ahead|hopes)\b",
)
"""Signs that something lies ahead."""

OBJECT = re.compile(r"(?:(?!(?:that|who|whom|which|whose|when|if|while|to|because|asking|for)\b)[\w’'.\-]+ ){1,6}(?:him|them)\b")
"""An object early in the first clause: "Lund and Maas accused him"; it can never be the subject of that clause."""

ADVERBIAL = frozenset(
    """in on at during after before following since by for with from under over amid despite without as to speaking asked
    pressed earlier late last early while when although though if once because until through throughout upon ahead according
    rather instead given having being noting saying adding citing referring describing calling despite unlike like
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
"""First words of an introduction that is followed by the subject of the sentence."""

SUBORDINATE = frozenset("when while after before as although though if once because since until".split())

NOT_A_PERSON = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december twitter facebook white house congress fox news cnn""".split()
)


@lru_cache(maxsize=4096)  # the summary and the comparison of an event ask about the same sentences
def trims(text: str, language: str) -> tuple[tuple[int, int], ...] | None:
    """Give the stretches to trim so that a sentence stands alone (none where it does as it is), or None where it cannot.

    Only what stands before the sentence proper is ever trimmed: a dateline, then a connective. Offsets are in ``text``.
    """
    cuts: list[tuple[int, int]] = []
    start = 0
    if (match := DATELINE.match(text)) and not NO_DATELINE & set(words(match.group())):
        start = match.end()
        cuts.append((0, start))
    if language == "en" and (match := CONNECTIVE.match(text, start)):
        start = match.end()
        cuts = [(0, start)]
    return tuple(cuts) if _stands(text[start:], language) else None


def _stands(text: str, language: str) -> bool:
    size = len(text.split())
    if (
        not FEWEST <= size <= MOST
        or (not text[0].isalnum() and text[0] not in "\"“‘'$€£")
        or text.rstrip("\"”’'")[-1:] not in ".!…"
    ):
        return False
    if text.rstrip("\"”’' ").endswith("...") or _unbalanced(text) or is_furniture(text) or _shouts(text):
        return False
    first = words(text)[0].lower().replace("’", "'") if words(text) else ""
    leans = {first, first.split("'")[0]} & LEANING.get(language, frozenset())
    spoken = text[0] in "\"“‘'" and first in SPOKEN
    if text[0].islower() or not first or (leans and not spoken):
        return False
    return language != "en" or not (
        OPENING.match(text)
        or LABEL.match(text)
        or _says_i(text)
        or _hangs(text, first)
        or _is_caption(text)
        or _is_bare(text, first)
        or _judges(text)
    )


def _unbalanced(text: str) -> bool:
    """A quotation that opens or closes elsewhere, or a bracket that does."""
    singles = text.count("‘") - len(re.findall(r"’(?!\w)", text))
    return bool(open_quotes(text)) or singles > 0 or text.count("(") != text.count(")")


def open_quotes(text: str) -> int:
    """Give how many double quotations open in a text and do not end there, less those that only end there.

    A straight mark ends what a curly one opened ("“Never," he said", as hasty typing leaves it).
    """
    curly = text.count("“") - text.count("”")
    straight = text.count('"')
    if 0 < curly <= straight:
        curly, straight = 0, straight - curly
    return curly or straight % 2


def _shouts(text: str) -> bool:
    """A headline or label glued to the sentence: it opens with two words in capitals, or most of it is."""
    found = words(text)
    loud = [word.isupper() and len(word) > 3 for word in found]
    return loud[:2] == [True, True] or sum(loud) * 3 > len(found)


def _says_i(text: str) -> bool:
    """The reporter or an unnamed speaker speaks, or the whole sentence is a quotation and nobody is said to speak."""
    rest = outside(text)
    return len(words(rest)) < 2 or bool(FIRST_PERSON.search(rest))


def _hangs(text: str, first: str) -> bool:
    """The subject is a pronoun whose person is not named before it: "On Monday, he said", "“No,” she said"."""
    bare = masked(text)
    if OBJECT.match(bare):
        return True
    match = PRONOUN_AFTER.search(bare)
    if not match:
        return False
    before = bare[: match.start()].replace("”", " ").strip()
    people = [name for name in names("x " + before) if not set(name.lower().split()) & NOT_A_PERSON]
    if SAYS.match(bare, match.end()):  # "The rating, he added, is low": only a full name before it can be the speaker's
        return not any(" " in name and f"{name}’s" not in before and f"{name}'s" not in before for name in people)
    if not people:
        return first in ADVERBIAL or first in ("a", "an") or len(words(before)) < 3
    if first in SUBORDINATE:  # "When Trump arrived, he" is clear; "After meeting Putin, he" is not
        return not before.split(maxsplit=1)[-1].startswith(people[0][:3]) and "the " not in before[:14].lower()
    return first in ADVERBIAL


def _is_bare(text: str, first: str) -> bool:
    """Nothing in a short sentence tells what "the summary" is of, or what "he would"."""
    if ELLIPTIC.search(outside(text, "”")):
        return True
    if first != "the" or len(text.split()) > BARE:
        return False
    return not any(word[0].isupper() or word[0].isdigit() for word in words(text)[1:])


def _judges(text: str) -> bool:
    """The reporter tells what he thinks, in words that nobody is said to have spoken."""
    rest = outside(text)
    return bool(OPINION.search(rest.lower())) and not SAYS.search(rest)


def _is_caption(text: str) -> bool:
    return bool(FULL_DATE.search(text)) and not DONE.search(text) and not NO_CAPTION.search(text)
