"""Packed bodies are undone, and never beyond a limit."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest

from reader.errors import SourceError
from reader.sources.web.packing import unpacked

TEXT = b"It rained in Velm on Monday. " * 200
RAW = zlib.compressobj(wbits=-15)
PACKED = {
    "gzip": gzip.compress(TEXT),
    "x-gzip": gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:]),
    "deflate": zlib.compress(TEXT),
    "DEFLATE": RAW.compress(TEXT) + RAW.flush(),
    "br": brotli.compress(TEXT),
    "gzip, br": brotli.compress(gzip.compress(TEXT)),
    "identity": TEXT,
    "": TEXT,
}


@pytest.mark.parametrize("encoding", PACKED)
def test_what_is_packed_is_unpacked(encoding: str) -> None:
    assert unpacked(PACKED[encoding], encoding, 1 << 20) == TEXT


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_what_unpacks_to_more_than_the_limit_is_refused(encoding: str) -> None:
    with pytest.raises(SourceError, match="larger than 0 MiB"):
        unpacked(PACKED[encoding], encoding, len(TEXT) - 1)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_what_is_broken_off_is_said_to_be(encoding: str) -> None:
    with pytest.raises(SourceError, match="broken off"):
        unpacked(PACKED[encoding][:-4], encoding, 1 << 20)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_what_is_not_packed_as_it_says_is_one_line(encoding: str) -> None:
    with pytest.raises(SourceError, match=r"damaged|not read|broken off"):
        unpacked(b"\xff\xfe no such thing" * 9, encoding, 1 << 20)


def test_a_bomb_costs_no_more_than_the_limit() -> None:
    with pytest.raises(SourceError, match="larger than 4 MiB"):
        unpacked(brotli.compress(b"\0" * (64 << 20), quality=1), "br", 4 << 20)
