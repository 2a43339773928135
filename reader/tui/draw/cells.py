"""Text measured in terminal cells: clipping, padding and wrapping. Everything drawn passes through here.

Here: the choke point before drawing (`line_of`), and widths as a terminal counts them (wide, combining characters).
Not here: colours (inks), what is written where (the widgets).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rich.cells import cell_len

from reader.safety import plain, plain_line

ELLIPSIS = "…"
_LONGEST_LINE = 4_000
"""No line on a screen needs more characters; a headline of a megabyte must not be searched whole at every drawing."""

_WIDE = "\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffdc\U00020000-\U0003fffd"
"""Ideographs, kana, hangul: lines may break between any two of them."""
_OPENING = "（［｛〈《「『【〔〖“‘"
_CLOSING = "）］｝〉》」』】〕〗”’、。，．：；？！…ー"


@lru_cache(maxsize=1)
def _token() -> re.Pattern[str]:
    """A line break, white space, one ideograph with its punctuation, or a word. Compiled when first needed."""
    return re.compile(rf"\n|[^\S\n]+|[{_OPENING}]*(?:[{_WIDE}][{_CLOSING}]*|[^\s{_WIDE}{_OPENING}]+)|[{_OPENING}]+")


def line_of(text: str) -> str:
    """`text` as one line that is safe to draw."""
    return plain_line(text[:_LONGEST_LINE])


def piece_of(text: str) -> str:
    """A piece of a line, safe to draw, with its blanks as they are: one for each tab or line break."""
    return plain(text).replace("\n", " ").replace("\t", " ")


def width_of(text: str) -> int:
    """How many cells `text` takes."""
    return cell_len(text)


def clip(text: str, width: int) -> str:
    """One safe line of at most `width` cells; what does not fit is replaced by an ellipsis."""
    text = line_of(text)
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    return text[: _fitting(text, 0, width - 1, least=0)].rstrip() + ELLIPSIS


def clip_outlet(name: str, width: int) -> str:
    """An outlet's name in at most `width` cells; it does without its article before it does without its end."""
    name = line_of(name)
    if cell_len(name) > width and name[:4].casefold() == "the ":
        name = name[4:]
    return clip(name, width)


def joined(parts: Iterable[str], width: int, separator: str = " · ") -> list[str]:
    """`parts` with separators, in as few lines as hold them; a part wider than a line is a line of its own."""
    lines: list[str] = []
    for part in filter(None, parts):
        if lines and cell_len(lines[-1]) + cell_len(separator) + cell_len(part) <= width:
            lines[-1] += separator + part
        else:
            lines.append(part)
    return lines


def fit(text: str, width: int, *, right: bool = False) -> str:
    """`clip`, then padded with blanks to exactly `width` cells."""
    text = clip(text, width)
    blanks = " " * (width - cell_len(text))
    return blanks + text if right else text + blanks


def wrap(text: str, width: int, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The lines of `text[start:end]` in at most `width` cells, as (start, end) without the white space around them.

    Breaks at white space and between ideographs, inside a word only where it is wider than a line. Time is linear in
    the length, and lines come one by one, so that a text of any size can be laid out in pieces.
    """
    width = max(2, width)
    end = len(text) if end is None else end
    line_start: int | None = None
    line_end = used = 0
    for token in _token().finditer(text, start, end):
        here, there = token.span()
        if text[here] == "\n":
            yield (line_start, line_end) if line_start is not None else (here, here)
            line_start, used = None, 0
            continue
        if text[here].isspace():
            used += there - here
            continue
        cells = cell_len(text[here:there]) if there - here <= width * 2 else width + 1
        if line_start is not None and used + cells > width:
            yield line_start, line_end
            line_start = None
        if line_start is None:
            used = 0
            while cells > width:
                cut = min(there, _fitting(text, here, width))  # what has no width could lead into the next word
                yield here, cut
                here = cut
                cells = cell_len(text[here:there]) if there - here <= width * 2 else width + 1
            if here == there:
                continue
            line_start = here
        line_end = there
        used += cells
    if line_start is not None:
        yield line_start, line_end


def _fitting(text: str, start: int, width: int, *, least: int = 1) -> int:
    """The end of the longest piece of `text` from `start` that fits into `width` cells; at least so many characters."""
    used = 0
    for index in range(start, min(len(text), start + 4 * width + 8)):
        used += cell_len(text[index])
        if used > width:
            return max(index, start + least)
    return min(len(text), start + 4 * width + 8)
