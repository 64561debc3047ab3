"""Fit the two models of ``digest/steps/keywords``, measure them crosswise, and time an article's keywords beside plain YAKE.

    pip install scikit-learn==1.9.1 nltk && python -m benchmarks.keywords EVAL_FOLDER [--write]
    python -m benchmarks.keywords --speed

EVAL_FOLDER holds ``data/keywords-crowd.jsonl.gz`` (rows of ``text`` and ``keywords``) and ``summaries-outlets.jsonl.gz`` (rows of
``docs`` with title, text, date and source, of ``reference`` and of ``reference_title``). The model ``article`` is fitted on the
first set alone and the model ``event`` on the second: each figure is of one half of a set, by a hash of its row, under
weights from the other half, both ways. What is printed per ``a word more`` says how many words a keyword has for it, so that one
can choose. With ``--write`` the weights that we ship are written, from all rows. None of the texts is kept.
"""

# ruff: noqa: T201 - what it measures is printed; a sample, no secret

from __future__ import annotations

import json
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.labelled import half, rows_of
from digest.edge.read import read_content
from digest.model import Article, ArticleId, Event, Keyword, Settings, SummaryEdit
from digest.pipeline import normalize_all
from digest.steps.events import group_events
from digest.steps.keywords import extract_keywords, find_candidates, fold_names, propose
from digest.steps.keywords.candidates import Candidate, describe_candidates
from digest.steps.keywords.choose import choose
from digest.steps.keywords.extract import ABSORBED, is_credit, yake_scores
from digest.steps.keywords.heading import may_head
from digest.steps.keywords.merge import rank
from digest.steps.keywords.names import Key, divide
from digest.steps.keywords.phrases import find_phrases
from digest.steps.keywords.rank import describe
from digest.steps.keywords.reading import read_runs
from digest.steps.keywords.told import Text
from digest.steps.summarize import summarize
from digest.steps.titles import event_title
from digest.steps.voices import voices_of

WEIGHTS = Path(__file__).parent.parent / "digest" / "steps" / "keywords" / "weights.json"

A_WORD_MORE = {"article": 0.172, "event": 0.072}
"""What every further word of a phrase adds to its chance: 1.6 words a keyword of an article, 1.5 of an event."""

A_HEADING_MORE = {"article": 0.1, "event": 0.05}
"""What it adds to the chance of a phrase that an index could list it; see README.md for what that costs."""

TRIED = {"article": (0.0, 0.1, 0.16, 0.165, 0.172, 0.18), "event": (0.0, 0.06, 0.0715, 0.0725, 0.073, 0.075, 0.08)}

Row = dict[str, object]


class Phrase(NamedTuple):
    """What could be a keyword."""

    one: Candidate
    used: bool
    """Whether people used it."""
    named: bool = False
    """Of a form of a person's name: whether people used the family name."""


Found = dict[Key, Phrase]
Models = dict[str, dict[str, float]]
"""Weights by the name of a model."""


def laid_out(texts: Mapping[str, tuple[Mapping[str, object], str]]) -> tuple[dict[ArticleId, Article], dict[ArticleId, list]]:
    """Lay texts out as files, read them as a build does, and give the articles with their voices by event."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "content" / "articles"
        place.mkdir(parents=True)
        for name, (meta, text) in texts.items():
            head = "".join(f"{key}: {json.dumps(str(value))}\n" for key, value in meta.items() if value)
            (place / f"{name}.txt").write_text(f"---\n{head}---\n\n{text}\n", encoding="utf-8")
        content, _ = read_content(Path(folder))
        articles, outlets, _, _ = normalize_all(content)
    by_id = {article.id: article for article in articles}
    return by_id, {event.id: voices_of(event, by_id, outlets) for event in group_events(articles, content.edits)}


def stems(phrase: str) -> tuple[str, ...]:
    """Give a phrase as the scorers compare it: Porter's stems of its runs of letters and digits."""
    from nltk.stem.porter import PorterStemmer

    stemmer = stems.__dict__.setdefault("stemmer", PorterStemmer())
    return tuple(stemmer.stem(word) for word in re.findall(r"\w+", phrase.lower()))


def of_article(article: Article, proposals: list[list[object]], gold: set[tuple[str, ...]]) -> Found:
    """Give the candidates of an article, and whether the crowd has them."""
    phrases = find_phrases([(run, tuple(divide(run.words))) for run in read_runs(article)], article.language)
    found = {key: uses for key, uses in phrases.items() if not uses.loose and not is_credit(uses, article)}
    scores = yake_scores(proposals, article.language)
    described = describe(found, scores, len(article.text.split()), article.language)
    return {
        key: Phrase(Candidate(features, found[key].form, may_head(found[key].form, "en")), stems(found[key].form) in gold)
        for key, features in described.items()
        if features["part of a longer phrase"] < ABSORBED
    }


def gist_of(voices: Sequence[Sequence[ArticleId]], articles: Mapping[ArticleId, Article]) -> list[str]:
    """Give the headline and the sentences that the program would sum up an event with."""
    event = Event(id=voices[0][0], articles=tuple(name for voice in voices for name in voice))
    own = {name: articles[name] for name in event.articles}
    summary = summarize(event, [list(voice) for voice in voices], own, Settings(), SummaryEdit())
    sentences = [sentence.text for sentence in summary]
    return [event_title(event, own, sentences), *sentences]


def of_event(
    voices: Sequence[Sequence[ArticleId]], articles: Mapping[ArticleId, Article], candidates: Mapping, human: str
) -> Found:
    """Give the candidates of an event, and whether the people who summed it up used them."""
    texts = [[Text(articles[name]) for name in voice] for voice in voices]
    described = describe_candidates(voices, articles, candidates, texts, gist_of(voices, articles))

    def used(form: str) -> bool:
        return f" {' '.join(stems(form))} " in human

    return {key: Phrase(one, used(one.form), bool(one.named and used(one.named.form))) for key, one in described.items()}


def fit(rows: Sequence[tuple[Mapping[str, float], bool]]) -> dict[str, float]:
    """Fit a logistic regression; gives the weights for features as they are, rounded."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    names = list(rows[0][0])
    values = np.array([[features[name] for name in names] for features, _ in rows])
    mean, spread = values.mean(0), values.std(0) + 1e-9
    model = LogisticRegression(C=0.3, max_iter=1000).fit((values - mean) / spread, [used for _, used in rows])
    slopes = model.coef_[0] / spread
    base = float(model.intercept_[0] - (slopes * mean).sum())
    return {"base": round(base, 3)} | {name: round(float(slope), 3) for name, slope in zip(names, slopes, strict=True)}


def fit_all(name: str, tables: Sequence[Found]) -> Models:
    """Fit a model, and with ``event`` the model ``form`` on those whose family name people used."""
    phrases = [phrase for table in tables for phrase in table.values()]
    models = {name: fit([(one.features, used) for one, used, _ in phrases if not one.named])}
    forms = [(one.features, used) for one, used, named in phrases if named]
    return models | ({"form": fit(forms)} if forms else {})


def chosen(table: Found, name: str, models: Models, more: float) -> list[tuple[str, bool]]:
    """Give the ten keywords that the models take, and whether people used them."""
    model = models[name] | {"a word more": more, "a heading more": A_HEADING_MORE[name]}
    ranked = rank({key: phrase.one for key, phrase in table.items()}, model, models.get("form", {}))
    taken = choose(ranked, 10, {key: phrase.one.holder for key, phrase in table.items() if phrase.one.holder})
    return [(table[key].one.form, table[key].used) for key in taken]


def measure(name: str, tables: Mapping[str, Found], score: Callable[[str, list[tuple[str, bool]]], float]) -> Models:
    """Print the figures of a model crosswise, and give the models of all tables."""
    models = [fit_all(name, [table for row, table in tables.items() if half(row) != side]) for side in (0, 1)]
    print(f"\n{name}: {len(tables)} rows\n\n| a word more | score | the halves | words a keyword |\n|---|---|---|---|")
    for more in TRIED[name]:
        scores: tuple[list[float], list[float]] = ([], [])
        lengths = []
        for row, table in tables.items():
            got = chosen(table, name, models[half(row)], more)
            scores[half(row)].append(score(row, got))
            lengths += [len(text.split()) for text, _ in got]
        means = [statistics.fmean(part) for part in (scores[0] + scores[1], *scores)]
        print(f"| {more} | {means[0]:.4f} | {means[1]:.3f}, {means[2]:.3f} | {statistics.fmean(lengths):.3f} |", flush=True)
    shipped = fit_all(name, list(tables.values()))
    shipped[name] |= {"a word more": A_WORD_MORE[name], "a heading more": A_HEADING_MORE[name]}
    return shipped


def crowd(rows: Sequence[Row], articles: Mapping[ArticleId, Article], proposals: Mapping[ArticleId, list]) -> Models:
    """Measure the model ``article``: F1 of ten keywords."""
    gold = {str(row["id"]): {stems(str(keyword)) for keyword in row["keywords"]} for row in rows}
    tables = {
        str(row["id"]): of_article(articles[f"k{number:05}"], proposals[f"k{number:05}"], gold[str(row["id"])])
        for number, row in enumerate(rows)
    }

    def f1(row: str, got: list[tuple[str, bool]]) -> float:
        hits = len({stems(text) for text, used in got if used})
        return 2 * hits / (10 + len(gold[row]))

    return measure("article", tables, f1)


def events(
    rows: Sequence[Row],
    articles: Mapping[ArticleId, Article],
    proposals: Mapping[ArticleId, list],
    voices: Mapping[ArticleId, list],
) -> Models:
    """Measure the models ``event`` and ``form``: precision of ten keywords; the model ``article`` is as it is shipped."""
    found = {name: find_candidates(article, proposals[name]) for name, article in articles.items()}
    folded: Mapping[ArticleId, Sequence[Keyword]] = fold_names(list(articles.values()), found)
    tables = {}
    for members in voices.values():
        number = int(members[0][0][1:6])
        told = [*rows[number]["reference"], rows[number].get("reference_title") or ""]
        tables[str(number)] = of_event(members, articles, folded, f" {' '.join(stems(' '.join(told)))} ")
    return measure("event", tables, lambda _, got: sum(used for _, used in got) / 10)


def speed() -> None:
    """Time the demo's articles beside plain YAKE with its defaults and the same longest phrase, in turn."""
    from yake import KeywordExtractor

    content, _ = read_content(WEIGHTS.parents[3])
    articles = normalize_all(content)[0]
    plain, ours = [], []
    for run in range(3):
        start = time.process_time()
        for article in articles:
            KeywordExtractor(lan="en", n=3, top=20).extract_keywords(f"{article.title}.\n{article.text}")
        middle = time.process_time()
        for article in articles:
            extract_keywords(article, propose(article.title, list(article.told), article.language), 10)
        if run:
            plain.append(middle - start)
            ours.append(time.process_time() - middle)
    each = 1000 / len(articles)
    print(f"plain YAKE {min(plain) * each:.1f} ms an article, ours {min(ours) * each:.1f} ms: {min(ours) / min(plain):.2f} times")


def main() -> None:
    """Measure, and write the weights if asked."""
    if sys.argv[1:] == ["--speed"]:
        return speed()
    data = Path(sys.argv[1]) / "data"
    rows = [row for row in rows_of(data / "keywords-crowd.jsonl.gz") if str(row["text"]).strip() and row["keywords"]]
    articles, _ = laid_out({f"k{number:05}": ({}, str(row["text"])) for number, row in enumerate(rows)})
    models = crowd(rows, articles, {name: _propose(article) for name, article in articles.items()})
    rows = rows_of(data / "summaries-outlets.jsonl.gz")
    keys = ("title", "date", "source")
    texts = {
        f"e{number:05}-{place:02}": ({key: doc.get(key) for key in keys} | {"event": f"gold-{number:05}"}, doc["text"])
        for number, row in enumerate(rows)
        for place, doc in enumerate(row["docs"])
    }
    articles, voices = laid_out(texts)
    models |= events(rows, articles, {name: _propose(article) for name, article in articles.items()}, voices)
    if "--write" in sys.argv:
        WEIGHTS.write_text(json.dumps(models, indent=2) + "\n", encoding="utf-8")
    return None


def _propose(article: Article) -> list[list[object]]:
    return propose(article.title, list(article.told), article.language)


if __name__ == "__main__":
    main()
