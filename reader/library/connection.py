"""The SQLite connection: one a thread, opened with our settings, its errors turned into ours.

Here: opening (also of read-only files), statements, transactions, what each sqlite3 error means to a person.
Not here: the schema (`schema.py`), and any statement about articles.
"""

from __future__ import annotations

import sqlite3
import stat
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from reader.errors import LibraryBusy, LibraryError, NotFound, ReaderError
from reader.library import schema
from reader.safety import plain_line

Row = tuple[Any, ...]
Params = Sequence[Any]
_T = TypeVar("_T")

BUSY_MILLISECONDS = 10_000
"""How long a writer waits for another one. A batch of adding holds the library for well under a second."""

_SIGNATURE = b"SQLite format 3\x00"

_MEANINGS = (
    ("database or disk is full", LibraryError, "the disk is full"),
    ("readonly database", LibraryError, "it cannot be written to"),
    ("unable to open database file", LibraryError, "it cannot be opened or written to"),
    ("is not a database", LibraryError, "it is not a library"),
    ("malformed", LibraryError, "it is damaged"),
    ("disk i/o error", LibraryError, "the disk reports an error"),
    ("closed", LibraryError, "it has been closed"),
    ("locked", LibraryBusy, "another program is writing to it"),
    ("busy", LibraryBusy, "another program is writing to it"),
)


def named(path: Path) -> str:
    """A library's file as messages begin: a file name may hold anything, also control characters."""
    return f"library {plain_line(str(path))}"


def translate(error: Exception, path: Path) -> ReaderError:
    """Our error for one of sqlite3's (or of Python's on the way there): one line that names the file."""
    if isinstance(error, OverflowError):  # of all numbers only those of articles and stories come from outside
        return NotFound(f"{named(path)}: no article or story has so large a number")
    if isinstance(error, UnicodeError):
        return LibraryError(f"{named(path)}: a text holds characters that cannot be stored")
    said = str(error).lower()
    for words, kind, meaning in _MEANINGS:
        if words in said:
            return kind(f"{named(path)}: {meaning}")
    return LibraryError(f"{named(path)}: {plain_line(str(error))}")


_FAILURES = (sqlite3.Error, sqlite3.Warning, OverflowError, UnicodeError)


class Database:
    """A library file: statements run on the calling thread's own connection."""

    def __init__(self, path: Path | str, *, create: bool = True) -> None:
        self.path = Path(path)
        self._local = threading.local()
        self._lock = threading.Lock()
        self._opened: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._closed = False
        self._check_place(create)
        try:
            schema.prepare(self.connection, named(self.path))
        except _FAILURES as error:
            self.close()
            raise translate(error, self.path) from error
        except ReaderError:
            self.close()
            raise

    def _check_place(self, create: bool) -> None:
        """Refuses what SQLite would hang on, write over, or create where nothing was asked for."""
        try:
            status = self.path.stat()
            if not stat.S_ISREG(status.st_mode):
                raise LibraryError(f"{named(self.path)}: it is not a file")
            with self.path.open("rb") as file:
                start = file.read(len(_SIGNATURE))
        except FileNotFoundError:
            if not create:
                raise LibraryError(f"no library at {plain_line(str(self.path))}") from None
            self._make_folder()
        except (OSError, ValueError) as error:
            raise LibraryError(f"{named(self.path)}: {getattr(error, 'strerror', None) or error}") from None
        else:
            if not start and not create:
                raise LibraryError(f"{named(self.path)}: it is empty")
            if start and start != _SIGNATURE:
                raise LibraryError(f"{named(self.path)}: it is not a library")

    def _make_folder(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"{named(self.path)}: {error.strerror}") from None

    @property
    def connection(self) -> sqlite3.Connection:
        """The calling thread's connection, opened when first asked for."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            if self._closed:
                raise LibraryError(f"{named(self.path)}: it has been closed")
            connection = self._local.connection = _open(self.path)
            self._remember(connection)
        return connection

    def _remember(self, connection: sqlite3.Connection) -> None:
        """Keeps the connection for `close`, and closes those whose threads have ended."""
        with self._lock:
            ended = [c for thread, c in self._opened if not thread.is_alive()]
            self._opened = [(thread, c) for thread, c in self._opened if thread.is_alive()]
            self._opened.append((threading.current_thread(), connection))
        for old in ended:
            old.close()

    def close(self) -> None:
        """Closes the connections of all threads; a second time does nothing."""
        self._closed = True
        with self._lock:
            opened, self._opened = self._opened, []
        for _, connection in opened:
            connection.close()

    def run(self, sql: str, params: Params = ()) -> int:
        """Runs one statement: the number of rows it changed."""
        try:
            return self.connection.execute(sql, params).rowcount
        except _FAILURES as error:
            raise translate(error, self.path) from error

    def insert(self, sql: str, params: Params = ()) -> int:
        """Runs one INSERT: the id of the new row."""
        try:
            return int(self.connection.execute(sql, params).lastrowid or 0)
        except _FAILURES as error:
            raise translate(error, self.path) from error

    def run_many(self, sql: str, many: Iterable[Params]) -> int:
        """Runs one statement for each of the parameters: the number of rows changed."""
        try:
            return self.connection.executemany(sql, many).rowcount
        except _FAILURES as error:
            raise translate(error, self.path) from error

    def rows(self, sql: str, params: Params = ()) -> list[Row]:
        """All rows of a query."""
        try:
            return self.connection.execute(sql, params).fetchall()
        except _FAILURES as error:
            raise translate(error, self.path) from error

    def row(self, sql: str, params: Params = ()) -> Row | None:
        """The first row of a query, or None."""
        try:
            found: Row | None = self.connection.execute(sql, params).fetchone()
        except _FAILURES as error:
            raise translate(error, self.path) from error
        return found

    def value(self, sql: str, params: Params = ()) -> Any:
        """The first column of the first row; None when there is no row."""
        found = self.row(sql, params)
        return None if found is None else found[0]

    def each(self, sql: str, params: Params = ()) -> Iterator[Row]:
        """The rows of a query as they are found: stopping early spares the rest."""
        try:
            cursor = self.connection.execute(sql, params)
            try:
                yield from cursor
            finally:
                cursor.close()
        except _FAILURES as error:
            raise translate(error, self.path) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. One inside another is part of it.

        When an inner one fails after it has written something, the outer one can only be taken back as a whole, even if
        the error is caught between the two. (Savepoints would do better, but see `at_end`.)
        """
        if getattr(self._local, "inside", False):
            yield from self._inner()
            return
        self.run("BEGIN IMMEDIATE")
        self._local.inside, self._local.broken, self._local.at_end = True, False, []
        try:
            yield
            if self._local.broken:
                raise LibraryError(f"{named(self.path)}: a part of the work failed, so the whole of it was taken back")
            for sql, params in self._local.at_end:
                self.run(sql, params)
            self.run("COMMIT")
        except BaseException:
            if self.connection.in_transaction:  # a full disk may have rolled it back already
                self.run("ROLLBACK")
            raise
        finally:
            self._local.inside = False

    def at_end(self, sql: str, params: Params) -> None:
        """Runs a statement when the transaction ends, after all others.

        For the full-text index. FTS5 collects what it is fed with and writes it when the transaction ends, but also at
        every savepoint, and SQLite sets one inside most statements that fire a trigger: a segment for each article
        would take longer than all the rest of adding it.
        """
        self._local.at_end.append((sql, params))

    def _inner(self) -> Iterator[None]:
        """A transaction inside another."""
        before = self.connection.total_changes
        try:
            yield
        except BaseException:
            self._local.broken = self._local.broken or self.connection.total_changes != before
            raise


def chunks(items: Sequence[_T], size: int = 500) -> Iterator[Sequence[_T]]:
    """The items in slices short enough for the parameters of one statement (SQLite takes at least 999)."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def marks(count: int) -> str:
    """So many parameter marks: `?,?,?`."""
    return ",".join("?" * count)


def _open(path: Path) -> sqlite3.Connection:
    """A connection that can write if the file can be written, else one that can read."""
    address = path.absolute().as_uri()
    ways = ["?mode=rwc", "?mode=ro"]
    journal = Path(f"{path}-wal")
    if path.exists() and not (journal.exists() and journal.stat().st_size):
        ways.append("?immutable=1")  # for a disk only for reading, where SQLite cannot make its lock files
    refusals: list[ReaderError] = []
    for way in ways:
        connection = _try_to_open(address + way, path, refusals)
        if connection is not None:
            return connection
    raise refusals[0]


def _try_to_open(address: str, path: Path, refusals: list[ReaderError]) -> sqlite3.Connection | None:
    """A connection; None, with the reason added, when another way of opening the file might do."""
    try:
        return _connect(address)
    except _FAILURES as error:
        refusal = translate(error, path)
        if "readonly" not in str(error) and "unable to open" not in str(error):
            raise refusal from error
        refusals.append(refusal)
        return None


def _connect(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address,
        uri=True,
        timeout=BUSY_MILLISECONDS / 1000,
        isolation_level=None,  # transactions are begun and ended in one place: Database.transaction
        check_same_thread=False,  # each is used by one thread, but closed by whichever closes the library
        cached_statements=256,
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -32000")
        connection.execute("PRAGMA synchronous = NORMAL")  # with WAL a crash may cost the last seconds, never the file
        connection.execute("PRAGMA user_version").fetchone()  # reads the file: here it shows what it is
    except BaseException:
        connection.close()
        raise
    return connection
