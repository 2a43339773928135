"""How alike articles are: the cosine of their terms, weighted by rarity; across languages, of names and numbers.

Whether two likenesses can be compared is another matter: in a crowd of look-alikes the same number means less
(`crowding`). Not here: finding candidates, deciding what belongs together.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from heapq import nlargest

from reader.stories.rarity import general, general_by_hash, telling
from reader.stories.shelf import Shelf
from reader.stories.sketch import STEPS, Sketch

ACROSS = 0.85
"""What the likeness of names and numbers alone counts, between two languages."""
DAYS = 7.0
"""Days apart at which time has taken half of what it can take."""
LATE = 0.35
"""The share of a likeness that time can take."""
FAITH = 1.5
"""The power of a likeness with which it counts in the company that an article keeps."""
UNDATED = 0.65
"""How much of that it takes where a date is missing: as if they were about two weeks apart."""


class Rarity:
    """How telling terms are in a library, by their hashes. Asks the shelf once."""

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
        scale = STEPS**2 * (sketch.norm or 1.0)
        self.weights = {h: w * rarity(h) ** 2 / scale for h, w in zip(sketch.terms, sketch.weights, strict=False)}
        ratio = sketch.norm / (sketch.neutral_norm or 1.0)
        self.neutral = {h: self.weights[h] * ratio for h in sketch.terms[: sketch.neutral]}

    def likeness(self, other: Sketch) -> float:
        """From 0 to about 1: a little above for copies full of words that are rarer here than in news at large."""
        if foreign(self.sketch, other):
            theirs = other.terms[: other.neutral]
            alike = ACROSS * _dot(self.neutral, theirs, other.weights) / (other.neutral_norm or 1.0)
        else:
            alike = _dot(self.weights, other.terms, other.weights) / (other.norm or 1.0)
        return float(alike * in_time(self.sketch, other))


def _dot(weights: dict[int, float], hashes: Iterable[int], counts: bytes) -> float:
    return math.fsum([weights[h] * c for h, c in zip(hashes, counts, strict=False) if h in weights])


def foreign(a: Sketch, b: Sketch) -> bool:
    """Whether two articles are in different languages, as far as that is known."""
    return a.language != b.language and bool(a.language) and bool(b.language)


def in_time(a: Sketch, b: Sketch) -> float:
    """From 1 for the same day down to 1 - LATE; for an undated article in between."""
    if not a.day or not b.day:
        return 1 - LATE * UNDATED
    days: int = abs(a.day - b.day)
    return 1 - LATE * days / (days + DAYS)


def shared_terms(sketches: Sequence[Sketch]) -> set[int]:
    """The terms that at least two of the articles have: all that matters when they are compared with each other."""
    seen: set[int] = set()
    shared: set[int] = set()
    for sketch in sketches:
        terms = set(sketch.terms)
        shared |= seen & terms
        seen |= terms
    return shared


def all_likenesses(sketches: Sequence[Sketch], rarity: Callable[[int], float]) -> list[list[float]]:
    """How alike each two of the articles are, as `Asked.likeness`; 0 on the diagonal."""
    shared = {h: rarity(h) for h in shared_terms(sketches)}
    words: dict[int, list[tuple[int, float]]] = {}
    neutral: dict[int, list[tuple[int, float]]] = {}
    for i, sketch in enumerate(sketches):
        scale = 1 / (STEPS * (sketch.norm or 1.0))
        for place, (h, weight) in enumerate(zip(sketch.terms, sketch.weights, strict=False)):
            if h in shared:
                into = neutral if place < sketch.neutral else words
                into.setdefault(h, []).append((i, weight * shared[h] * scale))
    by_words, by_names = _products(words, len(sketches)), _products(neutral, len(sketches))
    ratios = [s.norm / (s.neutral_norm or 1.0) for s in sketches]
    for i, a in enumerate(sketches):
        for j in range(i):
            if foreign(a, sketches[j]):
                alike = ACROSS * by_names[i][j] * ratios[i] * ratios[j]
            else:
                alike = by_words[i][j] + by_names[i][j]
            by_words[i][j] = by_words[j][i] = alike * in_time(a, sketches[j])
    return by_words


def _products(postings: dict[int, list[tuple[int, float]]], size: int) -> list[list[float]]:
    """Sums of products over the terms, below the diagonal."""
    sums = [[0.0] * size for _ in range(size)]
    for found in postings.values():
        for at in range(1, len(found)):
            i, mine = found[at]
            row = sums[i]
            for j, theirs in found[:at]:
                row[j] += mine * theirs
    return sums


def shared_company(likenesses: Sequence[Sequence[float]], *, near: int, alone: float) -> list[list[float]]:
    """From 0 to 1, how far each two articles have the same others near them: the cosine of their rows of likenesses.

    Two articles that say the same in different words are near the same third ones; two that only share words are not
    (Jarvis and Patrick 1973). Of each row the `near` highest count, raised to FAITH, so that the nearest say most.
    An article is its own neighbour, `alone` times as like itself as its nearest is.
    """
    rows: list[dict[int, float]] = []
    for i, row in enumerate(likenesses):
        nearest = nlargest(near, ((alike, j) for j, alike in enumerate(row) if alike > 0 and j != i))
        kept = {j: alike**FAITH for alike, j in nearest}
        if nearest:
            kept[i] = (alone * nearest[0][0]) ** FAITH
        length = math.sqrt(math.fsum([w * w for w in kept.values()])) or 1.0
        rows.append({j: w / length for j, w in kept.items()})
    company = [[0.0] * len(rows) for _ in rows]
    for i, row_of_i in enumerate(rows):
        for j in range(i):
            company[i][j] = company[j][i] = _overlap(row_of_i, rows[j])
    return company


def _overlap(a: dict[int, float], b: dict[int, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return math.fsum([weight * b[j] for j, weight in a.items() if j in b])


def crowding(likenesses: Iterable[float], neighbours: int) -> float:
    """How crowded it is around an article: the mean of its likenesses to so many nearest neighbours."""
    return math.fsum(nlargest(neighbours, likenesses)) / neighbours
