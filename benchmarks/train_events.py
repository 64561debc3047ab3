"""Train the pair model of ``digest/steps/events`` on labelled news, and measure it crosswise.

    pip install scikit-learn==1.9.1 && python -m benchmarks.train_events EVAL_FOLDER [--cross]

EVAL_FOLDER holds ``data/events-<name>.jsonl.gz``, rows of title, text, date, source, url and cluster. With ``--cross`` the events
are split in two by a hash of their name, each half is judged by the model that the other half trained (pairs from both
halves by the mean of the two), and the figures of the whole pipeline are printed, for each of ``FITS`` fits and on average.
Without it the model that we ship is written, trained on everything. None of the texts is kept: what is written is
bounds and weights.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier  # not a dependency: needed here alone

from benchmarks.events_large import large_folders
from benchmarks.events_parts import crowded, random_folders, replay, short_folders, small_folders
from benchmarks.labelled import articles_of, half
from digest.steps.events.features import FEATURES
from digest.steps.events.glance import GLANCED
from digest.steps.events.judge import Model, parse
from digest.steps.events.likeness import HOPED
from digest.steps.events.profile import profile_of

SETS = {"dated": 2.0, "undated": 0.7, "lookalike": 1.0}
"""What a thousand articles of each set weigh."""

PARTS = {"pairs": 1.0, "small": 0.3, "crowd": 0.8, "small crowd": 0.25, "short": 0.4, "random": 1.2}
"""What the pairs of each part weigh.

``small``: an article and one to nine of those most like it, alone, so that the model learns to do without a neighbourhood;
``short``: the same with texts cut to 8 to 180 words; ``random``: two to thirty articles drawn from a whole set, nearly all
strangers to one another; ``crowd``: see ``CROWDED``.
"""

LARGE = 0.1
"""What the pairs of large events weigh (``events_large.py``), in trees of their own that follow the others."""

DENSE = 0.26
"""These trees look at dated articles whose background is no thinner: 1 in 30 of the pairs of the dated set, 1 in 1,000 of the
look-alike ones, and nearly all of an event that has 46 reports or more."""

MORE = 60
"""So many trees of their own, with room for the two bounds of ``DENSE``: 14 leaves."""

CROWDED = {"dated": 6, "lookalike": 30}
"""Each set is seen a second time with its events moved, by whole weeks, into so many: the sets are far thinner than a newsroom's
day, and whatever is alike within a day of each other in them is one event."""

FITS = 4
"""Figures are the mean of so many fits: two that differ in chance alone lie up to .01 apart."""

UNDATED, BACKGROUND = (list(FEATURES).index(name) for name in ("undated", "background"))

SHIPPED = 4
"""The chance of the fit that ships. Of 0 to 10 five part two acts of the same statesmen (``same-actors``) and the look-alike
crimes of the tests' cases; this one of them keeps large events of our own stream together best. The figures are
the mean of several."""

MODEL = Path(__file__).parent.parent / "digest" / "steps" / "events" / "pair-model.json"
TREES = {
    "max_iter": 220,
    "max_leaf_nodes": 15,
    "learning_rate": 0.06,
    "min_samples_leaf": 40,
    "l2_regularization": 3.0,
    "max_features": 0.4,
}


def train(data: dict[str, dict], only: int | None, chance: int = 0) -> str:
    """Fit on the pairs whose events are both in one half, or on all pairs; gives the model as it is written.

    Two fits of another ``chance`` differ by which features each node of a tree may look at. Large events are learned from by
    ``MORE`` trees of their own, on top of the others and where the two articles are dated and ``DENSE``, so that they change
    next to nothing elsewhere.
    """
    numbers, answers, weights = (np.concatenate(column) for column in zip(*_pairs(data, only, PARTS), strict=True))
    trees = HistGradientBoostingClassifier(**TREES, early_stopping=False, random_state=chance, warm_start=True)
    trees.fit(numbers, answers, sample_weight=weights)
    larger = zip((numbers, answers, weights), *_pairs(data, only, {"large": LARGE}), strict=True)
    numbers, answers, weights = (np.concatenate(column) for column in larger)
    dense = (numbers[:, BACKGROUND] >= DENSE) & (numbers[:, UNDATED] == 0)
    trees.set_params(max_iter=TREES["max_iter"] + MORE, max_leaf_nodes=TREES["max_leaf_nodes"] - 1)
    trees.fit(numbers[dense], answers[dense], sample_weight=weights[dense])
    return written(trees)


def _pairs(data: dict[str, dict], only: int | None, parts: dict[str, float]) -> Iterator[tuple[np.ndarray, ...]]:
    """Give numbers, answers and weights of each part of each set."""
    for name, known in data.items():
        gold = known["gold"] | known["large events"]
        for part, weight in parts.items():
            held = [
                (found, gold[one] == gold[other])
                for (one, other), found in known.get(part, ())
                if only is None or half(gold[one]) == half(gold[other]) == only
            ]
            if held:
                same = np.array([answer for _, answer in held])
                twice = 1 if only is None else 2  # a half lacks half of the pairs that do not belong together
                weights = weight * SETS[name] * 1000 / len(known["gold"]) * np.where(same, 1, twice)
                yield np.array([found for found, _ in held]), same, weights


def written(trees: HistGradientBoostingClassifier) -> str:
    """Write trees as JSON, one a line."""

    def node(nodes: np.ndarray, index: int) -> object:
        at = nodes[index]
        if at["is_leaf"]:
            return round(float(at["value"]), 4)
        bound = round(float(at["num_threshold"]), 7)
        return [int(at["feature_idx"]), bound, node(nodes, int(at["left"])), node(nodes, int(at["right"]))]

    steps = [node(step[0].nodes, 0) for step in trees._predictors]
    first = TREES["max_iter"]
    steps[first:] = [[UNDATED, 0.5, [BACKGROUND, DENSE, 0.0, tree], 0.0] for tree in steps[first:]]
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in steps)
    start = round(float(np.ravel(trees._baseline_prediction)[0]), 6)
    return f'{{"features": {json.dumps(list(FEATURES))},\n"start": {start},\n"trees": [\n{lines}\n]}}\n'


def figures(events: dict[str, str], gold: dict[str, str]) -> np.ndarray:
    """B-cubed F1, its precision and recall, and pairwise F1 with its own (Bagga and Baldwin 1998)."""
    got, true, both = Counter(events.values()), Counter(gold.values()), Counter((events[i], gold[i]) for i in gold)
    precision = sum(n * n / got[event] for (event, _), n in both.items()) / len(gold)
    recall = sum(n * n / true[cluster] for (_, cluster), n in both.items()) / len(gold)
    hits, made, wanted = (sum(n * (n - 1) // 2 for n in counts.values()) for counts in (both, got, true))
    b_cubed = 2 * precision * recall / (precision + recall)
    return np.array([b_cubed, precision, recall, 2 * hits / (made + wanted), hits / made, hits / wanted])


def crosswise(known: dict, models: list[Model]) -> np.ndarray:
    """Give the figures of a set, each half judged by the model of the other half, pairs of both by the mean of the two."""
    gold, names = known["gold"], [pair for pair, _ in known["pairs"]]
    numbers = np.array([found for _, found in known["pairs"]])
    glanced = [list(FEATURES).index(name) for name in GLANCED]
    judges = np.array([[1 - half(gold[article]) for article in pair] for pair in names])
    rows = np.arange(len(names))[:, np.newaxis]
    hoped = np.array([model.likelihoods(numbers[:, glanced], GLANCED) for model in models])[judges, rows].mean(axis=1)
    told = np.array([model.likelihoods(numbers) for model in models])[judges, rows].mean(axis=1)
    scores = {pair: score for pair, score, most in zip(names, told.tolist(), hoped, strict=True) if most >= HOPED}
    return figures(replay(known["profiles"], scores).events, gold)


def main(folder: Path, *, cross: bool) -> None:
    """Print the figures or write the model."""
    data: dict[str, dict] = {}
    for name in SETS:
        articles, gold = articles_of(folder / "data" / f"events-{name}.jsonl.gz")
        profiles = [profile_of(article) for article in articles]
        pairs = replay(profiles, {}).pairs
        dice = random.Random(1)  # noqa: S311 - a sample, no secret
        data[name] = {
            "profiles": profiles,
            "gold": gold,
            "pairs": list(pairs.items()),
            "small": small_folders(profiles, pairs, dice),
            "short": short_folders(profiles, pairs, dice),
            "random": random_folders(profiles, dice),
        }
        if name in CROWDED:
            together = crowded(profiles, gold, CROWDED[name])
            data[name]["crowd"] = list((met := replay(together, {}).pairs).items())
            data[name]["small crowd"] = small_folders(together, met, dice)
        data[name]["large"], data[name]["large events"] = large_folders(profiles, gold, pairs, dice)
        print(f"{name}: {len(profiles)} articles, {len(pairs)} pairs", flush=True)  # noqa: T201
    if not cross:
        MODEL.write_text(train(data, None, SHIPPED), encoding="utf-8")
        return
    found = {name: [] for name in data}
    for chance in range(FITS):
        models = [parse(train(data, only, chance)) for only in (0, 1)]
        for name, known in data.items():
            found[name].append(crosswise(known, models))
            print(name, chance, found[name][-1].round(4), flush=True)  # noqa: T201
    for name, fits in found.items():
        b_cubed, precision, recall, pairwise, *of_pairs = np.mean(fits, axis=0).round(4)
        print(f"{name}: B-cubed {b_cubed} ({precision} {recall}) pairwise {pairwise} {of_pairs}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), cross="--cross" in sys.argv)
