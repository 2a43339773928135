"""What is still to be done with articles, remembered until it is done.

Here: reading and writing the notes. Not here: when something is to be done, and doing it (the assembly line).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from reader.library.file.connection import Database
from reader.safety import plain_line

What = Literal["assign", "clean", "work out"]
"""`assign`: put it into its story once more when the addition is complete. `clean`: clean it once more if its outlet's
pages have shown by then what is furniture. `work out`: try again what failed."""


def remember(db: Database, what: What, ids: Iterable[int], why: str | None = None) -> None:
    """Note that this is still to be done with these articles, and what went wrong, if anything did."""
    why = None if why is None else plain_line(why)
    with db.transaction():
        db.run_many("INSERT OR REPLACE INTO unfinished VALUES (?, ?, ?)", [(what, id_, why) for id_ in ids])


def forget(db: Database, what: What, ids: Iterable[int]) -> None:
    """Note that it has been done."""
    with db.transaction():
        db.run_many("DELETE FROM unfinished WHERE what = ? AND article_id = ?", [(what, id_) for id_ in ids])


def unfinished(db: Database, what: What, limit: int | None = None) -> list[int]:
    """The articles with which this is to be done, the oldest first."""
    sql = "SELECT article_id FROM unfinished WHERE what = ? ORDER BY article_id LIMIT ?"
    return [row[0] for row in db.rows(sql, (what, -1 if limit is None else limit))]


def trouble(db: Database, id_: int) -> str | None:
    """What went wrong with an article; None where nothing did."""
    found: str | None = db.value("SELECT why FROM unfinished WHERE what = 'work out' AND article_id = ?", (id_,))
    return found
