"""Version 3 of the library: what recurs on an outlet's pages, and what the person set right.

Here: the tables, in prose and SQL. Not here: reading and writing them (`furniture.py`, `corrections.py`).
"""

from __future__ import annotations

import sqlite3

from reader.library.file.sql_script import run_script

_SCRIPT = """
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


def furniture_and_corrections(connection: sqlite3.Connection) -> None:
    """The tables of version 3. What recurs on the pages already there is learned when they are cleaned again."""
    run_script(connection, _SCRIPT)
