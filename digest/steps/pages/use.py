"""What a reader may do with a page besides reading it: cite it, and report a problem with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from digest.model import Article, EventReport
from digest.steps.pages.cards import counts
from digest.steps.pages.site import Site
from digest.steps.pages.view import View
from digest.text.escape import clean, safe_url

QUOTED = 300
"""Characters of a sentence that a report of a problem quotes: the address that holds it must not grow too long for a server."""

BETWEEN_AUTHORS = " and "
"""As BibTeX wants it, in any language."""

SAID = 70
"""Characters of a sentence by which a reader knows it again."""


def cite_event(site: Site, report: EventReport) -> list[str]:
    """Give the fields of a BibTeX entry of an event's page, line by line."""
    days = site.days(report)
    size = counts(site, report)
    return _fields(
        {
            "title": report.title,
            "author": "{" + _for_tex(site.edition.content.site_name) + "}",
            "date": days[0].isoformat() if days else "",
            "url": _address(site, f"events/{report.id}/"),
            "note": site.t("cite.note.publishers" if size["publishers"] else "cite.note", **size),
        }
    )


def cite_article(site: Site, article: Article) -> list[str]:
    """Give the fields of a BibTeX entry of an article, at its own address where one is known."""
    published = article.published
    return _fields(
        {
            "title": article.title,
            "author": BETWEEN_AUTHORS.join(_for_tex(author) for author in article.authors),
            "publisher": site.outlet_name(article) if site.outlet(article) else "",
            "date": published.iso[:10] if published else "",
            "url": safe_url(article.source_url) or _address(site, f"articles/{article.id}/"),
        }
    )


def event_problems(site: Site, report: EventReport) -> list[View]:
    """Give where a reader reports a problem with each sentence of a summary, and with the page; none without a repository."""
    place = f"events/{report.id}/"
    problems: list[View] = []
    for number, sentence in enumerate(report.summary, 1):
        file = site.article(sentence.citations[0].article).path
        url = _problem(site, report.title, f"{place}#sum-{number}", sentence.text, file)
        problems.append({"said": site.t("quoted", text=_cut(sentence.text, SAID)), "outside": url})
    problems.append({"said": site.t("problem.rest"), "outside": _problem(site, report.title, place)})
    return problems if site.edition.content.repo_url else []


def article_problem(site: Site, article: Article) -> str:
    """Give where a reader reports a problem with an article; empty without a repository."""
    return _problem(site, article.title, f"articles/{article.id}/", file=article.path) if site.edition.content.repo_url else ""


def _problem(site: Site, title: str, place: str, sentence: str = "", file: str = "") -> str:
    """Give the address of a new issue that says already what it is about, as GitHub, Gitea and GitLab understand it."""
    repository = site.edition.content.repo_url
    told = [site.t("problem.page", url=_address(site, place) or place)]
    told += [site.t("problem.sentence", text=_cut(sentence, QUOTED))] if sentence else []
    told += [site.t("problem.file", file=file)] if file else []
    subject, text = site.t("problem.subject", title=title), "\n\n".join([*told, site.t("problem.wrong"), ""])
    subject, text = (quote(clean(said), safe="") for said in (subject, text))
    if "gitlab" in urlsplit(repository).netloc:
        return f"{repository}/-/issues/new?issue[title]={subject}&issue[description]={text}"
    return f"{repository}/issues/new?title={subject}&body={text}"


def _address(site: Site, place: str) -> str:
    root = site.edition.content.site_url
    return f"{root.rstrip('/')}/{place}" if root else ""


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _fields(fields: Mapping[str, str]) -> list[str]:
    given = {name: value if name in ("author", "url") else _for_tex(value) for name, value in fields.items() if value}
    return [f"{name} = {{{value}}}{',' if i < len(given) else ''}" for i, (name, value) in enumerate(given.items(), 1)]


def _for_tex(text: str) -> str:
    """Give a text that TeX prints as it is: braces and backslashes, which would end or begin something, go."""
    return re.sub(r"[\^~]", r"\\\g<0>{}", re.sub(r"[&%$#_]", r"\\\g<0>", re.sub(r"[{}\\]", "", text)))
