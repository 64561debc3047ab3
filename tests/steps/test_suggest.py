"""Suggestions for ``topics.yml``: they can be pasted as they are, name what they rest on, and are the same every time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.edge.topics import read_topics
from digest.model import Content, Edition, Edits, Event, EventReport, Keyword, Phrase, Settings, Topic, TopicMatch
from digest.steps.suggest import suggest_phrases, suggest_themes
from tests.support import make_article

FISH = Topic("fish", "Fishing", phrases=(Phrase("fishing quota"), Phrase("herring", 0.4)))


def archive(*events: tuple[str, Sequence[str]], topics: Sequence[Topic] = (FISH,), hidden: bool = False) -> Edition:
    """An edition of events of one article each, given as (topic or nothing, keywords)."""
    articles = {f"e{n:02}": make_article(f"e{n:02}", f"Event {n}", ["Something happened."]) for n in range(len(events))}
    reports = tuple(
        EventReport(
            Event(name, (name,)),
            f"Event {name}",
            (),
            tuple(Keyword(word, 1.0) for word in words),
            (TopicMatch(topic, (), 1),) if topic else (),
            ((name,),),
            hidden,
        )
        for name, (topic, words) in zip(articles, events, strict=True)
    )
    return Edition(Content((), (), tuple(topics), Edits(), Settings()), articles, {}, {}, reports, (), ())


OTHERS = [("", [f"thing {n}", "Anna Lind"]) for n in range(8)]
BILL = [
    ("", ["extradition bill", "Hong Kong", "march"]),
    ("", ["extradition bill", "Hong Kong", "police"]),
    ("", ["extradition bill", "Hong Kong", "airport"]),
    ("", ["Hong Kong", "extradition bill", "Carrie Lam"]),
]


def told(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]


# ---------------------------------------------------------------- phrases of a topic


def test_terms_that_mark_a_topics_events_are_suggested_and_common_ones_are_not() -> None:
    own = [("fish", ["trawler fleet", "Anna Lind", "fishing quotas"])] * 4
    text = suggest_phrases(archive(*own, *OTHERS))
    assert told(text) == ["fish:", "  phrases:", "    - trawler fleet: 0.5  # 4 of 4 events on the topic, 0 of 8 others"]


def test_what_the_topic_already_finds_is_not_suggested() -> None:
    own = [("fish", ["herring", "Fishing Quota", "new fishing quotas"])] * 4
    text = suggest_phrases(archive(*own, *OTHERS))
    assert told(text) == []
    assert "# fish: no term marks its 4 events" in text


def test_two_events_are_too_few_and_that_is_said() -> None:
    text = suggest_phrases(archive(("fish", ["trawler"]), ("fish", ["trawler"]), *OTHERS))
    assert "# fish: 2 events are filed here, too few to suggest phrases from; it takes 3." in text
    assert told(text) == []


# ---------------------------------------------------------------- themes


def test_events_under_no_topic_that_share_their_terms_are_a_theme_with_a_comment_that_names_them() -> None:
    text = suggest_themes(archive(*BILL, *OTHERS, ("fish", ["trawler"])))
    topics, faults = read_topics("topics.yml", text)
    assert faults == ()
    assert [(topic.id, topic.title) for topic in topics] == [("extradition-bill", "Extradition bill")]
    assert {phrase.text for phrase in topics[0].phrases} == {"Hong Kong", "extradition bill"}
    for name in ("e00", "e01", "e02", "e03"):
        assert f"# - Event {name} ({name})" in text
    assert "e04" not in text
    assert "12 events under no topic, of 13" in text


def test_what_a_topic_covers_is_no_theme() -> None:
    text = suggest_themes(archive(*[("fish", words) for _, words in BILL], *OTHERS))
    assert told(text) == []


def test_hidden_events_are_never_named() -> None:
    assert told(suggest_themes(archive(*BILL, hidden=True))) == []


@pytest.mark.parametrize("count", [0, 1, 2])
def test_too_little_is_said(count: int) -> None:
    text = suggest_themes(archive(*BILL[:count]))
    assert text.startswith("# There is too little to suggest a topic from")
    assert f"{count} event{'' if count == 1 else 's'} under no topic" in text


def test_three_events_of_one_theme_suffice() -> None:
    assert len(read_topics("topics.yml", suggest_themes(archive(*BILL[:3])))[0]) == 1


def test_three_events_of_three_kinds_are_no_theme() -> None:
    text = suggest_themes(archive(("", ["bread"]), ("", ["cheese"]), ("", ["wine"])))
    assert text == "# No theme: 3 events under no topic, of 3, and no 3 of them have enough in common.\n"


def test_the_id_of_a_theme_is_no_topics_id() -> None:
    topics = (FISH, Topic("hong-kong", "x"), Topic("extradition-bill", "y"))
    found, _ = read_topics("topics.yml", suggest_themes(archive(*BILL, *OTHERS, topics=topics)))
    assert found[0].id == "extradition-bill-2"


@pytest.mark.parametrize(
    "word", ["no", "2016", "alpha: beta", "# hash", '"quoted"', "нота", "- dash", "{braces}", "l’état", "1e5", "null"]
)
def test_any_keyword_can_be_pasted(word: str) -> None:
    """What stands in the file is what the topic will have."""
    events = [("", [word, f"other {n}"]) for n in range(4)]
    for text in (
        suggest_themes(archive(*events, *OTHERS)),
        suggest_phrases(archive(*[("fish", words) for _, words in events], *OTHERS)),
    ):
        topics, faults = read_topics("topics.yml", text)
        assert faults == ()
        if any(character.isalnum() for character in word) and word not in ("no",):
            assert any(phrase.text == word for topic in topics for phrase in topic.phrases), text


WORDS = ["ferry", "quay", "Anna Lind", "port of Osaka", "gale", "night boat", "dues", "goat"]


@given(
    st.lists(st.tuples(st.sampled_from(["", "", "fish"]), st.lists(st.sampled_from(WORDS), max_size=4, unique=True)), max_size=12)
)
def test_whatever_the_archive_holds_the_file_is_read_without_a_fault_and_in_any_order_the_same(
    events: list[tuple[str, list[str]]],
) -> None:
    made = archive(*events)
    for suggest in (suggest_themes, suggest_phrases):
        text = suggest(made)
        assert read_topics("topics.yml", text)[1] == ()
        assert text == suggest(replace(made, events=tuple(reversed(made.events))))
