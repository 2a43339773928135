"""What the tests of the library share: documents and articles made in one line."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from reader.article import Article, RawDocument
from reader.library import Store


def document(identity: str, raw: str = "raw", **said: Any) -> RawDocument:
    """A document of these bytes."""
    return RawDocument(identity=identity, text=raw, data=raw.encode(), source=identity, **said)


def put(store: Store, identity: str, text: str = "Some text.", raw: str = "raw", **fields: Any) -> int:
    """Puts an article of these fields: its id."""
    return store.put(document(identity, raw), Article(text=text, **fields))[0]


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
