"""The tables of later versions, in prose and SQL, and how such a script is run.

Here: what each version adds to the one before it. Not here: the tables of version 1, and which versions a file is taken
through (`schema.py`); reading and writing any of them.
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


_STORIES_BY_HAND = """
-- What the person did, so keyed by identity: it outlives cleaning anew and adding again. Articles with the same bond
-- belong into one story whatever their texts say; bonds are numbered from 1, and an article has at most one.
CREATE TABLE bond (identity TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX bond_by_number ON bond (number);
-- Two articles that are never of one story. Each pair stands here twice, so that either finds the other.
CREATE TABLE apart (identity TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (identity, other)) WITHOUT ROWID;
"""
"""Version 2: stories that a person put together or took apart (`constraints.py`)."""

_FURNITURE_AND_CORRECTIONS = """
-- What was worked out from the articles. Whose pages lines recur on: an outlet, or the host of an address where the
-- outlet is unknown. Articles of which neither is known are not taken together: a folder may hold anybody's pages.
CREATE TABLE printer (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,
    articles INTEGER NOT NULL DEFAULT 0    -- how many have taught us its lines
);
-- Which printer an article has taught us about, so that none counts twice however often it is cleaned.
CREATE TABLE taught (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    printer_id INTEGER NOT NULL REFERENCES printer (id)
);
-- The lines of its pages, a thousand at most (furniture.py): hashes, for nothing is shown of them.
CREATE TABLE line (
    printer_id INTEGER NOT NULL,
    hash       INTEGER NOT NULL,
    kept       INTEGER NOT NULL,           -- articles in which cleaning by itself kept it
    cut        INTEGER NOT NULL,           -- and in which it cut it
    unlike     BLOB NOT NULL,              -- some of these articles, no two of them the same report (packing.py)
    seen       INTEGER NOT NULL,           -- the printer's number of articles when it was last seen
    PRIMARY KEY (printer_id, hash)
) WITHOUT ROWID;

-- What the person did. A field of an article set by hand; '' says that it is not known.
CREATE TABLE correction (
    identity TEXT NOT NULL,
    field    TEXT NOT NULL,                -- headline, outlet, byline, published
    value    TEXT NOT NULL,
    PRIMARY KEY (identity, field)
) WITHOUT ROWID;
-- A line that the person called text or furniture: in one document, and on the pages of its printer, by name.
CREATE TABLE ruling (
    place TEXT NOT NULL,                   -- `document IDENTITY`, or a printer's name
    hash  INTEGER NOT NULL,
    kept  INTEGER NOT NULL,                -- 1: text, 0: furniture
    PRIMARY KEY (place, hash)
) WITHOUT ROWID;
"""
"""Version 3: what recurs on an outlet's pages, and what the person set right (`furniture.py`, `corrections.py`). What
recurs on the pages already there is learned when they are cleaned again."""

_UNFINISHED = """
-- What is still to be done with an article, so that work broken off at any moment comes to the same end. Rows are
-- written together with the articles that they are about, and go with the work that they ask for.
CREATE TABLE unfinished (
    what       TEXT NOT NULL,              -- assign, clean, work out (unfinished.py)
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    why        TEXT,                       -- what went wrong, for people; null where nothing did
    PRIMARY KEY (what, article_id)
) WITHOUT ROWID;
"""
"""Version 4: what is still to be done with articles (`unfinished.py`). Of a library that was not finished when it
was left nothing is known: it stays empty."""

_CONNECTED = """
-- How many articles have a row in feature: those that a key's number of articles is measured by. Until now all had.
ALTER TABLE tally ADD COLUMN connected INTEGER NOT NULL DEFAULT 0;
UPDATE tally SET connected = articles;
"""
"""Version 5: how many articles have been connected, for articles can be read before that (`relations.py`)."""

_FEEDS = """
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
"""Version 6: feeds that the person follows, and which articles came from them (`feeds.py`)."""

_SERVERS = """
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
"""Version 7: the person's own servers, with which marks and feeds are kept the same (`sync/servers.py`, `marks.py`)."""

_VIEWS = """
CREATE INDEX article_by_language ON article (language) WHERE language IS NOT NULL;   -- how many of each; rare ones
CREATE INDEX article_by_minutes ON article (minutes);                                -- the few that are very long
CREATE INDEX story_by_articles ON story (articles) WHERE articles >= 2;              -- the few that are large

-- What the person did: views that were given a name, in the order of `place`.
CREATE TABLE named_view (
    name  TEXT PRIMARY KEY,
    place INTEGER NOT NULL,
    said  TEXT NOT NULL                    -- as it would be typed: words and operators
) WITHOUT ROWID;

-- Whether the reports of a story disagree, as far as was looked at: null where nobody has, or where articles have come
-- or gone since.
ALTER TABLE story ADD COLUMN disputed INTEGER;
CREATE INDEX story_disputed ON story (id) WHERE disputed = 1;
CREATE TRIGGER story_changed AFTER UPDATE OF articles ON story
WHEN OLD.articles <> NEW.articles AND NEW.disputed IS NOT NULL BEGIN
    UPDATE story SET disputed = NULL WHERE id = NEW.id;
END;
"""
"""Version 8: indexes for lists by language, length and size of story, and the person's named views (`named_views.py`,
`queries/`)."""

_OUTLETS_IN_ORDER = "UPDATE outlet SET folded = substr(folded, 5) WHERE folded LIKE 'the _%';"
"""Version 9: outlets are sorted, and looked for, without their `The`, as lists show them."""

LATER = (
    _STORIES_BY_HAND,
    _FURNITURE_AND_CORRECTIONS,
    _UNFINISHED,
    _CONNECTED,
    _FEEDS,
    _SERVERS,
    _VIEWS,
    _OUTLETS_IN_ORDER,
)
"""What brings version 1 to version 2, that to version 3, and so on. One that has been released is never changed."""
