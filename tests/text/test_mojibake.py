"""What was garbled is put right; what was written so stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.mojibake import repair

WRITTEN = [
    "Zürich’s café – “naïve”, 5 € (señor) Œuvre",
    "Łódź, Željko and Ångström",
    "Здравствуй, мир",
    "中文 日本",
    "😀 at last",
]


def garbled(text: str) -> str:
    """Give UTF-8 read as Windows-1252, in which five bytes have no character."""
    return "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte) for byte in text.encode()
    )


@pytest.mark.parametrize("text", WRITTEN)
@pytest.mark.parametrize("times", [1, 2])
def test_garbled_text_is_put_right(text: str, times: int) -> None:
    broken = text
    for _ in range(times):
        broken = garbled(broken)

    assert repair(broken)[0] == text
    assert repair(broken)[1] > 0


@pytest.mark.parametrize(
    "text",
    [
        *WRITTEN,
        "IRMÃ” disse; SÃO PAULO, «ÂNGELA»",
        "il a dit « café”… »",
        "Ã la carte",
        "Ð and Þ are letters",
        "Â º",
        "MAÇÃ\u00a0verde",
    ],
)
def test_what_was_written_so_stays(text: str) -> None:
    assert repair(text) == (text, 0)


def test_the_number_of_places_is_given() -> None:
    assert repair("Itâ€™s Macronâ€™s cafÃ©") == ("It’s Macron’s café", 3)


def test_a_quotation_mark_that_lost_its_last_byte() -> None:
    assert repair("â€œYesâ€ he said")[0] == "“Yes” he said"


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_ascii_is_never_touched(text: str) -> None:
    assert repair(text) == (text, 0)


@given(st.text())
def test_repairing_twice_changes_nothing(text: str) -> None:
    once = repair(text)[0]
    assert repair(once)[0] == once
