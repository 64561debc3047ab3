"""A file that holds several articles."""

# ruff: noqa: E501 -- lines of feeds

from __future__ import annotations

import re

from digest.build import remember_nothing
from digest.model import Article, Content, Edits, Outlet, Publish, Removal, Settings, Source
from digest.pipeline import make_edition

NO_EDITS = Edits()

FEED = """<rss version="2.0"><channel><title>Paper</title>
<item><title>Harbour opens</title><guid>a1</guid><description>The harbour opened on Friday after a year of repairs.</description></item>
<item><title>Mayor resigns</title><guid>a2</guid><description>The mayor resigned on Monday after a long dispute.</description></item>%s
</channel></rss>"""


def feed_of(more: str = "", *, outlet: Outlet | None = None, edits: Edits = NO_EDITS) -> tuple[list[Article], list[str]]:
    sources = (Source("saved", "content/articles/saved.xml", FEED % more),)
    content = Content(sources, (outlet,) if outlet else (), (), edits, Settings())
    edition, faults = make_edition(content, (), remember_nothing)
    return list(edition.articles.values()), [fault.message for fault in faults]


def test_every_entry_of_a_feed_is_an_article_whose_id_does_not_depend_on_the_others() -> None:
    two, _ = feed_of()
    three, _ = feed_of("<item><title>New</title><guid>a0</guid><description>A third thing happened.</description></item>")

    assert {article.title for article in two} == {"Harbour opens", "Mayor resigns"}
    assert {article.id for article in two} < {article.id for article in three}
    assert all(re.fullmatch(r"saved-[0-9a-f]{8}", article.id) for article in three)


def test_entries_of_a_feed_are_excerpts_unless_their_outlet_says_otherwise() -> None:
    assert {article.publish for article in feed_of()[0]} == {Publish.EXCERPT}
    assert {article.publish for article in feed_of(outlet=Outlet("paper", "Paper"))[0]} == {Publish.EXCERPT}
    assert {article.publish for article in feed_of(outlet=Outlet("paper", "Paper", publish=Publish.FULL))[0]} == {Publish.FULL}


def test_an_entry_twice_is_one_article_and_two_of_one_guid_are_an_error_that_names_both() -> None:
    text = "The harbour opened on Friday after a year of repairs."
    same = f"<item><title>Harbour opens</title><guid>a1</guid><description>{text}</description></item>"
    other = (
        "<item><title>Quite another</title><guid>a1</guid><description>Nothing of the kind happened here.</description></item>"
    )

    assert [len(feed_of(same)[0]), feed_of(same)[1]] == [2, []]
    articles, faults = feed_of(other)
    assert [article.title for article in articles] == ["Mayor resigns"]
    assert len(faults) == 1
    assert "“Harbour opens” and “Quite another”" in faults[0]


def test_one_entry_can_be_removed_and_the_whole_file_too() -> None:
    ids = [article.id for article in feed_of()[0]]

    assert [article.id for article in feed_of(edits=Edits(removed={ids[0]: Removal("asked")}))[0]] == ids[1:]
    assert feed_of(edits=Edits(removed={"saved": Removal("asked")}))[0] == []


def test_a_file_that_is_not_what_its_ending_says_is_one_fault_with_its_line() -> None:
    content = Content((Source("a", "content/articles/a.json", '{\n"a" 1}'),), (), (), Edits(), Settings())

    edition, (fault,) = make_edition(content, (), remember_nothing)

    assert (edition.articles, fault.path, fault.line) == ({}, "content/articles/a.json", 2)
