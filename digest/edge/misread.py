"""Says what an editor got wrong in a YAML file that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Sequence


def explain(text: str, line: int, problem: str) -> tuple[int, str]:
    """Say in an editor's words what the parser found, and on which line (from 0): ``line`` and ``problem`` are the parser's.

    The usual reasons: a value that needs quotes, a quote or bracket that is not closed, a missing colon, uneven spaces.
    """
    lines = text.split("\n")
    shown = lines[line] if line < len(lines) else ""
    if "\t" in shown[: len(shown) - len(shown.lstrip())]:
        return line, "this line begins with a tab; use spaces"
    if shown.startswith("---"):
        return line, "a second line --- stands here, where the file would begin anew; take it out"
    for number, one in enumerate(lines[: line + 1]):
        if key := _unclosed(one):
            return number, f"the quote that {key} opens with is not closed"
    for number in (line, line - 1):
        entry = re.match(r"\s*(?:- )?([\w-]+): +(\S.*)$", lines[number]) if 0 <= number < len(lines) else None
        if not entry:
            continue
        key, value = entry.group(1), entry.group(2).rstrip()
        if value in {"[", "{"}:
            return number, f"the bracket that {key} opens with is never closed"
        colon = re.search(r":(?: |$)", value) and value[0] not in "\"'"
        if _is_balanced(value):
            continue
        if value[0] == "{" or value.endswith("]"):
            return number, f"the bracket that {key} opens with is not closed in the same way, or something in it needs quotes"
        if colon or value[0] in "@`%&*!|>[]}\"',#-?":
            quoted = '"' + value.strip("\"'").replace("\\", "\\\\").replace('"', '\\"') + '"'
            why = "a value with a colon in it" if colon else f"a value that begins with {value[0]}"
            return number, f"{why} must be put in quotes: {key}: {quoted}"
    if "mapping values" in problem or "expected ':'" in problem:
        for number in range(min(line, len(lines) - 1), max(-1, line - 4), -1):
            bare = re.fullmatch(r"(\w[\w-]*)(?: +([^:]+))?", lines[number].strip())
            if bare and number + 1 < len(lines):
                return number, f"a colon is missing: {bare[1]}:{f' {bare[2]}' if bare[2] else ''}"
    if line < len(lines) and _is_misplaced(lines, line):
        return line, "this line does not begin below the others of its entry; give all of them the same number of spaces"
    return (
        line,
        f"this cannot be read as YAML ({problem or 'it breaks off here'}); put values with : # or quotes in them in quotes",
    )


def _unclosed(line: str) -> str:
    """Give the key of a line whose value opens with a quote and does not close it; else nothing."""
    entry = re.match(r"\s*(?:- )?([\w-]+): +([\"'])(.*)$", line)
    return entry[1] if entry and entry[2] not in entry[3] else ""


def _is_balanced(value: str) -> bool:
    return value[0] in "[{" and all(value.count(one) == value.count(other) for one, other in ("[]", "{}"))


def _is_misplaced(lines: Sequence[str], line: int) -> bool:
    """Say whether a line is indented more than the value above it allows, or to where no line above begins."""
    levels: list[int] = []
    ended = False  # the line above has its value, so nothing can stand below it
    for number in range(line + 1):
        text = lines[number].split(" #")[0].rstrip()
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        here = len(text) - len(text.lstrip())
        if number == line and levels:
            return here not in levels if here <= levels[-1] else ended
        levels = [level for level in levels if level < here] + [here]
        item = re.match(r" *- +(?=\S+:)", text)
        levels += [item.end()] if item else []
        ended = not text.endswith((":", "|", ">", ",", "[", "{"))
    return False
