"""A mail, saved as a file: a newsletter, or an article that somebody sent on."""

from __future__ import annotations

import email
import email.header
import re
from collections.abc import Iterator, Sequence
from email.message import Message
from email.policy import compat32
from email.utils import parseaddr
from itertools import groupby, takewhile

from digest.errors import ReaderError
from digest.model import Block, Found, Kind, Raw
from digest.readers import html, plain
from digest.readers.stamp import iso
from digest.text.charsets import codec
from digest.text.press import PRESS

_PREFIX = re.compile(r"^(?:(?:fwd?|re|aw|wg|tr|rv|enc|antw|doorst|vs|vb|sv|i|r)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_MARKER = re.compile(
    r"[-_ ]*\s*(?:Begin forwarded message|Forwarded message|Original Message|Weitergeleitete Nachricht|Ursprüngliche Nachricht"
    r"|Message (?:transféré|d'origine)|Mensaje (?:reenviado|original)"
    r"|Messaggio (?:inoltrato|originale)|Mensagem (?:encaminhada|original))"
    r"\s*:?\s*[-_ ]*",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"(?P<name>From|Von|De|Da|Date|Sent|Datum|Gesendet|Fecha|Enviado|Data|Inviato|Envoyé|Subject|Betreff|Asunto|Objet|Oggetto|Assunto"
    r"|To|An|Para|À|A|Cc|Reply-To)\s*:\s*(?P<value>.*)",
    re.IGNORECASE,
)
_NAMES = {
    **dict.fromkeys(("from", "von", "de", "da"), "from"),
    **dict.fromkeys(("date", "sent", "datum", "gesendet", "fecha", "enviado", "data", "inviato", "envoyé"), "date"),
    **dict.fromkeys(("subject", "betreff", "asunto", "objet", "oggetto", "assunto"), "subject"),
}
_HEADERS = ("from", "subject", "date", "to", "content-type", "mime-version", "message-id", "received")

_BYLINE = re.compile(r"(?:By|BY|Von|Par|Por|Di|di)\s+[A-ZÀ-Þ][\w.’'-]*\s+[A-ZÀ-Þa-z]")
_HEAD = 4
"""Blocks among which the text's own byline stands."""

_DEEP = 30
"""Parts inside each other: no mail program makes more."""


def read(text: str, first_line: int) -> Raw:  # noqa: ARG001 -- every reader takes the line; a mail's parts have none worth naming
    """Read a mail: its text as blocks, its headers as fields; attachments are left out.

    ``text`` is the mail's bytes, those above 127 as surrogate escapes, because each part names its own encoding.
    The sender is the author, of a newsletter (a mail with List-Id or List-Unsubscribe) the outlet; where the text has a byline, a
    sender with the name of a newspaper is the outlet, too, and nobody but the byline says who wrote it. Of a mail that was sent
    on, the headers of the original count; what was written above them is set aside.
    Raises ReaderError if this is no mail.
    """
    try:
        message = email.message_from_string(text.lstrip("\n\r\ufeff"), policy=compat32)
        if not any(name in message for name in _HEADERS):
            raise ReaderError("this is not a mail: expected headers such as “From:” and “Subject:” in its first lines", 1)
        message = _sent_on(message)
        blocks = _text_of(message)
    except (RecursionError, email.errors.MessageError):
        raise ReaderError("the parts of this mail are inside each other in a way that cannot be read") from None
    headers = {name: (_header(message, name), f"its {name.capitalize()} header") for name in ("subject", "from", "date")}
    blocks, inner, note = _forwarded(blocks)
    note += tuple(line for part in _readable(message, 0) for line in _signature(part))
    headers |= {name: (value, f"the {name.capitalize()} line of the mail that was sent on") for name, value in inner.items()}
    newsletter = not inner and any(name in message for name in ("list-id", "list-unsubscribe"))
    bylined = any(_BYLINE.match(block.text) for block in blocks[:_HEAD])
    name, (title, title_origin) = _name(headers["from"][0]), headers["subject"]
    title = _PREFIX.sub("", title).strip()
    sender = Found(name, headers["from"][1]) if name else None
    language = re.split(r"[,;]", _header(message, "content-language"))[0].strip()
    return Raw(
        blocks,
        title=Found(title, title_origin) if title else None,
        date=Found(iso(headers["date"][0]), headers["date"][1]) if headers["date"][0] else None,
        authors=(sender,) if sender and not newsletter and not bylined else (),
        outlet=sender if newsletter or (bylined and PRESS.search(name)) else None,
        language=Found(language, "its Content-Language header") if language else None,
        aside=note,
    )


def _sent_on(message: Message) -> Message:
    """Give the mail that a mail carries as its only readable part, or the mail itself."""
    for _ in range(_DEEP):
        inner = [part for part in message.walk() if part.get_content_type() == "message/rfc822"]
        payload = inner[0].get_payload() if inner else None
        if not isinstance(payload, list) or not payload or not isinstance(payload[0], Message) or _text_of(message):
            break
        message = payload[0]
    return message


def _text_of(message: Message) -> tuple[Block, ...]:
    return tuple(block for part in _readable(message, 0) for block in _blocks(part))


def _readable(part: Message, depth: int) -> Iterator[Message]:
    """Yield the parts that a mail program shows, of alternatives the richest that holds text."""
    kind, content = part.get_content_type(), part.get_payload()
    if depth > _DEEP or kind == "message/rfc822":
        return
    if isinstance(content, list):
        children = [child for child in content if isinstance(child, Message)]
        if kind == "multipart/alternative":
            found = [tuple(_readable(child, depth + 1)) for child in children]
            ranked = sorted(found, key=lambda parts: any(one.get_content_type() == "text/html" for one in parts), reverse=True)
            yield from next((parts for parts in ranked if any(_blocks(one) for one in parts)), ())
        else:
            for child in children:
                yield from _readable(child, depth + 1)
    elif kind in ("text/plain", "text/html", "text/enriched") and not _is_attached(part):
        yield part


def _is_attached(part: Message) -> bool:
    return "attachment" in str(part.get("content-disposition", "")).lower() or bool(part.get_filename())


def _blocks(part: Message) -> tuple[Block, ...]:
    """Give the blocks of a part; quoted lines are quotations."""
    text = _decoded(part)
    if part.get_content_type() == "text/html":
        return html.read_fragment(text, links=True)
    text = _SIGNATURE.sub("", text)
    if str(part.get_param("format", "")).lower() == "flowed":
        joint = "" if str(part.get_param("delsp", "")).lower() == "yes" else " "
        text = re.sub(r"(?<![-\n]-) \n(?!>|\n)", joint, re.sub(r"^ (?=>|From| )", "", text, flags=re.MULTILINE))
    found: list[Block] = []
    for quoted, lines in groupby(text.split("\n"), key=lambda line: line.startswith(">")):
        bare = "\n".join(re.sub(r"^(?:> ?)+", "", line) for line in lines)
        read_blocks = plain.read(bare, 1, wrapped=True).blocks
        found += [Block(Kind.QUOTE if quoted else block.kind, block.text) for block in read_blocks]
    return tuple(found)


_SIGNATURE = re.compile(r"^-- \n(?:(?!^-- \n).){0,1000}\Z", re.MULTILINE | re.DOTALL)
"""What stands below a line "-- " at the end: the sender's signature (RFC 3676, section 4.3)."""


def _signature(part: Message) -> list[str]:
    found = _SIGNATURE.search(_decoded(part)) if part.get_content_type() == "text/plain" else None
    return [shown for line in found.group().split("\n")[1:] if (shown := " ".join(line.split()))] if found else []


def _decoded(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    return _to_text(data, str(part.get_param("charset", "") or "")).replace("\r\n", "\n").replace("\r", "\n")


def _to_text(data: bytes, charset: str) -> str:
    """Decode by what is declared, but what is UTF-8 throughout is UTF-8."""
    try:
        return data.decode("iso2022_jp" if "2022" in charset else "utf-8")
    except UnicodeDecodeError:
        return data.decode("utf-8" if "utf" in charset.lower() else codec(charset) or "cp1252", "replace")


def _header(message: Message, name: str) -> str:
    """Give a header as text on one line, encoded words decoded; empty if it is not there."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    raw = re.sub(r"\r?\n[ \t]*", " ", raw)
    parts = []
    try:
        decoded: Sequence[tuple[bytes | str, str | None]] = email.header.decode_header(raw)
    except (email.errors.HeaderParseError, ValueError):
        decoded = [(raw, None)]
    for part, charset in decoded:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        # What is no encoded word comes back in this encoding, surrogates escaped as Python writes them.
        data = raw.encode("utf-8", "surrogateescape") if len(decoded) == 1 and charset is None else data
        parts.append(_to_text(data, charset or ""))
    return " ".join("".join(parts).split())


def _name(sender: str) -> str:
    """Give the name of a sender, without the address; empty if there is only an address."""
    before = re.match(r"(.+?)\s*<[^<>]*>", sender)
    if before:  # a comma that stood in an encoded word ("=?utf-8?Q?Lee=2C_Ana?=") is not one that parts two senders
        name = re.sub(r"\\(.)", r"\1", before[1])
    else:
        name = parseaddr(sender)[0] if "(" in sender else re.sub(r"\S+@\S+", "", sender)
    name = " ".join(name.strip(" \"'[]<>").split())
    return "" if "@" in name else name


_MOST = 6
"""Lines of the headers above a mail that was sent on."""


def _opens_headers(blocks: Sequence[Block]) -> bool:
    """Say whether headers begin here without a line that announces them, as Outlook writes them: From, Sent, To, Subject."""
    lines = takewhile(bool, (_LINE.fullmatch(block.text) for block in blocks))
    names = [_NAMES.get(line["name"].lower(), "") for line in lines if line]
    return names[:1] == ["from"] and {"date", "subject"} <= set(names)


def _forwarded(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], dict[str, str], tuple[str, ...]]:
    """Find a mail that was sent on in the text: its blocks, the headers above it, and the lines that are not its own."""
    found: dict[str, str] = {}
    kept: list[Block] = []
    note: list[str] = []
    inside = False
    for index, block in enumerate(blocks):
        line = _LINE.fullmatch(block.text)
        if _MARKER.fullmatch(block.text) or (not inside and not found and _opens_headers(blocks[index : index + _MOST])):
            inside, found = True, {}
            note += [before.text for before in kept]
            kept = []
            if line:
                found["from"] = line["value"]
        elif inside and line:
            name = _NAMES.get(line["name"].lower())
            if name and line["value"]:
                found.setdefault(name, line["value"])
        else:
            inside = False
            kept.append(block)
    return tuple(kept), found, tuple(note)
