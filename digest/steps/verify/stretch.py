"""Whether the articles say what a published sentence cites."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from digest.model import Article, ArticleId
from digest.steps.verify.claims import KINDS, PROOF, Change, Claim, Stretch


def check_claim(claim: Claim, articles: Mapping[ArticleId, Article], changed: frozenset[ArticleId]) -> str:
    """Say why a sentence does not hold, or give "" where it does; ``changed`` are the articles that are no longer as built."""
    if not claim.citations:
        return f"{PROOF} names no article that says it"
    for place, citation in enumerate(claim.citations):
        if citation.kind not in KINDS or (citation.kind == "source") != (place == 0):
            return f"{PROOF} calls the citation of {citation.article} “{citation.kind}”"
        if wrong := check_stretch(citation, articles, changed):
            return wrong
    cited = [citation.article for citation in claim.citations]
    if twice := next((name for name in cited if cited.count(name) > 1), ""):
        return f"{PROOF} cites the article {twice} twice"
    first = claim.citations[0]
    made = _edited(articles[first.article].text, first, claim.edits)
    if made is None:
        return f"{PROOF} has an edit that is neither a trim inside the citation nor an insertion in brackets"
    if made != claim.text:
        return f"{PROOF} publishes “{claim.text}”, but the article {first.article} with the edits gives “{made}”"
    return ""


def check_stretch(citation: Stretch, articles: Mapping[ArticleId, Article], changed: frozenset[ArticleId]) -> str:
    """Say why an article does not say what is cited, or give ""."""
    article = articles.get(citation.article)
    if article is None:
        return f"the cited article {citation.article} ({citation.file}) is not there or cannot be read"
    if article.path != citation.file:
        return f"the cited article {citation.article} is in {article.path}, not in {citation.file}"
    where = f"characters {citation.start} to {citation.end} of {citation.article}"
    if not 0 <= citation.start < citation.end <= len(article.text):
        return f"{where} are cited, and its text is shorter"
    said = article.text[citation.start : citation.end]
    if sha256(said.encode()).hexdigest() != citation.sha256:
        because = f"since {article.path} has changed" if citation.article in changed else f"or {PROOF} has another hash"
        return f"{where} are not what was cited, {because}; there stands now “{said}”"
    return ""


def _edited(text: str, first: Stretch, edits: tuple[Change, ...]) -> str | None:
    """Give the citation with its edits made, or None where one of them is not allowed."""
    made, at = "", first.start
    for edit in edits:
        inside = at <= edit.start <= edit.end <= first.end
        trim = edit.start < edit.end and not edit.text
        insertion = edit.start == edit.end and edit.text.strip(" ")[:1] == "[" and edit.text.strip(" ")[-1:] == "]"
        if not inside or not (trim or insertion):
            return None
        made += text[at : edit.start] + edit.text
        at = edit.end
    return made + text[at : first.end]
