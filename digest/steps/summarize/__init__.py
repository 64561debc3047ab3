"""Merge the reports of an event into one summary, each sentence of it taken from an article and proven.

above       what stands above the lead of a report and is none
material    the sentences of all articles, and which of them stand alone (text.alone)
expect      which words a person would use who sums the event up
report      which of them report: no comment beside reports, no caption, no speech without its marks
doubt       which of them look like comment, or colour and announce instead of telling
point       what a sentence takes for granted
behind      what stands well behind its neighbour alone
lean        whether that is said before it
hold        how firmly it holds to what is told beside it
people      first names for last names that stand alone
weigh       what each sentence has of them, and of the headlines
acts        verbs of one act
again       which of them say the same
choose      the set, within the budget
story       its order
weekday     which day "on Friday" or "yesterday" was
cite        who else says so
proof       that every sentence is in the article that it cites
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.model import Article, ArticleId, Edit, Event, Settings, SummaryEdit, SummarySentence
from digest.steps.summarize.choose import choose_set
from digest.steps.summarize.cite import citations_of
from digest.steps.summarize.expect import shipped
from digest.steps.summarize.lean import Leaning
from digest.steps.summarize.material import Line, gather, quoted, same_text, unmet
from digest.steps.summarize.proof import prove
from digest.steps.summarize.story import tell
from digest.steps.summarize.weekday import insertion
from digest.steps.summarize.weigh import weigh_all

__all__ = ["prove", "summarize", "unmet"]


def summarize(
    event: Event,
    voices: Sequence[Sequence[ArticleId]],
    articles: Mapping[ArticleId, Article],
    settings: Settings,
    wish: SummaryEdit,
) -> tuple[SummarySentence, ...]:
    """Give the summary of an event: whole sentences of its articles, in reading order, never over ``settings.summary_words``.

    ``voices`` are the independent reports: articles in one of them count once. Sentences that ``wish`` prefers are in as far
    as the budget goes, also where they would not have been chosen or do not stand alone; those it drops never are.
    Empty where no sentence stands alone within the budget.
    """
    lines = gather(event, voices, articles, wish)
    weights, budget = shipped(), settings.summary_words
    leaning = Leaning(lines)
    told = tell(choose_set(weigh_all(lines, weights, budget), budget, preferred(lines, wish), weights, leaning), leaning)
    room = budget - sum(line.size for line in told)
    inserted: dict[Line, list[Edit]] = {line: [] for line in told}
    for number, line in enumerate(told):
        names = [leaning.people.insertion(line, name) for name in leaning.strangers(line, told[:number])]
        for edit in names:
            if edit and (needed := len(edit.text.split())) <= room:
                inserted[line].append(edit)
                room -= needed
    dated: set[str] = set()  # each day once
    for line in told:
        if (edit := insertion(line, lines)) and edit.text not in dated and len(edit.text.split()) <= room:
            inserted[line].append(edit)
            dated.add(edit.text)
            room -= len(edit.text.split())
    sentences = []
    for line in told:
        edits = tuple(sorted((*line.edits, *inserted[line]), key=lambda one: (one.start, one.end)))
        text = edited(line.article.text, line.start, line.end, edits)
        sentences.append(SummarySentence(text, citations_of(line, lines), edits))
    return tuple(sentences)


def edited(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """Give a stretch of a text with its edits made."""
    made = []
    for edit in edits:
        made += [text[start : edit.start], edit.text]
        start = edit.end
    return "".join([*made, text[start:end]])


def preferred(lines: Sequence[Line], wish: SummaryEdit) -> list[Line]:
    """Give the sentences that the editor asked for, in the order asked, each once."""
    found: dict[str, Line] = {}
    for asked in wish.prefer:
        forms = quoted(asked)
        matching = [line for line in lines if any(same_text(line.bare, form) for form in forms)]
        exact = [line for line in matching if line.bare in forms]
        for line in exact[:1] or matching:
            found.setdefault(line.bare, line)
    return list(found.values())
