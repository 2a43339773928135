"""What the tests of the library share: documents and articles made in one line."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from reader.article import Article, RawDocument
from reader.library import Store
from reader.library.file import schema


def document(identity: str, raw: str = "raw", **said: Any) -> RawDocument:
    """A document of these bytes."""
    return RawDocument(identity=identity, text=raw, data=raw.encode(), source=identity, **said)


def put(store: Store, identity: str, text: str = "Some text.", raw: str = "raw", **fields: Any) -> int:
    """Puts an article of these fields: its id."""
    return store.put(document(identity, raw), Article(text=text, **fields))[0]


def older_file(path: Path, version: int, *more: str) -> None:
    """A library file as the tables were in that version, with a marked article and what more statements put into it."""
    with pytest.MonkeyPatch.context() as older, closing(sqlite3.connect(path, isolation_level=None)) as connection:
        older.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:version])
        schema.prepare(connection, path.name)
        connection.execute("INSERT INTO folder (path) VALUES ('/news/')")
        connection.execute(
            "INSERT INTO article (identity, folder_id, stamp, outlet_id, certainty, by_date, instant, minutes, language,"
            " added) VALUES ('/news/a', 1, '', 0, 'unknown', 1, 1, 7, 'de', '2026-11-30T00:00:00+00:00')"
        )
        connection.execute("INSERT INTO mark VALUES ('/news/a', 1, 1)")
        for statement in more:
            connection.execute(statement)


@contextmanager
def small_disk(folder: Path, size: str = "2m") -> Iterator[Path]:
    """A disk of a few megabytes; the test is skipped where none can be had."""
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be made here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)
