"""The gold set: field by field, at least 98 in 100 exactly as a careful editor would have it."""

from __future__ import annotations

import pytest

from tests.gold_cases import FIELDS, FOLDER, cases, misses, table

ENOUGH = 0.98
CASES = cases()


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_exactly_right(field: str) -> None:
    wrong = {case.name: missed[field] for case in CASES if field in (missed := misses(case))}
    assert table(CASES)[field] >= ENOUGH, wrong


def test_the_set_is_large_and_every_file_has_its_expectations() -> None:
    files = {path.name for path in FOLDER.iterdir() if path.suffix != ".expected" and path.name != "held-out.txt"}
    assert files == {case.name for case in CASES}
    assert len(CASES) >= 80
    languages = [*(case.expected["language"][0] for case in CASES)]
    assert all(languages.count(code) >= 4 for code in ("es", "fr", "de", "pt", "it"))
