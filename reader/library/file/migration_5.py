"""Version 5 of the library: how many articles have been connected, for articles can be read before that.

Here: the column, in prose and SQL. Not here: keeping it (`relations.py`).
"""

from __future__ import annotations

import sqlite3

from reader.library.file.sql_script import run_script

_SCRIPT = """
-- How many articles have a row in feature: those that a key's number of articles is measured by. Until now all had.
ALTER TABLE tally ADD COLUMN connected INTEGER NOT NULL DEFAULT 0;
UPDATE tally SET connected = articles;
"""


def connected(connection: sqlite3.Connection) -> None:
    """The column of version 5."""
    run_script(connection, _SCRIPT)
