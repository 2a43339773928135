"""Which lines are the article's text: each line's chance, then again with its neighbours' chances, then what speaks for itself.

Here: the decision. Not here: the numbers (`features`), the trees (`trees`), headline, dates and names (`head`, `dating`, `outlets`).
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.cleaning import features, trees
from reader.cleaning.lines import Line

LIMIT = 0.45
"""A line with a greater chance is kept."""


def chances(lines: Sequence[Line]) -> list[float]:
    """How likely each line is part of the article's running text (subheads with it), from 0 to 1."""
    if not lines:
        return []
    rows = features.matrix(lines)
    learned = trees.load()
    first = learned["text-first"].chances(rows)
    second = learned["text-second"].chances(features.second(rows, first))
    return [float(chance) for chance in second]


def decide(lines: Sequence[Line]) -> list[bool]:
    """Whether each line belongs to the body (its subheads with it)."""
    return [chance > LIMIT for chance in chances(lines)]
