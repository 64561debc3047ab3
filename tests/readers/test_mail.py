"""A saved mail becomes the article that it carries."""

from __future__ import annotations

import base64
from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.edge.decode import decode_mail
from digest.errors import ReaderError
from digest.model import Found, Kind, Raw
from digest.readers import mail, mailbox

BODY = "The harbour opened on Friday after a year of repairs, and many boats came.\n\nThe mayor cheered: “At last!”\n"
HEAD = "From: Ana Lee <ana@post.example>\nSubject: Harbour opens\nDate: Fri, 28 Jun 2019 10:00:00 +0900\n"


def read(data: str | bytes) -> Raw:
    text = decode_mail(data if isinstance(data, bytes) else data.encode()).text
    assert text is not None
    return mail.read(text, 1)


def texts(raw: Raw) -> list[str]:
    return [block.text for block in raw.blocks]


def value(found: Found | None) -> str:
    return found.value if found else ""


def test_headers_are_fields() -> None:
    raw = read(f"{HEAD}\n{BODY}")

    assert value(raw.title) == "Harbour opens"
    assert raw.date == Found("2019-06-28T10:00:00+09:00", "its Date header")
    assert raw.authors == (Found("Ana Lee", "its From header"),)
    assert texts(raw) == BODY.strip().split("\n\n")


def test_of_a_newsletter_the_sender_is_the_outlet() -> None:
    raw = read(f"List-Id: <daily.post.example>\n{HEAD}\n{BODY}")

    assert (raw.authors, raw.outlet) == ((), Found("Ana Lee", "its From header"))


def test_a_byline_in_the_text_says_who_wrote_it_and_a_newspaper_that_sends_is_the_outlet() -> None:
    signed = "By Nora Lind\n\n" + BODY
    paper = read(f"From: Coastal Press <desk@post.example>\nSubject: Harbour opens\n\n{signed}")
    friend = read(f"{HEAD}\n{signed}")

    assert (paper.authors, paper.outlet) == ((), Found("Coastal Press", "its From header"))
    assert (friend.authors, friend.outlet) == ((), None)


def test_an_address_is_no_name() -> None:
    assert read(f"From: ana@post.example\n\n{BODY}").authors == ()


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("=?utf-8?Q?Lee=2C_Ana?= <ana@post.example>", "Lee, Ana"),
        ('"Lee, \\"Annie\\" (Post)" <ana@post.example>', 'Lee, "Annie" (Post)'),
        ("Ana Lee <ana@post.example>, Tom Ray <tom@post.example>", "Ana Lee"),
        ("ana@post.example (Ana Lee)", "Ana Lee"),
        ("<ana@post.example>", ""),
    ],
)
def test_the_name_of_a_sender_is_read_as_it_is_written(sender: str, name: str) -> None:
    assert [value(author) for author in read(f"From: {sender}\n\n{BODY}").authors] == [name] * bool(name)


@pytest.mark.parametrize("prefix", ["Fwd: ", "FW: Re: ", "WG: AW: ", "Re[2]: ", "TR : "])
def test_marks_of_replies_are_no_part_of_the_title(prefix: str) -> None:
    assert value(read(f"From: a@x.example\nSubject: {prefix}Harbour opens\n\n{BODY}").title) == "Harbour opens"


@pytest.mark.parametrize(
    ("stamp", "iso"),
    [
        ("Fri, 28 Jun 2019 10:00:00 -0000", "2019-06-28T10:00:00"),
        ("Fri, 28 Jun 2019 10:00 +0200 (CEST)", "2019-06-28T10:00+02:00"),
        ("28 Jun 19 10:00:00 GMT", "2019-06-28T10:00:00+00:00"),
        ("Fri, 28 Jun 2019 10:00:00", "2019-06-28T10:00:00"),
        ("28 June 2019", "28 June 2019"),
        ("yesterday", "yesterday"),
    ],
)
def test_an_offset_is_the_senders_and_never_made_up(stamp: str, iso: str) -> None:
    assert value(read(f"From: a@x.example\nDate: {stamp}\n\n{BODY}").date) == iso


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15", "windows-1252", "iso-8859-1", "no-such-charset"])
@pytest.mark.parametrize("coding", ["base64", "quoted-printable", "8bit"])
def test_every_coding_and_charset_is_taken_off(charset: str, coding: str) -> None:
    text = "Zürich: café owners cheered"
    data = text.encode("cp1252" if "8859" in charset or "1252" in charset else "utf-8")
    if coding == "base64":
        data = base64.encodebytes(data)
    elif coding == "quoted-printable":
        data = b"".join(b"=%02X" % byte if byte > 127 else bytes([byte]) for byte in data)
    head = f"From: a@x.example\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {coding}\n\n"

    assert texts(read(head.encode() + data)) == [text]


@pytest.mark.parametrize(
    "subject",
    [
        "=?utf-8?B?Q2Fmw6kgb3BlbnM=?=",
        "=?iso-8859-1?Q?Caf=E9?= opens",
        "=?utf-8?Q?Caf=C3?=\n =?utf-8?Q?=A9_opens?=",
        "=?nonsense?Q?Caf=C3=A9_opens?=",
        "Café opens",
    ],
)
def test_encoded_words_are_decoded(subject: str) -> None:
    assert value(read(f"From: a@x.example\nSubject: {subject}\n\n{BODY}").title) == "Café opens"


def test_html_is_preferred_and_attachments_are_left_out() -> None:
    message = EmailMessage()
    message["From"] = "Ana Lee <ana@post.example>"
    message.set_content("The plain version.")
    message.add_alternative("<p>The <b>rich</b> version.</p><script>x()</script><ul><li>One thing</li></ul>", subtype="html")
    message.add_attachment("A secret table.", filename="table.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")

    raw = read(message.as_bytes())

    assert [(block.kind, block.text) for block in raw.blocks] == [(Kind.PARAGRAPH, "The rich version."), (Kind.ITEM, "One thing")]


def test_an_empty_html_part_gives_way_to_the_plain_one() -> None:
    message = EmailMessage()
    message["From"] = "a@x.example"
    message.set_content("The plain version.")
    message.add_alternative("<img src='cid:1'>", subtype="html")

    assert texts(read(message.as_bytes())) == ["The plain version."]


@pytest.mark.parametrize(
    "marker", ["---------- Forwarded message ---------", "Begin forwarded message:", "-----Original Message-----"]
)
def test_of_a_mail_that_was_sent_on_the_original_counts(marker: str) -> None:
    raw = read(
        f"From: Bob <bob@x.example>\nSubject: Fwd: Harbour\nDate: Mon, 1 Jul 2019 08:00:00 +0000\n\nFor the digest?\n\n{marker}\n"
        f"From: Ana Lee <ana@post.example>\nDate: 28 June 2019 at 10:12\nSubject: Harbour opens\nTo: B <bob@x.example>\n\n{BODY}"
    )

    assert value(raw.title) == "Harbour opens"
    assert value(raw.date) == "28 June 2019 at 10:12"
    assert [author.value for author in raw.authors] == ["Ana Lee"]
    assert texts(raw) == BODY.strip().split("\n\n")
    assert raw.aside == ("For the digest?",)


def test_a_mail_that_carries_another_as_an_attachment_is_that_one() -> None:
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "Ana Lee <ana@post.example>", "Harbour opens"
    inner.set_content(BODY)
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "Bob <bob@x.example>", "Fwd: look"
    outer.make_mixed()
    outer.attach(_as_attachment(inner))

    raw = read(outer.as_bytes())

    assert (value(raw.title), [author.value for author in raw.authors]) == ("Harbour opens", ["Ana Lee"])


def _as_attachment(inner: EmailMessage) -> EmailMessage:
    part = EmailMessage()
    part.set_content(inner)
    return part


def test_lines_that_a_program_wrapped_are_joined_and_quoted_ones_are_quotations() -> None:
    raw = read(
        "From: a@x.example\n\nThe harbour opened on Friday after a long year of costly repairs,\nand boats came.\n\n"
        "> It is a long and happy day for the whole town, the mayor wrote to\n> us.\n"
    )

    assert [(block.kind, block.text) for block in raw.blocks] == [
        (Kind.PARAGRAPH, "The harbour opened on Friday after a long year of costly repairs, and boats came."),
        (Kind.QUOTE, "It is a long and happy day for the whole town, the mayor wrote to us."),
    ]


def test_flowed_text_is_one_paragraph() -> None:
    head = "From: a@x.example\nContent-Type: text/plain; format=flowed\n\n"
    assert texts(read(head + "Boats \ncame \nin.\n")) == ["Boats came in."]
    assert texts(read(head.replace("flowed", "flowed; delsp=yes") + "Boats  \ncame i \nn.\n")) == ["Boats came in."]


@pytest.mark.parametrize("text", ["Just some words.\nAnd more.", "<html></html>", "{}"])
def test_what_is_no_mail_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(ReaderError, match="not a mail") as caught:
        read(text)
    assert caught.value.line == 1


@pytest.mark.parametrize(
    "data",
    [
        HEAD + 'Content-Type: multipart/mixed; boundary="x"\n\n--x\n\n' + BODY,
        HEAD + "Content-Type: multipart/mixed\n\n" + BODY,
        HEAD + "Content-Type: ; ;;=\n\n" + BODY,
        HEAD + "Content-Transfer-Encoding: base64\n\n####\n",
        HEAD + "Content-Type: text/html; charset=utf-16\n\n" + BODY,
        HEAD.replace("ana@", '<<>>@@,;:\\"ana') + "\n" + BODY,
        HEAD + "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(300)) + BODY,
    ],
    ids=["unclosed", "no boundary", "no type", "bad base64", "wrong charset", "odd sender", "nested"],
)
def test_a_broken_mail_gives_an_article_or_a_reason(data: str) -> None:
    with suppress(ReaderError):
        assert value(read(data).title) == "Harbour opens"


@given(head=st.binary(max_size=300), body=st.binary(max_size=300))
def test_any_bytes_behind_a_header_are_survived(head: bytes, body: bytes) -> None:
    read(b"Subject: x\nFrom: " + head + b"\nContent-Type: multipart/" + body + b"\n\n" + body)


def read_box(data: str) -> tuple[Raw, ...]:
    text = decode_mail(data.encode()).text
    assert text is not None
    found = mailbox.read(text, 1)
    return (found,) if isinstance(found, Raw) else found


def test_a_mailbox_is_as_many_articles_as_it_holds_mails() -> None:
    first = f"From ana@post.example Fri Jun 28 10:00:00 2019\n{HEAD}Message-ID: <1@post.example>\n\n{BODY}\n"
    head = "From: Tom Ray <tom@post.example>\nSubject: Harbour shut"
    second = f"From tom@post.example Sat Jun 29 10:00:00 2019\n{head}\n\nNo boats came.\n\n"
    one, other = read_box(first + second)

    assert value(one.title) == "Harbour opens"
    assert one.key == "<1@post.example>"
    assert texts(one) == texts(read(f"{HEAD}\n{BODY}"))
    assert value(other.title) == "Harbour shut"
    assert texts(other) == ["No boats came."]
    assert {raw.key for raw in read_box((second + first).replace("\n", "\r\n"))} == {one.key, other.key}


def test_one_mail_of_a_mailbox_is_a_mail_like_any_other() -> None:
    line = "From ana@post.example Fri Jun 28 10:00:00 2019\n"
    assert read_box(f"{line}{HEAD}\n{BODY}") == (read(f"{HEAD}\n{BODY}"),)
    assert read_box(f"{HEAD}\n{BODY}\nFrom here on, it rained.\n")[0].key == ""


def test_a_mail_that_was_sent_on_without_a_word_of_that_is_the_original() -> None:
    head = "From: Ana Lee <ana@post.example>\nSent: Friday, June 28, 2019 10:00 AM\nTo: Tom Ray\nSubject: Harbour opens\n"
    raw = read(f"From: Tom Ray <tom@x.example>\nSubject: FW: look\n\nSee below.\n\n{'_' * 32}\n{head}\n{BODY}")

    assert value(raw.title) == "Harbour opens"
    assert [author.value for author in raw.authors] == ["Ana Lee"]
    assert raw.aside == ("See below.",)
    assert texts(raw) == texts(read(f"{HEAD}\n{BODY}"))


def test_a_line_that_looks_like_a_header_is_part_of_the_text() -> None:
    raw = read(f"{HEAD}\nFrom: the quay, with love\n\n{BODY}")
    assert texts(raw)[0] == "From: the quay, with love"
