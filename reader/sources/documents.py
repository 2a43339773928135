"""From a file's bytes to documents: texts, pages and records.

Here: `load`, `load_stream`, `reread` and `from_text`. Not here: finding and opening files (`files`), mail (`mail`),
encodings (`decoding`), what the fields of records mean (`fields`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from gzip import GzipFile
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO

from reader.article import Kind, Problem, RawDocument
from reader.errors import SourceError
from reader.sources import kinds, records
from reader.sources.decoding import decode
from reader.sources.fields import bare_address, identifier_of, stated
from reader.sources.files import LIMIT, MAGIC, Found, damage_named, lines, opened, reason, whole
from reader.sources.mail import letter

_NAMED_PROBLEMS = 20
"""How many bad records of one file are named; the others are counted."""
_HOPELESS = 10_000
"""When this many records of a file could not be read, and twice as many as could, the rest is skipped."""
RECORDS_LIMIT = 1_000_000
"""Records of one file that are read at most: as many articles as a library is laid out for."""
_LONGEST_KEY = 300
_HEAD = 8192


def load(found: Found) -> Iterator[RawDocument | Problem]:
    """The documents in a file: one text or page, or one for each record; `Problem`s for what cannot be read.

    Never raises. A JSON file that was met in a folder and holds no article gives nothing at all: folders have other
    JSON in them, too.
    """
    try:
        with opened(found.path) as (file, stamp):
            found = replace(found, stamp=stamp)
            yield from _load(found, file)
    except SourceError as error:
        yield Problem(found.source, str(error))
    except OSError as error:
        yield Problem(found.source, reason(error))


def load_stream(stream: BinaryIO, name: str) -> Iterator[RawDocument | Problem]:
    """As `load`, from a stream such as standard input; `name` is what messages call it. Gzip is undone."""
    found = Found(identity=name, source=name, stamp="", path=Path(name), named=True)
    try:
        file: BufferedReader = BufferedReader(BytesIO(stream.read(LIMIT + 1)))
        yield from _load(found, GzipFile(fileobj=file) if file.peek(2)[:2] == MAGIC else file)
    except SourceError as error:
        yield Problem(name, str(error))
    except OSError as error:
        yield Problem(name, reason(error))


def reread(stored: RawDocument) -> RawDocument:
    """A stored document with its text, and what its record says, read again from `data`. Never raises."""
    text = decode(stored.data)
    if stored.container == "file":
        return _opened(replace(stored, text=text))
    try:
        record = records.parse(text)
    except SourceError:
        return replace(stored, text="")
    document = _from_record(record, stored.data, identity=stored.identity, source=stored.source, stamp=stored.stamp)
    return document or replace(stored, text="")


def from_text(raw: str, *, kind: Kind | None = None, url: str | None = None) -> RawDocument:
    """A document of a text or page at hand. `kind` None: told by how it begins. Never raises."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    data = raw.encode("utf-8", "replace")
    document = RawDocument(
        identity=url or f"text:{hashlib.sha256(data).hexdigest()[:32]}",
        text=text,
        kind=kind or kinds.sniff(text),
        data=data,
        source=url or "",
        url=url,
    )
    return _opened(document)


def _opened(document: RawDocument) -> RawDocument:
    """A mail's text, and what its headers say where nothing else says it; other documents as they are."""
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
    )


def _load(found: Found, file: BufferedReader | GzipFile) -> Iterator[RawDocument | Problem]:
    form, _ = kinds.split_ending(found.path.name)
    with damage_named():
        head = file.peek(_HEAD)[:_HEAD]
    if form == "lines" and _is_lines(head):
        yield from _Records(found).of_lines(lines(file))
        return
    data = whole(file)
    if not data.strip():
        raise SourceError("empty")
    looks_like = kinds.not_a_text(data)
    if looks_like:
        raise SourceError(f"not a text: looks like {looks_like}")
    text = decode(data)
    if not text.strip():
        raise SourceError("empty")
    if form in ("json", "lines") or (form is None and kinds.looks_like_json(text)):
        yield from _from_json(found, text, data, sure=form is not None)
    else:
        yield _from_file(found, text, data, form)


def _is_lines(head: bytes) -> bool:
    """Whether a file so named can be read line by line: not binary, not in UTF-16, not one object over many lines."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0].strip()
    return b"\0" not in head and first not in (b"", b"[", b"{") and kinds.not_a_text(head) is None


def _from_file(found: Found, text: str, data: bytes, form: kinds.Format | None) -> RawDocument:
    """A file that is one text, page or mail."""
    document = RawDocument(identity=found.identity, text=text, data=data, source=found.source, stamp=found.stamp)
    if (mail := _opened(document)) is not document:
        return mail
    unreadable = kinds.unreadable(text)
    if unreadable:
        raise SourceError(f"not a text: looks like {unreadable}")
    kind: Kind = "text"
    if form == "html":
        kind = "html" if kinds.has_tags(text) else "text"
    elif form == "text":
        kind = "html" if kinds.is_page(text) else "text"
    else:
        kind = kinds.sniff(text)
    return replace(document, kind=kind)


def _from_json(found: Found, text: str, data: bytes, *, sure: bool) -> Iterator[RawDocument | Problem]:
    """A JSON file: one record, a list of them, or (many so named are) one a line."""
    try:
        value = records.parse(text)
    except SourceError:
        first, _, rest = text.lstrip().partition("\n")
        if rest.strip() and _is_object(first):
            by_line = ((number, line.encode("utf-8", "replace")) for number, line in enumerate(text.split("\n"), 1))
            yield from _Records(found).of_lines(by_line)
        elif sure:
            raise
        else:  # named by the person, without an ending: a text that begins with a bracket
            yield _from_file(found, text, data, None)
        return
    items = records.records_in(value)
    if items is None:
        if found.named:
            raise SourceError("no articles in it: no record with a text, body, content or html")
        return
    if len(items) == 1 and items[0] is value:
        document = _from_record(value, data, identity=found.identity, source=found.source, stamp=found.stamp)
        yield document or Problem(found.source, "no text in it")
        return
    yield from _Records(found).of_items(items)


def _is_object(line: str) -> bool:
    try:
        return isinstance(records.parse(line), dict)
    except SourceError:
        return False


class _Records:
    """The records of one file as they are read: gives each its identity, and names what is wrong with it."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.taken: dict[str, int] = {}
        """How many records so far have each key."""
        self.reports: set[int] = set()
        """Address and text of each record that has both, hashed."""
        self.bad = 0
        self.good = 0

    def of_lines(self, numbered: Iterator[tuple[int, bytes]]) -> Iterator[RawDocument | Problem]:
        """One record a line; a line may also hold a list."""
        for number, line in numbered:
            if not line.strip():
                continue
            if self.full or self.hopeless:
                break
            try:
                value = records.parse(decode(line))
            except SourceError as error:
                yield from self._problem(f"line {number}: {error}")
                continue
            for item in records.records_in(value) or [value]:
                yield from self._record(item, number, "line", line if item is value else None)
        yield from self._rest("lines")

    def of_items(self, items: list[object]) -> Iterator[RawDocument | Problem]:
        """The items of a list."""
        for number, item in enumerate(items, 1):
            if self.full or self.hopeless:
                break
            yield from self._record(item, number, "record", None)
        yield from self._rest("records")

    def _record(self, item: object, number: int, what: str, data: bytes | None) -> Iterator[RawDocument | Problem]:
        if not isinstance(item, dict):
            yield from self._problem(f"{what} {number}: not an object with fields")
            return
        try:
            data = data or records.pack(item)
        except SourceError as error:
            yield from self._problem(f"{what} {number}: {error}")
            return
        key = self._key(item, number)
        document = _from_record(
            item,
            data,
            identity=f"{self.found.identity}#{key}",
            source=f"{self.found.source}#{number}",
            stamp=self.found.stamp,
        )
        if document is None:
            yield from self._problem(f"{what} {number}: no text in it")
            return
        self.good += 1
        if not self._read_before(document):
            yield document

    def _read_before(self, document: RawDocument) -> bool:
        """Whether the same text came under the same address, however it was followed: it is one article."""
        if document.url is None:
            return False
        report = hash((bare_address(document.url), document.text))
        known = report in self.reports
        self.reports.add(report)
        return known

    def _key(self, item: records.Fields, number: int) -> str:
        """What stays the same when other records come in before it: its address or id; its number if it has neither."""
        key = identifier_of(records.fields_of(item)) or str(number)
        if len(key) > _LONGEST_KEY:
            key = hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
        count = self.taken[key] = self.taken.get(key, 0) + 1
        return key if count == 1 else f"{key} ({count})"

    def _problem(self, message: str) -> Iterator[Problem]:
        self.bad += 1
        if self.bad <= _NAMED_PROBLEMS:
            yield Problem(self.found.source, message)

    @property
    def full(self) -> bool:
        """Whether as many records were read as are read at most."""
        return self.good >= RECORDS_LIMIT

    @property
    def hopeless(self) -> bool:
        """Whether so many could not be read that the rest is skipped."""
        return self.bad >= _HOPELESS and self.bad > 2 * self.good

    def _rest(self, what: str) -> Iterator[Problem]:
        if self.full:
            yield Problem(self.found.source, f"more than {RECORDS_LIMIT:,} records; the rest was not read")
        if self.hopeless:
            yield Problem(self.found.source, f"{self.bad:,} {what} could not be read; the rest was not read either")
        elif self.bad > _NAMED_PROBLEMS:
            yield Problem(self.found.source, f"{self.bad - _NAMED_PROBLEMS} more {what} could not be read")
        elif not self.good and not self.bad:
            yield Problem(self.found.source, "empty")


def _from_record(record: object, data: bytes, *, identity: str, source: str, stamp: str) -> RawDocument | None:
    """One record as a document; None when it has no text."""
    if not isinstance(record, dict):
        return None
    says = stated(records.fields_of(record))
    if says is None:
        return None
    return RawDocument(
        identity=identity,
        text=says.text,
        kind=says.kind,
        data=data,
        container="record",
        source=source,
        stamp=stamp,
        fetched=says.fetched,
        url=says.url,
        headline=says.headline,
        byline=says.byline,
        outlet=says.outlet,
        published=says.published,
        language=says.language,
    )
