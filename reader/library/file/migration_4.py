"""Version 4 of the library: what is still to be done with its articles.

Here: the table, in prose and SQL. Not here: reading and writing it (`unfinished.py`).
"""

from __future__ import annotations

import sqlite3

from reader.library.file.sql_script import run_script

_SCRIPT = """
-- What is still to be done with an article, so that work broken off at any moment comes to the same end. Rows are
-- written together with the articles that they are about, and go with the work that they ask for.
CREATE TABLE unfinished (
    what       TEXT NOT NULL,              -- assign, clean, work out (unfinished.py)
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    why        TEXT,                       -- what went wrong, for people; null where nothing did
    PRIMARY KEY (what, article_id)
) WITHOUT ROWID;
"""


def unfinished(connection: sqlite3.Connection) -> None:
    """The table of version 4. Of a library that was not finished when it was left nothing is known: it stays empty."""
    run_script(connection, _SCRIPT)
