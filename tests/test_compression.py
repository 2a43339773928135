"""reader/compression.py: what is kept small, and read back by zlib on any machine."""

from __future__ import annotations

import importlib
import sys
import zlib

import pytest

from reader import compression

TEXTS = (b"", b"The ferry sails at noon.", "Зерно, зерно. ".encode() * 9000, bytes(range(256)) * 40)


@pytest.mark.parametrize("data", TEXTS)
def test_zlib_reads_what_was_compressed(data: bytes) -> None:
    """A library is read on a machine that has nothing but zlib."""
    assert zlib.decompress(compression.compressed(data)) == data


def test_zlib_compresses_where_nothing_faster_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine for which isal is not built."""
    monkeypatch.setitem(sys.modules, "isal.isal_zlib", None)
    try:
        slower = importlib.reload(compression)
        assert [zlib.decompress(slower.compressed(data)) for data in TEXTS] == list(TEXTS)
    finally:
        monkeypatch.undo()
        importlib.reload(compression)
