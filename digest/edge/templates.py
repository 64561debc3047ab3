"""Pages in, files out: the only place that knows Jinja."""

from __future__ import annotations

import html
import json
import re
import string
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import jinja2
import jinja2.compiler
import jinja2.nodes
import yaml
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError, Undefined
from markupsafe import Markup

from digest.edge.overrides import read_template
from digest.errors import DigestError, reason
from digest.model import Page
from digest.text.catalogue import Words, words
from digest.text.escape import clean, md_readable, md_text, safe_url

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def render(pages: Iterable[Page], root: Path, language: str = "en") -> dict[str, bytes]:
    """Give the files of the pages by path below ``build/``; see ``renderer``."""
    rendered = renderer(root, language)
    return {page.path: rendered(page) for page in pages}


def renderer(root: Path, language: str = "en") -> Callable[[Page], bytes]:
    """Give what makes a page's file: front matter and what the template makes of the view.

    Templates come from ``site_templates/pages`` of the digest's folder ``root``, else from the package.
    Every string that a template shows passes ``md_text`` by itself (see ``_shown``); further filters:

    * ``attr``: text inside a quoted HTML attribute, our own addresses among it, in its shortest safe form
    * ``html``: a piece of text in a page that is plain HTML (the daily edition), in its shortest safe form
    * ``url``: an address from an article for an HTML attribute; empty if a page may not link to it
    * ``readable``: a block of text as Markdown that a person can read, for ``build/articles``

    ``t("key", name=value)`` gives a text of the catalogue of the site's ``language``, and escapes what is put in.

    Raises DigestError, naming file and line, for a template that fails.
    """
    environment = _environment(root, words(language))

    def rendered(page: Page) -> bytes:
        try:
            body = environment.get_template(page.template).render(page.view)
        except jinja2.TemplateNotFound as error:
            raise DigestError(f"site_templates/pages/{error.name}: there is no such template (needed for {page.path})") from error
        except Exception as error:
            place = _place(error, root)
            if place or isinstance(error, TemplateError):
                raise DigestError(f"{place or 'site_templates/pages/' + page.template}: {_one_line(error)}") from error
            raise
        body = body.strip("\n") + "\n"
        text = f"---\n{_front_matter(page)}---\n\n{body}" if page.path.endswith(".md") else body
        return text.encode("utf-8")

    return rendered


def theme_files(root: Path, language: str = "en") -> dict[str, bytes]:
    """Give the merged theme: the package's files, each replaced by the one of the same name in ``root/site_templates/theme``.

    ``{{ t("key") }}`` in its HTML and ``t("key")`` in its scripts become the text of the catalogue: MkDocs does not know it.
    """
    t = words(language)
    merged: dict[str, bytes] = {}
    for folder in (shipped(), root / "site_templates"):
        theme = folder / "theme"
        for file in sorted(theme.rglob("*")) if theme.is_dir() else ():
            below = file.relative_to(theme)
            if file.is_file() and not any(part.startswith(".") for part in below.parts):
                try:
                    merged[f"theme/{below.as_posix()}"] = _worded(file.read_bytes(), file.suffix, t)
                except OSError as error:
                    raise DigestError(
                        f"site_templates/theme/{below.as_posix()}: the file cannot be read ({reason(error)})"
                    ) from error
    return merged


def _worded(text: bytes, suffix: str, t: Words) -> bytes:
    """Put the site's own words into a file of the theme; a key that there is not stays as it is written."""
    if suffix not in _THEME_WORDS:
        return text
    pattern, said = _THEME_WORDS[suffix]

    def put(match: re.Match[bytes]) -> bytes:
        key = match[1].decode()
        return said(t.texts[key]).encode() if key in t.texts else match[0]

    return pattern.sub(put, text)


_THEME_WORDS: Mapping[str, tuple[re.Pattern[bytes], Callable[[str], str]]] = {
    ".html": (re.compile(rb'\{\{ t\("([\w.]+)"\) \}\}'), partial(html.escape, quote=True)),
    ".js": (re.compile(rb'\bt\("([\w.]+)"\)'), partial(json.dumps, ensure_ascii=False)),
}


def shipped() -> Path:
    """Give the folder of the templates that come with the package: inside it in a wheel, beside it in an editable install."""
    package = Path(str(files("digest")))
    inside = package / "site_templates"
    return inside if inside.is_dir() else package.parent / "site_templates"


def _shown(value: object) -> object:
    """Make a value fit to stand in a page: Jinja calls this for every expression that a template prints.

    Only what a template made itself (macros, ``set`` blocks, our filters) passes as it is.
    """
    if value is None:
        return ""
    if hasattr(value, "__html__") or isinstance(value, (bool, int, float, Undefined)):
        return value
    return Markup(md_text(str(value)))  # noqa: S704 - md_text leaves nothing that could act


def _say(t: Words, key: str, /, **values: object) -> Markup:
    """Give one of the site's own texts: the catalogue is as trustworthy as a template, what is put in is not."""
    safe = {name: value if isinstance(value, int) else _shown(value) for name, value in values.items()}
    return Markup(t(key, **safe))  # noqa: S704


_SPACE = re.compile(r"\s+")
_IN_ATTRIBUTES = {ord(character): f"&#{ord(character)};" for character in string.punctuation if character not in "-./:?=#%,;+@()"}


def _attribute(value: object) -> Markup:
    """An attribute needs fewer references than a paragraph: addresses stay legible, and short."""
    return Markup(" ".join(clean(str(value)).split()).translate(_IN_ATTRIBUTES))  # noqa: S704


def _plain_html(value: object) -> Markup:
    """As in an attribute, and a space at either end stays: what Markdown or a mailing program acts on is escaped as well."""
    return Markup(_SPACE.sub(" ", clean(str(value))).translate(_IN_ATTRIBUTES))  # noqa: S704


def _joined(values: Iterable[object], between: object = "", attribute: str | None = None) -> object:
    """Jinja's ``join`` and ``~``, except that text beside markup is escaped for Markdown and not for HTML alone."""
    parts = [getattr(value, attribute) if attribute and not isinstance(value, Mapping) else value for value in values]
    parts = [part[attribute] if attribute and isinstance(part, Mapping) else part for part in parts]
    if any(hasattr(part, "__html__") for part in (*parts, between)):
        return Markup(str(_shown(between)).join(str(_shown(part)) for part in parts))  # noqa: S704
    return str(between).join(str(part) for part in parts)


class _Generator(jinja2.compiler.CodeGenerator):
    """Compiles ``~`` to ``_joined``: Jinja's own escapes for HTML alone."""

    def visit_Concat(self, node: jinja2.nodes.Concat, frame: jinja2.compiler.Frame) -> None:  # noqa: N802
        self.write("environment.filters['join']((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _Loader(FileSystemLoader):
    """Loads templates; one that is not UTF-8 is an error that names the file."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Any]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError:
            read_template(Path(self.searchpath[0]) / template, template)
            raise


def template_names() -> frozenset[str]:
    """Give the names of the package's templates."""
    return frozenset(file.name for file in (shipped() / "pages").iterdir() if file.name.endswith(".jinja"))


def _environment(root: Path, t: Words) -> Environment:
    folders = (root / "site_templates" / "pages", shipped() / "pages")
    environment = Environment(
        loader=ChoiceLoader([_Loader(folder) for folder in folders]),
        autoescape=True,  # so that macros and set blocks give markup; text is escaped by finalize before this sees it
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.code_generator_class = _Generator
    environment.filters |= {
        "attr": _attribute,
        "html": _plain_html,
        "url": lambda value: _attribute(safe_url(str(value))),
        "readable": lambda value: Markup(md_readable(str(value))),  # noqa: S704
        "join": _joined,
        **dict.fromkeys(("e", "escape", "forceescape"), _shown),
    }
    environment.globals["t"] = partial(_say, t)
    return environment


def _front_matter(page: Page) -> str:
    meta: dict[str, Any] = _plain(page.meta)
    if page.path.startswith("docs/"):  # Material prints these two as HTML, and so does its search
        for key, quote in (("title", False), ("description", True)):
            if isinstance(meta.get(key), str):
                meta[key] = html.escape(meta[key], quote=quote)
    text: str = yaml.dump(meta, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=2**30)
    if yaml.load(text, Loader=_LOADER) != meta or re.search(r"^(?:---|\.\.\.)", text, re.MULTILINE):  # noqa: S506 - a safe loader
        raise DigestError(f"{page.path}: its front matter cannot be written so that it reads back the same")
    return text


def _plain(value: object) -> Any:
    """Lists, dicts and scalars that YAML knows; text on one line."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return clean(str(value)).replace("\n", " ")


def _place(error: BaseException, root: Path) -> str:
    """Give ``file:line`` of the innermost template that took part, or nothing."""
    if isinstance(error, TemplateSyntaxError):
        return f"{_from(error.filename or error.name or '', root)}:{error.lineno}"
    place, step = "", error.__traceback__
    while step:
        name = step.tb_frame.f_code.co_filename
        if Path(name).parent.name == "pages" and "site_templates" in Path(name).parts:
            place = f"{_from(name, root)}:{step.tb_lineno}"
        step = step.tb_next
    return place


def _from(name: str, root: Path) -> str:
    file = Path(name)
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else name


def _one_line(error: BaseException) -> str:
    text = " ".join(str(error).split()).rstrip(".")
    return text if isinstance(error, TemplateError) else f"{type(error).__name__}: {text}"
