"""Characters and words of many lines counted at once.

Here: which kinds of characters there are, and how many of each stand in every line of a page. Not here: what the
counts mean (`features`). A page is looked at as one array of code points; what kind of character each is, is asked
once a character and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.cleaning.classifier import hashing
from reader.cleaning.classifier.hashing import Vocabulary

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

LOWER, _UPPER, _LETTER, _TITLE, DIGIT, FIGURE, WIDE = 1, 2, 4, 6, 8, 10, 12
"""What words are made of (figures: digits of other scripts, and small ones); over all of a word's characters the
lowest bit says that it has small letters, the next one that it has capitals.
"""
_COMMA, _MARK, _STOP, _QUOTE, _BRACKET, _CLOSING, _BLANK, _OTHER = 16, 17, 18, 19, 20, 21, 22, 31
_QUESTION, _EXCLAMATION, _POINT = 24, 25, 26
_WIDE_SIGN = 28
_KINDS = {
    "digit": DIGIT, "comma": _COMMA, "mark": _MARK, "wide": WIDE, "stop": _STOP, "lower": LOWER, "upper": _UPPER,
    "quote": _QUOTE, "bracket": _BRACKET, "question": _QUESTION,
}  # fmt: skip
"""The kinds that are counted."""
_BITS = 5
_IS_WIDE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SIGNS = {
    **dict.fromkeys(",，،", _COMMA), **dict.fromkeys("|›»→►©®@#/•·+", _MARK), **dict.fromkeys("。।۔؟", _STOP),
    **dict.fromkeys('"“«„「', _QUOTE), "(": _BRACKET, "”": _CLOSING, " ": _BLANK, "?": _QUESTION,
    "!": _EXCLAMATION, ".": _POINT,
}  # fmt: skip
_CODES = 0x110000
TOLD = 200
"""Lines that have so much in common are one."""


@dataclass(slots=True)
class LineCounts:
    """The characters and words of some lines."""

    texts: Sequence[str]
    """The lines."""
    begun: Array
    """For each line a number that it shares with those that begin with the same `TOLD` characters."""
    text: str
    """All lines, joined by newlines."""
    size: Array
    """The characters of each line."""
    opening: Array
    """The kind of each line's first character."""
    closing: Array
    """The kind of each line's last character."""
    kinds: dict[str, Array]
    """How many characters of each kind every line has."""
    same: Array
    """For each word, line after line, the number of its spelling."""
    bits: Array
    """What the vocabulary tells of each spelling."""
    line: Array
    """The line that each word stands in."""
    offset: Array
    """Where each word begins in its line."""
    length: Array
    """The characters of each word."""
    lower: Array
    """Which words are in lower case."""
    told: Array
    """The bits that the vocabulary gives each word."""
    word_count: Array
    """How many words every line has."""
    sentences: Array
    """How many full stops, exclamation and question marks before a blank."""
    quoted_stops: Array
    """How many full stops that a closing quotation mark and a blank follow."""


class _Table:
    """The kind of every character, filled as characters are met."""

    def __init__(self) -> None:
        import numpy as np  # slow to load; nothing before the first cleaning needs it

        self._kinds = np.zeros(_CODES, dtype=np.uint8)

    def kinds(self, codes: Array) -> Array:
        """The kind of each character."""
        found: Array = self._kinds.take(codes)
        if not found.all():
            for code in set(codes[found == 0].tolist()):
                self._kinds[code] = _kind(chr(code))
            found = self._kinds.take(codes)
        return found


def _kind(c: str) -> int:
    wide = _IS_WIDE.match(c)
    if not (c.isalnum() or c == "_"):
        return _WIDE_SIGN if wide else _SIGNS.get(c, _OTHER)
    if wide:
        return WIDE
    if c in "0123456789":
        return DIGIT
    if c.isupper() or c.islower():
        return _UPPER if c.isupper() else LOWER
    return _TITLE if c.istitle() else FIGURE if c.isdigit() else _LETTER


_tables: list[_Table] = []


def count(texts: Sequence[str], vocabulary: Vocabulary) -> LineCounts:
    """The characters and words of `texts`, none of them empty, and what `vocabulary` tells of the words."""
    import numpy as np  # loaded by now, or about to be

    if not _tables:
        _tables.append(_Table())
    text = "\n".join(texts)
    encoded = np.frombuffer((text + "\n").encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _tables[0].kinds(encoded.astype(np.intp))  # what numpy looks up by
    lengths = np.fromiter(map(len, texts), dtype=np.intp, count=len(texts)) + 1
    starts = lengths.cumsum() - lengths
    index = np.arange(len(texts))
    pairs = np.repeat(index << _BITS, lengths) | kinds
    by_line = np.bincount(pairs, minlength=len(texts) << _BITS).reshape(-1, 1 << _BITS).T
    by_line[WIDE] += by_line[_WIDE_SIGN]
    in_word = kinds - np.uint8(1) < WIDE
    edges = (in_word[1:] != in_word[:-1]).nonzero()[0] + 1  # the last character is a newline
    if in_word[0]:
        edges = np.concatenate([[0], edges])
    begins, ends = edges[::2], edges[1::2]
    hashes = hashing.Hashes(encoded)
    same, spelled = hashing.numbered(hashes.of(begins, ends))
    bits = vocabulary.told(spelled)
    word_count = _steps(begins.searchsorted(starts), len(begins), np)
    line = np.repeat(index, word_count)
    cases = np.bitwise_or.reduceat(kinds, edges)[::2] & 3 if len(edges) else edges
    ended, quoted = _stops(kinds, np)
    return LineCounts(
        texts=texts,
        begun=hashing.numbered(hashes.of(starts, starts + np.minimum(lengths - 1, TOLD)))[0],
        text=text,
        size=lengths - 1,
        opening=kinds[starts],
        closing=kinds[starts + lengths - 2],
        kinds={name: by_line[kind] for name, kind in _KINDS.items()},
        same=same,
        bits=bits,
        line=line,
        offset=begins - starts[line],
        length=ends - begins,
        lower=cases == 1,
        told=bits.take(same),
        word_count=word_count,
        sentences=_by_line(ended, starts, np),
        quoted_stops=_by_line(quoted, starts, np),
    )


def _steps(values: Array, last: int, np: Any) -> Array:
    """How far it is from each value to the next one, and to the `last`."""
    steps: Array = np.empty_like(values)
    np.subtract(values[1:], values[:-1], out=steps[:-1])
    steps[-1] = last - values[-1]
    return steps


def _stops(kinds: Array, np: Any) -> tuple[Array, Array]:
    """Where full stops, exclamation and question marks stand before a blank, and full stops before a closing quotation
    mark and a blank.
    """
    stops = ((kinds >= _QUESTION) & (kinds <= _POINT)).nonzero()[0]
    following = kinds[stops + 1]  # the last character of all is a newline
    closed = stops[(following == _CLOSING) & (kinds[stops] == _POINT)]
    return stops[following == _BLANK], closed[kinds[closed + 2] == _BLANK]


def _by_line(places: Array, starts: Array, np: Any) -> Array:
    found: Array = np.bincount(starts.searchsorted(places, side="right") - 1, minlength=len(starts))
    return found
