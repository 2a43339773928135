"""Characters and words of many lines counted at once.

Here: which kinds of characters there are, and how many of each stand in every line of a page. Not here: what the
counts mean (`features`). A page is looked at as one array of code points; what kind of character each is, is asked
once a character and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count as numbers
from itertools import repeat
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

LONGEST = 1000
"""No line handed in may be longer: so far a field of a packed count goes."""

_KINDS = (
    "word",
    "digit",
    "comma",
    "mark",
    "wide",
    "stop",
    "lower",
    "upper",
    "quote",
    "bracket",
    "question",
    "exclamation",
)
_FIELD = 10
_A_NUMBER = 6
"""Fields that fit into one packed number."""
_WIDE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MARKS = frozenset("|›»→►©®@#/•·+")
_STOPS = frozenset("。।۔؟")
_CODES = 0x110000


@dataclass(slots=True)
class Counted:
    """The characters and words of some lines."""

    text: str
    """All lines, joined by newlines."""
    kinds: dict[str, Array]
    """How many characters of each kind every line has."""
    words: list[str]
    """All words, line after line."""
    same: Array
    """For each word the index of the first that is the same."""
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
    """The kinds of characters as packed counts of one, filled as characters are met."""

    def __init__(self) -> None:
        import numpy as np  # slow to load; nothing before the first cleaning needs it

        self._packed = np.zeros((2, _CODES), dtype=np.int64)
        self._flags = np.zeros(_CODES, dtype=np.uint8)

    def flags(self, codes: Array) -> Array:
        """Bits for each character: 1 known, 2 in a word, 4 lower case, 8 upper or title case."""
        found: Array = self._flags.take(codes)
        if not found.all():
            for code in set(codes[found == 0].tolist()):
                self._fill(code)
            found = self._flags.take(codes)
        return found

    def sums(self, codes: Array, starts: Array) -> Iterator[tuple[str, Array]]:
        """How many characters of each kind stand from each start to the next one."""
        import numpy as np  # loaded by now

        for k, packed in enumerate(self._packed):
            sums = np.add.reduceat(packed.take(codes), starts)
            for j, kind in enumerate(_KINDS[k * _A_NUMBER : (k + 1) * _A_NUMBER]):
                yield kind, (sums >> (_FIELD * j)) & ((1 << _FIELD) - 1)

    def _fill(self, code: int) -> None:
        c = chr(code)
        word, upper, lower = c.isalnum() or c == "_", c.isupper(), c.islower()
        title = c.istitle() and not upper
        kinds = (
            word, c in "0123456789", c in ",，،", c in _MARKS, _WIDE.match(c) is not None, c in _STOPS,
            lower or title, upper, c in '"“«„「', c == "(", c == "?",
        )  # fmt: skip
        for k, yes in enumerate(kinds):
            if yes:
                self._packed[k // _A_NUMBER, code] += 1 << (_FIELD * (k % _A_NUMBER))
        self._flags[code] = 1 | word << 1 | lower << 2 | (upper or title) << 3


_tables: list[_Table] = []


def count(texts: Sequence[str], vocabulary: Mapping[str, int]) -> Counted:
    """The characters and words of `texts`, none of them empty or longer than `LONGEST`; `vocabulary`: bits of words."""
    import numpy as np  # loaded by now, or about to be

    if not _tables:
        _tables.append(_Table())
    text = "\n".join(texts)
    encoded = np.frombuffer((text + "\n").encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    codes = encoded.astype(np.intp)  # what numpy looks up by
    lengths = np.fromiter(map(len, texts), dtype=np.intp, count=len(texts))
    starts = np.cumsum(lengths + 1) - lengths - 1
    flags = _tables[0].flags(codes)
    in_word = (flags & 2).astype(bool)
    edges = np.flatnonzero(in_word[1:] != in_word[:-1]) + 1  # the last character is a newline
    if in_word[0]:
        edges = np.concatenate([[0], edges])
    begins, ends = edges[::2], edges[1::2]
    spaced = np.where(in_word, encoded, np.uint32(32)).tobytes().decode("utf-32-le", "surrogatepass")
    words = spaced.split()
    first: dict[str, int] = {}
    same = np.fromiter(map(first.setdefault, words, numbers()), dtype=np.intp, count=len(words))
    told = np.zeros(len(words), dtype=np.intp)
    told[list(first.values())] = list(map(vocabulary.get, first, repeat(0)))
    word_count = np.diff(np.searchsorted(begins, starts), append=len(begins))
    line = np.repeat(np.arange(len(texts)), word_count)
    cases = np.bitwise_or.reduceat(flags, edges)[::2] & 12 if len(edges) else edges
    blank, stop = encoded == 32, encoded == 46
    closed = np.flatnonzero((stop | (encoded == 63) | (encoded == 33))[:-1] & blank[1:])
    quoted = np.flatnonzero(stop[:-2] & (encoded[1:-1] == 0x201D) & blank[2:])
    return Counted(
        text=text,
        kinds=dict(_tables[0].sums(codes, starts)),
        words=words,
        same=same,
        line=line,
        offset=begins - starts[line],
        length=ends - begins,
        lower=cases == 4,
        told=told[same],
        word_count=word_count,
        sentences=_by_line(closed, starts, np),
        quoted_stops=_by_line(quoted, starts, np),
    )


def _by_line(places: Array, starts: Array, np: Any) -> Array:
    found: Array = np.bincount(np.searchsorted(starts, places, side="right") - 1, minlength=len(starts))
    return found
