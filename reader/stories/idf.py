"""The inverse document frequency of a key: how much it says, in the library and in news at large.

A library of five articles cannot tell a rare word from a common one, so every count starts from a prior: the share of
English news stories that contain the stem, from a table in the package (benchmarks/learn_common_stems.py made it). Keys
that are not in the table, those of other languages among them, count as rare. Not here: which keys an article has.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from reader.stories.index import ArticleIndex

RARE = 0.001
"""The share of stories assumed for a key that is not in the table."""
RARE_NAME = 0.002
"""The same for a name."""
PRIOR_WEIGHT = 150
"""How many articles the table's share of a key counts for."""
UNLISTED_WEIGHT = 40
"""The same for names and for keys that are not in the table, of which a library says more than the table does."""
FLOOR = 0.25
"""The share of its idf in news at large that a key keeps in any library."""
_UNLISTED = -math.log(RARE)


@cache
def _shares() -> dict[str, float]:
    shares: dict[str, float] = {}
    for line in (Path(__file__).parent / "common_stems.txt").read_text(encoding="utf-8").splitlines():
        share, _, stems = line.partition(": ")
        if stems:
            shares.update(dict.fromkeys(stems.split(), float(share)))
    return shares


def prior_share(key: str) -> float:
    """The share of news stories, from 0 to 1, in which the key is to be expected."""
    return _shares().get(key, RARE_NAME if key[:1] == "@" else RARE)


def prior_idf(key: str) -> float:
    """The inverse document frequency of a key in news at large."""
    return -math.log(prior_share(key))


def idf(key: str, count: int, articles: int) -> float:
    """The inverse document frequency of a key that `count` of the library's `articles` have.

    Never below a share of `prior_idf`, so that the articles are similar even in a library of copies of one report.
    """
    weight = PRIOR_WEIGHT if key in _shares() and key[0] != "@" else UNLISTED_WEIGHT
    here = math.log((articles + weight + 1) / (count + weight * prior_share(key) + 0.5))
    return max(FLOOR * prior_idf(key), here)


def term_hash(key: str) -> int:
    """The number that stands for a key in packed features."""
    return zlib.crc32(key.encode("utf-8", "replace"))


@cache
def _prior_idf_by_hash() -> dict[int, float]:
    """`prior_idf` of the keys in the table, by hash."""
    return {term_hash(key): prior_idf(key) for key in _shares()}


class LibraryIdf:
    """The idf of terms in a library, by key and by hash. Asks the index once."""

    def __init__(self, keys: Sequence[str], hashes: Sequence[int], index: ArticleIndex) -> None:
        self.counts, self.articles = index.frequencies(keys)
        self.by_key = {key: idf(key, self.counts.get(key, 0), self.articles) for key in keys}
        self._by_hash = {h: self.by_key[key] for h, key in zip(hashes, keys, strict=False)}

    def of(self, term: int) -> float:
        """The inverse document frequency of a term, by its hash."""
        return self._by_hash[term]


def prior_idf_of_hash(term: int) -> float:
    """`prior_idf` of a term by its hash: what can be known without asking the library."""
    return _prior_idf_by_hash().get(term, _UNLISTED)
