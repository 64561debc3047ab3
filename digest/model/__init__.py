"""The nouns, frozen, in the order in which they come into being.

Data flows down this list and never back:

    content    Source, Outlet, Topic, Edits, Settings, Content
    article    Raw, Article
    findings   Keyword, Event, SummarySentence, TopicMatch, Passage, EventReport
    edition    Edition, Page, File

Everything here is data: no conversion, no validation (those live at the edge), no file, no clock.
Offsets called ``start`` and ``end`` count Unicode code points of an article's ``text``, end exclusive.
"""

from digest.model.article import (
    Article,
    Block,
    Found,
    Kind,
    Raw,
    Span,
)
from digest.model.content import (
    ArticleId,
    Content,
    Edits,
    EventId,
    Front,
    Outlet,
    OutletId,
    Phrase,
    Precision,
    Publish,
    Published,
    Removal,
    Settings,
    Source,
    SummaryEdit,
    Topic,
    TopicId,
)
from digest.model.edition import (
    Edition,
    File,
    Memo,
    Page,
)
from digest.model.findings import (
    Citation,
    Edit,
    Event,
    EventReport,
    Join,
    Keyword,
    Passage,
    Rejection,
    SummarySentence,
    TopicMatch,
)

__all__ = [
    "Article",
    "ArticleId",
    "Block",
    "Citation",
    "Content",
    "Edit",
    "Edition",
    "Edits",
    "Event",
    "EventId",
    "EventReport",
    "File",
    "Found",
    "Front",
    "Join",
    "Keyword",
    "Kind",
    "Memo",
    "Outlet",
    "OutletId",
    "Page",
    "Passage",
    "Phrase",
    "Precision",
    "Publish",
    "Published",
    "Raw",
    "Rejection",
    "Removal",
    "Settings",
    "Source",
    "Span",
    "SummaryEdit",
    "SummarySentence",
    "Topic",
    "TopicId",
    "TopicMatch",
]
