"""The garbage collector runs seldom during a build, and as before after it."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from digest.build import build
from digest.edge.collector import SELDOM, seldom_collected
from digest.errors import DigestError


def test_the_collector_runs_seldom_inside_and_as_before_afterwards() -> None:
    usual = gc.get_threshold()
    with seldom_collected():
        assert gc.get_threshold()[0] == SELDOM
        assert gc.isenabled()
    assert gc.get_threshold() == usual


def test_a_build_that_fails_leaves_the_collector_as_it_was(tmp_path: Path) -> None:
    usual = gc.get_threshold()
    with pytest.raises(DigestError):
        build(tmp_path)
    assert gc.get_threshold() == usual


def test_garbage_of_a_long_build_is_collected_on_the_way() -> None:
    freed = []

    class Knot:
        def __init__(self) -> None:
            self.self = self

        def __del__(self) -> None:
            freed.append(1)

    with seldom_collected():
        for _ in range(2 * SELDOM):
            Knot()
    assert len(freed) > SELDOM // 2
