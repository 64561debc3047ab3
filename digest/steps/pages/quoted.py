"""How much of an article the site shows: what an editor who quotes others must be able to look up."""

from __future__ import annotations

from collections.abc import Iterable

from digest.model import Article
from digest.steps.pages.site import Site


def quoted_share(site: Site, articles: Iterable[Article]) -> float:
    """Give the share of the letters of some articles' sentences that the site shows, 0 to 1, rounded to 6 places.

    Of one article, or of all of an outlet's: long articles weigh more than short ones. 0 where there is no sentence.
    Headlines and keywords are not counted: every mode shows them.
    """
    shown = whole = 0
    for article in articles:
        lengths = [span.end - span.start for span in article.sentences]
        whole += sum(lengths)
        shown += sum(lengths[index] for index in site.shown(article))
    return round(shown / whole, 6) if whole else 0.0
