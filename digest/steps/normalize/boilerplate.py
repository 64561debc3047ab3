"""Knows the lines that pages put between paragraphs and that belong to no article."""

from __future__ import annotations

import re

from digest.model import Block, Kind

LONGEST = 25
"""Words: a longer line is prose, whatever it begins with."""

_DATE = r"(?:\w+ \d{1,2},? \d{4}|\d{1,2}(?:st|nd|rd|th)? \w+,? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
_CHANNEL = "facebook|twitter|whatsapp|linkedin|pinterest|reddit|messenger|telegram|instagram|flipboard|copy link|x"
_SHARE = f"share|tweet|e-?mail|print|save|comments?|{_CHANNEL}"
_AGENCY = "AP(?: Photo)?|AFP|EPA(?:-EFE)?|Reuters|Getty(?: Images)?|Shutterstock|iStock|Bloomberg|UPI|Zuma(?: Press)?|TASS|Xinhua"
_NAMES = r"[A-Z][\w.’'&-]*(?:,? [A-Z][\w.’'&-]*){0,5}"
_LETTER = "newsletters?|inbox|e-?mails?|alerts?|briefing|updates|free|daily|weekly"

_LINES = re.compile(
    "|".join(
        (
            # advertising
            r"advert(?:isement|isements|s)?|ads?|sponsored(?: content)?|paid content|promoted(?: content)?",
            r"publicidad|publicité|anzeige|werbung|pubblicità|publicidade",
            # where the page says how to go on
            r"(?:the )?(?:story|article) continue[sd]? (?:below|after)(?: (?:the |this )?(?:ad\w*|video|photo|gallery))?",
            r"(?:continue reading(?: below)?|scroll (?:down )?(?:for more|to continue)|read (?:on|more)|(?:show|see) more)",
            r"more on this(?: story)?",
            r"(?:slideshow|gallery|photos?|images?)(?: \(?\d+ (?:images|photos|pictures)\)?)",
            r"click to get .{0,60}",
            r"click here(?: (?:for|to (?:get|subscribe|sign|read|download|view|watch|join))\b.{0,60})?",
            r"download (?:our|the) app\b.{0,60}",
            # other articles
            r"(?:read (?:more|also|next)|related|see also|also read|more|watch(?: also| live)?|recommended)\s*[:|>»].{0,140}",
            r"(?:related (?:articles?|stories|topics|content|coverage|links?)|more stories|most (?:read|popular)|top stories)",
            r"(?:you (?:may|might) also like|recommended for you|trending(?: now)?|around the web)",
            r"(?:lire aussi|leia (?:mais|também)|leggi anche|lesen sie auch|lea también)\b.{0,140}|leer más",
            # sharing, following, subscribing
            rf"(?:{_SHARE})(?:(?:\s|[|·•/,])+(?:{_SHARE}|on|via|this|with|article|story|page|link|and|or))*",
            rf"(?:share this|share on|follow us|like us on|find us on|follow .{{1,40}} on (?:{_CHANNEL}))\b.{{0,80}}",
            rf"(?:sign up|subscribe|register)\b.{{0,60}}\b(?:{_LETTER}).{{0,60}}",
            r"newsletter sign-?up|(?:get|receive) .{0,60}\b(?:newsletters?|in your inbox|delivered to your).{0,60}",
            # pictures
            r"(?:image|photo|picture|photograph|video)(?: (?:credit|copyright|source|by|courtesy(?: of)?))?\s*[:©/|].{0,80}",
            r"(?:image|photo|picture|photograph) (?:credit|copyright|courtesy of|by) .{0,60}",
            r"(?:enlarge this image|(?:toggle|hide|image|media|video|photo) caption|media playback is unsupported)\b.{0,140}",
            rf"(?:{_NAMES}\s?[/|]\s?)?\(?(?:{_AGENCY})\)?(?:\s*[/|,]\s*.{{0,40}}| via .{{0,30}})?",
            rf"(?-i:{_NAMES}(?:/{_NAMES})?(?: ?/ ?| )via (?:{_AGENCY}))",
            # the page itself
            r"©.{0,100}|copyright\s*(?:©|\(c\)|\d{4}).{0,100}|all rights reserved.{0,100}",
            rf"(?:last )?(?:updated|modified)\s*(?:on|at|:)?\s*(?:\w+,? )?(?:{_DATE}|\d{{1,2}}[:.]\d\d).{{0,40}}",
            r"(?:\d+|one) (?:min(?:ute)?s?|hours?|days?)(?: (?:read|ago))",
            r"(?:this (?:article|story|post) (?:was )?(?:originally |first )?(?:appeared|published) (?:on|in|at)) .{0,80}",
            r"(?:please )?(?:enable|turn on) javascript.{0,60}",
        )
    ),
    re.IGNORECASE,
)
"""Recurring short lines of public news pages, generalised; each must match the whole line."""


def is_boilerplate(block: Block) -> bool:
    """Say whether a block is furniture of the page: an advertisement's label, a share bar, a newsletter box, a credit."""
    text = block.text.strip(" \t|·•-–—*[]<>»:.!")
    return len(block.text.split()) <= LONGEST and block.kind is not Kind.QUOTE and bool(_LINES.fullmatch(text))
