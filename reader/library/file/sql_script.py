"""Scripts of SQL statements, as the migrations are written.

Here: running one inside the open transaction. Not here: what any of them says (`schema.py`, `migration_*.py`).
"""

from __future__ import annotations

import sqlite3


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Run one statement after the other inside the open transaction (`executescript` would commit it)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
