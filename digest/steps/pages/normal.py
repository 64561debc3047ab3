"""The normalised article as a file that a person can read: ``build/articles/<id>.md``."""

from __future__ import annotations

from digest.model import Article, Page, Precision
from digest.steps.pages.site import Site


def normal_page(site: Site, article: Article) -> Page:
    """Lay out an article's own file: all that is known about it as front matter, then its whole text; never published."""
    report = site.event_of(article.id)
    outlet = site.outlet(article)
    published = article.published
    meta: dict[str, object] = {
        "id": article.id,
        "title": article.title,
        "title_from": article.title_origin,
        "date": published.iso if published else None,
        "date_precision": (published.precision if published else Precision.NONE).value,
        "date_from": published.origin if published else None,
        "author": list(article.authors),
        "author_from": article.authors_origin or None,
        "place": article.place or None,
        "agency": article.agency or None,
        "source": outlet.name if outlet else None,
        "source_from": article.outlet_origin or None,
        "source_url": article.source_url or None,
        "language": article.language,
        "publish": article.publish.value,
        "keywords": [keyword.text for keyword in site.edition.keywords.get(article.id, ())],
        "topics": [match.topic for match in report.topics],
        "event": report.id,
        "path": article.path,
        "content_hash": f"sha256:{article.digest}",
        "certainty": {field: article.certainty[field].value for field in sorted(article.certainty)},
        "set_aside": list(article.set_aside),
    }
    view: dict[str, object] = {
        "blocks": [
            {"kind": block.kind.value, "level": min(6, max(2, block.level)), "text": block.text} for block in article.blocks
        ]
    }
    return Page(f"articles/{article.id}.md", "article-text.md.jinja", meta, view)
