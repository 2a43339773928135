"""How similar articles are: the cosine of their terms, weighted by idf; across languages, of names and numbers.

Whether two similarities can be compared is another matter: among many look-alikes the same number means less (`density`
in neighbours.py). Many articles are compared at once, as arrays; numpy, slow to import, is loaded when something is
compared and not before. Not here: finding candidates, deciding what belongs together.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from reader.comparison import foreign
from reader.stories.features import STEPS, TERMS, FeatureVector

FEW = 11.0
"""Between two languages only names and numbers can be compared, and where an article has few, sharing one says little:
this is added to their length (root of the sum of squares), so that a long row of them counts whole, a short one less.
"""
MAX_DECAY = 0.35
"""The share of a similarity that time can take away."""
HALF_DECAY = 7.0
"""Days apart at which time has taken half of that."""
UNDATED = 0.65
"""How much of it time takes where a date is missing: as if the two were about two weeks apart."""
PARTICULARS = 0.3
"""The similarity of names and numbers that reports of one event mostly have."""
SHORT = 0.3
"""The power of the share of the most terms that an article can have, by which those of short ones count for more."""
SHORTEST = 20
"""Terms below which that no longer grows."""
COPIED = 0.3
"""The share of the shorter one's sampled passages that stand in the other, from which it is a copy."""
SOME = 3
"""And this many passages at least: a paragraph that two short texts share does not make a copy."""
UNCHANGED = 0.85
"""The cosine from which a text is the same one published again, however short it is."""
TOLERATED = 2
"""Figures that the reports of one event may tell otherwise: tolls rise, and one writes 40 where another writes 42."""
UNTHREADED = 200_000
"""Products of two numbers that are worked out in one go."""

Array = Any  # numpy's own array types say no more here than their name


class EventWeights(NamedTuple):
    """How much what two articles share says about whether they tell one event."""

    particulars: float
    """How much names and numbers count beside all terms."""
    halved: float
    """Days apart at which it says half as much: a hyperbola ..."""
    over: float
    """... and days at which it is halved once more, by a square: what comes months later is another event."""
    undated: float
    """What it says where a date is missing, as a share of what it says about two articles of one day."""
    contradicted: float
    """How much less alike they are by the share of their figures that they tell otherwise."""


class Query:
    """An article that others are compared with: its terms, weighted by idf."""

    def __init__(self, vector: FeatureVector, idfs: Sequence[float]) -> None:
        """idfs: of each of the vector's terms."""
        self.vector = vector
        scale = STEPS**2 * (vector.norm or 1.0)
        each = zip(vector.terms, vector.weights, idfs, strict=True)
        self.weights = {h: w * known**2 / scale for h, w, known in each}
        ratio = vector.norm / (vector.neutral_norm or 1.0)
        self.neutral = {h: self.weights[h] * ratio * _sure(vector) for h in vector.terms[: vector.neutral]}

    def similarity(self, other: FeatureVector) -> float:
        """From 0 to about 1: a little above for copies full of words that are rarer here than in news at large."""
        if foreign(self.vector.language, other.language):
            theirs = other.terms[: other.neutral]
            alike = _sure(other) * _dot(self.neutral, theirs, other.weights) / (other.neutral_norm or 1.0)
        else:
            alike = _dot(self.weights, other.terms, other.weights) / (other.norm or 1.0)
        return float(alike * time_decay(self.vector, other))

    def similarities(self, others: Sequence[FeatureVector]) -> list[float]:
        """`similarity` to each of the others."""
        import numpy as np

        if not others or not self.weights:
            return [0.0] * len(others)
        hashes, counts, ends = _columns(others)
        mine = np.fromiter(self.weights, np.uint32, len(self.weights))
        order = np.argsort(mine)
        mine = mine[order]
        weights = np.fromiter(self.weights.values(), float, len(mine))[order]
        # Most terms of the others are not this one's: half of a hash tells that much sooner than a search does.
        halves = np.zeros(1 << 16, bool)
        halves[mine & 0xFFFF] = True
        found = np.flatnonzero(halves[hashes & 0xFFFF])
        at = np.minimum(np.searchsorted(mine, hashes[found]), len(mine) - 1)
        same = mine[at] == hashes[found]
        at, found = at[same], found[same]
        row, counts = np.searchsorted(ends, found, side="right"), counts[found]
        norms = np.array([other.norm or 1.0 for other in others])
        alike = np.bincount(row, weights[at] * counts, len(others)) / norms
        if abroad := [i for i, other in enumerate(others) if foreign(self.vector.language, other.language)]:
            by_name = np.array([self.neutral.get(h, 0.0) for h in mine.tolist()])
            starts = ends - [len(other.terms) for other in others]
            neutral = found - starts[row] < np.array([other.neutral for other in others])[row]
            names = np.bincount(row, by_name[at] * counts * neutral, len(others))[abroad]
            alike[abroad] = names * [_sure(others[i]) / (others[i].neutral_norm or 1.0) for i in abroad]
        similar: list[float] = (alike * _decays(self.vector.day, others)).tolist()
        return similar


def _sure(vector: FeatureVector) -> float:
    """From 0 to 1, how much an article's names and numbers say without its words."""
    length: float = vector.neutral_norm
    return length / math.hypot(length, FEW)


def _dot(weights: dict[int, float], hashes: Iterable[int], counts: bytes) -> float:
    return math.fsum([weights[h] * c for h, c in zip(hashes, counts, strict=False) if h in weights])


def time_decay(a: FeatureVector, b: FeatureVector) -> float:
    """From 1 for the same day down to 1 - MAX_DECAY; for an undated article in between."""
    if not a.day or not b.day:
        return 1 - MAX_DECAY * UNDATED
    days: int = abs(a.day - b.day)
    return 1 - MAX_DECAY * days / (days + HALF_DECAY)


def _decays(day: int, others: Sequence[FeatureVector]) -> Array:
    """`time_decay` of each of the others from an article of that day."""
    import numpy as np

    if not day:
        return 1 - MAX_DECAY * UNDATED
    days = np.array([other.day for other in others])
    apart = np.abs(days - day)
    return np.where(days == 0, 1 - MAX_DECAY * UNDATED, 1 - MAX_DECAY * apart / (apart + HALF_DECAY))


def _columns(vectors: Sequence[FeatureVector]) -> tuple[Array, Array, Array]:
    """All terms of the articles one after the other: hashes and weights; and where those of each end."""
    import numpy as np

    hashes = np.frombuffer(b"".join([vector.terms for vector in vectors]), np.uint32)  # type: ignore[misc]
    weights = np.frombuffer(b"".join([vector.weights for vector in vectors]), np.uint8)
    return hashes, weights, np.cumsum([len(vector.weights) for vector in vectors])


class SharedTerms:
    """The terms that at least two of the articles have: all that matters when they are compared with each other."""

    def __init__(self, vectors: Sequence[FeatureVector]) -> None:
        import numpy as np

        self.vectors = vectors
        hashes, weights, ends = _columns(vectors)
        # Each with its place behind it: sorting numbers is several times as quick as sorting places by numbers.
        placed = np.sort(hashes.astype(np.uint64) << np.uint64(32) | np.arange(len(hashes), dtype=np.uint64))
        hashes, place = placed >> np.uint64(32), (placed & np.uint64(0xFFFFFFFF)).astype(np.int64)
        new = np.ones(len(hashes) + 1, bool)
        new[1:-1] = hashes[1:] != hashes[:-1]
        kept = ~(new[:-1] & new[1:])  # the same as the one before it or as the one behind it
        first = new[:-1][kept]
        place = place[kept]
        self.hashes: list[int] = hashes[kept][first].tolist()
        """In ascending order."""
        self._column = np.cumsum(first) - 1
        self._row = np.searchsorted(ends, place, side="right")
        starts = ends - [len(vector.weights) for vector in vectors]
        self._neutral = place - starts[self._row] < np.array([vector.neutral for vector in vectors])[self._row]
        self._scale = weights[place] / STEPS / np.array([vector.norm or 1.0 for vector in vectors])[self._row]
        self._first = self._row[first].tolist(), (place - starts[self._row])[first].tolist()

    def spelled(self) -> list[str]:
        """The terms themselves, in the order of `hashes`."""
        keys = [vector.keys for vector in self.vectors]
        return [keys[row][place] for row, place in zip(*self._first, strict=True)]

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
        sure = [_sure(vector) for vector in vectors]
        self.sure = np.outer(sure, sure)
        """How much names and numbers alone say of two articles in two languages."""
        self.short = (TERMS / np.sqrt(np.outer(sizes, sizes))) ** SHORT
        """What a similarity counts for more between articles of few terms, which share fewer of them."""


def pairwise_similarities(shared: SharedTerms, idfs: Sequence[float]) -> Array:
    """How alike each two of the articles are, as `Query.similarity`; 0 on the diagonal."""
    import numpy as np

    by_terms, by_names = shared.cosines(idfs)
    pairs = _Pairs(shared.vectors)
    lost = np.where(pairs.undated, UNDATED, pairs.apart / (pairs.apart + HALF_DECAY))
    return np.where(pairs.foreign, pairs.sure * by_names, by_terms) * (1 - MAX_DECAY * lost)


def event_similarities(shared: SharedTerms, idfs: Sequence[float], weights: EventWeights) -> Array:
    """How far each two of the articles may tell one event; 0 on the diagonal. Not on the scale of `Query.similarity`.

    Reports of two storms share their words, reports of one share its names and numbers as well; and its days. Other
    than for `time_decay` there is no floor: however alike two articles are a year apart, they tell two events.
    """
    import numpy as np

    by_terms, by_names = shared.cosines(idfs)
    pairs = _Pairs(shared.vectors)
    particulars = (1 + weights.particulars * by_names) / (1 + weights.particulars * PARTICULARS)
    same = pairs.short * by_terms * particulars
    decay = 1 / ((1 + pairs.apart / weights.halved) * (1 + (pairs.apart / weights.over) ** 2))
    alike = np.where(pairs.foreign, pairs.sure * by_names, same) * np.where(pairs.undated, weights.undated, decay)
    if weights.contradicted:
        alike *= np.exp(-weights.contradicted * _contradictions(shared.vectors))
    for a, b in _editions(shared.vectors, by_terms):
        alike[a, b] = alike[b, a] = 0.0
    return alike


def _contradictions(vectors: Sequence[FeatureVector]) -> Array:
    """Of each two articles, the share of their figures that they tell otherwise: `third round` against `fourth round`.

    Figures that they tell alike make up for as many, and TOLERATED of them prove nothing.
    """
    import numpy as np

    figures = np.concatenate([np.frombuffer(vector.figures, np.uint32) for vector in vectors])  # type: ignore[call-overload]
    rows = np.repeat(np.arange(len(vectors)), [len(vector.figures) for vector in vectors])

    def in_common(keys: Array) -> Array:
        _, column, count = np.unique(keys, return_inverse=True, return_counts=True)
        known = np.zeros((len(vectors), len(count)))
        known[rows, column] = 1.0
        return _products(known[:, count > 1])

    sizes = np.sqrt(np.maximum(1, np.bincount(rows, minlength=len(vectors))))
    return np.maximum(0.0, in_common(figures >> np.uint32(12)) - 2 * in_common(figures) - TOLERATED) / np.outer(
        sizes, sizes
    )


def _editions(vectors: Sequence[FeatureVector], by_terms: Array) -> Iterator[tuple[int, int]]:
    """The pairs that are two editions of a column, which have their frame in common and no event.

    Their outlet and their headline but for the day are the same, their days are not; and they are not one report, which
    needs no looking at where each headline names another day.
    """
    numbers: dict[int, list[int]] = {}
    for at, vector in enumerate(vectors):
        if vector.series:
            numbers.setdefault(vector.series >> 8, []).append(at)
    for together in numbers.values():
        for a, b in combinations(together, 2):
            one, other = vectors[a], vectors[b]
            renamed = one.series != other.series
            if one.day != other.day and (renamed or (by_terms[a, b] < UNCHANGED and not repeats(one, other))):
                yield a, b


def repeats(one: FeatureVector, other: FeatureVector) -> bool:
    """Whether so many passages of the shorter one stand in the other that one is a copy or a later version."""
    mine, theirs = set(one.passages), set(other.passages)
    return len(mine & theirs) >= max(SOME, COPIED * min(len(mine), len(theirs)))
