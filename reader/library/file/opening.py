"""Opening a library's file: what may be opened at all, and the ways to do it where nothing can be written.

Here: one connection to the file, with our settings. Not here: which thread has it and what it is asked
(`connection.py`), the tables and the versions that are read (`schema.py`).
"""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from reader.errors import LibraryError, NoLibrary, ReaderError
from reader.library.file.failures import FAILURES, failure, hindrance, named, translate
from reader.private import make_file, make_folder, mend
from reader.safety import plain_line

BUSY_MILLISECONDS = 10_000
"""How long a writer waits for another one. A batch of adding holds the library for well under a second."""

_HERE = (4_000, 256)
"""The main thread's cache, in KiB, and how many prepared statements it keeps."""
_BESIDE_IT = (1_000, 24)
"""Those of every other thread: each would come to hold the library's common pages once more, and queries for many
articles, which come in as many lengths, at 10 to 15 KiB a statement."""

_SIGNATURE = b"SQLite format 3\x00"
BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside the file while it is open: what was written last, and who reads how much of it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection, and what it can do."""

    connection: sqlite3.Connection
    writes: bool
    frozen: tuple[int, ...] | None = None
    """The state of the file that it shows, if SQLite does not look whether others change it; see `state`."""


def check(path: Path, *, create: bool) -> bool:
    """Refuse what SQLite would hang on, overwrite, or create unasked. Returns whether a file was made."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise failure(path, "it is not a file")
        with path.open("rb") as file:
            start = file.read(len(_SIGNATURE))
        if not start and not create:
            raise failure(path, "it is empty and holds no library", NoLibrary)
        if start and start != _SIGNATURE:
            raise failure(path, "it is not a library")
        return False
    except FileNotFoundError:
        if not create:
            raise NoLibrary(f"{plain_line(str(path))}: no library there", "no library there") from None
    except (OSError, ValueError) as error:
        raise failure(path, getattr(error, "strerror", None) or str(error)) from None
    try:
        make_folder(path.absolute().parent)
        return make_file(path)
    except OSError as error:
        raise failure(path, error.strerror or str(error)) from None


def keep_private(path: Path) -> bool:
    """Keep others from reading the file and those beside it. Returns False where that is not ours to change."""
    return all([mend(path), *(mend(Path(f"{path}{end}")) for end in BESIDE)])


def state(path: Path) -> tuple[int, ...]:
    """What changes when anybody writes to the library."""
    return (*_state_of(path), *_state_of(Path(f"{path}-wal")))


def _state_of(path: Path) -> tuple[int, ...]:
    try:
        status = path.stat()
    except OSError:
        return (0, 0, 0)
    # An empty log is made by whoever tries to open the file, and says nothing.
    return (status.st_ino, status.st_size, status.st_mtime_ns) if status.st_size else (0, 0, 0)


def connect(path: Path) -> Opened:
    """A connection that can write if the file can be written, else one that can read.

    Without room or permission for the files beside it, SQLite opens a file only as one that nobody changes. That shows
    all of it if nothing is left in the write-ahead log; if there is, the log is written into the file first, and where
    even that cannot be the file is refused rather than shown as it was.
    """
    address = path.absolute().as_uri()
    refusals: list[ReaderError] = []
    for way in ("?mode=rw", "?mode=ro"):
        if connection := _try_to_connect(address + way, path, refusals):
            return Opened(connection, way == "?mode=rw" and os.access(path, os.W_OK))
    if _has_log(path):
        _settle(address)
    before = state(path)
    if _has_log(path):
        why = hindrance(path) or "nothing can be written beside it"
        raise failure(path, f"{why}; what was stored last is still in {plain_line(path.name)}-wal: make room for both")
    if connection := _try_to_connect(address + "?immutable=1", path, refusals):
        return Opened(connection, False, before)
    raise refusals[0]


def _has_log(path: Path) -> bool:
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def _settle(address: str) -> None:
    """Write the log into the file, if nobody else has it open: alone with it, SQLite needs no lock file."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{address}?mode=rw", uri=True)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _try_to_connect(address: str, path: Path, refusals: list[ReaderError]) -> sqlite3.Connection | None:
    """A connection; None, with the reason added, when another way of opening the file might do."""
    try:
        return _connect(address)
    except FAILURES as error:
        refusal = translate(error, path)
        said = str(error).lower()
        if not any(words in said for words in ("readonly", "unable to open", "disk i/o error", "is full")):
            raise refusal from error
        refusals.append(refusal)
        return None


def _connect(address: str) -> sqlite3.Connection:
    kib, statements = _HERE if threading.current_thread() is threading.main_thread() else _BESIDE_IT
    connection = sqlite3.connect(
        address,
        uri=True,
        timeout=BUSY_MILLISECONDS / 1000,
        isolation_level=None,  # transactions are begun and ended in one place: Database.transaction
        check_same_thread=False,  # each is used by one thread, but closed by whichever closes the library
        cached_statements=statements,
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA cache_size = -{kib}")
        connection.execute("PRAGMA synchronous = NORMAL")  # with WAL a crash may cost the last seconds, never the file
        connection.execute("PRAGMA user_version").fetchone()  # reads the file: here it shows what it is
    except BaseException:
        connection.close()
        raise
    return connection


def outdated(path: Path, error: LibraryError) -> LibraryError:
    """The error of a library of an older version that could not be brought up to date."""
    reason = f"made by an older version of reader, and cannot be brought up to date: {error.reason}"
    return type(error)(f"{named(path)}: {reason}", reason)
