"""Measure summaries: quality beside five others under the same budget, and time beside sumy's LexRank.

    pip install rouge-score sumy numpy && python -m benchmarks.summaries EVAL_FOLDER

EVAL_FOLDER holds ``data/summaries-outlets.jsonl.gz`` (rows of id, docs, reference) and ``data/events-undated.jsonl.gz``.
Our weights saw the references of the first two sets: figures that did not are those of ``summaries_train.py --cross``.
Three sets: the whole reports at 50 words; their openings of 40 to 100 words, as feeds carry them; and ten short reports an event
at 100 words, where the openings of two further reports stand in for a human summary.
"""

from __future__ import annotations

import math
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks import lexrank as sumy
from benchmarks.labelled import rows_of
from benchmarks.summaries_data import Case, cases_of, gathered, shortened, show, stemmed
from digest.model import Event, Settings, SummaryEdit
from digest.steps.summarize import summarize
from digest.text.alone import trims

Summariser = Callable[[Case, int], list[str]]


def within(lines: Iterator[str] | Sequence[str], budget: int) -> list[str]:
    """Take whole sentences as long as they fit; a first one that does not is cut."""
    kept: list[str] = []
    for line in lines:
        if kept and len(" ".join([*kept, line]).split()) > budget:
            break
        kept.append(line)
    return [" ".join(" ".join(kept).split()[:budget])]


def ours(case: Case, budget: int) -> list[str]:
    """What a build writes."""
    made = summarize(case.event, case.voices, case.articles, Settings(summary_words=budget), SummaryEdit())
    return [line.text for line in made]


def _texts(case: Case) -> list[list[str]]:
    return [[a.text[span.start : span.end] for span, _ in a.told_sentences] for a in case.articles.values()]


def lead(case: Case, budget: int) -> list[str]:
    """The opening of the first report."""
    return within(_texts(case)[0], budget)


def leads_in_turn(case: Case, budget: int) -> list[str]:
    """The first sentence of each report, then the second ones."""
    texts = _texts(case)
    return within([text[place] for place in range(20) for text in texts if place < len(text)], budget)


def _ranked(case: Case, budget: int, scores: Callable[[list[Counter[str]]], list[float]]) -> list[str]:
    lines = [line for text in _texts(case) for line in text]
    bags = [Counter(stemmed(line)) for line in lines]
    ranked = sorted(range(len(lines)), key=lambda number: -round(scored[number], 9)) if (scored := scores(bags)) else []
    kept: list[int] = []
    for number in ranked:
        size = sum(len(lines[one].split()) for one in [*kept, number])
        again = any(_cosine(bags[number], bags[one]) > 0.6 for one in kept)
        if size <= budget and not again:
            kept.append(number)
    return [lines[number] for number in kept]


def _weighed(bags: list[Counter[str]]) -> list[dict[str, float]]:
    df = Counter(word for bag in bags for word in bag)
    return [{word: many * math.log(1 + len(bags) / df[word]) for word, many in bag.items()} for bag in bags]


def _cosine(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    dot = sum(value * two[word] for word, value in one.items() if word in two)
    norms = math.sqrt(sum(v * v for v in one.values()) * sum(v * v for v in two.values()))
    return dot / norms if norms else 0.0


def centroid(case: Case, budget: int) -> list[str]:
    """Nearest to the mean of all sentences first (Radev et al. 2004)."""

    def scores(bags: list[Counter[str]]) -> list[float]:
        vectors, mean = _weighed(bags), Counter()
        for vector in vectors:
            mean.update(vector)
        return [_cosine(vector, mean) for vector in vectors]

    return _ranked(case, budget, scores)


def _walk(links: list[list[float]]) -> list[float]:
    import numpy as np

    matrix = np.array(links)
    matrix /= np.maximum(matrix.sum(1, keepdims=True), 1e-12)
    found = np.full(len(links), 1 / len(links))
    for _ in range(50):
        found = 0.15 / len(links) + 0.85 * matrix.T @ found
    return [float(value) for value in found]


def lexrank(case: Case, budget: int) -> list[str]:
    """Continuous LexRank (Erkan and Radev 2004)."""

    def scores(bags: list[Counter[str]]) -> list[float]:
        vectors = _weighed(bags)
        return _walk([[_cosine(one, two) for two in vectors] for one in vectors])

    return _ranked(case, budget, scores)


def textrank(case: Case, budget: int) -> list[str]:
    """TextRank (Mihalcea and Tarau 2004)."""

    def scores(bags: list[Counter[str]]) -> list[float]:
        def like(one: Counter[str], two: Counter[str]) -> float:
            size = math.log(max(2, one.total())) + math.log(max(2, two.total()))
            return (one & two).total() / size

        return _walk([[0.0 if one is two else like(one, two) for two in bags] for one in bags])

    return _ranked(case, budget, scores)


WAYS: tuple[Summariser, ...] = (lead, leads_in_turn, lexrank, textrank, centroid, ours)


def glued(cases: Sequence[Case], many: int, copies: int) -> Case:
    """Make one event of many reports, each text that of some reports of other events."""
    articles = [article for case in cases for article in case.articles.values()][: many * copies]
    event = Event(articles[0].id, tuple(article.id for article in articles))
    return Case("glued", event, tuple((article.id,) for article in articles), {a.id: a for a in articles}, [])


def shortest(work: Callable[[], object], runs: int = 5) -> float:
    """The shortest of some runs, in seconds of the processor."""
    took = []
    for _ in range(runs):
        trims.cache_clear()
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return min(took)


def times(cases: Sequence[Case]) -> None:
    """Print how long a summary takes, and how that grows."""
    points = []
    for many in (2, 5, 10, 20, 50, 100):
        case = glued(cases, many, 1)
        lines = [line for text in _texts(case) for line in text]
        mine = shortest(lambda case=case: ours(case, 100))
        points.append((len(lines), mine))
        theirs = ""
        if many <= 20:
            took = shortest(sumy.lexrank(lines), 2)
            theirs = f"   sumy LexRank {took * 1000:.0f} ms"
        print(f"{many:4} articles, {len(lines):5} sentences: {mine * 1000:.0f} ms{theirs}", flush=True)  # noqa: T201
    known = [(math.log(n), math.log(t)) for n, t in points if n >= points[2][0]]
    means = [statistics.fmean(k[i] for k in known) for i in (0, 1)]
    slope = sum((x - means[0]) * (y - means[1]) for x, y in known) / sum((x - means[0]) ** 2 for x, _ in known)
    print(f"grows with the sentences to the power of {slope:.2f} (from ten articles on)")  # noqa: T201


def main(folder: Path) -> None:
    """Print everything."""
    rows = rows_of(folder / "data" / "summaries-outlets.jsonl.gz")
    whole = cases_of(rows)
    times(whole)
    sets = {
        "whole reports, 50 words": (whole, 50),
        "openings, 50 words": (cases_of(shortened(rows)), 50),
        "ten reports, 100 words": (cases_of(gathered(rows_of(folder / "data" / "events-undated.jsonl.gz"))), 100),
    }
    for name, (cases, budget) in sets.items():
        print(name)  # noqa: T201
        for way in WAYS:
            show(f"  {way.__name__}", cases, lambda case, way=way, budget=budget: way(case, budget))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
