"""Putting a document with its article into the library, or bringing it up to date.

Here: what the rows of article, content and document hold. Not here: reading them back (`documents.py`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timezone
from typing import Any, Literal

from reader.article import Article, RawDocument, running_text
from reader.library import documents
from reader.library.columns import fulltext, packing, times
from reader.library.file.connection import Database, marks
from reader.reading_time import reading_minutes
from reader.safety import plain_line, plain_name

Outcome = Literal["added", "updated", "unchanged"]

OPENING = 100
"""Characters of the text that stand in for a missing headline."""

_ARTICLE = (
    "identity",
    "folder_id",
    "stamp",
    "gone",
    "source",
    "headline",
    "opening",
    "outlet_id",
    "published",
    "certainty",
    "day_and_month",
    "by_date",
    "instant",
    "language",
    "minutes",
    "read",
    "starred",
    "added",
)
_CONTENT = ("paragraphs", "removed", "text", "standfirst", "byline", "agency", "dateline", "url", "why")
_DOCUMENT = (
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
_KEPT = ("read", "starred", "added")  # columns that putting a document again leaves alone


def put(db: Database, document: RawDocument, article: Article) -> tuple[int, Outcome]:
    """Add a document with its article, or update the one of that identity. Returns its id and what was done."""
    identity = packing.storable(document.identity)
    data, digest = _data(document)
    with db.transaction():
        known = _known(db, identity)
        row = _article_row(db, identity, document, article)
        content = _content_row(article)
        said = (digest, packing.pack_bytes(data), *_said(document))
        if known is None:
            return _add(db, row, content, said, article), "added"
        id_, old_digest = known
        _update(db, id_, row, content, article)
        _write(db, "document", _DOCUMENT, said, id_)
        return id_, "unchanged" if old_digest == digest else "updated"


def holds(db: Database, document: RawDocument) -> bool:
    """Whether the library has a document of that identity with the same data."""
    known = _known(db, packing.storable(document.identity))
    return known is not None and known[1] == _data(document)[1]


def keep(db: Database, document: RawDocument) -> int | None:
    """Refresh the stamp of a document whose data are held already; it is no longer gone. Returns its id, or None."""
    identity = packing.storable(document.identity)
    known = _known(db, identity)
    if known is None or known[1] != _data(document)[1]:
        return None
    stamp = packing.storable(document.stamp)
    db.run(
        "UPDATE article SET stamp = ?, gone = 0 WHERE id = ? AND (stamp <> ? OR gone <> 0)", (stamp, known[0], stamp)
    )
    return int(known[0])


def _data(document: RawDocument) -> tuple[bytes, bytes]:
    """What is kept of a document, and its digest."""
    data = document.data or document.text.encode(errors="replace")
    return data, hashlib.blake2b(data, digest_size=16).digest()


def _known(db: Database, identity: str) -> tuple[int, bytes] | None:
    """Id and digest of the document of that identity."""
    return db.row(
        "SELECT d.id, d.digest FROM article AS a JOIN document AS d ON d.id = a.id WHERE a.identity = ?", (identity,)
    )


def _add(db: Database, row: dict[str, Any], content: tuple[Any, ...], said: tuple[Any, ...], article: Article) -> int:
    names = ", ".join(_ARTICLE)
    id_ = db.insert(f"INSERT INTO article ({names}) VALUES ({marks(len(_ARTICLE))})", [row[name] for name in _ARTICLE])
    for table, columns, values in (("content", _CONTENT, content), ("document", _DOCUMENT, said)):
        db.run(f"INSERT INTO {table} (id, {', '.join(columns)}) VALUES ({marks(len(columns) + 1)})", (id_, *values))
    index(db, id_, article)
    return id_


def _update(db: Database, id_: int, row: dict[str, Any], content: tuple[Any, ...], article: Article) -> None:
    """Write what differs; a changed text loses its rankings, whose offsets would be wrong."""
    old = documents.get(db, id_)
    columns = [name for name in _ARTICLE if name not in _KEPT]
    _write(db, "article", columns, [row[name] for name in columns], id_)
    if _indexed(old) != _indexed(article):
        unindex(db, id_, old)
        index(db, id_, article)
    if old.text != article.text:
        db.run("DELETE FROM ranking WHERE article_id = ?", (id_,))
    _write(db, "content", _CONTENT, content, id_)


def _write(db: Database, table: str, columns: Sequence[str], values: Sequence[Any], id_: int) -> None:
    """Update a row unless it already holds these values."""
    held = db.row(f"SELECT {', '.join(columns)} FROM {table} WHERE id = ?", (id_,))
    if held != tuple(values):
        setters = ", ".join(f"{name} = ?" for name in columns)
        db.run(f"UPDATE {table} SET {setters} WHERE id = ?", (*values, id_))


def _article_row(db: Database, identity: str, document: RawDocument, article: Article) -> dict[str, Any]:
    """The columns of the narrow row by name."""
    source = plain_name(article.source or document.source or document.identity)
    marked = db.row("SELECT read, starred FROM mark WHERE identity = ?", (identity,)) or (0, 0)
    added = article.added or datetime.now(timezone.utc).replace(microsecond=0)
    return {
        "identity": identity,
        "folder_id": _folder(db, identity),
        "stamp": packing.storable(document.stamp),
        "gone": 0,
        "source": None if source == plain_name(document.identity) else source,
        "headline": article.headline,
        "opening": _opening(article),
        "outlet_id": _outlet(db, article.outlet or ""),
        "published": times.to_text(article.published),
        "certainty": article.published_from,
        "day_and_month": article.day_and_month,
        "by_date": times.by_date(article.published, article.published_from),
        "instant": times.instant(article.published),
        "language": article.language,
        "minutes": reading_minutes(article.text),
        "read": marked[0],
        "starred": marked[1],
        "added": added.isoformat(),
    }


def _content_row(article: Article) -> tuple[Any, ...]:
    """The columns of content in their order."""
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


def _said(document: RawDocument) -> tuple[Any, ...]:
    """The columns of document after its data: what the source says, as it said it."""
    said = (document.url, document.headline, document.byline, document.outlet)
    return (
        document.kind,
        document.container,
        times.to_text(document.fetched),
        *(None if text is None else plain_line(text) for text in said),
        times.to_text(document.published),
        None if document.language is None else plain_line(document.language),
    )


def _opening(article: Article) -> str | None:
    """The beginning of the text, cut between words, when there is no headline."""
    if article.headline or not article.text:
        return None
    start = " ".join(article.text[: 4 * OPENING].split())
    if len(start) <= OPENING:
        return start
    return start[: max(start.rfind(" ", 0, OPENING), OPENING // 2)]


def _folder(db: Database, identity: str) -> int:
    """The id of the folder that the identity lies in, made when it is new."""
    path = documents.folder_of(identity)
    found = db.value("SELECT id FROM folder WHERE path = ?", (path,))
    return int(found) if found is not None else db.insert("INSERT INTO folder (path) VALUES (?)", (path,))


def _outlet(db: Database, name: str) -> int:
    """The id of the outlet of that name, made when it is new."""
    found = db.value("SELECT id FROM outlet WHERE name = ?", (name,))
    if found is not None:
        return int(found)
    return db.insert("INSERT INTO outlet (name, folded) VALUES (?, ?)", (name, name.casefold()))


def _indexed(article: Article) -> tuple[str, ...]:
    """What the full-text index is fed with: headline, standfirst, all that was kept of the text, outlet."""
    kept = "\n".join(p.text for p in article.paragraphs)
    return tuple(map(fulltext.indexed, (article.headline, article.standfirst, kept, article.outlet)))


def index(db: Database, id_: int, article: Article) -> None:
    """Add an article to the full-text index, which does not know it yet."""
    db.run("UPDATE tally SET searched = searched + 1")
    db.at_end(
        "INSERT INTO search (rowid, headline, standfirst, body, outlet) VALUES (?, ?, ?, ?, ?)",
        (id_, *_indexed(article)),
    )


def unindex(db: Database, id_: int, article: Article) -> None:
    """Take an article out of the full-text index.

    A contentless index forgets an article only when told the words that it learned.
    """
    db.at_end(
        "INSERT INTO search (search, rowid, headline, standfirst, body, outlet) VALUES ('delete', ?, ?, ?, ?, ?)",
        (id_, *_indexed(article)),
    )
