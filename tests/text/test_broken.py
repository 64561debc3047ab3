"""Sentences that describe a picture or that a page broke, and those that only look so."""

from __future__ import annotations

import pytest

from digest.text.broken import is_broken


@pytest.mark.parametrize(
    "sentence",
    [
        "The council shut the the old bridge of Marl after the storm.",
        "Ada Lund of the old harbour in Marl.",
        "Captain Piet Maas speaks at the old bridge of Marl.",
        "Ada Lund (L) and Piet Maas walk across the old bridge.",
        "Old bridge of Marl is shut Old bridge of Marl is shut Nobody may cross the river by night.",
    ],
)
def test_is_broken(sentence: str) -> None:
    assert is_broken(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "While Captain Maas looks for a ferry, the council is trying to open the bridge.",
        "Following talks with Oslo, the council hints that the bridge may open.",
        "Former Gov. Ada Lund (R) is now the only candidate in Marl.",
        "Ada Lund split the difference between Marl and Oslo.",
        "No bridge, no ferry, no way home: the people of Marl wait on and on and on and on.",
    ],
)
def test_is_whole(sentence: str) -> None:
    assert not is_broken(sentence)
