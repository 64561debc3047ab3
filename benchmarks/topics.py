"""Measures what topics cost an article, beside a reference of the same run, and how right they are on labelled paragraphs.

    .venv/bin/python -m benchmarks.topics [FOLDER]

FOLDER is a digest; the demo if it is not given. Filing is timed with the three default topics and with those and the five of
``tests/cases/topics``; the references are the candidates that YAKE proposes for the same articles, and splitting them into
sentences. Words are stemmed once and remembered, so the first run of two is shown as well. The labelled paragraphs and their
halves are those of ``tests/steps/test_topics_labelled.py``.
Times are of the processor: other work on the machine counts less.
"""

# ruff: noqa: T201 - what it measures is printed

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from digest.edge.read import read_content
from digest.edge.topics import default_topics, read_topics
from digest.model import Article, Event, Topic
from digest.pipeline import normalize_all
from digest.steps.keywords import propose
from digest.steps.topics import file_topics
from digest.text.sentences import split_sentences
from digest.text.words import stem
from tests.steps.test_topics_labelled import DEMO, FOLDER, paragraphs, precision_and_recall, reported

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Print the two tables for ``benchmarks/README.md``."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    articles = normalize_all(read_content(folder)[0])[0]
    three = default_topics()
    eight = (*three, *read_topics("topics.yml", (FOLDER / "topics.yml").read_text(encoding="utf-8"))[0])
    _print_costs(articles, three, eight)
    _print_quality(eight)


def _print_costs(articles: Sequence[Article], three: Sequence[Topic], eight: Sequence[Topic]) -> None:
    words = sum(len(article.text.split()) for article in articles) // len(articles)
    print(f"{len(articles)} articles of {words} words on average\n")
    print("| for each article | first run (ms) | best of the next (ms) |\n|---|---|---|")

    def file(topics: Sequence[Topic]) -> Callable[[Article], object]:
        return lambda article: file_topics(Event(article.id, (article.id,)), {article.id: article}, topics)

    tasks: dict[str, Callable[[Article], object]] = {
        "three topics": file(three),
        "eight topics": file(eight),
        "reference: sentences": lambda article: split_sentences(article.text, article.language),
        "reference: YAKE": lambda article: propose(article.title, list(article.told), article.language),
    }
    for name, task in tasks.items():
        stem.cache_clear()
        runs = []
        for _ in range(2 if "YAKE" in name else 6):
            start = time.process_time()
            for article in articles:
                task(article)
            runs.append(1000 * (time.process_time() - start) / len(articles))
        print(f"| {name} | {runs[0]:.2f} | {min(runs[1:]):.2f} |")


def _print_quality(topics: tuple[Topic, ...]) -> None:
    labelled = paragraphs()
    sets = {
        "eight topics, the half tuned on": ([(text, labels) for text, labels in labelled if not reported(text)], topics),
        "eight topics, the half reported": ([(text, labels) for text, labels in labelled if reported(text)], topics),
        "three topics, the demo": (paragraphs(DEMO), default_topics()),
    }
    print("\n| | paragraphs | precision | recall |\n|---|---|---|---|")
    for name, (chosen, known) in sets.items():
        precision, recall = precision_and_recall(chosen, known)
        print(f"| {name} | {len(chosen)} | {precision:.3f} | {recall:.3f} |")


if __name__ == "__main__":
    main()
