"""Putting a document with its article into the library, or bringing it up to date.

Here: the rows of article, content and document, and of the full-text index. Not here: what their columns hold
(`columns/rows.py`), reading them back (`documents.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from reader.article import Article, RawDocument
from reader.library import documents, unfinished
from reader.library.columns import packing, rows
from reader.library.columns.rows import Packed
from reader.library.file.connection import Database, marks
from reader.moments import now

Outcome = Literal["added", "updated", "unchanged"]

_INSERTS = {
    "article": ("identity", "folder_id", "outlet_id", "read", "starred", "added", *rows.PLACE, *rows.FACTS),
    "content": rows.CONTENT,
    "document": rows.DOCUMENT,
}


def put(db: Database, document: RawDocument, article: Article) -> tuple[int, Outcome]:
    """Add a document with its article, or update the one of that identity. Returns its id and what was done.

    A known document keeps its id and marks and is no longer gone. "unchanged" means that its data are the same; the
    article is written even so where it differs. A changed text loses its rankings.
    """
    with db.transaction():
        known = _known(db, packing.storable(document.identity))
        if known is None:
            return add(db, [rows.pack(document, article)])[0], "added"
        id_, old_digest = known
        _write(db, "article", rows.PLACE, rows.place(document, article), id_)
        revise(db, id_, article)
        said = rows.document_row(document)
        _write(db, "document", rows.DOCUMENT, said, id_)
        return id_, "unchanged" if old_digest == said[0] else "updated"


def add(db: Database, items: Sequence[Packed]) -> list[int]:
    """Add documents that are not here, none twice, with their articles. Returns their ids, which ascend."""
    with db.transaction():
        ids = _Ids(db)
        marked = _marked(db, [item.identity for item in items])
        moment = now().isoformat()
        first = 1 + (db.value("SELECT max(id) FROM article") or 0)
        numbers = list(range(first, first + len(items)))
        new: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _INSERTS}
        for number, item in zip(numbers, items, strict=True):
            known = (item.identity, ids.folder(item.identity), ids.outlet(item.outlet))
            kept = (*marked.get(item.identity, (0, 0)), item.added or moment)
            new["article"].append((number, *known, *kept, *item.place, *item.facts))
            new["content"].append((number, *item.content))
            new["document"].append((number, *item.document))
        for table, columns in _INSERTS.items():
            sql = f"INSERT INTO {table} (id, {', '.join(columns)}) VALUES ({marks(len(columns) + 1)})"
            db.run_many(sql, new[table])
        numbered = list(zip(numbers, items, strict=True))
        index(db, [(number, item.indexed) for number, item in numbered if item.indexed is not None])
        if later := [number for number, item in numbered if item.indexed is None]:
            unfinished.remember(db, "index", later)
    return numbers


def revise(db: Database, id_: int, article: Article) -> None:
    """Write another article of a document that is here: what it came by and what was done with it stay.

    Only what differs is written; a changed text loses its rankings, whose offsets would be wrong. Raises NotFound.
    """
    with db.transaction():
        old = documents.article(db, id_)
        written = (_Ids(db).outlet(article.outlet or ""), *rows.facts(article))
        _write(db, "article", ("outlet_id", *rows.FACTS), written, id_)
        if rows.searched(old) != rows.searched(article):
            before, after = rows.indexed(old), rows.indexed(article)
            if before != after:
                unindex(db, id_, before)
                index(db, [(id_, after)])
        if old.text != article.text:
            db.run("DELETE FROM ranking WHERE article_id = ?", (id_,))
        _write(db, "content", rows.CONTENT, rows.content(article), id_)


def known(db: Database, identities: Sequence[str]) -> set[str]:
    """Which of the documents of these identities are here."""
    there = db.rows_in("SELECT identity FROM article WHERE identity IN ({})", map(packing.storable, identities))
    return {packing.original(row[0]) for row in there}


def holds(db: Database, document: RawDocument) -> bool:
    """Whether the library has a document of that identity with the same data."""
    known = _known(db, packing.storable(document.identity))
    return known is not None and known[1] == rows.data_of(document)[1]


def keep(db: Database, document: RawDocument) -> int | None:
    """Refresh the stamp of a document whose data are held already; it is gone no longer. None: it has to be put."""
    identity = packing.storable(document.identity)
    known = _known(db, identity)
    if known is None or known[1] != rows.data_of(document)[1]:
        return None
    stamp = packing.storable(document.stamp)
    db.run(
        "UPDATE article SET stamp = ?, gone = 0 WHERE id = ? AND (stamp <> ? OR gone <> 0)", (stamp, known[0], stamp)
    )
    return int(known[0])


def _known(db: Database, identity: str) -> tuple[int, bytes] | None:
    """Id and digest of the document of that identity."""
    return db.row(
        "SELECT d.id, d.digest FROM article AS a JOIN document AS d ON d.id = a.id WHERE a.identity = ?", (identity,)
    )


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
        path = rows.folder_of(identity)
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
                found = self._db.insert(sql, (name, rows.folded_outlet(name)))
            self._outlets[name] = found
        return self._outlets[name]


def _marked(db: Database, identities: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Which of these documents were marked before they came, as read and as starred."""
    there = db.rows_in("SELECT identity, read, starred FROM mark WHERE identity IN ({})", identities)
    return {identity: (read, starred) for identity, read, starred in there}


def index(db: Database, articles: Sequence[tuple[int, Sequence[str]]]) -> None:
    """Add articles, by their ids and what is `rows.indexed` of them, to the full-text index, which lacks them yet."""
    for id_, indexed in articles:
        db.at_end(
            "INSERT INTO search (rowid, headline, standfirst, body, outlet) VALUES (?, ?, ?, ?, ?)", (id_, *indexed)
        )
    db.run("UPDATE tally SET searched = searched + ?", (len(articles),))


def unindex(db: Database, id_: int, indexed: Sequence[str]) -> None:
    """Take an article out of the full-text index, which was fed with that.

    A contentless index forgets an article only when told the words that it learned; one that it has not learned yet it
    is not to forget.
    """
    if db.run("DELETE FROM unfinished WHERE what = 'index' AND article_id = ?", (id_,)):
        return
    db.at_end(
        "INSERT INTO search (search, rowid, headline, standfirst, body, outlet) VALUES ('delete', ?, ?, ?, ?, ?)",
        (id_, *indexed),
    )
