"""How much of an article the site shows."""

from __future__ import annotations

from digest.steps.pages.quoted import quoted_share
from digest.steps.pages.site import Site
from tests.steps.pages.factory import ARTICLES, edition


def test_the_share_counts_the_letters_of_the_sentences_that_are_shown() -> None:
    site = Site(edition())
    ledger = ARTICLES["ferry-ledger"]  # an excerpt: two sentences of its first paragraph, and one that is cited
    shown = sum(len(ledger.sentence(index)) for index in (0, 1, 4))
    whole = sum(len(ledger.sentence(index)) for index in range(len(ledger.sentences)))

    assert quoted_share(site, [ledger]) == round(shown / whole, 6)
    assert quoted_share(site, [ARTICLES["ferry-post"]]) == 1.0
    assert quoted_share(site, []) == 0.0


def test_of_several_articles_the_long_ones_weigh_more() -> None:
    site = Site(edition())
    full, excerpt = ARTICLES["ferry-post"], ARTICLES["ferry-ledger"]

    assert quoted_share(site, [excerpt]) < quoted_share(site, [full, excerpt]) < 1.0
