"""What a sentence points at: the things that it takes for granted, which another sentence must have told.

About half of the definite descriptions of a news text are new to its reader, and need nothing before them; most others repeat
the noun that introduced the thing (Vieira and Poesio 2000, "An empirically based system for processing definite descriptions").
So "the policy" needs a sentence that tells of a policy where its own report told of one before, and nothing where it did not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from digest.steps.summarize.behind import counted, stands_behind
from digest.text.alone import ADVERBIAL, DONE
from digest.text.classes import word_class
from digest.text.frequency import idf
from digest.text.quotes import QUOTED, masked, outside
from digest.text.words import content_stems, is_stop, names, stem

WORD = re.compile(r"[\w’'\-]+|[^\w\s]")
THE = re.compile(r"\b(?:[Tt]he(?: two| three| four| five)?|[Bb]oth|[Ee]ither|[Nn]either|(?:Many|Most|Some) of the) (?=[a-z])")
OPENING = re.compile(r"[“\"]?(?:The|Both|Many|Most|Some) (?:of the )?(?=[a-z])")

TELLS_WHICH = frozenset(
    "of between who whom that which whose where behind around against over for to from who’s who's with".split()
)
"""Words behind a noun that say which one is meant: "the bridge over the Senn"."""

KNOWN = frozenset(
    """president government police court world economy public nation country state army military administration press internet
    coronavirus virus pandemic media prime weather sun pope queen king dollar stock market markets stocks first last most
    best worst biggest largest only latest same late former next new""".split()
)
"""Nouns of which a reader knows one, and words that tell by themselves which."""

COMMON = frozenset(
    """week weeks month months year years day days morning afternoon evening night weekend summer winter spring fall autumn
    season time moment past future end beginning start middle rest way fact case issue situation number people
    house senate congress border south north east west left right law party parties side sides center air
    ground road street other others way whole matter lead wake face hands""".split()
)
"""Nouns that stand behind "the" whatever was told before."""

USUAL = KNOWN | COMMON

PEOPLE = frozenset(
    """father mother man woman boy girl son daughter wife husband brother sister couple suspect victim gunman shooter attacker
    driver teenager teen child baby newspaper magazine paper outlet network publication broadcaster survey poll study
    suspects victims findings finding term process incident op-ed prohibition clip memo proclamation index chamber panel insurer
    conference hearing interview list figure figures sum amount reaction""".split()
)
"""Nouns for somebody, a source or what was told that must have been introduced, also where the report had another word for it."""

ALIKE = tuple(
    frozenset(stem(word) for word in group.split())
    for group in (
        "company firm insurer maker giant startup business corporation retailer manufacturer chain carrier airline",
        "plant factory site facility",
        "suspect man gunman shooter attacker defendant",
        "father mother parent son daughter child boy girl",
        "officer police deputy trooper",
        "election vote poll ballot primary caucus race campaign",
        "bill legislation law measure proposal act package amendment resolution",
        "ruling decision order verdict judgment opinion ruled",
        "court judge justice panel",
        "attack shooting bombing explosion blast assault shot",
        "talk meeting summit negotiation",
        "report story article account",
        "virus disease outbreak pandemic coronavirus covid",
        "storm hurricane",
        "deal agreement accord pact treaty truce",
        "protest demonstration rally march",
        "worker employee staff staffer",
        "video footage clip",
        "poll survey",
        "inquiry investigation probe",
        "hearing testimony",
        "policy rule regulation directive order",
        "speech address remark",
        "post tweet tweeted twitter posted",
        "index average dow nasdaq",
        "chamber senate house parliament council assembly",
        "panel committee commission board subcommittee",
        "list listed item",
        "lawsuit suit case",
    )
)
"""Words that introduce one another."""

NO_NOUN = "week month year morning afternoon evening weekend summer winter spring fall season time is was would will has past one"
THE_ONE = re.compile(
    r"The (?:[A-Z][\w.’'\-]+ )+(?:Democrat|Republican|senator|governor|congress(?:man|woman)|lawmaker|native|tycoon|mogul"
    r"|billionaire|star|lawyer|attorney|company|firm)\b(?! (?:Party|[A-Z]))"
)
WHOSE = re.compile(
    r"\b[A-Z][\w.\-]*[’']s? (?P<noun>tweet|post|claim|comment|remark|statement|letter|decision|announcement|suggestion|threat"
    r"|accusation|allegation|attack|proposal|plan|order|request|demand|call|speech|testimony)s?\b"
)
"""What somebody said or did and the report has told of: "Lund's tweet"."""

OWN = frozenset(map(stem, "index company bank".split()))
"""Which one is meant the same report tells: another one may have told of another."""

UNTOLD = frozenset(map(stem, "case story document memo letter article".split()))
"""Of these a reader asks which one, whatever its own report told."""

NEIGHBOUR = frozenset({""})
"""No sentence has this noun: "The New York Democrat said" stands behind its neighbour or nowhere."""

THESE = re.compile(
    r"\b(?:[Tt]hese|[Tt]hose(?! who\b)|[Ss]uch (?!as\b)(?:an? )?"
    rf"|[Tt]his (?!(?:{NO_NOUN.replace(' ', '|')}|by|as|to|and|in|at|for)\b)"
    r"|(?:(?<=, )|(?<=\b(?:in|of|by|on|at|to) )|(?<=\bfor )|(?<=\bwith )|(?<=\bfrom )|(?<=\bunder )|(?<=\bafter ))that (?=[a-z]+)"
    r"|[Tt]hat (?=(?:idea|claim|case|night|decision|vote|meeting|figure|number|statement|letter|report|group|list|kind)\b"
    r"|[a-z]+[,.;]))"
    r"(?P<words>(?: ?[a-z][\w’'\-]*){1,3})"
)
"""What points at something told before."""

THAT_NAMED = re.compile(
    r"\b[Tt]he (?:[A-Z][\w.’'\-]*[^\s.,;:] ){1,3}(?P<noun>case|story|document|memo|letter|article"
    r"|bill|report|lawsuit|suit|probe|deal|order|plan|filing|complaint|interview|ruling|proposal|measure|vote|hearing|investigation|study|poll)s?\b"
)
"""Things that a name tells apart of others, and that still must have been told: "the Democratic document"."""

VERB = (
    r"(?:could|would|will|is|was|isn['’]t|wasn['’]t|may|might|has|had|should|does|did|can|includ\w+|means?|meant|comes?|came"
    r"|happens?)"
)
POINTS = re.compile(
    rf"\b[Tt]his {VERB}\b"
    rf"|\b(?:whether|if|of|for|about|with|like|because|than|says?|said|how|when|why|think|thinks) that(?: {VERB}\b|[.,;])"
    r"|\b(?:do|did|does|doing|done) (?:so|that|this)\b(?! (?:that|the)\b)"
    r"|\b(?:in|after|before|to|for|by|at|from|on|of|with|about|all|beyond|despite) (?:this|that)[.,;]"
    r"|\bthere(?=[.,;]| (?:for|after|to|on|by|and|as|when|since|with|before)\b)"
    r"|^(?:[A-Z][\w.’'\-]*,? ){1,4}(?:then|later|again|further|therefore|thus|likewise|instead|eventually|finally|subsequently)\b"
    r"(?! (?:this|on)\b)"
    r"|\bthat as (?:an?|the)\b"
    r"|\b[Tt]he (?:person\b|people said\b|(?:earlier|previous) (?!years?\b|days?\b|weeks?\b|months?\b|administration\b))"
    r"|\b[Tt]he \d+-year-old\b(?! (?:[A-Z]|who\b|whose\b|[a-z]+ (?:who|whose|of|from)\b))"
    r"|\b[Tt]he (?:[A-Z][\w.’'\-]+ )+(?:officials?|aides?|sources?|spokes\w+) (?:said|says|told|added)\b"
    r"|\bthe (?:(?:latter|trio|duo|pair)\b|other (?!sides?\b|hand\b|day\b|end\b|way\b))"
    r"|^[A-Z][\w.\-]+[’']s [a-z]+ (?:comes?|came|follow\w+|drew|prompted|sparked)\b"
)
"""Words that only the sentence before explains."""

ALSO = re.compile(r"^(?P<who>[^,;:”“\"]{2,60}?) (?:(?:is|are|was|were|has|have|had|will|would|could) )?also\b")
SPEAKER = 12
"""Words up to which what stands outside a quotation tells no more than who speaks, and where."""

HIS = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b")
IT = re.compile(r"\b(?:it|them|they|its|their)\b")
THEY = frozenset({"they", "them", "their"})
RARE = 8.5
"""The idf from which a name is one that a reader may never have met."""

SOMEBODY = re.compile(
    r"(?:man|woman|men|women|person|people|president|official|student|boy|girl|child|father|mother|wife|husband|chief|nurse|judge"
    r"|pope|king|queen|witness|nominee|spouse|teen|member|candidate|\w{2,}(?:er|or|ist|ant|ent|ian))s?(?:['’]s?)?",
    re.IGNORECASE,
)


def needs_of(text: str, earlier: Collection[str]) -> tuple[frozenset[str], ...]:
    """Give what must have been told before a sentence: sets of stems, of each of which another sentence must have one.

    ``earlier``: the stems of its own report before it. ``NEIGHBOUR`` among the sets asks for the sentence before it.
    """
    bare = masked(text)
    found = [] if (opening := nouns_needed(text)) == frozenset() else [opening]
    if POINTS.search(bare) or stands_behind(bare) or _whose(bare) or _what(bare):
        found.append(NEIGHBOUR)
    if match := ALSO.match(bare):
        who = frozenset(stem(word) for word in WORD.findall(match["who"]) if word[0].isalnum() and not is_stop(word))
        found.append(who or NEIGHBOUR)
    found += [*_repeated(text, bare, earlier), *_named(bare, earlier)]
    if about := _said_of(text):
        found.append(about)
    return tuple(dict.fromkeys(found))


def is_quotation(text: str) -> bool:
    """Say whether a sentence is a quotation, and what stands outside tells no more than who speaks, and where."""
    bare = masked(text)
    return "”" in bare and len([word for word in WORD.findall(bare) if word[0].isalnum()]) <= SPEAKER


def _said_of(text: str) -> frozenset[str]:
    """What a quotation is about that is nearly all of its sentence: of its words another sentence must have one."""
    if not is_quotation(text):
        return frozenset()
    said = frozenset(stem for quote in QUOTED.findall(text) for stem in content_stems(quote))
    return said or NEIGHBOUR


def _whose(bare: str) -> bool:
    """A pronoun for a person before whom nobody is named in the sentence."""
    match = HIS.search(bare)
    if not match or "”" in bare[: match.start()]:
        return False
    before, after = bare[: match.start()], bare[match.end() :].partition(", ")[2]
    if before.partition(" ")[0].lower() in ADVERBIAL and after[:1].isupper():  # "As he left the pier, Keller said"
        return False
    return not (names("x " + before) or any(SOMEBODY.fullmatch(word) for word in WORD.findall(before)))


def _what(bare: str) -> bool:
    """A pronoun for a thing before which the sentence names people alone: "Keller called it a good one"."""
    match = IT.search(bare)
    if not match or "”" in bare[: match.start()]:
        return False
    before = bare[: match.start()]
    if before.partition(" ")[0].lower() in ADVERBIAL or len(before.split()) < 2:
        return False
    things = [word for word in _plain(before) if not SOMEBODY.fullmatch(word)]
    people = names("x " + before)
    if not people and match.group() in THEY:
        nouns = [word for word in _plain(before) if word_class(word) == "noun"]
        return bool(nouns) and all(SOMEBODY.fullmatch(word) and not word.endswith("s") for word in nouns)
    return bool(people) and all(" " in name for name in people) and not any(word_class(word) == "noun" for word in things)


def _plain(text: str) -> list[str]:
    return [word for word in WORD.findall(text) if word.islower() and not is_stop(word)]


def _named(bare: str, earlier: Collection[str]) -> Iterator[frozenset[str]]:
    """Rare names that stand alone and that the report has used before, when it told whose they are."""
    for name in names("x " + bare):
        found = stem(name)
        if " " not in name and found in earlier and idf(found) >= RARE and f"{name}, " not in bare and f"({name})" not in bare:
            yield frozenset({found})


def _repeated(text: str, bare: str, earlier: Collection[str]) -> Iterator[frozenset[str]]:
    """The things with "the" before them of which the report has told before."""
    for match in (*THAT_NAMED.finditer(bare), *WHOSE.finditer(bare)):
        noun = stem(match["noun"])
        if noun in earlier or (noun in UNTOLD and match.re is THAT_NAMED):
            yield _with_alike([noun])
    for noun in counted(text):
        if noun not in USUAL and word_class(noun) == "noun":
            yield _with_alike([stem(noun)])
    for match in THE.finditer(bare):
        nouns, named = _nouns(bare[match.end() :], USUAL)
        if named or not nouns:
            continue
        stems = [stem(noun) for noun in nouns]
        said = {stem(word) for word in WORD.findall(bare[: match.start()].lower())}
        before = [one for one in stems if one in earlier]
        if said.isdisjoint(stems) and (before or nouns[-1] in PEOPLE):
            yield _with_alike(stems)


def _with_alike(stems: Collection[str]) -> frozenset[str]:
    return frozenset(stems).union(*(group for group in ALIKE if not group.isdisjoint(stems)))


def _nouns(text: str, usual: Collection[str]) -> tuple[list[str], bool]:
    """Give the nouns right behind "the", and whether a name, figure or quotation follows; none where more words tell which.

    ``usual``: nouns that need nothing told before them.
    """
    nouns: list[str] = []
    for number, word in enumerate(WORD.findall(text)[:6]):
        low = word.lower()
        if word[0].isupper() or word[0].isdigit() or word in '“"‘”':
            return nouns, True
        own = low.removesuffix("'s").removesuffix("’s")
        if (own in usual and not (nouns and word_class(own) == "noun")) or low in TELLS_WHICH:  # "the swing state" is one of many
            return [], False
        plural = low.endswith("s") and not nouns and word_class(own) == "verb"  # "the suspects", "the rather short sentences"
        if (
            not word[0].isalnum()
            or is_stop(low)
            or (number and (DONE.fullmatch(low) or word_class(own) == "verb") and not plural)
        ):
            break
        if word_class(own) == "noun" or plural or (not number and word_class(own) == "verb"):
            nouns.append(own)
        if own != low:
            break
    return nouns, False


def nouns_needed(text: str) -> frozenset[str]:
    """Give the stems of nouns of which an earlier sentence must have one; none where the sentence says itself which it means."""
    bare = outside(text, "”")
    for match in THESE.finditer(bare):
        told = {word for word in match["words"].split() if word == "number" or not is_stop(word)}
        found = {stem(word) for word in told if word_class(word) == "noun"}
        if found:
            return frozenset(found)
    if THE_ONE.match(text):
        return NEIGHBOUR
    if not (opening := OPENING.match(text)):
        return frozenset()
    nouns, named = _nouns(text[opening.end() :], KNOWN)
    return frozenset() if named and "The" not in opening.group() else frozenset(map(stem, nouns))
