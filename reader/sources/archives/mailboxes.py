"""Mailboxes: many letters in one file (mbox), each a document.

Here: where letters begin and end, and reading them one after the other. Not here: what a letter says (`mail`), and
mailboxes that are folders (Maildir), whose files are letters like any other (`files`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.article import Problem, RawDocument
from reader.errors import SourceError
from reader.safety import plain_line
from reader.sources import mail
from reader.sources.decoding import decode
from reader.sources.files import LIMIT, Bytes, Found, damage_named, within_ratio
from reader.sources.many import REPEATED, Many

_PIECE = 1024 * 1024
_FIELD = rb"(?:[!-9;-~]{1,60}:|>From )"
_FIRST = re.compile(rb"\s{0,9}From [^\r\n]{1,300}\r?\n(?=" + _FIELD + rb")")
_NEXT = re.compile(rb"\n\r?\nFrom [^\r\n]{1,300}\r?\n(?=" + _FIELD + rb")")
"""An empty line, a line of the sender and the time, and a header."""
_LONGEST_START = 512
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
"""Lines of a letter that would look like the beginning of another have a mark before them."""
_ID = re.compile(rb"^message-id:\s*(<[^<>\s]{1,300}>)", re.IGNORECASE | re.MULTILINE)
_HEAD = 65_536
NO_TEXT = "without text"


def is_mailbox(head: bytes) -> bool:
    """Whether a file that begins so is a mailbox."""
    return _FIRST.match(head) is not None


def documents(found: Found, file: Bytes) -> Iterator[RawDocument | Problem]:
    """The letters of a mailbox. Raises SourceError when it is damaged, after what could be read."""
    many = Many(found)
    known: set[str] = set()
    for number, data in enumerate(letters(file), 1):
        if many.full or many.hopeless:
            break
        if data is None:
            yield from many.problem(f"letter {number}: larger than 64 MiB")
            continue
        named = _ID.search(data, 0, _HEAD)
        name = plain_line(named[1].decode("latin-1")) if named else None
        if name is not None and name in known:
            many.left[REPEATED] += 1
            continue
        known.update([name] if name else [])
        document = letter(found, many.key(name, number), number, data)
        if document is None:
            many.left[NO_TEXT] += 1
            continue
        many.good += 1
        yield document
    yield from many.rest("letters")


def letter(found: Found, key: str, number: int, data: bytes) -> RawDocument | None:
    """One letter as a document; None when it has no text."""
    data = mail.light(data)
    raw = RawDocument(
        identity=f"{found.identity}#{key}",
        text=decode(data),
        data=data,
        source=f"{found.source}#{number}",
        stamp=found.stamp,
    )
    opened = mail.opened(raw)
    return None if opened is raw or not opened.text.strip() else opened


def letters(file: Bytes) -> Iterator[bytes | None]:
    """The letters of a mailbox as they stand there, without the lines between them; None: one that is too large.

    No more of the file is in memory than the letter at hand. Raises SourceError when the file is damaged.
    """
    held = bytearray()
    looked = 0
    large = False
    pieces = _Pieces(file)
    for piece in pieces:
        held += piece
        while start := _NEXT.search(held, looked):
            yield None if large else _unwrapped(bytes(held[: start.start() + 1]))
            large = False
            del held[: start.start() + 1]  # what is left begins with the empty line
            looked = 0
        looked = max(0, len(held) - _LONGEST_START)
        if len(held) > LIMIT:
            large = True
            del held[:-_LONGEST_START]
            looked = 0
    if held.strip() or large:
        yield None if large else _unwrapped(bytes(held))
    if pieces.damage:
        raise pieces.damage


class _Pieces:
    """A file piece by piece, up to where it is damaged."""

    def __init__(self, file: Bytes) -> None:
        self.file = file
        self.damage: SourceError | None = None

    def __iter__(self) -> Iterator[bytes]:
        read = 0
        try:
            with damage_named():
                while piece := self.file.read1(_PIECE):
                    read += len(piece)
                    within_ratio(self.file, read)
                    yield piece
        except SourceError as error:
            self.damage = error


def _unwrapped(data: bytes) -> bytes:
    start = _FIRST.match(data)
    return _ESCAPED.sub(rb"\1", data[start.end() :] if start else data)
