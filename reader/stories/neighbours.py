"""The nearest neighbours of an article, found through the index; how many of them two articles share.

The work is bounded whatever the size of the library: a few keys with a high idf, the newest articles of each, a list of
candidates of fixed length. Not here: ranking and reasons (relatedness.py), stories (clustering.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.stories.features import INDEXED_PASSAGES, FeatureVector
from reader.stories.idf import LibraryIdf
from reader.stories.index import ArticleIndex
from reader.stories.similarity import Array, Query

KEYS = 24
"""The keys of the article that say most, by which candidates are looked for."""
PER_KEY = 100
"""Articles looked at for each key, the newest ones."""
CANDIDATES = 150
"""Articles compared."""
NEAREST = 30
"""The nearest of them, which are looked at for stories and for missing years."""
SHARPNESS = 1.5
"""The power to which similarities are raised in `shared_neighbours`, so that the nearest neighbours say most."""


@dataclass(slots=True)
class Neighbour:
    """An article near another."""

    id: int
    vector: FeatureVector
    similarity: float
    nearness: float = 0.0
    """Its similarity in view of what else is near: what neighbours are ranked by."""


@dataclass(slots=True)
class Neighbourhood:
    """An article and the articles most like it, most alike first."""

    query: Query
    keys: list[str]
    """Its terms, in the order of its vector."""
    shown: dict[str, str]
    """Its terms that are written otherwise in it, as they are written: names, and words whose stem is no word."""
    neighbours: list[Neighbour]

    @property
    def vector(self) -> FeatureVector:
        """The article's own vector."""
        return self.query.vector


def neighbourhood(article_id: int, index: ArticleIndex, *, limit: int = NEAREST) -> Neighbourhood | None:
    """The `limit` articles most like an article; None if the index has no features of it."""
    packed = index.features([article_id]).get(article_id)
    if packed is None:
        return None
    vector = FeatureVector(packed)
    keys, shown = vector.spelled()
    idf = LibraryIdf(keys, index)
    query = Query(vector, idf.of_each)
    wide = max(CANDIDATES, 2 * limit)
    ids = index.candidates(_keys_to_ask(vector, keys, idf, wide), limit=wide, per_key=max(PER_KEY, limit))
    others = index.unpacked([i for i in ids if i != article_id], FeatureVector)
    similarities = query.similarities(list(others.values()))
    nearest = sorted(zip([-similarity for similarity in similarities], others, strict=True))[:limit]
    return Neighbourhood(query, keys, shown, [Neighbour(i, others[i], -distance) for distance, i in nearest])


def _keys_to_ask(vector: FeatureVector, keys: Sequence[str], idf: LibraryIdf, wide: int) -> list[str]:
    """The keys by which candidates are found: passages, then the terms that say most (all if many are wanted)."""
    copies = [f"~{h:x}" for h in vector.passages[:INDEXED_PASSAGES]]
    copies += [f'"{h:x}' for h in vector.quotations[:INDEXED_PASSAGES]]
    each = zip(vector.weights, idf.of_each, idf.counts, range(len(keys)), strict=True)
    shared = sorted([(-weight * known, at) for weight, known, count, at in each if count > 1])
    return copies + [keys[at] for _, at in shared[: KEYS if wide <= CANDIDATES else len(shared)]]


def shared_neighbours(similarities: Array, *, near: int, alone: float) -> Array:
    """From 0 to 1, how far each two articles have the same others near them: the cosine of their rows of similarities.

    Two articles that say the same in different words are near the same third ones; two that only share words are not
    (shared nearest neighbours: Jarvis and Patrick 1973). Of each row the `near` highest count, raised to SHARPNESS. An
    article is its own neighbour, `alone` times as like itself as its nearest is. similarities: 0 on the diagonal.
    """
    import numpy as np  # here, as in similarity.py

    size = len(similarities)
    highest = size - 1 - np.argsort(-similarities[:, ::-1], axis=1, kind="stable")[:, :near]
    rows = np.zeros((size, size))
    at = np.arange(size)[:, None]
    rows[at, highest] = np.maximum(similarities[at, highest], 0.0) ** SHARPNESS
    np.fill_diagonal(rows, (alone * similarities.max(axis=1)) ** SHARPNESS)
    lengths = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    rows /= np.where(lengths, lengths, 1.0)
    shared = rows @ rows.T
    np.fill_diagonal(shared, 0.0)
    return shared


def density(similarities: Array, neighbours: int) -> Array:
    """How dense it is around each article: the mean of its similarities to so many nearest neighbours."""
    import numpy as np

    return np.sort(similarities, axis=1)[:, -neighbours:].sum(axis=1) / neighbours
