"""Work that is spread over processes gives what one process gives, in the same order."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from digest.edge.workers import AHEAD, TOGETHER, WORTHWHILE, spread
from digest.errors import DigestError

CALLS = [(number, f"text {number}") for number in range(WORTHWHILE + 20)]


def say(number: int, text: str) -> list[object]:
    return [number * number, text, None]


def fail(number: int, text: str) -> str:
    if number == WORTHWHILE:
        raise ValueError(text)
    return text


def die(number: int, text: str) -> str:
    if number == WORTHWHILE:
        os._exit(1)
    return text


def note(folder: str, number: int) -> int:
    (Path(folder) / str(number)).touch()
    return number


def test_results_that_nobody_has_asked_for_yet_are_few(tmp_path: Path) -> None:
    found = spread(note, [(str(tmp_path), number) for number in range(1_000)], cores=2)
    assert next(found) == 0
    time.sleep(0.5)  # in which all thousand would be done
    assert len(list(tmp_path.iterdir())) <= AHEAD * 2 * TOGETHER
    assert list(found) == list(range(1, 1_000))


def test_the_number_of_cores_changes_nothing() -> None:
    alone = list(spread(say, CALLS, cores=1))
    assert alone == [say(*call) for call in CALLS]
    assert list(spread(say, CALLS, cores=2)) == alone


def test_few_calls_need_no_other_process() -> None:
    assert list(spread(lambda number: number + 1, [(1,), (2,)], cores=2)) == [2, 3]  # a lambda cannot be sent to one


@pytest.mark.parametrize("cores", [1, 2])
def test_an_error_is_the_same(cores: int) -> None:
    with pytest.raises(ValueError, match=f"text {WORTHWHILE}"):
        list(spread(fail, CALLS, cores=cores))


def test_a_process_that_dies_is_said() -> None:
    with pytest.raises(DigestError, match="was ended from outside; build again"):
        list(spread(die, CALLS, cores=2))
