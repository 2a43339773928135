"""Rebuilding the full-text index from the articles when it is damaged.

Here: telling whether it is, dropping what is left of it, feeding a new one. Not here: what one article feeds it
(`putting.py`), the index itself (`schema.py`).
"""

from __future__ import annotations

from reader.errors import LibraryDamaged
from reader.library import documents, putting
from reader.library.columns import rows
from reader.library.file import schema
from reader.library.file.connection import Database

_BATCH = 500  # articles a transaction


def mend_search(db: Database) -> bool:
    """Rebuild the index if it is damaged or was left unfinished. Returns whether it was."""
    if _is_sound(db):
        return False
    with db.transaction():
        # Without its own tables FTS5 does not even let go of them: they are made plain ones first.
        db.run("PRAGMA writable_schema = ON")
        db.run("DELETE FROM sqlite_master WHERE name = 'search'")
        db.run("PRAGMA writable_schema = RESET")
        for (name,) in db.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'search_*'"):
            db.run(f"DROP TABLE {name}")
        db.run(schema.SEARCH)
    ids = [row[0] for row in db.rows("SELECT id FROM article ORDER BY id")]
    for start in range(0, len(ids), _BATCH):
        with db.transaction():
            some = ids[start : start + _BATCH]
            putting.index(db, [(id_, rows.indexed(documents.get(db, id_))) for id_ in some])
    return True


def _is_sound(db: Database) -> bool:
    try:
        db.run("INSERT INTO search (search) VALUES ('integrity-check')")
        indexed = db.value("SELECT count(*) FROM search_docsize")
    except LibraryDamaged:
        return False
    return bool(indexed == db.value("SELECT count(*) FROM article"))
