"""Dates as newsrooms write them, read without guessing.

No date beats a wrong date: a day and month in figures that could be swapped (04/05/2019), a year of two figures, a date
without a year and a word such as "yesterday" are not read at all, and the clock is never asked.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

_MONTHS = """
january jan enero ene janvier janv januar jänner janeiro gennaio gen
february feb febrero février févr fevrier februar fevereiro fev febbraio febb
march mar marzo mars märz maerz mrz março marco
april apr abril abr avril avr aprile
may mayo mai maio mag maggio
june jun junio juin juni junho giugno giu
july jul julio juillet juil juli julho luglio lug
august aug agosto ago août aout
september sept sep septiembre set setiembre septembre setembro settembre sett
october oct octubre octobre oktober okt outubro out ottobre ott
november nov noviembre novembre novembro
december dec diciembre dic décembre déc decembre dezember dez dezembro dicembre
"""
MONTHS = {name: number for number, line in enumerate(_MONTHS.strip().splitlines(), 1) for name in line.split()}
"""Names and usual short forms of the months in English, Spanish, French, German, Portuguese and Italian, lower case."""

_WEEKDAYS = """
monday lunes lundi montag segunda-feira lunedì
tuesday martes mardi dienstag terça-feira martedì
wednesday miércoles mercredi mittwoch quarta-feira mercoledì
thursday jueves jeudi donnerstag quinta-feira giovedì
friday viernes vendredi freitag sexta-feira venerdì
saturday sábado samedi samstag sonnabend sabato
sunday domingo dimanche sonntag domenica
"""
WEEKDAYS = {name: number for number, line in enumerate(_WEEKDAYS.strip().splitlines()) for name in line.split()}
"""Names of the days, lower case; 0 is Monday."""

_SHORT_DAYS = "mon tue tues wed thu thur thurs fri sat sun mo di mi do fr sa so lun mar mer jeu ven sam dim"

_ZONES = {
    "z": "+00:00", "ut": "+00:00", "utc": "+00:00", "gmt": "+00:00",
    "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "jst": "+09:00",
}  # fmt: skip
"""Zones that mean one offset (RFC 822 fixes the American ones); of any other ("ET", "BST", "IST") only the clock time is kept."""

_LABEL = re.compile(
    r"^(?:(?:first )?(?:published|posted|issued|publication date|date|dated|filed)(?: (?:on|at))?"
    r"|publi[ée](?:e|s)?(?: le)?|publicado(?: el| em)?|ver[öo]ffentlicht(?: am)?|pubblicato(?: il)?"
    r"|fecha|data|datum|stand|le|el|am|il)"
    r"\s*[:.]?\s+"
    r"|^(?:[发發]布(?:[时時][间間]|日期|[于於])?|[时時][间間]|日期|配信|公開|입력)\s*[::]?\s*",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"[\s,;|·•(/–—-]+(?:and )?(?:last )?(?:updated|modified|mis à jour|actualizado|aktualisiert|aggiornato|modifica(?:to)?"
    r"|atualizado)\b.*$",
    re.IGNORECASE,
)
_READING = re.compile(r"\s*[|·•]\s*[^\d|·•]{0,25}\d{1,3}[ -]min\w*\.?(?: read)?$", re.IGNORECASE)
_HOUR = re.compile(r",?\s+(?:à|um|a las|às|alle(?: ore)?)\s+\d{1,2}\s?(?:heures?|h|uhr|horas|ore)$", re.IGNORECASE)
"""An hour without minutes is left out: "à 9 heures"."""
_GLUED = re.compile(r"(?<=\b(?:19|20)\d\d)(?=\d{1,2}:\d\d\s?[AP]M\b)")
"""As a station writes it: "May 20, 20225:07 AM ET"."""
_EASTERN = re.compile(
    r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日号號일]"
    r"(?:\s?[((]?(?:星期|周|週|[礼禮]拜)?[一二三四五六日天月火水木金土월화수목금토](?:曜日?|요일)?[))]?)?"
    r"(?:\s?(?P<half>上午|下午|午前|午後|오전|오후)?\s?(?P<hour>\d\d?)\s?[::时時点點시]"
    r"(?:\s?(?P<minute>\d\d?)\s?[分분]?(?:[:: ]?(?P<second>\d\d?)秒?)?)?)?"
)
"""As Chinese, Japanese and Korean write it: "2019年6月29日(土)午後2時47分"."""
_DAYNAME = rf"(?:(?:{'|'.join([*WEEKDAYS, *_SHORT_DAYS.split()])})\.?,?\s+(?:den |the )?)?"
_CLOCK = (
    r"(?:(?:\s*[,|·•–—-]\s*|\s+|t)(?:at |à |a las |um |às |alle(?: ore)? )?"
    r"(?P<hour>\d{1,2})(?:(?:(?:[:.]|\s?h\s?)(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?)\s*(?P<half>[ap]\.?m\b\.?)?"
    r"|\s*(?P<half_only>[ap]\.?m\b\.?))"
    r"(?:\s*(?:uhr|hrs|h))?\s*(?P<zone>z|(?:gmt|utc)?[+-]\d\d:?\d\d|\(?[a-z]{2,4}\)?(?: time)?)?)?"
)
_ZONE_ALONE = r"(?:\s+(?:gmt|utc|e[sd]?t|c[sd]t|m[sd]t|p[sd]?t|bst|ist|cest|cet|jst))?"
"""A zone behind a day without a time says nothing."""
_TIME_FIRST = re.compile(
    r"(?P<time>\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\b\.?)?(?:\s+[a-z]{2,4}\b)?),?\s+(?:on )?(?P<day>.*\d{4}.?)", re.IGNORECASE
)
"""As stations write it: "6:42 PM, Jan 19, 2022"."""
_MONTHNAME = r"(?P<month>[^\W\d_]{3,10})\.?"
_FORMS = tuple(
    re.compile(rf"{_DAYNAME}{form}(?:{_CLOCK}|{_ZONE_ALONE})\.?", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?[\s.-]*(?<=[\s.-])(?:of |de |di |d[’'])?{_MONTHNAME}[\s,-]*(?<=[\s,.-])"
        r"(?:de |del |di )?(?P<year>\d{4})",
        rf"{_MONTHNAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<year>\d{{4}})",
        r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<then>\d{1,2})(?P=mark)(?P<year>\d{4})",
    )
)
_MONTH_FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<number>\d\d)"),
    re.compile(rf"{_MONTHNAME},?\s+(?:de |di )?(?P<year>\d{{4}})", re.IGNORECASE),
)


_YEAR = re.compile(r"\d{4}")
_LONGEST = 200
"""Characters of a line that is a date: label, weekday, day, time, zone, and when it was updated."""


def read_date(text: str) -> tuple[str, str] | None:
    """Read a line or value that is a date and nothing else; None for anything more, less or impossible.

    A label ("Published on", "Date:"), a weekday, a time and a trailing "updated ..." are allowed beside it.
    Gives ISO 8601 as far as it is known and the precision: ``second``, ``minute``, ``day`` or ``month``.
    An offset is given only where the text has one that means one thing.
    """
    value = _bare(text)
    if not value:
        return None
    for form in _FORMS:
        match = form.fullmatch(value)
        if match:
            return _moment(match.groupdict())
    for form in _MONTH_FORMS:
        match = form.fullmatch(value)
        if match:
            month = _month(match.groupdict())
            return (f"{match['year']}-{month:02}", "month") if month else None
    return None


def has_date_shape(text: str) -> bool:
    """Say whether a line is written as a date, be it a possible one ("2019-06-28") or not ("2019-02-30", "04/05/2019")."""
    value = _bare(text)
    return bool(value) and any(
        match and ("number" in match.re.groupindex or "first" in match.re.groupindex or _month(match.groupdict()))
        for match in (form.fullmatch(value) for form in _FORMS)
    )


def _bare(text: str) -> str:
    """Give a text without its label; nothing for one that cannot be a date, which is nearly every line of an article."""
    if len(text) > _LONGEST or not _YEAR.search(text):
        return ""
    value = " ".join(text.split()).strip(" |·•–—-()[]")
    value = _LABEL.sub("", value, count=1)
    eastern = _EASTERN.fullmatch(value)
    if eastern:
        return _western(eastern)
    value = _HOUR.sub("", _READING.sub("", _GLUED.sub(" ", _UPDATED.sub("", value))))
    reordered = _TIME_FIRST.fullmatch(value)
    return f"{reordered['day']} {reordered['time']}" if reordered else value


def _western(parts: re.Match[str]) -> str:
    """Give "2019-6-29 14:47" for "2019年6月29日午後2時47分"; an hour without minutes is left out."""
    day = f"{parts['year']}-{parts['month']}-{parts['day']}"
    if not parts["minute"]:
        return day
    hour = int(parts["hour"])
    if parts["half"]:  # midnight is 0 or 12, and some write 下午14:47
        hour = hour % 12 + 12 * (parts["half"] in "下午 午後 오후") if hour <= 12 else hour
    return f"{day} {hour}:{int(parts['minute']):02}" + (f":{int(parts['second']):02}" if parts["second"] else "")


def _month(parts: dict[str, str | None]) -> int:
    """Give 1 to 12, or 0."""
    number = int(parts.get("number") or 0) or MONTHS.get((parts.get("month") or "").lower(), 0)
    return number if number <= 12 else 0


def _moment(parts: dict[str, str | None]) -> tuple[str, str] | None:
    if parts.get("first"):
        first, then = int(parts["first"] or 0), int(parts["then"] or 0)
        # With full stops the day stands first everywhere; with slashes it depends on the country, so one of the two must be
        # too large for a month, or both equal.
        if first > 12 or parts["mark"] == "." or first == then:
            day, month = first, then
        elif then > 12:
            day, month = then, first
        else:
            return None
    else:
        day, month = int(parts["day"] or 0), _month(parts)
    hour, half = parts["hour"], (parts["half"] or parts["half_only"] or "").lower()
    try:
        whole = date(int(parts["year"] or 0), month, day)
        if hour is None:
            return whole.isoformat(), "day"
        number = int(hour)
        if half:
            if not 1 <= number <= 12:
                return None
            number = number % 12 + (12 if half.startswith("p") else 0)
        time = datetime(whole.year, month, day, number, int(parts["minute"] or 0), int(parts["second"] or 0))  # noqa: DTZ001 -- as written
        zone = _offset(parts["zone"])
    except ValueError:
        return None
    precision = "second" if parts["second"] else "minute"
    return time.isoformat(timespec=precision + "s") + zone, precision


def _offset(zone: str | None) -> str:
    """Give "+09:00" for "+0900" or "JST", and nothing for a zone that several countries share."""
    name = (zone or "").lower().strip("()").removesuffix(" time")
    name = re.sub(r"^(?:gmt|utc)(?=[+-])", "", name)
    if name[:1] in ("+", "-"):
        hours, minutes = int(name[1:3]), int(name[-2:])
        if hours > 14 or minutes > 59:
            raise ValueError(f"no such offset: {zone}")
        return f"{name[0]}{hours:02}:{minutes:02}"
    return _ZONES.get(name, "")


_WEEKDAY = re.compile(rf"(?<![\w’'-])(?:{'|'.join(WEEKDAYS)})(?![\w-])", re.IGNORECASE)
_NOT_A_DAY = re.compile(
    r"\b(?:last|next|every|each|most|some|other|black|good|bloody|palm|ash|fat|shrove|holy|maundy|super|cyber|giving|election"
    r"|pasado|próximo|cada|dernier|prochain|chaque|letzten|nächsten|jeden|scorso|prossimo|ogni|passad[oa]|próxim[oa])\s+$",
    re.IGNORECASE,
)
_LAST_AFTER = re.compile(r"\s+(?:pasado|próximo|dernier|prochain|scorso|prossimo|passad[oa]|próxim[oa]|week\b)", re.IGNORECASE)


def named_weekday(text: str) -> str:
    """Give the first weekday that a text names as a day of its own week, as it is written, or an empty string.

    "Last Friday" and "next Friday" mean different days to different people, "every Friday" is no day and "Black Friday" a
    name: these are passed over.
    """
    for match in _WEEKDAY.finditer(text):
        # Spanish and Portuguese write "viernes" small; an English "sunday best" is too rare to care.
        if not _NOT_A_DAY.search(text[: match.start()]) and not _LAST_AFTER.match(text, match.end()):
            return match.group()
    return ""


def day_of_weekday(text: str, near: date) -> date | None:
    """Give the latest day on or before ``near`` that is the weekday which a text names (``named_weekday``), or None."""
    name = named_weekday(text)
    return near - timedelta(days=(near.weekday() - WEEKDAYS[name.lower()]) % 7) if name else None
