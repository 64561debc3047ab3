"""No file, however it came to be, makes a reader fail in another way than by saying so."""

# ruff: noqa: E501 -- pieces of files

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.errors import ReaderError
from digest.model import Source
from digest.readers import SUFFIXES, read
from tests.readers.ill_formed import CASES

PIECES = (
    '<?xml version="1.0"?>', "<rss version='2.0'>", "<channel>", "</channel>", "</rss>", "<item>", "</item>", "<title>", "</title>", "<description>",
    "</description>", "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE x [", "]>", "<!ENTITY a 'b'>", "&a;", "&#x;", "&#0;", "&amp;", "&", "<", ">", "'", '"',
    "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "</entry>", "<p>", "</p>", "<table><tr><td>", "<br/>", "<article>", "<h1>", "<blockquote>",
    "<script type='application/ld+json'>", "</script>", "<style>", "<meta charset=x>", "<a href='", "Some words. ", "é", "\ud83d", "\0", "\n", "[", "{", "From: a\n",
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(suffix=st.sampled_from(sorted(SUFFIXES)), parts=st.lists(st.sampled_from(PIECES), max_size=40))
def test_a_heap_of_pieces_gives_articles_or_a_reason(suffix: str, parts: list[str]) -> None:
    text = "".join(part for part in parts if suffix != ".eml" or part.isascii())

    with suppress(ReaderError):
        assert isinstance(read(Source("a", f"content/articles/a{suffix}", text)), tuple)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["NewsArticle", "https://jsonfeed.org/version/1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@type",
                    "@graph",
                    "headline",
                    "articleBody",
                    "author",
                    "name",
                    "url",
                    "items",
                    "version",
                    "content_html",
                    "id",
                    "inLanguage",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(value=VALUES)
def test_any_json_gives_articles_or_a_reason(value: object) -> None:
    with suppress(ReaderError):
        assert read(Source("a", "content/articles/a.json", json.dumps(value)))


@pytest.mark.parametrize("case", sorted(case for case, (name, _, _) in CASES.items() if name.endswith(("rss", "atom"))))
def test_a_feed_that_is_cut_anywhere_is_survived(case: str) -> None:
    text = CASES[case][1].decode("utf-8", "replace")[:3_000]

    for end in range(0, len(text), max(1, len(text) // 7)):
        with suppress(ReaderError):
            assert read(Source("a", "content/articles/a.rss", text[:end]))
