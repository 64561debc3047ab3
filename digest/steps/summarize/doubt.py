"""How doubtful a sentence is as news: what of it looks like comment, a forecast or an explanation, where nobody is said to speak.

``report`` leaves out what surely comments. Here are the signs that prove nothing by themselves: a sentence with one of them may
stand where it is worth its place, and gives way to one without. Most comment in news reports is not in words of praise or blame
but in how it is told: in the present tense, with "should" and "could", by likening one thing to another (Wiebe et al. 2004,
"Learning subjective language", has such clues).
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from math import fsum

from digest.steps.summarize.material import Line
from digest.steps.summarize.report import FEWEST
from digest.text.alone import DONE
from digest.text.calendar import WEEKDAY as DAY
from digest.text.quotes import outside
from digest.text.words import content_stems

EXPLAINS = re.compile(
    r"""(?:^|[:|\-–—]\s+)(?:hey,|why|how|who|what|where|when|is|are|can|could|will|should|does|do|did|analysis|explainer|explained|perspective
        |fact[ -]check(?:er|ing)?|here['’]s|here\ are|inside|the\ case\ (?:for|against)|a\ guide|everything|all\ the|let['’]s|meet
        |(?:the\ )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a\ few)\ (?:[\w\-]+\ ){0,2}
         (?:things|takeaways|ways|reasons|questions|facts|lessons|moments|points|times|charts|details|people|states))\b
      | \b(?:explained|takeaways|what\ we\ know|what\ to\ (?:know|watch|expect)|what\ (?:it|that|this)\ means
        |looks?\ ahead|preview|winners\ and\ losers|fact[ -]check|here['’]s\ (?:what|why|how)|test\ case
        |needs?\ to|should|must|never|let['’]s)\b
      | \?\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Headlines of pieces that explain, list or look ahead."""

SPEAKS = re.compile(
    r"\b(?:said|says|say|saying|told|tells|added|adds|according to|wrote|writes|tweeted|announced|reported|reports|testified"
    r"|argued|argues|asked|called|calls|noted|notes|explained|warned|warns|claimed|claims|believes?|thinks?|urged|suggested|insisted|vowed"
    r"|predicted|criticized|accused|denounced|praised|slammed|blasted|indicated|acknowledged|confirmed|revealed|found)\b"
)
"""Somebody is said to speak or think."""

FRAMES = re.compile(
    r"""\b(?:should|ought|must|perhaps|surely|indeed|arguably|essentially|basically|simply|merely|seemingly|apparently|clearly
        |obviously|truly|hardly|frankly|probably|likely|inevitably|undoubtedly|understandably|remarkably|notably|interestingly
        |like\ an?\b|as\ if|as\ though|in\ other\ words|so-called|it\ is\ (?:no|not|hard|easy|worth|time|clear|possible|difficult)
        |it['’]s|there['’]s|that['’]s|isn['’]t|doesn['’]t|won['’]t|can['’]t|don['’]t|aren['’]t|let['’]s|what['’]s
        |(?:may|might|could)\ (?:well|just)|yesterday|tomorrow|tonight|seems?|seemed|is\ unclear|remains\ (?:unclear|uncertain|to)
        |typically|usually|generally|often|always|(?:is|are)\ (?:the|a)\ key|a\ lot|^if|suddenly|crucial|stunning|striking
        |remarkable|extraordinary|astonishing|bizarre|perfect|swaggering
        |(?:is|was|are|were)\ (?:an?|the)\ (?:\w+\ )?(?:victory|win|blow|defeat|mistake|right|wrong)\ (?!over\b)
        |underscor\w+|highlights|illustrat\w+|exemplif\w+|epitomiz\w+|reflects|suggests|signals
        |(?:rais|pos)(?:e|es|ed|ing)\ (?:\w+\ )?questions?|the\ (?:\w+\ )?question\ (?:is|now|of|that)
        |(?:the|a|an)\ (?:\w+\ )?(?:fact|truth|reality|problem|trouble|irony|upshot|takeaway|lesson|danger|challenge|sign|reminder
          |symbol|testament|example|puzzle|paradox|dilemma|gamble)s?\b
        |one\ of\ the\ (?:big|great|main|most|many|key|few|biggest|greatest)\w*|no\ one|nobody|everyone
        |anyone|somehow|sort\ of|kind\ of|remember
        |imagine|consider|to\ be\ sure|so\ far|in\ theory|at\ best|at\ least\ for\ now|for\ now|not\ surprising\w*)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words in which a writer weighs, likens or explains."""

AT_WORK = re.compile(
    r"\b(?:(?:has|have) (?:(?:not|never|also|already|yet|long|since|\w+ly) )*(?:been|become|begun"
    r"|\w+(?:ed|en|wn|ung|ught|ade|one|old|aid|ept|eft|ent|ost|eld|uilt|hot|ut|un|ome|et|it))"
    r"|(?:is|are|was|were) (?:\w+ )?\w+ing|will|is (?:due|set)|are (?:due|set)|expected|plans?|faces?|begins?|takes? effect"
    r"|opposes?|supports?|rejects?|refuses?|den(?:y|ies))\b"
)
"""Besides the past tense, what tells of something that happens or is to happen."""

PASSIVE = re.compile(r"\bbe(?:ing)? (?:\w+ly )?\w+ed(?: and \w+ed)?\b")
"""No past tense: "cannot be separated"."""

FILLER = re.compile(
    r"""^[^“”"]{2,90}\ (?:could|may|might)\ also\ be\b
      | ^[^,“”"]{2,70}\ (?:lies|sits|is\ (?:located|situated))\ (?:in|on|at|near|by|along|north|south|east|west)\b
      | ^(?:An?|The)\ (?:pattern|history|tradition|habit|legacy|string)\ of\b | \bhas\ repeated\ itself\b | \bonce\ [a-z]+ed\b
      | ^During\ (?:the\ )?(?:\w+[’']s\ )?(?:(?:19|20)\d\d|\w+\ campaign\b)
      | ^[A-Z][\w.\-]*[’']s?\ (?:remarks?|comments?|criticism|announcement|statement|warning|tweets?)\b[^“”"]*?\bc[ao]mes?\ as\b
      | ^The\ (?:rebuke|remarks?|comments?|criticism|move|announcement|decision|statement|warning)\b[^“”"]*?\bc[ao]mes?\ as\b""",
    re.VERBOSE,
)
"""What fills a report up: a further possibility, where a place lies, how it has been before, when what is told came."""

PORTRAIT = re.compile(r"(?P<who>(?:[A-Z][\w’'\-]*\.? ){2,4})(?:is|was) (?:an?|the) (?:[\w\-]+ ){1,4}(?:of|at|for|with|from|in)\b")
"""Who somebody is."""

OBSERVER = re.compile(
    r"\b(?:says?|said|according to|told)\b[^“”\"]*, (?:an?|the|who) (?:[\w\-]+ ){0,3}"
    r"(?:observer|analyst|professor|pollster|strategist|historian|scholar|consultant)\b"
)
"""Somebody who watches the event."""

LOADED = re.compile(
    r"""\b(?:ugly|rambling|raucous|stok(?:e|es|ed|ing)|demoni[sz]\w+|dubious|barreling|bonanza|hot\ water|punching\ bag
        |dalliance|jarring|swoon\w*|captivated|bizarre|crushing|firestorm|circus|made-for-\w+|relish\w*|all\ eyes
        |fever(?:ed|ish)|roars?|roared|tipping\ point|center\ stage|reclaim\w*|drama|emotions|suddenly|had\ a\ lot\ to
        |reads?\ like|gloves\ off
        |the\ worry|frequent\ refrain|full\ view|heat(?:s|ing)\ up|once-fringe|what\ may\ be|biggest\ bombshell)\b
      | ^(?:Just\ (?:how|what|remember)\b|The\ next\ time\b|Home\ alone|It['’]s\b|It\ (?:is|was)\b
        |There['’]s\b|There\ (?:is|are|was|were)\b
        |Seated\b|Sitting\b|Standing\b|For\ all\ (?:of\b|the\ talk\b)
        |Remember\b|Welcome\b|[\w\-]+\ (?:minutes|seconds|hours)\ into\b|Picture\b|Forget\b|Meet\b
        |So\b(?!\ far)|Yes\b|No\b|Well\b|Hey\b)""",
    re.VERBOSE | re.IGNORECASE,
)
"""Colour in the reporter's words, also where somebody is said to speak: what begins a column or sets a scene."""

INTRODUCES = re.compile(
    r"""^(?!.*\b(?:that|saying|calling|accusing|asking|urging|announcing|in\ which|telling|arguing|warning|blaming|demanding
        |vowing|promising|noting|claiming|insisting|defending|describing|condemning|denouncing|praising|denying|announced|declaring
        |to\ (?:say|announce|deny|defend|call)|with\ (?:a|an)\b|by\ \w+ing)\b)
      [^“”":]*?\b(?:(?:respond|react|repli)(?:ed|s|es)\ (?:[\w\-]+\ ){0,2}(?:to|in)\b|reply\ to\b|weighed\ in\b|spoke\ out\b
        |took\ to\ Twitter\b
        |(?:released|issued|gave|posted|fired\ off|delivered)\ (?:an?\ |several\ |a\ series\ of\ )?(?:[\w\-]+\ )?
         (?:statements?|tweets?|comments?|remarks?|messages?)\b
        |explained\ (?:his|her|their|its|the)\b|(?:a|an)\ \w+\ (?:approaches|walks|asks|appears|confronts)\b
        |commented\ on\b|commenting\ on\b)
      [^“”":]*$""",
    re.VERBOSE,
)
"""What announces the words or the scene of the sentence behind it, and gives none of them."""

UNTIMED, FRAMED, EXPLAINED, LONE, FILLS = 1.0, 1.0, 0.5, 0.6, 1.2
"""What each sign counts."""

COLOURED, EMPTY, SPOKEN = 1.5, 1.2, 1.0
"""What loaded words, and an introduction without what it introduces, count wherever they stand; and a quotation with which a
report begins, for who speaks, and about what, the reader learns behind it."""

SHARED = 0.5
"""The share (idf) of the words that are no names which other reports use too; what has none of them counts ``LONE``."""


def doubt_of(line: Line, elsewhere: Set[str] | None = None) -> float:
    """Give how doubtful a sentence is as news, 0 (not at all) to 4.7; only English is told, and short reports do not comment.

    ``elsewhere``: the stems that other reports use, where there are others.
    """
    if line.article.language != "en" or len(line.article.told_sentences) < FEWEST:
        return 0.0
    found = EXPLAINED if EXPLAINS.search(line.article.title) else 0.0
    rest = outside(line.text)
    if (line.place or line.text[0] in '"“') and _fills(line, rest, elsewhere):
        found += FILLS
    if SPEAKS.search(rest):
        return found
    if elsewhere is not None:
        found += _lone(line, elsewhere)
    told = PASSIVE.sub("", rest)
    if not (DONE.search(told) or AT_WORK.search(told)):
        found += UNTIMED
    return found + (FRAMED if FRAMES.search(rest) else 0.0)


def colour_of(line: Line) -> float:
    """Give how much a sentence, wherever it stands, colours or announces instead of telling, 0 to 3.7; only English is told."""
    if line.article.language != "en" or len(line.article.told_sentences) < FEWEST:
        return 0.0
    rest = outside(line.text)
    found = COLOURED * bool(LOADED.search(rest)) + EMPTY * bool(INTRODUCES.search(line.text))
    return found + SPOKEN * (not line.place and line.text[0] in '"“')


WEEKDAY = re.compile(rf"\b{DAY}\b")


PENDING = re.compile(
    r"\b(?:will|would|could|may|might|(?:is|are) (?:\w+ly )?(?:\w+ing|set|due|expected|poised|likely|scheduled|about)"
    r"|plans? to|hopes? to|wants? to|vows? to|faces?|looks?|seems?|appears?)\b"
)
"""What is going on or to come."""

UNDATED = 0.25
"""What counts that something was done on a day that is not told."""


@lru_cache(maxsize=4096)  # every set that may begin with it is asked
def happened(text: str) -> float:
    """Give 1 for a sentence that tells what was done on a certain day, ``UNDATED`` for any other that does so, else 0."""
    rest = PASSIVE.sub("", outside(text))
    done, pending = DONE.search(rest), PENDING.search(rest)
    if not done or (pending and pending.start() < done.start()):
        return 0.0
    return 1.0 if WEEKDAY.search(rest) else UNDATED


def _fills(line: Line, rest: str, elsewhere: Set[str] | None) -> bool:
    if FILLER.search(line.text):
        return True
    told = frozenset(content_stems(line.article.title)) | (elsewhere or frozenset())
    if found := PORTRAIT.match(rest):
        return told.isdisjoint(content_stems(found["who"]))
    return bool(OBSERVER.search(rest))


def _lone(line: Line, elsewhere: Set[str]) -> float:
    """What a sentence tells in words that no other report uses: the writer's own likenesses and asides, or another story."""
    whole = fsum(line.acts.values())
    shared = fsum(value for stem, value in line.acts.items() if stem in elsewhere)
    return LONE * max(0.0, 1 - shared / (SHARED * whole)) if whole else 0.0
