"""Which files gave no article, and which have a problem; none that the editor keeps quiet is named."""

from __future__ import annotations

from digest.errors import Fault
from digest.model import Edits, Removal
from digest.steps.failed import failed_files, faulty_files

FAULTS = (
    Fault("content/articles/gone.txt", 1, "a"),
    Fault("content/articles/Hidden one.txt", 2, "b"),
    Fault("content/articles/torn.txt", 0, "c"),
    Fault("content/articles/torn.txt", 4, "d"),
    Fault("content/articles/kept.txt", 4, "a remark", note=True),
    Fault("content/topics.yml", 3, "e"),
)
EDITS = Edits(hide=("hidden-one",), removed={"gone": Removal("asked for")})


def test_a_file_without_an_article_is_named_unless_it_was_removed() -> None:
    known = {"hidden-one": "content/articles/Hidden one.txt"}
    assert failed_files(EDITS, FAULTS, known, {}) == ("content/articles/Hidden one.txt", "content/articles/torn.txt")


def test_every_problem_has_its_file_and_those_of_removed_and_hidden_articles_have_no_name() -> None:
    torn = ("content/articles/torn.txt", "content/articles/torn.txt")
    assert faulty_files(EDITS, FAULTS, {}) == ("", "", *torn, "content/topics.yml")
    renamed = Edits(hide=("ferry",), removed={"gone": Removal("asked for")})
    known = {"ferry": "content/articles/Hidden one.txt"}
    assert faulty_files(renamed, FAULTS, known) == ("", "", *torn, "content/topics.yml")
