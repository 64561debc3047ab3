"""Measures how many changes of a figure, day, name, unit or denial are found between two reports, and how many are made up.

    .venv/bin/python -m benchmarks.differ [SEED]

From every article of the demo a second report is made: its sentences in another order, a third of
them left out, some small words exchanged. In the second report one sentence is changed in one of five ways. Right is what is found
at the changed words; whatever else is found is wrong. The second report without the change is compared as well: it must give nothing.
"""

# ruff: noqa: E501, PERF401, S311, T201 - long patterns on one line; a seeded generator is wanted; what it measures is printed

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from digest.edge.read import read_content
from digest.model import Article, Block, Comparison, Event, Kind, Span
from digest.pipeline import normalize_all
from digest.steps.compare import compare
from digest.text.calendar import MONTHS, WEEKDAYS

ROOT = Path(__file__).parents[1]

EACH = 100
"""Changes of each kind that are tried, as far as the articles have so many."""

NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
PEOPLE = "Ingrid Halvorsen|Tomas Okafor|Beatriz Quill|Lev Brandauer|Amara Diallo".split("|")
PLACES = "Vantaa|Curitiba|Ostrava|Malacca|Trondheim".split("|")
UNITS = [
    ("million", "billion"), ("billion", "million"), ("minutes", "hours"), ("hours", "days"), ("days", "weeks"), ("weeks", "months"),
    ("years", "months"), ("months", "weeks"), ("tonnes", "kilograms"), ("tons", "kilograms"), ("kilometres", "metres"), ("miles", "yards"),
    ("$", "€"), ("€", "$"), ("metres", "kilometres"), ("seconds", "minutes"),
]  # fmt: skip
SWAPS = [("said", "stated"), ("also ", ""), ("after", "following"), ("big", "large"), ("about", "around"), ("but", "though")]
DENIALS = [
    (r"\b(will|would|could|can|should|must|may|has|had|is|are|was|were) (?!not\b)(?=[a-z])", r"\1 not "),
    (r"\b(will|would|could|should|has|had|is|are|was|were) not ", r"\1 "),
    (r"\bdid not (\w+)", r"did \1"),
]


def sources() -> list[Article]:
    """Give the articles of the demo with three sentences at least."""
    content, _ = read_content(ROOT)
    found = list(normalize_all(content)[0])
    return [article for article in found if article.language == "en" and len(article.told_sentences) > 2]


def retold(article: Article, keep: int, chance: random.Random) -> list[str]:
    """Give the sentences of a second report; ``keep`` is the number of the one that must be among them."""
    sentences = [article.text[span.start : span.end] for span, _ in article.told_sentences]
    kept = [number for number in range(len(sentences)) if number == keep or chance.random() > 1 / 3]
    chance.shuffle(kept)
    made = []
    for number in kept:
        text = sentences[number]
        for old, new in SWAPS:
            text = re.sub(rf"\b{old}\b" if old.isalpha() else old, new, text) if chance.random() < 0.5 else text
        made.append(text)
    at = kept.index(keep)
    return [made[at], *made[:at], *made[at + 1 :]]


def changed(text: str, kind: str, chance: random.Random) -> tuple[str, int, int] | None:
    """Give a sentence with one change and where the changed words stand, or None where there is nothing to change."""
    found: list[tuple[int, int, str]] = []
    if kind == "number":
        for match in re.finditer(
            r"(?<![\w.,:/$€£\-–])(?!(?:19|20)\d\d\b)\d[\d,]*(?:\.\d+)?(?= [a-z]|%|C\b)|(?<=[$€£])\d[\d.,]*\d", text
        ):
            value = float(match.group().replace(",", ""))
            new = max(value * chance.choice((0.4, 0.6, 1.5, 2.5)), 1) + 1
            found.append((*match.span(), f"{new:.1f}" if "." in match.group() else f"{round(new):,}"))
        for match in re.finditer(rf"\b(?:{'|'.join(NUMBERS)}) (?=[a-z]+s\b)", text):
            new_word = chance.choice([word for word in NUMBERS if word != match.group().strip()])
            found.append((match.start(), match.end() - 1, new_word))
    elif kind == "date":
        for match in re.finditer(
            rf"\b(?:{'|'.join(WEEKDAYS)})\b|\b\d{{1,2}} (?:{'|'.join(MONTHS)})|(?:{'|'.join(MONTHS)}) \d{{1,2}}\b", text
        ):
            said = match.group()
            if said in WEEKDAYS:
                new = chance.choice([day for day in WEEKDAYS if day != said])
            else:
                day = int(re.findall(r"\d+", said)[0])
                new = said.replace(str(day), str(day + 3 if day < 15 else day - 3))
            found.append((*match.span(), new))
    elif kind == "name":
        for match in re.finditer(r"(?<=[a-z,] )(?:[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})+)", text):
            found.append((*match.span(), chance.choice(PEOPLE)))
        for match in re.finditer(r"(?<=\b[io]n |\bat )[A-Z][a-z]{3,}\b(?! [A-Z])", text):
            if match.group() not in WEEKDAYS and match.group() not in MONTHS:
                found.append((*match.span(), chance.choice(PLACES)))
    elif kind == "unit":
        for old, new in UNITS:
            pattern = (
                rf"(?<=\d ){old}\b|(?:(?<={'|(?<='.join(f'{word} )' for word in NUMBERS)}){old}\b"
                if old.isalpha()
                else rf"{re.escape(old)}(?=\d)"
            )
            found += [(*match.span(), new) for match in re.finditer(pattern, text)]
    else:
        for pattern, new in DENIALS:
            found += [(*match.span(), match.expand(new)) for match in re.finditer(pattern, text)]
    if not found:
        return None
    start, end, words = chance.choice(found)
    return text[:start] + words + text[end:], start, start + len(words)


def as_article(article: Article, sentences: Sequence[str]) -> Article:
    """Give sentences as the report of another outlet, a paragraph each."""
    spans, at = [], 0
    for text in sentences:
        spans.append(Span(at, at + len(text)))
        at += len(text) + 1
    blocks = tuple(Block(Kind.PARAGRAPH, text) for text in sentences)
    return replace(article, id="second", outlet="second", blocks=blocks, sentences=tuple(spans), recurring=frozenset())


def beside(article: Article, second: Article) -> Comparison:
    """Compare two reports."""
    first = replace(article, outlet="first")
    event = Event(first.id, (first.id, second.id))
    return compare(event, ((first.id,), (second.id,)), {first.id: first, second.id: second}, ())


def main(seed: str) -> None:
    """Print precision and recall for every kind and in total."""
    articles = sources()
    total: Counter[str] = Counter()
    print("| kind | changes | found | wrong | precision | recall |\n|---|---|---|---|---|---|")
    for kind in ("number", "date", "name", "unit", "negation"):
        chance = random.Random(f"{seed} {kind}")
        places = [(article, number) for article in articles for number in range(len(article.told_sentences))]
        chance.shuffle(places)
        count: Counter[str] = Counter()
        for article, number in places:
            if count["changes"] == EACH:
                break
            told = retold(article, number, chance)
            made = changed(told[0], kind, chance)
            if made is None:
                continue
            text, start, end = made
            count["changes"] += 1
            second = as_article(article, [text, *told[1:]])
            hits = [
                side
                for one in beside(article, second).differing
                for side in one.sides
                if side.sentence.citations[0].article == "second"
            ]
            right = [side for side in hits if side.start < end + 12 and start - 12 < side.end and side.sentence.text == text]
            count["found"] += bool(right)
            count["wrong"] += len(hits) - len(right)
            count["wrong"] += len(beside(article, as_article(article, told)).differing)
            if "-v" in sys.argv and (not right or len(hits) > len(right)):
                print(
                    "   ", "WRONG" if len(hits) > len(right) else "missed", "|", told[0], "|", text[max(0, start - 30) : end + 20]
                )
        total += count
        print(row(kind, count))
    print(row("all", total))


def row(kind: str, count: Counter[str]) -> str:
    """Give a line of the table."""
    precision = count["found"] / max(count["found"] + count["wrong"], 1)
    return f"| {kind} | {count['changes']} | {count['found']} | {count['wrong']} | {precision:.3f} | {count['found'] / max(count['changes'], 1):.2f} |"


if __name__ == "__main__":
    main(next((argument for argument in sys.argv[1:] if not argument.startswith("-")), "1"))
