"""The encodings that a file may declare, and as what they are read."""

from __future__ import annotations

import codecs

_READ_AS = {
    **{f"iso8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{f"cp{page}": f"cp{page}" for page in (866, 874, 932, 949, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258)},
    **{name: name for name in ("koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "big5", "big5hkscs", "euc_jp", "iso2022_jp")},
    **dict.fromkeys(("ascii", "iso8859-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("iso8859-11", "tis-620"), "cp874"),
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""Name of a Python codec: as what browsers read what declares it (WHATWG Encoding Standard, section 4.2).

Not UTF-7 and not Python's own escapes: those hide markup from everyone who looks at the file.
"""


def codec(declared: str) -> str:
    """Give the name of the codec for a declared encoding that is not Unicode, or an empty string if there is none."""
    try:
        return _READ_AS.get(codecs.lookup(declared.strip()).name, "")
    except (LookupError, ValueError):  # ValueError: a name that holds a NUL
        return ""
