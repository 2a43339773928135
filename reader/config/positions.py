"""Where in a TOML file each name stands: the parser of the standard library does not say.

Here: a walk over the pieces of a text that has been parsed already, so that it is known to be TOML. Not here: values.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

Path = tuple[str, ...]
_PIECE = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}=.,\n]"
    r"|[^\s\"'#=\[\]{}.,]+",
    re.DOTALL,
)


class _Walk:
    """What has been seen so far."""

    def __init__(self) -> None:
        self.found: dict[Path, tuple[int, int]] = {}
        self.section: Path = ()
        self.name: list[str] = []
        self.at = (1, 1)
        """Where the name began."""
        self.in_value = False
        self.depth = 0

    def take(self, piece: str, place: tuple[int, int]) -> None:
        """The next piece of the text, which begins at this line and column."""
        if self.in_value:
            self.depth += (piece in "[{") - (piece in "]}")
            if piece == "\n" and self.depth <= 0:
                self.in_value, self.name, self.depth = False, [], 0
        elif piece == "\n":
            self.name = []
        elif piece == "]":
            self.section = tuple(self.name)
            self.found.setdefault(self.section, self.at)
        elif piece == "=":
            self.found.setdefault((*self.section, *self.name), self.at)
            self.in_value = True
        elif piece not in "[." and not piece.startswith("#"):
            if not self.name:
                self.at = place
            self.name.append(_unquoted(piece))


def positions(text: str) -> Mapping[Path, tuple[int, int]]:
    """Line and column, from 1, of every name in a TOML text, its parts as a tuple; not of those in inline tables."""
    walk = _Walk()
    line, begin = 1, 0
    for piece in _PIECE.finditer(text):
        walk.take(piece[0], (line, piece.start() - begin + 1))
        if breaks := piece[0].count("\n"):
            line += breaks
            begin = piece.start() + piece[0].rindex("\n") + 1
    return walk.found


def place_of(path: Path, found: Mapping[Path, tuple[int, int]]) -> tuple[int, int]:
    """Where a name stands, or the nearest that it is part of."""
    while path and path not in found:
        path = path[:-1]
    return found.get(path, (1, 1))


def _unquoted(piece: str) -> str:
    if piece.startswith("'"):
        return piece[1:-1]
    if piece.startswith('"'):
        try:
            return str(json.loads(piece))
        except ValueError:  # an escape that JSON does not have
            return piece[1:-1]
    return piece
