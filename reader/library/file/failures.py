"""What went wrong with a library's file, in words for a person.

Here: our error for each of sqlite3's, and why a file cannot be written. Not here: opening it (`opening.py`) and the
statements (`connection.py`).
"""

from __future__ import annotations

import errno
import os
import re
import sqlite3
import struct
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import (
    ArticleDamaged,
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    LibraryReadOnly,
    NotFound,
    ReaderError,
)
from reader.safety import plain_line

FAILURES = (sqlite3.Error, sqlite3.Warning, OverflowError, UnicodeError)
"""What a statement may raise."""

FULL = "the disk is full"
DAMAGED = "it is damaged"
_NO_INDEX = "its search index is damaged; `reader reclean` rebuilds it"

_MEANINGS: tuple[tuple[str, type[LibraryError], str], ...] = (
    ("database or disk is full", LibraryReadOnly, FULL),
    ("readonly database", LibraryReadOnly, "it cannot be written to"),
    ("unable to open database file", LibraryReadOnly, "it cannot be opened or written to"),
    ("disk i/o error", LibraryError, "the disk reports an error"),
    ("is not a database", LibraryError, "it is not a library"),
    ("closed", LibraryError, "it has been closed"),
    ("locked", LibraryBusy, "another program is writing to it"),
    ("busy", LibraryBusy, "another program is writing to it"),
    ("out of memory", LibraryError, "there is not enough memory"),
)
_MAY_BE_THE_DISK = (*(words for words, kind, _ in _MEANINGS if kind is LibraryReadOnly), "disk i/o error")

_OF_THE_INDEX = re.compile(r"\b(?:FROM|INTO) search\b")


def named(path: Path) -> str:
    """How messages name a library's file: a file name may hold anything, even control characters."""
    return f"library {plain_line(str(path))}"


def failure(path: Path, reason: str, kind: type[LibraryError] = LibraryError) -> LibraryError:
    """The error that says what is wrong with the file."""
    return kind(f"{named(path)}: {reason}", reason)


def translate(error: Exception, path: Path, sql: str = "") -> ReaderError:
    """Our error for one of sqlite3's (or of Python's on the way there): one line that names the file.

    sql: the statement that failed. Any message of SQLite's that is not known here is taken for damage: the
    tables are not as we made them.
    """
    if isinstance(error, OverflowError):  # of all numbers only those of articles and stories come from outside
        return NotFound(f"{named(path)}: no article or story has so large a number")
    if isinstance(error, UnicodeError):
        return failure(path, "a text holds characters that cannot be stored")
    said = str(error).lower()
    for words, kind, meaning in _MEANINGS:
        if words in said:
            why = hindrance(path) if words in _MAY_BE_THE_DISK else ""
            return failure(path, why or meaning, LibraryReadOnly if why else kind)
    return failure(path, _NO_INDEX if _OF_THE_INDEX.search(sql) else DAMAGED, LibraryDamaged)


@contextmanager
def sound(path: Path, what: str = "an article") -> Iterator[None]:
    """Report values that cannot be made into nouns as damage to `what`."""
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, struct.error, zlib.error) as error:
        raise failure(path, f"{what} in it is damaged", ArticleDamaged) from error


def texts(*values: object) -> None:
    """Refuse what is neither text nor None: SQLite returns whatever a column holds. Raises TypeError."""
    if not all(value is None or isinstance(value, str) for value in values):
        raise TypeError("no text")


def hindrance(path: Path) -> str:
    """Why a library's file cannot be written to; '' when nothing that can be seen from here is in the way."""
    folder = path.absolute().parent
    try:
        # More than SQLite needs for its lock file, which is the first to find no room.
        with tempfile.TemporaryFile(dir=folder, buffering=0) as file:
            for _ in range(16):
                file.write(b"\1" * 4096)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return FULL
        if error.errno == errno.EFBIG:
            return "it cannot be written to: no file may grow any larger here"
        if error.errno == errno.EROFS:
            return "it cannot be written to: the file system is read-only"
        if error.errno in (errno.EACCES, errno.EPERM):
            return "it cannot be written to: its folder is read-only"
    if path.exists() and not os.access(path, os.W_OK):
        return "it cannot be written to: the file is read-only"
    return ""
