"""How telling a key is: its rarity in the library, steadied by how common it is in news at large.

A library of five articles cannot tell a rare word from a common one, so every count starts from a prior: the share of
English news stories that contain the stem, from a table in the package (benchmarks/learn_common_stems.py made it). Keys
that are not in the table, those of other languages among them, count as rare. Not here: which keys an article has.
"""

from __future__ import annotations

import math
import zlib
from functools import cache
from pathlib import Path

RARE = 0.001
"""The share of stories assumed for a key that is not in the table."""
RARE_NAME = 0.002
"""The same, for a name."""
WEIGHT = 150
"""How many articles the table's share of a key counts for."""
DOUBT = 40
"""The same for names and for keys that are not in the table: what a library shows of them says more."""
LEAST = 0.25
"""The share of its rarity in news at large that a key keeps in any library."""


@cache
def _shares() -> dict[str, float]:
    shares: dict[str, float] = {}
    for line in (Path(__file__).parent / "common_stems.txt").read_text(encoding="utf-8").splitlines():
        share, _, stems = line.partition(": ")
        if stems:
            shares.update(dict.fromkeys(stems.split(), float(share)))
    return shares


def share(key: str) -> float:
    """The share of news stories, from 0 to 1, in which the key is to be expected."""
    return _shares().get(key, RARE_NAME if key[:1] == "@" else RARE)


def general(key: str) -> float:
    """The inverse document frequency of a key in news at large."""
    return -math.log(share(key))


def telling(key: str, count: int, articles: int) -> float:
    """The inverse document frequency of a key that `count` of the library's `articles` have.

    Never below a share of `general`: in a library of copies of one report, too, they are alike.
    """
    weight = WEIGHT if key in _shares() and key[0] != "@" else DOUBT
    here = math.log((articles + weight + 1) / (count + weight * share(key) + 0.5))
    return max(LEAST * general(key), here)


def term_hash(key: str) -> int:
    """The number that stands for a key in packed features."""
    return zlib.crc32(key.encode("utf-8", "replace"))


@cache
def general_by_hash() -> dict[int, float]:
    """`general` of the keys in the table, by hash; other words have `general("")`, other names `general("@")`."""
    return {term_hash(key): general(key) for key in _shares()}
