"""reader.library.file.opening: a full disk, a folder only for reading, a log that was left over; who may read the file."""

from __future__ import annotations

import collections
import os
import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from library_support import put, small_disk

from reader.article import View
from reader.errors import LibraryError, LibraryReadOnly, NoLibrary
from reader.library import Store
from reader.library.file import opening, schema


def a_library(path: Path, articles: int = 1) -> Path:
    """A library of one article, or of two that are one story."""
    with Store(path) as store:
        ids = [put(store, place, "The harbour.", headline="Harbour") for place in ("/a", "/b")[:articles]]
        store.set_story(ids)
    return path


def fill(folder: Path) -> Path:
    """Takes all the room of the disk that a folder is on: the file that has it."""
    path = folder / "fill"
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    return path


def mode(path: Path) -> int:
    """The permissions of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


def test_on_a_disk_without_a_free_byte_everything_is_read_and_marks_say_that_it_is_full(tmp_path):
    with small_disk(tmp_path) as disk:
        path = a_library(disk / "news.library")
        full = fill(disk)
        with Store(path) as store:
            assert store.count(View()) == (1, 1)
            assert store.article(1).text == "The harbour."
            assert store.search("harbour")
            assert [notice.partition(":")[0] for notice in store.notices()] == ["the disk is full"]
            with pytest.raises(LibraryReadOnly) as error:
                store.mark([1], read=True)
            assert error.value.reason == "the disk is full"
            full.unlink()
            store.mark([1], read=True)  # as soon as there is room
            assert store.count(View()) == (1, 0)
            assert store.notices() == []


def test_a_library_for_which_there_is_no_room_leaves_nothing_behind(tmp_path):
    with small_disk(tmp_path) as disk:
        full = fill(disk)
        with pytest.raises(LibraryReadOnly, match="the disk is full"):
            Store(disk / "news.library")
        assert list(disk.iterdir()) == [full]


def test_a_disk_that_fills_while_the_library_is_open_hides_nothing(tmp_path):
    with small_disk(tmp_path) as disk, Store(a_library(disk / "news.library")) as store:
        fill(disk)
        texts = (os.urandom(2000).hex() for _ in range(100))
        with pytest.raises(LibraryError) as error:
            collections.deque((put(store, text[:9], text) for text in texts), maxlen=0)
        assert error.value.reason == "the disk is full"
        assert store.article(1).text == "The harbour."


NO_GROWTH = (
    "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0));"
    "from reader.cli import main; main()"
)


def run_without_growth(*arguments: object) -> subprocess.CompletedProcess[str]:
    """A command that may not write a byte to any file."""
    return subprocess.run(
        [sys.executable, "-c", NO_GROWTH, *map(str, arguments)], capture_output=True, text=True, check=False
    )


@pytest.mark.no_cover
def test_without_a_byte_that_may_be_written_commands_read_and_those_that_write_say_why_not(tmp_path):
    path = a_library(tmp_path / "news.library", articles=2)
    for command in (["list"], ["show", 1], ["search", "harbour"]):
        done = run_without_growth(*command, "--library", path)
        assert (done.returncode, done.stderr) == (0, "")
        assert "arbour" in done.stdout
    done = run_without_growth("split", 1, "--library", path)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "it cannot be written to: no file may grow any larger here" in done.stderr


def crash(path: Path) -> None:
    """A program that adds an article and ends without closing the library: what it wrote is in the log alone."""
    script = (
        "import os, sys; sys.path.insert(0, sys.argv[1])\n"
        "from library_support import put\n"
        "from reader.library import Store\n"
        "store = Store(sys.argv[2])\n"
        "put(store, '/later', 'The ferry.')\n"
        "os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(Path(__file__).parent), str(path)], check=True)
    assert Path(f"{path}-wal").stat().st_size


def test_what_a_log_that_was_left_over_holds_is_read_from_a_full_disk(tmp_path):
    with small_disk(tmp_path) as disk:
        path = a_library(disk / "news.library")
        crash(path)
        Path(f"{path}-shm").unlink()
        fill(disk)
        with Store(path) as store:
            assert store.count(View()) == (2, 2)


def test_a_log_that_cannot_be_read_is_not_passed_over_in_silence(tmp_path, monkeypatch):
    path = a_library(tmp_path / "news.library")
    crash(path)
    connect = opening._connect

    def only_as_it_is(address):
        if "immutable" not in address:
            raise opening.sqlite3.OperationalError("unable to open database file")
        return connect(address)

    monkeypatch.setattr(opening, "_connect", only_as_it_is)
    monkeypatch.setattr(opening, "_settle", lambda address: None)
    with pytest.raises(LibraryError, match=r"what was stored last is still in news\.library-wal"):
        Store(path)


def test_a_file_shown_as_it_is_is_opened_anew_when_somebody_writes_to_it(tmp_path, monkeypatch):
    path = a_library(tmp_path / "news.library")
    connect = opening._connect

    def only_as_it_is(address):
        if "immutable" not in address:
            raise opening.sqlite3.OperationalError("unable to open database file")
        return connect(address)

    with monkeypatch.context() as patched:
        patched.setattr(opening, "_connect", only_as_it_is)
        store = Store(path)
        assert store.count(View()) == (1, 1)
    with Store(path) as other:
        put(other, "/b")
    assert store.count(View()) == (2, 2)
    store.close()


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_a_library_and_its_folders_are_its_owners_alone(tmp_path, umask):
    before = os.umask(umask)
    try:
        store = Store(tmp_path / "deep" / "er" / "news.library")
        put(store, "/a")
        made = [path for path in sorted(tmp_path.rglob("*")) if path.is_file()]
        assert [path.name for path in made] == ["news.library", "news.library-shm", "news.library-wal"]
        assert {mode(path) for path in made} == {0o600}
        assert {mode(tmp_path / "deep"), mode(tmp_path / "deep" / "er")} == {0o700}
        store.close()
    finally:
        os.umask(before)


def test_a_library_of_ours_that_others_can_read_is_mended_with_what_is_beside_it(tmp_path):
    path = a_library(tmp_path / "news.library")
    crash(path)
    beside = [path, Path(f"{path}-wal"), Path(f"{path}-shm")]
    for place in beside:
        place.chmod(0o644)
    with Store(path) as store:
        assert {mode(place) for place in beside} == {0o600}
        assert store.notices() == []


def test_a_library_of_somebody_else_that_others_can_read_is_said_to_be_so(tmp_path, monkeypatch):
    path = a_library(tmp_path / "news.library")
    path.chmod(0o644)
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    with Store(path) as store:
        assert store.notices() == ["others can read this library, and its owner alone can help it"]


def test_without_leave_to_create_nothing_is_created(tmp_path):
    (tmp_path / "empty").touch()
    for place in ("missing", "not/there/either", "empty"):
        with pytest.raises(NoLibrary):
            Store(tmp_path / place, create=False)
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]
    assert (tmp_path / "empty").stat().st_size == 0


def test_an_older_library_that_may_only_be_read_says_what_cannot_be_done(tmp_path, monkeypatch):
    path = a_library(tmp_path / "news.library")
    connect = opening._connect

    def only_reading(address):
        connection = connect(address)
        connection.execute("PRAGMA query_only = ON")
        return connection

    monkeypatch.setattr(opening, "_connect", only_reading)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, lambda connection: None))
    with pytest.raises(LibraryReadOnly, match="made by an older version of reader, and cannot be brought up"):
        Store(path)
