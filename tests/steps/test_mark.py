"""Recurring lines: noted within one outlet, never learned from later days."""

from __future__ import annotations

from digest.model import Article, Block, Kind, Precision, Publish, Published
from digest.steps.mark import mark

FOOTER = "Read our letter every morning, it is free."


def article(name: str, day: str | None, outlet: str | None = "globe", footer: str = FOOTER) -> Article:
    return Article(
        id=name, path=f"content/articles/{name}.txt", title=name, title_origin="line 1",
        published=Published(day, Precision.DAY, "line 2") if day else None, authors=(), authors_origin="", outlet=outlet,
        outlet_origin="", source_url="", language="en", language_origin="assumed",
        blocks=(Block(Kind.PARAGRAPH, f"What {name} alone says."), Block(Kind.PARAGRAPH, footer)),
        set_aside=(), sentences=(), place="", digest=name, publish=Publish.FULL,
    )  # fmt: skip


def marks(*articles: Article) -> dict[str, list[int]]:
    return {found.id: sorted(found.recurring) for found in mark(articles)}


def test_a_line_of_three_articles_recurs_from_the_third_on() -> None:
    found = marks(article("a", "2020-03-01"), article("b", "2020-03-02"), article("c", "2020-03-03"), article("d", "2020-03-04"))
    assert found == {"a": [], "b": [], "c": [1], "d": [1]}


def test_nothing_is_learned_from_later_days() -> None:
    early = [article("a", "2020-03-01"), article("b", "2020-03-02"), article("c", "2020-03-03")]
    later = [article("d", "2020-03-04"), article("e", "2020-03-05", footer="Another.")]
    both = marks(*early, *later)
    assert {name: both[name] for name in "abc"} == marks(*early)


def test_articles_of_one_day_count_for_one_another_whatever_their_order() -> None:
    same_day = [article(name, "2020-03-01") for name in "abc"]
    assert marks(*same_day) == {"a": [1], "b": [1], "c": [1]} == marks(*reversed(same_day))


def test_other_outlets_and_articles_without_one_do_not_count() -> None:
    found = marks(
        article("a", "2020-03-01", "post"),
        article("b", "2020-03-02"),
        article("c", "2020-03-03"),
        article("d", "2020-03-03", None),
    )
    assert set(map(tuple, found.values())) == {()}


def test_an_undated_article_comes_last() -> None:
    found = marks(article("a", None), article("b", "2020-03-02"), article("c", "2020-03-03"))
    assert found == {"a": [1], "b": [], "c": []}


def test_the_text_is_never_changed() -> None:
    before = [article(name, "2020-03-01") for name in "abc"]
    assert [found.text for found in mark(before)] == [one.text for one in before]
