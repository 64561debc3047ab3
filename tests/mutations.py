"""Clean articles, written down the way that files arrive: wrapped, glued, with bylines, date lines and furniture in between.

``mutants(count, seed)`` gives files with what must be recovered from each; the same count and seed always give the same files.
"""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from digest.model import Article, Kind, Outlet, Settings
from digest.readers import read
from digest.steps.normalize import normalize
from tests.gold_cases import KNOWN, source_of

CLEAN = Path(__file__).parent / "cases" / "clean-articles.md"
FIELDS = ("title", "date", "authors", "outlet", "place", "headings", "aside", "body")
Facts = dict[str, tuple[str, ...]]

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
}
BY = {"en": "By", "es": "Por", "fr": "Par", "de": "Von", "pt": "Por", "it": "Di"}
AND = {"en": "and", "es": "y", "fr": "et", "de": "und", "pt": "e", "it": "e"}
ADVERT = {"en": "Advertisement", "es": "Publicidad", "fr": "Publicité", "de": "Anzeige", "pt": "Publicidade", "it": "Pubblicità"}
FURNITURE = (
    "ADVERTISEMENT", "Advertisement", "Story continues below advertisement", "Share on Facebook", "Share this article",
    "Sign up for our weekly newsletter", "Subscribe to our newsletter and never miss an update", "Follow us on Twitter",
    "Read more: The other side of the river", "Related: A year in the valley", "Photo: Pia Holm/AFP", "Getty Images",
    "Continue reading below", "Facebook Twitter Email", "Print", "Most read", "Image caption: The quay on Monday morning",
    "All rights reserved", "© 2021 Alder Daily", "Click here to subscribe", "3 min read", "Recommended for you",
)  # fmt: skip


@dataclass(frozen=True)
class Clean:
    """An article as its author wrote it."""

    language: str
    title: str
    authors: tuple[str, ...]
    place: str
    paragraphs: tuple[str, ...]
    question: str
    quoted: str
    plain: str


@dataclass(frozen=True)
class Mutant:
    """A file, what was done to it, and what must be recovered."""

    name: str
    text: str
    done: tuple[str, ...]
    expected: Facts


def clean_articles() -> list[Clean]:
    """Give the articles of ``tests/cases/clean-articles.md``."""
    found = []
    for section in CLEAN.read_text(encoding="utf-8").split("\n## ")[1:]:
        head, *rest = (line for line in section.splitlines() if line)
        language, title, authors, place = head.split(" | ")
        marked = {line[0]: line[2:] for line in rest if re.match(r"[?'=] ", line)}
        paragraphs = tuple(line for line in rest if not re.match(r"[?'=] ", line))
        found.append(Clean(language, title, tuple(authors.split("; ")), place, paragraphs, marked["?"], marked["'"], marked["="]))
    return found


def spellings(day: date, language: str) -> list[str]:
    """Give the ways in which a newsroom of this language writes a day."""
    month = MONTHS[language].split()[day.month - 1]
    if language == "en":
        return [
            day.isoformat(), f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}",
            f"{day:%A}, {month} {day.day}, {day.year}", f"{day:%a} {day.day} {month[:3]} {day.year}",
            f"Published: {day.day} {month} {day.year}", f"{month[:3].upper()} {day.day}, {day.year}",
            f"Posted on {month} {day.day}, {day.year}", f"{day.day}.{day.month}.{day.year}", f"{day:%Y/%m/%d}",
        ]  # fmt: skip
    joined = {"es": " de ", "pt": " de "}.get(language, " ")
    dot = "." if language == "de" else ""
    return [
        day.isoformat(), f"{day.day}{dot}{joined}{month}{joined}{day.year}", f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.day}{dot} {month} {day.year}",
    ]  # fmt: skip


def mutants(count: int, seed: int) -> Iterator[Mutant]:
    """Yield files: each article in turn, each mutation with a chance of about a half."""
    chance = random.Random(seed)  # noqa: S311 -- a fixed seed, not a secret
    articles = clean_articles()
    for number in range(count):
        yield _mutant(articles[number % len(articles)], chance, number)


def _mutant(clean: Clean, chance: random.Random, number: int) -> Mutant:
    suffix = chance.choices((".txt", ".md", ".html"), (6, 2, 2))[0]
    done = [suffix]
    expected: Facts = {"title": (clean.title,)}
    title, head, tail = clean.title, [], []
    body: list[tuple[str, str]] = [("p", text) for text in clean.paragraphs]

    def maybe(name: str, share: float) -> bool:
        if chance.random() < share:
            done.append(name)
            return True
        return False

    if maybe("suffix", 0.3):
        outlet = chance.choice(("Coastal Press", "The Globe"))
        title += chance.choice((" | ", " - ", " – ")) + outlet
        expected["outlet"] = (outlet,)
    day = date(chance.randint(2001, 2030), chance.randint(1, 12), chance.randint(1, 28))
    spelt = chance.choice(spellings(day, clean.language))
    dated = maybe("date line", 0.5)
    if dated:
        expected["date"] = (day.isoformat(),)
    byline = f"{BY[clean.language]} {f' {AND[clean.language]} '.join(clean.authors)}"
    where = chance.choice(("", "head", "head", "tail", "place"))
    if where:
        done.append(f"byline {where}")
        expected["authors"] = clean.authors
    if where == "place":
        byline = byline.upper() if clean.language == "en" and chance.random() < 0.3 else f"{byline} in {clean.place}"
    if where in ("head", "place"):
        head = [byline, spelt] if dated else [byline]
        if chance.random() < 0.3:
            head.reverse()
    else:
        head = [spelt] if dated else []
        tail = [byline] if where else []
    if maybe("dateline", 0.3):
        form = chance.choice(("{0} (AP) — ", "{0} (Reuters) - ", "{0}, March 3 (AFP) – ", "{0} — "))
        expected["place"] = (clean.place.upper(),)
        body[0] = ("p", form.format(clean.place.upper()) + body[0][1])
    kind = chance.choice(("", "plain", "question", "glued question", "glued quotation"))
    if kind:
        done.append(f"heading {kind}")
        heading = clean.plain if kind == "plain" else clean.quoted if "quotation" in kind else clean.question
        if kind.startswith("glued") and suffix == ".html":
            kind = "question"
        expected["headings"] = (heading,)
        if kind.startswith("glued"):
            body[-1] = ("g", heading + "\0" + body[-1][1])
        else:
            body.insert(-1, ("h", heading))
    if maybe("furniture", 0.5) and suffix != ".html":
        lines = chance.sample((*FURNITURE, ADVERT[clean.language]), chance.randint(1, 3))
        for line in lines:
            body.insert(chance.randint(0, len(body) - 1), ("a", line))
        # a heading must still stand right above its paragraph
        for index, (mark, _) in enumerate(body):
            if mark == "h" and body[index + 1][0] == "a":
                body[index], body[index + 1] = body[index + 1], body[index]
        body = _headings_down(body)
        expected["aside"] = tuple(text for mark, text in body if mark == "a")
    if maybe("curly quotes", 0.5):
        title, head, tail = curly(title), [curly(line) for line in head], [curly(line) for line in tail]
        body = [(mark, curly(text)) for mark, text in body]
        expected = {name: tuple(map(curly, values)) for name, values in expected.items()}
    expected["body"] = tuple(text.split("\0")[-1] for mark, text in body if mark in "pg")
    text = _written(suffix, title, head, [(mark, text.replace("\0", "")) for mark, text in body], tail, chance, done)
    if maybe("CRLF", 0.3):
        text = text.replace("\n", "\r\n")
    return Mutant(f"m{number}{suffix}", text, tuple(done), expected)


def _headings_down(body: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put a heading right above the paragraph that it heads, below any furniture."""
    headings = [part for part in body if part[0] == "h"]
    rest = [part for part in body if part[0] != "h"]
    last = max(index for index, part in enumerate(rest) if part[0] in "pg")
    return [*rest[:last], *headings, *rest[last:]]


def _written(
    suffix: str, title: str, head: list[str], body: list[tuple[str, str]], tail: list[str], chance: random.Random, done: list[str]
) -> str:
    if suffix == ".html":
        parts = [f"<h1>{escape(title)}</h1>", *(f"<p>{escape(line)}</p>" for line in head)]
        parts += [f"<h2>{escape(text)}</h2>" if mark == "h" else f"<p>{escape(text)}</p>" for mark, text in body]
        parts += [f"<p>{escape(line)}</p>" for line in tail]
        return (
            f"<html><head><title>{escape(title)}</title></head><body><article>\n"
            + "\n".join(parts)
            + "\n</article></body></html>"
        )
    lines = [title, *head, *(text for _, text in body), *tail]
    if suffix == ".md":
        lines = [f"# {title}", *head, *(f"## {text}" if mark == "h" else text for mark, text in body), *tail]
        return "\n\n".join(lines) + "\n"
    if chance.random() < 0.4:
        width = chance.randint(60, 80)
        done.append("hard-wrapped")
        wrapped = [textwrap.fill(line, width, break_on_hyphens=False, break_long_words=False) for line in lines]
        return "\n\n".join(wrapped) + "\n"
    gap = chance.choice(("\n", "\n\n", "\n\n\n\n"))
    done.append({"\n": "no empty lines", "\n\n": "empty lines", "\n\n\n\n": "extra empty lines"}[gap])
    return chance.choice(("", "\n\n")) + gap.join(lines) + "\n"


def curly(text: str) -> str:
    """Give a text with typographic quotation marks."""
    text = re.sub(r"(?:(?<=\s)|^)'(?=\w)", "‘", text).replace("'", "’")
    return re.sub(r"(?:(?<=\s)|^)\"(?=\w)", "“", text).replace('"', "”")


def recovered(mutant: Mutant) -> dict[str, bool]:
    """Give field: whether it was recovered exactly."""
    source = source_of(mutant.name, mutant.text)
    article, outlet, _ = normalize(source, read(source)[0], KNOWN, Settings())
    found = _facts(article, outlet) if article else {}
    return {field: found.get(field, ()) == mutant.expected.get(field, ()) for field in FIELDS}


def _facts(article: Article, outlet: Outlet | None) -> Facts:
    names = {one.id: one.name for one in (*KNOWN.values(), *((outlet,) if outlet else ()))}
    return {
        "title": (article.title,),
        "date": (article.published.iso,) if article.published else (),
        "authors": article.authors,
        "outlet": (names[article.outlet],) if article.outlet else (),
        "place": (article.place,) if article.place else (),
        "headings": tuple(block.text for block in article.blocks if block.kind is Kind.HEADING),
        "aside": article.set_aside,
        "body": tuple(block.text for block in article.blocks if block.kind is not Kind.HEADING),
    }


def summary(count: int, seed: int) -> tuple[dict[str, float], dict[str, tuple[int, float]], list[tuple[Mutant, list[str]]]]:
    """Give field: share recovered; mutation: how many files have it, and the share that is right as a whole; the misses."""
    wrong: list[tuple[Mutant, list[str]]] = []
    by_field = dict.fromkeys(FIELDS, 0)
    by_mutation: dict[str, list[bool]] = {}
    for mutant in mutants(count, seed):
        result = recovered(mutant)
        for field in FIELDS:
            by_field[field] += result[field]
        for name in mutant.done:
            by_mutation.setdefault(name, []).append(all(result.values()))
        if not all(result.values()):
            wrong.append((mutant, [field for field in FIELDS if not result[field]]))
    return (
        {field: right / count for field, right in by_field.items()},
        {name: (len(found), sum(found) / len(found)) for name, found in sorted(by_mutation.items())},
        wrong,
    )
