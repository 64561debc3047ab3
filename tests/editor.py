"""An editor who goes on for weeks: articles come in by the day, are bound, parted, renamed, redated, withdrawn.

Everything happens in memory, and the same seed gives the same weeks.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from digest.model import Content, Edits, Front, Page, Precision, Published, Removal, Settings, Source
from digest.pipeline import lay_out_edition, make_edition
from tests.steps.events.stories import BRIDGE, BRIDGE_TOO, CHEESE, CHEESE_TOO, SECOND_BRIDGE

R = TypeVar("R")

TEXTS = (BRIDGE, BRIDGE_TOO, CHEESE, CHEESE_TOO, SECOND_BRIDGE)
REMEMBERED: dict[str, object] = {}


def remember(function: Callable[..., R], calls: Sequence[tuple[object, ...]], /) -> Iterator[R]:
    """Remember for as long as the tests run."""
    for call in calls:
        key = repr((function.__name__, call))
        if key not in REMEMBERED:
            REMEMBERED[key] = function(*call)
        yield REMEMBERED[key]  # type: ignore[misc]


@dataclass
class Editor:
    """The content as it stands, and every address of an event or article that was ever published."""

    seed: int
    sources: dict[str, Source] = field(default_factory=dict)
    edits: Edits = field(default_factory=Edits)
    published: set[str] = field(default_factory=set)
    days: int = 0
    done: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)  # noqa: S311 - the same weeks every time
        self.day()

    def act(self) -> None:
        """Do something that editors do."""
        acts = [
            self.day,
            self.together,
            self.apart,
            self.undo,
            self.remove,
            self.move,
            self.retitle,
            self.redate,
            self.hide,
            self.name,
        ]
        act = self.dice.choice(acts)
        self.done.append(act.__name__)
        act()

    def day(self) -> None:
        self.days += 1
        for number in range(self.dice.randrange(2, 5)):
            name = f"{self.dice.choice('abcxyz')}{self.days}-{number}"
            day = None if self.dice.random() < 0.2 else f"2021-03-{self.days:02}"
            text = "\n\n".join([*self.dice.choice(TEXTS), f"Note {number} of day {self.days}."])
            self.put(name, text, Front(title=f"Report {name}", date=_dated(day), source=f"Paper {number}"))

    def put(self, name: str, text: str, front: Front) -> None:
        self.sources[name] = Source(name, f"content/articles/{name}.txt", text, front)

    def some(self, number: int) -> tuple[str, ...]:
        return tuple(self.dice.sample(sorted(self.sources), min(number, len(self.sources))))

    def together(self) -> None:
        self.edits = replace(self.edits, together=(*self.edits.together, self.some(2)))

    def apart(self) -> None:
        self.edits = replace(self.edits, apart=(*self.edits.apart, self.some(self.dice.choice([2, 3]))))

    def undo(self) -> None:
        self.edits = replace(self.edits, together=self.edits.together[1:], apart=self.edits.apart[:-1], hide=())

    def remove(self) -> None:
        for name in self.some(1):
            see = self.dice.choice(["", *self.some(1)])
            self.edits = replace(
                self.edits, removed={**self.edits.removed, name: Removal("withdrawn", see if see != name else "")}
            )
            if self.dice.random() < 0.5:
                del self.sources[name]

    def move(self) -> None:
        for old in self.some(1):
            new = f"{old}-m{len(self.edits.moved)}"
            source = self.sources.pop(old)
            self.sources[new] = replace(source, id=new, path=f"content/articles/{new}.txt")
            self.edits = replace(self.edits, moved={**self.edits.moved, old: new})

    def retitle(self) -> None:
        for name in self.some(1):
            source = self.sources[name]
            self.put(name, source.text.replace("Tuesday", "that day"), replace(source.front, title=f"Changed {len(self.done)}"))

    def redate(self) -> None:
        for name in self.some(1):
            source, day = self.sources[name], self.dice.randrange(1, 29)
            self.put(name, source.text, replace(source.front, date=_dated(self.dice.choice([None, f"2021-02-{day:02}"]))))

    def hide(self) -> None:
        self.edits = replace(self.edits, hide=(*self.edits.hide, *self.some(1)))

    def name(self) -> None:
        for name in self.some(2):
            source = self.sources[name]
            self.put(name, source.text, replace(source.front, event=self.dice.choice(["one", "two"])))

    def dead(self) -> list[str]:
        """Build, and give the addresses published so far that do not answer now, or lead to one that does not."""
        content = Content(tuple(self.sources[name] for name in sorted(self.sources)), (), (), self.edits, Settings())
        laid = lay_out_edition(make_edition(content, (), remember)[0])
        pages = {item.path.rsplit("/", 1)[0].removeprefix("docs/"): item for item in laid if isinstance(item, Page)}
        here = {place for place in pages if place.startswith(("events/", "articles/"))}
        self.published |= here
        return sorted(place for place in self.published if not _answers(place, pages))


def _answers(place: str, pages: Mapping[str, object]) -> bool:
    for _ in range(3):
        page = pages.get(place)
        if not isinstance(page, Page):
            return False
        if not page.path.endswith(".html"):
            return True
        place = str(page.view["url"]).removeprefix("../../").rstrip("/")
    return False


def _dated(day: str | None) -> Published | None:
    return Published(day, Precision.DAY, "front matter") if day else None
