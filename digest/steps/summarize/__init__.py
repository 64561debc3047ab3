"""Merge the reports of an event into one summary, each sentence of it taken from an article and proven.

material    the sentences of all articles, and which of them stand alone (text.alone)
weigh       what each is worth: centroid, leads, headlines, position, support by other voices
choose      the set, within the budget
story       its order
weekday     which day "on Friday" was
cite        who else says so
proof       that every sentence is in the article that it cites
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.model import Article, ArticleId, Event, Settings, SummaryEdit, SummarySentence
from digest.steps.summarize.choose import choose_set, worth
from digest.steps.summarize.cite import citations_of
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
    material = weigh_all(lines)
    chosen = choose_set(material, settings.summary_words, preferred(lines, wish))
    values = {item.line: worth(item, material) for item in material.candidates if item.line in chosen}
    told = tell(chosen, [values.get(line, 0.0) for line in chosen])
    room = settings.summary_words - sum(line.size for line in told)
    sentences, dated = [], False
    for line in told:
        text, edits = line.text, line.edits
        if not dated and (edit := insertion(line)) and (needed := len(edit.text.split())) <= room:
            at = edit.start - (line.end - len(line.text))
            text, edits, room, dated = text[:at] + edit.text + text[at:], (*edits, edit), room - needed, True
        sentences.append(SummarySentence(text, citations_of(line, lines), edits))
    return tuple(sentences)


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
