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
_UNLISTED_NAME = -math.log(RARE_NAME)


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
    known = _listed().get(key)
    return known if known is not None else _UNLISTED_NAME if key[:1] == "@" else _UNLISTED


@cache
def _listed() -> dict[str, float]:
    """`prior_idf` of the keys in the table."""
    return {key: -math.log(share) for key, share in _shares().items()}


def idf(key: str, count: int, articles: int) -> float:
    """The inverse document frequency of a key that `count` of the library's `articles` have.

    Never below a share of `prior_idf`, so that the articles are similar even in a library of copies of one report.
    """
    return _idfs([key], [count], articles)[0]


def _idfs(keys: Sequence[str], counts: Sequence[int], articles: int) -> list[float]:
    """`idf` of each of the keys: some hundred for every article that is added."""
    listed, log = _priors().get, math.log
    name, other = _prior("@"), _prior("")
    known = [listed(key) or (name if key[:1] == "@" else other) for key in keys]
    each = zip(known, counts, strict=True)
    here = [log((articles + weight + 1) / (count + expected + 0.5)) for (weight, expected, _), count in each]
    return [value if value > least else least for value, (_, _, least) in zip(here, known, strict=True)]


@cache
def _priors() -> dict[str, tuple[int, float, float]]:
    """Of each key in the table: for how many articles it counts, in how many of these the key is; its least idf."""
    return {key: _prior(key) for key in _shares()}


def _prior(key: str) -> tuple[int, float, float]:
    weight = PRIOR_WEIGHT if key in _shares() and key[0] != "@" else UNLISTED_WEIGHT
    return weight, weight * prior_share(key), FLOOR * prior_idf(key)


def term_hash(key: str) -> int:
    """The number that stands for a key in packed features."""
    return zlib.crc32(key.encode("utf-8", "replace"))


@cache
def _prior_idf_by_hash() -> dict[int, float]:
    """`prior_idf` of the keys in the table, by hash."""
    return {term_hash(key): known for key, known in _listed().items()}


class LibraryIdf:
    """The idf of keys in a library. Asks the index once."""

    def __init__(self, keys: Sequence[str], index: ArticleIndex) -> None:
        found, self.articles = index.frequencies(keys)
        self.counts = [found.get(key, 0) for key in keys]
        """How many articles have each of them."""
        self.of_each = _idfs(keys, self.counts, self.articles)


def prior_idf_of_hash(term: int) -> float:
    """`prior_idf` of a term by its hash: what can be known without asking the library."""
    return _prior_idf_by_hash().get(term, _UNLISTED)
