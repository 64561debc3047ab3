"""Which sentences of other articles are laid beside a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from digest.steps.compare.lines import NEAR, RUN, Line, likeness


def neighbours(lines: Sequence[Line]) -> Mapping[Line, list[Line]]:
    """Give for each sentence those of other articles that may say the same: they share ``NEAR`` of their words, or both quote.

    An index, so that a hundred articles need not be laid side by side sentence by sentence: of each sentence only the words
    that are rarest in the event are looked up, until the rest weighs less than ``NEAR`` of it (prefix filtering: Bayardo, Ma and
    Srikant 2007, "Scaling up all pairs similarity search"), so nothing is missed. Quotations meet by three words in a row.
    """
    spread = Counter(stem for line in lines for stem in line.vector)
    using: dict[str, list[int]] = {}
    quoting: dict[tuple[str, ...], list[int]] = {}
    for number, line in enumerate(lines):
        left = line.weight
        for one in sorted(line.vector, key=lambda stem: (spread[stem], stem)):
            if left < NEAR * line.weight:
                break
            left -= line.vector[one]
            using.setdefault(one, []).append(number)
        for quote in line.quotes:
            for at in range(len(quote) - RUN + 1):
                quoting.setdefault(quote[at : at + RUN], []).append(number)
    found: dict[int, set[int]] = {number: set() for number in range(len(lines))}
    for numbers in (*using.values(), *quoting.values()):
        for number in numbers if len(numbers) > 1 else ():
            found[number].update(numbers)
    close: dict[Line, list[Line]] = {line: [] for line in lines}
    for number, line in enumerate(lines):
        for at in sorted(found[number]):
            other = lines[at]
            if at <= number or other.rank == line.rank:
                continue
            share = likeness(line, other)
            if share >= NEAR or (line.long_quotes and other.long_quotes):
                line.likely[other] = other.likely[line] = share
                close[line].append(other)
                close[other].append(line)
    return close
