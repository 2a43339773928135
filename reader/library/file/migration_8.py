"""Version 8 of the library: indexes for lists by language, length and size of story, and the person's named views.

Here: the tables, in prose and SQL. Not here: reading and writing them (`named_views.py`, `queries/`).
"""

from __future__ import annotations

import sqlite3

from reader.library.file.sql_script import run_script

_SCRIPT = """
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


def views(connection: sqlite3.Connection) -> None:
    """The indexes and the table of version 8, which is empty at first."""
    run_script(connection, _SCRIPT)
