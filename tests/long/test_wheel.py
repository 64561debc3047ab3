"""What is published works by itself: the wheel in an environment of its own, without this folder."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]


class Installed:
    """A fresh environment that holds the wheel and what it depends on."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
        wheels = folder / "wheels"
        run(folder, sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", wheels, ROOT)
        run(folder, sys.executable, "-m", "venv", folder / "venv")
        (wheel,) = wheels.iterdir()
        run(folder, self.bin / "pip", "install", wheel)

    def __call__(self, cwd: Path, command: str, *arguments: str) -> str:
        """Run one of the installed commands, and give all that it says."""
        return run(cwd, self.bin / command, *arguments)


def environment() -> dict[str, str]:
    """Give this process's variables, without those that would let a command find this folder."""
    lead_here = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    return {name: value for name, value in os.environ.items() if name not in lead_here} | {"NO_MKDOCS_2_WARNING": "1"}


def run(cwd: Path, *command: str | Path) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))}:\n{done.stdout[-4000:]}"
    return done.stdout


def files(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()}


def front_page(process: subprocess.Popen[str], port: int) -> tuple[int, str]:
    """Ask until the server answers, for a minute at most."""
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as answer:
                return answer.status, answer.read().decode("utf-8")
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"no answer; exit code {process.poll()}")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("installed"))


def test_the_wheel_alone_makes_builds_serves_and_restyles_a_digest(installed: Installed, tmp_path: Path) -> None:
    where = installed(tmp_path, "python", "-c", "import digest; print(digest.__file__)")
    assert Path(where.strip()).is_relative_to(installed.bin.parent)

    # The commands that the README gives, in an empty folder.
    said = installed(tmp_path, "digest", "new", "my-digest")
    root = tmp_path / "my-digest"
    assert "next: cd my-digest && digest build && mkdocs serve" in said
    assert {"mkdocs.yml", ".gitignore", ".github/workflows/pages.yml", "content/topics.yml"} <= files(root).keys()
    assert ", no problems: " in installed(root, "digest", "build", "--strict")
    assert "WARNING" not in installed(root, "mkdocs", "build", "--strict")

    # The site has the samples: two reports of one event, one of another.
    events = json.loads((root / "build" / "site" / "data" / "events.json").read_text(encoding="utf-8"))["events"]
    assert sorted(sorted(event["articles"]) for event in events) == [
        ["sample-heatwave"],
        ["sample-truce", "sample-truce-report"],
    ]
    home = (root / "build" / "site" / "index.html").read_text(encoding="utf-8")
    for event in events:
        assert f'href="{event["url"]}"' in home
        page = (root / "build" / "site" / event["url"] / "index.html").read_text(encoding="utf-8")
        assert page.count("<h1") == 1
        assert event["summary"]
    assert (root / "build" / "site" / "assets" / "digest.css").is_file()

    # A second "new" adds nothing and overwrites nothing, also where the samples were replaced.
    (root / "content" / "articles" / "sample-heatwave.md").unlink()
    before = files(root)
    assert "no files added" in installed(tmp_path, "digest", "new", "my-digest")
    assert files(root) == before

    # Own templates and styles take effect; all others stay.
    (root / "site_templates" / "pages").mkdir(exist_ok=True)
    (root / "site_templates" / "pages" / "about.md.jinja").write_text("# Who we are\n\nThree neighbours.\n", encoding="utf-8")
    (root / "site_templates" / "theme" / "assets" / "custom.css").write_text(":root { --d-link: teal; }\n", encoding="utf-8")
    installed(root, "digest", "build", "--strict")
    installed(root, "mkdocs", "build", "--strict")
    about = (root / "build" / "site" / "about" / "index.html").read_text(encoding="utf-8")
    assert "Three neighbours." in about
    assert "assets/custom.css" in about
    assert (root / "build" / "site" / "assets" / "custom.css").read_text(encoding="utf-8") == ":root { --d-link: teal; }\n"
    assert not (root / "build" / "site" / "articles" / "sample-heatwave").exists()

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [str(installed.bin / "mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=root,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        status, page = front_page(server, port)
    finally:
        server.kill()
        server.wait()
    assert status == 200
    assert "sample-truce" in page


def test_new_in_a_folder_with_articles_adds_no_samples(installed: Installed, tmp_path: Path) -> None:
    own = tmp_path / "content" / "articles" / "2024" / "mine.txt"
    own.parent.mkdir(parents=True)
    own.write_text(
        "The library opens\n\n3 May 2024\n\nThe new library opened on Friday. It has two reading rooms.\n", encoding="utf-8"
    )

    installed(tmp_path, "digest", "new", ".")

    assert [path for path in files(tmp_path) if path.startswith("content/articles/")] == ["content/articles/2024/mine.txt"]
    assert "1 article, 1 event, no problems: " in installed(tmp_path, "digest", "build", "--strict")
    assert "WARNING" not in installed(tmp_path, "mkdocs", "build", "--strict")
