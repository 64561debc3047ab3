"""Builds editions by hand, so that pages are tested without any other step.

The texts are our own and say nothing true: places, people and outlets are invented.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from digest.model import (
    Article,
    Block,
    Citation,
    Content,
    Edit,
    Edition,
    Edits,
    Event,
    EventReport,
    Join,
    Keyword,
    Kind,
    Outlet,
    Passage,
    Phrase,
    Precision,
    Publish,
    Published,
    Rejection,
    Removal,
    Settings,
    Span,
    SummarySentence,
    Topic,
    TopicMatch,
)

Part = Sequence[str] | tuple[Kind, Sequence[str]] | tuple[Kind, Sequence[str], int]


def article(
    id: str,  # noqa: A002
    title: str,
    parts: Sequence[Sequence[str] | Block],
    *,
    outlet: str | None = "harbour",
    when: str = "",
    origin: str = "line 2",
    inferred: bool = False,
    publish: Publish = Publish.FULL,
    place: str = "",
    authors: tuple[str, ...] = (),
    url: str = "",
    recurring: frozenset[int] = frozenset(),
    set_aside: tuple[str, ...] = (),
) -> Article:
    """Make an article of paragraphs, each a list of sentences; a ready block is a heading, item or quote of one sentence."""
    blocks = tuple(part if isinstance(part, Block) else Block(Kind.PARAGRAPH, " ".join(part)) for part in parts)
    sentences: list[Span] = []
    at = 0
    for part, block in zip(parts, blocks, strict=True):
        if block.kind is not Kind.HEADING:
            position = at
            for sentence in [block.text] if isinstance(part, Block) else part:
                sentences.append(Span(position, position + len(sentence)))
                position += len(sentence) + 1
        at += len(block.text) + 1
    text = "\n".join(block.text for block in blocks)
    precision = {0: Precision.NONE, 7: Precision.MONTH, 10: Precision.DAY, 16: Precision.MINUTE}.get(len(when), Precision.SECOND)
    return Article(
        id=id,
        path=f"content/articles/{id}.txt",
        title=title,
        title_origin="line 1",
        published=Published(when, Precision.INFERRED if inferred else precision, origin) if when else None,
        authors=authors,
        authors_origin="the last line" if authors else "",
        outlet=outlet,
        outlet_origin="front matter" if outlet else "",
        source_url=url,
        language="en",
        language_origin="the text",
        blocks=blocks,
        set_aside=set_aside,
        sentences=tuple(sentences),
        place=place,
        digest=sha256(f"{title}\n{text}".encode()).hexdigest(),
        publish=publish,
        recurring=recurring,
    )


def cite(articles: Mapping[str, Article], *places: tuple[str, int], edits: Sequence[tuple[str, str]] = ()) -> SummarySentence:
    """Make a summary sentence from (article, index of a sentence); ``edits``: (words of the first, what stands there instead)."""
    citations = tuple(
        Citation(name, articles[name].sentences[index].start, articles[name].sentences[index].end) for name, index in places
    )
    first = citations[0]
    text = articles[first.article].text
    found = []
    for old, new in edits:
        start = text.index(old, first.start, first.end)
        found.append(
            Edit(start + len(old), start + len(old), new.removeprefix(old))
            if new.startswith(old)
            else Edit(start, start + len(old), new)
        )
    said, at = "", first.start
    for edit in sorted(found, key=lambda edit: edit.start):
        said += text[at : edit.start] + edit.text
        at = edit.end
    return SummarySentence(said + text[at : first.end], citations, tuple(found))


OUTLETS = (
    Outlet("harbour", "The Harbour Post", ("harbour.example",), "Tidal Media", "Norland"),
    Outlet("weekend", "Harbour Weekend", ("weekend.harbour.example",), "Tidal Media", "Norland"),
    Outlet("wire", "Meridian Wire", ("meridian.example",), "", "Sudland"),
    Outlet("ledger", "Ledger & Sons <daily>", ("ledger.example",), "", "Ostland", Publish.EXCERPT),
    Outlet("silent", "The Silent Observer"),
)

TOPICS = (
    Topic(
        "ferries",
        "Ferries & ports",
        "Boats, *quays* and the people who wait for them.",
        (Phrase("ferry"), Phrase("harbour dues")),
        ("ferris wheel",),
    ),
    Topic("storms", "Storms", "Wind, and what it leaves behind.", (Phrase("gale"), Phrase("storm"))),
    Topic("night-boats", "Night boats", "", (Phrase("night boat"),), (), "ferries"),
)

ARTICLES: Mapping[str, Article] = {
    one.id: one
    for one in (
        article(
            "ferry-post",
            "Ferry to Norholm: first crossing in nine years",
            [
                [
                    "NORHOLM — The ferry to Norholm sailed on Friday for the first time in nine years.",
                    "It carried 214 passengers and one goat.",
                ],
                Block(Kind.HEADING, "Why it stopped: the dues", level=2),
                ["The line had been closed since a quarrel over harbour dues in 2010.", "Both towns now pay a *third* each."],
                Block(Kind.ITEM, "A crossing takes 70 minutes."),
                Block(Kind.ITEM, "A ticket costs $12, and {nothing} for a goat."),
                Block(Kind.QUOTE, "“We had forgotten how long an hour at sea is,” said the mayor."),
                ["Sign up for our letter."],
            ],
            when="2021-05-14T06:10:00+02:00",
            place="NORHOLM",
            authors=("Ada Linde", "Per Holm"),
            url="https://harbour.example/ferry?a=1&b=2",
            recurring=frozenset({6}),
            set_aside=("Share this", "Photo: <b>harbour</b>"),
        ),
        article(
            "ferry-wire",
            "Norholm line reopens",
            [
                [
                    "The line between the two towns reopened on Friday with 214 people aboard.",
                    "Dues will be shared by the towns and the state.",
                ],
                ["A gale is expected on Sunday, and the storm may close the new quay.", "Nobody would say for how long."],
            ],
            outlet="wire",
            when="2021-05-14T07:30:00Z",
        ),
        article(
            "ferry-weekend",
            "Norholm line reopens at last",
            [
                [
                    "The line between the two towns reopened on Friday with 214 people aboard.",
                    "Dues will be shared by the towns and the state.",
                ]
            ],
            outlet="weekend",
            when="2021-05-15",
        ),
        article(
            "ferry-ledger",
            "Who pays for the goat? <script>alert(1)</script>",
            [
                [
                    "The towns pay a third each and the state the rest, the ledger of the line shows.",
                    "The goat was free.",
                    "So was the hay.",
                ],
                ["A second boat is planned.", "It would sail at night."],
                ["The state has not said when it will pay."],
            ],
            outlet="ledger",
            when="2021-05-17T12:00",
            publish=Publish.EXCERPT,
            url="https://ledger.example/goat",
        ),
        article(
            "storm-wire",
            "Gale closes quay",
            [["A gale closed the quay on Sunday.", "The ferry stayed in port."]],
            outlet="wire",
            when="2021-05-16T18:00:00Z",
        ),
        article(
            "storm-undated",
            "The night of the gale",
            [["Nobody slept in Norholm that night.", "The ferry is safe."]],
            outlet=None,
            when="2021-05-16",
            inferred=True,
            origin="“Sunday”, counted from report 1",
        ),
        article(
            "storm-silent",
            "Roofs gone in Norholm",
            [["Forty roofs are gone.", "The gale took the old ferry sign too."]],
            outlet="silent",
            publish=Publish.LINK,
            url="javascript:alert(1)",
        ),
        article(
            "cheese", "A cheese wins", [["A cheese won a prize in Ostland.", "It is blue."]], outlet="ledger", when="2021-04"
        ),
        article("secret", "A page that is hidden", [["This event is off every list.", "Its ferry too."]], when="2021-05-13"),
    )
}


def edition(**changes: object) -> Edition:
    """Make an edition of five events: copies, an excerpt, an undated article, insertions, a hidden event."""
    by = ARTICLES
    keywords = {
        "ferry-post": (Keyword("Norholm", 1.0), Keyword("harbour dues", 0.7), Keyword("goat", 0.4)),
        "storm-wire": (Keyword("Norholm", 0.9), Keyword("gale", 0.8)),
        "secret": (Keyword("secrecy", 1.0),),
    }
    ferry = EventReport(
        Event(
            "ferry-post",
            ("ferry-post", "ferry-wire", "ferry-weekend", "ferry-ledger"),
            (
                Join("ferry-wire", "ferry-post", 0.72, ("Norholm", "214", "dues"), "likeness"),
                Join("ferry-weekend", "ferry-wire", 1.0, ("Norholm",), "copy"),
                Join("ferry-ledger", "ferry-post", 1.0, (), "editor"),
            ),
            (Rejection("ferry-post", "storm-wire", 0.31, 0.4, "too little in common"),),
            {"ferry-weekend": "ferry-wire"},
        ),
        "Ferry to Norholm: first crossing in nine years",
        (
            cite(
                by,
                ("ferry-post", 0),
                ("ferry-wire", 0),
                ("ferry-weekend", 0),
                edits=[("NORHOLM — ", ""), ("on Friday", "on Friday [14 May 2021]")],
            ),
            cite(by, ("ferry-post", 1), edits=[("It", "[The ferry]")]),
            cite(by, ("ferry-ledger", 4)),
        ),
        (Keyword("Norholm", 1.0), Keyword("goat", 0.5), Keyword("Нота", 0.2)),
        (TopicMatch("ferries", ("ferry", "harbour dues"), 3),),
        (("ferry-wire", "ferry-weekend"), ("ferry-post",), ("ferry-ledger",)),
    )
    storm = EventReport(
        Event(
            "storm-wire",
            ("storm-wire", "storm-undated", "storm-silent"),
            (
                Join("storm-undated", "storm-wire", 0.5, ("gale",), "likeness"),
                Join("storm-silent", "storm-wire", 0.41, ("Norholm",), "likeness"),
            ),
            (),
            {},
            ("cheese",),
        ),
        "Gale closes quay",
        (cite(by, ("storm-wire", 0), edits=[("on Sunday", "on Sunday [16 May 2021]")]), cite(by, ("storm-silent", 0))),
        (Keyword("Norholm", 1.0), Keyword("gale", 0.9)),
        (TopicMatch("storms", ("gale",), 3), TopicMatch("ferries", ("ferry",), 1)),
        (("storm-wire",), ("storm-undated",), ("storm-silent",)),
    )
    cheese = EventReport(
        Event("cheese", ("cheese",), round_up=True, touches=("secret", "storm-wire")),
        "A cheese wins",
        (cite(by, ("cheese", 0)),),
        (Keyword("cheese", 1.0),),
        (),
        (("cheese",),),
    )
    secret = EventReport(
        Event("secret", ("secret",)),
        "A page that is hidden",
        (cite(by, ("secret", 0)),),
        (Keyword("secrecy", 1.0),),
        (),
        (("secret",),),
        True,
    )
    wire = by["ferry-wire"]
    fields: dict[str, object] = {
        "content": Content(
            (),
            OUTLETS,
            TOPICS,
            Edits(
                moved={"ferry-old": "ferry-wire", "ferry-older": "ferry-old", "round": "round"},
                removed={
                    "gone": Removal("A reader asked for it & we agreed.", "ferry-old"),
                    "gone-too": Removal("It was false."),
                },
            ),
            Settings(),
            {"notes.md": "# Notes\n\nBy hand.\n", "archive/index.md": "# Not this one\n"},
            "Norholm & Sea",
            "https://digest.example/norholm/",
        ),
        "articles": by,
        "outlets": {outlet.id: outlet for outlet in OUTLETS},
        "keywords": keywords,
        "events": (ferry, storm, secret, cheese),
        "passages": (
            Passage("storms", "ferry-wire", wire.sentences[2].start, wire.sentences[3].end, ("gale", "storm")),
            Passage(
                "night-boats",
                "ferry-ledger",
                by["ferry-ledger"].sentences[3].start,
                by["ferry-ledger"].sentences[3].end,
                ("night boat",),
            ),
            Passage("storms", "secret", 0, 10, ("gale",)),
        ),
        "faults": ("content/topics.yml", "content/topics.yml"),
    }
    return Edition(**(fields | changes))  # type: ignore[arg-type]


def many(count: int) -> Edition:
    """Make an edition of so many events of one day and one article each, ``ferry-0`` and on, filed as the ferry is."""
    made = edition()
    ferry = made.events[0]
    names = [f"ferry-{number}" for number in range(count)]
    return replace(
        made,
        articles={name: replace(ARTICLES["ferry-post"], id=name) for name in names},
        events=tuple(replace(ferry, event=Event(name, (name,)), summary=(), voices=((name,),)) for name in names),
        keywords={},
        passages=(),
    )


def empty() -> Edition:
    """Make an edition of nothing."""
    return Edition(Content((), (), (), Edits(), Settings()), {}, {}, {}, (), (), ())
