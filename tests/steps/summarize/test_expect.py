"""What a summary is expected to say."""

from __future__ import annotations

import pytest

from digest.model import Article, Event, SummaryEdit
from digest.steps.summarize.expect import PAIR, WORD, Expected, expect, shipped, tokens
from digest.steps.summarize.material import gather
from tests.support import make_article

ROUTINE = "Ships pass the lighthouse of Orm on most days of the year without much trouble at all."
FIRE = "A fire destroyed the lighthouse of Orm on Sunday night and two keepers were hurt."


def expected_of(*articles: Article, voices: tuple[tuple[str, ...], ...] = ()) -> Expected:
    by_id = {article.id: article for article in articles}
    event = Event(articles[0].id, tuple(by_id))
    return expect(gather(event, voices or tuple((name,) for name in by_id), by_id, SummaryEdit()), shipped())


def report(name: str, title: str, *sentences: str) -> Article:
    return make_article(name, title, list(sentences), outlet=name)


def test_what_headlines_and_openings_tell_is_expected_before_what_one_report_adds_late() -> None:
    found = expected_of(
        report("a", "Fire destroys lighthouse of Orm", FIRE, ROUTINE, "A gull had nested in the gallery for three summers."),
        report("b", "Lighthouse of Orm burns down", "Fire burnt down the lighthouse of Orm on Sunday night.", ROUTINE),
    )
    likely = {word: values[0] for word, values in found.words.items()}

    (fire, gull) = (tokens(word, "en")[0] for word in ("fire", "gull"))
    assert likely[fire] > 3 * likely[gull]
    assert found.pairs["of", "orm"] > found.pairs[tokens("had nested", "en")]  # type: ignore[index]


def test_a_second_use_is_expected_less_than_the_first() -> None:
    found = expected_of(report("a", "Fire", FIRE, ROUTINE), report("b", "Fire", ROUTINE, FIRE))

    assert all(list(values) == sorted(values, reverse=True) for word, values in found.words.items() if word in ("the", "of"))


def test_a_copy_is_no_second_voice() -> None:
    one, other = report("a", "Fire at Orm", FIRE, ROUTINE), report("b", "Blaze", ROUTINE)
    copy = report("c", "Fire at Orm", FIRE, ROUTINE)

    assert expected_of(one, other) == expected_of(one, other, copy, voices=(("a", "c"), ("b",)))


def test_every_likelihood_is_one_in_any_language() -> None:
    german = make_article(
        "d", "Der Leuchtturm von Orm brennt", ["Ein Feuer hat am Sonntag den Leuchtturm zerstört."], language="de"
    )
    found = expected_of(
        report("a", "", FIRE), german, report("b", "£5 & 3.5%", "Prices rose by 3.5% to £5 on Monday, shops said.")
    )

    likely = [value for values in found.words.values() for value in values] + list(found.pairs.values())
    assert all(0 < value < 1 for value in likely)


def test_nothing_is_expected_of_nothing() -> None:
    assert expect([], shipped()) == Expected({}, {})


@pytest.mark.parametrize(("part", "names"), [("word", WORD), ("pair", PAIR)])
def test_the_weights_that_we_ship_name_every_feature(part: str, names: tuple[str, ...]) -> None:
    assert list(shipped()[part]) == ["start", *names]
