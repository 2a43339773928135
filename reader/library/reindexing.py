"""The full-text index fed from the articles: with those that wait for it, and anew when it is damaged.

Here: telling whether it is, dropping what is left of it, feeding a new one. Not here: what one article feeds it
(`columns/rows.py`), the index itself (`schema.py`).
"""

from __future__ import annotations

from contextlib import suppress

from reader.errors import ArticleDamaged, LibraryDamaged
from reader.library import documents, putting, unfinished
from reader.library.columns import fulltext, packing, rows
from reader.library.file import schema
from reader.library.file.connection import Database
from reader.library.file.failures import sound

_BATCH = 500  # articles a transaction


def index_some(db: Database, limit: int) -> int:
    """Index the first articles that wait for it. Returns how many there were. A damaged one is found by no word."""
    with db.transaction():
        waiting = db.rows(
            "SELECT a.id, a.headline, c.standfirst, c.paragraphs, o.name FROM unfinished AS u"
            " JOIN article AS a ON a.id = u.article_id JOIN content AS c ON c.id = a.id"
            " JOIN outlet AS o ON o.id = a.outlet_id WHERE u.what = 'index' ORDER BY u.article_id LIMIT ?",
            (limit,),
        )
        fed = []
        for id_, headline, standfirst, paragraphs, outlet in waiting:
            indexed: tuple[str, ...] = ("",) * 4
            with suppress(ArticleDamaged), sound(db.path):  # the others are to be found, and more to be added
                kept = rows.text_of(packing.unpack_paragraphs(paragraphs))
                indexed = tuple(map(fulltext.indexed, (headline, standfirst, kept, outlet)))
            fed.append((id_, indexed))
        putting.index(db, fed)
        unfinished.forget(db, "index", (row[0] for row in waiting))
    return len(waiting)


def notices(db: Database) -> list[str]:
    """What a person should know who searches: what came last is not indexed yet."""
    waiting = unfinished.count(db, "index")
    came = "the article that came last is" if waiting == 1 else f"the {waiting:,} articles that came last are"
    return [f"{came} not searched yet; they are in a moment, or when something is added"] if waiting else []


def mend_search(db: Database) -> bool:
    """Rebuild the index if it is damaged or was left unfinished. Returns whether it was; reads all of it to tell."""
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
        db.run("DELETE FROM unfinished WHERE what = 'index'")
    ids = [row[0] for row in db.rows("SELECT id FROM article ORDER BY id")]
    for start in range(0, len(ids), _BATCH):
        with db.transaction():
            some = ids[start : start + _BATCH]
            putting.index(db, [(id_, rows.indexed(documents.article(db, id_))) for id_ in some])
    return True


def _is_sound(db: Database) -> bool:
    try:
        db.run("INSERT INTO search (search) VALUES ('integrity-check')")
        indexed = db.value("SELECT count(*) FROM search_docsize")
    except LibraryDamaged:
        return False
    return bool(indexed == db.value("SELECT count(*) FROM article") - unfinished.count(db, "index"))
