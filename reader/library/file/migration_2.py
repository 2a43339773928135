"""Version 2: stories that a person put together or took apart.

Here: the tables. Not here: reading and writing them (constraints.py).
"""

from __future__ import annotations

import sqlite3

_BY_HAND = (
    # What the person did, so keyed by identity: it outlives cleaning anew and adding again. Articles with the same
    # bond belong into one story whatever their texts say; bonds are numbered from 1, and an article has at most one.
    "CREATE TABLE bond (identity TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX bond_by_number ON bond (number)",
    # Two articles that are never of one story. Each pair stands here twice, so that either finds the other.
    "CREATE TABLE apart (identity TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (identity, other)) WITHOUT ROWID",
)


def stories_by_hand(connection: sqlite3.Connection) -> None:
    """The tables `bond` and `apart`."""
    for statement in _BY_HAND:
        connection.execute(statement)
