"""Articles by the hundred, made from templates in our own words: several outlets, several events a day, over weeks.

The same numbers give the same articles, whatever the machine and the day.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from digest.text.calendar import MONTHS

OUTLETS = {
    "northern-wire": "Northern Wire",
    "bay-herald": "The Bay Herald",
    "morning-compass": "Morning Compass",
    "upland-post": "Upland Post",
    "harbour-times": "Harbour Times",
    "evening-lantern": "Evening Lantern",
}

PLACES = """Aarhus Bergen Bilbao Braga Bremen Brno Cork Dundee Funchal Galway Gdansk Genoa Ghent Graz Haarlem Inverness Kaunas
Košice Leipzig Linz Lugano Malmö Maribor Nantes Odense Oulu Parma Patras Pécs Plovdiv Porto Riga Rouen Sibiu Split Szeged Tampere
Tartu Trieste Turku Uppsala Utrecht Valletta Varna Vilnius Zadar Łódź Žilina""".split()

THINGS = """bakery barley barrier basalt beacon beehive bell bicycle boiler brick cable canal canvas carpet cellar chapel
chimney choir circuit clay clock cobalt compass copper coral crane crystal dairy diesel drone dune falcon fern ferry flax
flute forge fountain furnace gallery garnet gate glacier granite gravel greenhouse harbour harp hazel heron hull kiln lamp
lantern lattice laundry lead lemon library lighthouse lime linen lock loom lynx magnet maple marble meadow mercury mill moss
mural nickel paper parquet peat pepper pier pigment pipeline plaster plum porcelain pulley pump quarry quartz raft rail reed
reservoir ribbon rope saddle salmon salt sand satellite sawmill sextant shale silk silo slate sluice spruce stork sulphur
tannery tapestry tar telescope thatch tile timber tram trout tunnel turbine vault velvet viaduct vineyard walnut weir wheat
willow windmill wool yeast zinc""".split()

FIRST = "Agata Bruno Carla Dario Elin Farid Greta Henrik Ilse Jonas Katya Lucian Mirela Nils Oona Pavel Rosa Stefan Tilda".split()

LAST = """Adamik Bergqvist Castelo Dvorsky Eklund Ferrante Grabowski Haavisto Iversen Jankulov Kestner Lindholm Moravec Novotna
Ostberg Pellegrin Quintela Rautio Sandoval Tvedt Ulvang Vasari Wendt Zelenka""".split()

KINDS = {
    "flood": (
        [
            "Flood water reaches the {a} district of {place}",
            "{place} clears {n} homes as the river rises",
            "River {b} bursts in {place}",
        ],
        [
            "Rescue crews in {place} moved {n} people away from the {a} on {weekday}, said {who} of the {org} Brigade.",
            "The river stood {m} centimetres above its usual level, the water board said.",
            "A wall of sandbags beside the {b} gave way before dawn.",
            "Power was cut off in {k} streets, and the {c} was closed to visitors.",
            "Meteorologists who study climate change said that such rain now falls twice as often as it did {k} decades ago.",
            "The mayor asked the government for {m} million euros to mend the {d}.",
        ],
    ),
    "strike": (
        [
            "{n} workers of the {a} plant in {place} walk out",
            "Strike stops the {a} works at {place}",
            "{place}: talks on {a} pay fail",
        ],
        [
            "About {n} workers left the {a} plant of {org} Brothers in {place} on {weekday} and stood at its gates.",
            "Their union, led by {who}, wants {k} percent more pay; the owners offer {m} cents an hour.",
            "Lorries loaded with {b} waited in a line that was {k} kilometres long.",
            "A mediator who once settled a quarrel over the {c} has been called.",
            "The owners blame the tariffs on {d}, which have made the metal {m} percent dearer since the winter.",
            "No date was set for another meeting.",
        ],
    ),
    "vote": (
        [
            "{place} votes on the {a}",
            "Council of {place} passes the {a} plan by {k} votes",
            "Narrow vote saves the {a} of {place}",
        ],
        [
            "The council of {place} decided on {weekday}, by a margin of {k} votes, to rebuild the {a} on {org} Square.",
            "The work will cost {m} million euros and take until the {b} season of next year.",
            "Members who opposed it, {who} among them, said that the {c} needs the money more.",
            "Officials found no sign of election meddling in the count, which was watched by {n} volunteers.",
            "A petition for the {d} had gathered {n} names.",
            "The first stone is to be laid in {k} months.",
        ],
    ),
    "find": (
        [
            "Divers find a {a} in the bay of {place}",
            "Old {a} comes to light in {place}",
            "{place} museum shows its {a} for the first time",
        ],
        [
            "Divers off {place} came upon a {a} that had lain in the mud for {n} years.",
            "It was wrapped in {b} and weighs {m} kilograms, said the {org} Museum, which announced the find on {weekday}.",
            "A student, {who}, had noticed the shape while counting {c} from a boat.",
            "Nobody knows how it came there; a ship laden with {d} sank nearby in a storm.",
            "The piece will be kept in fresh water for {k} months before it is shown.",
            "Entry will be free on the first {weekday} of each month.",
        ],
    ),
    "court": (
        [
            "Court in {place} rules on the {a} affair",
            "{place} judge fines the {a} company",
            "{a} dealer of {place} must pay {m} million",
        ],
        [
            "A court in {place} ordered {who}, the owner of {org} Trading, a {a} company, on {weekday} to pay {m} million euros.",
            "The judge said that he had sold {b} from a closed mine as new for {k} years.",
            "His lawyer called the ruling harsh and said that an expert on {c} was never heard.",
            "The case began when {n} buyers complained of stains on their {d}.",
            "Export controls did not apply, the court found, because the goods never left the country.",
            "An appeal is possible within {k} weeks.",
        ],
    ),
    "opening": (
        [
            "{place} opens its {a} line after {k} years",
            "First train crosses the {a} bridge at {place}",
            "New {a} link for {place}",
        ],
        [
            "The first train crossed the new {org} Bridge at {place}, named after a {a} maker, on {weekday} with {n} passengers.",
            "Building it took {k} years, {m} months longer than planned, because the {b} beneath the bank was soft.",
            "The ride to the {c} quarter now lasts {m} minutes.",
            "Engineers under {who} hung {n} sensors on the arch, each the size of a {d}.",
            "The line saves {m} tonnes of emissions a year, said the operator.",
            "Tickets cost the same as those of the old ferry.",
        ],
    ),
}

OPENINGS = ["", "As expected, ", "To the surprise of many, ", "After a long night, "]


@dataclass(frozen=True)
class Story:
    """One event, before anyone writes about it."""

    kind: str
    place: str
    day: date
    facts: dict[str, object] = field(hash=False)


def write_digest(root: Path, articles: int, *, seed: int = 1, first: date = date(2021, 3, 1)) -> list[Path]:
    """Write a digest of so many articles into a folder, oldest first, and give the files of the articles.

    About 18 articles a day, of four to nine events, each by one to four of six outlets; one report in six is a copy.
    """
    (root / "content" / "articles").mkdir(parents=True, exist_ok=True)
    names = "".join(f"{outlet}:\n  name: {name}\n  domains: [{outlet}.example]\n" for outlet, name in OUTLETS.items())
    (root / "content" / "sources.yml").write_text(names, encoding="utf-8")
    (root / "content" / "topics.yml").write_text(
        "climate:\n  title: Climate\n  phrases: [climate change, emissions]\n"
        "trade:\n  title: Trade\n  phrases: [tariffs, export controls]\n"
        "voting:\n  title: Voting\n  phrases: [election meddling, 'petition: 0.5']\n",
        encoding="utf-8",
    )
    files: list[Path] = []
    for story, outlet, name, text in _reports(random.Random(seed), first):  # noqa: S311 - the same articles every time
        if len(files) == articles:
            break
        suffix = ("txt", "md", "html")[len(files) % 3]
        file = root / "content" / "articles" / f"{story.day.isoformat()}-{name}.{suffix}"
        file.write_text(_written(suffix, story, outlet, *text), encoding="utf-8")
        files.append(file)
    return files


Text = tuple[str, list[str]]


def _reports(rng: random.Random, day: date) -> Iterator[tuple[Story, str, str, Text]]:
    number = 0
    while True:
        for _ in range(rng.randrange(4, 10)):
            number += 1
            story = _story(rng, day)
            told: Text | None = None
            outlets = rng.sample(sorted(OUTLETS), rng.randrange(1, 5))
            for outlet in outlets:
                told = told if told and rng.randrange(6) == 0 else _told(rng, story)
                yield story, outlet, f"{story.kind}-{number}-{outlet}", told
        day += timedelta(days=1)


def _story(rng: random.Random, day: date) -> Story:
    a, b, c, d = rng.sample(THINGS, 4)
    numbers = {"n": rng.randrange(120, 990), "m": rng.randrange(21, 95), "k": rng.randrange(3, 19)}
    names = {"who": f"{rng.choice(FIRST)} {rng.choice(LAST)}", "org": rng.choice(LAST)}
    return Story(rng.choice(sorted(KINDS)), rng.choice(PLACES), day, {"a": a, "b": b, "c": c, "d": d, **numbers, **names})


def _told(rng: random.Random, story: Story) -> Text:
    """One reporter's account: most of the facts, in an order of their own after the first."""
    titles, sentences = KINDS[story.kind]
    weekday = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[story.day.weekday()]
    facts = {**story.facts, "place": story.place, "weekday": weekday}
    lead, *rest = (sentence.format(**facts) for sentence in sentences)
    opening = rng.choice(OPENINGS)
    lead = opening + (lead[0].lower() + lead[1:] if opening and not lead.startswith(story.place) else lead)
    chosen = rng.sample(rest, rng.randrange(3, len(rest) + 1))
    paragraphs = [lead, " ".join(chosen[:2]), " ".join(chosen[2:])]
    return rng.choice(titles).format(**facts), paragraphs


def _written(suffix: str, story: Story, outlet: str, title: str, paragraphs: list[str]) -> str:
    if suffix == "html":
        body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
        return (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>\n'
            f'<meta property="article:published_time" content="{story.day.isoformat()}T09:30:00Z">\n'
            f'<meta property="og:site_name" content="{OUTLETS[outlet]}">\n'
            f'<link rel="canonical" href="https://{outlet}.example/{story.day.isoformat()}/"></head>\n'
            f"<body><nav><a href='/'>Front page</a></nav><main><article><h1>{title}</h1>\n{body}</article></main></body></html>\n"
        )
    if suffix == "md":
        head = f'---\ntitle: "{title}"\ndate: {story.day.isoformat()}\nsource: {OUTLETS[outlet]}\n---\n\n'
        return head + "\n\n".join(paragraphs) + "\n"
    day = f"{story.day.day} {MONTHS[story.day.month - 1]} {story.day.year}"
    return f"---\nsource: {OUTLETS[outlet]}\n---\n{title}\n\n{day}\n\n" + "\n\n".join(paragraphs) + "\n"
