"""Counts of the characters and words of many lines at once.

Not here: what the counts mean (`line_features`). A page is one array of code points; the kind of each character is
looked up once and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reader.cleaning.classifier.arrays import Booleans, Integers, Kinds, Numbers
from reader.cleaning.classifier.hashing import RollingHashes, Vocabulary, unique_ids
from reader.scripts import HANGUL, UNSPACED

LOWER, _UPPER, _LETTER, _TITLE, DIGIT, FIGURE, WIDE = 1, 2, 4, 6, 8, 10, 12
"""What words are made of (figures: digits of other scripts, and superscripts). Over all characters of a word, the
lowest bit says that it has small letters, the next one that it has capitals.
"""
_COMMA, _MARK, _STOP, _QUOTE, _BRACKET, _CLOSING, _BLANK, _OTHER = 16, 17, 18, 19, 20, 21, 22, 31
_QUESTION, _EXCLAMATION, _POINT = 24, 25, 26
_WIDE_SIGN = 28
_COUNTED = {
    "digit": DIGIT, "comma": _COMMA, "mark": _MARK, "wide": WIDE, "stop": _STOP, "lower": LOWER, "upper": _UPPER,
    "quote": _QUOTE, "bracket": _BRACKET, "question": _QUESTION,
}  # fmt: skip
"""The kinds of which the number per line is kept."""
_BITS = 5
"""Bits of a kind."""
_SIGNS = {
    **dict.fromkeys(",，،", _COMMA), **dict.fromkeys("|›»→►©®@#/•·+", _MARK), **dict.fromkeys("。।۔؟", _STOP),
    **dict.fromkeys('"“«„「', _QUOTE), "(": _BRACKET, "”": _CLOSING, " ": _BLANK, "?": _QUESTION,
    "!": _EXCLAMATION, ".": _POINT,
}  # fmt: skip
_IS_WIDE = re.compile(f"[{UNSPACED}{HANGUL}]")
_CODE_POINTS = 0x110000
PREFIX = 200
"""Lines that share so many first characters count as equal."""


@dataclass(slots=True)
class LineCounts:
    """The characters and words of some lines."""

    texts: Sequence[str]
    """The lines."""
    prefix_id: Integers
    """For each line an id, the same for lines with the same first `PREFIX` characters."""
    text: str
    """All lines, joined by newlines."""
    size: Integers
    """The characters of each line."""
    opening: Kinds
    """The kind of each line's first character."""
    closing: Kinds
    """The kind of each line's last character."""
    kinds: dict[str, Integers]
    """How many characters of each counted kind every line has."""
    word_id: Integers
    """For each word, line after line, an id: the same for the same spelling."""
    id_flags: Integers
    """The flags (`word_flags`) of each id."""
    line: Integers
    """The index of each word's line."""
    offset: Integers
    """Where in its line each word begins."""
    length: Integers
    """The characters of each word."""
    lower: Booleans
    """Which words are in lower case."""
    flags: Integers
    """The flags of each word."""
    word_count: Integers
    """How many words every line has."""
    sentences: Integers
    """How many full stops, exclamation and question marks before a blank."""
    quoted_stops: Integers
    """How many full stops that a closing quotation mark and a blank follow."""


class _KindTable:
    """The kind of every character, filled as characters are met."""

    def __init__(self) -> None:
        self._kinds = np.zeros(_CODE_POINTS, dtype=np.uint8)

    def kinds(self, codes: Integers) -> Kinds:
        """The kind of each character, given by code points."""
        found = self._kinds.take(codes)
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


_TABLE = _KindTable()


def count(texts: Sequence[str], vocabulary: Vocabulary) -> LineCounts:
    """The characters and words of `texts`, none of them empty; `vocabulary` gives the words their flags."""
    text = "\n".join(texts)
    encoded = np.frombuffer((text + "\n").encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _TABLE.kinds(encoded.astype(np.intp))
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
    hashes = RollingHashes(encoded)
    word_id, id_hashes = unique_ids(hashes.of(begins, ends))
    id_flags = vocabulary.flags_of(id_hashes)
    word_count = _steps(begins.searchsorted(starts), len(begins))
    line = np.repeat(index, word_count)
    cases = np.bitwise_or.reduceat(kinds, edges)[::2] & 3 if len(edges) else edges
    ended, quoted = _stops(kinds)
    return LineCounts(
        texts=texts,
        prefix_id=unique_ids(hashes.of(starts, starts + np.minimum(lengths - 1, PREFIX)))[0],
        text=text,
        size=lengths - 1,
        opening=kinds[starts],
        closing=kinds[starts + lengths - 2],
        kinds={name: by_line[kind] for name, kind in _COUNTED.items()},
        word_id=word_id,
        id_flags=id_flags,
        line=line,
        offset=begins - starts[line],
        length=ends - begins,
        lower=cases == 1,
        flags=id_flags.take(word_id),
        word_count=word_count,
        sentences=_per_line(ended, starts),
        quoted_stops=_per_line(quoted, starts),
    )


def _steps(values: Integers, last: int) -> Integers:
    """The distance from each value to the next one, and from the last one to `last`."""
    steps = np.empty_like(values)
    np.subtract(values[1:], values[:-1], out=steps[:-1])
    steps[-1] = last - values[-1]
    return steps


def _stops(kinds: Kinds) -> tuple[Integers, Integers]:
    """The indices of full stops, exclamation and question marks before a blank, and of full stops before a closing
    quotation mark and a blank.
    """
    stops = ((kinds >= _QUESTION) & (kinds <= _POINT)).nonzero()[0]
    following = kinds[stops + 1]  # the last character of all is a newline
    closed = stops[(following == _CLOSING) & (kinds[stops] == _POINT)]
    return stops[following == _BLANK], closed[kinds[closed + 2] == _BLANK]


def _per_line(indices: Integers, starts: Integers) -> Integers:
    """How many of the characters at `indices` every line has."""
    return np.bincount(starts.searchsorted(indices, side="right") - 1, minlength=len(starts))


def unique_pairs(line: Numbers, word: Numbers) -> tuple[Integers, Integers]:
    """The pairs of a line and a word, each once, ordered."""
    pairs = (line << 32) | word
    pairs.sort()
    new = np.ones(len(pairs), dtype=bool)
    np.not_equal(pairs[1:], pairs[:-1], out=new[1:])
    pairs = pairs[new]
    return pairs >> 32, pairs & 0xFFFFFFFF
