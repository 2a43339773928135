"""How similar articles are: the cosine of their terms, weighted by idf; across languages, of names and numbers.

Whether two similarities can be compared is another matter: among many look-alikes the same number means less (`density`
in neighbours.py). Not here: finding candidates, deciding what belongs together.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from reader.comparison import foreign
from reader.stories.features import STEPS, FeatureVector

CROSS_LANGUAGE = 0.85
"""The weight of a similarity between two languages, which rests on names and numbers alone."""
MAX_DECAY = 0.35
"""The share of a similarity that time can take away."""
HALF_DECAY = 7.0
"""Days apart at which time has taken half of that."""
UNDATED = 0.65
"""How much of it time takes where a date is missing: as if the two were about two weeks apart."""


class Query:
    """An article that others are compared with: its terms, weighted by idf."""

    def __init__(self, vector: FeatureVector, idf_of: Callable[[int], float]) -> None:
        self.vector = vector
        scale = STEPS**2 * (vector.norm or 1.0)
        self.weights = {h: w * idf_of(h) ** 2 / scale for h, w in zip(vector.terms, vector.weights, strict=False)}
        ratio = vector.norm / (vector.neutral_norm or 1.0)
        self.neutral = {h: self.weights[h] * ratio for h in vector.terms[: vector.neutral]}

    def similarity(self, other: FeatureVector) -> float:
        """From 0 to about 1: a little above for copies full of words that are rarer here than in news at large."""
        if foreign(self.vector.language, other.language):
            theirs = other.terms[: other.neutral]
            alike = CROSS_LANGUAGE * _dot(self.neutral, theirs, other.weights) / (other.neutral_norm or 1.0)
        else:
            alike = _dot(self.weights, other.terms, other.weights) / (other.norm or 1.0)
        return float(alike * time_decay(self.vector, other))


def _dot(weights: dict[int, float], hashes: Iterable[int], counts: bytes) -> float:
    return math.fsum([weights[h] * c for h, c in zip(hashes, counts, strict=False) if h in weights])


def time_decay(a: FeatureVector, b: FeatureVector) -> float:
    """From 1 for the same day down to 1 - MAX_DECAY; for an undated article in between."""
    if not a.day or not b.day:
        return 1 - MAX_DECAY * UNDATED
    days: int = abs(a.day - b.day)
    return 1 - MAX_DECAY * days / (days + HALF_DECAY)


def shared_terms(vectors: Sequence[FeatureVector]) -> set[int]:
    """The terms that at least two of the articles have: all that matters when they are compared with each other."""
    seen: set[int] = set()
    shared: set[int] = set()
    for vector in vectors:
        terms = set(vector.terms)
        shared |= seen & terms
        seen |= terms
    return shared


def pairwise_similarities(vectors: Sequence[FeatureVector], idf_of: Callable[[int], float]) -> list[list[float]]:
    """How alike each two of the articles are, as `Query.similarity`; 0 on the diagonal."""
    shared = {h: idf_of(h) for h in shared_terms(vectors)}
    words: dict[int, list[tuple[int, float]]] = {}
    neutral: dict[int, list[tuple[int, float]]] = {}
    for i, vector in enumerate(vectors):
        scale = 1 / (STEPS * (vector.norm or 1.0))
        for place, (h, weight) in enumerate(zip(vector.terms, vector.weights, strict=False)):
            if h in shared:
                into = neutral if place < vector.neutral else words
                into.setdefault(h, []).append((i, weight * shared[h] * scale))
    by_words, by_names = _products(words, len(vectors)), _products(neutral, len(vectors))
    ratios = [s.norm / (s.neutral_norm or 1.0) for s in vectors]
    for i, a in enumerate(vectors):
        for j in range(i):
            if foreign(a.language, vectors[j].language):
                alike = CROSS_LANGUAGE * by_names[i][j] * ratios[i] * ratios[j]
            else:
                alike = by_words[i][j] + by_names[i][j]
            by_words[i][j] = by_words[j][i] = alike * time_decay(a, vectors[j])
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
