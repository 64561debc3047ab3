"""Prove a summary sentence against the articles."""

from __future__ import annotations

from collections.abc import Mapping

from digest.model import Article, ArticleId, Edit, SummarySentence


def prove(sentence: SummarySentence, articles: Mapping[ArticleId, Article]) -> str:
    """Say what is wrong with a summary sentence, in words, or give "" where it holds.

    It holds where every citation lies within the text of an article that exists, no article is cited twice, and the
    recorded edits, made inside the first citation, give the sentence to the character. An edit is a trim (of at least one
    character, nothing in its place) or an insertion (between two characters, in square brackets).
    """
    if not sentence.citations:
        return "the sentence cites no article"
    for citation in sentence.citations:
        article = articles.get(citation.article)
        if article is None:
            return f"the cited article {citation.article} does not exist"
        if not 0 <= citation.start < citation.end <= len(article.text):
            return f"the citation {citation.start}:{citation.end} is outside the text of {citation.article}"
    cited = [citation.article for citation in sentence.citations]
    if twice := sorted({name for name in cited if cited.count(name) > 1}):
        return f"the article {twice[0]} is cited twice"
    first = sentence.citations[0]
    text, position = articles[first.article].text, first.start
    parts: list[str] = []
    for edit in sentence.edits:
        if wrong := _wrong(edit, position, first.end):
            return wrong
        parts += [text[position : edit.start], edit.text]
        position = edit.end
    made = "".join([*parts, text[position : first.end]])
    if made != sentence.text:
        return f"the text of {first.article} at {first.start}:{first.end} gives “{made}”, not “{sentence.text}”"
    return ""


def _wrong(edit: Edit, earliest: int, end: int) -> str:
    place = f"the edit at {edit.start}:{edit.end}"
    if not earliest <= edit.start <= edit.end <= end:
        return f"{place} is outside the citation or overlaps the edit before it"
    if edit.start == edit.end:
        inside = edit.text.strip(" ")
        return "" if len(inside) > 2 and inside[0] == "[" and inside[-1] == "]" else f"{place} inserts words outside brackets"
    return f"{place} puts words in the place of others" if edit.text else ""
