"""The pipeline as a whole: what the editor decides comes out."""

from __future__ import annotations

from dataclasses import replace

from digest.build import remember_nothing
from digest.errors import Fault
from digest.model import (
    Content,
    Edition,
    Edits,
    Front,
    Outlet,
    Page,
    Phrase,
    Precision,
    Published,
    Removal,
    Settings,
    Source,
    SummaryEdit,
    Topic,
)
from digest.pipeline import lay_out_edition, make_edition, normalize_all
from tests.steps.events.stories import BRIDGE, BRIDGE_TOO, CHEESE

TOPICS = (Topic("traffic", "Traffic", phrases=(Phrase("bridge"),)), Topic("food", "Food", phrases=(Phrase("cheese"),)))


def edition(edits: Edits = Edits(), **more: list[str]) -> tuple[Edition, tuple[Fault, ...]]:  # noqa: B008 - frozen
    day = Published("2021-03-02", Precision.DAY, "front matter")
    texts = {"bridge-a": BRIDGE, "bridge-b": BRIDGE_TOO, "cheese": CHEESE} | more
    sources = tuple(
        Source(
            name,
            f"content/articles/{name}.txt",
            "\n\n".join(text),
            Front(title=f"Report {name}", date=day, source=f"Paper {name}"),
        )
        for name, text in texts.items()
    )
    content = Content(sources, (Outlet("paper", "Paper"),), TOPICS, edits, Settings())
    return make_edition(content, (), remember_nothing)


def test_events_topics_and_summaries_come_out_of_plain_files() -> None:
    made, faults = edition()

    assert faults == ()
    assert [(report.id, [match.topic for match in report.topics]) for report in made.events] == [
        ("bridge-a", ["traffic"]),
        ("cheese", ["food"]),
    ]
    assert all(report.summary for report in made.events)


def test_a_slip_of_the_pen_that_has_the_stem_of_a_stop_word_weighs_next_to_nothing() -> None:
    made, _ = edition(slip=[BRIDGE[0].replace("the ", "theing ", 1), *BRIDGE[1:]])

    assert made.events[0].event.articles == ("bridge-a", "bridge-b", "slip")


def test_topics_decided_by_the_editor_are_exactly_those_of_the_event() -> None:
    made, faults = edition(Edits(topics={"bridge-b": ("food",), "cheese": ()}))

    assert faults == ()
    assert {report.id: [match.topic for match in report.topics] for report in made.events} == {"bridge-a": ["food"], "cheese": []}


def test_a_title_of_the_editor_is_the_events() -> None:
    made, _ = edition(Edits(titles={"bridge-b": "Harlow without its bridge"}))

    assert made.event_of["bridge-a"].title == "Harlow without its bridge"


def test_one_hidden_article_leaves_its_event_on_the_lists_and_all_of_them_do_not() -> None:
    one, _ = edition(Edits(hide=("bridge-a",)))
    both, _ = edition(Edits(hide=("bridge-a", "bridge-b")))

    assert [report.hidden for report in one.events] == [False, False]
    assert {report.id: report.hidden for report in both.events} == {"bridge-a": True, "cheese": False}


def test_neither_headline_nor_words_of_a_hidden_report_tell_its_event_while_another_is_shown() -> None:
    for hidden, shown in (("bridge-a", "bridge-b"), ("bridge-b", "bridge-a")):
        made, faults = edition(Edits(hide=(hidden,)))
        report = made.event_of[hidden]

        assert faults == ()
        assert report.event.articles == ("bridge-a", "bridge-b")
        assert report.title == f"Report {shown}"
        sentences = [*report.summary, *report.comparison.sentences]
        assert {citation.article for sentence in sentences for citation in sentence.citations} == {shown}


def test_no_hidden_report_is_quoted_beside_those_that_are_shown() -> None:
    another = [
        BRIDGE[2].replace("14,000", "19,000"),
        "Harlow will pay 3 million crowns for the repair, said Petra Lind, its mayor.",
    ]
    together = (("bridge-a", "bridge-b", "bridgec"),)
    every, _ = edition(Edits(together=together), bridgec=another)
    made, _ = edition(Edits(together=together, hide=("bridge-a",)), bridgec=another)

    def quoted(of: Edition) -> set[str]:
        return {one.article for sentence in of.event_of["bridge-a"].comparison.sentences for one in sentence.citations}

    assert quoted(every) == {"bridge-a", "bridgec"}
    assert "bridge-a" not in quoted(made)


def test_an_event_of_hidden_reports_alone_is_told_by_them() -> None:
    made, _ = edition(Edits(hide=("bridge-a", "bridge-b")))

    assert made.event_of["bridge-a"].summary
    assert made.event_of["bridge-a"].title in ("Report bridge-a", "Report bridge-b")


def test_a_wish_for_a_sentence_of_a_hidden_report_is_a_fault_and_to_drop_one_is_not() -> None:
    prefer = SummaryEdit(prefer=(BRIDGE[0],))
    _, faults = edition(Edits(hide=("bridge-a",), summaries={"bridge-b": prefer}))
    _, none = edition(Edits(hide=("bridge-a",), summaries={"bridge-b": SummaryEdit(drop=(BRIDGE[0],))}))

    assert ["no article of its event holds but a hidden one" in fault.message for fault in faults] == [True]
    assert none == ()


def test_a_wish_for_a_sentence_that_no_article_of_the_event_holds_is_a_fault() -> None:
    _, faults = edition(Edits(summaries={"cheese": SummaryEdit(prefer=("The bridge was closed.",), drop=(CHEESE[0],))}))

    assert [(fault.path, "The bridge was closed." in fault.message) for fault in faults] == [("content/edits.yml", True)]


def test_every_page_and_export_has_an_address_of_its_own() -> None:
    paths = [item.path for item in lay_out_edition(edition()[0])]

    assert len(paths) == len(set(paths))
    assert {"docs/index.md", "docs/data/events.json", "articles.jsonl", "articles/cheese.md"} <= set(paths)


def test_a_takedown_under_an_old_id_withholds_the_article_under_its_new_one() -> None:
    made, _ = edition(Edits(removed={"old-cheese": Removal("asked for")}, moved={"old-cheese": "cheese"}))

    assert "cheese" not in made.articles
    laid = {item.path: str(item) if isinstance(item, Page) else item.read() for item in lay_out_edition(made)}
    assert not any("Orvin" in text for text in laid.values())
    assert "docs/articles/cheese/index.md" in laid
    assert "docs/articles/old-cheese/index.md" in laid or "docs/articles/old-cheese/index.html" in laid


def test_two_titles_for_one_event_are_a_fault() -> None:
    _, faults = edition(Edits(titles={"bridge-a": "One", "bridge-b": "Two"}))

    assert [fault.path for fault in faults] == ["content/edits.yml"]


def test_a_decision_about_grouping_that_changes_nothing_is_reported_as_stale() -> None:
    _, stale = edition(Edits(together=(("bridge-a", "bridge-b"),), apart=(("bridge-a", "cheese"),)))
    _, alive = edition(Edits(together=(("bridge-a", "cheese"),), apart=(("bridge-a", "bridge-b"),)))

    assert [("together" in fault.message, "apart" in fault.message) for fault in stale] == [(False, True), (True, False)]
    assert all(fault.note for fault in stale)
    assert alive == ()


def test_a_decision_that_contradicts_another_is_not_called_stale_as_well() -> None:
    _, faults = edition(Edits(together=(("bridge-a", "bridge-b"), ("bridge-b", "cheese")), apart=(("bridge-a", "cheese"),)))

    (fault,) = faults
    assert "contradict each other" in fault.message
    assert not fault.note


def test_names_that_differ_in_marks_alone_are_one_outlet_and_a_remark_says_so_once() -> None:
    front = [Front(source=name) for name in ("AC/DC", "AC DC", "AC/DC", "AC-DC", "The AC/DC", "ac/dc")]
    sources = tuple(
        Source(
            f"a{number}",
            f"content/articles/a{number}.txt",
            f"Bridge {number} opens\nThe bridge over the Alder opened on Saturday after a long time, the mayor said.\n",
            one,
        )
        for number, one in enumerate(front)
    )
    content = Content(sources, (), (), Edits(), Settings())
    articles, outlets, _, faults = normalize_all(content)
    assert {article.outlet for article in articles} == {"ac-dc"}
    assert list(outlets) == ["ac-dc"]
    assert [str(fault) for fault in faults] == [
        f"content/sources.yml: note: “{one}” and “{other}” are taken for one outlet;"
        " if they are two, give each an entry here with its own id and name"
        for one, other in (("AC DC", "AC/DC"), ("AC-DC", "AC/DC"))
    ]

    told_apart = (Outlet("ac-dc", "AC/DC"), Outlet("ac-dc-2", "AC DC"))
    articles, _, _, faults = normalize_all(replace(content, sources=sources[:3], outlets=told_apart))
    assert [article.outlet for article in articles] == ["ac-dc", "ac-dc-2", "ac-dc"]
    assert faults == []
