"""Check the editor's decisions against the articles and topics that there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import combinations

from digest.errors import Fault
from digest.model import Article, ArticleId, Edits, Event, Topic
from digest.text.slug import article_id

PATH = "content/edits.yml"

Located = tuple[int, str]
"""The line of a fault, 0 where it is not known, and its message."""


def check_edits(edits: Edits, known: Mapping[ArticleId, str], topics: Sequence[Topic]) -> tuple[Fault, ...]:
    """Give every decision that cannot be followed, sorted; ``known`` holds the ids of the articles and their files.

    An article that is named must exist, or be listed under ``moved`` (as an old id) or ``removed``. Articles that are kept
    ``together``, also through others, cannot be ``apart``. A topic that is named must exist. An id that was moved away must be
    free. No removed article sends its readers to itself. No sentence is both preferred and dropped. A takedown of what is not
    there, but nearly, gets a note.
    """
    notes = [Fault(PATH, line, message, note=True) for line, message in set(_removed_nothing(edits, known))]
    faults = [
        *_missing_articles(edits, known),
        *_unknown_topics(edits, topics),
        *_contradictions(edits),
        *_circles(edits),
        *_moved_and_there(edits, known),
        *_sent_in_a_circle(edits),
        *_wanted_and_unwanted(edits),
    ]
    return tuple(sorted([*notes, *(Fault(PATH, line, message) for line, message in set(faults))]))


def find_stale(edits: Edits, events: Sequence[Event]) -> tuple[Fault, ...]:
    """Give notes on the decisions about grouping that change nothing, sorted; ``events`` are what comes out without any of them.

    Articles put ``together`` that are one event anyway, and articles kept ``apart`` of which no two are. One that contradicts
    another gets none: ``check_edits`` names both, and which of the two is to go is not known.
    """
    event_of = {article: event.id for event in events for article in event.articles}
    bound = _roots(edits.together)
    both = {bound(one) for group in edits.apart for one, two in combinations(group, 2) if bound(one) == bound(two)}
    faults = []
    for kind, groups in (("together", edits.together), ("apart", edits.apart)):
        for group in groups:
            found = [event_of[name] for name in group if name in event_of]
            same = len(set(found)) == 1 if kind == "together" else len(set(found)) == len(found)
            if len(found) == len(group) and same and both.isdisjoint(map(bound, group)):
                message = f"“{kind}” of {', '.join(group)} changes nothing: they would be so without it; take it out"
                faults.append(Fault(PATH, edits.lines.get((kind, group[0]), 0), message, note=True))
    return tuple(sorted(faults))


def check_names(edits: Edits, articles: Sequence[Article]) -> tuple[Fault, ...]:
    """Give every decision that contradicts the ``event:`` of the articles' front matter, sorted.

    Articles that are kept ``together``, also through others, cannot have two names, and articles of one name cannot be ``apart``.
    """
    names = {article.id: article.event for article in articles if article.event}
    of_name: dict[str, list[ArticleId]] = {}
    for article, name in sorted(names.items()):
        of_name.setdefault(name, []).append(article)
    bound = _roots(edits.together)
    named = _roots((*edits.together, *map(tuple, of_name.values())))
    faults = set()
    for group in edits.together:
        for one, two in combinations(sorted(article for article in names if bound(article) == bound(group[0])), 2):
            if names[one] != names[two]:
                line = edits.lines.get(("together", group[0]), 0)
                given = f"the front matter of “{one}” says {names[one]} and that of “{two}” says {names[two]}"
                faults.add((line, f"“together” and “event:” contradict each other: {given}, but they are bound into one event"))
    for group in edits.apart:
        for one, two in combinations(sorted(group), 2):
            if named(one) == named(two) and bound(one) != bound(two):
                line = edits.lines.get(("apart", group[0]), 0)
                given = f"the front matter puts “{one}” and “{two}” into one event, but they are kept apart"
                faults.add((line, f"“apart” and “event:” contradict each other: {given}"))
    return tuple(sorted(Fault(PATH, line, message) for line, message in faults))


def _roots(groups: Iterable[Sequence[ArticleId]]) -> Callable[[ArticleId], ArticleId]:
    """Give what tells an article's group: the first of all articles that are bound, also through others."""
    parent: dict[ArticleId, ArticleId] = {}

    def root(name: ArticleId) -> ArticleId:
        while parent.get(name, name) != name:
            name = parent[name]
        return name

    for group in groups:
        for other in group[1:]:
            one, two = sorted((root(group[0]), root(other)))
            parent[two] = one
    return root


def follow_moves(edits: Edits) -> Edits:
    """Give the decisions with every article under the id that it has today, so that one made before a move still holds."""
    return replace(
        edits,
        together=tuple(tuple(_now(name, edits) for name in group) for group in edits.together),
        apart=tuple(tuple(_now(name, edits) for name in group) for group in edits.apart),
        titles={_now(name, edits): title for name, title in edits.titles.items()},
        topics={_now(name, edits): topics for name, topics in edits.topics.items()},
        summaries={_now(name, edits): wish for name, wish in edits.summaries.items()},
        hide=tuple(_now(name, edits) for name in edits.hide),
        removed={**edits.removed, **{_now(name, edits): removal for name, removal in edits.removed.items()}},
    )


def _missing_articles(edits: Edits, known: Mapping[ArticleId, str]) -> Iterator[Located]:
    named: list[tuple[str, Iterable[ArticleId]]] = [
        ("together", (name for group in edits.together for name in group)),
        ("apart", (name for group in edits.apart for name in group)),
        ("titles", edits.titles),
        ("topics", edits.topics),
        ("summaries", edits.summaries),
        ("hide", edits.hide),
        ("moved", edits.moved.values()),
        ("removed", (removal.see for removal in edits.removed.values() if removal.see)),
    ]
    for section, names in named:
        for name in names:
            if name not in known and name not in edits.moved and name not in edits.removed:
                message = f"“{section}” names the article “{name}”, which does not exist; {_nearest(name, known, 'an article')}"
                yield edits.lines.get((section, name), 0), message


def _removed_nothing(edits: Edits, known: Mapping[ArticleId, str]) -> Iterator[Located]:
    """A removed article may be gone; but where its id is nearly that of one that is shown, it may be a slip of the pen."""
    shown = known.keys() - edits.removed.keys()
    for name in edits.removed:
        near = get_close_matches(name, sorted(shown), n=1, cutoff=0.8)
        if name not in known and name not in edits.moved and near:
            message = f"“removed” names the article “{name}”, of which there is no file"
            yield edits.lines.get(("removed", name), 0), f"{message}; if you meant “{near[0]}”, that one is still shown"


def _sent_in_a_circle(edits: Edits) -> Iterator[Located]:
    for name, removal in edits.removed.items():
        if removal.see and _now(removal.see, edits) == _now(name, edits):
            message = f"“see” of the removed article “{name}” leads to itself; expected another article, or no “see”"
            yield edits.lines.get(("removed", name), 0), message


def _unknown_topics(edits: Edits, topics: Sequence[Topic]) -> Iterator[Located]:
    known = [topic.id for topic in topics]
    for article, chosen in edits.topics.items():
        for name in chosen:
            if name not in known:
                missing = f"“topics” gives the article “{article}” the topic “{name}”, which does not exist"
                yield edits.lines.get(("topics", name), 0), f"{missing}; {_nearest(name, known, 'a topic')}"


def _nearest(name: str, known: Iterable[str], what: str) -> str:
    names = sorted(known)
    near = [one for one in names if one == article_id(name.removeprefix("content/articles/"))]  # the file's name for its id
    near = near or get_close_matches(name, names, n=1, cutoff=0.6)
    return f"did you mean “{near[0]}”?" if near else f"expected the id of {what}"


def _contradictions(edits: Edits) -> Iterator[Located]:
    """Articles bound into one event that are to be kept apart."""
    root = _roots([tuple(_now(name, edits) for name in group) for group in edits.together])
    direct = {frozenset(pair) for group in edits.together for pair in combinations(group, 2)}
    for group in edits.apart:
        for one, two in combinations(group, 2):
            if root(_now(one, edits)) == root(_now(two, edits)):
                first, second = sorted((one, two))
                through = "" if frozenset((one, two)) in direct or one == two else ", through other articles"
                bound = f"“{first}” and “{second}” are bound into one event{through}, and kept apart"
                yield edits.lines.get(("apart", one), 0), f"“together” and “apart” contradict each other: {bound}"


def _moved_and_there(edits: Edits, known: Mapping[ArticleId, str]) -> Iterator[Located]:
    for name in edits.moved:
        if name in known:
            message = f"“moved” says that “{name}” has another id now, but {known[name]} has this one"
            yield edits.lines.get(("moved", name), 0), message


def _wanted_and_unwanted(edits: Edits) -> Iterator[Located]:
    for article, wish in edits.summaries.items():
        for sentence in wish.prefer:
            if sentence in wish.drop:
                message = f"“summaries” of the article “{article}” both prefers and drops “{sentence}”"
                yield edits.lines.get(("summaries", sentence), 0), message


def _now(name: ArticleId, edits: Edits) -> ArticleId:
    """The id that an article has today."""
    passed = {name}
    while (name := edits.moved.get(name, name)) not in passed:
        passed.add(name)
    return name


def _circles(edits: Edits) -> Iterator[Located]:
    for start in edits.moved:
        passed, name = [start], edits.moved[start]
        while name in edits.moved and name not in passed:
            passed.append(name)
            name = edits.moved[name]
        if name == start and start == min(passed):
            message = f"“moved” leads in a circle from “{start}” back to itself; expected the id that the article has now"
            yield edits.lines.get(("moved", start), 0), message
