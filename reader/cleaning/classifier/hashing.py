"""Words as numbers: those of one spelling have one number.

Here: the numbers of many words or lines at once, and a vocabulary that is looked up by them. Not here: where words
begin and end (`characters`), what a vocabulary tells (`features`).

The hash of a word, or of a line, is the polynomial of its characters modulo 2**64, taken from a running sum over the
whole text (Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987). Two words of a page
share one by chance less often than once in a billion pages; cutting a page into strings and looking each of them up
takes twice as long.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
_USUAL = 1 << 16
"""So many characters a page hardly has; powers for more are reckoned anew."""


@lru_cache(maxsize=2)
def _usual_powers(base: int) -> Array:
    return _powers(base, _USUAL)


def _powers(base: int, count: int) -> Array:
    import numpy as np  # loaded by now

    found: Array = np.full(count, base, dtype=np.uint64)
    np.multiply.accumulate(found, out=found)
    return found


def _first_powers(base: int, count: int) -> Array:
    return _usual_powers(base)[:count] if count <= _USUAL else _powers(base, count)


class Hashes:
    """A text, given as its code points, of which any piece has a number."""

    def __init__(self, codes: Array) -> None:
        import numpy as np  # loaded by now

        self._running = np.zeros(len(codes) + 1, dtype=np.uint64)
        np.add.accumulate(codes * _first_powers(_BASE, len(codes)), out=self._running[1:])
        self._inverse = _first_powers(_INVERSE, len(codes))

    def of(self, begins: Array, ends: Array) -> Array:
        """The numbers of the pieces that begin and end there."""
        found: Array = (self._running.take(ends) - self._running.take(begins)) * self._inverse.take(begins)
        return found


def numbered(hashed: Array) -> tuple[Array, Array]:
    """For each piece the number of its spelling, from 0 on; and the hash of each spelling, in order."""
    import numpy as np  # loaded by now

    order = hashed.argsort()
    ordered = hashed.take(order)
    new = np.ones(len(hashed), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    same = np.empty(len(hashed), dtype=np.intp)
    same[order] = new.cumsum() - 1
    return same, ordered[new]


class Vocabulary:
    """Words that tell something: each with the bits of what it tells."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._words = words

    @cached_property
    def _ordered(self) -> tuple[Array, Array]:
        """The hashes of all words in order, and their bits; behind them one that no hash is greater than."""
        import numpy as np  # loaded by now

        lengths = np.fromiter(map(len, self._words), dtype=np.intp, count=len(self._words))
        codes = np.frombuffer("".join(self._words).encode("utf-32-le"), dtype=np.uint32)
        hashed = Hashes(codes).of(lengths.cumsum() - lengths, lengths.cumsum())
        order = hashed.argsort()
        bits = np.fromiter(self._words.values(), dtype=np.intp, count=len(self._words))
        greatest = np.array([np.iinfo(np.uint64).max], dtype=np.uint64)
        return np.concatenate([hashed[order], greatest]), np.concatenate([bits[order], [0]])

    def told(self, spelled: Array) -> Array:
        """What is told of each spelling, given by their hashes in order; 0 for words that are not here."""
        known, bits = self._ordered
        at = known.searchsorted(spelled)
        found: Array = bits.take(at) * (known.take(at) == spelled)
        return found
