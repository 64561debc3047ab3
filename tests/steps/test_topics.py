"""Topics: what an event is filed under, the passages that only touch a topic, and why."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Article, Event, Passage, Phrase, Topic
from digest.steps.topics import file_topics
from digest.steps.topics.match import GAP
from digest.steps.topics.passages import LEADING, PASSAGES, WINDOW
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
    matches, passages, _ = file_topics(event, articles, [FISH, RAIL])
    assert [(match.topic, match.articles) for match in matches] == [("fish", 1)]
    assert matches[0].matched[0] == "fishing quota"
    assert passages == ()


def test_a_passing_mention_gives_the_tight_passage_and_does_not_file_the_event() -> None:
    event, articles = event_of(TOUCHES)
    matches, passages, _ = file_topics(event, articles, [FISH, RAIL])
    assert matches == ()
    assert [(p.topic, p.article, p.matched) for p in passages] == [("fish", "touches", ("herring", "trawler"))]
    assert quote(passages[0], TOUCHES) == "Guests spoke of trawlers.\nThey feared for the herring."


def test_most_articles_on_other_things_keep_the_event_out_but_give_their_passages() -> None:
    other = make_article("other", "Library opens at last", FILLER)
    event, articles = event_of(ABOUT, other, TOUCHES)
    matches, passages, _ = file_topics(event, articles, [FISH])
    assert matches == ()
    assert {p.article for p in passages} == {"about", "touches"}


def test_a_copy_does_not_count_as_a_second_report() -> None:
    copy = make_article("copy", ABOUT.title, [block.text for block in ABOUT.blocks])
    others = [make_article(f"other-{n}", "Library opens", FILLER) for n in range(2)]
    event, articles = event_of(ABOUT, copy, *others, copies={"copy": "about"})
    matches, passages, _ = file_topics(event, articles, [FISH])
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
    assert file_topics(event, articles, [FISH, RAIL])[:2] == ((), ())


@pytest.mark.parametrize("words", ["FISHING QUOTAS", "fishing-quotas", "Fishing Quota's"])
def test_forms_of_a_phrase_match(words: str) -> None:
    article = make_article("a", "Library opens", [FILLER[0], f"Nobody spoke of {words} at all.", *FILLER[1:]])
    event, articles = event_of(article)
    assert [p.matched for p in file_topics(event, articles, [FISH])[1]] == [("fishing quota",)]


def test_the_same_weak_phrase_twice_is_not_stronger() -> None:
    article = make_article("a", "Library opens", [*FILLER[:3], "A herring. Another herring.", *FILLER[3:]])
    event, articles = event_of(article)
    assert file_topics(event, articles, [FISH])[:2] == ((), ())


def test_weak_phrases_among_themselves_make_no_passage() -> None:
    """At least one must be able to lead, however many there are."""
    weak = tuple(Phrase(word, 0.3) for word in ("net", "mesh", "buoy", "anchor"))
    article = make_article("a", "Library opens", [*FILLER[:3], "A net, a mesh, a buoy and an anchor.", *FILLER[3:]])
    event, articles = event_of(article)
    for last, found in ((0.3, 0), (LEADING, 1)):
        topic = Topic("gear", "Gear", phrases=(*weak[:-1], Phrase("anchor", last)))
        assert len(file_topics(event, articles, [topic])[1]) == found


def test_a_word_made_from_a_phrases_word_is_another() -> None:
    """The word "important" has the stem of "import", and "reportedly" that of "report"; a plural changes nothing."""
    topic = Topic("t", "T", phrases=(Phrase("import"), Phrase("report"), Phrase("merchant")))
    for text, found in (("It is important and reportedly so.", 0), ("It is imported.", 1), ("The merchants came.", 1)):
        event, articles = event_of(make_article("a", "Library opens", [*FILLER[:3], text, *FILLER[3:]]))
        assert len(file_topics(event, articles, [topic])[1]) == found, text


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
    assert file_topics(event, articles, [FISH])[:2] == ((), ())


def test_words_four_sentences_apart_do_not_add_up() -> None:
    article = make_article("a", "Library opens", ["The trawler came back.", *FILLER[:3], "Herring was eaten.", *FILLER[3:]])
    event, articles = event_of(article)
    assert file_topics(event, articles, [FISH])[:2] == ((), ())


def test_recurring_blocks_say_nothing() -> None:
    article = make_article("a", "Library opens", [*FILLER, "More on the fishing quota and herring."], recurring=[6])
    event, articles = event_of(article)
    assert file_topics(event, articles, [FISH])[:2] == ((), ())


def test_the_front_matter_decides_for_its_article() -> None:
    told = make_article("told", ABOUT.title, [block.text for block in ABOUT.blocks], topics=["rail"])
    event, articles = event_of(told)
    matches, passages, _ = file_topics(event, articles, [FISH, RAIL])
    assert [(match.topic, match.matched, match.articles) for match in matches] == [("rail", (), 1)]
    assert passages == ()


def test_an_empty_list_in_the_front_matter_means_none() -> None:
    told = make_article("told", ABOUT.title, [block.text for block in ABOUT.blocks], topics=[])
    event, articles = event_of(told)
    assert file_topics(event, articles, [FISH, RAIL])[:2] == ((), ())


def test_a_topic_without_phrases_files_nothing() -> None:
    event, articles = event_of(ABOUT)
    assert file_topics(event, articles, [Topic("empty", "Empty")]) == ((), (), ())


QUARREL = Topic(
    "quarrel",
    "The fishing quarrel",
    phrases=(Phrase("seize ... trawler"), Phrase("herring", 0.6), Phrase("quarrel", 0.6), Phrase("island")),
    exclude=("quarrel of lovers",),
    against=(Phrase("novel"), Phrase("stage", 0.5)),
)


def passages_of(*paragraphs: str, title: str = "Library opens") -> list[tuple[str, ...]]:
    article = make_article("a", title, [*FILLER[:3], *paragraphs, *FILLER[3:]])
    event, articles = event_of(article)
    return [passage.matched for passage in file_topics(event, articles, [QUARREL])[1]]


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("The navy seized a trawler.", True),
        ("The navy seized, late on Sunday night, the old trawler.", True),
        (f"The navy seized {' '.join(['very'] * GAP)} trawler.", True),
        (f"The navy seized {' '.join(['very'] * (GAP + 1))} trawler.", False),
        ("The trawler was what the navy seized.", False),
        ("The navy seized it. A trawler sank.", False),
    ],
)
def test_three_dots_stand_for_a_few_words_of_one_sentence(paragraph: str, found: bool) -> None:
    assert bool(passages_of(paragraph)) is found


def test_a_word_against_takes_its_weight_off_the_passage() -> None:
    assert passages_of("The island has two harbours.") == [("island",)]
    assert passages_of("The island of the novel has two harbours.") == []


def test_a_word_against_speaks_for_its_own_paragraph_and_the_sentences_beside_it() -> None:
    assert passages_of("It is a novel. The island has two harbours.") == []
    assert passages_of("It is a novel.", "The island has two harbours.") == [("island",)]
    assert passages_of("It is a novel. It is long. The island has two harbours.") == [("island",)]


def test_enough_phrases_outweigh_a_word_against() -> None:
    assert passages_of("On the stage stood an island, a quarrel and a herring.") == [("island", "herring", "quarrel")]


def test_a_headline_with_a_word_against_does_not_file_its_event() -> None:
    told = ["The island has two harbours.", "A herring is drawn on its map.", *FILLER]
    for title, topics in (("The island", ["quarrel"]), ("The island, a novel", [])):
        event, articles = event_of(make_article("a", title, told))
        assert [match.topic for match in file_topics(event, articles, [QUARREL])[0]] == topics, title


@pytest.mark.parametrize(
    ("paragraph", "by"),
    [
        ("The island of the novel has two harbours.", ("novel",)),
        ("A quarrel of lovers over a herring.", ("quarrel of lovers",)),
        ("A quarrel over a herring, in a novel of which half is set on a stage.", ("novel", "stage")),
    ],
)
def test_what_exclusions_alone_keep_out_is_told_with_them(paragraph: str, by: tuple[str, ...]) -> None:
    article = make_article("a", "Library opens", [*FILLER[:3], paragraph, *FILLER[3:]])
    event, articles = event_of(article)
    matches, passages, kept_out = file_topics(event, articles, [QUARREL])
    assert (matches, passages) == ((), ())
    assert [(quote(one, article), one.excluded_by) for one in kept_out] == [(paragraph, by)]


def test_an_exclusion_that_decides_nothing_is_not_told() -> None:
    """Neither where the rest does not suffice, nor where it suffices in spite of it."""
    for paragraph in ("Half of the novel is set on a stage.", "The herring of the novel.", "The island, a quarrel of lovers."):
        event, articles = event_of(make_article("a", "Library opens", [*FILLER[:3], paragraph, *FILLER[3:]]))
        assert file_topics(event, articles, [QUARREL])[2] == (), paragraph


@given(
    st.lists(
        st.sampled_from([*FILLER, "Herring is a fish.", "A trawler sank.", "The fishing quota stands.", "# Quota"]), min_size=1
    )
)
def test_passages_are_whole_sentences_few_short_and_apart(paragraphs: list[str]) -> None:
    """At most three sentences and three passages an article; every one holds enough, begins and ends with a match."""
    article = make_article("a", "Library opens", ["It opened today.", *paragraphs])
    event, articles = event_of(article)
    matches, passages, _ = file_topics(event, articles, [FISH])
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
