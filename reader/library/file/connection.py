"""The library's connections: one a thread, their errors turned into ours.

Here: statements and transactions. Not here: how a file is opened (`opening.py`), what each sqlite3 error means to a
person (`failures.py`), the schema (`schema.py`), and any statement about articles.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from reader.errors import LibraryError, LibraryReadOnly
from reader.library.file import opening, schema
from reader.library.file.failures import FAILURES, failure, hindrance, named, translate
from reader.library.recent import Recent

Row = tuple[Any, ...]
Params = Sequence[Any]
_T = TypeVar("_T")

_MANY_KIB = 32_000
"""The cache of a connection that adds: postings of all over the file are read and written."""
_UNNOTICED = 20
"""Milliseconds."""
_PATIENCE = 6
"""How many times as long it waits for another writer: one that adds, too, leaves it little room, and nobody sits by."""


_AT_ONCE = 128
"""Rows that are found at once where many are wanted; of those that are wanted first, few."""
_ENOUGH = 1.0
"""Seconds that closing waits for what another thread is asking: it is broken off, but not where it waits for a lock."""


class _OfThread(NamedTuple):
    """A connection, whose it is, and what its thread holds while it is in use."""

    thread: threading.Thread
    connection: sqlite3.Connection
    in_use: threading.RLock


class Database:
    """A library file: statements run on the calling thread's own connection."""

    def __init__(self, path: Path | str, *, create: bool = True) -> None:
        self.path = Path(path)
        self._local = threading.local()
        self._lock = threading.Lock()
        self._opened: list[_OfThread] = []
        self._closed = False
        made = opening.check(self.path, create=create)
        self.private = opening.keep_private(self.path)
        """False: others can read the file, and we may not change that."""
        try:
            self._prepare(create)
        except LibraryError as error:
            self.close()
            if not made:
                raise
            self._unmake(error)
            raise

    def _prepare(self, create: bool) -> None:
        """Make sure that the tables are up to date."""
        try:
            schema.prepare(self.connection, named(self.path), create=create)
        except FAILURES as error:
            ours = translate(error, self.path)
            if isinstance(ours, LibraryReadOnly) and self.path.stat().st_size:
                raise opening.outdated(self.path, ours) from error
            raise ours from error

    def _unmake(self, error: LibraryError) -> None:
        """Remove the empty file of a library for which there was no room."""
        with suppress(OSError):
            if isinstance(error, LibraryReadOnly) and not self.path.stat().st_size:
                for end in ("", *opening.BESIDE):
                    Path(f"{self.path}{end}").unlink(missing_ok=True)

    @property
    def connection(self) -> sqlite3.Connection:
        """The calling thread's connection, opened when first asked for."""
        opened: opening.Opened | None = getattr(self._local, "opened", None)
        if opened is not None and opened.frozen is not None and opened.frozen != opening.state(self.path):
            opened = None  # somebody has written to it after all
        return (opened or self._open()).connection

    def _check_open(self) -> None:
        """Nothing more is asked of a library that has been closed."""
        if self._closed:
            raise failure(self.path, "it has been closed")

    def _open(self) -> opening.Opened:
        """A connection for the calling thread."""
        self._check_open()
        opened: opening.Opened = opening.connect(self.path)
        self._local.opened = opened
        self._remember(opened.connection)
        return opened

    def hurry(self) -> None:
        """The calling thread, for which a person waits, waits for others that write no longer than is noticed."""
        self.run(f"PRAGMA busy_timeout = {_UNNOTICED}")

    @contextmanager
    def many(self) -> Iterator[None]:
        """Inside, the calling thread remembers what it has read and written, as adding to a large library wants, and
        waits longer for others that write.
        """
        before, patience = self.value("PRAGMA cache_size"), self.value("PRAGMA busy_timeout")
        self.run(f"PRAGMA cache_size = -{_MANY_KIB}")
        self.run(f"PRAGMA busy_timeout = {_PATIENCE * patience}")
        self._local.recent = Recent()
        try:
            yield
        finally:
            self._local.recent = None
            self.run(f"PRAGMA cache_size = {before}")
            self.run(f"PRAGMA busy_timeout = {patience}")

    @property
    def recent(self) -> Recent | None:
        """What is remembered; None where nothing is, or where another program may write meanwhile."""
        return getattr(self._local, "recent", None) if getattr(self._local, "inside", False) else None

    def _refresh_recent(self) -> None:
        """At the beginning of a transaction: forget what others have changed since."""
        recent: Recent | None = getattr(self._local, "recent", None)
        if recent is not None:
            version = (id(self.connection), self.value("PRAGMA data_version"))
            if version != getattr(self._local, "version", None):
                recent.forget()
            self._local.version = version
            recent.trim()

    def notices(self) -> list[str]:
        """What a person should know about the file, one line each."""
        why = self.hindrance()
        found = [f"{why}: nothing that is marked or added can be kept"] if why else []
        return found if self.private else [*found, "others can read this library, and its owner alone can help it"]

    def hindrance(self) -> str:
        """Why nothing can be written, for a person; '' when it can."""
        self.connection  # noqa: B018  (opens it)
        return "" if self._local.opened.writes else hindrance(self.path) or "it cannot be written to"

    def _remember(self, connection: sqlite3.Connection) -> None:
        """Keep the connection for `close`, and close those whose threads have ended."""
        if not hasattr(self._local, "in_use"):
            self._local.in_use = threading.RLock()
        with self._lock:
            ended = [one for one in self._opened if not one.thread.is_alive()]
            self._opened = [one for one in self._opened if one.thread.is_alive()]
            self._opened.append(_OfThread(threading.current_thread(), connection, self._local.in_use))
        for old in ended:
            old.connection.close()

    def close(self) -> None:
        """Close the connections of all threads; calling it again does nothing.

        One that another thread is using is closed when it has been broken off: SQLite does not bear it before. Where it
        cannot be broken off in time, it is left to its thread.
        """
        self._closed = True
        with self._lock:
            opened, self._opened = self._opened, []
        for one in opened:
            if not one.in_use.acquire(blocking=False):
                one.connection.interrupt()
                if not one.in_use.acquire(timeout=_ENOUGH):
                    continue
            try:
                one.connection.close()
            finally:
                one.in_use.release()

    @contextmanager
    def _used(self, sql: str) -> Iterator[sqlite3.Connection]:
        """The calling thread's connection, while it runs this statement: nobody closes it, and its errors are ours."""
        try:
            connection = self.connection
            with self._local.in_use:
                self._check_open()
                yield connection
        except FAILURES as error:
            raise translate(error, self.path, sql) from error

    def run(self, sql: str, params: Params = ()) -> int:
        """Run one statement. Returns the number of rows changed."""
        with self._used(sql) as connection:
            return connection.execute(sql, params).rowcount

    def insert(self, sql: str, params: Params = ()) -> int:
        """Run one INSERT. Returns the id of the new row."""
        with self._used(sql) as connection:
            return int(connection.execute(sql, params).lastrowid or 0)

    def run_many(self, sql: str, many: Iterable[Params]) -> int:
        """Run one statement for each of the parameters. Returns the number of rows changed."""
        with self._used(sql) as connection:
            return connection.executemany(sql, many).rowcount

    def rows(self, sql: str, params: Params = ()) -> list[Row]:
        """All rows of a query."""
        with self._used(sql) as connection:
            return connection.execute(sql, params).fetchall()

    def row(self, sql: str, params: Params = ()) -> Row | None:
        """The first row of a query, or None."""
        with self._used(sql) as connection:
            found: Row | None = connection.execute(sql, params).fetchone()
            return found

    def rows_in(self, sql: str, wanted: Iterable[Any], *before: Any) -> list[Row]:
        """All rows of a query that ends in `IN ({})`, for however much is wanted. before: its other parameters."""
        return [
            row for some in chunks(list(wanted)) for row in self.rows(sql.format(marks(len(some))), (*before, *some))
        ]

    def value(self, sql: str, params: Params = ()) -> Any:
        """The first column of the first row; None when there is no row."""
        found = self.row(sql, params)
        return None if found is None else found[0]

    def each(self, sql: str, params: Params = ()) -> Iterator[Row]:
        """The rows of a query as they are found: stopping early saves the rest."""
        with self._used(sql) as connection:
            cursor = connection.execute(sql, params)
        try:
            try:
                size = 1
                while True:
                    with self._local.in_use:
                        self._check_open()
                        found = cursor.fetchmany(size)
                    if not found:
                        return
                    yield from found
                    size = min(2 * size, _AT_ONCE)
            finally:
                with self._local.in_use:
                    cursor.close()
        except FAILURES as error:
            raise translate(error, self.path, sql) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. One inside another is part of it.

        When an inner one fails after it has written something, the outer one can only be taken back as a whole, even if
        the error is caught between the two. (Savepoints would do better, but see `at_end`.)
        """
        if getattr(self._local, "inside", False):
            yield from self._inner()
            return
        opened: opening.Opened | None = getattr(self._local, "opened", None)
        if opened is not None and not opened.writes:
            self._open()  # there may be room by now
        self.run("BEGIN IMMEDIATE")
        self._local.inside, self._local.broken, self._local.at_end = True, False, []
        try:
            self._refresh_recent()
            yield
            if self._local.broken:
                raise failure(self.path, "a part of the work failed, so all of it was undone")
            self._commit()
        except BaseException:
            if self.connection.in_transaction:  # a full disk may have rolled it back already
                self.run("ROLLBACK")
            if self.recent:
                self.recent.forget()
            raise
        finally:
            self._local.inside = False

    def _commit(self) -> None:
        for sql, several in groupby(self._local.at_end, key=itemgetter(0)):
            self.run_many(sql, (params for _, params in several))
        self.run("COMMIT")

    def at_end(self, sql: str, params: Params) -> None:
        """Run a statement when the transaction ends, after all others.

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


def chunks(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """The items in slices short enough for the parameters of one statement (SQLite takes at least 999)."""
    for start in range(0, len(items), 500):
        yield items[start : start + 500]


def marks(count: int) -> str:
    """That many parameter marks: `?,?,?`."""
    return ",".join("?" * count)
