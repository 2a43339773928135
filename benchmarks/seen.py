"""What is seen on a terminal, from the bytes that a program writes to it.

Here: pyte's terminal, made to stand what it does not know and what arrives in pieces. Not here: the program.
"""

from __future__ import annotations

import re
from contextlib import suppress

import pyte

_UNKNOWN = re.compile(rb"\x1b\[[<>=][ -?]*[@-~]|\x1b\[\?[ -?]*\$p")
"""Private sequences with `>` or `<` and questions about modes: pyte takes the rest of them for text."""
_SEQUENCE = re.compile(rb"(\x1b\[[ -?]*[@-~])")
_BEGUN = re.compile(rb"\x1b(?:\[[ -?]*)?\Z")
"""A sequence whose end has not come yet."""


class Seen:
    """The screen of a terminal."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._begun = b""

    def resize(self, columns: int, rows: int) -> None:
        """Another size."""
        self._screen.resize(rows, columns)

    def feed(self, data: bytes) -> int:
        """Draw what came next, whether or not it ends within a sequence; how many cells are other ones now."""
        data = self._begun + data
        begun = _BEGUN.search(data)
        self._begun = begun[0] if begun else b""
        before = [dict(self._screen.buffer[y]) for y in range(self._screen.lines)]
        self._screen.dirty.clear()
        for piece in _SEQUENCE.split(_UNKNOWN.sub(b"", data[: len(data) - len(self._begun)])):
            # pyte fails on parameters that it does not know; what follows is drawn again.
            with suppress(TypeError, UnboundLocalError):
                self._stream.feed(piece)
        lines = [(before[y], self._screen.buffer[y]) for y in self._screen.dirty if y < len(before)]
        columns = range(self._screen.columns)
        return sum(old.get(x, new.default) != new[x] for old, new in lines for x in columns)

    def text(self) -> str:
        """The screen as lines of text."""
        # Its own `display` fails on a wide character of which something was drawn over the half.
        rows, columns = range(self._screen.lines), range(self._screen.columns)
        return "\n".join("".join(self._screen.buffer[y][x].data for x in columns) for y in rows)
