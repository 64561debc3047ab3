"""The nouns, frozen, in the order in which they come into being.

Data flows down this list and never back:

    content    Source, Outlet, Topic, Edits, Settings, Content
    article    Raw, Article
    findings   Keyword, Event, SummarySentence, Comparison, TopicMatch, Passage, EventReport
    edition    Edition, Page, File

Everything here is data: no conversion, no validation (those live at the edge), no file, no clock.
Offsets called ``start`` and ``end`` count Unicode code points of an article's ``text``, end exclusive.
"""

from digest.model.article import (
    Article,
    Block,
    Certainty,
    Found,
    Kind,
    Raw,
    Span,
)
from digest.model.content import (
    FORMATS,
    LONG,
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
    share,
)
from digest.model.findings import (
    Agreement,
    Citation,
    Comparison,
    Difference,
    Edit,
    Event,
    EventReport,
    Join,
    Keyword,
    Moment,
    Passage,
    Rejection,
    Side,
    SummarySentence,
    TopicMatch,
)

__all__ = [
    "FORMATS",
    "LONG",
    "Agreement",
    "Article",
    "ArticleId",
    "Block",
    "Certainty",
    "Citation",
    "Comparison",
    "Content",
    "Difference",
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
    "Moment",
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
    "Side",
    "Source",
    "Span",
    "SummaryEdit",
    "SummarySentence",
    "Topic",
    "TopicId",
    "TopicMatch",
    "share",
]
