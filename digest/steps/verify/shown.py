"""What an event's page shows: its summary sentences and where their numbers lead."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from digest.model import Article, ArticleId
from digest.steps.verify.claims import EVENTS, Claim

SENTENCE = re.compile(r'<span class="d-s" id="sum-(\d+)">(.*?)</span>', re.DOTALL)
NUMBERS = re.compile(r"<sup\b.*?</sup>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')
TARGET = re.compile(r"(?:\.\./)*articles/([a-z0-9-]+)/#s(\d+)")


def check_page(page: str | None, published: Sequence[Claim], articles: Mapping[ArticleId, Article]) -> Iterator[tuple[int, str]]:
    """Give the sentences (number, why) that a page does not show as ``events.json`` has them, or shows besides.

    A page that is not there is None. White space is compared as a browser shows it.
    """
    shown: dict[int, str] = {}
    for match in SENTENCE.finditer(page or ""):
        number = int(match[1])
        if number in shown:
            yield number, "the page shows it twice"
        shown.setdefault(number, match[2])
    for claim in published:
        inner = shown.pop(claim.number, None)
        if inner is None:
            yield claim.number, "the page is not there" if page is None else "the page does not show it"
            continue
        text = _read(NUMBERS.sub("", inner))
        if text != " ".join(claim.text.split()):
            yield claim.number, f"the page shows “{text}”, but {EVENTS} has “{claim.text}”"
        elif wrong := _wrong_link(inner, claim, articles):
            yield claim.number, wrong
    for number, inner in shown.items():
        yield number, f"the page shows “{_read(NUMBERS.sub('', inner))}”, but {EVENTS} has no such sentence"


def _read(markup: str) -> str:
    return " ".join(html.unescape(TAG.sub("", markup)).split())


def _wrong_link(inner: str, claim: Claim, articles: Mapping[ArticleId, Article]) -> str:
    """Say which number behind a sentence leads to no sentence that is cited; there must be one to where it was taken from."""
    led: set[str] = set()
    for link in LINK.findall(inner):
        target = TARGET.fullmatch(html.unescape(link))
        cited = next((one for one in claim.citations if target and one.article == target[1]), None)
        article = articles.get(cited.article) if cited else None
        spans = article.sentences if article else ()
        index = int(target[2]) - 1 if target else -1
        if not cited or not 0 <= index < len(spans) or spans[index].end <= cited.start or cited.end <= spans[index].start:
            return f"a number on the page leads to “{html.unescape(link)}”, where it is not said"
        led.add(cited.article)
    if claim.citations and claim.citations[0].article not in led:
        return f"no number on the page leads to {claim.citations[0].article}, from which it was taken"
    return ""
