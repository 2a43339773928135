"""Rolling hashes of words and lines, so that equal ones are found with array operations.

Not here: where words begin and end (`counts`), which words matter (`word_flags`).

The hash of a word or a line is the polynomial of its characters modulo 2**64, taken from a running sum over the whole
text (Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987). Two words of a page share a hash by
chance less often than once in a billion pages; cutting a page into strings and looking each of them up takes twice as
long.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache

import numpy as np

from reader.cleaning.classifier.arrays import Hashed, Integers, Numbers

_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
_USUAL = 1 << 16
"""Hardly a page has more characters; the powers for longer ones are computed anew."""


@lru_cache(maxsize=2)
def _usual_powers(base: int) -> Hashed:
    return _powers(base, _USUAL)


def _powers(base: int, count: int) -> Hashed:
    found = np.full(count, base, dtype=np.uint64)
    np.multiply.accumulate(found, out=found)
    return found


def _first_powers(base: int, count: int) -> Hashed:
    return _usual_powers(base)[:count] if count <= _USUAL else _powers(base, count)


class RollingHashes:
    """A text, given as its code points, any piece of which has a hash."""

    def __init__(self, codes: Numbers) -> None:
        self._running = np.zeros(len(codes) + 1, dtype=np.uint64)
        np.add.accumulate(codes * _first_powers(_BASE, len(codes)), out=self._running[1:])
        self._inverse = _first_powers(_INVERSE, len(codes))

    def of(self, begins: Integers, ends: Integers) -> Hashed:
        """The hashes of the pieces between those indices."""
        found: Hashed = (self._running.take(ends) - self._running.take(begins)) * self._inverse.take(begins)
        return found


def unique_ids(hashes: Hashed) -> tuple[Integers, Hashed]:
    """For each piece an id from 0 on, the same for equal hashes; and the hash of each id, in ascending order."""
    order = hashes.argsort()
    ordered = hashes.take(order)
    new = np.ones(len(hashes), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    ids = np.empty(len(hashes), dtype=np.intp)
    ids[order] = new.cumsum() - 1
    return ids, ordered[new]


class Vocabulary:
    """Words with their flags, looked up by hash."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._words = words

    @cached_property
    def _ordered(self) -> tuple[Hashed, Integers]:
        """The hashes of all words in ascending order, and their flags; behind them the greatest hash there is."""
        lengths = np.fromiter(map(len, self._words), dtype=np.intp, count=len(self._words))
        codes = np.frombuffer("".join(self._words).encode("utf-32-le"), dtype=np.uint32)
        hashes = RollingHashes(codes).of(lengths.cumsum() - lengths, lengths.cumsum())
        order = hashes.argsort()
        flags = np.fromiter(self._words.values(), dtype=np.intp, count=len(self._words))
        greatest = np.array([np.iinfo(np.uint64).max], dtype=np.uint64)
        return np.concatenate([hashes[order], greatest]), np.concatenate([flags[order], [0]])

    def flags_of(self, hashes: Hashed) -> Integers:
        """The flags of each word, given by hashes in ascending order; 0 for unknown words."""
        known, flags = self._ordered
        at = known.searchsorted(hashes)
        found: Integers = flags.take(at) * (known.take(at) == hashes)
        return found
