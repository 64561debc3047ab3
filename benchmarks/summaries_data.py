"""Read labelled events as a build does, and score a summary: what the benchmarks of summaries share."""

from __future__ import annotations

import hashlib
import json
import random
import re
import statistics
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from digest.edge.read import read_content
from digest.model import Article, Event
from digest.pipeline import normalize_all
from digest.steps.events import group_events
from digest.steps.infer import infer_dates
from digest.steps.voices import voices_of


@dataclass
class Case:
    """An event to be summarised, and what people wrote."""

    id: str
    event: Event
    voices: tuple[tuple[str, ...], ...]
    articles: Mapping[str, Article]
    references: list[str]


def sentences(text: str) -> list[str]:
    """Cut a text plainly: this is no part of what is measured."""
    return re.split(r"(?<=[.!?])[\"”']?\s+(?=[A-Z“\"'])", " ".join(text.split()))


def shortened(rows: list[dict]) -> list[dict]:
    """Cut every report to an opening of 40 to 100 words, whole sentences."""
    dice = random.Random(3)  # noqa: S311 - a draw, no secret
    found = []
    for row in rows:
        docs = []
        for doc in row["docs"]:
            bound, kept = dice.choice([40, 60, 80, 100]), []
            for sentence in sentences(doc["text"]):
                kept.append(sentence)
                if len(" ".join(kept).split()) >= bound:
                    break
            docs.append({**doc, "text": " ".join(kept)})
        found.append({**row, "docs": docs})
    return found


def gathered(rows: list[dict]) -> list[dict]:
    """Make events of up to ten reports out of clusters of more, two further ones in the place of a summary."""
    clusters: dict[str, list[dict]] = defaultdict(list)
    for row in rows:
        clusters[row["cluster"]].append(row)
    found = []
    for name, reports in sorted(clusters.items()):
        if len(reports) >= 7:
            for draw in "01":
                order = sorted(reports, key=lambda row: hashlib.sha1((draw + row["id"]).encode()).hexdigest())  # noqa: S324
                docs = [{"title": row["title"], "text": row["text"], "source": f"s{n}"} for n, row in enumerate(order[2:12])]
                references = [" ".join(row["text"].split()[:100]) for row in order[:2]]
                found.append({"id": name + draw, "docs": docs, "reference": references})
    return found


def cases_of(rows: list[dict]) -> list[Case]:
    """Lay the rows out as files and read them as a build does."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "content" / "articles"
        place.mkdir(parents=True)
        for number, row in enumerate(rows):
            for part, doc in enumerate(row["docs"]):
                known = {key: doc.get(key) for key in ("title", "date", "source")} | {"event": f"gold-{number:05}"}
                head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in known.items() if value)
                (place / f"e{number:05}-{part:03}.txt").write_text(f"---\n{head}---\n\n{doc['text']}\n", encoding="utf-8")
        content, _ = read_content(Path(folder))
        articles, outlets, *_ = normalize_all(content)
    events = group_events(articles, content.edits)
    by_id = infer_dates({article.id: article for article in articles}, events)
    found = []
    for event in sorted(events, key=lambda event: event.articles[0]):
        row = rows[int(event.articles[0][1:6])]
        voices = voices_of(event, by_id, outlets)
        found.append(Case(row["id"], event, voices, {name: by_id[name] for name in event.articles}, row["reference"]))
    return found


@cache
def _stemmer() -> Callable[[str], str]:
    from nltk.stem.porter import PorterStemmer

    return cache(PorterStemmer().stem)


def stemmed(text: str) -> list[str]:
    """As ``rouge_score`` does with its stemmer."""
    return [_stemmer()(word) if len(word) > 3 else word for word in re.sub(r"[^a-z0-9]+", " ", text.lower()).split()]


def rouge(references: Sequence[str], lines: Sequence[str]) -> tuple[float, float]:
    """ROUGE-1 and ROUGE-2 F1, stemmed, the mean over the references: what ``rouge_score`` gives, without its cost."""
    found = stemmed(" ".join(lines))
    scores = []
    for reference in references:
        known, parts = stemmed(reference), []
        for size in (1, 2):
            made, wanted = (Counter(zip(*(text[i:] for i in range(size)), strict=False)) for text in (found, known))
            whole = made.total() + wanted.total()
            parts.append(2 * (made & wanted).total() / whole if whole else 0.0)
        scores.append(parts)
    return statistics.fmean(s[0] for s in scores), statistics.fmean(s[1] for s in scores)


def show(name: str, cases: Sequence[Case], made: Callable[[Case], list[str]]) -> None:
    """Print the figures of a way to summarise, over all events and by how many reports they have."""
    scored: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for case in cases:
        score = rouge(case.references, made(case))
        scored["all"].append(score)
        scored[f"of {len(case.articles)}"].append(score)
    sizes = ["all", "of 2", "of 3"] if scored.get("of 3") else ["all"]
    figures = [
        f"{size} {statistics.fmean(s[0] for s in scored[size]):.4f}/{statistics.fmean(s[1] for s in scored[size]):.4f}"
        for size in sizes
    ]
    print(f"{name:28} {'  '.join(figures)}", flush=True)  # noqa: T201
