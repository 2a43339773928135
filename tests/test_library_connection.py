"""reader.library.file.connection: broken, full, locked and read-only files; several threads and programs at once."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from library_support import document, put

from reader.article import Article, View
from reader.errors import LibraryBusy, LibraryError
from reader.library import Store
from reader.library.file import opening


def one_line(error: BaseException) -> str:
    """The message, which is one line."""
    assert "\n" not in str(error)
    return str(error)


def test_a_folder_a_pipe_and_a_device_are_no_libraries(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for place in (tmp_path, pipe, Path("/dev/null")):
        with pytest.raises(LibraryError, match="not a file"):
            Store(place)


def test_a_path_through_a_file_or_with_a_nul_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "file" / "news.library", "a\x00b"):
        with pytest.raises(LibraryError) as error:
            Store(place)
        one_line(error.value)


def test_a_message_holds_no_control_characters_of_the_file_name(tmp_path):
    with pytest.raises(LibraryError) as error:
        Store(tmp_path / "\x1b[31mred\n.library", create=False)
    assert "\x1b" not in one_line(error.value)


def test_a_file_name_may_hold_anything(tmp_path):
    for name in ("a?b#c%41 d.library", "ü\udce9.library"):
        with Store(tmp_path / name) as store:
            put(store, "/a")
        assert (tmp_path / name).exists()


def read_all(path: Path) -> None:
    """Opens a library of sixty articles and reads everything in it."""
    with Store(path) as store:
        store.entries([slot.id for slot in store.slots(View())])
        for id_ in range(1, 61):
            store.article(id_)


def test_a_damaged_library_gives_a_library_error_whatever_is_asked(tmp_path):
    path = tmp_path / "news.library"
    with Store(path) as store:
        for n in range(60):
            put(store, f"/{n}", f"word{n} " * 400, headline=f"h{n}")
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(1) * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(LibraryError) as error:
        read_all(path)
    one_line(error.value)


def test_a_library_cut_short_gives_a_library_error(tmp_path):
    path = tmp_path / "news.library"
    with Store(path) as store:
        for n in range(60):
            put(store, f"/{n}", f"word{n} " * 400)
    os.truncate(path, path.stat().st_size // 2)
    with pytest.raises(LibraryError) as error:
        read_all(path)
    one_line(error.value)


def test_a_damaged_article_does_not_keep_the_others_from_being_read(tmp_path):
    with Store(tmp_path / "news.library") as store:
        a, b = put(store, "/a"), put(store, "/b")
        store._db.run("UPDATE content SET paragraphs = x'00ff' WHERE id = ?", (a,))
        with pytest.raises(LibraryError, match="damaged"):
            store.article(a)
        assert store.article(b).text == "Some text."


def put_much(store: Store) -> None:
    """One batch that does not fit into a few pages."""
    with store.transaction():
        for n in range(200):
            store.put(document(f"/{n}", os.urandom(4000).hex()), Article(text=f"text {n}"))


def test_on_a_full_disk_writing_fails_in_one_line_and_nothing_stored_is_lost(tmp_path):
    with Store(tmp_path / "news.library") as store:
        kept = put(store, "/kept", "Kept.", headline="Kept")
        pages = store._db.value("PRAGMA page_count")
        store._db.value(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(LibraryError, match="disk is full") as error:
            put_much(store)
        one_line(error.value)
        assert store.count(View()) == (1, 1)
        assert store.article(kept).headline == "Kept"
        store._db.value("PRAGMA max_page_count = 100000")
        put(store, "/later")
        assert store.count(View()) == (2, 2)


def test_a_writer_waits_for_another_and_then_says_that_the_library_is_busy(tmp_path, monkeypatch):
    path = tmp_path / "news.library"
    monkeypatch.setattr(opening, "BUSY_MILLISECONDS", 50)
    with Store(path) as store:
        id_ = put(store, "/a")
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy) as error:
            store.mark([id_], read=True)
        one_line(error.value)
        assert store.count(View()) == (1, 1)  # reading never waits
        other.execute("ROLLBACK")
        other.close()
        store.mark([id_], read=True)
        assert store.count(View()) == (1, 0)


def test_adding_waits_longer_for_another_writer_than_a_person_would(tmp_path):
    with Store(tmp_path / "news.library") as store:
        waits = store._db.value("PRAGMA busy_timeout")
        with store.many():
            assert store._db.value("PRAGMA busy_timeout") >= 6 * waits
        assert store._db.value("PRAGMA busy_timeout") == waits


def test_closing_breaks_off_what_other_threads_are_asking(tmp_path):
    """In a program of its own: SQLite ends it where a connection is closed under a statement."""
    program = """if True:
        import sys, threading
        from reader.errors import LibraryError
        from reader.library.file.connection import Database

        COUNT = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 300) SELECT i, hex(i) FROM n"
        for _ in range(40):
            database = Database(sys.argv[1])
            asking = threading.Event()
            ended = []

            def ask():
                try:
                    while True:
                        database.rows(COUNT)
                        for _ in database.each(COUNT):
                            asking.set()
                except LibraryError:
                    ended.append(True)

            threads = [threading.Thread(target=ask) for _ in range(3)]
            for thread in threads:
                thread.start()
            asking.wait()
            database.close()
            for thread in threads:
                thread.join()
            assert len(ended) == 3
    """
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "news.library")], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_transaction_that_fails_leaves_nothing(tmp_path):
    with Store(tmp_path / "news.library") as store:
        with suppress(KeyboardInterrupt), store.transaction():
            put(store, "/a", "harbour")
            raise KeyboardInterrupt
        assert store.count(View()) == (0, 0)
        assert store.search("harbour") == []
        with store.transaction(), store.transaction():
            put(store, "/a", "harbour")
        assert store.count(View()) == (1, 1)


def test_a_closed_library_says_so(tmp_path):
    store = Store(tmp_path / "news.library")
    store.close()
    store.close()
    for ask in (lambda: store.count(View()), lambda: put(store, "/a"), lambda: store.slots(View())):
        with pytest.raises(LibraryError, match="closed"):
            ask()


def test_threads_have_connections_of_their_own_which_end_with_them(tmp_path):
    with Store(tmp_path / "news.library") as store:
        put(store, "/a")
        seen = []
        for _ in range(3):
            thread = threading.Thread(target=lambda: seen.append(store.count(View())))
            thread.start()
            thread.join()
        assert seen == [(1, 1)] * 3
        assert len(store._db._opened) <= 2


def test_a_reader_sees_whole_batches_only_while_another_program_adds(tmp_path):
    path = tmp_path / "news.library"
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from library_support import put\n"
        "from reader.library import Store\n"
        "with Store(sys.argv[2]) as store:\n"
        "    for batch in range(12):\n"
        "        with store.transaction():\n"
        "            for n in range(10): put(store, f'/{batch}/{n}', 'harbour')\n"
        "        print(batch, flush=True)\n"
    )
    with Store(path) as store:
        adding = subprocess.Popen(
            [sys.executable, "-c", script, str(Path(__file__).parent), str(path)], stdout=subprocess.PIPE, text=True
        )
        assert adding.stdout is not None
        marked = 0
        for line in adding.stdout:
            articles, _ = store.count(View())
            assert articles % 10 == 0
            assert articles >= 10 * (int(line) + 1)
            assert len(store.search("harb", limit=500)) >= articles - articles % 10
            store.mark([1 + marked], read=True)  # writes between the other's batches
            marked += 1
        assert adding.wait() == 0
        adding.stdout.close()
        assert store.count(View()) == (120, 120 - marked)


READING = """
import os, sys
sys.path.insert(0, sys.argv[1])
from library_support import put
from reader.article import View
from reader.errors import LibraryError
from reader.library import Store
import urllib.parse  # what pathlib of 3.13 loads late, when this user may no longer look into root's Python
if os.geteuid() == 0:  # for whom permissions do not count
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
with Store(sys.argv[2]) as store:
    assert store.count(View()) == (1, 1), store.count(View())
    assert store.article(1).text == "The harbour."
    assert store.search("harbour")
    assert len(store.slots(View(query="harbour", group="story"))) == 1
    try:
        put(store, "/b")
    except LibraryError as error:
        print(error)
    else:
        print("was written")
"""


@pytest.mark.parametrize("what", ["file", "folder", "both"])
def test_a_library_that_may_only_be_read_is_read_and_refuses_writing_in_one_line(what):
    folder = Path(tempfile.mkdtemp())  # not below pytest's own, into which nobody else may look
    try:
        path = folder / "news.library"
        with Store(path) as store:
            put(store, "/a", "The harbour.")
        if os.geteuid() == 0:
            for place in (folder, path):
                os.chown(place, 65534, 65534)
        path.chmod(0o444 if what in ("file", "both") else 0o644)
        folder.chmod(0o555 if what in ("folder", "both") else 0o755)
        done = subprocess.run(
            [sys.executable, "-c", READING, str(Path(__file__).parent), str(path)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.count("\n") == 1
        assert "it cannot be" in done.stdout
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_the_caches_of_threads_beside_the_main_one_are_small(tmp_path):
    with Store(tmp_path / "news.library") as store:
        sizes = []

        def look() -> None:
            sizes.extend(store._db.rows("PRAGMA cache_size"))

        look()
        aside = threading.Thread(target=look)
        aside.start()
        aside.join()
    (own,), (beside,) = sizes
    assert own < beside < 0, "in KiB, below zero"


def test_prepared_statements_of_threads_beside_the_main_one_are_few(tmp_path, monkeypatch):
    kept, connect = [], sqlite3.connect

    def noted(*arguments: object, **how: object) -> sqlite3.Connection:
        kept.append(how["cached_statements"])
        return connect(*arguments, **how)

    with Store(tmp_path / "news.library") as store:
        monkeypatch.setattr(sqlite3, "connect", noted)
        aside = threading.Thread(target=store.outlets)
        aside.start()
        aside.join()
    assert kept
    assert max(kept) <= 24
