"""Measures how the cost of grouping grows with the number of articles, on a stream that is made up.

    .venv/bin/python -m benchmarks.events_cost [ARTICLES] [FILE]

A stream of 20,000 articles (or ARTICLES) of one language, 200 a day, some 450 words each: the words of the language at large are
drawn from the frequency table that we ship, beside them each of twenty-five beats has words of its own, and so has each event,
with names of people and places (some of them in the news for years), figures, and an act. Half of the events have one report,
one in fifty has twenty or more, up to eighty (a Pareto distribution), most within two days, the large ones within a week. Every
fourth event is followed by another one, days or weeks later, with the same people and half of the words. One report in twelve
is a copy, one article in twenty has no date. The same numbers give the same stream on any machine.

Fewer articles are either the first days of the stream ("as many a day": an archive as it grows) or every event in so many of
all of its days ("as many days": a smaller newsroom). Both end in the same 20,000.

What is timed is grouping alone, in processor seconds of one process; articles are in memory, what is compared of them was
computed before, and is read from a file (FILE is kept for the next time) day by day, which is not counted. The garbage collector
runs as seldom as in a build. The reference
compares the words of all pairs of 500 articles and does nothing else; it runs before and after each size, because a busy
machine slows both. The memory is the peak of the whole process.
"""

# ruff: noqa: T201, S301, S311 - what it measures is printed; it reads what it wrote; chance makes words, not secrets

from __future__ import annotations

import json
import math
import os
import pickle
import random
import resource
import sys
import tempfile
import time
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from importlib.resources import files
from itertools import accumulate, combinations
from pathlib import Path
from typing import BinaryIO

from digest.edge.collector import seldom_collected
from digest.model import Article, Block, Edits, Kind, Precision, Publish, Published, Span
from digest.steps.events import group_profiles
from digest.steps.events.bonds import bonds_of
from digest.steps.events.packed import Packed
from digest.steps.events.profile import Profile, profile_of

SIZES = (1_000, 5_000, 20_000)
PARTS = (20, 4)
A_DAY = 200
BEATS = 25
REFERENCE = 500
SYLLABLES = "ba dor fen gal hin jor kas lem mor nev ost pel quin ras sul tam ulv var wen yor zel bri cal dru".split()


class Vocabulary:
    """The language at large, and names that nobody has."""

    def __init__(self) -> None:
        table = (files("digest.text") / "data" / "frequency-en.txt").read_text(encoding="utf-8")
        rows = [(float(zipf), word) for zipf, *found in map(str.split, table.splitlines()) for word in found if word.isalpha()]
        self.words = [word for _, word in rows]
        self.weights = list(accumulate(10**zipf for zipf, _ in rows))
        self.middling = [word for zipf, word in rows if 2.5 <= zipf <= 4.5 and len(word) > 3]

    def draw(self, dice: random.Random, number: int) -> list[str]:
        """Give running text."""
        return dice.choices(self.words, cum_weights=self.weights, k=number)


def name(dice: random.Random) -> str:
    """Give a capitalised word that is in no table."""
    return "".join(dice.choices(SYLLABLES, k=dice.randrange(2, 4))).capitalize()


@dataclass(frozen=True)
class Story:
    """An event before anyone writes about it."""

    number: int
    day: date
    beat: list[str]
    own: list[str]
    said: list[str]
    """Names and figures."""


def stream(articles: int) -> Iterator[tuple[Article, int]]:
    """Give articles in the order of their days, each with the number of its event."""
    dice = random.Random(1)
    language = Vocabulary()
    beats = [dice.sample(language.middling, 150) for _ in range(BEATS)]
    places = [name(dice) for _ in range(400)]
    people = [f"{name(dice)} {name(dice)}" for _ in range(1500)]
    fame = list(accumulate(1 / (rank + 10) for rank in range(len(people))))
    due: dict[date, list[tuple[Story, list[str] | None]]] = {}
    followed: dict[date, list[Story]] = {}
    day, made, number = date(2021, 1, 4), 0, 0
    while made < articles:
        while len(due.setdefault(day, [])) < A_DAY:
            number += 1
            if before := followed.get(day):
                first = before.pop()
                own = first.own[:15] + dice.sample(language.middling, 15)
                said = [*first.said[:5], f"{name(dice)} {name(dice)}", *(str(dice.randrange(11, 9000)) for _ in range(3))]
                story = Story(number, day, first.beat, own, said)
            else:
                known = dice.choices(people, cum_weights=fame, k=2)
                said = [*known, f"{name(dice)} {name(dice)}", f"{name(dice)} {name(dice)}", dice.choice(places), name(dice)]
                figures = [str(dice.randrange(11, 9000)) for _ in range(3)]
                story = Story(number, day, dice.choice(beats), dice.sample(language.middling, 30), said + figures)
            if dice.random() < 1 / 4:
                followed.setdefault(day + timedelta(days=round(dice.lognormvariate(2, 1)) + 1), []).append(story)
            told: list[str] | None = None
            reports = min(80, int(dice.paretovariate(1.2)))
            for _ in range(reports):
                told = told if told and dice.random() < 1 / 12 else _told(dice, language, story)
                later = day + timedelta(days=min(dice.choice([0, 0, 0, 1, 1, 2]) + dice.randrange(1 + reports // 15), 7))
                due.setdefault(later, []).append((story, told))
        for story, told in due.pop(day)[:]:
            if made == articles:
                return
            yield _article(made, day if dice.random() > 1 / 20 else None, told or []), story.number
            made += 1
        day += timedelta(days=1)


def _told(dice: random.Random, language: Vocabulary, story: Story) -> list[str]:
    """One reporter's account: a title and paragraphs of two sentences."""
    mine = dice.sample(story.own, 20)
    sentences = []
    for _ in range(max(6, min(60, round(dice.lognormvariate(3.0, 0.5))))):
        found = language.draw(dice, dice.randrange(9, 20))
        found += dice.choices(story.beat, k=dice.randrange(0, 8)) + dice.choices(mine, k=dice.randrange(0, 4))
        dice.shuffle(found)
        if dice.random() < 0.6:
            found.insert(dice.randrange(1, len(found)), dice.choice(story.said))
        sentences.append(" ".join(found)[:1].upper() + " ".join(found)[1:] + ".")
    title = " ".join([dice.choice(story.said), *dice.sample(mine, 3), *dice.sample(story.beat, 1), *language.draw(dice, 2)])
    return [title, *(" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2))]


def _article(number: int, day: date | None, told: list[str]) -> Article:
    title, *paragraphs = told
    blocks = tuple(Block(Kind.PARAGRAPH, text) for text in paragraphs)
    text = "\n".join(paragraphs)
    return Article(
        id=f"a{number:06}",
        path=f"content/articles/a{number:06}.txt",
        title=title,
        title_origin="line 1",
        published=Published(day.isoformat(), Precision.DAY, "line 2") if day else None,
        authors=(),
        authors_origin="",
        outlet=f"outlet-{number % 40}",
        outlet_origin="front matter",
        source_url="",
        language="en",
        language_origin="the text",
        blocks=blocks,
        set_aside=(),
        sentences=(Span(0, len(text)),),
        place="",
        digest=sha256(f"{title}\n{text}".encode()).hexdigest(),
        publish=Publish.FULL,
    )


def seconds() -> float:
    """Processor time of this process."""
    return time.process_time()


def pairwise(profiles: list[Profile]) -> float:
    """Compare the words of all pairs, and give the seconds."""
    start = seconds()
    bodies = [dict(profile.channels["body"]) for profile in profiles]
    sum(
        sum(weight * other[term] for term, weight in one.items() if term in other) > 0.2 for one, other in combinations(bodies, 2)
    )
    return seconds() - start


class Kept:
    """What is compared of each article, in a file: written once, read day by day."""

    def __init__(self, file: BinaryIO) -> None:
        """Find what the file holds."""
        self._file = file
        self._starts: dict[str, int] = {}
        self.articles: list[Article] = []
        self.truth: dict[str, int] = {}
        self.spent = 0.0
        """Seconds that reading took."""

    def fill(self, articles: int) -> None:
        """Read where each article starts, or make and write them all."""
        if self._file.seek(0, os.SEEK_END) == 0:
            for article, story in stream(articles):
                pickle.dump((article, story), self._file)
                pickle.dump(profile_of(article), self._file)
        self._file.seek(0)
        while len(self.articles) < articles:
            article, story = pickle.load(self._file)
            self.articles.append(article)
            self.truth[article.id], self._starts[article.id] = story, self._file.tell()
            pickle.load(self._file)

    def profile(self, article: Article) -> Profile:
        """Give what is compared of an article."""
        start = seconds()
        self._file.seek(self._starts[article.id])
        read: Profile = pickle.load(self._file)
        channels = {name: Packed(dict(vector.items()), _doubles) for name, vector in read.channels.items()}
        written = {term: sys.intern(word) for term, word in read.surface.items()}
        found = replace(read, article=article, channels=channels, surface=Packed(written))  # each word is held once
        self.spent += seconds() - start
        return found


def _doubles(numbers: list[float]) -> array[float]:
    return array("d", numbers)


def grouped(articles: list[Article], kept: Kept) -> dict[str, float]:
    """Group, in a process of its own, and give seconds, memory in MB, events, and B-cubed F1."""
    reading, writing = os.pipe()
    if not os.fork():
        start, kept.spent = seconds(), 0.0
        with seldom_collected():
            events = group_profiles(articles, kept.profile, bonds_of([], Edits()))
        spent = seconds() - start - kept.spent
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        event_of = {article: event.id for event in events for article in event.articles}
        score = b_cubed(event_of, {article: str(kept.truth[article]) for article in event_of})
        with os.fdopen(writing, "w") as file:
            json.dump({"seconds": spent, "megabytes": peak, "events": len(events), "b_cubed": score}, file)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as file:
        found: dict[str, float] = json.load(file)
    os.wait()
    return found


def b_cubed(events: dict[str, str], gold: dict[str, str]) -> float:
    """B-cubed F1 (Bagga and Baldwin 1998)."""
    got, true, both = Counter(events.values()), Counter(gold.values()), Counter((events[i], gold[i]) for i in gold)
    precision = sum(n * n / got[event] for (event, _), n in both.items()) / len(gold)
    recall = sum(n * n / true[cluster] for (_, cluster), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def main() -> None:
    """Print one line a size, and the exponents."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1]
    start = seconds()
    with Path(sys.argv[2]).open("a+b") if len(sys.argv) > 2 else tempfile.TemporaryFile() as file:
        kept = Kept(file)
        kept.fill(most)
        print(f"{most} articles with their features: {seconds() - start:.1f} s", flush=True)
        first = [kept.profile(article) for article in kept.articles[:REFERENCE]]
        whole = {story: [] for story in sorted(set(kept.truth.values()))}
        for article in kept.articles:
            whole[kept.truth[article.id]].append(article)
        print("| articles | | reference, beside it | grouping | times the reference | events | B-cubed F1 | peak memory |")
        print("|---|---|---|---|---|---|---|---|")
        days: dict[int, tuple[float, float]] = {}
        rate: dict[int, tuple[float, float]] = {}
        for size in [*(size for size in SIZES if size < most), most]:
            rate[size] = measured(kept.articles[:size], "as many a day", first, kept)
        for part in PARTS:
            some = [article for number, story in enumerate(whole.values()) for article in story if number % part == 0]
            days[len(some)] = measured(sorted(some, key=lambda article: article.id), "as many days", first, kept)
        days[most] = rate[max(rate)]
        for name, spent in (("as many a day", rate), ("as many days", days)):
            low, high = min(spent), max(spent)
            times, secs = (
                math.log(more / less) / math.log(high / low) for more, less in zip(spent[high], spent[low], strict=True)
            )
            print(f"{name}: grows as n^{times:.2f} from {low:,} to {high:,} articles, in references, n^{secs:.2f} in seconds")


def measured(articles: list[Article], name: str, first: list[Profile], kept: Kept) -> tuple[float, float]:
    """Print a line and give how many times the reference grouping takes, and the seconds."""
    before = pairwise(first)
    found = grouped(articles, kept)
    reference = (before + pairwise(first)) / 2
    print(
        f"| {len(articles):,} | {name} | {reference:.2f} s | {found['seconds']:.1f} s | {found['seconds'] / reference:.1f} "
        f"| {found['events']:.0f} | {found['b_cubed']:.3f} | {found['megabytes']:.0f} MB |",
        flush=True,
    )
    return found["seconds"] / reference, found["seconds"]


if __name__ == "__main__":
    main()
