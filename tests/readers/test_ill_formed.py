"""Whatever is in a feed file, it gives articles or one clear fault: no traceback, no request, no expansion."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import NoReturn

import pytest

from digest.edge.read import read_source
from digest.errors import ReaderError
from digest.model import Raw, Settings
from digest.readers import read
from digest.text.escape import clean
from tests.readers.ill_formed import CASES


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a reader asked for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def outcome(folder: Path, name: str, data: bytes) -> tuple[tuple[Raw, ...], str]:
    """Give the articles of a file, or the words of its fault."""
    (folder / name).write_bytes(data)
    source, faults = read_source(folder / name, name, Settings(), ())
    if source is None:
        return (), faults[0].message
    try:
        return read(source), ""
    except ReaderError as error:
        return (), str(error)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.timeout(20)
def test_an_ill_formed_feed_is_survived(tmp_path: Path, case: str) -> None:
    name, data, expected = CASES[case]

    articles, fault = outcome(tmp_path, name, data)

    if isinstance(expected, str):
        assert expected in fault
        assert "\n" not in fault
        assert not fault.endswith(".")
    else:
        assert (len(articles), fault) == (expected, "")
        shown = " ".join(block.text for raw in articles for block in raw.blocks)
        assert len(shown) < 1.2 * len(data)  # nothing was expanded
        assert "root:" not in shown


def test_there_are_fifty_at_least() -> None:
    assert len(CASES) >= 50
    assert len({data for _, data, _ in CASES.values()}) == len(CASES)


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("a bare ampersand", "Fish & chips & tea, said AT&T."),
        ("an entity of HTML", "Café open — at last."),
        ("utf-8 that says latin-1", "Zürich – café open."),
        ("latin-1 that says utf-8", "Zürich, café open."),
        ("windows-1251", "Порт открылся."),
        ("a bare less-than sign", "Fewer than 5 < 6 boats came."),
        ("elements inside each other", "The harbour opened on Friday after a year of repairs."),
        ("escaped elements inside each other", "The harbour opened on Friday after a year of repairs."),
        ("scripts", "Text of it."),
        ("a prefix that is never declared", "The harbour opened on Friday after a year of repairs."),
        ("a CDATA in a CDATA", "One"),
    ],
)
def test_the_words_of_an_ill_formed_feed_are_kept(tmp_path: Path, case: str, text: str) -> None:
    name, data, _ = CASES[case]

    assert text in " ".join(" ".join(clean(block.text).split()) for block in outcome(tmp_path, name, data)[0][0].blocks)
