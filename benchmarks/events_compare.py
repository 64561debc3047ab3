"""Sets our grouping beside three simpler ways, on the same labelled articles.

    .venv/bin/python -m benchmarks.events_compare DATA_FOLDER

DATA_FOLDER holds ``events-<name>.jsonl.gz``, rows of title, text, date, source, url and cluster. The others are:

- single-pass clustering (Allan, Papka and Lavrenko 1998, "On-line new event detection and tracking"): in the order of time an
  article joins the event with the nearest centroid of tf-idf vectors;
- title overlap, as feed readers do it: it joins whatever has a headline of much the same words (Jaccard);
- near-duplicates (Broder 1997): it joins whatever shares many runs of three words (Jaccard).

All look 14 days around. The threshold of each is the best of its grid on one half of the events, and is measured on the other,
both ways. Ours has nothing to choose here, but its pair model has learned from these very sets: what counts is what
``train_events.py --cross`` prints, where each half is judged by what the other one taught; the row "ours, as shipped" is an upper
bound beside it.
"""

# ruff: noqa: T201 - what it measures is printed

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

import numpy as np

from benchmarks.labelled import articles_of, half
from digest.model import Article, Edits
from digest.steps.events import group_events
from digest.text.words import content_stems, shingles

WINDOW = 14
Events = dict[str, str]
"""Article: its event."""

GRIDS = {
    "single-pass tf-idf": (0.12, 0.16, 0.2, 0.24, 0.28, 0.32, 0.36, 0.4, 0.45, 0.5),
    "title overlap": (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6),
    "near-duplicates": (0.005, 0.01, 0.015, 0.02, 0.03, 0.05, 0.1, 0.2, 0.4),
}


def in_time(articles: Sequence[Article]) -> list[Article]:
    """Give articles in the order of time, undated ones last."""
    return sorted(articles, key=lambda article: (article.own_day or date.max, article.id))


def near(articles: Sequence[Article]) -> np.ndarray:
    """Which articles are at most ``WINDOW`` days apart; one without a day is near all."""
    days = np.array([article.own_day.toordinal() if article.own_day else -1 for article in articles])
    apart = np.abs(days[:, None] - days[None, :])
    return (apart <= WINDOW) | (days[:, None] < 0) | (days[None, :] < 0)


def tf_idf(articles: Sequence[Article]) -> np.ndarray:
    """Give the cosines of all pairs of articles."""
    counts = [Counter(content_stems(f"{a.title} {a.text}", a.language)) for a in articles]
    held = Counter(term for found in counts for term in found)
    columns = {term: number for number, term in enumerate(sorted(term for term, n in held.items() if n > 1))}
    matrix = np.zeros((len(articles), len(columns)), np.float32)
    for row, found in zip(matrix, counts, strict=True):
        for term, n in found.items():
            if term in columns:
                row[columns[term]] = (1 + math.log(n)) * math.log(len(articles) / held[term])
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    return matrix @ matrix.T


def single_pass(articles: Sequence[Article]) -> Callable[[float], Events]:
    """Each article joins the nearest centroid, if it is near enough."""
    alike, close = tf_idf(articles), near(articles)

    def cluster(least: float) -> Events:
        sums, squares, last, keys, events = np.zeros_like(alike), np.zeros(len(articles)), [], [], {}
        for number, article in enumerate(articles):
            size = len(keys)
            cosines = (
                sums[:size, number] / np.sqrt(np.maximum(squares[:size], 1e-9)) * close[number, last] if size else np.zeros(0)
            )
            best = int(np.argmax(cosines)) if size else 0
            if not size or cosines[best] < least:
                best = size
                keys.append(article.id)
                last.append(number)
            squares[best] += 2 * sums[best, number] + 1
            sums[best] += alike[number]
            last[best] = number
            events[article.id] = keys[best]
        return events

    return cluster


def by_overlap(articles: Sequence[Article], sets: Sequence[frozenset]) -> Callable[[float], Events]:
    """Articles whose sets overlap enough are linked."""
    close = near(articles)
    holders, shared = defaultdict(list), Counter()
    for number, found in enumerate(sets):
        for one in found:
            holders[one].append(number)
    for found in holders.values():
        if len(found) <= 300:
            shared.update(combinations(found, 2))
    links = [(n / (len(sets[one]) + len(sets[other]) - n), one, other) for (one, other), n in shared.items() if close[one, other]]

    def cluster(least: float) -> Events:
        leader = list(range(len(articles)))

        def find(number: int) -> int:
            while leader[number] != number:
                leader[number] = leader[leader[number]]
                number = leader[number]
            return number

        for overlap, one, other in links:
            if overlap >= least:
                low, high = sorted((find(one), find(other)))
                leader[high] = low
        return {article.id: articles[find(number)].id for number, article in enumerate(articles)}

    return cluster


def titles(articles: Sequence[Article]) -> list[frozenset]:
    """The words of each headline."""
    return [
        frozenset(content_stems(a.title, a.language)) if a.title_origin != "the file's name" else frozenset() for a in articles
    ]


def scores(runs: tuple[Events, Events], gold: Events) -> tuple[float, float]:
    """B-cubed F1 (Bagga and Baldwin 1998) and pairwise F1.

    What concerns articles of half 0 is looked up in the first run, of half 1 in the second; pairs of both count half in each.
    """
    tallies = [(Counter(run.values()), Counter((run[i], gold[i]) for i in gold)) for run in runs]
    true = Counter(gold.values())
    precision = recall = hits = made = wanted = 0.0
    for article, cluster in gold.items():
        run, (got, both) = runs[half(cluster)], tallies[half(cluster)]
        right = both[run[article], cluster]
        precision += right / got[run[article]] / len(gold)
        recall += right / true[cluster] / len(gold)
        hits += (right - 1) / 2
        made += (got[run[article]] - 1) / 2
        wanted += (true[cluster] - 1) / 2
    return 2 * precision * recall / (precision + recall), 2 * hits / (made + wanted)


def best(cluster: Callable[[float], Events], grid: Sequence[float], gold: Events) -> tuple[tuple[float, float], list[float]]:
    """Give the scores with each half measured at the threshold that is best on the other, and the two thresholds."""
    runs = {least: cluster(least) for least in grid}
    chosen = []
    for measured in (0, 1):
        others = {article: event for article, event in gold.items() if half(event) != measured}
        chosen.append(max(grid, key=lambda least, others=others: scores((runs[least],) * 2, others)[0]))
    return scores((runs[chosen[0]], runs[chosen[1]]), gold), chosen


def main(folder: Path) -> None:
    """Print one line a set and way."""
    print("| set | way | thresholds | B-cubed F1 | pairwise F1 |\n|---|---|---|---|---|")
    for path in sorted(folder.glob("events-*.jsonl.gz")):
        name = path.name.removeprefix("events-").removesuffix(".jsonl.gz")
        read, gold = articles_of(path)
        articles = in_time(read)
        ways = {
            "single-pass tf-idf": single_pass(articles),
            "title overlap": by_overlap(articles, titles(articles)),
            "near-duplicates": by_overlap(articles, [shingles(a.text, 3) for a in articles]),
        }
        for way, cluster in ways.items():
            (b_cubed, pairwise), chosen = best(cluster, GRIDS[way], gold)
            print(f"| {name} | {way} | {chosen[0]}, {chosen[1]} | {b_cubed:.3f} | {pairwise:.3f} |", flush=True)
        ours = {article: event.id for event in group_events(articles, Edits()) for article in event.articles}
        b_cubed, pairwise = scores((ours, ours), gold)
        print(f"| {name} | ours, as shipped (trained on these) | | {b_cubed:.3f} | {pairwise:.3f} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
