"""What an article states that two reports of one event share and reports of look-alike events do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from digest.steps.events.magnitudes import magnitudes_of
from digest.steps.events.packed import Hashes
from digest.text.dates import MONTHS, WEEKDAYS, day_of_weekday, named_weekday
from digest.text.frequency import idf
from digest.text.words import content_stems, is_stop, stem, words

LEAD_WORDS = 150
"""Of the title and the body together: where a report says what happened, to whom and when."""

OPENING_WORDS = 40
"""Of the body, after the title: one or two sentences, what the report is about."""

_ONES = "zero one two three four five six seven eight nine ten eleven twelve"
_SPELT = {word: str(number) for number, word in enumerate(_ONES.split())}
_AGE = re.compile(
    rf"\b(\d{{1,3}}|{'|'.join(_SPELT)})[- –]years?[- –]old|(?<=[a-z]), (\d{{1,2}}),|\baged? (\d{{1,2}})\b"
    r"|\b(?:m[ae]n|wom[ae]n|boy|girl|youth|teenager|student|pensioner) of (\d{1,2})\b",
    re.IGNORECASE,
)
"""English alone: "a 23-year-old", "Petra Lind, 54, said", "aged 7", "a man of 67"."""

_MONTHS = "|".join(sorted((month for month in MONTHS if len(month) >= 3), key=lambda month: (-len(month), month)))
_DATE = re.compile(
    rf"\b({_MONTHS})\.? (\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)|\b(\d{{1,2}})(?:st|nd|rd|th|\.)? (?:de |of )?({_MONTHS})\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_QUOTE = re.compile(r"[“\"]([^”\"“]{15,400})[”\"]")

RUN = 5
"""Words of a run of wording that is compared."""

SAMPLED = 4
"""One run in so many is kept, chosen by its hash: enough to see that text is shared, at a quarter of the memory."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The statements of one article, each ready to be compared."""

    length: int
    """Words."""
    ages: frozenset[str]
    dates: frozenset[tuple[int, int]]
    """Month and day, wherever they stand."""
    first_date: tuple[int, int] | None
    """The first of them in the lead."""
    years: frozenset[str]
    numbers: frozenset[str]
    """Figures of two characters or more that are no age, date or year."""
    weekday: str
    """The first day of the week in the lead, lower case, or empty."""
    act_day: date | None
    """The day that the lead speaks of, where the article has a day of its own to reckon from."""
    names: Mapping[str, float]
    """Last word of a name, as a stem: how rare it is."""
    full_names: Mapping[str, float]
    """Name of two words or more, as stems: how rare its words are, added up."""
    lead_names: frozenset[str]
    lead_full_names: frozenset[str]
    lead_pairs: Hashes
    """Every two words that follow one another in the lead, stop words left out."""
    act_days: frozenset[date]
    """All days that the lead names, by date or as the weekday last past; none where the article has no day of its own."""
    weekdays: frozenset[int]
    """All days of the week in the lead, 0 is Monday."""
    months: frozenset[int]
    """All months that the lead names."""
    lead_years: frozenset[str]
    lead_numbers: frozenset[str]
    """Figures of two characters or more in the lead, ages among them; no dates, no years."""
    figures: frozenset[str]
    """The same of the whole text."""
    measures: Mapping[str, frozenset[str]]
    """Stem of a word that stands beside a figure: the figures, those from one to twelve as well."""
    magnitudes: frozenset[int]
    """Sizes of earthquakes in the lead, in tenths."""
    opening: frozenset[str]
    """Stems of the title and the first ``OPENING_WORDS`` words."""
    subject: str
    """The name that the title or the lead gives first, its last word as a stem, or empty."""
    quotes: Hashes
    """Four-word runs of quoted speech."""
    runs: Hashes
    """Some of the five-word runs."""


def facts_of(
    blocks: Sequence[str], names: Sequence[str], lead_names: Sequence[str], own_day: date | None, language: str
) -> Facts:
    """Read the facts off an article: its blocks with the title first, the names in them and those in its lead."""
    text = "\n".join(blocks)
    lead = " ".join(text.split()[:LEAD_WORDS])
    dates = _dates(text)
    plain = _DATE.sub(" ", text)
    years = frozenset(_YEAR.findall(plain))
    numbers = (number.replace(",", "") for number in _NUMBER.findall(_AGE.sub(" ", _YEAR.sub(" ", plain))))
    low = [word.lower() for word in words(text)]
    first_date = next(iter(_dates(lead)), None)
    full = {" ".join(stem(word, language) for word in name.split()) for name in names if " " in name}
    return Facts(
        length=len(low),
        ages=frozenset(_SPELT.get(age.lower(), age) for match in _AGE.finditer(text) for age in match.groups() if age),
        dates=frozenset(dates),
        first_date=first_date,
        years=years,
        numbers=frozenset(number for number in numbers if len(number) > 1),
        weekday=named_weekday(lead).lower(),
        weekdays=frozenset(WEEKDAYS[match.group().lower()] for match in _WEEKDAY.finditer(lead)),
        months=frozenset(  # "May" may be a verb or a name
            MONTHS[word.lower()] for word in words(lead) if len(word) > 3 and word[0].isupper() and word.lower() in MONTHS
        ),
        lead_years=frozenset(_YEAR.findall(_DATE.sub(" ", lead))),
        lead_numbers=_figures(lead),
        figures=_figures(text),
        measures=_measures(text, language),
        magnitudes=magnitudes_of(lead),
        opening=frozenset(content_stems(" ".join([blocks[0], *" ".join(blocks[1:]).split()[:OPENING_WORDS]]), language)),
        subject=_last(lead_names[0], language) if lead_names else "",
        act_day=_act_day(lead, first_date, own_day),
        names={last: idf(last, language) for last in sorted({_last(name, language) for name in names})},
        full_names={name: sum(idf(word, language) for word in name.split()) for name in sorted(full)},
        lead_names=frozenset(_last(name, language) for name in lead_names),
        lead_full_names=frozenset(" ".join(stem(word, language) for word in name.split()) for name in lead_names if " " in name),
        lead_pairs=Hashes(_runs(content_stems(lead, language), 2)),
        act_days=_act_days(lead, own_day),
        quotes=Hashes(run for match in _QUOTE.finditer(text) for run in _runs([word.lower() for word in words(match[1])], 4)),
        runs=Hashes(_runs(low, RUN), SAMPLED),
    )


def _figures(text: str) -> frozenset[str]:
    found = (number.replace(",", "") for number in _NUMBER.findall(_YEAR.sub(" ", _DATE.sub(" ", text))))
    return frozenset(number for number in found if len(number) > 1)


def _measures(text: str, language: str) -> Mapping[str, frozenset[str]]:
    """Give what stands beside each word that counts or measures something: "magnitude 6.1", "412 new cases"."""
    found: dict[str, set[str]] = {}
    low = [word.lower() for word in words(text)]
    for at, word in enumerate(low):
        figure = _SPELT.get(word, word).replace(",", "")
        if figure[0].isdigit() and not _YEAR.fullmatch(figure):
            for beside in (*low[max(0, at - 1) : at], *low[at + 1 : at + 3]):
                if beside.isalpha() and len(beside) > 2 and beside not in _SPELT and not is_stop(beside, language):
                    found.setdefault(stem(beside, language), set()).add(figure)
    return {unit: frozenset(figures) for unit, figures in sorted(found.items())}


def _dates(text: str) -> list[tuple[int, int]]:
    found = [(MONTHS[(m[1] or m[4]).lower()], int(m[2] or m[3])) for m in _DATE.finditer(text)]
    return [(month, day) for month, day in found if 1 <= day <= 31]


def _act_day(lead: str, first: tuple[int, int] | None, own_day: date | None) -> date | None:
    """Give the weekday of the lead, counted back from the article's own day; else the first date of the lead."""
    if own_day is None:
        return None
    if first is None or named_weekday(lead):
        return day_of_weekday(lead, own_day)
    return _last_time(first, own_day)


def _act_days(lead: str, own_day: date | None) -> frozenset[date]:
    if own_day is None:
        return frozenset()
    weekdays = {WEEKDAYS[match.group().lower()] for match in _WEEKDAY.finditer(lead)}
    dates = {act for day in _dates(lead) if (act := _last_time(day, own_day))}
    return frozenset(dates | {own_day - timedelta(days=(own_day.weekday() - weekday) % 7) for weekday in weekdays})


def _last_time(day: tuple[int, int], own_day: date) -> date | None:
    """Give the last time (until tomorrow, for other time zones) that it was this month and day; None for 30 February."""
    try:
        act = date(own_day.year, *day)
        return act if act <= own_day + timedelta(days=1) else date(own_day.year - 1, *day)
    except ValueError:
        return None


def _last(name: str, language: str) -> str:
    return stem(name.split()[-1], language)


def _runs(low: Sequence[str], size: int) -> Iterable[str]:
    return map(" ".join, zip(*(low[i:] for i in range(size)), strict=False))
