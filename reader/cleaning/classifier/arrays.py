"""Types of the classifier's arrays, and features addressed by name.

Not here: what the features are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Matrix = NDArray[np.float32]
"""Features: a row per line, a column per feature. The other way round while it is filled, so that the numbers of one
feature lie together in memory.
"""
Floats = NDArray[np.float64]
Integers = NDArray[np.intp]
Booleans = NDArray[np.bool_]
Hashed = NDArray[np.uint64]
Kinds = NDArray[np.uint8]
Numbers = NDArray[Any]
"""An array of whatever numbers an expression gives; it becomes float32 when it is put into a `Matrix`."""


def index_of(names: Sequence[str]) -> dict[str, int]:
    """The column of each feature."""
    return {name: column for column, name in enumerate(names)}


class FeatureRows:
    """The rows of a matrix that is being filled, a row per feature, addressed by the features' names."""

    __slots__ = ("_index", "_rows")

    def __init__(self, index: Mapping[str, int], rows: Matrix) -> None:
        self._index = index
        self._rows = rows

    def __getitem__(self, name: str) -> Matrix:
        row: Matrix = self._rows[self._index[name]]
        return row

    def __setitem__(self, name: str, numbers: ArrayLike) -> None:
        self._rows[self._index[name]] = numbers
