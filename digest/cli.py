"""The command line: arguments in, exit code out.

Heavy imports stand inside the commands, so that ``digest --help`` answers at once.
"""

from __future__ import annotations

import io
import shlex
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, Self

import click

from digest.errors import ContentError, DigestError, Fault

directory = click.option(
    "-C",
    "--directory",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The folder of the digest; the current one if it is not given.",
)


class _InOrder(click.Group):
    """Lists its commands in the order of an editor’s day, not by letter."""

    def list_commands(self, _: click.Context) -> list[str]:
        """Give the commands as they stand in this file."""
        return list(self.commands)


@click.group(
    cls=_InOrder,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="To begin: digest new FOLDER makes a digest with three articles to try, and says what to type next.",
)
@click.version_option(package_name="news-digest", message="%(prog)s %(version)s")
def main() -> None:
    """Turn a folder of news articles into a site: one page per event, every sentence traced to its sources."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a title may hold any letter; a terminal that lacks it must not end the build
            stream.reconfigure(errors="backslashreplace")


@main.command(short_help="Make a digest in a folder.")
@click.argument("target", type=click.Path(path_type=Path), metavar="DIR")
def new(target: Path) -> None:
    """Make a digest in the folder DIR: whatever is missing is added, nothing is overwritten."""
    from digest.edge.new import new_digest

    with _errors_in_one_line():
        added = new_digest(target)
    for path in added:
        click.echo(path)
    if "mkdocs.yml" not in added and not _shows_digest(target):
        click.echo(
            "your mkdocs.yml was kept; to show the digest it needs docs_dir: build/docs, site_dir: build/site,"
            " theme: {name: material, custom_dir: build/theme}, plugins: [search, digest]"
        )
    here = "" if target.resolve() == Path.cwd() else f"cd {shlex.quote(str(target))} && "
    click.echo(f"{_count(len(added), 'file')} added; next: {here}digest build && mkdocs serve")


@main.command(short_help="Make the pages from your articles.")
@directory
@click.option("--strict", is_flag=True, help="Exit with code 1 if there is any problem in content/.")
def build(root: Path, strict: bool) -> None:
    """Read content/ and write build/.

    A problem in content/ is reported and costs as little as possible; the rest of the digest is built.
    """
    from digest.build import build as run

    with _errors_in_one_line(), _Progress() as progress:
        outcome = run(root, progress=progress.show)
    _report(outcome.faults)
    problems = sum(not fault.note for fault in outcome.faults)
    counts = f"{_count(outcome.articles, 'article')}, {_count(outcome.events, 'event')}, {_count(problems, 'problem')}"
    click.echo(f"{counts}: {_count(outcome.changed, 'file')} changed in build/")
    if strict and problems:
        sys.exit(1)


@main.command(short_help="List every problem in your files; write nothing.")
@directory
def check(root: Path) -> None:
    """Report every problem in content/ and write nothing; the exit code is 1 if there is one."""
    from digest.build import check as run

    with _errors_in_one_line():
        faults = run(root)
    _report(faults)
    problems = sum(not fault.note for fault in faults)
    click.echo(f"{_count(problems, 'problem')} in content/")
    if problems:
        sys.exit(1)


@main.command(short_help="Prove every sentence of the built site.")
@directory
def verify(root: Path) -> None:
    """Prove a built site: check every published sentence against content/; the exit code is 1 if one does not hold."""
    from digest.build import verify as run

    with _errors_in_one_line():
        held, faults = run(root)
    _report(faults)
    hint = "; if content/ has changed since the last build, run digest build first" if faults else ""
    click.echo(f"{_count(held, 'sentence')} {'holds' if held == 1 else 'hold'}, {_count(len(faults), 'problem')} found{hint}")
    if faults:
        sys.exit(1)


@main.command(short_help="Say why an article or event is as it is.")
@click.argument("name", metavar="ARTICLE-OR-EVENT")
@directory
def explain(name: str, root: Path) -> None:
    """Say why articles are one event, why a topic was given, and where dates and titles came from."""
    from digest.build import explain as run

    with _errors_in_one_line():
        text = run(root, name)
    click.echo(text.rstrip("\n"))


@main.command(short_help="Show what was read from an article file.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@directory
def normalize(files: tuple[Path, ...], root: Path) -> None:
    """Show what was read from article files: first title, date, author and the like, then the text."""
    from digest.build import normalize_file

    failed = False
    for number, file in enumerate(files):
        with _errors_in_one_line():
            text, faults = normalize_file(root, file)
        _report(faults)
        failed = failed or not text
        if text:
            click.echo(("\n" if number else "") + text.rstrip("\n"))
    if failed:
        sys.exit(1)


@main.group(short_help="Find themes for content/topics.yml.")
def topics() -> None:
    """Look after the topics of content/topics.yml."""


@topics.command(short_help="Print themes that no topic covers yet.")
@directory
def suggest(root: Path) -> None:
    """Print themes that the articles hold and no topic covers, with phrases to paste into content/topics.yml."""
    from digest.build import suggest as run

    with _errors_in_one_line():
        text = run(root)
    click.echo(text.rstrip("\n"))


def _shows_digest(target: Path) -> bool:
    files = [target / name for name in ("mkdocs.yml", "mkdocs.yaml")]
    return any("build/docs" in file.read_text(encoding="utf-8", errors="replace") for file in files if file.is_file())


class _Progress:
    """Shows how far long work has come, on a terminal only: a pipe or a log stays clean."""

    after = 1.0
    """Seconds of work before anything is shown."""

    def __init__(self) -> None:
        self._start, self._width = time.monotonic(), 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._width:
            self._draw("")

    def show(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` articles were looked at."""
        if total and sys.stderr.isatty() and time.monotonic() - self._start > self.after:
            filled = 30 * done // total
            self._draw(f"[{'#' * filled}{' ' * (30 - filled)}] {done} of {total} articles")

    def _draw(self, text: str) -> None:
        click.echo(f"\r{text.ljust(self._width)}" + ("" if text else "\r"), nl=False, err=True)
        self._width = len(text)


@contextmanager
def _errors_in_one_line() -> Iterator[None]:
    """End with exit code 1 and the message, without a traceback, where the digest cannot be made."""
    try:
        yield
    except ContentError as error:
        _report(error.faults)
        _fail(error)
    except DigestError as error:
        _fail(error)


def _fail(error: DigestError) -> NoReturn:
    click.echo(f"digest: {error}", err=True)
    sys.exit(1)


def _report(faults: Iterable[Fault]) -> None:
    for fault in faults:
        click.echo(str(fault), err=True)


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
