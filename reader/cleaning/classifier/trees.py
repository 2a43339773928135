"""Boosted symmetric trees, evaluated with numpy: the models that the training script learned.

Not here: what the columns mean (`text_features`, `html_features`). A symmetric tree asks the same question on each
level, so that all rows go through all trees in a few array operations.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np

from reader.cleaning.classifier.arrays import Matrix


class Trees:
    """A sum of symmetric trees of one depth over columns of a matrix."""

    def __init__(self, data: dict[str, Any]) -> None:
        """`data`: depth, columns and borders (one a level, tree after tree), leaves (2**depth a tree), scale, bias."""
        depth = int(data["depth"])
        # trees share questions: each is answered once, then looked up level by level, the last level first
        questions = list(zip(data["columns"], data["borders"], strict=True))
        asked = {question: i for i, question in enumerate(dict.fromkeys(questions))}
        self._columns = np.array([column for column, _ in asked], dtype=np.intp)
        self._borders = np.array([border for _, border in asked], dtype=np.float32)[:, None]
        by_tree = np.array([asked[question] for question in questions], dtype=np.intp).reshape(-1, depth)
        self._levels = by_tree.T[::-1].copy()
        self._leaves = np.array(data["leaves"], dtype=np.float32) * np.float32(data["scale"])
        self._offsets = (np.arange(len(by_tree), dtype=np.intp) << depth)[:, None]
        self._bias = float(data["bias"])

    def probabilities(self, rows: Matrix) -> Matrix:
        """The probability of each row, from 0 to 1; `rows`: a column per feature, as the model was trained."""
        pieces = []
        for start in range(0, len(rows), 2048):
            turned = np.ascontiguousarray(rows[start : start + 2048].T)
            # no index is out of bounds; clipping spares the check
            answers = (turned.take(self._columns, axis=0, mode="clip") > self._borders).view(np.uint8)
            leaf = answers.take(self._levels[0], axis=0, mode="clip")
            for level in self._levels[1:]:
                leaf += leaf
                leaf += answers.take(level, axis=0, mode="clip")
            at = leaf.astype(np.intp)
            at += self._offsets
            total = self._leaves.take(at, mode="clip").sum(axis=0) + self._bias
            pieces.append(1 / (1 + np.exp(-total)))
        return np.concatenate(pieces)


@lru_cache(maxsize=3)
def load(kind: str) -> tuple[Trees, ...]:
    """The models of the first and of the second stage, of a `text` or a `page`; that of the `kind` of pages."""
    data = json.loads(files("reader.cleaning.classifier").joinpath(f"model-{kind}.json").read_text(encoding="ascii"))
    return tuple(map(Trees, data.values()))
