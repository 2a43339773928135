"""Version 6 of the library: feeds that the person follows, and which articles came from them.

Here: the tables, in prose and SQL. Not here: reading and writing them (`feeds.py`).
"""

from __future__ import annotations

import sqlite3

from reader.library.file.sql_script import run_script

_SCRIPT = """
-- What the person did: a feed that is followed, and how it is doing. Numbers are never used again: people write them
-- down. Times are ISO 8601 in UTC; null: never.
CREATE TABLE feed (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    address    TEXT NOT NULL UNIQUE,
    title      TEXT,                       -- what it calls itself; null: not read yet, or it does not say
    name       TEXT,                       -- what the person calls it; null: nothing else
    home       TEXT,
    section    TEXT NOT NULL DEFAULT '',   -- its group, '' for none
    whole      INTEGER NOT NULL DEFAULT 1, -- 1: teasers are completed from their pages
    private    INTEGER NOT NULL DEFAULT 0, -- 1: it stands on this machine or its network, which the person named
    added      TEXT NOT NULL,
    etag       TEXT,
    modified   TEXT,
    tried      TEXT,
    succeeded  TEXT,
    due        TEXT,                       -- null: at once
    wait_until TEXT,
    minutes    INTEGER,
    failures   INTEGER NOT NULL DEFAULT 0,
    error      TEXT,
    ended      TEXT
);
-- The items of a feed by what they are known by in it, and the article that each became. Several may be one article.
CREATE TABLE feed_entry (
    feed_id  INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
    key      TEXT NOT NULL,
    identity TEXT NOT NULL,                -- of the article
    digest   BLOB NOT NULL,                -- of what it says, to tell an edited one; empty: to be completed yet
    instant  INTEGER NOT NULL,             -- its date, else when it was first seen (times.py)
    PRIMARY KEY (feed_id, key)
) WITHOUT ROWID;
CREATE INDEX feed_entry_by_identity ON feed_entry (identity);
CREATE INDEX feed_entry_by_digest ON feed_entry (digest);     -- the same report under another address
CREATE INDEX feed_entry_by_instant ON feed_entry (feed_id, instant);                 -- articles a week
-- Where an article stands: addresses without what says only how they are followed.
CREATE TABLE place (
    bare     TEXT PRIMARY KEY,
    identity TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX place_by_identity ON place (identity);

-- Copies for the list: the feed that brought an article, and when that last changed it; null: none, never.
ALTER TABLE article ADD COLUMN feed_id INTEGER;
ALTER TABLE article ADD COLUMN updated TEXT;
CREATE INDEX article_by_feed ON article (feed_id, by_date) WHERE feed_id IS NOT NULL;
CREATE INDEX article_unread_by_feed ON article (feed_id, by_date) WHERE feed_id IS NOT NULL AND read = 0;
"""


def feeds(connection: sqlite3.Connection) -> None:
    """The tables of version 6, which are empty at first."""
    run_script(connection, _SCRIPT)
