"""A mail saved as a file, or several in one file, as mail programs keep them in a mailbox (mbox, RFC 4155)."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.model import Raw
from digest.readers import mail

_SEPARATOR = re.compile(r"(?:\A|(?<=\n\n))From \S+ .{0,40}\d\d:\d\d(?::\d\d)? .{0,12}\d{4}[^\n]*\n(?=[A-Za-z-]{2,40}:)")
"""The line above each mail: "From ana@post.example Tue Mar 12 09:00:00 2020", a header below it."""

_NAMED = re.compile(r"^Message-ID:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


def read(text: str, first_line: int) -> Raw | tuple[Raw, ...]:
    """Read the mail or mails of a file; ``text`` is its bytes, as ``mail.read`` takes them.

    Several are told apart by their Message-ID, or else by what they say.
    Raises ReaderError if this is no mail.
    """
    unix = text.replace("\r\n", "\n")
    mails = [part for part in _SEPARATOR.split(unix.lstrip("\n\ufeff")) if part.strip()] if "From " in unix else []
    if len(mails) < 2:
        return mail.read(text, first_line)
    return tuple(replace(mail.read(one, first_line), key=_key(one)) for one in mails)


def _key(text: str) -> str:
    named = _NAMED.search(text.partition("\n\n")[0])
    return (named[1] if named else text.strip()).encode("utf-8", "replace").decode()
