"""What is still to be done with articles, remembered until it is done.

Here: reading and writing the notes. Not here: when something is to be done, and doing it (the assembly line).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from reader.library.file.connection import Database
from reader.safety import plain_line

What = Literal["index", "make", "connect", "assign", "clean", "work out"]
"""`index`: make it searchable. `make`: clean it: until then it can be read as it came. `connect`: rank its sentences,
put it among the others. `assign`: put it into its story once more when the addition is complete. `clean`: clean it once
more if its outlet's pages have shown by then what is furniture. `work out`: try again what failed."""


def remember(db: Database, what: What, ids: Iterable[int], why: str | None = None) -> None:
    """Note that this is still to be done with these articles, and what went wrong, if anything did."""
    why = None if why is None else plain_line(why)
    with db.transaction():
        db.run_many("INSERT OR REPLACE INTO unfinished VALUES (?, ?, ?)", [(what, id_, why) for id_ in ids])


def forget(db: Database, what: What, ids: Iterable[int]) -> None:
    """Note that it has been done."""
    with db.transaction():
        db.run_many("DELETE FROM unfinished WHERE what = ? AND article_id = ?", [(what, id_) for id_ in ids])


def unfinished(db: Database, what: What, limit: int | None = None, *, after: int = 0) -> list[int]:
    """The articles with which this is to be done, the oldest first, those after that one."""
    sql = "SELECT article_id FROM unfinished WHERE what = ? AND article_id > ? ORDER BY article_id LIMIT ?"
    return [row[0] for row in db.rows(sql, (what, after, -1 if limit is None else limit))]


def count(db: Database, what: What) -> int:
    """With how many articles this is to be done; takes longer the more there are."""
    return int(db.value("SELECT count(*) FROM unfinished WHERE what = ?", (what,)))


def waits(db: Database, id_: int) -> bool:
    """Whether an article is still to be ranked and put among the others."""
    return db.value("SELECT 1 FROM unfinished WHERE what = 'connect' AND article_id = ?", (id_,)) is not None


def trouble(db: Database, id_: int) -> str | None:
    """What went wrong with an article; None where nothing did."""
    found: str | None = db.value("SELECT why FROM unfinished WHERE what = 'work out' AND article_id = ?", (id_,))
    return found
