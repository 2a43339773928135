"""Articles taken out of the library.

Here: the article, what was worked out from it, what is searched. What the person did with its document stays, as it
does when anything else of it is rebuilt. Not here: who may ask for it (the desk).
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.library import documents, putting, relations, stories
from reader.library.columns import rows
from reader.library.file.connection import Database


def remove(db: Database, ids: Iterable[int]) -> int:
    """Take articles out; those that are starred or tagged stay. Returns how many were taken out."""
    count = 0
    for id_ in ids:
        with db.transaction():
            kept = db.value(
                "SELECT starred OR EXISTS (SELECT 1 FROM tag AS t WHERE t.identity = a.identity)"
                " FROM article AS a WHERE a.id = ?",
                (id_,),
            )
            if kept != 0:  # None: not here
                continue
            putting.unindex(db, id_, rows.indexed(documents.article(db, id_)))
            relations.take_out(db, id_)
            stories.leave(db, id_)
            db.run("DELETE FROM article WHERE id = ?", (id_,))
            count += 1
    return count
