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


def name_id(name: str, longest: int = 80) -> str:
    """Give the id of something by its name: never empty, and different for names that differ in letters.

    Eight characters of a sha256 of the name are added where letters were lost ("нота" and "вето" must differ), where the
    slug is reserved, and where it was cut to ``longest``.
    """
    known = slug(name)
    lost = any(character.isalnum() and not character.isascii() for character in _latin(name))
    if lost or not known or known in RESERVED or len(known) > longest:
        mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        known = "-".join(part for part in (known[: longest - 9].strip("-"), mark) if part)
    return known


def is_id(text: str) -> bool:
    """Say whether a text can be the id of an article, outlet or topic."""
    return bool(text) and text == slug(text) and text not in RESERVED and len(text) <= LONGEST


def article_id(path: str) -> str:
    """Give the id of the article in a file, from its path below ``content/articles`` alone.

    Folders stay as a part of the name; the file's ending does not, so that a text that becomes Markdown keeps its address.
    The path counts in Unicode's composed form: one and the same file is named differently on different machines.
    """
    whole = unicodedata.normalize("NFC", path)
    folder, _, name = whole.rpartition("/")
    stem = name.rpartition(".")[0] or name
    return name_id(f"{folder}/{stem}" if folder else stem, LONGEST)
