"""A saved mail: one article in an envelope of headers.

Here: telling a mail from a text, what its headers say, and which of its parts is read. Not here: mailboxes of many
letters; newsletters are cleaned like any other text or page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import HeaderParser
from email.utils import parseaddr

from reader.article import Kind
from reader.safety import plain_line
from reader.sources.dates import said_date
from reader.sources.decoding import decode

_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):(?:\s|$)")
_START = re.compile(r"\n{0,9}(?:From [^\n]{1,200}\n)?(?=[A-Za-z][A-Za-z0-9-]{0,60}:\s)")
"""What stands before the first header: mailboxes keep letters apart by a line."""
_ENVELOPE = frozenset({"date", "to", "message-id", "mime-version", "content-type", "received", "delivered-to"})
"""A mail has one of these beside its sender and its subject."""
_LONGEST_HEAD = 65_536
"""Characters of the longest head that is looked at."""
_A_STUB = 200
"""A shorter text beside a page says only that there is a page."""
_A_PROGRAM = re.compile(r"saved by\b", re.IGNORECASE)
"""How browsers name themselves as the sender of a page that they saved."""
_ENCODED = frozenset({"base64", "quoted-printable"})


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says; the fields mean what they mean in `RawDocument`."""

    text: str
    kind: Kind
    headline: str | None
    outlet: str | None
    """Who sent it, by name."""
    published: date | datetime | None
    url: str | None


def letter(text: str, data: bytes) -> Letter | None:
    """The mail that begins with headers in `text`, whose bytes are `data`; None where it is no mail, or where none of
    its parts is a text or a page. Never raises.
    """
    head = _head(text)
    if head is None:
        return None
    said = HeaderParser().parsestr(head)
    try:
        parts = [part for part in message_from_bytes(data).walk() if part.get_content_maintype() == "text"]
    except RecursionError:  # parts within parts within parts: a trap
        return None
    plain = _first(parts, "text/plain")
    page = _first(parts, "text/html")
    if not plain and not page:
        return None
    as_text = len(plain) >= _A_STUB or not page
    address = _line(said["snapshot-content-location"])
    sender = parseaddr(_line(said["from"]))[0]
    return Letter(
        text=plain if as_text else page,
        kind="text" if as_text else "html",
        headline=_line(said["subject"]) or None,
        outlet=sender if sender and not _A_PROGRAM.match(sender) else None,
        published=said_date(_line(said["date"])),
        url=address if address.startswith(("http://", "https://")) else None,
    )


def _head(text: str) -> str | None:
    """The headers of a mail with the first line that is empty; None where `text` does not begin with them."""
    start = _START.match(text)
    if start is None:
        return None  # nearly all
    head, gap, _ = text[start.end() : start.end() + _LONGEST_HEAD].partition("\n\n")
    lines = head.split("\n")
    fields = [_FIELD.match(line) for line in lines]
    if not gap or not all(field or line[:1] in (" ", "\t") for field, line in zip(fields, lines, strict=True)):
        return None
    names = {field[1].lower() for field in fields if field}
    return head + gap if {"from", "subject"} <= names and names & _ENVELOPE else None


def _line(value: object) -> str:
    """A header as people read it: `=?utf-8?q?...?=` is undone."""
    written = str(value or "")
    try:
        return plain_line(str(make_header(decode_header(written))))
    except (HeaderParseError, LookupError, ValueError):  # not what it says it is
        return plain_line(written)


def _first(parts: list[Message], kind: str) -> str:
    """The first part of that kind that is not attached and not empty; empty without one."""
    shown = (p for p in parts if p.get_content_type() == kind and p.get_content_disposition() != "attachment")
    return next((text for part in shown if (text := _content(part)).strip()), "")


def _content(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    text = None
    if str(part.get("content-transfer-encoding", "")).strip().lower() in _ENCODED:
        try:
            text = data.decode(part.get_content_charset() or "utf-8")
        except (LookupError, ValueError):  # not what it says it is
            text = None
    return (decode(data) if text is None else text).replace("\r\n", "\n").replace("\r", "\n")
