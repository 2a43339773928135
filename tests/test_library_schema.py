"""reader.library.file.schema: new files, older ones, newer ones, and files that are something else."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from library_support import older_file, put

from reader.article import View
from reader.errors import LibraryError
from reader.library import Store
from reader.library.file import schema


def refused(path: Path, **options: bool) -> str:
    """The message with which opening is refused; one line that names the file."""
    with pytest.raises(LibraryError) as error:
        Store(path, **options)
    message = str(error.value)
    assert path.name in message
    assert "\n" not in message
    return message


def test_a_library_is_marked_as_ours_and_can_be_read_while_it_is_written(tmp_path):
    path = tmp_path / "news.library"
    Store(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS),)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_the_folders_of_a_new_library_are_made_only_when_it_may_be_created(tmp_path):
    path = tmp_path / "deep" / "er" / "news.library"
    assert "no library there" in refused(path, create=False)
    assert not path.parent.exists()
    Store(path).close()
    assert path.exists()


def test_an_empty_file_becomes_a_library_only_when_it_may_be_created(tmp_path):
    path = tmp_path / "empty"
    path.touch()
    assert "it is empty" in refused(path, create=False)
    Store(path).close()
    assert path.stat().st_size


def test_another_programs_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE article (id)")
    connection.close()
    before = path.read_bytes()
    assert "another program's database" in refused(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"A text, and not a library at all.\n" * 100, b"x", b"SQLite format 3\x00" + b"\xff" * 2000]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    refused(path)
    assert path.read_bytes() == content


def test_a_library_of_a_newer_version_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "news.library"
    Store(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert "made by a newer version of reader" in refused(path)


@pytest.fixture
def a_version_more(monkeypatch):
    """A migration as a later version of reader might have it."""

    def adds_a_column(connection):
        schema.run_script(connection, "ALTER TABLE article ADD COLUMN mood TEXT;\nUPDATE article SET mood = 'calm';\n")

    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, adds_a_column))


def old_library(path: Path) -> int:
    """A library of today's version with an article in it: its id."""
    with Store(path) as store:
        id_ = put(store, "/a", "The harbour.", headline="H")
        store.mark([id_], read=True)
        return id_


def test_an_older_library_is_brought_up_to_date_with_all_that_is_in_it(tmp_path, request):
    path = tmp_path / "news.library"
    id_ = old_library(path)
    request.getfixturevalue("a_version_more")
    with Store(path) as store:
        assert store.article(id_).headline == "H"
        assert store.entries([id_])[0].read
        assert store._db.value("SELECT mood FROM article") == "calm"
        assert store._db.value("PRAGMA user_version") == len(schema.MIGRATIONS)
    Store(path).close()


def test_a_migration_that_fails_leaves_the_library_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "news.library"
    id_ = old_library(path)

    def fails_half_way(connection):
        connection.execute("DELETE FROM article")
        connection.execute("SELECT nonsense FROM nowhere")

    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, fails_half_way))
        refused(path)
    with Store(path) as store:
        assert store.article(id_).headline == "H"


def test_many_may_create_one_library_at_the_same_moment(tmp_path):
    path = tmp_path / "news.library"
    start = threading.Barrier(6)
    failures: list[Exception] = []

    def create(number: int) -> None:
        start.wait()
        try:
            with Store(path) as store:
                put(store, f"/{number}")
        except LibraryError as error:
            failures.append(error)

    threads = [threading.Thread(target=create, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with Store(path) as store:
        assert store.count(View()) == (6, 6)


def test_every_trigger_keeps_its_sum(tmp_path):
    """The tallies equal what counting gives, after everything that changes an article."""
    with Store(tmp_path / "news.library") as store:
        ids = [put(store, f"/n/{n}", outlet="TASS", day_and_month="--01-02") for n in range(8)]
        first = store.set_story(ids[:4])
        second = store.set_story(ids[3:6])
        store.mark(ids[:3], read=True)
        store.set_published(ids[0], date(2022, 1, 2), "inferred", "")
        store.set_published(ids[1], date(2022, 1, 2), "stated", "")
        store.merge_stories(first, [second])
        store.leave_story(ids[2])
        put(store, "/n/4", outlet="RT")
        store._db.run("DELETE FROM article WHERE id = ?", (ids[5],))
        for table, column in (("outlet", "outlet_id"), ("folder", "folder_id"), ("story", "story_id")):
            wrong = store._db.rows(
                f"SELECT t.id FROM {table} AS t WHERE"
                f" articles <> (SELECT count(*) FROM article WHERE {column} = t.id) OR"
                f" unread <> (SELECT count(*) FROM article WHERE {column} = t.id AND read = 0)"
            )
            assert wrong == [], table
        assert store._db.row("SELECT articles, unread FROM tally") == (7, 4)
        assert dict(store._db.rows("SELECT place, articles FROM day WHERE articles > 0")) == dict(
            store._db.rows("SELECT by_date / 100000, count(*) FROM article GROUP BY 1")
        )
        assert store._db.rows("SELECT id FROM article WHERE grouped <> (story_id IS NOT NULL)") == []
        assert store._db.value("SELECT newest FROM story") == store._db.value(
            "SELECT -max(instant) FROM article WHERE published <> ''"
        )


def tables(path: Path) -> list[tuple[str, str]]:
    """All tables, indexes and triggers of a file, as they were made."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


@pytest.mark.parametrize("version", range(1, len(schema.MIGRATIONS)))
def test_a_library_of_an_older_version_becomes_one_of_today_and_keeps_what_it_has(tmp_path, version):
    path, new = tmp_path / "old.library", tmp_path / "new.library"
    feed = "INSERT INTO feed (address, added) VALUES ('https://a.example', '2026-11-30T00:00:00+00:00')"
    outlet = "INSERT INTO outlet (name, folded) VALUES ('The Courier', 'the courier')"
    older_file(path, version, outlet, *([feed] if version >= 6 else []))
    with Store(path) as store:
        assert store.count(View(language="de", longer=6)) == (1, 1)
        assert [feed.address for feed in store.feeds.all()] == ["https://a.example"] * (version >= 6)
        assert store._db.value("SELECT folded FROM outlet WHERE name = 'The Courier'") == "courier"
    Store(new).close()
    assert tables(path) == tables(new)
