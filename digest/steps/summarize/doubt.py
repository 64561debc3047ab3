"""How doubtful a sentence is as news: what of it looks like comment, a forecast or an explanation, where nobody is said to speak.

``report`` leaves out what surely comments. Here are the signs that prove nothing by themselves: a sentence with one of them may
stand where it is worth its place, and gives way to one without. Most comment in news reports is not in words of praise or blame
but in how it is told: in the present tense, with "should" and "could", by likening one thing to another (Wiebe et al. 2004,
"Learning subjective language", has such clues).
"""

from __future__ import annotations

import re

from digest.steps.summarize.material import Line
from digest.text.alone import DONE
from digest.text.quotes import outside

EXPLAINS = re.compile(
    r"""(?:^|[:|\-–—]\s+)(?:why|how|who|what|where|when|is|are|can|could|will|should|does|do|did|analysis|explainer|explained|perspective
        |fact[ -]check(?:er|ing)?|here['’]s|here\ are|inside|the\ case\ (?:for|against)|a\ guide|everything|all\ the|let['’]s|meet
        |(?:the\ )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a\ few)\ (?:[\w\-]+\ ){0,2}
         (?:things|takeaways|ways|reasons|questions|facts|lessons|moments|points|times|charts))\b
      | \b(?:explained|takeaways|what\ we\ know|what\ to\ (?:know|watch|expect)|what\ (?:it|that|this)\ means|looks?\ ahead
        |preview|winners\ and\ losers|fact[ -]check|here['’]s\ (?:what|why|how)|test\ case|needs?\ to|should|must|never|let['’]s)\b
      | \?\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Headlines of pieces that explain, list or look ahead."""

SPEAKS = re.compile(
    r"\b(?:said|says|say|saying|told|tells|added|adds|according to|wrote|writes|tweeted|announced|reported|reports|testified"
    r"|argued|argues|asked|called|calls|noted|notes|explained|warned|warns|claimed|claims|believes?|thinks?|urged|suggested|insisted|vowed"
    r"|predicted|criticized|accused|denounced|praised|slammed|blasted)\b"
)
"""Somebody is said to speak or think."""

FRAMES = re.compile(
    r"""\b(?:should|ought|must|perhaps|surely|indeed|arguably|essentially|basically|simply|merely|seemingly|apparently|clearly
        |obviously|truly|hardly|frankly|probably|likely|inevitably|undoubtedly|understandably|remarkably|notably|interestingly
        |like\ an?\b|as\ if|as\ though|in\ other\ words|so-called|it\ is\ (?:no|not|hard|easy|worth|time|clear|possible|difficult)
        |it['’]s|there['’]s|that['’]s|isn['’]t|doesn['’]t|won['’]t|can['’]t|don['’]t|aren['’]t|let['’]s|what['’]s
        |(?:may|might|could)\ (?:well|just)|seems?|seemed|remains\ (?:unclear|uncertain|to)
        |underscor\w+|highlights|illustrat\w+|exemplif\w+|epitomiz\w+|reflects|suggests|signals
        |(?:rais|pos)(?:e|es|ed|ing)\ (?:\w+\ )?questions?|the\ (?:\w+\ )?question\ (?:is|now|of|that)
        |(?:the|a|an)\ (?:\w+\ )?(?:fact|truth|reality|problem|trouble|irony|upshot|takeaway|lesson|danger|challenge|sign|reminder
          |symbol|testament|example|puzzle|paradox|dilemma|gamble)s?\b
        |one\ of\ the\ (?:big|great|main|most|many|key|few|biggest|greatest)\w*|no\ one|nobody|everyone|anyone|somehow
        |sort\ of|kind\ of|remember|imagine|consider|to\ be\ sure|so\ far|in\ theory|at\ best|at\ least\ for\ now|for\ now|not\ surprising\w*)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words in which a writer weighs, likens or explains."""

AT_WORK = re.compile(
    r"\b(?:has|have|had|(?:is|are|was|were) (?:\w+ )?\w+ing|will|is (?:due|set)|are (?:due|set)|expected|plans?|faces?|begins?|"
    r"takes? effect)\b"
)
"""Besides the past tense, what tells of something that happens or is to happen."""

UNTIMED, FRAMED, EXPLAINED = 1.0, 1.0, 0.5
"""What each sign counts."""


def doubt_of(line: Line) -> float:
    """Give how doubtful a sentence is as news, 0 (not at all) to 2.5; only English is told."""
    if line.article.language != "en":
        return 0.0
    found = EXPLAINED if EXPLAINS.search(line.article.title) else 0.0
    rest = outside(line.text)
    if SPEAKS.search(rest):
        return found
    if not (DONE.search(rest) or AT_WORK.search(rest)):
        found += UNTIMED
    return found + (FRAMED if FRAMES.search(rest) else 0.0)
