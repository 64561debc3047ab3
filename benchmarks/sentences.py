"""Compares our sentence boundaries with those of four libraries, on the labelled cases of ``tests/cases``.

``python -m benchmarks.sentences`` prints a table: cases that are right as a whole, and boundaries found (F1). The libraries are
needed for this alone: ``pip install pysbd syntok segtok sentencex``.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from digest.text.sentences import split_sentences

CASES = Path(__file__).parents[1] / "tests" / "cases"
Splitter = Callable[[str, str], list[str]]


def ours(text: str, language: str) -> list[str]:
    """Split with this program."""
    return [text[start:end] for start, end in split_sentences(text, language)]


def sentencex(text: str, language: str) -> list[str]:
    """Split with sentencex alone."""
    import sentencex

    return list(sentencex.segment(language, text))


def pysbd(text: str, language: str) -> list[str]:
    """Split with pysbd; its English rules for a language that it does not know."""
    import pysbd

    known = language if language in pysbd.languages.LANGUAGE_CODES else "en"
    return [str(part) for part in pysbd.Segmenter(language=known, clean=False).segment(text)]


def syntok(text: str, language: str) -> list[str]:  # noqa: ARG001 -- it finds English, Spanish and German by itself
    """Split with syntok."""
    from syntok import segmenter

    return [
        "".join(token.spacing + token.value for token in sentence)
        for paragraph in segmenter.analyze(text)
        for sentence in paragraph
    ]


def segtok(text: str, language: str) -> list[str]:  # noqa: ARG001 -- it has one set of rules
    """Split with segtok."""
    from segtok.segmenter import split_multi

    return list(split_multi(text))


def cases(name: str) -> list[tuple[str, str]]:
    """Give (language, labelled text) of a file of cases."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [(match[1], match[2]) for line in lines if (match := re.match(r"- (\w\w): (.+)", line))]


def places(parts: list[str]) -> set[int]:
    """Give where sentences end, counted in characters that are not white space; the end of the text is not counted."""
    ends, position = set(), 0
    for part in parts:
        position += len(re.sub(r"\s", "", part))
        ends.add(position)
    return ends - {position}


def score(splitter: Splitter, name: str) -> tuple[int, float, list[str]]:
    """Give the number of whole cases that are right, the F1 of the boundaries, and the cases that are wrong."""
    right = hits = found_all = wanted_all = 0
    wrong = []
    for language, case in cases(name):
        text = case.replace(" ‖ ", " ").replace("‖", "")
        wanted = places(case.split("‖"))
        found = places(splitter(text, language))
        right += wanted == found
        wrong += [] if wanted == found else [f"{language}: {case}"]
        hits, found_all, wanted_all = hits + len(wanted & found), found_all + len(found), wanted_all + len(wanted)
    return right, 2 * hits / max(1, found_all + wanted_all), wrong


def main() -> None:
    """Print the table; with ``-v`` also the cases that ours gets wrong."""
    warnings.simplefilter("ignore")
    for name in ("sentences.md", "sentences-second.md", "sentences-third.md"):
        number = len(cases(name))
        sys.stdout.write(f"{name}: {number} cases\n")
        for splitter in (ours, sentencex, pysbd, syntok, segtok):
            label = splitter.__name__
            shown = label if label == "ours" else f"{label} {version(label)}"
            try:
                right, f1, wrong = score(splitter, name)
            except ImportError:
                sys.stdout.write(f"  {label:<18} not installed\n")
                continue
            sys.stdout.write(f"  {shown:<18} {right:>3} right  {right / number:.3f}  boundaries F1 {f1:.3f}\n")
            if label == "ours" and "-v" in sys.argv:
                sys.stdout.writelines(f"      {line}\n" for line in wrong)


if __name__ == "__main__":
    main()
