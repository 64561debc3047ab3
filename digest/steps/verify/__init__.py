"""Checks a built site against its sources, trusting nothing that the build has written.

claims    what proof.json, events.json and topics.json say, read strictly
stretch   whether an article says what a sentence cites
shown     what the pages of events and topics show
records   headlines, days, authors and publishers

It shares no code with the steps that write what it checks, so that a mistake of theirs cannot hide here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from digest.errors import Fault
from digest.model import Article, ArticleId, Edits, Outlet, OutletId
from digest.steps.verify.claims import (
    ARTICLES,
    EVENTS,
    PROOF,
    TOPICS,
    Claim,
    in_words,
    read_events,
    read_hashes,
    read_listed,
    read_passages,
    read_proof,
    read_records,
)
from digest.steps.verify.records import check_lists, check_records, check_titles
from digest.steps.verify.shown import check_page, check_passages
from digest.steps.verify.stretch import check_claim, check_stretch

__all__ = ["verify"]

PAGE = "build/docs/events/{}/index.md"
TOPIC = "build/docs/topics/{}/index.md"


def verify(
    articles: Mapping[ArticleId, Article],
    outlets: Mapping[OutletId, Outlet],
    edits: Edits,
    built: Mapping[str, str],
) -> tuple[int, tuple[Fault, ...]]:
    """Check every published sentence of a built site, with the headlines, days, authors and publishers.

    Args:
        articles: the articles, normalised anew from ``content/``.
        outlets: the publishers that they name.
        edits: the editor's decisions: titles of events, and what no list names.
        built: the published files, path from the digest's root: the data files and the pages of events and topics.

    Returns:
        How many sentences and passages hold, and what was found: one fault for each that does not, with the first reason; one
        for each article whose title or text is no longer what the build read; one for what cannot be read at all.
    """
    missing = [path for path in (PROOF, EVENTS, ARTICLES, TOPICS) if path not in built]
    if not built:
        return 0, (Fault("build/docs", 0, "there is no built site here; run digest build first"),)
    if missing:
        return 0, tuple(Fault(path, 0, "this file is not there; run digest build first") for path in missing)
    faults: list[Fault] = []
    changed = _changed(articles, read_hashes(built[PROOF], faults), faults)
    claims = _once(read_proof(built[PROOF], faults), faults)
    # A hidden event, which cites hidden articles alone, is in no list of events: what its page says is in the proof.
    hidden = {key: claim for key, claim in claims.items() if all(one.article in edits.hide for one in claim.citations)}
    published = {**{key: claim for key, claim in hidden.items() if claim.origin == EVENTS}, **read_events(built[EVENTS], faults)}
    wrong = _wrong(claims, published, articles, changed, built)
    faults += [Fault(PAGE.format(event), 0, f"{in_words(place)}: {why}") for (event, place), why in sorted(wrong.items())]
    held = _passages(articles, changed, built, faults)
    records, events = (
        read_records(built[ARTICLES], "articles", ARTICLES, faults),
        read_records(built[EVENTS], "events", EVENTS, faults),
    )
    faults += check_records(records, articles, outlets)
    faults += check_titles(events, articles, edits, built, PAGE)
    faults += check_lists(events, records, articles)
    one_line = {replace(fault, message=" ".join(fault.message.split())) for fault in faults}  # an article’s may be quoted
    return len(claims.keys() - wrong.keys()) + held, tuple(sorted(one_line))


def _once(claims: Iterable[Claim], faults: list[Fault]) -> Mapping[tuple[str, str], Claim]:
    found: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        if claim.key in found:
            faults.append(Fault(PROOF, 0, f"{claim} is listed twice"))
        found.setdefault(claim.key, claim)
    return found


def _wrong(
    claims: Mapping[tuple[str, str], Claim],
    published: Mapping[tuple[str, str], Claim],
    articles: Mapping[ArticleId, Article],
    changed: frozenset[ArticleId],
    built: Mapping[str, str],
) -> Mapping[tuple[str, str], str]:
    """Give what is wrong with the sentences of events, by event and place: the first reason of each."""
    wrong = {key: why for key, claim in claims.items() if (why := check_claim(claim, articles, changed))}
    for key, claim in claims.items():
        other = published.get(key)
        if claim.origin != EVENTS:
            continue
        if other is None:
            wrong.setdefault(key, f"{EVENTS} has no such sentence")
        elif not claim.same_as(other):
            wrong.setdefault(key, f"{EVENTS} has another text, other citations or other edits: “{other.text}”")
    for key, claim in published.items():
        if key not in claims:
            wrong[key] = f"{PROOF} has no proof of “{claim.text}”"
    pages: dict[str, list[Claim]] = {}
    for claim in (*published.values(), *(claim for claim in claims.values() if claim.origin == PROOF)):
        pages.setdefault(PAGE.format(claim.event), []).append(claim)
    for path in sorted({path for path in built if path.startswith(PAGE.split("{", maxsplit=1)[0])} | pages.keys()):
        for place, why in check_page(built.get(path), pages.get(path, []), articles):
            wrong.setdefault((path.split("/")[-2], place), why)
    return wrong


def _passages(
    articles: Mapping[ArticleId, Article], changed: frozenset[ArticleId], built: Mapping[str, str], faults: list[Fault]
) -> int:
    """Check the passages that topics quote, report what is wrong with them, and give how many hold."""
    proved, listed = read_passages(built[PROOF], faults), read_listed(built[TOPICS], faults)
    places = [{(topic, one.article, one.start, one.end) for topic, one in found} for found in (proved, listed)]
    for topic, article, start, end in sorted(places[0] ^ places[1]):
        where = (PROOF, TOPICS) if (topic, article, start, end) in places[1] else (TOPICS, PROOF)
        faults.append(
            Fault(
                where[0],
                0,
                f"the passage of the topic {topic} at characters {start} to {end} of {article} is in {where[1]} alone",
            )
        )
    held = 0
    for topic, one in proved:
        if why := check_stretch(one, articles, changed):
            faults.append(Fault(TOPIC.format(topic), 0, f"a passage: {why}"))
        else:
            held += 1
    for path in sorted(path for path in built if path.startswith(TOPIC.split("{", maxsplit=1)[0])):
        own = [one for topic, one in proved if TOPIC.format(topic) == path]
        faults += [Fault(path, 0, f"a passage: {why}") for why in check_passages(built[path], own, articles)]
    return held


def _changed(
    articles: Mapping[ArticleId, Article], hashes: Mapping[str, tuple[str, str]], faults: list[Fault]
) -> frozenset[ArticleId]:
    """Give the articles that are not as the build read them, and report each."""
    changed = set()
    for name, (file, digest) in sorted(hashes.items()):
        article = articles.get(name)
        if article is None:
            faults.append(Fault(file, 0, f"the site was built with the article {name}, which is not there or cannot be read"))
        elif article.path != file:
            faults.append(Fault(PROOF, 0, f"the article {name} is in {article.path}, not in {file}"))
        elif article.digest != digest:
            changed.add(name)
            faults.append(Fault(article.path, 0, f"title or text of the article {name} is not what the site was built from"))
    newer = sorted(articles.keys() - hashes.keys())
    faults += [
        Fault(articles[name].path, 0, f"the article {name} is not in {PROOF}; it is newer than the site") for name in newer
    ]
    return frozenset(changed)
