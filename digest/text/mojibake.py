"""Puts right UTF-8 that was read as Windows-1252: "â€™" was an apostrophe, "Ã©" an e with an accent."""

from __future__ import annotations

import re

_CHARACTERS = {
    bytes([code]).decode("cp1252") if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(code): code
    for code in range(0x80, 0x100)
} | {chr(code): code for code in range(0x80, 0xA0)}
"""What a byte above 127 became: its Windows-1252 character, or the control character of its number."""


def _class(first: int, last: int) -> str:
    return "[" + "".join(re.escape(character) for character, code in _CHARACTERS.items() if first <= code <= last) + "]"


_NEXT = _class(0x80, 0xBF)
_SEQUENCE = f"(?:{_class(0xC2, 0xDF)}{_NEXT}|{_class(0xE0, 0xEF)}{_NEXT}{{2}}|{_class(0xF0, 0xF4)}{_NEXT}{{3}})"
_ONE, _RUN = re.compile(_SEQUENCE), re.compile(f"{_SEQUENCE}+")
_CUT = re.compile("â€(?![\u0080-\uffff])")
"""A closing quotation mark whose last byte has no character in Windows-1252 and was dropped."""

_ALSO_TEXT = frozenset(" \u00a0“”‘’«»‹›‚„…–—€™°º•")
"""Second characters that may rightly stand behind a letter such as Ã: "IRMÃ”", "Â»"."""

_NOTHING_ELSE = ("â€", "â‚¬", "â„¢", "ðŸ")
"""How quotation marks and dashes, the euro, the trade mark and pictographs begin."""

_TIMES = 3
"""Text is garbled once, seldom twice."""


def repair(text: str) -> tuple[str, int]:
    """Give the text with garbled sequences put right, and the number of places.

    A sequence counts as garbled where it cannot be anything else: a letter with an accent and then signs that stand in no word
    ("Ã©", "â€™"), and what adjoins it. Where a text has one of these, its doubtful ones ("Ã" and a quotation mark) are taken for
    garbled as well, unless it also holds a letter with an accent by itself: then somebody wrote it as it stands.
    """
    total = 0
    for _ in range(_TIMES):
        text, count = _once(text)
        if not count:
            break
        total = total or count
    return text, total


def _once(text: str) -> tuple[str, int]:
    runs = [match.group() for match in _RUN.finditer(text) if _read(match.group())]
    if not any(_is_certain(run) for run in runs):
        return text, 0
    all_of_them = not re.search("[À-ô](?!€)", _RUN.sub("", text))
    count = 0

    def right(match: re.Match[str]) -> str:
        nonlocal count
        meant = _read(match.group())
        if not meant or not (all_of_them or _is_certain(match.group())):
            return match.group()
        count += 1
        return meant

    text = _RUN.sub(right, text)
    return (_CUT.sub("”", text), count + len(_CUT.findall(text))) if all_of_them else (text, count)


def _is_certain(run: str) -> bool:
    return any(
        one.startswith(_NOTHING_ELSE) or ((len(one) > 2 or one[0] in "ÃÂÅÄÐÑÎÏ") and not any(map(_may_be_text, one[1:])))
        for one in _ONE.findall(run)
    )


def _may_be_text(character: str) -> bool:
    return character in _ALSO_TEXT or (character.isalpha() and character not in "ªµƒ")


def _read(run: str) -> str:
    """Give the characters that the bytes of a run are in UTF-8, or an empty string."""
    try:
        return bytes(_CHARACTERS[character] for character in run).decode("utf-8")
    except UnicodeDecodeError:
        return ""
