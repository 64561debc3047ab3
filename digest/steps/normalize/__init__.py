"""Source and Raw in, Article out: decides which lines are title, date, byline and boilerplate.

No word is lost or doubled: each one stands in the title, in the date line, in the byline, in ``set_aside`` or in a block.
A date or an author is never invented.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from digest.errors import Fault
from digest.model import Article, Block, Kind, Outlet, OutletId, Raw, Settings, Source, Span
from digest.steps.normalize.boilerplate import find_boilerplate, is_form
from digest.steps.normalize.byline import find_agency, find_authors
from digest.steps.normalize.certainty import DOMAIN, SUFFIX, certainties
from digest.steps.normalize.dateline import read_dateline
from digest.steps.normalize.draft import Draft
from digest.steps.normalize.headings import mark_headings, split_glued
from digest.steps.normalize.language import find_language
from digest.steps.normalize.outlet import find_address, find_outlet, outlet_in_lines, outlet_in_title, taken_for, with_address
from digest.steps.normalize.seams import part_headline, part_seams
from digest.steps.normalize.title import as_shown, find_title, is_headline
from digest.steps.normalize.when import find_date
from digest.text.escape import clean
from digest.text.sentences import split_sentences

LONGEST_NAME = 80
"""Characters of a title that names an entry in a message."""


def normalize(
    source: Source, raw: Raw, outlets: Mapping[OutletId, Outlet], settings: Settings
) -> tuple[Article | None, Outlet | None, tuple[Fault, ...]]:
    """Make an article of what a reader saw.

    Gives the article, or None where nothing readable is left; the outlet that it names and ``outlets`` does not know, else None;
    and what the editor should mend. A fault in a field costs that field, not the article.
    """
    raw, below = _title_parted(raw, source)
    draft = Draft(source, (*below, *split_glued(part_seams(_cleaned(raw.blocks), _given(raw, source)))), _entry(raw))
    raw = with_address(draft, raw)
    outlet, outlet_origin, source_url = find_outlet(source.front, raw, outlets)
    if one := taken_for(source.front, raw, outlet):
        draft.faults.append(Fault("content/sources.yml", 0, one, note=True))
    for index in sorted(find_boilerplate(draft.blocks)):
        draft.set_aside(index)
    title, title_origin = find_title(draft, raw, outlet)
    if title_origin != "front matter" and (outlet is None or outlet_origin == DOMAIN):
        found = outlet_in_title(title, source_url, outlets, raw.heading)
        if found:
            title, outlet, outlet_origin = *found, SUFFIX
    if title_origin != "front matter":
        title = as_shown(title, " ".join(clean(raw.heading).split()))
    if outlet is None and (credited := outlet_in_lines(draft, outlets)):
        outlet, outlet_origin = credited
    published = find_date(draft, raw, settings, source_url)
    authors, authors_origin = find_authors(draft, raw)
    blocks = tuple(mark_headings(draft.body(), standfirst=draft.has_standfirst()))
    if all(block.kind is Kind.HEADING for block in blocks):  # headings of nothing: they are the text
        blocks = tuple(replace(block, kind=Kind.PARAGRAPH) for block in blocks)
    form = next((line for line in draft.aside() if is_form(line)), "")
    if not blocks or (form and is_headline(blocks)):
        shown = form if len(form) <= LONGEST_NAME else f"{form[:LONGEST_NAME]}…"
        why = f"this holds a form or notice of the site (“{shown}”) and no article" if form else "no text is left below the title"
        draft.fault(0, f"{why}; expected at least one paragraph")
        return None, None, tuple(draft.faults)
    language, language_origin = find_language(source.front, raw, " ".join((title, *(block.text for block in blocks))))
    text = "\n".join(block.text for block in blocks)
    place, agency, dateline_at = read_dateline(blocks)
    place, place_origin = (place, dateline_at) if place else (draft.dateline, draft.dateline_at)
    agency, agency_origin = (agency, dateline_at) if agency else find_agency(draft, authors, authors_origin)
    address_origin = find_address(source.front, raw)[1]
    article = Article(
        id=source.id,
        path=source.path,
        title=title,
        title_origin=title_origin,
        published=published,
        authors=authors,
        authors_origin=authors_origin,
        outlet=outlet.id if outlet else None,
        outlet_origin=outlet_origin,
        source_url=source_url,
        language=language,
        language_origin=language_origin,
        blocks=blocks,
        set_aside=(*(line for line in (" ".join(clean(one).split()) for one in raw.aside) if line), *draft.aside()),
        sentences=_sentences(blocks, language),
        place=place,
        digest=hashlib.sha256(f"{title}\n{text}".encode()).hexdigest(),
        publish=source.front.publish or (outlet and outlet.publish) or raw.publish,
        event=source.front.event or "",
        topics=source.front.topics,
        repaired=raw.repaired,
        agency=agency,
        address_origin=address_origin,
        place_origin=place_origin,
        agency_origin=agency_origin,
        certainty=certainties(
            title=title_origin,
            date=published.origin if published else "",
            author=authors_origin,
            outlet=outlet_origin,
            language=language_origin,
            address=address_origin,
            place=place_origin,
            agency=agency_origin,
        ),
    )
    return article, outlet if outlet and outlet.id not in outlets else None, tuple(draft.faults)


def _entry(raw: Raw) -> str:
    """Name the article in a message, where its file may hold several."""
    if not raw.key:
        return ""
    title = " ".join(clean(raw.title.value).split()) if raw.title else ""
    return f"“{title if len(title) <= LONGEST_NAME else title[:LONGEST_NAME] + '…'}”" if title else "an entry without a title"


def _given(raw: Raw, source: Source) -> str:
    """Give the title that the file or the editor gives, or an empty string."""
    return source.front.title or (" ".join(clean(raw.title.value).split()) if raw.title else "")


def _title_parted(raw: Raw, source: Source) -> tuple[Raw, tuple[Block, ...]]:
    """Take a byline off the title that the format gives: it stands above the text, where bylines are looked for."""
    if not raw.title or source.front.title:
        return raw, ()
    title, *below = part_headline(" ".join(clean(raw.title.value).split()))
    parted = replace(raw, title=replace(raw.title, value=title)) if below else raw
    return parted, tuple(Block(Kind.PARAGRAPH, part) for part in below)


def _cleaned(blocks: tuple[Block, ...]) -> list[Block]:
    """Give the blocks in clean text on one line each; those in which nothing is left are no blocks."""
    texts = ((block, " ".join(clean(block.text).split())) for block in blocks)
    return [replace(block, text=text) for block, text in texts if text]


def _sentences(blocks: tuple[Block, ...], language: str) -> tuple[Span, ...]:
    spans, position = [], 0
    for block in blocks:
        if block.kind is not Kind.HEADING:
            spans += [Span(position + start, position + end) for start, end in split_sentences(block.text, language)]
        position += len(block.text) + 1
    return tuple(spans)
