"""Bytes made small, as the library keeps them: zlib's format, written by isa-l where that is there.

Here: one function for all that is kept compressed. Not here: what it is (`library`, `stories`), and reading it back,
which zlib does.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

_ISAL, _ZLIB = 3, 5
"""Levels. The first takes a sixth to a third of the second's time, for texts that come out up to 3 % larger; beyond the
second, text gains 2 % in size for twice the time.
"""


@cache
def _writer() -> tuple[Callable[[bytes, int], bytes], int]:
    """What compresses, and at which level; loaded with the first that is kept, as the first screen only reads."""
    try:
        from isal.isal_zlib import compress
    except ImportError:  # no machine that it is built for
        from zlib import compress

        return compress, _ZLIB
    return compress, _ISAL


def compressed(data: bytes) -> bytes:
    """The data in zlib's format. Which bytes these are depends on the machine; what they unpack to does not."""
    compress, level = _writer()
    return compress(data, level)
