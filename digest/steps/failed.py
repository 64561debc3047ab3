"""Names the files that gave no article, and those with a problem."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.errors import Fault
from digest.model import Article, ArticleId, Edits
from digest.text.slug import article_id

FOLDER = "content/articles/"


def failed_files(
    edits: Edits, faults: Sequence[Fault], known: Mapping[ArticleId, str], articles: Mapping[ArticleId, Article]
) -> tuple[str, ...]:
    """Give the article files with a fault that gave no article, by path.

    A file whose article the editor removed did not fail, and is not named.
    ``known`` is the file of every id that is taken, of removed articles as well.
    """
    wrong = {fault.path for fault in faults if not fault.note and fault.path.startswith(FOLDER)}
    kept = {article.path for article in articles.values()} | {known[name] for name in edits.removed if name in known}
    return tuple(sorted(path for path in wrong - kept if article_id(path.removeprefix(FOLDER)) not in edits.removed))


def faulty_files(edits: Edits, faults: Sequence[Fault], known: Mapping[ArticleId, str]) -> tuple[str, ...]:
    """Give the file of each fault, by path; empty for that of an article which the editor removed or hides.

    ``known`` is the file of every id that is taken, of removed articles as well.
    """
    kept_quiet = {*edits.removed, *edits.hide}
    unnamed = {known[name] for name in kept_quiet if name in known}
    paths = sorted(fault.path for fault in faults if not fault.note)
    return tuple("" if path in unnamed or article_id(path.removeprefix(FOLDER)) in kept_quiet else path for path in paths)
