"""``edits.yml``: a takedown is never lost by a slip."""

from __future__ import annotations

import pytest

from digest.edge.edits import read_edits

PATH = "content/edits.yml"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("a.txt", "a"), ("A", "a"), ("sub/a", "sub-a"), ("content/articles/sub/a.md", "sub-a")],
)
def test_a_takedown_written_as_a_path_holds_and_is_reported(written: str, meant: str) -> None:
    edits, faults = read_edits(PATH, f'removed:\n  "{written}": asked for by its author\n')

    assert set(edits.removed) == {meant}
    assert [(fault.line, f'did you mean "{meant}"?' in fault.message) for fault in faults] == [(2, True)]


@pytest.mark.parametrize("bad", ["../evil", "/etc/passwd", "x" * 300, "ф", "index"])
def test_an_id_that_cannot_be_one_is_a_fault_and_leads_nowhere(bad: str) -> None:
    edits, faults = read_edits(PATH, f'removed:\n  "{bad}": x\nmoved:\n  "{bad}": a\n  old: "{bad}"\n')

    assert sorted(fault.line for fault in faults) == [2, 4, 5]
    assert edits.moved == {}
    assert all(id_.replace("-", "").isalnum() and len(id_) <= 150 for id_ in edits.removed)


def test_what_cannot_be_seen_is_cleaned_out_of_every_text() -> None:
    edits, faults = read_edits(PATH, 'titles:\n  a: "Up\\u202edown \\x95 dot"\n')

    assert faults == ()
    assert edits.titles == {"a": "Updown dot"}
