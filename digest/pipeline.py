"""The whole digest as one pure function: the table of contents of this program.

    Source -> Raw -> Article -> Events -> Keywords -> Summaries, Comparisons, Topics -> Edition

What is read and written, and where, is ``build``'s business.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from digest.errors import Fault, ProofError, ReaderError
from digest.model import (
    Article,
    ArticleId,
    Content,
    Edition,
    Edits,
    Event,
    EventReport,
    File,
    Keyword,
    Memo,
    Outlet,
    OutletId,
    Page,
    Passage,
    SummaryEdit,
    SummarySentence,
    TopicId,
)
from digest.readers import read
from digest.steps.compare import compare
from digest.steps.edits import check_edits, check_names, find_stale, follow_moves
from digest.steps.events import group_events
from digest.steps.explain import explain
from digest.steps.exports import export
from digest.steps.failed import failed_files, faulty_files
from digest.steps.feeds import feeds
from digest.steps.infer import infer_dates
from digest.steps.keywords import Candidates, choose_keywords, find_candidates, fold_names, merge_keywords, propose
from digest.steps.mark import mark
from digest.steps.normalize import normalize
from digest.steps.pages import lay_out
from digest.steps.suggest import suggest_phrases, suggest_themes
from digest.steps.summarize import prove, summarize, unmet
from digest.steps.titles import event_title
from digest.steps.topics import file_topics
from digest.steps.verify import verify
from digest.steps.voices import voices_of


def make_edition(
    content: Content, faults: Sequence[Fault], memo: Memo, progress: Callable[[int, int], None] = lambda *_: None
) -> tuple[Edition, tuple[Fault, ...]]:
    """Make the digest of what was read.

    Args:
        content: what the editor gave.
        faults: problems found while reading it; they are counted in the edition.
        memo: remembers slow results of pure functions.
        progress: told how many articles were looked at, and of how many.

    Returns:
        The edition and all faults, sorted.

    Raises:
        ProofError: a summary sentence is not in the article that it cites.
    """
    content = replace(content, edits=follow_moves(content.edits))
    articles, outlets, known, found = normalize_all(content)
    faults = [*faults, *found, *check_edits(content.edits, known, content.topics), *check_names(content.edits, articles)]
    events = group_events(articles, content.edits)  # first, and alone in memory: what it compares is large, and is let go of
    if content.edits.together or content.edits.apart:
        undecided = group_events(articles, replace(content.edits, together=(), apart=()))
        faults += find_stale(content.edits, undecided)
    per_article = content.settings.keywords_per_article
    candidates = Candidates()
    proposed = memo(propose, [(article.title, list(article.told), article.language) for article in articles])
    for done, (article, proposals) in enumerate(zip(articles, proposed, strict=True), 1):  # hundreds each: none is kept
        candidates[article.id] = find_candidates(replace(article), proposals)  # a copy: what it remembers goes with it
        progress(done, len(articles))
    candidates = fold_names(articles, candidates)
    by_id = infer_dates({article.id: article for article in articles}, events)
    reports: list[EventReport] = []
    passages: list[Passage] = []
    for event in events:
        own = {article: replace(by_id[article]) for article in event.articles}  # copies, for the same reason
        faults += [*_unmet_wishes(event, own, content), *_two_titles(event, content)]
        report, elsewhere = report_on(event, own, outlets, candidates, content)
        reports.append(report)
        passages += elsewhere
    edition = Edition(
        content=replace(content, sources=()),
        articles=by_id,
        outlets=outlets,
        keywords={article: choose_keywords(found, by_id[article].language, per_article) for article, found in candidates.items()},
        events=tuple(sorted(reports, key=lambda report: _newest_first(report, by_id))),
        passages=tuple(passages),
        faults=faulty_files(content.edits, faults, known),
        failed=failed_files(content.edits, faults, known, by_id),
    )
    return edition, tuple(sorted(faults))


def lay_out_edition(edition: Edition) -> Iterator[Page | File]:
    """Give every page, export, feed and redirect, and phrases that the topics could have, one at a time and not yet rendered."""
    yield from lay_out(edition)
    yield from export(edition)
    yield from feeds(edition)
    yield File("topics-suggested.yml", [suggest_phrases(edition)])


def explain_edition(edition: Edition, name: str) -> str:
    """Say why an article or event is as it is."""
    return explain(edition, name)


def suggest_topics(edition: Edition) -> str:
    """Give the themes that no topic covers, as YAML."""
    return suggest_themes(edition)


def verify_built(content: Content, built: Mapping[str, str]) -> tuple[int, tuple[Fault, ...]]:
    """Check what a build published against the articles as they are now; see ``steps.verify``."""
    content = replace(content, edits=follow_moves(content.edits))
    articles, outlets, _, _ = normalize_all(content)
    return verify({article.id: article for article in articles}, outlets, content.edits, built)


def normalize_all(
    content: Content,
) -> tuple[tuple[Article, ...], Mapping[OutletId, Outlet], Mapping[ArticleId, str], list[Fault]]:
    """Normalise every article of every source.

    Gives the articles by id, the outlets with those that only articles name, the file of every id that is taken (of
    removed articles and of files as well), and the faults. Of two articles that would share an id, one is left out if the text
    is the same, else both.
    """
    outlets = {outlet.id: outlet for outlet in content.outlets}
    known: dict[ArticleId, str] = {}
    rivals: dict[ArticleId, list[Article]] = {}
    faults: list[Fault] = []
    for source in content.sources:
        known[source.id] = source.path
        if source.id in content.edits.removed:
            continue
        try:
            entries = read(source)
        except ReaderError as error:
            faults.append(Fault(source.path, error.line, str(error)))
            continue
        for raw in entries:
            entry = replace(source, id=_entry_id(source.id, raw.key))
            known.setdefault(entry.id, entry.path)
            if entry.id in content.edits.removed:
                continue
            article, outlet, found = normalize(entry, raw, outlets, content.settings)
            faults += [fault for fault in found if not (fault.note and fault in faults)]  # a remark is made once
            if outlet:
                outlets.setdefault(outlet.id, outlet)
            if article and article.digest not in {rival.digest for rival in rivals.get(article.id, ())}:
                rivals.setdefault(article.id, []).append(article)
    faults += [fault for sharing in rivals.values() if len(sharing) > 1 for fault in _same_id(sharing)]
    alone = [sharing[0] for _, sharing in sorted(rivals.items()) if len(sharing) == 1]
    return mark(alone), outlets, known, faults


def _entry_id(file: ArticleId, key: str) -> ArticleId:
    """Give the id of one article of a file; it never depends on the others, which come and go."""
    return f"{file}-{hashlib.sha256(key.encode()).hexdigest()[:8]}" if key else file


def _same_id(sharing: Sequence[Article]) -> list[Fault]:
    first, second = sharing[:2]
    message = f"“{first.title}” and “{second.title}”"
    message += f" of {second.path}" if first.path != second.path else ""
    message += f" would have the same id ({first.id}), so neither is built; give one another guid, link or title"
    return [Fault(first.path, 0, message)]


def report_on(
    event: Event,
    articles: Mapping[ArticleId, Article],
    outlets: Mapping[OutletId, Outlet],
    keywords: Mapping[ArticleId, Sequence[Keyword]],
    content: Content,
) -> tuple[EventReport, tuple[Passage, ...]]:
    """Make everything that is said about one event, and give the passages of its articles that belong to other topics."""
    edits = content.edits
    voices = voices_of(event, articles, outlets)
    topics, passages, kept_out = file_topics(event, _as_filed(event, articles, edits.topics), content.topics)
    told = _shown(event, edits)
    heard = voices_of(told, articles, outlets)
    summary = summarize(told, heard, articles, content.settings, _wishes(event, edits.summaries))
    comparison = compare(told, heard, articles, summary)
    _check([*summary, *comparison.sentences], articles)
    title = next((edits.titles[article] for article in event.articles if article in edits.titles), "")
    report = EventReport(
        event=event,
        title=title or event_title(told, articles, [sentence.text for sentence in summary]),
        summary=summary,
        keywords=merge_keywords(voices, articles, keywords, content.settings.keywords_per_article),
        topics=topics,
        voices=voices,
        hidden=all(article in edits.hide for article in event.articles),
        comparison=comparison,
        kept_out=kept_out,
    )
    return report, passages


def _shown(event: Event, edits: Edits) -> Event:
    """Give the event as those reports tell it that the editor does not hide, where there are any."""
    shown = tuple(article for article in event.articles if article not in edits.hide) or event.articles
    carriers: dict[ArticleId, ArticleId] = {}
    first = {article: carriers.setdefault(event.copies.get(article, article), article) for article in shown}
    return replace(event, articles=shown, copies={article: other for article, other in first.items() if other != article})


def _as_filed(
    event: Event, articles: Mapping[ArticleId, Article], decided: Mapping[ArticleId, tuple[TopicId, ...]]
) -> Mapping[ArticleId, Article]:
    """Give the event's articles with the topics that ``edits.yml`` decides for the event, where it does."""
    chosen = [topics for article, topics in decided.items() if article in event.articles]
    if not chosen:
        return articles
    topics = tuple(dict.fromkeys(topic for listed in chosen for topic in listed))
    return {article: replace(articles[article], topics=topics) for article in event.articles}


def _wishes(event: Event, summaries: Mapping[ArticleId, SummaryEdit]) -> SummaryEdit:
    wishes = [summaries[article] for article in event.articles if article in summaries]
    return SummaryEdit(sum((w.prefer for w in wishes), ()), sum((w.drop for w in wishes), ()))


def _unmet_wishes(event: Event, articles: Mapping[ArticleId, Article], content: Content) -> list[Fault]:
    """Say which wished-for sentences no article of the event holds, and which to prefer only a hidden one."""
    message = "“summaries” of the article “{}” quotes a sentence that no article of its event holds{}: “{}”"
    wishes, shown = content.edits.summaries, _shown(event, content.edits)
    faults = []
    for article in (article for article in event.articles if article in wishes):
        nowhere = unmet(event, articles, wishes[article])
        for sentence in dict.fromkeys((*nowhere, *unmet(shown, articles, SummaryEdit(wishes[article].prefer)))):
            line = content.edits.lines.get(("summaries", sentence), 0)
            hidden = "" if sentence in nowhere else " but a hidden one"
            faults.append(Fault("content/edits.yml", line, message.format(article, hidden, sentence)))
    return faults


def _two_titles(event: Event, content: Content) -> list[Fault]:
    given = {article: content.edits.titles[article] for article in event.articles if article in content.edits.titles}
    if len(set(given.values())) < 2:
        return []
    named = " and ".join(f"“{title}” ({article})" for article, title in given.items())
    line = max(content.edits.lines.get(("titles", article), 0) for article in given)
    return [Fault("content/edits.yml", line, f"“titles” gives one event two titles: {named}; the first is used")]


def _check(summary: Sequence[SummarySentence], articles: Mapping[ArticleId, Article]) -> None:
    for sentence in summary:
        wrong = prove(sentence, articles)
        if wrong:
            raise ProofError(f"a summary sentence could not be proved: {wrong}")


def _newest_first(report: EventReport, articles: Mapping[ArticleId, Article]) -> tuple[int, int, str]:
    days = [day.toordinal() for article in report.event.articles if (day := articles[article].day)]
    return (-max(days, default=0), -len(report.voices), report.id)
