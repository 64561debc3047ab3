"""The same promises about addresses and earlier days, over many more weeks of editing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editor import Editor
from tests.long.corpus import write_digest
from tests.test_addresses import prefixes_that_differ

pytestmark = pytest.mark.long


@pytest.mark.parametrize("seed", range(100, 130))
def test_every_address_that_was_ever_published_still_answers_after_months(seed: int) -> None:
    editor = Editor(seed)
    for _ in range(25):
        editor.act()

        assert editor.dead() == [], editor.done


def test_pairs_of_earlier_days_stay_as_they_were_in_a_month(tmp_path: Path) -> None:
    write_digest(tmp_path, 500)

    prefixes, differ = prefixes_that_differ(tmp_path)

    assert prefixes >= 20
    assert differ == []
