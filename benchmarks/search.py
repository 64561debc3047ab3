"""Measures search at 10,000 articles in Chromium: bytes fetched, and milliseconds from the last key to results.

    .venv/bin/python -m benchmarks.search [ARTICLES]

Articles, events and their words are made here (see ``_Words``), in pages with the theme's own markup, script and index; MkDocs
takes no part. The server compresses as a web host does. Queries are typed at 60 milliseconds a key. The first row holds all that
is fetched from the key that opens search to the first results; each later row is one query more.
"""

# ruff: noqa: T201 - what it measures is printed

from __future__ import annotations

import html
import itertools
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from digest.edge.search import find_indexer, index_site
from digest.edge.templates import theme_files
from tests.browser.chromium import show, started
from tests.browser.conftest import log
from tests.browser.demo import served
from tests.browser.traffic import fetched

ROOT = Path(__file__).parents[1]
TOPICS = [f"Topic {number}" for number in range(1, 13)]
OUTLETS = [f"The Daily Number {number}" for number in range(1, 41)]
KEY = 0.06
"""Seconds between two keys: about 200 words a minute."""

PAGE = """<!doctype html>
<html lang="en" class="js"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="../../assets/digest.css">
<meta data-pagefind-filter="kind[content]" data-pagefind-meta="kind[content]" content="{kind}">{facets}
</head><body data-md-color-scheme="default"><header class="d-mast">
<button class="d-find" type="button" data-d-search>Search</button></header>
<main><div class="d-page d-page--{kind}" data-pagefind-body><h1 id="headline">{title}</h1>{body}</div></main>
<script src="../../assets/digest.js" defer></script></body></html>
"""


class _Words:
    """Words as news has them: 60,000 of them, by Zipf's law, some of them names that belong to one event."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - not for secrets
        onsets, vowels, ends = (
            "b br c ch d dr f g gr h j k l m n p pl r s sh st t tr v w".split(),
            "aeiou",
            ["", "n", "r", "s", "t", "l"],
        )
        syllables = [a + b + c for a in onsets for b in vowels for c in ends]
        seen: dict[str, None] = {}
        while len(seen) < 60_000:
            seen["".join(self.random.choices(syllables, k=self.random.choice((1, 2, 2, 3))))] = None
        self.vocabulary = list(seen)
        self.weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(self.vocabulary))))

    def some(self, size: int) -> list[str]:
        """Give so many words."""
        return self.random.choices(self.vocabulary, cum_weights=self.weights, k=size)

    def sentence(self, own: list[str]) -> str:
        """Give a sentence of 12 to 30 words, one in eight of them a word of the event's own."""
        words = [
            self.random.choice(own) if self.random.random() < 0.125 else word for word in self.some(self.random.randint(12, 30))
        ]
        return (" ".join(words)).capitalize() + "."


def write_site(site: Path, articles: int) -> _Words:
    """Write so many article pages, an event page for every five of them, two keyword pages for each event, and the assets."""
    words = _Words(7)
    keywords: dict[str, None] = {}
    for number in range(articles // 5):
        own = [word.capitalize() for word in words.random.sample(words.vocabulary[2000:], 12)]
        keywords |= dict.fromkeys(own[:2])
        topic, outlets = words.random.choice(TOPICS), words.random.sample(OUTLETS, 5)
        day = f"{words.random.randint(2015, 2019)}-{words.random.randint(1, 12):02}-{words.random.randint(1, 28):02}"
        title = " ".join([*own[:3], *words.some(6)])
        summary = [words.sentence(own) for _ in range(5)]
        body = "<p>" + " ".join(f'<span class="d-s" id="sum-{i}">{text}</span>' for i, text in enumerate(summary, 1)) + "</p>"
        body += "".join(f"<p>{words.sentence(own)}</p>" for _ in range(12))
        _write(site / "events" / f"e{number}", "event", title, topic, outlets, day, body)
        for count, outlet in enumerate(outlets):
            sentences = (f'<span class="d-s" id="s{i}">{words.sentence(own)}</span>' for i in range(1, 26))
            groups = iter(lambda found=sentences: list(itertools.islice(found, 2)), [])
            body = "".join(f'<p id="p{i}">{" ".join(group)}</p>' for i, group in enumerate(groups, 1))
            _write(
                site / "articles" / f"a{number}-{count}",
                "article",
                " ".join([*own[count : count + 2], *words.some(6)]),
                topic,
                [outlet],
                day,
                body,
            )
    for keyword in keywords:  # a digest of a thousand articles has some four hundred of them
        body = f'<p class="d-intro">{keyword} runs through 2 events of this digest.</p>'
        _write(site / "keywords" / keyword.lower(), "keyword", keyword, "", [], "", body)
    (site / "assets").mkdir()
    theme = theme_files(ROOT)
    for asset in ("digest.css", "digest.js"):
        (site / "assets" / asset).write_bytes(theme[f"theme/assets/{asset}"])
    return words


def _write(folder: Path, kind: str, title: str, topic: str, outlets: list[str], day: str, body: str) -> None:
    facets = [("topic", topic), *(("source", outlet) for outlet in outlets), ("year", day[:4]), ("month", day[:7])] if day else []
    lines = [f'<meta data-pagefind-filter="{name}[content]" content="{html.escape(value)}">' for name, value in facets]
    if day:
        lines.append(f'<meta data-pagefind-meta="day[content]" content="{day}">')
    if kind == "event":
        lines.append(f'<meta data-pagefind-meta="event[content]" content="{html.escape(title)}">')
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(PAGE.format(kind=kind, title=title, facets="".join(lines), body=body), encoding="utf-8")


WATCH = """
const field = document.querySelector('.d-search__field'), dialog = field.closest('dialog');
window.__typed = 0; window.__shown = 0;
field.addEventListener('input', () => { window.__typed = performance.now(); });
new MutationObserver(() => { if (dialog.dataset.shows === field.value.trim()) window.__shown = performance.now(); })
  .observe(dialog, { attributes: true, attributeFilter: ['data-shows'] });
"""


LOOP = """
const start = performance.now();
let sum = 0;
for (let i = 0; i < 1e8; i++) sum += i & 3;
return performance.now() - start + sum * 0;
"""


def ask(browser: Chrome, query: str) -> tuple[float, int, str]:
    """Type a query in place of the last one; give milliseconds from the last key to results, bytes, and what search says."""
    field = browser.find_element(By.CSS_SELECTOR, ".d-search__field")
    field.send_keys(Keys.CONTROL, "a")
    typing = ActionChains(browser, duration=0)
    for key in query:
        typing.send_keys(key).pause(KEY)
    typing.perform()
    for _ in range(400):
        shown, typed = browser.execute_script("return [window.__shown, window.__typed]")
        if shown > typed:
            break
        time.sleep(0.05)
    else:
        raise RuntimeError(f"no result for {query}")
    time.sleep(0.2)
    return shown - typed, fetched(log(browser, "performance")), browser.find_element(By.CSS_SELECTOR, ".d-search__status").text


def queries(words: _Words, site: Path) -> Iterator[str]:
    """Give a name, two words of a headline, a frequent word, a rare one, a part of a word, and two that no page has together."""
    titles = [
        re.search("<h1[^>]*>(.*?)</h1>", (site / "events" / f"e{n}" / "index.html").read_text(encoding="utf-8"))
        for n in (3, 30, 99, 150)
    ]
    heads = [found.group(1).split() for found in titles if found]
    yield heads[0][0].lower()
    yield " ".join(heads[1][:2]).lower()
    yield words.vocabulary[150]
    yield words.vocabulary[20_000]
    yield heads[2][1].lower()[:5]
    yield " ".join([heads[0][0], heads[3][0]]).lower()


def main() -> None:
    """Make the site, measure, and print a table for ``benchmarks/README.md``."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    indexer = find_indexer()
    if indexer is None:
        raise SystemExit("there is no indexer for this machine")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        words = write_site(site, articles)
        start = time.perf_counter()
        index_site(indexer, site)
        seconds = time.perf_counter() - start
        files = [file for file in (site / "pagefind").rglob("*") if file.is_file()]
        size = sum(file.stat().st_size for file in files) / 1e6
        print(f"{articles} articles: {seconds:.1f} s to index, {size:.1f} MB in {len(files)} files\n")
        print("| query | says | KB fetched | ms from the last key |\n|---|---|---|---|")
        with served(site) as address, started(Path(folder) / "profile") as browser:
            show(browser, 1280)
            browser.get(f"{address}events/e0/")
            time.sleep(1)
            log(browser, "performance")
            browser.find_element(By.TAG_NAME, "body").send_keys("/")
            time.sleep(0.3)
            browser.execute_script(WATCH)
            loop = min(browser.execute_script(LOOP) for _ in range(3))
            print(f"| reference: 100 million additions in the page | | | {loop:.0f} |")
            for query in queries(words, site):
                took, size, says = ask(browser, query)
                print(f"| {query} | {says} | {size / 1000:.0f} | {took:.0f} |", flush=True)


if __name__ == "__main__":
    main()
