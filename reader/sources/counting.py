"""How many articles a file may hold, for what is shown of progress.

Here: a count that is cheap beside reading them: lines are counted and not looked into, of a very large file the
beginning. Not here: the articles (`documents`).
"""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from gzip import GzipFile
from io import BytesIO
from typing import Any

from reader.errors import SourceError
from reader.sources import kinds, records
from reader.sources.archives import containers
from reader.sources.decoding import decode
from reader.sources.files import LIMIT, MAGIC, Bytes, Found, damage_named, opened, whole

_SMALL = 16 * 1024
"""Bytes of a JSON file in which there is hardly a list of articles: a folder may hold a million such files."""
_PIECE = 1024 * 1024
_ENDS = {
    "lines": (b"\n", b"\n\n"),
    "mailbox": (b"\nFrom ", b"\n\0From "),
    "crawl": (b"\nWARC-Type: response", b"\nHTTP/1.1 404"),
}
"""What stands once for each record, and what of that does not count."""


def count(found: Found) -> int:
    """The number of records in a file of them, estimated beyond 64 MiB; 1 for a text or page. Never raises."""
    form, _ = kinds.split_ending(found.path.name)
    if form not in ("lines", "json", "mailbox", "crawl", "zip", "tar") or (form == "json" and found.size <= _SMALL):
        return 1
    try:
        with opened(found.path) as (file, _):
            if form in ("zip", "tar"):
                return containers.count(found, file, form, _to_a_byte)
            return _items(file) if form == "json" else _marks(file, *_ENDS[form])
    except (OSError, SourceError, MemoryError, RecursionError):
        return 1  # whoever reads it will say what is wrong with it


def _marks(file: Bytes, mark: bytes, less: bytes) -> int:
    """How often a mark stands in a file, but for where the other does; estimated from the first 64 MiB.

    Of lines the last need not end.
    """
    found = read = 0
    ending = b"\n"
    with damage_named():
        while read < LIMIT and (piece := file.read(_PIECE)):
            found += piece.count(mark) - piece.count(less)
            read += len(piece)
            ending = piece[-1:]
        found += ending != b"\n" or mark != b"\n"
        if not file.peek(1):
            return max(1, found)
    packed: Any = file.fileobj if isinstance(file, GzipFile) else file
    at: int = packed.tell()
    return max(1, found * os.fstat(file.fileno()).st_size // max(1, at))


def _to_a_byte(name: str, member: Any) -> float:
    """How many records there are to a byte of a file in an archive, by its beginning; 0 for a text or page."""
    form, _ = kinds.split_ending(name)
    if form not in _ENDS:
        return 0
    sample: bytes = member.read(_PIECE)
    unpacked = b""
    if sample.startswith(MAGIC):
        with suppress(EOFError, zlib.error, OSError), GzipFile(fileobj=BytesIO(sample)) as file:
            while len(unpacked) < LIMIT and (piece := file.read1(_PIECE)):
                unpacked += piece
    mark, less = _ENDS[form]
    text = b"\n" + (unpacked or sample)
    return (text.count(mark) - text.count(less)) / max(1, len(sample))


def _items(file: Bytes) -> int:
    """The records in the list of a JSON file."""
    text = decode(whole(file))
    try:
        return len(records.records_in(records.parse(text)) or [None])
    except SourceError:
        return text.strip().count("\n") + 1  # many so named hold a record a line
