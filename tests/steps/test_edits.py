"""Decisions that cannot be followed are faults; all others pass."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.model import Article, Edits, Removal, SummaryEdit, Topic
from digest.steps.edits import check_edits, check_names, follow_moves
from tests.support import make_article

KNOWN = {name: f"content/articles/{name}.txt" for name in ("bridge-vote", "bridge-storm", "ferry", "harbour")}
TOPICS = (Topic("trade-war", "Trade war"), Topic("climate", "Climate"))


def messages(edits: Edits) -> list[str]:
    faults = check_edits(edits, KNOWN, TOPICS)
    assert {(fault.path, fault.line) for fault in faults} <= {("content/edits.yml", 0)}
    return [fault.message for fault in faults]


def test_decisions_about_articles_that_exist_pass() -> None:
    edits = Edits(
        together=(("bridge-vote", "bridge-storm"),),
        apart=(("bridge-vote", "ferry"), ("bridge-storm", "harbour")),
        titles={"bridge-vote": "The bridge", "bridge-storm": "The bridge"},
        topics={"ferry": ("climate",)},
        summaries={"ferry": SummaryEdit(prefer=("A sentence.",))},
        hide=("harbour",),
        moved={"old-ferry": "ferry"},
        removed={"gone": Removal("asked for by the author", see="ferry")},
    )
    assert messages(edits) == []


def test_a_removed_article_does_not_send_its_readers_to_itself() -> None:
    edits = Edits(moved={"old": "gone"}, removed={"gone": Removal("x", see="gone"), "old": Removal("y", see="ferry")})
    assert "“see” of the removed article “gone” leads to itself; expected another article, or no “see”" in messages(edits)
    assert not [message for message in messages(edits) if "“old”" in message and "itself" in message]


def test_every_decision_that_names_a_missing_article_says_which_and_what_is_near() -> None:
    edits = Edits(
        together=(("bridge-vot", "ferry"),),
        apart=(("ferry", "harbor"),),
        titles={"ferri": "x"},
        topics={"zzz": ("climate",)},
        summaries={"bridge-strom": SummaryEdit()},
        hide=("fery",),
        moved={"old": "ferrry"},
        removed={"gone": Removal("x", see="harbours")},
    )
    found = messages(edits)
    assert len(found) == 8
    for section, wrong, near in [
        ("together", "bridge-vot", "bridge-vote"),
        ("apart", "harbor", "harbour"),
        ("titles", "ferri", "ferry"),
        ("summaries", "bridge-strom", "bridge-storm"),
        ("hide", "fery", "ferry"),
        ("moved", "ferrry", "ferry"),
        ("removed", "harbours", "harbour"),
    ]:
        assert f"“{section}” names the article “{wrong}”, which does not exist; did you mean “{near}”?" in found
    assert "“topics” names the article “zzz”, which does not exist; expected the id of an article" in found


def test_a_takedown_of_nothing_that_is_nearly_something_gets_a_note() -> None:
    gone = {"fery": Removal("x"), "ferry-gone": Removal("x"), "quite-another": Removal("x")}
    (note,) = check_edits(
        Edits(removed=gone), {"ferry": "content/articles/ferry.txt", "bridge": "content/articles/bridge.txt"}, ()
    )
    assert note.note
    assert note.message == (
        "“removed” names the article “fery”, of which there is no file; if you meant “ferry”, that one is still shown"
    )


def test_an_article_that_was_moved_or_removed_may_be_named() -> None:
    edits = Edits(titles={"old": "x"}, hide=("gone",), moved={"old": "ferry"}, removed={"gone": Removal("x")})
    assert messages(edits) == []


def test_an_unknown_topic_is_named_with_the_nearest_one() -> None:
    (found,) = messages(Edits(topics={"ferry": ("climat", "trade-war")}))
    assert found == "“topics” gives the article “ferry” the topic “climat”, which does not exist; did you mean “climate”?"


def test_together_and_apart_that_contradict_each_other_name_both_articles() -> None:
    (found,) = messages(Edits(together=(("ferry", "harbour"),), apart=(("harbour", "ferry"),)))
    assert "“ferry” and “harbour” are bound into one event, and kept apart" in found


def test_the_contradiction_is_found_through_other_articles_and_old_names() -> None:
    through = Edits(together=(("ferry", "harbour"), ("harbour", "bridge-vote")), apart=(("bridge-vote", "ferry"),))
    assert "“bridge-vote” and “ferry” are bound into one event, through other articles" in messages(through)[0]
    renamed = Edits(together=(("old", "harbour"),), apart=(("harbour", "ferry"),), moved={"old": "ferry"})
    assert "“ferry” and “harbour”" in messages(renamed)[0]


def named(**events: str) -> list[Article]:
    return [make_article(article, "Harlow bridge", ["It is shut."], event=event) for article, event in events.items()]


def test_articles_put_together_must_not_be_named_as_two_events() -> None:
    articles = named(a="one", b="", c="two", d="two")
    (found,) = check_names(
        Edits(together=(("a", "b"), ("b", "c")), lines={("together", "a"): 3, ("together", "b"): 4}), articles
    )[:1]

    assert found.line == 3
    assert "“together” and “event:” contradict each other" in found.message
    assert "“a” says one and that of “c” says two" in found.message
    assert check_names(Edits(together=(("a", "b"), ("c", "d"))), articles) == ()


def test_articles_named_as_one_event_must_not_be_kept_apart() -> None:
    articles = named(a="one", b="one", c="", d="two")
    (found,) = check_names(Edits(apart=(("a", "b"),)), articles)
    (through,) = check_names(Edits(together=(("b", "c"),), apart=(("c", "a"),)), articles)

    assert "the front matter puts “a” and “b” into one event, but they are kept apart" in found.message
    assert "“a” and “c”" in through.message
    assert check_names(Edits(apart=(("a", "c"), ("b", "d"))), articles) == ()


def test_a_circle_of_moves_is_a_fault_once() -> None:
    assert len(messages(Edits(moved={"x": "y", "y": "x"}))) == 1


IDS = st.sampled_from(sorted(KNOWN))
GROUPS = st.lists(st.lists(IDS, min_size=2, max_size=3, unique=True).map(tuple), max_size=3).map(tuple)


@given(GROUPS, GROUPS)
def test_a_contradiction_is_reported_exactly_where_no_grouping_obeys_both(
    together: tuple[tuple[str, ...], ...], apart: tuple[tuple[str, ...], ...]
) -> None:
    event = {name: {name} for name in KNOWN}
    for group in together:
        joined = set().union(*(event[name] for name in group))
        for name in joined:
            event[name] = joined
    broken = any(len(event[one] & set(group)) > 1 for group in apart for one in group)
    assert bool(messages(Edits(together=together, apart=apart))) == broken


def test_a_decision_made_under_an_old_id_holds_for_the_article_as_it_is_named_now() -> None:
    """Also after two moves; what was not moved stays as it is."""
    edits = Edits(
        together=(("old", "ferry"),),
        apart=(("old", "harbour"),),
        titles={"older": "The bridge"},
        topics={"old": ("climate",)},
        summaries={"old": SummaryEdit(drop=("x",))},
        hide=("older",),
        moved={"older": "old", "old": "bridge-vote"},
    )

    now = follow_moves(edits)

    assert now.together == (("bridge-vote", "ferry"),)
    assert now.apart == (("bridge-vote", "harbour"),)
    assert set(now.titles) == set(now.topics) == set(now.summaries) == set(now.hide) == {"bridge-vote"}
    assert now.moved == edits.moved


def test_an_old_id_that_an_article_still_has_is_a_fault() -> None:
    assert [m for m in messages(Edits(moved={"ferry": "harbour"})) if "“ferry”" in m]


def test_a_sentence_both_preferred_and_dropped_is_a_fault() -> None:
    wish = SummaryEdit(prefer=("A sentence.",), drop=("A sentence.",))
    assert [m for m in messages(Edits(summaries={"ferry": wish})) if "A sentence." in m]
