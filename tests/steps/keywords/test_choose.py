"""A list of keywords is worth most as a whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.steps.keywords.choose import choose
from digest.steps.keywords.names import Key


def key(text: str) -> Key:
    return tuple(text.split())


def chosen(ranked: dict[str, float], limit: int, holders: dict[str, str] | None = None) -> list[str]:
    whole = {key(way): key(name) for way, name in (holders or {}).items()}
    return [" ".join(one) for one in choose({key(text): worth for text, worth in ranked.items()}, limit, whole)]


def test_the_best_stand_first() -> None:
    assert chosen({"ferry": 0.2, "bridge": 0.9, "dock wages": 0.5}, 2) == ["bridge", "dock wages"]


def test_two_phrases_make_room_for_each_other_without_the_word_in_both() -> None:
    """The word "tax" alone would keep out both, and "harbour" is worth little."""
    assert chosen({"tax": 0.7, "tax plan": 0.6, "tax cuts": 0.5, "harbour": 0.1}, 2) == ["tax plan", "tax cuts"]
    assert chosen({"tax": 0.7, "tax plan": 0.6, "harbour": 0.5}, 2) == ["tax", "harbour"]


def test_where_there_is_room_for_all_a_phrase_keeps_its_words() -> None:
    assert chosen({"ferry fare": 0.7, "ferry": 0.6, "fare": 0.5}, 9) == ["ferry fare"]


def test_a_person_stands_there_once() -> None:
    ways = {"lindqvist": "edda lindqvist", "chancellor lindqvist": "edda lindqvist"}
    assert chosen({"lindqvist": 0.9, "chancellor lindqvist": 0.8, "edda lindqvist": 0.7}, 3, ways) == ["lindqvist"]


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f"]), min_size=1, max_size=3, unique=True).map(tuple)


@given(st.dictionaries(WORDS, st.floats(0.01, 1), max_size=25), st.integers(0, 6))
def test_none_holds_another_and_no_list_taken_in_turn_is_worth_more(ranked: dict[Key, float], limit: int) -> None:
    found = choose(ranked, limit, {})
    assert len(found) <= limit
    assert all(one == other or not set(one) <= set(other) for one in found for other in found)
    plain: list[Key] = []
    for one in sorted(ranked, key=lambda one: (-ranked[one], one)):
        if len(plain) < limit and not any(set(one) <= set(other) or set(other) <= set(one) for other in plain):
            plain.append(one)
    assert sum(ranked[one] for one in found) >= sum(ranked[one] for one in plain) - 1e-6
