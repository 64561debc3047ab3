"""Text is read as it was meant, whatever program saved it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.edge.decode import decode

TEXT = "Zürich – “quoted”\nзаголовок 日本\n"
LATIN = "Zürich – “quoted”, naïve café\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), page=False) == (TEXT, 0, "")


@given(text=st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Cf"]), min_size=1).filter(str.strip))
def test_utf_8_is_always_read_as_such(text: str) -> None:
    assert decode(text.encode(), page=False) == (text, 0, "")


@given(data=st.binary())
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    text, line, message = decode(data, page=False)
    assert text is not None or message
    assert line == 0 or text
    assert "\n" not in message


def test_windows_1252_is_the_fallback_and_says_nothing_where_nothing_is_lost() -> None:
    assert decode(LATIN.encode("cp1252"), page=False) == (LATIN, 0, "")


def test_a_byte_that_means_nothing_is_reported_with_its_line() -> None:
    text, line, message = decode(b"caf\xe9\nna\x81ve\n", page=False)
    assert (text, line) == ("café\nna�ve\n", 2)
    assert message.startswith("one character could not be read")


def test_utf_8_with_a_pasted_windows_1252_word_keeps_both() -> None:
    data = "Zürich – “quoted”\n".encode() + "café\n".encode("cp1252")
    assert decode(data, page=False) == ("Zürich – “quoted”\ncafé\n", 0, "")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ('<meta charset="windows-1251">Привет'.encode("cp1251"), '<meta charset="windows-1251">Привет'),
        ('<meta http-equiv="x" content="text/html; charset=iso-8859-1">“é”'.encode("cp1252"), None),
        ('<?xml version="1.0" encoding="Shift_JIS"?>日本'.encode("cp932"), None),
        ('<meta charset="iso-2022-jp">日本'.encode("iso2022_jp"), '<meta charset="iso-2022-jp">日本'),
        ('<meta charset="iso-8859-1">Zürich'.encode(), '<meta charset="iso-8859-1">Zürich'),
        (b'<meta charset="utf-7">+ADw-b+AD4-', '<meta charset="utf-7">+ADw-b+AD4-'),
        ('<meta charset="nonsense">é'.encode("cp1252"), '<meta charset="nonsense">é'),
        (b"<!--" + b" " * 1024 + '--><meta charset="windows-1251">é'.encode("cp1252"), None),
    ],
)
def test_a_page_is_read_as_it_declares_unless_it_is_utf_8(data: bytes, text: str | None) -> None:
    found, _, message = decode(data, page=True)
    assert message == ""
    assert found is not None
    assert found == text or (text is None and ("é" in found or "日本" in found))


def test_only_a_page_declares() -> None:
    assert decode("charset=windows-1251 é".encode("cp1252"), page=False)[0] == "charset=windows-1251 é"


@pytest.mark.parametrize("data", [b"", b"  \n\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", b"\xff\xfe"])
def test_nothing_is_an_empty_file(data: bytes) -> None:
    assert decode(data, page=False) == (None, 0, "the file is empty")


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04\x14\0\0\0\x08\0ab", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"text\0text", bytes(range(1, 32)) * 9]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    text, _, message = decode(data, page=False)
    assert text is None
    assert message.startswith("this is not a text file")


def test_text_is_clean() -> None:
    assert decode(b"a\r\nb\rc\x0bd\n", page=False) == ("a\nb\nc d\n", 0, "")
