"""What of an event's articles is report: no comment piece beside reports, no verdict, no speech without its marks, no caption."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from digest.steps.summarize.material import Line, plain
from digest.text.alone import FULL_DATE
from digest.text.dates import read_date
from digest.text.quotes import outside

LABEL = re.compile(r"\s*(?:opinion|commentary|editorial|op-ed|analysis|column)\b\s*[:|\-–—]", re.IGNORECASE)
DESK = re.compile(r"\b(?:opinions?|editorials?|commentary|op-eds?)$")
"""Where a newsroom files its comment, as the end of an outlet's name."""

SAID = re.compile(
    r"\b(?:said|says|told|added|according to|wrote|tweeted|announced|reported|testified|argued|asked|called|noted|explained)\b"
)
WE = re.compile(r"(?<!\()\b(?:I|[Ww]e)(?:['’](?:m|d|s|ll|ve|re))?\b(?![.'’]|[-–—]\w)|\b(?:my|My|our|Our|us)\b")
RHETORIC = re.compile(
    r"\b(?:should|must|ought to|needs? to|let['’]s|perhaps|surely|of course|indeed|frankly|simply|merely|sadly|apparently|clearly"
    r"|obviously|no doubt|seems?|maybe)\b|[?!]$",
    re.IGNORECASE,
)
COMMENT = 0.2
"""A piece whose share of sentences with "we" and of sentences with rhetoric, less half of the share of those that say who said
so, is above this comments; above half of it where the headline is rhetoric too. About one in eighteen of 1,739 articles of
American outlets lies above it; a list of 30 of these was nearly all comment or speeches, besides live blogs and interviews."""

FEWEST = 6
"""Sentences from which a piece has a manner."""

ENOUGH = 3
"""Sentences that may be published which the reports beside a comment must have."""

VERDICT = re.compile(
    r"""\b(?:absurd|outrageous|shameful|disgraceful|astounding|appalling|selfish|laughable|ridiculous|pathetic|hysterical|insane
      |idiotic|hilarious|delusional|despicable|farcical|hypocri\w+|leftists?|lefties|snowflakes?|thugs?|sham|charade|shockingly
      |surprisingly|unsurprisingly|amazingly|ironically|conveniently|predictably|laughably|hardly\ surprising|nothing\ short\ of
      |(?:mainstream|liberal|leftist|right-wing|left-wing)\ media|boiled\ down|truth\ is|fact\ is|bottom\ line
      |of\ course|no\ doubt|surely|uncharacteristically|remarkably|might\ want\ to|absolutely|heartening|can\ probably
      |goes\ without\ saying|remains\ to\ be\ seen|time\ will\ tell|one\ thing\ is
      |downhill|so\ much\ for|spineless|shamelessly|cowardly|spectacularly)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words in which the writer judges, where nobody is said to have spoken them."""

NO_ANSWER = re.compile(
    r"\b(?:reached out to|contacted) .{2,60} for (?:a )?(?:comment|response|statement)\b|\brequests? for (?:a )?comment\b"
    r"|\b(?:did not|didn['’]t|ha(?:s|ve) not|declined to) (?:immediately |yet )?(?:respond|reply|return|answer|comment)(?:ed)?\b"
    r"|\bwill air\b"
    r"|, (?:reacts|speaks|waves|listens|walks|arrives|poses|gestures|looks on) (?:after|during|to|at|as|in|with|on|while)\b"
)
"""What a newsroom says of its own work and pictures."""

MARKED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
FORETOLD = re.compile(
    rf"\b(?:will|is to|are to|(?:is|are) (?:expected|due|set|scheduled) to)\b[^.;:]*?(?P<day>{FULL_DATE.pattern})"
)
SHORTEST_SPEECH = 5
"""Words from which a sentence that stands within another report's quotation is speech."""


ANNOUNCED = 2
"""Sentences behind a colon that may be what it announced."""


def reported(lines: Sequence[Line]) -> frozenset[Line]:
    """Give the sentences that may be published and that report: English alone is told apart, in other languages all of them."""
    fit = [line for line in lines if line.fit]
    speech = _speech(lines)
    kept = [
        line for line in fit if line.article.language != "en" or not (line in speech or _is_aside(line.text) or _is_late(line))
    ]
    comments = _comments(lines)
    reports = [line for line in kept if line.rank not in comments]
    if len(reports) >= ENOUGH:
        return frozenset(reports)
    plain = [line for line in kept if line.rank not in comments or not _argues(outside(line.text))]
    return frozenset(plain if len(plain) >= ENOUGH else kept)


def _argues(text: str) -> bool:
    return bool(WE.search(text) or RHETORIC.search(text))


def _is_late(line: Line) -> bool:
    """Say whether it foretells what was over on the day of its article: pages carry captions and leads of days before."""
    found = FORETOLD.search(line.text)
    day = read_date(found["day"]) if found and line.article.day else None
    return bool(day and line.article.day and day[0] < line.article.day.isoformat())


def _is_aside(text: str) -> bool:
    return bool(
        NO_ANSWER.search(text) or (VERDICT.search(rest := outside(re.sub(r" \([^()]*\)", "", text))) and not SAID.search(rest))
    )


def _comments(lines: Sequence[Line]) -> frozenset[int]:
    """Give the ranks of the articles that comment."""
    articles: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        articles[line.rank].append(line)
    return frozenset(rank for rank, told in articles.items() if _is_comment(told))


def _is_comment(told: Sequence[Line]) -> bool:
    article = told[0].article
    if article.language != "en":
        return False
    if LABEL.match(article.title) or DESK.search(article.outlet or ""):
        return True
    texts = [outside(article.text[line.start : line.end], "”") for line in told]
    we, rhetoric, said = (sum(bool(sign.search(text)) for text in texts) for sign in (WE, RHETORIC, SAID))
    bound = COMMENT / 2 if RHETORIC.search(article.title) else COMMENT
    return len(texts) >= FEWEST and we + rhetoric - said / 2 > bound * len(texts)


def _speech(lines: Sequence[Line]) -> frozenset[Line]:
    """Give the sentences of a message or speech that have no marks: those behind a colon, or quoted by another report."""
    texts = {line.rank: line.article.text for line in lines}
    blocks = [block for text in texts.values() for block in text.split("\n") if block.count('"') % 2 == 0]
    quotations = "\n".join(f" {plain(quote)} " for block in blocks for quote in MARKED.findall(block))
    found = set()
    for number, line in enumerate(lines):
        before = [one for one in lines[max(0, number - ANNOUNCED) : number] if one.rank == line.rank]
        announced = any(one.article.text[one.start : one.end].endswith(":") for one in before)
        if (announced and not line.quotes) or (len(line.bare.split()) >= SHORTEST_SPEECH and f" {line.bare} " in quotations):
            found.add(line)
    return frozenset(found)
