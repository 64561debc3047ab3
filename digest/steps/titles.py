"""Choose the headline that names an event."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import sqrt

from digest.model import Article, ArticleId, Event
from digest.text.dates import MONTHS, has_date_shape
from digest.text.frequency import idf
from digest.text.words import content_stems, words

LEAD_SENTENCES = 3
"""What stands for an article beside its headline."""

PREFIX = re.compile(
    r"""(?:(?i:live(?:\ (?:updates?|blog|coverage|now))?|updated?(?:\ \d+)?|breaking(?:\ news)?|exclusive|watch(?:\ live)?
            |video|photos?
            |just\ in|developing|urgent|alert|news|top\ news|wrapup(?:\ \d+)?|factbox|explainer|timeline)(?::\s*|\s+[|\-–—]\s+)
      | (?:UPDATE|WRAPUP|REFILE|RPT|CORRECTED|EXCLUSIVE|FACTBOX)\ ?\d*\ ?-\ ?
      | \[(?i:updated?|video|watch|live|photos?|exclusive)\]\s*
      | (?:LIVE|BREAKING|WATCH|EXCLUSIVE|UPDATED?|VIDEO)\s+(?=[A-Z][a-z])
    )""",
    re.VERBOSE,
)
"""Labels that desks and agencies put before a headline."""

DATE_WORD = re.compile(
    r"\d{1,4}(?:st|nd|rd|th)?|[ap]m|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|of|at", re.IGNORECASE
)

AFTERTHOUGHT = re.compile(
    r"\s+(?:[|–—]|-{1,2})\s+"
    r"(?:(?:live|video|watch|updated?|photos?)(?:\s(?:updates?|blog|coverage))?|as it happened|in pictures)$",
    re.IGNORECASE,
)
"""The same labels, where a desk puts them behind a headline."""

SUFFIX = re.compile(r"^(?P<head>.+\S)\s+(?P<mark>[|»·•]|[-–—]{1,2})\s+(?P<outlet>[^|»·•]+)$")

OUTLET_WORDS = frozenset(
    """news times post guardian reuters bbc cnn nbc abc cbs msnbc npr bloomberg politico journal herald tribune telegraph
    today press ap afp independent mail express chronicle observer gazette standard star examiner sun globe magazine
    online daily weekly vox axios aljazeera jazeera dw euronews france24 cnbc upi hill wire agency radio tv com""".split()
)

BELOW = 1.0
"""How much it counts that a headline tells what the first sentence of the summary tells."""

OWN = 0.3
"""How much it counts that a headline stands above the sentence with which the summary begins. Read above 358 summaries, about two
thirds of the headlines that changed from .15 to this fitted them better, one in seven worse."""

RAREST = 8.0
"""The most that a word counts (idf): a name that the background never met would outweigh the rest of a headline."""

QUESTION = re.compile(r"\?[\"”’']?(?:\s|$)")

COMMENTS = re.compile(
    r"^(?:yes|no|wake|hey|remember|sorry|forget|how|why|what)\b|fact[ -]check|\bno,|\byes,"
    r"|\b(?:it|she|he|they|that|we|you|there|here|let)[’'](?:s|re|ve|ll)\b"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:things|ways|reasons|questions)\b"
    r"|\b(?:should|must|ought|absolutely|needs? to|never|the case (?:for|against)|truth about|sad case)\b|\b[a-z]{3,}\. [a-z]",
    re.IGNORECASE,
)
"""Headlines in which somebody comments, or talks to the reader."""

INSERTED = re.compile(r"\[[^\]]*\]")

TAGS = re.compile(r"(?:[^,\s]+(?: [^,\s]+){0,2}, ){3,}[^,\s]+(?: [^,\s]+){0,2}")
"""Four and more pieces of at most three words: what a page is filed under, where a headline was meant."""

LONGEST = 18
"""Words of a headline that still reads as one."""


def event_title(event: Event, articles: Mapping[ArticleId, Article], summary: Sequence[str] = ()) -> str:
    """Give the most representative headline of an event, as its outlet wrote it, labels and outlet names taken off.

    That is the one nearest to the other headlines, to what the reports open with, and to the first sentence of the summary,
    which stands below it (cosine of idf vectors); more so that of the article from which this sentence was taken. A copy's
    headline is taken only where there is no other, and so is a line that is nothing but a date; questions, comment, single words,
    lists of tags, shouting and bare quotations only where nothing plainer comes near. Ties go to the event's earlier article.
    """
    here = [articles[name] for name in event.articles if name in articles]
    here = [article for article in here if not _is_date(article.title)] or here
    originals = [article for article in here if article.id not in event.copies] or here
    titles = [bare_title(article) for article in originals]
    vectors = [_vector([title], article.language) for title, article in zip(titles, originals, strict=True)]
    openings = [_vector(_opening(article), article.language) for article in originals]
    scores, told = [], _vector(summary[:1], originals[0].language)
    begins = max((part.strip() for part in INSERTED.split(summary[0])), key=len) if summary else ""
    for number, (title, vector) in enumerate(zip(titles, vectors, strict=True)):
        others = [_cosine(vector, other) for at, other in enumerate(vectors) if at != number]
        leads = [_cosine(vector, opening) for opening in openings]
        own = OWN * bool(begins and begins in " ".join(originals[number].text.split()))
        near = own + (sum(others) / len(others) if others else 0.0) + sum(leads) / len(leads) + BELOW * _cosine(vector, told)
        scores.append((round(-near + _awkward(title), 6), number))
    return titles[min(scores)[1]]


def bare_title(article: Article) -> str:
    """Give an article's headline without labels before it ("LIVE:", "UPDATE 2-") and its outlet's name after it."""
    title = " ".join(article.title.split())
    while (match := PREFIX.match(title)) and len(title[match.end() :].split()) > 1:
        title = title[match.end() :]
    while shorter := _without_end(title, article):
        title = shorter
    lower = title != article.title and title.split(" ", 1)[0].islower()  # "iPhone maker leaves" stays as it is
    return title[:1].upper() + title[1:] if lower else title


def _without_end(title: str, article: Article) -> str:
    """Take an outlet's name or a label off a title's end; empty where there is none."""
    if match := AFTERTHOUGHT.search(title):
        return title[: match.start()]
    match = SUFFIX.match(title)
    return match["head"] if match and _is_outlet(match["outlet"], match["mark"], article) else ""


def _is_date(title: str) -> bool:
    """Say whether a title is nothing but a date ("Monday, 3 May 2021", "May 3")."""
    found = words(title)
    return has_date_shape(title) or (
        any(word[0].isdigit() for word in found)
        and all(word.lower() in MONTHS or DATE_WORD.fullmatch(word) for word in found)
        and any(word.lower() in MONTHS or word.lower().endswith("day") for word in found)
    )


def _is_outlet(text: str, mark: str, article: Article) -> bool:
    found = [word.lower() for word in words(text)]
    if not found or len(found) > 5 or text.rstrip()[-1] in ".!?":
        return False
    if re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", text.strip(), re.IGNORECASE):
        return True  # "- harbourpost.example"
    if mark not in "-–—--" or "-".join(found) in {article.outlet, "the-" + (article.outlet or "")}:
        return True
    return text[0].isupper() and len(found) < 5 and found[-1] in OUTLET_WORDS


def _opening(article: Article) -> list[str]:
    return [article.sentence(number) for number in range(min(LEAD_SENTENCES, len(article.sentences)))]


def _vector(texts: Sequence[str], language: str) -> dict[str, float]:
    return {stem: min(idf(stem, language), RAREST) for text in texts for stem in content_stems(text, language)}


def _cosine(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    lengths = sqrt(sum(value**2 for value in one.values()) * sum(value**2 for value in two.values()))
    return sum(value * two[stem] for stem, value in one.items() if stem in two) / lengths if lengths else 0.0


def _awkward(title: str) -> float:
    """What is taken off for a headline that names an event badly (the nearness is 0 to 3)."""
    found = words(title)
    return (
        0.3 * bool(QUESTION.search(title))
        + 0.5 * (len(found) < 3)
        + 1.0 * bool(TAGS.fullmatch(title))
        + 0.2 * (len(found) > LONGEST)
        + 0.3 * (title.isupper() and len(found) > 2)
        + 0.2 * (title[:1] in "\"“‘'" and title.rstrip()[-1:] in "\"”’'")
        + 0.2 * bool(re.match(r"(?:opinion|analysis|column|editorial|review|the latest)\b", title, re.IGNORECASE))
        + 0.35 * bool(COMMENTS.search(title))
        + 0.2
        * bool(
            re.search(r"\b(?:explained|takeaways?|what it means|what (?:to|we|you) know|here(?:’|')?s)\b", title, re.IGNORECASE)
        )
    )
