"""Packed bodies: gzip, deflate and brotli undone, never to more than a limit.

Not here: where the bytes come from (`fetching`).
"""

from __future__ import annotations

import zlib

import brotli

from reader.errors import SourceError

ACCEPTED = "gzip, deflate, br"
"""What we say that we can unpack."""
_STEP = 1 << 20


def unpacked(data: bytes, encodings: str, limit: int) -> bytes:
    """The body as it was before it was packed: `encodings` as in Content-Encoding, the last one undone first.

    Raises SourceError when it is damaged, broken off, packed in a way we did not ask for, or unpacks to more than
    `limit` bytes.
    """
    for name in reversed([part.strip().lower() for part in encodings.split(",")]):
        if name in ("", "identity"):
            continue
        try:
            if name in ("gzip", "x-gzip"):
                data = _inflated(data, limit, 31)
            elif name == "deflate":  # meant as zlib's, by some sent without its frame
                data = _inflated(data, limit, 15 if data[:1] and data[0] & 15 == 8 else -15)
            elif name == "br":
                data = _unbrotlied(data, limit)
            else:
                raise SourceError(f"packed in a way that is not read ({name[:20]})")
        except (zlib.error, brotli.error):
            raise SourceError("a damaged answer: it cannot be unpacked") from None
    return data


def _inflated(data: bytes, limit: int, bits: int) -> bytes:
    found: list[bytes] = []
    size = 0
    while data:
        one = zlib.decompressobj(bits)
        piece = one.decompress(data, limit + 1 - size)
        size += len(piece)
        found.append(piece)
        if one.unconsumed_tail or size > limit:
            raise _too_large(limit)
        if not one.eof:
            raise SourceError("broken off in the middle")
        data = one.unused_data if bits == 31 and one.unused_data.startswith(b"\x1f\x8b") else b""
    return b"".join(found)


def _unbrotlied(data: bytes, limit: int) -> bytes:
    one = brotli.Decompressor()
    found = [one.process(data, output_buffer_limit=_STEP)]
    size = len(found[0])
    while not one.is_finished():
        if size > limit:
            raise _too_large(limit)
        if one.can_accept_more_data():
            raise SourceError("broken off in the middle")
        found.append(one.process(b"", output_buffer_limit=_STEP))
        size += len(found[-1])
    if size > limit:
        raise _too_large(limit)
    return b"".join(found)


def _too_large(limit: int) -> SourceError:
    return SourceError(f"larger than {limit >> 20} MiB once unpacked")
