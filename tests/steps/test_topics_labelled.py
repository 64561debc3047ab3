"""Topics on labelled paragraphs: ``tests/cases/topics/*.md``, eight topics, their look-alikes, and paragraphs of none.

A heading gives the topics of the paragraphs below it. All labels were written before a phrase was tried on them; phrases were
then changed with an eye on the even half alone, and the odd half is what is asserted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha1
from importlib.resources import files
from pathlib import Path

import pytest

from digest.edge.topics import default_topics, read_topics
from digest.model import Event, Topic, TopicId
from digest.steps.topics import file_topics
from tests.support import make_article

FOLDER = Path(__file__).parent.parent / "cases" / "topics"
DEMO = FOLDER.parent / "topics-demo.md"
"""Paragraphs of the demo's articles with the default topics that each is on, but for those that need their neighbours to tell."""


def paragraphs(*paths: Path) -> list[tuple[str, frozenset[TopicId]]]:
    """Give every paragraph with its topics, in the order of the files; of ``tests/cases/topics`` if none is named."""
    found = []
    for path in paths or sorted(FOLDER.glob("*.md")):
        labels: frozenset[TopicId] = frozenset()
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                labels = frozenset(line[2:].split(", ")) - {"none"}
            elif line and not line.startswith("#"):
                found.append((line, labels))
    return found


def precision_and_recall(labelled: Sequence[tuple[str, frozenset[TopicId]]], topics: tuple[Topic, ...]) -> tuple[float, float]:
    """Compare what is filed with the labels, every paragraph with every topic."""
    found = [(filed(text, topics), labels) for text, labels in labelled]
    right = sum(len(ours & labels) for ours, labels in found)
    return right / sum(len(ours) for ours, _ in found), right / sum(len(labels) for _, labels in found)


def reported(paragraph: str) -> bool:
    """Say whether a paragraph is of the half that phrases were not tuned on."""
    return int(sha1(paragraph.encode(), usedforsecurity=False).hexdigest(), 16) // 2 % 2 == 1


@pytest.fixture(scope="module")
def topics() -> tuple[Topic, ...]:
    five, faults = read_topics("topics.yml", (FOLDER / "topics.yml").read_text(encoding="utf-8"))
    assert faults == ()
    return (*default_topics(), *five)


def filed(paragraph: str, topics: tuple[Topic, ...]) -> frozenset[TopicId]:
    """Give the topics that an article of this one paragraph touches."""
    article = make_article("a", "Notes", [paragraph])
    matches, passages, _ = file_topics(Event("a", ("a",)), {"a": article}, topics)
    return frozenset([match.topic for match in matches] + [passage.topic for passage in passages])


def test_a_new_digest_begins_with_the_topics_that_were_measured() -> None:
    starter = files("digest.edge") / "starter" / "content" / "topics.yml"

    assert read_topics("topics.yml", starter.read_text(encoding="utf-8")) == (default_topics(), ())


def test_there_are_enough_paragraphs_and_every_label_is_a_topic(topics: tuple[Topic, ...]) -> None:
    texts = [text for text, _ in paragraphs()]
    counts = Counter(topic for _, labels in paragraphs() for topic in labels)

    assert len(texts) == len(set(texts)) >= 320
    assert counts.keys() == {topic.id for topic in topics}
    assert min(counts.values()) >= 25
    assert sum(not labels for _, labels in paragraphs()) >= 100
    assert sum(len(labels) > 1 for _, labels in paragraphs()) >= 25


def test_passages_are_precise_first_and_seldom_missed(topics: tuple[Topic, ...]) -> None:
    precision, recall = precision_and_recall([(text, labels) for text, labels in paragraphs() if reported(text)], topics)

    assert precision >= 0.97
    assert recall >= 0.85


def test_the_default_topics_are_titled_in_the_catalogue_as_in_their_file() -> None:
    text = (files("digest.edge") / "defaults" / "topics.yml").read_text(encoding="utf-8")
    assert default_topics("en") == read_topics("topics.yml", text)[0]


def test_the_three_default_topics_are_as_good_on_paragraphs_of_the_demo() -> None:
    """Written by others than the phrases; but some phrases were added after a look at what was missed there."""
    precision, recall = precision_and_recall(paragraphs(DEMO), default_topics())

    assert precision >= 0.97
    assert recall >= 0.85


@pytest.mark.parametrize(
    "paragraph",
    [
        "The climate of opinion has turned against the coach, and the fans whistle when he takes his seat.",
        "The trade union called a strike at the bakery for Thursday.",
        "White smoke rose at noon: the election of a pope had taken the cardinals four ballots.",
        "In the film, a trade war between two galaxies ends when the heroine marries the emperor's son.",
        "In this political climate nobody dares to mention a merger of the two parties.",
        "The hiring climate for graduates is better than last year, according to the university's careers office.",
        "A novel about an epidemic that turns people to glass has won the prize for fantasy.",
    ],
)
def test_well_known_look_alikes_are_left_alone(paragraph: str, topics: tuple[Topic, ...]) -> None:
    assert (paragraph, frozenset()) in paragraphs()
    assert filed(paragraph, topics) == frozenset()


def test_the_paragraph_on_tariffs_in_a_report_on_russia_is_a_passage_and_no_more(topics: tuple[Topic, ...]) -> None:
    """The event stays with its own topic; the trade-war page gets that paragraph."""
    tariffs = "Later in the day he saw the Chinese leader, and the two put off new tariffs."
    report = [
        "The president told his Russian guest not to meddle in the election.",
        "Investigators say that Russian interference decided the vote in three states.",
        "His guest laughed, and the reporters were led out of the room.",
        "Aides said that the hacked emails were not mentioned again.",
        tariffs,
        "Election security is a matter for the states, his office said.",
    ]
    article = make_article("a", "A joke about election meddling", report)
    matches, passages, _ = file_topics(Event("a", ("a",)), {"a": article}, topics)

    assert [match.topic for match in matches] == ["election-meddling"]
    assert [(one.topic, article.text[one.start : one.end]) for one in passages] == [("trade-war", tariffs)]
