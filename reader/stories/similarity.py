"""How similar articles are: the cosine of their terms, weighted by idf; across languages, of names and numbers.

Whether two similarities can be compared is another matter: among many look-alikes the same number means less (`density`
in neighbours.py). Not here: finding candidates, deciding what belongs together.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from reader.comparison import foreign
from reader.stories.features import STEPS, TERMS, FeatureVector

CROSS_LANGUAGE = 0.85
"""The weight of a similarity between two languages, which rests on names and numbers alone."""
MAX_DECAY = 0.35
"""The share of a similarity that time can take away."""
HALF_DECAY = 7.0
"""Days apart at which time has taken half of that."""
UNDATED = 0.65
"""How much of it time takes where a date is missing: as if the two were about two weeks apart."""
EVENT_HALVED = 25.0
"""Days apart at which a similarity says half as much about whether two articles tell one event; a hyperbola ..."""
EVENT_OVER = 30.0
"""... and days at which it is halved once more, by a square: what comes months later is another event."""
EVENT_UNDATED = 0.6
"""What it says about that where a date is missing, as a share of what it says about two articles of one day."""
PARTICULARS = 1.3
"""One and the similarity of names and numbers that reports of one event mostly have."""
SHORT = 0.3
"""The power of the share of the most terms that an article can have, by which those of short ones count for more."""
SHORTEST = 20
"""Terms below which that no longer grows."""


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


def event_decay(a: FeatureVector, b: FeatureVector) -> float:
    """How much a similarity says about whether two articles tell one event: 1 on the same day, next to 0 after a year.

    Other than `time_decay` it has no floor: however alike two articles are a year apart, they tell two events.
    """
    if not a.day or not b.day:
        return EVENT_UNDATED
    days: int = abs(a.day - b.day)
    return 1 / ((1 + days / EVENT_HALVED) * (1 + (days / EVENT_OVER) ** 2))


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

    def alike(a: FeatureVector, b: FeatureVector, all_terms: float, neutral: float) -> float:
        return (CROSS_LANGUAGE * neutral if foreign(a.language, b.language) else all_terms) * time_decay(a, b)

    return _pairwise(vectors, idf_of, alike)


def event_similarities(vectors: Sequence[FeatureVector], idf_of: Callable[[int], float]) -> list[list[float]]:
    """How far each two of the articles may tell one event; 0 on the diagonal. Not on the scale of `Query.similarity`.

    Reports of two storms share their words, reports of one share its names and numbers as well; and its days.
    """

    def alike(a: FeatureVector, b: FeatureVector, all_terms: float, neutral: float) -> float:
        same = (
            CROSS_LANGUAGE * neutral
            if foreign(a.language, b.language)
            else _short(a, b) * all_terms * (1 + neutral) / PARTICULARS
        )
        return same * event_decay(a, b)

    return _pairwise(vectors, idf_of, alike)


def _short(a: FeatureVector, b: FeatureVector) -> float:
    """What a similarity counts for more between articles of few terms, which share fewer of them."""
    return math.pow(TERMS / math.sqrt(max(SHORTEST, len(a.terms)) * max(SHORTEST, len(b.terms))), SHORT)


def _pairwise(
    vectors: Sequence[FeatureVector],
    idf_of: Callable[[int], float],
    alike: Callable[[FeatureVector, FeatureVector, float, float], float],
) -> list[list[float]]:
    """What `alike` makes of each two articles, of the cosine of all their terms and that of their names and numbers."""
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
            both = by_names[i][j]
            found = alike(a, vectors[j], by_words[i][j] + both, both * ratios[i] * ratios[j])
            by_words[i][j] = by_words[j][i] = found
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
