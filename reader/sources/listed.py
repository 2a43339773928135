"""Exports that hold addresses and no texts (Pocket, Instapaper, Readwise Reader, bookmarks): what they list.

Here: the entries without a text of an export in whatever form, with what their owner did with them. Not here: fetching
them (ingest), entries that have a text (`documents`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html  # type: ignore[import-untyped]

from reader.errors import SourceError
from reader.sources import exports, kinds, records
from reader.sources.decoding import decode
from reader.sources.exports.entry import Entry, tags_of
from reader.sources.fields import HTML, TEXT, URL
from reader.sources.files import opened, reason, whole
from reader.sources.web.addresses import is_address

_READ = frozenset({"archive", "read archive", "read"})
"""Headings over what has been read, in pages of links."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An address to be fetched."""

    address: str
    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()


def listed_in(place: Path) -> list[Listed]:
    """The entries without text of an export, each address once; empty for what is none. Raises SourceError."""
    try:
        with opened(place) as (file, _):
            text = decode(whole(file))
    except (OSError, ValueError) as error:
        raise SourceError(reason(error)) from None
    found: dict[str, Listed] = {}
    for entry in _entries(text):
        said = (value.strip() for name in URL if isinstance(value := entry.record.get(name), str))
        address = next(filter(is_address, said), None)
        if address and not any(entry.record.get(name) for name in (*TEXT, *HTML)):
            found.setdefault(address, Listed(address, entry.read, entry.starred, entry.tags))
    return list(found.values())


def _entries(text: str) -> Iterator[Entry]:
    if exports.links_in(text) is not None:
        yield from _of_page(text)
        return
    entries: Iterable[Entry | None] | None
    if kinds.looks_like_json(text):
        entries = exports.entries_in(records.parse(text))
    else:
        entries = None if kinds.has_tags(text) else exports.rows_of(text, named=True)
    yield from (entry for entry in entries or () if entry is not None)


def _of_page(text: str) -> Iterator[Entry]:
    """The links of a page of links; headings say which have been read."""
    read = False
    try:
        page = html.fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return
    for element in page.iter("h1", "h3", "a"):
        if element.tag == "a":
            tags = (element.get("tags") or "").split(",")
            yield Entry({"url": element.get("href")}, read=read, tags=tags_of(tag.strip() for tag in tags))
        else:
            read = element.text_content().strip().lower() in _READ
