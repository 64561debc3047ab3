"""Topics: what an event is filed under, the passages that only touch a topic, and why."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Article, Event, Passage, Phrase, Topic
from digest.steps.topics import PASSAGES, WINDOW, file_topics
from tests.support import make_article

FISH = Topic(
    "fish",
    "Fishing quotas",
    phrases=(
        Phrase("fishing quota"),
        Phrase("herring", 0.6),
        Phrase("trawler", 0.5),
        Phrase("quota", 0.4),
        Phrase("catch of cod", 0.7),
    ),
    exclude=("herring gull", "red herring"),
)
RAIL = Topic("rail", "Railways", phrases=(Phrase("railway line"), Phrase("night train", 0.6), Phrase("timetable", 0.5)))
FILLER = [
    "The mayor of the town opened the new library.",
    "Children read aloud to a full hall.",
    "A baker had made a cake in the shape of a book.",
    "The building cost less than the council had feared.",
    "It stays open until nine in the evening.",
    "Chairs came from the old school.",
]


def event_of(*articles: Article, copies: dict[str, str] | None = None) -> tuple[Event, dict[str, Article]]:
    return Event(articles[0].id, tuple(article.id for article in articles), copies=copies or {}), {a.id: a for a in articles}


def quote(passage: Passage, article: Article) -> str:
    return article.text[passage.start : passage.end]


ABOUT = make_article(
    "about",
    "Ministers cut the fishing quota",
    ["Ministers cut the fishing quota by a tenth.", "Herring is hit most.", *FILLER[:2]],
)
TOUCHES = make_article(
    "touches", "Library opens", [*FILLER[:3], "Guests spoke of trawlers.", "They feared for the herring.", *FILLER[3:]]
)


def test_an_event_whose_headline_and_lead_name_the_topic_is_filed_there() -> None:
    event, articles = event_of(ABOUT)
    matches, passages = file_topics(event, articles, [FISH, RAIL])
    assert [(match.topic, match.articles) for match in matches] == [("fish", 1)]
    assert matches[0].matched[0] == "fishing quota"
    assert passages == ()


def test_a_passing_mention_gives_the_tight_passage_and_does_not_file_the_event() -> None:
    event, articles = event_of(TOUCHES)
    matches, passages = file_topics(event, articles, [FISH, RAIL])
    assert matches == ()
    assert [(p.topic, p.article, p.matched) for p in passages] == [("fish", "touches", ("herring", "trawler"))]
    assert quote(passages[0], TOUCHES) == "Guests spoke of trawlers.\nThey feared for the herring."


def test_most_articles_on_other_things_keep_the_event_out_but_give_their_passages() -> None:
    other = make_article("other", "Library opens at last", FILLER)
    event, articles = event_of(ABOUT, other, TOUCHES)
    matches, passages = file_topics(event, articles, [FISH])
    assert matches == ()
    assert {p.article for p in passages} == {"about", "touches"}


def test_a_copy_does_not_count_as_a_second_report() -> None:
    copy = make_article("copy", ABOUT.title, [block.text for block in ABOUT.blocks])
    others = [make_article(f"other-{n}", "Library opens", FILLER) for n in range(2)]
    event, articles = event_of(ABOUT, copy, *others, copies={"copy": "about"})
    matches, passages = file_topics(event, articles, [FISH])
    assert matches == ()
    assert {p.article for p in passages} == {"about"}


@pytest.mark.parametrize(
    "paragraph",
    [
        "A herring gull stole the mayor's lunch near a trawler.",
        "That was a red herring, said the owner of a trawler.",
        "There is a quota for everything.",
        "The quota of fishing days is unchanged, and the line of a railway is not a phrase here.",
    ],
)
def test_look_alikes_are_left_alone(paragraph: str) -> None:
    """Exclusions hide the words they cover, weak phrases need company, and the words of a phrase stand in order."""
    article = make_article("a", "Library opens", [FILLER[0], paragraph, FILLER[1]])
    event, articles = event_of(article)
    assert file_topics(event, articles, [FISH, RAIL]) == ((), ())


@pytest.mark.parametrize("words", ["FISHING QUOTAS", "fishing-quotas", "Fishing Quota's"])
def test_forms_of_a_phrase_match(words: str) -> None:
    article = make_article("a", "Library opens", [FILLER[0], f"Nobody spoke of {words} at all.", *FILLER[1:]])
    event, articles = event_of(article)
    assert [p.matched for p in file_topics(event, articles, [FISH])[1]] == [("fishing quota",)]


def test_the_same_weak_phrase_twice_is_not_stronger() -> None:
    article = make_article("a", "Library opens", [*FILLER[:3], "A herring. Another herring.", *FILLER[3:]])
    event, articles = event_of(article)
    assert file_topics(event, articles, [FISH]) == ((), ())


def test_a_longer_phrase_covers_its_words() -> None:
    """A fishing quota is not a quota as well."""
    article = make_article("a", "Library opens", [*FILLER[:3], "The fishing quota is unchanged.", *FILLER[3:]])
    event, articles = event_of(article)
    assert [p.matched for p in file_topics(event, articles, [FISH])[1]] == [("fishing quota",)]


def test_a_passage_does_not_go_across_a_heading_and_a_heading_alone_is_none() -> None:
    article = make_article(
        "a", "Library opens", [*FILLER[:2], "The trawler came back.", "# The fishing quota", "Herring was eaten.", *FILLER[2:]]
    )
    event, articles = event_of(article)
    assert file_topics(event, articles, [FISH]) == ((), ())


def test_words_four_sentences_apart_do_not_add_up() -> None:
    article = make_article("a", "Library opens", ["The trawler came back.", *FILLER[:3], "Herring was eaten.", *FILLER[3:]])
    event, articles = event_of(article)
    assert file_topics(event, articles, [FISH]) == ((), ())


def test_recurring_blocks_say_nothing() -> None:
    article = make_article("a", "Library opens", [*FILLER, "More on the fishing quota and herring."], recurring=[6])
    event, articles = event_of(article)
    assert file_topics(event, articles, [FISH]) == ((), ())


def test_the_front_matter_decides_for_its_article() -> None:
    told = make_article("told", ABOUT.title, [block.text for block in ABOUT.blocks], topics=["rail"])
    event, articles = event_of(told)
    matches, passages = file_topics(event, articles, [FISH, RAIL])
    assert [(match.topic, match.matched, match.articles) for match in matches] == [("rail", (), 1)]
    assert passages == ()


def test_an_empty_list_in_the_front_matter_means_none() -> None:
    told = make_article("told", ABOUT.title, [block.text for block in ABOUT.blocks], topics=[])
    event, articles = event_of(told)
    assert file_topics(event, articles, [FISH, RAIL]) == ((), ())


def test_a_topic_without_phrases_files_nothing() -> None:
    event, articles = event_of(ABOUT)
    assert file_topics(event, articles, [Topic("empty", "Empty")]) == ((), ())


@given(
    st.lists(
        st.sampled_from([*FILLER, "Herring is a fish.", "A trawler sank.", "The fishing quota stands.", "# Quota"]), min_size=1
    )
)
def test_passages_are_whole_sentences_few_short_and_apart(paragraphs: list[str]) -> None:
    """At most three sentences and three passages an article; every one holds enough, begins and ends with a match."""
    article = make_article("a", "Library opens", ["It opened today.", *paragraphs])
    event, articles = event_of(article)
    matches, passages = file_topics(event, articles, [FISH])
    starts = {span.start for span in article.sentences}
    ends = {span.end for span in article.sentences}
    assert len(passages) <= PASSAGES
    assert not (matches and passages)
    for before, after in pairwise(passages):
        assert before.end <= after.start
    for passage in passages:
        assert passage.start in starts
        assert passage.end in ends
        inside = [article.text[s.start : s.end] for s in article.sentences if passage.start <= s.start < passage.end]
        assert len(inside) <= WINDOW
        assert all(any(word in text for word in ("Herring", "trawler", "quota")) for text in (inside[0], inside[-1]))
        assert sum(phrase.weight for phrase in FISH.phrases if phrase.text in passage.matched) >= 1
