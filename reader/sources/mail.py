"""A saved mail: one article in an envelope of headers.

Here: telling a mail from a text, what its headers say, which of its parts is read, and pages that a browser saved in
the same form (MHTML). Not here: mailboxes of many letters (`archives.mailboxes`); newsletters are cleaned like any
other text or page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import HeaderParser
from email.utils import parseaddr
from html import unescape

from reader.article import Kind, RawDocument
from reader.safety import plain_line
from reader.sources.dates import moment, said_date
from reader.sources.decoding import decode

_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):(?:\s|$)")
_START = re.compile(r"\n{0,9}(?:From [^\n]{1,200}\n)?(?=[A-Za-z][A-Za-z0-9-]{0,60}:\s)")
"""What stands before the first header: mailboxes keep letters apart by a line."""
_ENVELOPE = frozenset({"date", "to", "message-id", "mime-version", "content-type", "received", "delivered-to"})
"""A mail has one of these beside its sender and its subject; without a subject, two."""
_LONGEST_HEAD = 65_536
"""Characters of the longest head that is looked at."""
_A_STUB = 200
"""A shorter text beside a page, or around a forwarded letter, says only that there is one."""
_A_PROGRAM = re.compile(r"saved by\b", re.IGNORECASE)
"""How browsers name themselves as the sender of a page that they saved."""
_ENCODED = frozenset({"base64", "quoted-printable"})
_TAG = re.compile(r"<[^<>]{0,5000}>")
_UNSEEN = re.compile(r"<(?=(?:style|script|head)\b)", re.IGNORECASE)
_UNSEEN_TO = re.compile(r"</(?:style|script|head)\b", re.IGNORECASE)
_FOR_MAIL = re.compile(r"(?:e?mail|news|newsletters?|em?\d*|info|lists?|mg|mktg?)\.(?=.+\.)")
"""Names of hosts that only send."""
_PASSED_ON = re.compile(r"(?:fwd?|wg)\s?:\s", re.IGNORECASE)
"""What programs write before the subject of a letter that is passed on."""
_FORWARDED = re.compile(
    r"^[ \t>]*(?:-{2,}\s?[^\n-]{4,40}\s?-{2,}|Begin forwarded message:)[ \t]*\n\s{0,9}"
    r"((?:[ \t>]*\*?[A-Z][\w -]{1,20}:\*?[ \t][^\n]{1,500}\n){2,9})",
    re.MULTILINE,
)
"""The head that programs put before a letter that is passed on, within the text."""
_FORWARDED_PAGE = re.compile(
    r"""<div[^<>]{0,200}class=["']?gmail_attr["']?[^<>]{0,200}>(.{1,4000}?)</div>"""
    r"""|<table[^<>]{0,200}moz-email-headers-table[^<>]{0,200}>(.{1,8000}?)</table>""",
    re.DOTALL | re.IGNORECASE,
)
_BREAKS = re.compile(r"<br\s*/?>|</tr>", re.IGNORECASE)
_HEAVY = 262_144
"""Bytes up to which all of a mail is kept."""
_DEEPEST = 3
"""How many letters deep a letter may lie in others."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says; the fields mean what they mean in `RawDocument`."""

    text: str
    kind: Kind
    headline: str | None
    outlet: str | None
    """Who sent it, by name; the domain of an address without one."""
    published: date | datetime | None
    url: str | None
    fetched: datetime | None = None
    """When a browser saved the page."""


def opened(document: RawDocument) -> RawDocument:
    """A mail's text, and what its headers say where nothing else says it; other documents as they are. Never raises."""
    mail = letter(document.text, document.data)
    if mail is None:
        return document
    return replace(
        document,
        text=mail.text,
        kind=mail.kind,
        headline=document.headline or mail.headline,
        outlet=document.outlet or mail.outlet,
        published=document.published or mail.published,
        url=document.url or mail.url,
        fetched=document.fetched or mail.fetched,
    )


def letter(text: str, data: bytes) -> Letter | None:
    """The mail that begins with headers in `text`, whose bytes are `data`; None where it is no mail, or where none of
    its parts is a text or a page. Never raises.
    """
    head = _head(text)
    if head is None:
        return None
    try:
        message = message_from_bytes(data)
        return _saved_page(message, head) if _is_saved_page(head) else _letter(message, head, 0)
    except RecursionError:  # parts within parts within parts: a trap
        return None


def _letter(message: Message, head: Message, depth: int) -> Letter | None:
    """head: the headers of `message`, read from text, in which they may be in other letters than ASCII."""
    found = _body(message)
    inner = next(_letters_in(message), None) if depth < _DEEPEST else None
    if inner is not None and len(found[0] if found else "") < _A_STUB:
        return _letter(inner, inner, depth + 1)
    if found is None:
        return None
    said, text, kind = _unwrapped(*found)
    return Letter(
        text=text,
        kind=kind,
        headline=_PASSED_ON.sub("", _line(said.get("subject") or head["subject"]), count=1) or None,
        outlet=_sender(said.get("from") or head["from"]),
        published=said_date(_line(said.get("date")).replace(" at ", " ")) or said_date(_line(head["date"])),
        url=_address(head["archived-at"]) or _address(head["list-post"]),
    )


def _is_saved_page(head: Message) -> bool:
    sender = parseaddr(_line(head["from"]))[0] or _line(head["from"]).strip("<> ")
    return "snapshot-content-location" in head or _A_PROGRAM.match(sender) is not None


def _saved_page(message: Message, head: Message) -> Letter | None:
    """A page in MHTML: its root part. What browsers write as the subject is the page's title, which is in the page."""
    parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    address = _line(head["snapshot-content-location"])
    start = str(message.get_param("start") or "")
    named = (p for p in parts if start and str(p["content-id"] or "").strip() == start)
    placed = (p for p in parts if address and _line(p["content-location"]) == address)
    shown = (p for p in parts if p.get_content_type() in ("text/html", "application/xhtml+xml"))
    root = next(named, None) or next(placed, None) or next(shown, None) or next(iter(parts), None)
    text = _content(root) if root is not None else ""
    if root is None or not text.strip():
        return None
    return Letter(
        text=text,
        kind="text" if root.get_content_type() == "text/plain" else "html",
        headline=None if root.get_content_type() != "text/plain" else _line(head["subject"]) or None,
        outlet=None,
        published=None,
        url=_address(address) or _address(root["content-location"]),
        fetched=moment(_line(head["date"])),
    )


def light(data: bytes) -> bytes:
    """A mail or saved page as it is kept: a heavy one with nothing in its pictures and what else is no text."""
    if len(data) <= _HEAVY:
        return data
    try:
        message = message_from_bytes(data)
        for part in message.walk():
            if part.get_content_maintype() not in ("text", "multipart", "message"):
                part.set_payload("")
        return message.as_bytes()
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError):  # too odd to be written again
        return data


def _head(text: str) -> Message | None:
    """The headers of a mail; None where `text` does not begin with them."""
    start = _START.match(text)
    if start is None:
        return None  # nearly all
    head, gap, _ = text[start.end() : start.end() + _LONGEST_HEAD].partition("\n\n")
    lines = head.split("\n")
    fields = [_FIELD.match(line) for line in lines]
    if not gap or not all(field or line[:1] in (" ", "\t") for field, line in zip(fields, lines, strict=True)):
        return None
    names = {field[1].lower() for field in fields if field}
    if "from" not in names or len(names & _ENVELOPE) < (1 if "subject" in names else 2):
        return None
    return HeaderParser().parsestr(head + gap)


def _line(value: object) -> str:
    """A header as people read it: `=?utf-8?q?...?=` is undone."""
    written = str(value or "")
    try:
        return plain_line(str(make_header(decode_header(written))))
    except (HeaderParseError, LookupError, ValueError):  # not what it says it is
        return plain_line(written)


def _sender(value: object) -> str | None:
    """The name of who sent a mail, else the domain of the address."""
    line = _line(value)
    name, address = parseaddr(line) if "@" in line or "<" in line else (line, "")
    name = name.strip("\"' ")
    if name and "@" not in name:
        return name
    host = (address or name).rpartition("@")[2].strip().lower()
    return (_FOR_MAIL.sub("", host, count=1) or None) if "." in host and " " not in host else None


def _address(value: object) -> str | None:
    address = _line(value).strip("<> ")
    return address if address.startswith(("http://", "https://")) and " " not in address else None


def _body(message: Message) -> tuple[str, Kind] | None:
    """The page of a mail, or its text where the page says less: the first of each that is not attached."""
    parts = list(_shown(message))
    plain = _first(parts, "text/plain")
    page = _first(parts, "text/html")
    if page and (not plain or 2 * _words(page) >= len(plain.split())):
        return page, "html"
    return (plain, "text") if plain else None


def _words(page: str) -> int:
    """About how many words a page shows."""
    first, *pieces = _UNSEEN.split(page)
    shown = [first, *(_UNSEEN_TO.split(piece, 1)[-1] for piece in pieces)]
    return sum(len(_TAG.sub(" ", piece).split()) for piece in shown)


def _shown(message: Message) -> Iterator[Message]:
    """The texts of a mail, those of the letters in it left out."""
    if message.get_content_type() == "message/rfc822" or message.get_content_disposition() == "attachment":
        return
    if message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _shown(part)
    elif message.get_content_maintype() == "text":
        yield message


def _letters_in(message: Message) -> Iterator[Message]:
    for part in message.walk():
        inner = part.get_payload() if part.get_content_type() == "message/rfc822" else None
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            yield inner[0]


def _unwrapped(text: str, kind: Kind) -> tuple[dict[str, str], str, Kind]:
    """What the head of a letter says that was passed on, and the text without that head."""
    found = (_FORWARDED_PAGE if kind == "html" else _FORWARDED).search(text, 0, 100_000)
    if found is None:
        return {}, text, kind
    block = found[1] or found[2] if kind == "html" else found[1]
    if kind == "html":
        block = unescape(_TAG.sub(" ", _BREAKS.sub("\n", block)))
    lines = [plain_line(line).strip("*> ") for line in block.split("\n")]
    said = {name.strip("* ").lower(): value.strip("* ") for name, _, value in (line.partition(":") for line in lines)}
    if "from" not in said:
        return {}, text, kind
    return said, text[: found.start()] + text[found.end() :], kind


def _first(parts: list[Message], kind: str) -> str:
    """The first part of that kind that is not empty; empty without one."""
    return next((text for p in parts if p.get_content_type() == kind and (text := _content(p)).strip()), "")


def _content(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    encoded = str(part.get("content-transfer-encoding", "")).strip().lower() in _ENCODED
    text = None
    for charset in [part.get_content_charset() or "utf-8"] if encoded else ["utf-8", part.get_content_charset()]:
        try:
            text = data.decode(charset or "utf-8")
            break
        except (LookupError, ValueError):  # not what it says it is
            continue
    return (decode(data) if text is None else text).replace("\r\n", "\n").replace("\r", "\n")
