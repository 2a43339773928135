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
from reader.moments import now
from reader.reports import count_of
from reader.sources import exports, kinds, records, saved_pages
from reader.sources.archives import containers, crawls, mailboxes
from reader.sources.decoding import decode
from reader.sources.files import LIMIT, MAGIC, Bytes, Found, damage_named, lines, opened, reason, whole
from reader.sources.mail import light
from reader.sources.mail import opened as opened_mail
from reader.sources.many import Many, from_record

_HEAD = 8192
_WHOLE_DOCUMENTS = ((mailboxes.is_mailbox, mailboxes.documents), (crawls.is_crawl, crawls.documents))
"""Files that hold many documents whole: how they are told by their beginning, and what reads them."""


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
        return _self_described(replace(stored, text=text))
    try:
        record = records.parse(text)
    except SourceError:
        return replace(stored, text="")
    document = from_record(
        record,
        stored.data,
        identity=stored.identity,
        source=stored.source,
        stamp=stored.stamp,
        fetched=stored.fetched,
    )
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
    return _self_described(document)


def _self_described(document: RawDocument) -> RawDocument:
    """A document with what a mail's head or a saved page's comment says of it."""
    mail = opened_mail(document)
    return saved_pages.described(document) if mail is document and document.kind == "html" else mail


def _load(found: Found, file: Bytes) -> Iterator[RawDocument | Problem]:
    form, _ = kinds.split_ending(found.path.name)
    with damage_named():
        head = file.peek(_HEAD)[:_HEAD]
    if form == "lines" and _is_lines(head):
        yield from Many(found).of_lines(lines(file))
        return
    for begins_so, documents in _WHOLE_DOCUMENTS:
        if begins_so(head):
            yield from documents(found, file)
            return
    if (archive := containers.form_of(found, head)) is not None:
        yield from containers.documents(found, file, _load, archive)
        return
    data = saved_pages.light(whole(file))
    if not data.strip():
        raise SourceError("empty")
    looks_like = kinds.not_a_text(data)
    if looks_like:
        raise SourceError(f"not a text: looks like {looks_like}")
    text = decode(data)
    if not text.strip():
        raise SourceError("empty")
    if kinds.is_feed(text):
        yield from _from_feed(found, data)
    elif form == "feed" and not found.named and not kinds.is_page(text):  # folders have other XML in them, too
        why = kinds.unreadable(text)
        yield from [Problem(found.source, f"left out: {why}", note=True)] if why else []
    elif form == "table":
        yield from _from_table(found, text)
    elif form in ("json", "lines") or (form is None and kinds.looks_like_json(text)):
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
    if (mail := opened_mail(document)) is not document:
        return replace(mail, data=light(data))
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
    links = exports.links_in(text) if kind == "html" else None
    if links is not None:
        raise SourceError(f"{count_of(links, 'entry', 'entries')} left out: {exports.NO_TEXT}")
    document = replace(document, kind=kind)
    return saved_pages.described(document) if kind == "html" else document


def _from_feed(found: Found, data: bytes) -> Iterator[RawDocument | Problem]:
    """The items of a feed that was saved; nothing is followed."""
    from reader.sources import feeds  # loads much, and few files are feeds

    feed = feeds.parse(data, address="", now=now())
    yield from Many(found).of_entries(exports.Entry(feeds.record_of(item, feed.title)) for item in feed.items)


def _from_table(found: Found, text: str) -> Iterator[RawDocument | Problem]:
    """A table in CSV: what folders have of others is passed over."""
    rows = exports.rows_of(text, named=found.named)
    if rows is not None:
        yield from Many(found).of_entries(rows)
    elif found.named:
        raise SourceError("no articles in it: no column for a text or an address")


def _from_json(found: Found, text: str, data: bytes, *, sure: bool) -> Iterator[RawDocument | Problem]:
    """A JSON file: one record, a list of them, or (many so named are) one a line."""
    try:
        value = records.parse(text)
    except SourceError:
        first, _, rest = text.lstrip().partition("\n")
        if rest.strip() and _is_object(first):
            by_line = ((number, line.encode("utf-8", "replace")) for number, line in enumerate(text.split("\n"), 1))
            yield from Many(found).of_lines(by_line)
        elif sure:
            raise
        else:  # named by the person, without an ending: a text that begins with a bracket
            yield _from_file(found, text, data, None)
        return
    entries = exports.entries_in(value)
    if entries is not None:
        yield from Many(found).of_entries(entries)
        return
    items = records.records_in(value)
    if items is None:
        if found.named:
            raise SourceError("no articles in it: no record with a text, body, content or html")
        return
    if len(items) == 1 and items[0] is value:
        document = from_record(value, data, identity=found.identity, source=found.source, stamp=found.stamp)
        yield document or Problem(found.source, "no text in it")
        return
    yield from Many(found).of_items(items)


def _is_object(line: str) -> bool:
    try:
        return isinstance(records.parse(line), dict)
    except SourceError:
        return False
