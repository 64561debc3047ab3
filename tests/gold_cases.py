"""The gold set: short raw articles in ``tests/gold``, each with what a careful editor would make of it, scored field by field.

``NAME.expected`` stands beside ``NAME``: a line a fact (``title: ...``), a line each for headings and lines set aside; what
is missing there must be missing in the article. A list of the files that were written after the program had last been changed for
the others is in ``held-out.txt``.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from digest.edge.decode import decode_mail
from digest.edge.front import read_front, split_front
from digest.model import Article, Front, Kind, Outlet, OutletId, Settings, Source
from digest.readers import read
from digest.steps.normalize import normalize

FOLDER = Path(__file__).parent / "gold"
KNOWN = {"coastal-press": Outlet("coastal-press", "Coastal Press"), "globe": Outlet("globe", "The Globe", ("globe.example",))}
FIELDS = (
    "title", "date", "authors", "outlet", "place", "agency", "heading", "aside", "language", "paragraphs", "first", "last",
)  # fmt: skip
Facts = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Case:
    """A file and what is expected of it."""

    name: str
    held_out: bool
    expected: Facts


def cases() -> list[Case]:
    """Give the cases, by name."""
    held_out = set((FOLDER / "held-out.txt").read_text(encoding="utf-8").split()) if (FOLDER / "held-out.txt").exists() else set()
    return [
        Case(path.name.removesuffix(".expected"), path.name.removesuffix(".expected") in held_out, _facts(path))
        for path in sorted(FOLDER.glob("*.expected"))
    ]


def _facts(path: Path) -> Facts:
    facts: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition(": ")
        facts[name] += (value,)
    assert set(facts) <= set(FIELDS), path.name
    return dict(facts)


def source_of(name: str, text: str) -> Source:
    """Give the source that reading a file of this name would give."""
    path = f"content/articles/{name}"
    if not text.startswith("---\n"):
        return Source("a", path, text, Front())
    head, body, line = split_front(text)
    front, faults = read_front(path, head or "", Settings(), ())
    assert front is not None
    assert not faults, faults
    return Source("a", path, body, front, line)


@cache
def article_of(name: str) -> tuple[Article | None, dict[OutletId, Outlet]]:
    """Normalise a file of the gold set; gives the outlets that are then known, too."""
    file = FOLDER / name
    mail = decode_mail(file.read_bytes()).text if file.suffix == ".eml" else None
    source = source_of(name, mail or file.read_text(encoding="utf-8"))
    article, outlet, _ = normalize(source, read(source)[0], KNOWN, Settings())
    return article, {**KNOWN, **({outlet.id: outlet} if outlet else {})}


def facts_of(name: str) -> Facts:
    """Give what the program makes of a file, in the form of the expectations; what is empty is left out."""
    article, outlets = article_of(name)
    if article is None:
        return {}
    words = [block.text for block in article.blocks if block.kind is not Kind.HEADING]
    published = article.published
    facts: Facts = {
        "title": (article.title,),
        "date": (f"{published.iso} {published.precision}",) if published else (),
        "authors": ("; ".join(article.authors),) if article.authors else (),
        "outlet": (outlets[article.outlet].name,) if article.outlet else (),
        "place": (article.place,) if article.place else (),
        "agency": (article.agency,) if article.agency else (),
        "heading": tuple(block.text for block in article.blocks if block.kind is Kind.HEADING),
        "aside": article.set_aside,
        "language": (article.language,),
        "paragraphs": (str(len(words)),),
        "first": (" ".join(words[0].split()[:3]),),
        "last": (" ".join(words[-1].split()[-3:]),),
    }
    return {field: values for field, values in facts.items() if values}


def misses(case: Case) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give field: (expected, found) for every field that is wrong.

    What a saved page's own furniture is need only be out of the text: a reader of pages leaves most of it out before any line is
    judged.
    """
    found = facts_of(case.name)
    wrong = {
        field: (case.expected.get(field, ()), found.get(field, ()))
        for field in FIELDS
        if case.expected.get(field, ()) != found.get(field, ())
    }
    if case.name.endswith((".html", ".htm", ".xml", ".json")) and "aside" in wrong:
        article, _ = article_of(case.name)
        if article and not any(line in article.text.split("\n") for line in case.expected.get("aside", ())):
            del wrong["aside"]
    return wrong


def table(chosen: list[Case]) -> dict[str, float]:
    """Give field: share of the cases in which it is exactly right."""
    wrong = [misses(case) for case in chosen]
    return {field: 1 - sum(field in one for one in wrong) / len(chosen) for field in FIELDS}
