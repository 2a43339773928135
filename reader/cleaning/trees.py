"""Boosted symmetric trees, evaluated with numpy: the weights that the training script learned.

Here: reading the data file and summing the trees. Not here: what the columns mean (`features`).
A symmetric tree asks the same question on each level, so that all rows go through all trees in a few array operations.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np


class Trees:
    """A sum of symmetric trees of one depth over columns of a matrix."""

    def __init__(self, data: dict[str, Any]) -> None:
        """`data`: depth, columns and borders (one a level, tree after tree), leaves (2**depth a tree), scale, bias."""
        import numpy as np  # slow to load; nothing before the first cleaning needs it

        self._depth = int(data["depth"])
        self._columns = np.array(data["columns"], dtype=np.intp)
        self._borders = np.array(data["borders"], dtype=np.float32)
        self._leaves = (np.array(data["leaves"], dtype=np.float32) * data["scale"]).reshape(-1)
        self._bias = float(data["bias"])
        self._trees = len(self._columns) // self._depth
        self._offsets = np.arange(self._trees, dtype=np.intp) * (1 << self._depth)
        self._powers = (1 << np.arange(self._depth)).astype(np.int16)

    def chances(self, rows: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """The chance of each row, from 0 to 1."""
        import numpy as np  # loaded by now

        pieces = []
        for start in range(0, len(rows), 2048):
            part = rows[start : start + 2048]
            answers = part[:, self._columns] > self._borders
            leaf = answers.reshape(len(part), self._trees, self._depth) @ self._powers
            total = self._leaves[leaf + self._offsets].sum(axis=1) + self._bias
            pieces.append(1 / (1 + np.exp(-total)))
        return np.concatenate(pieces)


@lru_cache(maxsize=1)
def load() -> dict[str, Trees]:
    """The learned trees by name."""
    data = json.loads(files("reader.cleaning").joinpath("model.json").read_text(encoding="ascii"))
    return {name: Trees(tree) for name, tree in data.items()}
