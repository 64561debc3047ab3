"""Lets ``mkdocs serve`` follow ``content/`` and ``site_templates/``, and gives the site its search."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files

from digest.build import Outcome, build
from digest.edge.search import find_indexer, index_site
from digest.errors import ContentError, DigestError, Fault, OutputError


class NoOptions(Config):  # type: ignore[no-untyped-call] # MkDocs leaves __init_subclass__ untyped
    """The plugin has none: what can be set is set in ``content/settings.yml``, for the command line as well."""


log = get_plugin_logger("digest")


class DigestPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call] # MkDocs leaves __init_subclass__ untyped
    """Builds the digest when ``mkdocs serve`` starts and whenever its sources change, and indexes every site that MkDocs renders.

    Pages never depend on it: where it does not run, or there is no indexer for the machine, the theme shows Material's search.

    One object lives as long as the server (MkDocs keeps plugins that have ``on_startup``), and so knows what it has
    already reported.
    """

    def __init__(self) -> None:
        self.serving = False
        self.known: frozenset[Fault] = frozenset()
        """The faults that have been shown and still stand."""
        self.last: Outcome | None = None
        """The last build: an article that has just been broken keeps the page that it had there until it is mended."""
        self.indexer = find_indexer()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs names them
        """Note whether this is a server."""
        self.serving = command == "serve"

    @event_priority(100)  # before Material's search plugin reads its own options
    def on_config(self, config: MkDocsConfig) -> None:
        """Switch Material's search off: its index grows with the archive, and every page view would fetch it."""
        material = config.plugins.get("material/search")
        if self.indexer and material:
            material.config["enabled"] = False

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Tell the theme which search to show."""
        env.globals["digest_search"] = self.indexer is not None

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index the finished site."""
        if self.indexer:
            try:
                index_site(self.indexer, Path(config.site_dir))
            except OutputError as error:
                raise PluginError(str(error)) from error

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build the digest before MkDocs looks for pages."""
        if self.serving:
            self._build(Path(config.config_file_path).parent)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]) -> LiveReloadServer:  # noqa: ARG002
        """Watch what people write, and not what is made of it.

        Otherwise each edit rebuilds twice: once for the edit and once for the pages that it changed (measured).
        """
        server.unwatch(config.docs_dir)
        for folder in ("content", "site_templates"):
            place = Path(config.config_file_path).parent / folder
            if place.is_dir():
                server.watch(str(place))
        return server

    def _build(self, root: Path) -> None:
        try:
            outcome = build(root, last_read=self.last.sources if self.last else (), keep_read=True)
        except ContentError as error:
            self._report(error.faults)
            log.error(str(error))
        except DigestError as error:
            log.error(str(error))
        else:
            self.last = outcome
            self._report(outcome.faults)

    def _report(self, faults: tuple[Fault, ...]) -> None:
        """Show each new fault once, in one line; one that was mended and comes back is new."""
        for fault in faults:
            if fault not in self.known:
                log.warning(str(fault))
        self.known = frozenset(faults)
