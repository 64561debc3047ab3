"""Text is read as it was meant, whatever program saved it."""

# ruff: noqa: E501 -- sentences in many languages

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from digest.edge.decode import decode as decode_bytes
from digest.text.mojibake import repair

TEXT = "Zürich – “quoted”\nзаголовок 日本\n"
LATIN = "Zürich – “quoted”, naïve café\n"


def decode(data: bytes, *, page: bool) -> tuple[str | None, int, str]:
    """Give text, line and message; what was put right has tests of its own."""
    return decode_bytes(data, page=page)[:3]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), page=False) == (TEXT, 0, "")


@given(text=st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Cf"]), min_size=1).filter(str.strip))
def test_utf_8_is_always_read_as_such(text: str) -> None:
    assume(not repair(text)[1])
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


def test_separators_of_lines_and_paragraphs_end_a_line_but_not_in_a_page() -> None:
    assert decode("A title\u20283 May 2019\u2029Text.".encode(), page=False)[0] == "A title\n3 May 2019\nText."
    assert decode("<p>A\u2028title</p>".encode(), page=True)[0] == "<p>A title</p>"


def test_text_is_clean() -> None:
    assert decode(b"a\r\nb\rc\x0bd\n", page=False) == ("a\nb\nc d\n", 0, "")


LANGUAGES = {
    "fr": ("cp1252", "Le président a rencontré les députés à l’Assemblée, où il a été question de la réforme contestée par les élèves."),
    "de": ("cp1252", "Der Präsident traf sich am Dienstag mit den Ministern, um über das Gesetz zu sprechen. Viele äußerten Zweifel."),
    "es": ("cp1252", "El presidente se reunió con la oposición en Málaga. Según él, mañana habrá más señales de ¿acuerdo?"),
    "en": ("cp1252", "The naïve plan – “a café economy” – cost £5m, the office of Željko Müller said. It’s the third such plan."),
    "pl": ("cp1250", "Prezydent spotkał się z premierem w Łodzi, żeby omówić nową ustawę. Część posłów zażądała głosowania."),
    "cs": ("cp1250", "Prezident se v úterý setkal s předsedou vlády, aby projednal nový zákon. Část poslanců je proti."),
    "pl-iso": ("iso8859-2", "Prezydent spotkał się z premierem w Łodzi, żeby omówić nową ustawę. Część posłów zażądała głosowania."),
    "tr": ("cp1254", "Cumhurbaşkanı İstanbul’da düzenlenen toplantıda yeni yasayı görüştü. Bir kısmı bunun kötü olduğunu düşünüyor."),
    "ru": ("cp1251", "Президент прибыл на саммит, где встретится с лидерами других стран. Переговоры продлятся два дня."),
    "ru-koi": ("koi8-r", "Президент прибыл на саммит, где встретится с лидерами других стран. Переговоры продлятся два дня."),
    "el": ("cp1253", "Ο πρωθυπουργός συναντήθηκε με τους ηγέτες των άλλων χωρών για να συζητήσουν το νέο νόμο."),
    "he": ("cp1255", "ראש הממשלה נפגש עם שרים בירושלים כדי לדון בחוק החדש, אמרו מקורות."),
    "ja": ("cp932", "大統領は火曜日、首相と会談し、新しい法律について話し合った。一部の議員は反対している。"),
    "zh": ("gb18030", "总统星期二与总理会晤，讨论了新的法律。一些议员认为这是一个坏主意。"),
    "ko": ("cp949", "대통령은 화요일에 총리와 만나 새로운 법률에 대해 논의했다. 일부 의원들은 반대하고 있다."),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_encoding_that_nobody_declares_is_found_by_its_letters(language: str) -> None:
    encoding, text = LANGUAGES[language]

    assert decode(text.encode(encoding), page=False) == (text, 0, "")


def test_utf_8_that_was_read_as_windows_1252_is_put_right_and_counted() -> None:
    garbled = "Itâ€™s a cafÃ©.\n"

    assert decode_bytes(garbled.encode(), page=False) == ("It’s a café.\n", 0, "", 2)
    assert decode_bytes("Â£5 “as is” É".encode(), page=False).text == "£5 “as is” É"


def test_a_nul_that_a_program_left_in_a_text_goes() -> None:
    assert decode(f"{TEXT * 10}\0{TEXT}".encode(), page=False) == (TEXT * 11, 0, "")
    assert decode(("text" * 20 + "\0" * 9).encode(), page=False)[0] is None
    assert decode(b"\xff\xd8\xff\xe0\0" + b"\xfe picture " * 99, page=False)[0] is None
