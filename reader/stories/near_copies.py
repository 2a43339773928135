"""Near-copies: whether two articles are the same report, a copy or a later version of it.

Here: the question, answered from packed features, for many pairs quickly. Not here: tellings of a story, which look at
the texts (tellings.py), and articles about the same event (relatedness.py).
"""

from __future__ import annotations

from collections.abc import Callable

from reader.stories.features import FeatureVector
from reader.stories.idf import prior_idf_of_hash
from reader.stories.similarity import Query, repeats

SIMILAR = 0.4
"""The similarity from which two articles are one report; two reports of one event by one outlet mostly have less."""


class NearCopies:
    """Tells which articles are one report, and remembers what it has worked out."""

    def __init__(self, packed: Callable[[int], bytes | None]) -> None:
        """packed: gives an article's packed features by its id; None when it has none."""
        self._packed = packed
        self._known: dict[int, Query | None] = {}
        self._same: dict[tuple[int, int], bool] = {}

    def same(self, one: int, other: int) -> bool:
        """Whether the two are one report. True as well if either has no features, for then nothing tells them apart."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._same:
            self._same[pair] = self._compare(self._query(pair[0]), self._query(pair[1]))
        return self._same[pair]

    def _query(self, id_: int) -> Query | None:
        if id_ not in self._known:
            packed = self._packed(id_)
            self._known[id_] = None if packed is None else _query(FeatureVector(packed))
        return self._known[id_]

    def _compare(self, one: Query | None, other: Query | None) -> bool:
        if one is None or other is None:
            return True
        return repeats(one.vector, other.vector) or one.similarity(other.vector) >= SIMILAR


def _query(vector: FeatureVector) -> Query:
    return Query(vector, [prior_idf_of_hash(term) for term in vector.terms])
