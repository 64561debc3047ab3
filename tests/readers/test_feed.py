"""An entry of a feed is an article with all that the feed says of it, and nothing more."""

# ruff: noqa: E501 -- lines of feeds

from __future__ import annotations

import json as stdlib_json

import pytest

from digest.errors import ReaderError
from digest.model import Found, Kind, Publish, Raw
from digest.readers import feed, json

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Harbour Post</title><link>https://post.example/news/</link><language>en-gb</language>
<item><title>Ports &amp;amp; boats</title><link>/a</link><guid isPermaLink="false">a1</guid><dc:creator>Ana Lee</dc:creator>
<pubDate>Fri, 28 Jun 2019 10:00:00 +0900</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The harbour opened.</p><ul><li>One thing</li></ul><blockquote>At last</blockquote><p><a href="/x">More</a></p>]]></content:encoded>
</item>
<item><guid>a2</guid><author>ana@post.example (Ana Lee)</author><description>Nothing &lt;b&gt;else&lt;/b&gt; happened.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Post</title><author><name>Ana Lee</name></author>
<entry><title type="html">Hafen &lt;i&gt;offen&lt;/i&gt;</title><id>tag:1</id><link href="https://post.example/a"/>
<updated>2019-06-29T10:00:00Z</updated><published>2019-06-28</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><h2>Teil</h2><p>Der Hafen ist offen.</p></div></content></entry>
<entry><title>Zwei</title><id>tag:2</id><updated>2019-06-29T10:00:00Z</updated><summary>Kurz und gut.</summary></entry></feed>"""


def value(found: Found | None) -> str:
    return found.value if found else ""


def shown(raw: Raw) -> list[tuple[Kind, str]]:
    return [(block.kind, block.text) for block in raw.blocks]


def test_rss() -> None:
    first, second = feed.read(RSS, 1)

    assert value(first.title) == "Ports & boats"
    assert value(first.date) == "2019-06-28T10:00:00+09:00"
    assert [author.value for author in first.authors] == ["Ana Lee"]
    assert (value(first.outlet), value(first.url), value(first.language)) == (
        "The Harbour Post",
        "https://post.example/a",
        "en-gb",
    )
    assert shown(first) == [(Kind.PARAGRAPH, "The harbour opened."), (Kind.ITEM, "One thing"), (Kind.QUOTE, "At last")]
    assert (first.key, first.publish) == ("a1", Publish.EXCERPT)
    assert (second.title, second.date, second.url, second.key) == (None, None, None, "a2")
    assert [author.value for author in second.authors] == ["Ana Lee"]
    assert shown(second) == [(Kind.PARAGRAPH, "Nothing else happened.")]


RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://post.example/"><title>Post</title></channel>
<item rdf:about="https://post.example/1"><title>Harbour opens</title><link>https://post.example/1</link><dc:creator>Ana Lee</dc:creator>
<dc:creator>Tom Ray</dc:creator><dc:date>2019-06-29T10:00:00+09:00</dc:date><description>It opened.</description></item></rdf:RDF>"""


def test_rss_1_0() -> None:
    (raw,) = feed.read(RDF, 1)

    assert raw.date == Found("2019-06-29T10:00:00+09:00", "the feed")
    assert [author.value for author in raw.authors] == ["Ana Lee", "Tom Ray"]
    assert (value(raw.title), value(raw.url), shown(raw)) == (
        "Harbour opens",
        "https://post.example/1",
        [(Kind.PARAGRAPH, "It opened.")],
    )


def test_atom() -> None:
    first, second = feed.read(ATOM, 1)

    assert (value(first.title), value(first.date), value(first.language)) == ("Hafen offen", "2019-06-28", "de")
    assert shown(first) == [(Kind.HEADING, "Teil"), (Kind.PARAGRAPH, "Der Hafen ist offen.")]
    assert [author.value for author in second.authors] == ["Ana Lee"]
    assert second.date == Found("2019-06-29T10:00:00Z", "the feed's date of change")
    assert shown(second) == [(Kind.PARAGRAPH, "Kurz und gut.")]


ENTRY = {"id": "1", "url": "https://post.example/a", "title": "Harbour opens", "content_html": "<p>It opened.</p><p>All cheered.</p>",
         "date_published": "2019-06-28T10:00:00Z", "authors": [{"name": "Ana Lee"}]}  # fmt: skip
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Post",
    "language": "en",
    "items": [ENTRY, {"id": 2, "content_text": "Plain."}],
}


def test_json_feed() -> None:
    first, second = json.read(stdlib_json.dumps(JSON_FEED), 1)

    assert (value(first.title), value(first.outlet), value(first.url)) == ("Harbour opens", "Post", "https://post.example/a")
    assert [author.value for author in first.authors] == ["Ana Lee"]
    assert [text for _, text in shown(first)] == ["It opened.", "All cheered."]
    assert (first.publish, first.key, second.key) == (Publish.EXCERPT, "1", "2")


def test_json_feed_gives_whole_addresses_and_the_date_of_change_where_there_is_no_other() -> None:
    entry = {"id": "3", "url": "/2019/a", "content_text": "Plain.", "date_modified": "2019-06-29T10:00:00Z"}
    (raw,) = json.read(stdlib_json.dumps(JSON_FEED | {"home_page_url": "https://post.example/", "items": [entry]}), 1)

    assert value(raw.url) == "https://post.example/2019/a"
    assert raw.date == Found("2019-06-29T10:00:00Z", "the feed's date of change")


ARTICLE = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Harbour opens", "articleBody": "It opened.\n\nAll cheered.",
           "author": [{"@type": "Person", "name": "Ana Lee"}, "Tom Ray"], "publisher": {"name": "Post"}, "datePublished": "2019-06-28",
           "url": "https://post.example/a", "inLanguage": "en"}  # fmt: skip


@pytest.mark.parametrize("kind", ["NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", ["NewsArticle", "Thing"]])
def test_schema_org(kind: object) -> None:
    (raw,) = json.read(stdlib_json.dumps(ARTICLE | {"@type": kind}), 1)

    assert (value(raw.title), value(raw.date), value(raw.outlet)) == ("Harbour opens", "2019-06-28", "Post")
    assert [author.value for author in raw.authors] == ["Ana Lee", "Tom Ray"]
    assert [text for _, text in shown(raw)] == ["It opened.", "All cheered."]
    assert (raw.key, raw.publish) == ("", Publish.FULL)


def test_a_list_and_a_graph_hold_several() -> None:
    other = ARTICLE | {"url": "https://post.example/b"}

    for data in ([ARTICLE, other], {"@graph": [{"@type": "WebPage"}, ARTICLE, other]}):
        assert [raw.key for raw in json.read(stdlib_json.dumps(data), 1)] == ["https://post.example/a", "https://post.example/b"]


def test_json_that_is_broken_is_refused_with_its_place() -> None:
    with pytest.raises(ReaderError, match="not valid JSON at column 7") as caught:
        json.read('{\n  "a" 1}', 1)
    assert caught.value.line == 2
