"""Each field says where it came from and how sure we are."""

from __future__ import annotations

import pytest

from digest.model import Article, Certainty, Event, Outlet, Precision, Settings
from digest.readers import read
from digest.steps.infer import infer_dates
from digest.steps.normalize import normalize
from tests.gold_cases import source_of

BODY = "The old bridge over the Alder reopened on Monday, eleven months after a barge hit its third pillar.\n"
PAGE = f"""<html lang="en"><head><title>Bridge reopens</title><meta name="author" content="Nora Lind">
<meta property="article:published_time" content="2020-03-12"><meta property="og:site_name" content="Alder Daily">
<link rel="canonical" href="https://daily.example/a">
</head><body><article><h1>Bridge reopens</h1><p>{BODY}</p><p>{BODY.replace("old", "new")}</p></article></body></html>"""


def article_of(name: str, text: str) -> Article:
    source = source_of(name, text)
    globe = {"globe": Outlet("globe", "The Globe", ("globe.example",))}
    article, _, _ = normalize(source, read(source)[0], globe, Settings())
    assert article is not None
    return article


@pytest.mark.parametrize(
    ("name", "text", "field", "origin", "sure"),
    [
        ("a.txt", "---\ntitle: Bridge\n---\n" + BODY, "title", "front matter", "given in front matter"),
        ("a.txt", "Bridge reopens\n" + BODY, "title", "line 1", "read from line 1"),
        ("bridge-reopens.txt", BODY * 9, "title", "the file's name", "guessed from the file's name"),
        ("a.html", PAGE, "title", "the page's title", "stated in the page's title"),
        ("a.html", PAGE, "author", "the page's metadata", "stated in the page's metadata"),
        ("a.html", PAGE, "outlet", "the page's metadata", "stated in the page's metadata"),
        ("a.txt", "Bridge\nBy Ana Sol\n" + BODY, "author", "line 2", "read from line 2"),
        ("2020-03-12-a.txt", "Bridge\n" + BODY, "date", "the file's name", "guessed from the file's name"),
        ("a.txt", "Bridge | Riverton Times\n" + BODY, "outlet", "the end of its title", "guessed from the end of its title"),
        (
            "a.txt",
            "---\nsource_url: https://x.example/a\n---\nBridge\n" + BODY,
            "outlet",
            "the address",
            "guessed from the address",
        ),
        ("a.txt", "---\nlanguage: de\n---\nBridge\n" + BODY, "language", "front matter", "given in front matter"),
        ("a.txt", "Bridge reopens\n" + BODY, "language", "its words", "guessed from its words"),
        (
            "a.txt",
            "Хроника\nМост снова открыт, сказали в городе в понедельник.",
            "language",
            "its script",
            "guessed from its script",
        ),
        ("a.txt", "Brdg rpns", "language", "assumed", "assumed"),
        ("a.txt", "Bridge reopens\nTARN (AP) — " + BODY, "place", "line 2", "read from line 2"),
        ("a.txt", "Bridge reopens\nTARN (AP) — " + BODY, "agency", "line 2", "read from line 2"),
        ("a.txt", "Bridge reopens\nTarn - 12 March 2020\n" + BODY, "place", "line 2", "read from line 2"),
        ("a.txt", "Bridge reopens\n" + BODY + "(Reuters)", "agency", "line 3", "read from line 3"),
        ("a.txt", "Bridge reopens\nBy Nora Lind, Reuters\n" + BODY, "agency", "line 2", "read from line 2"),
        ("a.html", PAGE, "address", "the page's metadata", "stated in the page's metadata"),
        ("a.md", "---\nurl: https://x.example/a\n---\n# Bridge\n\n" + BODY, "address", "front matter", "given in front matter"),
    ],
)
def test_a_field_says_where_it_came_from_and_how_sure_it_is(name: str, text: str, field: str, origin: str, sure: str) -> None:
    article = article_of(name, text)
    published = article.published
    origins = {
        "title": article.title_origin,
        "date": published.origin if published else "",
        "author": article.authors_origin,
        "outlet": article.outlet_origin,
        "language": article.language_origin,
        "address": article.address_origin,
        "place": article.place_origin,
        "agency": article.agency_origin,
    }
    assert origins[field] == origin
    assert article.source_of(field, origin) == sure
    assert set(article.certainty) == {known for known, found in origins.items() if found}


def test_a_date_counted_from_another_article_is_guessed() -> None:
    dated = article_of("a.txt", "Bridge reopens\n10 March 2020\n" + BODY)
    undated = article_of("b.txt", "Bridge open again\n" + BODY)
    articles = {"a": dated, "b": undated}
    inferred = infer_dates(articles, [Event("a", ("a", "b"))])["b"]
    assert inferred.published is not None
    assert inferred.published.precision is Precision.INFERRED
    assert inferred.certainty["date"] is Certainty.GUESSED
    assert inferred.certainty["title"] is Certainty.READ
