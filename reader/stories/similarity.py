"""How similar articles are: the cosine of their terms, weighted by idf; across languages, of names and numbers.

Whether two similarities can be compared is another matter: among many look-alikes the same number means less (`density`
in neighbours.py). Many articles are compared at once, as arrays; numpy, slow to import, is loaded when something is
compared and not before. Not here: finding candidates, deciding what belongs together.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

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
EVENT_UNDATED = 0.64
"""What it says about that where a date is missing, as a share of what it says about two articles of one day."""
PARTICULARS = 0.3
"""The similarity of names and numbers that reports of one event mostly have."""
SHORT = 0.3
"""The power of the share of the most terms that an article can have, by which those of short ones count for more."""
SHORTEST = 20
"""Terms below which that no longer grows."""
UNTHREADED = 200_000
"""Products of two numbers that are worked out in one go."""

Array = Any  # numpy's own array types say no more here than their name


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

    def similarities(self, others: Sequence[FeatureVector]) -> list[float]:
        """`similarity` to each of the others."""
        import numpy as np

        if not others or not self.weights:
            return [0.0] * len(others)
        hashes, counts, row, neutral = _columns(others)
        mine = np.fromiter(self.weights, np.uint32, len(self.weights))
        order = np.argsort(mine)
        mine = mine[order]
        weights = np.fromiter(self.weights.values(), float, len(mine))[order]
        by_name = np.array([self.neutral.get(h, 0.0) for h in mine.tolist()])
        # Most terms of the others are not this one's: half of a hash tells that much sooner than a search does.
        halves = np.zeros(1 << 16, bool)
        halves[mine & 0xFFFF] = True
        found = np.flatnonzero(halves[hashes & 0xFFFF])
        at = np.minimum(np.searchsorted(mine, hashes[found]), len(mine) - 1)
        same = mine[at] == hashes[found]
        at, found = at[same], found[same]
        row, counts, neutral = row[found], counts[found], neutral[found]
        all_terms = np.bincount(row, weights[at] * counts, len(others)).tolist()
        names = np.bincount(row, by_name[at] * counts * neutral, len(others)).tolist()
        return [
            (
                CROSS_LANGUAGE * by_names / (other.neutral_norm or 1.0)
                if foreign(self.vector.language, other.language)
                else by_terms / (other.norm or 1.0)
            )
            * time_decay(self.vector, other)
            for other, by_terms, by_names in zip(others, all_terms, names, strict=True)
        ]


def _dot(weights: dict[int, float], hashes: Iterable[int], counts: bytes) -> float:
    return math.fsum([weights[h] * c for h, c in zip(hashes, counts, strict=False) if h in weights])


def time_decay(a: FeatureVector, b: FeatureVector) -> float:
    """From 1 for the same day down to 1 - MAX_DECAY; for an undated article in between."""
    if not a.day or not b.day:
        return 1 - MAX_DECAY * UNDATED
    days: int = abs(a.day - b.day)
    return 1 - MAX_DECAY * days / (days + HALF_DECAY)


def _columns(vectors: Sequence[FeatureVector]) -> tuple[Array, Array, Array, Array]:
    """All terms of the articles one after the other: hashes, weights, whose each is, whether it is a name or number."""
    import numpy as np

    sizes = np.array([len(vector.terms) for vector in vectors])
    row = np.repeat(np.arange(len(vectors)), sizes)
    place = np.arange(len(row)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    neutral = place < np.array([vector.neutral for vector in vectors])[row]
    hashes = np.frombuffer(b"".join(vector.terms for vector in vectors), np.uint32)  # type: ignore[misc]
    weights = np.frombuffer(b"".join(vector.weights for vector in vectors), np.uint8).astype(float)
    return hashes, weights, row, neutral


class SharedTerms:
    """The terms that at least two of the articles have: all that matters when they are compared with each other."""

    def __init__(self, vectors: Sequence[FeatureVector]) -> None:
        import numpy as np

        self.vectors = vectors
        hashes, weights, row, neutral = _columns(vectors)
        known, first, inverse, counts = np.unique(hashes, return_index=True, return_inverse=True, return_counts=True)
        self._first = first[counts > 1]
        self.hashes: list[int] = known[counts > 1].tolist()
        """In ascending order."""
        column = np.cumsum(counts > 1) - 1
        kept = np.flatnonzero((counts > 1)[inverse])
        self._row, self._neutral, self._column = row[kept], neutral[kept], column[inverse[kept]]
        self._scale = weights[kept] / STEPS / np.array([vector.norm or 1.0 for vector in vectors])[self._row]

    def spelled(self) -> list[str]:
        """The terms themselves, in the order of `hashes`."""
        import numpy as np

        ends = np.cumsum([len(vector.terms) for vector in self.vectors])
        whose = np.searchsorted(ends, self._first, side="right").tolist()
        lines: dict[int, list[str]] = {i: self.vectors[i].lines() for i in set(whose)}
        starts = [0, *ends.tolist()]
        return [
            lines[i][place - starts[i]].partition("\t")[0] for i, place in zip(whose, self._first.tolist(), strict=True)
        ]

    def cosines(self, idfs: Sequence[float]) -> tuple[Array, Array]:
        """Of each two articles, the cosine of all their terms, and that of their names and numbers; 0 on the diagonal.

        idfs: of each of `hashes`.
        """
        import numpy as np

        values = self._scale * np.array(idfs)[self._column]
        words = np.zeros((len(self.vectors), len(idfs)))
        names = words.copy()
        words[self._row, self._column] = values * ~self._neutral
        names[self._row, self._column] = values * self._neutral
        by_names = _products(names)
        by_terms = _products(words) + by_names
        ratios = np.array([vector.norm / (vector.neutral_norm or 1.0) for vector in self.vectors])
        by_names *= np.outer(ratios, ratios)
        np.fill_diagonal(by_terms, 0.0)
        np.fill_diagonal(by_names, 0.0)
        return by_terms, by_names


def _products(rows: Array) -> Array:
    """Of each two rows, the sum of products; in blocks for which no library of linear algebra starts threads.

    On matrices of this size these only wait for each other, and that costs more than the products.
    """
    width = max(1, UNTHREADED // max(1, len(rows) ** 2))
    blocks = (rows[:, start : start + width] for start in range(0, max(1, rows.shape[1]), width))
    return sum(block @ block.T for block in blocks)


class _Pairs:
    """What each two of some articles are to each other, apart from their terms."""

    def __init__(self, vectors: Sequence[FeatureVector]) -> None:
        import numpy as np

        days = np.array([vector.day for vector in vectors], float)
        self.apart = np.abs(days[:, None] - days)
        """Days; of no meaning where one is undated."""
        self.undated = (days[:, None] == 0) | (days == 0)
        languages = np.array([vector.language for vector in vectors])
        known = languages != ""
        self.foreign = (languages[:, None] != languages) & known[:, None] & known
        sizes = np.maximum(SHORTEST, [len(vector.terms) for vector in vectors])
        self.short = (TERMS / np.sqrt(np.outer(sizes, sizes))) ** SHORT
        """What a similarity counts for more between articles of few terms, which share fewer of them."""


def pairwise_similarities(shared: SharedTerms, idfs: Sequence[float]) -> Array:
    """How alike each two of the articles are, as `Query.similarity`; 0 on the diagonal."""
    import numpy as np

    by_terms, by_names = shared.cosines(idfs)
    pairs = _Pairs(shared.vectors)
    lost = np.where(pairs.undated, UNDATED, pairs.apart / (pairs.apart + HALF_DECAY))
    return np.where(pairs.foreign, CROSS_LANGUAGE * by_names, by_terms) * (1 - MAX_DECAY * lost)


def event_similarities(shared: SharedTerms, idfs: Sequence[float], particulars: float) -> Array:
    """How far each two of the articles may tell one event; 0 on the diagonal. Not on the scale of `Query.similarity`.

    Reports of two storms share their words, reports of one share its names and numbers as well; and its days. Other
    than for `time_decay` there is no floor: however alike two articles are a year apart, they tell two events.
    particulars: how much names and numbers count beside all terms.
    """
    import numpy as np

    by_terms, by_names = shared.cosines(idfs)
    pairs = _Pairs(shared.vectors)
    same = pairs.short * by_terms * (1 + particulars * by_names) / (1 + particulars * PARTICULARS)
    decay = 1 / ((1 + pairs.apart / EVENT_HALVED) * (1 + (pairs.apart / EVENT_OVER) ** 2))
    return np.where(pairs.foreign, CROSS_LANGUAGE * by_names, same) * np.where(pairs.undated, EVENT_UNDATED, decay)
