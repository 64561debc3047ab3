"""The commands do what an editor was promised, and say what is wrong in one line each."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli import main

ARTICLE = """Leaders meet in Osaka

28 June 2019

The leaders of twenty countries met in Osaka on Friday. They talked about trade for two hours.

A second meeting is planned for Saturday, officials said.
"""


def run(*arguments: str | Path) -> Result:
    """Run the command line in this process; a traceback fails the test."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    """A digest of one article."""
    articles = tmp_path / "content" / "articles"
    articles.mkdir(parents=True)
    (articles / "good.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def _add(root: Path, name: str, data: str | bytes) -> None:
    file = root / "content" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data if isinstance(data, bytes) else data.encode())


def test_every_command_has_help() -> None:
    assert {"build", "check", "explain", "new", "normalize"} <= set(main.commands)
    for name in main.commands:
        result = run(name, "--help")
        assert result.exit_code == 0
        assert len(result.output.splitlines()[2].strip()) > 20


def test_the_list_of_commands_is_in_the_order_of_their_use_and_none_is_cut_short() -> None:
    said = run("--help").output
    assert list(main.commands)[:3] == ["new", "build", "check"]
    listed = [line.split()[0] for line in said.split("Commands:\n")[1].split("\n\n")[0].splitlines()]
    assert listed == list(main.commands)
    assert "..." not in said.split("Commands:")[1]
    assert "digest new FOLDER" in said


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, digest.cli; print(sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    for heavy in ("numpy", "yake", "trafilatura", "mkdocs", "jinja2", "yaml", "markdown", "lxml"):
        assert f"'{heavy}'" not in loaded


def test_a_build_says_what_it_did_and_a_second_one_does_nothing(digest: Path) -> None:
    first, second = run("build", "-C", digest), run("build", "-C", digest)

    assert first.stderr == ""
    assert first.stdout.startswith("1 article, 1 event, no problems: ")
    assert second.stdout == "1 article, 1 event, no problems: no files changed in build/\n"
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert (digest / "build" / "docs" / "articles" / "good" / "index.md").is_file()


BAD: dict[str, tuple[str | bytes, str]] = {
    "articles/empty.txt": (b"", "empty"),
    "articles/binary.txt": (b"\x7fELF\x02\x01\x01\0\0\0\0", "not a text file"),
    "articles/large.txt": (b"word " * 10_000_000, "50.0 MB"),
    "articles/format.docx": (b"PK", "not a format that digest reads"),
    "articles/folder.txt/inner.txt": ("x", "this is a folder"),
    "articles/type.txt": (f"---\ntitle: [a]\n---\n{ARTICLE}", "expected text"),
    "articles/key.txt": (f"---\ntitel: a\n---\n{ARTICLE}", 'did you mean "title"?'),
    "articles/day.txt": (f"---\ndate: 2019-02-30\n---\n{ARTICLE}", "not on the calendar"),
    "articles/colon.txt": (f"---\ntitle: Osaka: a talk\n---\n{ARTICLE}", "must be put in quotes"),
    "articles/no.txt": (f"---\ntitle: No\n---\n{ARTICLE}", "put it in quotes"),
    "articles/year.txt": (f"---\ntitle: 2019\n---\n{ARTICLE}", "put it in quotes"),
    "articles/one.txt": (f"---\nid: same\n---\n{ARTICLE}", "the same id as content/articles/two.txt"),
    "articles/two.txt": (f"---\nid: same\n---\n{ARTICLE}", "the same id as content/articles/one.txt"),
    "edits.yml": ("titles: {missing: A title}\n", "missing"),
}


def test_each_bad_input_is_one_line_and_the_rest_is_built(digest: Path) -> None:
    for name, (data, _) in BAD.items():
        _add(digest, name, data)
    (digest / "content" / "articles" / "dangling.txt").symlink_to("nowhere.txt")
    _add(digest, "articles/sixteen.txt", ARTICLE.replace("Osaka", "Ōsaka").encode("utf-16"))
    _add(digest, "articles/windows.txt", ARTICLE.replace("Osaka", "Osaka – “now”").encode("cp1252"))

    result = run("build", "-C", digest)

    lines = result.stderr.splitlines()
    assert len(lines) == len(BAD) + 1
    for name, (_, words) in BAD.items():
        path = f"content/{name.removesuffix('/inner.txt')}"
        assert len([line for line in lines if line.startswith(f"{path}:") and words in line]) == 1, (path, lines)
    assert [line for line in lines if line.startswith("content/articles/dangling.txt: this link leads to nothing")]
    assert result.exit_code == 0
    built = {folder.name for folder in (digest / "build" / "docs" / "articles").iterdir()}
    assert built == {"good", "sixteen", "windows", "type", "key", "day", "no", "year"}
    assert "Ōsaka" in (digest / "build" / "articles" / "sixteen.md").read_text(encoding="utf-8")
    assert "“now”" in (digest / "build" / "articles" / "windows.md").read_text(encoding="utf-8")


def test_strict_turns_a_problem_into_an_exit_code(digest: Path) -> None:
    _add(digest, "articles/empty.txt", "")
    assert run("build", "-C", digest).exit_code == 0
    assert run("build", "--strict", "-C", digest).exit_code == 1
    assert (digest / "build" / "docs" / "index.md").is_file()


def test_check_reports_and_writes_nothing(digest: Path) -> None:
    assert run("check", "-C", digest).stdout == "no problems in content/\n"
    _add(digest, "articles/empty.txt", "")
    result = run("check", "-C", digest)
    assert (result.exit_code, result.stderr) == (1, "content/articles/empty.txt: the file is empty\n")
    assert not (digest / "build").exists()


def test_normalize_shows_what_was_made_of_a_file(digest: Path) -> None:
    result = run("normalize", "-C", digest, digest / "content" / "articles" / "good.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith("---\n")
    assert "title: Leaders meet in Osaka\n" in result.stdout
    assert "They talked about trade for two hours." in result.stdout


def test_normalize_names_a_file_that_is_not_there(digest: Path) -> None:
    result = run("normalize", "-C", digest, digest / "nowhere.txt")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert "nowhere.txt" in result.stderr


def test_normalize_names_a_file_of_another_kind(digest: Path) -> None:
    _add(digest, "articles/x.pdf", b"%PDF-1.4\n\0\xff")
    result = run("normalize", "-C", digest, digest / "content" / "articles" / "x.pdf")
    assert result.exit_code == 1
    assert result.output.startswith("content/articles/x.pdf: not a format that digest reads: expected .txt, .md")
    assert result.output.count("\n") == 1


def test_explain_knows_articles_and_names_what_it_does_not_know(digest: Path) -> None:
    assert "good" in run("explain", "good", "-C", digest).stdout
    result = run("explain", "nothing", "-C", digest)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("digest: ")
    assert len(result.stderr.splitlines()) == 1


def test_topics_suggest_prints_yaml_and_says_where_there_is_too_little(digest: Path) -> None:
    result = run("topics", "suggest", "-C", digest)
    assert result.exit_code == 0
    assert result.stdout.startswith("# There is too little to suggest a topic from: ")
    run("build", "-C", digest)
    assert (digest / "build" / "topics-suggested.yml").read_text(encoding="utf-8").startswith("# Phrases that mark")
    assert not (digest / "content" / "topics.yml").exists()


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_folder_that_is_no_digest_is_one_line(tmp_path: Path, command: str) -> None:
    result = run(command, "-C", tmp_path)
    assert result.exit_code == 1
    assert result.stderr == (
        f"digest: {tmp_path} is no digest: there is no folder content/articles in it (digest new {tmp_path} makes one)\n"
    )


def test_a_folder_that_cannot_be_written_is_one_line(digest: Path) -> None:
    (digest / "build").write_text("a file")
    result = run("build", "-C", digest)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("digest: ")


def test_a_takedown_that_cannot_be_read_stops_the_build_and_names_the_line(digest: Path) -> None:
    _add(digest, "edits.yml", "removed:\n  good: asked: by its author\n")
    result = run("build", "-C", digest)
    assert result.exit_code == 1
    first, last = result.stderr.splitlines()
    assert first == 'content/edits.yml:2: a value with a colon in it must be put in quotes: good: "asked: by its author"'
    assert last.startswith("digest: content/edits.yml cannot be read")


def test_a_mistake_in_a_template_is_one_line(digest: Path) -> None:
    page = digest / "site_templates" / "pages" / "home.md.jinja"
    page.parent.mkdir(parents=True)
    page.write_text("# Mine\n{{ nothing_of_that_name }}\n")
    result = run("build", "-C", digest)
    assert result.exit_code == 1
    assert result.stderr.startswith("digest: site_templates/pages/home.md.jinja:2: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_new_digest_builds_without_a_problem(tmp_path: Path) -> None:
    result = run("new", tmp_path / "mine")
    assert result.exit_code == 0
    assert "mkdocs.yml\n" in result.stdout
    assert result.stdout.endswith(f"next: cd {tmp_path / 'mine'} && digest build && mkdocs serve\n")
    assert "3 articles" in run("build", "--strict", "-C", tmp_path / "mine").stdout


def test_any_terminal_can_show_any_title(digest: Path) -> None:
    """A terminal that lacks a letter must not end the build."""
    _add(digest, "articles/bad.txt", "---\ntitle: [ü]\n日本: x\n---\nText of an article.\n")
    done = subprocess.run(
        [sys.executable, "-m", "digest", "check", "-C", str(digest)],
        capture_output=True,
        env={"PYTHONIOENCODING": "latin-1:strict", "PYTHONUTF8": "0"},
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert b'unknown key "\\u65e5\\u672c"' in done.stderr


def test_a_file_that_is_gone_since_the_last_build_is_noted_once_unless_an_edit_says_where_it_went(digest: Path) -> None:
    for name in ("port", "quay", "sample-one"):
        _add(digest, f"articles/{name}.txt", ARTICLE.replace("Osaka", name.title()))
    run("build", "-C", digest)
    (digest / "content/articles/port.txt").rename(digest / "content/articles/harbour.txt")
    (digest / "content/articles/quay.txt").unlink()
    (digest / "content/articles/sample-one.txt").unlink()
    _add(digest, "articles/good.txt", "")
    result = run("build", "-C", digest, "--strict")

    assert "content/edits.yml: note: no file has the id port, quay any more, which the last build had" in result.output
    assert "content/articles/good.txt: the file is empty" in result.output
    assert "note" not in run("build", "-C", digest).output

    _add(digest, "edits.yml", "moved:\n  harbour: kai\n")
    (digest / "content/articles/harbour.txt").rename(digest / "content/articles/kai.txt")
    assert "note" not in run("build", "-C", digest).output
