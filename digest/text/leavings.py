"""What pages leave between sentences: credits, captions, calls to the reader."""

from __future__ import annotations

import re

from digest.text.press import PRESS

FURNITURE = re.compile(
    r"""(?<![a-z])(?:read\ more|sign\ up|click\ (?:here|to)|subscri(?:be|ption)\ |newsletter|all\ rights\ reserved|copyright
      | follow\ (?:us|@) | stay\ up\ to\ date\ on | ^(?:get|receive)\ .*\b(?:alerts|updates|inbox)\b
      | in\ your\ inbox\b | delivered\ (?:to\ you|daily|every|weekday) | become\ a\ member\b | proud\ to\ bring\ you\b
      | ^good\ (?:morning|evening)\ and\ welcome\b
      | contributed\ to\ this\ (?:report|story|article)|(?:reporting|editing|writing)\ by\b|advertisement|editor['’]?s['’]?\ note
      | ^(?:related|watch:|listen:|see\ also|more:|corrections?\b|updated?:|file\b|close\ |caption|video:|photos?:|loading)
      | available\ (?:online\ )?here\b|(?:can\ (?:be\ )?|^)(?:read|seen?|found|find|view|heard?|listen|watch)\b.*\ here\W*$
      | ^(?:image\ )?\d+\ of\ \d+\b
      | ^[\w.\- ]{4,30}\ is\ an?\ (?:[\w\-]+\ ){0,3}(?:journalist|columnist|contributor|correspondent)\b
      | ^(?:story\ )?highlights|share\ this|story\ continues|continue\ reading|getty\ images|ap\ photo
      | photo(?:graph)?(?:\ by|:|\ courtesy|/)|image\ (?:copyright|caption|credit)|media\ (?:playback|caption)
      | \#(?!metoo\b|blacklivesmatter\b|timesup\b)[a-z] | pic\.twitter|https?://|www\.|javascript|cookies?\ policy
      | terms\ of\ (?:use|service)|privacy\ policy
      | this\ (?:article|story|post|report)\ (?:was|has|is|originally|appeared)
      | (?:left|right|center|centre),\ (?:and|speaks|listens|looks|walks|shakes)
      | is\ (?:seen|pictured|shown)\ (?:in|on|at|here|during))
      | \b[a-z]{2,5},\ [+\-−]\d+\.\d+% | ©|\(photo|\(file|@\w+
      | (?:[a-z],(?:\ on)?|\b(?!on\b)[a-z]+)
        \ (?:mon|tues|wednes|thurs|fri|satur|sun)day,\ [a-z]{3,9}\.?\ \d{1,2},\ (?:19|20)\d\d\b""",
    re.VERBOSE,
)
"""Credits, captions (a weekday with its full date is how agencies end them) and calls to the reader, in lower case: to
match a text that was folded takes a fifth of the time that IGNORECASE takes, and to begin at words a quarter of that."""

CREDIT = re.compile(
    r"\bMORE\b|^(?:(?:AP|AFP|EPA|UPI|Reuters|Getty)[ /]|(?:Associated Press|Getty Images)/)[A-Z]|[a-z]{2}:[A-Z][a-z]"
)
"""Those that capitals tell; and a label glued to what it names ("Changing images:Sugar loaf")."""

CALL = re.compile(
    r"(?:please )?(?:check back|stay tuned|keep checking|tune in)\b"
    r"|stay with \S+ .*\b(?:updates?|more|latest|stor(?:y|ies)|developments?|details)\b"
    r"|(?:please )?contact (?:reporter |the writer )?[\w.’' -]{4,30} (?:at|on) \(?[\d@]"
)
"""What stations ask of their viewers, in lower case."""

BOXED = re.compile(
    r"\b(?:View Full Caption|Buy (?:This )?[Pp]hoto|Hide Caption|Skip in Skip|x Embed x Share|Facebook Twitter Pinterest"
    r"|LinkedIn Caption)\b|^(?:UPDATE|EARLIER|WATCH|VIDEO|PHOTOS?)\b[^|]{0,12} \|"
    r"|(?:^|[a-z.”\"] )\d{1,3} of \d{1,3} (?:CLOSE|Photos?:|[A-Z][a-z]+ [a-z])"
)
"""Labels of boxes with pictures and films, inside a sentence."""

NAME = r"[A-Z][\w.’'-]+(?: [A-Z]\.)?(?: [A-Z][\w.’'-]+){1,2}"
CREDITED = re.compile(
    rf"(?:{NAME} for (?:the )?(?P<paper>(?:[A-Z][\w.’'-]+ ){{1,4}})(?=[A-Z])"
    rf"|(?:{NAME}|[A-Z]{{2,}}(?: [A-Z]{{2,}})*) ?[/|] ?(?P<house>{NAME}|[A-Z]{{2,}}))"
)
"""A picture's credit at the beginning: "Ada Lund for Marl Daily News Police shut", "Ada Lund/Marl Films The child"."""

POLL = re.compile(r"\b(?:poll|survey|ipsos|yougov)", re.IGNORECASE)


def is_furniture(text: str) -> bool:
    """Say whether a sentence is no part of the report: a credit, a caption or a call to the reader."""
    low = text.lower()
    if FURNITURE.search(low) or CALL.match(low) or CREDIT.search(text) or BOXED.search(text):
        return True
    credit = CREDITED.match(text)
    return bool(
        credit and (credit["house"] or PRESS.search(credit["paper"] or "")) and not POLL.search(text[: credit.end() + 30])
    )
