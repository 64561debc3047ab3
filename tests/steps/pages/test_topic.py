"""A topic's page: what is filed there and why, what stands below it, what rose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.model import Article, Edition, Event, EventReport, Keyword, Page, Passage, Phrase, Topic, TopicMatch
from digest.steps.pages.rising import ENOUGH_BEFORE, rising
from digest.steps.pages.site import Site
from digest.steps.pages.topic import topic_page, topics_page
from tests.steps.pages.factory import article, edition
from tests.steps.pages.test_pages import rendered, words


def page(made: Edition, topic: str) -> Page:
    site = Site(made)
    return topic_page(site, site.topics[topic])


def with_topics(made: Edition, *topics: Topic) -> Edition:
    return replace(made, content=replace(made.content, topics=topics))


def filed(made: Edition, topics: dict[str, tuple[str, ...]]) -> Edition:
    """The edition with its events filed under exactly these topics."""
    events = [
        replace(report, topics=tuple(TopicMatch(topic, (f"word of {topic}",), 1) for topic in topics.get(report.id, ())))
        for report in made.events
    ]
    return replace(made, events=tuple(events))


SEA = Topic("sea", "The sea", phrases=(Phrase("sea"),))
BOATS = Topic("boats", "Boats", phrases=(Phrase("boat"),), parent="sea")
FERRIES = Topic("ferries", "Ferries", phrases=(Phrase("ferry"),), parent="boats")
STORMS = Topic("storms", "Storms", phrases=(Phrase("gale"),))


def family() -> Edition:
    made = with_topics(edition(), SEA, BOATS, FERRIES, STORMS)
    return replace(filed(made, {"ferry-post": ("ferries",), "storm-wire": ("storms", "sea"), "cheese": ()}), passages=())


def test_a_topic_has_the_events_of_all_topics_below_it_newest_first() -> None:
    made = family()
    ids = {
        topic.id: [card["id"] for card in page(made, topic.id).view["cards"]]  # type: ignore[attr-defined]
        for topic in (SEA, BOATS, FERRIES, STORMS)
    }
    assert ids == {
        "sea": ["ferry-post", "storm-wire"],
        "boats": ["ferry-post"],
        "ferries": ["ferry-post"],
        "storms": ["storm-wire"],
    }


def test_it_lists_the_topics_right_below_it_and_the_way_leads_through_those_above() -> None:
    made = family()
    assert [child["title"] for child in page(made, "sea").view["children"]] == ["Boats"]  # type: ignore[attr-defined]
    assert [step["title"] for step in page(made, "ferries").meta["crumbs"]] == [  # type: ignore[attr-defined]
        "Latest", "Topics", "The sea", "Boats",
    ]  # fmt: skip
    assert page(made, "ferries").view["parent"] == [{"title": "Boats", "url": "topics/boats/"}]


def test_a_passage_is_elsewhere_only_where_nothing_of_the_family_has_its_event() -> None:
    stretch = Passage("boats", "ferry-wire", 0, 10, ("boat",))
    other = replace(stretch, article="cheese")
    made = replace(family(), passages=(stretch, other, replace(other, topic="ferries")))
    for topic in ("sea", "boats"):
        passages = page(made, topic).view["passages"]
        assert [one["event_url"] for one in passages] == ["events/cheese/"], topic  # type: ignore[attr-defined]
    assert topics_page(Site(made)).view["topics"][0]["size"] == "2 events, 7 articles, 1 passage elsewhere"  # type: ignore[index]


def test_every_event_says_why_it_is_here() -> None:
    said = words(rendered(family())["docs/topics/sea/index.md"])
    assert "Ferries; matched: word of ferries" in said
    by_hand = filed(family(), {})
    by_hand = replace(by_hand, events=tuple(replace(one, topics=(TopicMatch("storms", (), 1),)) for one in by_hand.events))
    assert "filed by the editor" in words(rendered(by_hand)["docs/topics/storms/index.md"])


def test_the_words_on_both_sides_of_the_dots_are_marked() -> None:
    made = family()
    text = made.articles["cheese"].text
    stretch = Passage("storms", "cheese", 0, text.index(".") + 1, ("cheese ... prize",))
    shown = rendered(replace(made, passages=(stretch,)))["docs/topics/storms/index.md"]
    assert "<mark>cheese</mark> won a <mark>prize</mark>" in shown


def test_what_an_exclusion_kept_out_stands_on_the_page_with_it_and_never_of_a_hidden_event() -> None:
    made = family()
    kept_out = Passage("storms", "cheese", 0, 10, ("gale",), ("gale of *laughter*",))
    events = tuple(replace(one, kept_out=(replace(kept_out, article=one.event.articles[0]),)) for one in made.events)
    view = page(replace(made, events=events), "storms").view["kept_out"]
    assert {one["by"] for one in view} == {"“gale of *laughter*”"}  # type: ignore[attr-defined]
    assert "events/cheese/" in {one["url"] for one in view}  # type: ignore[attr-defined]
    assert "events/secret/" not in {one["url"] for one in view}  # type: ignore[attr-defined]
    assert "“gale of *laughter*”: A cheese wins" in words(rendered(replace(made, events=events))["docs/topics/storms/index.md"])


def test_related_topics_share_events_and_are_no_kin() -> None:
    """The storm is filed under both; the ferry's event only touches storms."""
    made = family()
    made = replace(
        made, passages=(Passage("storms", "ferry-wire", 0, 10, ("gale",)), Passage("storms", "secret", 0, 10, ("gale",)))
    )
    assert page(made, "storms").view["related"] == [
        {"title": "The sea", "url": "topics/sea/", "shared": "1 event"},
        {"title": "Ferries", "url": "topics/ferries/", "shared": "1 event"},
    ]
    assert page(made, "boats").view["related"] == [{"title": "Storms", "url": "topics/storms/", "shared": "1 event"}]


# ---------------------------------------------------------------- what rose


def archive(own: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]] = ()) -> tuple[Site, list[Article]]:
    """A site of articles given as (day, keywords), each an event of its own, and those of the topic."""
    articles, keywords = {}, {}
    for number, (day, words_) in enumerate([*own, *others]):
        one = article(f"a{number}", f"Article {number}", [["Something happened."]], when=day)
        articles[one.id], keywords[one.id] = one, tuple(Keyword(word, 1.0) for word in words_.split(", ") if word)
    events = tuple(EventReport(Event(name, (name,)), name, (), (), (), ((name,),)) for name in articles)
    made = edition(articles=articles, keywords=keywords, events=events, passages=())
    return Site(made), [articles[f"a{number}"] for number in range(len(own))]


def risen(site: Site, articles: Sequence[Article]) -> list[str]:
    found = rising(site, articles)
    return [bar["title"] for bar in found["bars"]] if found else []  # type: ignore[attr-defined]


WEEKS_BEFORE = [(f"2021-04-{day:02}", "port, quay") for day in range(1, ENOUGH_BEFORE + 1)]


def test_what_the_newest_week_has_and_earlier_weeks_had_not_rose() -> None:
    site, articles = archive([("2021-05-20", "strike, port"), ("2021-05-17", "Strike, port"), *WEEKS_BEFORE])
    found = rising(site, articles)
    assert risen(site, articles) == ["Strike"]
    assert found is not None
    assert found["note"] == "How many of 2 articles from 14 May to 20 May have the keyword; it was rarer before."


def test_a_young_topic_is_compared_with_the_rest_of_the_archive() -> None:
    site, articles = archive([("2021-05-20", "strike, port"), ("2021-05-20", "strike, port")], [("2021-05-19", "port")] * 4)
    found = rising(site, articles)
    assert risen(site, articles) == ["strike"]
    assert found is not None
    assert (
        found["note"] == "How many of 2 articles from 20 May have the keyword; it is rarer in the other articles of this digest."
    )


def test_the_week_ends_with_the_newest_article_whatever_day_it_is() -> None:
    old, _ = archive(
        [("1921-05-20", "strike"), ("1921-05-17", "strike"), *[(f"1921{day[4:]}", text) for day, text in WEEKS_BEFORE]]
    )
    assert risen(old, [old.article(f"a{number}") for number in range(2 + ENOUGH_BEFORE)]) == ["strike"]


def test_nothing_rises_where_there_is_nothing_to_compare_or_one_article_alone_has_it() -> None:
    assert risen(*archive([])) == []
    assert risen(*archive([("2021-05-20", "strike"), ("2021-05-20", "strike")])) == []
    assert risen(*archive([("2021-05-20", "strike"), *WEEKS_BEFORE])) == []
    assert risen(*archive([("2021-05-20", "strike"), ("2021-05-20", "port"), *WEEKS_BEFORE])) == []
    assert risen(*archive([("", "strike"), ("", "strike")], [("", "port")])) == []


def test_passages_come_newest_first_and_after_a_dozen_they_are_folded() -> None:
    made = with_topics(edition(), STORMS)
    first, last = made.articles["ferry-post"], made.articles["ferry-ledger"]
    spots = [Passage("storms", first.id, at, at + 5, ("gale",)) for at in range(12)]
    spots += [Passage("storms", last.id, last.sentences[0].start, last.sentences[0].end, ("gale",))]
    site = rendered(replace(filed(made, {}), passages=tuple(spots)))
    shown, folded = site["docs/topics/storms/index.md"].split("In passing, elsewhere")[1].split("<details", 1)
    assert "2021" in shown
    assert words(shown).index("17 May 2021") < words(shown).index("14 May 2021")
    assert shown.count("<figure") == 12
    assert folded.split("</details>")[0].count("<figure") == 1
    assert "1 more" in folded
