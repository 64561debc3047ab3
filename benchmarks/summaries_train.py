"""Train the model of ``digest/steps/summarize`` on events with a human summary, and measure it crosswise.

    pip install rouge-score numpy && python -m benchmarks.summaries_train EVAL_FOLDER [--cross]

EVAL_FOLDER holds ``data/summaries-outlets.jsonl.gz``, rows of id, docs (title, text, date, source) and reference. The same events
are seen a second time with their reports cut to an opening of 40 to 100 words, as feeds carry them. The events are split in two
by a hash of their id and each half trains weights. We ship the mean of the two. With ``--cross`` each half is summarised with the
weights of the other one instead, and ROUGE is printed. None of the texts is kept.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks.labelled import half, rows_of
from benchmarks.summaries_data import Case, cases_of, rouge, shortened, show
from digest.model import Settings, SummaryEdit
from digest.steps.summarize import expect as e
from digest.steps.summarize import summarize
from digest.steps.summarize.again import says_same
from digest.steps.summarize.choose import POOL, SIGNALS, State, signals
from digest.steps.summarize.material import Line, gather
from digest.steps.summarize.weigh import weigh_all

MODEL = Path(__file__).parent.parent / "digest" / "steps" / "summarize" / "summary-model.json"
BUDGET = 50
RIDGE = 0.0001
"""Of the logistic regressions, features standardised; ten times as much or as little changes nothing within .0005."""

SET_RIDGE = 0.1
"""Of the regression of ROUGE-1 plus ROUGE-2 on the signals of a set, signals standardised."""

SETS = 40
"""Sets an event: so many of the best by words and pairs, and as many others."""

FEW = 10
"""Sentences below which an event leaves too little choice to learn from."""

Weights = dict[str, dict[str, float]]


def logistic(rows: np.ndarray, answers: np.ndarray, names: Sequence[str]) -> dict[str, float]:
    """Fit by Newton's method; gives the weights of the features as they are, "start" first, rounded to 4 places."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.c_[np.ones(len(rows)), (rows - mean) / spread]
    found = np.zeros(scaled.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-np.clip(scaled @ found, -30, 30)))
        slope = scaled.T @ (likely - answers) / len(rows) + RIDGE * found
        curve = (scaled * (likely * (1 - likely))[:, None]).T @ scaled / len(rows) + RIDGE * np.eye(len(found))
        step = np.linalg.solve(curve, slope)
        found -= step
        if abs(step).max() < 1e-7:
            break
    plain = found[1:] / spread
    return {"start": round(float(found[0] - mean @ plain), 4)} | {
        name: round(float(weight), 4) for name, weight in zip(names, plain, strict=True)
    }


class Sample:
    """An event as the training sees it."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.lines: list[Line] = gather(case.event, case.voices, case.articles, SummaryEdit())
        self.references = [e.tokens(text, "en") for text in case.references]
        self.words = list(e.word_features(self.lines, e.Counts(self.lines)))
        self.pairs = e.Counts(self.lines, pair=True)

    def word_rows(self) -> tuple[np.ndarray, np.ndarray]:
        """Features and answers: the share of the references that use the word so often."""
        answers = [statistics.fmean(known.count(unit[0]) >= use for known in self.references) for unit, use, _ in self.words]
        return np.array([e.row(*features) for *_, features in self.words]).reshape(-1, len(e.WORD)), np.array(answers)

    def pair_rows(self, weights: Weights) -> tuple[np.ndarray, np.ndarray]:
        """The same of pairs."""
        judge = e.Judge(weights["word"], e.WORD)
        likely = {unit[0]: judge(*features) for unit, use, features in self.words if use == 1}
        used = [set(pairwise(known)) for known in self.references]
        found = list(e.pair_features(self.lines, self.pairs, likely))
        answers = [statistics.fmean(unit in known for known in used) for unit, _ in found]
        return np.array([e.row(*features) for _, features in found]).reshape(-1, len(e.PAIR)), np.array(answers)


def sets_of(sample: Sample, weights: Weights) -> tuple[np.ndarray, np.ndarray]:
    """Signals and ROUGE-1 plus ROUGE-2 of some sets of an event, both less their mean."""
    material = weigh_all(sample.lines, weights, BUDGET)
    if len(material.candidates) < FEW:
        return np.zeros((0, len(SIGNALS))), np.zeros(0)
    dice = random.Random(sample.case.id)  # noqa: S311 - a sample, no secret

    def value(state: State) -> float:
        return sum(signals(state, BUDGET, material)[:2])

    single = [State().plus(item) for item in material.candidates if item.line.size <= BUDGET]
    pool = [state.items[0] for state in sorted(single, key=value, reverse=True)[:POOL]]
    level, every = [State()], {}
    for _ in range(4):
        grown = {}
        for state in level:
            for number, item in enumerate(pool):
                key = frozenset([*state.items, item])
                if item in state.items or key in grown or state.size + item.line.size > BUDGET:
                    continue
                if not any(says_same(item, other) for other in state.items):
                    grown[key] = (number, state.plus(item))
        every |= {key: state for key, (_, state) in grown.items()}
        level = sorted((state for _, state in grown.values()), key=value, reverse=True)[:6]
    ranked = sorted(every.values(), key=value, reverse=True)
    kept = ranked[:SETS] + dice.sample(ranked[SETS:], min(SETS, len(ranked[SETS:])))
    rows = np.array([signals(state, BUDGET, material) for state in kept])
    answers = np.array([sum(rouge(sample.case.references, [item.line.text for item in state.items])) for state in kept])
    return rows - rows.mean(0), answers - answers.mean()


def train(samples: Sequence[Sample]) -> Weights:
    """Fit the three regressions one after the other."""
    rows, answers = zip(*(sample.word_rows() for sample in samples if sample.lines), strict=True)
    weights: Weights = {"word": logistic(np.vstack(rows), np.concatenate(answers), e.WORD)}
    rows, answers = zip(*(sample.pair_rows(weights) for sample in samples if sample.lines), strict=True)
    weights["pair"] = logistic(np.vstack(rows), np.concatenate(answers), e.PAIR)
    rows, answers = zip(*(sets_of(sample, weights) for sample in samples if sample.lines), strict=True)
    told, wanted = np.vstack(rows), np.concatenate(answers)
    spread = told.std(0) + 1e-9
    scaled = told / spread
    found = np.linalg.solve(scaled.T @ scaled + SET_RIDGE * len(told) * np.eye(len(SIGNALS)), scaled.T @ wanted) / spread
    weights["set"] = {name: round(float(weight), 4) for name, weight in zip(SIGNALS, found, strict=True)}
    return weights


def mean(one: Weights, two: Weights) -> Weights:
    """The mean of two models."""
    return {part: {name: round((one[part][name] + two[part][name]) / 2, 4) for name in one[part]} for part in one}


def main(folder: Path, *, cross: bool) -> None:
    """Print the figures or write the model."""
    rows = rows_of(folder / "data" / "summaries-outlets.jsonl.gz")
    sets = {"whole": cases_of(rows), "openings": cases_of(shortened(rows))}
    models = halves([Sample(case) for cases in sets.values() for case in cases])
    if not cross:
        MODEL.write_text(json.dumps(mean(*models), indent=1) + "\n", encoding="utf-8")
        return
    for name, cases in sets.items():
        show(name, cases, lambda case: judged(case, models[1 - half(case.id)]))


def halves(samples: Sequence[Sample]) -> tuple[Weights, Weights]:
    """The models that the two halves train."""
    first, second = (train([sample for sample in samples if half(sample.case.id) == number]) for number in (0, 1))
    return first, second


def judged(case: Case, weights: Weights) -> list[str]:
    """Summarise with other weights than ours."""
    import digest.steps.summarize as step

    shipped, step.shipped = step.shipped, lambda: weights
    try:
        return [
            line.text for line in summarize(case.event, case.voices, case.articles, Settings(summary_words=BUDGET), SummaryEdit())
        ]
    finally:
        step.shipped = shipped


if __name__ == "__main__":
    main(Path(sys.argv[1]), cross="--cross" in sys.argv)
