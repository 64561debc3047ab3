"""Independent reports: who counts once."""

from __future__ import annotations

from digest.model import Event, Outlet
from digest.steps.voices import voices_of
from tests.support import make_article

ARTICLES = {
    article.id: article
    for article in [
        make_article("wire", "t", ["Text."], outlet="wire"),
        make_article("copy", "t", ["Text."], outlet="paper"),
        make_article("own", "t", ["Text."], outlet="paper"),
        make_article("sister", "t", ["Text."], outlet="weekend"),
        make_article("alone", "t", ["Text."], outlet="alone"),
        make_article("nameless", "t", ["Text."]),
        make_article("nameless-2", "t", ["Text."]),
    ]
}
OUTLETS = {
    "wire": Outlet("wire", "Wire"),
    "paper": Outlet("paper", "Paper", family="House"),
    "weekend": Outlet("weekend", "Weekend", family="House"),
    "alone": Outlet("alone", "Alone"),
}


def voices(*articles: str, copies: dict[str, str] | None = None) -> tuple[tuple[str, ...], ...]:
    return voices_of(Event(articles[0], articles, copies=copies or {}), ARTICLES, OUTLETS)


def test_outlets_without_a_common_owner_are_two_voices() -> None:
    assert voices("wire", "alone") == (("wire",), ("alone",))


def test_outlets_of_one_family_are_one_voice() -> None:
    assert voices("own", "sister", "alone") == (("own", "sister"), ("alone",))


def test_a_copy_adds_no_voice() -> None:
    assert voices("wire", "copy", copies={"copy": "wire"}) == (("wire", "copy"),)


def test_a_copy_does_not_make_its_outlets_own_report_a_copy() -> None:
    """The paper printed the wire's text and wrote a report of its own: two voices, the copy counts as the wire's."""
    assert voices("wire", "copy", "own", copies={"copy": "wire"}) == (("wire", "copy"), ("own",))


def test_articles_of_unknown_outlets_are_voices_of_their_own() -> None:
    assert voices("nameless", "nameless-2") == (("nameless",), ("nameless-2",))
