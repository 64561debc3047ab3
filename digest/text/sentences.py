"""Sentences of news prose, as exact spans of a block of text."""

from __future__ import annotations

import re
from bisect import bisect_left

import sentencex

from digest.text.links import links_in
from digest.text.words import stop_words

_TITLES = frozenset(
    "mr mrs ms messrs mx dr prof gen sen sens rep reps gov govs lt col capt cmdr sgt cpl pvt maj adm rev fr hon"
    " pres supt insp det atty sec amb asst assoc dep mme mlle mgr".split()
)
"""English short forms before a name, with a capital: no sentence ends after them."""

_LEADING = {
    "en": frozenset("vs v cf viz approx esp fig figs vol arts".split()),
    "es": frozenset("sr sra sres srta d dña dr dra prof gral lic ing núm pág págs art cf aprox mons ee ff avda av dpto".split()),
    "fr": frozenset("m mm dr pr me mgr av st ste cf env art".split()),
    "de": frozenset("dr prof hr fr pfr dipl st nr vgl ca bzw ggf evtl inkl art abs mio mrd str sog".split()),
    "pt": frozenset("sr sra dr dra prof profa exmo exma d av art cf aprox núm pág dep sen gov min des".split()),
    "it": frozenset("sig dott prof avv ing on mons arch geom rag cf art pag ca".split()),
}
"""Short forms that stand before what they belong to, in whatever case: no sentence ends after them."""

_SPELT = frozenset(("i.e", "e.g", "a.k.a"))
"""Short forms of words that something always follows."""

_ACADEMIC = frozenset(("dr", "prof", "dipl", "mag"))
"""Titles behind which a short form in small letters may stand."""

_NUMBERED = frozenset("no nos nr núm n p pp pág pag fig figs art arts ch vol sec abs op s c ca approx".split())
"""Short forms before a figure: no sentence ends between the two."""

_SHORT = frozenset(
    "inc corp co cos ltd llc plc bros jr sr al ave blvd rd st sq ft mt dept est gmbh univ jan feb mar apr jun jul"
    " aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun ala ariz ark calif colo conn del fla ga ill"
    " ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo ont que alta ud"
    " uds".split()
)
"""Short forms written with a capital that may end a sentence: one does only if the next word is one that opens sentences."""

_SHORT_ANYWHERE = frozenset("etc usw ecc jh ext inc ltd llc plc gmbh sept ph.d phd".split())
"""The same, in whatever case."""

_OPENERS = frozenset(
    "the a an he she it they we i you his her its their our my this that these those there here but and or so yet"
    " in on at for if when while as after before with by from however meanwhile what who where why how some many"
    " several most no nobody not yes then since although though despite during according both all another it's"
    " he's she's they're there's i'm we're that's instead still also until under each every two three".split()
)
"""English words that, with a capital, open a sentence far more often than they begin a name."""

_SAYING = (
    "said|says|say|asked|asks|added|adds|told|tells|replied|wrote|writes|tweeted|shouted|cried|wondered|joked|answered|continued|recalled"
    "|exclaimed|quipped|insisted|explained|declared|demanded|warned|yelled|called out|inquired|noted"
)
_ATTRIBUTION = re.compile(
    rf"(?:(?:he|she|they|I|we|(?:the |an? )?(?:[a-z]+ )?[a-z]+|(?:(?:Mr|Mrs|Ms|Dr|Sir|Lady|Lord)\.? )?[A-Z][\w’'.-]*"
    rf"(?: (?:[A-Z][\w’'.-]*|de|van|von|bin|al)){{0,4}})(?:, [^,.!?]{{1,60}},)?"
    rf"(?: (?:also|then|later|once|\w+ly))?)"
    rf" (?P<verb>{_SAYING})(?P<after>[.,;:]?)(?= (?P<next>[\w’'-]+)|[.,;:]|$| )",
    re.IGNORECASE,
)
"""Who said it, right behind a quotation: "Mr Brown asked", "the minister later added"."""

_REPORTS = frozenset("that he she it they we i the a there his her its their no this".split())
"""What stands behind "said" where it opens a sentence of its own: "Mr Brown said he ..."."""

_ADDRESSING, _REPORTED = frozenset({"told", "tells", "asked", "asks"}), frozenset({"that", "whether", "if", "how", "why"})
"""Verbs that name whom they were said to ("told the paper"), and what stands behind these in a sentence of its own."""

_NAMES_WITH_BANG = re.compile(r"(?:\bYahoo|\bJeopardy|\bOh|\bMamma Mia|\bGuess|\bChupa|\bPanic|\bKapow|\bWham|\bE)!$")
"""Names that end in an exclamation mark; from memory, open to more."""

_STOP = re.compile(r"""(?P<mark>[.!?…]+|\.(?: \.){2,})(?P<close>[\])"'’”»›“]*|(?:\s[»›])[”’"]*)(?P<gap>\s+|$)""")
_OPENING = re.compile(r"""[\["'‘“„«‹(¿¡—–-]*\s?[\["'‘“„«‹(¿¡]*""")
_GLUED = re.compile(
    r"(?:(?<=[a-z]{3})[.?!]+[\"'’”)]*(?=(?:The|He|She|It|They|But|In|On|And|We|His|Her|At|This|There|A) ?[a-z]|“[A-Z])"
    r"|(?:(?<![\w.@/])[a-z]{3,}|[A-Z][a-z]{5,}|\d [ap]\.m)[.?!]+[\"”)]*(?=[\"“]?[A-Z][a-z’'-]+[ ,]))"
)
"""A stop with the next sentence right behind it; a short form ("Gov.Lund") or an address ("Marl.com") is none."""

_IN_VIEW = 300
"""Characters before and after a stop that are looked at."""

_CJK_STOP = re.compile(r"[。！？]+[」』”’）]*")
_WIDE_SPACE, _SURROGATE = re.compile(r"[^\S ]"), re.compile(r"[\ud800-\udfff]")
_PAIRS = {"“": "”", "„": "“”", "«": "»", "(": ")", "[": "]", "‘": "’", "‹": "›"}
_OPENS_PAIR = re.compile(r"[“„«(\[‘‹\"']")
_LONGEST_PAIR = 600
"""Characters (about a hundred words): a quotation that seems longer was never closed, or is a speech, and is split."""


def split_sentences(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Give the sentences of one block of text as (start, end) spans, in order.

    Spans do not cross, begin and end with a character that is not white space, and cover everything but white space.
    A quotation or bracket that is closed in the block stays whole, with the words that say who spoke: a sentence taken out of it
    would stand with half a pair of quotation marks.
    ``sentencex`` proposes; its word counts in languages that have no table here. For the six that have one, what it gets wrong in
    news prose (it cuts "then-U.S.", "Yahoo! Inc.", “...?” Mr Brown asked) is decided by the words on both sides of each stop.
    """
    links = links_in(text)
    whole = sorted([*links, *(pair for pair in _enclosed(text) if not any(a <= pair[0] < b for a, b in links))])
    opened = [start for start, _ in whole]

    def inside(end: int) -> bool:
        nearest = bisect_left(opened, end) - 1
        return nearest >= 0 and end < whole[nearest][1]

    proposed = _proposed(text, language)
    ends = {end for end in proposed if _CJK_STOP.search(text, max(0, end - 4), end)}
    for match in _STOP.finditer(text):
        end = match.end("close")
        if not inside(end) and _ends_sentence(text, match, language, end in proposed):
            ends.add(end)
    ends.update(match.end() for match in _GLUED.finditer(text) if not inside(match.end()))
    return _spans(text, sorted(ends))


def _proposed(text: str, language: str) -> set[int]:
    """Give where sentencex ends a sentence, white space off.

    sentencex 1.0.32 panics on a white-space character of more than one byte before an initial (measured: U+00A0 + "B."), and
    refuses surrogates; each is replaced, one for one, so that places stay what they are.
    """
    plain = text if text.isascii() else _SURROGATE.sub("?", _WIDE_SPACE.sub(" ", text))
    ends, position = set(), 0
    for part in sentencex.segment(language, plain):
        ends.add(position + len(part.rstrip()))
        position += len(part)
    return ends


def _enclosed(text: str) -> list[tuple[int, int]]:
    """Give the stretches between paired quotation marks or brackets, both included."""
    pairs: list[tuple[int, int]] = []
    position = 0
    while found := _OPENS_PAIR.search(text, position):
        position, mark = found.start(), found.group()
        close = _PAIRS.get(mark, mark if mark in "\"'" else "")
        before, after = text[position - 1 : position], text[position + 1 : position + 2]
        if mark in "\"'‘" and ((before and (before.isalnum() or before in ".,!?")) or not after or after.isspace()):
            close = ""  # an apostrophe, or a mark that closes what was never opened
        stop = _closing(text, position, mark, close) if close else 0
        if stop:
            pairs.append((position, stop))
            position = stop
        else:
            position += 1
    return pairs


def _closing(text: str, start: int, mark: str, close: str) -> int:
    """Give the end of the pair opened at ``start``, or 0 if it is not closed near enough."""
    if all(text.find(character, start + 1, start + _LONGEST_PAIR) < 0 for character in close):
        return 0
    depth = 0
    for found in re.compile(f"[{re.escape(mark + close)}]").finditer(text, start, start + _LONGEST_PAIR):
        position, character = found.start(), found.group()
        if position > start and character in close:
            after = text[position + 1 : position + 2]
            if character in "'’\"" and after.isalnum():
                continue  # don’t, or a quotation inside
            if (
                character in "'’"
                and text[position - 1] == "s"
                and after == " "
                and any(c in text[position + 2 : start + _LONGEST_PAIR] for c in close)
            ):
                continue  # the leaders’ statement
            depth -= 1
            if depth <= 0:
                return position + 1
        elif character == mark:
            depth += 1
    return 0


def _ends_sentence(text: str, match: re.Match[str], language: str, proposed: bool) -> bool:
    """Say whether a sentence ends at a stop that white space or the end of the block follows."""
    rest = text[match.end() : match.end() + _IN_VIEW]
    if not rest:
        return True
    opening = _OPENING.match(rest)
    quoted = bool(opening and opening.group().strip("—–- "))
    following = rest[opening.end() :] if opening else rest
    word = re.match(r"[^\s,.;:!?)\]\"”’»]*(?:[’'][^\W\d_]+)?", following)
    next_word = word.group() if word else ""
    first = next_word[:1]
    if first.islower() and not re.match(r"[a-zà-ÿ]{1,2}[A-Z]|https?:/", following):
        return False
    mark, close = match["mark"], match["close"].strip()
    before = text[max(0, match.start() - _IN_VIEW) : match.start()]
    opens = _opens(next_word, language)
    if close and not _stands_alone(text, match, following):
        return False
    if not close and mark == "!" and _NAMES_WITH_BANG.search(before + mark):
        return opens
    if mark == "." and not (close and close[0] in "\"”’»'"):
        return _full_stop_ends(before, next_word, opens or quoted, language) and (proposed or language in _LEADING)
    return bool(first)  # where nothing but marks follow, they belong to this sentence


def _opens(word: str, language: str) -> bool:
    low = word.lower().replace("’", "'")
    return word[:1].isupper() and (low in _OPENERS if language == "en" else low in stop_words(language))


def _stands_alone(text: str, match: re.Match[str], following: str) -> bool:
    """Say whether a stop inside a closing mark ends the sentence, and no "... he said" belongs to it."""
    close = match["close"].strip()
    if close[0] in ")]":
        # "(See below.) Then" ends a sentence; so does "... at home (in the U.S.) The"
        return not close.endswith(",")
    if following[:1] in "—–-" or text[match.end() : match.end() + 1] in "—–-":
        return False
    said = _ATTRIBUTION.match(following)
    if not said:
        return True
    reports = not said["after"] and (said["next"] or "").lower() in (_REPORTED if said["verb"] in _ADDRESSING else _REPORTS)
    if match["mark"][0] in "?!…":
        return reports
    # A quotation that ends in a full stop is followed by its speaker only in loose writing, and then shortly.
    tail = re.split(r"[.!?](?:\s|$)", following[said.end() :], maxsplit=1)[0]
    return reports or len(tail.split()) > 6


def _full_stop_ends(before: str, next_word: str, opens: bool, language: str) -> bool:
    """Say whether a single full stop ends a sentence, by the words on its two sides."""
    tokens = before.split()
    token = tokens[-1] if tokens else ""
    bare = token.lstrip("([\"'‘“„«¿¡—–").lower()
    last = re.split(r"[-–—/(’']", bare)[-1]
    capital = token.lstrip("([\"'‘“„«¿¡—–")[:1].isupper()
    number_next = next_word[:1].isdigit()
    before_it = tokens[-2].lower().rstrip(".") if len(tokens) > 1 and tokens[-2].endswith(".") else ""
    if before_it in _ACADEMIC and token.isalpha() and token.islower() and len(token) <= 4:
        return False  # "Prof. em. Karl Voss", "Dr. med. Anna Weber"
    if not bare:
        return opens
    if re.fullmatch(r"\d{1,2}|[a-z]|[ivx]+", bare) and (len(tokens) == 1 or (bare.isdigit() and _ends_plainly(tokens[-2]))):
        return False  # "1. The first point"
    if last in _LEADING.get(language, frozenset()) or (last in _TITLES and capital):
        return False
    if last in _SPELT:
        return False
    if number_next and last in _NUMBERED and not (last == "no" and not capital and tokens[-2:-1] == ["said"]):
        return False
    if language == "de" and re.fullmatch(r"\d{1,2}", bare):
        return opens  # "am 28. Juni", "im 19. Jahrhundert"
    if re.fullmatch(r"[^\W\d_]", bare) and re.match(r"[^\W\d_]$", next_word):
        return False  # "z. B.", "u. a."
    if re.search(r"(?:^|[^a-z.])[ap]\.m$", bare):
        return not (number_next or next_word.lower() in _TIME_WORDS)
    if (last in _SHORT and capital) or last in _SHORT_ANYWHERE:
        return opens and not number_next
    if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}", last):  # U.S, Ph.D, J.-C
        return opens
    if re.fullmatch(r"[^\W\d_]", last) and token[-1:].isupper():  # an initial, or "plan B"
        return opens
    return True


def _ends_plainly(token: str) -> bool:
    """Say whether a word with a mark behind it ends a sentence, and is no short form such as "Sept."."""
    word = token.rstrip(".!?:").lower()
    return word.isalpha() and len(word) > 1 and word != token.lower() and word not in _SHORT | _SHORT_ANYWHERE | _NUMBERED


_TIME_WORDS = frozenset(
    "et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst eastern pacific central mountain local monday"
    " tuesday wednesday thursday friday saturday sunday jan feb mar apr may june july aug sept oct nov dec january"
    " february march april august september october november december".split()
)
"""What may follow "5 p.m." in the same sentence."""


def _spans(text: str, ends: list[int]) -> tuple[tuple[int, int], ...]:
    """Cut the text at the ends; a piece without a letter or digit goes to the one before it, or else to the one after it."""
    spans: list[tuple[int, int]] = []
    position = 0
    for end in [*ends, len(text)]:
        piece = text[position:end]
        if end <= position or not piece.strip():
            continue
        start, stop = position + len(piece) - len(piece.lstrip()), position + len(piece.rstrip())
        if spans and not (any(map(str.isalnum, piece)) and any(map(str.isalnum, text[slice(*spans[-1])]))):
            spans[-1] = (spans[-1][0], stop)
        else:
            spans.append((start, stop))
        position = end
    return tuple(spans)
