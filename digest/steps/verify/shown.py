"""What a page shows: its sentences and where their numbers lead."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from digest.model import Article, ArticleId
from digest.steps.verify.claims import Claim, Stretch

SENTENCE = re.compile(r'<span class="d-s" id="(sum-\d+)">(.*?)</span>', re.DOTALL)
ENTRY = re.compile(
    r'<(?:li|div)\b[^>]*\bid="((?:since|agree|only|time|differ)-\d+)">(.*?)(?=<(?:li|div)\b[^>]*\bid="|</section>)', re.DOTALL
)
LINE = re.compile(r'<p(?: class="d-claim")?>(.*?)</p>', re.DOTALL)
SIDE = re.compile(r"<figure><blockquote><p>(.*?)</p></blockquote><figcaption[^>]*>(.*?)</figcaption></figure>", re.DOTALL)
PASSAGE = re.compile(
    r'<figure class="d-passage"><blockquote><p>(.*?)</p></blockquote><figcaption[^>]*>(.*?)</figcaption>', re.DOTALL
)
HEADLINE = re.compile(r"^# (.*) \{: #headline \}$", re.MULTILINE)
NUMBERS = re.compile(r"<sup\b.*?</sup>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')
TARGET = re.compile(r"(?:\.\./)*articles/([a-z0-9-]+)/#s(\d+)")


def check_page(page: str | None, claims: Sequence[Claim], articles: Mapping[ArticleId, Article]) -> Iterator[tuple[str, str]]:
    """Give the sentences (place, why) that an event's page does not show as they are proved, or shows besides.

    A page that is not there is None. White space is compared as a browser shows it.
    """
    shown: dict[str, tuple[str, str]] = {}
    for place, said, links in _sentences(page or ""):
        if place in shown:
            yield place, "the page shows it twice"
        shown.setdefault(place, (said, links))
    for claim in claims:
        said, links = shown.pop(claim.place, ("", ""))
        if not links:
            yield claim.place, "the page is not there" if page is None else "the page does not show it"
        elif said != " ".join(claim.text.split()):
            yield claim.place, f"the page shows “{said}”, but {claim.origin} has “{claim.text}”"
        elif wrong := _wrong_link(links, claim, articles):
            yield claim.place, wrong
    for place, (said, _) in shown.items():
        yield place, f"the page shows “{said}”, but {Claim.origin_of(place)} has no such sentence"


def headline(page: str) -> str:
    """Give the headline of a page as a reader sees it, or "" where it has none."""
    match = HEADLINE.search(page)
    return _read(match[1]) if match else ""


def check_passages(page: str, passages: Sequence[Stretch], articles: Mapping[ArticleId, Article]) -> Iterator[str]:
    """Give what is wrong with the passages that a topic's page quotes: each is one of ``passages``, or whole sentences of it."""
    for match in PASSAGE.finditer(page):
        said = _read(match[1])
        targets = [TARGET.fullmatch(html.unescape(link)) for link in LINK.findall(match[2])]
        named = next((target[1] for target in targets if target), "")
        if not any(one.article == named and _holds(articles.get(named), one, said) for one in passages):
            yield f"the page quotes “{said}”, which is no passage of the article that it leads to"


def _holds(article: Article | None, passage: Stretch, said: str) -> bool:
    if article is None:
        return False
    whole = " ".join(article.text[passage.start : passage.end].split())
    inside = [one for one in article.sentences if passage.start < one.end and one.start < passage.end]
    left = said
    for one in inside:  # of an excerpt only some sentences may be shown
        text = " ".join(article.text[one.start : one.end].split())
        left = left.removeprefix(text).lstrip(" ") if left.startswith(text) else left
    return said == whole or not left


def _sentences(page: str) -> Iterator[tuple[str, str, str]]:
    """Give place, words and markup with the links of every sentence that an event's page quotes."""
    for match in SENTENCE.finditer(page):
        yield match[1], _read(NUMBERS.sub("", match[2])), match[2]
    for match in ENTRY.finditer(page):
        place, inner = match[1], match[2]
        if place.startswith("differ"):
            for number, side in enumerate(SIDE.finditer(inner), 1):
                yield f"{place}-{number}", _read(side[1]), side[2]
        elif line := LINE.search(inner):
            yield place, _read(NUMBERS.sub("", line[1])), line[1]


def _read(markup: str) -> str:
    return " ".join(html.unescape(TAG.sub("", markup)).split())


def _wrong_link(inner: str, claim: Claim, articles: Mapping[ArticleId, Article]) -> str:
    """Say which number behind a sentence leads to no sentence that is cited; there must be one to where it was taken from."""
    led: set[str] = set()
    for link in LINK.findall(inner):
        if link == f"#{claim.place}":
            continue  # the sentence's own address
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
