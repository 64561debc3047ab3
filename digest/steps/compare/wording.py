"""Days, names, denials and quotations that two reports of one thing have differently."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

from digest.steps.compare.aliases import one_name
from digest.steps.compare.lines import LONE_QUOTE, NOT, RETOLD, Line, likeness, overlap, plain
from digest.steps.compare.mentions import A_MONTH, Mention
from digest.steps.compare.told import Told, spoken
from digest.text.calendar import MONTHS, WEEKDAYS
from digest.text.words import TITLES, WORD, is_stop, stem

Place = tuple[int, int]
"""Where words stand in a sentence."""

FEWEST_SPOKEN, SPELLING = 3, 0.8
"""Words with a meaning of their own that a quotation must have, and how much two words may be alike in letters (0 to 1)."""

TRANSCRIBED = 0.5
"""How much two names may be alike in letters that are one name in two spellings ("Kiev", "Kyiv")."""

SMALL = frozenset(
    "a an the this that these those and but or of to in on at for is are was were be will would have had upon".split()
)
"""Words whose exchange is a matter of the ear."""

DENIED, DENIED_LEANING = 0.8, 0.85
"""The share (idf) that two sentences must have in common where one denies what the other says, and how much of their words in
one order (0 to 1) where one does not stand alone."""

RENAMED = 0.5
"""The share where only a name is another."""

FEWEST_DOINGS = 4
"""Words that are no names which two sentences have in common that are one but for their names."""

FAR_APART = 3
"""Days between two reports beyond which their weekdays are not compared: the date of one may be that of a later copy."""

TAKEN_UP = 0.3
"""A later report tells an earlier one's news again where it has this share of its opening's words that are no names (idf)."""

REVISES = re.compile(
    r"\b(?:still|no longer|instead|revised|corrected|narrowed|reversed|withdrew|withdrawn|despite)\b", re.IGNORECASE
)
"""Signs that it takes something from it."""

MEDIA = frozenset("News CNN AP AFP NBC CBS ABC BBC Reuters Times Post Journal Tribune Herald Twitter Facebook Fox TASS".split())
SPEAKS = frozenset("said says told tells wrote adds added tweeted according reports reported".split())


def days(one: Line, two: Line, told: Told) -> Iterator[tuple[str, Place, Place]]:
    """Give the days that two sentences which say the same have differently, and that the other report has nowhere."""
    ours, theirs = one.mentions, two.mentions
    if len(ours) != len(theirs) or not ours or len(ours) > 2:
        return
    for a, b in zip(ours, theirs, strict=True):
        if len(a.iso) != len(b.iso) or a.iso == b.iso or not _both_sure(one, two, a, b) or _past_and_ahead(one, two, a, b):
            continue
        if len(ours) == 1 and not _same_side(one, two, a, b):
            continue
        if (
            not any(m.iso == a.iso for m in theirs)
            and not any(m.iso == b.iso for m in ours)
            and not _names_day(told, two, a, b, one)
        ):
            yield "", (a.start, a.end), (b.start, b.end)


def _both_sure(one: Line, two: Line, a: Mention, b: Mention) -> bool:
    """Say whether both days are read, not reckoned from the day of a report that may be a later copy."""
    if one.article.day != two.article.day and all(m.iso == str(line.article.day) for line, m in ((one, a), (two, b))):
        return False  # each tells of its own day
    if a.whole and b.whole:
        return True
    if a.iso[5:] == b.iso[5:]:  # of one day in two years, a year was misread
        return False
    weekdays = [any(day in mention.said for day in WEEKDAYS) for mention in (a, b)]
    if not any(weekdays):
        return True
    if all(weekdays) and a.said == b.said:
        return False
    if any(weekdays) and not all(weekdays) and date.fromisoformat(a.iso).weekday() == date.fromisoformat(b.iso).weekday():
        return False
    first, second = one.article.day, two.article.day
    return first is not None and second is not None and abs((first - second).days) <= FAR_APART


def _past_and_ahead(one: Line, two: Line, a: Mention, b: Mention) -> bool:
    """Say whether one of two days far apart has gone when its report is written, and the other is to come."""
    if not one.article.day or not two.article.day or abs((_day(a.iso) - _day(b.iso)).days) <= A_MONTH:
        return False
    return (_day(a.iso) > one.article.day) != (_day(b.iso) > two.article.day)


def _day(iso: str) -> date:
    """Give a day, of a month its first."""
    return date.fromisoformat(iso if len(iso) > 7 else f"{iso}-01")


def _same_side(one: Line, two: Line, a: Mention, b: Mention) -> bool:
    """Say whether a word beside the one day stands beside the other too."""
    beside = []
    for line, mention in ((one, a), (two, b)):
        near = WORD.findall(line.text[: mention.start])[-4:] + WORD.findall(line.text[mention.end :])[:4]
        beside.append({stem(word) for word in near if not is_stop(word)})
    return bool(beside[0] & beside[1])


def _names_day(told: Told, two: Line, a: Mention, b: Mention, one: Line) -> bool:
    return likeness(one, two) < RETOLD and (told.day(two, a.iso) or told.day(one, b.iso))


def in_office(one: Line, two: Line, told: Told) -> Iterator[tuple[str, Place, Place]]:
    """Give two persons whom two sentences that say the same have in one office, neither named elsewhere by the other report."""
    offices = [role for line in (one, two) for role, _, _ in line.offices]
    for role, *a in one.offices:
        for other, *b in two.offices:
            if role != other or offices.count(role) != 2:
                continue
            rows = [plain(line.text[slice(*place)]) for line, place in ((one, a), (two, b))]
            last = [row[-1] for row in rows]
            if any(_spelt_otherwise([mine], [other], TRANSCRIBED) for mine in rows[0] for other in rows[1]):
                continue
            if not told.word(two, last[0]) and not told.word(one, last[1]):
                yield role, (a[0], a[1]), (b[0], b[1])


def nameless(one: Line, two: Line) -> bool:
    """Say whether two sentences are one but for their names."""
    return len(one.doings.keys() & two.doings.keys()) >= FEWEST_DOINGS and overlap(one.doings, two.doings) >= RETOLD


def renamed(one: Line, two: Line, told: Told) -> Iterator[tuple[str, Place, Place]]:
    """Give the one name in which two sentences differ that are otherwise in the same words around it."""
    if not one.names - two.names or not two.names - one.names:
        return
    ours, theirs = list(WORD.finditer(one.text)), list(WORD.finditer(two.text))
    rows = [[match.group().lower() for match in found] for found in (ours, theirs)]
    matched = SequenceMatcher(None, rows[0], rows[1], autojunk=False)
    changed = [op for op in matched.get_opcodes() if op[0] == "replace"]
    if matched.ratio() < RETOLD:
        return
    for _, i, j, k, m in changed:
        if i == 0 or k == 0 or max(j - i, m - k) > 3:
            continue
        left, right = [x.group() for x in ours[i:j]], [x.group() for x in theirs[k:m]]
        if not (_is_name(left) and _is_name(right)) or not _kept_around(rows[0], i, j) or rows[0][i - 1] in SPEAKS:
            continue
        if (j < len(rows[0]) and rows[0][j] in SPEAKS) or one.text[ours[i].start() - 1] == "(" or MEDIA & {*left, *right}:
            continue
        low = [[plain(word)[0].removesuffix("'s") for word in side] for side in (left, right)]
        if one.text[: ours[i].start()].rstrip()[-1:].isalnum() and ours[i - 1].group()[0].isupper():  # the end of a longer name
            continue
        if any(one_name(mine, other) for mine in low[0] for other in low[1]):
            continue
        if set(low[0]) & set(low[1]) or _initials(left, right) or _spelt_otherwise(low[0], low[1], TRANSCRIBED):
            continue
        elsewhere = any(told.word(two, word) for word in low[0]), any(told.word(one, word) for word in low[1])
        if all(elsewhere):
            continue
        yield "", (ours[i].start(), ours[j - 1].end()), (theirs[k].start(), theirs[m - 1].end())


def _is_name(found: Sequence[str]) -> bool:
    return all(
        word[0].isupper()
        and "." not in word
        and word not in MONTHS
        and word not in WEEKDAYS
        and not is_stop(word)
        and word.lower() not in TITLES
        for word in found
    )


def _kept_around(row: Sequence[str], i: int, j: int) -> bool:
    """Say whether a word of meaning stands on one side at least; the words next to a replaced run are the same in both."""
    return any(not is_stop(word) for word in (*row[max(0, i - 2) : i], *row[j : j + 2]))


def _initials(one: Sequence[str], two: Sequence[str]) -> bool:
    """Say whether one is short for the other: "IE" and "Internet Explorer"."""
    short, long = sorted(("".join(one), "".join(two)), key=len)
    letters = [word[0] for word in (one if len("".join(one)) >= len("".join(two)) else two)]
    short, long = short.replace(".", "").lower(), long.lower()
    rest = iter(long)
    within = short[:1] == long[:1] and all(letter in rest for letter in short)  # "Lt" and "Lieutenant"
    return short == "".join(letters).lower() or within


def denied(one: Line, two: Line) -> Iterator[tuple[str, Place, Place]]:
    """Give the words in which one of two sentences denies what the other says, which are otherwise nearly the same."""
    if abs(one.denials - two.denials) != 1 or abs(len(one.words) - len(two.words)) > 3:
        return
    shared = overlap(
        {word: value for word, value in one.vector.items() if word not in DENIES},
        {word: value for word, value in two.vector.items() if word not in DENIES},
    )
    if shared < DENIED or one.figures != two.figures or bool(one.plain & REFUTES) != bool(two.plain & REFUTES):
        return
    rows = [[word.lower() for word in line.words] for line in (one, two)]
    stand = one.cuts is not None and two.cuts is not None
    if not stand and SequenceMatcher(None, rows[0], rows[1], autojunk=False).ratio() < DENIED_LEANING:
        return
    which, other = (one, two) if one.denials > two.denials else (two, one)
    match = [found for found in NOT.finditer(which.text) if not _denies_too(found, which, other)]
    if len(match) != 1 or any(start <= match[0].start() < end for start, end in which.quoted):
        return
    place, beside = _clause_around(which.text, match[0].span()), _verb_after(which.text, match[0].end())
    found = re.search(rf"\b{re.escape(beside)}", other.text) if beside else None
    if found is None:
        return
    theirs = _clause_around(other.text, found.span())
    yield "with and without “not”", *((place, theirs) if which is one else (theirs, place))


def _denies_too(found: re.Match[str], which: Line, other: Line) -> bool:
    """Say whether the other sentence has the same denial before the same word."""
    beside = _verb_after(which.text, found.end())
    return any(_verb_after(other.text, denial.end()) == beside for denial in NOT.finditer(other.text))


REFUTES = frozenset("reject rejects rejected dispute disputes disputed dismissed rebuffed refuted declined".split())
"""Words that deny as well, of what is said after them."""

DENIES = frozenset(stem(word) for word in "deny denies denied refuse refuses refused never nobody none without".split())


def _verb_after(text: str, at: int) -> str:
    """Give the first letters of the first word of meaning after a denial, so that "pay" is found in "pays"."""
    found = next((word for word in WORD.findall(text[at:]) if not is_stop(word)), "")
    return found[: max(3, len(found) - 3)]


def _clause_around(text: str, place: Place) -> Place:
    """Give two words before and three after, as far as they are there."""
    before = list(WORD.finditer(text[: place[0]]))[-2:]
    after = list(WORD.finditer(text, place[1]))[: 3 if place[1] - place[0] < 8 else 1]
    return (before[0].start() if before else place[0]), (after[-1].end() if after else place[1])


def wordings(one: Line, two: Line, told: Told) -> Iterator[tuple[str, Place, Place]]:
    """Give quotations that are one but for a word or two that matter, neither of which the other report has as well."""
    if not one.long_quotes or not two.long_quotes:
        return
    for a in one.quoted:
        for b in two.quoted:
            said = one.text[slice(*a)], two.text[slice(*b)]
            left, right = spoken(said[0]), spoken(said[1])
            if min(len(left), len(right)) < LONE_QUOTE or abs(len(left) - len(right)) > 1 or "[" in said[0] + said[1]:
                continue
            if len(set(left) & set(right)) < min(len(left), len(right)) - 2 - len(left) // 10:
                continue
            changed = [op for op in SequenceMatcher(None, left, right, autojunk=False).get_opcodes() if op[0] != "equal"]
            if len(changed) != 1 or changed[0][0] != "replace":
                continue
            words = left[changed[0][1] : changed[0][2]], right[changed[0][3] : changed[0][4]]
            if max(map(len, words)) > 2 or _initials(*words):
                continue
            if _spelt_otherwise(*words) or sum(not is_stop(word) for word in left) < _fewest(*words):
                continue
            if not told.quote(two, left) and not told.quote(one, right):
                yield "the same words, quoted in two ways", a, b


def _fewest(one: Sequence[str], two: Sequence[str]) -> int:
    """Give how many words with a meaning of their own a quotation must have: more where such a word was exchanged."""
    return FEWEST_SPOKEN if all(is_stop(word) for word in (*one, *two)) else FEWEST_SPOKEN + 2


def _spelt_otherwise(one: Sequence[str], two: Sequence[str], limit: float = SPELLING) -> bool:
    """Say whether two words are one in two spellings, inflections or lengths, or so small that one is heard for the other."""
    if SMALL.issuperset((*one, *two)) or [stem(word) for word in one] == [stem(word) for word in two]:
        return True
    a, b = "".join(one), "".join(two)
    return a.startswith(b) or b.startswith(a) or SequenceMatcher(None, a, b, autojunk=False).ratio() > limit


def revised(one: Line, two: Line) -> Iterator[tuple[str, Place, Place]]:
    """Give the openings of two reports of one outlet of which the later tells the earlier's news again and takes from it."""
    if one.place or two.place:
        return
    first, later = sorted((one, two), key=lambda line: (line.article.own_day is None, line.article.own_day, line.rank))
    a, b = first.article, later.article
    if not a.outlet or a.outlet != b.outlet or not a.own_day or not b.own_day or a.own_day == b.own_day or one.text == two.text:
        return
    clauses = [line.text.split(",")[0] for line in (first, later)]
    told = sum(value for stem, value in first.doings.items() if stem in later.doings)
    if REVISES.search(clauses[1]) and told >= TAKEN_UP * sum(first.doings.values()):
        places = (0, len(clauses[0])), (0, len(clauses[1]))
        yield "", *(places if first is one else places[::-1])
