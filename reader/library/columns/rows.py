"""A document and its article as the columns of their tables hold them.

Here: what can be told of both without the library, so that other processes can work it out. Not here: the ids of
folders and outlets, and writing the rows (`putting.py`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, NamedTuple

from reader.article import Article, Paragraph, RawDocument, running_text
from reader.compression import compressed
from reader.library.columns import fulltext, packing, times
from reader.reading_time import reading_minutes
from reader.safety import plain_line, plain_name

PLACE = ("stamp", "gone", "source")
"""Columns of the narrow row that come of the document."""
FACTS = (
    "headline",
    "opening",
    "published",
    "certainty",
    "day_and_month",
    "by_date",
    "instant",
    "language",
    "minutes",
)
"""Those that come of the article."""
CONTENT = ("paragraphs", "removed", "text", "standfirst", "byline", "agency", "dateline", "url", "why")
DOCUMENT = (
    "digest",
    "data",
    "kind",
    "container",
    "fetched",
    "url",
    "headline",
    "byline",
    "outlet",
    "published",
    "language",
)
OPENING = 100
"""Characters of the text that stand in for a missing headline."""


class Packed(NamedTuple):
    """A document with its article."""

    identity: str
    outlet: str
    added: str | None
    place: tuple[Any, ...]
    facts: tuple[Any, ...]
    content: tuple[Any, ...]
    document: tuple[Any, ...]
    indexed: tuple[str, ...] | None
    """What the full-text index is fed with; None: it is to be fed later."""


def pack(document: RawDocument, article: Article, *, for_now: bool = False) -> Packed:
    """Both, packed. for_now: the article may soon be another; it is indexed later."""
    return Packed(
        packing.storable(document.identity),
        article.outlet or "",
        None if article.added is None else article.added.isoformat(),
        place(document, article),
        facts(article),
        content(article),
        document_row(document),
        None if for_now else indexed(article),
    )


def stamped(packed: Packed, stamp: str) -> Packed:
    """The same with another stamp."""
    return packed._replace(place=(packing.storable(stamp), *packed.place[1:]))


def folded_outlet(name: str) -> str:
    """What an outlet is sorted and looked for by: its name without case, and without the `The` that lists leave out."""
    folded = name.casefold()
    return folded[4:] if folded.startswith("the ") and folded[4:] else folded


def folder_of(identity: str) -> str:
    """An identity up to its last `/` or `#` (which ends the path of a file with many records)."""
    return identity[: max(identity.rfind("/"), identity.rfind("#")) + 1]


def data_of(document: RawDocument) -> tuple[bytes, bytes]:
    """What is kept of a document, and its digest."""
    data = document.data or document.text.encode(errors="replace")
    return data, hashlib.blake2b(data, digest_size=16).digest()


def place(document: RawDocument, article: Article) -> tuple[Any, ...]:
    """The columns `PLACE`."""
    source = plain_name(article.source or document.source or document.identity)
    return packing.storable(document.stamp), 0, None if source == plain_name(document.identity) else source


def facts(article: Article) -> tuple[Any, ...]:
    """The columns `FACTS`."""
    return (
        article.headline,
        _opening(article),
        times.to_text(article.published),
        article.published_from,
        article.day_and_month,
        times.by_date(article.published, article.published_from),
        times.instant(article.published),
        article.language,
        reading_minutes(article.text),
    )


def content(article: Article) -> tuple[Any, ...]:
    """The columns `CONTENT`."""
    return (
        packing.pack_paragraphs(article.paragraphs),
        packing.pack_removed(article.removed),
        None if running_text(article.paragraphs) == article.text else packing.pack_text(article.text),
        article.standfirst,
        article.byline,
        article.agency,
        article.dateline,
        article.url,
        article.published_why or None,
    )


def document_row(document: RawDocument) -> tuple[Any, ...]:
    """The columns `DOCUMENT`: its data, and what the source says, as it said it."""
    said = (document.url, document.headline, document.byline, document.outlet)
    data, digest = data_of(document)
    return (
        digest,
        compressed(data),
        document.kind,
        document.container,
        times.to_text(document.fetched),
        *(None if text is None else plain_line(text) for text in said),
        times.to_text(document.published),
        None if document.language is None else plain_line(document.language),
    )


def indexed(article: Article) -> tuple[str, ...]:
    """What the full-text index is fed with."""
    return tuple(map(fulltext.indexed, searched(article)))


def searched(article: Article) -> tuple[str | None, ...]:
    """What is searched: headline, standfirst, all that was kept of the text, outlet."""
    return article.headline, article.standfirst, text_of(article.paragraphs), article.outlet


def text_of(paragraphs: Iterable[Paragraph]) -> str:
    """All that was kept."""
    return "\n".join(p.text for p in paragraphs)


def _opening(article: Article) -> str | None:
    """The beginning of the text, cut between words, when there is no headline."""
    if article.headline or not article.text:
        return None
    start = " ".join(article.text[: 4 * OPENING].split())
    if len(start) <= OPENING:
        return start
    return start[: max(start.rfind(" ", 0, OPENING), OPENING // 2)]
