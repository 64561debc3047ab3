"""Make the background tables ``digest/text/data/frequency-*.txt`` from the word frequencies of the package wordfreq.

    pip install wordfreq==3.1.1 && python -m benchmarks.make_frequencies

Each table lists Snowball stems by Zipf value (log10 of occurrences in a billion words, rounded to .1), most frequent first.
The frequencies of all forms of a stem are added up.
"""

from __future__ import annotations

import math
from collections import defaultdict
from pathlib import Path

from wordfreq import iter_wordlist, zipf_frequency  # not a dependency: needed here alone

from digest.text.words import LANGUAGES, stem

DATA = Path(__file__).parent.parent / "digest" / "text" / "data"
WORDS = {"en": 60_000}  # the other languages: 25,000
LEAST = 2.0  # below this every stem is "rare" alike: an unlisted one is taken to have a Zipf value of 1.5


def main() -> None:
    """Write one table a language."""
    for language in sorted(LANGUAGES):
        totals: dict[str, float] = defaultdict(float)
        for rank, word in enumerate(iter_wordlist(language)):
            if rank >= WORDS.get(language, 25_000):
                break
            if word.isalpha():
                totals[stem(word, language)] += 10 ** zipf_frequency(word, language)
        by_zipf: dict[float, list[str]] = defaultdict(list)
        for key, total in totals.items():
            zipf = round(math.log10(total), 1)
            if zipf >= LEAST:
                by_zipf[zipf].append(key)
        lines = [f"{zipf} {' '.join(sorted(by_zipf[zipf]))}\n" for zipf in sorted(by_zipf, reverse=True)]
        (DATA / f"frequency-{language}.txt").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
