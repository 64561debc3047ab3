"""Makes ISO 8601 of the dates that mails and feeds are stamped with."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

_WITH_TIME = re.compile(r"\d{1,2}[ -][A-Za-z]{3}[a-z]*[ -]\d{2,4},? +\d{1,2}:\d\d")


def iso(stamp: str) -> str:
    """Give an RFC 822 date with its time as ISO 8601; anything else as it is, for the next step to read.

    The offset is the sender's; a zone that the sender does not know (``-0000``, or a letter: RFC 5322, section 4.3) is left out.
    """
    plain = re.sub(r"\s*\([^()]*\)", "", stamp).strip()
    if not _WITH_TIME.search(plain):
        return plain
    seconds = re.search(r":\d\d:\d\d", plain)
    try:
        moment = parsedate_to_datetime(plain)
    except (ValueError, TypeError, IndexError, OverflowError):
        return plain
    if re.search(r"\s-0000\b|\s[A-IK-Y]\s*$", plain) or not re.search(r"\s(?:[-+]\d{4}|[A-Z]{1,5})\s*$", plain):
        moment = moment.replace(tzinfo=None)
    return moment.isoformat(timespec="seconds" if seconds else "minutes")
