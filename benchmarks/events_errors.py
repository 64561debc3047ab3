"""What grouping gets wrong on a labelled set: the worst false joins and false splits, to be read by eye.

``python -m benchmarks.events_errors FILE [HOW_MANY]``: a false join is two labelled events in one of ours, a false split one
labelled event in two or more of ours; the worst are those with the most wrong pairs of articles. The weights that ship have
learned from the labelled sets: there they make fewer errors than on other news.
"""

# ruff: noqa: T201 - what it finds is printed

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

from benchmarks.labelled import articles_of
from digest.model import Article, Edits
from digest.steps.events import group_events

Parts = list[list[str]]


def parts_of(whole: Mapping[str, str], part: Mapping[str, str]) -> list[Parts]:
    """Cut what is one in ``whole`` (article: group) as ``part`` has it; gives what falls apart, each part's articles."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for article in sorted(whole):
        found[whole[article]][part[article]].append(article)
    return [list(parts.values()) for _, parts in sorted(found.items()) if len(parts) > 1]


def wrong_pairs(parts: Parts) -> int:
    """Count the pairs of articles that lie in different parts."""
    return sum(len(one) * len(other) for one, other in combinations(parts, 2))


def show(kind: str, found: list[Parts], articles: Mapping[str, Article], most: int) -> None:
    """Print how many there are and the worst: day, outlet, headline and opening of up to four articles a part."""
    print(f"{len(found)} {kind}, {sum(map(wrong_pairs, found))} wrong pairs")
    for number, parts in enumerate(sorted(found, key=wrong_pairs, reverse=True)[:most], 1):
        print(f"\n{kind} {number}: {wrong_pairs(parts)} wrong pairs")
        for part in parts:
            print(f"  {len(part)} of one")
            for article in (articles[name] for name in part[:4]):
                opening = " ".join(article.text.split())[:240]
                print(f"    {article.own_day} | {article.outlet} | {article.title} | {opening}")


def main(path: Path, most: int = 10) -> None:
    """Group the articles of a labelled set and print the errors."""
    read, gold = articles_of(path)
    ours = {article: event.id for event in group_events(read, Edits()) for article in event.articles}
    by_id = {article.id: article for article in read}
    pairs = [[one, other] for parts in parts_of(ours, gold) for one, other in combinations(parts, 2)]
    show("false joins", pairs, by_id, most)
    print()
    show("false splits", parts_of(gold, ours), by_id, most)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:3]))
