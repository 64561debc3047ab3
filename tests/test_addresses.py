"""No address goes dead: whatever the editor does, what was published once answers with a page, a redirect or a tombstone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from digest.edge.read import read_content
from digest.model import Edits
from digest.pipeline import normalize_all
from digest.steps.events import group_events
from tests.editor import Editor
from tests.long.corpus import write_digest


@pytest.mark.parametrize("seed", range(4))
def test_every_address_that_was_ever_published_still_answers(seed: int) -> None:
    editor = Editor(seed)
    assert editor.dead() == []
    for _ in range(8):
        editor.act()

        assert editor.dead() == [], editor.done


def prefixes_that_differ(root: Path) -> tuple[int, list[str]]:
    """Count the prefixes of whole days, and give the articles whose company in one is another than in the whole."""
    content, _ = read_content(root)
    articles, *_ = normalize_all(content)
    days = sorted({article.own_day for article in articles if article.own_day})
    whole = group_events(articles, Edits())
    differ = []
    for last in days[:-1]:
        kept = {article.path for article in articles if article.own_day and article.own_day <= last}
        then = replace(content, sources=tuple(source for source in content.sources if source.path in kept))
        early, *_ = normalize_all(then)
        known = {article.id for article in early}
        before = {article: set(event.articles) for event in group_events(early, Edits()) for article in event.articles}
        after = {article: known & set(event.articles) for event in whole for article in event.articles}
        differ += [f"{last}: {article}" for article in sorted(known) if before[article] != after[article]]
    return len(days) - 1, differ


def test_pairs_of_earlier_days_stay_as_they_were_whatever_follows(tmp_path: Path) -> None:
    write_digest(tmp_path, 80)

    prefixes, differ = prefixes_that_differ(tmp_path)

    assert prefixes >= 3
    assert differ == []
