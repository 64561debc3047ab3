"""Tells the paragraphs that are captions as a whole: of pictures, galleries and films, however long they are."""

from __future__ import annotations

import re

from digest.steps.normalize.furniture import PICTURE_AGENCY

LONGEST = 160
"""Words of a caption that ends in its credit; the longest in 5,735 reports has 130."""

_NAMES = r"[A-Z][\w.’'&-]*(?:,? (?:of |the |de |van |von |al )?[A-Z][\w.’'&-]*){0,6}"
_CREDIT = (
    rf"(?:AP (?:Photo|Image|Illustration)\b[^()\[\]]{{0,80}}"
    rf"|[^()\[\]]{{3,80}} via (?:{PICTURE_AGENCY})[^()\[\]]{{0,20}}"
    rf"|{_NAMES}(?: ?/ ?{_NAMES})* ?/ ?(?:{PICTURE_AGENCY})|(?:{PICTURE_AGENCY}) ?/ ?{_NAMES}(?:/[^()\[\]]{{2,30}})?"
    rf"|(?:Photo|Image|Picture|Photograph)(?: by|:| courtesy)[^()\[\]]{{2,80}})"
)
_CREDITED = re.compile(rf".*[(\[] ?(?:FILE|File)?[^()\[\]]{{0,12}}{_CREDIT} ?[)\]][.\s]*(?:Buy Photo)?")

_NUMBERED = re.compile(r"(?:(?:next|prev|Next|Previous) )?(?:Image |Photo |Slide )?\d{1,3} (?:of|/) ?/? ?\d{1,3} (?=[\"“‘'A-Z])")
_DATED = re.compile(r"FILE\b|\b[A-Z][a-z]{2,8}\.? \d{1,2}, ?(?:19|20)\d\d\b|\b\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d\b")
"""What agencies put into a caption: the number in its gallery, or the day of the picture with its year."""

_WHOLE = re.compile(
    r"(?:next |prev )?Image \d{1,3} (?:of|/) ?/? ?\d{1,3}\b.*"  # a gallery: the number, then what is seen
    r"|Photo: .{2,80} Image \d{1,3} of / \d{1,3} Caption Close"
    r"|(?:\d{1,3} of \d{1,3} )?(?:CLOSE )?(?:\d{1,3} of \d{1,3} )?(?:Skip in Skip|Skip Ad Ad Loading\.\.\.) x Embed x Share\b.*"
    r"|.*\bHide Caption \d{1,3} of \d{1,3}\b.*"
    r"|JUST WATCHED .{3,200} MUST WATCH .{3,200}"
    r"|Media playback is unsupported on your device\b.{0,300}"
    r"|(?:Image copyright .{2,60}? )Image caption .{3,300}"
    r"|Facebook Twitter (?:Google(?: ?[Pp]lus|\+)? )?(?:LinkedIn )?Pinterest .{3,300}"
    r"|.{3,300}\bPhotograph: [A-Z][\w.’' -]{2,40}(?:/[A-Z][\w.’' -]{1,30}){1,4}"
)
"""Labels that nothing but pictures and films have."""


def is_caption(text: str) -> bool:
    """Say whether a paragraph is a caption as a whole, by the labels of its box or by its credit.

    A credit in brackets at the end is enough where the paragraph has the number or the dated form of an agency's caption: other
    long paragraphs may be prose to which a credit was glued.
    """
    if _WHOLE.fullmatch(text):
        return True
    if not text.rstrip(" .").endswith((")", "]", "Buy Photo")) or len(text.split()) > LONGEST:
        return False
    return bool((_NUMBERED.match(text) or _DATED.search(text)) and _CREDITED.fullmatch(text))
