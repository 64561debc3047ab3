"""What stands in a byline: names, roles, places and agencies."""

from __future__ import annotations

import re

from digest.text.calendar import WEEKDAY
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

NOBODY = frozenset(
    "staff|staff reporter|staff writer|staff writers|our correspondent|agencies|news agencies|wire reports|redacción|la redacción"
    "|redazione|la redazione|redação|da redação|rédaction|la rédaction|redaktion|agencias|agenzie|agências".split("|")
)
"""Nobody in particular, who may stand there as well."""

_SHORTEST = 6
"""Characters of a line that names nobody in particular without a "By": "Staff" is too often a heading."""

_LONGEST_CREDIT = 160
"""Characters of a line that holds a byline and a date."""

LABEL = re.compile(
    r"(?:(?:By|BY|[ÉE]crit par|Rédigé par|Escrito por|Texto de|Testo di|Text von|A cura di"
    r"|(?:Words|Written|Story|Reported|Report|Reporting|Text|Analysis|Additional reporting) by|Author:?|Byline:?)"
    r"|(?:By|Words|Text|Texte|Texto|Testo|Story|Autor|Autora|Autorin|Autore|Auteur|Von|Por|Par|Di)\s?:"
    r"|(?:Por|Par|Von|Di|Da)|(?:by|por|par|von|di|da)(?=\s+[A-ZÀ-Þ]))\s+(?=\S)"
)
_EMAIL = re.compile(r"\s*[(<]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>]?|\s*\(?@\w+\)?")
SEPARATOR = re.compile(
    r"\s*(?:,\s*(?:and\s+|AND\s+)?|;|\s[|·•/]\s|\s+(?:and|&|y|et|und|e|AND|Y|ET|UND|E)\s+|\s+(?:with|avec|mit|con|com)\s+(?=[A-Z]))\s*"
)
_IN_PLACE = re.compile(r"\s+(?:in|at|reporting from|en|à|aus|a|IN|AT)\s+[A-ZÀ-Þ].*$")
_EDITING = re.compile(
    r"[;.|•·]?\s*\(?(?:Additional reporting|Editing|Writing|Edited|With reporting|Compiled|Photo(?:s|graphs?|graphy)?|Pictures"
    r"|Video|Graphics|Illustrations?|Fotos?|Photos par|Fotograf[íi]as?)(?: and \w+)?(?: by| de|:)\s.*$",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s+(?:for|FOR|für|pour|para|per) (?:the |The |THE )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}$")
_HONORIFIC = re.compile(r"^(?:Dr|Prof|Sir|Dame|Rev|Mr|Mrs|Ms)\.? (?=\S+ \S)")
_BRACKETED = re.compile(r"\s*\([^()]*\)$")
_ROLE = re.compile(
    r"\b(?:editor|correspondents?|reporters?|staff|writers?|news|bureau|columnist|analyst|chief|desk|service|contributors?|producer"
    r"|editorial|agency|media|press|post|times|journalist|washington|magazine|online|team|agencies|corresponsal"
    r"|periodista|envoyée?s? spéciale?s?|correspondante?|journaliste|korrespondent(?:in)?|reporter(?:in)?|redakteur(?:in)?"
    r"|redaktion|inviat[ao]|corrispondente|giornalista|correspondente|jornalista|enviad[ao]|redacci[óo]n|redazione|redação|rédaction)\b",
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


def read_byline(line: str) -> tuple[str, ...]:
    """Give the names of a line that is a byline and nothing else, as they are written (capitals softened); else nothing."""
    if re.fullmatch(r"\([^()]*\)|\[[^\[\]]*\]", line):
        line = line[1:-1]
    line = _PICTURED.sub("", line) if line[:1] in "Pp" else line
    line = line[:1].upper() + line[1:] if re.match(r"(?:words|text|story) by", line) else line
    label = LABEL.match(line)
    if line.lower() in NOBODY and len(line) > _SHORTEST:
        return (line,)
    if not label or re.search(r"[?!:]$", line):
        return ()
    names = _ON_A_DAY.sub("", _EDITING.sub("", line))
    if len(names.split()) > LONGEST:
        return ()
    return people(names[label.end() :])


def split_credit(line: str) -> tuple[str, str]:
    """Take a line apart that holds a byline and a date: (byline part, date part); a plain line is both.

    "By Ana Lee | 28 June 2019" and "28 June 2019 - By Ana Lee" are cut where one side is a date; a side without "By" counts as a
    name only where a bar parts the two.
    """
    if len(line) > _LONGEST_CREDIT or not re.search(r"\d{4}", line):
        return line, line
    for match in re.finditer(
        r"\s*[|·•]\s*|\s+[–—-]\s+|,\s+|\s+(?=(?:By|Von|Par|Por|Di|di|von|par|por) [A-ZÀ-Þ])"
        r"|\s+(?=(?:Published|Publié|Publicado|Veröffentlicht|Pubblicato)\b)"
        r"|\s+(?=(?:on \w+ \d|\d{1,2}\.? (?:de )?[^\W\d_]+|[^\W\d_]+ \d{1,2}, \d{4}|\d{4}-\d\d))",
        line,
    ):
        left, right = line[: match.start()], line[match.end() :]
        for names, day in ((left, right), (right, left)):
            day = day.removeprefix("on ")
            if not (read_date(day) or (has_date_shape(day) and read_byline(names))):
                continue
            if read_byline(names):
                return names, day
            if match.group().strip() in "|·•" and match.group().strip() and people(names) and 2 <= len(names.split()) <= 4:
                return f"By {names}", day
            loud = _LOUD_SURNAME.search(names)
            if loud and names is left:
                return f"By {loud[1]}", day
    return line, line


_LOUD_SURNAME = re.compile(r"(?:^|\s)([A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)? [A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,})$")
"""As the French press writes names: "Le Courrier Claire DUVAL Publié le 3 mai 2022"."""

_ON_A_DAY = re.compile(rf"(?<=\w)(?<!^By)[\s,|·•–-]+(?:on )?{WEEKDAY}$")
"""The day behind a name of two words: "By Ana Lee Monday"; "By Joe Friday" is a name."""

_OURS = re.compile(r"^(?:[Uu]nser(?:em|er)|[Oo]ur|[Nn]otre|[Nn]uestr[oa]|[Nn]oss[oa]|[Nn]ostr[oa]) \S+ (?=\S+ \S)")
"""What stands before a name: "our correspondent"."""

_PICTURED = re.compile(
    r"^(?:Photographs?|Photos?|Pictures) by [^,;|]{3,60}(?:[,;|]| and)\s*(?=(?:words|text|story) by\b)", re.IGNORECASE
)
"""Who took the pictures, before who wrote the words."""

_PART = re.compile(
    r"\s*\((?:texto?|text|words|testo|texte)\)"
    r"|(?:,| e| y| et| und| and)?\s+[^,()]{3,40}\((?:fotos?|photos?|fotografie|pictures)\)"
)
"""Who did what: "Rui Matos (texto) e Inês Faria (fotos)"."""

_READING = re.compile(r"\s*[|·•–-]\s*\d+[ -]min(?:ute)?s?\.?(?: read)?$", re.IGNORECASE)


def people(text: str) -> tuple[str, ...]:
    """Give the names in what stands behind "By", or nothing if it is anything but names, roles and a place."""
    text = _BRACKETED.sub("", _EMAIL.sub("", _EDITING.sub("", _READING.sub("", _PART.sub("", text)))).strip(" .,;|"))
    described = not re.search(r"[.?!]$", text)
    names: list[str] = []
    for position, part in enumerate(part.strip() for part in SEPARATOR.split(text) if part.strip()):
        part = _HONORIFIC.sub("", _OURS.sub("", _FOR.sub("", _IN_PLACE.sub("", f" {part}").strip())))
        if not part:  # "By Ana Lee, in Osaka"
            continue
        low = part.lower()
        if low in AGENCIES or low in NOBODY:
            if not names:  # behind a person, it says whom that works for
                names.append(part)
        elif _is_name(part) and not _ROLE.search(part):
            names.append(soften(part))
        elif names and described and part[0].islower() and len(part.split()) <= 4:
            continue  # "Hugo Lenoir, jardinier"
        elif not position or not (_ROLE.search(part) or _is_place(part)):
            # "By John Smith BBC News": the role is not parted from the name
            trimmed = re.sub(
                r"\s+(?:BBC|CNN|Reuters|AP|AFP|Senior|Chief|Staff|Political|Business|Economics|Special|Foreign)\b.*$", "", part
            )
            if trimmed == part or not _is_name(trimmed) or _ROLE.search(trimmed):
                return ()
            names.append(soften(trimmed))
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


def agency_of(line: str) -> str:
    """Give the agency that a line credits and nothing else, or an empty string."""
    bare = re.sub(r"^(?:[Ss]ources?|[Ff]rom|[Vv]ia)\s*:?\s+", "", line.strip("()[] ."))
    return bare if bare.lower() in AGENCIES or bare.lower() in NOBODY else ""


def soften(name: str) -> str:
    """Give a name in capitals the usual way; any other as it is written."""
    first, _, last = name.rpartition(" ")
    if not name.isupper() and not (
        first and not any(word.isupper() for word in first.split() if len(word) > 2) and _is_loud(last)
    ):
        return name
    return re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize() if len(match.group()) > 1 else match.group(), name)


def _is_loud(word: str) -> bool:
    return word.isupper() and len(word) > 3 and word.isalpha()


def named(value: str) -> tuple[str, ...]:
    """Give the names of a field that is known to hold authors."""
    text = " ".join(clean(value).split())
    label = LABEL.match(text)
    text = text[label.end() :] if label else text
    if re.match(r"https?:|www\.|@", text) or not any(map(str.isalpha, text)):
        return ()
    return people(text) or (_EMAIL.sub("", text).strip() or text,)


def is_role(text: str) -> bool:
    """Say whether a line below a byline says what its author is, or where to write to."""
    if _EMAIL.fullmatch(re.sub(r"^(?:Contact|E-?mail|Follow|Twitter|X)\s*:?\s+", "", text)):
        return True
    return len(text.split()) <= 6 and bool(_ROLE.search(text)) and not re.search(r"[.?!]$", text)
