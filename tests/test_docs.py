"""What the documents promise: every command, file and key stands in the README, and its examples work to the letter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from digest.build import build
from digest.cli import main
from digest.edge import edits, front, outlets, settings, topics
from digest.edge.files import ARTICLES
from digest.edge.new import new_digest
from digest.model import Content, Edits, Front, Outlet, Publish, Raw, Settings, Topic
from digest.text.catalogue import LANGUAGES

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
STARTER = ROOT / "digest" / "edge" / "starter" / "content"


def section(text: str, heading: str) -> str:
    """Give what stands below a heading, up to the next one of its level or above."""
    found = re.search(rf"^(#+) {re.escape(heading)}.*?\n(.*?)(?=^#{{1,2}} |\Z)", text, re.DOTALL | re.MULTILINE)
    assert found, f"there is no heading {heading}"
    if len(found[1]) == 3:
        return found[2].split("\n### ")[0]
    return found[2]


def rows(text: str) -> Iterator[list[str]]:
    """Give the cells of the table rows, without the marks of code."""
    for line in text.splitlines():
        if line.startswith("| ") and not set(line) <= set("|- "):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def codes(cell: str) -> tuple[str, ...]:
    """Give what is marked as code."""
    return tuple(re.findall(r"`([^`]+)`", cell))


def fenced(text: str, language: str) -> list[str]:
    """Give the contents of the code blocks in a language."""
    return re.findall(rf"^ *```{language}\n(.*?)^ *```$", text, re.DOTALL | re.MULTILINE)


def example(heading: str) -> str:
    """Give the one YAML example below a heading of the README."""
    (block,) = fenced(section(README, heading), "yaml")
    return block


COMMANDS = {
    f"{name} {inner}".strip(): command
    for name, group in sorted(main.commands.items())
    for inner, command in (sorted(group.commands.items()) if isinstance(group, click.Group) else [("", group)])
}
"""Every command by its name, that of a group with the group's: ``topics suggest``."""


def named_in(line: str) -> str:
    """The command that a line calls; the word after ``digest`` where there is none."""
    called = line.removeprefix("digest ")
    return next((name for name in COMMANDS if f"{called} ".startswith(f"{name} ")), called.split()[0])


# ---------------------------------------------------------------- commands


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme_with_its_arguments_and_options(name: str) -> None:
    command = COMMANDS[name]
    table = {named_in(codes(cells[0])[0]): cells for cells in rows(section(README, "The commands")) if "`digest " in cells[0]}
    arguments = [p.make_metavar(click.Context(command)) for p in command.params if isinstance(p, click.Argument)]
    options = {option for p in command.params if isinstance(p, click.Option) for option in (*p.opts, *p.secondary_opts)}

    assert table.keys() == COMMANDS.keys()
    assert codes(table[name][0]) == (" ".join(["digest", name, *arguments]),)
    assert set(codes(table[name][2])) == options


def test_the_options_of_all_commands_stand_in_the_readme() -> None:
    shared = {option for p in main.params if isinstance(p, click.Option) for option in p.opts}

    for option in shared | set(main.get_help_option_names(click.Context(main))) | {"-h", "--help"}:
        assert f"{option}`" in section(README, "The commands"), option


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_command_that_is_named_exists_with_the_options_given(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    named = [*re.findall(r"`(digest [^`]+)`", text)]
    named += re.findall(r"(?:^|&& )(digest [^\n&#]+)", "\n".join(fenced(text, "sh")), re.MULTILINE)

    assert named or document == "CONTRIBUTING.md"
    for line in named:
        name, rest = named_in(line), line.split()[2:]
        if name.startswith("-"):
            assert name in {"--version", "--help", "-h"}, line
            continue
        assert name in COMMANDS, line
        known = {option for p in COMMANDS[name].params for option in p.opts} | {"-h", "--help"}
        assert {word for word in rest if word.startswith("-")} <= known, line


def test_the_make_commands_that_are_named_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    for document in (README, CONTRIBUTING):
        named = set(re.findall(r"^(?:`?)make ([a-z-]+)", "\n".join(fenced(document, "sh")), re.MULTILINE))
        assert named
        assert named <= targets


# ---------------------------------------------------------------- content files and their keys


def test_every_content_file_and_every_format_stands_in_the_readme() -> None:
    files = {codes(cells[0])[0] for cells in rows(section(README, "The files that you write")) if codes(cells[0])}
    formats = {ending for cells in rows(section(README, "`articles/`")) for ending in codes(cells[0]) if ending.startswith(".")}

    assert {path.name + "/" * path.is_dir() for path in STARTER.iterdir()} | {"pages/"} <= files
    assert formats == set(ARTICLES)


KEYS = {
    "`articles/`": (front.KEYS, Front, {"authors": "author"}),
    "`sources.yml`": (outlets.KEYS, Outlet, {}),
    "`topics.yml`": (topics.KEYS, Topic, {}),
    "`edits.yml`": (edits.KEYS, Edits, {}),
    "`settings.yml`": (settings.KEYS, Settings, {}),
}
"""Heading: the keys that the reader of the file accepts, the noun that it fills, and fields of another name."""


@pytest.mark.parametrize("heading", KEYS)
def test_every_key_stands_in_the_readme_in_a_row_and_in_the_example(heading: str) -> None:
    known, noun, renamed = KEYS[heading]
    text = section(README, heading)
    described = [cells for cells in rows(text) if codes(cells[0]) and not codes(cells[0])[0].startswith(".")]
    told = {codes(cells[0])[0] for cells in described}
    aliases = {"url"} & set(known)

    assert told == set(known) - aliases
    assert all(f"`{alias}`" in text for alias in aliases)
    assert {renamed.get(field.name, field.name) for field in fields(noun) if field.compare} - {"id"} <= set(known)
    if heading != "`settings.yml`":
        assert all(re.search(rf"\b{key}:", example(heading)) for key in told)


def test_every_setting_stands_in_the_readme_with_its_default_and_its_bounds() -> None:
    table = {codes(cells[0])[0]: cells[2:] for cells in rows(section(README, "`settings.yml`")) if codes(cells[0])}
    assert table.pop("feed_authority") == ["from the site’s address", "", ""]

    assert table == {
        name: [str(getattr(Settings(), name)), str(least), str(greatest)] for name, (least, greatest) in settings.BOUNDS.items()
    } | {"language": [Settings().language, *LANGUAGES]}


def test_every_way_to_publish_stands_in_the_readme() -> None:
    told = [codes(cells[0])[0] for cells in rows(section(README, "Copyright")) if cells[0] != "`publish`"]

    assert told == [choice.value for choice in Publish]
    assert "`full` | everything; this is the default" in README
    assert Raw(()).publish is Publish.FULL


def test_the_noun_of_all_content_has_a_file_for_each_part() -> None:
    """Whoever adds a part of the content is led here."""
    assert {field.name for field in fields(Content)} == {
        "sources", "outlets", "topics", "edits", "settings", "pages", "site_name", "site_url", "repo_url",
    }  # fmt: skip


# ---------------------------------------------------------------- examples, to the letter


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    """A new digest in which every example of the README stands."""
    new_digest(tmp_path)
    content = tmp_path / "content"
    (content / "articles" / "port.md").write_text(example("`articles/`"), encoding="utf-8")
    for name in ("sources", "topics", "edits", "settings"):
        (content / f"{name}.yml").write_text(example(f"`{name}.yml`"), encoding="utf-8")
    return tmp_path


def test_the_examples_are_read_without_a_problem_and_every_decision_has_its_effect(digest: Path) -> None:
    outcome = build(digest)

    docs = digest / "build" / "docs"
    events = {event["id"]: event for event in json.loads((docs / "data" / "events.json").read_text(encoding="utf-8"))["events"]}
    truce = events["sample-truce"]
    summary = [sentence["text"] for sentence in truce["summary"]]
    assert [fault for fault in outcome.faults if not fault.note] == []
    assert truce["articles"] == ["sample-truce", "sample-truce-report"]
    assert truce["title"] == "Trump and Xi agree on a truce"
    assert "Trump and Xi met for 80 minutes." in summary
    assert "The tariffs that are in force will stay." not in summary
    assert ">Shipping<" in (docs / "events/summit-quay/index.md").read_text(encoding="utf-8")
    assert "summit-quay" not in events
    chosen = events["sample-heatwave"]["topics"] == ["shipping"]
    assert chosen is ("**not yet in force**" not in README), "`topics` of edits.yml works now: delete the note in the README"
    assert "events/summit-quay/" not in (docs / "index.md").read_text(encoding="utf-8")
    for place in ("articles/summit-quay/index.md", "articles/withdrawn-report/index.md", "events/truce-old-name/index.html"):
        assert (docs / place).is_file(), place


def test_the_messages_that_the_readme_shows_are_those_that_come(tmp_path: Path) -> None:
    new_digest(tmp_path)
    content = tmp_path / "content"
    (content / "articles" / "port.md").write_text(
        "---\ntitle: Port of Osaka: the quiet day\n---\nA quiet day.\n", encoding="utf-8"
    )
    (content / "articles" / "quay.txt").write_text("---\ntitle: Quay\ndate: 2019-06-31\n---\nA quiet day.\n", encoding="utf-8")
    (content / "topics.yml").write_text("shipping:\n  title: Shipping\n  phrase: [port]\n", encoding="utf-8")

    shown = CliRunner().invoke(main, ["check", "-C", str(tmp_path)])

    (block,) = fenced(section(README, "When something is wrong"), "text")
    assert shown.stderr.splitlines() == block.splitlines()
    assert shown.exit_code == 1


def test_the_line_that_the_readme_replaces_stands_in_the_starter() -> None:
    requirements = (STARTER.parent / "requirements.txt").read_text(encoding="utf-8")
    (line,) = [line for line in requirements.splitlines() if not line.startswith("#")]

    assert f"`{line}`" in README


# ---------------------------------------------------------------- links and tables


def anchors(text: str) -> set[str]:
    """Give the fragments that GitHub makes of a document's headings."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_and_picture_leads_somewhere(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    links = re.findall(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)\)", text)

    assert links
    for link in links:
        place, _, fragment = link.partition("#")
        if place.startswith(("https://", "http://")):
            continue
        assert not place or (ROOT / place).exists(), link
        if fragment:
            target = text if not place else (ROOT / place).read_text(encoding="utf-8")
            assert fragment in anchors(target), link


def test_the_pictures_are_small_and_described() -> None:
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", README)

    assert pictures
    for text, place in pictures:
        assert len(text) > 20
        assert (ROOT / place).stat().st_size < 250_000


def test_every_module_that_contributing_names_is_there() -> None:
    for path in re.findall(r"`((?:digest/|edge/|steps/|readers/|model/|tests/|site_templates/)[\w/.]+)`", CONTRIBUTING):
        assert any((root / path).exists() for root in (ROOT, ROOT / "digest")), path
