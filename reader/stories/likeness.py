"""How alike two articles are: the cosine of their terms, weighted by rarity; across languages, of names and numbers.

Whether two likenesses can be compared is another matter: in a crowd of look-alikes the same number means less
(`crowding`). Not here: finding candidates, deciding what belongs together.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from heapq import nlargest

from reader.stories.rarity import general, general_by_hash, telling
from reader.stories.shelf import Shelf
from reader.stories.sketch import Sketch

ACROSS = 0.6
"""What the likeness of names and numbers alone counts, between two languages."""
DAYS = 10.0
"""Days apart at which time has taken half of what it can take."""
LATE = 0.35
"""The share of a likeness that time can take."""
CROWD = 10
"""Neighbours by which crowding is measured."""
ROOM = 0.2
"""Added to every crowding, so that an article without neighbours does not look like everything."""


class Rarity:
    """How telling an article's terms are in a library, by their hashes. Asks the shelf once."""

    def __init__(self, keys: Sequence[str], hashes: Sequence[int], shelf: Shelf) -> None:
        self.counts, self.articles = shelf.frequencies(keys)
        self.by_key = {key: telling(key, self.counts.get(key, 0), self.articles) for key in keys}
        self._by_hash = {h: self.by_key[key] for h, key in zip(hashes, keys, strict=False)}

    def of(self, term: int) -> float:
        """The inverse document frequency of a term, by its hash."""
        return self._by_hash[term]


_RARE = general("")


def in_general(term: int) -> float:
    """The rarity of a term in news at large, by its hash: what there is without asking the library."""
    return general_by_hash().get(term, _RARE)


class Asked:
    """An article that others are compared with: its terms, weighted by how telling they are."""

    def __init__(self, sketch: Sketch, rarity: Callable[[int], float]) -> None:
        self.sketch = sketch
        scale = 1600 * (sketch.norm or 1.0)
        self.weights = {h: w * rarity(h) ** 2 / scale for h, w in zip(sketch.terms, sketch.weights, strict=False)}
        ratio = sketch.norm / (sketch.neutral_norm or 1.0)
        self.neutral = {h: self.weights[h] * ratio for h in sketch.terms[: sketch.neutral]}

    def likeness(self, other: Sketch) -> float:
        """From 0 to about 1: a little above for copies full of words that are rarer here than in news at large."""
        mine = self.sketch
        if mine.language != other.language and mine.language and other.language:
            theirs = other.terms[: other.neutral]
            alike = ACROSS * _dot(self.neutral, theirs, other.weights) / (other.neutral_norm or 1.0)
        else:
            alike = _dot(self.weights, other.terms, other.weights) / (other.norm or 1.0)
        return alike * in_time(mine, other)


def _dot(weights: dict[int, float], hashes: Iterable[int], counts: bytes) -> float:
    return math.fsum(weights[h] * c for h, c in zip(hashes, counts, strict=False) if h in weights)


def in_time(a: Sketch, b: Sketch) -> float:
    """From 1 for the same day down to 1 - LATE; for an undated article in between."""
    if not a.day or not b.day:
        return 1 - LATE / 3
    days = abs(a.day - b.day)
    return 1 - LATE * days / (days + DAYS)


def crowding(likenesses: Iterable[float]) -> float:
    """How crowded it is around an article, from its likenesses to those around it: the mean of the highest ones."""
    return math.fsum(nlargest(CROWD, likenesses)) / CROWD
