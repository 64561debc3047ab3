"""Names for addresses: ``a-z``, ``0-9`` and ``-``."""

from __future__ import annotations

import hashlib
import re
import unicodedata

RESERVED = frozenset({"index", "readme", "404"})
"""Names that no article has: a site builder gives them a meaning of their own."""

LONGEST = 150
"""Characters of an article id: a folder or file of this name, ending included, is allowed by every file system."""

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "'": "", "’": ""}
)
"""Latin letters that Unicode does not take apart into a base letter and a mark; apostrophes vanish ("putins")."""


def _latin(text: str) -> str:
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower().translate(_LETTERS))


def slug(text: str) -> str:
    """Give a text as a name for an address: lower case, accents off, everything else a hyphen; empty if nothing is left."""
    bare = "".join(character for character in _latin(text) if not unicodedata.combining(character))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def short_slug(text: str, longest: int = 80) -> str:
    """Give a slug of at most ``longest`` characters; one that was cut ends in eight of a sha256 of the text."""
    whole = slug(text)
    if len(whole) <= longest:
        return whole
    return f"{whole[: longest - 9].strip('-')}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def is_id(text: str) -> bool:
    """Say whether a text can be the id of an article, outlet or topic."""
    return bool(text) and text == slug(text) and text not in RESERVED and len(text) <= LONGEST


def article_id(path: str) -> str:
    """Give the id of the article in a file, from its path below ``content/articles`` alone.

    Folders stay as a part of the name; the file's ending does not, so that a text that becomes Markdown keeps its address.
    Eight characters of a sha256 of the path are added where letters were lost ("нота" and "вето" must differ), where the
    name is reserved, and where it was cut to ``LONGEST``.
    The path counts in Unicode's composed form: one and the same file is named differently on different machines.
    """
    whole = unicodedata.normalize("NFC", path)
    folder, _, name = whole.rpartition("/")
    stem = name.rpartition(".")[0] or name
    whole = f"{folder}/{stem}" if folder else stem
    known = slug(whole)
    lost = any(character.isalnum() and not character.isascii() for character in _latin(whole))
    if lost or not known or known in RESERVED or len(known) > LONGEST:
        mark = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        known = "-".join(part for part in (known[: LONGEST - 9].strip("-"), mark) if part)
    return known
