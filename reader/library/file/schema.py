"""The tables, in prose and SQL, and how an older library is brought up to date.

Here: what is stored, why a column may be null, why each index exists; a library of a newer version, or of another
program, is refused. Not here: reading and writing it.

Three kinds of tables. *What came*: document, and the columns of article that name it. *What was worked out from it*
and can be made again: article, content, search, ranking, feature, posting, story, line, unfinished. *What the person
did*: mark, tag, stories by hand, correction and ruling, keyed by the document's identity, so that they outlive any
rebuild of the rest; feed, feed_entry and place; server, server_item, server_feed and outbox; named_view. The tables of
version 1 are here, those of later ones in `migrations.py`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from reader.errors import LibraryError, NoLibrary
from reader.library.file.migrations import LATER, run_script

APPLICATION_ID = 0x4E657773
"""`News` in ASCII: marks the file as ours, also for `file(1)`."""

_ARTICLE = """
-- An outlet as it is written. The outlet '' stands for "unknown", so that every article has one.
CREATE TABLE outlet (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,
    folded   TEXT NOT NULL,               -- casefolded, to sort by; U+10FFFF for unknown, which comes last
    articles INTEGER NOT NULL DEFAULT 0,
    unread   INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX outlet_in_order ON outlet (folded, name);          -- the list by outlet goes through it
INSERT INTO outlet (id, name, folded) VALUES (0, '', char(0x10FFFF));

-- What identities begin with, up to the last `/` or `#`: gives the articles under a folder without a scan.
CREATE TABLE folder (
    id       INTEGER PRIMARY KEY,
    path     TEXT NOT NULL UNIQUE,
    articles INTEGER NOT NULL DEFAULT 0,
    unread   INTEGER NOT NULL DEFAULT 0
);

-- Articles about one event. Numbers are never used again: people write them down.
CREATE TABLE story (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    articles INTEGER NOT NULL DEFAULT 0,
    unread   INTEGER NOT NULL DEFAULT 0,
    newest   INTEGER NOT NULL DEFAULT 1000000000000  -- minus the latest `instant` of its articles; 10^12: none is dated
);
CREATE INDEX story_by_newest ON story (newest) WHERE articles >= 2;                  -- the list by story
CREATE INDEX story_unread_by_newest ON story (newest) WHERE articles >= 2 AND unread > 0; -- the same of what is unread

-- The row that the list reads: kept narrow, everything wide is in content.
CREATE TABLE article (
    id            INTEGER PRIMARY KEY,     -- never changes while the identity is known
    identity      TEXT NOT NULL UNIQUE,
    folder_id     INTEGER NOT NULL REFERENCES folder (id),
    stamp         TEXT NOT NULL,           -- '' when there is no file
    gone          INTEGER NOT NULL DEFAULT 0,
    source        TEXT,                    -- null: the identity serves
    headline      TEXT,                    -- null: unknown
    opening       TEXT,                    -- null: the headline serves, or there is no text
    outlet_id     INTEGER NOT NULL REFERENCES outlet (id),
    published     TEXT,                    -- ISO 8601 as stated, a day or a time; null: unknown
    certainty     TEXT NOT NULL,           -- stated, inferred, unknown
    day_and_month TEXT,                    -- null: the text gives a whole date or none
    by_date       INTEGER NOT NULL,        -- the place in the list by date (times.py)
    instant       INTEGER NOT NULL,        -- the place in time, oldest first, undated last (times.py)
    language      TEXT,                    -- null: could not be told
    minutes       INTEGER NOT NULL,
    story_id      INTEGER REFERENCES story (id) ON DELETE SET NULL,  -- null: stands alone
    grouped       INTEGER NOT NULL DEFAULT 0,  -- 1: its story has two articles or more (kept by triggers)
    read          INTEGER NOT NULL DEFAULT 0,  -- copies of mark, for the indexes below
    starred       INTEGER NOT NULL DEFAULT 0,
    added         TEXT NOT NULL
);
-- One index for each order of the list; those of the unread keep "unread only" as fast when nearly all is read.
CREATE INDEX article_by_date ON article (by_date);
CREATE INDEX article_by_outlet ON article (outlet_id, by_date);
CREATE INDEX article_by_folder ON article (folder_id, by_date);
CREATE INDEX article_by_story ON article (story_id, instant) WHERE story_id IS NOT NULL;
CREATE INDEX article_alone_by_date ON article (by_date) WHERE grouped = 0;           -- what follows the stories
CREATE INDEX article_unread_by_date ON article (by_date) WHERE read = 0;
CREATE INDEX article_unread_by_outlet ON article (outlet_id, by_date) WHERE read = 0;
CREATE INDEX article_unread_by_folder ON article (folder_id, by_date) WHERE read = 0;
CREATE INDEX article_unread_alone_by_date ON article (by_date) WHERE read = 0 AND grouped = 0;
CREATE INDEX article_starred_by_date ON article (by_date) WHERE starred = 1;
CREATE INDEX article_pending ON article (id) WHERE published IS NULL AND day_and_month IS NOT NULL; -- a year is missing

-- The rest of the article. Paragraphs and cuts are compressed JSON (packing.py); the other nulls mean "none found".
CREATE TABLE content (
    id         INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    paragraphs BLOB NOT NULL,
    removed    BLOB,                       -- null: nothing was cut
    text       BLOB,                       -- null: the paragraphs but captions joined by blank lines, as nearly always
    standfirst TEXT,
    byline     TEXT,
    agency     TEXT,
    dateline   TEXT,
    url        TEXT,
    why        TEXT                        -- null unless the date was inferred
);

-- The document as it came, so that better cleaning can run again. The nulls mean "the source does not say".
CREATE TABLE document (
    id         INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    digest     BLOB NOT NULL,              -- of data, before compression
    data       BLOB NOT NULL,              -- zlib
    kind       TEXT NOT NULL,
    container  TEXT NOT NULL,
    fetched    TEXT,
    url        TEXT,
    headline   TEXT,
    byline     TEXT,
    outlet     TEXT,
    published  TEXT,
    language   TEXT
);
"""

SEARCH = """
-- Words to articles. Contentless: the text is not stored a second time, which is why a changed text is taken out of it
-- with its old words (putting.py). Marks count as parts of words: Hindi and Thai fall apart without them. No index of
-- beginnings (`prefix`): it would treble the size, and a begun word of three letters is found quickly enough without.
CREATE VIRTUAL TABLE search USING fts5 (
    headline, standfirst, body, outlet,
    content = '', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);
"""

_DERIVED = """
-- The order in which a method would take the sentences (packing.py).
CREATE TABLE ranking (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    method     TEXT NOT NULL,
    data       BLOB NOT NULL,
    PRIMARY KEY (article_id, method)
) WITHOUT ROWID;

-- What relates articles: keys (names, rare words, numbers), each with the number of articles that have it.
CREATE TABLE key (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,
    articles INTEGER NOT NULL DEFAULT 0
);
-- Newest article first, so that the newest few hundred of a key are one short read.
CREATE TABLE posting (
    key_id     INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (key_id, article_id DESC)
) WITHOUT ROWID;
CREATE TABLE feature (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    keys       BLOB NOT NULL,              -- the key ids it was posted under, to take them back
    packed     BLOB NOT NULL               -- as the stories packed it
);

-- What the person did. A row is there only where something differs from "unread, not starred".
CREATE TABLE mark (
    identity TEXT PRIMARY KEY,
    read     INTEGER NOT NULL DEFAULT 0,
    starred  INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE tag (
    identity TEXT NOT NULL,
    name     TEXT NOT NULL,
    PRIMARY KEY (identity, name)
) WITHOUT ROWID;
CREATE INDEX tag_by_name ON tag (name);    -- the list of one tag
"""

# Sums, kept by triggers so that no way of writing can forget them: a count in the header must not read the library.
_TALLIES = """
CREATE TABLE tally (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    articles INTEGER NOT NULL DEFAULT 0,
    unread   INTEGER NOT NULL DEFAULT 0,
    searched INTEGER NOT NULL DEFAULT 0    -- changes of the full-text index so far: what it found holds so long
);
INSERT INTO tally (one) VALUES (1);
CREATE TABLE day (
    place    INTEGER PRIMARY KEY,          -- by_date / 100000: newest first, an inferred day after the stated one
    articles INTEGER NOT NULL DEFAULT 0,
    unread   INTEGER NOT NULL DEFAULT 0
);

CREATE TRIGGER article_inserted AFTER INSERT ON article BEGIN
    UPDATE tally SET articles = articles + 1, unread = unread + (NEW.read = 0);
    INSERT INTO day VALUES (NEW.by_date / 100000, 1, NEW.read = 0)
        ON CONFLICT (place) DO UPDATE SET articles = articles + 1, unread = unread + excluded.unread;
    UPDATE outlet SET articles = articles + 1, unread = unread + (NEW.read = 0) WHERE id = NEW.outlet_id;
    UPDATE folder SET articles = articles + 1, unread = unread + (NEW.read = 0) WHERE id = NEW.folder_id;
END;
CREATE TRIGGER article_deleted AFTER DELETE ON article BEGIN
    UPDATE tally SET articles = articles - 1, unread = unread - (OLD.read = 0);
    UPDATE day SET articles = articles - 1, unread = unread - (OLD.read = 0) WHERE place = OLD.by_date / 100000;
    UPDATE outlet SET articles = articles - 1, unread = unread - (OLD.read = 0) WHERE id = OLD.outlet_id;
    UPDATE folder SET articles = articles - 1, unread = unread - (OLD.read = 0) WHERE id = OLD.folder_id;
    UPDATE story SET articles = articles - 1, unread = unread - (OLD.read = 0) WHERE id = OLD.story_id;
END;
CREATE TRIGGER article_read AFTER UPDATE OF read ON article WHEN OLD.read <> NEW.read BEGIN
    UPDATE tally SET unread = unread + OLD.read - NEW.read;
    UPDATE day SET unread = unread + OLD.read - NEW.read WHERE place = NEW.by_date / 100000;
    UPDATE outlet SET unread = unread + OLD.read - NEW.read WHERE id = NEW.outlet_id;
    UPDATE folder SET unread = unread + OLD.read - NEW.read WHERE id = NEW.folder_id;
    UPDATE story SET unread = unread + OLD.read - NEW.read WHERE id = NEW.story_id;
END;
CREATE TRIGGER article_dated AFTER UPDATE OF by_date, instant ON article
WHEN OLD.by_date <> NEW.by_date OR OLD.instant <> NEW.instant BEGIN
    UPDATE day SET articles = articles - 1, unread = unread - (NEW.read = 0) WHERE place = OLD.by_date / 100000;
    INSERT INTO day VALUES (NEW.by_date / 100000, 1, NEW.read = 0)
        ON CONFLICT (place) DO UPDATE SET articles = articles + 1, unread = unread + excluded.unread;
    UPDATE story SET newest = coalesce(
        (SELECT -max(instant) FROM article WHERE story_id = NEW.story_id AND instant < 1000000000000), 1000000000000)
        WHERE id = NEW.story_id;
END;
CREATE TRIGGER article_named AFTER UPDATE OF outlet_id ON article WHEN OLD.outlet_id <> NEW.outlet_id BEGIN
    UPDATE outlet SET articles = articles - 1, unread = unread - (NEW.read = 0) WHERE id = OLD.outlet_id;
    UPDATE outlet SET articles = articles + 1, unread = unread + (NEW.read = 0) WHERE id = NEW.outlet_id;
END;
CREATE TRIGGER article_moved AFTER UPDATE OF story_id ON article WHEN OLD.story_id IS NOT NEW.story_id BEGIN
    UPDATE story SET articles = articles - 1, unread = unread - (NEW.read = 0), newest = coalesce(
        (SELECT -max(instant) FROM article WHERE story_id = OLD.story_id AND instant < 1000000000000), 1000000000000)
        WHERE id = OLD.story_id;
    UPDATE story SET articles = articles + 1, unread = unread + (NEW.read = 0), newest = coalesce(
        (SELECT -max(instant) FROM article WHERE story_id = NEW.story_id AND instant < 1000000000000), 1000000000000)
        WHERE id = NEW.story_id;
    UPDATE article SET grouped = coalesce((SELECT articles >= 2 FROM story WHERE id = NEW.story_id), 0)
        WHERE id = NEW.id;
END;
CREATE TRIGGER story_grew AFTER UPDATE OF articles ON story WHEN (OLD.articles >= 2) <> (NEW.articles >= 2) BEGIN
    UPDATE article SET grouped = NEW.articles >= 2 WHERE story_id = NEW.id;
END;
"""


Migration = Callable[[sqlite3.Connection], None]


def _running(script: str) -> Migration:
    return lambda connection: run_script(connection, script)


MIGRATIONS: tuple[Migration, ...] = tuple(map(_running, (_ARTICLE + SEARCH + _DERIVED + _TALLIES, *LATER)))
"""The n-th turns version n - 1 into version n."""


def prepare(connection: sqlite3.Connection, named: str, *, create: bool = True) -> None:
    """Bring the file up to date: fill a new one, migrate an older one. Raises LibraryError for any other file.

    named: what messages call the file. create: fill an empty one; else NoLibrary is raised.
    """
    connection.execute("BEGIN")  # one look at the file: another program may be making it a library at this moment
    try:
        version = _version(connection, named)
    finally:
        connection.execute("COMMIT")
    if version == 0 and not create:
        raise NoLibrary(f"{named}: it is empty and holds no library", "it holds no library")
    if version == len(MIGRATIONS):
        return
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        # Asked again now that nobody else can write: another program may have been quicker.
        for migrate in MIGRATIONS[_version(connection, named) :]:
            migrate(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection, named: str) -> int:
    """The file's version, 0 for an empty one."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables == 0 and application in (0, APPLICATION_ID):
        return 0
    if application != APPLICATION_ID:
        raise LibraryError(f"{named}: it is not a library but another program's database")
    if version > len(MIGRATIONS):
        raise LibraryError(
            f"{named}: made by a newer version of reader (format {version}; this one knows {len(MIGRATIONS)})"
        )
    return int(version)
