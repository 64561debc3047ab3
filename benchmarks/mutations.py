"""Says what is recovered from mutated articles: ``python -m benchmarks.mutations [COUNT [SEED]]`` (``-v`` shows misses).

Beside ours, on the saved pages among them: trafilatura and newspaper4k, asked for title, date, authors and the body.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence

from benchmarks.gold import Reader, newspaper, trafilatura
from tests.mutations import Mutant, mutants, recovered, summary

ASKED = ("title", "date", "authors", "body")


def baseline(reader: Reader, pages: Sequence[Mutant]) -> dict[str, float]:
    """Give field: share of the pages from which a library recovers it; of the body, the mean F1 of its words."""
    score = dict.fromkeys(ASKED, 0.0)
    for page in pages:
        found = reader(page.text)
        for field in ASKED:
            wanted = page.expected.get(field, ())
            if field == "body":
                whole = " ".join((*wanted, *page.expected.get("headings", ())))
                score[field] += overlap(re.findall(r"\w+", found["body"]), re.findall(r"\w+", whole))
            else:
                score[field] += found[field] == "; ".join(wanted)
    return {field: total / len(pages) for field, total in score.items()}


def overlap(found: list[str], wanted: list[str]) -> float:
    """Give the F1 of two bags of words."""
    return 2 * sum((Counter(found) & Counter(wanted)).values()) / max(1, len(found) + len(wanted))


def main() -> None:
    """Print the tables."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    count, seed = (numbers + [2400, 1][len(numbers) :])[:2]
    fields, kinds, wrong = summary(count, seed)
    say = sys.stdout.write
    say(f"{count} files (seed {seed}); right as a whole: {1 - len(wrong) / count:.4f}\n\nfield, share recovered exactly\n")
    say("".join(f"  {name:<12}{share:.4f}\n" for name, share in fields.items()))
    say("\nmutation, files that have it, share of them that is right as a whole\n")
    say("".join(f"  {name:<26}{number:>5}  {share:.4f}\n" for name, (number, share) in kinds.items()))
    pages = [mutant for mutant in mutants(count, seed) if mutant.name.endswith(".html")]
    results = [recovered(page) for page in pages]
    ours = {field: sum(result[field] for result in results) / len(pages) for field in ASKED}
    say(f"\nsaved pages among them: {len(pages)}\n")
    say("  ours         " + "  ".join(f"{field} {share:.3f}" for field, share in ours.items()) + "\n")
    for name, reader in (("trafilatura", trafilatura), ("newspaper4k", newspaper)):
        try:
            shares = baseline(reader, pages)
        except ImportError:
            say(f"  {name} is not installed\n")
            continue
        say(f"  {name:<13}" + "  ".join(f"{field} {share:.3f}" for field, share in shares.items()) + "\n")
    if "-v" in sys.argv:
        for mutant, missed in wrong[:40]:
            say(f"--- {mutant.name} {missed} {mutant.done}\n{mutant.text}\n=== {mutant.expected}\n")


if __name__ == "__main__":
    main()
