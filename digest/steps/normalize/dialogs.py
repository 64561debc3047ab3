"""What a site says to its visitor in place of an article: forms, errors, checks, requests for consent; tables, nothing else."""

from __future__ import annotations

import re

DIALOG = re.compile(
    "|".join(
        (
            r"(?:close )?get (?:e-?mail )?notifications on .{2,60}",
            r"(?:your |there was a problem saving your )notification\b.{0,40}",
            r"whenever .{2,60} posts new content\b.{0,80}|(?:e-?mail )?notifications are only sent\b.{0,80}",
            r"we(?: have|[’']ve) (?:just )?sent you an? (?:verification|confirmation|activation) (?:e-?mail|link)\b.{0,120}",
            r"if you (?:do not|don[’']t|did not|didn[’']t) (?:receive|get) (?:the|this|our|an?)"
            r" (?:verification|confirmation|activation)\b.{0,140}",
            r"we(?: have|[’']ve) (?:just )?sent an? (?:verification|confirmation|activation) (?:e-?mail|link)\b.{0,140}",
            r"sign in using you.{2,60}|welcome back\W+please sign in.{0,40}|why are we asking this|.*\{\*.{2,40}\*\}.*",
            r"thank you for (?:registering|signing up)\b.{0,60}|we look forward to seeing you on .{2,160}",
            r"by submitting your .{2,40}, you agree\b.{0,120}|click here to return to the page\b.{0,60}",
            r"you must enter the characters\b.{0,120}",
            r"just one more thing|(?:please )?check your (?:e-?mail|inbox|spam)\b.{0,100}",
            # a page that is none: not found, or a check that a person asks for it
            r"(?:sorry[,.!]? )?(?:but )?(?:the|this|that) page (?:that )?(?:you(?:[’']re| are| were|[’']ve| have)? "
            r"(?:looking|trying|requested|asked|tried)|(?:does not|doesn[’']t|no longer|could not|couldn[’']t|cannot|can[’']t))\b"
            r".{0,140}",
            r"(?:verify(?:ing)?|confirm|prove)(?: that)? you are (?:a )?(?:human|not a robot)\b.{0,120}",
            r".{3,60} needs to review the security of your connection\b.{0,60}|access (?:to this page (?:has been )?)?denied",
            r"checking (?:if the site connection is secure|your browser)\b.{0,80}",
            r"please complete the (?:security check|captcha)\b.{0,80}",
        )
    ),
    re.IGNORECASE,
)
"""Each must match the whole line."""

_ABOUT_SITE = r"web ?site|site|device|browser|experience|advert|personali[sz]|analy[sz]|privacy|accept|settings|consent|partners"
CONSENT = re.compile(
    rf"(?:we (?:and (?:our|selected) .{{0,40}}?(?:partners|parties|vendors) )?(?:use|store) (?:\w+ ){{0,3}}cookies\b"
    r"|we value your privacy\b|this (?:web ?)?site uses cookies\b|by (?:continuing|using|browsing|clicking|accepting)\b.{0,80}"
    r"\bcookies\b"
    r"|you (?:can|may) (?:accept|reject|manage|withdraw|change|choose)\b.{0,60}\b(?:cookies|consent|privacy settings)\b)"
    rf"(?=.*\b(?:{_ABOUT_SITE})).{{0,500}}",
    re.IGNORECASE,
)
"""What a box says that asks readers to be tracked; "we use cookies" alone may be a baker's word."""

FORM = re.compile(
    r"(?:.*\bsign up (?:for|to)|subscribe|register|by (?:signing up|subscribing)|.*\benable javascript|already (?:a|have)"
    r"|.*\bcancel (?:at )?any ?time|.*\bnewsletter|.*\byour inbox|(?:enter |type )?(?:your )?e-?mail(?: address)?$)\b.*",
    re.IGNORECASE,
)
"""Of lines that are furniture beside an article, too, those of forms: a page that holds nothing else is no article."""
