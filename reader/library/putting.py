"""Putting a document with its article into the library, or bringing it up to date.

Here: what the rows of article, content and document hold. Not here: reading them back (`documents.py`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime, timezone
from typing import Any, Literal

from reader.article import Article, RawDocument, running_text
from reader.library import documents
from reader.library.columns import fulltext, packing, times
from reader.library.file.connection import Database, chunks, marks
from reader.reading_time import reading_minutes
from reader.safety import plain_line, plain_name

Outcome = Literal["added", "updated", "unchanged"]

OPENING = 100
"""Characters of the text that stand in for a missing headline."""

_PLACE = ("identity", "folder_id", "stamp", "gone", "source")
"""Columns of the narrow row that come of the document."""
_FACTS = (
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
)
"""Those that come of the article."""
_KEPT = ("read", "starred", "added")
"""Those that putting a document again leaves alone."""
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
_INSERTS = {
    "article": (*_PLACE, *_FACTS, *_KEPT),
    "content": _CONTENT,
    "document": _DOCUMENT,
}


def put(db: Database, document: RawDocument, article: Article) -> tuple[int, Outcome]:
    """Add a document with its article, or update the one of that identity. Returns its id and what was done."""
    with db.transaction():
        known = _known(db, packing.storable(document.identity))
        if known is None:
            return add(db, [(document, article)])[0], "added"
        id_, old_digest = known
        ids = _Ids(db)
        _write(db, "article", _PLACE, _place(ids, document, article), id_)
        _revise(db, ids, id_, article)
        said = document_row(document)
        _write(db, "document", _DOCUMENT, said, id_)
        return id_, "unchanged" if old_digest == said[0] else "updated"


def add(db: Database, items: Sequence[tuple[RawDocument, Article]]) -> list[int]:
    """Add documents that are not here, with their articles. Returns their ids, which ascend."""
    with db.transaction():
        ids = _Ids(db)
        places = [_place(ids, document, article) for document, article in items]
        marked = _marked(db, [place[0] for place in places])
        now = datetime.now(timezone.utc).replace(microsecond=0)
        first = 1 + (db.value("SELECT max(id) FROM article") or 0)
        numbers = list(range(first, first + len(items)))
        rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _INSERTS}
        for number, place, (document, article) in zip(numbers, places, items, strict=True):
            kept = (*marked.get(place[0], (0, 0)), (article.added or now).isoformat())
            rows["article"].append((number, *place, *_facts(ids, article), *kept))
            rows["content"].append((number, *_content_row(article)))
            rows["document"].append((number, *document_row(document)))
        for table, columns in _INSERTS.items():
            sql = f"INSERT INTO {table} (id, {', '.join(columns)}) VALUES ({marks(len(columns) + 1)})"
            db.run_many(sql, rows[table])
        index(db, zip(numbers, (article for _, article in items), strict=True))
    return numbers


def revise(db: Database, id_: int, article: Article) -> None:
    """Write another article of a document that is here: of what it came by and what was done with it all stays."""
    with db.transaction():
        _revise(db, _Ids(db), id_, article)


def known(db: Database, identities: Sequence[str]) -> set[str]:
    """Which of these documents are here."""
    found: set[str] = set()
    for some in chunks([packing.storable(identity) for identity in identities]):
        rows = db.rows(f"SELECT identity FROM article WHERE identity IN ({marks(len(some))})", some)
        found.update(packing.original(row[0]) for row in rows)
    return found


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


def _revise(db: Database, ids: _Ids, id_: int, article: Article) -> None:
    """Write what differs; a changed text loses its rankings, whose offsets would be wrong."""
    old = documents.get(db, id_)
    _write(db, "article", _FACTS, _facts(ids, article), id_)
    if _indexed(old) != _indexed(article):
        unindex(db, id_, old)
        index(db, [(id_, article)])
    if old.text != article.text:
        db.run("DELETE FROM ranking WHERE article_id = ?", (id_,))
    _write(db, "content", _CONTENT, _content_row(article), id_)


def _write(db: Database, table: str, columns: Sequence[str], values: Sequence[Any], id_: int) -> None:
    """Update a row unless it already holds these values."""
    held = db.row(f"SELECT {', '.join(columns)} FROM {table} WHERE id = ?", (id_,))
    if held != tuple(values):
        setters = ", ".join(f"{name} = ?" for name in columns)
        db.run(f"UPDATE {table} SET {setters} WHERE id = ?", (*values, id_))


class _Ids:
    """The ids of folders and outlets, each asked for once, and made when it is new."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._folders: dict[str, int] = {}
        self._outlets: dict[str, int] = {}

    def folder(self, identity: str) -> int:
        """The folder that the identity lies in."""
        path = documents.folder_of(identity)
        if path not in self._folders:
            found = self._db.value("SELECT id FROM folder WHERE path = ?", (path,))
            self._folders[path] = found or self._db.insert("INSERT INTO folder (path) VALUES (?)", (path,))
        return self._folders[path]

    def outlet(self, name: str) -> int:
        """The outlet of that name; '' stands for an unknown one."""
        if name not in self._outlets:
            found = self._db.value("SELECT id FROM outlet WHERE name = ?", (name,))
            if found is None:
                sql = "INSERT INTO outlet (name, folded) VALUES (?, ?)"
                found = self._db.insert(sql, (name, name.casefold()))
            self._outlets[name] = found
        return self._outlets[name]


def _place(ids: _Ids, document: RawDocument, article: Article) -> tuple[Any, ...]:
    """The columns of the narrow row that come of the document."""
    identity = packing.storable(document.identity)
    source = plain_name(article.source or document.source or document.identity)
    source_column = None if source == plain_name(document.identity) else source
    return identity, ids.folder(identity), packing.storable(document.stamp), 0, source_column


def _facts(ids: _Ids, article: Article) -> tuple[Any, ...]:
    """Those that come of the article."""
    return (
        article.headline,
        _opening(article),
        ids.outlet(article.outlet or ""),
        times.to_text(article.published),
        article.published_from,
        article.day_and_month,
        times.by_date(article.published, article.published_from),
        times.instant(article.published),
        article.language,
        reading_minutes(article.text),
    )


def _marked(db: Database, identities: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Which of these documents were marked before they came, as read and as starred."""
    found: dict[str, tuple[int, int]] = {}
    for some in chunks(identities):
        rows = db.rows(f"SELECT identity, read, starred FROM mark WHERE identity IN ({marks(len(some))})", some)
        found |= {identity: (read, starred) for identity, read, starred in rows}
    return found


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


def document_row(document: RawDocument) -> tuple[Any, ...]:
    """The columns of document in their order: its data, and what the source says, as it said it."""
    said = (document.url, document.headline, document.byline, document.outlet)
    data, digest = _data(document)
    return (
        digest,
        packing.pack_bytes(data),
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


def _indexed(article: Article) -> tuple[str, ...]:
    """What the full-text index is fed with: headline, standfirst, all that was kept of the text, outlet."""
    kept = "\n".join(p.text for p in article.paragraphs)
    return tuple(map(fulltext.indexed, (article.headline, article.standfirst, kept, article.outlet)))


def index(db: Database, articles: Iterable[tuple[int, Article]]) -> None:
    """Add articles, by their ids, to the full-text index, which does not know them yet."""
    count = 0
    for count, (id_, article) in enumerate(articles, 1):  # noqa: B007
        db.at_end(
            "INSERT INTO search (rowid, headline, standfirst, body, outlet) VALUES (?, ?, ?, ?, ?)",
            (id_, *_indexed(article)),
        )
    db.run("UPDATE tally SET searched = searched + ?", (count,))


def unindex(db: Database, id_: int, article: Article) -> None:
    """Take an article out of the full-text index.

    A contentless index forgets an article only when told the words that it learned.
    """
    db.at_end(
        "INSERT INTO search (search, rowid, headline, standfirst, body, outlet) VALUES ('delete', ?, ?, ?, ?, ?)",
        (id_, *_indexed(article)),
    )
