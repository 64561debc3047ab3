"""Compares how well languages are recognised, ours and py3langid's: ``python -m benchmarks.languages [WORDS ...]``.

Every stretch of so many words of ``languages.md``, ``clean-articles.md`` and the sentence lists is asked for by itself.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

from digest.text.languages import recognise

CASES = Path(__file__).parents[1] / "tests" / "cases"
SIX = ("en", "es", "fr", "de", "pt", "it")


def ours(text: str) -> str:
    """Recognise with this program; "en?" where it only assumes."""
    language, how = recognise(text)
    return language if how else f"{language}?"


def py3langid(text: str) -> str:
    """Recognise with py3langid."""
    import py3langid

    return str(py3langid.classify(text)[0])


def pieces(size: int) -> Iterator[tuple[str, str]]:
    """Yield (language, stretch of ``size`` words)."""
    texts: dict[str, list[str]] = {}
    for section in (CASES / "languages.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        head, *rest = section.split("\n")
        texts.setdefault(head.strip(), []).extend(rest)
    for section in (CASES / "clean-articles.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        head, *rest = section.split("\n")
        texts.setdefault(head[:2], []).extend(line for line in rest if not re.match(r"[?'=] ", line))
    for name in ("sentences.md", "sentences-second.md"):
        for line in (CASES / name).read_text(encoding="utf-8").splitlines():
            if match := re.match(r"- (\w\w): (.+)", line):
                texts.setdefault(match[1], []).append(match[2].replace("‖", ""))
    for language, lines in texts.items():
        words = " ".join(lines).split()
        step = max(1, size // 5)
        for start in range(0, max(1, len(words) - size + 1), step):
            yield language, " ".join(words[start : start + size])


def table(recogniser: Callable[[str], str], size: int) -> tuple[int, int, int, int, list[str]]:
    """Give right and all of the six languages, right and all of the others, and the mistakes."""
    counts = [0, 0, 0, 0]
    wrong = []
    for language, text in pieces(size):
        found = recogniser(text)
        part = 0 if language in SIX else 2
        counts[part] += found == language
        counts[part + 1] += 1
        if found != language:
            wrong.append(f"{language} taken for {found}: {text[:80]}")
    return counts[0], counts[1], counts[2], counts[3], wrong


def main() -> None:
    """Print the table; with ``-v`` our mistakes."""
    for size in [int(word) for word in sys.argv[1:] if word.isdigit()] or [100, 50, 25, 12]:
        for recogniser in (ours, py3langid):
            label = recogniser.__name__
            shown = label if label == "ours" else f"{label} {version(label)}"
            right, number, others, other_number, wrong = table(recogniser, size)
            sys.stdout.write(
                f"{size:>4} words  {shown:<17} six languages {right}/{number} {right / number:.4f}"
                f"   others {others}/{other_number} {others / other_number:.4f}\n"
            )
            if label == "ours" and "-v" in sys.argv:
                sys.stdout.writelines(f"    {line}\n" for line in wrong[:20])


if __name__ == "__main__":
    main()
