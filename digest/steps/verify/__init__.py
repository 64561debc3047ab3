"""Checks a built site against its sources, trusting nothing that the build has written.

claims    what proof.json and events.json say, read strictly
stretch   whether an article says what a sentence cites
shown     what an event's page shows

It shares no code with the steps that write the summaries, so that a mistake of theirs cannot hide here.
"""

from __future__ import annotations

from collections.abc import Mapping

from digest.errors import Fault
from digest.model import Article, ArticleId
from digest.steps.verify.claims import EVENTS, PROOF, Claim, read_events, read_hashes, read_proof
from digest.steps.verify.shown import check_page
from digest.steps.verify.stretch import check_claim

__all__ = ["verify"]

PAGE = "build/docs/events/{}/index.md"


def verify(articles: Mapping[ArticleId, Article], built: Mapping[str, str]) -> tuple[int, tuple[Fault, ...]]:
    """Check every published summary sentence of a built site.

    Args:
        articles: the articles, normalised anew from ``content/``.
        built: the published files, path from the digest's root: ``proof.json``, ``events.json`` and the pages of the events.

    Returns:
        How many sentences hold, and what was found: one fault for each sentence that does not, with the first reason; one for
        each article whose title or text is no longer what the build read; one for what cannot be read at all.
    """
    missing = [Fault(path, 0, "this file is not there; run digest build first") for path in (PROOF, EVENTS) if path not in built]
    if missing:
        return 0, tuple(missing)
    faults: list[Fault] = []
    proof = read_proof(built[PROOF], faults)
    published = read_events(built[EVENTS], faults)
    changed = _changed(articles, read_hashes(built[PROOF], faults), faults)
    claims: dict[tuple[str, int], Claim] = {}
    for claim in proof:
        if claim.key in claims:
            faults.append(Fault(PROOF, 0, f"{claim} is listed twice"))
        claims.setdefault(claim.key, claim)
    wrong = {key: why for key, claim in claims.items() if (why := check_claim(claim, articles, changed))}
    for key, claim in claims.items():
        other = published.get(key)
        if other is None:
            wrong.setdefault(key, f"{EVENTS} has no such sentence")
        elif not claim.same_as(other):
            wrong.setdefault(key, f"{EVENTS} has another text, other citations or other edits: “{other.text}”")
    for key, claim in published.items():
        if key not in claims:
            wrong[key] = f"{PROOF} has no proof of “{claim.text}”"
    by_event: dict[str, list[Claim]] = {}
    for claim in published.values():
        by_event.setdefault(claim.event, []).append(claim)
    pages = {PAGE.format(event): shown for event, shown in by_event.items()}
    for path in sorted({path for path in built if path.endswith("/index.md")} | pages.keys()):
        for number, why in check_page(built.get(path), pages.get(path, []), articles):
            event = path.split("/")[-2]
            wrong.setdefault((event, number), why)
    for (event, number), why in sorted(wrong.items()):
        faults.append(Fault(PAGE.format(event), 0, f"sentence {number} of the summary: {why}"))
    return len(claims.keys() - wrong.keys()), tuple(sorted(faults))


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
