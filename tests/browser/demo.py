"""The demo as a reader gets it: built and rendered in a folder of its own, served on this machine."""

from __future__ import annotations

import gzip
import io
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

ROOT = Path(__file__).parents[2]


def build_demo(folder: Path, *, language: str = "en") -> Path:
    """Copy the demo's content into ``folder``, build and render it; give the folder of the finished site.

    ``language`` is that of the site's own words.

    Fails where MkDocs has a single warning.
    """
    shutil.copytree(ROOT / "content", folder / "content", dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    with (folder / "content" / "settings.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nlanguage: {language}\n" if language != "en" else "")
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    for command in (["digest", "build"], ["mkdocs", "build", "--strict"]):
        done = subprocess.run([sys.executable, "-m", *command], cwd=folder, env=env, capture_output=True, text=True, check=False)
        assert not done.returncode, f"{' '.join(command)}: {done.stdout}{done.stderr}"
    return folder / "build" / "site"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files as a web host does, text compressed, and says nothing."""

    protocol_version = "HTTP/1.1"
    TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml")

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Compress what is text, for a browser that takes it."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if self.path.partition("?")[0].endswith("/") else file
        if file.suffix not in self.TEXT or not file.is_file() or "gzip" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        body = gzip.compress(file.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name
        """Stay quiet."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site on this machine; gives its address, ``http://127.0.0.1:port/``."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
