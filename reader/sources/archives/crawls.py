"""Web archives (WARC, and ARC before it): what a crawler fetched, in one file. Each page is a document.

Here: the pages among the records, and reading on where a file is damaged. Not here: whether a page holds an article
(cleaning), and web archives with an index in a ZIP (WACZ), which are archives like any other (`containers`).

Records are taken apart by warcio: where a page's body or length is not what its record says, it goes on with the
next record. (fastwarc takes half the time, a hundredth of what cleaning takes, and loses the rest of the file.)
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from gzip import GzipFile
from io import BytesIO
from itertools import islice
from typing import Any

import webencodings

from reader.article import Problem, RawDocument
from reader.errors import SourceError
from reader.safety import plain_line
from reader.sources import saved_pages
from reader.sources.dates import moment
from reader.sources.decoding import decode
from reader.sources.files import LIMIT, Bytes, Found
from reader.sources.many import Many

_PAGES = ("text/html", "application/xhtml+xml")
_NO_CONTENT = frozenset({"request", "metadata", "warcinfo", "arc_header"})
"""Records that tell of the crawl itself."""
_TYPE = re.compile(r"\s*([\w.+-]{1,60}/[\w.+-]{1,60})", re.ASCII)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_LONGEST_LINE = 65_536
_PIECE = 1024 * 1024
_BEGINNING = re.compile(rb"\x1f\x8b\x08|WARC/[01]\.")
"""How a record begins, packed or not."""


class _LeftOut(Exception):
    """A record that is no page, with the reason."""


def is_crawl(head: bytes) -> bool:
    """Whether a file that begins so, unpacked, is a web archive."""
    return head.startswith((b"WARC/", b"filedesc://"))


def documents(found: Found, file: Bytes) -> Iterator[RawDocument | Problem]:
    """The pages of a web archive, one record at a time in memory. What else is in it is counted by its reason."""
    many = Many(found)
    for number, record in enumerate(_records(file, many), 1):
        if isinstance(record, Problem):
            yield record
            continue
        if many.full or many.hopeless:
            break
        if record.rec_type in _NO_CONTENT:
            continue
        try:
            document = _page(found, many, number, record)
        except _LeftOut as why:
            many.left[str(why)] += 1
            continue
        except Exception as error:
            # Any exception: what warcio and zlib meet in a damaged record; those behind it are to be read.
            yield from many.problem(f"record {number}: damaged ({type(error).__name__})")
            continue
        many.good += 1
        if not many.read_before(document):
            yield document
    yield from many.rest("records")


def _page(found: Found, many: Many, number: int, record: Any) -> RawDocument:
    """The page in a record. Raises _LeftOut when there is none."""
    said = record.http_headers
    url = plain_line(
        str(record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("uri") or "")
    )
    if record.rec_type == "revisit":
        raise _LeftOut("as seen before")
    status = "200" if said is None else str(said.get_statuscode())
    if status != "200":
        raise _LeftOut(f"answered {status}" if status.isdecimal() else "no answer of a web server")
    named = str((said.get_header("Content-Type") if said is not None else record.content_type) or "")
    kind = _TYPE.match(named)
    told = kind[1].lower() if kind else "unknown"
    if told not in _PAGES and not (record.rec_type == "conversion" and told == "text/plain"):
        raise _LeftOut(f"type {told}")
    if not isinstance(record.length, int) or record.length > LIMIT:
        raise _LeftOut("larger than 64 MiB")
    data = _body(record)
    if not data.strip():
        raise _LeftOut("empty")
    charset = _CHARSET.search(named)
    text = _declared(data, charset[1] if charset else "")
    data = saved_pages.light(data if text is None else text.encode("utf-8", "replace"))
    return RawDocument(
        identity=f"{found.identity}#{many.key(url or None, number)}",
        text=decode(data),
        kind="html" if told in _PAGES else "text",
        data=data,
        source=f"{found.source}#{number}",
        stamp=found.stamp,
        fetched=moment(str(record.rec_headers.get_header("WARC-Date") or "")),
        url=url if url.startswith(("http://", "https://")) else None,
        unchosen=True,
    )


def _body(record: Any) -> bytes:
    """What a server sent, put together and unpacked."""
    from warcio.bufferedreaders import ChunkedDataReader

    data: bytes = record.raw_stream.read(record.length)
    if record.http_headers is None:
        return data
    if str(record.http_headers.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        data = ChunkedDataReader(BytesIO(data)).read()
    packed = str(record.http_headers.get_header("Content-Encoding") or "").lower()
    for name in reversed([part.strip() for part in packed.split(",")]):
        data = _unpacked(data, name)
    return data


def _unpacked(data: bytes, name: str) -> bytes:
    """One way of packing undone; what is not packed, though it is said to be, stays as it is."""
    if name in ("", "identity"):
        return data
    if name == "br":
        from reader.sources.web.packing import unpacked as unpacked_brotli  # loads what few archives need

        try:
            return unpacked_brotli(data, name, LIMIT)
        except SourceError as error:
            raise _LeftOut(str(error)) from None
    if name not in ("gzip", "x-gzip", "deflate"):
        raise _LeftOut(f"packed with {plain_line(name)[:20]}")
    for bits in (47, -15):  # with a head of gzip's or zlib's, and without any
        try:
            unpacked = zlib.decompressobj(bits).decompress(data, LIMIT + 1)
        except zlib.error:
            continue
        if len(unpacked) > LIMIT:
            raise _LeftOut("larger than 64 MiB")
        return unpacked
    return data


def _declared(data: bytes, label: str) -> str | None:
    """A page that is not in UTF-8, in the encoding that its server named; None: that is told from the page."""
    known = webencodings.lookup(label) if label else None
    if known is None or known.name in ("utf-8", "utf-16le", "utf-16be", "x-user-defined", "replacement"):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(known.codec_info.name, "replace")
    return None


def _as_packed(file: Bytes) -> Any:
    """The file as it is stored, if it can be gone back to: records packed one by one can be told apart when damaged."""
    packed: Any = file.fileobj if isinstance(file, GzipFile) else None
    if packed is None or not packed.seekable():
        return file
    packed.seek(0)
    return packed


def _records(file: Bytes, many: Many) -> Iterator[Any]:
    """The records of a file; behind a place where it is damaged, from the next that can be read."""
    raw = _as_packed(file)
    from warcio.archiveiterator import ArchiveIterator
    from warcio.bufferedreaders import DecompressingBufferedReader

    class Lines(DecompressingBufferedReader):  # type: ignore[misc]
        """A line without an end is not waited for."""

        def readline(self, length: int | None = None) -> bytes:
            line: bytes = super().readline(length or _LONGEST_LINE)
            return line

    class Records(ArchiveIterator):  # type: ignore[misc]
        """As it is, but nothing is said on standard error."""

        INC_RECORD = ""

    at = whole = 0
    while True:
        records = Records(raw)
        records.reader = Lines(raw)
        try:
            for record in records:
                whole += 1
                yield record
        except Exception as error:
            # Any exception, as above.
            if "non-chunked" in str(error) and raw is not file:  # all of it was packed in one piece
                raw.seek(0)
                unpacked = Records(GzipFile(fileobj=raw))
                yield from islice(unpacked, whole, None)
                return
            if not raw.seekable():
                yield Problem(many.found.source, f"damaged ({type(error).__name__}); the rest was not read")
                return
            yield from many.problem(f"damaged at byte {max(at, records.offset):,}; read on from the next record")
            found = _next(raw, max(at, records.offset) + 1)
            if found is not None and not many.hopeless:
                at = found
                continue
        return


def _next(raw: Any, at: int) -> int | None:
    """Where the next record may begin; the file is left there."""
    raw.seek(at)
    held = b""
    while piece := raw.read(_PIECE):
        held += piece
        if begins := _BEGINNING.search(held):
            raw.seek(at + begins.start())
            return at + begins.start()
        at += max(0, len(held) - 8)
        held = held[-8:]
    return None
