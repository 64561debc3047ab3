"""Candidates are found once: what YAKE is asked depends on nothing but the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from digest.edge.memo import FileMemo
from digest.model import Content, Edits, Front, Precision, Published, Settings, Source
from digest.pipeline import make_edition
from tests.steps.events.stories import BRIDGE, BRIDGE_TOO, CHEESE

R = TypeVar("R")


class Asked:
    """A memo that notes what its folder did not hold yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.new: list[object] = []

    def __call__(self, function: Callable[..., R], calls: Sequence[tuple[object, ...]], /) -> Iterator[R]:
        known = self._lines()
        with FileMemo(self.folder) as memo:
            found = list(memo(function, calls))
        self.new += sorted(self._lines() - known)
        yield from found

    def _lines(self) -> set[str]:
        return {line for path in self.folder.glob("*propose.jsonl") for line in path.read_text(encoding="utf-8").splitlines()}


def build(folder: Path, **texts: Sequence[str]) -> int:
    day = Published("2021-03-02", Precision.DAY, "front matter")
    sources = tuple(
        Source(name, f"content/articles/{name}.txt", "\n\n".join(text), Front(title=f"Report {name}", date=day))
        for name, text in texts.items()
    )
    asked = Asked(folder)
    make_edition(Content(sources, (), (), Edits(), Settings()), (), asked)
    return len(asked.new)


def test_an_unchanged_article_is_never_looked_at_again(tmp_path: Path) -> None:
    assert build(tmp_path, one=BRIDGE, two=CHEESE) == 2
    assert build(tmp_path, one=BRIDGE, two=CHEESE) == 0
    assert build(tmp_path, one=BRIDGE, two=CHEESE, three=BRIDGE_TOO) == 1, "a new article is looked at alone"
    assert build(tmp_path, one=BRIDGE, two=(*CHEESE, "A goat looked on."), three=BRIDGE_TOO) == 1, "and so is a changed one"
