"""Values that are wider than a column: paragraphs, cuts and rankings as compact bytes, identities as text.

Here: both directions of each. Not here: where they are stored.
"""

from __future__ import annotations

import json
import re
import struct
import zlib
from typing import Any

from reader.article import Paragraph, Ranking, Removed, Sentence
from reader.compression import compressed

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED = re.compile("[\U0010d800-\U0010dfff]")


def storable(identity: str) -> str:
    """An identity as SQLite takes it: lone surrogates (bytes of a file name that are no text) become private."""
    if identity.isascii():
        return identity
    return _SURROGATE.sub(lambda found: chr(0x100000 + ord(found[0])), identity)


def original(stored: str) -> str:
    """What `storable` was given."""
    if stored.isascii():
        return stored
    return _ESCAPED.sub(lambda found: chr(ord(found[0]) - 0x100000), stored)


def unpack_bytes(packed: bytes) -> bytes:
    """What `compressed` was given."""
    return zlib.decompress(packed)


def _pack_json(value: Any) -> bytes:
    return compressed(_JSON(value).encode())


def pack_text(text: str) -> bytes:
    """Compressed UTF-8."""
    return compressed(text.encode())


def unpack_text(packed: bytes) -> str:
    """What `pack_text` was given."""
    return unpack_bytes(packed).decode()


def pack_paragraphs(paragraphs: tuple[Paragraph, ...]) -> bytes:
    """Text, kind and line of each; a fourth value where it was kept by hand."""
    return _pack_json([(p.text, p.kind, p.line, 1) if p.by_hand else (p.text, p.kind, p.line) for p in paragraphs])


def unpack_paragraphs(packed: bytes) -> tuple[Paragraph, ...]:
    """What `pack_paragraphs` was given."""
    rows = json.loads(unpack_bytes(packed))
    return tuple(Paragraph(text, kind, line, bool(by_hand)) for text, kind, line, *by_hand in rows)


def pack_removed(removed: tuple[Removed, ...]) -> bytes | None:
    """Text, line and rule of each; None for no cuts."""
    return _pack_json([(r.text, r.line, r.rule) for r in removed]) if removed else None


def unpack_removed(packed: bytes | None) -> tuple[Removed, ...]:
    """What `pack_removed` was given."""
    if packed is None:
        return ()
    return tuple(Removed(text, line, rule) for text, line, rule in json.loads(unpack_bytes(packed)))


EDITION = 4
"""To be raised (to 127 at most) by whoever changes where sentences end or how they are ranked: rankings of another
edition are made again when they are wanted."""


def pack_ranking(ranking: Ranking) -> bytes:
    """The edition, then starts, ends, order and scores, each in a row.

    Numbers have 2 bytes (4 in texts beyond 65,535, then the first byte is odd), scores 4.
    """
    count = len(ranking.sentences)
    longest = max([count, *(s.end for s in ranking.sentences)])
    wide = longest > 0xFFFF
    starts = [s.start for s in ranking.sentences]
    ends = [s.end for s in ranking.sentences]
    scores = [s.score for s in ranking.sentences]
    number = "I" if wide else "H"
    first = 2 * EDITION + wide
    return struct.pack(f"<B{3 * count}{number}{count}f", first, *starts, *ends, *ranking.order, *scores)


def unpack_ranking(packed: bytes, text: str, method: str) -> Ranking | None:
    """What `pack_ranking` was given, the scores to about seven digits; None if it was of another edition."""
    edition, wide = divmod(packed[0], 2)
    if edition != EDITION:
        return None
    size, number = (4, "I") if wide else (2, "H")
    count = (len(packed) - 1) // (3 * size + 4)
    values = struct.unpack(f"<B{3 * count}{number}{count}f", packed)[1:]
    starts, ends, order, scores = (values[i * count : (i + 1) * count] for i in range(4))
    sentences = tuple(
        Sentence(text[start:end], start, end, score) for start, end, score in zip(starts, ends, scores, strict=True)
    )
    return Ranking(sentences, tuple(order), method)


def pack_numbers(numbers: list[int]) -> bytes:
    """Numbers below 2^64, 4 or 8 bytes each."""
    wide = bool(numbers) and max(numbers) > 0xFFFF_FFFF
    return struct.pack(f"<B{len(numbers)}{'Q' if wide else 'I'}", wide, *numbers)


def unpack_numbers(packed: bytes) -> list[int]:
    """What `pack_numbers` was given."""
    size, number = (8, "Q") if packed[0] else (4, "I")
    return list(struct.unpack(f"<B{(len(packed) - 1) // size}{number}", packed)[1:])
