"""Finds who wrote an article, from lines such as "By Ana Lee and Tom Ray in Osaka"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.model import Kind, Raw
from digest.steps.normalize.draft import Draft
from digest.text.dates import MONTHS, WEEKDAYS, has_date_shape, read_date
from digest.text.escape import clean
from digest.text.words import stop_words

LONGEST = 16
"""Words of a byline."""

AGENCIES = frozenset(
    "ap|afp|reuters|associated press|the associated press|agence france-presse|upi|united press international|pa|pa media"
    "|press association|dpa|efe|ansa|kyodo|kyodo news|jiji press|xinhua|tass|itar-tass|interfax|bloomberg|bloomberg news"
    "|anadolu agency|yonhap|pti|ians|lusa|apa|keystone-sda|belga|europa press|agência lusa|agencia efe|adnkronos|agi".split("|")
)
"""Names of news agencies, lower case: a byline may name one in place of a person."""

_NOBODY = frozenset(
    "staff|staff reporter|staff writer|staff writers|our correspondent|agencies|news agencies|wire reports|redacción|la redacción"
    "|redazione|la redazione|redação|da redação|rédaction|la rédaction|redaktion|agencias|agenzie|agências".split("|")
)
"""Nobody in particular, who may stand there as well."""

_SHORTEST = 6
"""Characters of a line that names nobody in particular without a "By": "Staff" is too often a heading."""

_LONGEST_CREDIT = 160
"""Characters of a line that holds a byline and a date."""

_LABEL = re.compile(
    r"(?:(?:By|BY|(?:Words|Written|Story|Reported|Report|Reporting|Text|Analysis|Additional reporting) by|Author:?|Byline:?)"
    r"|(?:By|Words|Text|Texte|Texto|Testo|Story|Autor|Autora|Autorin|Autore|Auteur|Von|Por|Par|Di)\s?:"
    r"|(?:Por|Par|Von|Di|Da)|(?:by|por|par|von|di|da)(?=\s+[A-ZÀ-Þ]))\s+(?=\S)"
)
_EMAIL = re.compile(r"\s*[(<]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>]?|\s*\(?@\w+\)?")
_SEPARATOR = re.compile(
    r"\s*(?:,\s*(?:and\s+|AND\s+)?|;|\s[|·•/]\s|\s+(?:and|&|y|et|und|e|AND|Y|ET|UND|E)\s+|\s+(?:with|avec|mit|con|com)\s+(?=[A-Z]))\s*"
)
_IN_PLACE = re.compile(r"\s+(?:in|at|reporting from|en|à|aus|a|IN|AT)\s+[A-ZÀ-Þ].*$")
_EDITING = re.compile(
    r"[;.|•·]?\s*\(?(?:Additional reporting|Editing|Writing|Edited|With reporting|Compiled|Photo(?:s|graphs?|graphy)?|Pictures"
    r"|Video|Graphics|Illustrations?|Fotos?|Photos par|Fotograf[íi]as?)(?: and \w+)?(?: by| de|:)\s.*$",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s+(?:for|für|pour|para|per) (?:the |The )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}$")
_HONORIFIC = re.compile(r"^(?:Dr|Prof|Sir|Dame|Rev|Mr|Mrs|Ms)\.? (?=\S+ \S)")
_BRACKETED = re.compile(r"\s*\([^()]*\)$")
_ROLE = re.compile(
    r"\b(?:editor|correspondents?|reporters?|staff|writers?|news|bureau|columnist|analyst|chief|desk|service|contributors?|producer|editorial|agency"
    r"|media|press|post|times|journalist|washington|magazine|online|team|agencies|enviad[ao] especial|corresponsal|periodista"
    r"|envoyée?s? spéciale?s?|correspondante?|journaliste|korrespondent(?:in)?|reporter(?:in)?|redakteur(?:in)?|redaktion"
    r"|inviat[ao]|corrispondente|giornalista|correspondente|jornalista|enviad[ao]|redacci[óo]n|redazione|redação|rédaction)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset("de da das do dos del della di du la le el al bin ibn von van der den ter ten st".split())
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_][^\W\d_]*(?:[’'.-][^\W\d_]+)*\.?")
_ALSO_NAMES = frozenset(
    "april may june august jan mar marco julio augusto abril avril mai domenica sabato domingo will long young day per"
    " can".split()
)
"""Months and small words that are names of people, too; "By Early June" is none because "early" is no name."""
_NOT_NAMES = frozenset(
    (
        *(MONTHS.keys() - _ALSO_NAMES),
        *(WEEKDAYS.keys() - _ALSO_NAMES),
        "early",
        "late",
        "next",
        "last",
        "mid",
        "today",
        "tomorrow",
        "popular",
        "demand",
        "numbers",
        "design",
        "press",
        "staff",
    )
)


def find_authors(draft: Draft, raw: Raw) -> tuple[tuple[str, ...], str]:
    """Give the authors and where they were found: front matter, the format's own field, a byline at the head, one at the tail.

    Every byline leaves the body; those that are not the ones that count are set aside.
    """
    front = draft.source.front.authors
    found: tuple[str, ...] = front or ()
    origin = "front matter" if front else ""
    if not found and raw.authors:
        found = tuple(dict.fromkeys(name for author in raw.authors for name in _named(author.value)))
        origin = raw.authors[0].origin if found else ""
    after_byline = False
    for index in list(draft.edges()):
        block = draft.blocks[index]
        if block.kind not in (Kind.PARAGRAPH, Kind.HEADING):
            continue
        names = read_byline(split_credit(block.text)[0])
        if not names and not found:
            names = _bare_names(draft, index)
        if names and not found:
            found, origin = names, draft.place(index)
            draft.use(index)
        elif names:
            # The same names twice are one byline; others are kept where no word is lost.
            draft.set_aside(index)
        elif after_byline and _is_role(block.text):
            draft.set_aside(index)
            names = found  # a role, a handle and a date may stand below a name in any order
        after_byline = bool(names)
    for index in range(max(0, len(draft.blocks) - _CREDITS), len(draft.blocks)):
        agency = _agency(draft.blocks[index].text)
        if agency:
            draft.set_aside(index)
            if not found:
                found, origin = (agency,), draft.place(index)
    return found, origin


_CREDITS = 2
"""Blocks: an agency is credited in one of the last two; higher up its name is more often a picture's credit."""


def find_agency(draft: Draft, authors: Sequence[str]) -> str:
    """Give the agency that is an author, is named in a byline beside one, or has a line of its own at the end; or ""."""
    bylines = [block.text for index, block in enumerate(draft.blocks) if draft.is_used(index) and _LABEL.match(block.text)]
    parts = [part for line in bylines for part in _SEPARATOR.split(_LABEL.sub("", line, count=1))]
    credited = [_agency(part) for block in draft.blocks[-_CREDITS:] for part in _signed(block.text)]
    return next((name for name in (*authors, *parts, *credited) if name.lower() in AGENCIES), "")


def _signed(line: str) -> list[str]:
    """Give the parts of a line of initials ("kol/dpa"), or the line."""
    return line.split("/") if re.fullmatch(r"\w{2,6}(?:/\w{2,6}){1,3}", line) else [line]


def _bare_names(draft: Draft, index: int) -> tuple[str, ...]:
    """Give the names of a line that is nothing but names (a role may follow), where only who wrote it can stand.

    That is above the text with a date line beside it, nothing but roles and handles between the two; or at the very end, behind
    a dash.
    """
    text, left = draft.blocks[index].text, draft.left()
    signed = re.match(r"[—–-]{1,2}\s*(?=[A-ZÀ-Þ])", text)
    if signed and left[-1:] == [index] and len(left) > 2:
        return _people(text[signed.end() :]) if len(text.split()) <= 6 else ()
    if left[:1] != [index] or not any(_has_day(text) for text in _beside(draft, index)):
        return ()
    names = _people(text)
    short = all(len(name.split()) <= 4 for name in names) and len(text.split()) <= LONGEST
    return names if short and not re.search(r"[.?!:]$", text) and not _is_agency(names) else ()


def _beside(draft: Draft, index: int) -> Iterator[str]:
    """Yield the line above a line, and those below down to the first that is neither a role nor set aside."""
    if index:
        yield draft.blocks[index - 1].text
    for other in range(index + 1, min(index + 5, len(draft.blocks))):
        yield draft.blocks[other].text
        if not (_is_role(draft.blocks[other].text) or other not in draft.left()):
            return


def _has_day(text: str) -> bool:
    return bool(re.search(r"\d{4}", text)) and _dated(text)


def _is_agency(names: Sequence[str]) -> bool:
    return any(name.lower() in AGENCIES or name.lower() in _NOBODY for name in names)


def _is_role(text: str) -> bool:
    """Say whether a line below a byline says what its author is, or where to write to."""
    if _EMAIL.fullmatch(text):
        return True
    return len(text.split()) <= 6 and bool(_ROLE.search(text)) and not re.search(r"[.?!]$", text)


def _dated(text: str) -> bool:
    return has_date_shape(text) or any(read_date(text[gap.end() :]) for gap in re.finditer(r"[\s,|·–—-]+(?=\d)", text[:60]))


def read_byline(line: str) -> tuple[str, ...]:
    """Give the names of a line that is a byline and nothing else, as they are written (capitals softened); else nothing."""
    if re.fullmatch(r"\([^()]*\)|\[[^\[\]]*\]", line):
        line = line[1:-1]
    label = _LABEL.match(line)
    if line.lower() in _NOBODY and len(line) > _SHORTEST:
        return (line,)
    names = _EDITING.sub("", line)
    if not label or len(names.split()) > LONGEST or re.search(r"[?!:]$", line):
        return ()
    return _people(names[label.end() :])


def split_credit(line: str) -> tuple[str, str]:
    """Take a line apart that holds a byline and a date: (byline part, date part); a plain line is both.

    "By Ana Lee | 28 June 2019" and "28 June 2019 - By Ana Lee" are cut where one side is a date; a side without "By" counts as a
    name only where a bar parts the two.
    """
    if len(line) > _LONGEST_CREDIT or not re.search(r"\d{4}", line):
        return line, line
    for match in re.finditer(
        r"\s*[|·•]\s*|\s+[–—-]\s+|,\s+|\s+(?=(?:on \w+ \d|\d{1,2}\.? (?:de )?[^\W\d_]+|[^\W\d_]+ \d{1,2}, \d{4}|\d{4}-\d\d))",
        line,
    ):
        left, right = line[: match.start()], line[match.end() :]
        for names, day in ((left, right), (right, left)):
            day = day.removeprefix("on ")
            if not (read_date(day) or (has_date_shape(day) and read_byline(names))):
                continue
            if read_byline(names):
                return names, day
            if match.group().strip() in "|·•" and match.group().strip() and _people(names) and 2 <= len(names.split()) <= 4:
                return f"By {names}", day
    return line, line


def _people(text: str) -> tuple[str, ...]:
    """Give the names in what stands behind "By", or nothing if it is anything but names, roles and a place."""
    text = _BRACKETED.sub("", _EMAIL.sub("", _EDITING.sub("", text)).strip(" .,;|"))
    names: list[str] = []
    for position, part in enumerate(part.strip() for part in _SEPARATOR.split(text) if part.strip()):
        part = _HONORIFIC.sub("", _FOR.sub("", _IN_PLACE.sub("", part)))
        low = part.lower()
        if low in AGENCIES or low in _NOBODY:
            if not names:  # behind a person, it says whom that works for
                names.append(part)
        elif _is_name(part) and not _ROLE.search(part):
            names.append(_soften(part))
        elif not position or not (_ROLE.search(part) or _is_place(part)):
            # "By John Smith BBC News": the role is not parted from the name
            trimmed = re.sub(
                r"\s+(?:BBC|CNN|Reuters|AP|AFP|Senior|Chief|Staff|Political|Business|Economics|Special|Foreign)\b.*$", "", part
            )
            if trimmed == part or not _is_name(trimmed) or _ROLE.search(trimmed):
                return ()
            names.append(_soften(trimmed))
    return tuple(dict.fromkeys(names))


def _is_name(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= 5:
        return False
    for word in words:
        low = word.lower().strip(".")
        if not _NAME_WORD.fullmatch(word) or low in _NOT_NAMES:
            return False
        if low in _PARTICLES:
            continue
        if not word[0].isupper() or (low in stop_words("en") and len(low) > 1 and low not in _ALSO_NAMES):
            return False
    return True


def _is_place(text: str) -> bool:
    return len(text.split()) == 1 and text[:1].isupper()


def _agency(line: str) -> str:
    """Give the agency that a line credits and nothing else, or an empty string."""
    bare = re.sub(r"^(?:[Ss]ources?|[Ff]rom|[Vv]ia)\s*:?\s+", "", line.strip("()[] ."))
    return bare if bare.lower() in AGENCIES or bare.lower() in _NOBODY else ""


def _soften(name: str) -> str:
    """Give a name in capitals the usual way; any other as it is written."""
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize() if len(match.group()) > 1 else match.group(), name)


def _named(value: str) -> tuple[str, ...]:
    """Give the names of a field that is known to hold authors."""
    text = " ".join(clean(value).split())
    label = _LABEL.match(text)
    text = text[label.end() :] if label else text
    if re.match(r"https?:|www\.|@", text) or not any(map(str.isalpha, text)):
        return ()
    return _people(text) or (_EMAIL.sub("", text).strip() or text,)
