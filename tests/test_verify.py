"""``digest verify``: a built site is proved from its sources alone, and every change is named."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.build import build, verify
from digest.cli import main
from digest.edge.built import read_built
from digest.edge.read import read_content
from digest.errors import Fault
from digest.model import Edits
from digest.pipeline import normalize_all, verify_built
from digest.steps import verify as steps

FERRY = """Ferry to Norholm sails again

14 May 2021

The ferry to Norholm sailed on Friday with 214 passengers for the first time in nine years.

Both towns now pay a third of the harbour dues each. The state pays the *rest* of them, the mayor of Norholm said.
"""

LINE = """Norholm line reopens after nine years

14 May 2021

The ferry to Norholm sailed on Friday with 214 passengers for the first time in nine years, officials said.

A crossing of the sound takes seventy minutes in calm weather.
"""

Again: TypeAlias = Callable[[Mapping[str, str]], tuple[int, tuple[Fault, ...]]]

PROOF, EVENTS, PAGE = (f"build/docs/{name}" for name in ("data/proof.json", "data/events.json", "events/ferry/index.md"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("digest")
    articles = root / "content" / "articles"
    articles.mkdir(parents=True)
    for name, text, source in (("ferry", FERRY, "Post"), ("line", LINE, "Wire")):
        (articles / f"{name}.txt").write_text(f"---\nsource: {source}\nevent: ferry\n---\n{text}", encoding="utf-8")
    build(root)
    return root


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy that a test may damage."""
    return Path(shutil.copytree(built, tmp_path / "copy"))


def change(site: Path, name: str, old: str, new: str) -> None:
    """Replace the first ``old`` in a file."""
    text = (site / name).read_text(encoding="utf-8")
    assert old in text
    (site / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def run(site: Path) -> Result:
    return CliRunner().invoke(main, ["verify", "-C", str(site)])


def test_a_built_site_holds_and_is_counted(site: Path) -> None:
    result = run(site)
    assert result.exit_code == 0
    assert result.stdout == "2 sentences hold, no problems found\n"
    assert not result.stderr


def test_a_change_in_a_cited_stretch_names_the_article_and_the_sentence(site: Path) -> None:
    change(site, "content/articles/ferry.txt", "214", "215")
    result = run(site)
    assert result.exit_code == 1
    page, article = sorted(result.stderr.splitlines(), reverse=True)[::-1]
    assert page.startswith("build/docs/events/ferry/index.md: sentence 1 of the summary: characters 0 to ")
    assert (
        "since content/articles/ferry.txt has changed; there stands now “The ferry to Norholm sailed on Friday with 215" in page
    )
    assert article == "content/articles/ferry.txt: title or text of the article ferry is not what the site was built from"


def found(site: Path) -> list[str]:
    return [str(fault) for fault in verify(site)[1]]


def test_a_change_beside_every_cited_stretch_names_the_article_alone(site: Path) -> None:
    change(site, "content/articles/ferry.txt", "sails again", "sails at last")
    assert found(site) == [
        "build/docs/data/articles.json: “title” of the article ferry is “Ferry to Norholm sails again”, "
        "but content/articles/ferry.txt has “Ferry to Norholm sails at last”",
        f"{EVENTS}: the title of the event ferry, “Ferry to Norholm sails again”, is the headline of none of its articles",
        "content/articles/ferry.txt: title or text of the article ferry is not what the site was built from",
    ]


def test_an_article_that_is_gone_is_named_with_its_sentences(site: Path) -> None:
    (site / "content/articles/ferry.txt").unlink()
    lines = found(site)
    assert (
        lines[-1] == "content/articles/ferry.txt: the site was built with the article ferry, which is not there or cannot be read"
    )
    assert all("the cited article ferry (content/articles/ferry.txt) is not there" in line for line in lines[:-1])
    assert lines[:-1]


def test_an_article_that_was_added_is_named(site: Path) -> None:
    (site / "content/articles/new.txt").write_text("A new report\n\nThe mayor of Norholm opened a new school on Monday.\n")
    assert found(site) == [
        "content/articles/new.txt: the article new is not in build/docs/data/proof.json; it is newer than the site"
    ]


def test_a_page_that_shows_another_word_is_named(site: Path) -> None:
    change(site, PAGE, 'id="sum-1">The', 'id="sum-1">A')
    assert verify(site)[0] == 1
    (line,) = found(site)
    assert line.startswith(
        "build/docs/events/ferry/index.md: sentence 1 of the summary: the page shows “A ferry to Norholm sailed"
    )
    assert "but build/docs/data/events.json has “" in line


def test_a_page_whose_number_leads_elsewhere_is_named(site: Path) -> None:
    change(site, PAGE, 'href="../../articles/ferry/#s1', 'href="../../articles/ferry/#s2')
    assert found(site) == [
        f"{PAGE}: sentence 1 of the summary: a number on the page leads to “../../articles/ferry/#s2”, where it is not said"
    ]


def test_a_page_that_is_gone_and_a_sentence_that_was_added_are_named(site: Path) -> None:
    change(
        site,
        PAGE,
        '<span class="d-s" id="sum-1">',
        '<span class="d-s" id="sum-9">Nobody sank.</span>\n<span class="d-s" id="sum-1">',
    )
    assert found(site) == [f"{PAGE}: sentence 9 of the summary: the page shows “Nobody sank.”, but {EVENTS} has no such sentence"]
    (site / PAGE).unlink()
    assert found(site) == [f"{PAGE}: sentence {n} of the summary: the page is not there" for n in (1, 2)]


def test_a_text_that_was_changed_in_both_files_and_on_the_page_is_still_not_in_the_article(site: Path) -> None:
    for name in (PROOF, EVENTS, PAGE):
        change(site, name, "sailed on", "sank on")
    (line,) = found(site)
    assert line.startswith(f"{PAGE}: sentence 1 of the summary: {PROOF} publishes “The ferry to Norholm sank on Friday")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"sha256": "', '"sha256": "0', "or build/docs/data/proof.json has another hash"),
        ('"start": 0', '"start": 1', "are not what was cited"),
        ('"kind": "source"', '"kind": "copy"', "calls the citation of "),
        ("content/articles/ferry.txt", "content/articles/fairy.txt", "is in content/articles/ferry.txt, not in"),
        ('"edits": []', '"edits": [{"start": 1, "end": 1, "text": "no brackets"}]', "neither a trim inside the citation nor an"),
    ],
)
def test_what_is_wrong_in_the_proof_is_said_in_words(site: Path, old: str, new: str, why: str) -> None:
    change(site, PROOF, old, new)
    assert any(line.startswith(f"{PAGE}: sentence ") and why in line for line in found(site))


def test_a_folder_that_was_never_built_is_one_line() -> None:
    assert steps.verify({}, {}, Edits(), {})[1] == (
        Fault("build/docs", 0, "there is no built site here; run digest build first"),
    )


def test_a_line_that_quotes_an_article_stays_one_line(site: Path) -> None:
    """What stands now where a longer sentence stood runs on into the next paragraph."""
    change(site, "content/articles/ferry.txt", "sailed on Friday with 214", "sailed with 214")
    assert any("in nine years. Both town”" in line for line in found(site))
    assert not [line for line in found(site) if "\n" in line]


def test_a_proof_that_is_missing_or_no_proof_is_one_line(site: Path) -> None:
    (site / PROOF).write_text("[]")
    assert f"{PROOF}: this is not a file that a build writes: it has no “schema” 1 with a list “proof”" in found(site)
    (site / PROOF).unlink()
    assert found(site) == [f"{PROOF}: this file is not there; run digest build first"]
    assert run(site).exit_code == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data())
def test_any_letter_or_digit_of_the_proof_that_is_changed_is_found(built: Path, data: st.DataObject) -> None:
    files = dict(read_built(built))
    text = files[PROOF]
    at = data.draw(st.sampled_from([i for i, letter in enumerate(text) if letter.isalnum()]))
    files[PROOF] = text[:at] + ("7" if text[at] != "7" else "3") + text[at + 1 :]
    assert _verify(built, files)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data())
def test_any_letter_of_a_summary_on_its_page_that_is_changed_is_found(built: Path, data: st.DataObject) -> None:
    files = dict(read_built(built))
    page = files[PAGE]
    start = page.index('id="sum-1">') + len('id="sum-1">')
    end = page.index('<p class="d-hint"')
    inside = [i for i in range(start, end) if page[i].isalpha() and page.rfind("<", 0, i) <= page.rfind(">", 0, i)]
    at = data.draw(st.sampled_from([i for i in inside if page.rfind("<sup", 0, i) <= page.rfind("</sup>", 0, i)]))
    files[PAGE] = page[:at] + ("q" if page[at] != "q" else "z") + page[at + 1 :]
    (fault,) = _verify(built, files)
    assert fault.path == PAGE


def _verify(root: Path, files: dict[str, str]) -> tuple[Fault, ...]:
    return verify_built(read_content(root)[0], files)[1]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, whose pages have every section that quotes reports."""
    root = tmp_path_factory.mktemp("demo")
    shutil.copytree(Path(__file__).parent.parent / "content", root / "content")
    build(root)
    return root


HIDDEN = "hide: [ferry]\ntitles: {ferry: Norholm has its ferry again}\n"


@pytest.mark.parametrize(("edits", "told"), [(HIDDEN, 2), (HIDDEN.replace("[ferry]", "[ferry, line]"), 2)])
def test_what_the_pages_of_hidden_reports_say_is_proved_too(built: Path, tmp_path: Path, edits: str, told: int) -> None:
    """The first is hidden and titles the event by the editor's word; or the whole event is, and no list has it."""
    shutil.copytree(built / "content", tmp_path / "content")
    (tmp_path / "content/edits.yml").write_text(edits, encoding="utf-8")
    build(tmp_path)
    assert found(tmp_path) == []
    assert verify(tmp_path)[0] == told
    before, start, after = (tmp_path / PAGE).read_text(encoding="utf-8").partition('id="sum-1"')
    assert "passengers" in after
    (tmp_path / PAGE).write_text(before + start + after.replace("passengers", "passengerz", 1), encoding="utf-8")
    assert len(found(tmp_path)) == 1


@pytest.fixture(scope="module")
def again(demo: Path) -> Again:
    """Verify the demo from other published files; its articles are read once."""
    content, _ = read_content(demo)
    articles, outlets, _, _ = normalize_all(content)
    return partial(steps.verify, {article.id: article for article in articles}, outlets, content.edits)


def test_the_demo_holds_and_quotes_reports_in_every_section(demo: Path) -> None:
    held, faults = verify(demo)
    proof = json.loads((demo / PROOF).read_text(encoding="utf-8"))
    assert faults == ()
    assert held == len(proof["proof"]) + len(proof["beside"]) + len(proof["passages"])
    assert {one["place"].split("-")[0] for one in proof["beside"]} == {"agree", "only", "differ", "time", "since"}
    assert proof["passages"]


QUOTING = re.compile(
    r'id="sum-\d+">(.*?)</span>|<p class="d-claim">(.*?)</p>|</time>.*?</p><p>(.*?)</p></li>|<blockquote><p>(.*?)</p>'
)
"""Where the pages of events and topics quote a report."""


def letters(markup: str) -> list[int]:
    """Give where the letters and digits stand that a reader sees, those of numbers that lead to a report left out."""
    bare = re.sub(r"<sup.*?</sup>|<[^>]*>|&[^;]*;", lambda found: " " * len(found.group()), markup)
    return [at for at, letter in enumerate(bare) if letter.isalnum()]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.data())
def test_any_letter_that_a_page_quotes_is_found_when_it_is_changed(demo: Path, again: Again, data: st.DataObject) -> None:
    files = dict(read_built(demo))
    path = data.draw(st.sampled_from(sorted(path for path in files if path.endswith(".md") and QUOTING.search(files[path]))))
    page = files[path]
    quotes = [match.span(match.lastindex or 0) for match in QUOTING.finditer(page)]
    start, end = data.draw(st.sampled_from(quotes))
    at = start + data.draw(st.sampled_from(letters(page[start:end])))
    files[path] = page[:at] + ("q" if page[at] != "q" else "z") + page[at + 1 :]
    (fault,) = again(files)[1]
    assert fault.path == path
    assert "the page shows “" in fault.message or "the page quotes “" in fault.message


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(st.data())
def test_any_letter_of_a_cited_sentence_that_is_changed_in_its_file_is_found(demo: Path, data: st.DataObject) -> None:
    files, content = read_built(demo), read_content(demo)[0]
    proof = json.loads(files[PROOF])
    claim = data.draw(st.sampled_from([*proof["proof"], *proof["beside"]]))
    cited = data.draw(st.sampled_from(claim["citations"]))
    text = next(
        line["text"]
        for line in map(json.loads, (demo / "build/articles.jsonl").read_text(encoding="utf-8").splitlines())
        if line["id"] == cited["article"]
    )
    said = text[cited["start"] : cited["end"]]
    source = next(one for one in content.sources if one.id == cited["article"])
    words = [word for word in re.findall(r"[a-z]{4,}", said) if word in source.whole_text]
    word = data.draw(st.sampled_from(words))
    changed = source.whole_text.replace(word, "zz" + word[2:] if word[:2] != "zz" else "qq" + word[2:])
    sources = tuple(replace(one, text=changed, packed=b"") if one is source else one for one in content.sources)
    faults = verify_built(replace(content, sources=sources), files)[1]
    page = f"build/docs/events/{claim['event']}/index.md"
    assert any(fault.path == page and f"since {cited['file']} has changed" in fault.message for fault in faults)
    assert any(fault.path == cited["file"] and "is not what the site was built from" in fault.message for fault in faults)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.data())
def test_any_letter_of_what_is_published_beside_a_summary_is_found_when_it_is_changed(
    demo: Path, again: Again, data: st.DataObject
) -> None:
    files = dict(read_built(demo))
    name, members = data.draw(
        st.sampled_from(
            [
                ("proof", ("text", "sha256", "place", "topic", "file")),
                ("events", ("text", "title")),
                ("topics", ("article",)),
                ("articles", ("title", "published", "source", "path")),
            ]
        )
    )
    path = f"build/docs/data/{name}.json"
    text = files[path]
    values = [match.span(1) for match in re.finditer(rf'"(?:{"|".join(members)})": "([^"\\]+)"(?!,\s*"weight")', text)]
    inferred = [match.span() for match in re.finditer(r'"published": "[^"]*",\s*"date_precision": "inferred"', text)]
    values = [span for span in values if not any(start <= span[0] < end for start, end in inferred)]
    if name == "topics":  # the article of a passage; the topics themselves are the editor's
        values = [span for span in values if text.rfind("passages", 0, span[0]) > text.rfind('"events"', 0, span[0])]
    start, end = data.draw(st.sampled_from(values))
    at = data.draw(st.sampled_from([i for i in range(start, end) if text[i].isalnum()]))
    files[path] = text[:at] + ("7" if text[at] != "7" else "3") + text[at + 1 :]
    assert again(files)[1]


def test_another_day_or_author_in_a_file_is_named(site: Path) -> None:
    change(site, "content/articles/line.txt", "14 May 2021", "15 May 2021")
    assert found(site) == [
        "build/docs/data/articles.json: “published” of the article line is “2021-05-14”, "
        "but content/articles/line.txt has “2021-05-15”"
    ]


def test_a_headline_that_no_article_has_is_named(site: Path) -> None:
    change(site, EVENTS, "Ferry to Norholm sails again", "Ferry to Norholm sinks again")
    assert found(site) == [
        f"{EVENTS}: the title of the event ferry, “Ferry to Norholm sinks again”, is the headline of none of its articles",
        f"{PAGE}: the page has the headline “Ferry to Norholm sails again”, but {EVENTS} has “Ferry to Norholm sinks again”",
    ]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"url": "events/ferry/"', '"url": "events/fevry/"', "the address of ferry is “events/fevry/”, not “events/ferry/”"),
        (
            '"articles": [\n    "ferry"',
            '"articles": [\n    "fexry"',
            "the event ferry has the article fexry, which build/docs/data/articles.json has not",
        ),
        (
            '"first_published": "2021-05-14"',
            '"first_published": "2021-05-13"',
            "the event ferry goes from 2021-05-13 to 2021-05-14, but none of its articles is of that day",
        ),
        ('"post"', '"pest"', "the publishers of the event ferry are not those of its articles"),
        ('"last_published"', '"lost_published"', "the event ferry is not as a build writes it"),
    ],
)
def test_what_is_said_of_an_events_reports_is_what_they_say(site: Path, old: str, new: str, why: str) -> None:
    text = re.sub(r"\[\s+", "[\n    ", (site / EVENTS).read_text(encoding="utf-8"))
    (site / EVENTS).write_text(text, encoding="utf-8")
    assert not found(site)
    change(site, EVENTS, old, new)
    assert f"{EVENTS}: {why}" in found(site)
