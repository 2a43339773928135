"""Lines made from a template: `{date}  {outlet:<20.20} {headline}`.

Here: reading the template and filling it in. A field is a name and nothing else: no attributes, no code, and no control
character comes through. Not here: which fields there are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from string import Formatter
from typing import NamedTuple

from reader.config.settings import nearest
from reader.errors import ReaderError
from reader.safety import plain, plain_line
from reader.tui.draw.cells import clip, width_of

_SPEC = re.compile(r"([<>]?)(\d{1,3})?(?:\.(\d{1,3}))?")
_ESCAPES = {r"\t": "\t", r"\n": "\n"}


class _Piece(NamedTuple):
    before: str
    name: str | None
    right: bool = False
    least: int = 0
    most: int | None = None


class Template:
    """A template that has been understood."""

    def __init__(self, text: str, fields: Collection[str]) -> None:
        """fields: the names that it may use. Raises ReaderError, which says what is wrong with it."""
        self._pieces = []
        try:
            for before, name, spec, conversion in Formatter().parse(text):
                before = plain(before)
                for written, meant in _ESCAPES.items():
                    before = before.replace(written, meant)
                self._pieces.append(_piece(before, name, spec, conversion, fields))
        except ValueError as error:
            raise ReaderError(f"the template is not understood: {plain_line(str(error))}") from None

    def line(self, values: Mapping[str, str]) -> str:
        """The template with the values of its fields, each on one line."""
        return "".join(piece.before + _filled(piece, values) for piece in self._pieces)


def _piece(before: str, name: str | None, spec: str | None, conversion: str | None, fields: Collection[str]) -> _Piece:
    if name is None:
        return _Piece(before, None)
    if name not in fields:
        known = ", ".join(fields)
        raise ValueError(f"there is no field {{{name[:40]}}}{nearest(name, list(fields))}; there are {known}")
    found = _SPEC.fullmatch(spec or "")
    if conversion or found is None:
        raise ValueError(f"behind {{{name}: may stand < or >, a width and .the most: {{{name}:<20.20}}")
    return _Piece(before, name, found[1] == ">", int(found[2] or 0), int(found[3]) if found[3] else None)


def _filled(piece: _Piece, values: Mapping[str, str]) -> str:
    if piece.name is None:
        return ""
    text = plain_line(values[piece.name])
    if piece.most is not None:
        text = clip(text, piece.most)
    blanks = " " * max(0, piece.least - width_of(text))
    return blanks + text if piece.right else text + blanks
