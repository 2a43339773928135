"""Features of the second stage: the first stage's probabilities around each line, and the line's own features.

The classifier is stacked: a second model sees what the first one found for the neighbours of each line.
"""

from __future__ import annotations

import numpy as np

from reader.cleaning.classifier import line_features
from reader.cleaning.classifier.arrays import FeatureRows, Matrix, index_of
from reader.cleaning.classifier.windows import WindowSums, main_span

_REACH = (1, 2, 3, 4)
_WINDOWS = (2, 5, 12)
_COPIED = tuple(f"probability{sign}{k}" for k in _REACH for sign in "-+")
NAMES = (
    "probability", *_COPIED, *(f"probability_near{k}" for k in _WINDOWS), "mass_before", "mass_after",
    "inside_span", "from_span", "to_span", "span_share", "best_probability", *line_features.NAMES,
)  # fmt: skip
"""The features, in the order of the columns that the models were trained on."""
_INDEX = index_of(NAMES)
_OWN_COUNT = len(line_features.NAMES)


def matrix(first_rows: Matrix, probability: Matrix, *, room: int = 0) -> Matrix:
    """The matrix of `NAMES`, from the matrix of the first stage (its first columns will do) and the probabilities that
    it gave; `room`: how many more columns the caller will fill.
    """
    count = len(probability)
    index = np.arange(count)
    transposed = np.zeros((len(NAMES) + room, count), dtype=np.float32)
    rows = FeatureRows(_INDEX, transposed)
    rows["probability"] = probability
    for k in _REACH:
        before, after = rows[f"probability-{k}"], rows[f"probability+{k}"]
        before[:], after[:] = -1, -1
        before[k:], after[:-k] = probability[:-k], probability[k:]
    sums = WindowSums([probability, np.ones(count)])
    for reach in _WINDOWS:
        rows[f"probability_near{reach}"] = sums.near(0, reach, reach) / sums.near(1, reach, reach)
    words = word_mass(first_rows)
    mass = np.zeros(count + 1, dtype=np.float64)
    mass[1:] = (words * probability).cumsum()
    total = float(mass[-1]) or 1.0
    start, end = main_span((probability - 0.4) * words)
    rows["mass_before"] = mass[:-1] / total
    rows["mass_after"] = (total - mass[1:]) / total
    rows["inside_span"][start:end] = 1
    for name, distance in (("from_span", index - start), ("to_span", end - 1 - index)):
        rows[name] = distance
        rows[name] = np.copysign(np.log1p(np.abs(rows[name])), rows[name])
    rows["span_share"] = (mass[end] - mass[start]) / total
    rows["best_probability"] = np.maximum.reduce(probability)
    transposed[len(NAMES) - _OWN_COUNT : len(NAMES)] = first_rows[:, :_OWN_COUNT].T
    return transposed.T


_WORDS = line_features.NAMES.index("words")


def word_mass(rows: Matrix) -> Matrix:
    """The words of each line, capped, and one more."""
    mass: Matrix = np.minimum(np.expm1(rows[:, _WORDS]), 120) + 1
    return mass
