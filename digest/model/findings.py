"""What was found in the articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from digest.model.content import ArticleId, EventId, TopicId


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword as a reader sees it."""

    text: str
    weight: float
    """0 to 1, the best of an article or event has 1; rounded to 6 places."""
    heading: bool = False
    """Whether an index may list it: a name, a phrase or a subject that leads somewhere; an event's reports also carry it."""
    holder: str = ""
    """Of a name in another form, the whole name: "Edda Lindqvist" for "Lindqvist" and "Chancellor Lindqvist"; else empty."""

    @property
    def filed(self) -> str:
        """What an index files it under: one heading a person."""
        return self.holder or self.text


@dataclass(frozen=True, slots=True)
class Join:
    """Why an article is in its event."""

    article: ArticleId
    to: ArticleId
    """An earlier article of the event: the one that it is most like, copies, or was bound to."""
    score: float
    """0 to 1, rounded to 6 places; 1 where the editor bound them."""
    shared: tuple[str, ...]
    """The rarest names and words that both use, as they are written."""
    by: str
    """``likeness``, ``copy`` (the same text) or ``editor``."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A neighbour that was nearly joined."""

    article: ArticleId
    """The article of this event."""
    other: ArticleId
    score: float
    needed: float
    reason: str
    """In words: ``too little in common``, ``these two reports are alike, but the rest of the two events is not`` or
    ``kept apart by the editor``."""


@dataclass(frozen=True, slots=True)
class Event:
    """Articles that report the same event."""

    id: EventId
    articles: tuple[ArticleId, ...]
    """Founder first, then by date, then by id; undated ones last."""
    joins: tuple[Join, ...] = ()
    """One for every article but the founder, in the order of ``articles``."""
    rejected: tuple[Rejection, ...] = ()
    """The nearest neighbours that stayed outside, nearest first."""
    copies: Mapping[ArticleId, ArticleId] = field(default_factory=dict)
    """Article: the earlier article of this event whose text it carries."""
    mentions: tuple[EventId, ...] = ()
    """Round-ups (events of their own) that touch this one, by id."""
    round_up: bool = False
    """Whether this is a round-up: one article that touches many events and reports none."""
    touches: tuple[EventId, ...] = ()
    """Of a round-up: the events that it touches, by id."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The stretch of an article that says what a summary sentence says."""

    article: ArticleId
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A recorded change to a cited stretch, offsets in the article's text: a trim (empty ``text``) or a bracketed insertion."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """One sentence of a summary with its proof: ``edits`` applied to the first citation give ``text``."""

    text: str
    citations: tuple[Citation, ...]
    """The first is where it was taken from; the others say the same."""
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two or more independent reports say, in the words of one of them."""

    sentence: SummarySentence
    voices: int
    """How many independent reports carry it, its own included."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one of two reports says where they differ."""

    sentence: SummarySentence
    """A whole sentence with one citation and no edits."""
    start: int
    end: int
    """The words that differ, offsets in the article's text."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Two reports that say the same but for a figure, a date, a name, or the wording of a quotation."""

    kind: str
    """``Amount``, ``Number``, ``Date``, ``Name``, ``Wording`` (of one quotation), ``Account`` (denied, reversed or revised)."""
    about: str
    """What it is about, in words of the reports or a plain noun ("length of the meeting"); may be empty."""
    sides: tuple[Side, Side]
    """The earlier report first."""
    updated: bool = False
    """Whether the later one revises the earlier: the same outlet on a later day."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry of a timeline."""

    when: str
    """ISO 8601, a day or a month."""
    said: str
    """What it was resolved from ("last July"), ``date of publication``, or empty where the sentence has the whole date."""
    sentence: SummarySentence


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an event's reports say beside one another; each sentence once, and none of the summary's, but for ``differing``."""

    agreed: tuple[Agreement, ...] = ()
    """Most voices first."""
    single: tuple[SummarySentence, ...] = ()
    """What only one report says."""
    differing: tuple[Difference, ...] = ()
    timeline: tuple[Moment, ...] = ()
    """Oldest first."""
    since: tuple[SummarySentence, ...] = ()
    """What the reports of the newest day added."""

    @property
    def placed(self) -> Mapping[str, SummarySentence]:
        """Every sentence that it quotes, by its place on the event's page: ``agree-1``, ``differ-1-2``, ``time-1``."""
        rows = {
            "since": self.since,
            "agree": [one.sentence for one in self.agreed],
            "only": self.single,
            "time": [one.sentence for one in self.timeline],
        }
        found = {f"{name}-{number}": one for name, row in rows.items() for number, one in enumerate(row, 1)}
        for number, difference in enumerate(self.differing, 1):
            found |= {f"differ-{number}-{side}": one.sentence for side, one in enumerate(difference.sides, 1)}
        return found

    @property
    def sentences(self) -> tuple[SummarySentence, ...]:
        """Every sentence that it quotes."""
        return tuple(self.placed.values())


@dataclass(frozen=True, slots=True)
class TopicMatch:
    """A topic, and what was matched."""

    topic: TopicId
    matched: tuple[str, ...]
    """Phrases as ``topics.yml`` has them, strongest first."""
    articles: int
    """In how many of the event's articles."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article that touches a topic which its event is not filed under, or would but for an exclusion."""

    topic: TopicId
    article: ArticleId
    start: int
    end: int
    matched: tuple[str, ...]
    """Phrases as ``topics.yml`` has them, strongest first."""
    excluded_by: tuple[str, ...] = ()
    """What keeps it from the topic: entries of ``exclude`` and ``against``; empty where it is filed."""


@dataclass(frozen=True, slots=True)
class EventReport:
    """An event with everything that was made of it."""

    event: Event
    title: str
    summary: tuple[SummarySentence, ...]
    keywords: tuple[Keyword, ...]
    topics: tuple[TopicMatch, ...]
    voices: tuple[tuple[ArticleId, ...], ...]
    """Independent reports: articles that are copies of one another, or of one owner, are one voice."""
    hidden: bool = False
    comparison: Comparison = Comparison()
    kept_out: tuple[Passage, ...] = ()
    """Stretches that exclusions alone keep from a topic."""

    @property
    def id(self) -> EventId:
        """The event's id."""
        return self.event.id
