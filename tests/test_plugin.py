"""``mkdocs serve`` follows what people write: once per edit, and never without a site."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from digest.build import build
from digest.edge.new import new_digest

ARTICLE = "Leaders meet in Osaka\n\n28 June 2019\n\nThe leaders of twenty countries met in Osaka on Friday.\n\n{}\n"


class Server:
    """``mkdocs serve`` in a process of its own."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.output = ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{self.port}"],
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.output += line

    def wait(self, ready: Callable[[], bool], seconds: float = 40) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            if ready():
                return
            time.sleep(0.1)
        raise AssertionError(f"not ready in {seconds} s:\n{self.output}")

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=10) as answer:
                return str(answer.read().decode("utf-8"))
        except OSError:
            return ""

    def rebuilds(self) -> int:
        return self.output.count("Detected file changes")

    def settle(self) -> None:
        """Wait for longer than MkDocs takes to notice a change (0.5 s) and begin to build."""
        time.sleep(1.6)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.reader.join(5)
        if self.process.stdout:
            self.process.stdout.close()


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    new_digest(tmp_path)
    for file in (tmp_path / "content" / "articles").iterdir():
        file.unlink()
    (tmp_path / "content" / "articles" / "a.txt").write_text(ARTICLE.format("They talked about trade."), encoding="utf-8")
    (tmp_path / "content" / "articles" / "b.txt").write_text(
        "Floods in the south\n\nRain fell for three days.\n", encoding="utf-8"
    )
    build(tmp_path)
    return tmp_path


@pytest.fixture
def server(digest: Path) -> Iterator[Server]:
    server = Server(digest)
    try:
        server.wait(lambda: "Serving on" in server.output)
        yield server
    finally:
        server.stop()


def test_serve_follows_edits_survives_mistakes_and_recovers(digest: Path, server: Server) -> None:
    article = digest / "content" / "articles" / "a.txt"
    assert "They talked about trade" in server.page("articles/a/")

    # An edit appears after one rebuild.
    article.write_text(ARTICLE.format("They talked about the sea."), encoding="utf-8")
    server.wait(lambda: "They talked about the sea" in server.page("articles/a/"))
    server.settle()
    assert server.rebuilds() == 1

    # A broken article is one line with file and line, and the old page stays.
    article.write_text("---\ntitle: Osaka: a talk\n---\n" + ARTICLE.format("Broken."), encoding="utf-8")
    server.wait(lambda: "content/articles/a.txt:2: " in server.output)
    server.settle()
    assert "They talked about the sea" in server.page("articles/a/")
    assert server.output.count("content/articles/a.txt:2: ") == 1
    assert "Traceback" not in server.output

    # It is not repeated when something else changes, and what changed is shown.
    (digest / "content" / "articles" / "b.txt").write_text("Floods in the south\n\nRain fell for four days.\n", encoding="utf-8")
    server.wait(lambda: "four days" in server.page("articles/b/"))
    server.settle()
    assert server.rebuilds() == 3
    assert "They talked about the sea" in server.page("articles/a/")
    assert server.output.count("content/articles/a.txt:2: ") == 1

    # And it recovers.
    article.write_text(ARTICLE.format("They talked about the moon."), encoding="utf-8")
    server.wait(lambda: "They talked about the moon" in server.page("articles/a/"))
    server.settle()
    assert server.rebuilds() == 4
    assert "four days" in server.page("articles/b/")


def test_a_mistake_of_the_designer_is_one_line_and_the_site_stays(digest: Path, server: Server) -> None:
    own = digest / "site_templates" / "pages" / "home.md.jinja"
    own.parent.mkdir()
    own.write_text("# Mine\n\n{% if %}\n", encoding="utf-8")
    server.wait(lambda: "site_templates/pages/home.md.jinja:3: " in server.output)
    server.settle()
    assert "Leaders meet in Osaka" in server.page("")
    assert "Traceback" not in server.output

    own.write_text("# Mine\n", encoding="utf-8")
    server.wait(lambda: re.search(r"<h1[^>]*>Mine", server.page("")) is not None)


def test_a_plain_build_leaves_the_digest_alone(digest: Path) -> None:
    """Also: the site that a new digest gives has no warning."""
    (digest / "content" / "articles" / "a.txt").write_text(ARTICLE.format("Not yet built."), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=digest,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert "They talked about trade" in (digest / "build" / "site" / "articles" / "a" / "index.html").read_text(encoding="utf-8")
