"""Measures how long it takes to compare the reports of an event, and how that grows, beside sumy's LexRank in the same run.

    pip install sumy && .venv/bin/python -m benchmarks.compare

The events are made up from the words of our own frequency table, drawn as often as they are used: an event has 14 facts, each
told by three reports of five in other words and another order, and every report adds some sentences of its own. Sentences are
split before the clock starts; every run has fresh articles, so that nothing is remembered but the stems of words, which a build
has from grouping. The lowest of some runs counts.
"""

# ruff: noqa: S311, T201 - a seeded generator is wanted; what it measures is printed

from __future__ import annotations

import math
import random
import statistics
import time
from collections.abc import Callable
from importlib.resources import files

from benchmarks.lexrank import lexrank
from digest.model import Article, ArticleId, Content, Event, Source
from digest.model.content import Edits, Settings, SummaryEdit
from digest.pipeline import normalize_all
from digest.steps.compare import compare
from digest.steps.summarize import summarize
from digest.text import words as text_words
from digest.text.alone import trims

FACTS, TOLD, OWN = 14, 0.6, 10
SIZES = (2, 5, 10, 20, 50, 100)
JOINTS = "the of in to and a after before on with".split()
NAMES = "Norholm Sund Linde Maas Okoro Varga Tessel Brandt Ivara Holm Castell Ferro".split()


def vocabulary() -> tuple[list[str], list[float]]:
    """Give words that are no function words, and how often each is used."""
    table = (files("digest.text") / "data" / "frequency-en.txt").read_text(encoding="utf-8")
    rows = [(float(zipf), word) for zipf, *words in map(str.split, table.splitlines()) for word in words]
    kept = [(zipf, word) for zipf, word in rows if 3 <= zipf <= 5.6 and word.isalpha() and len(word) > 3]
    return [word for _, word in kept], [10**zipf for zipf, _ in kept]


def make(size: int, seed: int = 1) -> dict[ArticleId, Article]:
    """Give the articles of a made-up event."""
    chance = random.Random(f"{seed} {size}")
    words, weights = vocabulary()

    def draw(many: int) -> list[str]:
        return chance.choices(words, weights, k=many)

    facts = [[*draw(10), str(chance.randint(2, 900)), *chance.sample(NAMES, 2)] for _ in range(FACTS)]
    sources = []
    for number in range(size):
        told = [fact for fact in facts if chance.random() < TOLD]
        sentences = [sentence(chance, [*chance.sample(fact, len(fact) - 2), *draw(3)]) for fact in told]
        sentences += [sentence(chance, [*draw(11), chance.choice(NAMES)]) for _ in range(OWN)]
        chance.shuffle(sentences)
        text = "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
        sources.append(
            Source(f"a{number:03}", f"content/articles/a{number:03}.txt", f"Report {number} on Norholm\n\n14 May 2021\n\n{text}")
        )
    content = Content(tuple(sources), (), (), Edits(), Settings())
    return {article.id: article for article in normalize_all(content)[0]}


def sentence(chance: random.Random, words: list[str]) -> str:
    """Give a sentence of these words with small ones between them."""
    chance.shuffle(words)
    said = [part for word in words for part in (word, chance.choice(JOINTS))][:-1]
    return f"The {' '.join(said)}."


def shortest(work: Callable[[], object], runs: int) -> float:
    """Give the shortest of some runs, in seconds of the processor: the machine may be busy with other work."""
    took = []
    for _ in range(runs):
        trims.cache_clear()  # they would know the sentences of the run before
        text_words._remembered.cache_clear()
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return min(took)


def main() -> None:
    """Print a table for ``benchmarks/README.md`` and the exponents."""
    print("| articles | sentences | compare (ms) | with the summary (ms) | sumy LexRank (ms) | share of it |")
    print("|---|---|---|---|---|---|")
    points: list[tuple[int, float, float]] = []
    for size in SIZES:
        made = [make(size) for _ in range(4 if size < 50 else 2)]
        voices = tuple((name,) for name in made[0])
        event = Event("a000", tuple(made[0]))
        sentences = sum(len(article.sentences) for article in made[0].values())
        fresh = iter(made)
        alone = shortest(lambda: compare(event, voices, next(fresh), ()), len(made))  # noqa: B023 - run here
        fresh = iter([make(size) for _ in made])

        def both() -> None:
            articles = next(fresh)  # noqa: B023 - run here
            summary = summarize(event, voices, articles, Settings(), SummaryEdit())  # noqa: B023
            compare(event, voices, articles, summary)  # noqa: B023

        whole = shortest(both, len(made))
        texts = [article.sentence(i) for article in made[0].values() for i in range(len(article.sentences))]
        theirs = ""
        if size <= 20:
            sumy = shortest(lexrank(texts), len(made))
            theirs = f"{sumy * 1000:.0f} | {whole / sumy:.2f}"
        print(f"| {size} | {sentences} | {alone * 1000:.0f} | {whole * 1000:.0f} | {theirs or '|'} |", flush=True)
        points.append((sentences, alone, whole))
    for name, at in (("comparison", 1), ("with the summary", 2)):
        known = [(math.log(point[0]), math.log(point[at])) for point in points]
        x, y = (statistics.fmean(row[i] for row in known) for i in (0, 1))
        slope = sum((a - x) * (b - y) for a, b in known) / sum((a - x) ** 2 for a, _ in known)
        print(f"{name}: grows with the sentences to the power of {slope:.2f}")


if __name__ == "__main__":
    main()
