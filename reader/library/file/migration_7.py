"""Version 7 of the library: the person's own servers, with which marks and feeds are kept the same.

Here: the tables, in prose and SQL. Not here: reading and writing them (`sync/servers.py`, `marks.py`).
"""

from __future__ import annotations

import sqlite3

from reader.library.file.sql_script import run_script

_SCRIPT = """
-- What the person did: an account on a server. Numbers are never used again. Times are ISO 8601 in UTC; null: never.
CREATE TABLE server (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    address    TEXT NOT NULL,
    user       TEXT NOT NULL,
    secret     TEXT NOT NULL,              -- where the password is had from (JSON); never the password
    private    INTEGER NOT NULL DEFAULT 0, -- 1: it stands on this machine or its network, which the person named
    days       INTEGER NOT NULL,           -- how old what is read there may be to come in at first
    added      TEXT NOT NULL,
    tried      TEXT,
    succeeded  TEXT,
    wait_until TEXT,
    failures   INTEGER NOT NULL DEFAULT 0,
    error      TEXT,
    turn       INTEGER NOT NULL DEFAULT 0, -- counts what makes a list fetched before a list of the past
    UNIQUE (address, user)
);
-- The items of a server, the article that each became, and the marks that both sides agreed upon last.
CREATE TABLE server_item (
    server_id INTEGER NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    item      TEXT NOT NULL,
    identity  TEXT NOT NULL,               -- of the article; '': it became none
    read      INTEGER NOT NULL,
    starred   INTEGER NOT NULL,
    missed    INTEGER NOT NULL DEFAULT 0,  -- 1: the last list did not have it; the next one that does not forgets it
    PRIMARY KEY (server_id, item)
) WITHOUT ROWID;
CREATE INDEX server_item_by_identity ON server_item (identity) WHERE identity <> '';
-- Marks made here that the server has not confirmed, written together with the mark.
CREATE TABLE outbox (
    server_id INTEGER NOT NULL,
    item      TEXT NOT NULL,
    what      TEXT NOT NULL,               -- read, starred
    value     INTEGER NOT NULL,
    PRIMARY KEY (server_id, what, value, item),
    FOREIGN KEY (server_id, item) REFERENCES server_item ON DELETE CASCADE
) WITHOUT ROWID;
CREATE UNIQUE INDEX outbox_by_item ON outbox (server_id, item, what);
-- The feeds of a server, and what both sides agreed upon last.
CREATE TABLE server_feed (
    id        INTEGER PRIMARY KEY,
    server_id INTEGER NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    stream    TEXT,                        -- what the server calls it; null: to be followed there yet
    address   TEXT NOT NULL,
    title     TEXT,
    section   TEXT NOT NULL DEFAULT '',    -- its group, '' for none
    feed_id   INTEGER REFERENCES feed (id) ON DELETE SET NULL,  -- null: the person follows it no longer
    refused   TEXT,                        -- why the server does not follow it
    UNIQUE (server_id, stream)
);
CREATE INDEX server_feed_by_feed ON server_feed (feed_id);
"""


def servers(connection: sqlite3.Connection) -> None:
    """The tables of version 7, which are empty at first."""
    run_script(connection, _SCRIPT)
