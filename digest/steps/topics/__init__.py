"""What an event is about, and the passages that only touch a topic: both with the phrases that say why.

A passage is up to three neighbouring sentences; the weights of the different phrases in it add up, and 1 suffices.
An exclusion hides the words that it covers, and a word that speaks against the topic takes its weight off.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from digest.model import Article, ArticleId, Event, Passage, Phrase, Topic, TopicMatch
from digest.steps.topics.passages import Finding, Stretch, look, read

Filed = tuple[tuple[TopicMatch, ...], tuple[Passage, ...], tuple[Passage, ...]]


def file_topics(event: Event, articles: Mapping[ArticleId, Article], topics: Sequence[Topic]) -> Filed:
    """Give what an event and its articles are filed under.

    An event is filed where at least half of its articles, copies left out, are about the topic (its phrases stand in the
    headline, or in the lead and through the text) and more than half have a passage on it. Where it is not, the passages of
    each article are given. An article whose front matter names topics has exactly those, and so has its event. No topic at
    all is a normal answer.

    Returns:
        The topics of the event, in the order of ``topics``; the passages that touch others; and the stretches that would
        be passages of others if it were not for the topic's exclusions.
    """
    own = [articles[name] for name in event.articles if name not in event.copies]
    readings = [read(article) for article in own if article.topics is None]
    told = {topic for name in event.articles for topic in articles[name].topics or ()}
    matches: list[TopicMatch] = []
    passages: list[Passage] = []
    kept_out: list[Passage] = []
    for topic in topics:
        found = {reading.article.id: look(reading, topic) for reading in readings}
        about = sum(finding.about for finding in found.values())
        touched = sum(bool(finding.passages) or finding.about for finding in found.values())
        if topic.id in told or (2 * about >= len(own) and 2 * touched > len(own)):
            matches.append(_match(topic, event, articles, found))
            continue
        for article, finding in found.items():
            passages += [_cut(topic, articles[article], stretch) for stretch in finding.passages]
            kept_out += [_cut(topic, articles[article], stretch) for stretch in finding.kept_out]
    return tuple(matches), tuple(passages), tuple(kept_out)


def _match(topic: Topic, event: Event, articles: Mapping[ArticleId, Article], found: Mapping[ArticleId, Finding]) -> TopicMatch:
    total: Counter[Phrase] = Counter()
    for finding in found.values():
        total.update(finding.matched)
    strongest = sorted(total, key=lambda phrase: (-round(phrase.weight * total[phrase], 6), phrase.text))
    named = sum(topic.id in (articles[name].topics or ()) for name in event.articles)
    touched = sum(bool(finding.passages) or finding.about for finding in found.values())
    return TopicMatch(topic.id, tuple(phrase.text for phrase in strongest), named + touched)


def _cut(topic: Topic, article: Article, stretch: Stretch) -> Passage:
    start, end = article.sentences[stretch.first].start, article.sentences[stretch.last].end
    return Passage(topic.id, article.id, start, end, tuple(phrase.text for phrase in stretch.phrases), stretch.excluded_by)
